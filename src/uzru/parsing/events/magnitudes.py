"""How many were killed, injured, arrested, as a sentence counts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uzru.model.event import Magnitude, MagnitudeKind

if TYPE_CHECKING:
    from uzru.knowledge import Knowledge
    from uzru.parsing.events.clauses import Clause
    from uzru.parsing.events.lexicon import Lexicon

__all__ = ["Tolls"]

_TOLLS = {
    "toll-killed": MagnitudeKind.KILLED,
    "toll-injured": MagnitudeKind.INJURED,
    "toll-arrested": MagnitudeKind.ARRESTED,
}
_AFTER, _BEFORE = 5, 7  # words between a toll and its number
_MOST = 10_000_000  # a larger number counts no victims of one event


class Tolls:
    """Finds counts of victims.

    >>> from uzru.knowledge import Knowledge
    >>> from uzru.parsing.events.clauses import Clause
    >>> from uzru.parsing.events.lexicon import Lexicon
    >>> from uzru.parsing.events.tokens import Tokens
    >>> lexicon, tolls = Lexicon(Knowledge()), Tolls(Knowledge())
    >>> text = "The blast killed at least 12 people and wounded two others."
    >>> clause = Clause(lexicon, Tokens(text, text.lower(), lexicon.bits))
    >>> [str(toll) for toll in tolls(lexicon, clause, frozenset())]
    ['at least 12 killed', '2 injured']
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._words = {
            word: (int(low), int(high) if high else None) for word, low, high in knowledge.table("event-numbers")
        }

    def __call__(self, lexicon: Lexicon, clause: Clause, dated: frozenset[int]) -> tuple[Magnitude, ...]:
        """The counts in a sentence, one of a kind; the words in `dated` belong to dates."""
        if lexicon.tolls.isdisjoint(clause.words):
            return ()
        found: dict[MagnitudeKind, Magnitude] = {}
        used: set[int] = set(dated)
        for i in clause.marked:
            for role in lexicon.roles.get(clause.words[i], ()):
                kind = _TOLLS.get(role)
                if kind is None or kind in found:
                    continue
                at = self._number_near(clause.words, i, used)
                if at is not None:
                    low, high = self._bounds(lexicon, clause.words, at)
                    found[kind] = Magnitude(kind=kind, low=low, high=high)
                    used.add(at)
        return tuple(found[kind] for kind in MagnitudeKind if kind in found)

    def _number_near(self, words: list[str], i: int, used: set[int]) -> int | None:
        """The number of a toll: right behind it ('killed some 40'), else before it ('40 people were killed')."""
        for at in range(i + 1, min(i + _AFTER, len(words))):
            if self._is_number(words, at) and at not in used:
                return at
            if not words[at].isalpha() or words[at] in ("in", "on", "by", "and", "after", "when", "during"):
                break
        for at in range(i - 1, max(i - _BEFORE, 0) - 1, -1):
            if self._is_number(words, at) and at not in used:
                return at
            if words[at] in (",", ";", ":", "in", "on", "after", "and") or words[at] in ("'s", "’s"):
                break
        return None

    def _is_number(self, words: list[str], at: int) -> bool:
        word = words[at]
        if word in self._words:
            return True
        if not (word[0].isdigit() and word.isascii()) or (
            at + 1 < len(words) and words[at + 1] in ("%", "percent", "per")
        ):
            return False
        word = word.replace(",", "")
        return word.isdigit() and len(word) < 9 and int(word) < _MOST

    def _bounds(self, lexicon: Lexicon, words: list[str], at: int) -> tuple[int | None, int | None]:
        low, high = self._value(words, at)
        before = {
            words[at - 1] if at else "",
            "-".join(words[max(at - 2, 0) : at]),
            "-".join(words[max(at - 3, 0) : at]),
        }
        if any(lexicon.has_role(word, "at-least") for word in before):
            return low, None
        if any(lexicon.has_role(word, "at-most") for word in before):
            return None, high
        if at + 2 < len(words) and words[at + 1] in ("to", "or") and self._is_number(words, at + 2):
            return low, max(self._value(words, at + 2)[0], low)
        return low, high

    def _value(self, words: list[str], at: int) -> tuple[int, int | None]:
        if words[at] in self._words:
            return self._words[words[at]]
        number = int(words[at].replace(",", ""))
        return number, number
