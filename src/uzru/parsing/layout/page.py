"""The page while it is being read: its units and what has been found on it so far."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from uzru.model import Credit, Dateline, Link, PartialDate, Span
from uzru.parsing.layout.lines import Unit

__all__ = [
    "Page",
    "PageItem",
    "count_words",
    "ends_with_stop",
    "has_title_case",
    "is_doubled",
    "is_prose",
    "is_title",
    "next_open",
    "same_words",
]

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_CLOSERS = "\"'”’)]»"
_STOPS = (".", "!", "?", "…")
# A line with more words or characters than this is no title, one with fewer words than that is no sentence.
_TITLE_WORDS, _TITLE_LENGTH, _PROSE_WORDS = 26, 170, 6
_PROSE_LENGTH = 220


class Page:
    """A page and what has been found on it; the steps of `Layout` fill it in.

    Attributes:
        text: the input.
        view: the same with one sort of line break and blank.
        units: the logical lines.
        date: the date that the caller gave.
    """

    def __init__(self, text: str, view: str, units: list[Unit], date: PartialDate | None) -> None:
        self.text = text
        self.view = view
        self.units = units
        self.date = date
        self.headline: Unit | None = None
        self.summary: list[Unit | tuple[int, int]] = []
        self.dateline: Dateline | None = None
        self.stamp: PartialDate | None = None
        self.body = 0
        self.position = 0
        self.notices = True
        self.byline: list[Credit] = []
        self.contributors: list[Credit] = []
        self.credits: list[Credit] = []
        self.related: list[Link] = []
        self.styles: dict[str, int] = {}
        self.items: list[PageItem] = []
        self.dates: list[tuple[Span, PartialDate]] = []

    def vote(self, style: str | None, weight: int = 1) -> None:
        """Count a sign of a house style."""
        if style:
            self.styles[style] = self.styles.get(style, 0) + weight

    def credit(self, kind: str) -> list[Credit]:
        """Where credits of this kind go."""
        return {"byline": self.byline, "contributors": self.contributors}.get(kind, self.credits)

    def note_stamp(self, start: int, iso: str) -> None:
        """Take an ISO date that stands at this offset as the page's own, if it is a date."""
        try:
            self.stamp = PartialDate.parse(iso)
        except ValueError:
            return
        self.dates.append((Span(start, start + len(iso)), self.stamp))

    def open_units(self, limit: int | None = None) -> list[int]:
        """The indexes of the units that nobody knows yet, or of the first so many of them."""
        if limit is not None:
            return list(islice((index for index, unit in enumerate(self.units) if not unit.kind), limit))
        return [index for index, unit in enumerate(self.units) if not unit.kind]


class PageItem:
    """A report of a digest, while it is being found."""

    __slots__ = ("credits", "date", "end", "headline", "start")

    def __init__(self, start: int, headline: str | None, date: PartialDate | None) -> None:
        self.start = start
        self.end = start
        self.headline = headline
        self.date = date
        self.credits: list[Credit] = []


def _bare_end(text: str) -> str:
    """The last character but for closing marks, and but for a short bracket behind the last sentence."""
    bare = text.rstrip(_CLOSERS)
    if text[-1:] == ")" and (bracket := text.rfind("(", max(0, len(text) - 90))) > 0:
        before = text[:bracket].rstrip(_CLOSERS + " ")
        if before[-1:] in _STOPS:
            return before[-1]
    return bare[-1:]


def is_title(text: str) -> bool:
    """Whether a line could be a title: short, and not closed like a sentence.

    >>> [is_title(line) for line in ("Mint Opens In Brno", "A mint opened.", "Who Will Pay?", "the rest of a line")]
    [True, False, True, False]
    """
    if not text or len(text) > _TITLE_LENGTH or text[0].islower() or text[-1] in ",;":
        return False
    end = _bare_end(text)
    if text.count(" ") >= _TITLE_WORDS or not _WORD.search(text):
        return False
    return end != ":" and (end != "." or text.endswith("..."))


def has_title_case(text: str) -> bool:
    """Whether the longer words of a line begin with capitals, as in American headlines."""
    longer = [word for word in _WORD.findall(text) if len(word) > 3]
    return len(longer) > 1 and sum(not word[0].islower() for word in longer) >= len(longer) * 0.85


def count_words(text: str) -> int:
    """How many words a line has."""
    return len(text.split())


def ends_with_stop(text: str) -> bool:
    """Whether a full stop ends a line, but for closing marks.

    >>> ends_with_stop("Mint 'Will Open.'"), ends_with_stop("Mint Opens")
    (True, False)
    """
    return _bare_end(text) == "."


def is_prose(text: str) -> bool:
    """Whether a line is a sentence or more: closed like one, or too long for anything else.

    >>> [is_prose(line) for line in ("A mint has opened in the old town.", "Mint Opens In Brno", "It was.")]
    [True, False, False]
    """
    if len(text) > _PROSE_LENGTH:
        return True
    if _bare_end(text) not in _STOPS:
        return False
    return text.count(" ") >= _PROSE_WORDS - 1 and not (text[-1] in "?!" and has_title_case(text))


def same_words(text: str) -> str:
    """A line for comparison: no case, no doubled blanks."""
    return " ".join(text.casefold().split())


def is_doubled(page: Page) -> bool:
    """Whether the line that is being read is given again below, with one other line between at the most."""
    units, index = page.units, page.position
    return any(unit.repeats is units[index] for unit in units[index + 1 : index + 3])


def next_open(units: Iterable[Unit]) -> Unit | None:
    """The first of the units that nobody knows yet."""
    return next((unit for unit in units if not unit.kind), None)
