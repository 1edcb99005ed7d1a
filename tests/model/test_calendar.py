from datetime import date

import pytest

from uzru.model import Duration, Interval, PartialDate
from uzru.model.arithmetic import day_of, round_to, shift
from uzru.model.bounds import clock_fraction
from uzru.model.granularity import Unit
from uzru.model.when import from_timex3


@pytest.mark.parametrize(("year", "last"), [(2004, 29), (2003, 28), (2000, 29), (1900, 28), (4, 29)])
def test_february_is_as_long_as_its_year_makes_it(year: int, last: int) -> None:
    february = PartialDate(year=year, month=2)
    assert february.earliest is not None
    assert february.latest is not None
    assert (february.latest - february.earliest).days == last
    assert PartialDate(year=year, month=2, day=last).day == last
    with pytest.raises(ValueError, match="day"):
        PartialDate(year=year, month=2, day=last + 1)


def test_a_month_of_no_year_has_as_many_days_as_it_can_have() -> None:
    assert [PartialDate.parse(f"XXXX-{day}").day for day in ("02-29", "03-31", "04-30")] == [29, 31, 30]
    for day in ("02-30", "03-32", "04-31"):
        with pytest.raises(ValueError, match="day"):
            PartialDate.parse(f"XXXX-{day}")


@pytest.mark.parametrize(
    ("unit", "rounded"),
    [
        (Unit.DAY, "1999-12-31"),
        (Unit.WEEK, "1999-W52"),
        (Unit.MONTH, "1999-12"),
        (Unit.QUARTER, "1999-36"),
        (Unit.YEAR, "1999"),
        (Unit.DECADE, "199X"),
        (Unit.CENTURY, "19XX"),
    ],
)
def test_a_day_is_rounded_to_what_it_lies_in(unit: Unit, rounded: str) -> None:
    assert str(round_to(date(1999, 12, 31), unit)) == rounded


def test_the_first_days_of_january_may_be_of_the_last_week_of_the_year_before() -> None:
    assert str(round_to(date(2005, 1, 1), Unit.WEEK)) == "2004-W53"


@pytest.mark.parametrize(
    ("count", "unit", "day"),
    [
        (-3, Unit.WEEK, date(2004, 2, 8)),
        (2, Unit.DAY, date(2004, 3, 2)),
        (1, Unit.MONTH, date(2004, 3, 29)),
        (12, Unit.MONTH, date(2005, 2, 28)),
        (-1, Unit.QUARTER, date(2003, 11, 29)),
        (1, Unit.DECADE, date(2014, 2, 28)),
        (-1, Unit.CENTURY, date(1904, 2, 29)),
        (-30, Unit.CENTURY, None),
        (1, Unit.HOUR, None),
    ],
)
def test_a_day_is_moved_by_whole_units(count: int, unit: Unit, day: date | None) -> None:
    assert shift(date(2004, 2, 29), count, unit) == day


@pytest.mark.parametrize(
    ("when", "day"),
    [("2004-04-15", date(2004, 4, 15)), ("2004-W16-4", date(2004, 4, 15)), ("2004-04", None), ("XXXX-04-15", None)],
)
def test_one_day_is_a_day_however_it_is_written(when: str, day: date | None) -> None:
    assert day_of(PartialDate.parse(when)) == day


@pytest.mark.parametrize("time", ["18:00", "18:00:00", "18:00Z", "18:00+05:00", "18:00-05:00"])
def test_the_hour_counts_where_it_was_written(time: str) -> None:
    assert clock_fraction(time) == 0.75


@pytest.mark.parametrize(
    ("value", "mod", "edtf"),
    [
        ("P3E", "", "P30Y"),
        ("P2C", "", "P200Y"),
        ("PXCE", "", "PXC"),
        ("PXDE", "", "PXE"),
        ("P2DE", "MORE_THAN", "P20Y@more"),
        ("P2Y", "EQUAL_OR_LESS", "P2Y@less"),
        ("P2Y", "LESS_THAN", "P2Y@less"),
        ("P2Y", "EQUAL_OR_MORE", "P2Y@more"),
        ("P2Y", "APPROX", "P2Y~"),
        ("2004", "ON_OR_BEFORE", "2004@before"),
        ("2004", "ON_OR_AFTER", "2004@after"),
        ("2004", "START", "2004@early"),
        ("2004/", "", "2004/.."),
        ("/2006", "", "../2006"),
        ("2004/..", "", "2004/.."),
    ],
)
def test_timex3_values_and_mods_have_edtf_signs(value: str, mod: str, edtf: str) -> None:
    assert str(from_timex3(value, mod)) == edtf


def test_what_a_mod_may_be_is_told() -> None:
    with pytest.raises(ValueError, match=r"'OFTEN': this is no TIMEX3 mod; take one of START, MID, END, .* or APPROX"):
        from_timex3("P2Y", "OFTEN")


def test_whole_and_broken_lengths_are_told_apart() -> None:
    assert repr(Duration.parse("P2Y").years) == "2"
    assert repr(Duration.parse("P1.5Y").years) == "1.5"


@pytest.mark.parametrize("sign", ["~", "?", "%"])
def test_the_signs_of_doubt_are_kept_apart(sign: str) -> None:
    when = PartialDate.parse(f"2004{sign}")
    assert (when.approximate, when.uncertain) == (sign in "~%", sign in "?%")


def test_an_interval_without_ends_is_none() -> None:
    with pytest.raises(ValueError, match="at least one end; give start or end"):
        Interval.parse("../..")


@pytest.mark.parametrize(("year", "written"), [(1, "0001"), (0, "BC0001"), (-479, "BC0480")])
def test_timex3_counts_the_years_before_christ_without_a_zero(year: int, written: str) -> None:
    assert PartialDate(year=year).timex3 == written
