"""Makes an article of a document that is as it should be, fast; at any fault it only raises something.

One function for each class, which takes all of its fields and no other: `conversion` does the same by the classes
themselves, ten times as slowly, and tells of every fault.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import attrs

from uzru.formats.conversion import read_number, read_span, read_when
from uzru.model import (
    Actor,
    Article,
    Block,
    Credit,
    Cue,
    Dateline,
    DateMention,
    Duration,
    Event,
    Interval,
    Link,
    Magnitude,
    Mention,
    PartialDate,
    Place,
    PlaceMention,
    Quote,
    Role,
    Source,
    Span,
)

__all__ = ["read_article"]

_Object: TypeAlias = dict[str, Any]
_Actors: TypeAlias = Mapping[Any, Actor]
_DATE, _INTERVAL, _WHEN = (PartialDate,), (Interval,), (PartialDate, Interval)
_VALUE = (PartialDate, Interval, Duration)
_CLASSES: tuple[type, ...] = (Actor, Article, Block, Credit, Cue, Dateline, DateMention, Event, Link, Magnitude)
_CLASSES += (Mention, Place, PlaceMention, Quote, Role, Source)
_SIZES = {cls: frozenset({len(attrs.fields(cls))}) for cls in _CLASSES}


def read_article(document: _Object) -> Article:
    """The article of a document without its `schema`.

    >>> import uzru
    >>> article = uzru.parse("A mint opened.")
    >>> document = uzru.to_dict(article)
    >>> del document["schema"]
    >>> read_article(document) == article
    True
    """
    _check_size(document, Article)
    table = [_actor(row) for row in _rows(document["actors"], Actor)]
    actors = {actor.id: actor for actor in table}
    if len(actors) < len(table):
        raise ValueError("two actors have one id")
    return Article(
        text=_text(document["text"]),
        id=_text(document["id"]),  # type: ignore[arg-type]
        blocks=tuple([_block(value) for value in _rows(document["blocks"], Block)]),
        headline=_some_text(document["headline"]),
        summary=_some_text(document["summary"]),
        dateline=_dateline(document["dateline"]),
        published=_when(document["published"], _DATE),
        byline=tuple([_credit(value) for value in _rows(document["byline"], Credit)]),
        contributors=tuple([_credit(value) for value in _rows(document["contributors"], Credit)]),
        credits=tuple([_credit(value) for value in _rows(document["credits"], Credit)]),
        related=tuple([_link(value) for value in _rows(document["related"], Link)]),
        language=_some_text(document["language"]),
        source=_source(document["source"]),
        actors=tuple(table),
        mentions=_mentions(document["mentions"], actors),
        places=tuple([_place_mention(value) for value in _rows(document["places"], PlaceMention)]),
        dates=tuple([_date_mention(value) for value in _rows(document["dates"], DateMention)]),
        quotes=tuple([_quote(value, actors) for value in _rows(document["quotes"], Quote)]),
        events=tuple([_event(value, actors) for value in _rows(document["events"], Event)]),
        items=tuple([read_article(value) for value in _list(document["items"])]),
        offset=_whole(document["offset"]),
    )


# --- who and where ----------------------------------------------------------------------------------------------------


def _actor(value: _Object) -> Actor:
    return Actor(
        name=_text(value["name"]),
        kind=value["kind"],
        country=_some_text(value["country"]),
        sectors=_texts(value["sectors"]),
        aliases=_texts(value["aliases"]),
        roles=tuple([_role(role) for role in _rows(value["roles"], Role)]),
        wikidata=_some_text(value["wikidata"]),
        id=_text(value["id"]),  # type: ignore[arg-type]
    )


def _role(value: _Object) -> Role:
    _check_size(value, Role)
    return Role(
        title=_text(value["title"]),
        organization=_some_text(value["organization"]),
        country=_some_text(value["country"]),
        held=_when(value["held"], _INTERVAL),
    )


def _mentions(values: Any, actors: _Actors) -> tuple[Mention, ...]:
    return tuple(
        [
            Mention(
                span=read_span(value["span"]),
                actor=actors[value["actor"]],
                form=value["form"],
                role=None if value["role"] is None else _role(value["role"]),
                why=_texts(value["why"]),
            )
            for value in _rows(values, Mention)
        ]
    )


def _place(value: _Object) -> Place:
    _check_size(value, Place)
    return Place(name=_text(value["name"]), country=_some_text(value["country"]))


def _place_mention(value: _Object) -> PlaceMention:
    return PlaceMention(span=read_span(value["span"]), place=_place(value["place"]))


# --- the page ---------------------------------------------------------------------------------------------------------


def _block(value: _Object) -> Block:
    return Block(
        kind=value["kind"],
        span=read_span(value["span"]),
        label=_some_span(value["label"]),
        repeats=_some_span(value["repeats"]),
    )


def _dateline(value: _Object | None) -> Dateline | None:
    if value is None:
        return None
    _check_size(value, Dateline)
    place = value["place"]
    return Dateline(
        span=read_span(value["span"]),
        place=None if place is None else _place(place),
        further=tuple([_place(one) for one in _rows(value["further"], Place)]),
        date=_when(value["date"], _DATE),
        agency=_some_text(value["agency"]),
    )


def _credit(value: _Object) -> Credit:
    return Credit(
        name=_text(value["name"]),
        span=read_span(value["span"]),
        role=_some_text(value["role"]),
        organization=_some_text(value["organization"]),
        place=_some_text(value["place"]),
    )


def _link(value: _Object) -> Link:
    return Link(title=_text(value["title"]), span=read_span(value["span"]), url=_some_text(value["url"]))


def _source(value: _Object) -> Source:
    _check_size(value, Source)
    return Source(**{name: _some_text(told) for name, told in value.items()})


# --- facts ------------------------------------------------------------------------------------------------------------


def _date_mention(value: _Object) -> DateMention:
    return DateMention(
        span=read_span(value["span"]),
        type=value["type"],
        value=_when(value["value"], _VALUE),
        anchor=_when(value["anchor"], _DATE),
        rule=_text(value["rule"]),
    )


def _quote(value: _Object, actors: _Actors) -> Quote:
    speaker, addressee, cue = value["speaker"], value["addressee"], value["cue"]
    said_by, said_to = value["speaker_span"], value["addressee_span"]
    return Quote(
        id=_text(value["id"]),  # type: ignore[arg-type]
        kind=value["kind"],
        spans=_spans(value["spans"]),
        verbatim=_spans(value["verbatim"]),
        text=_text(value["text"]),
        speaker=None if speaker is None else actors[speaker],
        speaker_span=None if said_by is None else read_span(said_by),
        cue=None if cue is None else _cue(cue),
        addressee=None if addressee is None else actors[addressee],
        addressee_span=None if said_to is None else read_span(said_to),
        when=_when(value["when"], _WHEN),
        insertions=_spans(value["insertions"]),
        elisions=_spans(value["elisions"]),
        repeats=_some_text(value["repeats"]),  # type: ignore[arg-type]
        confidence=read_number(value["confidence"]),
        rule=_text(value["rule"]),
    )


def _cue(value: _Object) -> Cue:
    _check_size(value, Cue)
    return Cue(span=read_span(value["span"]), lemma=_text(value["lemma"]), category=value["category"])


def _event(value: _Object, actors: _Actors) -> Event:
    place, reciprocal = value["place"], value["reciprocal"]
    if type(reciprocal) is not bool:
        raise TypeError("true or false is wanted")
    return Event(
        id=_text(value["id"]),  # type: ignore[arg-type]
        type=value["type"],
        modes=_texts(value["modes"]),
        contexts=_texts(value["contexts"]),
        status=value["status"],
        sources=tuple([actors[one] for one in _list(value["sources"])]),
        targets=tuple([actors[one] for one in _list(value["targets"])]),
        reciprocal=reciprocal,
        when=_when(value["when"], _WHEN),
        place=None if place is None else _place(place),
        span=read_span(value["span"]),
        repeats=_spans(value["repeats"]),
        trigger=read_span(value["trigger"]),
        reported_by=_some_text(value["reported_by"]),  # type: ignore[arg-type]
        magnitudes=tuple([_magnitude(one) for one in _rows(value["magnitudes"], Magnitude)]),
        inner=value["inner"],
        confidence=read_number(value["confidence"]),
        rule=_text(value["rule"]),
    )


def _magnitude(value: _Object) -> Magnitude:
    low, high = value["low"], value["high"]
    return Magnitude(
        kind=value["kind"],
        low=None if low is None else _whole(low),
        high=None if high is None else _whole(high),
    )


# --- values -----------------------------------------------------------------------------------------------------------


def _check_size(value: _Object, cls: type) -> None:
    """All fields are asked for by name, so that one too many is one that is not known."""
    if len(value) not in _SIZES[cls]:
        raise ValueError("a field too many or too few")


def _rows(value: Any, cls: type) -> list[_Object]:
    """A list of objects of a class, whose sizes are checked together."""
    if type(value) is not list or not _SIZES[cls].issuperset(map(len, value)):
        raise ValueError("a list of such objects is wanted, each with all of its fields")
    return value


def _text(value: Any) -> str:
    if type(value) is not str:
        raise TypeError("a string is wanted")
    return value


def _some_text(value: Any) -> str | None:
    if value is not None and type(value) is not str:
        raise TypeError("a string is wanted")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if type(value) is not list:
        raise TypeError("a list is wanted")
    if not value:
        return ()
    "".join(value)  # joins nothing but strings
    return tuple(value)


def _some_span(value: Any) -> Span | None:
    return None if value is None else read_span(value)


def _spans(value: Any) -> tuple[Span, ...]:
    if type(value) is not list:
        raise TypeError("a list is wanted")
    return tuple([read_span(one) for one in value]) if value else ()


def _when(value: Any, kinds: tuple[type, ...]) -> Any:
    return None if value is None else read_when(value, kinds)


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise TypeError("a whole number is wanted")
    return value


def _list(value: Any) -> list[Any]:
    if type(value) is not list:
        raise TypeError("a list is wanted")
    return value
