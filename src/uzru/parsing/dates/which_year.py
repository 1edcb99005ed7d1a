"""Which year a month, or a month and a day, belongs to, and what decided."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from uzru.model.calendar import days_in_month
from uzru.model.when import PartialDate
from uzru.parsing.dates.context import Context
from uzru.parsing.late import late

__all__ = ["Year", "direction", "is_month", "latest_or_coming", "nearest_year", "year_beside", "year_told"]

_BESIDE_LAST = {"that": 0, "the same": 0, "following": 1, "the following": 1, "the next": 1}
_BESIDE_LAST |= {"previous": -1, "the previous": -1, "preceding": -1, "the preceding": -1}
_WITH_A_WEAK_CUE = 8  # months: a bare month further ahead than this needs a strong cue
_SOON = 6  # months: a bare month so near ahead is the coming one, if no verb of the past tells of it
_VERY_SOON = (
    6  # months: a bare month so near ahead is the coming one, if only a verb of saying or arranging tells of it
)
_JUST_OVER = 60  # days: what is said to last until a date that is over so short a time is not a year ahead
_TO_ITS_MONTH = late(r",? (?:(?:on|in|by|from|between|until|early|late|and|the) )+")
_FAR_AHEAD = 100  # days: a month and day further ahead than this needs a cue


class Year(NamedTuple):
    """A year, or None where it is not known.

    Attributes:
        number: the year.
        why: the rule that found it; empty where the text gives it in figures.
        relative: it counts from the day of writing.
        anchor: the earlier date that it counts from.
    """

    number: int | None
    why: str = ""
    relative: bool = False
    anchor: PartialDate | None = None


def is_month(context: Context, m: re.Match[str], key: str = "mon") -> bool:
    """Whether a form that is also an English word is meant as a month."""
    form = m[key]
    style = context.lexicon.month_styles[form]
    return style not in ("word", "common") or context.is_capital(m.start(key))


def year_told(context: Context, m: re.Match[str], month: int) -> Year | None:
    """The year that the words give: beside the month, as 'that year', or beside the next month of a pair."""
    groups = m.groupdict()
    if groups.get("y"):
        return Year(context.read_year(groups["y"]))
    if word := groups.get("that") or (groups.get("the9") or "") + (groups.get("step9") or ""):
        return year_beside(context, word)
    found = context.lexicon.year_follows.match(context.low, m.end())
    if found is None:
        return None
    return Year(
        context.read_year(found["y"]) - (month > context.lexicon.months[found["mon"]]), "month: year of the pair"
    )


def year_beside(context: Context, word: str) -> Year:
    """'That year', 'the following year', counted from the date before, or 'last year'."""
    why, last = f"of {word} year", context.memory.last
    if word in _BESIDE_LAST:
        if last is None:  # nothing before it: the year of writing
            return Year(None if context.year is None else context.year + _BESIDE_LAST[word], why, True)
        return Year(None if last.year is None else last.year + _BESIDE_LAST[word], why, anchor=last)
    step = context.lexicon.steps[word.removeprefix("the ")]
    return Year(None if context.year is None else context.year + step, why, True)


def nearest_year(context: Context, month: int, day: int, at: int) -> Year:
    """The year of a month and day that come without one."""
    if (told := _year_in_front(context, at) or _story_year(context, month)) is not None:
        return told
    if (month, day) in context.memory.days:
        return Year(context.memory.days[month, day], "month-day: year given earlier", True)
    if context.day is None:
        known = context.year is not None
        return Year(context.year, "month-day: year of writing" if known else "month-day: no year known", True)
    around = [context.day.year + step for step in (-1, 0, 1)]
    there = [date(year, month, day) for year in around if 1 <= year <= 9999 and day <= days_in_month(year, month)]
    if not there:
        return Year(None, "month-day: no year known", True)
    today = context.day
    best = min(there, key=lambda day: abs((day - today).days))
    step, why = direction(context, (best - today).days, at)
    return Year(best.year + step, f"month-day: {why}", True)


def direction(context: Context, days: int, at: int) -> tuple[int, str]:
    """How many years beside the nearest such day, which lies so many days ahead, and what decided."""
    cues = context.cues
    back, ahead = cues.back(at), cues.ahead(at)
    if back:
        return -(days > 0), f"cue {back}"
    if ahead:
        return int(days < -_JUST_OVER), f"cue {ahead}"
    if days > 1 and (verb := cues.done(at)):
        return -1, f"past verb {verb}"
    if days > _FAR_AHEAD:
        weak = cues.weak(at)
        return (0, f"cue {weak}") if weak else (-1, "past, since far ahead without a cue")
    if days < -_FAR_AHEAD and (weak := cues.weak(at)):
        return 1, f"cue {weak}"
    return 0, "nearest"


def latest_or_coming(context: Context, month: int, at: int) -> Year:
    """The year of a bare month."""
    if (told := _year_in_front(context, at) or _story_year(context, month)) is not None:
        return told
    if context.year is None or context.anchor is None or context.anchor.earliest is None:
        return Year(None, "month: no year known", True)
    now = context.anchor.earliest.month
    if month == now:
        return Year(context.year, "month: the present one", True)
    cues = context.cues
    cue = cues.any(at) if (month - now) % 12 <= _WITH_A_WEAK_CUE else cues.ahead(at)
    if cue and not cues.back(at):
        return Year(context.year + (month < now), f"month: cue {cue}", True)
    if (month - now) % 12 <= _SOON and not cues.back(at) and (verb := cues.announced(at)) is not None:
        why = f"month: nearest, announced by {verb}" if verb else "month: nearest, no verb of the past"
        return Year(context.year + (month < now), why, True)
    return Year(context.year - (month > now), "month: past by default", True)


def _year_in_front(context: Context, at: int) -> Year | None:
    """The year directly in front of a month or a day: 'in 1988, on 8 August'."""
    last, behind = context.memory.last, context.memory.last_end
    if last is None or last.precision != "year" or not _TO_ITS_MONTH.fullmatch(context.low, behind, at):
        return None
    return Year(last.year, "month: of the year in front", anchor=last)


def _story_year(context: Context, month: int) -> Year | None:
    year = context.memory.story_year(month)
    return None if year is None else Year(year, "month: last year read", anchor=context.memory.story)
