"""Dates as news gives them: partial dates, intervals and durations that know no more than the text."""

from __future__ import annotations

from typing import TypeAlias

from uzru.model import edtf
from uzru.model.duration import Duration
from uzru.model.granularity import Modifier, Precision, Reference, Season, Unit
from uzru.model.interval import Interval
from uzru.model.partial_date import PartialDate, SortKey

__all__ = [
    "Duration",
    "Interval",
    "Modifier",
    "PartialDate",
    "Precision",
    "Reference",
    "Season",
    "SortKey",
    "TimeValue",
    "Unit",
    "When",
    "from_timex3",
    "parse_when",
]

When: TypeAlias = PartialDate | Interval
TimeValue: TypeAlias = PartialDate | Interval | Duration


def parse_when(text: str) -> TimeValue:
    """The date, interval or duration that the notation stands for.

    >>> parse_when("2004-04"), parse_when("../2005"), parse_when("P3W")
    (PartialDate.parse('2004-04'), Interval.parse('../2005'), Duration.parse('P3W'))
    >>> parse_when("15 April 2004")
    Traceback (most recent call last):
    ...
    uzru.errors.DateError: '15 April 2004': this is not a date in EDTF; write it as '2004-04-15', ...
    """
    if "/" in text:
        return Interval.parse(text)
    if text.startswith("P") and "_REF" not in text:
        return Duration.parse(text)
    return PartialDate.parse(text)


def from_timex3(value: str, mod: str = "") -> TimeValue:
    """What a TIMEX3 value and its `mod` stand for; counted decades and quarters become years and months.

    >>> from_timex3("1998-W10-WE"), from_timex3("P2DE"), from_timex3("P3W", "LESS_THAN")
    (PartialDate.parse('1998-W10-WE'), Duration.parse('P20Y'), Duration.parse('P3W@less'))
    """
    if "/" in value:
        start, _, end = value.partition("/")
        ends = [None if text in ("", "..") else PartialDate.from_timex3(text) for text in (start, end)]
        return Interval(start=ends[0], end=ends[1])
    if not value.startswith("P") or value.endswith("_REF"):
        return PartialDate.from_timex3(value, mod)
    if value in ("PXDE", "PXCE"):
        value = value[:-2] + ("E" if value == "PXDE" else "C")
    for suffix, unit, factor in (
        ("DE", "Y", 10),
        ("CE", "Y", 100),
        ("E", "Y", 10),
        ("C", "Y", 100),
        ("Q", "M", 3),
    ):
        count = value[1 : -len(suffix)]
        if value.endswith(suffix) and count.isascii() and count.isdecimal() and len(count) < 7:
            value = f"P{int(count) * factor}{unit}"
    return Duration(**edtf.read_duration(value), **edtf.read_mod(mod))
