import json
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uzru import Article, MissingExtraError, from_json, to_json
from uzru.parsing.html import parse_html

RFERL = """<!DOCTYPE html><html lang="en-US"><head>
<title>Kazakhstan: Mint Closes After Strike</title>
<link rel="canonical" href="https://www.rferl.org/a/1000001.html">
<meta property="og:site_name" content="RadioFreeEurope/RadioLiberty">
<meta property="og:title" content="Kazakhstan: Mint Closes After Strike">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Kazakhstan: Mint Closes After Strike", "datePublished": "2006-11-16T14:05:00Z", "inLanguage": "en",
"author": {"@type": "Person", "name": "Malika Ortikova"},
"publisher": {"@type": "Organization", "name": "RFE/RL"}}</script>
<style>p { color: red }</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<h1 class="title pg-title">Kazakhstan: Mint Closes After Strike</h1>
<div class="intro"><p>The old mint of Almaty has closed its gates after a strike of three weeks.</p></div>
<div class="share">Share on <a href="#">everything</a></div>
<div class="wsw"><figure class="media-image"><div class="thumb"><img src="x.jpg" alt="mint"></div>
<figcaption><span class="caption">Workers at the gates of the mint</span></figcaption></figure>
<p>ALMATY -- President Egor Panin said today that the mint &ldquo;will not open again.&rdquo;</p>
<div class="media-block also-read"><a href="https://www.rferl.org/a/999.html"><span class="label">SEE ALSO:</span>
<h4 class="media-block__title">Mint Workers Go On Strike</h4></a></div>
<p>&ldquo;We are not satisfied with the offer,&rdquo; union leader Neil Ashdown
told RFE/RL. &ldquo;Nobody asked us.&rdquo;</p>
<div class="pull-quote"><p>We are not satisfied with the offer.</p></div>
<h3>No Money Left</h3>
<p>The government has no money left for a new building, officials said on Monday.<script>track()</script></p>
</div>
<div id="comments"><p>First!</p></div><footer><p>Copyright (c) 2006 RFE/RL, Inc.</p></footer></body></html>"""

BODY = " ".join(["Miners in the north have gone on strike again because their wages were not paid in time."] * 3)
PLAIN = f"""<html><head><title>Miners Strike Again | The Steppe Times</title>
<meta name="author" content="Joan Lee"><meta name="pubdate" content="2005-03-04"></head><body>
<div id="menu"><a href="/">Home</a> <a href="/sport">Sport</a></div>
<div class="story"><h1>Miners Strike Again</h1><p>{BODY}</p>
<p>"We will stay out until we are paid," Egor Panin, a miner, said on Thursday. {BODY}</p>
<p>{BODY}</p></div>
<div class="bottom"><a href="/1">Ten Ways To Save</a> <a href="/2">Cats Of The World</a></div></body></html>"""


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(str(block.kind), article.text[block.span.slice]) for block in article.blocks]


def test_a_page_of_rferl_keeps_the_kinds_of_its_parts() -> None:
    found = {words: kind for kind, words in kinds(parse_html(RFERL))}
    assert found["Kazakhstan: Mint Closes After Strike"] == "headline"
    assert found["By Malika Ortikova"] == "byline"
    assert found["The old mint of Almaty has closed its gates after a strike of three weeks."] == "summary"
    assert found["Workers at the gates of the mint"] == "caption"
    assert found["SEE ALSO:"] == found["Mint Workers Go On Strike"] == "related"
    assert found["We are not satisfied with the offer."] == "pull-quote"
    assert found["No Money Left"] == "subheading"
    text = " ".join(found)
    assert not any(word in text for word in ("Home", "Share", "track", "First!", "Copyright", "color"))


def test_what_the_page_says_of_itself_is_taken() -> None:
    article = parse_html(RFERL)
    assert article.headline == "Kazakhstan: Mint Closes After Strike"
    assert [credit.name for credit in article.byline] == ["Malika Ortikova"]
    assert str(article.published) == "2006-11-16T14:05:00Z"
    assert article.source.url == "https://www.rferl.org/a/1000001.html"
    assert article.source.publisher == "RFE/RL"
    assert [(link.title, link.url) for link in article.related][-1] == (
        "Mint Workers Go On Strike",
        "https://www.rferl.org/a/999.html",
    )


def test_the_stages_read_the_report() -> None:
    article = parse_html(RFERL)
    said = [(str(quote.speaker), quote.text) for quote in article.quotes if quote.repeats is None]
    assert ("Neil Ashdown", "We are not satisfied with the offer, Nobody asked us.") in said or any(
        speaker == "Neil Ashdown" and "not satisfied" in words for speaker, words in said
    )
    assert any(str(date.value) == "2006-11-16" for date in article.dates)
    assert from_json(to_json(article)) == article


def test_bytes_and_text_give_the_same_article() -> None:
    assert parse_html(RFERL.encode("utf-8")) == parse_html(RFERL)


def test_the_callers_address_and_date_win() -> None:
    article = parse_html(RFERL, url="https://archive.example/1", date="2006-11-20")
    assert article.source.url == "https://archive.example/1"
    assert str(article.published) == "2006-11-20"


def test_a_page_without_known_marks_is_read_with_trafilatura() -> None:
    pytest.importorskip("trafilatura")
    article = parse_html(PLAIN)
    assert article.headline == "Miners Strike Again"
    assert [credit.name for credit in article.byline] == ["Joan Lee"]
    assert str(article.published) == "2005-03-04"
    assert "Egor Panin" in article.text
    assert not any(word in article.text for word in ("Sport", "Cats", "Steppe"))


def test_without_trafilatura_the_extra_is_named_but_known_pages_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert parse_html(RFERL).headline == "Kazakhstan: Mint Closes After Strike"
    with pytest.raises(MissingExtraError, match=r"uzru\[html\]"):
        parse_html(PLAIN)


@pytest.mark.parametrize(
    "data",
    [
        "{",
        "[" * 100_000,
        '{"@type": "NewsArticle", "author": 3, "headline": {"a": 1}, "datePublished": []}',
        '{"@type": ["NewsArticle", 7], "datePublished": "2006-13-45T99:99", "author": [null, {"name": 3}]}',
        "null",
    ],
    ids=range(5),
)
def test_faulty_metadata_are_passed_over(data: str) -> None:
    page = f'<script type="application/ld+json">{data}</script><div class="wsw"><p>A mint opened.</div>'
    article = parse_html(page)
    assert article.text == "A mint opened."
    assert article.published is None


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("2006-11-16T14:05:00.000+0100", "2006-11-16T14:05:00+01:00"),
        ("2006-11-16 14:05", "2006-11-16T14:05"),
        ("2006-11-16", "2006-11-16"),
        ("yesterday", "None"),
    ],
)
def test_moments_keep_their_zone(published: str, said: str) -> None:
    page = (
        f'<meta property="article:published_time" content="{published}"><div class="wsw"><p>A mint opened today.</div>'
    )
    assert str(parse_html(page).published) == said


def test_today_is_the_day_where_it_was_published() -> None:
    page = '<time pubdate datetime="2006-11-16T23:30:00-05:00"></time><div class="wsw"><p>A mint opened today.</div>'
    assert [str(date.value) for date in parse_html(page).dates] == ["2006-11-16"]


BIG = 40_000


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * BIG,
        '<div class="wsw">' + "<b>" * BIG + "A mint opened.",
        '<div class="wsw">' + "<p>" * BIG,
        "</div>" * BIG,
        "<" * BIG,
        "<a " * BIG,
        "<a href='" * BIG,
        '<a b="c" d=\'' * BIG,
        "<!--" * BIG,
        "<script>" * BIG,
        "<!" * BIG,
        "&" * BIG,
        "&#" * BIG,
        "<a" + " x=" * BIG + ">",
        "<a" + " " * BIG + ">",
        "<li>" * BIG,
        "<ul><li>" * (BIG // 2),
        '<div class="wsw">' + '<p class="dateline">x' * BIG,
        '<div class="wsw">' + "<blockquote>A mint opened.</blockquote><p>It closed." * (BIG // 4),
    ],
    ids=range(19),
)
def test_hostile_pages_are_read_in_time_linear_in_their_length(page: str) -> None:
    pytest.importorskip("trafilatura")
    assert isinstance(parse_html(page), Article)


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                '<div class="wsw">',
                "</div>",
                "<h1>",
                "</h1>",
                "<b>",
                "</i>",
                "A mint opened. ",
                '"We stay," ',
                "Egor Panin said. ",
                "<figcaption>",
                '<span class="dateline">',
                "</span>",
                "<blockquote>",
                "</figcaption>",
                "<br>",
                "&nbsp;",
                "&lt;",
                "<li>",
                "<script>",
                "\x00",
                "</script>",
                '<a href="x">',
                "</a>",
                "<!-- x -->",
                "<",
                "\u2028",
                "<time datetime='2004-05-02'>",
                "\ud800",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_any_page_gives_an_article_without_markup(page: str) -> None:
    article = parse_html('<div class="wsw"></div><p class="wsw">x</p>' + page)
    assert from_json(to_json(article)) == article
    assert "<script" not in article.text


def test_a_parser_of_ones_own_brings_marks_of_its_own(tmp_path: Any) -> None:
    from uzru import Knowledge, Parser

    (tmp_path / "html-marks.tsv").write_text("mark\tkind\n.story\tbody\n", encoding="utf-8")
    article = parse_html(PLAIN, parser=Parser(Knowledge.load(tmp_path)))
    assert "Cats" not in article.text
    assert "Egor Panin" in article.text
    assert json.loads(to_json(article))["headline"] == "Miners Strike Again"


def test_a_page_too_deep_for_trafilatura_is_read_by_its_main_element() -> None:
    deep = "<div>" * 300 + f"<article><p>{BODY}</p></article>" + "</div>" * 300
    article = parse_html(f'<p>Menu</p>{deep}<p><a href="/x">Ten Ways To Save</a></p>')
    assert article.text == BODY


def test_a_headline_is_a_heading_or_what_the_page_calls_itself() -> None:
    body = '<div class="wsw"><p>Miners are on strike again, Egor Panin said.'
    title = "<title>Miners Strike Again | The Steppe Times</title>"
    assert parse_html(title + body).headline == "Miners Strike Again"
    assert (
        parse_html(f"{title}<h1>The Steppe Times</h1><h1>Miners Strike Again</h1>{body}").headline
        == "Miners Strike Again"
    )
    assert parse_html(f"<title>News</title><h1>Miners Strike Again</h1>{body}").headline == "Miners Strike Again"
    assert parse_html(f"<title>News</title>{body}").headline == "News"
    assert parse_html(body).headline is None


def test_authors_may_be_several_in_a_graph_of_metadata() -> None:
    authors = [{"name": "Joan Lee"}, "Malika Ortikova"]
    data = {"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle", "author": authors}]}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    found = parse_html(f'{script}<div class="wsw"><p>A mint opened in Brno today.').byline
    assert [credit.name for credit in found] == ["Joan Lee", "Malika Ortikova"]
