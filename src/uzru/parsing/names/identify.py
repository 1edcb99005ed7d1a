"""Gives the actors of a text the identity that the knowledge knows them by, so that they are one in every article."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

import attrs

from uzru.model import Actor, ActorId, ActorKind
from uzru.parsing.memo import Memo
from uzru.parsing.names.lexicon import Lexicon

__all__ = ["Identify", "merged"]

_KEPT = 1 << 12
_KNOWABLE = frozenset({ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.GROUP})


class Identify:
    """Finds the known actors among those that a text names, with their offices and other names.

    Countries are left as they are: their code is their identity.

    >>> from uzru.knowledge import Knowledge
    >>> identify = Identify(Lexicon(Knowledge()))
    >>> actor = Actor(name="Shavkat Mirziyaev", kind="person")
    >>> identify([actor])[actor.id]
    Actor('Shavkat Mirziyoyev', person, UZB)
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.known = lexicon.known
        self._meant = Memo(lexicon.known.identify, _KEPT)
        self._sex = Memo(lexicon.known.sex_of)

    def __call__(self, actors: Iterable[Actor], told: Container[str] = ()) -> dict[ActorId, Actor]:
        """For the id of each actor the one that is meant; actors that prove to be one are one.

        `told` are the countries that the text names: a body with a name of common words is known only among them.
        """
        identities: dict[ActorId, Actor] = {}
        meant: dict[ActorId, ActorId] = {}
        for actor in actors:
            known = self._meant[actor] if actor.kind in _KNOWABLE else actor
            if "PTY" in known.sectors and not self.lexicon.is_meant(actor.name, known.country, known.sectors, told):
                known = actor
            same = identities.setdefault(known.id, known)
            if same is not known:
                identities[known.id] = merged(same, known)
            meant[actor.id] = known.id
        return {old: identities[identity] for old, identity in meant.items()}

    def sexes(self, actors: Iterable[Actor]) -> dict[ActorId, str]:
        """The sexes of the known persons among the actors."""
        return dict(self._sexes(actors))

    def _sexes(self, actors: Iterable[Actor]) -> Iterator[tuple[ActorId, str]]:
        for actor in actors:
            if actor.kind is ActorKind.PERSON and (sex := self._sex[actor.name]):
                yield actor.id, sex


def merged(one: Actor, other: Actor) -> Actor:
    """One actor with the roles, names and sectors of two that are the same.

    >>> merged(Actor(name="Malika", kind="person", sectors=("GOV",)), Actor(name="Malika", kind="person")).sectors
    ('GOV',)
    """
    return attrs.evolve(
        one,
        roles=tuple(dict.fromkeys((*one.roles, *other.roles))),
        aliases=tuple(dict.fromkeys((*one.aliases, *other.aliases))),
        sectors=tuple(dict.fromkeys((*one.sectors, *other.sectors))),
    )
