"""Says why a name has its kind: what spoke most for it against the runner-up, exactly as it was weighed."""

from __future__ import annotations

from collections.abc import Sequence

from uzru.parsing.memo import Memo
from uzru.parsing.names.deciding import Found
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
_NO_FACT = "shows nothing telling elsewhere"
_WHOSE = {"document": "", "document-first": "its first word ", "document-last": "its last word "}


class Explaining:
    """Explains decisions by the summed weights that made them."""

    def __init__(self, lexicon: Lexicon, parts: SpanParts[int]) -> None:
        self._lexicon = lexicon
        self._parts = parts
        self._facts = Memo[tuple[str, str], str](lambda seen: _facts_in_words(*seen))
        self._kinds = Memo(_kind_in_words)

    def __call__(self, runs: Sequence[Run], name: Found, facts: dict[str, int]) -> tuple[str, ...]:
        """The strongest reasons for a name's kind, the weightiest first, each with its lead over the runner-up."""
        number, i, j, _, kind, scores = name
        others = [*scores[:kind], _RULED_OUT, *scores[kind + 1 :]]
        most = max(others)
        rival = others.index(most) if most > _RULED_OUT else NO_NAME
        found = []
        for part, where, seen in self._parts.told(runs[number], i, j, facts):
            if part:
                weights = unpack(part)
                if (lead := weights[kind] - weights[rival]) > 0:
                    found.append((lead, where, seen))
        found.sort(reverse=True)
        told: dict[str, int] = {}
        for lead, where, seen in found[: _MOST + 2]:
            told.setdefault(self._in_words(where, seen), lead)
            if len(told) == _MOST:
                break
        return tuple([f"{text} (+{lead} for {KINDS[kind]})" for text, lead in told.items()])

    def _in_words(self, where: str, seen: str) -> str:
        if where in _WHOSE:
            return self._facts[where, seen]
        mark = _MARKS.get(seen)
        if mark is not None or not seen[:1].isalpha():
            return f"{where} {mark or seen}"
        return f"{where} '{seen}'{self._kinds[self._lexicon.flags(seen)]}"


def _facts_in_words(where: str, seen: str) -> str:
    told = [fact for bit, fact in enumerate(FACTS) if int(seen) >> bit & 1]
    return _WHOSE[where] + (" and ".join(told[:2]) or _NO_FACT)


def _kind_in_words(flags: str) -> str:
    return next((f", {_LETTERS[flag]}" for flag in flags if flag in _LETTERS), "")
