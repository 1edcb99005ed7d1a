"""A date as news gives it: as exact as the text, and no more exact."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

import attrs

from uzru.model import edtf
from uzru.model.bounds import (
    bounds_of,
    clock_fraction,
    core_bounds,
    day_at,
    is_before,
    is_shared,
    is_within,
)
from uzru.model.granularity import SEASONS, Modifier, Precision, Reference, Season
from uzru.model.members import member, modifier
from uzru.model.validity import find_fault

if TYPE_CHECKING:
    from uzru.model.interval import Interval

__all__ = ["PartialDate", "SortKey"]

SortKey: TypeAlias = tuple[float, float, str]


def _season(value: Season | int | str | None) -> Season | None:
    return SEASONS[value - 1] if isinstance(value, int) and 1 <= value <= 4 else member(Season, value)  # type: ignore[arg-type]


def _precision(value: Precision | str) -> Precision:
    return member(Precision, value) or Precision.YEAR


def _reference(value: Reference | str | None) -> Reference | None:
    return member(Reference, value)


def _default_precision(self: PartialDate) -> Precision:
    if self.reference:
        return Precision.REFERENCE
    if self.time:
        return Precision.TIME
    if self.day is not None or self.weekday is not None:
        return Precision.DAY
    if self.weekend:
        return Precision.WEEKEND
    if self.month is not None:
        return Precision.MONTH
    if self.week is not None:
        return Precision.WEEK
    if self.season is not None:
        return Precision.SEASON
    if self.quarter is not None:
        return Precision.QUARTER
    return Precision.YEAR if self.half is None else Precision.HALF


@attrs.frozen(kw_only=True, repr=False, str=False)
class PartialDate:
    """A date as exact as the text gives it, and no more exact.

    The notation is EDTF (ISO 8601-2, levels 0 and 1): `2004-04-15`, `2004-04`, `2004`, `199X`, `19XX`,
    seasons `2004-21` to `24`, quarters `33` to `36`, half years `40` and `41`, weeks `2004-W16`, unspecified
    years `XXXX-05-30`, weekdays `XXXX-WXX-5`, qualifiers `~` (approximate), `?` (uncertain) and `%` (both).
    What EDTF cannot say is written as in TIMEX3: `2004-04-15TMO` (morning; MI noon, AF, EV, NI night),
    `T10:30`, `1998-W10-WE` (weekend), `PRESENT_REF`; a modifier follows an `@`, as in `2004-04@early`.

    Attributes:
        year: astronomical (0 is 1 BC); None if it is not specified.
        month, day: of the calendar.
        week, weekday: of ISO 8601, 1 is Monday.
        weekend: of that week, or of some week.
        season, quarter, half: of the year.
        time: `10`, `10:30`, `10:30:00`, with `Z` or an offset if known, or a part of the day (`MO`).
        reference: past, present or future, if the text says no more.
        precision: derived, but for a decade and a century, whose `year` is their first.
        approximate, uncertain: 'about', 'perhaps'.
        modifier: early, mid or late in that time; before or after it.

    Two dates are equal if they say the same in the same way.  There is no `<`, since partial dates have no
    one order: sort by `sort_key`; ask `definitely_before`, `contains`, `overlaps`.

    Raises:
        DateError: if the parts do not make a date.

    >>> PartialDate(year=2004, month=4)
    PartialDate.parse('2004-04')
    >>> PartialDate(year=1990, precision=Precision.DECADE).latest
    datetime.date(2000, 1, 1)
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    week: int | None = None
    weekday: int | None = None
    weekend: bool = False
    season: Season | None = attrs.field(default=None, converter=_season)
    quarter: int | None = None
    half: int | None = None
    time: str | None = None
    reference: Reference | None = attrs.field(default=None, converter=_reference)
    precision: Precision = attrs.field(default=attrs.Factory(_default_precision, takes_self=True), converter=_precision)
    approximate: bool = False
    uncertain: bool = False
    modifier: Modifier | None = attrs.field(default=None, converter=modifier)

    def __attrs_post_init__(self) -> None:
        if fault := find_fault(self, _default_precision(self)):
            edtf.refuse(self._notation(), *fault)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """The date that EDTF notation stands for; `str` gives the notation back.

        >>> PartialDate.parse("2004-21~").season, str(PartialDate.parse("XXXX-05-30"))
        (<Season.SPRING: 'spring'>, 'XXXX-05-30')
        """
        return cls(**edtf.read_date(text))

    @classmethod
    def from_date(cls, day: date) -> PartialDate:
        """The day as a partial date.

        >>> PartialDate.from_date(date(2004, 4, 15))
        PartialDate.parse('2004-04-15')
        """
        return cls(year=day.year, month=day.month, day=day.day)

    @classmethod
    def from_timex3(cls, value: str, mod: str = "") -> PartialDate:
        """The date that a TIMEX3 value (and its `mod`) stands for.

        >>> PartialDate.from_timex3("199", "END")
        PartialDate.parse('199X@late')
        """
        fields = edtf.read_date(edtf.edtf_of_timex3(value))
        return cls(**fields, **edtf.read_mod(mod))

    def __str__(self) -> str:
        return self._notation()

    def __repr__(self) -> str:
        return f"PartialDate.parse({self._notation()!r})"

    def _notation(self) -> str:
        mark = "%" if self.approximate and self.uncertain else "~" if self.approximate else "?" * self.uncertain
        return edtf.date_core(self) + mark + (f"@{self.modifier}" if self.modifier else "")

    @property
    def timex3(self) -> str:
        """The TIMEX3 `value` (ISO-TimeML); qualifiers are in `timex3_mod`.

        >>> [PartialDate.parse(edtf).timex3 for edtf in ("199X", "2004-34", "2004-21")]
        ['199', '2004-Q2', '2004-SP']
        """
        return edtf.timex3_core(self)

    @property
    def timex3_mod(self) -> str:
        """The TIMEX3 `mod`: START, MID, END, BEFORE, AFTER, APPROX, or empty."""
        return edtf.mod_of(self.modifier, self.approximate)

    @property
    def bounds(self) -> tuple[float, float] | None:
        """First day and day behind the last, as numbers (`date.toordinal`); None if the year is unknown.

        A modifier does not narrow them ('early May' lies in May), but 'before' and 'after' open one side; a
        time of day counts as its day.
        """
        core = core_bounds(self)
        if core is None:
            return None
        if self.modifier is Modifier.BEFORE:
            return -math.inf, core[0]
        if self.modifier is Modifier.AFTER:
            return core[1], math.inf
        return core

    @property
    def earliest(self) -> date | None:
        """The first day that it can be; None if open, not known, or outside the years 1 to 9999.

        >>> PartialDate.parse("2004-04").earliest, PartialDate.parse("XXXX-05-30").earliest
        (datetime.date(2004, 4, 1), None)
        """
        return day_at(self.bounds, 0)

    @property
    def latest(self) -> date | None:
        """The day behind the last one that it can be (half-open, as `Span.end`); None as for `earliest`."""
        return day_at(self.bounds, 1)

    @property
    def sort_key(self) -> SortKey:
        """A total order: by first day, early before mid before late, the long last; unknown dates behind all.

        >>> dates = ["2004-04@late", "PRESENT_REF", "2004-04-15TNI", "2004", "2004-04-15"]
        >>> [str(d) for d in sorted(map(PartialDate.parse, dates), key=lambda d: d.sort_key)]
        ['2004', '2004-04-15', '2004-04-15TNI', '2004-04@late', 'PRESENT_REF']
        """
        bounds = self.bounds
        if bounds is None:
            return math.inf, math.inf, str(self)
        first, last = bounds
        if self.time:
            first += clock_fraction(self.time)
        elif self.modifier in (Modifier.MID, Modifier.LATE):
            first += (last - first) * (1 if self.modifier is Modifier.MID else 2) / 3
        return first, last, str(self)

    def contains(self, other: PartialDate | Interval | date) -> bool:
        """Whether all of the other's time lies in this one's, as far as both are known.

        >>> PartialDate.parse("2004").contains(PartialDate.parse("2004-W16"))
        True
        """
        return is_within(bounds_of(other), self.bounds)

    def overlaps(self, other: PartialDate | Interval | date) -> bool:
        """Whether the two share a day, as far as both are known.

        >>> PartialDate.parse("2004-W53").overlaps(PartialDate.parse("2005"))
        True
        """
        return is_shared(self.bounds, bounds_of(other))

    def definitely_before(self, other: PartialDate | Interval | date) -> bool:
        """Whether this is over before the other begins; never so if either is approximate or uncertain.

        >>> PartialDate.parse("199X").definitely_before(PartialDate.parse("2004-04"))
        True
        """
        return is_before(self, other)
