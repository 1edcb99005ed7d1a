"""The forms of English verbs and nouns: by rule, with the irregular ones from a table."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from uzru.knowledge import Knowledge, Row

__all__ = ["Inflector", "VerbForms", "plural"]

_SIBILANTS = ("s", "x", "z", "ch", "sh")
# Nouns that change within, by their ending; peoples do not ('Germans').
_CHANGING = (("man", "men"), ("child", "children"), ("life", "lives"), ("wife", "wives"), ("thief", "thieves"))
_CHANGES = tuple(single for single, _ in _CHANGING)
_PEOPLES = ("human", "german", "roman", "ottoman", "shaman")
# One syllable that ends in one vowel and one consonant doubles it: ban, stop, but not offer, load, fix, show.
_DOUBLING = re.compile(r"[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]$")
_REGULAR = ("", "", "", "")


class VerbForms(NamedTuple):
    """All forms of a verb; a form of several spellings has them all."""

    lemma: str
    third: tuple[str, ...]
    gerund: tuple[str, ...]
    past: tuple[str, ...]
    participle: tuple[str, ...]


@lru_cache(maxsize=10_000)  # the tables of events name the same nouns again and again
def plural(noun: str) -> str:
    """The plural of a noun by rule.

    >>> plural("embassy"), plural("clash"), plural("hunger strike"), plural("police")
    ('embassies', 'clashes', 'hunger strikes', 'polices')
    >>> plural("policeman"), plural("child"), plural("life")
    ('policemen', 'children', 'lives')
    """
    if noun.endswith(_CHANGES) and not noun.endswith(_PEOPLES):
        return next(noun.removesuffix(single) + many for single, many in _CHANGING if noun.endswith(single))
    return _with_s(noun)


def _with_s(word: str) -> str:
    if word.endswith(_SIBILANTS):
        return word + "es"
    return word[:-1] + "ies" if _ends_in_consonant_y(word) else word + "s"


def _ends_in_consonant_y(word: str) -> bool:
    return word.endswith("y") and len(word) > 1 and word[-2] not in "aeiou"


def _third(verb: str) -> str:
    return verb + "es" if verb.endswith("o") else _with_s(verb)


def _gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return verb + verb[-1:] * bool(_DOUBLING.fullmatch(verb)) + "ing"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if _ends_in_consonant_y(verb):
        return verb[:-1] + "ied"
    return verb + verb[-1:] * bool(_DOUBLING.fullmatch(verb)) + "ed"


class Inflector:
    """Gives the forms of verbs, knowing the irregular ones of a table.

    A particle verb is written with a hyphen ('call-off') and inflects its first word.

    Attributes:
        irregular: past, participle, gerund and third person by lemma; each cell as in the table, several with blanks.

    >>> from uzru.knowledge import Knowledge
    >>> inflector = Inflector.of(Knowledge())
    >>> inflector.forms("deny").past, inflector.forms("expel").gerund, inflector.forms("hold-back").participle
    (('denied',), ('expelling',), ('held-back',))
    """

    def __init__(self, irregular: Mapping[str, Row]) -> None:
        self.irregular = irregular

    @classmethod
    def of(cls, knowledge: Knowledge) -> Inflector:
        """An inflector that knows the table `irregular-verbs`."""
        return cls(_irregular(knowledge))

    @property
    def participles(self) -> frozenset[str]:
        """The participles of the irregular verbs."""
        return frozenset(form for past, own, *_ in self.irregular.values() for form in (own or past).split())

    def kinds(self, verb: str) -> dict[str, str]:
        """What each form of a verb may be: base, third person (S), gerund, past, participle (N).

        >>> from uzru.knowledge import Knowledge
        >>> Inflector.of(Knowledge()).kinds("put")
        {'put': 'BPN', 'puts': 'S', 'putting': 'G'}
        """
        if verb not in self.irregular:
            return {verb: "B", _third(verb): "S", _gerund(verb): "G", _past(verb): "PN"}
        kinds = {verb: "B"}
        for kind, spellings in zip("SGPN", self.forms(verb)[1:], strict=True):
            for spelling in spellings:
                kinds[spelling] = kinds.get(spelling, "") + kind
        return kinds

    def spellings(self, verb: str) -> Iterable[str]:
        """All forms of a verb without a particle, each once.

        >>> from uzru.knowledge import Knowledge
        >>> inflector = Inflector.of(Knowledge())
        >>> [*inflector.spellings("stop"), *inflector.spellings("put")]
        ['stop', 'stops', 'stopping', 'stopped', 'put', 'puts', 'putting']
        """
        if verb in self.irregular:
            return self.kinds(verb)
        if verb.endswith("e"):
            return verb, verb + "s", _gerund(verb), verb + "d"
        if _ends_in_consonant_y(verb):
            return verb, verb[:-1] + "ies", verb + "ing", verb[:-1] + "ied"
        stem = verb + verb[-1:] * bool(_DOUBLING.fullmatch(verb))
        return verb, _third(verb), stem + "ing", stem + "ed"

    def forms(self, lemma: str) -> VerbForms:
        """All forms of a verb."""
        verb, hyphen, particle = lemma.partition("-")
        past, participle, gerund, third = (tuple(cell.split()) for cell in self.irregular.get(verb, _REGULAR))
        past = past or (_past(verb),)
        forms = VerbForms(verb, third or (_third(verb),), gerund or (_gerund(verb),), past, participle or past)
        if not hyphen:
            return forms
        return VerbForms(lemma, *(tuple(form + hyphen + particle for form in spellings) for spellings in forms[1:]))


@lru_cache(maxsize=2)
def _irregular(knowledge: Knowledge) -> Mapping[str, Row]:
    return {lemma: tuple(cells) for lemma, *cells in reversed(knowledge.table("irregular-verbs"))}
