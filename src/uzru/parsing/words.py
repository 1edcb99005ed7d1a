"""The words of a text with their offsets, cut once for all that look for certain words."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Container, Iterator, Sequence
from itertools import accumulate

__all__ = ["MARKS", "Words", "closes_quotation", "occurrences"]

MARKS = ".,;:!?\"'()[]{}<>/\\|*#=+@$%^~`“”„‘’‚´ʼ′«»‹›¿¡…–—•·\n\t\r\xa0"
"""What parts words; hyphens, ampersands and underlines do not."""
_PARTING = frozenset({"", " ", *MARKS})
_FEW = 16  # so many words are sooner looked for in the text, each by itself, than among all words
_CLOSING = frozenset('"”“»')  # the low-high style closes with what others open with
_SINGLE = frozenset("'’")
_BEFORE_SINGLE = frozenset({"", *",.!?…'’"})  # behind letters a single mark may be an apostrophe


class Words:
    """The words of a text between blanks and marks.

    >>> Words("The mint’s head, Ortikov, left.").spots({"mint", "head", "Ortikov"})
    [(4, 'mint'), (11, 'head'), (17, 'Ortikov')]
    """

    def __init__(self, text: str) -> None:
        self._text = text
        for mark in MARKS:
            if mark in text:
                text = text.replace(mark, " ")
        self.words = text.split(" ")
        self._ends = array("q", accumulate(map(len, self.words)))  # the blanks left out; less memory than a list

    def numbers(self, wanted: Container[str], among: Sequence[int] | None = None) -> list[int]:
        """Which words are wanted, of all or of some, by their numbers, in order."""
        if among is None:
            return [number for number, word in enumerate(self.words) if word in wanted]
        words = self.words
        return [number for number in among if words[number] in wanted]

    def start(self, number: int) -> int:
        """Where a word begins."""
        return self._ends[number] - len(self.words[number]) + number

    def spots(self, wanted: Collection[str]) -> list[tuple[int, str]]:
        """Where the wanted words stand, in order; they have no marks."""
        if len(wanted) <= _FEW and all(wanted):
            return sorted([(start, word) for word in wanted for start in self._starts(word)])
        ends = self._ends
        return [(ends[k] - len(word) + k, word) for k, word in enumerate(self.words) if word in wanted]

    def _starts(self, word: str) -> Iterator[int]:
        """Where a word begins, each time that it stands between marks and blanks."""
        text, length = self._text, len(word)
        for start in occurrences(text, word):
            if text[start + length : start + length + 1] in _PARTING and text[max(0, start - 1) : start] in _PARTING:
                yield start


def occurrences(text: str, part: str) -> Iterator[int]:
    """Where a part of a text begins, within words too; the next one is looked for behind it.

    >>> list(occurrences("the mint, the mints", "mint"))
    [4, 14]
    """
    start = text.find(part)
    while start >= 0:
        yield start
        start = text.find(part, start + len(part))


def closes_quotation(word: str) -> bool:
    """Whether what stands before a blank ends with a mark that closes a quotation, in whatever style.

    >>> [closes_quotation(word) for word in ('stay,"', "stay.’", "stay,“", "miners'", "stay.")]
    [True, True, True, False, False]
    """
    return word[-1] in _CLOSING or (word[-1] in _SINGLE and word[-2:-1] in _BEFORE_SINGLE)
