"""schema.org as JSON-LD: the article, who is quoted with which words, who is who, what happened.

The context is part of the document, so that nothing has to be fetched to read it.
"""

from __future__ import annotations

import json
from typing import Any, Final

from uzru.formats.iso import iso_ends, iso_instant, iso_prefix
from uzru.model import Actor, ActorKind, Article, Credit, Event, PartialDate, Place, Quote, Role

__all__ = ["to_jsonld", "to_jsonld_dict"]

_CONTEXT: Final = {
    "@vocab": "https://schema.org/",
    "uzru": "urn:uzru:",
    "sameAs": {"@type": "@id"},
    "url": {"@type": "@id"},
}
_TYPES: Final = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANIZATION: "Organization",
    ActorKind.GROUP: "Organization",
    ActorKind.COUNTRY: "Country",
}


def to_jsonld(article: Article, *, indent: int | None = None) -> str:
    """An article as a JSON-LD document of schema.org's words; see `to_jsonld_dict`.

    >>> import uzru
    >>> "spokenByCharacter" in to_jsonld(uzru.parse('"We stay," Egor Panin said.'))
    True
    """
    return json.dumps(to_jsonld_dict(article), indent=indent)


def to_jsonld_dict(article: Article) -> dict[str, Any]:
    """A graph: a NewsArticle, its Quotations and Events, and the Persons, Organizations and Countries they name.

    Actors have the same `@id` in every article, so that the graphs of a corpus can be poured together. What schema.org
    has no word for (kind of quotation, confidence, rule, status, PLOVER type) has a term of the prefix `uzru`.

    >>> import uzru
    >>> graph = to_jsonld_dict(uzru.parse('"We stay," Egor Panin said.'))["@graph"]
    >>> [node["@type"] for node in graph]
    ['NewsArticle', 'Quotation', 'Person']
    """
    page = {"@id": article.source.url or f"urn:uzru:{article.id}"}
    nodes: list[dict[str, Any]] = [
        _report(article, page["@id"]),
        *(_quotation(quote, page) for quote in article.quotes if quote.repeats is None),
        *(_event(event, article, page) for event in article.events),
        *map(_actor, article.actors),
    ]
    return {"@context": _CONTEXT, "@graph": [_told(node) for node in nodes]}


def _report(article: Article, page: str) -> dict[str, Any]:
    dateline = article.dateline
    return {
        "@id": page,
        "@type": "NewsArticle",
        "identifier": article.id,
        "url": article.source.url,
        "headline": article.headline,
        "abstract": article.summary,
        "datePublished": iso_instant(article.published) or iso_prefix(article.published),
        "dateline": article.text[dateline.span.slice] if dateline else None,
        "locationCreated": [_place(place) for place in dateline.places] if dateline else None,
        "author": list(map(_credit, article.byline)),
        "contributor": list(map(_credit, article.contributors)),
        "creditText": "; ".join(credit.name for credit in article.credits) or None,
        "publisher": _named("Organization", article.source.publisher),
        "inLanguage": article.language,
        "articleBody": article.text,
        "mentions": [_ref(actor) for actor in article.actors],
        "contentLocation": [_place(place) for place in dict.fromkeys(mention.place for mention in article.places)],
    }


def _quotation(quote: Quote, page: dict[str, str]) -> dict[str, Any]:
    return {
        "@id": f"urn:uzru:{quote.id}",
        "@type": "Quotation",
        "text": quote.text,
        "spokenByCharacter": _ref(quote.speaker),
        "recipient": _ref(quote.addressee),
        "dateCreated": iso_prefix(quote.when) if isinstance(quote.when, PartialDate) else None,
        "temporalCoverage": str(quote.when) if quote.when is not None else None,
        "isPartOf": page,
        "uzru:kind": str(quote.kind),
        "uzru:confidence": quote.confidence,
        "uzru:rule": quote.rule or None,
    }


def _event(event: Event, article: Article, page: dict[str, str]) -> dict[str, Any]:
    start, end = iso_ends(event.when)
    return {
        "@id": f"urn:uzru:{event.id}",
        "@type": ["Event", "Action"],
        "name": " ".join((str(event.type), *event.modes)),
        "description": article.text[event.span.slice],
        "agent": list(map(_ref, event.sources)),
        "participant": list(map(_ref, event.targets)),
        "startDate": start,
        "endDate": end,
        "location": _place(event.place) if event.place else None,
        "subjectOf": page,
        "uzru:type": str(event.type),
        "uzru:status": str(event.status),
        "uzru:confidence": event.confidence,
        "uzru:rule": event.rule or None,
    }


def _actor(actor: Actor) -> dict[str, Any]:
    person = actor.kind is ActorKind.PERSON
    country = {"@type": "Country", "identifier": actor.country} if actor.country else None
    return {
        "@id": f"urn:uzru:{actor.id}",
        "@type": _TYPES[actor.kind],
        "name": actor.name,
        "alternateName": list(actor.aliases),
        "identifier": actor.country if actor.kind is ActorKind.COUNTRY else None,
        "nationality": country if person else None,
        "location": country if actor.kind in (ActorKind.ORGANIZATION, ActorKind.GROUP) else None,
        "jobTitle": list(dict.fromkeys(role.title for role in actor.roles)) if person else None,
        "hasOccupation": [_occupation(role) for role in actor.roles] if person else None,
        "sameAs": f"http://www.wikidata.org/entity/{actor.wikidata}" if actor.wikidata else None,
    }


def _occupation(role: Role) -> dict[str, Any]:
    start, end = iso_ends(role.held) if role.held else (None, None)
    return _told(
        {
            "@type": "Role",
            "roleName": str(role),
            "startDate": start,
            "endDate": end,
            "memberOf": _named("Organization", role.organization),
        }
    )


def _credit(credit: Credit) -> dict[str, Any]:
    return _told(
        {
            "@type": "Person",
            "name": credit.name,
            "jobTitle": credit.role,
            "worksFor": _named("Organization", credit.organization),
        }
    )


def _place(place: Place) -> dict[str, Any]:
    country = {"@type": "Country", "identifier": place.country} if place.country else None
    return _told({"@type": "Place", "name": place.name, "containedInPlace": country})


def _named(type_: str, name: str | None) -> dict[str, str] | None:
    return None if name is None else {"@type": type_, "name": name}


def _ref(actor: Actor | None) -> dict[str, str] | None:
    return None if actor is None else {"@id": f"urn:uzru:{actor.id}"}


def _told(node: dict[str, Any]) -> dict[str, Any]:
    """The node without what is not known."""
    return {key: value for key, value in node.items() if value is not None and value != []}
