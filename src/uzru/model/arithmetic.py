"""Calendar arithmetic: so many days, weeks, months or years from a day; dateutil is loaded on first use."""

from __future__ import annotations

from datetime import date, timedelta

from uzru.model.granularity import Unit
from uzru.model.when import PartialDate

__all__ = ["day_of", "round_to", "shift"]

_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}


def shift(day: date, count: int, unit: Unit) -> date | None:
    """The day so many units later (or earlier, if negative); a month's end stays at its end.

    None if the calendar of `datetime` does not reach that far, or if the unit is shorter than a day.

    >>> shift(date(2004, 3, 31), -1, Unit.MONTH), shift(date(2004, 4, 15), -3, Unit.WEEK)
    (datetime.date(2004, 2, 29), datetime.date(2004, 3, 25))
    """
    try:
        if unit in _DAYS:
            return day + timedelta(days=count * _DAYS[unit])
        if unit in _MONTHS:
            from dateutil.relativedelta import relativedelta

            moved: date = day + relativedelta(months=count * _MONTHS[unit])
            return moved
    except (ValueError, OverflowError):
        pass
    return None


def round_to(day: date, unit: Unit) -> PartialDate:
    """The day, week, month, quarter, year, decade or century that the day lies in.

    >>> [str(round_to(date(2004, 4, 15), unit)) for unit in (Unit.WEEK, Unit.QUARTER, Unit.DECADE)]
    ['2004-W16', '2004-34', '200X']
    """
    if unit is Unit.WEEK:
        year, week, _ = day.isocalendar()
        return PartialDate(year=year, week=week)
    if unit is Unit.MONTH:
        return PartialDate(year=day.year, month=day.month)
    if unit is Unit.QUARTER:
        return PartialDate(year=day.year, quarter=(day.month + 2) // 3)
    if unit is Unit.YEAR:
        return PartialDate(year=day.year)
    if unit in (Unit.DECADE, Unit.CENTURY):
        return PartialDate.parse(f"{day.year // 10:03d}X" if unit is Unit.DECADE else f"{day.year // 100:02d}XX")
    return PartialDate.from_date(day)


def day_of(when: PartialDate) -> date | None:
    """The one day that the date is, if it names one and `datetime` can hold it.

    >>> day_of(PartialDate.parse("2004-04-15TMO")), day_of(PartialDate.parse("2004-04"))
    (datetime.date(2004, 4, 15), None)
    """
    if when.day is None and when.weekday is None:
        return None
    first, last = when.earliest, when.latest
    return first if first and last and (last - first).days == 1 else None
