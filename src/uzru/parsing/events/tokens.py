"""The words of a sentence as events are read from them, each with what it can be."""

from __future__ import annotations

import re
from functools import reduce
from itertools import accumulate, repeat
from operator import or_
from typing import TYPE_CHECKING

from uzru.parsing.memo import Lazy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
_FEW = 64  # words that are sooner counted than told where they stand, each


class Tokens:
    """The words and signs of a sentence; where each stands is worked out when asked for, since few sentences tell.

    Attributes:
        view: the text.
        low: likewise in lower case, of the same length.
        start: offset of the sentence in the text.
        end: offset behind the sentence.
        words: each word in lower case.
        bits: what each word can be (see `parts`).
        whole: what any of them can be.
        named: the offsets where anybody or a place is named in the text, in order.

    >>> tokens = Tokens("Chad’s envoy left.", "chad’s envoy left.", {"envoy": 1})
    >>> tokens.words, tokens.starts, tokens.bits
    (['chad', '’s', 'envoy', 'left', '.'], [0, 4, 7, 13, 17], [0, 0, 1, 0, 0])
    """

    def __init__(
        self,
        view: str,
        low: str,
        bits: Mapping[str, int],
        start: int = 0,
        end: int | None = None,
        named: Sequence[int] = (),
    ) -> None:
        self.view, self.low, self.named = view, low, named
        self.start, self.end = start, len(low) if end is None else end
        self._pieces = _WORD.split(low[start:end])  # every other one a token: no step in Python for each
        self.words = self._pieces[1::2]
        self.bits = list(map(bits.get, self.words, repeat(0)))
        self.whole = reduce(or_, self.bits, 0)

    @Lazy
    def starts(self) -> list[int]:
        """Offset of each word in the text."""
        return list(accumulate(map(len, self._pieces), initial=self.start))[1:-1:2]

    def is_capital(self, i: int) -> bool:
        """Whether a word begins with a capital."""
        at = self.starts[i] if i > _FEW else self.start + sum(map(len, self._pieces[: 2 * i + 1]))
        return self.view[at] != self.low[at]
