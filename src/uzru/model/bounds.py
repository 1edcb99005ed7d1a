"""Which days a date covers, as day numbers that may be infinite, and how such stretches lie to each other."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from uzru.model.calendar import as_date, day_number, week_start
from uzru.model.granularity import PARTS_OF_DAY, SEASONS, Precision

if TYPE_CHECKING:
    from uzru.model.interval import Interval
    from uzru.model.partial_date import PartialDate

__all__ = [
    "Bounds",
    "bounds_of",
    "clock_fraction",
    "core_bounds",
    "day_at",
    "is_before",
    "is_shared",
    "is_within",
]

Bounds: TypeAlias = tuple[float, float]


def day_at(bounds: Bounds | None, side: int) -> date | None:
    """The day at the start (0) or behind the end (1) of the stretch; None if there is none."""
    return None if bounds is None or math.isinf(bounds[side]) else as_date(int(bounds[side]))


def bounds_of(when: PartialDate | Interval | date) -> Bounds | None:
    """First day and day behind the last; None if they are not known."""
    if isinstance(when, date):
        return when.toordinal(), when.toordinal() + 1
    return when.bounds


def is_within(inner: Bounds | None, outer: Bounds | None) -> bool:
    """Whether all of the inner lies in the outer."""
    return outer is not None and inner is not None and outer[0] <= inner[0] and inner[1] <= outer[1]


def is_shared(one: Bounds | None, other: Bounds | None) -> bool:
    """Whether the two have a day in common."""
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]


def is_before(one: PartialDate | Interval, other: PartialDate | Interval | date) -> bool:
    """Whether the one is over when the other begins; never so if either is approximate or uncertain."""
    vague = [d for d in (one, other) if not isinstance(d, date) and (d.approximate or d.uncertain)]
    first, second = one.bounds, bounds_of(other)
    return not vague and first is not None and second is not None and first[1] <= second[0]


def clock_fraction(time: str) -> float:
    """Where in the day a time stands, from 0 to 1."""
    if time[0].isalpha():
        return PARTS_OF_DAY[time[:2]][0] / 24
    parts = time[:8].split("Z")[0].split("+")[0].split("-")[0].split(":")
    return sum(int(part) / (24.0 * 60.0**power) for power, part in enumerate(parts))


def core_bounds(when: PartialDate) -> Bounds | None:
    """The bounds of a date without its modifier."""
    year = when.year
    if year is None:
        return None
    if when.week is not None:
        monday = week_start(year, when.week)
        if when.weekday is not None:
            return monday + when.weekday - 1, monday + when.weekday
        return (monday + 5 if when.weekend else monday), monday + 7
    if when.month is not None:
        first = day_number(year, when.month, when.day or 1)
        return first, first + 1 if when.day else day_number(year, when.month + 1)
    if when.season is not None:
        month = 3 * (SEASONS.index(when.season) + 1)
        return day_number(year, month), day_number(year, month + 3)
    if when.quarter is not None:
        return day_number(year, 3 * when.quarter - 2), day_number(year, 3 * when.quarter + 1)
    if when.half is not None:
        return day_number(year, 6 * when.half - 5), day_number(year, 6 * when.half + 1)
    years = {Precision.DECADE: 10, Precision.CENTURY: 100}.get(when.precision, 1)
    return day_number(year), day_number(year + years)
