"""Which spans of the runs are names, and of what kind: the best path by weights, then one kind for one string."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from struct import Struct
from typing import NamedTuple, TypeVar

from uzru.errors import KnowledgeError
from uzru.knowledge import Knowledge
from uzru.parsing.names.facts import FactFinder
from uzru.parsing.names.features import LOWER_CASE, MOST_CAPITALS, PERSON_EVIDENCE, SpanParts
from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.names.runs import Run

__all__ = ["KINDS", "NO_NAME", "Deciding", "Decision", "Found", "Scores", "Weights", "leads", "pack", "unpack"]

KINDS = ("person", "organization", "country", "place", "other", "none")
"""What a span may be; 'none' (no name) is for single words alone."""

PERSON, ORGANIZATION, COUNTRY, PLACE, OTHER, NO_NAME = range(6)
GROUP = 6  # told by common nouns, never decided here

_BITS = 32
_HALF = 1 << (_BITS - 1)
_MASK = (1 << _BITS) - 1
_OFFSET = sum(_HALF << (_BITS * kind) for kind in range(6))
_SHIFTS = tuple(_BITS * kind for kind in range(6))
_NEVER = -(1 << 23)
_SIX = Struct("<6i").unpack

Seen = TypeVar("Seen")
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
    return list(_SIX(((packed + _OFFSET) ^ _OFFSET).to_bytes(24, "little")))


def leads(parts: Iterable[tuple[Seen, int]], kind: int, rival: int) -> list[tuple[int, Seen]]:
    """What gives more weight to one kind than to another, with how much more.

    >>> leads([("ends with 'Council'", pack([5, 12, 3, 0, 0, -6])), ("stands before 'met'", 0)], ORGANIZATION, PERSON)
    [(7, "ends with 'Council'")]
    """
    kind, rival = _BITS * kind, _BITS * rival
    found = []
    for seen, packed in parts:
        if packed:
            packed += _OFFSET
            lead = (packed >> kind & _MASK) - (packed >> rival & _MASK)
            if lead > 0:
                found.append((lead, seen))
    return found


class Weights(dict[str, int]):
    """The packed weights by feature, each read when it is first asked for; 0 for a feature without weights.

    They are the learned ones, or where those were taken away, rules of thumb.

    Attributes:
        unread: the weights as the table has them, by feature.

    >>> unpack(Weights(Knowledge())["c:Bw|"])
    [0, 0, 0, 243, 0, -20]
    """

    def __init__(self, knowledge: Knowledge) -> None:
        super().__init__()
        try:
            self.unread = knowledge.unsplit("name-weights")
        except KnowledgeError:  # the file is gone
            self.unread = knowledge.unsplit("name-rules")

    def __missing__(self, feature: str) -> int:
        cells = self.unread.get(feature)
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

    def __init__(self, lexicon: Lexicon, weights: dict[str, int]) -> None:
        self.lexicon = lexicon
        self.weights = weights
        weighed = weights.unread if isinstance(weights, Weights) else weights
        self._rules = _Rules(lexicon)
        self._facts = FactFinder(lexicon)
        self.parts = SpanParts[int](
            lexicon,
            lambda features: sum([weights[feature] for feature in features if feature in weighed]),
            lambda feature: weights[feature] if feature in weighed else 0,
        )

    def __call__(self, view: str, runs: Sequence[Run]) -> Decision:
        """The names of a text in order; of overlapping readings the best path through each run."""
        facts = self._facts(view, runs)
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
            word = words[0]
            if not self._rules[word] & _NAMELESS:
                bits = facts.get(word, 0)
                packed = parts.left(run, 0) + parts.right(run, 1) + parts.alone[word, bits]
                scores = self._single(word, bits, packed)
                found.append(Found(number, 0, 1, scores.index(max(scores)), scores))
            return
        known = [facts.get(word, 0) for word in words]
        joiners = self.lexicon.joiners
        capital = [k for k, word in enumerate(words) if word not in joiners]
        rights = {k: parts.right(run, k + 1) for k in capital}
        best = [0] + [_NEVER] * size
        back: list[Found | None] = [None] * (size + 1)
        for place, i in enumerate(capital):
            for k in range(capital[place - 1] + 1 if place else 0, i):  # joiners are passed over
                if best[k] > best[k + 1]:
                    best[k + 1], back[k + 1] = best[k], None
            so_far = best[i]
            left = parts.left(run, i)
            key = words[i], known[i]
            scores = self._single(*key, left + rights[i] + parts.alone[key], several=True)
            top = max(scores)
            if so_far + top > best[i + 1]:
                best[i + 1], back[i + 1] = so_far + top, Found(number, i, i + 1, scores.index(top), scores)
            if place + 1 == len(capital):
                break
            left += parts.beginning[key]
            titled = self._begins_with_title(words, i)
            for k in capital[place + 1 : place + MOST_CAPITALS]:
                scores = self._several(run, i, k + 1, facts, left + rights[k] + parts.ending[words[k], known[k]])
                if titled:
                    scores[PERSON] = _NEVER
                top = max(scores)
                if so_far + top > best[k + 1]:
                    best[k + 1], back[k + 1] = so_far + top, Found(number, i, k + 1, scores.index(top), scores)
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

    def _single(self, word: str, bits: int, packed: int, several: bool = False) -> Scores:
        """The scores of one word, what the tables rule out left out; `several`: it stands in a run of several."""
        scores = unpack(packed)
        rules = self._rules[word]
        if rules == _COUNTRY:
            if word.lower() not in self.lexicon.words:
                scores[OTHER] = scores[NO_NAME] = _NEVER
            return scores
        scores[COUNTRY] = _NEVER
        if not rules:
            return scores
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

    def _several(self, run: Run, i: int, j: int, facts: dict[str, int], ends: int) -> Scores:
        text = " ".join(run.words[i:j])
        if j == i + 2 and self.lexicon.is_no_name(text):
            return [_NEVER] * 6
        scores = unpack(ends + self.parts.together(run, i, j, text, facts.get(text, 0)))
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
