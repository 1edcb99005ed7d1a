"""Learns the weights of names' kinds from marked texts: a semi-Markov averaged perceptron, the same at every run."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypedDict

from uzru.parsing.names.facts import FactFinder
from uzru.parsing.names.features import MOST_CAPITALS, SpanParts
from uzru.parsing.names.kind import COUNTRY, KINDS, NO_NAME, OTHER, PERSON, pack, unpack
from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.names.runs import Run, RunFinder
from uzru.parsing.text import Reading

__all__ = ["MarkedText", "train"]

_MARGIN = 5
_ROUNDS = 8
_DOCUMENTS = 3  # a feature of fewer documents would be one text's memory
_SCALE = 40  # what weights are multiplied by before they become whole numbers


class MarkedText(TypedDict):
    """A text with its names (`[start, end, kind]`); `other_marked`: whether names of kind 'other' are marked too."""

    id: str
    text: str
    names: list[tuple[int, int, str]]
    other_marked: bool
    unjudged: list[tuple[int, int]]


class _Span(NamedTuple):
    i: int
    j: int
    features: tuple[int, ...]
    kinds: tuple[int, ...]  # what it may be at all
    right: tuple[int, ...]  # what it may be by the marks; empty if the marks forbid it


class _Example(NamedTuple):
    size: int
    spans: tuple[_Span, ...]
    joiners: tuple[int, ...]


class _Examples:
    """Turns marked texts into runs with numbered features and with what the marks allow."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.numbers: dict[str, int] = {}
        self.names: list[str] = []
        self.finder = RunFinder(lexicon)
        self.facts = FactFinder(lexicon)
        self.parts = SpanParts[tuple[int, ...]](lexicon, self._number)
        self.documents: Counter[int] = Counter()

    def _number(self, features: list[str]) -> tuple[int, ...]:
        found = []
        for feature in features:
            number = self.numbers.get(feature)
            if number is None:
                number = self.numbers[feature] = len(self.names)
                self.names.append(feature)
            found.append(number)
        return tuple(found)

    def read(self, text: MarkedText) -> Iterator[_Example]:
        """The runs of one text."""
        view = text["text"]
        reading = Reading(view)
        runs = self.finder(reading)
        facts = self.facts(reading, runs)
        gold = [self._untitled(view, name) for name in _bare_names(view, text["names"])]
        seen: set[int] = set()
        for run in runs:
            example = self._example(run, facts, gold, text)
            if example is not None:
                seen.update(feature for span in example.spans for feature in span.features)
                yield example
        self.documents.update(seen)

    def _untitled(self, view: str, name: tuple[int, int, int]) -> tuple[int, int, int]:
        """A person's name without the titles before it, which some corpora count in."""
        start, end, kind = name
        if kind != PERSON:
            return name
        words = view[start:end].split(" ")
        while len(words) > 1 and words[1][:1].isupper() and set(self.lexicon.flags(words[0])) & set("tTHKD"):
            if "F" in self.lexicon.flags(words[0]) and len(words) == 2:
                break
            start += len(words.pop(0)) + 1
        return start, end, kind

    def _example(
        self, run: Run, facts: dict[str, int], gold: list[tuple[int, int, int]], text: MarkedText
    ) -> _Example | None:
        ends = [start + len(word) for start, word in zip(run.starts, run.words, strict=True)]
        inside = [name for name in gold if name[0] < ends[-1] and name[1] > run.starts[0]]
        if any(a < ends[-1] and b > run.starts[0] for a, b in text.get("unjudged", ())):
            return None
        starts_at = {start: i for i, start in enumerate(run.starts)}
        ends_at = {end: j + 1 for j, end in enumerate(ends)}
        wanted: dict[tuple[int, int], int] = {}
        taken = [False] * len(run.words)
        for start, end, kind in inside:
            i, j = starts_at.get(start), ends_at.get(end)
            if i is None or j is None or j <= i:
                return None
            wanted[i, j] = kind
            taken[i:j] = [True] * (j - i)
        joiners = tuple(i for i, word in enumerate(run.words) if word in self.lexicon.joiners)
        spans = tuple(self._spans(run, facts, wanted, taken, text.get("other_marked", True)))
        if any(not any((s.i, s.j) == key and s.right for s in spans) for key in wanted):
            return None
        return _Example(len(run.words), spans, joiners)

    def _spans(
        self,
        run: Run,
        facts: dict[str, int],
        wanted: dict[tuple[int, int], int],
        taken: Sequence[bool],
        other_marked: bool,
    ) -> Iterator[_Span]:
        joiners = self.lexicon.joiners
        capital = [word not in joiners for word in run.words]
        size = len(run.words)
        for i in range(size):
            if not capital[i]:
                continue
            count = 0
            for j in range(i + 1, size + 1):
                if not capital[j - 1]:
                    continue
                count += 1
                if count > MOST_CAPITALS:
                    break
                kinds = self._kinds(run, i, j)
                key = (i, j)
                if key in wanted:
                    right: tuple[int, ...] = (
                        (wanted[key],) if wanted[key] in kinds else (NO_NAME,) if kinds == (NO_NAME,) else ()
                    )
                elif any(taken[i:j]):
                    right = ()
                else:
                    right = tuple(kind for kind in kinds if kind == NO_NAME or (kind == OTHER and not other_marked))
                yield _Span(i, j, self._features(run, i, j, facts), kinds, right)

    def _kinds(self, run: Run, i: int, j: int) -> tuple[int, ...]:
        text = " ".join(run.words[i:j])
        country = text in self.lexicon.countries
        if j == i + 1:
            if not country and self.lexicon.is_no_name(text):
                return (NO_NAME,)
            return tuple(k for k in range(6) if country or k != COUNTRY)
        if j == i + 2 and not country and self.lexicon.is_no_name(text):
            return ()
        return tuple(k for k in range(5) if country or k != COUNTRY)

    def _features(self, run: Run, i: int, j: int, facts: dict[str, int]) -> tuple[int, ...]:
        parts = self.parts
        first, last = run.words[i], run.words[j - 1]
        around = parts.left(run, i) + parts.right(run, j)
        judged, alone, beginning, _ = parts.facts[facts.get(first, 0)]
        if j == i + 1:
            return around + parts.alone(first, judged) + alone
        words = run.words[i:j]
        inside = parts.several(words, {k - i for k in run.owners}) + parts.string[facts.get(" ".join(words), 0)]
        ending = parts.facts[facts.get(last, 0)][3]
        return around + parts.beginning(first) + beginning + parts.ending(last) + ending + inside


def _bare_names(view: str, names: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, int]]:
    """Names without article and possessive; of nested ones the outermost."""
    found: list[tuple[int, int, int]] = []
    for start, end, kind in sorted(names, key=lambda name: (name[0], -name[1])):
        if found and start < found[-1][1]:
            continue
        text = view[start:end]
        for article in ("the ", "The ", "a ", "an ", "A ", "An "):
            if text.startswith(article):
                start += len(article)
                break
        text = view[start:end].rstrip(" ,;:\"'”’)")
        text = text[:-2] if text.endswith(("'s", "’s")) else text
        if text:
            found.append((start, start + len(text), KINDS.index(kind)))
    return found


def _best(example: _Example, scored: list[list[tuple[int, int]]], right: bool) -> list[tuple[int, int]]:
    """The best path as (number of span, kind); along what the marks allow, if `right`."""
    best: list[float] = [0.0] + [float("-inf")] * example.size
    back: list[tuple[int, int, int] | None] = [None] * (example.size + 1)
    starting: dict[int, list[int]] = {}
    for number, span in enumerate(example.spans):
        starting.setdefault(span.i, []).append(number)
    joiners = set(example.joiners)
    for i in range(example.size):
        if i in joiners:
            if best[i] > best[i + 1]:
                best[i + 1], back[i + 1] = best[i], (i, -1, -1)
            continue
        for number in starting.get(i, ()):
            span = example.spans[number]
            for score, kind in scored[number]:
                if right and kind not in span.right:
                    continue
                if best[i] + score > best[span.j]:
                    best[span.j], back[span.j] = best[i] + score, (i, number, kind)
    path = []
    at = example.size
    while at:
        step = back[at]
        if step is None:
            return []
        at, number, kind = step
        if number >= 0:
            path.append((number, kind))
    return path[::-1]


def _packed_units() -> tuple[int, ...]:
    return tuple(pack([int(kind == each) for each in range(6)]) for kind in range(6))


def train(lexicon: Lexicon, texts: Sequence[MarkedText], *, most: int = 8000) -> dict[str, list[int]]:
    """Weights by feature, for the `most` features that weigh most."""
    reader = _Examples(lexicon)
    examples = [example for text in texts for example in reader.read(text)]
    kept = {number for number, documents in reader.documents.items() if documents >= _DOCUMENTS}
    weights = _learn(_restricted(examples, kept), len(reader.names))
    strongest = sorted(kept, key=lambda n: (-max(map(abs, weights[n])) * reader.documents[n] ** 0.25, reader.names[n]))
    kept = {number for number in strongest[:most] if any(weights[number])}
    weights = _learn(_restricted(examples, kept), len(reader.names))
    found = {reader.names[n]: [round(w * _SCALE) for w in weights[n]] for n in kept}
    return {name: found[name] for name in sorted(found) if any(found[name])}


def _restricted(examples: Sequence[_Example], kept: set[int]) -> list[_Example]:
    return [
        example._replace(
            spans=tuple(s._replace(features=tuple(f for f in s.features if f in kept)) for s in example.spans)
        )
        for example in examples
    ]


def _learn(examples: list[_Example], size: int) -> list[list[float]]:
    """Averaged weights of each feature."""
    units = _packed_units()
    weights = [0] * size
    sums: list[list[int]] = [[0] * 6 for _ in range(size)]
    order = list(range(len(examples)))
    shuffler = random.Random(1)
    step = 0
    for _ in range(_ROUNDS):
        shuffler.shuffle(order)
        for number in order:
            example = examples[number]
            step += 1
            scored = []
            for span in example.spans:
                scores = unpack(sum([weights[f] for f in span.features]))
                scored.append([(scores[k] + (_MARGIN if k not in span.right else 0), k) for k in span.kinds])
            guess = _best(example, scored, right=False)
            if all(kind in example.spans[n].right for n, kind in guess):
                continue
            for (n, kinds_path), sign in (
                (p, s) for path, s in ((_best(example, scored, right=True), 1), (guess, -1)) for p in path
            ):
                unit = units[kinds_path] * sign
                change = step * sign
                for feature in example.spans[n].features:
                    weights[feature] += unit
                    sums[feature][kinds_path] += change
    steps = max(step, 1)
    return [
        [w - total / steps for w, total in zip(unpack(packed), feature_sums, strict=True)]
        if packed or any(feature_sums)
        else [0.0] * 6
        for packed, feature_sums in zip(weights, sums, strict=True)
    ]
