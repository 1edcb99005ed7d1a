"""How sure an attribution is: what its rule is worth, less what is doubtful about the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uzru.model import QuoteKind

if TYPE_CHECKING:
    from uzru.knowledge import Knowledge
    from uzru.parsing.quotes.drafts import Draft

__all__ = ["Confidence"]

_MANY = 5
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

    def __call__(self, draft: Draft, kind: QuoteKind, words: int) -> float:
        """From 0 to 1, for a content of so many words."""
        value = self.rules.get(draft.rule, 0.5)
        for doubt in _doubts(draft, kind, words):
            value *= self.doubts.get(doubt, 1.0)
        return round(min(1.0, value), 3)


def _doubts(draft: Draft, kind: QuoteKind, words: int) -> list[str]:
    found = [draft.how, draft.category]
    if draft.negated:
        found.append("negated")
    found.append(f"{draft.rule}-{kind}")
    if draft.source is None and draft.repeats is None and draft.rule != _NOBODY:
        found.append("no-speaker")
    if draft.frame in {"clause", "colon"} and draft.rule == "reported":
        found.append("bare")
    if draft.frame in {"object", "preposition"}:
        found.append("object")
    if words <= 2:
        found.append("one-or-two-words")
    elif words <= 5:
        found.append("three-to-five-words")
    elif words <= 11:
        found.append("six-to-eleven-words")
    if kind is QuoteKind.DIRECT and draft.joins:
        found.append("joined" if draft.joins < _MANY else "much-joined")
    return found
