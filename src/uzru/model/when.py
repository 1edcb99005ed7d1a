"""Dates as news gives them: partial dates, intervals and durations that know no more than the text."""

from __future__ import annotations

import math
from datetime import date
from enum import StrEnum
from typing import Any, Final, TypeAlias, TypeVar

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
from uzru.model.granularity import LENGTH, SEASONS, Modifier, Precision, Reference, Season, Unit
from uzru.model.validity import find_fault

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

SortKey: TypeAlias = tuple[float, float, str]
_E = TypeVar("_E", bound=StrEnum)
_MAX_AMOUNT: Final = 999_999_999


def _member(kind: type[_E], value: str | None) -> _E | None:
    """The member with this value; the error names the members if there is no such one."""
    if value is None:
        return None
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(member.value for member in kind)
        edtf.refuse(str(value), f"this is no {kind.__name__.lower()}", f"take one of {known}")


def _season(value: Season | int | str | None) -> Season | None:
    return SEASONS[value - 1] if isinstance(value, int) and 1 <= value <= 4 else _member(Season, value)  # type: ignore[arg-type]


def _precision(value: Precision | str) -> Precision:
    return _member(Precision, value) or Precision.YEAR


def _reference(value: Reference | str | None) -> Reference | None:
    return _member(Reference, value)


def _modifier(value: Modifier | str | None) -> Modifier | None:
    return _member(Modifier, value)


def _unit(value: Unit | str | None) -> Unit | None:
    return _member(Unit, value)


def _default_precision(self: PartialDate) -> Precision:
    if self.reference:
        return Precision.REFERENCE
    if self.time:
        return Precision.TIME
    if self.day is not None or self.weekday is not None:
        return Precision.DAY
    if self.weekend:
        return Precision.WEEKEND
    for name in (Precision.WEEK, Precision.MONTH, Precision.SEASON, Precision.QUARTER, Precision.HALF):
        if getattr(self, name) is not None:
            return name
    return Precision.YEAR


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
    modifier: Modifier | None = attrs.field(default=None, converter=_modifier)

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


@attrs.frozen(kw_only=True, repr=False, str=False)
class Interval:
    """From one date to another, both included; either end may be open.

    The notation is EDTF: `2004-06-12/2004-06-14`, `../2005` (up to), `2004/..` (since).  An end that is not
    known (EDTF's empty end) is taken as open.

    Attributes:
        start, end: None where the interval is open; at least one is given.

    Raises:
        DateError: if both ends are open, or the end lies before the start.

    >>> Interval(start=PartialDate.parse("1993"), end=PartialDate.parse("1995"))
    Interval.parse('1993/1995')
    """

    start: PartialDate | None = None
    end: PartialDate | None = None

    def __attrs_post_init__(self) -> None:
        if self.start is None and self.end is None:
            edtf.refuse(str(self), "an interval has at least one end", "give start or end")
        bounds = self.bounds
        if bounds is not None and bounds[0] >= bounds[1]:
            edtf.refuse(str(self), "the interval ends before it starts", "swap the two dates")

    @classmethod
    def parse(cls, text: str) -> Interval:
        """The interval that EDTF notation stands for.

        >>> Interval.parse("2004/..").end is None
        True
        """
        start, slash, end = text.partition("/")
        if not slash:
            edtf.refuse(text, "this is not an interval in EDTF", "write it as '2004/2006', '../2006' or '2004/..'")
        return cls(start=_end(start), end=_end(end))

    def __str__(self) -> str:
        return f"{self.start or '..'}/{self.end or '..'}"

    def __repr__(self) -> str:
        return f"Interval.parse({str(self)!r})"

    @property
    def timex3(self) -> str:
        """The two TIMEX3 values with a slash between; TIMEX3 itself ties two dates to a duration instead."""
        return f"{self.start.timex3 if self.start else '..'}/{self.end.timex3 if self.end else '..'}"

    @property
    def timex3_mod(self) -> str:
        """Always empty: the ends carry their own."""
        return ""

    @property
    def bounds(self) -> tuple[float, float] | None:
        """First day and day behind the last, as numbers; None if an end is given and its year is unknown."""
        first = self.start.bounds if self.start else (-math.inf, 0.0)
        last = self.end.bounds if self.end else (0.0, math.inf)
        return None if first is None or last is None else (first[0], last[1])

    @property
    def earliest(self) -> date | None:
        """The first day, if known.

        >>> Interval.parse("1993/1995").earliest
        datetime.date(1993, 1, 1)
        """
        return self.start.earliest if self.start else None

    @property
    def latest(self) -> date | None:
        """The day behind the last, if known."""
        return self.end.latest if self.end else None

    @property
    def approximate(self) -> bool:
        """Whether an end is approximate."""
        return bool((self.start and self.start.approximate) or (self.end and self.end.approximate))

    @property
    def uncertain(self) -> bool:
        """Whether an end is uncertain."""
        return bool((self.start and self.start.uncertain) or (self.end and self.end.uncertain))

    @property
    def sort_key(self) -> SortKey:
        """A total order, together with that of `PartialDate`."""
        bounds = self.bounds
        return (math.inf, math.inf, str(self)) if bounds is None else (*bounds, str(self))

    def contains(self, other: PartialDate | Interval | date) -> bool:
        """Whether all of the other's time lies in this one's, as far as both are known."""
        return is_within(bounds_of(other), self.bounds)

    def overlaps(self, other: PartialDate | Interval | date) -> bool:
        """Whether the two share a day, as far as both are known."""
        return is_shared(self.bounds, bounds_of(other))

    def definitely_before(self, other: PartialDate | Interval | date) -> bool:
        """Whether this is over before the other begins; never so if either is approximate or uncertain."""
        return is_before(self, other)


def _amount(instance: Duration, attribute: attrs.Attribute[Any], value: float | None) -> None:
    if value is not None and not (0 <= value <= _MAX_AMOUNT and round(value, 3) == value):
        edtf.refuse(
            str(value),
            f"this is no number of {attribute.name}",
            "take one from 0 up with at most three decimals",
        )


def _plain(value: float | None) -> float | None:
    """A whole number as an int, so that equal durations are written alike."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _amount_field() -> Any:
    return attrs.field(default=None, converter=_plain, validator=_amount)


@attrs.frozen(kw_only=True, repr=False, str=False)
class Duration:
    """A length of time that is tied to no date.

    The notation is ISO 8601, as in TIMEX3: `P3W`, `P1Y6M`, `PT2H`; a count that is not said is an X: `PXD`
    ('days'), `PTXM` ('minutes'), `PXE` ('decades'), `PXX` ('a while').  `~` marks an approximate one, `@less`
    and `@more` a bound.

    Attributes:
        years, months, weeks, days, hours, minutes, seconds: how many; None if not said.
        vague: the unit that is not counted, instead of all numbers.
        approximate: 'about three weeks'.
        modifier: less or more than this.

    Raises:
        DateError: if there is neither a number nor a vague unit, or both.

    >>> Duration(weeks=3, approximate=True), Duration(vague=Unit.DAY)
    (Duration.parse('P3W~'), Duration.parse('PXD'))
    """

    years: float | None = _amount_field()
    months: float | None = _amount_field()
    weeks: float | None = _amount_field()
    days: float | None = _amount_field()
    hours: float | None = _amount_field()
    minutes: float | None = _amount_field()
    seconds: float | None = _amount_field()
    vague: Unit | None = attrs.field(default=None, converter=_unit)
    approximate: bool = False
    modifier: Modifier | None = attrs.field(default=None, converter=_modifier)

    def __attrs_post_init__(self) -> None:
        counted = any(count is not None for _, count in self._counts())
        if counted == bool(self.vague):
            edtf.refuse(str(self), "a duration has either numbers or a vague unit", "give one of the two")
        if self.modifier not in (None, Modifier.LESS, Modifier.MORE):
            edtf.refuse(str(self), "a duration is less or more than its length", "take 'less' or 'more'")

    @classmethod
    def parse(cls, text: str) -> Duration:
        """The duration that the notation stands for.

        >>> Duration.parse("P1Y6M").months
        6
        """
        return cls(**edtf.read_duration(text))

    def _counts(self) -> tuple[tuple[Unit, float | None], ...]:
        return (
            (Unit.YEAR, self.years),
            (Unit.MONTH, self.months),
            (Unit.WEEK, self.weeks),
            (Unit.DAY, self.days),
            (Unit.HOUR, self.hours),
            (Unit.MINUTE, self.minutes),
            (Unit.SECOND, self.seconds),
        )

    def __str__(self) -> str:
        return edtf.duration_core(self) + "~" * self.approximate + (f"@{self.modifier}" if self.modifier else "")

    def __repr__(self) -> str:
        return f"Duration.parse({str(self)!r})"

    @property
    def timex3(self) -> str:
        """The TIMEX3 `value`.

        >>> Duration(years=20, approximate=True).timex3
        'P20Y'
        """
        return edtf.duration_core(self)

    @property
    def timex3_mod(self) -> str:
        """The TIMEX3 `mod`: LESS_THAN, MORE_THAN, APPROX, or empty."""
        return edtf.mod_of(self.modifier, self.approximate)

    @property
    def days_on_average(self) -> float | None:
        """Its length in days, with months and years of mean length; None if vague.

        >>> Duration(weeks=3).days_on_average
        21.0
        """
        if self.vague:
            return None
        return sum(LENGTH[unit] * count for unit, count in self._counts() if count is not None)

    @property
    def sort_key(self) -> SortKey:
        """A total order by length, behind all dates; vague ones come last."""
        length = self.days_on_average
        return math.inf, math.inf if length is None else length, str(self)


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


def _end(text: str) -> PartialDate | None:
    return None if text in ("", "..") else PartialDate.parse(text)
