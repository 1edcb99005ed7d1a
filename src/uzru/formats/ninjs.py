"""ninjs 3.1, the IPTC's JSON for news: the item with its people, organisations, places, events and quotations."""

from __future__ import annotations

from typing import Any, Final

from uzru.formats.iso import iso_instant
from uzru.model import Actor, ActorKind, Article, Event, Quote

__all__ = ["to_ninjs"]

_STANDARD: Final = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}


def to_ninjs(article: Article) -> dict[str, Any]:
    """An article as a ninjs text item; each quotation is an associated item whose source is the speaker.

    ninjs dates are moments with a zone: a day alone is left out rather than given an hour that nobody told.

    >>> import uzru
    >>> item = to_ninjs(uzru.parse('"We stay," Egor Panin said.'))
    >>> item["people"][0]["name"], item["associations"][0]["infoSources"][0]["name"]
    ('Egor Panin', 'Egor Panin')
    """
    item = {
        "uri": article.source.url or f"urn:uzru:{article.id}",
        "type": "text",
        "representationType": "full",
        "standard": dict(_STANDARD),
        "contentCreated": iso_instant(article.published),
        "language": article.language,
        "headlines": [{"value": article.headline}] if article.headline else [],
        "descriptions": [{"role": "summary", "value": article.summary}] if article.summary else [],
        "bodies": [_body(article.text)],
        "by": ", ".join(map(str, article.byline)),
        "located": article.dateline.place.name if article.dateline and article.dateline.place else None,
        "infoSources": [{"name": credit.name, "role": "contributor"} for credit in article.contributors]
        + [{"name": credit.name, "role": "credit"} for credit in article.credits],
        "people": [_named(actor) for actor in article.actors if actor.kind is ActorKind.PERSON],
        "organisations": [_named(actor) for actor in article.actors if _is_body(actor)],
        "places": _places(article),
        "events": [_event(event) for event in article.events],
        "associations": [_quotation(quote) for quote in article.quotes if quote.repeats is None],
        "altIds": [{"role": "uzru", "value": article.id}],
    }
    return {key: value for key, value in item.items() if value}


def _is_body(actor: Actor) -> bool:
    return actor.kind in (ActorKind.ORGANIZATION, ActorKind.GROUP)


def _body(text: str) -> dict[str, Any]:
    return {"contentType": "text/plain", "charCount": len(text), "wordCount": len(text.split()), "value": text}


def _uri(actor: Actor) -> str:
    return f"http://www.wikidata.org/entity/{actor.wikidata}" if actor.wikidata else f"urn:uzru:{actor.id}"


def _named(actor: Actor) -> dict[str, str]:
    return {"name": actor.name, "rel": "mentions", "uri": _uri(actor), "literal": actor.id}


def _places(article: Article) -> list[dict[str, str]]:
    countries = [_named(actor) for actor in article.actors if actor.kind is ActorKind.COUNTRY]
    named = dict.fromkeys(mention.place.name for mention in article.places)
    held = {country["name"] for country in countries}
    return countries + [{"name": name, "rel": "mentions"} for name in named if name not in held]


def _event(event: Event) -> dict[str, str]:
    return {"id": event.id, "name": str(event), "rel": str(event.status), "uri": f"urn:uzru:{event.id}"}


def _quotation(quote: Quote) -> dict[str, Any]:
    sources = [(quote.speaker, "speaker"), (quote.addressee, "addressee")]
    item = {
        "name": f"{quote.kind} quotation",
        "rel": "quotation",
        "uri": f"urn:uzru:{quote.id}",
        "type": "text",
        "bodies": [_body(quote.text)],
        "infoSources": [
            {"name": actor.name, "role": role, "uri": _uri(actor), "literal": actor.id}
            for actor, role in sources
            if actor
        ],
    }
    return {key: value for key, value in item.items() if value}
