"""Events as tab-separated rows under the column names of POLECAT, the data set of the PLOVER ontology."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from uzru.formats.iso import iso_ends
from uzru.model import Actor, Article, Event
from uzru.model.plover import Quad

__all__ = ["COLUMNS", "to_plover"]

COLUMNS: Final = (
    "Event ID",
    "Event Date",
    "Event Date End",
    "Event Type",
    "Event Mode",
    "Quad Code",
    "Contexts",
    "Status",
    "Actor Name",
    "Actor Country",
    "Actor Sectors",
    "Actor ID",
    "Recipient Name",
    "Recipient Country",
    "Recipient Sectors",
    "Recipient ID",
    "Placename",
    "Country",
    "Magnitudes",
    "Headline",
    "Event Text",
    "Language",
    "Publication Date",
    "Source",
    "Story ID",
    "Confidence",
)
"""What the columns are called; several values of one cell stand apart by '; ', what is not known is empty."""

_QUADS: Final = {
    Quad.VERBAL_COOPERATION: "VERBAL COOPERATION",
    Quad.MATERIAL_COOPERATION: "MATERIAL COOPERATION",
    Quad.VERBAL_CONFLICT: "VERBAL CONFLICT",
    Quad.MATERIAL_CONFLICT: "MATERIAL CONFLICT",
}


def to_plover(articles: Iterable[Article]) -> Iterator[str]:
    r"""The events of articles as lines, with the line of column names first.

    POLECAT's columns, as far as an article tells them, and three of ours: `Event Date End`, `Status`, `Confidence`.
    A mutual act lists all its actors under both parties, as POLECAT does.

    >>> import uzru
    >>> lines = list(to_plover([uzru.parse("Egor Panin visited Uzbekistan on 2 May 2004.")]))
    >>> lines[1].split("\t")[1:5]
    ['2004-05-02', '2004-05-02', 'CONSULT', 'visit']
    """
    yield "\t".join(COLUMNS) + "\n"
    for article in articles:
        for event in article.events:
            yield "\t".join(map(_cell, _row(event, article))) + "\n"


def _row(event: Event, article: Article) -> Sequence[str]:
    start, end = iso_ends(event.when)
    return (
        event.id,
        start or "",
        end or "",
        str(event.type),
        "; ".join(event.modes),
        _QUADS[event.quad],
        "; ".join(event.contexts),
        str(event.status),
        *_party(event.sources),
        *_party(event.sources if event.reciprocal else event.targets),
        event.place.name if event.place else "",
        (event.place.country or "") if event.place else "",
        "; ".join(map(str, event.magnitudes)),
        article.headline or "",
        article.text[event.span.slice],
        article.language or "",
        str(article.published or ""),
        article.source.publisher or article.source.url or article.source.path or "",
        article.id,
        f"{event.confidence:.3f}",
    )


def _party(actors: Sequence[Actor]) -> tuple[str, str, str, str]:
    columns = (
        [actor.name for actor in actors],
        [actor.country or "" for actor in actors],
        [",".join(actor.sectors) for actor in actors],
        [actor.wikidata or actor.id for actor in actors],
    )
    name, country, sectors, ids = ("; ".join(column) for column in columns)
    return name, country, sectors, ids


def _cell(value: str) -> str:
    """On one line, without tabs."""
    return " ".join(value.split())
