"""The same event told twice in an article becomes one event with further evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from uzru.model.event import Event, EventStatus, Magnitude
from uzru.model.plover import EventType
from uzru.parsing.events.parties import countries

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uzru.model.span import Span

__all__ = ["join_repeats"]

_LOOK_BACK = 12  # events of one type that a further one is compared with
_NEAR = 1200  # characters between two tellings that name nobody


def join_repeats(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events with those that tell the same act as an earlier one joined to it, in text order."""
    kept: list[Event] = []
    repeats: list[dict[Span, None]] = []
    by_type: dict[EventType, list[int]] = {}
    for event in events:
        places = by_type.setdefault(event.type, [])
        for index in reversed(places[-_LOOK_BACK:]):
            if _is_same(kept[index], event):
                if event.span != kept[index].span:
                    repeats[index][event.span] = None
                kept[index] = _joined(kept[index], event)
                break
        else:
            places.append(len(kept))
            kept.append(event)
            repeats.append({})
    return tuple(
        attrs.evolve(event, repeats=tuple(spans)) if spans else event
        for event, spans in zip(kept, repeats, strict=True)
    )


def _is_same(first: Event, second: Event) -> bool:
    """Whether two tellings can be one act: nobody, no day, no place and no mode of the two is at odds."""
    if first.inner is not second.inner or (first.status is EventStatus.DENIED) != (second.status is EventStatus.DENIED):
        return False
    if first.when and second.when and not _dates_agree(first, second):
        return False
    if first.modes and second.modes and not set(first.modes) & set(second.modes):
        return False
    if first.place and second.place and first.place != second.place and first.place.country != second.place.country:
        return False
    return _people_agree(first, second)


def _dates_agree(first: Event, second: Event) -> bool:
    return first.when is not None and second.when is not None and first.when.overlaps(second.when)


def _people_agree(first: Event, second: Event) -> bool:
    sources = countries(first.sources), countries(second.sources)
    targets = countries(first.targets), countries(second.targets)
    if first.type is EventType.CONSULT:
        everyone = sources[0] | targets[0], sources[1] | targets[1]
        return bool(everyone[0] & everyone[1]) and (everyone[0] <= everyone[1] or everyone[1] <= everyone[0])
    near = 0 <= second.span.start - first.span.end <= _NEAR
    pairs = (sources, targets)
    if any(one and other and not one & other for one, other in pairs):
        return False
    shared = sum(bool(one & other) for one, other in pairs)
    if shared == 2 or (shared == 1 and near):
        return shared == 2 or first.rule == second.rule or first.type is EventType.ASSAULT
    return near and first.type is EventType.ASSAULT and not (sources[0] and sources[1])


def _joined(first: Event, second: Event) -> Event:
    """The first telling, with what only the second tells."""
    return attrs.evolve(
        first,
        modes=first.modes or second.modes,
        contexts=tuple(sorted({*first.contexts, *second.contexts})),
        sources=first.sources or second.sources,
        targets=first.targets or second.targets,
        when=first.when or second.when,
        place=first.place or second.place,
        magnitudes=_more(first.magnitudes, second.magnitudes),
        confidence=max(first.confidence, second.confidence),
    )


def _more(first: tuple[Magnitude, ...], second: tuple[Magnitude, ...]) -> tuple[Magnitude, ...]:
    kinds = {magnitude.kind for magnitude in first}
    return (*first, *(magnitude for magnitude in second if magnitude.kind not in kinds))
