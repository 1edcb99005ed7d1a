"""Lengths of time, and how often: 'three weeks', 'a two-year term', 'the past two months', 'years', 'every week'."""

from __future__ import annotations

import re
from typing import Any

from uzru.model.granularity import Modifier, Reference, Unit
from uzru.model.when import Duration, PartialDate
from uzru.parsing.dates.context import Context, Found
from uzru.parsing.dates.rules import Rule
from uzru.parsing.late import late

__all__ = ["RULES", "length"]

_FIELDS = {
    "second": ("seconds", 1),
    "minute": ("minutes", 1),
    "hour": ("hours", 1),
    "day": ("days", 1),
    "weekend": ("days", 2),
    "week": ("weeks", 1),
    "month": ("months", 1),
    "quarter": ("months", 3),
    "year": ("years", 1),
    "decade": ("years", 10),
    "century": ("years", 100),
}
_OF_WHAT = late(r" of (?!the |an? |age|his |her |its |their |our |my |this |that |those |operation)[a-z]")
_COUNTED = late(r"(?:\d| zero| no| number of| matter of)[ -]\Z")
_NEAR_COUNT = 48  # characters in front in which 'dozens of visits' stands
_OF_RESULTS = (6, 9)  # months that companies report on: 'a year earlier' is then the year before
_MOST = 4_000_000  # units; more of them are told like an unknown number
_BELOW = {"year": ("months", 12), "day": ("hours", 24), "hour": ("minutes", 60), "minute": ("seconds", 60)}
_AGE = re.compile(r"(?:[ -]old|[ -]of[ -]age)(?![a-z])")
_RATE = late(r"(?<![\d,.])(?!(?:1[5-9]|20)\d\d )\d[\d,.]{0,12}%?(?: [a-z-]{1,12}){0,2} \Z| average \Z")
_PAPER = late(r" (?:[\"“‘'`]{1,2})?[A-Z][a-z]")
_NOUN_BEHIND = re.compile(r" [a-z]")
_OLD_BEFORE = re.compile(r"(?:aged|age) $")


def length(number: float | None, unit: str, double: bool = False, **qualifiers: Any) -> Duration:
    """A number of units as a duration; no number makes a vague one."""
    if number is None or number > _MOST:
        return Duration(vague=Unit.DAY if unit == "weekend" else Unit(unit), **qualifiers)
    field, factor = _FIELDS[unit]
    whole, rest = divmod(number, 1)
    if rest and unit in _BELOW and (unit != "year" or not whole):  # 'half a year', but 1.5 years stay
        below, parts = _BELOW[unit]
        if (rest * parts).is_integer():
            exact: dict[str, Any] = {field: int(whole) or None, below: int(rest * parts)}
            return Duration(**exact, **qualifiers)
    counts: dict[str, Any] = {field: round(number * factor * (2 if double else 1), 3)}
    return Duration(**counts, **qualifiers)


def _qualifiers(context: Context, mod: str | None, number: str) -> dict[str, Any]:
    meaning = context.lexicon.modifier(mod)
    fields: dict[str, Any] = {}
    if meaning == "approximate" or context.lexicon.is_approximate(number):
        fields["approximate"] = True
    if meaning in ("less", "more"):
        fields["modifier"] = Modifier(meaning)
    return fields


def _counted(context: Context, m: re.Match[str]) -> Found | None:
    """'Three weeks', 'two-year'; an age is no length of time, and 'a day' needs a preposition."""
    lexicon, low = context.lexicon, context.low
    unit, number = lexicon.units[m["u"]], m["n"]
    aged = _AGE.match(low, m.end())
    lasting = aged and lexicon.lasting_follows.match(low, m.end())
    if (aged and not lasting) or _OLD_BEFORE.search(low, max(0, m.start() - 18), m.start()):
        return None
    style = lexicon.unit_numbers[m["u"]]
    value = None if number in ("a", "an") and style == "many" else lexicon.number(number)
    if style == "short" and not number[:1].isdecimal():
        return None
    if number in ("a", "an") and not m["mod"] and not lexicon.stands_before(low, m.start(), "before-a"):
        return None
    if m[0] == "one day" and lexicon.stands_before(low, m.start(), "before-one-day"):
        return Found("DATE", PartialDate(reference=Reference.FUTURE), "reference: one day")
    if unit == "second" and number[:1].isalpha() and style == "one":
        return None
    if value is not None and value > 99999:
        return None
    if unit == "quarter" and value in (1, 3):
        return None  # a fraction
    if context.is_capital(m.start("u")) and number[:1].isdecimal() and not context.in_headline(m.start()):
        return None  # a title: '60 Minutes'
    double = style == "double"
    if unit == "month" and value in _OF_RESULTS and m[0].startswith("the "):
        context.memory.months_end = m.end()
    qualifiers = _qualifiers(context, m["mod"], number)
    duration = length(value, unit, double, **qualifiers)
    end = aged.end() if aged else None
    return Found("DURATION", duration, "length" if value is not None else "length: count not said", end=end)


def _window(context: Context, m: re.Match[str]) -> Found | None:
    """'The past two months', 'the next five years'."""
    unit, number = context.lexicon.units[m["u"]], m["n"]
    value = context.lexicon.number(number)
    if _AGE.match(context.low, m.end()):
        return None
    double = context.lexicon.unit_numbers[m["u"]] == "double"
    if unit == "month" and value in _OF_RESULTS:
        context.memory.months_end = m.end()
    if m["step"] == "following" and number in ("a", "an"):  # 'following a day of talks'
        return Found("DURATION", length(value, unit, double), "length", start=m.start("n"))
    return Found("DURATION", length(value, unit, double), "window: " + m["step"])


def _step_window(context: Context, m: re.Match[str]) -> Found | None:
    """'The coming months', 'recent years': a length whose count is not said."""
    unit = context.lexicon.units[m["u"]]
    if context.lexicon.unit_numbers[m["u"]] != "many":
        return None
    if m[0].startswith("early days"):
        return None  # 'it is early days'
    before = context.low[max(0, m.start() - 8) : m.start()].split()
    if m["word"] == "last" and before and before[-1] in context.lexicon.modals:  # 'may last months'
        return Found("DURATION", length(None, unit), "length: count not said", start=m.start("u"))
    return Found("DURATION", length(None, unit), f"window: {m['word']}, count not said")


def _bare_plural(context: Context, m: re.Match[str]) -> Found | None:
    lexicon = context.lexicon
    if lexicon.unit_numbers[m["u"]] != "many" or lexicon.units[m["u"]] in ("second", "quarter", "weekend"):
        return None
    low, start = context.low, m.start()
    if m["u2"] and lexicon.unit_numbers[m["u2"]] != "many":
        return None
    if _OF_WHAT.match(low, m.end()) and not _COUNTED.search(low, max(0, start - 14), start):
        return Found("DURATION", length(None, lexicon.units[m["u"]]), "length: count not said")  # 'months of talks'
    if lexicon.lasting_follows.match(low, m.end()):  # 'the years-old war'
        end = m.end() + len("-old")
        return Found("DURATION", length(None, lexicon.units[m["u"]]), "length: count not said", end=end)
    opens = low[start - 2 : start].strip() in ("", ",", ".") and lexicon.stands_behind(low, m.end(), "behind-units")
    if not opens and not lexicon.stands_before(low, start, "before-units"):
        return None
    return Found("DURATION", length(None, lexicon.units[m["u"]]), "length: count not said")


def _future_units(context: Context, m: re.Match[str]) -> Found | None:
    """'In future years'."""
    if context.lexicon.unit_numbers[m["u"]] != "many":
        return None
    return Found("DATE", PartialDate(reference=Reference.FUTURE), "reference: future")


def _rated(context: Context, m: re.Match[str]) -> Found | None:
    """'Hundreds of visits a day'; what is measured in money or weight is only a rate."""
    counted = context.lexicon.counted_before.search(context.low, max(0, m.start() - _NEAR_COUNT), m.start())
    if counted is None or context.lexicon.words.get(counted["noun"]) == "counted":
        return None
    return _every(context, m)


def _every(context: Context, m: re.Match[str]) -> Found | None:
    unit = context.lexicon.units[m["u"]]
    if m["u"] == "second" and _NOUN_BEHIND.match(context.low, m.end()):
        return None  # 'every second bed'
    number = context.lexicon.number(m["n"]) if m["n"] else 2 if m["other"] else 1
    return Found("SET", length(number, unit), "set: every " + unit)


def _between(context: Context, m: re.Match[str]) -> Found | None:
    """'Two to three weeks', 'a year or two': about the lower number."""
    lexicon = context.lexicon
    low, high = lexicon.number(m["n"]), lexicon.number(m["n2"])
    if low is None or high is None or not low < high or _AGE.match(context.low, m.end()):
        return None
    return Found("DURATION", length(low, lexicon.units[m["u"]], approximate=True), "length: between two numbers")


def _lasting(context: Context, m: re.Match[str]) -> Found | None:
    """'Week-long', 'a decadelong conflict', 'years-long'."""
    number: float | None = None if context.lexicon.unit_numbers[m["u"]] == "many" else 1
    if m["n"]:
        number = context.lexicon.number(m["n"])
    return Found("DURATION", length(number, context.lexicon.units[m["u"]]), "length: as long as its unit")


def _and_a_half(context: Context, m: re.Match[str]) -> Found | None:
    """'A year and a half'."""
    number = context.lexicon.number(m["n"])
    if number is None:
        return None
    return Found("DURATION", length(number + 0.5, context.lexicon.units[m["u"]]), "length")


def _some_time(context: Context, m: re.Match[str]) -> Found | None:
    """'A while', 'for some time'."""
    return Found("DURATION", Duration(vague=Unit.TIME), "length: unit not said")


def _often(context: Context, m: re.Match[str]) -> Found | None:
    word = m["word"]
    if context.is_capital(m.start()) and context.view[m.start() - 2 : m.start() - 1] not in ("\n", ""):
        return None
    if _PAPER.match(context.view, m.end() - 1) or context.lexicon.stands_behind(context.low, m.end(), "behind-daily"):
        return None  # 'the daily Granat wrote'
    if _RATE.search(context.low, max(0, m.start() - 40), m.start()):
        return None  # '20 percent annually', 'the average daily volume'
    return Found("SET", Duration.parse(context.lexicon.sets[word]), "set: " + word)


_MOD = r"(?:%LONG~)?"

RULES: tuple[Rule, ...] = (
    Rule("unit", r"(?:the )?%STEP~%NUM~(?:%BETWEEN )?%FULLUNIT(?! (?:ago|earlier|later))", _window),
    Rule("unit", r"(?:the )?%STEP~%NUM~(?:or|to)~%NUM2~%FULLUNIT(?! (?:ago|earlier|later))", _window),
    Rule("unit", r"(?:the )?(?P<step>first|final|closing|opening) %NUM~%FULLUNIT", _window),
    Rule("unit", r"%NUM~(?:to|or)~%NUM2~%FULLUNIT(?! (?:ago|later|earlier|from now|hence))", _between),
    Rule("unit", r"%NUM ?[-–—] ?%NUM2~%FULLUNIT(?! ago)", _between),
    Rule("lasting", r"(?:%NUM~)?%LASTING", _lasting),
    Rule("unit", r"%NUM %FULLUNIT or %NUM2(?! ago)(?![a-z])", _between),
    Rule("unit", r"%NUM %FULLUNIT and a half(?! ago)(?![a-z])", _and_a_half),
    Rule(
        "while",
        r"(?:quite )?(?:a (?:(?:long|short|little) )?while|some time|a (?:long|short) time)"
        r"(?! (?:ago|next|this|last))(?![a-z])",
        _some_time,
    ),
    Rule("quarter-unit", r"an? (?:%VERY )?%STRETCH period(?: of time)?(?![a-z])", _some_time),
    Rule("unit", r"(?P<word>future) %FULLUNIT", _future_units),
    Rule("unit", r"an? (?P<n>)(?P<other>)%FULLUNIT(?! (?:ago|earlier|later|before|after|or))(?![a-z-])", _rated),
    Rule("unit", r"(?:each|every)~(?:single )?(?P<other>other )?(?:%NUM )?%FULLUNIT", _every),
    Rule(
        "unit", r"(?:once|twice|(?:[a-z0-9-]{1,12} )?times) (?:an?|every|each|per)(?P<n>)(?P<other>) %FULLUNIT", _every
    ),
    Rule(
        "unit",
        rf"{_MOD}(?:another |an additional |the |a further |a total of )??%NUM~(?:%BETWEEN )?%UNIT",
        _counted,
    ),
    Rule(
        "unit",
        r"(?:the )?(?P<word>recent|past|last|coming|next|previous|early|intervening|ensuing) %FULLUNIT",
        _step_window,
    ),
    Rule("unit", r"%FULLUNIT (?:or|and|to) %FULLUNIT2", _bare_plural),
    Rule("unit", r"%FULLUNIT(?P<u2>)", _bare_plural),
    Rule("set", r"(?P<word>%SET)(?![a-z])", _often),
)
