"""Dates as news gives them: partial dates, intervals and durations that never know more than the text says."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any, Final, TypeAlias, TypeVar

import attrs

from uzru.model import edtf
from uzru.model.calendar import as_date, day_number, week_start
from uzru.model.granularity import LENGTH, PARTS_OF_DAY, SEASONS, Modifier, Precision, Reference, Season, Unit
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
_Bounds: TypeAlias = tuple[float, float]
_E = TypeVar("_E", bound=StrEnum)
_MAX_AMOUNT: Final = 999_999_999


_MODS: Final = {
    Modifier.EARLY: "START",
    Modifier.MID: "MID",
    Modifier.LATE: "END",
    Modifier.BEFORE: "BEFORE",
    Modifier.AFTER: "AFTER",
    Modifier.LESS: "LESS_THAN",
    Modifier.MORE: "MORE_THAN",
}
_MOD_OF: Final = {mod: modifier for modifier, mod in _MODS.items()}


def _enum(kind: type[_E]) -> Callable[[str | None], _E | None]:
    """A converter that takes a member's value too, and names the members if there is no such one."""

    def convert(value: str | None) -> _E | None:
        if value is None:
            return None
        try:
            return kind(value)
        except ValueError:
            known = ", ".join(member.value for member in kind)
            return edtf.refuse(str(value), f"this is no {kind.__name__.lower()}", f"take one of {known}")

    return convert


def _season(value: int | str | None) -> Season | None:
    if isinstance(value, int) and 1 <= value <= 4:
        return SEASONS[value - 1]
    return _enum(Season)(None if value is None else str(value))


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

    The notation is EDTF (ISO 8601-2, levels 0 and 1): `2004-04-15`, `2004-04`, `2004`, `199X`, `19XX`, seasons
    `2004-21` to `24`, quarters `33` to `36`, half years `40` and `41`, weeks `2004-W16`, unspecified years
    `XXXX-05-30`, weekdays `XXXX-WXX-5`, qualifiers `~` (approximate), `?` (uncertain) and `%` (both).  What EDTF
    cannot say is written as in TIMEX3: `2004-04-15TMO` (morning; MI noon, AF, EV, NI night), `T10:30`, `1998-W10-WE`
    (weekend), `PRESENT_REF`; a modifier follows an `@`, as in `2004-04@early`.

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

    Two dates are equal if they say the same in the same way: there is no `<`, since partial dates have no one order.
    Sort by `sort_key`; ask `definitely_before`, `contains`, `overlaps`.

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
    reference: Reference | None = attrs.field(default=None, converter=_enum(Reference))
    precision: Precision = attrs.field(
        default=attrs.Factory(_default_precision, takes_self=True), converter=Precision, eq=True
    )
    approximate: bool = False
    uncertain: bool = False
    modifier: Modifier | None = attrs.field(default=None, converter=_enum(Modifier))

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
        return cls(**fields, **_read_mod(mod))

    def __str__(self) -> str:
        return self._notation()

    def __repr__(self) -> str:
        return f"PartialDate.parse({self._notation()!r})"

    def _notation(self) -> str:
        mark = (
            "%" if self.approximate and self.uncertain else "~" if self.approximate else "?" * self.uncertain
        )
        return edtf.date_core(self) + mark + (f"@{self.modifier}" if self.modifier else "")

    @property
    def timex3(self) -> str:
        """The TIMEX3 `value` (ISO-TimeML); qualifiers are in `timex3_mod`.

        >>> PartialDate.parse("199X").timex3, PartialDate.parse("2004-34").timex3, PartialDate.parse("2004-21").timex3
        ('199', '2004-Q2', '2004-SP')
        """
        return edtf.timex3_core(self)

    @property
    def timex3_mod(self) -> str:
        """The TIMEX3 `mod`: START, MID, END, BEFORE, AFTER, APPROX, or empty."""
        return _MODS[self.modifier] if self.modifier else "APPROX" if self.approximate else ""

    @property
    def bounds(self) -> tuple[float, float] | None:
        """First day and day behind the last, as day numbers (`date.toordinal`); None if the year is not known.

        A modifier does not narrow them ('early May' lies in May), but 'before' and 'after' open one side; a time of day
        counts as its day.
        """
        core = _core_bounds(self)
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
        return _day_at(self.bounds, 0)

    @property
    def latest(self) -> date | None:
        """The day behind the last one that it can be (half-open, as `Span.end`); None as for `earliest`."""
        return _day_at(self.bounds, 1)

    @property
    def sort_key(self) -> SortKey:
        """A total order: by first day, early before mid before late, short before long; what is not known comes last.

        >>> dates = ["2004-04@late", "PRESENT_REF", "2004-04-15TNI", "2004", "2004-04-15"]
        >>> [str(d) for d in sorted(map(PartialDate.parse, dates), key=lambda d: d.sort_key)]
        ['2004', '2004-04-15', '2004-04-15TNI', '2004-04@late', 'PRESENT_REF']
        """
        bounds = self.bounds
        if bounds is None:
            return math.inf, math.inf, str(self)
        first, last = bounds
        if self.time:
            first += _clock(self.time)
        elif self.modifier in (Modifier.MID, Modifier.LATE):
            first += (last - first) * (1 if self.modifier is Modifier.MID else 2) / 3
        return first, last, str(self)

    def contains(self, other: PartialDate | Interval | date) -> bool:
        """Whether all of the other's time lies in this one's, as far as both are known.

        >>> PartialDate.parse("2004").contains(PartialDate.parse("2004-W16"))
        True
        """
        return _contains(self.bounds, _bounds_of(other))

    def overlaps(self, other: PartialDate | Interval | date) -> bool:
        """Whether the two share a day, as far as both are known.

        >>> PartialDate.parse("2004-W53").overlaps(PartialDate.parse("2005"))
        True
        """
        return _overlap(self.bounds, _bounds_of(other))

    def definitely_before(self, other: PartialDate | Interval | date) -> bool:
        """Whether this is over before the other begins; never so if either is approximate or uncertain.

        >>> PartialDate.parse("199X").definitely_before(PartialDate.parse("2004-04"))
        True
        """
        return _before(self, other)


@attrs.frozen(kw_only=True, repr=False, str=False)
class Interval:
    """From one date to another, both included; either end may be open.

    The notation is EDTF: `2004-06-12/2004-06-14`, `../2005` (up to), `2004/..` (since).  An end that is not known
    (EDTF's empty end) is taken as open.

    Attributes:
        start, end: None where the interval is open; at least one is given.

    Raises:
        DateError: if both ends are open, an end is only a reference, or the end lies before the start.

    >>> Interval(start=PartialDate.parse("1993"), end=PartialDate.parse("1995"))
    Interval.parse('1993/1995')
    """

    start: PartialDate | None = None
    end: PartialDate | None = None

    def __attrs_post_init__(self) -> None:
        if self.start is None and self.end is None:
            edtf.refuse(str(self), "an interval has at least one end", "give start or end")
        if self.start and self.end and self.end.definitely_before(self.start):
            edtf.refuse(str(self), "the interval ends before it starts", "swap the two dates")

    @classmethod
    def parse(cls, text: str) -> Interval:
        """The interval that EDTF notation stands for.

        >>> Interval.parse("2004/..").end is None
        True
        """
        start, slash, end = text.partition("/")
        if not slash:
            edtf.refuse(
                text, "this is not an interval in EDTF", "write it as '2004/2006', '../2006' or '2004/..'"
            )
        return cls(start=_end(start), end=_end(end))

    def __str__(self) -> str:
        return f"{self.start or '..'}/{self.end or '..'}"

    def __repr__(self) -> str:
        return f"Interval.parse({str(self)!r})"

    @property
    def timex3(self) -> str:
        """The two TIMEX3 values with a slash between them; TIMEX3 itself ties two dates to a duration instead."""
        return f"{self.start.timex3 if self.start else '..'}/{self.end.timex3 if self.end else '..'}"

    @property
    def timex3_mod(self) -> str:
        """Always empty: the ends carry their own."""
        return ""

    @property
    def bounds(self) -> tuple[float, float] | None:
        """First day and day behind the last, as day numbers; None if an end is given and its days are not known."""
        first = self.start.bounds if self.start else (-math.inf, -math.inf)
        last = self.end.bounds if self.end else (math.inf, math.inf)
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
        return _contains(self.bounds, _bounds_of(other))

    def overlaps(self, other: PartialDate | Interval | date) -> bool:
        """Whether the two share a day, as far as both are known."""
        return _overlap(self.bounds, _bounds_of(other))

    def definitely_before(self, other: PartialDate | Interval | date) -> bool:
        """Whether this is over before the other begins; never so if either is approximate or uncertain."""
        return _before(self, other)


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

    The notation is ISO 8601, as in TIMEX3: `P3W`, `P1Y6M`, `PT2H`; a count that is not said is an X: `PXD` ('days'),
    `PTXM` ('minutes'), `PXE` ('decades'), `PXX` ('a while').  `~` marks an approximate one, `@less` and `@more` a bound.

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
    vague: Unit | None = attrs.field(default=None, converter=_enum(Unit))
    approximate: bool = False
    modifier: Modifier | None = attrs.field(default=None, converter=_enum(Modifier))

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
        return (
            edtf.duration_core(self) + "~" * self.approximate + (f"@{self.modifier}" if self.modifier else "")
        )

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
        return _MODS[self.modifier] if self.modifier else "APPROX" if self.approximate else ""

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
    uzru.errors.DateError: '15 April 2004': this is not a date in EDTF; write it as '2004-04-15', '2004-04', '199X' or 'XXXX-05-30'
    """
    if "/" in text:
        return Interval.parse(text)
    if text.startswith("P") and not text.endswith("_REF"):
        return Duration.parse(text)
    return PartialDate.parse(text)


def from_timex3(value: str, mod: str = "") -> TimeValue:
    """What a TIMEX3 value and its `mod` stand for.  Decades, centuries and quarters that are counted become years and months.

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
    return Duration(**edtf.read_duration(value), **_read_mod(mod))


def _read_mod(mod: str) -> dict[str, Any]:
    """The fields of a TIMEX3 `mod`; the forms with 'on or' and 'equal or' are read as the plain ones."""
    if not mod:
        return {}
    if mod == "APPROX":
        return {"approximate": True}
    plain = mod.removeprefix("ON_OR_")
    plain = {"EQUAL_OR_LESS": "LESS_THAN", "EQUAL_OR_MORE": "MORE_THAN"}.get(plain, plain)
    if plain not in _MOD_OF:
        edtf.refuse(mod, "this is no TIMEX3 mod", f"take one of {', '.join(_MOD_OF)} or APPROX")
    return {"modifier": _MOD_OF[plain]}


def _end(text: str) -> PartialDate | None:
    return None if text in ("", "..") else PartialDate.parse(text)


def _day_at(bounds: _Bounds | None, side: int) -> date | None:
    return None if bounds is None or math.isinf(bounds[side]) else as_date(int(bounds[side]))


def _bounds_of(when: PartialDate | Interval | date) -> _Bounds | None:
    if isinstance(when, date):
        return when.toordinal(), when.toordinal() + 1
    return when.bounds


def _contains(outer: _Bounds | None, inner: _Bounds | None) -> bool:
    return outer is not None and inner is not None and outer[0] <= inner[0] and inner[1] <= outer[1]


def _overlap(one: _Bounds | None, other: _Bounds | None) -> bool:
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]


def _before(one: PartialDate | Interval, other: PartialDate | Interval | date) -> bool:
    vague = [d for d in (one, other) if not isinstance(d, date) and (d.approximate or d.uncertain)]
    first, second = one.bounds, _bounds_of(other)
    return not vague and first is not None and second is not None and first[1] <= second[0]


def _clock(time: str) -> float:
    """Where in the day a time stands, from 0 to 1."""
    if time[0].isalpha():
        return PARTS_OF_DAY[time[:2]][0] / 24
    parts = time[:8].split("Z")[0].split("+")[0].split("-")[0].split(":")
    return sum(int(part) / 24 / 60**power for power, part in enumerate(parts))


def _core_bounds(when: PartialDate) -> _Bounds | None:
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
