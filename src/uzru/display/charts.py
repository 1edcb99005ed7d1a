"""A corpus as charts (Vega-Lite through altair): what happened when, who speaks about whom, who speaks how often.

The charts carry their data with them, ask nothing of the network, and can be saved as JSON, HTML or, with
vl-convert, as pictures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from uzru.errors import MissingExtraError
from uzru.model import ActorId, Corpus, Event, Quote

if TYPE_CHECKING:
    import altair

__all__ = ["quotes_over_time", "timeline", "who_about_whom"]

# examples need: altair
_Row: TypeAlias = dict[str, Any]
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
    alt, names = _altair(), _names(corpus)
    counts: Counter[tuple[str, str]] = Counter()
    for about in corpus.actors():
        for quote in corpus.quotes(about=about):
            if quote.speaker is not None and quote.speaker.id != about.id:
                counts[names[quote.speaker.id], about.name] += 1
    rows = [{"speaker": one, "named": other, "quotations": count} for (one, other), count in counts.items()]
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
