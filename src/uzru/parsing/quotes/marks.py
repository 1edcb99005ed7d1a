"""Finds what stands in quotation marks, in whatever way a page writes the marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from uzru.parsing.late import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from uzru.parsing.text import Paragraph

__all__ = ["Stretch", "find_stretches"]

# Straight and doubled marks look the same at both ends. Parts that begin with one sign each are found fast.
_MARK = re.compile(r"""“|”|„|«|»|‟|"|'''?|‘‘|’’|``|&quot;""")
_LETTER = re.compile(r"[^\W_]")
_OPENERS = frozenset(("“", "„", "«", "‟", "‘‘", "``"))
_CLOSERS = frozenset(("”", "»", "’’"))

# Single marks: opened before a capital at a word's edge, closed behind a word's or sentence's end.  In a text that has
# no others they open before small letters too, but not where letters are left out: 'til, 'em, '90s.
_SINGLE_OPEN = re.compile(r"[‘'](?<![^\s(\[—–―:].)(?=[A-Z])")
_ONLY_SINGLE_OPEN = late(r"[‘'](?<![^\s(\[—–―:].)(?=[^\W\d_])(?!(?:em|til|tis|twas|cause|bout|round|n)\b)")
# A mark behind an s before a small letter may be of many owners: 'the workers' plant'.
_OWNERS = late(r"s[’'] [a-z]")
_SINGLE_CLOSE = late(r"(?<=[\w.,!?…])[’'](?=[\s,.;:!?)\]—–―]|$)")
_SINGLE_LIMIT = 600

_LEADS_OPENER = frozenset(" \t([{—–―-/*:‘'…\n")
_FOLLOWS_CLOSER = frozenset(" \t.,;:!?)]}—–―-/*’'…\n")


class Stretch(NamedTuple):
    """A marked stretch: with its marks (`start`, `end`), without them (`inner_start`, `inner_end`)."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool


def find_stretches(view: str, paragraphs: Iterable[Paragraph]) -> list[Stretch]:
    r"""The marked stretches of each paragraph, in order; a mark never closed runs to its paragraph's end.

    A stretch inside another is part of it; one that holds no letter or digit is none.

    >>> from uzru.parsing.text import plain_paragraphs
    >>> text = 'He said "no," then “yes”, then \'\'maybe.'
    >>> [text[s.start:s.end] for s in find_stretches(text, plain_paragraphs(text))]
    ['"no,"', '“yes”', "''maybe."]
    """
    found: list[Stretch] = []
    doubles = _Ahead(_MARK, view)
    opener = _SINGLE_OPEN if doubles.stand_in(0, len(view)) else _ONLY_SINGLE_OPEN
    singles = _Ahead(opener, view)
    for start, end, _ in paragraphs:
        before = len(found)
        if doubles.next < end and doubles.stand_in(start, end) and _LETTER.search(view, start, end):
            found.extend(_double(view, start, end))
        if len(found) == before and singles.next < end and singles.stand_in(start, end):
            found.extend(_single(opener, view, start, end))
    return found


class _Ahead:
    """Marks of one sort, looked for once however many paragraphs have none."""

    def __init__(self, pattern: re.Pattern[str], view: str) -> None:
        self.pattern = pattern
        self.view = view
        self.next = -1

    def stand_in(self, start: int, end: int) -> bool:
        """Whether one stands in a paragraph, which lies behind those asked for before."""
        if self.next < start:
            match = self.pattern.search(self.view, start)
            self.next = match.start() if match else len(self.view)
        return self.next < end


def _stretch(view: str, start: int, inner: int, inner_end: int, end: int, *, closed: bool) -> Stretch | None:
    while inner < inner_end and view[inner] in " \t":
        inner += 1
    while inner_end > inner and view[inner_end - 1] in " \t":
        inner_end -= 1
    if _LETTER.search(view, inner, inner_end) is None:
        return None
    return Stretch(start, end, inner, inner_end, closed)


def _double(view: str, start: int, end: int) -> Iterator[Stretch]:
    """Pairs the double marks of one paragraph; one pass, nothing looked up twice."""
    either_left = sum(view.count(mark, start, end) for mark in ('"', "''", "&quot;"))
    opened: tuple[int, int, bool] | None = None  # where the mark starts, ends, and whether it is a curly one
    nested = False
    for mark in _MARK.finditer(view, start, end):
        at, behind, sign = mark.start(), mark.end(), mark[0]
        before = view[at - 1] if at > start else " "
        after = view[behind] if behind < end else " "
        opens = before in _LEADS_OPENER and after not in " \t"
        closes = after in _FOLLOWS_CLOSER and before not in " \t"
        either = sign not in _OPENERS and sign not in _CLOSERS
        either_left -= either
        if opened is None:
            if sign in _OPENERS:
                begins = opens or not closes
            elif sign in _CLOSERS:
                begins = (opens and not closes) or at == start
            else:
                begins = not closes or (opens and before not in " \t" and not before.isalnum())
            if begins:
                opened, nested = (at, behind, sign in _OPENERS), False
            continue
        if sign in _OPENERS and at == opened[1]:
            opened = (opened[0], behind, True)  # an opening mark written twice
            continue
        if sign in _OPENERS:
            if (opened[2] and view[opened[0]] == "„") or (closes and not opens):
                reopens = False
            elif not opened[2]:
                nested = True
                continue
            else:
                reopens = True
        elif sign in _CLOSERS:
            if nested:
                nested = False
                continue
            reopens = False
        elif opened[2]:
            if nested or (opens and not closes):
                nested = not nested
                continue
            reopens = False
        else:
            reopens = opens and not closes and either_left % 2 == 1
        if reopens:
            inner_end = at
            made = _stretch(view, opened[0], opened[1], inner_end, inner_end, closed=False)
            opened = (at, behind, sign in _OPENERS)
        else:
            made = _stretch(view, opened[0], opened[1], at, behind, closed=True)
            opened = None
        nested = False
        if made:
            yield made
    if opened is not None and (made := _stretch(view, opened[0], opened[1], end, end, closed=False)):
        yield made


def _single(opener: re.Pattern[str], view: str, start: int, end: int) -> Iterator[Stretch]:
    at = start
    while opening := opener.search(view, at, end):
        begin = opening.start()
        limit = min(end, begin + _SINGLE_LIMIT)
        close = _closing(view, begin + 2, limit, opener)
        if close is None:
            at = begin + 1 if limit == end else begin + _SINGLE_LIMIT // 2
            continue
        if made := _stretch(view, begin, begin + 1, close, close + 1, closed=True):
            yield made
        at = close + 1


def _closing(view: str, at: int, limit: int, opener: re.Pattern[str]) -> int | None:
    """Where a single mark closes: not behind the owners of something, if it closes before another opens."""
    owned = None
    for close in _SINGLE_CLOSE.finditer(view, at, limit):
        if not _OWNERS.match(view, close.start() - 1):
            return close.start() if owned is None or opener.search(view, owned, close.start()) is None else owned
        owned = owned or close.start()
    return owned
