"""Interviews: labels make questions and answers, and paragraphs without one go on with what was said."""

from __future__ import annotations

import re
from collections.abc import Iterable

from uzru.knowledge import Knowledge
from uzru.parsing.layout.credits import CreditReader
from uzru.parsing.layout.lines import Unit
from uzru.parsing.layout.names import Outlets
from uzru.parsing.layout.page import Page, is_prose
from uzru.parsing.layout.styles import Style

__all__ = ["Interviews"]

_LABEL = re.compile(
    r"((?![a-zß-öø-ÿ])[^\W\d_][\w'’ʻ`./&-]{0,30}(?: (?:[a-z]{1,3} )?[\w'’ʻ`.&/-]{1,30}){0,4}"
    r"(?:, [^:,\n]{2,40})?) ?: (?=\S)"
)
_FEWEST_LABELS = 3
# A longer line is prose even if it is cut off.
_LONG = 120
# Shares of an interviewer's turns that hold a question.
_ASKS = 0.5


class Interviews:
    """Finds who asks and who answers."""

    def __init__(self, knowledge: Knowledge, outlets: Outlets, reader: CreditReader, styles: Iterable[Style]) -> None:
        self._outlets = outlets
        self._credits = reader
        words = [row for row in knowledge.table("page-words") if row[1] in ("asker", "answerer")]
        own = (label for style in styles for label in style.labels)
        self._askers = frozenset([*(word for word, kind, _ in words if kind == "asker"), *map(str.casefold, own)])
        self._answerers = frozenset(word for word, kind, _ in words if kind == "answerer")

    def mark(self, page: Page) -> None:
        """Give the kinds `question` and `answer` to the units of an interview, if the page holds one."""
        labels = self._find_labels(page)
        if not self._is_interview(labels):
            return
        askers = self._find_askers(labels)
        turn = ""
        by_unit = {id(unit): (name, end) for unit, name, end in labels}
        for index, unit in enumerate(page.units[page.body :], page.body):
            if id(unit) in by_unit:
                name, end = by_unit[id(unit)]
                turn = "question" if name in askers else "answer"
                unit.kind = turn
                unit.label = (unit.start, unit.start + end)
            elif turn and not unit.kind and _goes_on(page, index):
                if self._credits.read(unit.text, 0) is not None:
                    break
                unit.kind = turn

    @staticmethod
    def _find_labels(page: Page) -> list[tuple[Unit, str, int]]:
        found: list[tuple[Unit, str, int]] = []
        quoting: list[tuple[Unit, str, int]] = []
        for unit in page.units[page.body :]:
            if unit.kind or ":" not in unit.text[:90]:
                continue
            match = _LABEL.match(unit.text)
            if match:
                end = match.end(1) + 1 + (unit.text[match.end(1)] == " ")
                # A colon before a quotation gives its speaker; it is a label only if the same words are one elsewhere.
                target = quoting if unit.text[match.end()] in '"“«' else found
                target.append((unit, match[1].strip().casefold(), end))
        names = {name for _, name, _ in found}
        return found + [label for label in quoting if label[1] in names]

    def _asks_by_name(self, label: str) -> bool:
        parts = [part.strip() for part in label.split(",")]
        return any(part in self._askers or self._outlets.knows(part) for part in parts)

    def _is_interview(self, labels: list[tuple[Unit, str, int]]) -> bool:
        names = [name for _, name, _ in labels]
        if len(set(names)) < 2:
            return False
        if any(self._asks_by_name(name) or name in self._answerers for name in names):
            return True
        questions = sum("?" in unit.text for unit, _, _ in labels)
        return len(names) >= _FEWEST_LABELS and len(set(names)) < len(names) and questions > 0

    def _find_askers(self, labels: list[tuple[Unit, str, int]]) -> set[str]:
        named = {name for _, name, _ in labels if self._asks_by_name(name)}
        if named:
            surnames = {name.partition(",")[0].split()[-1] for name in named if "," in name}
            return named | {name for _, name, _ in labels if name.partition(",")[0].split()[-1] in surnames}
        shares: dict[str, list[int]] = {}
        for unit, name, _ in labels:
            shares.setdefault(name, []).append(unit.text.rstrip("\"”' ").endswith("?"))
        return {
            name for name, asked in shares.items() if sum(asked) / len(asked) >= _ASKS and name not in self._answerers
        }


def _goes_on(page: Page, index: int) -> bool:
    """Whether a line without a label goes on with what was said: prose, and no pull quote."""
    unit = page.units[index]
    after = page.units[index + 1] if index + 1 < len(page.units) else None
    # A line in marks directly above another line, as no paragraph of the page stands.
    pulled = unit.text[0] in '"“' and unit.text[-1] in '"”' and unit.gap > 0 and after is not None and after.gap == 0
    return not pulled and (is_prose(unit.text) or len(unit.text) > _LONG)
