"""Says why a name has its kind: what spoke most for it against the runner-up, exactly as it was weighed."""

from __future__ import annotations

from collections.abc import Sequence

from uzru.parsing.memo import Memo
from uzru.parsing.names.deciding import Found
from uzru.parsing.names.features import FACTS, SpanParts
from uzru.parsing.names.kind import KINDS, NO_NAME, Scores, unpack
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
_WHOSE = {"document": "", "document-first": "its first word ", "document-last": "its last word "}
_Reason = tuple[Scores, str, str]  # what it weighs, where it is seen, and what


class Explaining:
    """Explains decisions by the summed weights that made them."""

    def __init__(self, lexicon: Lexicon, parts: SpanParts[int]) -> None:
        self._lexicon = lexicon
        self._parts = parts
        self._told = Memo[tuple[str, str], str](lambda seen: self._in_words(*seen))
        self._words = Memo[tuple[str, str], _Reason](lambda key: (unpack(parts.weight(*key)), *key))
        self._facts = Memo(self._of_facts)

    def __call__(self, runs: Sequence[Run], name: Found, facts: dict[str, int]) -> tuple[str, ...]:
        """The strongest reasons for a name's kind, the weightiest first, each with its lead over the runner-up."""
        number, i, j, _, kind, scores = name
        others = [*scores[:kind], _RULED_OUT, *scores[kind + 1 :]]
        most = max(others)
        rival = others.index(most) if most > _RULED_OUT else NO_NAME
        run = runs[number]
        reasons = list(map(self._words.__getitem__, self._parts.described(run, i, j)))
        reasons += map(self._facts.__getitem__, self._parts.documented(run, i, j, facts))
        found = [(lead, where, seen) for each, where, seen in reasons if (lead := each[kind] - each[rival]) > 0]
        found.sort(reverse=True)
        told: dict[str, int] = {}
        for lead, where, seen in found[: _MOST + 2]:
            told.setdefault(self._told[where, seen], lead)
        return tuple([f"{text} (+{lead} for {KINDS[kind]})" for text, lead in list(told.items())[:_MOST]])

    def _of_facts(self, key: tuple[str, str, int]) -> _Reason:
        where, _, bits = key
        return unpack(self._parts.weight_of_facts(*key)), where if where in _WHOSE else "document", str(bits)

    def _in_words(self, where: str, seen: str) -> str:
        if where in _WHOSE:
            told = [fact for bit, fact in enumerate(FACTS) if int(seen) >> bit & 1]
            return _WHOSE[where] + " and ".join(told[:2])
        mark = _MARKS.get(seen)
        if mark is not None or not seen[:1].isalpha():
            return f"{where} {mark or seen}"
        for flag in self._lexicon.flags(seen):
            if flag in _LETTERS:
                return f"{where} '{seen}', {_LETTERS[flag]}"
        return f"{where} '{seen}'"
