"""Which lines of a web page are the report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from uzru.errors import MissingExtraError
from uzru.parsing.html.page import Line, WebPage

__all__ = ["pick_lines"]

# Pages deeper or longer than these are not given to trafilatura.
_DEEPEST, _LONGEST = 200, 5_000_000
_CONTAINED = 30
_MARKED: Final = frozenset({"summary", "caption", "pull-quote", "sidebar", "related"})
_SAYS: Final = re.compile(r"[^\W_]")


def pick_lines(page: WebPage, markup: str) -> list[Line]:
    """The lines of the report: those in a body that the marks know, else those that trafilatura takes for it.

    Raises:
        MissingExtraError: if trafilatura is needed and not installed.
    """
    lines = [line for line in page.lines if line.kind not in ("skip", "author") and _SAYS.search(line.text)]
    if any(line.body and line.kind != "caption" for line in lines):
        return [line for line in lines if line.body or line.kind == "summary"]
    taken = _normal(_extract(markup)) if page.depth <= _DEEPEST and len(markup) <= _LONGEST else ""
    if taken:
        kept = set(taken.split("\n"))
        whole = taken.replace("\n", " ")
        picked = {index for index, line in enumerate(lines) if _is_kept(_normal(line.text), kept, whole)}
        if picked:
            return list(_with_marked(lines, picked))
    main = [line for line in lines if line.main] or lines
    return [line for line in main if line.linked * 2 < len(line.text)]


def _with_marked(lines: list[Line], picked: set[int]) -> Iterator[Line]:
    """The picked lines, and what is marked between the headline above them and the last: captions, pointers, boxes."""
    first, last = min(picked), max(picked)
    top = next((index for index in range(first, -1, -1) if lines[index].tag == "h1"), first)
    for index in range(top, last + 1):
        if index in picked or lines[index].kind in _MARKED:
            yield lines[index]


def _is_kept(words: str, kept: set[str], whole: str) -> bool:
    return words in kept or (len(words) >= _CONTAINED and words in whole)


def _normal(text: str) -> str:
    return "\n".join(" ".join(line.casefold().split()).lstrip("-•* ") for line in text.split("\n"))


def _extract(markup: str) -> str:
    trafilatura = _trafilatura()
    clean = markup.encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
    try:
        return trafilatura.extract(clean, fast=True, include_comments=False, deduplicate=False) or ""
    except Exception:  # whatever it stumbles over, the page is still read without it
        return ""


def _trafilatura() -> Any:
    try:
        import trafilatura
    except ImportError:
        raise MissingExtraError("parse_html needs trafilatura; install it with: pip install 'uzru[html]'") from None
    return trafilatura
