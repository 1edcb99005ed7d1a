"""How a text is cut into words for the event stage, and which of its words may tell an event."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uzru import load_seeds, parse
from uzru.knowledge import Knowledge
from uzru.parsing.events import parts as p
from uzru.parsing.events.lexicon import Lexicon
from uzru.parsing.events.tokens import Tokens
from uzru.parsing.events.triggers import Triggers
from uzru.testing import make_report

HERE = Path(__file__).parent
LEXICON = Lexicon(Knowledge())
TEXTS = st.text(st.sampled_from("abé7 ,.-'’s_\"\n"), max_size=40)


def _tokens(text: str, *named: str) -> Tokens:
    return Tokens(text, text.lower(), LEXICON.bits, named=sorted(map(text.index, named)))


def _live(text: str, *named: str) -> list[str]:
    tokens = _tokens(text, *named)
    return [tokens.words[i] for i in LEXICON.triggers.live(tokens)]


def _names(text: str, *named: str) -> bool:
    return LEXICON.triggers.may_name(_tokens(text, *named))


@given(TEXTS)
def test_each_word_stands_where_it_says_and_none_is_blank(text: str) -> None:
    tokens = _tokens(text)
    spans = [(start, start + len(word)) for start, word in zip(tokens.starts, tokens.words, strict=True)]
    assert [text[start:end] for start, end in spans] == tokens.words
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert not any(word.isspace() or not word for word in tokens.words)


@given(TEXTS)
def test_a_line_break_parts_words_as_a_blank_does(text: str) -> None:
    assert _tokens(text.replace(" ", "\n")).words == _tokens(text).words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chad's envoy", ["chad", "'s", "envoy"]),
        ("U.S.-led, 1,200 men", ["u.s", ".", "-", "led", ",", "1,200", "men"]),
        ("don't; al-Qaeda", ["don't", ";", "al-qaeda"]),
    ],
)
def test_words_keep_what_is_inside_them(text: str, words: list[str]) -> None:
    assert _tokens(text).words == words


@pytest.mark.parametrize(
    ("text", "live"),
    [
        ("Chad lifted the curfew", ["lifted"]),
        ("Chad lifted the lid", []),
        ("Chad arrested a miner", ["arrested"]),
        ("the arrested miner", []),
        ("the arrested by police", ["arrested"]),
        ("the miners will arrest", ["arrest"]),
        ("a house arrest", []),
        ("under arrest", []),
        ("Chad called for sanctions", ["called"]),
        ("Chad, for once, called", []),
        ("The curfew was lifted", ["lifted"]),
        ("The curfew lifted the mood", []),
        ("Chad was blamed", ["blamed"]),
        ("Chad is to blame", ["is", "blame"]),
        ("the blame", []),
        ("Chad dismissed him", ["dismissed"]),
    ],
)
def test_a_verb_is_read_where_it_may_tell_an_event(text: str, live: list[str]) -> None:
    assert _live(text) == live


def test_who_is_told_to_act_is_named_behind_the_verb() -> None:
    assert _live("Chad told Mali to leave", "Chad", "Mali") == ["told"]
    assert _live("Chad told, as Mali left", "Chad", "Mali") == []


def _acting(_: Triggers, tokens: Tokens) -> list[int]:
    return [i for i, bits in enumerate(tokens.bits) if bits & p.ACTING]


def test_no_verb_that_tells_an_event_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked of a verb before its sentence is read is asked again when it is."""
    lines = [line for table in HERE.glob("*.tsv") for line in table.read_text(encoding="utf-8").splitlines()]
    examples = [cell for line in lines for cell in line.split("\t") if cell.endswith(".")]
    articles = [*load_seeds(), parse(make_report(20_000)), *map(parse, examples)]
    monkeypatch.setattr(Triggers, "live", _acting)
    assert [parse(article.text).events for article in articles] == [article.events for article in articles]


def test_words_that_belong_together_are_known_by_their_first() -> None:
    tokens = _tokens("A hunger strike began")
    assert [bool(bits & p.OPENING) for bits in tokens.bits] == [False, True, False, False]
    assert _names("A hunger strike began")
    assert not _names("The hunger games began")


def test_a_noun_that_tells_nothing_by_itself_has_somebody_hung_on_it() -> None:
    assert _names("Their support for Mali", "Mali")
    assert _names("Their support for the rebels", "rebels")
    assert not _names("Their support for it, Mali said", "Mali")
    assert not _names("Their support", "Their")


def test_every_role_has_a_bit_of_its_own() -> None:
    bits = list(p.ROLES.values())
    assert len(set(bits)) == len(bits)
    assert all(bit.bit_count() == 1 for bit in bits)
