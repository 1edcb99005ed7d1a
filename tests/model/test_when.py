"""Dates, intervals and durations: notation both ways, bounds, order, and errors that help."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from uzru.errors import DateError
from uzru.model.arithmetic import round_to, shift
from uzru.model.calendar import as_date, day_number, weeks_in_year
from uzru.model.granularity import PARTS_OF_DAY
from uzru.model.when import (
    Duration,
    Interval,
    Modifier,
    PartialDate,
    Precision,
    Reference,
    Season,
    TimeValue,
    Unit,
    from_timex3,
    parse_when,
)

years = st.integers(-12_000, 12_000) | st.integers(-999_999_999, 999_999_999)
maybe_year = st.none() | years


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """Every kind of date, with every qualifier."""
    year = draw(maybe_year)
    month, week = draw(st.none() | st.integers(1, 12)), draw(st.none() | st.integers(1, 52))
    clock = draw(st.none() | st.sampled_from(sorted(PARTS_OF_DAY)) | st.sampled_from(["09", "10:30", "23:59:59Z"]))
    parts: dict[str, Any] = draw(
        st.sampled_from(
            [
                {"year": year if year is not None else 7},
                {"year": year, "month": month, "day": draw(st.integers(1, 28)), "time": clock},
                {"year": year, "month": draw(st.integers(1, 12))},
                {"year": year, "week": draw(st.integers(1, 52))},
                {"year": year, "week": week, "weekday": draw(st.integers(1, 7)), "time": clock},
                {"year": year, "week": week, "weekend": True},
                {"year": year, "season": draw(st.sampled_from(Season))},
                {"year": year, "quarter": draw(st.integers(1, 4))},
                {"year": year, "half": draw(st.integers(1, 2))},
                {"year": draw(st.integers(0, 999)) * 10, "precision": Precision.DECADE},
                {"year": draw(st.integers(0, 99)) * 100, "precision": Precision.CENTURY},
                {"reference": draw(st.sampled_from(Reference))},
                {"time": clock or "10:30"},
            ]
        )
    )
    modifiers = [None, Modifier.EARLY, Modifier.MID, Modifier.LATE, Modifier.BEFORE, Modifier.AFTER]
    return PartialDate(
        **parts,
        approximate=draw(st.booleans()),
        uncertain=draw(st.booleans()),
        modifier=draw(st.sampled_from(modifiers)),
    )


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Intervals with two ends, or one."""
    start, end = draw(partial_dates()), draw(st.none() | partial_dates())
    if end is not None and start.bounds and end.bounds and end.bounds[1] <= start.bounds[0]:
        start, end = end, start
    assume(not (end and start.bounds and end.bounds and end.bounds[1] <= start.bounds[0]))
    return draw(st.sampled_from([Interval(start=start, end=end), Interval(end=start)]))


amounts = st.none() | st.integers(0, 999_999_999) | st.integers(0, 9_999_999).map(lambda n: n / 1000)


@st.composite
def durations(draw: st.DrawFn) -> Duration:
    """Counted and vague durations."""
    qualifiers: dict[str, Any] = {
        "approximate": draw(st.booleans()),
        "modifier": draw(st.sampled_from([None, Modifier.LESS, Modifier.MORE])),
    }
    if draw(st.booleans()):
        return Duration(vague=draw(st.sampled_from(Unit)), **qualifiers)
    names = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")
    counts: dict[str, Any] = {name: draw(amounts) for name in names}
    counts[draw(st.sampled_from(names))] = draw(st.integers(0, 400))
    return Duration(**counts, **qualifiers)


values: st.SearchStrategy[TimeValue] = partial_dates() | intervals() | durations()


@given(values)
def test_notation_round_trips(value: TimeValue) -> None:
    assert parse_when(str(value)) == value


@given(values)
def test_repr_evaluates_back(value: TimeValue) -> None:
    names = {"PartialDate": PartialDate, "Interval": Interval, "Duration": Duration}
    assert eval(repr(value), names) == value


@given(partial_dates() | intervals())
def test_a_date_begins_before_it_ends(value: PartialDate | Interval) -> None:
    if value.earliest and value.latest:
        assert value.earliest < value.latest


@given(values, values)
def test_the_sort_key_is_a_total_order_that_agrees_with_equality(one: TimeValue, other: TimeValue) -> None:
    assert (one.sort_key < other.sort_key) + (one.sort_key > other.sort_key) + (one == other) == 1


@given(partial_dates(), partial_dates())
def test_what_is_definitely_before_does_not_overlap_and_sorts_first(one: PartialDate, other: PartialDate) -> None:
    if one.definitely_before(other):
        assert not one.overlaps(other)
        assert one.sort_key < other.sort_key


@given(partial_dates())
def test_a_timex3_value_reads_back_as_the_same_day_span(value: PartialDate) -> None:
    plain = PartialDate.from_timex3(value.timex3)
    assert plain.timex3 == value.timex3
    if value.modifier is None:
        assert plain.bounds == value.bounds


@given(st.text(max_size=30) | st.from_regex(r"[PTXWQ0-9/.~?%@-]{0,12}", fullmatch=True))
def test_any_string_is_read_or_refused(text: str) -> None:
    try:
        value = parse_when(text)
    except DateError as error:
        message = str(error)
    else:
        message = "" if parse_when(str(value)) == value else "read, but written otherwise"
    assert not message or "; " in message


@given(st.dates())
def test_day_numbers_are_those_of_datetime(day: date) -> None:
    assert day_number(day.year, day.month, day.day) == day.toordinal()
    assert as_date(day.toordinal()) == day
    assert PartialDate.from_date(day).earliest == day


@given(st.integers(1, 9998))
def test_weeks_in_a_year_are_those_of_datetime(year: int) -> None:
    assert weeks_in_year(year) == date(year, 12, 28).isocalendar().week


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest"),
    [
        ("2004-04-15", "day", date(2004, 4, 15), date(2004, 4, 16)),
        ("2004-02", "month", date(2004, 2, 1), date(2004, 3, 1)),
        ("2004", "year", date(2004, 1, 1), date(2005, 1, 1)),
        ("199X", "decade", date(1990, 1, 1), date(2000, 1, 1)),
        ("19XX", "century", date(1900, 1, 1), date(2000, 1, 1)),
        ("2004-24", "season", date(2004, 12, 1), date(2005, 3, 1)),
        ("2004-36", "quarter", date(2004, 10, 1), date(2005, 1, 1)),
        ("2004-41", "half", date(2004, 7, 1), date(2005, 1, 1)),
        ("2004-W53", "week", date(2004, 12, 27), date(2005, 1, 3)),
        ("1998-W10-WE", "weekend", date(1998, 3, 7), date(1998, 3, 9)),
        ("2004-04-15TNI", "time", date(2004, 4, 15), date(2004, 4, 16)),
        ("2004-04@before", "month", None, date(2004, 4, 1)),
        ("2004-04@after", "month", date(2004, 5, 1), None),
        ("2004-04@late", "month", date(2004, 4, 1), date(2004, 5, 1)),
        ("XXXX-05-30", "day", None, None),
        ("XXXX-WXX-5", "day", None, None),
        ("2004-XX-30", "day", date(2004, 1, 1), date(2005, 1, 1)),
        ("PAST_REF", "reference", None, None),
        ("-0479", "year", None, None),
        ("0000", "year", None, date(1, 1, 1)),
        ("9999-12-31", "day", date(9999, 12, 31), None),
        ("Y170000002", "year", None, None),
    ],
)
def test_notation_says_precision_and_days(
    text: str, precision: str, earliest: date | None, latest: date | None
) -> None:
    value = PartialDate.parse(text)
    assert (str(value), value.precision, value.earliest, value.latest) == (text, precision, earliest, latest)


@pytest.mark.parametrize(
    ("edtf", "timex3", "mod"),
    [
        ("2004-04-15", "2004-04-15", ""),
        ("2004-W16~", "2004-W16", "APPROX"),
        ("199X@late", "199", "END"),
        ("18XX", "18", ""),
        ("2004-22", "2004-SU", ""),
        ("2004-33", "2004-Q1", ""),
        ("2004-40@mid", "2004-H1", "MID"),
        ("-0479", "BC0480", ""),
        ("PRESENT_REF", "PRESENT_REF", ""),
        ("XXXX-WXX-5TEV", "XXXX-WXX-5TEV", ""),
    ],
)
def test_timex3_both_ways(edtf: str, timex3: str, mod: str) -> None:
    value = PartialDate.parse(edtf)
    assert (value.timex3, value.timex3_mod) == (timex3, mod)
    assert from_timex3(timex3, mod) == value


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("P2DE", "P20Y"),
        ("P1CE", "P100Y"),
        ("P2Q", "P6M"),
        ("PXDE", "PXE"),
        ("P1.5Y", "P1.5Y"),
        ("2004-AU", "2004-23"),
        ("2004-QX", "2004"),
        ("1998-WXX", "1998"),
        ("2004-06-12/2004-06-14", "2004-06-12/2004-06-14"),
    ],
)
def test_timex3_forms_with_another_name_in_edtf(value: str, edtf: str) -> None:
    assert str(from_timex3(value)) == edtf


def test_trailing_unspecified_parts_are_what_the_precision_says() -> None:
    assert PartialDate.parse("1985-04-XX") == PartialDate.parse("1985-04")
    assert PartialDate.parse("1985-XX-XX") == PartialDate.parse("1985")


@pytest.mark.parametrize(
    "text",
    [
        "2004-13",
        "2005-02-29",
        "1900-02-29",
        "2005-W53",
        "2004-W00",
        "2004-00-10",
        "9" * 12,
        "15 April 2004",
        "XXXX",
        "2004T10:30",
        "2004-04-15T25:00",
        "2004-04-15TQQ",
        "2004@less",
        "2004@soon",
        "P",
        "PT",
        "P3X",
        "P3W@early",
        "../..",
        "2005/2004",
        "",
        "٢٠٠٤",
    ],
)
def test_what_is_no_date_is_refused_by_name(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_when(text)
    message = str(caught.value)
    assert message.startswith("'")
    assert "; " in message


def test_a_long_string_is_cut_in_its_error() -> None:
    with pytest.raises(DateError) as caught:
        parse_when("9" * 100_000)
    assert len(str(caught.value)) < 250


def test_contradicting_parts_are_refused() -> None:
    with pytest.raises(DateError, match="contradict"):
        PartialDate(year=2004, month=4, quarter=2)
    with pytest.raises(DateError, match="decade"):
        PartialDate(year=1995, precision=Precision.DECADE)
    with pytest.raises(DateError, match="weekend or a weekday"):
        PartialDate(year=2004, week=3, weekday=2, weekend=True)
    with pytest.raises(DateError, match="nine digits"):
        PartialDate(year=10**9)
    with pytest.raises(DateError, match="no month 13"):
        PartialDate(year=2004, month=13)
    with pytest.raises(DateError, match="do not make a month"):
        PartialDate(year=2004, precision="month")
    with pytest.raises(DateError, match="number of weeks"):
        Duration(weeks=-1)
    with pytest.raises(DateError, match="no TIMEX3 mod"):
        from_timex3("2004", "SOMETIME")
    with pytest.raises(DateError, match="alone"):
        PartialDate(year=2004, reference=Reference.PAST)
    with pytest.raises(DateError, match="spring, summer"):
        PartialDate(year=2004, season="monsoon")
    with pytest.raises(DateError, match="numbers or a vague unit"):
        Duration(days=3, vague=Unit.DAY)


def test_dates_have_no_order_of_their_own() -> None:
    with pytest.raises(TypeError):
        sorted([PartialDate.parse("2004"), PartialDate.parse("2004-04")])


def test_equality_is_of_what_is_said() -> None:
    assert PartialDate.parse("2004-04-15") == PartialDate(year=2004, month=4, day=15)
    assert PartialDate.parse("2004-04-12") != PartialDate.parse("2004-W16-1")
    assert PartialDate.parse("2004") != PartialDate.parse("2004~")
    assert len({PartialDate.parse("2004"), PartialDate.parse("2004")}) == 1


def test_an_interval_contains_and_overlaps() -> None:
    since = Interval.parse("2001-09-11/..")
    assert since.contains(PartialDate.parse("2004"))
    assert since.contains(date(2001, 9, 11))
    assert not since.contains(PartialDate.parse("2001"))
    assert since.overlaps(PartialDate.parse("2001"))
    assert not since.overlaps(PartialDate.parse("200X@before"))
    assert Interval.parse("../1999").definitely_before(since)


def test_an_intervals_qualifiers_are_those_of_its_ends() -> None:
    interval = Interval.parse("1993~/1995?")
    assert (interval.approximate, interval.uncertain, interval.timex3_mod) == (True, True, "")
    assert interval.timex3 == "1993/1995"
    assert from_timex3("1993/..") == Interval.parse("1993/..")
    assert not interval.definitely_before(date(2004, 4, 15))
    assert interval.contains(date(1994, 1, 1))


def test_a_day_of_a_week_is_that_day() -> None:
    assert PartialDate.parse("2004-W16-4").earliest == date(2004, 4, 15)
    assert PartialDate.parse("2004-W16").contains(PartialDate.parse("2004-W16-4"))


def test_lengths_compare_by_their_days_and_vague_ones_come_last() -> None:
    lengths = [Duration.parse(text) for text in ("PXD", "P1Y", "P3W", "PT36H")]
    assert [str(length) for length in sorted(lengths, key=lambda length: length.sort_key)] == [
        "PT36H",
        "P3W",
        "P1Y",
        "PXD",
    ]
    assert Duration.parse("PXD").days_on_average is None
    assert Duration.parse("P3W~@less").timex3_mod == "LESS_THAN"


def test_approximate_dates_are_never_definitely_before() -> None:
    assert PartialDate.parse("1990").definitely_before(date(2004, 4, 15))
    assert not PartialDate.parse("1990~").definitely_before(date(2004, 4, 15))
    assert not PartialDate.parse("1990").definitely_before(PartialDate.parse("2004?"))


def test_shifting_stays_inside_the_calendar() -> None:
    assert shift(date(9999, 12, 31), 1, Unit.DAY) is None
    assert shift(date(1, 1, 1), -1, Unit.YEAR) is None
    assert shift(date(2004, 4, 15), 2, Unit.HOUR) is None
    assert shift(date(2004, 2, 29), 1, Unit.YEAR) == date(2005, 2, 28)


@given(st.dates(), st.sampled_from([Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR, Unit.DECADE]))
def test_rounding_keeps_the_day_inside(day: date, unit: Unit) -> None:
    assert round_to(day, unit).contains(day)


def test_importing_the_dates_does_not_load_dateutil() -> None:
    code = "import sys, uzru.model.when, uzru.model.arithmetic; print('dateutil' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
