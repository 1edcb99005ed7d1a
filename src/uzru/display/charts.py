"""A corpus as charts (Vega-Lite through altair): what happened when, who speaks about whom, who speaks how often.

The charts carry their data with them, ask nothing of the network, and can be saved as JSON, HTML or, with
vl-convert, as pictures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from math import atan2, degrees, pi
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from uzru.display.network import Edge, Network, Node, count_mentions, network_of
from uzru.errors import MissingExtraError
from uzru.model import ActorId, Corpus, Event, Quote

if TYPE_CHECKING:
    import altair

__all__ = ["network", "quotes_over_time", "timeline", "who_about_whom"]

# examples need: altair
_Row: TypeAlias = dict[str, Any]
_STEPS: Final = 16  # straight lines that a curve is drawn with
_CLASSES: Final = ("verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict", "quotation")
_COLORS: Final = ("#56b4e9", "#0072b2", "#e69f00", "#d55e00", "#999999")  # Okabe and Ito: blue for, orange against


def timeline(corpus: Corpus, *, actors: int = 12) -> altair.LayerChart:
    """What the most active actors did and said, each on a line, over time.

    Args:
        corpus: the articles.
        actors: how many actors have a line.

    Raises:
        MissingExtraError: if altair is not installed.

    >>> import uzru
    >>> corpus = uzru.Corpus([uzru.parse('"We stay," Egor Panin said.', date="2004-05-02")])
    >>> timeline(corpus).to_dict()["data"]["values"][0]["what"]
    'quotation'
    """
    alt, names = _altair(), _names(corpus)
    rows = [row for entry in corpus.timeline() for row in _deeds(names, entry.fact, entry.when)]
    shown = _most(rows, "actor", actors)
    base = alt.Chart(_data(alt, [row for row in rows if row["actor"] in shown])).encode(
        x=alt.X("from:T", title=None),
        y=alt.Y("actor:N", sort=shown, title=None),
        color=alt.Color("class:N", scale=alt.Scale(domain=list(_CLASSES), range=list(_COLORS)), title=None),
        tooltip=[alt.Tooltip(f"{name}:N") for name in ("when", "actor", "what", "words")],
    )
    spans = base.mark_rule(strokeWidth=5, opacity=0.35).encode(x2="to:T")
    title = "What happened, and who spoke, when"
    return (
        alt.layer(spans, base.mark_tick(thickness=3, size=16, opacity=0.85))
        .properties(width=600, height=alt.Step(22), title=title)
        .configure_axisX(grid=False)
    )


def who_about_whom(corpus: Corpus, *, speakers: int = 15, named: int = 15) -> altair.Chart:
    """How often the words of each speaker name each other actor, as a matrix.

    Args:
        corpus: the articles.
        speakers: how many speakers have a row, the most talkative first.
        named: how many of those that are named have a column.

    Raises:
        MissingExtraError: if altair is not installed.
    """
    alt = _altair()
    rows = [
        {"speaker": one, "named": other, "quotations": count} for (one, other), count in count_mentions(corpus).items()
    ]
    down, across = _most(rows, "speaker", speakers, "quotations"), _most(rows, "named", named, "quotations")
    kept = [row for row in rows if row["speaker"] in down and row["named"] in across]
    return (
        alt.Chart(_data(alt, kept), title="Who speaks (rows) about whom (columns)")
        .mark_rect(cornerRadius=2)
        .encode(
            x=alt.X("named:N", sort=across, title=None, axis=alt.Axis(labelAngle=-40, orient="top")),
            y=alt.Y("speaker:N", sort=down, title=None),
            color=alt.Color(
                "quotations:Q", scale=alt.Scale(scheme="blues", domainMin=0), legend=alt.Legend(tickMinStep=1)
            ),
            tooltip=["speaker:N", "named:N", "quotations:Q"],
        )
        .properties(width=alt.Step(30), height=alt.Step(22))
    )


def network(corpus: Corpus, *, actors: int = 16) -> altair.LayerChart:
    """Who speaks about whom as a network: a line from each speaker to each actor whom the words name.

    The line has the color of who speaks, and is the thicker the more quotations there are.

    Args:
        corpus: the articles.
        actors: how many of those who speak most and are most spoken about are shown.

    Raises:
        MissingExtraError: if altair is not installed.

    >>> import uzru
    >>> corpus = uzru.Corpus([uzru.parse('"Neil Ashdown has left," Egor Panin said.')])
    >>> network(corpus).to_dict()["title"]
    'Who speaks about whom'
    """
    alt, drawn = _altair(), network_of(count_mentions(corpus), actors=actors)
    speakers = [node.name for node in drawn.nodes if node.said]
    color = alt.Color("speaker:N", scale=alt.Scale(domain=speakers, scheme="tableau10"), legend=None)
    told = [alt.Tooltip(f"{name}:N") for name in ("speaker", "named", "quotations")]
    across = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-drawn.radius - 150, drawn.radius + 150]))
    up = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-drawn.radius - 20, drawn.radius + 20]))
    lines = (
        alt.Chart(_data(alt, [row for edge in drawn.edges for row in _line(edge)]))
        .mark_line(opacity=0.6, strokeCap="round")
        .encode(
            x=across,
            y=up,
            order="step:Q",
            detail=["named:N"],
            color=color,
            strokeWidth=alt.StrokeWidth("width:Q", scale=None),
            tooltip=told,
        )
    )
    heads = (
        alt.Chart(_data(alt, [_head(edge) for edge in drawn.edges]))
        .mark_point(shape="triangle", filled=True, opacity=0.9)
        .encode(
            x=across, y=up, angle=alt.Angle("angle:Q", scale=None), size=alt.Size("size:Q", scale=None), color=color
        )
    )
    return (
        alt.layer(lines, heads, *_names_around(alt, drawn, across, up))
        .properties(width=2 * drawn.radius + 300, height=2 * drawn.radius + 40, title="Who speaks about whom")
        .configure_view(stroke=None)
    )


def _line(edge: Edge) -> Iterable[_Row]:
    """The points of a curve, which Vega-Lite draws as short straight lines."""
    told = {"speaker": edge.speaker, "named": edge.named, "quotations": edge.count, "width": round(edge.width, 2)}
    for step in range(_STEPS + 1):
        x, y = edge.at(step / _STEPS)
        yield {**told, "step": step, "x": round(x, 1), "y": round(y, 1)}


def _head(edge: Edge) -> _Row:
    (x, y), (before_x, before_y) = edge.end, edge.at(0.9)
    clockwise = degrees(atan2(x - before_x, y - before_y))
    return {
        "speaker": edge.speaker,
        "x": round(x, 1),
        "y": round(y, 1),
        "angle": round(clockwise, 1),
        "size": round(60 + 25 * edge.width, 1),
    }


def _names_around(alt: Any, drawn: Network, across: Any, up: Any) -> Iterable[Any]:
    """The dots and, to the left and to the right of the circle, the names."""
    nodes = [
        {"name": node.name, "says": node.said, "is named": node.named, "area": round(pi * node.size**2), **_place(node)}
        for node in drawn.nodes
    ]
    told = [alt.Tooltip(f"{name}:N") for name in ("name", "says", "is named")]
    base = alt.Chart(_data(alt, nodes)).encode(x=across, y=up, tooltip=told)
    yield base.mark_circle(color="#555555", opacity=1).encode(size=alt.Size("area:Q", scale=None))
    for side, align, by in (("left", "right", -16), ("right", "left", 16)):
        words = base.transform_filter(f"datum.side == '{side}'")
        yield words.mark_text(align=align, dx=by, fontSize=12, limit=130).encode(text="name:N")


def _place(node: Node) -> _Row:
    return {"x": round(node.x, 1), "y": round(node.y, 1), "side": "left" if node.x < 0 else "right"}


def quotes_over_time(corpus: Corpus, *, by: Literal["day", "month", "year"] = "month", actors: int = 8) -> altair.Chart:
    """How many quotations each of the most talkative actors has in each day, month or year.

    Args:
        corpus: the articles.
        by: the stretch of time that is counted over.
        actors: how many actors have a color.

    Raises:
        MissingExtraError: if altair is not installed.
    """
    alt, names = _altair(), _names(corpus)
    counts: Counter[tuple[str, str]] = Counter()
    length = {"day": 10, "month": 7, "year": 4}[by]
    for entry in corpus.timeline():
        first = entry.when.earliest
        if isinstance(entry.fact, Quote) and entry.fact.speaker is not None and first is not None:
            counts[first.isoformat()[:length], names[entry.fact.speaker.id]] += 1
    rows = [{"time": time, "speaker": speaker, "quotations": count} for (time, speaker), count in counts.items()]
    shown = _most(rows, "speaker", actors, "quotations")
    return (
        alt.Chart(_data(alt, [row for row in rows if row["speaker"] in shown]), title=f"Quotations by {by}")
        .mark_bar()
        .encode(
            x=alt.X("time:O", title=None),
            y=alt.Y("sum(quotations):Q", title="quotations", axis=alt.Axis(tickMinStep=1)),
            color=alt.Color("speaker:N", sort=shown, title=None, scale=alt.Scale(scheme="tableau10")),
            tooltip=["time:O", "speaker:N", "quotations:Q"],
        )
        .properties(width=alt.Step(36), height=260)
    )


def _deeds(names: dict[ActorId, str], fact: Quote | Event, when: Any) -> Iterable[_Row]:
    """A row for each who did or said it, if its days are known."""
    if when.earliest is None or when.latest is None:
        return
    days = {
        "when": str(when),
        "from": when.earliest.isoformat(),
        "to": max(when.earliest, when.latest - timedelta(days=1)).isoformat(),
    }
    if isinstance(fact, Quote):
        if fact.speaker is not None:
            yield {
                **days,
                "actor": names[fact.speaker.id],
                "class": "quotation",
                "what": "quotation",
                "words": fact.text,
            }
        return
    for actor in fact.sources:
        told = {"class": str(fact.quad), "what": str(fact.type), "words": str(fact)}
        yield {**days, "actor": names[actor.id], **told}


def _names(corpus: Corpus) -> dict[ActorId, str]:
    """The name that each actor has over all articles."""
    return {member.id: one.actor.name for one in corpus.joined for _, member in one.members}


def _most(rows: Iterable[_Row], column: str, count: int, weight: str | None = None) -> list[str]:
    """The most frequent values of a column; of equals, the one that comes first."""
    counts: Counter[str] = Counter()
    for row in rows:
        counts[row[column]] += row[weight] if weight else 1
    return [value for value, _ in counts.most_common(count)]


def _data(alt: Any, rows: list[_Row]) -> Any:
    return alt.Data(values=rows)


def _altair() -> Any:
    try:
        import altair
    except ImportError:
        raise MissingExtraError("charts need altair; install it with: pip install 'uzru[viz]'") from None
    return altair
