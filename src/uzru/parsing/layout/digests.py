"""Digests: pages of several reports, told apart by run-in headlines, dated headlines, initials or datelines."""

from __future__ import annotations

import re

from uzru.model import PartialDate, Span
from uzru.parsing.late import late
from uzru.parsing.layout.credits import CreditReader
from uzru.parsing.layout.datelines import DatelineFinder, FoundDateline
from uzru.parsing.layout.page import Page, PageItem, is_prose, is_title
from uzru.parsing.layout.stamps import Stamps

__all__ = ["Digests", "run_in"]

_LOWER = re.compile(r"[a-zß-öø-ÿ]")
_STOP = re.compile(r"(?:\.{2,4}|…|[.?!])[\"”]?(?= |$)")
_INITIALS = late(r" (?:[A-Z]\.)+")
_ASIDE = late(r"\([^()]{1,60}\)[^(]{0,3}?(?:\.{2,4}|…|[.?!])(?= |$)")
# A digit and a dash are in all datelines with a date.
_DATED = re.compile(r"\d[^\n]{0,40}?(?:--|[–—―/]| -)")
# A line longer than this is a report's; a caption glued before a dateline ends before that.
_REPORT, _GLUED, _BEHIND, _PROSE = 40, 240, 15, 80
# A line that is nothing but a date is no longer than this.
_DATE = 40
# A run-in headline has this many letters and words, and ends within this many characters.
_LETTERS, _WORDS, _REACH = 10, 2, 320


def run_in(text: str) -> int:
    """The length of the headline in capitals at the front of a line, with the stop that ends it; 0 if there is none.

    >>> line = "MINISTER OPENS MINT IN BRNO. Egor Panin opened the mint on 3 May."
    >>> line[:run_in(line)]
    'MINISTER OPENS MINT IN BRNO.'
    """
    second = text[1:2]
    if not (
        text[:3] == "..."
        or text[:1] == "…"
        or (text[:1].isupper() and (second.isupper() or second == " "))
        or text[:1] in "\"“'‘"
    ):
        return 0
    lower = _LOWER.search(text, 0, _REACH)
    limit = lower.start() if lower else min(len(text), _REACH)
    end = 0
    for stop in _STOP.finditer(text, 4, limit):
        if not (end and _INITIALS.fullmatch(text, end, stop.end())):  # 'SIGN DEAL. U.S. Ambassador Ashdown'
            end = stop.end()
    bracket = text.find("(", 0, limit)
    if bracket > 0 and (aside := _ASIDE.match(text, bracket)):
        end = max(end, aside.end())
        limit = bracket
    elif end == 0:
        return 0
    letters = [letter for letter in text[: min(end, limit)] if letter.isalpha()]
    words = text[: min(end, limit)].split()
    if len(letters) < _LETTERS or len(words) < _WORDS or not all(letter.isupper() for letter in letters):
        return 0
    return end if end < len(text) else 0


class Digests:
    """Splits a digest into its items, and gives each its headline, date and credits."""

    def __init__(self, stamps: Stamps, datelines: DatelineFinder, reader: CreditReader) -> None:
        self._stamps = stamps
        self._datelines = datelines
        self._credits = reader

    def mark(self, page: Page) -> int | None:
        """Find the items; the index of the unit where the first begins, or None if the page is no digest."""
        starts = self._run_in_starts(page)
        if not starts:
            open_units = page.open_units()
            starts = (
                self._dated_starts(page, open_units)
                or self._initial_starts(page, open_units)
                or self._dateline_starts(page, open_units)
            )
        if not starts:
            return None
        first = starts[0][0]
        for index, headline, date in starts:
            unit = page.units[index]
            start = unit.before[0].start if unit.before else unit.start
            page.items.append(PageItem(start, headline, date))
        return first

    # The four sorts of digest

    def _run_in_starts(self, page: Page) -> list[tuple[int, str | None, PartialDate | None]]:
        lengths = {}
        for index, unit in enumerate(page.units):
            if not (unit.kind or unit.plain) and (length := run_in(unit.text)):
                lengths[index] = length
        if len(lengths) < 2 and not (lengths and self._is_issue(page, min(lengths))):
            return []
        starts: list[tuple[int, str | None, PartialDate | None]] = []
        for index, length in lengths.items():
            unit = page.units[index]
            headline = unit.text[:length]
            unit.take_front("item-headline", length)
            starts.append((index, headline, None))
        return starts

    def _is_issue(self, page: Page, before: int) -> bool:
        """Whether above this unit stands an issue line or a title with a date."""
        return any(
            self._stamps.issue_date(unit.text) is not None or self._stamps.title_date(unit.text) is not None
            for unit in page.units[: min(before, 12)]
            if len(unit.text) < 120
        )

    def _dated_starts(self, page: Page, open_units: list[int]) -> list[tuple[int, str | None, PartialDate | None]]:
        """'Headline', then a line with nothing but a date, then the report."""
        found: list[tuple[int, int, PartialDate]] = []
        for place, index in enumerate(open_units[:-1]):
            unit = page.units[index]
            date = self._date_line(unit.text) if place and len(unit.text) <= _DATE else None
            if date is None:
                continue
            title = page.units[open_units[place - 1]]
            if (
                is_title(title.text)
                and self._stamps.title_date(title.text) is None
                and self._report_follows(page, open_units, place)
            ):
                found.append((open_units[place - 1], index, date))
        if len(found) < 2 and not (found and self._has_issue_date(page, found[0][0])):
            return []
        starts: list[tuple[int, str | None, PartialDate | None]] = []
        for title_index, date_index, date in found:
            title = page.units[title_index]
            title.kind = "item-headline"
            line = page.units[date_index]
            line.kind = "dateline"
            page.dates.append((Span(line.start, line.end), date))
            starts.append((title_index, title.text, date))
        return starts

    def _behind_caption(self, text: str) -> FoundDateline | None:
        """The dateline behind a caption that is glued before it."""
        found = self._datelines.search(text[:_GLUED])
        return found if found is not None and text[: found.start].rstrip()[-1:] not in ".!?" else None

    def _date_line(self, text: str) -> PartialDate | None:
        """The date of a line that holds a date and nothing else."""
        stamp = self._stamps.stamp_date(text) if len(text) <= _DATE else None
        return stamp[0] if stamp is not None and not stamp[1] else None

    def _report_follows(self, page: Page, open_units: list[int], place: int) -> bool:
        text = page.units[open_units[place + 1]].text
        if is_prose(text):
            return True
        if len(text) <= _REPORT:
            return False
        # A long headline is told from a report by the date that follows it.
        behind = page.units[open_units[place + 2]].text if place + 2 < len(open_units) else ""
        return not (is_title(text) and behind and self._date_line(behind) is not None)

    def _has_issue_date(self, page: Page, before: int) -> bool:
        return any(
            self._stamps.issue_date(unit.text) is not None
            or ((stamp := self._stamps.stamp_date(unit.text)) is not None and not stamp[1])
            for unit in page.units[:before]
            if len(unit.text) < 90
        ) and self._is_issue(page, before)

    def _initial_starts(self, page: Page, open_units: list[int]) -> list[tuple[int, str | None, PartialDate | None]]:
        """Reports without headlines, each ended by its writer's initials."""
        units = page.units
        capital = [index for index in open_units if units[index].text[-1].isupper()]
        closing = {index for index in capital if self._credits.initials(units[index].text, 0)}
        if not closing:
            return []
        reports = [index for index in open_units if index in closing or len(units[index].text) > _PROSE]
        few = len(closing) < 2 and not (closing and self._is_issue(page, min(closing)))
        if few or len(closing) * 4 < len(reports):
            return []
        starts: list[tuple[int, str | None, PartialDate | None]] = []
        fresh = True
        for index in reports:
            if fresh:
                starts.append((index, None, None))
            fresh = index in closing
        return starts

    def _dateline_starts(self, page: Page, open_units: list[int]) -> list[tuple[int, str | None, PartialDate | None]]:
        """Several reports, each with a dateline that gives a date."""
        found = []
        for place, index in enumerate(open_units):
            if page.units[index].plain:
                continue
            text = page.units[index].text
            if not (text[0].isdigit() or text[0].isupper()) or not _DATED.search(text, 0, 90):
                continue
            dateline = self._datelines.at_front(page.units[index], strong=True) or self._behind_caption(text)
            if dateline is not None and dateline.date is not None and len(text) > dateline.end + _BEHIND:
                found.append((place, index, dateline))
        if len(found) < 2:
            return []
        starts: list[tuple[int, str | None, PartialDate | None]] = []
        for place, index, dateline in found:
            before = page.units[open_units[place - 1]] if place else None
            headline = None
            begin = index
            taken = place > 1 or starts
            if before is not None and taken and is_title(before.text) and not before.kind:
                before.kind = "item-headline"
                headline, begin = before.text, open_units[place - 1]
            starts.append((begin, headline, dateline.date))
        return starts
