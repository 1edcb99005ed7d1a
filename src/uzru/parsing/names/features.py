"""What a name's kind and ends are judged by: features of a span of a run, grouped so that each group can be cached."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.names.runs import Run

__all__ = ["FACTS", "MOST_CAPITALS", "SpanParts"]

MOST_CAPITALS = 7
"""A name has at most so many capitalized words."""

FACTS = (
    "ends a longer name that starts with a first name",
    "starts a longer name with a first name",
    "follows a title somewhere",
    "stands beside a verb of saying somewhere",
    "follows 'in', 'at' or 'near' somewhere",
    "starts a longer name that ends in an organization's head noun",
    "stands in lower case somewhere",
    "stands before a comma and a country or region somewhere",
    "follows 'the' somewhere",
    "has a possessive somewhere",
    "is the initials of a longer name",
    "stands inside a longer name",
    "stands before a word like 'spokesman' or 'president'",
    "follows a phrase like 'the head of'",
    "stands beside a word like 'company' or 'party'",
    "stands beside a word like 'province' or 'village'",
    "is called by an office or occupation",
)
"""What a document says of a string, a bit each, the lowest first."""

Part = TypeVar("Part")


class SpanParts(Generic[Part]):
    """Lists, for a span of a run, its groups of features, each folded into a `Part` once and kept.

    `fold` makes a Part from feature strings: their summed weights when names are found, their numbers in training.
    """

    def __init__(self, lexicon: Lexicon, fold: Callable[[list[str]], Part]) -> None:
        self.lexicon = lexicon
        self.fold = fold
        self._alone: dict[str, Part] = {}
        self._first: dict[str, Part] = {}
        self._last: dict[str, Part] = {}
        self._inner: dict[str, Part] = {}
        self._owners: dict[str, Part] = {}
        self._before: dict[str, Part] = {}
        self._further_before: dict[str, Part] = {}
        self._after: dict[str, Part] = {}
        self._further_after: dict[str, Part] = {}
        self._ends: dict[tuple[str, str, int], Part] = {}
        self._strings: dict[str, Part] = {}
        self._facts_alone: dict[int, Part] = {}
        self._facts_first: dict[int, Part] = {}
        self._facts_last: dict[int, Part] = {}
        self._facts_string: dict[int, Part] = {}

    def left(self, run: Run, i: int) -> tuple[Part, Part]:
        """The groups of the two words before word i."""
        words = run.words
        one, two = run.before if i == 0 else (words[i - 1], words[i - 2] if i > 1 else run.before[0])
        if i and i - 1 in run.owners:
            one, two = "'s", one
        before = self._before.get(one)
        if before is None:
            before = self._before[one] = self.fold(self._around("p", one))
        further = self._further_before.get(two)
        if further is None:
            further = self._further_before[two] = self.fold([f"q={two.lower()}"])
        return before, further

    def right(self, run: Run, j: int) -> tuple[Part, Part]:
        """The groups of the two words or marks behind the word before j."""
        words = run.words
        size = len(words)
        if j == size:
            one, two = run.after
            if run.apposition:
                two = "," + run.apposition
        elif j - 1 in run.owners:
            one, two = "'s", words[j]
        else:
            one, two = words[j], words[j + 1] if j + 1 < size else run.after[0]
        after = self._after.get(one)
        if after is None:
            after = self._after[one] = self.fold(self._around("r", one))
        further = self._further_after.get(two)
        if further is None:
            bare = two.lstrip(",")
            further = self._further_after[two] = self.fold(
                [f"t={two.lower()}", *(f"t.{two[:1] == ','}{flag}" for flag in self.lexicon.flags(bare))]
            )
        return after, further

    def _around(self, place: str, word: str) -> list[str]:
        found = [f"{place}={word.lower()}"]
        if word[:1].isalpha():
            found += [f"{place}.{flag}" for flag in self.lexicon.flags(word)]
            if word[:1].isupper():
                found.append(f"{place}.^")
        return found

    def single(self, word: str, facts: int) -> tuple[Part, Part]:
        """The groups of a span of one word."""
        alone = self._alone.get(word)
        if alone is None:
            alone = self._alone[word] = self.fold(self._word("s", word))
        known = self._facts_alone.get(facts)
        if known is None:
            known = self._facts_alone[facts] = self.fold(_bits("ds", facts))
        return alone, known

    def several(self, run: Run, i: int, j: int, facts: dict[str, int]) -> list[Part]:
        """The groups of a span of words i to j, at least two."""
        words = run.words
        first, last, size = words[i], words[j - 1], j - i
        text = " ".join(words[i:j])
        flags = self.lexicon.flags
        parts = [
            _kept(self._first, first, self.fold, lambda: self._word("f", first)),
            _kept(self._last, last, self.fold, lambda: self._word("l", last)),
            _kept(self._ends, ends := (flags(first), flags(last), size), self.fold, lambda: _ends(*ends)),
            _kept(self._strings, text, self.fold, lambda: self._string(text, words[i:j])),
        ]
        for word in words[i + 1 : j - 1]:
            parts.append(_kept(self._inner, word, self.fold, lambda word=word: self._word("i", word)))  # type: ignore[misc]
        for kept, name, place in (
            (self._facts_first, first, "df"),
            (self._facts_last, last, "dl"),
            (self._facts_string, text, "dw"),
        ):
            bits = facts.get(name, 0)
            if bits:
                parts.append(_kept(kept, bits, self.fold, lambda bits=bits, place=place: _bits(place, bits)))  # type: ignore[misc]
        if run.owners:
            for number in run.owners:
                if i <= number < j - 1:
                    owner = words[number]
                    parts.append(_kept(self._owners, owner, self.fold, lambda owner=owner: self._word("o", owner)))  # type: ignore[misc]
        return parts

    def _word(self, place: str, word: str) -> list[str]:
        flags = self.lexicon.flags(word)
        found = [f"{place}={word}", f"{place}:{flags}", *(f"{place}.{flag}" for flag in flags)]
        if not flags:
            found.append(f"{place}.-")
        return found

    def _string(self, text: str, words: Sequence[str]) -> list[str]:
        found = [f"w={text}"]
        if text in self.lexicon.countries:
            found.append("g=country")
        if known := self.lexicon.places.get(text):
            found.append(f"g={known.sort}")
        if text in self.lexicon.organizations:
            found.append("g=organization")
        return found


Key = TypeVar("Key")


def _kept(kept: dict[Key, Part], key: Key, fold: Callable[[list[str]], Part], features: Callable[[], list[str]]) -> Part:
    part = kept.get(key)
    if part is None:
        part = kept[key] = fold(features())
    return part


def _ends(first: str, last: str, size: int) -> list[str]:
    length = min(size, 5)
    return [f"n={length}", f"e={first}|{last}|{min(size, 3)}", f"nl={length}{last[:1]}", f"nf={length}{first[:1]}"]


def _bits(place: str, facts: int) -> list[str]:
    found = [f"{place}:{facts}"]
    bit = 0
    while facts:
        if facts & 1:
            found.append(f"{place}.{bit}")
        facts >>= 1
        bit += 1
    return found
