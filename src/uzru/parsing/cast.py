"""Everybody in an article, once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from uzru.model import Actor, Event, Quote

__all__ = ["list_actors"]


def list_actors(named: Iterable[Actor], quotes: Sequence[Quote], events: Sequence[Event]) -> tuple[Actor, ...]:
    """The actors that are named, then those that only speak or act, each once by id.

    >>> mint = Actor(name="mint workers", kind="group")
    >>> list_actors([mint, mint], [], [])
    (Actor('mint workers', group),)
    """
    found = {actor.id: actor for actor in named}
    for quote in quotes:
        for actor in (quote.speaker, quote.addressee):
            if actor is not None:
                found.setdefault(actor.id, actor)
    for event in events:
        for actor in (*event.sources, *event.targets):
            found.setdefault(actor.id, actor)
    return tuple(found.values())
