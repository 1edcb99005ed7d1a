"""The words by which a sentence may tell an event, asked before it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from uzru.parsing.events import parts as p
from uzru.parsing.inflection import plural

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from uzru.parsing.events.lexicon import Lexicon, Pattern
    from uzru.parsing.events.tokens import Tokens

__all__ = ["Triggers", "telling_part"]

_ANY_OBJECT = frozenset({"SOMEBODY", "SOMEBODY-ONLY", "ANYBODY", "NOTHING", "TO"})
_ANY_INFINITIVE = "ANYBODY-TO"
_ANY_SUBJECT = frozenset({"PEOPLE", "SPOKEN-OF"})
_TELLING = frozenset({"agree", "exclude"})  # parts of verbs that tell an event by what they govern
_ARTICLE = p.DETERMINER | p.ADVERB  # 'all' is both, and no article
_SMALL = 3  # letters of a word that stands everywhere

_Need: TypeAlias = "frozenset[str] | str"


class _Partners(dict[str, frozenset[str]]):
    """By the form of a verb, the words of which it needs one: joined when a text has the form.

    Attributes:
        needs: by form, what its verbs need: nouns, or a word.
    """

    def __init__(self, nouns: Mapping[str, str]) -> None:
        super().__init__()
        self.needs: dict[str, Mapping[_Need, None]] = {}
        self._nouns = nouns
        self._shown: dict[_Need, frozenset[str]] = {}

    def add(self, form: str, needs: Mapping[_Need, None]) -> None:
        """Note what a form needs besides what is known."""
        self.needs[form] = {**self.needs[form], **needs} if form in self.needs else needs

    def __missing__(self, form: str) -> frozenset[str]:
        found = self[form] = frozenset().union(*map(self._show, self.needs[form]))
        return found

    def _show(self, need: _Need) -> frozenset[str]:
        """What shows that one of the nouns stands somewhere: each of its forms, or the telling word of a compound."""
        if isinstance(need, str):
            return frozenset({need})
        if need not in self._shown:
            forms = [form for noun in need for form in (noun, plural(noun)) if self._nouns.get(form) == noun]
            to = ["to"] if _ANY_INFINITIVE in need else []
            self._shown[need] = frozenset([*forms, *map(telling_part, forms), *to])
        return self._shown[need]


class Triggers:
    """What must stand in a sentence that tells an event.

    Attributes:
        alone: the forms of verbs, and other words, by which a clause of any words may tell an event.
        partners: by the form of another verb, the words of which it needs one: an object, a subject, a particle.
        nouns: those that may tell an event.
        compounds: the last words of nouns of several words that may, by the first.

    >>> from uzru.knowledge import Knowledge
    >>> from uzru.parsing.events.lexicon import Lexicon
    >>> triggers = Triggers(Lexicon(Knowledge()))
    >>> "curfew" in triggers.partners["lifted"], "lid" in triggers.partners["lifted"], "arrested" in triggers.alone
    (True, False, True)
    """

    def __init__(self, lexicon: Lexicon) -> None:
        alone = {lemma.partition("-")[0] for lemma, parts in lexicon.operators.items() if parts & _TELLING}
        needs: dict[str, dict[_Need, None]] = {}  # by verb; what is asked for by many is kept once
        for lemma, sense in lexicon.senses.items():
            verb, _, particle = lemma.partition("-")
            for pattern in sense.patterns:
                if pattern.type is not None:
                    if need := _need(pattern, particle):
                        needs.setdefault(verb, {})[need] = None
                    else:
                        alone.add(verb)
        self.alone = lexicon.playing("oblige") | lexicon.spelled(alone)
        self.partners = _Partners(lexicon.nouns)
        for verb, all_needs in needs.items():
            for form in lexicon.spelled((verb,)) - self.alone:
                self.partners.add(form, all_needs)
        nouns = [(form, *form.rpartition("-")) for form, noun in lexicon.nouns.items() if noun in lexicon.noun_senses]
        self.nouns = frozenset(form for form, _, _, _ in nouns)
        self.compounds: dict[str, set[str]] = {}  # the last words of nouns of several words, by the first
        for _, rest, _, last in nouns:
            if rest:
                self.compounds.setdefault(rest.partition("-")[0], set()).add(last)

    def live(self, tokens: Tokens, hits: Sequence[int], near: AbstractSet[str]) -> list[int]:
        """Which of some words may tell an event as verbs; `near` are the words around that others need.

        Behind an article only a participle does, in 'the freed by'.
        """
        words, bits = tokens.words, tokens.bits
        return [
            i
            for i in hits
            if (bits[i] & p.ALONE or (bits[i] & p.PARTNERED and not self.partners[words[i]].isdisjoint(near)))
            and (bits[i - 1] & _ARTICLE != p.DETERMINER or words[i + 1 : i + 2] == ["by"] or bits[i] & p.OBLIGE)
        ]

    def may_name(self, tokens: Tokens, hits: Sequence[int], near: AbstractSet[str]) -> bool:
        """Whether a noun of several words among some words may tell an event."""
        words, bits = tokens.words, tokens.bits
        return any(bits[i] & p.OPENING and not self.compounds[words[i]].isdisjoint(near) for i in hits)


def _need(pattern: Pattern, particle: str) -> _Need:
    """What a verb needs beside it for a pattern to hold: one of some nouns, or the word; nothing if it may stand alone.

    A pattern that acts on an infinitive needs its subject or a 'to'.
    """
    anything = not pattern.objects or not _ANY_OBJECT.isdisjoint(pattern.objects)
    rarest = max(particle.split("-"), key=len)
    if particle and (anything or len(rarest) > _SMALL):
        return rarest
    nouns = pattern.subjects if anything else pattern.objects
    if not _ANY_SUBJECT.isdisjoint(nouns):
        return ""
    return nouns | {_ANY_INFINITIVE} if _ANY_INFINITIVE in pattern.objects else nouns


def telling_part(form: str) -> str:
    """The word of a compound that is looked for first: 'strike' in 'general-strike', 'emergency', but not 'in'."""
    words = form.split("-")
    return words[-1] if len(words[-1]) > _SMALL else max(words, key=len)
