"""What must hold of every article, checked when one is made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from uzru.errors import ModelError
from uzru.model.actor import Actor
from uzru.model.span import ActorId, Span

if TYPE_CHECKING:
    from uzru.model.article import Article

__all__ = ["check_article"]


def check_article(article: Article) -> None:
    """Raise `ModelError` with all that does not hold, a line each."""
    faults = [
        *_span_faults(article),
        *_block_faults(article),
        *_quote_faults(article),
        *_actor_faults(article),
        *_item_faults(article),
    ]
    if faults:
        raise ModelError("the article breaks what its class promises:\n" + "\n".join(f"  {fault}" for fault in faults))


# Where a span or an actor stands: the article's field, the number in it or None, the field there or nothing.
_Where: TypeAlias = tuple[str, int | None, str]


def _path(where: _Where) -> str:
    name, index, field = where
    return f"{name}{'' if index is None else f'[{index}]'}{f'.{field}' if field else ''}"


def _beyond(article: Article, end: int) -> Iterator[tuple[_Where, Span]]:
    """The spans that end behind this offset."""
    for name in ("byline", "contributors", "credits", "related", "mentions", "places", "dates"):
        for index, fact in enumerate(getattr(article, name)):
            if fact.span.end > end:
                yield (name, index, "span"), fact.span
    if article.dateline is not None and article.dateline.span.end > end:
        yield ("dateline", None, "span"), article.dateline.span
    for index, block in enumerate(article.blocks):
        for field, held in (("span", block.span), ("label", block.label), ("repeats", block.repeats)):
            if held is not None and held.end > end:
                yield ("blocks", index, field), held
    for index, quote in enumerate(article.quotes):
        for field in ("spans", "verbatim", "insertions", "elisions"):
            for span in getattr(quote, field):
                if span.end > end:
                    yield ("quotes", index, field), span
        for field in ("speaker_span", "addressee_span"):
            if (held := getattr(quote, field)) is not None and held.end > end:
                yield ("quotes", index, field), held
        if quote.cue is not None and quote.cue.span.end > end:
            yield ("quotes", index, "cue.span"), quote.cue.span
    for index, event in enumerate(article.events):
        for span in (event.span, event.trigger, *event.repeats):
            if span.end > end:
                yield ("events", index, ""), span


def _span_faults(article: Article) -> Iterator[str]:
    length = len(article.text)
    for where, span in _beyond(article, length):
        yield f"{_path(where)} is {span!r}, but the text ends at {length}"


def _block_faults(article: Article) -> Iterator[str]:
    if not article.blocks:
        return
    at = 0
    for index, block in enumerate(article.blocks):
        if block.span.start < at:
            yield f"blocks[{index}] begins at {block.span.start}, before the block ahead of it ends at {at}"
        elif (gap := article.text[at : block.span.start]) and not gap.isspace():
            yield f"no block holds the text at {at} to {block.span.start}: {gap.strip()[:40]!r}"
        at = max(at, block.span.end)
    if (rest := article.text[at:]) and not rest.isspace():
        yield f"no block holds the text from {at} on: {rest.strip()[:40]!r}"


def _quote_faults(article: Article) -> Iterator[str]:
    text, ids = article.text, {quote.id for quote in article.quotes}
    if len(ids) < len(article.quotes):
        yield "two quotes have one id"
    for index, quote in enumerate(article.quotes):
        if " ".join([text[span.start : span.end] for span in quote.spans]) != quote.text:
            yield f"quotes[{index}].text is not what its spans say"
        if quote.repeats is not None and quote.repeats not in ids:
            yield f"quotes[{index}].repeats names {quote.repeats}, which is no quote of the article"
    if len({event.id for event in article.events}) < len(article.events):
        yield "two events have one id"
    for index, event in enumerate(article.events):
        if event.reported_by is not None and event.reported_by not in ids:
            yield f"events[{index}].reported_by names {event.reported_by}, which is no quote of the article"


def _unlisted(article: Article, table: dict[ActorId, Actor]) -> Iterator[tuple[_Where, Actor]]:
    """The actors of facts that are none of the table's."""

    def is_listed(actor: Actor) -> bool:
        return (held := table.get(actor.id)) is actor or held == actor

    for index, mention in enumerate(article.mentions):
        if not is_listed(mention.actor):
            yield ("mentions", index, "actor"), mention.actor
    for index, quote in enumerate(article.quotes):
        for field, actor in (("speaker", quote.speaker), ("addressee", quote.addressee)):
            if actor is not None and not is_listed(actor):
                yield ("quotes", index, field), actor
    for index, event in enumerate(article.events):
        for actor in (*event.sources, *event.targets):
            if not is_listed(actor):
                yield ("events", index, ""), actor


def _actor_faults(article: Article) -> Iterator[str]:
    table = {actor.id: actor for actor in article.actors}
    if len(table) < len(article.actors):
        yield "two actors have one id"
    if _are_the_same(article):
        return
    for where, actor in _unlisted(article, table):
        yield f"{_path(where)} is {actor!r}, whom `actors` does not list"


def _are_the_same(article: Article) -> bool:
    """Whether the actors of all facts are the very objects of the table, as they mostly are."""
    named = {id(mention.actor) for mention in article.mentions}
    for quote in article.quotes:
        named.add(id(quote.speaker))
        named.add(id(quote.addressee))
    for event in article.events:
        named.update(map(id, event.sources), map(id, event.targets))
    return named <= {id(None), *map(id, article.actors)}


def _item_faults(article: Article) -> Iterator[str]:
    if article.offset < 0:
        yield f"offset is {article.offset}; an item begins at 0 or later"
    for index, item in enumerate(article.items):
        if not article.text.startswith(item.text, item.offset):
            yield f"items[{index}].text does not stand in the page's text at {item.offset}"
        if item.items:
            yield f"items[{index}] has items of its own; an item is one report"
