"""Days and months of the calendar: '15 April 2004', 'Nov. 2', 'May 2005', 'in October', '12-14 June'."""

from __future__ import annotations

import re
from datetime import date

from uzru.model.calendar import days_in_month
from uzru.model.granularity import Modifier, Unit
from uzru.model.when import Interval, PartialDate
from uzru.parsing.dates.context import Context, Found
from uzru.parsing.dates.named import holiday_on
from uzru.parsing.dates.rules import Rule, modified

__all__ = ["BESIDE", "RULES", "nearest_year", "year_beside"]

_SOON = 5  # months: a bare month further ahead than this needs a strong cue
_JUST_OVER = 60  # days: what is said to last until a date that is over so short a time is not a year ahead
_NEAR_DATE = 400  # characters within which 'the 14th' is of the month of the date before
_STORY = "month: last year read"
_FAR_AHEAD = 100  # days: a month and day further ahead than this needs a cue


def nearest_year(context: Context, month: int, day: int, at: int) -> tuple[int | None, str]:
    """The year of a month and day that come without one, and what decided."""
    memory = context.memory
    if (year := memory.story_year(month)) is not None:
        return year, _STORY
    if (month, day) in memory.days:
        return memory.days[month, day], "month-day: year given earlier"
    if context.day is None:
        return context.year, "month-day: year of writing"
    around = [context.day.year + step for step in (-1, 0, 1)]
    there = [date(year, month, day) for year in around if 1 <= year <= 9999 and day <= days_in_month(year, month)]
    if not there:
        return None, "month-day"
    cues = context.cues
    back, ahead = cues.back(at), cues.ahead(at)
    best = min(there, key=lambda day: abs((day - context.day).days))  # type: ignore[operator]
    if back and best > context.day:
        return best.year - 1, f"month-day: cue {back}"
    if ahead and not back and best < context.day and (context.day - best).days > _JUST_OVER:
        return best.year + 1, f"month-day: cue {ahead}"
    if back or ahead:
        return best.year, f"month-day: cue {back or ahead}"
    if (best - context.day).days > 1 and (verb := cues.done(at)):
        return best.year - 1, f"month-day: past verb {verb}"
    if (best - context.day).days > _FAR_AHEAD:
        if cue := cues.weak(at):
            return best.year, f"month-day: cue {cue}"
        return best.year - 1, "month-day: past, since far ahead without a cue"
    return best.year, "month-day: nearest"


def _year(text: str | None, context: Context) -> int | None:
    return context.read_year(text) if text else None


def _year_told(context: Context, m: re.Match[str], month: int) -> int | None:
    """The year that the words give: beside the month, as 'that year', or beside the next month of a pair."""
    if m.groupdict().get("y"):
        return context.read_year(m["y"])
    if word := _year_word(m):
        return year_beside(context, word)
    found = context.lexicon.year_follows.match(context.low, m.end())
    if found is None:
        return None
    return context.read_year(found["y"]) - (month > context.lexicon.months[found["mon"]])


BESIDE = {"that": 0, "the same": 0, "following": 1, "the following": 1, "the next": 1}
BESIDE |= {"previous": -1, "the previous": -1, "preceding": -1, "the preceding": -1}


def _year_word(m: re.Match[str]) -> str:
    """'That', 'last', 'the next', if the year beside a month is told so, else nothing."""
    groups = m.groupdict()
    return groups.get("that") or (groups.get("the9") or "") + (groups.get("step9") or "")


def year_beside(context: Context, word: str) -> int | None:
    """The year of 'that year', 'the following year', counted from the date before, or of 'last year'."""
    last = context.memory.last
    if word in BESIDE:
        return None if last is None or last.year is None else last.year + BESIDE[word]
    return None if context.year is None else context.year + context.lexicon.steps[word.removeprefix("the ")]


def _day(context: Context, month: int, day: int, year: int | None, at: int) -> tuple[PartialDate | None, str, bool]:
    if not 1 <= day <= days_in_month(year, month):
        return None, "", False
    if year is not None:
        context.memory.days[month, day] = year
        return PartialDate(year=year, month=month, day=day), "full date", False
    year, why = nearest_year(context, month, day, at)
    if year is not None and day > days_in_month(year, month):
        year = None
    return PartialDate(year=year, month=month, day=day), why, why != _STORY


def _is_month(context: Context, m: re.Match[str], key: str = "mon") -> bool:
    """Whether a form that is also an English word is meant as a month."""
    form = m[key]
    style = context.lexicon.month_styles[form]
    return style not in ("word", "common") or context.is_capital(m.start(key))


def _day_of_month(context: Context, m: re.Match[str]) -> Found | None:
    if not _is_month(context, m):
        return None
    month, day = context.lexicon.months[m["mon"]], context.lexicon.ordinal(m["d"])
    value, why, relative = _day(context, month, day, _year_told(context, m, month), m.start())
    if value is None:
        return None
    if value.year is None:
        why = "month-day: no year known"
    anchor = context.memory.story if why == _STORY else None
    if word := _year_word(m):
        why, anchor = f"day of {word} year", context.memory.last if word in BESIDE else None
        relative = anchor is None
    if part := m.groupdict().get("part9"):
        at_night = PartialDate(year=value.year, month=month, day=day, time=context.lexicon.parts[part])
        return Found("TIME", at_night, why, relative, anchor=anchor)
    return Found("DATE", value, why, relative, anchor=anchor)


def _days_of_month(context: Context, m: re.Match[str]) -> Found | None:
    if not _is_month(context, m):
        return None
    lexicon, other = context.lexicon, m.groupdict().get("mon2")
    month = lexicon.months[m["mon"]]
    month2 = lexicon.months[other] if other else month
    year = _year_told(context, m, month2)
    last, why, relative = _day(context, month2, lexicon.ordinal(m["d2"]), year, m.start())
    year = last.year - (month > month2) if last is not None and last.year is not None else None
    first, _, _ = _day(context, month, lexicon.ordinal(m["d"]), year, m.start())
    if first is None or last is None or (month == month2 and (first.day or 0) >= (last.day or 0)):
        return None
    joined = context.low[m.end("d") : m.start("d2")]
    between = context.low[max(0, m.start() - 8) : m.start()] == "between "
    if "and" in joined and not between and (other or (last.day or 0) - (first.day or 0) != 1):
        return None  # two days that do not follow each other are no interval
    if other and "to" in joined:
        return None  # 'from Aug. 26 to Oct. 20' names two days
    if first.year is None or last.year is None:
        why = "no year known"
    return Found("DATE", Interval(start=first, end=last), f"days of a month, {why}", relative)


def _month_of_year(context: Context, m: re.Match[str]) -> Found | None:
    if not _is_month(context, m):
        return None
    value = PartialDate(
        year=_year(m["y"], context),
        month=context.lexicon.months[m["mon"]],
        **modified(context, m["mod"]),
    )
    return Found("DATE", value, "month and year")


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
    if not _is_month(context, m):
        return None
    lexicon, month = context.lexicon, context.lexicon.months[m["mon"]]
    year, why = (
        (context.read_year(m["y"]), "month and year") if m["y"] else _latest_or_coming(context, month, m.start())
    )
    nth = -1 if m["last"] else lexicon.ordinal(m["ord"])
    there = None if year is None or nth > 4 else holiday_on(f"{month}/{nth}/{lexicon.weekdays[m['dow']]}", year)
    value = None if there is None else PartialDate.from_date(there)
    return Found("DATE", value, f"weekday of a month, {why}", not m["y"])


def _edge_of_month(context: Context, m: re.Match[str]) -> Found | None:
    """'The last day of June', 'the first week of May'."""
    if not _is_month(context, m):
        return None
    month, first = context.lexicon.months[m["mon"]], m["edge"] in ("first", "opening")
    year, why = (
        (context.read_year(m["y"]), "month and year") if m["y"] else _latest_or_coming(context, month, m.start())
    )
    if m["u"] == "day" and m["edge"] in ("first", "last"):
        value = PartialDate(year=year, month=month, day=1 if first else days_in_month(year, month))
        if not first and year is None:
            value = PartialDate(year=year, month=month, modifier=Modifier.LATE)
    else:
        value = PartialDate(year=year, month=month, modifier=Modifier.EARLY if first else Modifier.LATE)
    return Found("DATE", value, f"edge of a month, {why}", not m["y"])


def _week_of_day(context: Context, m: re.Match[str]) -> Found | None:
    """'The week of 11 May', 'the weekend of 7-8 February'."""
    found = _day_of_month(context, m)
    first = found.value.earliest if found and isinstance(found.value, PartialDate) else None
    if found is None or first is None:
        return None
    year, week, _ = first.isocalendar()
    value = PartialDate(year=year, week=week, weekend=m["week"] == "weekend")
    return found._replace(type="DATE", value=value, rule=f"{m['week']} of a day, {found.rule}")


def _months_of_year(context: Context, m: re.Match[str]) -> Found | None:
    lexicon = context.lexicon
    if not (_is_month(context, m) and _is_month(context, m, "mon2")):
        return None
    first, last = lexicon.months[m["mon"]], lexicon.months[m["mon2"]]
    year = _year(m["y"], context)
    why, relative = "months of a year", year is None
    if year is None:
        there, why = _latest_or_coming(context, last, m.start())
        year = there
    if year is None:
        return Found("DATE", None, "months: no year known", True)
    start = PartialDate(year=year if first < last else year - 1, month=first)
    return Found("DATE", Interval(start=start, end=PartialDate(year=year, month=last)), why, relative)


def _month_of_step_year(context: Context, m: re.Match[str]) -> Found | None:
    if not _is_month(context, m):
        return None
    step = context.lexicon.steps[m["step"]]
    if context.year is None:
        return Found("DATE", None, "month of another year: no day of writing", True)
    value = PartialDate(
        year=context.year + step,
        month=context.lexicon.months[m["mon"]],
        **modified(context, m["mod"]),
    )
    return Found("DATE", value, f"month of {m['step']} year", True)


def _month_of_that_year(context: Context, m: re.Match[str]) -> Found | None:
    """'March of that year', 'in March the following year'."""
    if not _is_month(context, m):
        return None
    last = context.memory.last
    year = last.year if last is not None else context.year
    if year is None:
        return Found("DATE", None, "month of that year: no year before", True)
    year += {"following": 1, "next": 1, "previous": -1, "preceding": -1}.get(m["step"] or "", 0)
    value = PartialDate(year=year, month=context.lexicon.months[m["mon"]], **modified(context, m["mod"]))
    return Found("DATE", value, "month of that year")


def _stepped_month(context: Context, m: re.Match[str]) -> Found | None:
    if not _is_month(context, m):
        return None
    month, step = context.lexicon.months[m["mon"]], context.lexicon.steps[m["step"]]
    last = context.memory.stepped_from(m["step"])
    if last is not None and last.year is not None:
        passed = last.month is None or (last.month >= month if step > 0 else last.month <= month)
        value = PartialDate(year=last.year + step * passed, month=month)
        return Found("DATE", value, f"month: {m['step']} after the date before", anchor=last)
    if context.anchor is None or context.year is None or context.anchor.earliest is None:
        return Found("DATE", None, "month: no day of writing", True)
    year, now = context.year, context.anchor.earliest.month
    if step < 0:
        year -= month >= now
    elif step > 0:
        year += month <= now
    elif month < now - 6:
        year += 1
    return Found("DATE", PartialDate(year=year, month=month), f"month: {m['step']}", True)


def _latest_or_coming(context: Context, month: int, at: int) -> tuple[int | None, str]:
    """The year of a bare month, and what decided."""
    memory = context.memory
    if (year := memory.story_year(month)) is not None:
        return year, _STORY
    if context.year is None or context.anchor is None or context.anchor.earliest is None:
        return None, "month: no day of writing"
    now = context.anchor.earliest.month
    if month == now:
        return context.year, "month: the present one"
    ahead = (month - now) % 12
    cues = context.cues
    cue = cues.any(at) if ahead <= _SOON else cues.ahead(at)
    if cue and not cues.back(at):
        return context.year + (month < now), f"month: cue {cue}"
    return context.year - (month > now), "month: past by default"


def _every_month(context: Context, m: re.Match[str]) -> Found | None:
    """'Every July'."""
    if not _is_month(context, m):
        return None
    return Found("SET", PartialDate(month=context.lexicon.months[m["mon"]]), "set: month")


def _is_first_name(context: Context, m: re.Match[str]) -> bool:
    """Whether a month opens its sentence and a capital follows: 'April Ashdown left'."""
    if context.low[m.end() : m.end() + 1] != " " or not context.is_capital(m.end() + 1) or context.in_headline(m.end()):
        return False
    return not context.low[context.sentence_start(m.start()) : m.start()].strip(" \n\"'“‘`(")


_JOINT = re.compile(r",? (?:and|or|to|through) |, |-|–")
_NOUN_BEHIND = re.compile(r" [a-z]")


def _is_joined(context: Context, at: int) -> bool:
    """Whether a month stands directly behind another one: 'April and May'."""
    memory = context.memory
    return bool(memory.month and memory.month.day is None and _JOINT.fullmatch(context.low, memory.month_end, at))


def _is_beside(context: Context, m: re.Match[str], at: int) -> bool:
    """Whether a month such as May is an adjective ('the May talks') or stands behind another ('April and May')."""
    if _is_joined(context, at):
        return True
    behind = _NOUN_BEHIND.match(context.view, m.end() - 1)
    return (
        bool(behind)
        and context.lexicon.stands_before(context.low, at, "before-month-noun")
        and (not context.lexicon.stands_behind(context.low, m.end(), "behind-month"))
    )


def _bare_month(context: Context, m: re.Match[str]) -> Found | None:
    form, at = m["mon"], m.start("mon")
    lexicon = context.lexicon
    style = lexicon.month_styles[form]
    if style != "name":
        capital = context.is_capital(at) and not context.view[at : at + 1].isupper()
        placed = m["mod"] or lexicon.stands_before(context.low, at, "before-month") or _is_beside(context, m, at)
        if context.low[at - 4 : at] == " to " and context.in_headline(at):
            return None  # 'Guild To March In Nukus'
        if not capital or not placed or (style in ("short", "common") and context.low[m.end() - 1] != "."):
            return None
    elif not context.is_capital(at) or _is_first_name(context, m):
        return None
    month = lexicon.months[form]
    year = _year_told(context, m, month)
    told, why = year is not None, "month: year of the pair"
    before = context.memory.month if _is_joined(context, at) else None
    if year is None and before is not None and before.year is not None:
        year, told = before.year + (month < (before.month or 0)), True
    if year is None:
        year, why = _latest_or_coming(context, month, m.start())
    if year is None:
        why = "month: no year known"
    value = PartialDate(year=year, month=month, **modified(context, m["mod"]))
    story = context.memory.story if why == _STORY else None
    return Found("DATE", value, why, not told and story is None, anchor=story)


_WEEKDAY = r"(?:%DOW9,? )?(?:the (?=[^ ]{1,14} of ))?(?:%PART9 of )?"
_OF_YEAR = (
    r"(?:(?:, ?| of | |-)%YEAR"
    r"|,? (?:of |in )?(?:(?P<that>that|the same)|(?P<the9>the )?%STEP9) year(?![a-z'’]))"
)
_MODIFIER = r"(?:%MOD~(?:in |of )?)?"

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
        r"(?:the )?(?P<edge>first|last|opening|closing|final) (?:few )?(?P<u>days?|weeks?) (?:of|in) "
        rf"%MONTH{_OF_YEAR}?",
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
    Rule(
        "month", rf"%DAY ?(?:-|–|—|to |through |until |and ) ?(?:the )?%DAY2~(?:of )?%MONTH{_OF_YEAR}?", _days_of_month
    ),
    Rule("month", rf"%DAY %MONTH ?(?:-|–|—|to |through |until ) ?%DAY2~%MONTH2{_OF_YEAR}?", _days_of_month),
    Rule("month", rf"%MONTH %DAY ?(?:-|–|—|to |through |and ) ?(?:%MONTH2 )?%DAY2{_OF_YEAR}?", _days_of_month),
    Rule("month weekday", rf"{_WEEKDAY}%DAY~(?:of )?%MONTH{_OF_YEAR}?", _day_of_month),
    Rule("month weekday", rf"{_WEEKDAY}%MONTH ?(?:the )?%DAY{_OF_YEAR}?", _day_of_month),
    Rule("month", r"%MONTH ?(?:-|–|—|to |through |until ) ?%MONTH2(?:,| of)? %YEAR", _months_of_year),
    Rule("month", rf"{_MODIFIER}%MONTH(?:,| of|,? in)?[ -]%SHORTYEAR", _month_of_year),
    Rule("month", rf"{_MODIFIER}%MONTH,? (?:of )?%STEP~year(?![a-z'’])", _month_of_step_year),
    Rule(
        "month",
        rf"{_MODIFIER}%MONTH,? (?:of )?(?:that|the (?:same|(?P<step>following|next|previous|preceding))) year"
        r"(?![a-z'’])",
        _month_of_that_year,
    ),
    Rule("month", r"(?:the )?%STEP~%MONTH(?![a-z])(?!\.? ?\d)", _stepped_month),
    Rule("month", r"%MONTH ?(?:-|–|—|through ) ?%MONTH2(?P<y>)(?![a-z])", _months_of_year),
    Rule("month", r"(?:each|every)~%MONTH(?![a-z])(?!\.? ?\d)", _every_month),
    Rule("month", rf"{_MODIFIER}%MONTH(?![a-z])", _bare_month),
)
