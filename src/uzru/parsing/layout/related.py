"""Related titles: lists below a heading, and pointers to one title in mid-text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from uzru.model import Link, Span
from uzru.parsing.late import late
from uzru.parsing.layout.boxes import run_in_heading
from uzru.parsing.layout.credits import CreditReader
from uzru.parsing.layout.frames import Frames
from uzru.parsing.layout.lines import Unit
from uzru.parsing.layout.page import Page, has_title_case, is_prose, is_title
from uzru.parsing.layout.stamps import Stamps
from uzru.parsing.layout.styles import Style

__all__ = ["RelatedReader"]

_CLICK = re.compile(r"\bclick here\b", re.IGNORECASE)
# How long a pointer's line, a title in it, a notice and a date may be.
_POINTER, _TITLE, _NOTICE, _DATE = 250, 200, 260, 60
# How far below a notice nothing but the frame may stand.
_FRAME = 12


def _alternatives(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(words) for words in sorted(set(phrases), key=lambda words: (-len(words), words)))


class RelatedReader:
    """Tells related titles from text."""

    def __init__(self, frames: Frames, stamps: Stamps, reader: CreditReader, styles: Iterable[Style]) -> None:
        self._frames = frames
        self._stamps = stamps
        self._credits = reader
        styles = tuple(styles)
        pointers = {pointer for style in styles for pointer in style.pointers}
        headings = {heading for style in styles for heading in style.related}
        # Several words in capitals point without a colon; others need one, unless they end in a mark of their own.
        loud = {words for words in pointers if (words.isupper() and " " in words) or not words[-1].isalnum()}
        self._pointer = re.compile(
            rf"(?:(?i:{_alternatives(pointers)}) ?: ?|(?:{_alternatives(loud) or '(?!)'}) ?(?:[|>–—-] ?)?(?=[^\s:]))"
            if pointers
            else r"(?!)"
        )
        self._heading_run = late(rf"(?i:{_alternatives(headings)}) ?: ?(?=\S)" if headings else r"(?!)")

    def take(self, page: Page, index: int, closed: bool) -> int:
        """Take what begins here, if it is related material; how many units that is.

        Args:
            page: the page.
            index: the unit.
            closed: whether the report has ended above it.
        """
        unit = page.units[index]
        if self._frames.is_related_heading(unit.text):
            return self._take_list(page, index) - index
        if len(unit.text) < _POINTER and (match := self._pointer.match(unit.text)):
            return self._take_pointer(page, unit, match.end())
        below = closed and index > 0 and page.units[index - 1].kind == "related"
        if below and is_title(unit.text) and has_title_case(unit.text):
            self._take_title(page, unit, unit.text)
            return 1
        return 0

    @staticmethod
    def _take_title(page: Page, unit: Unit, title: str) -> None:
        unit.kind = "related"
        page.related.append(Link(title=title, span=Span(unit.end - len(title), unit.end)))

    def _take_pointer(self, page: Page, unit: Unit, length: int) -> int:
        title = unit.text[length:].strip()
        if not title:
            return 0
        if (is_prose(title) and not is_title(title)) or len(title) > _TITLE:
            unit.kind = "related" if _CLICK.search(title) else "paragraph"
        else:
            self._take_title(page, unit, title)
        return 1

    def _take_list(self, page: Page, heading: int) -> int:
        """The heading and the titles below it, up to the next paragraph; the index of that one."""
        units = page.units
        units[heading].kind = "related"
        index = heading + 1
        while index < len(units):
            unit = units[index]
            if unit.kind in ("boilerplate", "repeat"):
                index += 1
                continue
            if unit.kind:
                break
            if self._is_title(unit.text):
                self._take_title(page, unit, unit.text)
            elif self._ends_page(units, index):
                break
            elif self._is_other_line(unit.text) or (index == heading + 1 and self._is_last_notice(units, index)):
                unit.kind = "related"
            else:
                break
            index += 1
        return index

    def _is_title(self, text: str) -> bool:
        if self._frames.is_related_heading(text) or self._heading_run.match(text) or _CLICK.search(text[-40:]):
            return False
        if len(text) < _DATE and self._stamps.stamp_date(text) is not None:
            return False
        return is_title(text) and not run_in_heading(text) and self._credits.read(text, 0) is None

    def _is_other_line(self, text: str) -> bool:
        """Whether a line of the list is another heading, a date, a notice behind one, or a pointer to click."""
        if self._frames.is_related_heading(text) or self._heading_run.match(text) or _CLICK.search(text[-40:]):
            return True
        if len(text) < _DATE and self._stamps.stamp_date(text) is not None:
            return True
        length = run_in_heading(text)
        return length > 0 and _is_notice(text[length:])

    def _ends_page(self, units: list[Unit], index: int) -> bool:
        """Whether a line is the page's stamp: a word and a date, with nothing but the frame below."""
        text = units[index].text
        stamp = self._stamps.stamp_date(text) if len(text) < _DATE else None
        below = (unit.kind == "boilerplate" for unit in units[index + 1 : index + _FRAME])
        return stamp is not None and bool(stamp[1]) and all(below)

    @staticmethod
    def _is_last_notice(units: list[Unit], index: int) -> bool:
        """Whether one sentence below a heading in capitals is all that is left above the frame."""
        below = all(unit.kind == "boilerplate" for unit in units[index + 1 : index + _FRAME])
        return below and units[index - 1].text.isupper() and _is_notice(units[index].text)


def _is_notice(text: str) -> bool:
    """Whether this is one short sentence without a quotation."""
    return len(text) < _NOTICE and not any(mark in text for mark in '"“') and ". " not in text
