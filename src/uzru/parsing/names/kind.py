"""Which spans of the runs are names, and of what kind: the best path by weights, then one kind for one string."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from uzru.errors import KnowledgeError
from uzru.knowledge import Knowledge
from uzru.parsing.names.facts import document_facts
from uzru.parsing.names.features import LOWER_CASE, MOST_CAPITALS, PERSON_EVIDENCE, SpanParts
from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.names.runs import Run

__all__ = ["KINDS", "NO_NAME", "Deciding", "Decision", "Found", "Scores", "Weights", "pack", "unpack"]

KINDS = ("person", "organization", "country", "place", "other", "none")
"""What a span may be; 'none' (no name) is for single words alone."""

PERSON, ORGANIZATION, COUNTRY, PLACE, OTHER, NO_NAME = range(6)
GROUP = 6  # told by common nouns, never decided here

_BITS = 24
_HALF = 1 << (_BITS - 1)
_MASK = (1 << _BITS) - 1
_OFFSET = sum(_HALF << (_BITS * kind) for kind in range(6))
_SHIFTS = tuple(_BITS * kind for kind in range(6))
_NEVER = -_HALF

Scores = list[int]
"""A score for each of KINDS; `_NEVER` where a kind is ruled out."""


def pack(weights: Sequence[int]) -> int:
    """Six weights in one integer, so that a feature costs one look-up and one addition.

    >>> unpack(pack([1, -2, 3, 0, 0, -6]) + pack([1, 1, 1, 1, 1, 1]))
    [2, -1, 4, 1, 1, -5]
    """
    return sum(weight << shift for weight, shift in zip(weights, _SHIFTS, strict=True))


def unpack(packed: int) -> Scores:
    """The six sums of packed weights."""
    packed += _OFFSET
    return [
        (packed & _MASK) - _HALF,
        (packed >> 24 & _MASK) - _HALF,
        (packed >> 48 & _MASK) - _HALF,
        (packed >> 72 & _MASK) - _HALF,
        (packed >> 96 & _MASK) - _HALF,
        (packed >> 120 & _MASK) - _HALF,
    ]


class Weights(dict[str, int]):
    """The packed weights by feature, each read when it is first asked for; 0 for a feature without weights.

    They are the learned ones, or where those were taken away, rules of thumb.

    >>> unpack(Weights(Knowledge())["c:Bw|"])
    [0, 0, 0, 243, 0, -20]
    """

    def __init__(self, knowledge: Knowledge) -> None:
        super().__init__()
        try:
            self._unread = knowledge.unsplit("name-weights")
        except KnowledgeError:  # the file is gone
            self._unread = knowledge.unsplit("name-rules")

    def __missing__(self, feature: str) -> int:
        cells = self._unread.get(feature)
        if cells is None:
            return 0  # not kept: of such features there is no end
        self[feature] = packed = sum(
            int(cell or 0) << shift for cell, shift in zip(cells.split("\t"), _SHIFTS, strict=False)
        )
        return packed


_ORDINARY = frozenset("WwUTtHKOPXGQMDAhdI")  # flags of words that may have a capital and yet be no name
_COMMON = frozenset("WwTtKH")  # flags of words that begin no person's name if a first name follows


class Found(NamedTuple):
    """A name: words i to j of a run, with the scores of its kinds."""

    run: int
    i: int
    j: int
    kind: int
    scores: Scores


class Decision(NamedTuple):
    """What was decided for a text: its names, and the facts of the document that helped."""

    found: list[Found]
    facts: dict[str, int]


_COUNTRY, _NAMELESS, _BODY, _CERTAIN_BODY, _BARE_BODY, _STRANGE = (1 << bit for bit in range(6))


class _Rules(dict[str, int]):
    """What the tables rule of single words, in bits; made once for a word."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, word: str) -> int:
        lexicon = self._lexicon
        rules = 0
        if word in lexicon.countries:
            rules = _COUNTRY
        elif lexicon.is_no_name(word):
            rules = _NAMELESS
        else:
            if _ORDINARY.isdisjoint(lexicon.flags(word)):
                rules |= _STRANGE  # a word that only names have
            if 1 < len(word) < 5 and word.isupper():
                rules |= _BODY  # an acronym: no person's name
            if word in lexicon.organizations:
                rules |= _BODY | (_CERTAIN_BODY if word.lower() not in lexicon.words else 0)
            if word in lexicon.metonyms and word not in lexicon.places:
                rules |= _BODY | _CERTAIN_BODY  # 'Kremlin'
            if word in lexicon.bare_bodies:
                rules |= _BARE_BODY
        self[word] = rules
        return rules


class Deciding:
    """Decides names and kinds of one text after another.

    Attributes:
        weights: packed weights by feature.
    """

    def __init__(self, lexicon: Lexicon, weights: Weights) -> None:
        self.lexicon = lexicon
        self.weights = weights
        weigh = weights.__getitem__
        self._rules = _Rules(lexicon)
        self.parts = SpanParts[int](
            lexicon,
            lambda features: sum(map(weigh, features)),
            weigh,
        )

    def __call__(self, view: str, runs: Sequence[Run]) -> Decision:
        """The names of a text in order; of overlapping readings the best path through each run."""
        facts = document_facts(self.lexicon, view, runs)
        found: list[Found] = []
        for number, run in enumerate(runs):
            self._path(number, run, facts, found)
        return Decision(self._agree(runs, found), facts)

    def _path(self, number: int, run: Run, facts: dict[str, int], found: list[Found]) -> None:
        """Adds the names of a run: the stretches of its best path."""
        words = run.words
        size = len(words)
        parts = self.parts
        if size == 1:
            if not self._rules[words[0]] & _NAMELESS:
                scores = self._single(words[0], facts, sum(parts.left(run, 0)) + sum(parts.right(run, 1)))
                found.append(Found(number, 0, 1, scores.index(max(scores)), scores))
            return
        joiners = self.lexicon.joiners
        capital = [word not in joiners for word in words]
        rights = [sum(parts.right(run, j + 1)) if capital[j] else 0 for j in range(size)]
        best = [0] + [_NEVER] * size
        back: list[Found | None] = [None] * (size + 1)
        for i in range(size):
            so_far = best[i]
            if not capital[i]:
                if so_far > best[i + 1]:
                    best[i + 1], back[i + 1] = so_far, None
                continue
            left = sum(parts.left(run, i))
            titled = self._begins_with_title(words, i)
            count = 0
            for j in range(i + 1, size + 1):
                if not capital[j - 1]:
                    continue
                count += 1
                if count > MOST_CAPITALS:
                    break
                around = left + rights[j - 1]
                if j == i + 1:
                    scores = self._single(words[i], facts, around, several=True)
                else:
                    scores = self._several(run, i, j, facts, around)
                    if titled:
                        scores[PERSON] = _NEVER
                top = max(scores)
                if so_far + top > best[j]:
                    best[j], back[j] = so_far + top, Found(number, i, j, scores.index(top), scores)
        path = []
        at = size
        while at:
            step = back[at]
            if step is None:
                at -= 1
            else:
                path.append(step)
                at = step.i
        found.extend(reversed(path))

    def _single(self, word: str, facts: dict[str, int], around: int, several: bool = False) -> Scores:
        """The scores of one word, what the tables rule out left out; `several`: it stands in a run of several."""
        bits = facts.get(word, 0)
        alone, known, both = self.parts.single(word, bits)
        scores = unpack(around + alone + known + both)
        rules = self._rules[word]
        if rules == _COUNTRY:
            if word.lower() not in self.lexicon.words:
                scores[OTHER] = scores[NO_NAME] = _NEVER
            return scores
        scores[COUNTRY] = _NEVER
        if rules & _NAMELESS:
            return [_NEVER] * 5 + [max(scores)]
        if several and rules & _STRANGE and not bits & LOWER_CASE:
            scores[NO_NAME] = _NEVER
        if rules & _BODY and not bits & PERSON_EVIDENCE:
            scores[PERSON] = _NEVER
        if rules & _CERTAIN_BODY:
            scores[OTHER] = scores[NO_NAME] = _NEVER
        if rules & _BARE_BODY:
            return [_NEVER, max(scores), _NEVER, _NEVER, _NEVER, _NEVER]
        return scores

    def _several(self, run: Run, i: int, j: int, facts: dict[str, int], around: int) -> Scores:
        scores = unpack(around + sum(self.parts.several(run, i, j, facts)))
        text = " ".join(run.words[i:j])
        if j == i + 2 and self.lexicon.is_no_name(text):
            return [_NEVER] * 6
        scores[NO_NAME] = _NEVER
        if text not in self.lexicon.countries:
            scores[COUNTRY] = _NEVER
        elif text not in self.lexicon.places:
            return [_NEVER, _NEVER, max(scores), _NEVER, _NEVER, _NEVER]
        if text in self.lexicon.organizations or text in self.lexicon.metonyms:
            scores[OTHER] = scores[PERSON] = _NEVER
        return scores

    def _begins_with_title(self, words: Sequence[str], i: int) -> bool:
        """Whether a person's name from here would begin with an honorific, an abbreviated rank or 'Minister of'."""
        low = words[i].lower()
        title = self.lexicon.titles.get(low)
        return title is not None and (
            title.kind == "honorific" or title.plain != low or words[i + 1 : i + 2] in (("of",), ("for",))
        )

    def _agree(self, runs: Sequence[Run], found: list[Found]) -> list[Found]:
        """One kind for one string: the kind with the largest sum over its places."""
        by_text: dict[str, list[int]] = {}
        for number, name in enumerate(found):
            by_text.setdefault(" ".join(runs[name.run].words[name.i : name.j]), []).append(number)
        for numbers in by_text.values():
            if len(numbers) > 1 and len({found[number].kind for number in numbers}) > 1:
                total = [sum(column) for column in zip(*(found[number].scores for number in numbers), strict=True)]
                kind = total.index(max(total))
                for number in numbers:
                    found[number] = found[number]._replace(kind=kind)
        self._settle_surnames(found, by_text)
        persons = {text for text, numbers in by_text.items() if " " in text and found[numbers[0]].kind == PERSON}
        return [self._trimmed(runs, name, persons) for name in found if name.kind != NO_NAME]

    def _settle_surnames(self, found: list[Found], by_text: dict[str, list[int]]) -> None:
        """A surname of somebody named in full is that person everywhere, unless it is a country or a great city."""
        surnames = {
            text.rsplit(" ", 1)[1]
            for text, numbers in by_text.items()
            if " " in text and found[numbers[0]].kind == PERSON
        }
        for surname in surnames.intersection(by_text):
            place = self.lexicon.places.get(surname)
            if surname in self.lexicon.countries or (place is not None and place.sort != "small"):
                continue
            for number in by_text[surname]:
                if found[number].kind in (PLACE, ORGANIZATION, OTHER):
                    found[number] = found[number]._replace(kind=PERSON)

    def _trimmed(self, runs: Sequence[Run], name: Found, persons: set[str]) -> Found:
        """A person's name without what it lacks elsewhere: 'Skipper Egor Panin' by 'Egor Panin'."""
        if name.kind != PERSON or name.j - name.i < 3:
            return name
        words = runs[name.run].words
        flags = self.lexicon.flags
        if (
            "F" in flags(words[name.i + 1])
            and _COMMON.intersection(flags(words[name.i]))
            and "F" not in flags(words[name.i])
        ):
            return name._replace(i=name.i + 1)
        if "F" not in self.lexicon.flags(words[name.i]) and " ".join(words[name.i + 1 : name.j]) in persons:
            return name._replace(i=name.i + 1)
        for k in range(name.i + 2, name.j - 1):
            if words[k] in self.lexicon.located or words[k] == "of":
                return name._replace(j=k)
        return name
