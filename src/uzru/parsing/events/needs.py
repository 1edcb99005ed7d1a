"""What must stand around a form of a verb for it to tell an event."""

from __future__ import annotations

from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from uzru.parsing.inflection import plural
from uzru.parsing.memo import Memo

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from uzru.parsing.events.lexicon import Lexicon
    from uzru.parsing.events.senses import VerbSense

__all__ = ["ANYTHING", "TELLING", "Form", "Forms", "Need", "telling_part"]

Lemmas: TypeAlias = tuple[str, ...]
"""Verbs, each with its particle."""

ANYTHING = 1
"""The bit of forms that need no cue, which every sentence has."""

TELLING = frozenset({"agree", "exclude"})
"""Parts of verbs that tell an event by what they govern."""

_ANYBODY = frozenset({"SOMEBODY", "SOMEBODY-ONLY", "ANYBODY"})
_DOER = "ANYBODY-TO"
_PLACEHOLDERS = _ANYBODY | {_DOER, "TO", "NOTHING"}
_UNSHOWN = frozenset({"PEOPLE", "SPOKEN-OF"})  # subjects that no word shows
_SMALL = 3  # letters of a word that stands everywhere


class Need(NamedTuple):
    """What must stand around a verb for one of some patterns to hold: any of these.

    Attributes:
        nothing: whether a pattern asks for nothing.
        free: whether one asks that no object follows.
        anybody: whether one asks that it acts on somebody.
        doer: whether one asks that it acts on somebody, and then for 'to'.
        objects: the words of which one must be acted on.
        subjects: the words of which one must act.
    """

    nothing: bool
    free: bool
    anybody: bool
    doer: bool
    objects: frozenset[str]
    subjects: frozenset[str]


_NOTHING = Need(True, False, False, False, frozenset(), frozenset())


class Form(NamedTuple):
    """A form of one verb or of several.

    Attributes:
        kinds: which forms it may be ('BSGPN').
        nounlike: whether it is a noun as often.
        suffers: whether its subject always suffers.
        reduced: whether it does so where no object follows.
        agrees: whether it tells an event before 'to' or 'that'.
        cues: the bit of the words of which one must stand in its sentence (see `Forms.cues`).
        bare: what it needs without a particle.
        tails: the verbs that it is with a particle of one word, by the word.
        phrases: those that it is with one of several words: the others and the verbs, by the first.
        needs: what some verbs need.
    """

    kinds: str
    nounlike: bool
    suffers: bool
    reduced: bool
    agrees: bool
    cues: int
    bare: Need
    tails: Mapping[str, Lemmas]
    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], Lemmas]]]
    needs: Mapping[Lemmas, Need]


class Forms(dict[str, Form]):
    """The forms of verbs by how they are printed, each worked out when a text has it.

    Attributes:
        cues: the bits of the sets of cues that a word belongs to.

    >>> from uzru.knowledge import Knowledge
    >>> from uzru.parsing.events.lexicon import Lexicon
    >>> forms = Forms(Lexicon(Knowledge()))
    >>> "curfew" in forms["lifted"].bare.objects, "lid" in forms["lifted"].bare.objects
    (True, False)
    >>> forms["lifted"].cues & forms.cues["curfew"] > 0, "lid" in forms.cues
    (True, False)
    """

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon
        self._shown: dict[frozenset[str], frozenset[str]] = {}
        self._needs = Memo(self._need)
        self._senses: dict[VerbSense, Need] = {}
        self._verbs: dict[Lemmas, Form] = {}
        self._bits: dict[frozenset[str], int] = {}
        self._lock = Lock()
        self.cues: dict[str, int] = {}

    def __missing__(self, word: str) -> Form:
        verbs = self._lexicon.verbs[word]
        lemmas = tuple(verb.lemma for verb in verbs)
        with self._lock:  # each bit is given once
            form = self._verbs.get(lemmas) or self._verbs.setdefault(lemmas, self._make(lemmas))
        kinds = "".join(verb.kinds for verb in verbs)
        found = self[word] = form._replace(kinds=kinds, nounlike=word in self._lexicon.nounlike)
        return found

    def _make(self, lemmas: Lemmas) -> Form:
        """What all forms of some verbs need."""
        lexicon = self._lexicon
        tails: dict[str, list[str]] = {}
        phrases: dict[str, list[tuple[tuple[str, ...], Lemmas]]] = {}
        cues: list[str] = []
        for verb in lemmas:
            for first, pairs in lexicon.particles[verb].items():
                for rest, lemma in pairs:
                    if rest:
                        phrases.setdefault(first, []).append((rest, tuple(_shortened(lemma))))
                        cues.append(max(reversed((first, *rest)), key=len))
                    else:
                        tails.setdefault(first, []).append(lemma)
        parts = frozenset().union(*(lexicon.operators.get(verb, ()) for verb in lemmas))
        bare = self._needs[lemmas]
        told = not lemmas or bare.nothing or bare.free or bare.anybody or bare.doer or "agree" in parts
        return Form(
            kinds="",
            nounlike=False,
            suffers="suffer" in parts,
            reduced="transitive" in parts,
            agrees="agree" in parts,
            cues=ANYTHING if told else self._bit(bare.objects.union(bare.subjects, tails, cues)),
            bare=bare,
            tails={last: tuple(joined) for last, joined in tails.items()},
            phrases=phrases,
            needs=self._needs,
        )

    def _bit(self, cues: frozenset[str]) -> int:
        """The bit of a set of cues, which each of them gets."""
        if cues not in self._bits:
            bit = self._bits[cues] = ANYTHING << len(self._bits) + 1
            for cue in cues:
                self.cues[cue] = self.cues.get(cue, 0) | bit
        return self._bits[cues]

    def _need(self, lemmas: Lemmas) -> Need:
        """What one of some verbs, with their particles, needs."""
        operators, senses = self._lexicon.operators, self._lexicon.senses
        needs = [self._need_of(sense) for lemma in lemmas if (sense := senses[lemma])]
        if any("exclude" in operators.get(lemma, ()) for lemma in lemmas):
            needs.append(_NOTHING)
        if len(needs) == 1:
            return needs[0]
        return Need(
            nothing=any(need.nothing for need in needs),
            free=any(need.free for need in needs),
            anybody=any(need.anybody for need in needs),
            doer=any(need.doer for need in needs),
            objects=frozenset().union(*(need.objects for need in needs)),
            subjects=frozenset().union(*(need.subjects for need in needs)),
        )

    def _need_of(self, sense: VerbSense) -> Need:
        """What one sense of a verb needs."""
        if sense in self._senses:
            return self._senses[sense]
        nothing = free = anybody = doer = False
        objects: set[str] = set()
        subjects: set[str] = set()
        for pattern in sense.patterns:
            if pattern.type is None:
                continue
            objects |= self._show(pattern.objects - _PLACEHOLDERS)
            if "TO" in pattern.objects:
                objects.add("to")
            if pattern.objects and pattern.objects.isdisjoint(_PLACEHOLDERS - {"TO"}):
                continue
            if pattern.subjects and pattern.subjects.isdisjoint(_UNSHOWN):
                subjects |= self._show(pattern.subjects)
                continue
            nothing = nothing or not pattern.objects
            free = free or "NOTHING" in pattern.objects
            anybody = anybody or not pattern.objects.isdisjoint(_ANYBODY)
            doer = doer or _DOER in pattern.objects
        found = Need(nothing, free, anybody, doer, frozenset(objects), frozenset(subjects))
        return self._senses.setdefault(sense, found)

    def _show(self, nouns: frozenset[str]) -> frozenset[str]:
        """The words that show that one of some nouns may stand somewhere: each of its forms, or a word of it."""
        if nouns not in self._shown:
            known = self._lexicon.nouns
            forms = [form for noun in nouns for form in (noun, plural(noun)) if known.get(form) == noun]
            self._shown[nouns] = frozenset((*forms, *map(telling_part, forms)))
        return self._shown[nouns]


def _shortened(lemma: str) -> Iterator[str]:
    """A verb with its particle, and without the particle's last words: a pattern of these may hold as well."""
    while "-" in lemma:
        yield lemma
        lemma = lemma.rpartition("-")[0]


@lru_cache(maxsize=10_000)
def telling_part(form: str) -> str:
    """The word of a compound that is looked for first: 'strike' in 'general-strike', 'emergency', but not 'in'.

    >>> telling_part("state-of-emergency"), telling_part("sit-in")
    ('emergency', 'sit')
    """
    words = form.split("-")
    return words[-1] if len(words[-1]) > _SMALL else max(words, key=len)
