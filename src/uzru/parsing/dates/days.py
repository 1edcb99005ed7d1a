"""Days of the calendar: '15 April 2004', 'Nov. 2', 'the 14th', '12-14 June', 'the second Tuesday of May'."""

from __future__ import annotations

import re

import attrs

from uzru.model.calendar import days_in_month
from uzru.model.granularity import Modifier, Precision, Unit
from uzru.model.when import Interval, PartialDate
from uzru.parsing.dates.context import Context, Found
from uzru.parsing.dates.named import holiday_on
from uzru.parsing.dates.rules import Rule
from uzru.parsing.dates.which_year import Year, is_month, latest_or_coming, nearest_year, year_told

__all__ = ["RULES"]

_NOUN_BEHIND = re.compile(r" [a-z]")
_EDGES = {"first": Modifier.EARLY, "opening": Modifier.EARLY, "second": Modifier.MID, "third": Modifier.MID}
_NUMBER = re.compile(r"\d+")
_NEAR_DATE = 400  # characters within which 'the 14th' is of the month of the date before


def _day(context: Context, month: int, day: int, told: Year | None, at: int) -> tuple[PartialDate | None, Year]:
    """The day of a month, and what told its year; None if there is no such day."""
    if not 1 <= day <= days_in_month(told.number if told else None, month):
        return None, Year(None)
    if told is not None and told.number is not None:
        context.memory.days[month, day] = told.number
    year = told if told is not None and told.number is not None else nearest_year(context, month, day, at)
    if year.number is not None and day > days_in_month(year.number, month):
        year = Year(None, "month-day: no year known", True)
    return PartialDate(year=year.number, month=month, day=day), year


def _why(year: Year) -> str:
    return f"day {year.why}" if year.why.startswith("of ") else year.why or "full date"


def _on_weekday(context: Context, value: PartialDate, year: Year, weekday: int) -> tuple[PartialDate, Year]:
    """The same day of the year of writing, or of one beside it, if only that one is the weekday told."""
    if context.day is None or value.earliest is None or value.earliest.isoweekday() == weekday:
        return value, year
    near = (attrs.evolve(value, year=context.day.year + step) for step in (0, -1, 1))
    fits = [day for day in near if day.earliest is not None and day.earliest.isoweekday() == weekday]
    return (fits[0], Year(fits[0].year, "month-day: by its weekday", True)) if fits else (value, year)


def _day_of_month(context: Context, m: re.Match[str]) -> Found | None:
    if not is_month(context, m):
        return None
    if m["d"].isalpha() and m.start("d") > m.start("mon") and _NOUN_BEHIND.match(context.view, m.end() - 1):
        return None  # 'in November the first frost came'
    weekday = m.groupdict().get("dow9")
    month, day = context.lexicon.months[m["mon"]], context.lexicon.ordinal(m["d"])
    value, year = _day(context, month, day, year_told(context, m, month), m.start())
    if value is None:
        return None
    if weekday and year.why:
        value, year = _on_weekday(context, value, year, context.lexicon.weekdays[weekday])
    if part := m.groupdict().get("part9"):
        value = attrs.evolve(value, time=context.lexicon.parts[part], precision=Precision.TIME)
    return Found("TIME" if part else "DATE", value, _why(year), year.relative, anchor=year.anchor)


def _days_of_month(context: Context, m: re.Match[str]) -> Found | None:
    if not is_month(context, m):
        return None
    lexicon, other = context.lexicon, m.groupdict().get("mon2")
    month = lexicon.months[m["mon"]]
    month2 = lexicon.months[other] if other else month
    last, year = _day(context, month2, lexicon.ordinal(m["d2"]), year_told(context, m, month2), m.start())
    of_first = None if year.number is None else Year(year.number - (month > month2))
    first, _ = _day(context, month, lexicon.ordinal(m["d"]), of_first, m.start())
    if first is None or last is None or (month == month2 and (first.day or 0) >= (last.day or 0)):
        return None
    joined = context.low[m.end("d") : m.start("d2")]
    between = context.low[max(0, m.start() - 8) : m.start()] == "between "
    if other and ("to" in joined or ("and" in joined and not between)):
        return None  # 'from Aug. 26 to Oct. 20' names two days
    rule = f"days of a month, {_why(year)}"
    if part := m.groupdict().get("part9"):  # 'the night of 12-13 June' begins on the first
        value = attrs.evolve(first, time=lexicon.parts[part], precision=Precision.TIME)
        return Found("TIME", value, rule, year.relative, anchor=year.anchor)
    if "and" in joined and not between and (last.day or 0) - (first.day or 0) != 1:
        return _two_days(m, first, last, f"one of two days, {_why(year)}", year)
    return Found("DATE", Interval(start=first, end=last), rule, year.relative, anchor=year.anchor)


def _two_days(m: re.Match[str], first: PartialDate, last: PartialDate, rule: str, year: Year) -> Found:
    """'10 and 17 June', 'June 10 and 17': two days that do not follow each other are no interval."""
    if m.start("mon") < m.start("d"):
        also = ((m.start("d2"), m.end(), last),)
        return Found("DATE", first, rule, year.relative, end=m.end("d"), anchor=year.anchor, also=also)
    also = ((m.start("d"), m.end("d"), first),)
    return Found("DATE", last, rule, year.relative, start=m.start("d2"), anchor=year.anchor, also=also)


def _list_of_days(context: Context, m: re.Match[str]) -> Found | None:
    """'1, 2 and 3 June', 'June 1, 3 and 5': an interval, if each follows the one before."""
    if not is_month(context, m):
        return None
    lexicon, month = context.lexicon, context.lexicon.months[m["mon"]]
    spans = [(found.start() + m.start("list"), found.end() + m.start("list")) for found in _NUMBER.finditer(m["list"])]
    told = year_told(context, m, month)
    days = [_day(context, month, lexicon.ordinal(context.low[slice(*span)]), told, m.start()) for span in spans]
    values = [value for value, _ in days if value is not None]
    numbers = [value.day or 0 for value in values]
    if len(values) < len(days) or numbers != sorted(set(numbers)):
        return None
    year = days[-1][1]
    if numbers == list(range(numbers[0], numbers[-1] + 1)):
        value = Interval(start=values[0], end=values[-1])
        return Found("DATE", value, f"days of a month, {_why(year)}", year.relative, anchor=year.anchor)
    at = 0 if m.start("mon") < m.start("list") else len(days) - 1  # the one beside the month
    ends = (m.start(), spans[0][1]) if at == 0 else (spans[-1][0], m.end())
    spans[-1] = spans[-1][0], m.end()  # with the year
    also = tuple((*span, value) for i, (span, value) in enumerate(zip(spans, values, strict=True)) if i != at)
    rule = f"one of several days, {_why(year)}"
    return Found("DATE", values[at], rule, year.relative, *ends, anchor=year.anchor, also=also)


def _day_of_this_month(context: Context, m: re.Match[str]) -> Found | None:
    """'The 3rd of this month'."""
    there = context.moved(context.lexicon.steps[m["step"]], Unit.MONTH)
    day = context.lexicon.ordinal(m["ord"])
    if there is None or there.month is None:
        return Found("DATE", None, "day of a month: no day of writing", True)
    if not 1 <= day <= days_in_month(there.year, there.month):
        return None
    return Found("DATE", PartialDate(year=there.year, month=there.month, day=day), f"day of {m['step']} month", True)


def _day_of_that_month(context: Context, m: re.Match[str]) -> Found | None:
    """'On the 14th,': of the month of the date before; a noun behind it ('the 14th round') says otherwise."""
    last, day = context.memory.last, context.lexicon.ordinal(m["ord"])
    placed = m.groupdict().get("part") or context.lexicon.stands_before(context.low, m.start(), "before-day")
    if last is None or last.month is None or not placed:
        return None
    if m.start() - context.memory.last_end > _NEAR_DATE or not 1 <= day <= days_in_month(last.year, last.month):
        return None
    part = m.groupdict().get("part")
    time = context.lexicon.parts[part] if part else None
    value = PartialDate(year=last.year, month=last.month, day=day, time=time)
    return Found("TIME" if time else "DATE", value, "day of that month", anchor=last)


def _weekday_of_month(context: Context, m: re.Match[str]) -> Found | None:
    """'The second Tuesday of May', 'the last Friday in June 2003'."""
    if not is_month(context, m):
        return None
    lexicon, month = context.lexicon, context.lexicon.months[m["mon"]]
    year = year_told(context, m, month) or latest_or_coming(context, month, m.start())
    nth = -1 if m["last"] else lexicon.ordinal(m["ord"])
    known = year.number is not None and nth <= 4
    there = holiday_on(f"{month}/{nth}/{lexicon.weekdays[m['dow']]}", year.number or 0) if known else None
    value = None if there is None else PartialDate.from_date(there)
    return Found("DATE", value, f"weekday of a month, {_why(year)}", year.relative, anchor=year.anchor)


def _edge_of_month(context: Context, m: re.Match[str]) -> Found | None:
    """'The last day of June', 'the first week of May'."""
    if not is_month(context, m):
        return None
    month, edge = context.lexicon.months[m["mon"]], _EDGES.get(m["edge"], Modifier.LATE)
    if edge is Modifier.MID and "week" not in m["u"]:
        return None  # 'the second day of May' is counted
    told = year_told(context, m, month) or latest_or_coming(context, month, m.start())
    year = told.number
    if m["u"] == "day" and m["edge"] in ("first", "last"):
        first = edge is Modifier.EARLY
        value = PartialDate(year=year, month=month, day=1 if first else days_in_month(year, month))
        if not first and year is None:
            value = PartialDate(year=year, month=month, modifier=Modifier.LATE)
    else:
        value = PartialDate(year=year, month=month, modifier=edge)
    return Found("DATE", value, f"edge of a month, {_why(told)}", told.relative, anchor=told.anchor)


def _week_of_day(context: Context, m: re.Match[str]) -> Found | None:
    """'The week of 11 May', 'the weekend of 7-8 February'."""
    found = _day_of_month(context, m)
    first = found.value.earliest if found and isinstance(found.value, PartialDate) else None
    if found is None or first is None:
        return None
    year, week, _ = first.isocalendar()
    value = PartialDate(year=year, week=week, weekend=m["week"] == "weekend")
    return found._replace(type="DATE", value=value, rule=f"{m['week']} of a day, {found.rule}")


_WEEKDAY = r"(?:(?:the )?(?:early |late )?%PART9 of )?(?:%DOW9,? )?(?:the (?=[^ ]{1,14} of ))?"
_OF_YEAR = (
    r"(?:(?:, ?| of | |-)%YEAR"
    r"|,? (?:of |in )?(?:(?P<that>that|the same)|(?P<the9>the )?%STEP9) year(?![a-z'])(?!’))"
)

RULES: tuple[Rule, ...] = (
    Rule("unit", r"(?:the )?%ORD of %STEP~month(?![a-z])", _day_of_this_month),
    Rule(
        "ordinal",
        r"the %ORD(?=[.,;:!?)\n]| (?:the|an?|he|she|it|they|and|but|when|after|at|in|with|as)(?![a-z]))"
        r"(?!,? (?:and |to )?\d)",
        _day_of_that_month,
    ),
    Rule("part", r"(?:the )?%PART of the %ORD(?=[.,;:!?)\n]| [a-z])(?! of)", _day_of_that_month),
    Rule("weekday", rf"(?:the )?(?:%ORD|(?P<last>last)) %DOW (?:of|in) %MONTH{_OF_YEAR}?", _weekday_of_month),
    Rule(
        "unit",
        r"(?:the )?(?P<edge>first|second|third|fourth|last|opening|closing|final) (?:few )?(?P<u>days?|weeks?)"
        rf" (?:of|in) %MONTH{_OF_YEAR}?",
        _edge_of_month,
    ),
    Rule(
        "week-unit weekend-unit",
        rf"(?:the )?(?P<week>week|weekend) (?:of|beginning|starting|ending)(?: on)? %MONTH %DAY{_OF_YEAR}?",
        _week_of_day,
    ),
    Rule(
        "week-unit weekend-unit",
        r"(?:the )?(?P<week>week|weekend) (?:of|beginning|starting|ending)(?: on)? %DAY(?:[-–]\d\d?)?"
        rf" %MONTH{_OF_YEAR}?",
        _week_of_day,
    ),
    Rule("month", rf"(?P<list>\d\d?(?:, \d\d?){{1,6}},? (?:and|or) \d\d?) %MONTH{_OF_YEAR}?", _list_of_days),
    Rule("month", rf"%MONTH (?P<list>\d\d?(?:, \d\d?){{1,6}},? (?:and|or) \d\d?(?!\d|,\d)){_OF_YEAR}?", _list_of_days),
    Rule(
        "month",
        r"(?:(?:the )?%PART9 (?:of|from) (?:the )?)?%DAY ?(?:[-–—]|to |through |until |and ) ?(?:the )?%DAY2~(?:of )?"
        rf"%MONTH{_OF_YEAR}?",
        _days_of_month,
    ),
    Rule(
        "month",
        rf"(?:(?:the )?%PART9 of (?:the )?)?(?P<d>\d\d?)/(?P<d2>\d\d?) %MONTH{_OF_YEAR}?",
        _days_of_month,
    ),
    Rule("month", rf"%DAY %MONTH ?(?:-|–|—|to |through |until ) ?%DAY2~%MONTH2{_OF_YEAR}?", _days_of_month),
    Rule(
        "month",
        rf"(?:(?:the )?%PART9 of )?%MONTH %DAY ?(?:[-–—]|to |through |and ) ?(?:%MONTH2 )?%DAY2{_OF_YEAR}?",
        _days_of_month,
    ),
    Rule("month weekday", rf"{_WEEKDAY}%DAY~(?:of )?%MONTH{_OF_YEAR}?", _day_of_month),
    Rule("month weekday", rf"{_WEEKDAY}%MONTH ?(?:the )?%DAY{_OF_YEAR}?", _day_of_month),
)
