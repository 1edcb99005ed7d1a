"""The order in which a page is read: frame, repeats, digest, head, interview, body."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

import attrs

from uzru.knowledge import Knowledge
from uzru.model import Block, Credit, PartialDate, Span
from uzru.parsing.layout.bodies import BodyReader
from uzru.parsing.layout.captions import Captions
from uzru.parsing.layout.credits import CreditReader
from uzru.parsing.layout.datelines import DatelineFinder
from uzru.parsing.layout.dates import PageDates
from uzru.parsing.layout.digests import Digests
from uzru.parsing.layout.frames import Frames
from uzru.parsing.layout.heads import HeadReader
from uzru.parsing.layout.hints import Hint, apply_hints
from uzru.parsing.layout.interviews import Interviews
from uzru.parsing.layout.lines import Piece, Unit, read_units
from uzru.parsing.layout.names import Gazetteer, Outlets
from uzru.parsing.layout.page import Page, same_words
from uzru.parsing.layout.plainness import Plainness
from uzru.parsing.layout.result import Item, LaidOut
from uzru.parsing.layout.splits import join_issue_lines, split_glued
from uzru.parsing.layout.stamps import Stamps
from uzru.parsing.layout.styles import Style, load_styles
from uzru.parsing.text import Paragraph, Reading

__all__ = ["Layout"]

_PROSE = frozenset(
    "headline summary paragraph pull-quote subheading sidebar caption question answer item-headline".split()
)
# What most of a page is, and where no outlet speaks of itself.
_TEXT = frozenset({"paragraph", "pull-quote", "question", "answer", "sidebar"})
# No prose, but names and dates stand in them: they stay in the view, outside all paragraphs.
_NAMING = frozenset({"dateline", "byline", "contributors", "credit"})
# A line given twice is known next to its first copy, in the head also near it; further on, only among other
# paragraphs given twice.
_SHORTEST, _LONG_REPEAT, _ADJACENT, _NEAR, _HEAD = 12, 60, 2, 6, 12
# A line that ends in a digit and is no longer may be a date, and two items may have one date.
_DATE = 40
# A longer line is compared as it stands.
_LONG_LINE = 200
# A quotation may be a pull quote, a bracket the credit of several items.
_NEVER_REPEATS = '"“(['
# What is looked through of a line outside the prose for the outlet's name.
_SHORT = 500
# How far from the end of a page its notices stand.
_FOOT = 3000
_START = attrgetter("start")
# The weight of signs from which on a house style counts as recognized.
_RECOGNIZED = 2


class Layout:
    r"""Reads a page: which line is what, and the facts of the page.

    Args:
        knowledge: the knowledge tables.
        styles: the house styles; those of `load_styles()` if none are given.

    >>> layout = Layout(Knowledge())
    >>> page = layout("Mint Opens In Brno\n\nBRNO, 9 July 2002 (RFE/RL) -- A mint opened today.\n\n(Reuters, AP)")
    >>> page.headline, str(page.dateline), [credit.name for credit in page.credits]
    ('Mint Opens In Brno', 'Brno, 2002-07-09, RFE/RL', ['Reuters', 'AP'])
    >>> [block.kind.value for block in page.blocks]
    ['headline', 'dateline', 'paragraph', 'credit']
    """

    def __init__(self, knowledge: Knowledge, styles: tuple[Style, ...] | None = None) -> None:
        self.styles = load_styles() if styles is None else styles
        self._known = tuple(style for style in self.styles if style.publisher)
        own = [outlet for style in self.styles for outlet in style.outlets]
        dates = PageDates(knowledge)
        places = Gazetteer(knowledge)
        outlets = Outlets(knowledge, own)
        datelines = DatelineFinder(dates, places, outlets, self.styles)
        reader = CreditReader(knowledge, dates, places, outlets, self.styles)
        stamps = Stamps(knowledge, dates)
        captions = Captions(knowledge, outlets, dates)
        self._frames = Frames(self.styles)
        self._credits = reader
        self._stamps = stamps
        self._heads = HeadReader(stamps, places, outlets, datelines, reader, captions, self._frames)
        self._digests = Digests(stamps, datelines, reader)
        self._interviews = Interviews(knowledge, outlets, reader, self.styles)
        self._plainness = Plainness(self._frames, reader, captions)
        self._bodies = BodyReader(knowledge, self._frames, stamps, reader, captions, self._plainness, self.styles)
        self._datelines = datelines

    def __call__(self, text: str, date: PartialDate | None = None, hints: Sequence[Hint] = ()) -> LaidOut:
        """The blocks and facts of a page.

        Args:
            text: the page, as it came.
            date: the day that 'today' means, if the caller knows it.
            hints: what is known of lines already, such as by markup.
        """
        view, units = read_units(text)
        page = Page(text, view, units, date)
        apply_hints(page, hints)
        join_issue_lines(page, self._stamps)
        page.notices = self._frames.has_notices(view[-_FOOT:])
        split_glued(page, self._frames, self._credits)
        self._plainness.mark(page.units)
        self._frames.mark(page)
        _mark_repeats(page.units)
        first = self._digests.mark(page)
        self._heads.read(page, first)
        if first is not None:
            page.body = min(page.body, first)
            self._item_datelines(page)
        self._interviews.mark(page)
        self._heads.summaries.take_introduction(page)
        self._bodies.read(page)
        return self._assemble(page)

    def _item_datelines(self, page: Page) -> None:
        """Take the datelines off the reports of a digest."""
        starts = [item.start for item in page.items]
        for unit in page.units[page.body :]:
            if unit.kind or unit.start < starts[0]:
                continue
            self._heads.openings.take_of_item(page, unit)

    def _assemble(self, page: Page) -> LaidOut:
        pieces: list[Piece] = []
        for unit in page.units:
            if unit.before or unit.after or unit.repeats or not unit.text:
                pieces += _pieces(unit)
            else:
                pieces.append(Piece(unit.kind or "unparsed", unit.start, unit.end, unit.label, None))
        pieces.sort(key=_START)
        blocks = [
            Block(
                kind=kind,
                span=Span(start, end),
                label=Span(*label) if label else None,
                repeats=Span(*repeats) if repeats else None,
            )
            for kind, start, end, label, repeats in pieces
        ]
        reading = _reading(page, pieces)
        if not page.byline:
            page.byline += self._reporters(page, pieces)
        published = page.date or (page.dateline.date if page.dateline else None) or page.stamp
        published = _with_year(published, page.stamp)
        dateline = page.dateline
        if dateline is not None and dateline.date is not None:
            dateline = attrs.evolve(dateline, date=_with_year(dateline.date, page.date or page.stamp))
        style = self._style_of_agency(page)
        if style is None:
            self._recognize(page, pieces)
            style = self._style_of_signs(page)
        items = _items(page, published)
        return LaidOut(
            blocks=tuple(blocks),
            reading=reading,
            headline=next((_text(page, piece) for piece in pieces if piece.kind == "headline"), None),
            summary="\n".join(_text(page, piece) for piece in pieces if piece.kind == "summary" and not piece.repeats)
            or None,
            dateline=dateline,
            published=published,
            byline=tuple(page.byline),
            contributors=tuple(page.contributors),
            credits=tuple(page.credits),
            related=tuple(page.related),
            style=style.name if style else None,
            publisher=style.publisher if style else None,
            anchors=_anchors(items, published),
            items=items,
            dates=tuple(sorted(page.dates)),
        )

    def _reporters(self, page: Page, pieces: list[Piece]) -> list[Credit]:
        """Whoever the summary names as the one who reports."""
        summaries = (piece for piece in pieces if piece.kind == "summary" and not piece.repeats)
        found = (self._credits.people.reporter(page.view[piece.start : piece.end], piece.start) for piece in summaries)
        return [credit for credit in found if credit is not None]

    def _recognize(self, page: Page, pieces: list[Piece]) -> None:
        """Count the signs of house styles on the page, most of which stand outside the prose."""
        frame: list[str] = []
        outside: list[str] = []
        for kind, start, end, label, _ in pieces:
            if kind not in _TEXT:
                words = page.view[start : min(end, start + _SHORT)]
                frame.append(words)
                if kind not in _PROSE and kind not in ("credit", "dateline"):
                    outside.append(words)
            elif label and kind == "question":
                outside.append(page.view[slice(*label)])
        self._frames.recognize(page, "\n".join(frame), "\n".join(outside))

    def _style_of_agency(self, page: Page) -> Style | None:
        """The style of the agency in the dateline."""
        agency = page.dateline.agency.casefold() if page.dateline and page.dateline.agency else None
        if agency is None:
            return None
        return next((style for style in self._known if agency in map(str.casefold, style.outlets)), None)

    def _style_of_signs(self, page: Page) -> Style | None:
        """The style that most signs speak for, if they are loud enough."""
        best = max(page.styles.values(), default=0)
        if best < _RECOGNIZED:
            return None
        return next((style for style in self._known if page.styles.get(style.name, 0) == best), None)


def _mark_repeats(units: list[Unit]) -> None:
    """Give the kind `repeat` to lines that give an earlier one again: close to it, or several in the same order."""
    seen: dict[str, int] = {}
    firsts: dict[int, int] = {}
    for index, unit in enumerate(units):
        if unit.kind or len(unit.text) < _SHORTEST or (len(unit.text) < _DATE and unit.text[-1].isdigit()):
            continue
        words = same_words(unit.text) if len(unit.text) < _LONG_LINE else unit.text
        first = seen.setdefault(words, index)
        if first != index and not (len(words) < 400 and words[0] in _NEVER_REPEATS):
            firsts[index] = first
    for index, first in firsts.items():
        unit = units[index]
        near = index - first <= _ADJACENT or (index - first <= _NEAR and index <= _HEAD)
        run = len(unit.text) >= _LONG_REPEAT and any(
            abs(firsts[other] - first) <= 2 for other in (index - 2, index - 1, index + 1, index + 2) if other in firsts
        )
        if near or run:
            unit.kind = "repeat"
            unit.repeats = units[first]


def _pieces(unit: Unit) -> list[Piece]:
    kind, repeats = unit.kind or "unparsed", None
    if unit.repeats is not None:
        kind = unit.repeats.kind or "paragraph"
        first, cut = unit.repeats, (*unit.repeats.before, *unit.repeats.after[::-1])
        # A line of nothing but a dateline or the like is all cut off.
        repeats = (first.start, first.end) if first.text or not cut else (cut[0].start, cut[-1].end)
    own = [Piece(kind, unit.start, unit.end, unit.label, repeats)] if unit.text else []
    return own if not (unit.before or unit.after) else [*unit.before, *own, *unit.after[::-1]]


def _reading(page: Page, pieces: list[Piece]) -> Reading:
    """The prose of the page: a view of the same length, and the paragraphs in it."""
    view = page.view
    parts: list[str] = []
    paragraphs: list[Paragraph] = []
    at = 0
    for kind, start, end, label, repeats in pieces:
        prose = kind in _PROSE
        if repeats or not (prose or kind in _NAMING):
            continue
        spans = ((start, end),) if label is None or kind != "sidebar" else (label, (label[1], end))
        for begin, stop in spans:
            words = view[begin:stop].replace("\n", " ")
            if words[:1] == " ":
                bare = words.lstrip()
                begin += len(words) - len(bare)
                words = bare
            if not words:
                continue
            if begin > at:
                parts.append("\n" + " " * (begin - at - 1) if at else " " * begin)
            parts.append(words)
            if prose:
                paragraphs.append(Paragraph(begin, stop, kind))
            at = stop
    parts.append(" " * (len(view) - at))
    return Reading(page.text, "".join(parts), tuple(paragraphs))


def _text(page: Page, piece: Piece) -> str:
    return " ".join(page.view[piece.start : piece.end].split())


def _with_year(date: PartialDate | None, other: PartialDate | None) -> PartialDate | None:
    """A date without a year takes that of another date of the page."""
    if date is None or other is None or date.year is not None or other.year is None:
        return date
    return PartialDate.parse(f"{other.year:04d}{str(date)[4:]}")


def _items(page: Page, published: PartialDate | None) -> tuple[Item, ...]:
    found = []
    blocks = [unit for unit in page.units if unit.kind not in ("boilerplate", "related")]
    starts = [item.start for item in page.items]
    where = 0
    for index, item in enumerate(page.items):
        stop = starts[index + 1] if index + 1 < len(starts) else len(page.text)
        end = item.start
        while (
            where < len(blocks)
            and (blocks[where].before[0].start if blocks[where].before else blocks[where].start) < stop
        ):
            unit = blocks[where]
            end = max(end, unit.after[0].end if unit.after else unit.end)
            where += 1
        if end <= item.start:
            continue
        own = tuple(credit for credit in page.credits if item.start <= credit.span.start < end)
        date = page.date or _with_year(item.date, published) or published
        found.append(Item(span=Span(item.start, end), headline=item.headline, date=date, credits=own))
    return tuple(found)


def _anchors(items: tuple[Item, ...], published: PartialDate | None) -> tuple[tuple[int, PartialDate | None], ...]:
    anchors: list[tuple[int, PartialDate | None]] = [(0, published)]
    for item in items:
        if item.date != anchors[-1][1]:
            anchors.append((item.span.start, item.date)) if item.span.start else anchors.__setitem__(0, (0, item.date))
    return tuple(anchors)
