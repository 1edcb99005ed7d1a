"""The head of the page, line by line: series, headline, stamps, credits, captions, summary, dateline."""

from __future__ import annotations

from uzru.model import PartialDate, Span
from uzru.parsing.layout.captions import Captions
from uzru.parsing.layout.credits import Credited, CreditReader
from uzru.parsing.layout.datelines import DatelineFinder
from uzru.parsing.layout.frames import Frames
from uzru.parsing.layout.lines import Unit
from uzru.parsing.layout.names import Gazetteer, Outlets
from uzru.parsing.layout.openings import Openings
from uzru.parsing.layout.page import (
    Page,
    count_words,
    ends_with_stop,
    has_title_case,
    is_doubled,
    is_prose,
    is_title,
    next_open,
    same_words,
)
from uzru.parsing.layout.stamps import Stamps
from uzru.parsing.layout.summaries import DEEPEST_SUMMARY, Summaries
from uzru.parsing.layout.writers import Writers

__all__ = ["HeadReader"]

# How many lines the head may have.
_DEEPEST = 24
# The name of a section has no more words than this; so many such lines above everything else are a menu.
_SECTION_WORDS, _MENU = 3, 5
# A title that ends in a stop is no longer than this, nor is a short line that is none longer than that.
_STOPPED_TITLE, _SHORT, _BULLET = 170, 200, ("* ", "• ", "- ")


class HeadReader:
    """Reads what stands above the report."""

    def __init__(
        self,
        stamps: Stamps,
        places: Gazetteer,
        outlets: Outlets,
        datelines: DatelineFinder,
        reader: CreditReader,
        captions: Captions,
        frames: Frames,
    ) -> None:
        self._stamps = stamps
        self._places = places
        self._outlets = outlets
        self._credits = reader
        self._captions = captions
        self._frames = frames
        self.openings = Openings(datelines, reader, captions, stamps)
        self._writers = Writers(stamps, places, outlets, reader, self.openings)
        self.summaries = Summaries(datelines, captions, self.openings)

    def read(self, page: Page, stop: int | None = None) -> None:
        """Give the units above the first paragraph their kinds, and the page its facts.

        Args:
            page: the page; units known before are passed over.
            stop: the index of the unit where the head ends at the latest.
        """
        page.headline = next((unit for unit in page.units[: 2 * _DEEPEST] if unit.kind == "headline"), None)
        self._mark_top(page)
        indexes = page.open_units(2 * _DEEPEST)
        for position, index in enumerate(indexes[:_DEEPEST]):
            if stop is not None and index >= stop:
                page.body = stop
                return
            page.body = index + 1
            page.position = index
            unit = page.units[index]
            if unit.kind:
                continue
            if self._frames.is_related_heading(unit.text):
                page.body = index
                return
            following = [page.units[later] for later in indexes[position + 1 :]]
            if self.openings.take(page, unit, following, index):
                return
            if self._read_line(page, unit, following, index):
                continue
            page.body = index
            return

    def _mark_top(self, page: Page) -> None:
        """Make boilerplate of the short lines above the headline: above a stamp that a title follows, or a menu."""
        top = page.open_units(_DEEPEST)
        for place, index in enumerate(top):
            unit = page.units[index]
            if is_prose(unit.text) or len(unit.text) > 120:
                break
            stamp = self._stamps.stamp_date(unit.text)
            if stamp is None or not stamp[1]:
                continue
            rest = [page.units[later] for later in top[place + 1 :]]
            rest = [unit for unit in rest if self._stamps.stamp_date(unit.text) is None]
            above_is_longer = place > 0 and count_words(page.units[top[place - 1]].text) > _SECTION_WORDS
            if rest and above_is_longer and count_words(rest[0].text) <= _SECTION_WORDS:
                return
            if rest and is_title(rest[0].text) and self._credits.read(rest[0].text, 0) is None and self._has_text(rest):
                for above in top[:place]:
                    page.units[above].kind = "boilerplate"
            return
        short = 0
        while short < len(top) and count_words(page.units[top[short]].text) <= _SECTION_WORDS:
            short += 1
        if short >= _MENU and short < len(top):
            for index in top[:short]:
                page.units[index].kind = "boilerplate"

    def _read_line(self, page: Page, unit: Unit, following: list[Unit], index: int) -> bool:
        """Tell what one line of the head is; False if the report begins with it."""
        text = unit.text
        if self._read_stamp(page, unit):
            return True
        credited = self._credits.read(text, unit.start)
        if credited is not None and self._read_credit(page, unit, credited, following):
            return True
        above = page.headline is not None and not page.items and bool(following)
        if self._captions.is_caption(text, alone=above) and (page.headline is not None or following):
            unit.kind = "caption"
            return True
        stopped = ends_with_stop(text) and len(text) < _STOPPED_TITLE and has_title_case(text)
        if page.headline is None and (is_title(text) or stopped) and (page.items or self._has_text(following)):
            return self._read_title(page, unit, following, index)
        if is_prose(text):
            if caption := self._captions.glued(text) or (above and self._captions.glued_sentence(text)):
                unit.take_front("caption", caption)
            return self.summaries.take(page, unit, following)
        return self._read_short(page, unit, following)

    # Stamps and credits

    def _read_stamp(self, page: Page, unit: Unit) -> bool:
        text = unit.text
        if self._stamps.is_word_or_clock(text):
            unit.kind = "boilerplate"
            return True
        if self._stamps.is_issue_number(text):
            unit.kind = "series"
            return True
        if (date := self._stamps.issue_date(text)) is not None:
            unit.kind = "series"
            page.stamp = page.stamp or date
            self._note_date(page, unit, date)
            return True
        stamp = self._stamps.stamp_date(text)
        if stamp is None:
            return False
        date, word = stamp
        unit.kind = "series" if page.items and not word else "boilerplate"
        if page.stamp is None or not self._stamps.is_update(word):
            page.stamp = date
        self._note_date(page, unit, date)
        return True

    def _note_date(self, page: Page, unit: Unit, date: PartialDate) -> None:
        if found := self._stamps.dates.find(unit.text):
            page.dates.append((Span(unit.start + found[0], unit.start + found[1]), date))

    def _read_credit(self, page: Page, unit: Unit, credited: Credited, following: list[Unit]) -> bool:
        if credited.kind == "byline":
            if page.headline is None and not unit.text[:3].lower().startswith("by"):
                return False
            unit.kind = "byline"
            page.byline.extend(credited.people)
            page.stamp = page.stamp or credited.date
            page.vote(credited.style)
            self._writers.take_second_line(page, following)
            return True
        if page.headline is None:
            return False
        unit.kind = credited.kind
        page.credit(credited.kind).extend(credited.people)
        return True

    # Titles

    def _has_text(self, following: list[Unit]) -> bool:
        """Whether a report follows: prose, a longer line, or a dateline."""
        open_units = [unit for unit in following if not unit.kind]
        if any(is_prose(unit.text) or len(unit.text) > 60 for unit in open_units):
            return True
        return any(self.openings.starts(unit) for unit in open_units[:DEEPEST_SUMMARY])

    def _read_title(self, page: Page, unit: Unit, following: list[Unit], index: int) -> bool:
        if self._is_section(page, unit, following, index):
            unit.kind = "boilerplate"
            return True
        date = self._stamps.title_date(unit.text)
        if date is not None:
            page.stamp = page.stamp or date
            self._note_date(page, unit, date)
            if not page.items and self._own_headline_follows(following):
                unit.kind = "series"
                return True
        unit.kind = "headline"
        page.headline = unit
        return True

    def _is_section(self, page: Page, unit: Unit, following: list[Unit], index: int) -> bool:
        """Whether a title of few words names a section: a country, or a name below the frame, above a longer title."""
        if count_words(unit.text) > _SECTION_WORDS or unit.ends_sentence:
            return False
        later = next_open(following)
        if later is None or later.repeats or not is_title(later.text) or count_words(later.text) < 4:
            return False
        if self._credits.read(later.text, 0) is not None or self._captions.is_caption(later.text):
            return False
        if self._stamps.issue_date(later.text) is not None:
            return False
        if self._places.is_country(unit.text) or self._outlets.knows(unit.text):
            return True
        framed = index > 0 and page.units[index - 1].kind == "boilerplate"
        return framed and count_words(unit.text) <= 2 and has_title_case(later.text)

    def _own_headline_follows(self, following: list[Unit]) -> bool:
        """Whether below a series line stands a headline, and below that a byline, a caption, a dateline or prose."""
        rest = [
            unit
            for unit in following
            if not unit.kind and self._stamps.issue_date(unit.text) is None and not self._stamps.stamp_date(unit.text)
        ]
        if len(rest) < 2 or not is_title(rest[0].text) or self._captions.is_caption(rest[0].text):
            return False
        return self._credits.read(rest[0].text, 0) is None and not self.openings.starts(rest[0])

    # Short lines between headline and report

    def _read_short(self, page: Page, unit: Unit, following: list[Unit]) -> bool:
        """A line between headline and report that is no sentence: a name, a caption, a second title."""
        if page.headline is None or not self._has_text(following):
            return False
        text = unit.text
        if page.items and text.isupper():
            unit.kind = "subheading"
            return True
        if same_words(text) == same_words(page.headline.text):
            unit.kind = "headline"
            unit.repeats = page.headline
            return True
        if self._writers.take_name(page, unit, following):
            return True
        if text[:2] in _BULLET and len(text) < _SHORT:
            unit.kind = "summary"
            page.summary.append(unit)
            return True
        if (date := self._stamps.title_date(text)) is not None and count_words(text) < 9:
            unit.kind = "boilerplate"
            page.stamp = page.stamp or date
            self._note_date(page, unit, date)
            return True
        if unit.ends_sentence or len(text) > _SHORT or text[:1].islower():
            return False
        return self._read_second_title(page, unit, following)

    def _read_second_title(self, page: Page, unit: Unit, following: list[Unit]) -> bool:
        """A line without a stop below the headline: a summary above a byline, else a photo's."""
        text = unit.text
        if is_doubled(page) and count_words(text) > 1:
            unit.kind = "caption"
            return True
        later = next_open(following)
        credited = self._credits.read(later.text, 0) if later is not None and not page.byline else None
        if credited is not None and credited.kind == "byline" and not page.summary:
            self.summaries.add(page, unit)
            return True
        opens = any(self.openings.opens_report(later, page) for later in following[:2] if not later.kind)
        if opens or page.byline or (count_words(text) >= 5 and not has_title_case(text)):
            unit.kind = "caption"
            return True
        return False
