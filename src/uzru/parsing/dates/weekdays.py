"""Weekdays: 'Monday', 'next Friday night', 'Tuesday of last week', 'every Sunday'."""

from __future__ import annotations

import re

from uzru.model.arithmetic import day_of, shift
from uzru.model.granularity import Unit
from uzru.model.when import PartialDate
from uzru.parsing.dates.context import Context, Found
from uzru.parsing.dates.rules import Rule, is_preposition
from uzru.parsing.late import late

__all__ = ["RULES", "weekday_near"]


_TO = late(r" (?:to|through|until|and|or) |[-–—]")
_NEAR_DAYS = 7  # 'from Monday to Wednesday' of the same week or the next
_FAR_BACK = 3  # days: a weekday further back is the coming one, if no verb of the past tells of it
_TOMORROW_BACK = 6  # days: in the first lines of a report, a weekday further back is that of tomorrow
_MOST_WEEKS = 100
_NEAR_DAY = 300  # characters within which a weekday of a history counts from the day before it


def weekday_near(context: Context, weekday: int, at: int) -> tuple[PartialDate | None, str]:
    """The day of a bare weekday, and what decided: the latest one, unless a cue says that it lies ahead."""
    last = context.memory.last
    first = day_of(last) if context.memory.narrative and last is not None else None
    if first is not None and at - context.memory.last_end < _NEAR_DAY:
        there = shift(first, (weekday - first.isoweekday()) % 7, Unit.DAY)
        return PartialDate.from_date(there) if there else None, "weekday: next after the date before"
    if context.day is None:
        return None, "weekday: no day of writing"
    first = day_of(last) if last is not None and _TO.fullmatch(context.low, context.memory.last_end, at) else None
    if first is not None and abs((first - context.day).days) <= _NEAR_DAYS:
        there = shift(first, (weekday - first.isoweekday()) % 7, Unit.DAY)
        return PartialDate.from_date(there) if there else None, "weekday: next after the one before"
    behind = (context.day.isoweekday() - weekday) % 7
    one_of_many = context.low.endswith(" a ", 0, at)  # 'hosts a Sunday show'
    cue = "" if one_of_many else context.cues.ahead_of_weekday(at)
    if cue and behind:
        if context.cues.is_near(cue) and behind <= _FAR_BACK:
            return context.moved(-behind, Unit.DAY), f"weekday: nearest, cue {cue}"
        return context.moved(7 - behind, Unit.DAY), f"weekday: cue {cue}"
    if behind == _TOMORROW_BACK and not one_of_many and _is_of_tomorrow(context, at):
        return context.moved(1, Unit.DAY), "weekday: of tomorrow, since news is not that old"
    if behind > _FAR_BACK and not context.cues.back(at) and not context.cues.over(at):
        return context.moved(7 - behind, Unit.DAY), "weekday: nearest, no verb of the past"
    return context.moved(-behind, Unit.DAY), "weekday: past by default"


def _is_of_tomorrow(context: Context, at: int) -> bool:
    """Whether a weekday that is today's next one is meant as that, though no word says so.

    'The envoy left on Friday' stands in the first lines of a report that is dated Thursday, but was written later.
    """
    if context.cues.back(at) or context.lexicon.weekday_follows.match(context.low, at):
        return False
    return " had " not in context.low[context.sentence_start(at) : at] and context.is_early(at)


def _is_day(context: Context, m: re.Match[str]) -> bool:
    """A short form needs its dot and a capital."""
    form, end = m["dow"], m.end("dow")
    if form not in context.lexicon.short:
        return True
    return context.is_capital(m.start("dow")) and context.low[end : end + 1] == "."


def _with_part(context: Context, m: re.Match[str], value: PartialDate | None, rule: str) -> Found:
    part = m.groupdict().get("part")
    if not part:
        return Found("DATE", value, rule, True)
    if value is None:
        return Found("TIME", None, rule, True)
    value = PartialDate(year=value.year, month=value.month, day=value.day, time=context.lexicon.parts[part])
    return Found("TIME", value, rule, True)


def _bare(context: Context, m: re.Match[str]) -> Found | None:
    if not _is_day(context, m):
        return None
    plural = m.groupdict().get("part") in context.lexicon.plural_parts
    if plural or context.lexicon.nights_follow.match(context.low, m.end()):
        return _every(context, m)  # 'Monday nights', 'Monday and Tuesday nights'
    value, rule = weekday_near(context, context.lexicon.weekdays[m["dow"]], m.start())
    return _with_part(context, m, value, rule)


def _stepped(context: Context, m: re.Match[str]) -> Found | None:
    if not _is_day(context, m):
        return None
    if is_preposition(m):
        found = _bare(context, m)
        return None if found is None else found._replace(start=m.start("dow"))
    weekday, step = context.lexicon.weekdays[m["dow"]], context.lexicon.steps[m["step"]]
    last = context.memory.stepped_from(m["step"])
    first = day_of(last) if last is not None else None
    if first is not None:
        ahead = (weekday - first.isoweekday()) % 7
        there = shift(first, (ahead or 7) if step > 0 else ahead - 7, Unit.DAY)
        value = None if there is None else PartialDate.from_date(there)
        return _with_part(context, m, value, f"weekday: {m['step']} beside the date before")
    if context.day is None:
        return _with_part(context, m, None, "weekday: no day of writing")
    ahead = (weekday - context.day.isoweekday()) % 7
    days = {-1: ahead - 7, 0: ahead, 1: ahead or 7}[step]
    if step and abs(days) == 1:  # 'next Friday' is not tomorrow
        days += 7 * step
    return _with_part(context, m, context.moved(days, Unit.DAY), f"weekday: {m['step']}")


def _of_week(context: Context, m: re.Match[str]) -> Found | None:
    weekday, step = context.lexicon.weekdays[m["dow"]], context.lexicon.steps[m["step"]]
    if context.day is None:
        return _with_part(context, m, None, "weekday: no day of writing")
    value = context.moved(weekday - context.day.isoweekday() + 7 * step, Unit.DAY)
    return _with_part(context, m, value, f"weekday: of {m['step']} week")


def _weeks_from(context: Context, m: re.Match[str]) -> Found | None:
    """'Two weeks from Monday', 'a week on Friday', 'Friday week'."""
    number = context.lexicon.number(m["n"]) if m["n"] else 1
    if context.day is None or number is None or number != int(number) or number > _MOST_WEEKS:
        return None
    ahead = (context.lexicon.weekdays[m["dow"]] - context.day.isoweekday()) % 7 or 7
    return Found("DATE", context.moved(ahead + 7 * int(number), Unit.DAY), "weekday: weeks from the coming one", True)


def _every(context: Context, m: re.Match[str]) -> Found | None:
    part = m.groupdict().get("part")
    value = PartialDate(weekday=context.lexicon.weekdays[m["dow"]], time=context.lexicon.parts[part] if part else None)
    return Found("SET", value, "set: weekday")


_PART = r"(?: %PART)?"

RULES: tuple[Rule, ...] = (
    Rule("unit weekday", r"%NUM weeks? (?:from|on) (?:next |this )?%DOW(?![a-z])", _weeks_from),
    Rule("weekday", r"%DOW week(?P<n>)(?![a-z-])", _weeks_from),
    Rule("weekday", r"(?:each|every)~(?:other )?%DOW(?: %PART)?", _every),
    Rule("weekday", r"%DAYS(?: %PART)?(?![a-z])", _every),
    Rule("weekday", rf"%DOW{_PART},? (?:of )?%STEP~week(?![a-z])", _of_week),
    Rule("weekday", rf"(?:the )?%STEP~week['’]s %DOW{_PART}", _of_week),
    Rule("weekday", rf"(?:early |late )?(?:the )?%STEP~%DOW{_PART}", _stepped),
    Rule("weekday", r"(?:the )?(?:early |late )?%PART of %DOW(?![a-z])", _bare),
    Rule("weekday", rf"(?:(?:early|late)~(?:on )?)?%DOW{_PART}", _bare),
)
