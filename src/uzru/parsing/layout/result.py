"""What layout finds on a page."""

from __future__ import annotations

from typing import NamedTuple

import attrs

from uzru.model import Block, Credit, Dateline, Link, PartialDate, Span
from uzru.parsing.text import Reading

__all__ = ["Item", "LaidOut"]


class Item(NamedTuple):
    """One report of a digest.

    Attributes:
        span: all of it, headline to credit.
        headline: its headline, if it has one.
        date: the day that 'today' means in it.
        credits: who is credited in it.
    """

    span: Span
    headline: str | None = None
    date: PartialDate | None = None
    credits: tuple[Credit, ...] = ()


@attrs.frozen(kw_only=True)
class LaidOut:
    """A page as blocks and facts.

    Attributes:
        blocks: all stretches of the page, in order.
        reading: the prose, as the later stages read it.
        headline: the headline.
        summary: the paragraphs between headline and report.
        dateline: the dateline.
        published: the day that 'today' means on the page: the caller's, else the dateline's, else that of a stamp.
        byline: who wrote the report.
        contributors: who contributed to it.
        credits: agencies and others credited.
        related: titles that the page points to.
        style: the house style that was recognized.
        publisher: the outlet of that style.
        anchors: from which offset on 'today' is which day.
        items: the reports of a digest; none on other pages.
        dates: the dates that stand outside the prose, in the dateline, in stamps and under item headlines.
    """

    blocks: tuple[Block, ...]
    reading: Reading = attrs.field(eq=False, repr=False)
    headline: str | None = None
    summary: str | None = None
    dateline: Dateline | None = None
    published: PartialDate | None = None
    byline: tuple[Credit, ...] = ()
    contributors: tuple[Credit, ...] = ()
    credits: tuple[Credit, ...] = ()
    related: tuple[Link, ...] = ()
    style: str | None = None
    publisher: str | None = None
    anchors: tuple[tuple[int, PartialDate | None], ...] = ((0, None),)
    items: tuple[Item, ...] = ()
    dates: tuple[tuple[Span, PartialDate], ...] = ()
