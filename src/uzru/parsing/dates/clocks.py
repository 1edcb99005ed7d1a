"""Times of day: '10:30 a.m. Monday', '5 p.m. EST Nov. 9', 'noon'."""

from __future__ import annotations

import re

from uzru.model.arithmetic import shift
from uzru.model.calendar import days_in_month
from uzru.model.granularity import Unit
from uzru.model.when import PartialDate
from uzru.parsing.dates.context import Context, Found
from uzru.parsing.dates.rules import Rule
from uzru.parsing.dates.weekdays import weekday_near
from uzru.parsing.dates.which_year import Year, nearest_year

__all__ = ["RULES"]

_NEAR_DAY = 200  # characters within which a bare clock time of a paragraph is of the day named before it
_STEPS = {"next": 1, "following": 1, "after": 1, "same": 0, "previous": -1, "before": -1}
_CAPITAL = re.compile(r"\b([A-Z][a-z]{2,}) \Z")


def _clock(context: Context, m: re.Match[str]) -> Found | None:
    hour, minute = int(m["h"]), int(m["min"] or 0)
    half = (m["half"] or "")[:1]
    if hour > 24 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    if not half and m["min"] and _is_verse(context, m):
        return None
    if m["late"] and not half and hour < 12:  # 'at 8:45 the next evening'
        half = "p"
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return _at(context, m, f"{hour:02d}:{minute:02d}")


def _is_verse(context: Context, m: re.Match[str]) -> bool:
    """Whether figures are a verse: 'Ephesians 5:11'; a capital in front says so, unless it is that of a day."""
    found = _CAPITAL.search(context.view, max(0, m.start() - 20), m.start() - 1)
    lexicon = context.lexicon
    return found is not None and found[1].lower() not in {*lexicon.months, *lexicon.weekdays}


def _spelled_hour(context: Context, m: re.Match[str]) -> Found | None:
    """'Four in the morning', 'ten o'clock at night'."""
    hour = context.lexicon.number(m["n"])
    if hour is None or hour != int(hour) or not 1 <= hour <= 12:
        return None
    late = m["when"] in ("afternoon", "evening", "night")
    return _at(context, m, f"{int(hour) % 12 + 12 * late:02d}:00")


def _named_hour(context: Context, m: re.Match[str]) -> Found | None:
    return _at(context, m, "12:00" if m["hour"] in ("noon", "midday") else "24:00")


def _at(context: Context, m: re.Match[str], time: str) -> Found | None:
    day, rule, relative = _day(context, m)
    if context.memory.narrative and day is not None and day is context.memory.last and _is_over(day, time):
        day, rule = _beside(day, 1), "day after the date before"
    if day is None or day.day is None or day.month is None or day.year is None:
        return Found("TIME", None, "clock: no day known", True)
    value = PartialDate(year=day.year, month=day.month, day=day.day, time=time)
    told = day is context.memory.last
    return Found("TIME", value, f"clock, {rule}", relative, anchor=day if told else None)


def _is_over(last: PartialDate, time: str) -> bool:
    """Whether an hour of a story is that of the next day, since a later one was told before it."""
    return last.time is not None and last.time[:1].isdecimal() and time < last.time


def _beside(last: PartialDate, count: int) -> PartialDate | None:
    """The day so many days from another one."""
    there = None if last.earliest is None else shift(last.earliest, count, Unit.DAY)
    return None if there is None else PartialDate.from_date(there)


def _day(context: Context, m: re.Match[str]) -> tuple[PartialDate | None, str, bool]:
    """The day beside the clock, which rule found it, and whether it counts from the day of writing."""
    lexicon = context.lexicon
    if m["dow"]:
        return *weekday_near(context, lexicon.weekdays[m["dow"]], m.start()), True
    if m["word"]:
        return context.moved({"yesterday": -1, "tomorrow": 1}.get(m["word"], 0), Unit.DAY), m["word"], True
    if side := m["beside"] or m["side"]:
        last = context.memory.day
        return None if last is None else _beside(last, _STEPS[side]), f"{side} the day before", False
    if named := m["mon"] or m["mon2"]:
        month, day = lexicon.months[named], lexicon.ordinal(m["d"] or m["d2"])
        told, at = m["y"] or m["y2"], m.start("mon") if m["mon"] else m.start("d2")
        year = Year(context.read_year(told), "full date") if told else nearest_year(context, month, day, at)
        if year.number is None or not 1 <= day <= days_in_month(year.number, month):
            return None, year.why, year.relative
        return PartialDate(year=year.number, month=month, day=day), year.why, year.relative
    if context.lexicon.offset_follows.match(context.low, m.end()):
        return None, "so long before or after what is told", False  # '6 a.m. ten days before the raid'
    return _day_told(context, m.start())


def _day_told(context: Context, at: int) -> tuple[PartialDate | None, str, bool]:
    """The day of a bare clock time: the one named before it in the sentence, else the day of writing."""
    memory = context.memory
    last = memory.last
    told = last is not None and last.day is not None and last.month is not None
    if memory.narrative:
        return last if told else None, "day of the date before", False
    if told and memory.last_end > context.sentence_start(at):
        return last, "day named before in the sentence", False
    near = at - memory.last_end < _NEAR_DAY and "\n" not in context.low[memory.last_end : at]
    if told and near and last is not None and not (context.anchor and context.anchor.definitely_before(last)):
        return last, "day named before in the paragraph", False
    return context.moved(0, Unit.DAY), "day of writing", True


_ZONE = (
    r"(?: (?:\(?(?:e[sd]t|c[sd]t|m[sd]t|p[sd]t|gmt|utc|[a-z]+ time|local time)\)?)(?![a-z]))?(?: \([^()\n]{1,12}\))?"
)
_DAY = (
    r"(?:,? the (?:(?P<beside>next|following|same|previous) (?:day|morning|(?P<late>afternoon|evening|night))"
    r"|day (?P<side>before|after)(?! [a-z]))"
    r"|,? (?:on )?(?:%DOW|(?P<word>yesterday|today|tomorrow|tonight|this (?:morning|afternoon|evening))"
    r"|%MONTH %DAY(?:, %YEAR)?|%DAY2 %MONTH2(?: %YEAR2)?))?"
)
_ABOUT = r"(?:(?:about|around|shortly after|shortly before|just after|just before) )?"

RULES: tuple[Rule, ...] = (
    Rule(
        "clock",
        rf"{_ABOUT}(?P<h>\d\d?)(?:[:.](?P<min>\d\d))? ?(?P<half>[ap]\.?m(?:\.|(?![a-z])))(?![a-z]){_ZONE}{_DAY}",
        _clock,
    ),
    Rule("clock24", rf"{_ABOUT}(?P<h>\d\d)(?P<min>\d\d)(?P<half>) (?:gmt|utc|hours|hrs)(?![a-z]){_DAY}", _clock),
    Rule("clock", rf"{_ABOUT}(?P<h>\d\d?):(?P<min>\d\d)(?::\d\d)?(?P<half>)(?![\d:]){_ZONE}{_DAY}", _clock),
    Rule(
        "part",
        rf"{_ABOUT}%NUM(?: o['’]clock)? (?:in the|at) (?P<when>morning|afternoon|evening|night){_ZONE}{_DAY}(?![a-z])",
        _spelled_hour,
    ),
    Rule("part hour", rf"{_ABOUT}(?P<hour>noon|midnight|midday){_ZONE}{_DAY}(?![a-z])", _named_hour),
)
