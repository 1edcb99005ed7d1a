"""What a name's kind and ends are judged by: features of a span of a run, in groups that are each summed up once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, Protocol, Self, TypeVar

from uzru.parsing.memo import Memo
from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.names.runs import Run

__all__ = ["FACTS", "LOWER_CASE", "MOST_CAPITALS", "PERSON_EVIDENCE", "Facts", "SpanParts", "WordParts"]

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


Facts = tuple[int, Part, Part, Part]
"""What facts are judged with a word, as few as tell the same; what all add to a span of one word, to longer ones by the
first word and by the last."""


class WordParts(Generic[Part]):
    """What a word adds to the spans that it stands beside.

    Attributes:
        word: the word, or the first one seen of those that are alike.
        flags: its letters, as of the lexicon.
        before, further_before: what it adds to a span right behind it, or two words behind it.
        behind, further_behind: what it adds to a span right before it, or two words before it.
    """

    __slots__ = ("before", "behind", "flags", "further_before", "further_behind", "word")

    def __init__(self, word: str, flags: str, one: Callable[[str], Part], flagged: Mapping[str, Part]) -> None:
        self.word, self.flags = word, flags
        low = word.lower()
        self.before, self.further_before = one(f"p={low}"), one(f"q={low}")
        self.behind, self.further_behind = one(f"r={low}"), one(f"t={low}")
        letter = word[:1]
        if letter.isalpha():
            cased = flags + "^" if letter.isupper() else flags
            self.before += flagged["p" + cased]
            self.behind += flagged["r" + cased]
        self.further_behind += flagged[("u" if letter == "," else "t") + flags]


class SpanParts(Generic[Part]):
    """Sums up, for a span of a run, its groups of features, each folded into a `Part`.

    `fold` makes a Part from feature strings: their summed weights when names are found, their numbers in training.
    `one` does so of a single feature. `alike` gives words that have all features in common the same key, and
    a word that has its own an empty one.

    Attributes:
        words: what words add by where they stand; words that are alike share it.
        facts: what spans have by what the document tells of their words.
        string: what a longer span has by what the document tells of it.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        fold: Callable[[list[str]], Part],
        one: Callable[[str], Part] | None = None,
        alike: Callable[[str, str], str] = lambda word, flags: "",
    ) -> None:
        self.lexicon = lexicon
        self._fold = fold
        self._one = one or (lambda feature: fold([feature]))
        self._alike = alike
        self._shared: dict[str, WordParts[Part]] = {}
        self.words = Memo(self._read)
        self._flagged = Memo[str, Part](self._flags)
        self._inner = Memo[WordParts[Part], Part](lambda known: self._word("i", known.word))
        self._joints = Memo[str, Part](self._joint)
        self._sizes = Memo[tuple[int, str, str], Part](
            lambda size: fold([f"n={size[0]}", f"nf={size[0]}{size[1]}", f"nl={size[0]}{size[2]}"])
        )
        self._telling = Memo[str, str](lambda flags: "".join([flag for flag in flags if flag in _TELLING]))
        self._evidence = Memo[int, str](lambda facts: "".join([mark for mark, bits in _EVIDENCE if facts & bits]))
        self.facts = Memo(self._read_facts)
        self.string = Memo[int, Part](lambda bits: fold(_bits("dw", bits)))

    def _read(self, word: str) -> WordParts[Part]:
        flags = self.lexicon.flags(word.lstrip(",") if word[:1] == "," else word)
        key = self._alike(word, flags)
        parts = self._shared.get(key) if key else None
        if parts is None:
            parts = WordParts(word, flags, self._one, self._flagged)
            if key:
                self._shared[key] = parts
        return parts

    def _read_facts(self, facts: int) -> Facts[Part]:
        judged = facts & (LOWER_CASE | SPEAKING)
        for _, bits in _EVIDENCE:
            if facts & bits:
                judged |= bits & -bits
        alone, first, last = (self._fold(_bits(place, facts)) for place in ("ds", "df", "dl"))
        return judged, alone, first, last

    def alone(self, word: str, facts: int) -> Part:
        """What a word as a span of its own has, also together with facts that are `judged`."""
        return self._word("s", word) + self._combined(word, facts)

    def beginning(self, word: str) -> Part:
        """What all longer spans that begin with a word have."""
        return self._word("f", word)

    def ending(self, word: str) -> Part:
        """What all longer spans that end with a word have."""
        return self._word("l", word)

    def left(self, run: Run, i: int) -> Part:
        """What all spans from word i on have: the two words before."""
        before, before_that = _words_before(run, i)
        return self.words[before].before + self.words[before_that].further_before

    def right(self, run: Run, j: int) -> Part:
        """What all spans up to the word before j have: the two words or marks behind."""
        behind, behind_that = _words_behind(run, j)
        return self.words[behind].behind + self.words[behind_that].further_behind

    def beside(self, run: Run) -> Part:
        """What a whole run has by the words before it and those behind."""
        words = self.words
        before, before_that = run.before
        behind, behind_that = run.after
        if run.apposition:
            behind_that = "," + run.apposition
        return (
            words[before].before
            + words[before_that].further_before
            + words[behind].behind
            + words[behind_that].further_behind
        )

    def seen(self, run: Run) -> list[WordParts[Part]]:
        """What the words of a run add, with the two before it in front and those behind it at the end."""
        near, far = run.before
        return list(map(self.words.__getitem__, (far, near, *run.words, *_behind_run(run))))

    def several(self, words: Sequence[str], owners: Iterable[int] = ()) -> Part:
        """What a span of several words has besides its beginning, its ending and what stands around.

        `owners` are the numbers of the words that have a possessive.
        """
        known = list(map(self.words.__getitem__, words))
        first, last, size = known[0].flags, known[-1].flags, len(words)
        part = self._string(" ".join(words)) + self._one(f"e={first}|{last}|{size if size < 3 else 3}")
        part += self._sizes[size if size < 5 else 5, first[:1], last[:1]]
        for k in range(1, size - 1):
            part += self._inner[known[k]]
            if words[k] in self.lexicon.joiners:
                part += (
                    self._joints[f"{words[k]}< {known[k - 1].flags}"]
                    + self._joints[f"{words[k]}> {known[k + 1].flags}"]
                )
        for k in owners:
            if 0 <= k < size - 1:
                part += self._word("o", words[k])
        return part

    def told(self, run: Run, i: int, j: int, facts: dict[str, int]) -> list[tuple[Part, str, str]]:
        """What groups of a span that can be told to a person add, each with where something is seen, and what."""
        words = run.words
        first, last = words[i], words[j - 1]
        before, before_that = _words_before(run, i)
        behind, behind_that = _words_behind(run, j)
        known = self.words
        around = [
            (known[before].before, "follows", before),
            (known[before_that].further_before, "comes two words after", before_that),
            (known[behind].behind, "stands before", behind),
            (known[behind_that].further_behind, "stands two words before", behind_that),
        ]
        bits = facts.get(first, 0)
        _, of_word, of_first, _ = self.facts[bits]
        if j == i + 1:
            return [
                *around,
                (self._word("s", first), "is", first),
                (of_word, "document", str(bits)),
                (self._combined(first, bits), "document", str(bits)),
            ]
        text = " ".join(words[i:j])
        whole, bits_of_last = facts.get(text, 0), facts.get(last, 0)
        return [
            *around,
            (self._word("f", first), "starts with", first),
            (self._word("l", last), "ends with", last),
            (self._string(text), "is", text),
            *[(self._word("i", word), "contains", word) for word in words[i + 1 : j - 1]],
            (self.string[whole], "document", str(whole)),
            (of_first, "document-first", str(bits)),
            (self.facts[bits_of_last][3], "document-last", str(bits_of_last)),
        ]

    def _flags(self, key: str) -> Part:
        """The features of a word's flags, at a place: the flags together, and each."""
        place, flags = key[0], key[1:]
        return self._fold([f"{place}:{flags}", *[f"{place}.{flag}" for flag in flags or "-"]])

    def _word(self, place: str, word: str) -> Part:
        return self._one(f"{place}={word}") + self._flagged[place + self.lexicon.flags(word)]

    def _combined(self, word: str, facts: int) -> Part:
        return self._one(f"c:{self._telling[self.lexicon.flags(word)]}|{self._evidence[facts]}")

    def _joint(self, key: str) -> Part:
        """A joiner and the flags of a word beside it, each."""
        joint, flags = key.split(" ")
        return self._fold([f"j={joint}{flag}" for flag in flags or "-"])

    def _string(self, text: str) -> Part:
        lexicon, one = self.lexicon, self._one
        part = one(f"w={text}")
        if text in lexicon.countries:
            part += one("g=country")
        if known := lexicon.places.get(text):
            part += one(f"g={known.sort}")
        if text in lexicon.organizations:
            part += one("g=organization")
        return part


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


def _bits(place: str, facts: int) -> list[str]:
    if not facts:
        return []
    return [f"{place}:{facts}", *[f"{place}.{bit}" for bit in range(facts.bit_length()) if facts >> bit & 1]]
