"""Dates of the page: datelines, stamps, issue lines and the dates under item headlines."""

from __future__ import annotations

import re

from uzru.knowledge import Knowledge
from uzru.model import PartialDate

__all__ = ["PageDates"]

_ISO = re.compile(r"(\d{4})[-/](\d\d)[-/](\d\d)")
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)")
_LAST_DAY = 31
_NUMBER = re.compile(r"\d+")


def _full_year(digits: str) -> int:
    """Two digits mean a year from 1970 to 2069, as in POSIX."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year < 70 else 1900)


class PageDates:
    """Finds and reads the dates that a page prints about itself.

    Attributes:
        pattern: what such a date looks like, with no group in it, to be put into greater patterns.
        month: what the name of a month looks like, likewise.

    >>> dates = PageDates(Knowledge())
    >>> [str(dates.read(text)) for text in ("9 July 2002", "Apr. 19, 2007", "May 30", "5/2/2004", "31 June 2001")]
    ['2002-07-09', '2007-04-19', 'XXXX-05-30', '2004-05-02', 'None']
    """

    def __init__(self, knowledge: Knowledge) -> None:
        kinds = {row[0]: (row[1], row[2]) for row in knowledge.table("page-words") if row[1] in ("month", "weekday")}
        self._months = {word: int(value) for word, (kind, value) in kinds.items() if kind == "month"}
        weekdays = [word for word, (kind, _) in kinds.items() if kind == "weekday"]
        month = r"(?:(?i:" + "|".join(sorted(self._months, key=lambda word: (-len(word), word))) + r")(?![^\W\d_])\.?)"
        self.month = month
        weekday = (
            r"(?:(?i:" + "|".join(sorted(weekdays, key=lambda word: (-len(word), word))) + r")(?![^\W\d_])\.?,? )?"
        )
        ordinal = r"(?:st|nd|rd|th)?"
        year = r"(?:,? ?(?:\d{4}|['’]\d\d)(?!\d))"
        self.pattern = (
            rf"{weekday}(?:\d{{1,2}}{ordinal} (?:of )?{month}{year}?"
            rf"|{month} \d{{1,2}}(?!\d){ordinal}{year}?"
            rf"|\d{{4}}-\d\d-\d\d(?!\d)|\d{{4}}/\d\d/\d\d(?!\d)"
            rf"|\d{{1,2}}[-/ ]{month}[-/ ](?:\d{{4}}|\d\d)(?!\d)"
            rf"|\d{{1,2}}([/.-])\d{{1,2}}\1(?:\d{{4}}|\d\d)(?!\d))"
        ).replace(r"([/.-])\d{1,2}\1", r"(?:/\d{1,2}/|\.\d{1,2}\.|-\d{1,2}-)")
        self._calendar = frozenset(kinds)
        self._find = re.compile(rf"(?<!\w){self.pattern}")
        self._word = re.compile(r"[^\W\d_]+")

    def is_calendar_word(self, word: str) -> bool:
        """Whether this is the name of a month or of a weekday."""
        return word.rstrip(".").lower() in self._calendar

    def read(self, text: str, *, day_first: bool = False, year_first: bool = False) -> PartialDate | None:
        """The date that this text is, or None if it is none.

        Args:
            text: a date as `pattern` finds it.
            day_first: whether '5/2/2004' is the fifth of February; by default it is the second of May.
            year_first: whether '02-09-17' is in September 2002; by default nobody knows.
        """
        if iso := _ISO.search(text):
            return self._make(int(iso[1]), int(iso[2]), int(iso[3]))
        if numeric := _NUMERIC.search(text):
            first, second, year = int(numeric[1]), int(numeric[3]), _full_year(numeric[4])
            if numeric[2] == "-" and len(numeric[4]) == 2 and year % 100 <= _LAST_DAY:
                return self._make(_full_year(numeric[1]), second, int(numeric[4])) if year_first else None
            day_first = day_first or first > 12 or numeric[2] == "."
            return self._make(year, second, first) if day_first else self._make(year, first, second)
        month = next(
            (self._months[word] for word in map(str.lower, self._word.findall(text)) if word in self._months), None
        )
        numbers = _NUMBER.findall(text)
        if month is None or not numbers:
            return None
        return self._make(_full_year(numbers[1]) if len(numbers) > 1 else None, month, int(numbers[0]))

    @staticmethod
    def _make(year: int | None, month: int, day: int) -> PartialDate | None:
        try:
            return PartialDate.parse(f"{'XXXX' if year is None else f'{year:04d}'}-{month:02d}-{day:02d}")
        except ValueError:
            return None

    def find(self, text: str, start: int = 0, end: int | None = None) -> tuple[int, int, str] | None:
        """The first date in the text: its offsets and its words."""
        found = self._find.search(text, start, len(text) if end is None else end)
        return (found.start(), found.end(), found[0]) if found else None
