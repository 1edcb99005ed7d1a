"""What holds for every text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from uzru.knowledge import Knowledge
from uzru.parsing.quotes import Quotes, speak
from uzru.parsing.quotes.marks import find_stretches
from uzru.parsing.quotes.sentences import mask_stretches, split_paragraph
from uzru.parsing.text import Reading

QUOTES = Quotes(Knowledge())
PIECES = [
    '"',
    "“",
    "”",
    "''",
    "'",
    "«",
    "„",
    " ",
    ", ",
    ". ",
    "? ",
    ": ",
    "\n",
    "(",
    ")",
    "[",
    "--",
    "Malika",
    "he",
    "who",
    "said",
    "told",
    "and",
    "that",
    "the mint",
    "according to",
    "was",
    "claims",
    "\u2028",
    "\x00",
    "\x01",
    "\ud800",
    "Mr.",
    "quoted",
    "as saying",
    "on to say",
    "is expected to",
    "claim that",
    "asked",
    "if",
    "5",
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))


@given(TEXTS)
def test_any_text_is_read_and_every_span_lies_in_it(text: str) -> None:
    reading = Reading(text)
    for found in QUOTES(reading, (), ()):
        pieces = found.spans
        assert pieces
        assert all(0 <= span.start < span.end <= len(text) for span in pieces)
        assert all(any(inner in span for span in pieces) for inner in found.verbatim)
        assert 0 <= found.confidence <= 1


@given(TEXTS)
def test_pieces_of_one_quotation_stand_in_order_and_apart(text: str) -> None:
    for found in QUOTES(Reading(text), (), ()):
        assert all(a.end <= b.start for a, b in pairwise(found.spans))


@given(TEXTS)
def test_no_two_quotations_have_one_id(text: str) -> None:
    reading = Reading(text)
    ids = [quote.id for quote in speak(reading, QUOTES(reading, (), ()), (), "article")]
    assert len(ids) == len(set(ids))


@given(TEXTS)
def test_stretches_stand_in_order_and_apart(text: str) -> None:
    reading = Reading(text)
    stretches = find_stretches(text, reading.paragraphs)
    assert all(a.end <= b.start for a, b in pairwise(stretches))
    assert all(s.start <= s.inner_start < s.inner_end <= s.end for s in stretches)
    assert len(mask_stretches(text, stretches)) == len(text)


def test_no_sentence_is_longer_than_rules_can_take() -> None:
    text = "he said, and " * 5000
    reading = Reading(text)
    ends = list(split_paragraph(text, reading.paragraphs[0], [], [], text, QUOTES.lexicon))
    assert max(end - start for start, end in ends) <= 3000
    assert "".join(text[a:b] for a, b in ends).replace(" ", "") == text.replace(" ", "")
