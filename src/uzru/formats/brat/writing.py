"""The facts of an article as brat's standoff annotations, and the configuration that brat needs to show them.

Mentions, places, dates, contents, cues and triggers are text-bound annotations; who speaks, with which cue and to whom
are relations; events are events.  Identities stand as normalizations, values of dates as notes.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from typing import Final

from uzru.model import (
    Actor,
    ActorId,
    ActorKind,
    Article,
    Event,
    EventStatus,
    EventType,
    Mention,
    MentionForm,
    Quote,
    QuoteKind,
    Span,
)
from uzru.model.plover import MODES

__all__ = ["DATABASE", "EVENT_ROLES", "RELATIONS", "brat_configuration", "to_brat"]

DATABASE: Final = "uzru"
"""What normalizations call the table of actors."""
RELATIONS: Final = ("Speaker", "Cue", "Addressee")
"""Relations from a content to the words that name who spoke, how, and to whom."""
EVENT_ROLES: Final = ("Source", "Target", "Place", "When")
"""The roles of an event's arguments; a second source is `Source2`, as brat counts."""


def to_brat(article: Article) -> str:
    r"""The annotations (the `.ann` file) that go with the text of an article (the `.txt` file).

    >>> import uzru
    >>> article = uzru.parse('"We stay," Egor Panin said.')
    >>> print(to_brat(article).expandtabs(4).split("\n")[0])
    T1  Person 11 21    Egor Panin
    """
    return "".join(f"{line}\n" for line in _Writer(article).lines())


def brat_configuration() -> str:
    """The `annotation.conf` that lets brat show and edit these annotations.

    >>> print(brat_configuration().split("[relations]")[0].split()[:5])
    ['[entities]', 'Person', 'Organization', 'Country', 'Group']
    """
    mentions = [kind.capitalize() for kind in ActorKind]
    contents = [kind.capitalize() for kind in QuoteKind]
    entities = [
        *mentions,
        "Place",
        "Date",
        "Time",
        "Duration",
        "Set",
        "Quotation",
        *contents,
        "Verbatim",
        "Cue",
        "Party",
    ]
    anyone = "|".join(mentions)
    entities[entities.index("Quotation") + 1 : entities.index("Verbatim")] = [f"\t{kind}" for kind in contents]
    relations = [
        f"Speaker\tArg1:Quotation, Arg2:{anyone}|Party",
        "Cue\tArg1:Quotation, Arg2:Cue",
        f"Addressee\tArg1:Quotation, Arg2:{anyone}|Party",
    ]
    roles = f"Source*:{anyone}, Target*:{anyone}, Place?:Place, When?:Date|Time"
    events = [f"{type_}\t{roles}" for type_ in EventType]
    modes = sorted({mode for modes in MODES.values() for mode in modes})
    attributes = [
        f"Form\tArg:{anyone}, Value:{'|'.join(MentionForm)}",
        f"Status\tArg:<EVENT>, Value:{'|'.join(EventStatus)}",
        f"Mode\tArg:<EVENT>, Value:{'|'.join(modes)}",
        "Reciprocal\tArg:<EVENT>",
    ]
    sections = (("entities", entities), ("relations", relations), ("events", events), ("attributes", attributes))
    return "\n\n".join("\n".join([f"[{name}]", *lines]) for name, lines in sections) + "\n"


class _Writer:
    """Numbers the annotations, and knows the one that stands for a stretch of text."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.counts = dict.fromkeys("TEARN#", 0)
        self.known: dict[tuple[str, tuple[Span, ...]], str] = {}
        self.named: dict[tuple[Span, ActorId], str] = {}
        self.where: dict[ActorId, list[Span]] = {}
        for mention in article.mentions:
            self.where.setdefault(mention.actor.id, []).append(mention.span)

    def lines(self) -> Iterator[str]:
        for mention in self.article.mentions:
            yield from self._mention(mention)
        for place in self.article.places:
            yield from self._bound("Place", [place.span])
        for date in self.article.dates:
            yield from self._bound(date.type.capitalize(), [date.span])
            if date.value is not None:
                yield self._line("#", "AnnotatorNotes", self._id(date.type.capitalize(), [date.span]), str(date.value))
        for quote in self.article.quotes:
            if quote.repeats is None:
                yield from self._quote(quote)
        for event in self.article.events:
            yield from self._event(event)

    def _line(self, letter: str, type_: str, target: str, *rest: str) -> str:
        self.counts[letter] += 1
        return "\t".join([f"{letter}{self.counts[letter]}", f"{type_} {target}".rstrip(), *rest])

    def _id(self, type_: str, spans: Iterable[Span]) -> str:
        return self.known[type_, tuple(spans)]

    def _bound(self, type_: str, spans: Iterable[Span]) -> Iterator[str]:
        """A text-bound annotation, unless there is one of this type."""
        key = (type_, tuple(spans))
        if key not in self.known:
            self.known[key] = yield from self._text_bound(*key)

    def _text_bound(self, type_: str, spans: tuple[Span, ...]) -> Generator[str, None, str]:
        """A text-bound annotation, and its id; brat shows line breaks as blanks."""
        places = ";".join(f"{span.start} {span.end}" for span in spans)
        words = " ".join(self.article.text[span.slice] for span in spans)
        yield self._line("T", type_, places, _one_line(words))
        return f"T{self.counts['T']}"

    def _mention(self, mention: Mention) -> Iterator[str]:
        key = (mention.span, mention.actor.id)
        if key not in self.named:
            target = yield from self._naming(mention.actor.kind.capitalize(), mention.span, mention.actor)
            yield self._line("A", "Form", f"{target} {mention.form}")

    def _naming(self, type_: str, span: Span, actor: Actor) -> Generator[str, None, str]:
        """Words that name an actor, and who that is; the same words may name two."""
        target = self.named[span, actor.id] = yield from self._text_bound(type_, (span,))
        yield self._reference(target, actor.id, actor.name)
        return target

    def _reference(self, target: str, id_: str, name: str) -> str:
        return self._line("N", "Reference", f"{target} {DATABASE}:{id_}", _one_line(name))

    def _quote(self, quote: Quote) -> Iterator[str]:
        type_ = quote.kind.capitalize()
        if (type_, quote.spans) in self.known:
            return
        yield from self._bound(type_, quote.spans)
        content = self._id(type_, quote.spans)
        if quote.kind is QuoteKind.MIXED:
            for span in quote.verbatim:
                yield from self._bound("Verbatim", [span])
        if quote.cue is not None:
            yield from self._bound("Cue", [quote.cue.span])
            yield self._relation("Cue", content, self._id("Cue", [quote.cue.span]))
        parties = (
            ("Speaker", quote.speaker, quote.speaker_span),
            ("Addressee", quote.addressee, quote.addressee_span),
        )
        for role, actor, words in parties:
            if actor is None:
                continue
            if words is not None:
                # Words that are no mention reach further than one, such as to a title.
                if (words, actor.id) not in self.named:
                    yield from self._naming("Party", words, actor)
                yield self._relation(role, content, self.named[words, actor.id])
            elif role == "Speaker":  # no words name the speaker: the content itself refers to him
                yield self._reference(content, actor.id, actor.name)

    def _relation(self, type_: str, content: str, other: str) -> str:
        return self._line("R", type_, f"Arg1:{content} Arg2:{other}")

    def _event(self, event: Event) -> Iterator[str]:
        yield from self._bound(str(event.type), [event.trigger])
        arguments = [
            *(("Source", self._nearest_mention(actor.id, event.span)) for actor in event.sources),
            *(("Target", self._nearest_mention(actor.id, event.span)) for actor in event.targets),
            ("Place", self._nearest_place(event)),
            ("When", self._nearest_date(event)),
        ]
        counted: dict[str, int] = {}
        roles = []
        for role, target in arguments:
            if target is not None:
                counted[role] = counted.get(role, 0) + 1
                roles.append(f"{role}{'' if counted[role] == 1 else counted[role]}:{target}")
        trigger = f"{event.type}:{self._id(str(event.type), [event.trigger])}"
        self.counts["E"] += 1
        target = f"E{self.counts['E']}"
        yield f"{target}\t{' '.join([trigger, *roles])}"
        yield self._line("A", "Status", f"{target} {event.status}")
        for mode in event.modes:
            yield self._line("A", "Mode", f"{target} {mode}")
        if event.reciprocal:
            yield self._line("A", "Reciprocal", target)

    def _nearest_mention(self, actor: ActorId, span: Span) -> str | None:
        return self.named.get((_nearest(self.where[actor], span), actor)) if actor in self.where else None

    def _nearest_place(self, event: Event) -> str | None:
        found = [mention.span for mention in self.article.places if mention.place == event.place]
        return self._id("Place", [_nearest(found, event.span)]) if found else None

    def _nearest_date(self, event: Event) -> str | None:
        found = {date.span: date for date in self.article.dates if date.value == event.when and event.when is not None}
        if not found:
            return None
        span = _nearest(found, event.span)
        return self._id(found[span].type.capitalize(), [span])


def _nearest(spans: Iterable[Span], to: Span) -> Span:
    """The span within the evidence, or the one nearest to it."""
    return min(spans, key=lambda span: (max(to.start - span.start, span.end - to.end, 0), span))


def _one_line(words: str) -> str:
    """As brat's own files have it: what breaks a line or a column is a blank."""
    return "".join(" " if c == "\t" or c.splitlines() != [c] else c for c in words)
