"""Facts of one text as facts of another, such as an item's among those of its page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from operator import attrgetter
from typing import Any, Protocol, TypeVar

import attrs

from uzru.model import ArticleId, Block, Cue, Event, EventId, Quote, QuoteId, Span
from uzru.model.span import make_fact_id

__all__ = ["Move", "move_block", "move_events", "move_facts", "move_quotes"]

Move = Callable[[Span], Span | None]
"""Where a span of one text is in the other; None if it is not there."""


class _Placed(attrs.AttrsInstance, Protocol):
    @property
    def span(self) -> Span: ...


_Fact = TypeVar("_Fact", bound=_Placed)


def move_facts(facts: Iterable[_Fact], move: Move) -> tuple[_Fact, ...]:
    """The facts that the other text has, such as mentions, dates and credits."""
    return tuple(_placed(fact, moved) for fact in facts if (moved := move(fact.span)) is not None)


def _placed(fact: _Fact, span: Span) -> _Fact:
    """The fact at another span, as `attrs.evolve` makes it, which asks the class for its fields each time."""
    names, values = _fields(type(fact))
    return type(fact)(**{**dict(zip(names, values(fact), strict=True)), "span": span})


@cache
def _fields(cls: type[attrs.AttrsInstance]) -> tuple[tuple[str, ...], attrgetter[Any]]:
    names = tuple(field.name for field in attrs.fields(cls))
    return names, attrgetter(*names)


def move_block(block: Block, move: Move) -> Block | None:
    """A block, if the other text has it."""
    span = move(block.span)
    if span is None:
        return None
    return attrs.evolve(block, span=span, label=_moved(block.label, move), repeats=_moved(block.repeats, move))


def move_quotes(quotes: Iterable[Quote], move: Move, text: str, article_id: ArticleId) -> dict[QuoteId, Quote]:
    """The quotations all of whose pieces stand in the other text, by the ids that they had."""
    pieces = {quote.id: _all_moved(quote.spans, move) for quote in quotes}
    ids = {
        quote.id: QuoteId(make_fact_id("quote", article_id, quote.kind, *pieces[quote.id]))
        for quote in quotes
        if pieces[quote.id]
    }
    return {
        quote.id: attrs.evolve(
            quote,
            id=ids[quote.id],
            spans=pieces[quote.id],
            text=" ".join(text[span.slice] for span in pieces[quote.id]),
            verbatim=_all_moved(quote.verbatim, move),
            insertions=_all_moved(quote.insertions, move),
            elisions=_all_moved(quote.elisions, move),
            speaker_span=_moved(quote.speaker_span, move),
            addressee_span=_moved(quote.addressee_span, move),
            cue=attrs.evolve(quote.cue, span=cue) if quote.cue and (cue := move(quote.cue.span)) else None,
            repeats=ids.get(quote.repeats) if quote.repeats else None,
        )
        for quote in quotes
        if quote.id in ids
    }


def move_events(
    events: Iterable[Event], move: Move, article_id: ArticleId, quotes: Mapping[QuoteId, Quote]
) -> tuple[Event, ...]:
    """The events that the other text tells; `quotes` are the moved ones by the ids that they had."""
    found = []
    for event in events:
        told = [moved for span in (event.span, *event.repeats) if (moved := move(span)) is not None]
        trigger = move(event.trigger)
        if not told or trigger is None or trigger not in told[0]:
            continue
        reported = quotes.get(event.reported_by) if event.reported_by else None
        found.append(
            attrs.evolve(
                event,
                id=EventId(make_fact_id("event", article_id, event.type, trigger)),
                span=told[0],
                repeats=tuple(told[1:]),
                trigger=trigger,
                reported_by=reported.id if reported else None,
            )
        )
    return tuple(found)


def _moved(span: Span | None, move: Move) -> Span | None:
    return None if span is None else move(span)


def _all_moved(spans: tuple[Span, ...], move: Move) -> tuple[Span, ...]:
    """The spans in the other text; none of them if one is not there."""
    moved = tuple([found for span in spans if (found := move(span)) is not None])
    return moved if len(moved) == len(spans) else ()
