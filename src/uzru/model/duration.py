"""A length of time that is tied to no date."""

from __future__ import annotations

import math
from typing import Any, Final

import attrs

from uzru.model import edtf
from uzru.model.granularity import LENGTH, Modifier, Unit
from uzru.model.members import member, modifier
from uzru.model.partial_date import SortKey

__all__ = ["Duration"]

_MAX_AMOUNT: Final = 999_999_999


def _unit(value: Unit | str | None) -> Unit | None:
    return member(Unit, value)


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
    modifier: Modifier | None = attrs.field(default=None, converter=modifier)

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
