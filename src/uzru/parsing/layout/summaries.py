"""Paragraphs between headline and report: summaries, and the sentences that belong to a photo."""

from __future__ import annotations

from uzru.parsing.late import late
from uzru.parsing.layout.captions import Captions
from uzru.parsing.layout.datelines import DatelineFinder
from uzru.parsing.layout.lines import Unit
from uzru.parsing.layout.openings import Openings
from uzru.parsing.layout.page import Page, is_doubled, is_prose, next_open
from uzru.parsing.text import split_sentences

__all__ = ["DEEPEST_SUMMARY", "Summaries"]

# How many paragraphs a summary may have.
DEEPEST_SUMMARY = 3
_LENGTH, _CAPTION = 1400, 300
# An introduction is no longer than this, has so many sentences at the most, and stands above so many entries, each
# with a label of a few words.
_INTRODUCTION, _SENTENCES, _ENTRIES = 600, 5, 3
_ENTRY = late(r"[^\W_][^:.?!\"“]{1,40}: ?[^\W_]")
# So many paragraphs given twice are those of a page that gives all of them twice.
_ALL_TWICE = 3


class Summaries:
    """Tells summaries from the report's first paragraph and from captions."""

    def __init__(self, datelines: DatelineFinder, captions: Captions, openings: Openings) -> None:
        self._datelines = datelines
        self._captions = captions
        self._openings = openings

    def take(self, page: Page, unit: Unit, following: list[Unit]) -> bool:
        """Take a paragraph for the summary: it stands before a dateline, a byline or a stamp, not far above."""
        if len(unit.text) > _LENGTH or len(page.summary) >= DEEPEST_SUMMARY:
            return False
        if self._is_caption(page, unit, following):
            unit.kind = "caption"
            return True
        if is_doubled(page) and _repeats_little(page):
            self.add(page, unit)
            return True
        left = DEEPEST_SUMMARY - len(page.summary) - 1
        for later in following:
            if later.kind:
                continue
            if self._openings.opens_report(later, page):
                self.add(page, unit)
                return True
            if not is_prose(later.text):
                if self._captions.is_caption(later.text) or later.repeats:
                    continue
                return False
            left -= 1
            if left < 0 or (page.headline is None and left < DEEPEST_SUMMARY - 2):
                return False
        return False

    def take_introduction(self, page: Page) -> None:
        """Take the paragraph above an interview or a list of labeled entries for the summary, if the page has none."""
        if page.headline is None or page.summary or page.dateline is not None or page.items:
            return
        index = page.body
        if index + _ENTRIES >= len(page.units) or page.units[index].kind:
            return
        unit, below = page.units[index], page.units[index + 1 : index + 1 + _ENTRIES]
        sentences = len(split_sentences(unit.text, 0, len(unit.text)))
        if not (len(unit.text) <= _INTRODUCTION and 1 < sentences <= _SENTENCES and is_prose(unit.text)):
            return
        if below[0].kind == "question" or all(not one.kind and _ENTRY.match(one.text) for one in below):
            self.add(page, unit)
            page.body = index + 1

    def add(self, page: Page, unit: Unit) -> None:
        """Make a unit a part of the summary, but for a caption glued before it."""
        if (caption := self._captions.glued(unit.text)) and caption < len(unit.text):
            unit.take_front("caption", caption)
        unit.kind = "summary"
        page.summary.append(unit)

    def _is_caption(self, page: Page, unit: Unit, following: list[Unit]) -> bool:
        """Whether one sentence before the report is a photo's: by its words, as it stands twice, or above a city."""
        if page.headline is None or len(unit.text) > _CAPTION:
            return False
        sentences = len(split_sentences(unit.text, 0, len(unit.text)))
        if sentences > 2:
            return False
        if self._captions.shows(unit.text, certain=bool(page.byline or page.summary)):
            return True
        if sentences > 1:
            return False
        later = next_open(following)
        if later is None:
            return False
        found = self._datelines.at_front(later)
        if not is_doubled(page):
            # Reports that begin 'CITY --' have no summary; the sentence above them is the photo's.
            above = page.units[page.position - 1].kind if page.position else ""
            if found is None or found.date is not None or found.agency is not None or above == "caption":
                return False
            return bool(found.places) and later.text[: found.end].endswith("--") and self._captions.may_show(unit.text)
        if found is not None:
            return True
        return _repeats_little(page) and _next_is_doubled(page)


def _next_is_doubled(page: Page) -> bool:
    """Whether another line that is given twice stands below the present one: a caption and a summary."""
    units, index = page.units, page.position
    doubled = {id(unit.repeats) for unit in units[index + 1 : index + 6] if unit.repeats is not None}
    return any(id(unit) in doubled for unit in units[index + 1 : index + 4] if not unit.kind)


def _repeats_little(page: Page) -> bool:
    """Whether on this page a summary is given twice, and not every paragraph."""
    return sum(unit.repeats is not None and is_prose(unit.text) for unit in page.units) <= _ALL_TWICE
