"""Years that a history names in passing: 'the League, founded in 1920, expelled it on 14 December'."""

from __future__ import annotations

from uzru.model.when import PartialDate
from uzru.parsing.dates.context import Context
from uzru.parsing.late import late

__all__ = ["is_aside"]

_BACK, _AHEAD, _FAR_AHEAD = -2, 3, 10  # years that the story would jump
_RELATIVE = late(r"[ ,](?:who|whom|whose|which|where|that) [^,;()]*\Z")
_PERFECT = late(r" had [^;()]*\Z")
_FUTURE = late(r" would [^;()]*\Z")
_BRACKET = late(r"\([^()]*\Z")
_OWNED = late(r" (?:of|since)(?: the)? \Z")
_DETERMINED = late(r" (?:the|an?|his|her|its|their) \Z")
_NOUN = late(r" [a-z]{3}")


def is_aside(context: Context, begin: int, end: int, value: PartialDate) -> bool:
    """Whether a date far from where the story is stands where no story moves on.

    Such places are relative clauses, participles, brackets, 'had', 'would', 'of' and 'since' a year, and a year as an
    adjective: 'the 1921 treaty'.
    """
    story = context.memory.story
    if story is None or story.year is None or value.year is None:
        return False
    low, start, jump = context.low, context.sentence_start(begin), value.year - story.year
    if jump > 0 and _FUTURE.search(low, start, begin):
        return True
    if _BACK < jump < _AHEAD:
        return False
    if _BRACKET.search(low, start, begin):
        return True
    inside = _RELATIVE.search(low, start, begin) or context.lexicon.participle_before.search(low, start, begin)
    if inside and (jump < 0 or low[end : end + 1] not in ".;"):
        return True  # what ends the sentence moves the story: 'he left for Brno, where he taught until 1914.'
    owned = _OWNED.search(low, start, begin) or (
        _DETERMINED.search(low, start, begin) and _NOUN.match(context.view, end - 1)
    )
    if jump < 0:
        return bool(owned or _PERFECT.search(low, start, begin))
    return bool(jump >= _FAR_AHEAD and owned)
