"""The text of an article cut where facts begin and end, as HTML paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from uzru.display.colors import NOBODY, Color
from uzru.display.markup import Markup, element
from uzru.model import ActorId, Article, Block, BlockKind, Quote, Span

__all__ = ["render_text"]

_ASIDE: Final = frozenset(
    {BlockKind.BOILERPLATE, BlockKind.SERIES, BlockKind.RELATED, BlockKind.CREDIT, BlockKind.CONTRIBUTORS}
    | {BlockKind.BYLINE, BlockKind.UNPARSED, BlockKind.CAPTION}
)
_BREAKS: Final = frozenset("\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")


@attrs.frozen
class _Mark:
    """A stretch of text that a quotation is to be seen in: its content, its speaker's words, its cue."""

    span: Span
    part: str
    quote: Quote
    last: bool = False


def render_text(article: Article, colors: Mapping[ActorId, Color], longest: int) -> Iterator[Markup]:
    """The paragraphs of the text, up to so many characters, with quotations marked.

    >>> import uzru
    >>> article = uzru.parse('"We stay," Egor Panin said.')
    >>> print(next(render_text(article, {}, 100)))
    <p><span class="paragraph">&quot;<q class="direct" ...>We stay,</q>&quot; ...</span></p>
    """
    pieces = _Pieces(article, colors)
    line: list[Markup | str] = []
    at = 0
    for block in article.blocks or (Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(article.text))),):
        if block.span.start >= longest:
            break
        gap = article.text[at : block.span.start]
        if line and not _BREAKS.isdisjoint(gap):
            yield element("p", *line)
            line = []
        elif line:
            line.append(gap)
        css = f"aside {block.kind}" if block.kind in _ASIDE else str(block.kind)
        inner = Span(block.span.start, min(block.span.end, longest))
        line.append(element("span", *pieces.of(inner, block.label), class_=css))
        at = block.span.end
    if line:
        yield element("p", *line)
    if len(article.text) > longest:
        yield element("p", f"… and {len(article.text) - longest:,} characters more", class_="aside")


class _Pieces:
    """The pieces of any stretch, asked for in text order."""

    def __init__(self, article: Article, colors: Mapping[ActorId, Color]) -> None:
        self.article = article
        self.colors = colors
        self.marks = sorted(_marks(article), key=lambda mark: (mark.span.start, -mark.span.end))
        self.next = 0
        self.active: list[_Mark] = []

    def of(self, span: Span, label: Span | None) -> Iterator[Markup | str]:
        at = span.start
        for edge in self._edges(span):
            if edge > at:
                yield self._piece(Span(at, edge), label)
                at = edge

    def _edges(self, span: Span) -> Iterator[int]:
        """Where marks begin and end in the stretch, in order; `active` are those that hold the piece before it."""
        while True:
            starts = self.marks[self.next].span.start if self.next < len(self.marks) else span.end
            edge = min([span.end, max(starts, span.start), *(mark.span.end for mark in self.active)])
            yield edge
            self.active = [mark for mark in self.active if mark.span.end > edge]
            while self.next < len(self.marks) and self.marks[self.next].span.start <= edge < span.end:
                if self.marks[self.next].span.end > edge:
                    self.active.append(self.marks[self.next])
                self.next += 1
            if edge >= span.end:
                return

    def _piece(self, span: Span, label: Span | None) -> Markup | str:
        words = self.article.text[span.slice]
        if not self.active:
            return element("span", words, class_="label") if label is not None and span in label else words
        # The innermost of what holds these words is the one that began last.
        mark = self.active[-1]
        color = self.colors.get(mark.quote.speaker.id, NOBODY) if mark.quote.speaker else NOBODY
        told = _told(mark.quote, self.article)
        if mark.part != "content":
            return element("span", words, class_=mark.part, style=color.css, title=told)
        goes_on = not mark.last or span.end < mark.span.end
        return element(
            "q",
            words,
            class_=f"{mark.quote.kind}{' goes-on' if goes_on else ''}",
            style=color.css,
            title=told,
            data_speaker=str(mark.quote.speaker or "?"),
        )


def _marks(article: Article) -> Iterator[_Mark]:
    for quote in article.quotes:
        for index, span in enumerate(quote.spans):
            yield _Mark(span, "content", quote, index == len(quote.spans) - 1)
        if quote.speaker_span is not None:
            yield _Mark(quote.speaker_span, "source", quote)
        if quote.cue is not None:
            yield _Mark(quote.cue.span, "cue", quote)


def _told(quote: Quote, article: Article) -> str:
    """What hovering shows: who speaks, by which cue, to whom, when, by which rule, and how sure."""
    cue = f"“{article.text[quote.cue.span.slice]}” ({quote.cue.lemma})" if quote.cue else None
    facts = (
        quote.speaker.name if quote.speaker else "speaker unknown",
        cue,
        f"to {quote.addressee}" if quote.addressee else None,
        str(quote.when) if quote.when else None,
        f"{quote.kind} speech",
        f"rule: {quote.rule}" if quote.rule else None,
        f"confidence {quote.confidence:.2f}",
    )
    return " · ".join(fact for fact in facts if fact)
