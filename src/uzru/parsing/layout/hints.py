"""What is known of lines before the page is read, such as by a web page's markup."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from uzru.model import BlockKind, Link, Span
from uzru.parsing.layout.page import Page

__all__ = ["Hint", "apply_hints"]


class Hint(NamedTuple):
    """That a line is known to be of a kind.

    Attributes:
        start: where the line begins.
        kind: what it is.
        url: for a related title, where it leads.
    """

    start: int
    kind: BlockKind
    url: str | None = None


def apply_hints(page: Page, hints: Iterable[Hint]) -> None:
    """Give the units that begin where hints say so their kinds; the steps of `Layout` pass over known units."""
    by_start = {hint.start: hint for hint in hints}
    for unit in page.units if by_start else ():
        hint = by_start.get(unit.start)
        if hint is None:
            continue
        unit.kind = hint.kind.value
        if hint.kind is BlockKind.RELATED and hint.url is not None:
            page.related.append(Link(title=unit.text, span=Span(unit.start, unit.end), url=hint.url))
