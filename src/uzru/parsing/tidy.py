"""A text without what nobody sees: invisible characters, and blanks beside blanks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from uzru.model import ArticleId, Block, BlockKind, Dateline, Span
from uzru.parsing.layout.lines import read_units
from uzru.parsing.moving import move_block, move_events, move_facts, move_quotes

__all__ = ["Tidied", "restore", "tidy", "whole"]

# Soft hyphens, joiners and blanks of no width, marks of direction, byte order marks.
_INVISIBLE = "\xad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_BLANK = " \t\xa0"
_PLACED = ("byline", "contributors", "credits", "related", "mentions", "places", "dates")
# Each run of blanks is gone through once: only one behind a visible character starts a match.
_UNSEEN = re.compile(
    rf"[{_BLANK}{_INVISIBLE}](?:"
    rf"(?<=\S[{_BLANK}])[{_BLANK}]*(?=\r?\n)"  # what ends a line
    rf"|(?<=\S[{_BLANK}][{_BLANK}{_INVISIBLE}])[{_BLANK}{_INVISIBLE}]*"  # what follows a blank
    rf"|(?<=[{_INVISIBLE}])[{_INVISIBLE}]*)"
)
_PAIR = re.compile(rf"[{_BLANK}][{_BLANK}\r\n]")


class Tidied:
    r"""A text with nothing unseen in it, and where its characters stand in the text as it came.

    Attributes:
        text: what is seen; indents and line breaks stay.

    >>> tidied = Tidied("The  mi\u00adnt \nclosed.")
    >>> tidied.text, tidied.move(Span(4, 8))
    ('The mint\nclosed.', Span(5, 10))
    """

    def __init__(self, text: str) -> None:
        kept = []
        self._starts, self._before = [0], [0]  # from this offset on so many characters are left out
        at = length = 0
        for match in _unseen(text):
            if match.start() > at:
                kept.append(text[at : match.start()])
                length += match.start() - at
            at = match.end()
            if self._starts[-1] == length:
                self._before[-1] = at - length
            else:
                self._starts.append(length)
                self._before.append(at - length)
        kept.append(text[at:])
        self.text = "".join(kept)

    def origin(self, offset: int) -> int:
        """Where a character stood."""
        return offset + self._before[bisect_right(self._starts, offset) - 1]

    def move(self, span: Span) -> Span:
        """Where a span stood."""
        start, end = span.start, span.end
        part = bisect_right(self._starts, start)
        before = self._before[part - 1]
        if part < len(self._starts) and self._starts[part] < end:
            return Span(start + before, self.origin(end - 1) + 1)
        return Span(start + before, end + before) if before else span

    def offset(self, origin: int) -> int:
        """Where a character is now; where the next one is if it was left out."""
        return bisect_left(range(len(self.text)), origin, key=self.origin)


def tidy(text: str) -> Tidied | None:
    """The text with nothing unseen in it; None if that is the text as it came, as it mostly is.

    >>> tidy("The mint closed.") is None
    True
    """
    blanks = [blank for blank in _BLANK if blank in text]
    doubled = any(one + other in text for one in blanks for other in blanks)
    tidied = Tidied(text) if doubled or _hides(text) or _is_cut_behind(blanks, text) else None
    # An indent is seen, and of a text of nothing else there is nothing to tell.
    return tidied if tidied and tidied.text != text and not tidied.text.isspace() and tidied.text else None


def _is_cut_behind(blanks: Sequence[str], text: str) -> bool:
    """Whether blanks end lines and a line goes on behind a break; elsewhere the layout leaves such blanks out."""
    if not any(blank + end in text for blank in blanks for end in "\r\n"):
        return False
    view, units = read_units(text)
    return any(view.find("\n", unit.start, unit.end) >= 0 for unit in units)


def _hides(text: str) -> bool:
    """Whether there is an invisible character."""
    return not text.isascii() and any(mark in text for mark in _INVISIBLE)


def _unseen(text: str) -> Iterator[re.Match[str]]:
    """What nobody sees.  Among blanks alone, of which few have another beside them, such pairs are looked for first."""
    if _hides(text):
        yield from _UNSEEN.finditer(text)
        return
    at = 0
    while (pair := _PAIR.search(text, at)) and (match := _UNSEEN.search(text, pair.start())):
        yield match
        at = match.end()


def restore(facts: Mapping[str, Any], tidied: Tidied, text: str, article_id: ArticleId) -> dict[str, Any]:
    """What an article of the tidied text has with spans, by its fields, as one of the text as it came has it."""
    move = tidied.move
    quotes = move_quotes(facts["quotes"], move, text, article_id)
    dateline: Dateline | None = facts["dateline"]
    return {
        "blocks": tuple(_cover(text, [moved for block in facts["blocks"] if (moved := move_block(block, move))])),
        "dateline": dateline and attrs.evolve(dateline, span=move(dateline.span)),
        **{field: move_facts(facts[field], move) for field in _PLACED},
        "quotes": tuple(quotes.values()),
        "events": move_events(facts["events"], move, article_id, quotes),
    }


def whole(span: Span, blocks: Sequence[Block]) -> Span:
    """A span of whole blocks with the invisible characters that its first and its last block hold."""
    first = bisect_right(blocks, span.start, key=lambda block: block.span.end)
    last = bisect_left(blocks, span.end, key=lambda block: block.span.start) - 1
    if last < first:
        return span
    return Span(min(span.start, blocks[first].span.start), max(span.end, blocks[last].span.end))


def _cover(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with the invisible characters beside them, and blocks of those on lines of their own."""
    at = 0
    behind = [*(block.span.start for block in blocks[1:]), len(text)]
    for block, limit in zip(blocks, behind, strict=True):
        above, _, before = text[at : block.span.start].rpartition("\n")
        start = block.span.start - len(before.lstrip())
        yield from _hidden(text, at, at + len(above))
        at = block.span.end + len(text[block.span.end : limit].partition("\n")[0].rstrip())
        yield block if block.span == (span := Span(start, at)) else attrs.evolve(block, span=span)
    yield from _hidden(text, at, len(text))


def _hidden(text: str, start: int, end: int) -> Iterator[Block]:
    """A block of what stands there, if anything does."""
    if hidden := text[start:end].strip():
        first = text.index(hidden, start)
        yield Block(kind=BlockKind.UNPARSED, span=Span(first, first + len(hidden)))
