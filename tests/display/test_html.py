import re
from html.parser import HTMLParser
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import uzru
from uzru import Actor, Article, Block, Corpus, Event, Quote, Span, UzruError
from uzru.display.html import article_html, corpus_html
from uzru.model import QuoteId
from uzru.testing import news_texts


class Page(HTMLParser):
    """Reads markup, insists that every element is closed in order, and keeps what tests ask for."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.inside: list[int] = []
        self.feed(markup)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attributes), []))
        if tag not in ("br", "hr"):
            self.open.append(tag)
            self.inside.append(len(self.elements) - 1)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.inside.pop()

    def handle_data(self, data: str) -> None:
        for index in self.inside:
            self.elements[index][2].append(data)

    def texts(self, css: str) -> list[str]:
        return ["".join(data) for _, held, data in self.elements if css in (held.get("class") or "").split()]


def read(shown: Any) -> Page:
    return Page(shown._repr_html_())


def test_quotations_are_marked_with_their_speaker_and_hovering_tells_the_rest(report: Article) -> None:
    page = read(report)
    marked = [(held, "".join(data)) for tag, held, data in page.elements if tag == "q"]
    assert [words for _, words in marked] == [
        "We will stay [here]...",
        "And so will the mint,",
        "three people were killed on 1 May",
        "We will stay [here]",
    ]
    first = marked[0][0]
    assert first["title"] == (
        "Egor Panin · “told” (tell) · to Neil Ashdown · 2004-05-02 · direct speech · rule: before the verb"
        " · confidence 0.90"
    )
    assert first["data-speaker"] == "Egor Panin"


def test_each_speaker_has_a_color_and_a_place_in_the_legend(report: Article) -> None:
    page = read(report)
    colors = {held["data-speaker"]: held["style"] for tag, held, _ in page.elements if tag == "q"}
    assert len(set(colors.values())) == 2
    assert page.texts("swatch") == ["Egor Panin", "Neil Ashdown"]
    assert page.texts("legend") == ["Egor Panin president (Mint, KAZ) × 1Neil Ashdown × 1"]


def test_more_speakers_than_hues_still_look_different() -> None:
    actors = tuple(Actor(name=f"Speaker {chr(65 + index)}", kind="person") for index in range(20))
    text = " ".join(f"w{index:02}" for index in range(20))
    quotes = tuple(
        Quote(
            id=QuoteId(f"q{index}"),
            kind="direct",
            spans=(Span(index * 4, index * 4 + 3),),
            text=f"w{index:02}",
            speaker=actor,
        )
        for index, actor in enumerate(actors)
    )
    page = read(Article(text=text, actors=actors, quotes=quotes))
    assert len({held["style"] for tag, held, _ in page.elements if tag == "q"}) == 20


def test_boilerplate_is_set_apart(report: Article) -> None:
    assert read(report).texts("aside") == [
        "Latest News",
        "(Malika Ortikova contributed to this report.)",
        "Other News",
    ]


def test_a_dateline_stays_on_the_line_of_its_paragraph(report: Article) -> None:
    paragraphs = ["".join(data) for tag, _, data in read(report).elements if tag == "p"]
    assert sum(line.startswith("Brno, 2 May 2004 (RFE/RL) -- “We will") for line in paragraphs) == 1


def test_a_quotation_within_a_quotation_shows_the_inner_speaker() -> None:
    text = "He said she said no way today"
    one, two = Actor(name="One", kind="person"), Actor(name="Two", kind="person")
    outer = Quote(id=QuoteId("a"), kind="indirect", spans=(Span(8, 29),), text=text[8:29], speaker=one)
    inner = Quote(id=QuoteId("b"), kind="indirect", spans=(Span(17, 23),), text=text[17:23], speaker=two)
    page = read(Article(text=text, actors=(one, two), quotes=(outer, inner)))
    shown = [(held["data-speaker"], "".join(data)) for tag, held, data in page.elements if tag == "q"]
    assert shown == [("One", "she said "), ("Two", "no way"), ("One", " today")]


def test_only_the_first_part_of_an_endless_text_is_shown() -> None:
    page = article_html(Article(text="word " * 100_000))
    assert len(page) < 120_000
    assert "… and 400,000 characters more" in page


def test_actors_roles_and_events_stand_in_tables(report: Article) -> None:
    cells = ["".join(data) for tag, _, data in read(report).elements if tag == "td"]
    assert cells[:4] == ["Egor Panin", "person", "KAZ", "president (Mint, KAZ); politician"]
    assert cells[-5:] == ["2004-05-01", "", "ASSAULT, 3 killed", "", ""]


def test_a_quotation_alone_shows_words_speaker_and_muted_insertions(report: Article) -> None:
    page = read(report.quotes[0])
    assert ["".join(data) for tag, _, data in page.elements if tag == "blockquote"] == [report.quotes[0].text]
    assert page.texts("muted")[-1] == "[here]"
    assert "Speaker unknown" in attrs.evolve(report.quotes[0], speaker=None)._repr_html_()


def test_an_actor_alone_shows_roles_with_their_dates(report: Article) -> None:
    page = read(report.actors[0])
    assert ["".join(data) for tag, _, data in page.elements if tag == "td"][:4] == [
        "president",
        "Mint",
        "KAZ",
        "2001-03 –",
    ]
    assert [held["href"] for tag, held, _ in page.elements if tag == "a"] == ["https://www.wikidata.org/wiki/Q1"]


def test_no_address_is_made_from_what_is_no_wikidata_item(report: Article) -> None:
    odd = attrs.evolve(report.actors[0], wikidata='javascript:"alert')
    assert "href" not in odd._repr_html_()


def test_an_event_alone_is_a_row_and_a_line(report: Article) -> None:
    page = read(report.events[0])
    assert "CONSULT visit (planned)" in page.texts("uzru")[0]
    assert "about AID · diplomatic · confidence 0.25 · visit" in page.texts("muted")[0]


def test_a_corpus_shows_its_first_articles_and_its_faults(report: Article) -> None:
    corpus = Corpus([report] * 23, faults=[UzruError("a.txt: <bad>")])
    page = read(corpus)
    rows = [tag for tag, _, _ in page.elements if tag == "tr"]
    assert len(rows) == 1 + 20 + 1 + 1
    assert "and 3 more" in page.texts("muted")
    assert page.texts("title") == ["23 articles"]
    assert "a.txt: &lt;bad&gt;" in corpus_html(corpus)


def test_an_empty_corpus_and_an_empty_article_can_be_shown() -> None:
    assert read(Corpus()).texts("title") == ["0 articles"]
    assert read(Article(text="")).texts("text") == [""]


HOSTILE = "<script>alert(1)</script><img src=x onerror='a'>\"'&\x00\ud800\u202e</div><style>*{}</style>"


def hostile() -> list[Any]:
    actor = Actor(name=HOSTILE, kind="person", aliases=(HOSTILE,), roles=(uzru.Role(title=HOSTILE),), wikidata=HOSTILE)
    span = Span(0, len(HOSTILE))
    quote = Quote(id=QuoteId(HOSTILE), kind="direct", spans=(span,), text=HOSTILE, speaker=actor, rule=HOSTILE)
    event = Event(id="e", type="AID", sources=(actor,), span=span, trigger=span, rule=HOSTILE)  # type: ignore[arg-type]
    article = Article(
        text=HOSTILE,
        headline=HOSTILE,
        blocks=(Block(kind="headline", span=span),),
        actors=(actor,),
        quotes=(quote,),
        events=(event,),
        source=uzru.Source(url=HOSTILE),
    )
    return [article, quote, actor, event, Corpus([article], faults=[UzruError(HOSTILE)])]


@pytest.mark.parametrize("shown", hostile(), ids=lambda shown: type(shown).__name__)
def test_markup_in_texts_is_shown_and_not_obeyed(shown: Any) -> None:
    page = read(shown)
    assert {tag for tag, _, _ in page.elements} <= set(
        "style div p span q ul li table thead tbody tr th td details summary b blockquote".split()
    )
    shown._repr_html_().encode("utf-8")
    assert all(not name.startswith("on") for _, held, _ in page.elements for name in held)


@pytest.mark.parametrize("name", ["report", "two_reports"])
def test_nothing_is_asked_of_the_network(name: str, request: pytest.FixtureRequest) -> None:
    markup = request.getfixturevalue(name)._repr_html_()
    assert not re.search(r"<(script|link|img|iframe|object)|url\(|@import|src=", markup)


@given(news_texts() | st.text())
def test_all_of_any_text_is_shown(text: str) -> None:
    page = Page(article_html(uzru.parse(text)))
    (shown,) = page.texts("text")
    assert letters(shown) == letters(text)


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())
