"""Dates as ISO 8601 and RFC 3339 write them, for formats that know no vaguer ones."""

from __future__ import annotations

import re
from typing import Final

from uzru.model import Interval, PartialDate, When
from uzru.model.when import Precision

__all__ = ["iso_ends", "iso_instant", "iso_prefix"]

_CLOCK: Final = re.compile(r"(\d\d:\d\d)(:\d\d)?(Z|[+-]\d\d:\d\d)")


def iso_prefix(when: PartialDate | None) -> str | None:
    """A day, month or year of the calendar; None for what these cannot say without telling more or less.

    >>> [iso_prefix(PartialDate.parse(edtf)) for edtf in ("2004-05-02", "2004-05", "2004", "2004-21", "2004~")]
    ['2004-05-02', '2004-05', '2004', None, None]
    """
    if when is None or when.approximate or when.uncertain or when.modifier or when.earliest is None:
        return None
    length = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10, Precision.TIME: 10}.get(when.precision)
    return None if length is None else when.earliest.isoformat()[:length]


def iso_instant(when: PartialDate | None) -> str | None:
    """A moment with its zone, as RFC 3339 asks; None if the zone or the minute is not known.

    >>> [iso_instant(PartialDate.parse(edtf)) for edtf in ("2004-05-02T10:30+05:00", "2004-05-02T10:30", "2004-05-02")]
    ['2004-05-02T10:30:00+05:00', None, None]
    """
    clock = _CLOCK.fullmatch(when.time) if when is not None and when.time else None
    day = iso_prefix(when)
    return None if clock is None or day is None else f"{day}T{clock[1]}{clock[2] or ':00'}{clock[3]}"


def iso_ends(when: When | None) -> tuple[str | None, str | None]:
    """First and last day, month or year, both included.

    >>> iso_ends(Interval.parse("2004-05-01/2004-06")), iso_ends(PartialDate.parse("2004"))
    (('2004-05-01', '2004-06'), ('2004', '2004'))
    """
    if isinstance(when, Interval):
        return iso_prefix(when.start), iso_prefix(when.end)
    return iso_prefix(when), iso_prefix(when)
