"""Lines on which a page runs several blocks together: text, credit, notice."""

from __future__ import annotations

import re

from uzru.parsing.layout.credits import CreditReader
from uzru.parsing.layout.frames import Frames
from uzru.parsing.layout.lines import Unit
from uzru.parsing.layout.page import Page
from uzru.parsing.layout.stamps import Stamps

__all__ = ["join_issue_lines", "split_glued"]

# An issue line is one of the first, and what is cut off it is short.
_TOP, _ISSUE_FRONT, _ISSUE_PART = 10, 60, 30
# A notice is glued to one of the last lines.
_FOOT = 12
_BRACKET = re.compile(r"[(\[][^()\[\]]{12,400}[)\]][.]?")


def split_glued(page: Page, frames: Frames, reader: CreditReader) -> None:
    """Make units of their own of credits within a line and of notices glued behind one."""
    units: list[Unit] = []
    notices = page.notices
    if not notices and "(" not in page.view and "[" not in page.view:
        return
    for index, unit in enumerate(page.units):
        if not notices and "(" not in unit.text and "[" not in unit.text:
            units.append(unit)
            continue
        rest: Unit | None = unit
        while rest is not None:
            units.append(rest)
            at = _glued_credit(rest, reader)
            rest = _cut(rest, at) if at else None
        at = frames.glued_notice(units[-1].text) if notices and index + _FOOT >= len(page.units) else 0
        if at and (rest := _cut(units[-1], at)):
            units.append(rest)
    page.units = units


def join_issue_lines(page: Page, stamps: Stamps) -> None:
    """Join an issue line that stray breaks have cut ('June 30, 2006, Volume', '6, Number', '20')."""
    units = page.units
    for index in range(min(_TOP, len(units) - 1)):
        if len(units[index].text) > _ISSUE_FRONT:
            continue
        for stop in range(index + 2, min(index + 5, len(units)) + 1):
            first, last = units[index], units[stop - 1]
            if len(last.text) > _ISSUE_PART or not last.text[-1].isdigit():
                continue
            text = page.view[first.start : last.end].replace("\n", " ")
            if stamps.issue_date(" ".join(text.split())) is not None:
                if stamps.issue_date(first.text) is None:
                    units[index:stop] = [Unit(first.start, last.end, text, first.gap)]
                return


def _glued_credit(unit: Unit, reader: CreditReader) -> int:
    """Where to cut: before a credit in the line, or behind one that begins it; 0 if there is none to cut off."""
    text = unit.text
    if "(" not in text and "[" not in text:
        return 0
    for match in _BRACKET.finditer(text):
        if match.start() == 0 and match.end() < len(text):
            credited = reader.read(match[0], 0)
            if credited is not None and (credited.style is not None or len(credited.people) > 1):
                return match.end()
        elif match.end() < len(text) - 1 and text[match.end()] == " ":
            core = match[0]
            if ("by " in core or "contribut" in core) and text[: match.start()].rstrip()[-1:] in '.!?"”)':
                credited = reader.read(core, 0)
                if credited is not None and credited.style is not None:
                    return match.start()
    return 0


def _cut(unit: Unit, at: int) -> Unit | None:
    """End the unit at this index; what stands behind it is a unit of its own."""
    head, tail = unit.text[:at].rstrip(), unit.text[at:].lstrip()
    if not head or not tail:
        return None
    following = Unit(unit.end - len(tail), unit.end, tail, 0)
    unit.text = head
    unit.end = unit.start + len(head)
    return following
