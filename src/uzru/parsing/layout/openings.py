"""The line on which a report opens: its dateline, and what is glued around it."""

from __future__ import annotations

import re

import attrs

from uzru.model import Span
from uzru.parsing.layout.captions import Captions
from uzru.parsing.layout.credits import CreditReader
from uzru.parsing.layout.datelines import DatelineFinder, FoundDateline
from uzru.parsing.layout.lines import Unit
from uzru.parsing.layout.page import Page, is_prose
from uzru.parsing.layout.stamps import Stamps

__all__ = ["Openings"]

# A caption glued before the dateline of an item is no longer than this.
_CAPTION = 160
# A byline glued before a dateline, and a line that is nothing but a byline or a stamp.
_BYLINE, _CREDIT = 140, 200


class Openings:
    """Takes the dateline off a report's first line, with the byline, caption or summary glued before it."""

    def __init__(self, datelines: DatelineFinder, reader: CreditReader, captions: Captions, stamps: Stamps) -> None:
        self._datelines = datelines
        self._credits = reader
        self._captions = captions
        self._stamps = stamps

    def starts(self, unit: Unit) -> bool:
        """Whether a line begins with a dateline."""
        return self._datelines.at_front(unit) is not None

    def opens_report(self, unit: Unit, page: Page) -> bool:
        """Whether a line tells that the report begins: a dateline, a byline, or a stamp below the headline."""
        if self.starts(unit):
            return True
        caption = self._captions.glued(unit.text)
        if caption and self._datelines.match(unit.text, _skip(unit.text, caption)) is not None:
            return True
        if len(unit.text) >= _CREDIT:
            return False
        credited = self._credits.read(unit.text, unit.start)
        if credited is not None and credited.kind == "byline":
            return True
        return page.headline is not None and self._stamps.stamp_date(unit.text) is not None

    def take(self, page: Page, unit: Unit, following: list[Unit], index: int) -> bool:
        """Take the dateline off the unit, if it has one; the rest is the first paragraph."""
        if unit.kind:
            return False
        if unit.text[:3].lower() == "by " and self._split_byline(page, unit):
            page.body = index
            return True
        if self._captions.has_label(unit.text):
            return False
        found = self._datelines.at_front(unit)
        if found is not None and found.parts == 1 and page.view.count(unit.text[: found.end]) > 1:
            # A word in capitals with a dash that comes again names a speaker.
            return False
        if found is not None and (found.end < len(unit.text) or following):
            page.body = index
            self._set(page, unit, found)
            self._take_caption_behind(unit)
            return True
        if caption := self._captions.glued(unit.text):
            found = self._datelines.match(unit.text, _skip(unit.text, caption))
            if found is not None:
                unit.take_front("caption", caption)
                page.body = index
                self._set(page, unit, self._datelines.at_front(unit) or found)
                return True
        found = self._datelines.search(unit.text)
        if found is None or found.start == 0:
            return False
        self._split_front(page, unit, found.start)
        again = self._datelines.at_front(unit)
        page.body = index
        if again is not None:
            self._set(page, unit, again)
        return True

    def take_of_item(self, page: Page, unit: Unit) -> None:
        """Take the dateline of a digest's item off its front, and a caption that is glued before it."""
        kept = page.dateline
        found = self._datelines.at_front(unit, strong=True)
        glued = self._datelines.search(unit.text) if found is None else None
        if glued is not None and 0 < glued.start < _CAPTION and unit.text[: glued.start].rstrip()[-1:] not in ".!?":
            unit.take_front("caption", glued.start)
            found = self._datelines.at_front(unit, strong=True)
        if found is not None:
            self._set(page, unit, found)
        page.dateline = kept

    def _set(self, page: Page, unit: Unit, found: FoundDateline) -> None:
        """Take a dateline off the front of a unit and give it to the page."""
        dateline = self._datelines.build(found, unit.start)
        if found.date is not None and found.date_span is not None:
            page.dates.append((Span(unit.start + found.date_span[0], unit.start + found.date_span[1]), found.date))
        words = unit.text[: found.end].rstrip()
        page.dateline = attrs.evolve(dateline, span=Span(unit.start, unit.start + len(words)))
        unit.take_front("dateline", found.end)
        if not unit.text:
            unit.kind = "dateline"

    def _take_caption_behind(self, unit: Unit) -> None:
        """Take off a caption that stands between the dateline and the first sentence."""
        if (caption := self._captions.glued(unit.text)) and self._captions.is_caption(unit.text[:caption]):
            unit.take_front("caption", caption)

    def _split_byline(self, page: Page, unit: Unit) -> bool:
        """Take byline and dateline off a line that holds both and the first paragraph: 'By A B ASTANA -- The mint'."""
        text = unit.text
        for blank in re.finditer(r" (?=[^\W\d_a-z])", text[:_BYLINE]):
            at = blank.end()
            found = self._datelines.match(text, at) if at > 6 else None
            if found is None or found.end >= len(text):
                continue
            credited = self._credits.read(text[: at - 1], unit.start)
            if credited is not None and credited.kind == "byline":
                page.byline.extend(credited.people)
                unit.take_front("byline", at - 1)
                if again := self._datelines.at_front(unit):
                    self._set(page, unit, again)
                return True
        return False

    def _split_front(self, page: Page, unit: Unit, length: int) -> None:
        """Tell what stands glued before a dateline: a byline, a caption, a summary, or a caption and a summary."""
        front = unit.text[:length].rstrip()
        credited = self._credits.read(front, unit.start) if len(front) < _CAPTION else None
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
        start, end = unit.start, len(front)
        if self._captions.shows(front):
            unit.take_front("caption", end)
        elif is_prose(front) or front[-1:] in ".!?":
            page.summary.append((start, start + end))
            unit.take_front("summary", end)
        elif self._captions.is_caption(front) or page.headline is not None:
            unit.take_front("caption", end)
        else:
            unit.take_front("headline", end)
            page.headline = unit


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] == " ":
        at += 1
    return at
