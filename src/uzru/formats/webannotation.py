"""W3C Web Annotations: each fact as an annotation that finds its words by position and by what stands around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from uzru.model import Actor, Article, Event, Mention, Quote, Span

__all__ = ["to_web_annotations"]

_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_AROUND: Final = 32
_GENERATOR: Final = {"type": "Software", "name": "uzru"}


def to_web_annotations(article: Article, *, source: str | None = None) -> dict[str, Any]:
    """An annotation page of the quotations, mentions, events and dates of an article.

    Offsets count code points of the text, as the W3C's model asks; a quotation of several pieces has a target for each.

    Args:
        article: the article.
        source: the address of the text that is annotated; the article's own if left out.

    >>> import uzru
    >>> page = to_web_annotations(uzru.parse('"We stay," Egor Panin said.'))
    >>> page["items"][0]["target"][0]["selector"][0]
    {'type': 'TextPositionSelector', 'start': 1, 'end': 9}
    """
    address = source or article.source.url or f"urn:uzru:{article.id}"
    items = [*_quotes(article), *_mentions(article), *_events(article), *_dates(article)]
    return {
        "@context": _CONTEXT,
        "id": f"urn:uzru:{article.id}:annotations",
        "type": "AnnotationPage",
        "items": [
            {
                "id": f"urn:uzru:{article.id}:annotation:{number}",
                "type": "Annotation",
                "motivation": motivation,
                "generator": _GENERATOR,
                "body": bodies,
                "target": [{"source": address, "selector": _selectors(article.text, span)} for span in spans],
            }
            for number, (motivation, bodies, spans) in enumerate(items, 1)
        ],
    }


def _selectors(text: str, span: Span) -> list[dict[str, Any]]:
    return [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {
            "type": "TextQuoteSelector",
            "exact": text[span.slice],
            "prefix": text[max(0, span.start - _AROUND) : span.start],
            "suffix": text[span.end : span.end + _AROUND],
        },
    ]


_Item = tuple[str, list[dict[str, Any]], Sequence[Span]]


def _quotes(article: Article) -> Iterator[_Item]:
    for quote in article.quotes:
        yield "identifying", [_who(quote.speaker), _text(_said(quote), "describing")], quote.spans


def _said(quote: Quote) -> str:
    parts = [f"{quote.kind} quotation"]
    parts += [f"cue: {quote.cue.lemma}"] if quote.cue else []
    parts += [f"to: {quote.addressee}"] if quote.addressee else []
    parts += [f"when: {quote.when}"] if quote.when else []
    return "; ".join([*parts, f"confidence: {quote.confidence:.2f}"])


def _mentions(article: Article) -> Iterator[_Item]:
    for mention in article.mentions:
        yield "identifying", [_who(mention.actor), _text(_form(mention), "describing")], [mention.span]


def _form(mention: Mention) -> str:
    return f"{mention.actor.kind}, {mention.form}" + (f", {mention.role}" if mention.role else "")


def _events(article: Article) -> Iterator[_Item]:
    for event in article.events:
        yield (
            "classifying",
            [_text(str(event.type), "classifying"), _text(_deed(event), "describing")],
            [
                event.span,
                *event.repeats,
            ],
        )


def _deed(event: Event) -> str:
    return "; ".join([str(event), str(event.status), *map(str, event.magnitudes)])


def _dates(article: Article) -> Iterator[_Item]:
    for date in article.dates:
        if date.value is not None:
            yield "tagging", [_text(str(date.value), "tagging")], [date.span]


def _who(actor: Actor | None) -> dict[str, Any]:
    if actor is None:
        return _text("speaker unknown", "identifying")
    address = f"http://www.wikidata.org/entity/{actor.wikidata}" if actor.wikidata else f"urn:uzru:{actor.id}"
    return {"type": "SpecificResource", "source": address, "purpose": "identifying", "label": actor.name}


def _text(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "purpose": purpose, "format": "text/plain"}
