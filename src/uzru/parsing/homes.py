"""A group that an event found at home somewhere is from there wherever it is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from uzru.model import Actor, ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from uzru.model import ActorId, Event, Quote
    from uzru.parsing.names.named import Named

__all__ = ["settle_groups"]


def settle_groups(
    named: Named, quotes: tuple[Quote, ...], events: tuple[Event, ...]
) -> tuple[Named, tuple[Quote, ...], tuple[Event, ...]]:
    """All three with the groups of no country that the events know of one country only, as of that country."""
    homes = _homes(named.actors, events)
    if not homes:
        return named, quotes, events
    mentions = tuple(
        attrs.evolve(mention, actor=homes[mention.actor.id]) if mention.actor.id in homes else mention
        for mention in named.mentions
    )
    actors = tuple({actor.id: actor for actor in _settled(named.actors, homes)}.values())
    return (
        attrs.evolve(named, mentions=mentions, actors=actors),
        tuple(_settle_quote(quote, homes) for quote in quotes),
        tuple(_settle_event(event, homes) for event in events),
    )


def _homes(actors: Iterable[Actor], events: Iterable[Event]) -> dict[ActorId, Actor]:
    """The same groups with a country, by the id of those without."""
    at_home = [
        actor
        for event in events
        for actor in (*event.sources, *event.targets)
        if actor.country and actor.kind is ActorKind.GROUP
    ]
    if not at_home:
        return {}
    homeless = {
        (actor.name, actor.sectors): actor.id
        for actor in actors
        if actor.kind is ActorKind.GROUP and actor.country is None
    }
    found: dict[ActorId, Actor] = {}
    several: set[ActorId] = set()
    for actor in at_home:
        group = homeless.get((actor.name, actor.sectors))
        if group is not None and found.setdefault(group, actor).country != actor.country:
            several.add(group)
    return {group: actor for group, actor in found.items() if group not in several}


def _settled(actors: Iterable[Actor], homes: Mapping[ActorId, Actor]) -> tuple[Actor, ...]:
    return tuple(homes.get(actor.id, actor) for actor in actors)


def _settle_quote(quote: Quote, homes: Mapping[ActorId, Actor]) -> Quote:
    speaker, addressee = quote.speaker, quote.addressee
    if speaker and speaker.id in homes:
        quote = attrs.evolve(quote, speaker=homes[speaker.id])
    if addressee and addressee.id in homes:
        quote = attrs.evolve(quote, addressee=homes[addressee.id])
    return quote


def _settle_event(event: Event, homes: Mapping[ActorId, Actor]) -> Event:
    sources, targets = _settled(event.sources, homes), _settled(event.targets, homes)
    return (
        event
        if (sources, targets) == (event.sources, event.targets)
        else attrs.evolve(event, sources=sources, targets=targets)
    )
