"""What a rule may look at: the text around it, the day of writing, and what the document has said so far."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple, TypeAlias

import attrs

from uzru.model.arithmetic import round_to, shift
from uzru.model.granularity import Unit
from uzru.model.when import PartialDate, TimeValue
from uzru.parsing.dates.cues import Cues, CueWords
from uzru.parsing.dates.lexicon import Lexicon
from uzru.parsing.dates.passage import Passage
from uzru.parsing.text import Reading

__all__ = ["Context", "Found", "Memory", "Resolver"]


class Found(NamedTuple):
    """What a rule made of a match: type, value (None: not resolvable), the rule's name, and how far it reaches.

    `relative` says that the value counts from the day of writing; `anchor` is the earlier date that it counts from;
    `also` are further days that the match tells of, each with its start and end.
    """

    type: str
    value: TimeValue | None
    rule: str
    relative: bool = False
    start: int | None = None
    end: int | None = None
    anchor: PartialDate | None = None
    also: tuple[tuple[int, int, PartialDate], ...] = ()


Resolver: TypeAlias = "Callable[[Context, re.Match[str]], Found | None]"


_SHORT_YEARS_NOW = 1999  # where the year of writing is not known, '98 is taken as 1998
_FROM_LAST, _FROM_LAST_IN_HISTORY = ("following", "preceding"), ("next", "previous")
_LEDE = 400  # characters that a report takes to tell its news
_LONG_BACK = 6  # months
_NEAR_DAY = 400  # characters within which 'the next day' may count from a day, though a month or year came since
_YEARS = ("year", "decade", "century")


class Memory:
    """What the document has said so far; new for every document.

    Attributes:
        last: the last date resolved, and where it ended; what a history names in passing does not count.
        named: the last date resolved, and where it ended; in passing or not.
        day: the last day of the calendar resolved, and where it ended.
        story: in a history, the last date read.
        days: the year of every month and day that came with one.
        quarter: the last quarter named, and where it ended.
        reported_quarter: the one that a report is about: the last of those named, even if it speaks of one before it.
        months, month: where 'nine months' and a month were last named, and which.
        narrative: the document tells a history, so that dates count from the last year read.
    """

    def __init__(self, narrative: bool) -> None:
        self.last: PartialDate | None = None
        self.last_end = 0
        self.named: PartialDate | None = None
        self.named_end = 0
        self.day: PartialDate | None = None
        self.day_end = 0
        self.story: PartialDate | None = None
        self.days: dict[tuple[int, int], int] = {}
        self.quarter: PartialDate | None = None
        self.quarter_end = -(10**9)
        self.reported_quarter: PartialDate | None = None
        self.months_end = -(10**9)
        self.month: PartialDate | None = None
        self.month_end = -(10**9)
        self.narrative = narrative
        self._lede: tuple[PartialDate, int] | None = None

    def base(self, unit: str, at: int) -> PartialDate | None:
        """The date that 'the next day' counts from: the last one, or the last day, if that stands as near."""
        fine = self.last is None or unit != "day" or self.last.day is not None or self.last.weekday is not None
        return self.last if fine or at - self.day_end > _NEAR_DAY else self.day or self.last

    def read(self, value: PartialDate, end: int, low: str) -> None:
        """A date told in full or counted from one: the story is there now."""
        self.story = value
        if self.narrative and self._lede is None:
            behind = low.find("\n", end)
            self._lede = value, behind if behind >= 0 else len(low)

    def leave_lede(self, at: int) -> None:
        """Behind its first paragraph, which tells it all in brief, a history begins again at its first date."""
        if self._lede is not None and 0 <= self._lede[1] < at:
            first, behind = self._lede
            self._lede = first, -1
            if self.last is not None and self.last.year is not None and first.year is not None:
                self.story = self.last = first
                self.last_end = behind

    def name_quarter(self, value: PartialDate, end: int, fiscal: bool = False) -> None:
        """A quarter is named; a fiscal one is of another calendar, and begins a report of its own."""
        self.quarter, self.quarter_end = value, end
        if fiscal or self.reported_quarter is None or not value.definitely_before(self.reported_quarter):
            self.reported_quarter = value

    def stepped_from(self, word: str) -> PartialDate | None:
        """The date before, if 'the following spring' or, in a history, 'the next spring' counts from it."""
        counts = word in _FROM_LAST or (self.narrative and word in _FROM_LAST_IN_HISTORY)
        return self.last if counts and self.last is not None and self.last.year is not None else None

    def story_year(self, month: int) -> int | None:
        """In a history, the year of a month without one: that of the last date read, or the one after it.

        Histories go forward: a month much before that of the last date lies in the next year.
        """
        if not self.narrative or self.story is None or self.story.year is None:
            return None
        fine = self.story.precision not in _YEARS and self.story.earliest is not None
        now = self.story.month or (self.story.earliest.month if fine and self.story.earliest else 0)
        back = now - month
        return self.story.year + (back >= _LONG_BACK)


class Context(Passage):
    """The text around an expression, the day it was written, and the document's memory."""

    def __init__(
        self, low: str, reading: Reading, lexicon: Lexicon, words: CueWords, memory: Memory, vague: bool
    ) -> None:
        super().__init__(low, reading.view, reading.sentences, lexicon)
        self._text = reading.text
        self.cues = Cues(words, self)
        self.memory = memory
        self.vague = vague
        self.anchor: PartialDate | None = None
        self.day: date | None = None
        self.year: int | None = None
        self._begin = 0
        self._early = False
        self._moves: dict[tuple[int, Unit], PartialDate | None] = {}

    def write_on(self, anchor: PartialDate | None, begin: int = 0) -> None:
        """From here on, 'today' is this date."""
        self.anchor = anchor
        self._begin = begin
        self._early = False
        self._moves = {}
        first = anchor.earliest if anchor else None
        self.day = first if anchor and (anchor.day is not None or anchor.weekday is not None) else None
        year = anchor.year if anchor and anchor.precision not in ("decade", "century") else None
        self.year = year if year is not None and 1 < year < 9999 else None

    def is_early(self, at: int) -> bool:
        """Whether a report seems to be dated a day too early, since its first lines name the weekday of tomorrow.

        To be asked of a date that would else be six days old.  A few lines alone are no report, and one that bears its
        date in its own words was written then.
        """
        opens = at - self._begin < _LEDE < len(self.low) - self._begin - _LEDE
        self._early = self._early or (opens and self.memory.day_end <= self._begin and not self._bears_its_date())
        return self._early

    def _bears_its_date(self) -> bool:
        """Whether the first lines of the text give the day of writing."""
        assert self.day is not None
        head = self._text[max(0, self._begin - 1) : self._begin + _LEDE].lower()
        months = [form for form, number in self.lexicon.months.items() if number == self.day.month]
        ways = [f"{month}{dot} {self.day.day}" for month in months for dot in ("", ".")]
        ways += [f"{self.day.day} {month}" for month in months]
        return any(way in head for way in (*ways, self.day.isoformat()))

    def moved(self, count: int, unit: Unit) -> PartialDate | None:
        """The unit that lies so many units from the day of writing; None if that is not known well enough."""
        if (count, unit) not in self._moves:
            self._moves[count, unit] = self._move(count, unit)
        return self._moves[count, unit]

    def _move(self, count: int, unit: Unit) -> PartialDate | None:
        if self.day is not None:
            there = shift(self.day, count, unit)
            return None if there is None else round_to(there, unit)
        if self.year is not None and unit in (Unit.YEAR, Unit.DECADE, Unit.CENTURY):
            there = shift(date(self.year, 7, 1), count, unit) if 1 <= self.year <= 9999 else None
            return None if there is None else round_to(there, unit)
        if self.anchor is not None and self.anchor.day is not None and unit is Unit.DAY and count == 0:
            return attrs.evolve(self.anchor, time=None)  # a day whose year is not known
        if self.anchor is not None and self.anchor.month is not None and unit is Unit.MONTH and self.anchor.earliest:
            there = shift(self.anchor.earliest, count, unit)
            return None if there is None else round_to(there, unit)
        return None

    def base_quarter(self, at: int) -> PartialDate | None:
        """The quarter to compare with: the one that the sentence names, else the one that the report is about."""
        named_here = self.memory.quarter_end > self.sentence_start(at)
        return self.memory.quarter if named_here else self.memory.reported_quarter

    def read_year(self, text: str) -> int:
        """A year of four digits, or of two behind an apostrophe: the nearest one, at most ten years ahead."""
        if " " in text:  # '264 bc': year 0 is 1 BC; 'ad 79', '79 ad'
            number = int(re.sub(r"\D", "", text))
            return 1 - number if " b" in text else number
        digits = text[-2:] if len(text) < 4 else text
        if len(digits) == 4:
            return int(digits)
        now = self.year if self.year is not None else _SHORT_YEARS_NOW
        year = now // 100 * 100 + int(digits)
        return year - 100 if year > now + 10 else year + 100 if year < now - 89 else year
