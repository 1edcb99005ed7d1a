"""What holds of every text."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import uzru
from uzru import Actor, Article, Span
from uzru.testing import news_texts, odd_characters, reports, spoiled

anything = st.one_of(
    news_texts(), spoiled(news_texts()), st.text(max_size=200), st.lists(odd_characters, max_size=20).map("".join)
)
news = st.one_of(spoiled(news_texts()), spoiled(reports()))


@settings(max_examples=150, deadline=None)
@given(anything)
def test_any_string_parses_and_is_kept(text: str) -> None:
    # Article's own validators hold all spans, blocks, quotations and actors to their invariants.
    assert uzru.parse(text).text == text


@settings(max_examples=60, deadline=None)
@given(anything)
def test_the_json_round_trip_is_exact(text: str) -> None:
    assume(not re.search("[\ud800-\udbff][\udc00-\udfff]", text))
    article = uzru.parse(text, date="2004-04-15")
    document = uzru.to_json(article)
    assert uzru.from_json(document.encode()) == article
    assert uzru.to_json(uzru.from_json(document)) == document


AGAIN = uzru.Parser()


@settings(max_examples=60, deadline=None)
@given(news_texts())
def test_parsing_twice_gives_the_same(text: str) -> None:
    assert uzru.parse(text) == AGAIN.parse(text)


@settings(max_examples=60, deadline=None)
@given(news_texts())
def test_facts_stand_in_text_order(text: str) -> None:
    article = uzru.parse(text)
    for facts in (article.mentions, article.places, article.dates, article.credits, article.related):
        starts = [fact.span.start for fact in facts]
        assert starts == sorted(starts)
    quotes = [quote.spans[0].start for quote in article.quotes]
    assert quotes == sorted(quotes)
    triggers = [event.trigger.start for event in article.events]
    assert triggers == sorted(triggers)


@settings(max_examples=40, deadline=None)
@given(news_texts())
def test_items_map_back_to_the_page(text: str) -> None:
    page = uzru.parse(text)
    for item in page.items:
        assert page.text[item.offset : item.offset + len(item.text)] == item.text


@settings(max_examples=40, deadline=None)
@given(news_texts())
def test_verbatim_words_stand_between_marks_and_quotes_have_letters(text: str) -> None:
    for quote in uzru.parse(text).quotes:
        assert any(character.isalnum() for character in quote.text)
        assert (quote.kind == "indirect") == (quote.verbatim == ())


@settings(max_examples=60, deadline=None)
@given(news)
def test_blocks_are_ordered_apart_and_hold_all_that_is_seen(text: str) -> None:
    end = 0
    for block in uzru.parse(text).blocks:
        assert end <= block.span.start < block.span.end
        assert not text[end : block.span.start].strip()
        end = block.span.end
    assert not text[end:].strip()


@settings(max_examples=60, deadline=None)
@given(news)
def test_every_span_lies_in_the_text_and_says_something(text: str) -> None:
    def spans(value: Any) -> Iterator[Span]:
        if isinstance(value, Span):
            yield value
        elif isinstance(value, tuple):
            for one in value:
                yield from spans(one)
        elif attrs.has(type(value)) and not isinstance(value, (Article, Actor)):
            yield from spans(attrs.astuple(value, recurse=False))

    article = uzru.parse(text)
    fields = attrs.astuple(attrs.evolve(article, items=()), recurse=False)
    for span in spans(fields):
        assert 0 <= span.start < span.end <= len(text)


@settings(max_examples=60, deadline=None)
@given(news)
def test_ids_are_those_of_one_fact_each_and_name_what_is_there(text: str) -> None:
    article = uzru.parse(text)
    quotes = {quote.id: quote for quote in article.quotes}
    assert len(quotes) == len(article.quotes)
    assert len({event.id for event in article.events}) == len(article.events)
    assert len({actor.id for actor in article.actors}) == len(article.actors)
    for quote in article.quotes:
        assert quote.repeats is None or (quote.repeats in quotes and quote.repeats != quote.id)
        assert quote.text == " ".join(text[span.slice] for span in quote.spans)
        assert all(any(inner in span for span in quote.spans) for inner in quote.verbatim)
    assert all(event.reported_by is None or event.reported_by in quotes for event in article.events)


@settings(max_examples=60, deadline=None)
@given(news)
def test_who_is_named_by_a_fact_is_among_the_actors(text: str) -> None:
    article = uzru.parse(text)
    named = [mention.actor for mention in article.mentions]
    named += [one for quote in article.quotes for one in (quote.speaker, quote.addressee) if one is not None]
    named += [one for event in article.events for one in (*event.sources, *event.targets)]
    assert set(named) <= set(article.actors)


@settings(max_examples=60, deadline=None)
@given(news)
def test_what_is_found_is_as_sure_as_a_share_and_tells_its_rule(text: str) -> None:
    article = uzru.parse(text)
    sure = [(fact.confidence, fact.rule) for fact in article.quotes]
    sure += [(fact.confidence, fact.rule) for fact in article.events]
    assert all(0 <= confidence <= 1 and rule for confidence, rule in sure)
    assert all(mention.rule for mention in article.dates)


@settings(max_examples=40, deadline=None)
@given(news)
def test_the_evidence_of_an_event_holds_its_trigger(text: str) -> None:
    for event in uzru.parse(text).events:
        assert event.trigger in event.span or any(event.trigger in span for span in event.repeats)


@settings(max_examples=40, deadline=None)
@given(news)
def test_without_a_day_of_writing_nothing_is_told_from_today(text: str) -> None:
    article = uzru.parse(text)
    if article.published is None and not article.items:
        assert all(mention.anchor is None or mention.value is not None for mention in article.dates)
        assert not any(text[m.span.slice].lower() in ("today", "yesterday") and m.value for m in article.dates)


SIZE = 100_000
HOSTILE = (
    "\"|“|''|'|A|A |(|[|[(|a|1|1999 |May |, |- |. |.|\n| |said |\" said |A said: \"|he |of the |U.S. |the President of "
    "|Foreign Minister |-|A-|/|\x00|\ud800|RFE/RL: |A, B and |Brno, 9 July 2002 (RFE/RL) -- |(Reuters)\n|BREAKING: \n"
    '|in 2004 |killed |A killed B. |who |the |Ann Lee |(A) |A (B) |: |A: |-- A\n|"A"\n'
).split("|")


@pytest.mark.parametrize("unit", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_repetition_parses(unit: str) -> None:
    text = unit * (SIZE // len(unit))
    assert uzru.parse(text).text == text


@pytest.mark.parametrize("inner", ["«A» ", "„A“ ", "``A'' ", "[A] ", "... "])
def test_a_quotation_of_very_many_pieces_parses(inner: str) -> None:
    text = f'Headline Here\n\nBrno, 9 July 2002 (RFE/RL) -- Egor Panin said "{inner * (SIZE // len(inner))}'
    assert uzru.parse(text).text == text


SEEDS = [article.text for article in uzru.load_seeds()]


_STRAIGHT = str.maketrans("“”", '""')


def facts(article: Article) -> tuple[object, ...]:
    """What an article says, without offsets and ids."""
    return (
        [(q.kind, q.speaker and q.speaker.name, q.text.translate(_STRAIGHT), str(q.when)) for q in article.quotes],
        [(e.type, str(e.when), [a.name for a in e.sources], [a.name for a in e.targets]) for e in article.events],
        sorted(actor.name for actor in article.actors),
    )


def test_doubled_blank_lines_change_no_fact() -> None:
    assert facts(uzru.parse(SEEDS[0].replace("\n\n", "\n\n\n"))) == facts(uzru.parse(SEEDS[0]))


@pytest.mark.parametrize(
    "dressed",
    [
        SEEDS[0].replace("\n", "\r\n"),
        SEEDS[0].replace("Islam Karimov", "Islam\u00a0Karimov").replace("15 April", "15\u00a0April"),
        SEEDS[0].replace("\n\n", "\n"),
        "\ufeff" + SEEDS[0],
        "\n\n  \n" + SEEDS[0],
        SEEDS[0] + "\n\nXS\n\nSM\n\nMD\n\nLG\n",
    ],
    ids=["windows line ends", "no-break spaces", "single newlines", "byte order mark", "blank lead", "frame below"],
)
def test_how_a_page_was_saved_changes_no_fact(dressed: str) -> None:
    assert facts(uzru.parse(dressed)) == facts(uzru.parse(SEEDS[0]))


def test_curly_marks_change_no_fact() -> None:
    curly, opening = [], True
    for character in SEEDS[0]:
        if character == '"':
            curly.append("“" if opening else "”")
            opening = not opening
        else:
            curly.append(character)
    assert facts(uzru.parse("".join(curly))) == facts(uzru.parse(SEEDS[0]))


def test_a_later_dateline_moves_the_relative_dates_alone() -> None:
    later = uzru.parse(SEEDS[0].replace("15 April 2004", "22 April 2004"))
    assert str(later.published) == "2004-04-22"
    moved = [(str(a.value), str(b.value)) for a, b in zip(uzru.parse(SEEDS[0]).dates, later.dates, strict=True)]
    assert ("2004-04-15", "2004-04-22") in moved
    assert ("2004-04-14", "2004-04-21") in moved
    assert ("1999", "1999") in moved
    assert all(before == after for before, after in moved if not before.startswith("2004"))


def test_a_file_and_its_text_parse_alike(tmp_path: Path) -> None:
    path = tmp_path / "seed.txt"
    path.write_text(SEEDS[1], encoding="utf-8", newline="")
    assert facts(uzru.load(path)) == facts(uzru.parse(SEEDS[1]))


@pytest.mark.parametrize(
    "text",
    [
        'Egor Panin sayS the mint will close. "We beG," he sayS.',
        "They agreE that Neil Ashdown proposeS it.",
        "PROPOSES he SAYS, tHe wAr sAiD.",
        "MAHE DU\u0130RO",
        "RFE/RL:  ITS BOY\u0130COTT",
    ],
)
def test_odd_capitals_parse(text: str) -> None:
    assert uzru.parse(text).text == text


@pytest.mark.parametrize("verb", ["release", "dismiss", "warn"])
def test_a_people_inside_the_last_word_of_a_sentence_parses(verb: str) -> None:
    text = f"Egor Panin will {verb} anti-Russians"
    assert uzru.parse(text).text == text


def test_a_leader_named_in_full_and_by_a_surname_that_was_not_joined_is_one_actor() -> None:
    """A character that nobody sees between the two names keeps them from being one name."""
    article = uzru.parse("Russian President Vladimir\x16Putin arrived.", date="2004-05-02")
    assert [str(actor) for actor in article.actors if actor.kind == "person"] == ["Vladimir Putin"]
    assert {mention.actor.id for mention in article.mentions} == {actor.id for actor in article.actors}
