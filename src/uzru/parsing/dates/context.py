"""What a rule may look at: the text around it, the day of writing, and what the document has said so far."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple, TypeAlias

import attrs

from uzru.model.arithmetic import round_to, shift
from uzru.model.granularity import Unit
from uzru.model.when import PartialDate, TimeValue
from uzru.parsing.dates.lexicon import Lexicon, tree

__all__ = ["Context", "Cues", "Found", "Memory", "Resolver"]


class Found(NamedTuple):
    """What a rule made of a match: type, value (None: not resolvable), the rule's name, and how far it reaches.

    `relative` says that the value counts from the day of writing; `anchor` is the earlier date that it counts from.
    """

    type: str
    value: TimeValue | None
    rule: str
    relative: bool = False
    start: int | None = None
    end: int | None = None
    anchor: PartialDate | None = None


Resolver: TypeAlias = "Callable[[Context, re.Match[str]], Found | None]"


_OPENING = re.compile(r"[\s\"'“‘`(]*(?:(?:and|but) )?(?:(?:on|in|by|early|late|next|this|the|a|at|for) )*")


class Cues:
    """Finds the word that decides the direction of a date."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._before = {
            side: re.compile(rf"[ \"'(\n]({tree(words)})(?: on| in| the| early| late| mid)* $")
            for side, words in self._words(lexicon, "before").items()
        }
        present = tree(lexicon.of_kind("present"))

        def verb(others: Iterable[str]) -> re.Pattern[str]:
            past = tree({*lexicon.past_verbs, *others})
            return re.compile(rf"(?<! be)(?<! been) ({past}|(?!{present} )[a-z]{{3,}}ed)(?= )")

        self._between = verb(("who", "that", "and", "but", "says"))
        self._past = verb(("who", "that", "but", "says"))
        self._holding = frozenset(lexicon.of_kind("holding"))
        limit = self._words(lexicon, "limit")["ahead"]
        self._limit = re.compile(rf"[ \"'(\n]({tree(limit)})(?: on| in| the| early| late| mid)* $")
        clause, sentence = self._words(lexicon, "clause")["ahead"], self._words(lexicon, "sentence")["ahead"]
        self._clause = re.compile(rf"(?<! had been)(?<! had)(?<! to)(?<! not)(?<!n['’]t)[ \"(\n’']({tree(clause)})(?= )")
        self._sentence = re.compile(rf"[ \"(\n’']({tree([*clause, *sentence])})(?= )")

    @staticmethod
    def _words(lexicon: Lexicon, reach: str) -> dict[str, list[str]]:
        return {
            side: [cue for cue, direction, known in lexicon.cues if known == reach and direction == side]
            for side in ("ahead", "back")
        }

    def before(self, low: str, at: int, side: str) -> str:
        """The cue directly in front, or an empty string."""
        found = self._before[side].search(low, max(0, at - 32), at)
        return found[1] if found else ""

    def ahead(self, low: str, start: int, at: int) -> str:
        """The cue directly in front that says 'ahead', or an empty string.

        'Had waited until' says nothing, nor does 'Until Monday, he had waited'; 'gave him until' does.
        """
        if cue := self.before(low, at, "ahead"):
            return cue
        found = self._limit.search(low, max(0, at - 32), at)
        if found is None:
            return ""
        verbs = self._between.findall(low, max(start, at - 90), found.start() + 1)
        if verbs:
            return found[1] if verbs[-1] in self._holding else ""
        if _OPENING.fullmatch(low, start, found.start(1)) and self._comes_next(low, at)[1]:
            return ""
        return found[1]

    def clause(self, low: str, start: int, at: int) -> str:
        """The last strong cue in front with no other verb between, or an empty string."""
        cues = list(self._clause.finditer(low, max(start, at - 70), at))
        if not cues or self._between.search(low, cues[-1].end(), at):
            return ""
        return cues[-1][1]

    def strong(self, low: str, start: int, at: int) -> str:
        """The cue that says 'ahead' in front of a date or behind it, or an empty string."""
        return self.ahead(low, start, at) or self.clause(low, start, at) or self.following(low, start, at)

    def following(self, low: str, start: int, at: int) -> str:
        """The strong cue behind a date that opens its sentence, unless a verb of the past comes first."""
        return self._comes_next(low, at)[0] if _OPENING.fullmatch(low, start, at) else ""

    def _comes_next(self, low: str, at: int) -> tuple[str, bool]:
        """The strong cue behind a date, unless a verb of the past comes first, and whether one does."""
        stop = low.find(". ", at, at + 90)
        stop = stop if stop >= 0 else at + 90
        cue, past = self._clause.search(low, at, stop), self._past.search(low, at, stop)
        if past is not None and (cue is None or past.start() < cue.start()):
            return "", True
        return cue[1] if cue else "", False

    def weak(self, low: str, start: int, at: int) -> str:
        """The last cue ahead in 90 characters of the sentence with no verb of the past behind it, or an empty string."""
        cues = list(self._sentence.finditer(low, max(start, at - 90), at))
        if not cues or self._past.search(low, cues[-1].end(), at):
            return ""
        return cues[-1][1]


_SHORT_YEARS_NOW = 1999  # where the year of writing is not known, '98 is taken as 1998
_FROM_LAST, _FROM_LAST_IN_HISTORY = ("following", "preceding"), ("next", "previous")
_LONG_BACK = 6  # months


class Memory:
    """What the document has said so far; new for every document.

    Attributes:
        last: the last date resolved, and where it ended.
        story: in a history, the last date read.
        days: the year of every month and day that came with one.
        quarter: the last quarter named, and where it ended.
        months, month: where 'nine months' and a month were last named, and which.
        narrative: the document tells a history, so that dates count from the last year read.
    """

    def __init__(self, narrative: bool) -> None:
        self.last: PartialDate | None = None
        self.last_end = 0
        self.story: PartialDate | None = None
        self.days: dict[tuple[int, int], int] = {}
        self.quarter: PartialDate | None = None
        self.quarter_end = -(10**9)
        self.months_end = -(10**9)
        self.month: PartialDate | None = None
        self.month_end = -(10**9)
        self.narrative = narrative

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
        back = (self.story.month or 0) - month
        return self.story.year + (back >= _LONG_BACK)


class Context:
    """The text around an expression, the day it was written, and the document's memory."""

    def __init__(self, low: str, view: str, lexicon: Lexicon, cues: Cues, memory: Memory, vague: bool) -> None:
        self.low = low
        self.view = view
        self.lexicon = lexicon
        self.cues = cues
        self.memory = memory
        self.vague = vague
        self.headlines: tuple[tuple[int, int], ...] = ()
        self.anchor: PartialDate | None = None
        self.day: date | None = None
        self.year: int | None = None
        self._moves: dict[tuple[int, Unit], PartialDate | None] = {}

    def write_on(self, anchor: PartialDate | None) -> None:
        """From here on, 'today' is this date."""
        self.anchor = anchor
        self._moves = {}
        first = anchor.earliest if anchor else None
        self.day = first if anchor and (anchor.day is not None or anchor.weekday is not None) else None
        year = anchor.year if anchor and anchor.precision not in ("decade", "century") else None
        self.year = year if year is not None and 1 < year < 9999 else None

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

    def read_year(self, text: str) -> int:
        """A year of four digits, or of two behind an apostrophe: the nearest one, at most ten years ahead."""
        if not text[-1].isdecimal():  # '264 bc': year 0 is 1 BC
            return 1 - int(text.partition(" ")[0])
        digits = text[-2:] if len(text) < 4 else text
        if len(digits) == 4:
            return int(digits)
        now = self.year if self.year is not None else _SHORT_YEARS_NOW
        year = now // 100 * 100 + int(digits)
        return year - 100 if year > now + 10 else year + 100 if year < now - 89 else year

    def sentence_start(self, at: int) -> int:
        """Where the sentence begins, as far as 200 characters tell."""
        low = max(0, at - 200)
        line = self.low.rfind("\n", low, at)
        start = max(low, line)
        for stop in (". ", "? ", "! ", '." ', "; "):
            found = self.low.rfind(stop, start, at)
            while found > start and stop == ". " and self._is_abbreviation(found):
                found = self.low.rfind(stop, start, found)
            start = max(start, found + len(stop) - 1 if found >= 0 else start)
        return start

    def looks_ahead(self, at: int) -> str:
        """The cue that says that a date here lies ahead, a weak one too, or an empty string."""
        begin = self.sentence_start(at)
        return self.cues.strong(self.low, begin, at) or self.cues.weak(self.low, begin, at)

    def _is_abbreviation(self, stop: int) -> bool:
        word = self.low[max(0, stop - 5) : stop].replace("\n", " ").rsplit(" ", 1)[-1]
        return len(word) == 1 or word in self.lexicon.short or word in ("mr", "mrs", "ms", "dr", "st", "gen", "sen")

    def in_headline(self, at: int) -> bool:
        """Whether the words here stand in a headline, where capitals say nothing."""
        return any(start <= at - 1 < end for start, end in self.headlines)

    def is_titled(self, at: int) -> bool:
        """Whether the word here has a capital that only a title gives it: 'on ABC's This Week'."""
        return self.is_capital(at) and self.view[at : at + 1].islower() and not self.in_headline(at)

    def is_capital(self, at: int) -> bool:
        """Whether the word here begins with a capital."""
        return self.view[at - 1 : at].isupper()
