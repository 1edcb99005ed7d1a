"""Which spans of the runs are names, and of what kind: the best path by weights, then one kind for one string."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from uzru.parsing.memo import Memo
from uzru.parsing.names.facts import FactFinder
from uzru.parsing.names.features import MOST_CAPITALS, SpanParts
from uzru.parsing.names.kind import (
    NEVER,
    NO_NAME,
    ORGANIZATION,
    OTHER,
    PERSON,
    PLACE,
    Scores,
    Weights,
)
from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.names.ruled import Ruled
from uzru.parsing.names.runs import Run

__all__ = ["Deciding", "Decision", "Found"]

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


class Deciding:
    """Decides names and kinds of one text after another.

    Attributes:
        parts: sums up packed weights by feature.
    """

    def __init__(self, lexicon: Lexicon, weights: dict[str, int]) -> None:
        self.lexicon = lexicon
        weighed = weights.unread if isinstance(weights, Weights) else weights
        self.parts = parts = SpanParts[int](
            lexicon,
            lambda features: sum([weights[feature] for feature in features if feature in weighed]),
            lambda feature: weights[feature] if feature in weighed else 0,
        )
        self._facts = FactFinder(lexicon)
        self._ruled = ruled = Ruled(lexicon)
        self._lone = Memo[tuple[str, int], int](lambda key: parts.alone[key] + ruled.alone(*key))
        self._among = Memo[tuple[str, int], int](lambda key: parts.alone[key] + ruled.among_others(*key))

    def __call__(self, view: str, runs: Sequence[Run]) -> Decision:
        """The names of a text in order; of overlapping readings the best path through each run."""
        facts = self._facts(view, runs)
        found: list[Found] = []
        for number, run in enumerate(runs):
            if len(run.words) > 1:
                found += self._path(number, run, facts)
            elif self._ruled.only.get(word := run.words[0]) != NO_NAME:
                packed = self.parts.left(run, 0) + self.parts.right(run, 1) + self._lone[word, facts.get(word, 0)]
                scores = self._ruled.scores(word, packed)
                found.append(Found(number, 0, 1, scores.index(max(scores)), scores))
        return Decision(self._agree(runs, found), facts)

    def _path(self, number: int, run: Run, facts: dict[str, int]) -> list[Found]:
        """The names of a run: the stretches of its best path; joiners between them cost nothing."""
        parts, ruled = self.parts, self._ruled
        words = run.words
        capitals = [k for k, word in enumerate(words) if word not in self.lexicon.joiners]
        known = [(word := words[k], facts.get(word, 0)) for k in capitals]
        rights = [parts.right(run, k + 1) for k in capitals]
        best = [0] + [NEVER] * len(capitals)
        back: list[tuple[int, Scores]] = [(0, ())] * len(best)
        for first, i in enumerate(capitals):
            so_far, left = best[first], parts.left(run, i)
            word = words[i]
            last = first + 1
            scores = ruled.scores(word, left + rights[first] + self._among[known[first]])
            score = so_far + max(scores)
            if score > best[last]:
                best[last], back[last] = score, (first, scores)
            if last == len(capitals):
                break
            left += parts.beginning[known[first]] + ruled.start(word, words[i + 1])
            for text, part in parts.longer(run, i, capitals[last : first + MOST_CAPITALS], facts):
                scores = ruled.scores_of_several(text, left + part + parts.ending[known[last]] + rights[last])
                last += 1
                score = so_far + max(scores)
                if score > best[last]:
                    best[last], back[last] = score, (first, scores)
        path = []
        while last:
            first, scores = back[last]
            path.append(Found(number, capitals[first], capitals[last - 1] + 1, scores.index(max(scores)), scores))
            last = first
        return path[::-1]

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
