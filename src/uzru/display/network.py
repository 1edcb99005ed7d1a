"""Who speaks about whom as a network on a circle: where its points and lines are, for whatever draws them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from math import cos, dist, hypot, pi, sin
from typing import Final, TypeAlias

import attrs

from uzru.model import Corpus

__all__ = ["Edge", "Network", "Node", "count_mentions", "network_of"]

_Point: TypeAlias = tuple[float, float]
_Pair: TypeAlias = tuple[str, str]
_LINE: Final = 15.0  # the least height between the names of neighbors
_LEAST: Final = 150.0  # of the radius
_ROUNDS: Final = 20


@attrs.frozen(kw_only=True)
class Node:
    """Somebody who speaks or is spoken about.

    Attributes:
        name: the name.
        x, y: the place, from the middle; y grows upwards.
        size: the radius of the dot.
        said: how many quotations of this actor name another one of the network.
        named: how many quotations of others name this one.
    """

    name: str
    x: float
    y: float
    size: float
    said: int
    named: int


@attrs.frozen(kw_only=True)
class Edge:
    """That one speaks about another: a curve (a quadratic Bézier) that ends before the other's dot.

    Attributes:
        speaker, named: the names.
        count: in how many quotations.
        start, control, end: the points of the curve.
        width: of the line, from 1 to 7.
    """

    speaker: str
    named: str
    count: int
    start: _Point
    control: _Point
    end: _Point
    width: float

    def at(self, share: float) -> _Point:
        """The point on the curve after this share of its way.

        >>> edge = Edge(speaker="a", named="b", count=1, start=(0, 0), control=(1, 2), end=(2, 0), width=1)
        >>> edge.at(0), edge.at(0.5), edge.at(1)
        ((0.0, 0.0), (1.0, 1.0), (2.0, 0.0))
        """
        weights = ((1 - share) ** 2, 2 * share * (1 - share), share**2)
        points = (self.start, self.control, self.end)
        x, y = (sum(weight * point[axis] for weight, point in zip(weights, points, strict=True)) for axis in (0, 1))
        return float(x), float(y)


@attrs.frozen(kw_only=True)
class Network:
    """Points on a circle and lines between them.

    Attributes:
        radius: of the circle.
        nodes: in their order on the circle, clockwise from the top.
        edges: the thin ones first.
    """

    radius: float
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def count_mentions(corpus: Corpus) -> Counter[_Pair]:
    """How many quotations of a speaker name another actor, by the names that the corpus gives them.

    >>> import uzru
    >>> article = uzru.parse('"Neil Ashdown has left," Egor Panin said.')
    >>> count_mentions(uzru.Corpus([article]))
    Counter({('Egor Panin', 'Neil Ashdown'): 1})
    """
    names = {member.id: one.actor.name for one in corpus.joined for _, member in one.members}
    counts: Counter[_Pair] = Counter()
    # Persons of a surname alone have one id though nobody knows that they are one.
    for about in {actor.id: actor for actor in corpus.actors()}.values():
        for quote in corpus.quotes(about=about):
            if quote.speaker is not None and names[quote.speaker.id] != about.name:
                counts[names[quote.speaker.id], about.name] += 1
    return counts


def network_of(counts: Mapping[_Pair, int], *, actors: int = 16) -> Network:
    """The network of those who speak most and are most spoken about.

    >>> network = network_of({("Egor Panin", "Neil Ashdown"): 2})
    >>> [(node.name, node.said, node.named) for node in network.nodes]
    [('Egor Panin', 2, 0), ('Neil Ashdown', 0, 2)]
    """
    talk: Counter[str] = Counter()
    for (speaker, named), count in counts.items():
        talk[speaker] += count
        talk[named] += count
    shown = {name for name, _ in talk.most_common(actors)}
    kept = {pair: count for pair, count in counts.items() if shown.issuperset(pair)}
    names = _order([name for name in talk if any(name in pair for pair in kept)], kept)
    radius = max(_LEAST, _LINE * len(names) ** 2 / (4 * pi**2))
    nodes = {name: _node(name, index, len(names), radius, kept) for index, name in enumerate(names)}
    most = max(kept.values(), default=1)
    edges = [_edge(nodes[one], nodes[other], count, most) for (one, other), count in kept.items()]
    return Network(radius=radius, nodes=tuple(nodes.values()), edges=tuple(sorted(edges, key=lambda edge: edge.count)))


def _order(names: Sequence[str], counts: Mapping[_Pair, int]) -> list[str]:
    """An order in which those who speak about each other stand near each other: two are swapped while that helps."""
    talk: dict[str, Counter[str]] = {name: Counter() for name in names}
    for (one, other), count in counts.items():
        talk[one][other] += count
        talk[other][one] += count
    place = {name: index for index, name in enumerate(names)}

    def length(name: str) -> int:
        """How long the lines of one are, in places along the circle."""
        apart = ((abs(place[name] - place[other]), count) for other, count in talk[name].items())
        return sum(count * min(places, len(names) - places) for places, count in apart)

    for _ in range(_ROUNDS):
        swaps = 0
        for one, other in combinations(names, 2):
            before = length(one) + length(other)
            place[one], place[other] = place[other], place[one]
            if length(one) + length(other) < before:
                swaps += 1
            else:
                place[one], place[other] = place[other], place[one]
        if not swaps:
            break
    return sorted(names, key=place.__getitem__)


def _node(name: str, index: int, count: int, radius: float, counts: Mapping[_Pair, int]) -> Node:
    # Nobody stands right at the top, so that names go to the left or to the right.
    angle = pi / 2 - 2 * pi * (index + 0.5) / count
    said = sum(number for (speaker, _), number in counts.items() if speaker == name)
    return Node(
        name=name,
        x=radius * cos(angle),
        y=radius * sin(angle),
        size=min(12.0, 4 + said**0.5),
        said=said,
        named=sum(number for (_, named), number in counts.items() if named == name),
    )


def _edge(one: Node, other: Node, count: int, most: int) -> Edge:
    """A curve that bends to the middle, and to the left of its way, so that there and back are two lines."""
    apart = dist((one.x, one.y), (other.x, other.y))
    across = (-(other.y - one.y) / apart, (other.x - one.x) / apart)
    middle = ((one.x + other.x) / 2, (one.y + other.y) / 2)
    # Those far from each other meet near the middle, neighbors near the rim.
    inward = 0.85 - 0.5 * apart / (2 * hypot(one.x, one.y))
    control = (inward * middle[0] + 0.1 * apart * across[0], inward * middle[1] + 0.1 * apart * across[1])
    back = hypot(control[0] - other.x, control[1] - other.y)
    gap = (other.size + 5) / back
    end = (other.x + gap * (control[0] - other.x), other.y + gap * (control[1] - other.y))
    return Edge(
        speaker=one.name,
        named=other.name,
        count=count,
        start=(one.x, one.y),
        control=control,
        end=end,
        width=1 + 6 * (count - 1) / max(1, most - 1) if most > 1 else 1.5,
    )
