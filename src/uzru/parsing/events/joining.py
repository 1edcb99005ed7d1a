"""The same event told twice in an article becomes one event with further evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import attrs

from uzru.model.actor import ActorKind
from uzru.model.event import Event, EventStatus, Magnitude
from uzru.model.plover import EventType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uzru.model.actor import Actor
    from uzru.model.span import Span

__all__ = ["LOOSE", "Telling", "join_repeats"]

LOOSE = frozenset({EventType.CONSULT, EventType.ASSAULT})  # of which any words may tell the same act
_APART = frozenset({"third-party"})  # who mediates is no side of the talks
_LOOK_BACK = 12  # events of one type that a further one is compared with
_NEAR = 1200  # characters between two tellings that name nobody
_CONSULT, _ASSAULT, _DENIED, _GROUP = EventType.CONSULT, EventType.ASSAULT, EventStatus.DENIED, ActorKind.GROUP


class Telling(NamedTuple):
    """An event as one sentence tells it.

    Attributes:
        event: who did what to whom.
        words: the verb's pattern and the verb, or the noun; empty if it may tell any act of its type again.
        points_back: whether it only points to an event told before: 'the visit', 'this violence'.
        undated: whether its sentence gives a date that could not be resolved.
    """

    event: Event
    words: frozenset[str]
    points_back: bool
    undated: bool


def join_repeats(tellings: Iterable[Telling]) -> tuple[Event, ...]:
    """The events with those that tell the same act as an earlier one joined to it, in text order."""
    kept: list[Telling] = []
    repeats: list[dict[Span, None]] = []
    by_type: dict[EventType, list[int]] = {}
    for telling in tellings:
        places = by_type.setdefault(telling.event.type, [])
        index = next((at for at in reversed(places[-_LOOK_BACK:]) if _is_same(kept[at], telling)), None)
        if index is not None:
            if telling.event.span not in kept[index].event.span:
                repeats[index][telling.event.span] = None
            kept[index] = kept[index]._replace(event=_joined(kept[index].event, telling.event))
        elif not telling.points_back or telling.event.sources or telling.event.targets:
            places.append(len(kept))
            kept.append(telling)
            repeats.append({})
    return tuple(
        attrs.evolve(telling.event, repeats=tuple(spans)) if spans else telling.event
        for telling, spans in zip(kept, repeats, strict=True)
    )


def _is_same(earlier: Telling, later: Telling) -> bool:
    """Whether two tellings can be one act: nobody, no day, no place and no mode of the two is at odds."""
    first, second = earlier.event, later.event
    if (earlier.undated and second.when) or (later.undated and first.when):
        return False
    if first.type not in LOOSE and earlier.words and later.words and not earlier.words & later.words:
        return False
    if first.inner is not second.inner or (first.status is _DENIED) != (second.status is _DENIED):
        return False
    if first.when and second.when and not first.when.overlaps(second.when):
        return False
    if later.points_back and not second.targets:
        return True
    if first.type is _CONSULT and (_APART & set(first.modes)) != (_APART & set(second.modes)):
        return False
    if first.type not in LOOSE and first.modes and second.modes and not set(first.modes) & set(second.modes):
        return False
    if first.place and second.place and first.place != second.place and first.place.country != second.place.country:
        return False
    return _people_agree(first, second, later.points_back)


def _people_agree(first: Event, second: Event, points_back: bool) -> bool:
    sources = _sides(first.sources), _sides(second.sources)
    targets = _sides(first.targets), _sides(second.targets)
    near = second.span.start - first.span.end <= _NEAR
    if first.type is _CONSULT:
        everyone = sources[0] | targets[0], sources[1] | targets[1]
        shared = len(everyone[0] & everyone[1])
        subset = everyone[0] <= everyone[1] or everyone[1] <= everyone[0]
        return subset and (shared > 1 or (shared == 1 and (points_back or (near and first.status is second.status))))
    if any(one and other and not one & other for one, other in (sources, targets)):
        return False
    shared = sum(bool(one & other) for one, other in (sources, targets))
    if shared == 2 or (shared == 1 and near):
        return True
    if first.type is not _ASSAULT or not near:
        return False
    if not (sources[0] or targets[0]):
        return first.when is None or second.when is not None  # 'since the 11 September attacks' is another's
    return not (sources[1] or targets[1])


def _sides(actors: Iterable[Actor]) -> frozenset[str]:
    """The countries of some actors, and the others by id; a group of no country may be any."""
    return frozenset(actor.country or actor.id for actor in actors if actor.country or actor.kind is not _GROUP)


def _joined(first: Event, second: Event) -> Event:
    """The first telling, with what only the second tells."""
    return attrs.evolve(
        first,
        modes=tuple(dict.fromkeys((*first.modes, *second.modes))),
        contexts=tuple(sorted({*first.contexts, *second.contexts})),
        sources=_fuller(first.sources, second.sources),
        targets=_fuller(first.targets, second.targets),
        when=first.when or second.when,
        place=first.place or (second.place if first.type in LOOSE else None),
        magnitudes=_more(first.magnitudes, second.magnitudes),
        confidence=max(first.confidence, second.confidence),
    )


def _fuller(first: tuple[Actor, ...], second: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The first actors, but for groups of no country those of whom more is known."""
    vague = all(actor.kind is ActorKind.GROUP and not actor.country for actor in first)
    return second if vague and second else first


def _more(first: tuple[Magnitude, ...], second: tuple[Magnitude, ...]) -> tuple[Magnitude, ...]:
    kinds = {magnitude.kind for magnitude in first}
    return (*first, *(magnitude for magnitude in second if magnitude.kind not in kinds))
