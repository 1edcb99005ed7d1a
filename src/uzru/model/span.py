"""Where a fact stands in the text, and the ids that facts are known by."""

from __future__ import annotations

import hashlib
from typing import NewType

import attrs

from uzru.errors import ModelError

__all__ = ["ActorId", "ArticleId", "CountryCode", "EventId", "QuoteId", "Span", "make_fact_id", "make_id"]

ActorId = NewType("ActorId", str)
ArticleId = NewType("ArticleId", str)
CountryCode = NewType("CountryCode", str)
EventId = NewType("EventId", str)
QuoteId = NewType("QuoteId", str)


@attrs.frozen(order=True, repr=False, init=False)
class Span:
    """A half-open range of code points in `Article.text`, as in the W3C Web Annotation TextPositionSelector.

    Attributes:
        start: offset of the first code point, from 0.
        end: offset behind the last code point; never before `start`.

    Raises:
        ModelError: if `start` is negative or lies behind `end`.

    >>> span = Span(3, 7)
    >>> "a news report"[span.slice], len(span), 6 in span, Span(4, 5) in span, span.overlaps(Span(7, 9))
    ('ews ', 4, True, True, False)
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:  # written out, since an article has hundreds
        if not 0 <= start <= end:
            raise ModelError(f"Span({start}, {end}): a span starts at 0 or later and does not end before it starts")
        _set_start(self, start)
        _set_end(self, end)

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.end})"

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def __contains__(self, item: int | Span) -> bool:
        if isinstance(item, Span):
            return self.start <= item.start and item.end <= self.end
        return self.start <= item < self.end

    @property
    def slice(self) -> slice:
        """The same range as a slice: `text[span.slice]`."""
        return slice(self.start, self.end)

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point.

        >>> Span(0, 5).overlaps(Span(4, 9))
        True
        """
        return self.start < other.end and other.start < self.end

    def shift(self, by: int) -> Span:
        """The same range, `by` code points further on.

        >>> Span(3, 7).shift(10)
        Span(13, 17)
        """
        return Span(self.start + by, self.end + by)


_set_start, _set_end = (vars(Span)[name].__set__ for name in ("start", "end"))


def make_id(prefix: str, *parts: str) -> str:
    """A short id from the parts that define a thing: the same parts give the same id everywhere.

    The first 12 hexadecimal digits of SHA-256 over the parts, each followed by a NUL.

    >>> make_id("actor", "person", "Islam Karimov", "UZB")
    'actor-71e01022f67f'
    """
    return _hashed(prefix, "\0".join((*parts, "")))


def make_fact_id(prefix: str, article_id: str, kind: str, *spans: Span) -> str:
    """The id of a quotation or an event: from the article, what it is, and where it stands.

    >>> make_fact_id("quote", "article-2c48132455e0", "direct", Span(1, 14))
    'quote-713b1f7ebba6'
    """
    places = "".join([f"{span.start}-{span.end}\0" for span in spans])
    return _hashed(prefix, f"{article_id}\0{kind}\0{places}")


def _hashed(prefix: str, parts: str) -> str:
    return f"{prefix}-{hashlib.sha256(parts.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
