"""A rule: which words set it off, what it looks like, and who resolves it."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from uzru.model.granularity import Modifier
from uzru.parsing.dates.context import Context, Resolver

__all__ = ["Rule", "is_preposition", "modified"]


class Rule(NamedTuple):
    """One form of expression.

    Attributes:
        sets_off: the classes of words that set it off, blank-separated.
        template: its form, as `Lexicon.pattern` reads it.
        resolve: makes a value of a match, or declines.
    """

    sets_off: str
    template: str
    resolve: Resolver


_DATE_MODIFIERS = {"early": Modifier.EARLY, "mid": Modifier.MID, "late": Modifier.LATE, "before": Modifier.BEFORE}
_LENGTH_MODIFIERS = {"less": Modifier.LESS, "more": Modifier.MORE}


def modified(context: Context, words: str | None) -> dict[str, Any]:
    """The fields that a modifier in front of a date sets."""
    meaning = context.lexicon.modifier(words)
    if meaning == "approximate":
        return {"approximate": True}
    return {"modifier": _DATE_MODIFIERS[meaning]} if meaning in _DATE_MODIFIERS else {}


def is_preposition(m: re.Match[str]) -> bool:
    """Whether 'following Monday' and 'past May' have no article, so that they say 'after Monday'."""
    return m["step"] in ("following", "past") and not m[0].startswith("the ")
