"""Who said what, as one picture: a lane for each speaker, a bar for each stretch of speech, where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from unicodedata import east_asian_width

import attrs

from uzru.display.colors import NOBODY, Color, color_speakers
from uzru.display.markup import Markup, element
from uzru.model import Actor, Article, Quote, QuoteKind

__all__ = ["drawing", "fit", "said_svg"]

_WIDTH: Final = 880
_LEFT: Final = 270  # where lanes begin
_TOP: Final = 84
_ROW: Final = 52
_STYLE: Final = Markup("""
.said text { font: 13px system-ui, "DejaVu Sans", sans-serif; fill: #1b1b1b; }
.said .title { font-size: 17px; font-weight: 700; }
.said .name { font-weight: 600; }
.said .muted { fill: #5f5f5f; font-size: 12px; }
.said .words { fill: #3d3d3d; font: italic 13px Georgia, "DejaVu Serif", serif; }
.said .lane { stroke: #808080; stroke-opacity: .35; }
@media (prefers-color-scheme: dark) {
  .said text { fill: #e6e6e6; } .said .muted { fill: #a3a3a3; } .said .words { fill: #c9c9c9; }
}
""")


def said_svg(article: Article) -> str:
    """A picture (SVG) of who speaks where in an article, and with which words first.

    It needs no library, asks nothing of the network, and follows the reader's light or dark theme.

    >>> import uzru
    >>> picture = said_svg(uzru.parse('"We will stay," Egor Panin said.', date="2004-05-02"))
    >>> picture.startswith("<svg "), "Egor Panin" in picture
    (True, True)
    """
    lanes = _lanes(article)
    height = _TOP + _ROW * len(lanes) + 44
    return drawing(
        "said",
        f"Who said what in: {_title(article)}",
        (_WIDTH, height),
        element("style", _STYLE),
        *_head(article, len(lanes)),
        *(part for index, lane in enumerate(lanes) for part in _draw(lane, _TOP + _ROW * index, len(article.text))),
        *_key(_TOP + _ROW * len(lanes) + 22),
    )


def drawing(name: str, label: str, size: tuple[int, int], *parts: Markup) -> Markup:
    """A picture of its own, no wider than the page: `name` is its class, `label` what a reader hears.

    >>> drawing("said", "Nobody says a word", (880, 40))[-62:]
    'height:auto" role="img" aria-label="Nobody says a word"></svg>'
    """
    width, height = size
    return element(
        "svg",
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        class_=name,
        style="max-width:100%;height:auto",
        role="img",
        aria_label=label,
    )


@attrs.frozen
class _Lane:
    name: str
    role: str
    color: Color
    quotes: list[Quote]


def _lanes(article: Article) -> list[_Lane]:
    """The speakers in the order in which they first speak, those whose name is not known together at the end."""
    colors = color_speakers(article.quotes)
    said: dict[Actor | None, list[Quote]] = {}
    for quote in article.quotes:
        if quote.repeats is None:
            said.setdefault(quote.speaker, []).append(quote)
    unknown = said.pop(None, [])
    lanes = [
        _Lane(actor.name, _role(actor, article), colors[actor.id], quotes) for actor, quotes in said.items() if actor
    ]
    return [*lanes, _Lane("Speaker not told", "", NOBODY, unknown)] if unknown else lanes


def _role(actor: Actor, article: Article) -> str:
    role = actor.role_at(article.published) if article.published else None
    return str(role or next((role for role in actor.roles if role.held is None), ""))


def _head(article: Article, speakers: int) -> Iterator[Markup]:
    said = sum(quote.repeats is None for quote in article.quotes)
    day = None if article.dateline is not None and article.dateline.date else article.published
    facts = (article.dateline, day, _count(said, "quotation"), _count(speakers, "speaker"))
    yield _text(0, 22, _title(article), "title", _WIDTH, 17)
    yield _text(0, 46, " · ".join(str(fact) for fact in facts if fact is not None), "muted", _WIDTH, 12)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _title(article: Article) -> str:
    return " ".join((article.headline or article.text[:200]).split())


def _draw(lane: _Lane, top: int, length: int) -> Iterator[Markup]:
    yield _text(0, top + 14, lane.name, "name", _LEFT - 10, 13)
    yield _text(0, top + 31, lane.role, "muted", _LEFT - 10, 12)
    yield element("line", x1=_LEFT, x2=_WIDTH, y1=top + 9.5, y2=top + 9.5, class_="lane")
    for quote in lane.quotes:
        for span in quote.spans:
            left = _LEFT + (_WIDTH - _LEFT - 3) * span.start / length
            width = max(3.0, (_WIDTH - _LEFT - 3) * len(span) / length)
            yield _bar(left, top, width, lane.color, quote)
    first = max(lane.quotes, key=lambda quote: (quote.kind is QuoteKind.DIRECT, quote.kind is QuoteKind.MIXED))
    opening, closing = ("“", "”") if first.kind is QuoteKind.DIRECT else ("", "")
    words = fit(" ".join(first.text.split()), (_WIDTH - _LEFT) / 13 - 2)
    yield _text(_LEFT, top + 33, f"{opening}{words}{closing}", "words", _WIDTH, 13)


def _bar(left: float, top: int, width: float, color: Color, quote: Quote) -> Markup:
    hue = f"hsl({color.hue}, {color.chroma}%, 48%)"
    fill = {QuoteKind.DIRECT: 0.85, QuoteKind.MIXED: 0.45, QuoteKind.INDIRECT: 0.08}[quote.kind]
    return element(
        "rect",
        element("title", f"{quote.speaker or '?'}: {' '.join(quote.text.split())}"),
        x=round(left, 1),
        y=top + 1,
        width=round(width, 1),
        height=17,
        rx=2,
        fill=hue,
        fill_opacity=fill,
        stroke=hue,
    )


def _key(top: int) -> Iterator[Markup]:
    """What the fillings mean."""
    at = _LEFT
    meanings = ((0.85, "in quotation marks"), (0.45, "partly in marks"), (0.08, "reported"))
    for fill, meaning in meanings:
        yield element(
            "rect", x=at, y=top - 10, width=18, height=11, rx=2, fill="#808080", fill_opacity=fill, stroke="#808080"
        )
        yield _text(at + 24, top, meaning, "muted", _WIDTH, 12)
        at += 44 + 7 * len(meaning)
    yield element("text", "place in the report →", x=_WIDTH - 4, y=top, class_="muted", text_anchor="end")


def _text(x: int, y: int, words: str, css: str, width: int, size: int) -> Markup:
    return element("text", fit(words, width / size), x=x, y=y, class_=css)


def fit(words: str, ems: float) -> str:
    """The words, cut if they need more than this many ems; SVG cannot measure, so letters count as in a wide font."""
    at = 0.0
    for index, letter in enumerate(words):
        at += _em(letter)
        if at > ems:
            kept = words[: max(0, index - 1)]
            whole, _, part = kept.rpartition(" ")
            return f"{whole if whole and len(part) < 16 else kept} …"
    return words


def _em(letter: str) -> float:
    if letter in "MWmw@%—…" or east_asian_width(letter) in "WF":
        return 1.12
    return 0.86 if letter.isupper() else 0.42 if letter in " iljt.,:;!|'()[]" else 0.64
