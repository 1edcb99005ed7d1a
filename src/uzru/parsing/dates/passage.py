"""The text around an expression: where its sentence begins, and what the capitals say."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from uzru.parsing.dates.lexicon import Lexicon
from uzru.parsing.late import late

__all__ = ["Passage"]

_MARK = late(r"(?P<open>(?<![^\s(\[])[\"“„«](?=\S)|``)|[\"”»]|''")
_REACH = 200  # characters on both sides in which a sentence is looked for


class Passage:
    """A text, in lower case behind a line break (so that offsets are one more), and as it is printed."""

    def __init__(self, low: str, view: str, sentences: Sequence[tuple[int, int]], lexicon: Lexicon) -> None:
        self.low = low
        self.view = view
        self.lexicon = lexicon
        self._sentences = sentences
        self.headlines: tuple[tuple[int, int], ...] = ()
        self._speech = (-1, (0, 0))
        self._sentence = (-1, 0)  # the last answer, since several rules ask at the same place

    def sentence_start(self, at: int) -> int:
        """Where the sentence or, behind a semicolon, its part begins, as far as 200 characters tell."""
        if self._sentence[0] != at:
            self._sentence = at, self._find_start(at)
        return self._sentence[1]

    def _find_start(self, at: int) -> int:
        begin, _ = self._sentence_of(at)
        start = max(0, at - _REACH, begin)
        part = self.low.rfind("; ", start, at)
        return part + 1 if part >= 0 else start

    def sentence_end(self, at: int, reach: int) -> int:
        """Where the sentence ends, behind its stop, as far as so many characters tell."""
        return min(at + reach, self._sentence_of(at)[1])

    def _sentence_of(self, at: int) -> tuple[int, int]:
        """The sentence in which an expression begins; outside of all paragraphs, the line."""
        i = bisect_right(self._sentences, (at - 1, len(self.low))) - 1
        if i >= 0 and at <= self._sentences[i][1]:
            start, end = self._sentences[i]
            return start, end + 1
        first, last = max(0, at - _REACH), at + _REACH
        end = self.low.find("\n", at, last)
        return max(first, self.low.rfind("\n", first, at)), last if end < 0 else end

    def speech(self, at: int) -> tuple[int, int]:
        """Where the sentence begins that tells of a date, and where it must end: speech in marks has its own tenses."""
        if self._speech[0] != at:
            start, stop = self.sentence_start(at), len(self.low)
            marks = list(_MARK.finditer(self.low, start, at))
            if marks and marks[-1]["open"]:
                start = marks[-1].end()
                closing = next((mark for mark in _MARK.finditer(self.low, at, at + _REACH) if not mark["open"]), None)
                stop = closing.start() if closing else stop
            self._speech = at, (start, stop)
        return self._speech[1]

    def in_headline(self, at: int) -> bool:
        """Whether the words here stand in a headline, where capitals say nothing."""
        return any(start <= at - 1 < end for start, end in self.headlines)

    def is_titled(self, at: int) -> bool:
        """Whether the word here has a capital that only a title gives it: 'on ABC's This Week'."""
        return self.is_capital(at) and self.view[at : at + 1].islower() and not self.in_headline(at)

    def is_capital(self, at: int) -> bool:
        """Whether the word here begins with a capital."""
        return self.view[at - 1 : at].isupper()
