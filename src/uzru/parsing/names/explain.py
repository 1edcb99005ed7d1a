"""Says why a name has its kind: the features that speak most for it against the runner-up."""

from __future__ import annotations

from uzru.parsing.names.features import FACTS, SpanParts
from uzru.parsing.names.kind import KINDS, NO_NAME, Scores, unpack
from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.names.runs import Run

__all__ = ["Explaining"]

_MOST = 3

_LETTERS = {
    "C": "a country",
    "D": "a demonym",
    "F": "a first name",
    "B": "a large city",
    "b": "a city",
    "R": "a region",
    "N": "a known organization",
    "T": "an office",
    "t": "a title's modifier",
    "H": "an honorific",
    "K": "a rank",
    "O": "an organization's head noun",
    "P": "a place's head noun",
    "X": "an event's or law's head noun",
    "S": "a company's suffix",
    "W": "a common word",
    "w": "a common word by its ending",
    "U": "a function word",
    "M": "a day or month",
    "Q": "a people",
    "G": "a direction",
    "I": "an initial",
    "A": "all capitals",
    "Y": "capitals inside",
    "h": "hyphenated",
    "d": "with digits",
    "-": "an unknown word",
}
_PLACES = {
    "s": "is",
    "f": "starts with",
    "l": "ends with",
    "i": "contains",
    "o": "contains, with a possessive,",
    "p": "follows",
    "q": "comes two words after",
    "r": "stands before",
    "t": "stands two words before",
}
_MARKS = {"<p>": "the start of a paragraph", "<s>": "the start of a sentence", "": "nothing", "'s": "a possessive"}


class Explaining:
    """Explains decisions by the weights that made them."""

    def __init__(self, lexicon: Lexicon, weights: dict[str, int]) -> None:
        self.weights = weights
        self._parts = SpanParts[tuple[str, ...]](lexicon, tuple)
        self._reasons: dict[tuple[tuple[str, ...], int, int], tuple[int, str]] = {}

    def __call__(self, run: Run, i: int, j: int, facts: dict[str, int], kind: int, scores: Scores) -> tuple[str, ...]:
        """The strongest reasons for a kind, the weightiest first, each with its lead over the runner-up."""
        rivals = [rival for rival in range(len(scores)) if rival != kind]
        rival = max(rivals, key=scores.__getitem__)
        if scores[rival] < -(1 << 20):
            rival = NO_NAME
        groups = [*self._parts.left(run, i), *self._parts.right(run, j)]
        if j == i + 1:
            groups += self._parts.single(run.words[i], facts.get(run.words[i], 0))
        else:
            groups += self._parts.several(run, i, j, facts)
        reasons = sorted((self._reason(group, kind, rival) for group in groups), reverse=True)
        return tuple(f"{text} (+{lead} for {KINDS[kind]})" for lead, text in reasons[:_MOST] if lead > 0 and text)

    def _reason(self, group: tuple[str, ...], kind: int, rival: int) -> tuple[int, str]:
        key = (group, kind, rival)
        found = self._reasons.get(key)
        if found is None:
            leads = []
            for feature in group:
                packed = self.weights.get(feature)
                if packed is not None and (text := _in_words(feature)):
                    weights = unpack(packed)
                    leads.append((weights[kind] - weights[rival], text))
            found = self._reasons[key] = max(leads, default=(0, ""))
        return found


def _in_words(feature: str) -> str:
    """What a feature sees, in words; nothing for one that tells a person nothing.

    >>> _in_words("p=minister"), _in_words("l.O"), _in_words("ds.2"), _in_words("n=2")
    ("follows 'minister'", "ends with an organization's head noun", 'follows a title somewhere', '')
    """
    place, mark, value = feature[:1], feature[1:2], feature[2:]
    if mark == "=" and place in _PLACES:
        return f"{_PLACES[place]} {_MARKS.get(value) or repr(value)}"
    if mark == "." and place in _PLACES:
        letter = _LETTERS.get(value[-1:])
        return f"{_PLACES[place]} {letter}" if letter else ""
    if mark == ":" and place in _PLACES:
        letters = [_LETTERS[letter] for letter in value if letter in _LETTERS]
        return f"{_PLACES[place]} {', '.join(letters)}" if letters else ""
    if feature[:2] in ("ds", "df", "dl", "dw") and feature[2:3] == ".":
        return FACTS[int(feature[3:])]
    if feature.startswith("g="):
        return f"is a known {value}"
    if feature.startswith("w="):
        return f"is {value!r}"
    return ""
