"""Makes frozen attributions of drafts: kinds, inner spans, edits, dates, confidence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from uzru.model import Interval, PartialDate, QuoteKind, Span
from uzru.parsing.quotes.attribution import Attribution
from uzru.parsing.quotes.edits import find_edits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uzru.model import DateMention
    from uzru.parsing.quotes.confidence import Confidence
    from uzru.parsing.quotes.drafts import Draft, Range
    from uzru.parsing.quotes.marks import Stretch

__all__ = ["make_attributions"]

_DIRECT = 0.9
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
    starts, ends = [stretch.start for stretch in stretches], [stretch.end for stretch in stretches]
    days = [date for date in dates if isinstance(date.value, (PartialDate, Interval))]
    day_starts = [date.span.start for date in days]
    numbers: dict[int, int] = {}  # which attribution a draft became
    known: dict[tuple[str, tuple[Span, ...]], int] = {}
    kept: list[tuple[Draft, tuple[Span, ...], tuple[Span, ...], QuoteKind]] = []
    for draft in sorted(drafts, key=lambda draft: (draft.pieces[0], draft.cue or (0, 0))):
        spans, verbatim, kind = _spans(draft, stretches, starts, ends)
        numbers[id(draft)] = known.setdefault((kind, spans), len(kept))
        if numbers[id(draft)] == len(kept):
            kept.append((draft, spans, verbatim, kind))
    made: list[Attribution] = []
    for number, (draft, spans, verbatim, kind) in enumerate(kept):
        insertions, elisions = find_edits(view, verbatim) if verbatim else ((), ())
        repeats = numbers.get(id(draft.repeats)) if draft.repeats else None
        words = len(spans) + sum([view.count(" ", span.start, span.end) for span in spans])
        made.append(
            Attribution(
                kind=kind,
                spans=spans,
                rule=draft.rule,
                confidence=confidence(draft, kind, words),
                verbatim=verbatim,
                cue=Span(*draft.cue) if draft.cue else None,
                lemma=draft.lemma,
                category=draft.category,
                speaker_span=Span(*draft.source) if draft.source else None,
                addressee_span=Span(*draft.recipient) if draft.recipient else None,
                when=_when(draft, days, day_starts, view),
                insertions=insertions,
                elisions=elisions,
                repeats=None if repeats == number else repeats,
            )
        )
    return tuple(made)


def _spans(
    draft: Draft, stretches: Sequence[Stretch], starts: Sequence[int], ends: Sequence[int]
) -> tuple[tuple[Span, ...], tuple[Span, ...], QuoteKind]:
    """The content's pieces without outer marks, the marked parts, and the kind that follows from them."""
    spans: list[Span] = []
    verbatim: list[Span] = []
    total = within = 0
    for start, end in draft.pieces:
        inside = stretches[bisect_right(ends, start) : bisect_left(starts, end)]
        marked = [Span(stretch.inner_start, stretch.inner_end) for stretch in inside]
        whole = len(inside) == 1 and inside[0].start == start and inside[0].end == end
        spans.append(marked[0] if whole else Span(start, end))
        verbatim += marked
        total += end - start
        within += sum([stretch.end - stretch.start for stretch in inside])
    if draft.bare:
        return tuple(spans), tuple(spans), QuoteKind.DIRECT
    kind = QuoteKind.INDIRECT if not within else QuoteKind.DIRECT if within >= _DIRECT * total else QuoteKind.MIXED
    return tuple(spans), tuple(verbatim), kind


def _when(draft: Draft, days: Sequence[DateMention], day_starts: Sequence[int], view: str) -> DateMention | None:
    """The date nearest to the cue in its sentence, outside of every content."""
    if draft.cue is None or not days or not draft.bounds:
        return None
    low, high = draft.bounds
    best: DateMention | None = None
    for date in days[bisect_left(day_starts, low) : bisect_left(day_starts, high)]:
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
