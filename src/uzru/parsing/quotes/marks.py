"""Finds what stands in quotation marks, in whatever way a page writes the marks."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from uzru.parsing.late import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from uzru.parsing.text import Paragraph

__all__ = ["Stretch", "find_stretches"]

# Straight and doubled marks look the same at both ends.
_EITHER = ('"', "''", "&quot;")
_SIGNS = ("“", "”", "„", "«", "»", "‟", "‘‘", "’’", "``", *_EITHER)
_LETTER = re.compile(r"[^\W_]")
_OPENERS = frozenset(("“", "„", "«", "‟", "‘‘", "``"))
_CLOSERS = frozenset(("”", "»", "’’"))

# A mark behind an s before a small letter may be of many owners: 'the workers' plant'.
_OWNERS = late(r"s[’'] [a-z]")
_SINGLE_CLOSE = late(r"(?<=[\w.,!?…])[’'](?=[\s,.;:!?)\]—–―]|$)")
_SINGLE_LIMIT = 600
_NEVER = re.compile(r"\0(?!)")  # finds nothing, as fast as one character is looked for

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
    signs = tuple([sign for sign in _SIGNS if sign in view])
    either = [sign for sign in _EITHER if sign in signs]
    mark = _mark(signs)
    opener = _single_opener("".join([sign for sign in "‘'" if sign in view]), alone=not signs)
    doubles, singles = _Ahead(mark, view), _Ahead(opener, view)
    for start, end, _ in paragraphs:
        before = len(found)
        if doubles.next < end and doubles.stand_in(start, end) and _LETTER.search(view, start, end):
            found.extend(_double(mark, either, view, start, end))
        if len(found) == before and singles.next < end and singles.stand_in(start, end):
            found.extend(_single(opener, view, start, end))
    return found


@cache
def _mark(signs: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the double marks: one that looks for few is much faster than one for all."""
    return re.compile("|".join(signs).replace("''", "'''?")) if signs else _NEVER


@cache
def _single_opener(signs: str, *, alone: bool) -> re.Pattern[str]:
    """What opens single marks: before a capital at a word's edge.

    Where they are `alone` in a text they open before small letters too, but not where letters are left out: 'til, 'em.
    """
    follows = r"(?=[^\W\d_])(?!(?:em|til|tis|twas|cause|bout|round|n)\b)" if alone else "(?=[A-Z])"
    return re.compile(rf"[{signs}](?<![^\s(\[—–―:].){follows}") if signs else _NEVER


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


def _double(pattern: re.Pattern[str], signs: list[str], view: str, start: int, end: int) -> Iterator[Stretch]:
    """Pairs the double marks of one paragraph; one pass, nothing looked up twice.

    Of the marks that the pattern finds the `signs` may open and close.
    """
    either_left = sum([view.count(sign, start, end) for sign in signs])
    opened: tuple[int, int, bool] | None = None  # where the mark starts, ends, and whether it is a curly one
    nested = False
    for mark in pattern.finditer(view, start, end):
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
