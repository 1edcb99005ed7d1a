"""Facts of one text as facts of another, such as an item's among those of its page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol, TypeVar, cast

import attrs

from uzru.model import ArticleId, Block, Cue, Event, EventId, Mention, Quote, QuoteId, Span
from uzru.model.span import make_fact_id

__all__ = ["Move", "move_block", "move_events", "move_facts", "move_quotes"]

Move = Callable[[Span], Span | None]
"""Where a span of one text is in the other, the very span if it is there as well; None if it is not there."""


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


_Fact = TypeVar("_Fact", bound=_Placed)


def move_facts(facts: Iterable[_Fact], move: Move) -> tuple[_Fact, ...]:
    """The facts that the other text has, such as mentions, dates and credits."""
    return tuple([_placed(fact, moved) for fact in facts if (moved := move(fact.span)) is not None])


def _placed(fact: _Fact, span: Span) -> _Fact:
    """The fact at that span."""
    if span is fact.span:
        return fact
    moved: Any
    if isinstance(fact, Mention):  # there are more of them than of all other facts, and `evolve` takes its time
        moved = Mention(span=span, actor=fact.actor, form=fact.form, role=fact.role, why=fact.why)
    else:
        moved = attrs.evolve(cast("Any", fact), span=span)
    return cast("_Fact", moved)


def move_block(block: Block, move: Move) -> Block | None:
    """A block, if the other text has it."""
    span = move(block.span)
    if span is None:
        return None
    label, repeats = _moved(block.label, move), _moved(block.repeats, move)
    if span is block.span and label is block.label and repeats is block.repeats:
        return block
    return Block(kind=block.kind, span=span, label=label, repeats=repeats)


def move_quotes(quotes: Iterable[Quote], move: Move, text: str, article_id: ArticleId) -> dict[QuoteId, Quote]:
    """The quotations all of whose pieces stand in the other text, by the ids that they had."""
    pieces = {quote.id: _all_moved(quote.spans, move) for quote in quotes}
    ids = {
        quote.id: QuoteId(make_fact_id("quote", article_id, quote.kind, *pieces[quote.id]))
        for quote in quotes
        if pieces[quote.id]
    }
    return {quote.id: _moved_quote(quote, ids, pieces[quote.id], move, text) for quote in quotes if quote.id in ids}


def _moved_quote(
    quote: Quote, ids: Mapping[QuoteId, QuoteId], pieces: tuple[Span, ...], move: Move, text: str
) -> Quote:
    cue = quote.cue
    if cue is not None and (span := move(cue.span)) is not cue.span:
        cue = Cue(span=span, lemma=cue.lemma, category=cue.category) if span is not None else None
    return attrs.evolve(
        quote,
        id=ids[quote.id],
        spans=pieces,
        text=" ".join([text[span.start : span.end] for span in pieces]),
        verbatim=_all_moved(quote.verbatim, move),
        insertions=_all_moved(quote.insertions, move),
        elisions=_all_moved(quote.elisions, move),
        speaker_span=_moved(quote.speaker_span, move),
        addressee_span=_moved(quote.addressee_span, move),
        cue=cue,
        repeats=ids.get(quote.repeats) if quote.repeats else None,
    )


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
