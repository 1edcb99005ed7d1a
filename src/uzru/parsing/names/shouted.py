"""Headlines all in capitals, where nothing shows what is a name: only names known, or named in the text, count."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.text import Reading

__all__ = ["Shouted"]

_LEAST_WORDS = 3
_MARKS = ".,;:!?\"“”‘’'()[]"


class Shouted:
    r"""The sentences of a text that stand in capitals throughout, and what in them can be part of a name.

    Attributes:
        stretches: where the sentences stand; none if all of the text is in capitals.

    >>> from uzru.knowledge import Knowledge
    >>> shouted = Shouted(Lexicon(Knowledge()), Reading("KAZAKH MAYOR DEFIES ORTIKOV ON MINT\n\nMalika Ortikov left."))
    >>> shouted.stretches
    [(0, 35)]
    >>> [word for word in "KAZAKH MAYOR DEFIES ORTIKOV MINT".split() if shouted.read(word, "", "")]
    ['KAZAKH', 'ORTIKOV']
    """

    def __init__(self, lexicon: Lexicon, reading: Reading) -> None:
        self._lexicon = lexicon
        self._reading = reading
        view = reading.view
        self.stretches = [] if view.isupper() else [span for span in reading.sentences if _is_loud(view[slice(*span)])]

    @cached_property
    def _said(self) -> list[list[str]]:
        view = self._reading.view
        loud = set(self.stretches)
        return [
            [_bare(word) for word in view[start:end].split()]
            for start, end in self._reading.sentences
            if (start, end) not in loud
        ]

    @cached_property
    def _words(self) -> set[str]:
        return {word for sentence in self._said for word in sentence}

    @cached_property
    def _pairs(self) -> set[tuple[str, str]]:
        """Two words side by side in the text, the first with a capital."""
        return {pair for sentence in self._said for pair in pairwise(sentence) if pair[0][:1].isupper()}

    def read(self, word: str, before: str, after: str) -> str:
        """The word as a name is written, if it is known for one by itself or with a word beside it; else nothing."""
        lexicon = self._lexicon
        bare = _bare(word)
        plain = bare.title() if "-" in bare else bare.capitalize()
        if len(plain) != len(bare):
            return ""  # a capital dotted I has a longer lower case
        low = bare.lower()
        if low in lexicon.function:
            known = bare in lexicon.countries or bare in lexicon.organizations
            return word if known and bare in self._words else ""  # 'WHO', 'US'
        common = low in lexicon.words
        if bare in lexicon.countries or (not common and (bare in self._words or bare in lexicon.organizations)):
            return word  # an acronym
        if (
            plain in lexicon.countries
            or plain in lexicon.demonyms
            or (not common and self._is_common_name(plain))
            or self._is_named(low, plain)
            or self._is_paired((_bare(before).capitalize(), plain))
            or self._is_paired((plain, _bare(after).capitalize()))
        ):
            return word.replace(bare, plain, 1).replace("'S", "'s").replace("’S", "’s")
        return ""

    def _is_paired(self, pair: tuple[str, str]) -> bool:
        return pair in self._pairs or pair in self._lexicon.name_pairs

    def _is_named(self, low: str, plain: str) -> bool:
        """Whether the text has the word with a capital only, and no body or official is called so."""
        if low in self._lexicon.heads or low in self._lexicon.titles:
            return False
        return plain in self._words and low not in self._words

    def _is_common_name(self, plain: str) -> bool:
        lexicon = self._lexicon
        known = plain in lexicon.places or plain in lexicon.first_names
        return known or not {"E", "e"}.isdisjoint(lexicon.flags(plain))


def _bare(word: str) -> str:
    word = word.strip(_MARKS)
    return word[:-2] if word[-2:].lower() in ("'s", "’s") else word


def _is_loud(sentence: str) -> bool:
    return sentence.isupper() and len(sentence.split(None, _LEAST_WORDS)) >= _LEAST_WORDS
