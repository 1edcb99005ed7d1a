"""The words for how fine a date or duration is, and what narrows it down."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

__all__ = ["LENGTH", "PARTS_OF_DAY", "SEASONS", "Modifier", "Precision", "Reference", "Season", "Unit"]


class Precision(StrEnum):
    """How exact a date is: the finest part that the text gives, the coarsest first."""

    REFERENCE = "reference"
    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    SEASON = "season"
    MONTH = "month"
    WEEK = "week"
    WEEKEND = "weekend"
    DAY = "day"
    TIME = "time"


class Reference(StrEnum):
    """A date that is only said to be before, at or after the time of writing (TIMEX3)."""

    PAST = "PAST_REF"
    PRESENT = "PRESENT_REF"
    FUTURE = "FUTURE_REF"


class Modifier(StrEnum):
    """What narrows a date or duration down without a number (TIMEX3's `mod`)."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    BEFORE = "before"
    AFTER = "after"
    LESS = "less"
    MORE = "more"


class Unit(StrEnum):
    """A unit of time; TIME is a stretch whose unit is not said ('a while')."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    TIME = "time"


class Season(StrEnum):
    """A season of the northern year; winter belongs to the year in which it begins."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


SEASONS: Final = tuple(Season)
# First and last hour of the parts of the day, by TIMEX3 code.
PARTS_OF_DAY: Final = {
    "MO": (6, 12),
    "MI": (11, 13),
    "AF": (12, 18),
    "EV": (18, 22),
    "NI": (20, 24),
    "DT": (8, 18),
}
# Mean length in days.
LENGTH: Final = {
    Unit.SECOND: 1 / 86400,
    Unit.MINUTE: 1 / 1440,
    Unit.HOUR: 1 / 24,
    Unit.DAY: 1.0,
    Unit.WEEK: 7.0,
    Unit.MONTH: 30.436875,
    Unit.QUARTER: 91.310625,
    Unit.YEAR: 365.2425,
    Unit.DECADE: 3652.425,
    Unit.CENTURY: 36524.25,
}
