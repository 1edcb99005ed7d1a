"""The lines that can be nothing but paragraphs, told at a glance, so that the steps of the layout pass over them."""

from __future__ import annotations

import re

from uzru.parsing.layout.captions import Captions
from uzru.parsing.layout.credits import CreditReader
from uzru.parsing.layout.frames import Frames
from uzru.parsing.layout.lines import Unit

__all__ = ["Plainness"]

# A line that begins with a quotation and goes on behind it.
_SPEECH = re.compile(r"[\"“][^\"“”]{2,400}[\"”] ?[^\W\d]")
# A number with a dash or a slash behind it may be a dateline's.
_DATED = re.compile(r"\d[^\n]{0,40}?(?:--|[–—―/]| -)")
# A line this long is no phrase of the frame, no heading, no stamp and no item's date.
_LONG, _FRONT = 90, 92
# A shorter line without a word in lower case may be a list of outlets.
_LIST, _LOWER_WORD = 80, re.compile(r" [a-z]")
# A longer line that ends in one of these is prose, unless it begins as a credit or a pointer does; a shorter one
# must end in a stop or a closing mark.
_SHORTEST, _PLAIN, _ENDS, _SHORT_ENDS = 12, 130, ".!?\"”'’", '."”'
# A pointer has fewer words than this before its colon, and ends so soon; headings and pointers in capitals have so
# many of them at their front.
_POINTER_WORDS, _POINTERS, _CAPITALS = 6, 100, 8
# How long a pull quote and a caption may be.
_PULL_QUOTE, _CAPTION = 500, 200


class Plainness:
    """Tells plain paragraphs from lines that must be looked at."""

    def __init__(self, frames: Frames, reader: CreditReader, captions: Captions) -> None:
        self._frames = frames
        self._credits = reader
        self._captions = captions

    def mark(self, units: list[Unit]) -> None:
        """Note which of the lines are plain."""
        for unit in units:
            text = unit.text
            if len(text) > _LONG and not unit.kind and text.find(":", 0, _POINTERS) < 0:
                unit.plain = (
                    self.is_prose(text) and not self._frames.may_start(text) and _DATED.search(text, 0, _FRONT) is None
                )

    def is_prose(self, text: str) -> bool:
        """Whether nothing about a line of the body can make it anything but a paragraph."""
        size = len(text)
        if size < _SHORTEST or text[-1] not in (_ENDS if size > _PLAIN else _SHORT_ENDS) or text[-2] in ")]":
            return False
        if size < _LIST and _LOWER_WORD.search(text) is None:
            return False
        if text[0].isalpha():
            if text[1].isupper() and text[:_CAPITALS].isupper():
                return False
        elif size < _PULL_QUOTE and _SPEECH.match(text) is None:
            return False
        colon = text.find(":", 0, _POINTERS)
        if colon >= 0 and text.count(" ", 0, colon) < _POINTER_WORDS:
            return False
        if size < _CAPTION and self._captions.ends_dated(text):
            return False
        return not self._credits.may_be_credit(text)
