"""Quarters, halves and weekends: 'the third quarter', 'first half of 1990', 'Q1 2009', 'this weekend'."""

from __future__ import annotations

import re
from datetime import date

import attrs

from uzru.model.arithmetic import round_to, shift
from uzru.model.calendar import days_in_month
from uzru.model.granularity import Unit
from uzru.model.when import Duration, Interval, PartialDate
from uzru.parsing.dates.context import Context, Found
from uzru.parsing.dates.offsets import year_before
from uzru.parsing.dates.rules import Rule, modified
from uzru.parsing.dates.which_year import nearest_year, year_beside

__all__ = ["RULES", "name_quarter"]

_NEAR_GAME = 300  # characters on both sides within which words of sports tell that a half is one of a match
_JUST_OVER = 2  # weekday: until Tuesday, the weekend that a verb of the past tells of is the last one
_NEAR_QUARTER = 2500  # characters within which 'the quarter' is the one named last


def name_quarter(context: Context, value: PartialDate, end: int, fiscal: bool = False) -> None:
    """Remember the quarter as the one that 'the quarter' and 'a year earlier' refer to.

    One that is ahead is not, nor the present one beside one that is over.
    """
    anchor, last = context.anchor, value.latest
    running = context.day is not None and last is not None and last > context.day
    if running and (context.memory.quarter is not None or (anchor and anchor.definitely_before(value))):
        return
    context.memory.name_quarter(value, end, fiscal)


def _quarter_of_day(context: Context) -> int | None:
    return (context.day.month + 2) // 3 if context.day else None


def _quarter(context: Context, m: re.Match[str]) -> Found | None:
    number = context.lexicon.ordinal(m["ord"])
    if not 1 <= number <= 4:
        return None
    year, rule = _year_of(context, m)
    now = _quarter_of_day(context)
    if year is None and _is_of_game(context, m):
        return None
    if year is None and m["ended"]:
        year, rule = _year_of_end(context, m, number), "quarter: by its end"
    if year is None:
        if context.year is None:
            return Found("DATE", None, "quarter: no year known", True)
        year, rule = context.year, "quarter: of this year"
        if now is not None and number > now:
            ahead, rule = _is_quarter_ahead(context, m.start())
            year -= not ahead
    value = PartialDate(year=year, quarter=number, **modified(context, m["mod"]))
    end = m.start("ended") if m["ended"] else m.end()
    name_quarter(context, value, end, "fiscal" in m[0])
    return Found("DATE", value, rule, not m["y"], end=end)


def _is_quarter_ahead(context: Context, at: int) -> tuple[bool, str]:
    """Whether a quarter still to come is meant, not that of the year before, and what decided."""
    if cue := context.cues.any(at):
        return True, f"quarter: cue {cue}"
    if verb := context.cues.announced(at):
        return True, f"quarter: announced by {verb}"
    return False, "quarter: past by default"


def _year_of_end(context: Context, m: re.Match[str], number: int) -> int | None:
    """'The second quarter ended Oct. 31' is of that day's year, or of the one before if the year had just begun."""
    month, day = context.lexicon.months[m["mon"]], context.lexicon.ordinal(m["d"])
    year = context.read_year(m["y2"]) if m["y2"] else nearest_year(context, month, day, m.start("mon")).number
    return None if year is None else year - (number == 4 and month <= 3)


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


def _is_of_game(context: Context, m: re.Match[str]) -> bool:
    """Whether a half or a quarter is one of a match: words of sports stand near in its paragraph."""
    low, start, end = context.low, m.start(), m.end()
    begin = max(low.rfind("\n", max(0, start - _NEAR_GAME), start), start - _NEAR_GAME)
    stop = low.find("\n", end, end + _NEAR_GAME)
    return context.lexicon.game.search(low, begin, stop if stop >= 0 else end + _NEAR_GAME) is not None


def _half(context: Context, m: re.Match[str]) -> Found | None:
    words = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "last": 2, "latter": 2}
    number = words[m["half"]]
    year, rule = _year_of(context, m)
    if year is None:
        if not m["the"] and _is_of_game(context, m):
            return None
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
        named = memory.quarter if "that" in m[0] else context.base_quarter(m.start())
        memory.quarter, memory.quarter_end = named, m.end()
        return Found("DATE", named, "quarter: the one named last", True)
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
    year = context.read_year(m["y"]) if m["y"] else nearest_year(context, month, day, m.start("mon")).number
    if year is None or not 1 <= day <= days_in_month(year, month):
        return None
    middle = shift(date(year, month, day), -45, Unit.DAY) if 1 < year < 9999 else None
    if middle is None:
        return None
    value = round_to(middle, Unit.QUARTER)
    name_quarter(context, value, m.end("quarter"))
    return Found("DATE", value, "quarter: by its end", not m["y"], end=m.end("quarter"))


def _year_ago_quarter(context: Context, m: re.Match[str]) -> Found | None:
    memory, at = context.memory, m.start()
    near = at - memory.quarter_end < _NEAR_QUARTER
    base = context.base_quarter(at) if near else None
    if base is None and "quarter" not in m[0]:
        return year_before(context, at, m[0])
    base = base or context.moved(-1, Unit.QUARTER)
    if base is None or base.year is None:
        return Found("DATE", None, "quarter: a year before an unknown one", True)
    return Found("DATE", PartialDate(year=base.year - 1, quarter=base.quarter), "quarter: a year before", True)


def _same_quarter(context: Context, m: re.Match[str]) -> Found | None:
    """'The same quarter of 2003'."""
    base = context.base_quarter(m.start())
    if base is None:
        return None
    value = PartialDate(year=context.read_year(m["y"]), quarter=base.quarter)
    return Found("DATE", value, "quarter: the same of another year")


def _first_months(context: Context, m: re.Match[str]) -> Found | None:
    """'The first nine months' of results is a length."""
    number = context.lexicon.number(m["n"])
    if number is None:
        return None
    if number in (6, 9):
        context.memory.months_end = m.end()
    return Found("DURATION", Duration(months=number), "first months")


def _months_of_year(context: Context, m: re.Match[str]) -> Found | None:
    """'The last three months of 2003', 'the first two quarters of last year'."""
    number = context.lexicon.number(m["n"])
    unit = context.lexicon.units[m["u"]]
    year = context.read_year(m["y"]) if m["y"] else year_beside(context, m["of"] or "this").number
    if number is None or number != int(number) or unit not in ("month", "quarter"):
        return None
    months, first = int(number) * (3 if unit == "quarter" else 1), m["edge"] in ("first", "opening")
    if not 1 < months < 12:
        return None
    rule, relative = "months of a year", not m["y"]
    if year is None:
        return Found("DATE", None, f"{rule}: no year known", relative)
    if months == 3:
        return Found("DATE", PartialDate(year=year, quarter=1 if first else 4), rule, relative)
    if months == 6:
        return Found("DATE", PartialDate(year=year, half=1 if first else 2), rule, relative)
    if not m["y"] and not m["of"]:
        return None  # 'the first nine months of the year': a length, and its year
    start, end = (1, months) if first else (13 - months, 12)
    ends = [PartialDate(year=year, month=month) for month in (start, end)]
    return Found("DATE", Interval(start=ends[0], end=ends[1]), rule, relative)


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
    if not step and not m["the"] and not _is_attribute(context, m.end()):
        return None  # 'a fine weekend'
    if context.day is None:
        return Found("DATE", None, "weekend: no day of writing", True)
    count = context.lexicon.steps[step] if step else -1 if context.day.isoweekday() < 5 else 0
    if step and count == 0 and context.day.isoweekday() <= _JUST_OVER and _is_over(context, m.start()):
        count = -1  # 'they met this weekend', told on Monday
    there = context.moved(count, Unit.WEEK)
    if there is None:
        return Found("DATE", None, "weekend", True)
    return Found("DATE", PartialDate(year=there.year, week=there.week, weekend=True), f"weekend: {step or 'the'}", True)


def _is_attribute(context: Context, end: int) -> bool:
    """Whether a noun stands behind: 'his weekend tour'."""
    behind = re.compile(r" [a-z]").match(context.view, end - 1)
    return behind is not None and not context.lexicon.stands_behind(context.low, end, "behind-month")


def _is_over(context: Context, at: int) -> bool:
    return not context.cues.any(at) and context.cues.over(at)


def _every_weekend(context: Context, m: re.Match[str]) -> Found | None:
    """'On weekends'."""
    return Found("SET", PartialDate(weekend=True), "set: weekend")


_OF_YEAR = r"(?:(?:,? of|,| in)? (?:fiscal )?%YEAR|,? (?:of )?%STEP~year)?"
_MODIFIER = r"(?:%MOD~(?:in )?)?"

RULES: tuple[Rule, ...] = (
    Rule(
        "quarter-unit",
        rf"{_MODIFIER}(?:the )?(?:fiscal~)?%ORD[ -]{{1,2}}(?:fiscal~)?quarters?{_OF_YEAR}(?![a-z])"
        r"(?P<ended>,? (?:that )?(?:ended|ending) %MONTH %DAY(?:,? %YEAR2)?)?",
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
        "quarter-unit year-unit",
        r"(?:(?:the )?(?:same|corresponding|comparable|equivalent) (?:quarter|period) (?:of )?"
        r"(?:last year|the year before|a year (?:ago|earlier|before))"
        r"|last year['’]s quarter)(?![a-z])",
        _year_ago_quarter,
    ),
    Rule(
        "quarter-unit",
        r"(?:the )?(?:same|corresponding|comparable|equivalent) (?:quarter|period) (?:of|in) %YEAR",
        _same_quarter,
    ),
    Rule("quarter-unit", r"(?:(?:the|its) )?(?:%STEP~)(?:(?:fiscal|financial) )?quarter(?![a-z])", _that_quarter),
    Rule("quarter-unit", r"(?:the )?(?:latest|current) period(?![a-z])", _that_quarter),
    Rule("quarter-unit", rf"{_MODIFIER}(?:the|that) quarter(?![a-z-]| of (?!the year))", _that_quarter),
    Rule(
        "month-unit quarter-unit",
        r"(?:the )?(?P<edge>first|last|final|closing|opening) %NUM~%FULLUNIT of "
        r"(?:%YEAR|(?:(?P<of>last|this|next)|the) year)(?![a-z])",
        _months_of_year,
    ),
    Rule("month-unit", r"(?:the )?(?:first|last) %NUM~months?(?![a-z])", _first_months),
    Rule("weekend-unit", r"(?:each~|every~)?week-?ends(?![a-z])", _every_weekend),
    Rule(
        "weekend-unit", r"(?:%STEP~|(?P<the>the ))?week-?end(?![a-z])(?! (?:before last|after next)(?![a-z]))", _weekend
    ),
    Rule("code", r"(?:(?P<k>[qh])(?P<ord>[1-4])|(?P<ord2>[1-4])(?P<k2>[qh]))(?:,? (?:of )?%YEAR)?(?![a-z0-9])", _code),
)
