"""How dates are written: EDTF (ISO 8601-2) and TIMEX3, read into plain fields and nothing filled in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NoReturn

from uzru.errors import DateError
from uzru.model.granularity import PARTS_OF_DAY, SEASONS, Modifier, Precision

if TYPE_CHECKING:
    from uzru.model.duration import Duration
    from uzru.model.partial_date import PartialDate

__all__ = [
    "date_core",
    "duration_core",
    "edtf_of_timex3",
    "is_time",
    "mod_of",
    "read_date",
    "read_duration",
    "read_mod",
    "refuse",
    "timex3_core",
]

_HALF, _QUARTER, _SEASON = 39, 32, 20  # EDTF: 21-24 seasons, 33-36 quarters, 40-41 half years
_DATE = re.compile(
    r"""(?: (?P<reference> (?:PAST|PRESENT|FUTURE)_REF )
      | (?P<year> -?\d{4} | XXXX | Y-?\d{5,9} )
        (?: -(?P<month> 0[1-9] | 1[0-2] | XX ) (?: -(?P<day> \d\d | XX ) )?
          | -(?P<code> 2[1-4] | 3[3-6] | 4[01] )
          | -W(?P<week> \d\d | XX ) (?: -(?P<weekday> [1-7] | WE ) )?
        )?
      | (?P<decade> \d{3} )X
      | (?P<century> \d{2} )XX
      | (?= T )
    )
    (?: T(?P<time> (?: \d\d (?: :\d\d (?: :\d\d )? )? (?: Z | [+-]\d\d:\d\d )? | [A-Z]{2} ) ) )?
    (?P<qualifier> [~?%] )?
    (?: @(?P<modifier> [a-z]+ ) )?""",
    re.VERBOSE | re.ASCII,
)
_DURATION = re.compile(
    r"""P (?: X(?P<vague> [YMWDQECX] ) | TX(?P<vague_time> [HMS] )
      | (?: (?P<years> N )Y )? (?: (?P<months> N )M )? (?: (?P<weeks> N )W )? (?: (?P<days> N )D )?
        (?: T (?: (?P<hours> N )H )? (?: (?P<minutes> N )M )? (?: (?P<seconds> N )S )? )?
    )
    (?P<qualifier> ~ )? (?: @(?P<modifier> [a-z]+ ) )?""".replace("N", r"\d{1,9}(?:\.\d{1,3})?"),
    re.VERBOSE | re.ASCII,
)
_DURATION_LETTERS = (("years", "Y"), ("months", "M"), ("weeks", "W"), ("days", "D"))
_CLOCK_LETTERS = (("hours", "H"), ("minutes", "M"), ("seconds", "S"))
_VAGUE = {
    "year": "Y",
    "month": "M",
    "week": "W",
    "day": "D",
    "quarter": "Q",
    "decade": "E",
    "century": "C",
    "time": "X",
}
_VAGUE_TIME = {"hour": "H", "minute": "M", "second": "S"}
_UNIT_OF = {letter: unit for unit, letter in _VAGUE.items()}
_TIME_UNIT_OF = {letter: unit for unit, letter in _VAGUE_TIME.items()}


def refuse(text: str, what: str, remedy: str) -> NoReturn:
    """Raise the DateError that names the string, what is wrong with it, and what to do."""
    shown = text if len(text) <= 60 else text[:40] + "..." + text[-15:]
    raise DateError(f"{shown!r}: {what}; {remedy}")


_TIME = re.compile(r"(?:[01]\d|2[0-4])(?::[0-5]\d(?::[0-5]\d|:60)?)?(?:Z|[+-]\d\d:\d\d)?", re.ASCII)


def is_time(text: str) -> bool:
    """Whether this is a time of day: a clock time, or the TIMEX3 code of a part of the day.

    >>> is_time("10:30"), is_time("NI"), is_time("25:00")
    (True, True, False)
    """
    return text in PARTS_OF_DAY or bool(_TIME.fullmatch(text))


def _number(text: str | None) -> int | None:
    return None if text is None or text.startswith("X") else int(text.removeprefix("Y"))


def read_date(text: str) -> dict[str, Any]:
    """The fields of a date in EDTF; unspecified trailing parts are left out, since the precision says it.

    >>> read_date("2004-04~")
    {'year': 2004, 'month': 4, 'approximate': True}
    """
    found = _DATE.fullmatch(text)
    if not found:
        refuse(text, "this is not a date in EDTF", "write it as '2004-04-15', '2004-04', '199X' or 'XXXX-05-30'")
    part = found.groupdict()
    fields: dict[str, Any] = {name: _number(part[name]) for name in ("year", "month", "day", "week")}
    if part["weekday"]:
        fields |= {"weekend": True} if part["weekday"] == "WE" else {"weekday": int(part["weekday"])}
    if part["code"]:
        code = int(part["code"])
        name, start = ("season", _SEASON) if code < 30 else ("quarter", _QUARTER) if code < 40 else ("half", _HALF)
        fields[name] = code - start
    for name, power in (("decade", 10), ("century", 100)):
        if part[name]:
            fields |= {"year": int(part[name]) * power, "precision": name}
    fields |= {"reference": part["reference"], "time": part["time"], "modifier": part["modifier"]}
    if mark := part["qualifier"]:
        fields |= {"approximate": mark in "~%", "uncertain": mark in "?%"}
    return {name: value for name, value in fields.items() if value is not None and value is not False}


def _year(year: int | None) -> str:
    if year is None:
        return "XXXX"
    if -9999 <= year <= 9999:
        return f"{'-' if year < 0 else ''}{abs(year):04d}"
    return f"Y{year}"


def _within_year(date: PartialDate) -> str:
    """The part of a date that follows its year and is written alike in EDTF and TIMEX3."""
    if date.weekend or date.weekday is not None or date.week is not None:
        week = "XX" if date.week is None else f"{date.week:02d}"
        day = "-WE" if date.weekend else "" if date.weekday is None else f"-{date.weekday}"
        return f"-W{week}{day}"
    if date.day is not None:
        return f"-{'XX' if date.month is None else format(date.month, '02d')}-{date.day:02d}"
    return "" if date.month is None else f"-{date.month:02d}"


def _code(date: PartialDate) -> int | None:
    """The EDTF number of a season, quarter or half year."""
    if date.season is not None:
        return _SEASON + 1 + SEASONS.index(date.season)
    if date.quarter is not None:
        return _QUARTER + date.quarter
    return None if date.half is None else _HALF + date.half


def date_core(date: PartialDate) -> str:
    """A date's fields in EDTF, without qualifiers."""
    if date.reference:
        return date.reference.value
    if date.year is not None and date.precision in (Precision.DECADE, Precision.CENTURY):
        decade = f"{date.year // 10:03d}X"
        return decade if date.precision is Precision.DECADE else decade[:2] + "XX"
    if (code := _code(date)) is not None:
        return f"{_year(date.year)}-{code}"
    clock = f"T{date.time}" if date.time else ""
    within = _within_year(date)
    return clock if clock and not within and date.year is None else _year(date.year) + within + clock


def timex3_core(date: PartialDate) -> str:
    """A date's fields as a TIMEX3 value: `199` for the nineties, `2004-SP`, `2004-Q2`, `BC0480`."""
    year, text = date.year, date_core(date)
    if date.precision in (Precision.DECADE, Precision.CENTURY):
        return text.rstrip("X")
    if year is not None and -9999 < year <= 0:
        text = f"BC{1 - year:04d}" + text[len(_year(year)) :]
    code = _code(date)
    return text if code is None else text[:-2] + _T3_CODES[code]


_T3_CODES = {
    21: "SP",
    22: "SU",
    23: "FA",
    24: "WI",
    33: "Q1",
    34: "Q2",
    35: "Q3",
    36: "Q4",
    40: "H1",
    41: "H2",
}
_EDTF_CODES = {code: number for number, code in _T3_CODES.items()} | {"AU": 23}
_T3_PERIOD = re.compile(r"(?P<year>(?:BC|-)?\d{4}|XXXX|Y-?\d{5,9})-(?P<code>SP|SU|FA|AU|WI|Q[1-4]|H[12])", re.ASCII)
_T3_UNKNOWN = re.compile(r"-(?:WXX|QX|HX)$")


def edtf_of_timex3(value: str) -> str:
    """A TIMEX3 date value as EDTF.

    >>> edtf_of_timex3("199"), edtf_of_timex3("2004-SP"), edtf_of_timex3("BC0480"), edtf_of_timex3("1998-WXX")
    ('199X', '2004-21', '-0479', '1998')
    """
    if value.isascii() and value.isdecimal() and len(value) in (2, 3):
        return value + "X" * (4 - len(value))
    if found := _T3_PERIOD.fullmatch(value):
        value = f"{found['year']}-{_EDTF_CODES[found['code']]}"
    value = _T3_UNKNOWN.sub("", value)
    if value.startswith("BC") and value[2:6].isdecimal() and value[2:6].isascii():
        year = 1 - int(value[2:6])
        value = f"{_year(year)}{value[6:]}"
    return value


def read_duration(text: str) -> dict[str, Any]:
    """The fields of a duration in ISO 8601 or TIMEX3.

    >>> read_duration("P1Y6M"), read_duration("PXD")
    ({'years': 1, 'months': 6}, {'vague': 'day'})
    """
    found = _DURATION.fullmatch(text)
    if not found:
        refuse(text, "this is not a duration in ISO 8601", "write it as 'P3W', 'P1Y6M', 'PT2H' or, vague, 'PXD'")
    part = {name: value for name, value in found.groupdict().items() if value}
    fields: dict[str, Any] = {}
    for name, _ in _DURATION_LETTERS + _CLOCK_LETTERS:
        if name in part:
            fields[name] = float(part[name]) if "." in part[name] else int(part[name])
    if "vague" in part or "vague_time" in part:
        fields["vague"] = _UNIT_OF[part["vague"]] if "vague" in part else _TIME_UNIT_OF[part["vague_time"]]
    if "qualifier" in part:
        fields["approximate"] = True
    if "modifier" in part:
        fields["modifier"] = part["modifier"]
    return fields


def _amounts(duration: Duration, letters: tuple[tuple[str, str], ...]) -> str:
    amounts = ((getattr(duration, name), letter) for name, letter in letters)
    return "".join(f"{amount}{letter}" for amount, letter in amounts if amount is not None)


def duration_core(duration: Duration) -> str:
    """A duration's fields in ISO 8601 and TIMEX3, which agree here, without qualifiers."""
    if vague := duration.vague:
        return f"PTX{_VAGUE_TIME[vague]}" if vague in _VAGUE_TIME else f"PX{_VAGUE[vague]}"
    clock = _amounts(duration, _CLOCK_LETTERS)
    return "P" + _amounts(duration, _DURATION_LETTERS) + (f"T{clock}" if clock else "")


_MODS = {
    Modifier.EARLY: "START",
    Modifier.MID: "MID",
    Modifier.LATE: "END",
    Modifier.BEFORE: "BEFORE",
    Modifier.AFTER: "AFTER",
    Modifier.LESS: "LESS_THAN",
    Modifier.MORE: "MORE_THAN",
}
_MODIFIERS = {mod: modifier for modifier, mod in _MODS.items()}


def mod_of(modifier: Modifier | None, approximate: bool) -> str:
    """The TIMEX3 `mod`, empty if there is none."""
    return _MODS[modifier] if modifier else "APPROX" if approximate else ""


def read_mod(mod: str) -> dict[str, Any]:
    """The fields of a TIMEX3 `mod`; the forms with 'on or' and 'equal or' are read as the plain ones."""
    if not mod:
        return {}
    if mod == "APPROX":
        return {"approximate": True}
    plain = mod.removeprefix("ON_OR_")
    plain = {"EQUAL_OR_LESS": "LESS_THAN", "EQUAL_OR_MORE": "MORE_THAN"}.get(plain, plain)
    if plain not in _MODIFIERS:
        refuse(mod, "this is no TIMEX3 mod", f"take one of {', '.join(_MODIFIERS)} or APPROX")
    return {"modifier": _MODIFIERS[plain]}
