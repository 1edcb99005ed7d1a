"""Cuts a digest page into its reports, each an article of its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

import attrs

from uzru.model import Article, ArticleId, Block, BlockKind, PartialDate, Span, make_id
from uzru.parsing.cast import list_actors
from uzru.parsing.moving import move_block, move_events, move_facts, move_quotes

__all__ = ["cut_items"]


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


class _Item(_Placed, Protocol):
    """What the layout tells of an item."""

    @property
    def date(self) -> PartialDate | None: ...

    @property
    def headline(self) -> str | None: ...


_Fact = TypeVar("_Fact")


def cut_items(page: Article, items: Sequence[_Item]) -> Article:
    """The page with its items as articles; the page keeps all facts, an item has its own with offsets into its text."""
    return attrs.evolve(page, items=tuple(_cut(page, item) for item in items))


def _cut(page: Article, item: _Item) -> Article:
    span = item.span
    text = page.text[span.slice]
    own_id = ArticleId(make_id("article", text))

    def move(one: Span) -> Span | None:
        return one.shift(-span.start) if one in span else None

    def near(facts: Sequence[_Fact], start: Callable[[_Fact], int]) -> Sequence[_Fact]:
        """The facts that begin within the item; they stand in text order, so that bisection finds them."""
        return facts[bisect_left(facts, span.start, key=start) : bisect_left(facts, span.end, key=start)]

    quotes = move_quotes(near(page.quotes, lambda quote: quote.spans[0].start), move, text, own_id)
    events = move_events(near(page.events, lambda event: event.trigger.start), move, own_id, quotes)
    mentions = move_facts(near(page.mentions, _start), move)
    blocks = [moved for block in near(page.blocks, _start) if (moved := move_block(block, move)) is not None]
    return Article(
        text=text,
        id=own_id,
        blocks=tuple(map(_as_own, blocks)),
        headline=item.headline,
        published=item.date or page.published,
        credits=move_facts(near(page.credits, _start), move),
        byline=move_facts(near(page.byline, _start), move),
        contributors=move_facts(near(page.contributors, _start), move),
        related=move_facts(near(page.related, _start), move),
        language=page.language,
        source=page.source,
        actors=list_actors((mention.actor for mention in mentions), tuple(quotes.values()), events),
        mentions=mentions,
        places=move_facts(near(page.places, _start), move),
        dates=move_facts(near(page.dates, _start), move),
        quotes=tuple(quotes.values()),
        events=events,
        offset=span.start,
    )


def _start(fact: _Placed) -> int:
    return fact.span.start


def _as_own(block: Block) -> Block:
    """The headline of an item is that of its article."""
    return attrs.evolve(block, kind=BlockKind.HEADLINE) if block.kind is BlockKind.ITEM_HEADLINE else block
