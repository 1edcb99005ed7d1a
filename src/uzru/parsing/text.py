"""The text as all stages read it: one view, its paragraphs, its sentences and words, each made once."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from uzru.parsing.words import Words

__all__ = ["Paragraph", "Reading"]

# Where a sentence may end: stop, closing marks, blanks, and where one begins.  What went before decides.
_STOP = re.compile(r"[.!?…][\"'”’“)\]»]{0,3}(?= +([\"'“‘„`(\[«]{0,3}(?:[A-Z0-9À-ÞА-Я]|\x01)))")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen col lt capt sgt maj cmdr adm brig sen rep gov rev hon st jr sr no vs v etc inc corp co ltd"
    " jan feb mar apr jun jul aug sept sep oct nov dec ave dept est fig al approx u.s u.k u.n e.g i.e ph.d a.m p.m"
    " d.c".split()
)


class Paragraph(NamedTuple):
    """A stretch of running text, half-open, and the kind of block it stands in (a `BlockKind` value)."""

    start: int
    end: int
    kind: str


class Reading:
    r"""A text as the stages read it.  Not part of the public model.

    Attributes:
        text: the input, unchanged.
        view: as long as `text`, offsets agree: inside a paragraph line breaks and odd blanks are plain blanks;
            between paragraphs stands a newline; frames and related titles are blank; datelines, bylines and
            credits stay, for names and dates stand in them, but belong to no paragraph.
        paragraphs: the prose, in order; no two overlap.

    >>> reading = Reading("One. Two?\n\nThree.")
    >>> [reading.view[start:end] for start, end in reading.sentences]
    ['One.', 'Two?', 'Three.']
    """

    def __init__(self, text: str, view: str | None = None, paragraphs: tuple[Paragraph, ...] | None = None) -> None:
        self.text = text
        self.view = text if view is None else view
        self.paragraphs = plain_paragraphs(self.view) if paragraphs is None else paragraphs

    @cached_property
    def low(self) -> str:
        """`view` in lower case, of the same length even where Unicode's lower case is longer."""
        low = self.view.lower()
        return (
            low if len(low) == len(self.view) else "".join(c.lower() if len(c.lower()) == 1 else c for c in self.view)
        )

    @cached_property
    def words(self) -> Words:
        """The words of the view, by which certain ones are found."""
        return Words(self.view)

    def forget_words(self) -> None:
        """Frees the words, which take ten times the memory of the text, once no later stage looks for any."""
        self.__dict__.pop("words", None)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Half-open offsets of the sentences of all paragraphs, in order."""
        return [
            span for paragraph in self.paragraphs for span in split_sentences(self.view, paragraph.start, paragraph.end)
        ]


def plain_paragraphs(view: str) -> tuple[Paragraph, ...]:
    r"""Every line that is not blank as a paragraph.

    >>> plain_paragraphs("a b\n\n c ")
    (Paragraph(start=0, end=3, kind='paragraph'), Paragraph(start=6, end=7, kind='paragraph'))
    """
    found = []
    at = 0
    for line in view.split("\n"):
        if core := line.strip():
            start = at + line.index(core[0])
            found.append(Paragraph(start, start + len(core), "paragraph"))
        at += len(line) + 1
    return tuple(found)


def split_sentences(view: str, start: int, end: int) -> list[tuple[int, int]]:
    """Half-open offsets of the sentences between `start` and `end`.

    A stop ends a sentence when blanks and then a capital, digit or opening mark follow, unless it belongs to an
    abbreviation or to an initial.

    >>> text = "Mr. Ortikov left on Jan. 5. He met J. Roe in the U.S. capital."
    >>> [text[a:b] for a, b in split_sentences(text, 0, len(text))]
    ['Mr. Ortikov left on Jan. 5.', 'He met J. Roe in the U.S. capital.']
    """
    found = []
    begin = start
    for stop in _STOP.finditer(view, start, end):
        at = stop.start()
        if view[at] == ".":
            word_start = view.rfind(" ", max(begin, at - 24), at) + 1 or begin
            word = view[max(word_start, begin) : at].lstrip("\"'“‘„`([«")
            if (len(word) == 1 and word.isupper()) or word.lower() in _ABBREVIATIONS:
                continue
        found.append((begin, stop.end()))
        begin = stop.start(1)
    if begin < end:
        found.append((begin, end))
    return found
