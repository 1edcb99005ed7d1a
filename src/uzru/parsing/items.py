"""Cuts a digest page into its reports, each an article of its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

import attrs

from uzru.model import (
    Article,
    ArticleId,
    Block,
    BlockKind,
    Event,
    EventId,
    PartialDate,
    Quote,
    QuoteId,
    Span,
    make_id,
)
from uzru.model.span import make_fact_id
from uzru.parsing.cast import list_actors

__all__ = ["cut_items"]


class _Item(Protocol):
    """What the layout tells of an item."""

    @property
    def span(self) -> Span: ...

    @property
    def date(self) -> PartialDate | None: ...

    @property
    def headline(self) -> str | None: ...


class _Placed(attrs.AttrsInstance, Protocol):
    @property
    def span(self) -> Span: ...


_Fact = TypeVar("_Fact", bound=_Placed)
_Any = TypeVar("_Any")


def cut_items(page: Article, items: Sequence[_Item]) -> Article:
    """The page with its items as articles; the page keeps all facts, an item has its own with offsets into its text."""
    return attrs.evolve(page, items=tuple(_cut(page, item) for item in items))


def _cut(page: Article, item: _Item) -> Article:
    span, back = item.span, -item.span.start
    text = page.text[span.slice]
    own_id = ArticleId(make_id("article", text))
    quotes = _cut_quotes(page, span, own_id)
    events = _cut_events(page, span, own_id, quotes)
    mentions = _inside(page.mentions, span)
    return Article(
        text=text,
        id=own_id,
        blocks=tuple(
            _shift_block(block, back, span)
            for block in _between(page.blocks, span, lambda block: block.span.start)
            if block.span in span
        ),
        headline=item.headline,
        published=item.date or page.published,
        credits=_inside(page.credits, span),
        byline=_inside(page.byline, span),
        contributors=_inside(page.contributors, span),
        related=_inside(page.related, span),
        language=page.language,
        source=page.source,
        actors=list_actors((mention.actor for mention in mentions), tuple(quotes.values()), events),
        mentions=mentions,
        places=_inside(page.places, span),
        dates=_inside(page.dates, span),
        quotes=tuple(quotes.values()),
        events=events,
        offset=span.start,
    )


def _inside(facts: Sequence[_Fact], span: Span) -> tuple[_Fact, ...]:
    """The facts within the item, moved."""
    return tuple(
        attrs.evolve(fact, span=fact.span.shift(-span.start))  # type: ignore[misc] # mypy knows no attrs protocol
        for fact in _between(facts, span, lambda fact: fact.span.start)
        if fact.span in span
    )


def _between(facts: Sequence[_Any], span: Span, start: Callable[[_Any], int]) -> Sequence[_Any]:
    """The facts that begin within the item; they stand in text order, so that bisection finds them."""
    return facts[bisect_left(facts, span.start, key=start) : bisect_left(facts, span.end, key=start)]


def _shift_block(block: Block, back: int, span: Span) -> Block:
    repeats = block.repeats if block.repeats is not None and block.repeats in span else None
    return attrs.evolve(
        block,
        kind=BlockKind.HEADLINE if block.kind is BlockKind.ITEM_HEADLINE else block.kind,
        span=block.span.shift(back),
        label=block.label and block.label.shift(back),
        repeats=repeats and repeats.shift(back),
    )


def _cut_quotes(page: Article, span: Span, article_id: ArticleId) -> dict[QuoteId, Quote]:
    """The item's quotations by their ids on the page."""
    back = -span.start

    def moved(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(one.shift(back) for one in spans)

    near = _between(page.quotes, span, lambda quote: quote.spans[0].start)
    held = [quote for quote in near if all(piece in span for piece in quote.spans)]
    ids = {quote.id: QuoteId(make_fact_id("quote", article_id, quote.kind, *moved(quote.spans))) for quote in held}
    return {
        quote.id: attrs.evolve(
            quote,
            id=ids[quote.id],
            spans=moved(quote.spans),
            verbatim=moved(quote.verbatim),
            insertions=moved(quote.insertions),
            elisions=moved(quote.elisions),
            speaker_span=_moved_inside(quote.speaker_span, span),
            addressee_span=_moved_inside(quote.addressee_span, span),
            cue=attrs.evolve(quote.cue, span=quote.cue.span.shift(back))
            if quote.cue and quote.cue.span in span
            else None,
            repeats=ids.get(quote.repeats) if quote.repeats else None,
        )
        for quote in held
    }


def _moved_inside(one: Span | None, span: Span) -> Span | None:
    return one.shift(-span.start) if one is not None and one in span else None


def _cut_events(page: Article, span: Span, article_id: ArticleId, quotes: dict[QuoteId, Quote]) -> tuple[Event, ...]:
    back = -span.start
    found = []
    for event in _between(page.events, span, lambda event: event.trigger.start):
        told = next((one for one in (event.span, *event.repeats) if one in span), None)
        if told is None or event.trigger not in told:
            continue
        trigger = event.trigger.shift(back)
        reported = quotes.get(event.reported_by) if event.reported_by else None
        found.append(
            attrs.evolve(
                event,
                id=EventId(make_fact_id("event", article_id, event.type, trigger)),
                span=told.shift(back),
                repeats=tuple(one.shift(back) for one in event.repeats if one in span and one != told),
                trigger=trigger,
                reported_by=reported.id if reported else None,
            )
        )
    return tuple(found)
