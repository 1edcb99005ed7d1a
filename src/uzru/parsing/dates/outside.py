"""The dates of the page, such as those of issue lines and stamps, beside those of its prose."""

from __future__ import annotations

from collections.abc import Sequence

from uzru.model import DateMention, DateType, PartialDate, Span

__all__ = ["with_page_dates"]


def with_page_dates(
    mentions: Sequence[DateMention], outside: Sequence[tuple[Span, PartialDate]]
) -> tuple[DateMention, ...]:
    """The mentions and those dates of the page that none of them covers, in text order.

    >>> stamp = (Span(0, 11), PartialDate.parse("2002-06-06"))
    >>> [(str(mention.value), mention.rule) for mention in with_page_dates([], [stamp])]
    [('2002-06-06', 'date of the page')]
    """
    if not outside:
        return tuple(mentions)
    taken = [mention.span for mention in mentions]
    added = []
    at = 0
    for span, value in sorted(outside, key=lambda one: one[0]):
        while at < len(taken) and taken[at].end <= span.start:
            at += 1
        if at == len(taken) or not taken[at].overlaps(span):
            added.append(DateMention(span=span, type=DateType.DATE, value=value, rule="date of the page"))
    return tuple(sorted([*mentions, *added], key=lambda mention: mention.span))
