"""Makes frozen attributions of drafts: kinds, inner spans, edits, dates, confidence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from uzru.model import Interval, PartialDate, QuoteKind, Span
from uzru.parsing.quotes.attribution import Attribution
from uzru.parsing.quotes.drafts import Draft, Range
from uzru.parsing.quotes.edits import find_edits, has_edits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uzru.model import DateMention
    from uzru.parsing.quotes.confidence import Confidence
    from uzru.parsing.quotes.marks import Stretch

__all__ = ["make_attributions"]

_DIRECT, _INDIRECT, _MIXED = QuoteKind.DIRECT, QuoteKind.INDIRECT, QuoteKind.MIXED
_NEARLY_ALL = 0.9
_NEAR = 120
# Words that begin another clause: 'Malika, who left in May, said'.
_OTHER_CLAUSE = re.compile(r"\b(?:who|whom|whose|which|that|when|where|while|because|if|since)\b")


def make_attributions(
    drafts: Sequence[Draft],
    stretches: Sequence[Stretch],
    view: str,
    dates: Sequence[DateMention],
    confidence: Confidence,
) -> tuple[Attribution, ...]:
    """The drafts in text order, without doubles."""
    days = [date for date in dates if isinstance(date.value, (PartialDate, Interval))]
    day_starts = [date.span.start for date in days]
    edited = has_edits(view)
    within = _Marked(stretches)
    numbers: dict[int, int] = {}  # which attribution a draft became
    known: dict[tuple[str, tuple[Range, ...]], int] = {}
    kept: list[tuple[Draft, _Pieces]] = []
    for draft in sorted(drafts, key=lambda draft: (draft.pieces[0], draft.cue or (0, 0))):
        pieces = within.pieces_of(draft)
        numbers[id(draft)] = number = known.setdefault((pieces.kind, pieces.whole), len(kept))
        if number == len(kept):
            kept.append((draft, pieces))
    made: list[Attribution] = []
    for number, (draft, (kind, whole, marked)) in enumerate(kept):
        spans = tuple([Span(*piece) for piece in whole])
        verbatim = spans if marked == whole else tuple([Span(*piece) for piece in marked])
        insertions, elisions = find_edits(view, verbatim) if edited and marked else ((), ())
        repeats = numbers.get(id(draft.repeats)) if draft.repeats else None
        words = len(whole)
        for start, end in whole:
            words += view.count(" ", start, end)
        made.append(
            Attribution(
                kind,
                spans,
                draft.rule,
                confidence(draft, kind, words),
                verbatim,
                Span(*draft.cue) if draft.cue else None,
                draft.lemma,
                draft.category,
                Span(*draft.source) if draft.source else None,
                Span(*draft.recipient) if draft.recipient else None,
                _when(draft, days, day_starts, view),
                insertions,
                elisions,
                None if repeats == number else repeats,
            )
        )
    return tuple(made)


class _Pieces(NamedTuple):
    """The content's pieces without outer marks, the marked parts, and the kind that follows from them."""

    kind: QuoteKind
    whole: tuple[Range, ...]
    marked: tuple[Range, ...]


class _Marked:
    """The marked stretches of a text, found by where they stand."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        self.stretches = stretches
        self.starts, self.ends = [stretch.start for stretch in stretches], [stretch.end for stretch in stretches]

    def pieces_of(self, draft: Draft) -> _Pieces:
        """What a draft's content is made of."""
        whole: list[Range] = []
        marked: list[Range] = []
        total = within = 0
        for piece in draft.pieces:
            start, end = piece
            total += end - start
            for stretch in self.stretches[bisect_right(self.ends, start) : bisect_left(self.starts, end)]:
                marked.append((stretch.inner_start, stretch.inner_end))
                within += stretch.end - stretch.start
                if stretch.start == start and stretch.end == end:
                    piece = marked[-1]
            whole.append(piece)
        if draft.bare:
            return _Pieces(_DIRECT, tuple(whole), tuple(whole))
        kind = _INDIRECT if not within else _DIRECT if within >= _NEARLY_ALL * total else _MIXED
        return _Pieces(kind, tuple(whole), tuple(marked))


def _when(draft: Draft, days: Sequence[DateMention], day_starts: Sequence[int], view: str) -> DateMention | None:
    """The date nearest to the cue in its sentence, outside of every content."""
    if draft.cue is None or not days or not draft.bounds:
        return None
    low, high = draft.bounds
    best: DateMention | None = None
    first = bisect_left(day_starts, low)
    for date in days[first : bisect_left(day_starts, high, first)]:
        start = date.span.start
        if any(a <= start < b for a, b in draft.closed) or _describes_source(draft, date):
            continue
        if not _dates_saying(date.span, draft.cue, low, view):
            continue
        if best is None or abs(start - draft.cue[1]) < abs(best.span.start - draft.cue[1]):
            best = date
    return best


def _describes_source(draft: Draft, date: DateMention) -> bool:
    """Whether a date belongs to the source: 'Roe, elected in 2003, said', but not 'Roe on Monday said'."""
    if draft.source is None or draft.cue is None:
        return False
    return draft.source[0] <= date.span.start < draft.cue[0] and draft.cue[0] - date.span.end > 1


def _dates_saying(date: Span, cue: Range, low: int, view: str) -> bool:
    """Whether a date belongs to the clause of the cue: no clause of its own begins between, or around the date."""
    if date.start >= cue[1]:
        return date.start - cue[1] <= _NEAR and _OTHER_CLAUSE.search(view, cue[1], date.start) is None
    return _OTHER_CLAUSE.search(view, max(low, date.start - _NEAR), cue[0]) is None
