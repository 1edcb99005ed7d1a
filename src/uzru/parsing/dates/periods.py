"""Quarters, halves, seasons and weekends: 'the third quarter', 'first half of 1990', 'last fall', 'this weekend'."""

from __future__ import annotations

import re
from datetime import date

import attrs

from uzru.model.arithmetic import round_to, shift
from uzru.model.calendar import days_in_month
from uzru.model.granularity import Season, Unit
from uzru.model.when import Duration, PartialDate
from uzru.parsing.dates.context import Context, Found
from uzru.parsing.dates.months import BESIDE, nearest_year, year_beside
from uzru.parsing.dates.rules import Rule, modified

__all__ = ["RULES", "name_quarter"]

_NEAR_QUARTER = 2500  # characters within which 'the quarter' is the one named last


def name_quarter(context: Context, value: PartialDate, end: int) -> None:
    """Remember the quarter as the one that 'the quarter' and 'a year earlier' refer to."""
    context.memory.quarter, context.memory.quarter_end = value, end


def _quarter_of_day(context: Context) -> int | None:
    return (context.day.month + 2) // 3 if context.day else None


def _quarter(context: Context, m: re.Match[str]) -> Found | None:
    number = context.lexicon.ordinal(m["ord"])
    if not 1 <= number <= 4:
        return None
    year, rule = _year_of(context, m)
    now = _quarter_of_day(context)
    if year is None:
        if context.year is None:
            return Found("DATE", None, "quarter: no year known", True)
        year, rule = context.year, "quarter: of this year"
        if now is not None and number > now:
            cue = context.cues.any(m.start())
            rule = f"quarter: cue {cue}" if cue else "quarter: past by default"
            year -= not cue
    value = PartialDate(year=year, quarter=number, **modified(context, m["mod"]))
    name_quarter(context, value, m.end())
    return Found("DATE", value, rule, not m["y"])


def _year_of(context: Context, m: re.Match[str]) -> tuple[int | None, str]:
    if m["y"]:
        return context.read_year(m["y"]), "quarter and year"
    if m["step"] and context.year is not None:
        return context.year + context.lexicon.steps[m["step"]], f"quarter of {m['step']} year"
    return None, ""


def _year_quarter(context: Context, m: re.Match[str]) -> Found | None:
    """'The 1988 third quarter', 'last year's first quarter'."""
    number = context.lexicon.ordinal(m["ord"])
    if not 1 <= number <= 4:
        return None
    year, rule = _year_of(context, m)
    if year is None:
        return Found("DATE", None, "quarter: no year known", True)
    value = PartialDate(year=year, quarter=number)
    if not m["y"]:
        name_quarter(context, value, m.end())
    return Found("DATE", value, rule, not m["y"])


def _half(context: Context, m: re.Match[str]) -> Found | None:
    words = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "last": 2, "latter": 2}
    number = words[m["half"]]
    year, rule = _year_of(context, m)
    if year is None:
        if context.year is None:
            return Found("DATE", None, "half: no year known", True)
        year, rule = context.year, "half"
        if context.day and number == 2 and context.day.month <= 6 and not m["the"]:
            year -= not context.cues.any(m.start())
    return Found("DATE", PartialDate(year=year, half=number), rule.replace("quarter", "half"), not m["y"])


def _that_quarter(context: Context, m: re.Match[str]) -> Found | None:
    """'The quarter' is the one named last, else the one before the day of writing; 'latest quarter' is always that."""
    memory = context.memory
    step = m.groupdict().get("step")
    if m.groupdict().get("mod"):  # 'the end of the quarter' is of the present one
        there = context.moved(0, Unit.QUARTER)
        value = None if there is None else attrs.evolve(there, **modified(context, m["mod"]))
        return Found("DATE", value, "quarter: the present one", True)
    if not step and "period" in m[0] and memory.quarter is None:
        return None
    if not step and memory.quarter is not None and m.start() - memory.quarter_end < _NEAR_QUARTER:
        memory.quarter_end = m.end()
        return Found("DATE", memory.quarter, "quarter: the one named last", True)
    number = -1 if not step else context.lexicon.steps[step]
    there = context.moved(number, Unit.QUARTER)
    if there is not None:
        name_quarter(context, there, m.end())
    return Found("DATE", there, f"quarter: {step or 'the one before'}", True)


def _quarter_ended(context: Context, m: re.Match[str]) -> Found | None:
    """'The quarter ended Sept. 30': the calendar quarter that most of those three months lie in."""
    if context.memory.quarter is not None:
        return None  # the one named last
    month, day = context.lexicon.months[m["mon"]], context.lexicon.ordinal(m["d"])
    year = context.read_year(m["y"]) if m["y"] else nearest_year(context, month, day, m.start("mon"))[0]
    if year is None or not 1 <= day <= days_in_month(year, month):
        return None
    middle = shift(date(year, month, day), -45, Unit.DAY) if 1 < year < 9999 else None
    if middle is None:
        return None
    value = round_to(middle, Unit.QUARTER)
    name_quarter(context, value, m.end("quarter"))
    return Found("DATE", value, "quarter: by its end", not m["y"], end=m.end("quarter"))


def _year_ago_quarter(context: Context, m: re.Match[str]) -> Found | None:
    base = context.memory.quarter if m.start() - context.memory.quarter_end < _NEAR_QUARTER else None
    base = base or context.moved(-1, Unit.QUARTER)
    if base is None or base.year is None:
        return Found("DATE", None, "quarter: a year before an unknown one", True)
    return Found("DATE", PartialDate(year=base.year - 1, quarter=base.quarter), "quarter: a year before", True)


def _first_months(context: Context, m: re.Match[str]) -> Found | None:
    """'The first nine months' of results is a length."""
    number = context.lexicon.number(m["n"])
    if number is None:
        return None
    if number in (6, 9):
        context.memory.months_end = m.end()
    return Found("DURATION", Duration(months=number), "first months")


def _season(context: Context, m: re.Match[str]) -> Found | None:
    season, step = context.lexicon.seasons[m["sea"]], m["step"]
    low, start = context.low, m.start("sea")
    if low.startswith(" of ", m.end()):
        return None  # 'the fall of Nukus'
    if context.is_capital(start) and low[start - 2 : start] != ". " and low[start - 1] != "\n" and not m["y"]:
        return None
    fields = modified(context, m["mod"])
    if m["y"]:
        return Found("DATE", PartialDate(year=context.read_year(m["y"]), season=season, **fields), "season and year")
    if m["of"] and (year := year_beside(context, m["of"])) is not None:
        value, told = PartialDate(year=year, season=season, **fields), m["of"] in BESIDE
        anchor = context.memory.last if told else None
        return Found("DATE", value, f"season of {m['of']} year", not told, anchor=anchor)
    if not step and not m["the"] and not m["mod"] and not context.lexicon.stands_before(low, start, "before-season"):
        return None
    if m["the"] and m["the"].startswith("that") and context.memory.last is not None:
        return Found(
            "DATE",
            PartialDate(year=context.memory.last.year, season=season, **fields),
            "season: year of the date before",
        )
    last = context.memory.stepped_from(step) if step else None
    if step and last is not None and last.year is not None:
        ahead = context.lexicon.steps[step] > 0
        begins, now = _FIRST_MONTH[season], last.month
        passed = now is None or (now >= begins if ahead else now <= begins + 2)
        year = last.year + (passed if ahead else -passed)
        value = PartialDate(year=year, season=season, **fields)
        return Found("DATE", value, f"season: {step} beside the date before", anchor=last)
    if not step and (told := context.memory.story_year(_FIRST_MONTH[season])) is not None:
        value = PartialDate(year=told, season=season, **fields)
        return Found("DATE", value, "season: last year read", anchor=context.memory.story)
    if context.day is None:
        return Found("DATE", None, "season: no day of writing", True)
    year = _season_year(context, season, context.lexicon.steps[step] if step else None, m.start())
    return Found("DATE", PartialDate(year=year, season=season, **fields), f"season: {step or 'the'}", True)


_FIRST_MONTH = {Season.SPRING: 3, Season.SUMMER: 6, Season.AUTUMN: 9, Season.WINTER: 12}


def _season_year(context: Context, season: Season, step: int | None, at: int) -> int:
    """The year in which that season begins: 'last' has begun, 'next' has not, 'this' is the nearer one."""
    assert context.day is not None
    year, month, first = context.day.year, context.day.month, _FIRST_MONTH[season]
    began = year if month >= first else year - 1
    running = (began == year and month < first + 3) or (season is Season.WINTER and month <= 2)
    if step == -1:
        return began - running
    if step == 1:
        return began + 1
    if step == 0:
        return year - 1 if season is Season.WINTER and month <= 2 else year
    ahead = context.cues.any(at)
    return began + 1 if ahead and not running else began


def _every_season(context: Context, m: re.Match[str]) -> Found | None:
    """'Every spring'."""
    return Found("SET", PartialDate(season=context.lexicon.seasons[m["sea"]]), "set: season")


def _code(context: Context, m: re.Match[str]) -> Found | None:
    """'Q1 2009', '3Q', 'H1 2008'."""
    number, letter = int(m["ord"] or m["ord2"]), (m["k"] or m["k2"])
    year = context.read_year(m["y"]) if m["y"] else context.year
    if year is None or (letter == "h" and number > 2) or (letter == "h" and not m["y"]):
        return None
    half = letter == "h"
    value = PartialDate(year=year, half=number if half else None, quarter=None if half else number)
    return Found("DATE", value, "quarter by its number", not m["y"])


def _weekend(context: Context, m: re.Match[str]) -> Found | None:
    step = m["step"]
    if context.day is None:
        return Found("DATE", None, "weekend: no day of writing", True)
    count = context.lexicon.steps[step] if step else -1 if context.day.isoweekday() < 5 else 0
    if step and count == -1 and context.day.isoweekday() == 7:
        count = -1
    there = context.moved(count, Unit.WEEK)
    if there is None:
        return Found("DATE", None, "weekend", True)
    return Found("DATE", PartialDate(year=there.year, week=there.week, weekend=True), f"weekend: {step or 'the'}", True)


_OF_YEAR = r"(?:(?:,? of|,| in)? (?:fiscal )?%YEAR|,? (?:of )?%STEP~year)?"
_MODIFIER = r"(?:%MOD~(?:in )?)?"

RULES: tuple[Rule, ...] = (
    Rule(
        "quarter-unit",
        rf"{_MODIFIER}(?:the )?(?:fiscal~)?%ORD[ -]{{1,2}}(?:fiscal~)?quarters?{_OF_YEAR}(?![a-z])",
        _quarter,
    ),
    Rule("year", r"(?:the )?(?:fiscal )?%YEAR(?P<step>)(?:['’]s)? (?:fiscal )?%ORD~quarter(?![a-z])", _year_quarter),
    Rule("quarter-unit year-unit", r"(?:the )?%STEP~year(?P<y>)['’]s (?:fiscal )?%ORD~quarter(?![a-z])", _year_quarter),
    Rule(
        "half",
        rf"(?:the )?(?P<half>first|second|last|latter|1st|2nd)~half(?:{_OF_YEAR}(?<=\d|r)|(?P<the> of the year)"
        r"|(?! (?:an?|the|of|hour|dozen)(?![a-z])))(?![a-z])",
        _half,
    ),
    Rule(
        "quarter-unit year-unit",
        r"(?:the |its )?(?:comparable )?(?:year~ago|year~earlier)~(?:[a-z]{1,12} )?(?:quarter|period)(?![a-z])",
        _year_ago_quarter,
    ),
    Rule(
        "quarter-unit",
        r"(?:the )?(?P<quarter>quarter),? (?:that )?(?:ended|ending) %MONTH %DAY(?:,? %YEAR)?",
        _quarter_ended,
    ),
    Rule("month-unit year-unit", r"(?:the )?year-(?:ago|earlier) %NUM~months?(?![a-z])", _first_months),
    Rule("quarter-unit year-unit", r"(?:the )?quarter a year~(?:ago|earlier)(?![a-z])", _year_ago_quarter),
    Rule(
        "quarter-unit",
        r"(?:the )?(?:same|corresponding|comparable) (?:quarter|period) (?:last year|a year (?:ago|earlier|before))",
        _year_ago_quarter,
    ),
    Rule("quarter-unit", r"(?:(?:the|its) )?(?:%STEP~)(?:fiscal )?quarter(?![a-z])", _that_quarter),
    Rule("quarter-unit", r"(?:the )?(?:latest|current) period(?![a-z])", _that_quarter),
    Rule("quarter-unit", rf"{_MODIFIER}(?:the|that) quarter(?![a-z-]| of (?!the year))", _that_quarter),
    Rule("month-unit", r"(?:the )?(?:first|last) %NUM~months?(?![a-z])", _first_months),
    Rule("weekend-unit", r"(?:%STEP~)?(?:the )?week-?ends?(?![a-z])", _weekend),
    Rule("code", r"(?:(?P<k>[qh])(?P<ord>[1-4])|(?P<ord2>[1-4])(?P<k2>[qh]))(?:,? (?:of )?%YEAR)?(?![a-z0-9])", _code),
    Rule("season", r"(?:each|every)~%SEASON(?![a-z])", _every_season),
    Rule(
        "season",
        rf"{_MODIFIER}(?P<the>the |that )?(?:%STEP~)?%SEASON"
        r"(?:,? (?:of )?(?:%SHORTYEAR(?:[-–/]\d\d(?:\d\d)?(?!\d))?|(?P<of>last|this|next|that|the same|the following|the next|the previous) year))?(?![a-z])",
        _season,
    ),
)
