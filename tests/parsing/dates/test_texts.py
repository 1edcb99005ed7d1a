"""Whole invented texts, with every date marked as `[[words|TYPE|value]]`; the first line is the day of writing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from uzru.knowledge import Knowledge
from uzru.model.when import PartialDate
from uzru.parsing.dates import Dates
from uzru.parsing.text import Reading

TEXTS = sorted((Path(__file__).parent / "texts").glob("*.txt"))
MARK = re.compile(r"\[\[([^|\]]+)\|([A-Z]+)\|([^|\]]+)\]\]")
find = Dates(Knowledge())


def read_marked(path: Path) -> tuple[str, PartialDate | None, list[tuple[int, str, str, str]]]:
    """The text without marks, the day of writing, and offset, words, type and value of each mark."""
    first, _, marked = path.read_text(encoding="utf-8").partition("\n")
    text, behind, expected = "", 0, []
    for mark in MARK.finditer(marked):
        text += marked[behind : mark.start()]
        expected.append((len(text), mark[1], mark[2], mark[3]))
        text, behind = text + mark[1], mark.end()
    written = first.removeprefix("# ")
    return text + marked[behind:], None if written == "no day" else PartialDate.parse(written), expected


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_date_of_a_text_is_found_and_means_what_it_says(path: Path) -> None:
    text, written, expected = read_marked(path)
    found = [
        (m.span.start, text[m.span.slice], m.type.value, str(m.value)) for m in find(Reading(text), ((0, written),))
    ]
    assert found == expected


def test_there_are_texts() -> None:
    assert len(TEXTS) > 20
