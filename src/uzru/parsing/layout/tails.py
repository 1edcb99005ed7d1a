"""The end of the page: appeals to readers, initials, titles and short lines below the report."""

from __future__ import annotations

import re

from uzru.knowledge import Knowledge
from uzru.model import Credit, Link, Span
from uzru.parsing.layout.lines import Unit
from uzru.parsing.layout.page import Page, count_words, has_title_case, is_title

__all__ = ["TailReader"]

_INITIALS = re.compile(r"\(?[a-z]{2,3}(?:[/-][a-z]{2,3}){0,3}\)?")
_LETTERS = re.compile(r"[^\W\d_]+")
# An appeal to readers is no longer than this, and has so many words of one; it is among the last paragraphs.
_APPEAL_LENGTH, _APPEAL_WORDS, _LAST = 700, 5, 2
# A line of so few words below the report belongs to the frame.
_SHORT = 3


class TailReader:
    """Looks at the last lines again, when all others are known."""

    def __init__(self, knowledge: Knowledge) -> None:
        appeals = [row for row in knowledge.table("page-words") if row[1] == "appeal"]
        self._appeal = frozenset(row[0] for row in appeals)
        self._strong = frozenset(row[0] for row in appeals if row[2] == "strong")

    def read(self, page: Page, closed: bool) -> None:
        """Tell frame, initials and related titles among the last paragraphs.

        Args:
            page: the page.
            closed: whether a credit has closed the report.
        """
        prose = [unit for unit in page.units[page.body :] if unit.kind == "paragraph"]
        for unit in prose[:0:-1][:_LAST]:
            if not self._is_appeal(unit.text):
                break
            unit.kind = "boilerplate"
            prose.pop()
        if len(prose) > 1 and _INITIALS.fullmatch(prose[-1].text):
            unit = prose.pop()
            unit.kind = "credit"
            page.credits.append(Credit(name=unit.text, span=Span(unit.start, unit.end)))
        rest = self._below_report(page, closed)
        titles = sum(count_words(unit.text) > _SHORT for unit in rest)
        for unit in rest:
            if count_words(unit.text) <= _SHORT:
                unit.kind = "boilerplate"
            elif titles > 1 or has_title_case(unit.text):
                unit.kind = "related"
                page.related.append(Link(title=unit.text, span=Span(unit.start, unit.end)))

    @staticmethod
    def _below_report(page: Page, closed: bool) -> list[Unit]:
        """The lines below the report that look like titles."""
        units = page.units
        last = len(units)
        while last > page.body and (units[last - 1].kind == "boilerplate" or _is_leftover(units[last - 1])):
            last -= 1
        closed = closed or (last > 0 and units[last - 1].kind in ("credit", "contributors"))
        return [unit for unit in units[last:] if unit.kind == "paragraph"] if closed else []

    def _is_appeal(self, text: str) -> bool:
        """Whether a paragraph asks the readers for something: many such words, one of them strong."""
        if len(text) > _APPEAL_LENGTH:
            return False
        low = text.lower()
        if not any(word in low for word in self._strong):
            return False
        words = set(_LETTERS.findall(low))
        return bool(words & self._strong) and len(words & self._appeal) >= _APPEAL_WORDS


def _is_leftover(unit: Unit) -> bool:
    return unit.kind == "paragraph" and is_title(unit.text) and not unit.ends_sentence
