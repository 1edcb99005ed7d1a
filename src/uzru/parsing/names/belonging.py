"""Whose officials and institutions they are: those of the one country that a text is about, where it says no more."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from operator import itemgetter

import attrs

from uzru.model import Actor, ActorId, ActorKind, CountryCode, Mention, Role
from uzru.parsing.names.identify import merged
from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.names.named import Named
from uzru.parsing.text import Paragraph, Reading

__all__ = ["Belonging", "at_home", "replaced"]

_PERSON, _GROUP, _ORGANIZATION = ActorKind.PERSON, ActorKind.GROUP, ActorKind.ORGANIZATION
_OF = re.compile(r" of (?:the )?(?:[A-Za-z][a-z-]{1,20} ){0,3}")
_STATE = frozenset({"GOV", "LEG", "MIL", "COP", "JUD", "SPY"})
_DOMESTIC = _STATE | {"OPP", "PTY", "REB", "UAF"}
_BODIES = frozenset({"GOV", "LEG", "COP", "JUD", "SPY", "OPP", "REB"})  # 'the troops' may be anybody's
_ABROAD = frozenset({"IGO", "NGO", "MNC", "MED"})
_OUTNUMBERED, _LEAST = 2, 3  # the one country is named so many times as often as the next, and so often
_BEYOND_DOUBT = 3  # and so many times, before a president may be its own


class Belonging:
    """Gives a country to persons in office, state bodies and their people if a text leaves no doubt which.

    It does if it names one country only, or one before all others and at least twice as often as any of them (for a
    president and the like, three times, and no other is named).

    >>> from uzru.knowledge import Knowledge
    >>> from uzru.parsing.names import Names
    >>> from uzru.parsing.text import Reading
    >>> knowledge = Knowledge()
    >>> reading = Reading("Taxes in Malawi rose. President Egor Panin told police to stay away.")
    >>> named = Belonging(Lexicon(knowledge))(reading, Names(knowledge)(reading))
    >>> [(actor.name, actor.country) for actor in named.actors]
    [('Malawi', 'MWI'), ('Egor Panin', 'MWI'), ('police', 'MWI')]
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._known = lexicon.known
        self._countries = lexicon.countries
        self._elsewhere = lexicon.closed["foreign"]
        self._heads = lexicon.closed["head-of-state"]

    def __call__(self, reading: Reading, named: Named) -> Named:
        """The same, those without a country in the one that the text is about."""
        named = _one_each(self._of_heads(reading.view, self._of_realms(named)))
        country, sure = _told(named, reading.paragraphs)
        if country is None:
            return named
        heads = any(country == role.country for actor in named.actors for role in actor.roles if self._is_top(role))
        bodies = {actor.name for actor in named.actors if actor.kind is _ORGANIZATION and _is_state(actor)}
        meant = {
            actor.id: at_home(actor, country)
            for actor in named.actors
            if actor.country is None
            and self._belongs(actor, country, bodies)
            and ((sure and not heads) or not any(map(self._is_top, actor.roles)))
        }
        return _one_each(replaced(named, meant))

    def _of_realms(self, named: Named) -> Named:
        """'Karim of Jordan' is of Jordan, whatever else a text is about."""
        realms = {
            actor.id: at_home(actor, CountryCode(self._countries[realm]))
            for actor in named.actors
            if actor.kind is _PERSON and actor.country is None
            if (realm := actor.name.rpartition(" of ")[2]) != actor.name and realm in self._countries
        }
        return replaced(named, realms) if realms else named

    def _of_heads(self, view: str, named: Named) -> Named:
        """'The government of President X' is of his country."""
        owned = {
            number: head.actor.country
            for number, (body, head) in enumerate(pairwise(named.mentions))
            if body.actor.kind is _GROUP and head.actor.kind is _PERSON
            if head.actor.country and not body.actor.country and _is_state(body.actor)
            if _OF.fullmatch(view, body.span.end, head.span.start)
        }
        if not owned:
            return named
        mentions = list(named.mentions)
        for number, country in owned.items():
            mentions[number] = _of(at_home(mentions[number].actor, country), mentions[number])
        listed = {actor.id: actor for actor in named.actors}
        said = {mention.actor.id for mention in mentions}
        gone = {mention.actor.id for mention in named.mentions} - said
        listed |= {mention.actor.id: mention.actor for mention in mentions if mention.actor.id not in listed}
        actors = tuple(actor for actor in listed.values() if actor.id not in gone)
        return attrs.evolve(named, mentions=tuple(mentions), actors=actors)

    def _belongs(self, actor: Actor, country: CountryCode, bodies: set[str]) -> bool:
        sectors = set(actor.sectors)
        if actor.wikidata or sectors & _ABROAD:
            return False
        if actor.kind is _PERSON:
            own = [role for role in actor.roles if role.organization in bodies or role.organization is None]
            if not (sectors & _DOMESTIC and own) or any(role.held is not None for role in actor.roles):
                return False
            lands = self._known.countries_of(actor.name)  # of a surname alone
            return not lands or country in lands
        if actor.kind is _GROUP:
            words = set(actor.name.lower().split())
            return bool(sectors & _BODIES) and actor.name == actor.name.lower() and not words & self._elsewhere
        return actor.kind is _ORGANIZATION and bool(sectors) and actor.sectors[0] in _DOMESTIC

    def _is_top(self, role: Role) -> bool:
        """Whether it is to head a state, as news says it of many countries at once, each having one."""
        return role.title in self._heads


def _one_each(named: Named) -> Named:
    """Groups without a country that are named as those of just one country are the same: 'police', 'Uzbek police'."""
    groups = [actor for actor in named.actors if actor.kind is _GROUP]
    lands: dict[str, dict[ActorId, Actor]] = {}
    for actor in groups:
        if actor.country:
            lands.setdefault(actor.name, {})[actor.id] = actor
    return replaced(
        named,
        {
            actor.id: one
            for actor in groups
            if actor.country is None and len(lands.get(actor.name, ())) == 1
            for one in lands[actor.name].values()
        },
    )


def _is_state(actor: Actor) -> bool:
    return bool(actor.sectors) and actor.sectors[0] in _STATE


def at_home(actor: Actor, country: CountryCode | None) -> Actor:
    """The same as an actor of a country."""
    return Actor(
        name=actor.name,
        kind=actor.kind,
        country=country,
        sectors=actor.sectors,
        aliases=actor.aliases,
        roles=actor.roles,
        wikidata=actor.wikidata,
    )


def _told(named: Named, paragraphs: Sequence[Paragraph]) -> tuple[CountryCode | None, bool]:
    """The country that the text is about, if it names others far less, and whether that is beyond doubt."""
    lands = {actor.id: country for actor in named.actors if (country := _land(actor))}
    at = [(mention.span.start, lands[mention.actor.id]) for mention in named.mentions if mention.actor.id in lands]
    starts = [paragraph.start for paragraph in paragraphs]
    for place in named.places:
        number = bisect_right(starts, place.span.start) - 1
        if number >= 0 and place.span.start < paragraphs[number].end and place.place.country:
            at.append((place.span.start, place.place.country))  # not where the report was written
    told = Counter([country for _, country in sorted(at, key=itemgetter(0))])  # the first named first
    if not told:
        return None, False
    first = next(iter(told))
    most = told.pop(first)
    others = max(told.values(), default=0)
    if others and (most < _LEAST or most < _OUTNUMBERED * others):
        return None, False
    return first, not others or most >= _BEYOND_DOUBT * others


def _land(actor: Actor) -> CountryCode | None:
    """The country that a mention of an actor names: its own, or that of a body at home in it."""
    if actor.kind is _ORGANIZATION:
        return actor.country if not actor.sectors or actor.sectors[0] in _DOMESTIC else None
    return actor.country if actor.kind is ActorKind.COUNTRY else None


def _of(actor: Actor, mention: Mention) -> Mention:
    """The same mention as another actor's."""
    return Mention(span=mention.span, actor=actor, form=mention.form, role=mention.role, why=mention.why)


def replaced(named: Named, meant: Mapping[ActorId, Actor]) -> Named:
    """The same with other actors in the places of some, by their ids; of two that become one all that is told stays."""
    if not meant:
        return named
    listed: dict[ActorId, Actor] = {}
    others: dict[ActorId, Actor] = {}
    for actor in named.actors:
        actor = meant.get(actor.id, actor)
        same = listed.setdefault(actor.id, actor)
        if same is not actor:
            listed[actor.id] = others[actor.id] = merged(same, actor)
    others |= {old: listed[actor.id] for old, actor in meant.items()}
    return attrs.evolve(
        named,
        mentions=tuple(
            [
                _of(others[mention.actor.id], mention) if mention.actor.id in others else mention
                for mention in named.mentions
            ]
        ),
        actors=tuple(listed.values()),
        sexes={others[old].id if old in others else old: sex for old, sex in named.sexes.items()},
    )
