"""Recognizes a line in marks that gives a quotation of the same text again, as pull quotes do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uzru.parsing.late import late

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Repeats"]

_WORD = re.compile(r"[^\W_]+")
_KEY = 4
_SENTENCE = late(r"(?:^|[.!?…][\"'”’)\]]* +)")


class Repeats:
    """Where the words of a stretch stand once more within another, compared without signs and case.

    >>> text = 'Ore is cheap now. || He said: Well, ore is cheap now. We sell.'
    >>> repeats = Repeats(text, [(0, 17), (30, 62)])
    >>> repeats.of(0, 17)
    (30, 62)
    """

    def __init__(self, view: str, stretches: Iterable[tuple[int, int]]) -> None:
        self.view = view
        self.places: dict[tuple[str, ...], list[tuple[int, int, int]]] = {}
        for start, end in stretches:
            words = list(_WORD.finditer(view, start, end))
            low = [m[0].lower() for m in words]
            for at in range(min(len(low), 400)):
                key = tuple(low[at : at + _KEY])
                entries = self.places.setdefault(key, [])
                if len(entries) < 8:
                    entries.append((words[at].start(), start, end))

    def of(self, start: int, end: int) -> tuple[int, int] | None:
        """The other stretch that holds all the words of this one, if there is one."""
        words = [m[0].lower() for m in _WORD.finditer(self.view, start, end)]
        if len(words) < _KEY:
            return None
        for at, a, b in self.places.get(tuple(words[:_KEY]), ()):
            if a <= start < b:
                continue
            there = []
            for match in _WORD.finditer(self.view, at, b):
                there.append(match[0].lower())
                if len(there) == len(words):
                    break
            same = sum(x == y for x, y in zip(there, words, strict=False))
            if len(there) == len(words) and same == len(words):
                return a, b
        return None
