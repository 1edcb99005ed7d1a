"""Years, decades and centuries, and dates in figures: '1999', '1993-95', 'the 1990s', '19th century', '2004-04-15'."""

from __future__ import annotations

import re
from datetime import date

from uzru.model.granularity import Precision, Unit
from uzru.model.when import Interval, PartialDate
from uzru.parsing.dates.context import Context, Found
from uzru.parsing.dates.rules import Rule, modified
from uzru.parsing.late import late

__all__ = ["RULES"]

_EARLIEST, _LATEST = 1500, 2100
_LATE_ENOUGH = 1000  # years of three figures are earlier
_WORD_BEFORE = re.compile(r"([a-z.]+)[ -]$")
_WORDS_AFTER = re.compile(r"[ -]{1,2}([a-z]+)")
_OWNER = late(r"(?:his|her|their|my|our|your|its) (?:early |late |mid-)?$")


_PERIOD = late(r" (?:quarter|period)(?![a-z])")


def _is_year(context: Context, m: re.Match[str]) -> bool:
    """Whether four digits are a year: no counted noun follows, no 'page' stands in front."""
    year, low = context.read_year(m["y"]), context.low
    if year <= 0:
        return True
    if not _EARLIEST <= year <= _LATEST and not context.lexicon.stands_before(low, m.start("y"), "before-year"):
        return False
    words = context.lexicon.words
    after = _WORDS_AFTER.match(low, m.end("y"))
    counted = after is not None and words.get(after[1]) == "counted" and not context.is_titled(after.start(1))
    if counted and context.view[m.start() - 4 : m.start() - 1] != "In ":
        return False  # '2000 women', but not 'the 2023 Women's Cup' or 'In 2000 women may vote'
    before = _WORD_BEFORE.search(low, max(0, m.start() - 12), m.start())
    return not (before and words.get(before[1].rstrip(".")) == "page")


def _year(context: Context, m: re.Match[str]) -> Found | None:
    if not _is_year(context, m):
        return None
    memory = context.memory
    if memory.quarter is not None and memory.quarter_end > memory.months_end and _PERIOD.match(context.low, m.end()):
        # 'the 1988 period' beside quarters is that quarter of 1988
        quarter = memory.reported_quarter or memory.quarter
        value = PartialDate(year=context.read_year(m["y"]), quarter=quarter.quarter)
        if value == quarter:
            memory.name_quarter(value, m.end())
        return Found("DATE", value, "year: quarter named last")
    return Found("DATE", PartialDate(year=context.read_year(m["y"]), **modified(context, m["mod"])), "year")


def _years_before_christ(context: Context, m: re.Match[str]) -> Found | None:
    """'264-241 BC'."""
    start, end = 1 - int(m["from"]), context.read_year(m["y"])
    if end > 0 or not start < end:
        return None
    return Found("DATE", Interval(start=PartialDate(year=start), end=PartialDate(year=end)), "years before Christ")


def _after_christ(context: Context, m: re.Match[str]) -> Found | None:
    """'AD 70', '70 AD'; an 'ad' without capitals is none."""
    if not context.is_capital(m.start("ad" if m["ad"] else "ad2")):
        return None
    return Found("DATE", PartialDate(year=int(m["n"] or m["n2"])), "year after Christ")


def _ancient_year(context: Context, m: re.Match[str]) -> Found | None:
    """'In 216', in a history that stands in years before Christ, or in the first thousand after him."""
    story, low = context.memory.story, context.low
    if story is None or story.year is None or story.year >= _LATE_ENOUGH:
        return None
    after = _WORDS_AFTER.match(low, m.end())
    if after and context.lexicon.words.get(after[1]) == "counted":
        return None
    if not context.lexicon.stands_before(low, m.start(), "before-year"):
        return None
    era, year = ("before", 1 - int(m[0])) if story.year <= 0 else ("after", int(m[0]))
    return Found("DATE", PartialDate(year=year), f"year: {era} Christ, as the last year read", anchor=story)


def _spelled(context: Context, m: re.Match[str]) -> Found | None:
    """'Nineteen ninety-one', as in transcripts of speech."""
    year = context.lexicon.spelled_year(m[0])
    return None if year is None else Found("DATE", PartialDate(year=year), "year: spelled out")


def _years(context: Context, m: re.Match[str]) -> Found | None:
    if not _is_year(context, m) or not m["y"].isdecimal():
        return None
    start, last = int(m["y"]), m["to"]
    whole = 10 ** len(last)  # '2008-9' and '2008-09' tell the last figures of the second year
    end = start // whole * whole + int(last)
    if not start < end <= start + 200:
        return None
    return Found("DATE", Interval(start=PartialDate(year=start), end=PartialDate(year=end)), "years")


def _decade(context: Context, m: re.Match[str]) -> Found | None:
    mod = m["mod"] or m.groupdict().get("mod2")
    digits = m.groupdict().get("dec") or ""
    decade = int(digits) if digits else context.lexicon.decades[m["word"]]
    if decade < 100:
        if _OWNER.search(context.low, max(0, m.start() - 16), m.start()):
            return None
        now = context.year if context.year is not None else 1999
        decade += now // 100 * 100
        if decade > now:
            decade -= 100
    return Found(
        "DATE",
        PartialDate(year=decade, precision=Precision.DECADE, **modified(context, mod)),
        "decade",
    )


def _century(context: Context, m: re.Match[str]) -> Found | None:
    number = context.lexicon.ordinal(m["ord"])
    if not 1 <= number <= 30:
        return None
    if context.is_capital(m.end() - len("century")) and context.is_capital(m.end() + 1):
        return None  # a company: '21st Century Fox'
    if m["bc"]:
        ends = [PartialDate(year=1 - 100 * number), PartialDate(year=-100 * (number - 1))]
        return Found("DATE", Interval(start=ends[0], end=ends[1]), "century before Christ")
    return Found(
        "DATE",
        PartialDate(year=(number - 1) * 100, precision=Precision.CENTURY, **modified(context, m["mod"] or m["mod2"])),
        "century",
    )


def _centuries(context: Context, m: re.Match[str]) -> Found | None:
    """'The 16th and 17th centuries'."""
    first, last = context.lexicon.ordinal(m["ord"]), context.lexicon.ordinal(m["ord2"])
    if not 1 <= first < last <= 30:
        return None
    ends = [PartialDate(year=(number - 1) * 100, precision=Precision.CENTURY) for number in (first, last)]
    return Found("DATE", Interval(start=ends[0], end=ends[1]), "centuries")


def _short_year(context: Context, m: re.Match[str]) -> Found | None:
    """'In '98', 'since ’04'."""
    if not context.lexicon.stands_before(context.low, m.start(), "before-year"):
        return None
    if context.lexicon.unit_follows(context.low, m.end()):
        return None  # a title in marks: '30 Years of Brno'
    return Found("DATE", PartialDate(year=context.read_year(m["y"])), "year: two digits", True)


def _stepped_century(context: Context, m: re.Match[str]) -> Found | None:
    there = context.moved(context.lexicon.steps[m["step"]], Unit.CENTURY)
    return Found("DATE", there, f"century: {m['step']}", True)


def _iso(context: Context, m: re.Match[str]) -> Found | None:
    if not m["y"].isdecimal():
        return None
    year, month, day = int(m["y"]), int(m["m"]), int(m["d"])
    value = _valid(year, month, day)
    return None if value is None else Found("DATE", value, "date in figures: ISO 8601")


def _valid(year: int, month: int, day: int) -> PartialDate | None:
    try:
        return PartialDate.from_date(date(year, month, day))
    except ValueError:
        return None


def _figures(context: Context, m: re.Match[str]) -> Found | None:
    """'4/15/2004': a number above 12, two equal numbers or dots tell the order; else it is left open."""
    first, second, digits = int(m["a"]), int(m["b"]), m["c"]
    if not (1 <= first <= 31 and 1 <= second <= 31) or (first > 12 and second > 12):
        return None
    year = context.read_year(digits) if len(digits) == 4 or context.year is not None else None
    if m["sep"] == "." and len(digits) < 4:
        return None
    if first > 12 or m["sep"] == ".":
        day, month, why = first, second, "day first"
    elif second > 12 or first == second:
        day, month, why = second, first, "month first"
    else:
        return Found("DATE", None, "date in figures: day and month cannot be told apart")
    value = None if year is None else _valid(year, month, day)
    if year is not None and value is None:
        return None
    return Found("DATE", value, f"date in figures: {why}", len(digits) < 4)


RULES: tuple[Rule, ...] = (
    Rule("iso", r"%YEAR[-/](?P<m>\d\d?)[-/](?P<d>\d\d?)(?!\d)", _iso),
    Rule("figures", r"(?P<a>\d\d?)(?P<sep>[/.])(?P<b>\d\d?)(?P=sep)(?P<c>\d{4}|\d\d)(?![\d/])", _figures),
    Rule("year", r"(?P<from>\d{1,4}) ?(?:[-–—/]|to) ?%YEAR", _years_before_christ),
    Rule("christ", r"(?:(?P<ad>ad) (?P<n>\d{2,4})|(?P<n2>\d{2,4}) (?P<ad2>ad|ce))(?![a-z0-9])", _after_christ),
    Rule("ancient", r"\d{3}", _ancient_year),
    Rule("year", r"%YEAR ?[-–—/] ?(?P<to>\d{4}|\d\d?)(?![\da-z]|[-/]\d|[.,:]\d|%)", _years),
    Rule(
        "year",
        r"(?:%MOD~)?(?:(?<=early )in |(?<=late )in )?(?:the (?=[a-z]))?"
        r"(?:(?:fiscal|calendar|financial)~)?(?:year )?%YEAR(?!,\d|\.\d|%|/\d|-\d)",
        _year,
    ),
    Rule("spelled", r"%PLAIN~%PLAIN(?:~%PLAIN)?(?![a-z])(?! (?:percent|%UNIT))", _spelled),
    Rule("decade", r"(?:%MOD~(?:in )?)?(?:the )?(?:%MOD2~)?['’‘]?(?P<dec>\d0|[12]\d\d0)['’]?s(?![a-z])", _decade),
    Rule("decade", r"(?:the )?(?:%MOD~)?(?P<word>%DECADE)(?![a-z])", _decade),
    Rule("century", r"(?:%MOD~)?(?:the )?(?:%MOD2~)?%ORD~century(?P<bc> bc| b\.c\.)?(?![a-z])", _century),
    Rule("century", r"(?:the )?%ORD (?:and|to) (?:the )?%ORD2~centuries(?![a-z])", _centuries),
    Rule("short", r"%SHORTYEAR", _short_year),
    Rule("century", r"(?:the )?%STEP~century(?![a-z])", _stepped_century),
)
