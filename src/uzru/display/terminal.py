"""An article as a page of text for the terminal: who said what, who is who, what happened when."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from uzru.model import Actor, ActorKind, Article, Event, EventStatus, Quote, QuoteKind, Role
from uzru.model.when import SortKey

__all__ = ["render"]

_KINDS = (ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.GROUP, ActorKind.COUNTRY)
_NARROWEST, _WIDEST = 40, 110
_ROOMY = 60  # the least width for columns
_LEAST = 0.3  # the confidence of a quotation that is worth a line: 'welcomed the move' tells little
_DAY = 12
_DATED = " " * (_DAY + 3)  # what stands under a date is set in


def render(article: Article, width: int = 80, *, color: bool = False) -> str:
    r"""The facts of an article, aligned to a width in characters (40 to 110 are used).

    Control characters of the text never reach the terminal.

    Args:
        article: what to show.
        width: how wide the terminal is.
        color: whether to set headings in bold, and asides dim, by ANSI codes.

    >>> import uzru
    >>> print(render(uzru.parse('"We will stay," Egor Panin said.', date="2004-05-02"), 60))
    (no headline)
    2004-05-02
    ────────────────────────────────────────────────────────────
    <BLANKLINE>
    WHO SAID WHAT
    <BLANKLINE>
      Egor Panin
        “We will stay,”
    <BLANKLINE>
    WHO IS WHO
    <BLANKLINE>
      Egor Panin  person
    """
    page = _Page(article, max(_NARROWEST, min(width, _WIDEST)), color)
    return "\n".join(page.lines()).rstrip()


class _Page:
    def __init__(self, article: Article, width: int, color: bool) -> None:
        self.article = article
        self.width = width
        self.color = color
        self._called = {mention.actor.id: mention.role for mention in reversed(article.mentions) if mention.role}

    def lines(self) -> Iterator[str]:
        yield from self._head()
        for heading, body in (
            ("WHO SAID WHAT", self._said()),
            ("WHO IS WHO", self._actors()),
            ("WHAT HAPPENED WHEN", self._happened()),
        ):
            if lines := list(body):
                yield from ("", self._strong(heading), "", *lines)

    def _head(self) -> Iterator[str]:
        article = self.article
        for line in self._wrap(_clean(article.headline or "(no headline)"), ""):
            yield self._strong(line)
        day = article.published if article.dateline is None or article.dateline.date is None else None
        facts = [str(fact) for fact in (article.dateline, day) if fact is not None]
        facts += [f"by {', '.join(credit.name for credit in article.byline)}"] if article.byline else []
        facts += [f"with {', '.join(credit.name for credit in article.contributors)}"] if article.contributors else []
        facts += [f"credits {', '.join(credit.name for credit in article.credits)}"] if article.credits else []
        yield from self._wrap(_clean(" · ".join(facts) or "(no date)"), "")
        yield "─" * self.width

    def _said(self) -> Iterator[str]:
        speaker: Actor | str | None = None
        first = True
        for quote in self.article.quotes:
            if quote.repeats is not None or quote.confidence < _LEAST:
                continue
            name = quote.speaker or (self._words(quote) if quote.speaker_span else "Unknown")
            if first or name != speaker:
                yield from ([] if first else [""])
                yield from map(self._strong, self._wrap(_clean(self._title(name)), "  "))
            first, speaker = False, name
            yield from self._wrap(_clean(_marked(quote, self.article.text)), "    ")
            if aside := self._aside(quote):
                yield from map(self._dim, self._wrap(f"({_clean(aside)})", "    "))

    def _words(self, quote: Quote) -> str:
        words = self.article.text[quote.speaker_span.slice] if quote.speaker_span else ""
        return words[:1].upper() + words[1:]

    def _title(self, who: Actor | str) -> str:
        if isinstance(who, str):
            return who
        return f"{who.name}, {role}" if (role := self._role(who)) else who.name

    def _role(self, actor: Actor) -> Role | None:
        """The office held on the article's day, else what the text calls him."""
        held = actor.role_at(self.article.published) if self.article.published else None
        return held or self._called.get(actor.id)

    def _aside(self, quote: Quote) -> str:
        parts = [f"to {quote.addressee}"] if quote.addressee else []
        if quote.when is not None and quote.when != self.article.published:
            parts.append(str(quote.when))
        return ", ".join(parts)

    def _actors(self) -> Iterator[str]:
        rows = [
            (
                _clean(actor.name),
                f"{actor.kind}{' ' + actor.country if actor.country else ''}",
                _clean(str(self._role(actor) or "")),
            )
            for kind in _KINDS
            for actor in self.article.actors
            if actor.kind is kind
        ]
        yield from self._table(rows)

    def _happened(self) -> Iterator[str]:
        def order(event: Event) -> tuple[bool, SortKey | tuple[()]]:
            return (event.when is None, event.when.sort_key if event.when else ())

        for event in sorted(self.article.events, key=order):
            day = str(event.when or "?")
            if len(day) > _DAY:
                yield f"  {day}"
                yield from self._wrap(_clean(_deed(event)), _DATED)
            else:
                yield from self._wrap(f"{day:<{_DAY}} {_clean(_deed(event))}", "  ", _DATED)
            evidence = _shorten(_clean(self.article.text[event.span.slice]), 3 * self.width)
            yield from map(self._dim, self._wrap(evidence, _DATED))

    def _table(self, rows: Sequence[tuple[str, str, str]]) -> Iterator[str]:
        """Three columns; on a narrow page, or for a name that is too long, a line for the name and one for the rest."""
        longest = self.width // 2
        first = max((len(row[0]) for row in rows if len(row[0]) <= longest), default=0)
        second = max((len(row[1]) for row in rows), default=0)
        for name, kind, rest in rows:
            if self.width < _ROOMY or len(name) > first:
                yield from self._wrap(name, "  ")
                yield from self._wrap(f"{kind} {rest}".rstrip(), "    ")
            else:
                head = f"{name:<{first}}  {kind:<{second}}  {rest}".rstrip()
                yield from self._wrap(head, "  ", " " * (first + second + 6))

    def _wrap(self, text: str, indent: str, further: str | None = None) -> list[str]:
        return textwrap.wrap(
            text, self.width, initial_indent=indent, subsequent_indent=indent if further is None else further
        )

    def _strong(self, text: str) -> str:
        return f"\x1b[1m{text}\x1b[0m" if self.color else text

    def _dim(self, text: str) -> str:
        return f"\x1b[2m{text}\x1b[0m" if self.color else text


def _clean(text: str) -> str:
    """The text on one line, without what steers a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _marked(quote: Quote, text: str) -> str:
    """The content as one line, with the words in marks marked alike."""
    pieces = []
    for span in quote.spans:
        at, parts = span.start, []
        for words in (words for words in quote.verbatim if words in span):
            parts += [text[at : words.start].rstrip("\"“”„«»'‘’"), "“", text[words.slice], "”"]
            at = words.end
        parts.append(text[at : span.end].lstrip('"“”„«»') if parts else text[at : span.end])
        pieces.append("".join(parts))
    joined = " ".join(pieces)
    return joined if quote.kind is not QuoteKind.INDIRECT else f"— {joined}"


def _deed(event: Event) -> str:
    status = "" if event.status is EventStatus.OCCURRED else f" ({event.status})"
    sources = (", " if not event.reciprocal else " and ").join(actor.name for actor in event.sources) or "somebody"
    targets = f" → {', '.join(actor.name for actor in event.targets)}" if event.targets else ""
    place = f", in {event.place}" if event.place else ""
    counts = "".join(f", {magnitude}" for magnitude in event.magnitudes)
    mode = f" {event.modes[0]}" if event.modes else ""
    return f"{event.type}{mode}: {sources}{targets}{place}{counts}{status}"


def _shorten(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 2]} …"
