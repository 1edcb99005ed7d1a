"""The proleptic Gregorian calendar as plain day numbers, for any year, so that no date is out of range."""

from __future__ import annotations

from datetime import date

__all__ = ["as_date", "day_number", "days_in_month", "week_start", "weeks_in_year"]

_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_MONTH_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int | None, month: int) -> int:
    """How many days the month has; 29 for a February whose year is not known.

    >>> days_in_month(1900, 2), days_in_month(None, 2)
    (28, 29)
    """
    return 29 if month == 2 and (year is None or _is_leap(year)) else _MONTH_DAYS[month]


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """What `date.toordinal` gives, for any year; the month may run past December.

    >>> day_number(2004, 4, 15) == date(2004, 4, 15).toordinal(), day_number(2004, 13) == day_number(2005)
    (True, True)
    """
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    before = year - 1
    leap = 1 if month > 2 and _is_leap(year) else 0
    return before * 365 + before // 4 - before // 100 + before // 400 + _BEFORE_MONTH[month] + leap + day


def week_start(year: int, week: int) -> int:
    """The day number of the Monday of an ISO 8601 week.

    >>> as_date(week_start(2004, 16))
    datetime.date(2004, 4, 12)
    """
    fourth = day_number(year, 1, 4)
    return fourth - (fourth - 1) % 7 + 7 * (week - 1)


def weeks_in_year(year: int) -> int:
    """52 or 53: how many ISO 8601 weeks the year has.

    >>> weeks_in_year(2004), weeks_in_year(2005)
    (53, 52)
    """
    return (week_start(year + 1, 1) - week_start(year, 1)) // 7


def as_date(number: int) -> date | None:
    """The day with this number, or None where `datetime.date` cannot hold it (years outside 1 to 9999).

    >>> as_date(1), as_date(0)
    (datetime.date(1, 1, 1), None)
    """
    return date.fromordinal(number) if 1 <= number <= 3_652_059 else None
