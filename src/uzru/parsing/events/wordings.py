"""How the verbs and nouns of the tables are printed; what is of one word alone is worked out when a text has it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from uzru.parsing.inflection import plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from uzru.parsing.inflection import Inflector

__all__ = ["Compounds", "Particles", "VerbForm", "Verbs", "forms_of"]

_SHORTEST = 5  # letters: 'seize' and 'prize' have one spelling


class VerbForm(NamedTuple):
    """A form of a verb: which verb, and which forms it may be ('BSGPN': base, third, gerund, past, participle)."""

    lemma: str
    kinds: str


class Verbs(dict[str, tuple[VerbForm, ...]]):
    """The verbs that a word may be a form of, none for most words.

    Args:
        inflector: gives the forms.
        verbs: without particles; 'test_fire' is printed 'test-fired'.

    Attributes:
        lemmas: the verbs by form, with blanks between.

    >>> from uzru.knowledge import Knowledge
    >>> from uzru.parsing.inflection import Inflector
    >>> Verbs(Inflector.of(Knowledge()), ["find", "found", "organize"])["found"]
    (VerbForm(lemma='find', kinds='PN'), VerbForm(lemma='found', kinds='B'))
    """

    def __init__(self, inflector: Inflector, verbs: Iterable[str]) -> None:
        super().__init__()
        self._inflector = inflector
        self._spellings: dict[str, tuple[str, ...]] = {}
        lemmas = self.lemmas = dict[str, str]()
        for verb in verbs:
            for form in self._forms(verb):
                lemmas[form] = f"{lemmas[form]} {verb}" if form in lemmas else verb

    def __missing__(self, word: str) -> tuple[VerbForm, ...]:
        if word not in self.lemmas:
            return ()
        found = []
        for verb in self.lemmas[word].split(" "):
            kinds = (self._inflector.kinds(stem) for stem in _stems(verb.rpartition("_")[2]))
            own = word if "_" not in verb else word[verb.rindex("_") + 1 :]
            found.append(VerbForm(verb, next(forms[own] for forms in kinds if own in forms)))
        self[word] = tuple(found)
        return self[word]

    def spelled(self, verbs: Iterable[str]) -> frozenset[str]:
        """All forms of some verbs; none of those that are not among these."""
        return frozenset(chain.from_iterable([self._spellings.get(verb, ()) for verb in verbs]))

    def _forms(self, verb: str) -> tuple[str, ...]:
        before, _, last = verb.rpartition("_")
        forms = tuple(self._inflector.spellings(last))
        for stem in _stems(last)[1:]:
            forms += tuple(self._inflector.spellings(stem))
        self._spellings[verb] = forms if not before else tuple(f"{before}-{form}" for form in forms)
        return self._spellings[verb]


def _stems(verb: str) -> tuple[str, ...]:
    """A verb as it is written, and as the British print it: 'organise'."""
    if verb.endswith("ize") and len(verb) > _SHORTEST:
        return verb, verb[:-3] + "ise"
    return (verb,)


def _behind_first(words: Iterable[str]) -> dict[str, str]:
    """By what stands before the first hyphen of some words, what stands behind it, unsplit."""
    lines: dict[str, str] = {}
    for word in words:
        first, hyphen, rest = word.partition("-")
        if hyphen:
            lines[first] = f"{lines[first]} {rest}" if first in lines else rest
    return lines


class Particles(dict[str, "Mapping[str, Sequence[tuple[tuple[str, ...], str]]]"]):
    """By verb and by the first word behind it: the other words of its particle verbs, the most first, and their lemma.

    >>> particles = Particles(["carry-out", "carry-out-on", "be"])
    >>> particles["carry"], particles["be"]
    ({'out': [(('on',), 'carry-out-on'), ((), 'carry-out')]}, {})
    """

    def __init__(self, lemmas: Iterable[str]) -> None:
        super().__init__()
        self._lines = _behind_first(lemmas)

    def __missing__(self, verb: str) -> Mapping[str, Sequence[tuple[tuple[str, ...], str]]]:
        tails: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for tail in self._lines.get(verb, "").split():
            first, *rest = tail.split("-")
            tails.setdefault(first, []).append((tuple(rest), f"{verb}-{tail}"))
        for pairs in tails.values():
            pairs.sort(key=lambda pair: (-len(pair[0]), pair))
        self[verb] = tails
        return tails


class Compounds(dict[str, "Mapping[str, Sequence[tuple[str, ...]]]"]):
    """The words that go on a noun of several words, the most first, by its first word and by its second.

    Attributes:
        lines: what stands behind each first word, unsplit.

    >>> Compounds(["hunger-strike", "hunger-strikes"])["hunger"]
    {'strike': [('strike',)], 'strikes': [('strikes',)]}
    """

    def __init__(self, forms: Iterable[str]) -> None:
        super().__init__()
        self.lines = _behind_first(forms)

    def __missing__(self, first: str) -> Mapping[str, Sequence[tuple[str, ...]]]:
        rests: dict[str, list[tuple[str, ...]]] = {}
        for rest in self.lines[first].split():
            words = tuple(rest.split("-"))
            rests.setdefault(words[0], []).append(words)
        for found in rests.values():
            found.sort(key=len, reverse=True)
        self[first] = rests
        return rests


def forms_of(nouns: Iterable[str]) -> dict[str, str]:
    """The nouns by their forms, singular and plural; the first noun that has a form keeps it.

    >>> forms_of(["talks", "talk"])
    {'talks': 'talks', 'talkses': 'talks', 'talk': 'talk'}
    """
    found: dict[str, str] = {}
    for noun in nouns:
        found.setdefault(noun, noun)
        found.setdefault(plural(noun), noun)
    return found
