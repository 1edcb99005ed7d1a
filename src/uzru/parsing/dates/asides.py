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
_SINCE = late(r" since(?: (?:early|mid|late))? \Z")
_UNTIL = late(r" (?:until|till) \Z")
_DETERMINED = late(r" (?:the|an?|his|her|its|their) \Z")
_NOUN = late(r" [a-z]{3}")
_OPENING = late(r"[\s\"“]*(?:(?:in|on|by|from|as early as|and|but|back) )*")


def is_aside(context: Context, begin: int, end: int, value: PartialDate) -> bool:
    """Whether a date far from where the story is stands where no story moves on.

    Such places are relative clauses, participles, brackets, 'had', 'would', 'of' and 'since' a year, and a year as an
    adjective ('the 1921 treaty'); and that of a year alone that lies back, unless it opens a sentence or a paragraph.
    """
    story = context.memory.story
    if story is None or story.year is None or value.year is None:
        return False
    low, start, jump = context.low, context.sentence_start(begin), value.year - story.year
    if jump > 0 and _FUTURE.search(low, start, begin):
        return True
    if jump <= 0 and value.definitely_before(story) and _SINCE.search(low, start, begin):
        return True
    if _BACK < jump < _AHEAD:
        return False
    if _BRACKET.search(low, start, begin):
        return True
    inside = _RELATIVE.search(low, start, begin) or context.lexicon.participle_before.search(low, start, begin)
    owned = _OWNED.search(low, start, begin) or (
        _DETERMINED.search(low, start, begin) and _NOUN.match(context.view, end - 1)
    )
    if jump < 0:
        alone = value.month is None and not _OPENING.fullmatch(low, start, begin)
        goes_back = alone and "\n" not in low[context.memory.last_end : begin]
        return bool(inside or owned or goes_back or _PERFECT.search(low, start, begin))
    if inside and low[end : end + 1] not in ".;":
        return True  # what ends the sentence moves the story: 'he left for Brno, where he taught until 1914.'
    return jump >= _FAR_AHEAD and bool(owned or _UNTIL.search(low, start, begin))
