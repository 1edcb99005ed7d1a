"""What the tables rule of words and strings, whatever they weigh."""

from __future__ import annotations

from uzru.parsing.memo import Memo
from uzru.parsing.names.features import LOWER_CASE, PERSON_EVIDENCE, SPEAKING
from uzru.parsing.names.kind import (
    COUNTRY,
    KINDS,
    NEVER,
    NO_NAME,
    ORGANIZATION,
    OTHER,
    PERSON,
    Scores,
    bar,
    sole,
)
from uzru.parsing.names.lexicon import Lexicon

__all__ = ["NAMELESS_PAIR", "Ruled", "is_acronym", "settled"]

_ORDINARY = frozenset("WwUTtHKOPXGQMDAhdI")  # flags of words that may have a capital and yet be no name
NAMELESS_PAIR = -1
"""In place of a kind: two words that are no name together, nor each for itself ('Costa Rican')."""

_PERSON, _COUNTRY, _NONE = 1 << PERSON, 1 << COUNTRY, 1 << NO_NAME
_NEITHER = 1 << OTHER | _NONE
_ALL = (1 << len(KINDS)) - 1

_PERSONAL = frozenset("FEe")  # flags of what persons are called
_NAMELESS: Scores = (*[NEVER] * 5, 800)
_NO_COUNTRY, _NO_PERSON = bar(COUNTRY), bar(OTHER, PERSON)
_SEVERAL = bar(COUNTRY, NO_NAME)
_UNTITLED = bar(COUNTRY, NO_NAME, PERSON)


class Ruled:
    """The kinds that names are by rule, or are not.

    Attributes:
        only: the words that are of one kind alone.
        words: those of which more is told than flags; titles in lower case.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.only = dict.fromkeys(lexicon.bare_bodies.difference(lexicon.countries), ORGANIZATION)
        self.only.update(dict.fromkeys(lexicon.nameless, NO_NAME))
        self._bars = Memo[int, int](lambda barred: bar(*[kind for kind in range(len(KINDS)) if barred >> kind & 1]))
        self.words = frozenset().union(
            self.only, lexicon.countries, lexicon.leaders, lexicon.metonyms, lexicon.capitals, lexicon.titles
        )

    def alone(self, word: str, facts: int) -> int:
        """What rules out kinds of a word that stands by itself, packed; a capital is named, and what only speaks."""
        barred = self._barred(word, facts)
        lexicon = self._lexicon
        flags = lexicon.flags(word)
        seat = word in lexicon.capitals and _PERSONAL.isdisjoint(flags)  # not 'Victoria'
        if (seat or (facts & SPEAKING and not flags)) and self.is_unknown(word, facts):
            barred |= _NEITHER
        return self._bars[barred]

    def among_others(self, word: str, facts: int) -> int:
        """What rules out kinds of a word in a run of several, where one that only names have is a name; packed."""
        barred = self._barred(word, facts)
        if (
            barred & _COUNTRY
            and not facts & LOWER_CASE
            and _ORDINARY.isdisjoint(self._lexicon.flags(word))
            and word not in self._lexicon.nameless
        ):
            barred |= _NONE
        return self._bars[barred]

    def is_unknown(self, word: str, facts: int) -> bool:
        """Whether neither the tables nor the text have a word in lower case."""
        return not facts & LOWER_CASE and word.lower() not in self._lexicon.words

    def _is_elsewhere(self, word: str) -> bool:
        """Whether the tables know a word as more than a surname: as a body's name or a place of some size."""
        lexicon = self._lexicon
        return word in lexicon.organizations or lexicon.is_place_of_size(word)

    def _barred(self, word: str, facts: int) -> int:
        """The kinds that a word is not of, a bit each."""
        lexicon = self._lexicon
        if word in lexicon.countries:
            return 0 if word.lower() in lexicon.words else _NEITHER
        if word in lexicon.nameless:
            return _COUNTRY
        if word in lexicon.leaders and self.is_unknown(word, facts) and not self._is_elsewhere(word):
            return _ALL - _PERSON
        barred = _COUNTRY
        seat = word in lexicon.metonyms and word not in lexicon.places  # 'Kremlin'
        body = word in lexicon.organizations
        if (seat or body or is_acronym(word) or word in lexicon.capitals) and not facts & PERSON_EVIDENCE:
            barred |= _PERSON
        if seat or (body and word.lower() not in lexicon.words):
            barred |= _NEITHER
        return barred

    def start(self, word: str) -> int:
        """What rules out kinds of names of several words by the first one, an honorific or abbreviated rank; packed."""
        low = word.lower()
        title = self._lexicon.titles.get(low)
        titled = title is not None and (title.kind == "honorific" or title.plain != low)
        return _UNTITLED if titled else _SEVERAL

    def start_of_office(self, word: str) -> int:
        """The same, if 'of' or 'for' follows, as in 'Minister of'."""
        return _UNTITLED if word.lower() in self._lexicon.titles else _SEVERAL

    def several(self, text: str) -> tuple[int, int | None]:
        """What rules out kinds of a string of several words, packed, and the kind that it is alone, if any."""
        lexicon = self._lexicon
        if text in lexicon.nameless and text.count(" ") == 1:
            return 0, NAMELESS_PAIR
        packed = 0
        if text in lexicon.countries:
            packed -= _NO_COUNTRY
            if text not in lexicon.places:
                return packed, COUNTRY
        if text in lexicon.organizations or text in lexicon.metonyms:
            packed += _NO_PERSON
        return packed, None


def is_acronym(word: str) -> bool:
    """Whether capitals are so few that they are rather initials than a person's name.

    >>> is_acronym("UN"), is_acronym("PUTIN")
    (True, False)
    """
    return 1 < len(word) < 5 and word.isupper()


def settled(kind: int, scores: Scores) -> Scores:
    """The scores of what is of one kind alone, or of two words that are no name together, nor each for itself."""
    return _NAMELESS if kind == NAMELESS_PAIR else sole(kind, scores)
