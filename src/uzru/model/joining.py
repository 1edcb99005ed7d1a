"""Who is who across articles: actors that are one, with the reason for each join."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from typing import TypeAlias

import attrs

from uzru.errors import ModelError
from uzru.model.actor import Actor, ActorKind
from uzru.model.spelling import near, near_ends, near_keys

__all__ = ["Joined", "join_actors"]

Who: TypeAlias = Actor | str


@attrs.frozen(kw_only=True)
class Joined:
    """One actor over all articles that name it.

    Attributes:
        actor: it, with the names, roles and sectors of all its members; the id is that of the best known member.
        members: where it comes from, as pairs of an article's index and the actor there.
        reasons: why they are one, a sentence for each join; empty if there is only one member.
    """

    actor: Actor
    members: tuple[tuple[int, Actor], ...]
    reasons: tuple[str, ...] = ()


def join_actors(
    articles: Iterable[Iterable[Actor]],
    *,
    same: Iterable[Iterable[Who]] = (),
    different: Iterable[Iterable[Who]] = (),
) -> tuple[Joined, ...]:
    """Everybody that the articles name, each once, in the order of first mention.

    One id is one actor.  Persons of near spellings of one full name are one if they have the same country or
    an office in common; organizations if one has the other's name of several words and no other country.
    Never joined: persons of a surname alone (unless the knowledge knows them), persons of two countries.

    Args:
        articles: the actors of each article.
        same: sets of actors, ids or names that are one, whatever else is known.
        different: sets whose members are all different, whatever else is known.

    Raises:
        ModelError: if an actor is given as the same and as different.

    >>> one = Actor(name="Egor Panin", kind="person", country="KAZ")
    >>> two = Actor(name="Yegor Panin", kind="person", country="KAZ")
    >>> for joined in join_actors([[one], [two]]):
    ...     print(joined.actor, *joined.reasons)
    Egor Panin 'Egor Panin' and 'Yegor Panin' are spellings of one full name, of one country: KAZ
    >>> len(join_actors([[one], [two]], different=[("Egor Panin", "Yegor Panin")]))
    2
    """
    nodes = _nodes(articles)
    clusters = _Clusters([node.actor for node in nodes])
    for group in different:
        sides = [_meant(who, nodes) for who in group]
        for these, those in combinations(sides, 2):
            clusters.keep_apart(these, those)
    for group in same:
        indices = [index for who in group for index in _meant(who, nodes)]
        for index in indices[1:]:
            if not clusters.join(indices[0], index, "you said that they are the same", asked=True):
                raise ModelError(
                    f"{nodes[indices[0]].actor.name!r} and {nodes[index].actor.name!r} are given as the same and as "
                    "different; take one of the two away"
                )
    actors = [node.actor for node in nodes]
    for one, other in _alike(actors):
        if not clusters.hold(one, other) and (reason := _persons(actors[one], actors[other])):
            clusters.join(one, other, reason)
    for one, other, reason in _organizations(actors):
        clusters.join(one, other, reason)
    return tuple(_joined([nodes[index] for index in group], reasons) for group, reasons in clusters.groups())


@attrs.define
class _Node:
    """An actor that needs no joining: one id, in one or several articles."""

    actor: Actor
    members: list[tuple[int, Actor]]


def _nodes(articles: Iterable[Iterable[Actor]]) -> list[_Node]:
    found: dict[tuple[str, int | None], _Node] = {}
    for index, actors in enumerate(articles):
        for actor in actors:
            key = (actor.id, index if _is_surname(actor) else None)
            node = found.setdefault(key, _Node(actor, []))
            node.members.append((index, actor))
            if _weight(actor) > _weight(node.actor):
                node.actor = actor
    return list(found.values())


def _is_surname(actor: Actor) -> bool:
    """Whether a person is named by one word only, and the knowledge does not know him."""
    return (
        actor.kind is ActorKind.PERSON
        and " " not in actor.name
        and actor.wikidata is None
        and all(role.held is None for role in actor.roles)
    )


def _weight(actor: Actor) -> tuple[bool, int, int, int]:
    """How well an actor is known."""
    dated = sum(role.held is not None for role in actor.roles)
    return actor.wikidata is not None, dated, len(actor.roles), len(actor.aliases)


def _meant(who: Who, nodes: Sequence[_Node]) -> list[int]:
    """The nodes that a user means by an actor, an id or a name."""
    if isinstance(who, Actor):
        return [index for index, node in enumerate(nodes) if node.actor.id == who.id]
    by_id = [index for index, node in enumerate(nodes) if node.actor.id == who]
    return (
        by_id
        or [index for index, node in enumerate(nodes) if who == node.actor.name]
        or [index for index, node in enumerate(nodes) if who in node.actor.aliases]
    )


def _alike(actors: Sequence[Actor]) -> Iterator[tuple[int, int]]:
    """Pairs of persons who may be one: those with a country or an office in common and a near spelling of the name.

    Of those who are written alike only one is compared with each other spelling, so that the time it takes grows with
    the number of persons and not with that of pairs.
    """
    buckets: dict[tuple[str, ...], dict[tuple[str | None, ...], int]] = {}
    for index, actor in enumerate(actors):
        words = actor.name.split()
        if actor.kind is not ActorKind.PERSON or len(words) == 1:
            continue
        written = (words[0], words[-1], actor.country)
        for shared in _shared(actor):
            for key in product(near_ends(words[0]), near_keys(words[-1])):
                bucket = buckets.setdefault((*shared, *key), {})
                if written in bucket:
                    yield bucket[written], index
                else:
                    yield from ((other, index) for other in bucket.values())
                    bucket[written] = index


def _shared(actor: Actor) -> Iterator[tuple[str, ...]]:
    """What two persons of near names must have in common to be one."""
    if actor.country is not None:
        yield (actor.country,)
    yield from dict.fromkeys(
        _office(role.title, role.organization, role.country)
        for role in actor.roles
        if role.organization or role.country
    )


def _persons(one: Actor, other: Actor) -> str:
    """Why two persons are one; empty if they are not known to be."""
    if one.country and other.country and one.country != other.country:
        return ""
    first, second = one.name.split(), other.name.split()
    if not (near(first[-1], second[-1]) and near(first[0], second[0])):
        return ""
    spelled = (
        f"both are named {one.name!r}"
        if one.name == other.name
        else f"{one.name!r} and {other.name!r} are spellings of one full name"
    )
    if one.country is not None and one.country == other.country:
        return f"{spelled}, of one country: {one.country}"
    offices = {_office(role.title, role.organization, role.country) for role in other.roles}
    for role in one.roles:
        if (role.organization or role.country) and _office(role.title, role.organization, role.country) in offices:
            return f"{spelled}, with one office: {role}"
    return ""


def _office(title: str, organization: str | None, country: str | None) -> tuple[str, str, str]:
    return title.casefold(), (organization or "").casefold(), country or ""


def _organizations(actors: Sequence[Actor]) -> Iterator[tuple[int, int, str]]:
    named: dict[str, list[int]] = {}
    for index, actor in enumerate(actors):
        if actor.kind is ActorKind.ORGANIZATION:
            named.setdefault(_plain(actor.name), []).append(index)
    for index, actor in enumerate(actors):
        if actor.kind is not ActorKind.ORGANIZATION:
            continue
        for name in (actor.name, *actor.aliases):
            for other in named.get(_plain(name), ()) if " " in name or name == actor.name else ():
                if other != index and (actor.country is None or actors[other].country in (None, actor.country)):
                    yield (
                        index,
                        other,
                        f"{actor.name!r} goes by the name {name!r} too" * (name != actor.name)
                        or (f"both are named {name!r}, and nothing says that their countries differ"),
                    )


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ").replace("’", "'")


class _Clusters:
    """Sets of actors that grow by joins, and that never hold what is kept apart."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._leader = list(range(len(actors)))
        self._countries = [{actor.country} if actor.country else set() for actor in actors]
        self._apart: list[set[tuple[int, bool]]] = [set() for _ in actors]
        self._persons = [actor.kind is ActorKind.PERSON for actor in actors]
        self._reasons: list[list[str]] = [[] for _ in actors]
        self._pairs = 0

    def keep_apart(self, one: Iterable[int], other: Iterable[int]) -> None:
        """No cluster may hold one of these and one of those."""
        ones, others = set(one), set(other)
        for index in ones - others:
            self._apart[index].add((self._pairs, False))
        for index in others - ones:
            self._apart[index].add((self._pairs, True))
        self._pairs += 1

    def join(self, one: int, other: int, reason: str, *, asked: bool = False) -> bool:
        """Make two clusters one; false if they are kept apart or, unless asked for, are persons of two countries."""
        one, other = sorted((self._find(one), self._find(other)))
        if one == other:
            return True
        if any((pair, not side) in self._apart[other] for pair, side in self._apart[one]):
            return False
        countries = self._countries[one] | self._countries[other]
        if not asked and self._persons[one] and len(countries) > 1:
            return False
        self._leader[other] = one
        self._countries[one] = countries
        self._apart[one] |= self._apart[other]
        self._reasons[one] += [*self._reasons[other], reason]
        return True

    def hold(self, one: int, other: int) -> bool:
        """Whether the two are in one cluster."""
        return self._find(one) == self._find(other)

    def groups(self) -> Iterator[tuple[list[int], list[str]]]:
        """The clusters in the order of their first members, with the reasons of their joins."""
        found: dict[int, list[int]] = {}
        for index in range(len(self._leader)):
            found.setdefault(self._find(index), []).append(index)
        for leader, group in found.items():
            yield group, self._reasons[leader]

    def _find(self, index: int) -> int:
        while self._leader[index] != index:
            self._leader[index] = index = self._leader[self._leader[index]]
        return index


def _joined(nodes: Sequence[_Node], reasons: Sequence[str]) -> Joined:
    members = tuple(sorted((member for node in nodes for member in node.members), key=lambda member: member[0]))
    best = max((node.actor for node in nodes), key=_weight)
    actors = [best, *(actor for _, actor in members)]
    names = dict.fromkeys(name for actor in actors for name in (actor.name, *actor.aliases))
    names.pop(best.name)
    repeated = [
        f"{node.actor.name!r} has one id in {len(node.members)} articles" for node in nodes if len(node.members) > 1
    ]
    return Joined(
        actor=attrs.evolve(
            best,
            country=next((actor.country for actor in actors if actor.country), None),
            aliases=tuple(names),
            roles=tuple(dict.fromkeys(role for actor in actors for role in actor.roles)),
            sectors=tuple(dict.fromkeys(code for actor in actors for code in actor.sectors)),
        ),
        members=members,
        reasons=(*repeated, *reasons),
    )
