"""Who speaks about whom as a picture without any library."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from uzru.display.colors import HUES
from uzru.display.markup import Markup, element
from uzru.display.network import Edge, Node, count_mentions, network_of
from uzru.display.svg import drawing, fit
from uzru.model import Corpus

__all__ = ["network_svg"]

_SIDE: Final = 190  # for the names on either side
_TOP: Final = 56
_STYLE: Final = Markup("""
.network text { font: 13px system-ui, "DejaVu Sans", sans-serif; fill: #1b1b1b; }
.network .title { font-size: 17px; font-weight: 700; }
.network circle { fill: #555555; }
.network path { fill: none; stroke-linecap: round; stroke-opacity: .6; }
.network .head { stroke: none; fill-opacity: .9; }
@media (prefers-color-scheme: dark) {
  .network text { fill: #e6e6e6; } .network circle { fill: #b0b0b0; }
}
""")


def network_svg(corpus: Corpus, *, actors: int = 16) -> str:
    """A picture (SVG) of who speaks about whom: a line from each speaker to each actor whom the words name.

    The line has the color of who speaks, and is the thicker the more quotations there are. It needs no library, asks
    nothing of the network, and follows the reader's light or dark theme.

    Args:
        corpus: the articles.
        actors: how many of those who speak most and are most spoken about are shown.

    >>> import uzru
    >>> picture = network_svg(uzru.Corpus([uzru.parse('"Neil Ashdown has left," Egor Panin said.')]))
    >>> picture.startswith("<svg "), "Egor Panin about Neil Ashdown: 1" in picture
    (True, True)
    """
    drawn = network_of(count_mentions(corpus), actors=actors)
    hues = {name: HUES[index % len(HUES)] for index, name in enumerate(node.name for node in drawn.nodes if node.said)}
    width, height = round(2 * drawn.radius) + 2 * _SIDE, round(2 * drawn.radius) + _TOP + 40
    middle = (width / 2, _TOP + 10 + drawn.radius)
    return drawing(
        "network",
        "Who speaks about whom",
        (width, height),
        element("style", _STYLE),
        element("text", "Who speaks about whom", x=0, y=22, class_="title"),
        *(part for edge in drawn.edges for part in _curve(edge, hues[edge.speaker], middle)),
        *(part for node in drawn.nodes for part in _dot(node, middle)),
    )


def _curve(edge: Edge, hue: int, middle: tuple[float, float]) -> Iterator[Markup]:
    """The line, and the head of its arrow."""
    color = f"hsl({hue}, 70%, 48%)"
    start, control, end = (_at(point, middle) for point in (edge.start, edge.control, edge.end))
    told = element("title", f"{edge.speaker} about {edge.named}: {edge.count}")
    yield element("path", told, d=f"M{start} Q{control} {end}", stroke=color, stroke_width=round(edge.width, 1))
    size = 4 + edge.width
    (x, y), (before_x, before_y) = edge.end, edge.at(0.9)
    length = ((x - before_x) ** 2 + (y - before_y) ** 2) ** 0.5 or 1.0
    ahead = ((x - before_x) / length, (y - before_y) / length)
    corners = [
        _at(
            (x + size * (along * ahead[0] - aside * ahead[1]), y + size * (along * ahead[1] + aside * ahead[0])), middle
        )
        for along, aside in ((0.6, 0), (-0.6, 0.6), (-0.6, -0.6))
    ]
    yield element("path", d=f"M{' L'.join(corners)} Z", class_="head", style=f"fill:{color}")


def _dot(node: Node, middle: tuple[float, float]) -> Iterator[Markup]:
    x, y = (round(part, 1) for part in _turned((node.x, node.y), middle))
    told = element("title", f"{node.name}: speaks of others {node.said} times, is named {node.named} times")
    yield element("circle", told, cx=x, cy=y, r=round(node.size, 1))
    left = node.x < 0
    yield element(
        "text",
        fit(node.name, (middle[0] - abs(node.x) - 18) / 13),
        x=round(x + (-16 if left else 16), 1),
        y=y + 4,
        text_anchor="end" if left else "start",
    )


def _at(point: tuple[float, float], middle: tuple[float, float]) -> str:
    x, y = _turned(point, middle)
    return f"{x:.1f},{y:.1f}"


def _turned(point: tuple[float, float], middle: tuple[float, float]) -> tuple[float, float]:
    """A point of the network in the picture, where y grows downwards."""
    return middle[0] + point[0], middle[1] - point[1]
