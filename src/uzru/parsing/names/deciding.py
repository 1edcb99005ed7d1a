"""Which spans of the runs are names, and of what kind: the best path by weights, then one kind for one string."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from uzru.parsing.memo import Memo
from uzru.parsing.names.facts import FactFinder
from uzru.parsing.names.features import MOST_CAPITALS, SpanParts, WordParts
from uzru.parsing.names.kind import (
    NEVER,
    NO_NAME,
    ORGANIZATION,
    OTHER,
    PERSON,
    PLACE,
    Scores,
    Weights,
    sole,
    unpack,
)
from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.names.ruled import Ruled, is_acronym, settled
from uzru.parsing.names.runs import Run
from uzru.parsing.text import Reading

__all__ = ["Deciding", "Decision", "Found"]

_COMMON = frozenset("WwTtKH")  # flags of words that begin no person's name if a first name follows
_OF = ("of", "for")


class Found(NamedTuple):
    """A name: words i to j of a run, as one string, with its kind and the scores of all kinds."""

    run: int
    i: int
    j: int
    text: str
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
        self._ruled = Ruled(lexicon)
        self._special = self._ruled.words.union([feature.partition("=")[2] for feature in weighed])
        self.parts = SpanParts[int](
            lexicon,
            lambda features: sum([weights[feature] for feature in features if feature in weighed]),
            lambda feature: weights[feature] if feature in weighed else 0,
            self._alike,
        )
        self._facts = FactFinder(lexicon)
        self._weighed = Memo(self._weigh)
        self._strings = Memo(self._weigh_string)

    def __call__(self, reading: Reading, runs: Sequence[Run]) -> Decision:
        """The names of a text in order; of overlapping readings the best path through each run."""
        facts = self._facts(reading, runs)
        parts, weighed, joiners = self.parts, self._weighed, self.lexicon.joiners
        spans: list[Found] = []
        for number, run in enumerate(runs):
            words = run.words
            if len(words) > 1:
                plain = len(words) == 2 and not run.owners and joiners.isdisjoint(words)
                spans += self._pair(number, run, facts) if plain else self._path(number, run, facts)
                continue
            word = words[0]
            judged, told, _, _ = parts.facts[facts.get(word, 0)]
            only, alone, _, _, _, _ = weighed[parts.words[word], judged]
            if only != NO_NAME:
                scores = unpack(parts.beside(run) + alone + told)
                if only is not None:
                    scores = sole(only, scores)
                spans.append(Found(number, 0, 1, word, scores.index(max(scores)), scores))
        return Decision(self._agree(runs, spans, facts), facts)

    def _alike(self, word: str, flags: str) -> str:
        """What words that weigh the same have in common: of most no table tells more than their flags."""
        if word in self._special or word.lower() in self._special:
            return ""
        letter = word[:1]
        sort = "A" if letter.isupper() else "a" if letter.isalpha() else "," if letter == "," else ""
        return f"{sort}{is_acronym(word)} {flags}"

    def _weigh(self, key: tuple[WordParts[int], int]) -> tuple[int | None, int, int, int, int, int]:
        """The kind that a word is alone, if any.

        Then what it weighs: by itself, so in a run of several, as a name's first word, so before 'of', as the last.
        """
        parts, ruled = self.parts, self._ruled
        known, facts = key
        word = known.word
        alone = parts.alone(word, facts)
        first = parts.beginning(word)
        return (
            ruled.only.get(word),
            alone + ruled.alone(word, facts),
            alone + ruled.among_others(word, facts),
            first + ruled.start(word),
            first + ruled.start_of_office(word),
            parts.ending(word),
        )

    def _pair(self, number: int, run: Run, facts: dict[str, int]) -> list[Found]:
        """The names of a run of two words, as most of several are: `_path` in one step."""
        parts = self.parts
        one, two = run.words
        before_that, before, first, second, behind, behind_that = parts.seen(run)
        left, right = before.before + before_that.further_before, behind.behind + behind_that.further_behind
        judged, told_alone, told_first, _ = parts.facts[facts.get(one, 0)]
        only, _, alone, beginning, _, _ = self._weighed[first, judged]
        of_first = unpack(left + alone + told_alone + second.behind + behind.further_behind)
        if only is not None:
            of_first = sole(only, of_first)
        judged, told_alone, _, told_last = parts.facts[facts.get(two, 0)]
        only, _, alone, _, _, ending = self._weighed[second, judged]
        of_second = unpack(first.before + before.further_before + alone + told_alone + right)
        if only is not None:
            of_second = sole(only, of_second)
        text = f"{one} {two}"
        inside, only = self._strings[text]
        if bits := facts.get(text):
            inside += parts.string[bits]
        of_both = unpack(left + beginning + told_first + inside + ending + told_last + right)
        if only is not None:
            of_both = settled(only, of_both)
        best, best_of_first, best_of_second = max(of_both), max(of_first), max(of_second)
        if best_of_first + best_of_second <= best:
            return [Found(number, 0, 2, text, of_both.index(best), of_both)]
        return [
            Found(number, 0, 1, one, of_first.index(best_of_first), of_first),
            Found(number, 1, 2, two, of_second.index(best_of_second), of_second),
        ]

    def _path(self, number: int, run: Run, facts: dict[str, int]) -> list[Found]:
        """The names of a run: the stretches of its best path; joiners between them cost nothing."""
        parts, strings = self.parts, self._strings
        words = run.words
        seen = parts.seen(run)
        joiners = self.lexicon.joiners
        capitals = [k for k, word in enumerate(words) if word not in joiners]
        weighed = []
        for k in capitals:
            judged, told_alone, told_first, told_last = parts.facts[facts.get(words[k], 0)]
            only, _, alone, beginning, before_of, ending = self._weighed[seen[k + 2], judged]
            if k + 1 < len(words) and words[k + 1] in _OF:
                beginning = before_of
            weighed.append((only, alone + told_alone, beginning + told_first, ending + told_last))
        if run.owners:
            lefts, rights = [parts.left(run, k) for k in capitals], [parts.right(run, k + 1) for k in capitals]
        else:
            lefts = [seen[k + 1].before + seen[k].further_before for k in capitals]
            rights = [seen[k + 3].behind + seen[k + 4].further_behind for k in capitals]
        best = [0] + [NEVER] * len(capitals)
        back: list[tuple[int, str, Scores]] = [(0, "", ())] * len(best)
        for first, i in enumerate(capitals):
            so_far, left = best[first], lefts[first]
            only, alone, beginning, _ = weighed[first]
            last = first + 1
            scores = unpack(left + rights[first] + alone)
            if only is not None:
                scores = sole(only, scores)
            score = so_far + max(scores)
            if score > best[last]:
                best[last], back[last] = score, (first, words[i], scores)
            if last == len(capitals):
                break
            left += beginning
            for k in capitals[last : first + MOST_CAPITALS]:
                text = " ".join(words[i : k + 1])
                inside, only = self._owned(run, i, k + 1) if run.owners else strings[text]
                if bits := facts.get(text):
                    inside += parts.string[bits]
                scores = unpack(left + inside + weighed[last][3] + rights[last])
                if only is not None:
                    scores = settled(only, scores)
                last += 1
                score = so_far + max(scores)
                if score > best[last]:
                    best[last], back[last] = score, (first, text, scores)
        path = []
        while last:
            first, text, scores = back[last]
            kind = scores.index(max(scores))
            path.append(Found(number, capitals[first], capitals[last - 1] + 1, text, kind, scores))
            last = first
        return path[::-1]

    def _owned(self, run: Run, i: int, j: int) -> tuple[int, int | None]:
        """What a string of several words weighs, of which some may have a possessive, and the kind that it is alone."""
        words = run.words[i:j]
        barred, only = self._ruled.several(" ".join(words))
        return barred + self.parts.several(words, {k - i for k in run.owners}), only

    def _weigh_string(self, text: str) -> tuple[int, int | None]:
        barred, only = self._ruled.several(text)
        return barred + self.parts.several(text.split(" ")), only

    def _agree(self, runs: Sequence[Run], spans: Sequence[Found], facts: dict[str, int]) -> list[Found]:
        """One kind for one string: the kind with the largest sum over its places."""
        kinds: dict[str, int] = {}
        doubtful: dict[str, list[Scores]] = {
            span.text: [] for span in spans if kinds.setdefault(span.text, span.kind) != span.kind
        }
        for span in spans if doubtful else ():
            if span.text in doubtful:
                doubtful[span.text].append(span.scores)
        for text, scores in doubtful.items():
            total = [sum(column) for column in zip(*scores, strict=True)]
            kinds[text] = total.index(max(total))
        persons = {text for text, kind in kinds.items() if kind == PERSON and " " in text}
        for surname in {text.rsplit(" ", 1)[1] for text in persons}.intersection(kinds):
            taken = kinds[surname] in (PLACE, ORGANIZATION, OTHER) and not self._is_well_known(surname)
            missed = kinds[surname] == NO_NAME and self._ruled.is_unknown(surname, facts.get(surname, 0))
            if taken or missed:
                kinds[surname] = PERSON  # wherever it stands
        found = []
        for span in spans:
            kind = kinds[span.text]
            if kind == NO_NAME:
                continue
            if kind != span.kind:
                span = span._replace(kind=kind)
            if kind == PERSON and span.j - span.i > 2:
                span = self._trimmed(runs[span.run].words, span, persons)
            found.append(span)
        return found

    def _is_well_known(self, text: str) -> bool:
        """Whether it is a country or a great city."""
        return text in self.lexicon.countries or self.lexicon.is_place_of_size(text)

    def _trimmed(self, words: Sequence[str], name: Found, persons: set[str]) -> Found:
        """A person's name without what it lacks elsewhere: 'Skipper Egor Panin' by 'Egor Panin'."""
        flags = self.lexicon.flags
        i, j = name.i, name.j
        if "F" not in flags(words[i]) and (
            ("F" in flags(words[i + 1]) and _COMMON.intersection(flags(words[i])))
            or " ".join(words[i + 1 : j]) in persons
        ):
            i += 1
        else:
            j = next((k for k in range(i + 2, j - 1) if words[k] in self.lexicon.located or words[k] == "of"), j)
        return name._replace(i=i, j=j, text=" ".join(words[i:j]))
