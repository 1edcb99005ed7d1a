"""How sure an attribution is: what its rule is worth, less what is doubtful about the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uzru.model import QuoteKind
from uzru.parsing.memo import Memo

if TYPE_CHECKING:
    from uzru.knowledge import Knowledge
    from uzru.parsing.quotes.drafts import Draft

__all__ = ["Confidence"]

# All that the confidence depends on, in the order of what `_doubts` takes.
_Case = tuple[str, QuoteKind, str, str, str, bool, bool, int, int]

_MANY = 5
_ENOUGH = 12  # words of a content that is not short
_NOBODY = "around"  # the rule of contents that nobody is named for


class Confidence:
    """Gives the confidence of an attribution by the tables `quote-rules` and `quote-doubts`.

    >>> from uzru.knowledge import Knowledge
    >>> from uzru.parsing.quotes.drafts import Draft
    >>> where = {"cue": (32, 36), "source": (37, 43)}
    >>> said = Draft([(0, 30)], "before", lemma="say", **where)
    >>> Confidence(Knowledge())(said, QuoteKind.DIRECT, words=9)
    0.882
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.rules = {row[0]: float(row[1]) for row in knowledge.table("quote-rules")}
        self.doubts = {row[0]: float(row[1]) for row in knowledge.table("quote-doubts")}
        self._known = Memo[_Case, float](self._of)

    def __call__(self, draft: Draft, kind: QuoteKind, words: int) -> float:
        """From 0 to 1, for a content of so many words."""
        case = (
            draft.rule,
            kind,
            draft.how,
            draft.frame,
            draft.category,
            draft.negated,
            draft.source is None and draft.repeats is None and draft.rule != _NOBODY,
            min(words, _ENOUGH),
            min(draft.joins, _MANY),
        )
        return self._known[case]

    def _of(self, case: _Case) -> float:
        value = self.rules.get(case[0], 0.5)
        for doubt in _doubts(*case):
            value *= self.doubts.get(doubt, 1.0)
        return round(min(1.0, value), 3)


def _doubts(
    rule: str,
    kind: QuoteKind,
    how: str,
    frame: str,
    category: str,
    negated: bool,
    unnamed: bool,
    words: int,
    joins: int,
) -> list[str]:
    found = [how, category]
    if negated:
        found.append("negated")
    found.append(f"{rule}-{kind}")
    if unnamed:
        found.append("no-speaker")
    if frame in {"clause", "colon"} and rule == "reported":
        found.append("bare")
    if frame in {"object", "preposition"}:
        found.append("object")
    if words <= 2:
        found.append("one-or-two-words")
    elif words <= 5:
        found.append("three-to-five-words")
    elif words < _ENOUGH:
        found.append("six-to-eleven-words")
    if kind is QuoteKind.DIRECT and joins:
        found.append("joined" if joins < _MANY else "much-joined")
    return found
