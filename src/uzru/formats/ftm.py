"""FollowTheMoney entities: the article, whom it names, what they said (notes), what happened, offices held."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from uzru.formats.iso import iso_ends, iso_prefix
from uzru.knowledge import Knowledge
from uzru.model import Actor, ActorKind, Article, Event, Quote, Role, make_id

__all__ = ["to_ftm"]

_PUBLIC: Final = frozenset({"GOV", "JUD", "LEG", "MIL", "COP", "SPY", "IGO"})
_LANGUAGES: Final = MappingProxyType({"en": "eng", "ru": "rus", "uk": "ukr", "kk": "kaz", "uz": "uzb"})


def to_ftm(article: Article) -> list[dict[str, Any]]:
    """An article as FollowTheMoney entities, ready for Aleph or `ftm`: one JSON object a line is their file format.

    Actors and offices have the same id in every article, so that entities of a corpus can be aggregated.

    >>> import uzru
    >>> entities = to_ftm(uzru.parse('"We stay," Egor Panin said.'))
    >>> [entity["schema"] for entity in entities]
    ['Article', 'Person', 'Mention', 'Note']
    """
    entities = [
        _document(article),
        *map(_actor, article.actors),
        *(office for actor in article.actors for role in actor.roles if role.held for office in _office(actor, role)),
        *_mentions(article),
        *(_note(quote, article) for quote in article.quotes if quote.repeats is None),
        *(_event(event, article) for event in article.events),
    ]
    return list({entity["id"]: entity for entity in entities}.values())


def _entity(id_: str, schema: str, properties: Mapping[str, Sequence[str | None] | str | None]) -> dict[str, Any]:
    listed = {key: [value] if isinstance(value, str) else list(value or ()) for key, value in properties.items()}
    told = {key: [value for value in values if value] for key, values in listed.items()}
    return {"id": id_, "schema": schema, "properties": {key: values for key, values in told.items() if values}}


def _document(article: Article) -> dict[str, Any]:
    return _entity(
        article.id,
        "Article",
        {
            "title": article.headline,
            "summary": article.summary,
            "bodyText": article.text,
            "publishedAt": iso_prefix(article.published),
            "author": [credit.name for credit in (*article.byline, *article.contributors)],
            "publisher": article.source.publisher,
            "sourceUrl": article.source.url,
            "fileName": article.source.path,
            "language": _LANGUAGES.get(article.language or ""),
            "peopleMentioned": [actor.name for actor in article.actors if actor.kind is ActorKind.PERSON],
        },
    )


def _schema(actor: Actor) -> str:
    if actor.kind is ActorKind.PERSON:
        return "Person"
    if actor.kind is ActorKind.COUNTRY or not _PUBLIC.isdisjoint(actor.sectors):
        return "PublicBody"
    return "Organization"


def _actor(actor: Actor) -> dict[str, Any]:
    person = actor.kind is ActorKind.PERSON
    return _entity(
        actor.id,
        _schema(actor),
        {
            "name": actor.name,
            "alias": actor.aliases,
            "country": _country(actor.country),
            "position": [str(role) for role in actor.roles] if person else [],
            "wikidataId": actor.wikidata,
        },
    )


def _office(actor: Actor, role: Role) -> Iterator[dict[str, Any]]:
    """The office, and that this actor held it from when to when."""
    post = make_id("position", role.title, role.organization or "", role.country or "")
    start, end = iso_ends(role.held)
    name = ", ".join(part for part in (role.title, role.organization) if part)
    yield _entity(post, "Position", {"name": name, "country": _country(role.country)})
    yield _entity(
        make_id("occupancy", actor.id, post, str(role.held)),
        "Occupancy",
        {"holder": actor.id, "post": post, "startDate": start, "endDate": end},
    )


def _mentions(article: Article) -> Iterator[dict[str, Any]]:
    """One for each actor and written form, as FollowTheMoney counts them."""
    for mention in article.mentions:
        words = article.text[mention.span.slice]
        yield _entity(
            make_id("mention", article.id, mention.actor.id, words),
            "Mention",
            {
                "name": words,
                "document": article.id,
                "resolved": mention.actor.id,
                "detectedSchema": _schema(mention.actor),
                "contextCountry": _country(mention.actor.country),
            },
        )


def _note(quote: Quote, article: Article) -> dict[str, Any]:
    said = [f"{quote.kind} quotation", f"by {quote.speaker}" if quote.speaker else None, str(quote.when or "") or None]
    return _entity(
        quote.id,
        "Note",
        {
            "name": ", ".join(part for part in said if part),
            "description": quote.text,
            "entity": [actor.id for actor in (quote.speaker, quote.addressee) if actor],
            "proof": article.id,
            "sourceUrl": article.source.url,
        },
    )


def _event(event: Event, article: Article) -> dict[str, Any]:
    start, end = iso_ends(event.when)
    dates = {"date": start} if start == end else {"startDate": start, "endDate": end}
    return _entity(
        event.id,
        "Event",
        {
            "name": str(event),
            "summary": article.text[event.span.slice],
            **dates,
            "location": event.place.name if event.place else None,
            "country": _country(event.place.country) if event.place else None,
            "organizer": [actor.id for actor in event.sources],
            "involved": [actor.id for actor in event.targets],
            "keywords": [str(event.type), *event.modes, *event.contexts],
            "proof": article.id,
        },
    )


def _country(code: str | None) -> str | None:
    """FollowTheMoney writes countries with two small letters."""
    return _alpha2().get(code) if code else None


@cache
def _alpha2() -> Mapping[str, str]:
    """The codes in use; those of former states mean other countries today."""
    knowledge = Knowledge()
    codes, status = knowledge.mapping("countries", "alpha2"), knowledge.mapping("countries", "status")
    return MappingProxyType({code: short.lower() for code, short in codes.items() if status[code] != "former"})
