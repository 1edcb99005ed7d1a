"""What a page says of itself: headline, authors, date, publisher, from JSON-LD and meta elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

import attrs

from uzru.errors import DateError
from uzru.model import PartialDate
from uzru.parsing.html.page import WebPage

__all__ = ["Metadata", "read_metadata", "read_moment"]

_ARTICLE: Final = re.compile(r"\w*(?:Article|BlogPosting|Report)", re.ASCII)
_MOMENT: Final = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:\.\d{1,9})?\s?(Z|[+-]\d\d:?\d\d)?.{0,9})?", re.ASCII | re.IGNORECASE
)
_HEADLINES: Final = ("og:title", "twitter:title", "dc.title")
_DATES: Final = (
    "article:published_time",
    "datepublished",
    "parsely-pub-date",
    "dc.date.issued",
    "dc.date",
    "pubdate",
    "publishdate",
    "date",
)
_AUTHORS: Final = ("author", "parsely-author", "dc.creator", "article:author")
_DEEPEST: Final = 8


@attrs.frozen(kw_only=True)
class Metadata:
    """What a page says of itself.

    Attributes:
        headline: the headline.
        summary: the description.
        authors: who wrote it.
        published: when, with the zone if that is given.
        publisher: the outlet.
        url: the page's own address.
        language: ISO 639-1.
    """

    headline: str | None = None
    summary: str | None = None
    authors: tuple[str, ...] = ()
    published: PartialDate | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None


def read_metadata(page: WebPage) -> Metadata:
    """The first of all that says it: JSON-LD, meta elements, `time` and `title`."""
    data = next(_articles(page.data), {})
    meta = page.meta
    dates = [_string(data.get("datePublished")), *(meta.get(name) for name in _DATES), *page.moments[:1]]
    authors = list(_names(data.get("author"))) or [meta[name] for name in _AUTHORS if meta.get(name)][:1]
    language = _string(data.get("inLanguage")) or page.language or ""
    return Metadata(
        headline=_line(data.get("headline"))
        or next((_line(meta[name]) for name in _HEADLINES if meta.get(name)), None),
        summary=_line(data.get("description")) or _line(meta.get("og:description")) or _line(meta.get("description")),
        authors=tuple(dict.fromkeys(name for name in map(_line, authors) if name and "://" not in name)),
        published=next((moment for date in dates if (moment := read_moment(date)) is not None), None),
        publisher=next(_names(data.get("publisher")), None) or _line(meta.get("og:site_name")),
        url=page.canonical or meta.get("og:url") or _string(data.get("url")),
        language=language[:2].lower() if re.fullmatch(r"[A-Za-z]{2}(?:[-_].{0,20})?", language) else None,
    )


def read_moment(text: str | None) -> PartialDate | None:
    """A day, or a moment with its zone, as pages write them (ISO 8601 and near it).

    >>> [str(read_moment(text)) for text in ("2006-11-16T14:05:00.000+0100", "2006-11-16 14:05", "16 Nov")]
    ['2006-11-16T14:05:00+01:00', '2006-11-16T14:05', 'None']
    """
    found = _MOMENT.fullmatch((text or "").strip())
    if found is None:
        return None
    day, clock, seconds, zone = found.groups()
    zone = (zone or "").upper()
    zone = f"{zone[:3]}:{zone[3:]}" if len(zone) == 5 else zone
    for notation in ([f"{day}T{clock}{seconds or ''}{zone}"] if clock else []) + [day]:
        try:
            return PartialDate.parse(notation)
        except DateError:
            continue
    return None


def _articles(scripts: list[str]) -> Iterator[dict[str, Any]]:
    """The objects of JSON-LD that are articles, wherever they stand."""
    for script in scripts:
        try:
            loaded = json.loads(script)
        except (ValueError, RecursionError):
            continue
        yield from _walk(loaded, 0)


def _walk(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        types = value.get("@type")
        if any(
            isinstance(one, str) and _ARTICLE.fullmatch(one) for one in (types if isinstance(types, list) else [types])
        ):
            yield value
        yield from (found for key in ("@graph", "mainEntity") for found in _walk(value.get(key), depth + 1))
    elif isinstance(value, list):
        yield from (found for one in value[:100] for found in _walk(one, depth + 1))


def _names(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str) and name.strip():
            yield name.strip()


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _line(value: Any) -> str | None:
    return (" ".join(value.split()) or None) if isinstance(value, str) else None
