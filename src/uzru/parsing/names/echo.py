"""Who is named where a page gives a paragraph again: the same as at the first place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TypeVar

import attrs

from uzru.model import Block, Mention, PlaceMention

__all__ = ["echo_mentions"]

_Named = TypeVar("_Named", Mention, PlaceMention)


def echo_mentions(text: str, blocks: Iterable[Block], mentions: Sequence[_Named]) -> tuple[_Named, ...]:
    r"""The mentions, with those of each block that stands elsewhere too, word for word.

    >>> from uzru.model import Actor, Span
    >>> text = "Panin left.\nPanin left."
    >>> again = Block(kind="paragraph", span=Span(12, 23), repeats=Span(0, 11))
    >>> panin = Mention(span=Span(0, 5), actor=Actor(name="Panin", kind="person"), form="name")
    >>> [mention.span for mention in echo_mentions(text, [again], [panin])]
    [Span(0, 5), Span(12, 17)]
    """
    again = [(block.span, block.repeats) for block in blocks if block.repeats is not None]
    if not again:
        return tuple(mentions)
    starts = [mention.span.start for mention in mentions]
    found = list(mentions)
    for span, first in again:
        if text[span.slice].split() != text[first.slice].split() or len(span) != len(first):
            continue
        found += [
            attrs.evolve(mention, span=mention.span.shift(span.start - first.start))
            for mention in mentions[bisect_left(starts, first.start) : bisect_left(starts, first.end)]
        ]
    return tuple(sorted(found, key=lambda mention: (mention.span.start, -mention.span.end)))
