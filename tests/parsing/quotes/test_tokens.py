"""The tokens of a sentence: where they stand, however long it is."""

from __future__ import annotations

import pytest

from uzru.parsing.quotes import parts as p
from uzru.parsing.quotes.tokens import Sentence, WordTable

TABLE = WordTable({"mr": p.TITLE | p.ABBREVIATION, "will": p.AUX})
SHORT = "Mr. Panin  will, at 10,000 feet-high, leave - at last -- the U.S. plant."
LONG = " ".join([SHORT] * 12)


def sentence(text: str, start: int = 0) -> Sentence:
    return Sentence(text, start, " " * start + text, TABLE)


@pytest.mark.parametrize("text", [SHORT, LONG], ids=["short", "long"])
def test_offsets_are_those_of_the_words(text: str) -> None:
    s = sentence(text, 7)
    stretches = [text[start - 7 : end - 7] for start, end in (s.span(i, i + 1) for i in range(s.count))]
    assert stretches[:6] == ["Mr.", "Panin", "will", ",", "at", "10,000"]
    assert [stretch.lower().removesuffix(".") or "." for stretch in stretches] == [
        word.removesuffix(".") or "." for word in s.words
    ]
    assert s.span(0, 2) == (7, 16)
    assert s.span(0, s.count) == (7, 7 + len(text)) == (s.start, s.end)


@pytest.mark.parametrize("text", [SHORT, LONG], ids=["short", "long"])
def test_the_first_token_behind_an_offset_is_found(text: str) -> None:
    s = sentence(text, 7)
    starts = [s.span(i, i + 1)[0] for i in range(s.count)]
    for offset in range(5, s.end + 2):
        expected = next((i for i, start in enumerate(starts[:9]) if start >= offset), 9)
        assert s.first_behind(offset, 9) == expected


def test_what_stands_apart_is_told_from_what_does_not() -> None:
    s = sentence(SHORT)
    assert [word for i, word in enumerate(s.words) if not s.is_parted(i)] == ["mr", ",", ",", "."]


def test_a_sentence_without_tokens_has_none() -> None:
    s = sentence("")
    assert (s.count, s.words, s.bits, s.flags) == (0, [], [], 0)
