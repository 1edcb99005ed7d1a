"""Months of the calendar: 'May 2005', 'in October', 'last March', 'the May talks', 'every July'."""

from __future__ import annotations

import re

from uzru.model.when import Interval, PartialDate
from uzru.parsing.dates.context import Context, Found
from uzru.parsing.dates.rules import Rule, is_preposition, modified
from uzru.parsing.dates.which_year import Year, is_month, latest_or_coming, year_told

__all__ = ["RULES"]

_SOON = 6  # months
_NOUN_BEHIND = re.compile(r" [a-z]")
_JOINT = re.compile(r",? (?:and|or|to|through) |, |-|–")


def _month_of_year(context: Context, m: re.Match[str]) -> Found | None:
    if not is_month(context, m):
        return None
    value = PartialDate(
        year=context.read_year(m["y"]),
        month=context.lexicon.months[m["mon"]],
        **modified(context, m["mod"]),
    )
    return Found("DATE", value, "month and year")


def _months_of_year(context: Context, m: re.Match[str]) -> Found | None:
    lexicon = context.lexicon
    if not (is_month(context, m) and is_month(context, m, "mon2")):
        return None
    first, last = lexicon.months[m["mon"]], lexicon.months[m["mon2"]]
    year = Year(context.read_year(m["y"])) if m["y"] else latest_or_coming(context, last, m.start())
    if year.number is None:
        return Found("DATE", None, "months: no year known", True)
    start = PartialDate(year=year.number if first < last else year.number - 1, month=first)
    value = Interval(start=start, end=PartialDate(year=year.number, month=last))
    return Found("DATE", value, year.why or "months of a year", year.relative, anchor=year.anchor)


def _month_of_told_year(context: Context, m: re.Match[str]) -> Found | None:
    """'March of last year', 'March of that year', 'in March the following year'."""
    if not is_month(context, m):
        return None
    month = context.lexicon.months[m["mon"]]
    year = year_told(context, m, month)
    if year is None or year.number is None:
        return Found("DATE", None, "month of another year: which is not known", True)
    value = PartialDate(year=year.number, month=month, **modified(context, m["mod"]))
    return Found("DATE", value, f"month {year.why}", year.relative, anchor=year.anchor)


def _that_month(context: Context, m: re.Match[str]) -> Found | None:
    """'That November': of the year of the date before."""
    last = context.memory.last
    verb = context.low[max(0, m.start() - 20) : m.start()].rstrip().rpartition(" ")[2]
    said = verb in context.lexicon.verbs("arranging")  # 'said that May is warm'
    if said or not is_month(context, m) or last is None or last.year is None:
        return None
    value = PartialDate(year=last.year, month=context.lexicon.months[m["mon"]])
    return Found("DATE", value, "month: year of the date before", anchor=last)


def _stepped_month(context: Context, m: re.Match[str]) -> Found | None:
    if not is_month(context, m):
        return None
    if is_preposition(m):
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
    if step < 0:  # who means the month that has just ended says 'last month'
        year -= month >= now or month == now - 1
    elif step > 0:
        year += month <= now
    elif month < now - 6:
        year += 1
    return Found("DATE", PartialDate(year=year, month=month), f"month: {m['step']}", True)


def _every_month(context: Context, m: re.Match[str]) -> Found | None:
    """'Every July'."""
    if not is_month(context, m):
        return None
    return Found("SET", PartialDate(month=context.lexicon.months[m["mon"]]), "set: month")


def _is_first_name(context: Context, m: re.Match[str]) -> bool:
    """Whether a month opens its sentence and a capital follows: 'April Ashdown left'."""
    if context.low[m.end() : m.end() + 1] != " " or not context.is_capital(m.end() + 1) or context.in_headline(m.end()):
        return False
    return not context.low[context.sentence_start(m.start()) : m.start()].strip(" \n\"'“‘`(")


def _is_joined(context: Context, at: int) -> bool:
    """Whether a month stands directly behind another one: 'April and May'."""
    memory = context.memory
    return bool(memory.month and memory.month.day is None and _JOINT.fullmatch(context.low, memory.month_end, at))


def _year_of_joined(context: Context, month: int, at: int) -> Year | None:
    """The year of a month directly behind another one: the same, or the next."""
    before = context.memory.month
    if before is None or before.year is None or before.month is None or not _is_joined(context, at):
        return None
    return Year(before.year + (month < before.month), "month: year of the pair", anchor=before)


def _is_traded(context: Context, end: int) -> bool:
    return context.lexicon.stands_behind(context.low, end, "behind-month-ahead")


def _year_of_what_is_due(context: Context, month: int, end: int) -> Year | None:
    """The year of the coming month, if it is one of delivery, or that, near ahead, of a vote: 'November's election'."""
    first = context.anchor.earliest if context.anchor is not None else None
    if context.year is None or first is None:
        return None
    near = (month - first.month) % 12 <= _SOON
    if _is_traded(context, end) or (near and context.lexicon.planned_follows.match(context.low, end)):
        return Year(context.year + (month < first.month), "month: of what is due", True)
    return None


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
        placed = (
            m["mod"]
            or _is_traded(context, m.end())
            or lexicon.stands_before(context.low, at, "before-month")
            or _is_beside(context, m, at)
        )
        if context.low[at - 4 : at] == " to " and context.in_headline(at):
            return None  # 'Guild To March In Nukus'
        if not capital or not placed or (style in ("short", "common") and context.low[m.end() - 1] != "."):
            return None
    elif not context.is_capital(at) or _is_first_name(context, m):
        return None
    if context.is_capital(m.end() + 1) and lexicon.stands_behind(context.low, m.end(), "behind-month-name"):
        return None
    month = lexicon.months[form]
    year = year_told(context, m, month) or _year_of_joined(context, month, at)
    year = year or _year_of_what_is_due(context, month, m.end()) or latest_or_coming(context, month, m.start())
    value = PartialDate(year=year.number, month=month, **modified(context, m["mod"]))
    return Found(
        "DATE", value, f"month: {year.why}" if ":" not in year.why else year.why, year.relative, anchor=year.anchor
    )


_MODIFIER = r"(?:%MOD~(?:in |of )?)?"

RULES: tuple[Rule, ...] = (
    Rule("month", r"%MONTH ?(?:-|–|—) ?%MONTH2(?:,| of)? %YEAR", _months_of_year),
    Rule("month", rf"{_MODIFIER}%MONTH(?:,| of|,? in)?[ -]%SHORTYEAR", _month_of_year),
    Rule(
        "month",
        rf"{_MODIFIER}%MONTH,? (?:of |in )?(?:(?P<that>that|the same)|(?P<the9>the )?%STEP9)~year(?![a-z'])(?!’)",
        _month_of_told_year,
    ),
    Rule("month", r"(?:later |earlier )?that %MONTH(?![a-z])(?!\.? ?\d)", _that_month),
    Rule("month", r"(?:the )?%STEP~%MONTH(?![a-z])(?!\.? ?\d)", _stepped_month),
    Rule("month", r"%MONTH ?(?:-|–|—|through ) ?%MONTH2(?P<y>)(?![a-z])", _months_of_year),
    Rule("month", r"(?:each|every)~%MONTH(?![a-z])(?!\.? ?\d)", _every_month),
    Rule("month", rf"{_MODIFIER}%MONTH(?![a-z])", _bare_month),
)
