"""What a name's kind and ends are judged by: features of a span of a run, in groups that are each summed up once."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from typing import Generic, Protocol, Self, TypeVar

from uzru.parsing.memo import Memo
from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.names.runs import Run

__all__ = ["FACTS", "LOWER_CASE", "MOST_CAPITALS", "PERSON_EVIDENCE", "SpanParts"]

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
    "stands before a word like 'spokesman' or 'president' somewhere",
    "follows a phrase like 'the head of' somewhere",
    "stands beside a word like 'company' or 'party' somewhere",
    "stands beside a word like 'province' or 'village' somewhere",
    "is called by an office or occupation somewhere",
)
"""What a document says of a string, a bit each, the lowest first."""

LOWER_CASE = 0b1000000
"""The fact that a word stands in lower case too."""

SPEAKING = 0b1000
"""The fact that a string stands beside a verb of saying."""

PERSON_EVIDENCE = 0b10000000000000111
"""The facts that tell a person: part of a full name, titled, called by an office."""

_EVIDENCE = (
    ("p", PERSON_EVIDENCE),
    ("o", 0b0111010000100000),  # of an organization: its nouns, its staff, its initials
    ("l", 0b1000000010010000),  # of a place: 'in', its nouns, a country behind a comma
)
_TELLING = frozenset("CFEeBbRNTKHOPWwUQG")  # the flags that are worth combining with the document's evidence


class _Summable(Protocol):
    def __add__(self, other: Self, /) -> Self: ...


Part = TypeVar("Part", bound=_Summable)


class SpanParts(Generic[Part]):
    """Sums up, for a span of a run, its groups of features, each folded into a `Part` once and kept.

    `fold` makes a Part from feature strings: their summed weights when names are found, their numbers in training.
    `one` does so of a single feature.

    Attributes:
        alone: what a word as a span of its own has, by the word and what the document tells of it.
        beginning, ending: what all longer spans that begin, or end, with a word have, likewise.
        string: what they have by what the document tells of them.
    """

    def __init__(
        self, lexicon: Lexicon, fold: Callable[[list[str]], Part], one: Callable[[str], Part] | None = None
    ) -> None:
        self.lexicon = lexicon
        self._fold = fold
        self._one = one or (lambda feature: fold([feature]))
        self._flagged = Memo[str, Part](self._flags)
        self._alone = Memo[str, Part](lambda word: self._word("s", word))
        self._first = Memo[str, Part](lambda word: self._word("f", word))
        self._last = Memo[str, Part](lambda word: self._word("l", word))
        self._inner = Memo[str, Part](lambda word: self._word("i", word))
        self._owners = Memo[str, Part](lambda word: self._word("o", word))
        self._before = Memo[str, Part](lambda word: self._around("p", word))
        self._after = Memo[str, Part](lambda word: self._around("r", word))
        self._further_before = Memo[str, Part](lambda word: self._one(f"q={word.lower()}"))
        self._further_after = Memo[str, Part](self._further)
        self._ends = Memo[tuple[str, str, int], Part](lambda ends: fold(_ends(*ends)))
        self._joints = Memo[tuple[str, str, str], Part](lambda joint: fold(self._joint(*joint)))
        self._tables = Memo[str, Part](self._one)
        self._combined = Memo[tuple[str, int], Part](lambda key: self._one(_combination(*key)))
        self._facts_alone = Memo[int, Part](lambda bits: fold(_bits("ds", bits)))
        self._facts_first = Memo[int, Part](lambda bits: fold(_bits("df", bits)))
        self._facts_last = Memo[int, Part](lambda bits: fold(_bits("dl", bits)))
        self.string = Memo[int, Part](lambda bits: fold(_bits("dw", bits)))
        self._places = {
            "follows": self._before,
            "comes two words after": self._further_before,
            "stands before": self._after,
            "stands two words before": self._further_after,
            "starts with": self._first,
            "ends with": self._last,
            "contains": self._inner,
        }
        self._documents = {
            "document": self._facts_alone,
            "document-whole": self.string,
            "document-first": self._facts_first,
            "document-last": self._facts_last,
        }
        flags = lexicon.flags
        self.alone = Memo[tuple[str, int], Part](
            lambda key: self._alone[key[0]] + self._facts_alone[key[1]] + self._combined[flags(key[0]), key[1]]
        )
        self.beginning = Memo[tuple[str, int], Part](lambda key: self._first[key[0]] + self._facts_first[key[1]])
        self.ending = Memo[tuple[str, int], Part](lambda key: self._last[key[0]] + self._facts_last[key[1]])

    def left(self, run: Run, i: int) -> Part:
        """What all spans from word i on have: the two words before."""
        one, two = run.before if i == 0 else _words_before(run, i)
        return self._before[one] + self._further_before[two]

    def right(self, run: Run, j: int) -> Part:
        """What all spans up to the word before j have: the two words or marks behind."""
        one, two = _words_behind(run, j)
        return self._after[one] + self._further_after[two]

    def beside(self, run: Run) -> Part:
        """What a whole run has by the words before it and those behind."""
        before, before_that = run.before
        behind, behind_that = _behind_run(run)
        around = self._before[before] + self._further_before[before_that]
        return around + self._after[behind] + self._further_after[behind_that]

    def around(self, run: Run, capitals: Sequence[int]) -> tuple[list[Part], list[Part]]:
        """What all spans from each of the `capitals` on have by the words before, and all up to it by those behind."""
        if run.owners:
            return [self.left(run, k) for k in capitals], [self.right(run, k + 1) for k in capitals]
        near, far = run.before
        words = (far, near, *run.words, *_behind_run(run))
        before, before_that = self._before, self._further_before
        behind, behind_that = self._after, self._further_after
        return (
            [before[words[k + 1]] + before_that[words[k]] for k in capitals],
            [behind[words[k + 3]] + behind_that[words[k + 4]] for k in capitals],
        )

    def several(self, words: Sequence[str], owners: Container[int] = ()) -> Part:
        """What a span of several words has besides its beginning, its ending and what stands around.

        `owners` are the numbers of the words that have a possessive.
        """
        flags = self.lexicon.flags
        part = self._ends[flags(words[0]), flags(words[-1]), len(words)] + self._string(" ".join(words))
        for k, word in enumerate(words[:-1]):
            if k in owners:
                part += self._owners[word]
            if k:
                part += self._inner[word]
                if word in self.lexicon.joiners:
                    part += self._joints[words[k - 1], word, words[k + 1]]
        return part

    def described(self, run: Run, i: int, j: int) -> list[tuple[str, str]]:
        """The groups of words that can be told to a person: where, and the word that is seen there."""
        words = run.words
        before, before_that = _words_before(run, i)
        behind, behind_that = _words_behind(run, j)
        around = [
            ("follows", before),
            ("comes two words after", before_that),
            ("stands before", behind),
            ("stands two words before", behind_that),
        ]
        if j == i + 1:
            return [*around, ("is", words[i])]
        inside = [("contains", word) for word in words[i + 1 : j - 1]]
        return [*around, ("starts with", words[i]), ("ends with", words[j - 1]), ("is", " ".join(words[i:j])), *inside]

    def documented(self, run: Run, i: int, j: int, facts: dict[str, int]) -> list[tuple[str, str, int]]:
        """The groups of facts, likewise: of which words, their flags if these count too, and the facts."""
        words = run.words
        first = words[i]
        bits = facts.get(first, 0)
        if j == i + 1:
            return [("document", "", bits), ("document-flags", self.lexicon.flags(first), bits)]
        whole, last = facts.get(" ".join(words[i:j]), 0), facts.get(words[j - 1], 0)
        told = (("document-whole", "", whole), ("document-first", "", bits), ("document-last", "", last))
        return [one for one in told if one[2]]

    def weight(self, where: str, word: str) -> Part:
        """What a group that is `described` adds."""
        if where == "is":
            return self._string(word) if " " in word else self._alone[word]
        return self._places[where][word]

    def weight_of_facts(self, where: str, flags: str, bits: int) -> Part:
        """What a group that is `documented` adds."""
        return self._combined[flags, bits] if where == "document-flags" else self._documents[where][bits]

    def _flags(self, key: str) -> Part:
        """The features of a word's flags, at a place: the flags together, and each."""
        place, flags = key[0], key[1:]
        return self._fold([f"{place}:{flags}", *[f"{place}.{flag}" for flag in flags or "-"]])

    def _word(self, place: str, word: str) -> Part:
        return self._one(f"{place}={word}") + self._flagged[place + self.lexicon.flags(word)]

    def _around(self, place: str, word: str) -> Part:
        part = self._one(f"{place}={word.lower()}")
        if not word[:1].isalpha():
            return part
        flags = self.lexicon.flags(word)
        return part + self._flagged[f"{place}{flags}^" if word[:1].isupper() else place + flags]

    def _further(self, word: str) -> Part:
        mark = "u" if word[:1] == "," else "t"
        return self._one(f"t={word.lower()}") + self._flagged[mark + self.lexicon.flags(word.lstrip(","))]

    def _joint(self, before: str, joiner: str, after: str) -> list[str]:
        """A joiner between two words of the span."""
        flags = self.lexicon.flags
        return [
            *[f"j={joiner}<{flag}" for flag in flags(before) or "-"],
            *[f"j={joiner}>{flag}" for flag in flags(after) or "-"],
        ]

    def _string(self, text: str) -> Part:
        part = self._one(f"w={text}")
        if text in self.lexicon.countries:
            part += self._tables["g=country"]
        if known := self.lexicon.places.get(text):
            part += self._tables[f"g={known.sort}"]
        if text in self.lexicon.organizations:
            part += self._tables["g=organization"]
        return part


def _combination(flags: str, facts: int) -> str:
    evidence = "".join(letter for letter, bits in _EVIDENCE if facts & bits)
    return f"c:{''.join(flag for flag in flags if flag in _TELLING)}|{evidence}"


def _words_before(run: Run, i: int) -> tuple[str, str]:
    if i == 0:
        return run.before
    if i - 1 in run.owners:
        return "'s", run.words[i - 1]
    return run.words[i - 1], run.words[i - 2] if i > 1 else run.before[0]


def _behind_run(run: Run) -> tuple[str, str]:
    return (run.after[0], "," + run.apposition) if run.apposition else run.after


def _words_behind(run: Run, j: int) -> tuple[str, str]:
    words = run.words
    if j == len(words):
        return _behind_run(run)
    if j - 1 in run.owners:
        return "'s", words[j]
    return words[j], words[j + 1] if j + 1 < len(words) else run.after[0]


def _ends(first: str, last: str, size: int) -> list[str]:
    length = min(size, 5)
    return [f"n={length}", f"e={first}|{last}|{min(size, 3)}", f"nl={length}{last[:1]}", f"nf={length}{first[:1]}"]


def _bits(place: str, facts: int) -> list[str]:
    if not facts:
        return []
    return [f"{place}:{facts}", *[f"{place}.{bit}" for bit in range(facts.bit_length()) if facts >> bit & 1]]
