"""Gives the actors of a text the identity that the knowledge knows them by, so that they are one in every article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from uzru.knowledge import Knowledge
from uzru.knowledge.actors import KnownActors
from uzru.model import Actor, ActorId, ActorKind
from uzru.parsing.names.named import Named

__all__ = ["Identify"]


class Identify:
    """Puts known actors in the place of those that a text names, with their offices and other names.

    Countries are left as they are: their code is their identity.

    >>> identify = Identify(Knowledge())
    >>> actor = Actor(name="Shavkat Mirziyaev", kind="person")
    >>> identify(Named(mentions=(), actors=(actor,), places=(), sexes={})).actors
    (Actor('Shavkat Mirziyoyev', person, UZB),)
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.known = KnownActors(knowledge)

    def __call__(self, named: Named) -> Named:
        """The same mentions, of known actors where they are known; actors that prove to be one are one."""
        identities: dict[ActorId, list[Actor]] = {}
        meant: dict[ActorId, ActorId] = {}
        for actor in named.actors:
            known = self.known.identify(actor) if actor.kind is not ActorKind.COUNTRY else actor
            identities.setdefault(known.id, []).append(known)
            meant[actor.id] = known.id
        actors = {identity: _merge(same) for identity, same in identities.items()}
        return attrs.evolve(
            named,
            actors=tuple(actors.values()),
            mentions=tuple(attrs.evolve(mention, actor=actors[meant[mention.actor.id]]) for mention in named.mentions),
            sexes=dict(self._sexes(actors.values())) | {meant[old]: sex for old, sex in named.sexes.items()},
        )

    def _sexes(self, actors: Iterable[Actor]) -> Iterator[tuple[ActorId, str]]:
        for actor in actors:
            if actor.kind is ActorKind.PERSON and (sex := self.known.sex_of(actor.name)):
                yield actor.id, sex


def _merge(same: list[Actor]) -> Actor:
    """One actor with the roles, names and sectors of all."""
    first = same[0]
    if len(same) == 1:
        return first
    return attrs.evolve(
        first,
        roles=tuple(dict.fromkeys(role for actor in same for role in actor.roles)),
        aliases=tuple(dict.fromkeys(name for actor in same for name in actor.aliases)),
        sectors=tuple(dict.fromkeys(code for actor in same for code in actor.sectors)),
    )
