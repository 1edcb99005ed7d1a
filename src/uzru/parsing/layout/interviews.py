"""Interviews: labels make questions and answers, and paragraphs without one go on with what was said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from typing import NamedTuple

from uzru.knowledge import Knowledge
from uzru.parsing.late import late
from uzru.parsing.layout.credits import CreditReader
from uzru.parsing.layout.names import Outlets
from uzru.parsing.layout.page import Page
from uzru.parsing.layout.styles import Style

__all__ = ["Interviews"]

_LABEL = late(
    r"((?![a-zß-öø-ÿ])[^\W\d_][\w'’ʻ`./&-]{0,30}(?: (?:[a-z]{1,3} )?[\w'’ʻ`.&/-]{1,30}){0,4}"
    r"(?:, [^:,\n]{2,40}| \([^()\n]{2,30}\))?) ?:(?: (?=\S)|$)"
)
# A marked word at the front of a sentence is no quotation.
_MARKED = late(r"[\"“][^\"”]{1,40}[\"”] [a-zß-öø-ÿ]")
_FEWEST_LABELS = 3
# How far into a line a label ends.
_REACH = 90
# A longer line is prose even if it is cut off.
_LONG = 120
# Shares of an interviewer's turns that hold a question.
_ASKS = 0.5


class _Label(NamedTuple):
    """A label: its unit's index, its words without case, its length with the colon, and what is said behind it."""

    unit: int
    name: str
    length: int
    words: str


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
        labels = {label.unit: label for label in self._find_labels(page)}
        if not labels or not self._is_interview(labels.values()):
            return
        askers = self._find_askers(labels.values())
        turn = ""
        for index, unit in enumerate(page.units[page.body :], page.body):
            if (label := labels.get(index)) is not None:
                turn = "question" if label.name in askers else "answer"
                unit.kind = turn
                unit.label = (unit.start, unit.start + label.length)
            elif turn and not unit.kind and _goes_on(page, index):
                if self._credits.read(unit.text, 0) is not None:
                    break
                unit.kind = turn

    @staticmethod
    def _find_labels(page: Page) -> list[_Label]:
        found: list[_Label] = []
        unsure: list[_Label] = []
        for index, unit in enumerate(page.units[page.body :], page.body):
            if unit.plain or unit.kind or ":" not in unit.text[:_REACH]:
                continue
            match = _LABEL.match(unit.text)
            if match is None:
                continue
            name, behind = match[1].strip().casefold(), unit.text[match.end() :]
            length = unit.text.index(":", match.end(1)) + 1
            if behind:
                # A colon before a quotation gives its speaker; it is a label only if the same words are one elsewhere.
                quoted = behind[0] in '"“«' and _MARKED.match(behind) is None
                (unsure if quoted else found).append(_Label(index, name, length, behind))
            elif index + 1 < len(page.units):
                # Alone on its line it is a label if it comes again.
                unsure.append(_Label(index, name, length, page.units[index + 1].text))
        names = {label.name for label in found} | {_surname(label.name) for label in found}
        alone = Counter(label.name for label in unsure if page.units[label.unit].text.endswith(":"))
        return found + [
            label for label in unsure if label.name in names or _surname(label.name) in names or alone[label.name] > 1
        ]

    def _asks_by_name(self, label: str) -> bool:
        parts = [part.strip(" )") for part in re.split(r"[,(]", label)]
        return any(part in self._askers or self._outlets.knows(part) for part in parts)

    def _is_interview(self, labels: Collection[_Label]) -> bool:
        """Whether somebody asks and somebody else answers."""
        names = {label.name for label in labels}
        asked = any("?" in label.words for label in labels)
        if len(names) < 2 or not asked or all(self._asks_by_name(name) for name in names):
            return False
        if any(self._asks_by_name(name) or name in self._answerers for name in names):
            return True
        return _FEWEST_LABELS <= len(labels) > len(names)

    def _find_askers(self, labels: Collection[_Label]) -> set[str]:
        named = {label.name for label in labels if self._asks_by_name(label.name)}
        if named:
            surnames = {_surname(name) for name in named if "," in name}
            return named | {label.name for label in labels if _surname(label.name) in surnames}
        asked: dict[str, list[bool]] = {}
        for label in labels:
            asked.setdefault(label.name, []).append(label.words.rstrip("\"”' ").endswith("?"))
        return {
            name for name, turns in asked.items() if sum(turns) / len(turns) >= _ASKS and name not in self._answerers
        }


def _surname(label: str) -> str:
    """The last name of a label that may have an outlet behind a comma."""
    return label.partition(",")[0].split()[-1]


def _goes_on(page: Page, index: int) -> bool:
    """Whether a line without a label goes on with what was said: prose, and no pull quote."""
    unit = page.units[index]
    after = page.units[index + 1] if index + 1 < len(page.units) else None
    # A line in marks directly above another line, as no paragraph of the page stands.
    pulled = unit.text[0] in '"“' and unit.text[-1] in '"”' and unit.gap > 0 and after is not None and after.gap == 0
    closed = unit.text.rstrip("\"”’'")[-1:] in (".", "!", "?", "…")
    return not pulled and (closed or len(unit.text) > _LONG)
