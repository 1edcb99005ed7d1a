"""Whole invented reports: `{1 ...}` marks what is said, `{=1 ...}` the words for its speaker."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import uzru
from uzru.model import Span

REPORTS = sorted((Path(__file__).parent / "reports").glob("*.txt"))
MARK = re.compile(r"\{(=?)(\d+) ?|\}")


def read_marked(marked: str) -> tuple[str, dict[str, list[Span]], dict[str, Span]]:
    """The text without its marks, the contents and the speakers by number."""
    text, at = "", 0
    opened: list[tuple[str, str, int]] = []
    contents: dict[str, list[Span]] = {}
    speakers: dict[str, Span] = {}
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark[0] != "}":
            opened.append((mark[1], mark[2], len(text)))
            continue
        kind, number, start = opened.pop()
        if kind:
            speakers[number] = Span(start, len(text))
        else:
            contents.setdefault(number, []).append(Span(start, len(text)))
    return text + marked[at:], contents, speakers


def letters(text: str, spans: list[Span] | tuple[Span, ...]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end) if text[at].isalnum()}


@pytest.mark.parametrize("path", REPORTS, ids=[path.stem for path in REPORTS])
def test_a_report_gives_who_said_what_and_nothing_else(path: Path) -> None:
    text, contents, speakers = read_marked(path.read_text(encoding="utf-8"))
    quotes = list(uzru.parse(text).quotes)
    for number, spans in contents.items():
        said = letters(text, spans)
        quote = next((quote for quote in quotes if letters(text, quote.spans) == said), None)
        assert quote is not None, [text[span.slice] for span in spans]
        quotes.remove(quote)
        speaker = speakers.get(number)
        if speaker is not None and len(speaker):
            assert quote.speaker_span is not None
            assert quote.speaker_span.overlaps(speaker), text[speaker.slice]
    assert [quote.text for quote in quotes] == []
