"""Whose officials and institutions they are: those of the one country that a text is about, where it says no more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import attrs

from uzru.model import Actor, ActorId, ActorKind, CountryCode
from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.names.named import Named

__all__ = ["Belonging", "replaced"]

_STATE = frozenset({"GOV", "LEG", "MIL", "COP", "JUD", "SPY"})
_DOMESTIC = _STATE | {"OPP", "PTY", "REB"}
_BODIES = frozenset({"GOV", "LEG", "COP", "JUD", "SPY", "OPP", "REB"})  # 'the troops' may be anybody's
_ABROAD = frozenset({"IGO", "NGO", "MNC", "MED"})
_OUTNUMBERED = 4  # so many times as often as the next country, and at least so often, the one country is named


class Belonging:
    """Gives a country to persons in office, state bodies and their people if a text leaves no doubt which.

    It does if it names one country only, or one at least four times as often as any other.

    >>> from uzru.knowledge import Knowledge
    >>> from uzru.parsing.names import Names
    >>> from uzru.parsing.text import Reading
    >>> knowledge = Knowledge()
    >>> named = Names(knowledge)(Reading("Voters in Malawi wait. President Egor Panin told police to stay away."))
    >>> [(actor.name, actor.country) for actor in Belonging(Lexicon(knowledge))(named).actors]
    [('Malawi', 'MWI'), ('Egor Panin', 'MWI'), ('police', 'MWI')]
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._elsewhere = lexicon.closed["foreign"]

    def __call__(self, named: Named) -> Named:
        """The same, those without a country in the one that the text is about."""
        country = _told(named)
        if country is None:
            return named
        bodies = {actor.name for actor in named.actors if actor.kind is ActorKind.ORGANIZATION and _is_state(actor)}
        meant = {
            actor.id: attrs.evolve(actor, country=country, id=_id(actor, country))
            for actor in named.actors
            if actor.country is None and self._belongs(actor, bodies)
        }
        return replaced(named, meant)

    def _belongs(self, actor: Actor, bodies: set[str]) -> bool:
        sectors = set(actor.sectors)
        if actor.wikidata or sectors & _ABROAD:
            return False
        if actor.kind is ActorKind.PERSON:
            own = [role for role in actor.roles if role.organization in bodies or role.organization is None]
            return bool(sectors & _DOMESTIC and own) and all(role.held is None for role in actor.roles)
        if actor.kind is ActorKind.GROUP:
            words = set(actor.name.lower().split())
            return bool(sectors & _BODIES) and actor.name == actor.name.lower() and not words & self._elsewhere
        return actor.kind is ActorKind.ORGANIZATION and _is_state(actor)


def _is_state(actor: Actor) -> bool:
    return bool(actor.sectors) and actor.sectors[0] in _STATE


def _id(actor: Actor, country: CountryCode) -> ActorId:
    return Actor(name=actor.name, kind=actor.kind, country=country).id


def _told(named: Named) -> CountryCode | None:
    """The country that the text is about, if it names hardly another."""
    told: Counter[CountryCode] = Counter()
    for mention in named.mentions:
        if mention.actor.kind is ActorKind.COUNTRY and mention.actor.country:
            told[mention.actor.country] += 1
    for place in named.places:
        if place.place.country:
            told[place.place.country] += 1
    (first, most), (_, next_most) = (*told.most_common(2), ("", 0), ("", 0))[:2]
    if not most or (next_most and (most < _OUTNUMBERED or most < _OUTNUMBERED * next_most)):
        return None
    return CountryCode(first)


def replaced(named: Named, meant: Mapping[ActorId, Actor]) -> Named:
    """The same with other actors in the places of some, by their ids; two that become one are one."""
    if not meant:
        return named
    listed = {actor.id: actor for actor in (meant.get(actor.id, actor) for actor in named.actors)}
    return attrs.evolve(
        named,
        mentions=tuple(
            attrs.evolve(mention, actor=listed[meant[mention.actor.id].id]) if mention.actor.id in meant else mention
            for mention in named.mentions
        ),
        actors=tuple(listed.values()),
        sexes={meant[old].id if old in meant else old: sex for old, sex in named.sexes.items()},
    )
