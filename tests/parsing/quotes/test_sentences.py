"""Sentences on masked text: a marked stretch is one token, and may end its sentence."""

from __future__ import annotations

import pytest

from uzru.knowledge import Knowledge
from uzru.parsing.quotes.lexicon import Lexicon
from uzru.parsing.quotes.marks import find_stretches
from uzru.parsing.quotes.sentences import mask_stretches, split_paragraph
from uzru.parsing.text import Reading

LEXICON = Lexicon(Knowledge())


def sentences(text: str) -> list[str]:
    reading = Reading(text)
    stretches = find_stretches(text, reading.paragraphs)
    masked = mask_stretches(text, stretches)
    ends = [stretch.end for stretch in stretches]
    return [
        text[a:b] for p in reading.paragraphs for a, b in split_paragraph(masked, p, stretches, ends, text, LEXICON)
    ]


@pytest.mark.parametrize(
    "parts",
    [
        ['"Stay. Do not go," Malika said.', "She left."],
        ['Malika said, "We stay."', "Egor left."],
        ['"Why now?" Malika asked.', '"We stay."'],
        ['"Why now?"', 'Malika asked: "Are you mad?"'],
        ["She came at 7 p.m.", "He came at 8 p.m. Monday."],
        ["He left Mill, S.C.", '"We stay," he said.'],
        ['Gov. "Red" Panin left.'],
        ["Mr. Panin of the U.S. Mint met J. Roe.", "They left."],
        ["The mint of Nukus Co.", "The town is glad."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


def test_a_line_break_between_paragraphs_always_ends_a_sentence() -> None:
    assert sentences("Panin Jr.\nThe mint") == ["Panin Jr.", "The mint"]
