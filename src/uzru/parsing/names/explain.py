"""Says why a name has its kind: what spoke most for it against the runner-up, exactly as it was weighed."""

from __future__ import annotations

from collections.abc import Sequence

from uzru.parsing.memo import Memo
from uzru.parsing.names.features import FACTS, SpanParts
from uzru.parsing.names.kind import KINDS, NO_NAME, unpack
from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.names.runs import Run

__all__ = ["Explaining"]

_MOST = 3
_RULED_OUT = -(1 << 20)

_LETTERS = {
    "C": "a country",
    "D": "a demonym",
    "N": "a known organization",
    "F": "a first name",
    "E": "a surname",
    "e": "a surname by its ending",
    "B": "a large city",
    "b": "a city",
    "R": "a region",
    "O": "an organization's head noun",
    "P": "a place's head noun",
    "X": "a law's or event's head noun",
    "S": "a company's suffix",
    "T": "an office",
    "t": "part of a title",
    "H": "an honorific",
    "K": "a rank",
    "Q": "a people",
    "I": "an initial",
}
_MARKS = {
    "<p>": "the start or end of a paragraph",
    "<s>": "the start of a sentence",
    "": "nothing",
    "'s": "a possessive",
    ",A": "a comma and a name",
    ",a": "a comma",
}


class Explaining:
    """Explains decisions by the summed weights that made them."""

    def __init__(self, lexicon: Lexicon, parts: SpanParts[int]) -> None:
        self._lexicon = lexicon
        self._parts = parts
        self._told = Memo[tuple[str, str], str](lambda seen: self._in_words(*seen))
        self._scores = Memo(unpack)

    def __call__(
        self, run: Run, i: int, j: int, facts: dict[str, int], kind: int, scores: Sequence[int]
    ) -> tuple[str, ...]:
        """The strongest reasons for a kind, the weightiest first, each with its lead over the runner-up."""
        others = [*scores[:kind], _RULED_OUT, *scores[kind + 1 :]]
        most = max(others)
        rival = others.index(most) if most > _RULED_OUT else NO_NAME
        found = []
        for place, word, packed in self._parts.described(run, i, j, facts):
            if packed:
                each = self._scores[packed]
                if (lead := each[kind] - each[rival]) > 0:
                    found.append((lead, place, word))
        found.sort(reverse=True)
        told: dict[str, int] = {}
        for lead, place, word in found[: _MOST + 2]:
            told.setdefault(self._told[place, word], lead)
        return tuple([f"{text} (+{lead} for {KINDS[kind]})" for text, lead in list(told.items())[:_MOST]])

    def _in_words(self, place: str, word: str) -> str:
        if place.startswith("document"):
            bits = int(word)
            told = [fact for bit, fact in enumerate(FACTS) if bits >> bit & 1]
            whose = {"document": "", "document-first": "its first word ", "document-last": "its last word "}[place]
            return whose + " and ".join(told[:2])
        mark = _MARKS.get(word)
        if mark is not None or not word[:1].isalpha():
            return f"{place} {mark or word}"
        for flag in self._lexicon.flags(word):
            if flag in _LETTERS:
                return f"{place} '{word}', {_LETTERS[flag]}"
        return f"{place} '{word}'"
