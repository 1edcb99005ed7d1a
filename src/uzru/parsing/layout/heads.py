"""The head of the page: series, headline, summary, byline, stamps and dateline."""

from __future__ import annotations

import re

import attrs

from uzru.model import Credit, PartialDate, Span
from uzru.parsing.layout.captions import Captions
from uzru.parsing.layout.credits import Credited, CreditReader
from uzru.parsing.layout.datelines import DatelineFinder, FoundDateline
from uzru.parsing.layout.frames import Frames
from uzru.parsing.layout.lines import Unit
from uzru.parsing.layout.names import Gazetteer, Outlets, lower_capitals
from uzru.parsing.layout.page import Page, count_words, ends_with_stop, has_title_case, is_prose, is_title, same_words
from uzru.parsing.layout.stamps import Stamps
from uzru.parsing.text import split_sentences

__all__ = ["HeadReader"]

# How many lines the head may have, and how many paragraphs a summary.
_DEEPEST, _SUMMARY, _SUMMARY_LENGTH = 24, 3, 1400
_NAME_LINE = re.compile(r"(?:[^\W\d_a-z][\w'’.-]* ){1,3}[^\W\d_a-z][\w'’.-]*")
_SECTION_WORDS = 3
# A caption glued before the dateline of an item is no longer than this.
_CAPTION = 160
# A title that ends in a stop is no longer than this.
_STOPPED_TITLE = 170
# So many short lines above everything else are a menu.
_MENU = 5


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
        self._datelines = datelines
        self._credits = reader
        self._captions = captions
        self._frames = frames

    def read(self, page: Page, stop: int | None = None) -> None:
        """Give the units above the first paragraph their kinds, and the page its facts.

        Args:
            page: the page; units known before are passed over.
            stop: the index of the unit where the head ends at the latest.
        """
        page.headline = next((unit for unit in page.units[: 2 * _DEEPEST] if unit.kind == "headline"), None)
        self._mark_top(page)
        indexes = page.open_units(0)[: 2 * _DEEPEST]
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
            if self._read_dateline(page, unit, following, index):
                return
            if self._read_line(page, unit, following, index):
                continue
            page.body = index
            return

    def _mark_top(self, page: Page) -> None:
        """Make boilerplate of the short lines above the headline: above a stamp that a title follows, or a menu."""
        top = page.open_units(0)[:_DEEPEST]
        for place, index in enumerate(top):
            unit = page.units[index]
            if is_prose(unit.text) or len(unit.text) > 120:
                break
            stamp = self._stamps.stamp_date(unit.text)
            if stamp is None or not stamp[1]:
                continue
            rest = [page.units[later] for later in top[place + 1 :]]
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

    def _read_dateline(self, page: Page, unit: Unit, following: list[Unit], index: int) -> bool:
        """Take the dateline off the unit, if it has one; the rest is the first paragraph."""
        if unit.kind:
            return False
        if unit.text[:3].lower() == "by " and self._split_byline(page, unit):
            page.body = index
            return True
        if self._captions.has_label(unit.text):
            return False
        found = self._datelines.match(unit.text, 0)
        if found is not None and found.parts == 1 and page.view.count(unit.text[: found.end]) > 1:
            # A word in capitals with a dash that comes again names a speaker.
            return False
        if found is not None and (found.end < len(unit.text) or following):
            page.body = index
            self.set_dateline(page, unit, found)
            return True
        if caption := self._captions.glued(unit.text):
            found = self._datelines.match(unit.text, self._skip(unit.text, caption))
            if found is not None:
                unit.take_front("caption", caption)
                page.body = index
                self.set_dateline(page, unit, self._datelines.match(unit.text, 0) or found)
                return True
        found = self._datelines.search(unit.text)
        if found is None or found.start == 0:
            return False
        self._split_front(page, unit, found.start)
        again = self._datelines.match(unit.text, 0)
        page.body = index
        if again is not None:
            self.set_dateline(page, unit, again)
        return True

    def _split_byline(self, page: Page, unit: Unit) -> bool:
        """Take byline and dateline off a line that holds both and the first paragraph: 'By A B ASTANA -- The mint'."""
        text = unit.text
        for blank in re.finditer(r" (?=[^\W\d_a-z])", text[:140]):
            at = blank.end()
            found = self._datelines.match(text, at) if at > 6 else None
            if found is None or found.end >= len(text):
                continue
            credited = self._credits.read(text[: at - 1], unit.start)
            if credited is not None and credited.kind == "byline":
                page.byline.extend(credited.people)
                unit.take_front("byline", at - 1)
                if again := self._datelines.match(unit.text, 0):
                    self.set_dateline(page, unit, again)
                return True
        return False

    @staticmethod
    def _skip(text: str, at: int) -> int:
        while at < len(text) and text[at] == " ":
            at += 1
        return at

    def _split_front(self, page: Page, unit: Unit, length: int) -> None:
        """Tell what stands glued before a dateline: a byline, a caption, a summary, or a caption and a summary."""
        front = unit.text[:length].rstrip()
        credited = self._credits.read(front, unit.start) if len(front) < 160 else None
        if credited is not None and credited.kind == "byline":
            page.byline.extend(credited.people)
            unit.take_front("byline", len(front))
            return
        if caption := self._captions.glued(front):
            unit.take_front("caption", caption)
            length -= caption
            while unit.text[:length].startswith(" "):
                length -= 1
            front = unit.text[: max(0, length)].rstrip()
        if not front:
            return
        start = unit.start
        front_end = len(front)
        if is_prose(front) or front[-1:] in ".!?":
            page.summary.append((start, start + front_end))
            unit.take_front("summary", front_end)
        elif self._captions.is_caption(front) or page.headline is not None:
            unit.take_front("caption", front_end)
        else:
            unit.take_front("headline", front_end)
            page.headline = unit

    def take_dateline(self, page: Page, unit: Unit) -> None:
        """Take the dateline of a digest's item off its front, and a caption that is glued before it."""
        found = self._datelines.match(unit.text, 0, strong=True)
        glued = self._datelines.search(unit.text) if found is None else None
        if glued is not None and 0 < glued.start < _CAPTION and unit.text[: glued.start].rstrip()[-1:] not in ".!?":
            unit.take_front("caption", glued.start)
            found = self._datelines.match(unit.text, 0, strong=True)
        if found is not None:
            self.set_dateline(page, unit, found)

    def set_dateline(self, page: Page, unit: Unit, found: FoundDateline) -> None:
        """Take a dateline off the front of a unit and give it to the page."""
        dateline = self._datelines.build(found, unit.start)
        end = found.end
        page.dateline = page.dateline or dateline
        if found.date is not None and found.date_span is not None:
            page.dates.append((Span(unit.start + found.date_span[0], unit.start + found.date_span[1]), found.date))
        words = unit.text[:end].rstrip()
        page.dateline = attrs.evolve(dateline, span=Span(unit.start, unit.start + len(words)))
        unit.take_front("dateline", end)
        if not unit.text:
            unit.kind = "dateline"

    def _read_line(self, page: Page, unit: Unit, following: list[Unit], index: int) -> bool:
        """Tell what one line of the head is; False if the report begins with it."""
        text = unit.text
        if self._read_stamp(page, unit):
            return True
        credited = self._credits.read(text, unit.start)
        if credited is not None and self._read_credit(page, unit, credited, following):
            return True
        if self._captions.is_caption(text) and (page.headline is not None or following):
            unit.kind = "caption"
            return True
        stopped = ends_with_stop(text) and len(text) < _STOPPED_TITLE and has_title_case(text)
        if page.headline is None and (is_title(text) or stopped) and (page.items or self._has_text(following)):
            return self._read_title(page, unit, following, index)
        if is_prose(text):
            return self._read_summary(page, unit, following)
        return self._read_short(page, unit, following)

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
            self._second_line(page, following)
            return True
        if credited.kind == "contributors" and page.headline is None:
            return False
        if page.headline is None and not following:
            return False
        if credited.kind == "credit" and page.headline is None:
            return False
        unit.kind = credited.kind
        (page.contributors if credited.kind == "contributors" else page.credits).extend(credited.people)
        return True

    def _is_capital_name(self, text: str, following: list[Unit]) -> bool:
        """Whether a line in capitals is a name: two words, or three above a dateline."""
        later = next((other for other in following if not other.kind), None)
        words = 3 if later is not None and self._datelines.match(later.text, 0) is not None else 2
        return _NAME_LINE.fullmatch(text) is not None and count_words(text) <= words

    def _is_byline(self, page: Page, unit: Unit, following: list[Unit]) -> bool:
        """Whether a line that is a name and no more names the writer: a stamp or the dateline stands beside it."""
        index = page.position
        before = page.units[index - 1] if index else None
        after = next((other for other in following if not other.kind), None)
        stamped = (
            before is not None and before.kind == "boilerplate" and self._stamps.stamp_date(before.text) is not None
        )
        stamped = stamped or (after is not None and self._stamps.stamp_date(after.text) is not None)
        opens = after is not None and self._datelines.match(after.text, 0) is not None
        if not (stamped or opens) or self._is_doubled(page):
            return False
        if self._places.is_country(unit.text) or self._places.is_city(unit.text) or self._outlets.knows(unit.text):
            return False
        # Whoever is in the photo is named in the report, whoever wrote it is not.
        return stamped or page.view.find(unit.text.split()[-1], unit.end) < 0

    def _second_line(self, page: Page, following: list[Unit]) -> None:
        """'BBC News, Almaty' below 'By Neil Ashdown'."""
        if not following or not page.byline:
            return
        unit = following[0]
        parts = [part.strip() for part in unit.text.split(",")]
        if len(unit.text) > 80 or len(parts) > 3 or unit.ends_sentence or not parts[0]:
            return
        if self._places.is_city(unit.text):
            unit.kind = "byline"
            page.byline[:] = [attrs.evolve(person, place=person.place or unit.text) for person in page.byline]
            return
        if not (
            self._outlets.knows(parts[0])
            or (self._outlets.has_desk_word(parts[0]) and has_title_case(parts[0] + " Xxxxx Xxxxx"))
        ):
            role = self._credits.people.read(f"{page.byline[-1].name}, {unit.text}", 0)
            if len(role) != 1 or not role[0].role or is_prose(unit.text) or not is_title(unit.text):
                return
            organization, place, title = role[0].organization, role[0].place, role[0].role
        else:
            organization, place, title = parts[0], parts[1] if len(parts) > 1 else None, None
        unit.kind = "byline"
        page.byline[:] = [
            attrs.evolve(
                person,
                organization=person.organization or organization,
                place=person.place or place,
                role=person.role or title,
            )
            for person in page.byline
        ]

    def _has_text(self, following: list[Unit]) -> bool:
        """Whether a report follows: prose, a longer line, or a dateline."""
        open_units = [unit for unit in following if not unit.kind]
        if any(is_prose(unit.text) or len(unit.text) > 60 for unit in open_units):
            return True
        return any(self._datelines.match(unit.text, 0) is not None for unit in open_units[:_SUMMARY])

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
        later = next((other for other in following if not other.kind), None)
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
        credited = self._credits.read(rest[0].text, 0)
        return credited is None and self._datelines.match(rest[0].text, 0) is None

    def _read_summary(self, page: Page, unit: Unit, following: list[Unit]) -> bool:
        """Whether a paragraph is the summary: it stands before a dateline, a byline or a stamp, not far above."""
        if len(unit.text) > _SUMMARY_LENGTH or len(page.summary) >= _SUMMARY:
            return False
        if self._is_sentence_caption(page, unit, following):
            unit.kind = "caption"
            return True
        if self._is_doubled(page) and self._repeats_little(page):
            self._set_summary(page, unit)
            return True
        left = _SUMMARY - len(page.summary) - 1
        for later in following:
            if later.kind:
                continue
            if self._opens_report(later, page):
                self._set_summary(page, unit)
                return True
            if not is_prose(later.text):
                if self._captions.is_caption(later.text) or later.repeats:
                    continue
                return False
            left -= 1
            if left < 0 or (page.headline is None and left < _SUMMARY - 2):
                return False
        return False

    @staticmethod
    def _is_doubled(page: Page) -> bool:
        """Whether the present line is given again right below."""
        units, index = page.units, page.position
        return index + 1 < len(units) and units[index + 1].repeats is units[index]

    def _is_sentence_caption(self, page: Page, unit: Unit, following: list[Unit]) -> bool:
        """Whether one sentence before the report is a photo's: as it stands twice, or before a city and a dash."""
        if page.headline is None or len(unit.text) > 300 or len(split_sentences(unit.text, 0, len(unit.text))) > 1:
            return False
        later = next((other for other in following if not other.kind), None)
        if later is None:
            return False
        found = self._datelines.match(later.text, 0)
        if not self._is_doubled(page):
            # Reports that begin 'CITY --' have no summary; the sentence above them is the photo's.
            above = page.units[page.position - 1].kind if page.position else ""
            if found is None or found.date is not None or found.agency is not None or above == "caption":
                return False
            return bool(found.places) and later.text[: found.end].endswith("--")
        if found is not None:
            return True
        place = page.position + 2
        return (
            place + 1 < len(page.units)
            and page.units[place + 1].repeats is page.units[place]
            and self._repeats_little(page)
        )

    @staticmethod
    def _repeats_little(page: Page) -> bool:
        """Whether on this page a summary is given twice, and not every paragraph."""
        return sum(unit.repeats is not None and is_prose(unit.text) for unit in page.units) <= 3

    def _set_summary(self, page: Page, unit: Unit) -> None:
        if (caption := self._captions.glued(unit.text)) and caption < len(unit.text):
            unit.take_front("caption", caption)
        unit.kind = "summary"
        page.summary.append(unit)

    def _opens_report(self, unit: Unit, page: Page) -> bool:
        found = self._datelines.match(unit.text, 0)
        if found is not None:
            return True
        caption = self._captions.glued(unit.text)
        if caption and self._datelines.match(unit.text, self._skip(unit.text, caption)) is not None:
            return True
        if len(unit.text) < 200:
            credited = self._credits.read(unit.text, unit.start)
            if credited is not None and credited.kind == "byline":
                return True
            if page.headline is not None and self._stamps.stamp_date(unit.text) is not None:
                return True
        return False

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
        if text.isupper() and not page.byline and self._is_capital_name(text, following):
            unit.kind = "byline"
            page.byline.append(Credit(name=lower_capitals(text), span=Span(unit.start, unit.end)))
            return True
        if _NAME_LINE.fullmatch(text) and not page.byline and self._is_byline(page, unit, following):
            unit.kind = "byline"
            page.byline.append(Credit(name=text, span=Span(unit.start, unit.end)))
            return True
        if text[:2] in ("* ", "• ", "- ") and len(text) < 200:
            unit.kind = "summary"
            page.summary.append(unit)
            return True
        if (date := self._stamps.title_date(text)) is not None and count_words(text) < 9:
            unit.kind = "boilerplate"
            page.stamp = page.stamp or date
            self._note_date(page, unit, date)
            return True
        if unit.ends_sentence or len(text) > 200 or text[:1].islower():
            return False
        if self._is_doubled(page) and count_words(text) > 1:
            unit.kind = "caption"
            return True
        later = next((other for other in following if not other.kind), None)
        credited = self._credits.read(later.text, 0) if later is not None and not page.byline else None
        if credited is not None and credited.kind == "byline" and not page.summary:
            self._set_summary(page, unit)
            return True
        opens = any(self._opens_report(later, page) for later in following[:2] if not later.kind)
        if opens or page.byline or (count_words(text) >= 5 and not has_title_case(text)):
            unit.kind = "caption"
            return True
        return False
