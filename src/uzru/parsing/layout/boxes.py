"""Side boxes: a heading, a caption, paragraphs that begin with capitals and a colon."""

from __future__ import annotations

import re

from uzru.parsing.late import late
from uzru.parsing.layout.captions import Captions
from uzru.parsing.layout.credits import CreditReader
from uzru.parsing.layout.frames import Frames
from uzru.parsing.layout.lines import Unit
from uzru.parsing.layout.page import is_title

__all__ = ["BoxReader", "run_in_heading"]

_RUN_IN = late(r"((?![a-z])[^\W_][^a-zß-öø-ÿ:.!?\n]{5,90}): ?(?=[\"“A-Z])")
_MORE = re.compile(r"\(more\)\s*$", re.IGNORECASE)
_BRACKETED_END = late(r"[^.!?\"”] \([^()]{2,40}\)$")
# How many lines a box has above its first paragraph, and how long that is behind its heading at the least.
_ABOVE, _SHORTEST = 4, 30


def run_in_heading(text: str, *, fewest: int = 2) -> int:
    """The length of a heading in capitals and its colon at the front of a line; 0 if there is none.

    Args:
        text: the line.
        fewest: how many words the heading has at the least.

    >>> line = "BETWEEN SILVER AND COPPER: One of the effects was a lack of coins."
    >>> line[: run_in_heading(line)]
    'BETWEEN SILVER AND COPPER:'
    """
    second = text[1:2]
    if not (second.isupper() or second in " '\"") or ":" not in text[:92]:
        return 0
    match = _RUN_IN.match(text)
    return match.end(1) + 1 if match is not None and len(match[1].split()) >= fewest else 0


class BoxReader:
    """Tells side boxes from the report."""

    def __init__(self, frames: Frames, reader: CreditReader, captions: Captions) -> None:
        self._frames = frames
        self._credits = reader
        self._captions = captions

    def take(self, units: list[Unit], index: int, closed: bool) -> int:
        """Take the box that begins here, if one does; how many units it has.

        Args:
            units: the units of the page.
            index: where it would begin.
            closed: whether the report has ended above it.
        """
        run = self._first_paragraph(units, index, closed)
        if run is None:
            doubled = closed and index + 1 < len(units) and units[index + 1].repeats is units[index]
            return self._take_doubled(units, index) if doubled and is_title(units[index].text) else 0
        end = run
        while end < len(units) and (end == run or self._begins_paragraph(units[end])):
            end += 1
            if closed and not _MORE.search(units[end - 1].text[-12:]):
                end = self._rest(units, end)
        for unit in units[index:end]:
            if not unit.kind:
                self._take_line(unit, first=unit is units[run])
        return end - index

    def _first_paragraph(self, units: list[Unit], index: int, closed: bool) -> int | None:
        """The index of the box's first paragraph, if only headings and captions stand between."""
        for run in range(index, min(index + _ABOVE, len(units))):
            unit = units[run]
            # Below the report's end and a title, one word in capitals is a heading too.
            if self._begins_paragraph(unit, fewest=1 if closed and run > index else 2):
                return run
            above = unit.kind == "repeat" or (
                not unit.kind and (is_title(unit.text) or self._captions.is_caption(unit.text))
            )
            if not above:
                return None
        return None

    @staticmethod
    def _begins_paragraph(unit: Unit, fewest: int = 2) -> bool:
        length = 0 if unit.kind else run_in_heading(unit.text, fewest=fewest)
        return length > 0 and len(unit.text) > length + _SHORTEST

    def _take_line(self, unit: Unit, first: bool) -> None:
        if self._captions.is_caption(unit.text) or (not first and _BRACKETED_END.search(unit.text)):
            unit.kind = "caption"
            return
        unit.kind = "sidebar"
        if length := run_in_heading(unit.text, fewest=1 if first else 2):
            unit.label = (unit.start, unit.start + length)
        if rest := _MORE.search(unit.text[-12:]):
            unit.take_end("boilerplate", len(unit.text) - len(unit.text[-12:]) + rest.start())

    def _rest(self, units: list[Unit], stop: int) -> int:
        """Below the end of the report all prose up to the related titles, the frame or a credit is the box's."""
        while stop < len(units):
            unit = units[stop]
            if (unit.kind and unit.kind != "repeat") or self._frames.is_related_heading(unit.text):
                break
            if self._credits.read(unit.text, unit.start) is not None:
                break
            stop += 1
        return stop

    def _take_doubled(self, units: list[Unit], index: int) -> int:
        """A box below the report whose heading is given twice: it goes on to the frame or the related titles."""
        end = index
        while end < len(units) and units[end].kind in ("", "repeat"):
            if self._frames.is_related_heading(units[end].text):
                break
            if not units[end].kind:
                units[end].kind = "caption" if self._captions.is_caption(units[end].text) else "sidebar"
            end += 1
        return end - index
