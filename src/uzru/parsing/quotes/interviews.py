"""Interviews and transcripts: paragraphs that begin with who speaks, 'Malika: ...'."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uzru.parsing.text import Paragraph

__all__ = ["Turn", "find_turns"]

# A mark may open the paragraph; a label is up to five capitalized words, then a colon and a blank.
_LABEL = re.compile(r"[\"“”']{0,2}([A-Z][\w./’'-]*(?: [A-Z(][\w./’')-]*){0,4}): +(?=\S)")
_MARKS = "\"“”'"
_QUESTION, _ANSWER = "question", "answer"
_PARAGRAPH = "paragraph"


class Turn(NamedTuple):
    """What one paragraph of an interview gives: the words, half-open, and the label that names the speaker."""

    start: int
    end: int
    label: tuple[int, int] | None


def find_turns(view: str, paragraphs: Sequence[Paragraph]) -> dict[int, Turn | None]:
    r"""The turns of a text by the number of their paragraph; None for a question, which is nobody's statement.

    Paragraphs known as answers are turns; others are if two labels and more come back, as in a talk of two.

    >>> from uzru.parsing.text import plain_paragraphs
    >>> text = "Panin: We left.\nMalika: When?\nPanin: At dawn.\nMalika: Why?"
    >>> find_turns(text, plain_paragraphs(text))[2]
    Turn(start=37, end=45, label=(30, 35))
    """
    turns: dict[int, Turn | None] = {}
    labeled: dict[int, re.Match[str]] = {}
    last: tuple[int, int] | None = None
    colon = -1  # the next one that a blank follows
    for index, paragraph in enumerate(paragraphs):
        if colon < paragraph.start:
            colon = view.find(": ", paragraph.start)
            colon = len(view) if colon < 0 else colon
        match = _LABEL.match(view, paragraph.start, paragraph.end) if colon < paragraph.end else None
        if paragraph.kind == _QUESTION:
            turns[index] = None
        elif paragraph.kind == _ANSWER:
            last = match.span(1) if match else last
            turns[index] = _turn(view, match.end() if match else paragraph.start, paragraph.end, last)
        elif match and paragraph.kind == _PARAGRAPH:
            labeled[index] = match
    labels = Counter(match[1].split()[-1] for match in labeled.values())  # 'Egor Panin', then 'Panin'
    if sum(count > 1 for count in labels.values()) > 1:
        for index, match in labeled.items():
            turns[index] = _turn(view, match.end(), paragraphs[index].end, match.span(1))
    return turns


def _turn(view: str, start: int, end: int, label: tuple[int, int] | None) -> Turn | None:
    while end > start and view[end - 1] in _MARKS:
        end -= 1
    return Turn(start, end, label) if start < end else None
