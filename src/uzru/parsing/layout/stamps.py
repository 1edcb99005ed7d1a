"""Stamps: lines that are a date, an issue of a series, or a title with a date."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from uzru.knowledge import Knowledge
from uzru.model import PartialDate
from uzru.parsing.late import late
from uzru.parsing.layout.dates import PageDates

__all__ = ["Stamps"]

# A clock time and its zone, up to two of them: ', 14:22 GMT 15:22 UK', ' 5:42:14 PM PST'.
_HOUR = r"\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?"
_TIMES = rf"(?:,? ?(?:at |- |– |\| )?{_HOUR}(?:,? ?\(?[A-Z]{{2,5}}(?:[+-]\d+)?\)?)?){{0,2}}"
_DIGIT = re.compile(r"\d")
# The address of the site before it.
_SITE = r"(?:(?:https?://)?[\w-]{2,40}(?:\.[\w-]{2,40}){1,3}/?[ ,|]{1,3})?"
_CLOCK = late(rf"{_HOUR}(?: [A-Z]{{2,4}})?")
_DIGIT = re.compile(r"\d")
# Lines longer than this are none.
_LONGEST, _ISSUE, _WORD = 120, 90, 30


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


class Stamps:
    """Reads the lines by which a page dates itself.

    >>> knowledge = Knowledge()
    >>> stamps = Stamps(knowledge, PageDates(knowledge))
    >>> str(stamps.issue_date("6 June 2002, Volume 2, Number 22")), str(stamps.title_date("Newsline - August 23, 2005"))
    ('2002-06-06', '2005-08-23')
    >>> str(stamps.title_date("RFE/RL Newsline, 02-09-17"))
    '2002-09-17'
    >>> date, word = stamps.stamp_date("Last Updated: Monday, 3 May, 2004, 14:22 GMT 15:22 UK")
    >>> str(date), stamps.is_update(word)
    ('2004-05-03', True)
    """

    def __init__(self, knowledge: Knowledge, dates: PageDates) -> None:
        self.dates = dates
        rows = knowledge.table("page-words")
        self._words = {word: value for word, kind, value in rows if kind == "stamp"}
        self._year_first = {row[0] for row in rows if row[1] == "year-first"}
        self._issue_word = _alternatives(row[0] for row in rows if row[1] == "issue")

    # The patterns are compiled when a page has a line that may be one: they are long.

    @cached_property
    def _stamp(self) -> re.Pattern[str]:
        word = rf"(?:(?i:{_alternatives(self._words)}))(?: on| at)?:? ?"
        date = self.dates.pattern
        return re.compile(
            rf"(?:\[ ?)?{_SITE}(?P<word>{word})?(?:{_HOUR}(?: [A-Z]{{2,4}})?,? ?)?(?P<date>{date}){_TIMES}"
            rf"(?:[ |·,;–-]{{1,8}}{word}{date}{_TIMES}){{0,2}}(?: by .{{1,40}}| ?[|/–©-] .{{0,60}})?\.?(?: ?\])?"
        )

    @cached_property
    def _has_issue_word(self) -> re.Pattern[str]:
        return re.compile(self._issue_word, re.IGNORECASE)

    @cached_property
    def _issue(self) -> re.Pattern[str]:
        date = self.dates.pattern
        number = rf"(?:[,;|]? ?(?i:{self._issue_word})\.? ?(?:\d+|[IVX]+))"
        return re.compile(rf"(?:(?P<date>{date}){number}{{1,4}}|{number}{{1,4}},? ?(?P<behind>{date}))\.?")

    @cached_property
    def _issue_number(self) -> re.Pattern[str]:
        return re.compile(rf"(?:[^\W\d_]{{1,12}},? ){{0,3}}(?i:{self._issue_word})\.? ?(?:no\.? ?|#)?\d{{1,5}}\.?")

    @cached_property
    def _dated_title(self) -> re.Pattern[str]:
        return re.compile(rf"[^\n]{{2,80}}?\s*[-:–—,|]+ ?(?P<date>{self.dates.pattern}(?!\w))\.?")

    def issue_date(self, line: str) -> PartialDate | None:
        """The date of an issue line ('6 June 2002, Volume 2, Number 22'), or None if it is none."""
        if len(line) >= _ISSUE or not _DIGIT.search(line) or not self._has_issue_word.search(line):
            return None
        match = self._issue.fullmatch(" ".join(line.split()))
        return self.dates.read(match["date"] or match["behind"]) if match else None

    def is_issue_number(self, line: str) -> bool:
        """Whether a line numbers an issue and gives no date ('RCA Issue 601')."""
        return len(line) < _ISSUE and _DIGIT.search(line) is not None and self._issue_number.fullmatch(line) is not None

    def stamp_date(self, line: str) -> tuple[PartialDate, str] | None:
        """The date of a line that is a date or a stamp, and the word before it, or None if the line is none."""
        match = self._stamp.fullmatch(line) if len(line) < _LONGEST and _DIGIT.search(line) else None
        date = self.dates.read(match["date"]) if match else None
        return (date, match["word"] or "") if match and date else None

    def title_date(self, line: str) -> PartialDate | None:
        """The date at the end of a title ('Newsline - August 23, 2005'), or None."""
        match = self._dated_title.fullmatch(line) if len(line) < _LONGEST and _DIGIT.search(line) else None
        if match is None:
            return None
        year_first = not self._year_first.isdisjoint(line.lower().replace(",", " ").split())
        return self.dates.read(match["date"], year_first=year_first)

    def is_update(self, word: str) -> bool:
        """Whether the word of a stamp says when the page was changed, not when it was published."""
        return self._words.get(word.lower().rstrip(": ").removesuffix(" on").removesuffix(" at")) == "updated"

    def is_word_or_clock(self, line: str) -> bool:
        """Whether a line is a stamp's word ('Published') or time ('4:13 AM') without its date."""
        return len(line) < _WORD and (line.lower().strip(" :") in self._words or _CLOCK.fullmatch(line) is not None)
