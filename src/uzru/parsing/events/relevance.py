"""Whether an event is of politics: sports, markets and companies among themselves are none of PLOVER's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uzru.model.actor import ActorKind
from uzru.model.plover import EventType

if TYPE_CHECKING:
    from uzru.model.actor import Actor
    from uzru.parsing.events.sentences import Sentence

__all__ = ["FORCE", "is_political", "is_relevant"]

_ANYBODY = frozenset({"CVL"})  # people, families: nothing is known of them
_PRIVATE = _ANYBODY | {"BUS", "MNC", "MED", "EDU", "SOC", "JRN", "LAB", "AGR"}
_COMPANY = frozenset({"BUS", "MNC"})
# What companies do only in a manner of speaking.
_STATELY = frozenset(
    EventType(name) for name in "SANCTION MOBILIZE THREATEN SUPPORT RETREAT CONCEDE AID ASSAULT".split()
)
# Members of enumerations take long to look up.
_COUNTRY, _GROUP, _ORGANIZATION = ActorKind.COUNTRY, ActorKind.GROUP, ActorKind.ORGANIZATION
_REQUEST = EventType.REQUEST
FORCE = frozenset({EventType.ASSAULT, EventType.PROTEST, EventType.COERCE})


def is_political(actor: Actor) -> bool:
    """Whether an actor stands in public life: a country, a people's teachers, or of a sector that is more than private.

    >>> from uzru.model.actor import Actor
    >>> is_political(Actor(name="Chad", kind="country", country="TCD"))
    True
    >>> is_political(Actor(name="Acme", kind="organization"))
    False
    """
    if actor.kind is _COUNTRY:
        return True
    private = _COMPANY if actor.country and actor.kind is _GROUP else _PRIVATE
    return not private.issuperset(actor.sectors)


def _is_company(actor: Actor) -> bool:
    """Whether an actor is an organization of which nothing speaks for public life, or people in business."""
    return not is_political(actor) and (actor.kind is _ORGANIZATION or bool(_COMPANY.intersection(actor.sectors)))


def _is_crowd(actor: Actor) -> bool:
    """Whether an actor is many people, not in business: 'farmers'."""
    return actor.kind is _GROUP and _COMPANY.isdisjoint(actor.sectors)


def is_relevant(type_: EventType, sources: tuple[Actor, ...], targets: tuple[Actor, ...], sentence: Sentence) -> bool:
    """Whether an event between these actors is one of politics.

    Somebody political takes part; or somebody of whom nothing is known, where force is used or the
    sentence names politics.
    """
    actors = sources + targets
    if sources and type_ in _STATELY and all(_COMPANY.intersection(actor.sectors) for actor in sources):
        return False
    if sources and all(map(_is_company, sources)):
        actors = tuple(actor for actor in actors if "JUD" not in actor.sectors)  # whom they take a rival to
    if type_ is _REQUEST and sources and all("JUD" in actor.sectors for actor in sources):
        return any(is_political(actor) or actor.kind is ActorKind.PERSON for actor in actors[len(sources) :])
    if any(map(is_political, actors)):
        return True
    if type_ is EventType.PROTEST and any(actor.kind is ActorKind.GROUP for actor in sources):
        return True  # shopkeepers, too
    if type_ in FORCE:
        return not all(map(_is_company, actors))
    people = (actor for actor in actors if actor.kind is not _ORGANIZATION)
    unknown = any(_ANYBODY.issuperset(actor.sectors) or _is_crowd(actor) for actor in people)
    return unknown and sentence.political
