"""Recognizes a line in marks that gives a quotation of the same text again, as pull quotes do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Repeats"]

_WORD = re.compile(r"[^\W_]+")
_KEY = 4  # words by which a stretch is found
_MOST, _OFTEN = 400, 8  # words of a stretch that are looked at, places of the same words that are kept


class Repeats:
    """Where the words of a stretch stand once more within another, compared without signs and case.

    >>> text = 'Ore is cheap now. || He said: Well, ore is cheap now. We sell.'
    >>> repeats = Repeats(text, [(0, 17), (30, 62)])
    >>> repeats.of(0, 17)
    (30, 62)
    """

    def __init__(self, view: str, stretches: Iterable[tuple[int, int]]) -> None:
        self.view = view
        self.places: dict[tuple[str, ...], list[tuple[int, list[str], int, int]]] = {}
        for start, end in stretches:
            words = self._words(start, end)
            for at, key in enumerate(zip(*(words[k : _MOST + k] for k in range(_KEY)), strict=False)):
                entries = self.places.setdefault(key, [])
                if len(entries) < _OFTEN:
                    entries.append((at, words, start, end))

    def of(self, start: int, end: int) -> tuple[int, int] | None:
        """The other stretch that holds all the words of this one, if there is one."""
        words = self._words(start, end)
        for at, there, a, b in self.places.get(tuple(words[:_KEY]), ()):
            if not a <= start < b and there[at : at + len(words)] == words:
                return a, b
        return None

    def _words(self, start: int, end: int) -> list[str]:
        return [word.lower() for word in _WORD.findall(self.view, start, end)]
