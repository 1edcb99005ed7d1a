"""Which parts make a date, and what to tell who gives others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from uzru.model.calendar import days_in_month, weeks_in_year
from uzru.model.edtf import date_core, is_time
from uzru.model.granularity import PARTS_OF_DAY, Modifier, Precision

if TYPE_CHECKING:
    from uzru.model.partial_date import PartialDate

__all__ = ["Fault", "find_fault"]

Fault: TypeAlias = tuple[str, str]
_MAX_YEAR: Final = 999_999_999
_RANGES: Final = (("month", 12), ("day", 31), ("week", 53), ("weekday", 7), ("quarter", 4), ("half", 2))


def find_fault(when: PartialDate, derived: Precision) -> Fault | None:
    """What is wrong with the parts of a date, and what to do about it; None if nothing is."""
    return _fault_of_kind(when, derived) or _fault_of_numbers(when) or _fault_of_clock(when)


def _fault_of_kind(when: PartialDate, derived: Precision) -> Fault | None:
    of_week = when.week is not None or when.weekday is not None or when.weekend
    of_month = when.month is not None or when.day is not None
    of_part = (when.season is not None) + (when.quarter is not None) + (when.half is not None)
    kinds = of_week + of_month + of_part
    if when.reference and (kinds or when.year is not None or when.time):
        return "a reference stands alone", "leave year, month and the rest out"
    if kinds > 1:
        return (
            "the parts contradict each other",
            "give one of month and day, week and weekday, season, quarter, half",
        )
    if not (when.reference or kinds or when.time or when.year is not None):
        return "an empty date says nothing", "give at least one part"
    if when.weekend and when.weekday is not None:
        return "a date is a weekend or a weekday", "give one of the two"
    if when.precision in (Precision.DECADE, Precision.CENTURY):
        step = 10 if when.precision is Precision.DECADE else 100
        if kinds or when.time or when.year is None or when.year % step or not 0 <= when.year <= 9999:
            return f"this is no {when.precision}", f"give its first year alone, from 0, a multiple of {step}"
    elif when.precision is not derived:
        return f"the parts do not make a {when.precision}", "leave `precision` out; it is derived"
    return None


def _fault_of_numbers(when: PartialDate) -> Fault | None:
    if when.year is not None and abs(when.year) > _MAX_YEAR:
        return "the year is out of range", "take one of at most nine digits"
    numbers = (when.month, when.day, when.week, when.weekday, when.quarter, when.half)
    for number, (name, last) in zip(numbers, _RANGES, strict=True):
        if number is not None and not 1 <= number <= last:
            return f"there is no {name} {number}", f"take one from 1 to {last}"
    if when.month is not None and when.day is not None and when.day > (last := days_in_month(when.year, when.month)):
        return "there is no such day", f"that month has {last} days"
    if when.year is not None and when.week == 53 and weeks_in_year(when.year) < 53:
        return "there is no such week", "that year has 52 weeks"
    return None


def _fault_of_clock(when: PartialDate) -> Fault | None:
    if when.modifier in (Modifier.LESS, Modifier.MORE):
        return f"a date is not '{when.modifier}'", "take early, mid, late, before or after"
    if not when.time:
        return None
    dated = when.day is not None or when.weekday is not None
    alone = date_core(when).startswith("T")
    if not dated and not alone:
        return "a time of day needs a day", "give the day, or the time alone"
    if not is_time(when.time):
        return "there is no such time of day", f"write 10:30, or one of {', '.join(PARTS_OF_DAY)}"
    return None
