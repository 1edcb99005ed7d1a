"""What an editor put into or left out of the words in marks: [insertions] and ellipses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uzru.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["find_edits", "has_edits"]

_INSERTION = re.compile(r"\[[^\[\]]{1,200}\]")
_ELISION = re.compile(r"\.(?: ?\.){2,3}|…\.?")


def has_edits(view: str) -> bool:
    """Whether a text may hold edits at all.

    >>> has_edits("The mint stays . . ."), has_edits("The mint stays.")
    (True, False)
    """
    return "[" in view or "…" in view or ".." in view or ". ." in view


def find_edits(view: str, verbatim: Sequence[Span]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The insertions, brackets included, and the ellipses in the marked words.

    >>> view = "It [the mint] will close.... We know."
    >>> find_edits(view, [Span(0, len(view))])
    ((Span(3, 13),), (Span(24, 28),))
    """
    return _find(_INSERTION, view, verbatim), _find(_ELISION, view, verbatim)


def _find(pattern: re.Pattern[str], view: str, verbatim: Sequence[Span]) -> tuple[Span, ...]:
    return tuple([Span(*found.span()) for span in verbatim for found in pattern.finditer(view, span.start, span.end)])
