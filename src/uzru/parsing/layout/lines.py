"""The page as units: logical lines, wrapped ones joined, with offsets of the input."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from uzru.parsing.late import late

if TYPE_CHECKING:
    from uzru.parsing.layout.datelines import FoundDateline

__all__ = ["Line", "Piece", "Unit", "read_units", "simplify"]

_BREAKS = "\r\x0b\x0c\x1c\x1d\x1e"
_WIDE_BREAKS = "\x85\u2028\u2029"
_BLANKS = "\t\x1f"
_WIDE_BLANKS = "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"

# Behind a full line of prose: a stop, or a mark that closes after one.
_TERMINAL = frozenset(".!?…:;\"”’')]»")
_FIRST_WORD = late(r"\S{1,40}")

# A line this long is never one of a hard-wrapped page, one this short never tells the width of its column.
_WIDEST, _SURELY, _NARROWEST = 120, 90, 40
# Lines that break within a sentence, before a page counts as hard-wrapped.
_ENOUGH = 3
# How much of the column a line fills if its successor's first word had no room on it.
_FULL = 0.85
# Lines shorter than this part of the column say nothing of it: headlines, last lines.
_LONGISH = 0.6
# What begins with one of these goes on with nothing.
_STARTERS = "([*•©|"
# A line that begins in lower case and goes on with nothing: a byline, initials or a button, an address.
_OWN_LINE = late(r"by [^\W\d_a-z][^\n.,;:]{3,50}|[a-z]{2,6}(?:[/-][a-z]{2,4}){0,2}|(?:www\.|https?://)[^\n]{4,120}")
# Of a hard-wrapped line, a dash goes on with what stands above; a bracket with more behind it does, too.
_DASHES = ("-- ", "– ", "— ")
_GOES_ON = re.compile(r"\([^()\n]{1,60}\) ?[^\s.)]")
# A line shorter than this is no sentence that was cut in two.
_STUB = 12


class Line(NamedTuple):
    """A line that is not blank: half-open offsets without outer blanks, and how many blank lines stand above it."""

    start: int
    end: int
    gap: int


class Piece(NamedTuple):
    """A part of a unit with its kind (a `BlockKind` value), the label at its beginning and what it repeats."""

    kind: str
    start: int
    end: int
    label: tuple[int, int] | None = None
    repeats: tuple[int, int] | None = None


class Unit:
    """A logical line of the page: a paragraph, a headline, a line of the frame.

    Attributes:
        start: where it begins; moves on when something at its front is taken off.
        end: where it ends; moves back when something at its end is taken off.
        text: its characters with plain blanks for line breaks; `text[i]` stands at `start + i`.
        gap: how many blank lines stand above it.
        kind: what it is, as a `BlockKind` value; empty as long as nobody knows.
        label: the label at its beginning, if any.
        repeats: the unit that it gives again.
        plain: whether it can be nothing but a paragraph, or what the head of the page makes of one.
        dateline: what is remembered of the dateline at its front: for which front, whether only strong forms were
            looked for, and what was found.
        before: what was taken off its front.
        after: what was taken off its end.
    """

    __slots__ = ("after", "before", "dateline", "end", "gap", "kind", "label", "plain", "repeats", "start", "text")

    def __init__(self, start: int, end: int, text: str, gap: int) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.gap = gap
        self.kind = ""
        self.plain = False
        self.dateline: tuple[int, bool, FoundDateline | None] | None = None
        self.label: tuple[int, int] | None = None
        self.repeats: Unit | None = None
        self.before: list[Piece] = []
        self.after: list[Piece] = []

    def take_front(self, kind: str, length: int) -> None:
        """Make the first `length` characters a piece of their own; blanks behind them go to nobody."""
        taken = self.text[:length].rstrip()
        if taken:
            self.before.append(Piece(kind, self.start, self.start + len(taken)))
        rest = self.text[length:].lstrip()
        self.start = self.end - len(rest)
        self.text = rest

    def take_end(self, kind: str, index: int) -> None:
        """Make what stands from `index` on a piece of its own; blanks before it go to nobody."""
        taken = self.text[index:].lstrip()
        if taken:
            self.after.append(Piece(kind, self.end - len(taken), self.end))
        self.text = self.text[:index].rstrip()
        self.end = self.start + len(self.text)

    @property
    def ends_sentence(self) -> bool:
        """Whether the last character is one that ends a sentence, or closes behind one."""
        return self.text[-1:] in _TERMINAL


def simplify(text: str) -> str:
    r"""The text with one sort of line break and one sort of blank, of the same length.

    >>> simplify("a\xa0b\r\nc")
    'a b \nc'
    """
    text = text.replace("\r\n", " \n")
    for sign in _BREAKS:
        if sign in text:
            text = text.replace(sign, "\n")
    for sign in _BLANKS:
        if sign in text:
            text = text.replace(sign, " ")
    if not text.isascii():
        for sign in _WIDE_BREAKS:
            if sign in text:
                text = text.replace(sign, "\n")
        for sign in _WIDE_BLANKS:
            if sign in text:
                text = text.replace(sign, " ")
    return text


def _split(view: str) -> list[Line]:
    """The lines that are not blank."""
    lines: list[Line] = []
    at = gap = 0
    for raw in view.split("\n"):
        size = len(raw)
        if core := raw.strip():
            length = len(core)
            start = at if length == size else at + size - len(raw.lstrip())
            lines.append(Line(start, start + length, gap))
            gap = 0
        else:
            gap += 1
        at += size + 1
    return lines


def _room(view: str, line: Line, following: Line) -> int:
    """How long the line would be with the first word of the next one."""
    word = _FIRST_WORD.match(view, following.start, following.end)
    return line.end - line.start + 1 + (len(word[0]) if word else 0)


def _column(view: str, lines: list[Line]) -> int:
    """The width of the column if the page is hard-wrapped, else 0.

    Lines that break within a sentence must fill the column, so that the next word had no room on them. Where there
    are few such lines all must do so, and must look like prose.
    """
    if not lines or max([line.end - line.start for line in lines]) > _WIDEST:
        return 0
    widest = max((line.end - line.start for line, following in pairwise(lines) if following.gap == 0), default=0)
    if widest < _NARROWEST:
        return 0
    broken = full = 0
    plain = widest <= _SURELY
    for line, following in pairwise(lines):
        length = line.end - line.start
        if following.gap == 0 and view[following.start] in _STARTERS:
            continue
        if following.gap == 0 and length >= widest * _LONGISH and view[line.end - 1] not in _TERMINAL:
            broken += 1
            full += _room(view, line, following) > widest * _FULL
            plain = plain and line is not lines[0] and _looks_like_prose(view[line.start : line.end])
    if not broken:
        return 0
    if broken >= _ENOUGH:
        return widest if full >= broken * 0.7 else 0
    return widest if plain and full == broken else 0


def _looks_like_prose(line: str) -> bool:
    """Whether it ends in lower case, or a fair share of its longer words is, as in titles it is not."""
    words = line.split()
    longer = [word for word in words if len(word) > 3]
    return words[-1].islower() or sum(word[0].islower() for word in longer) * 4 >= len(longer)


def _belongs(view: str, line: Line, following: Line, column: int, spaced: bool) -> bool:
    """Whether the next line goes on with the sentence or paragraph of this one."""
    if following.gap or view[line.start : line.end] == view[following.start : following.end]:
        return False
    first = view[following.start]
    if column and view.startswith(_DASHES, following.start):
        return True
    open_end = view[line.end - 1] not in _TERMINAL
    starts = first in _STARTERS and not (open_end and _GOES_ON.match(view, following.start, following.end))
    if column and not starts and (open_end or spaced) and _room(view, line, following) > column * _FULL:
        return True
    if not open_end or line.end - line.start < _STUB or not (first.islower() or first in ",;"):
        return False
    return bool(column) or _OWN_LINE.fullmatch(view, following.start, following.end) is None


def read_units(text: str) -> tuple[str, list[Unit]]:
    r"""The simplified view and its units.

    >>> view, units = read_units("Headline\n\nA line that was cut within\nits first sentence. Then.\nNext.")
    >>> [unit.text for unit in units]
    ['Headline', 'A line that was cut within its first sentence. Then.', 'Next.']
    """
    view = simplify(text)
    lines = _split(view)
    column = _column(view, lines)
    # Where no blank lines part paragraphs, a full stop at a line's end does.
    gaps = len([line for line in lines[1:] if line.gap])
    spaced = gaps * 4 > len(lines)
    if not column and gaps == len(lines) - 1:
        return view, [Unit(start, end, view[start:end], gap) for start, end, gap in lines]
    units: list[Unit] = []
    index = 0
    while index < len(lines):
        first = last = lines[index]
        index += 1
        while index < len(lines) and _belongs(view, last, lines[index], column, spaced):
            last = lines[index]
            index += 1
        core = view[first.start : last.end]
        if last is not first:
            core = core.replace("\n", " ")
        units.append(Unit(first.start, last.end, core, first.gap))
    return view, units
