"""Offsets: 'three days ago', 'last week', 'a year earlier', 'less than three weeks after', 'later that year'."""

from __future__ import annotations

import re

import attrs

from uzru.model.arithmetic import day_of, round_to, shift
from uzru.model.granularity import Reference, Unit
from uzru.model.when import Interval, PartialDate, When
from uzru.parsing.dates.context import Context, Found
from uzru.parsing.dates.lengths import length
from uzru.parsing.dates.rules import Rule, modified

__all__ = ["RULES", "year_before"]

_NEAR_DATE = 400  # characters within which an offset counts from the date resolved last
_NEAR_QUARTER, _VERY_NEAR_QUARTER, _NEAR_MONTHS, _NEAR_MONTH = 700, 200, 200, 150
_NEAR_NAMED = 100  # characters within which 'two years later' counts from a date named in passing
_NEAR_NAMED_MONTH = 250  # characters within which 'the month' is the one named before
_YOUNG_YEAR = 6  # months in which 'the end of the year' may be that of the year before
_NEAR_FIGURE = 100  # characters behind 'a year ago' in which figures may stand
_FIGURE = re.compile(r"\d| (?:from|than|compared|versus|up|down|rose|fell)(?![a-z])")
_MOST_UNITS = 20_000
_CLOCK = ("second", "minute", "hour")


def _ago(context: Context, m: re.Match[str]) -> Found | None:
    """'N units ago', exact to the unit."""
    unit, number = context.lexicon.units[m["u"]], context.lexicon.number(m["n"])
    if number is None:
        return Found("DATE", PartialDate(reference=Reference.PAST), "ago: count not said")
    number += 0.5 if m["half"] else 0
    if unit == "year" and number == 1 and not m["mod"] and not m["or"]:
        return year_before(context, m.start(), "ago")
    return _back(context, m, number, unit, "ago")


def _ago_today(context: Context, m: re.Match[str]) -> Found | None:
    """'A year ago today', 'ten years ago this month'."""
    number, unit = context.lexicon.number(m["n"]), context.lexicon.units[m["u"]]
    if number is None or number != int(number) or unit not in ("year", "decade") or number > _MOST_UNITS:
        return None
    day = context.moved(0, Unit.DAY)
    first = day.earliest if day is not None else None
    there = None if first is None else shift(first, -int(number) * (10 if unit == "decade" else 1), Unit.YEAR)
    on = Unit.DAY if m["on"] == "today" else Unit(m["on"].removeprefix("this "))
    return Found("DATE", None if there is None else round_to(there, on), f"ago: {m['on']}", True)


def _back(context: Context, m: re.Match[str], number: float, unit: str, rule: str) -> Found:
    double = 2 if context.lexicon.unit_numbers[m["u"]] == "double" else 1
    if unit in _CLOCK:
        day = context.moved(0, Unit.DAY)
        return Found("DATE", day, f"{rule}: within the day", True)
    decades = {"decade": 10, "century": 100}.get(unit, 0)
    if decades:  # 'two decades ago' is about that year
        number, unit = number * decades, "year"
    if number != int(number):
        number, unit = number * 12, "month" if unit == "year" else unit
    there = context.moved(-round(number) * double, Unit.WEEK if unit == "weekend" else Unit(unit))
    approximate = context.lexicon.is_approximate(m["n"]) or bool(m["mod"] or m["or"] or decades)
    if there is not None and approximate:
        there = attrs.evolve(there, approximate=True)
    return Found("DATE", there, f"{rule}: {unit}s", True)


def year_before(context: Context, at: int, word: str) -> Found | None:
    """'A year ago' in a report on a quarter is that quarter a year before; else the month or the year before."""
    memory = context.memory
    rule = f"year before: {word}"
    quarter = at - memory.quarter_end if memory.quarter else _NEAR_QUARTER
    months = at - memory.months_end
    of_month = _is_compared(context, at) and memory.month_end > memory.quarter_end
    of_months = of_month or (months < _NEAR_MONTHS and months < quarter)
    if quarter < (_NEAR_QUARTER if _is_counted(context, at) else _VERY_NEAR_QUARTER) and not of_months:
        base = context.base_quarter(at)
        assert base is not None
        assert base.year is not None
        value = PartialDate(year=base.year - 1, quarter=base.quarter)
        return Found("DATE", value, f"{rule}, of the quarter named last", True)
    if months >= _NEAR_MONTHS and _is_compared(context, at) and memory.month and memory.month.year is not None:
        value = PartialDate(year=memory.month.year - 1, month=memory.month.month)
        return Found("DATE", value, f"{rule}, of the month named last", True)
    return Found("DATE", context.moved(-1, Unit.YEAR), rule, True)


def _is_counted(context: Context, at: int) -> bool:
    """Whether the sentence holds figures or words of comparison, as all do that set a quarter beside another."""
    low = context.low
    return _FIGURE.search(low, context.sentence_start(at), context.sentence_end(at, _NEAR_FIGURE)) is not None


def _is_compared(context: Context, at: int) -> bool:
    """Whether the sentence names a month, near in front, that 'a year ago' may compare with."""
    memory = context.memory
    begin = max(at - _NEAR_MONTH, context.sentence_start(at))
    return memory.month is not None and memory.month.day is None and memory.month_end > begin


def _from_last(context: Context, m: re.Match[str]) -> Found | None:
    """'Two days later': from the date resolved last, if it is near; else from the day of writing."""
    lexicon, memory = context.lexicon, context.memory
    unit, number, word = lexicon.units[m["u"]], lexicon.number(m["n"]), m["side"]
    sign = -1 if word in ("earlier", "before", "previously", "prior", "beforehand") else 1
    if number is None:
        return Found("DURATION", length(None, unit), f"offset: {word}, count not said")
    if unit in _CLOCK:
        return Found("DURATION", length(number, unit), f"offset: {word}, within the day")
    if unit == "year" and number == 1 and sign < 0 and not memory.narrative:
        return year_before(context, m.start(), word)
    if factor := {"decade": 10, "century": 100}.get(unit):
        number, unit = number * factor, "year"
    number *= 2 if lexicon.unit_numbers[m["u"]] == "double" else 1
    if unit == "year" and m.start() - memory.named_end < _NEAR_NAMED:
        last = memory.named
    else:
        last = memory.base(unit, m.start()) if m.start() - memory.last_end < _NEAR_DATE else None
    there = _moved(last, sign * int(number), unit) if last is not None and number == int(number) else None
    if there is not None and not _is_ahead(context, there):
        return Found("DATE", there, f"offset: {word} the date before", anchor=last)
    if sign > 0 or memory.narrative:
        return Found("DURATION", length(number, unit), f"offset: {word} a date that is not told")
    there = context.moved(sign * round(number), Unit.WEEK if unit == "weekend" else Unit(unit))
    return Found("DATE", there, f"offset: {word} the day of writing", True)


def _from_now(context: Context, m: re.Match[str]) -> Found | None:
    """'Two years from now', 'five years hence'."""
    unit, number = context.lexicon.units[m["u"]], context.lexicon.number(m["n"])
    if number is None or unit in _CLOCK or number != int(number):
        return Found("DATE", PartialDate(reference=Reference.FUTURE), "from now: count not said")
    there = context.moved(int(number), Unit.WEEK if unit == "weekend" else Unit(unit))
    return Found("DATE", there, "from now", True)


def _beside_last(context: Context, m: re.Match[str]) -> Found | None:
    """'The day before.', 'the year after,': beside the date before."""
    unit = context.lexicon.units[m["u"]]
    if unit in _CLOCK or unit == "weekend" or context.lexicon.unit_numbers[m["u"]] != "one":
        return None
    return _step_from_last(context, m, unit, -1 if m["side"] in ("before", "earlier") else 1)


def _is_ahead(context: Context, there: PartialDate) -> bool:
    """Whether a date lies behind the day of writing, where no 'two days later' of a report leads."""
    return context.anchor is not None and context.anchor.definitely_before(there)


def _units_from_last(context: Context, m: re.Match[str]) -> Found | None:
    """'Hours later', 'months earlier'."""
    if context.lexicon.unit_numbers[m["u"]] != "many":
        return None
    return Found("DURATION", length(None, context.lexicon.units[m["u"]]), f"offset: {m['side']}, count not said")


_FINER = {"day": ("day", "time"), "week": ("day", "time", "week", "weekend")}


def _moved(last: PartialDate, count: int, unit: str) -> PartialDate | None:
    """The unit so many units from a date; None if the date is not exact enough to count them."""
    if abs(count) > _MOST_UNITS:
        return None
    if unit in ("day", "week", "weekend"):
        if last.precision not in _FINER.get(unit, _FINER["week"]) or last.earliest is None:
            return None
        there = shift(last.earliest, count, Unit.WEEK if unit == "weekend" else Unit(unit))
        return None if there is None else round_to(there, Unit.WEEK if unit == "weekend" else Unit(unit))
    if last.year is None:
        return None
    if unit == "year" and last.precision not in ("decade", "century"):
        return PartialDate(year=last.year + count)
    if unit == "month" and last.month is not None:
        months = last.year * 12 + last.month - 1 + count
        return PartialDate(year=months // 12, month=months % 12 + 1)
    if last.earliest is None or unit == "month":
        return None
    there = shift(last.earliest, count, Unit(unit))
    return None if there is None else round_to(there, Unit(unit))


def _before_event(context: Context, m: re.Match[str]) -> Found | None:
    """'It comes less than three weeks after the raid': the raid's date, counted back from the day of writing.

    'It came two days after the raid' counts from the date before, if there is one.
    """
    lexicon, day = context.lexicon, context.day
    unit, number, sign = lexicon.units[m["u"]], lexicon.number(m["n"]), -1 if m["side"] == "after" else 1
    told = m["told"] is not None
    if told:
        near = m.start() - context.memory.last_end < _NEAR_DATE
        day = day_of(context.memory.last) if near and context.memory.last is not None else None
        if day is None:
            return None
    if number is None or unit in _CLOCK or number != int(number):
        return None
    side = "before" if sign < 0 else "after"
    rule = f"offset: event {side} the {'date before' if told else 'day of writing'}"
    step = sign * int(number) * (2 if lexicon.unit_numbers[m["u"]] == "double" else 1)
    moved = None if day is None else shift(day, step, Unit.WEEK if unit == "weekend" else Unit(unit))
    if day is None or moved is None:
        return Found("DATE", None, rule, True)
    anchor = context.memory.last if told else None
    meaning = lexicon.modifier(m["mod"])
    if meaning == "less":
        first, last = sorted((moved, day))
        value: When = Interval(start=PartialDate.from_date(first), end=PartialDate.from_date(last))
        return Found("DATE", value, rule, not told, m.start("from"), anchor=anchor)
    there = round_to(moved, Unit.WEEK if unit == "weekend" else Unit(unit))
    if meaning == "more":
        there = attrs.evolve(PartialDate.from_date(moved), modifier=side)
    elif meaning == "approximate" or lexicon.is_approximate(m["n"]):
        there = attrs.evolve(there, approximate=True)
    return Found("DATE", there, rule, not told, m.start("from"), anchor=anchor)


def _near_event(context: Context, m: re.Match[str]) -> Found | None:
    """'It comes days after the raid': only before the day of writing."""
    if context.lexicon.unit_numbers[m["u"]] != "many" or context.anchor is None or context.day is None:
        return None
    side = "before" if m["side"] == "after" else "after"
    value = attrs.evolve(PartialDate.from_date(context.day), modifier=side)
    return Found("DATE", value, f"offset: event {side} the day of writing, count not said", True, m.start("from"))


def _stepped(context: Context, m: re.Match[str]) -> Found | None:
    """'Last week', 'this year', 'the coming month'."""
    lexicon = context.lexicon
    unit, step = lexicon.units[m["u"]], lexicon.steps[m["step"]]
    if lexicon.unit_numbers[m["u"]] not in ("one", "double") or unit in (*_CLOCK, "weekend"):
        return None
    if context.is_titled(m.start("u")):
        return None
    memory, word = context.memory, m["step"]
    from_last = word in ("following", "preceding") or (unit == "day" and word in ("previous", "prior"))
    if from_last or memory.stepped_from(word) is not None:
        return _step_from_last(context, m, unit, step)
    if unit == "day" and word in ("past", "present", "latest", "coming", "current"):
        return None
    if word == "next" and (unit == "day" or (memory.narrative and m["the"])):
        return _step_from_last(context, m, unit, step)
    if word == "past" or (m["the"] and word in ("last", "next", "past", "coming") and unit != "quarter"):
        return Found("DURATION", length(1, unit), f"window: {word} {unit}")
    if unit == "day" and word == "this":
        return None
    there = context.moved(step, Unit(unit))
    if there is not None:
        there = _with_modifier(context, m, there)
    return Found("DATE", there, f"step: {word} {unit}", True)


def _stepped_twice(context: Context, m: re.Match[str]) -> Found | None:
    """'The week before last', 'the year after next'."""
    unit = context.lexicon.units[m["u"]]
    if context.lexicon.unit_numbers[m["u"]] != "one" or unit in (*_CLOCK, "day"):
        return None
    if context.lexicon.unit_follows(context.low, m.end()):
        return None  # 'the week before last Tuesday'
    there = context.moved(-2 if m["side"] == "before last" else 2, Unit.WEEK if unit == "weekend" else Unit(unit))
    if there is not None and unit == "weekend":
        there = PartialDate(year=there.year, week=there.week, weekend=True)
    return Found("DATE", there, f"step: the {unit} {m['side']}", True)


def _with_modifier(context: Context, m: re.Match[str], value: PartialDate) -> PartialDate:
    fields = modified(context, m.groupdict().get("mod"))
    modifier = fields.get("modifier")
    return attrs.evolve(value, modifier=modifier) if modifier else value


def _step_from_last(context: Context, m: re.Match[str], unit: str, step: int) -> Found:
    last = context.memory.base(unit, m.start())
    there = _moved(last, step, unit) if last is not None else None
    if there is not None:
        return Found("DATE", there, "step from the date before", anchor=last)
    if last is not None or context.memory.narrative:
        return Found("DATE", None, f"step from a date that is not told to the {unit}", True)
    return Found("DATE", context.moved(step, Unit(unit)), "step from the day of writing", True)


def _that(context: Context, m: re.Match[str]) -> Found | None:
    """'That year', 'the same day': the date named last, cut to the unit."""
    lexicon, unit = context.lexicon, context.lexicon.units[m["u"]]
    last = context.memory.base(unit, m.start())
    if lexicon.unit_numbers[m["u"]] != "one" or unit in (*_CLOCK, "weekend"):
        return None
    there = _moved(last, 0, unit) if last is not None else None
    if there is None:
        return Found("DATE", None, f"that {unit}: no such date before", True)
    return Found("DATE", _with_modifier(context, m, there), f"that {unit}: the date before", anchor=last)


def _edge(context: Context, m: re.Match[str]) -> Found | None:
    """'The last months of the year', 'the first days of that month', 'the last weeks of 1998'."""
    lexicon, last = context.lexicon, context.memory.last
    first = m["edge"] in ("first", "early", "opening")
    there: PartialDate | None
    anchor = None
    if m["y"]:
        there, why = PartialDate(year=context.read_year(m["y"])), "the year told"
    elif m["that"] == "that" or context.memory.narrative:
        anchor, why = last, "the date before"
        there = None if last is None else _moved(last, 0, lexicon.units[m["u"]])
    else:
        there, why = context.moved(0, Unit(lexicon.units[m["u"]])), "the present one"
    if there is None or lexicon.units[m["u2"]] in (*_CLOCK, "year"):
        return None
    value = attrs.evolve(there, modifier="early" if first else "late")
    return Found("DATE", value, f"edge of a time: {why}", anchor is None and not m["y"], anchor=anchor)


_ENDED = re.compile(r",? (?:ended|ending|that ended|to end)(?![a-z])")


def _the(context: Context, m: re.Match[str]) -> Found | None:
    """'For the year', 'during the week': the present one."""
    lexicon = context.lexicon
    unit = lexicon.units[m["u"]]
    modifier = lexicon.modifier(m["mod"])
    known = unit in ("year", "month", "week") or (unit == "decade" and modifier)
    if not known or lexicon.unit_numbers[m["u"]] != "one":
        return None
    if unit == "year" and (m["fiscal"] or _ENDED.match(context.low, m.end())):
        return Found("DURATION", length(1, unit), "business year")
    if not modifier and not lexicon.stands_before(context.low, m.start(), "before-the-year"):
        return None
    if not modifier and lexicon.stands_behind(context.low, m.end(), "behind-the-year"):
        return None  # 'the week following the vote'
    if unit == "month" and context.low.startswith(" of ", m.end()):
        return None  # 'the month of May'
    if context.memory.narrative:
        return _that(context, m)
    if unit == "month" and not modifier and (named := _month_named(context, m.start())) is not None:
        return Found("DATE", named, "the month: the one named last", anchor=named)
    ended = unit == "year" and modifier == "late" and _has_ended(context, m.start())
    there = context.moved(-1 if ended else 0, Unit(unit))
    if there is not None:
        there = _with_modifier(context, m, there)
    return Found(
        "DATE", there, f"the {unit}: the one before, told as over" if ended else f"the {unit}: of writing", True
    )


def _month_named(context: Context, at: int) -> PartialDate | None:
    """The month that 'sales during the month' counts: one named just before in the paragraph."""
    memory = context.memory
    near = at - memory.month_end < _NEAR_NAMED_MONTH and "\n" not in context.low[max(0, memory.month_end) : at]
    return memory.month if near and memory.month is not None and memory.month.day is None else None


def _has_ended(context: Context, at: int) -> bool:
    """Whether 'by the end of the year' is told of as over, in the first half of the next one."""
    young = context.day is not None and context.day.month <= _YOUNG_YEAR
    return young and not context.cues.any(at) and context.cues.over(at)


def _year_ago_noun(context: Context, m: re.Match[str]) -> Found | None:
    """'Year-earlier profit', 'the year-ago results'."""
    return year_before(context, m.start(), m[0])


def _units_ago(context: Context, m: re.Match[str]) -> Found | None:
    """'Months ago'."""
    if context.lexicon.unit_numbers[m["u"]] != "many":
        return None
    return Found("DATE", PartialDate(reference=Reference.PAST), "ago: count not said")


def _year_end(context: Context, m: re.Match[str]) -> Found | None:
    there = context.moved(0, Unit.YEAR)
    return Found("DATE", None if there is None else attrs.evolve(there, modifier="late"), "year-end", True)


_MOD = r"(?:%MOD~)?"
_NUMBER = r"(?:%LONG~)?(?:the )?%NUM~(?:%BETWEEN )?%UNIT"
_COMES = r"(?<= comes )|(?<= come )|(?<= coming )|(?<= is )|(?<= takes place )"
_CAME = r"(?<= came )|(?<= took place )"

RULES: tuple[Rule, ...] = (
    Rule("unit", r"%NUM %UNIT ago (?P<on>today|this month|this week)(?![a-z'’])", _ago_today),
    Rule("unit", rf"{_NUMBER}(?P<half> and a half)?(?P<or> or (?:so|more))?~ago(?![a-z])", _ago),
    Rule("weekend-unit unit", r"the %FULLUNIT (?P<side>before last|after next)(?![a-z])", _stepped_twice),
    Rule(
        "unit",
        rf"(?:{_COMES}|(?P<told>{_CAME}))(?:%EXACT )?(?P<from>){_NUMBER} (?P<side>after|before)(?![a-z])",
        _before_event,
    ),
    Rule("unit", rf"(?:{_COMES})(?:%EXACT )?(?P<from>)%FULLUNIT (?P<side>after|before)(?![a-z])", _near_event),
    Rule(
        "unit",
        rf"{_NUMBER}~(?P<side>earlier|later|afterwards?|previously|beforehand|prior|before(?=[.,;:?!\n\"”])|after(?=[.,;:?!\n\"”]))(?![a-z])",
        _from_last,
    ),
    Rule("unit", rf"{_MOD}(?P<the>the )?%STEP~(?:fiscal |calendar |academic )?%FULLUNIT", _stepped),
    Rule("unit", rf"(?:later |earlier )?{_MOD}(?:that|the same|that same) %FULLUNIT", _that),
    Rule("year-unit", r"(?:the )?year(?:~|['’]s )end(?![a-z])", _year_end),
    Rule("year-unit", r"year-(?:ago|earlier)(?![a-z-])", _year_ago_noun),
    Rule("unit", r"%FULLUNIT ago(?![a-z])", _units_ago),
    Rule("unit", rf"{_NUMBER} (?:from (?:now|today)|hence)(?![a-z])", _from_now),
    Rule("unit", r"the %FULLUNIT (?P<side>before|after|earlier)(?=[.,;:?!)\n\"”’])", _beside_last),
    Rule("unit", r"%FULLUNIT (?P<side>later|earlier|afterwards?)(?![a-z])", _units_from_last),
    Rule(
        "unit",
        r"(?:the )?(?P<edge>first|last|early|final|closing|opening) (?:few )?(?P<u2>days|weeks|months) of "
        r"(?:(?P<that>the|that) (?P<u>year|month)|%YEAR)(?![a-z'’])",
        _edge,
    ),
    Rule("unit", rf"{_MOD}the (?P<fiscal>fiscal )?%FULLUNIT(?!-| (?:1\d|20)\d\d(?!\d))", _the),
)
