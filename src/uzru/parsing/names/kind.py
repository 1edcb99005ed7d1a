"""The kinds that a name may be of, and their weights, six in one number."""

from __future__ import annotations

from collections.abc import Sequence
from struct import Struct

from uzru.errors import KnowledgeError
from uzru.knowledge import Knowledge

__all__ = [
    "COUNTRY",
    "GROUP",
    "KINDS",
    "NEVER",
    "NO_NAME",
    "ORGANIZATION",
    "OTHER",
    "PERSON",
    "PLACE",
    "Scores",
    "Weights",
    "bar",
    "pack",
    "sole",
    "unpack",
]

KINDS = ("person", "organization", "country", "place", "other", "none")
"""What a span may be; 'none' (no name) is for single words alone."""

PERSON, ORGANIZATION, COUNTRY, PLACE, OTHER, NO_NAME = range(6)
GROUP = 6  # told by common nouns, never decided here

_BITS = 32
_HALF = 1 << (_BITS - 1)
_OFFSET = sum(_HALF << (_BITS * kind) for kind in range(6))
_SHIFTS = tuple(_BITS * kind for kind in range(6))
NEVER = -(1 << 23)
"""What a kind that is ruled out weighs."""
_SIX = Struct("<6i").unpack

Scores = tuple[int, ...]
"""A score for each of KINDS, far below zero where a kind is ruled out."""


def pack(weights: Sequence[int]) -> int:
    """Six weights in one integer, so that a feature costs one look-up and one addition.

    >>> unpack(pack([1, -2, 3, 0, 0, -6]) + pack([1, 1, 1, 1, 1, 1]))
    (2, -1, 4, 1, 1, -5)
    """
    return sum(weight << shift for weight, shift in zip(weights, _SHIFTS, strict=True))


def unpack(packed: int) -> Scores:
    """The six sums of packed weights."""
    return _SIX(((packed + _OFFSET) ^ _OFFSET).to_bytes(24, "little"))


def bar(*kinds: int) -> int:
    """Packed weights that rule out some kinds, whatever else speaks for them.

    >>> scores = unpack(pack([900, 1, 800, 2, 3, 0]) + bar(PERSON, COUNTRY))
    >>> scores.index(max(scores)) == OTHER
    True
    """
    return sum(NEVER << (_BITS * kind) for kind in kinds)


def sole(kind: int, scores: Scores) -> Scores:
    """The best score for one kind, and none for the others."""
    return (*[NEVER] * kind, max(scores), *[NEVER] * (5 - kind))


class Weights(dict[str, int]):
    """The packed weights by feature, each read when it is first asked for; 0 for a feature without weights.

    They are the learned ones, or where those were taken away, rules of thumb.

    Attributes:
        unread: the weights as the table has them, by feature.

    >>> unpack(Weights(Knowledge())["c:Bw|"])
    (0, 0, 0, 243, 0, -20)
    """

    def __init__(self, knowledge: Knowledge) -> None:
        super().__init__()
        try:
            self.unread = knowledge.unsplit("name-weights")
        except KnowledgeError:  # the file is gone
            self.unread = knowledge.unsplit("name-rules")

    def __missing__(self, feature: str) -> int:
        cells = self.unread.get(feature)
        if cells is None:
            return 0  # not kept: of such features there is no end
        packed = 0
        for cell, shift in zip(cells.split("\t"), _SHIFTS, strict=False):
            if cell:
                packed += int(cell) << shift
        self[feature] = packed
        return packed
