"""The indexes against plain loops over every fact."""

from collections.abc import Iterable

import pytest

import uzru
from uzru import Actor, Article, Corpus, PartialDate, Quote

TEXTS = [
    '"We will stay," President Egor Panin told Neil Ashdown. "Mr. Ashdown will go," Panin said on 3 May 2004.',
    'Neil Ashdown said: "President Panin stays." Russia sent aid to Uzbekistan in 2005.',
    "Nobody said anything.",
    "Uzbek President Egor Panin met Russian President Neil Ashdown in July 2006.",
]
CORPUS = Corpus(
    uzru.parse(text, date=day) for text, day in zip(TEXTS, ("2004-05-02", "2005", None, "2006-07"), strict=True)
)


def plain(corpus: Corpus) -> Iterable[tuple[Article, Quote]]:
    return ((article, quote) for article in corpus for quote in article.quotes if quote.repeats is None)


@pytest.mark.parametrize("corpus", [CORPUS, uzru.load_seeds()], ids=["texts", "seeds"])
def test_every_actor_gets_his_own_quotes_and_events(corpus: Corpus) -> None:
    for actor in corpus.actors():
        said = [quote.text for _, quote in plain(corpus) if quote.speaker and quote.speaker.id == actor.id]
        assert [quote.text for quote in corpus.quotes(by=actor)] == said
        named = [
            quote.text
            for article, quote in plain(corpus)
            if any(one.actor.id == actor.id and one.span in span for one in article.mentions for span in quote.spans)
        ]
        assert [quote.text for quote in corpus.quotes(about=actor)] == named
        done = [
            event.id for article in corpus for event in article.events if actor.id in {one.id for one in event.sources}
        ]
        assert [event.id for event in corpus.events(by=actor)] == done


def test_conditions_are_met_together() -> None:
    assert [quote.text for quote in CORPUS.quotes(by="Panin", about="Ashdown")] == ["Mr. Ashdown will go,"]
    assert CORPUS.quotes(by="Panin", since="2005") == ()
    assert len(CORPUS.quotes(since="2004", until="2005", kind="direct")) == 3


def test_an_undated_fact_lies_within_no_days() -> None:
    corpus = Corpus([uzru.parse(TEXTS[0].replace(" on 3 May 2004", ""))])
    assert len(corpus.quotes()) == 2
    assert corpus.quotes(since="0001") == corpus.quotes(until="9998") == ()


def test_an_actor_of_no_article_has_said_nothing() -> None:
    assert CORPUS.quotes(by=Actor(name="Nobody", kind="person")) == ()
    assert CORPUS.quotes(by="") == CORPUS.quotes(by=" ") == ()


def test_days_may_be_dates() -> None:
    day = PartialDate.parse("2005")
    assert CORPUS.quotes(since=day) == CORPUS.quotes(since="2005")
