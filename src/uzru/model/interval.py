"""From one date to another, either of which may be open."""

from __future__ import annotations

import math
from datetime import date

import attrs

from uzru.model import edtf
from uzru.model.bounds import bounds_of, is_before, is_shared, is_within
from uzru.model.partial_date import PartialDate, SortKey

__all__ = ["Interval"]


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


def _end(text: str) -> PartialDate | None:
    return None if text in ("", "..") else PartialDate.parse(text)
