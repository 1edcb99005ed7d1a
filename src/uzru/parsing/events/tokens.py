"""The words of a text as events are read from them, cut once, each with what it can be."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from itertools import accumulate, repeat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Tokens"]

_WORD = re.compile(
    r"("
    r"[^\s_](?:"  # a first character, by which the next word is found quickly, and what may follow such a one
    r"(?<=[a-z])[a-z]*(?=[ ,])"  # what most words are: letters before a blank or a comma
    r"|(?<=[^\W_])[^\W_]*(?:(?:[-.]|(?<=\d),(?=\d{3}\b))[^\W_]+)*"  # inner hyphens, dots, the commas of numbers
    r"(?:['’](?!s\b)[^\W\d_]+)*"  # inner apostrophes, but no possessive 's
    r"|(?<=['’])s\b"
    r"|(?<=\W)"  # every other visible character stands alone
    r"))"
)


class Tokens:
    """The words and signs of a text.

    Attributes:
        view: the text.
        low: likewise in lower case, of the same length.
        words: each word in lower case.
        starts: offset of each word.
        ends: offset behind each word.
        bits: what each word can be (see `parts`).

    >>> tokens = Tokens("Chad’s envoy left.", "chad’s envoy left.", {"envoy": 1})
    >>> tokens.words, tokens.starts, tokens.bits
    (['chad', '’s', 'envoy', 'left', '.'], array('q', [0, 4, 7, 13, 17]), [0, 0, 1, 0, 0])
    """

    __slots__ = ("bits", "ends", "low", "starts", "view", "words")

    def __init__(self, view: str, low: str, bits: Mapping[str, int]) -> None:
        self.view, self.low = view, low
        pieces = _WORD.split(low)  # every other one a token: no step in Python for each
        bounds = array("q", list(accumulate(map(len, pieces), initial=0)))  # a fifth of the memory of a list
        self.words, self.starts, self.ends = pieces[1::2], bounds[1:-1:2], bounds[2::2]
        self.bits = list(map(bits.get, self.words, repeat(0)))

    def is_capital(self, i: int) -> bool:
        """Whether a word begins with a capital."""
        at = self.starts[i]
        return self.view[at] != self.low[at]

    def run(self, start: int, end: int) -> tuple[int, int]:
        """The words between two offsets, half-open."""
        first = bisect_left(self.starts, start)
        return first, bisect_left(self.starts, end, first)
