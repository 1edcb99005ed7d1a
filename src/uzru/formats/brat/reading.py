"""brat's standoff annotations read back into an article whose facts tell which of them a person made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

import attrs

from uzru.errors import FormatError, ModelError
from uzru.formats.brat.lines import Annotations, read_annotations
from uzru.formats.brat.writing import to_brat
from uzru.model import (
    Actor,
    ActorId,
    ActorKind,
    Article,
    Cue,
    DateMention,
    DateType,
    Duration,
    Event,
    EventId,
    EventStatus,
    EventType,
    Interval,
    Mention,
    MentionForm,
    PartialDate,
    Place,
    PlaceMention,
    Quote,
    QuoteId,
    QuoteKind,
    Span,
    parse_when,
)
from uzru.model.span import make_fact_id

__all__ = ["HUMAN", "from_brat"]

HUMAN: Final = "human"
"""The rule of a fact that a person made or changed; mentions tell it as their `why`."""

_KINDS: Final = {kind.capitalize(): kind for kind in ActorKind}
_CONTENTS: Final = {kind.capitalize(): kind for kind in QuoteKind}
_DATES: Final = {type_.capitalize(): type_ for type_ in DateType}
_Fact = TypeVar("_Fact")


def from_brat(text: str, annotations: str, article: Article | None = None) -> Article:
    r"""The article that a text and its annotations tell of.

    Facts that stand as in `article` are kept as they are, with their rule and confidence; all others have the rule
    `"human"` (mentions the reason `"human"`) and are certain. What the annotations lack is gone.

    Args:
        text: the text, as it was annotated.
        annotations: the content of the `.ann` file.
        article: what was annotated, from which everything but the facts is taken; without it, all facts count as human.

    Raises:
        FormatError: with every line that cannot be read, or if `article` has another text.

    >>> import uzru
    >>> article = uzru.parse('"We stay," Egor Panin said.')
    >>> annotations = "T1\tDirect 1 9\tWe stay,\nT2\tOrganization 11 21\tEgor Panin\nR1\tSpeaker Arg1:T1 Arg2:T2\n"
    >>> quote = from_brat(article.text, annotations, article).quotes[0]
    >>> quote.speaker, quote.rule
    (Actor('Egor Panin', organization), 'human')
    """
    if article is not None and article.text != text:
        raise FormatError([("text", "the article has another text than the one that was annotated; parse that one")])
    read = read_annotations(annotations, text)
    try:
        return _Reader(article or Article(text=text), read).article()
    except ModelError as error:
        raise FormatError([("annotations", str(error))]) from None


class _Reader:
    """Makes facts of annotations; a fact that the article has already stays as it is."""

    def __init__(self, article: Article, read: Annotations) -> None:
        self.old = article
        self.read = read
        self.actors = {actor.id: actor for actor in article.actors}
        self.names = {
            (actor.kind, name.casefold()): actor for actor in article.actors for name in (actor.name, *actor.aliases)
        }
        self.mentioned = dict(self._mentioned())
        self.parties = self.mentioned | dict(self._parties_alone())
        self.roles = {mention.span: mention.role for mention in article.mentions}
        self.contents = {quote.spans: quote for quote in article.quotes}
        self.cues = {quote.cue.span: quote.cue for quote in article.quotes if quote.cue}
        self.places = {mention.span: mention.place for mention in article.places}
        self.written = {date.value for date in article.dates} | {mention.place for mention in article.places}
        self.triggers = {event.trigger: event for event in article.events}

    def article(self) -> Article:
        # What the untouched annotations would read as; what reads like that still is the article's own fact.
        base = _Reader(self.old, read_annotations(to_brat(self.old), self.old.text))
        mentions = _keep(self.old.mentions, base.find_mentions(), self.find_mentions(), _who_where)
        dates = _keep(self.old.dates, base.find_dates(), self.find_dates(), lambda one: (one.span, one.type))
        places = _keep(self.old.places, base.find_places(), self.find_places(), lambda one: one.span)
        quotes = _keep(self.old.quotes, base.find_quotes(), self.find_quotes(), lambda one: (one.kind, one.spans))
        quotes = self._with_pull_quotes(quotes)
        events = _keep(self.old.events, base.find_events(), self.find_events(), lambda one: (one.type, one.trigger))
        ids = {quote.id for quote in quotes}
        events = tuple(event if event.reported_by in ids else attrs.evolve(event, reported_by=None) for event in events)
        return attrs.evolve(
            self.old,
            mentions=mentions,
            dates=dates,
            places=places,
            quotes=quotes,
            events=events,
            actors=_named(mentions, quotes, events),
        )

    def _with_pull_quotes(self, quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
        """Pull quotes are not annotated; they stay with what they repeat."""
        ids = {quote.id for quote in quotes}
        pulled = [quote for quote in self.old.quotes if quote.repeats in ids and quote.id not in ids]
        return tuple(sorted([*quotes, *pulled], key=lambda quote: quote.spans[0]))

    def _of_type(self, types: Iterable[str]) -> Iterator[tuple[str, str, tuple[Span, ...]]]:
        found = [(id_, type_, spans) for id_, (type_, spans) in self.read.spans.items() if type_ in types]
        return iter(sorted(found, key=lambda one: one[2]))

    # --- who ---

    def _mentioned(self) -> Iterator[tuple[str, Actor]]:
        found = {id_: self._actor(id_, _KINDS[type_], spans) for id_, type_, spans in self._of_type(_KINDS)}
        for group in self.read.same:
            known = [found[id_] for id_ in group if id_ in found]
            found.update({id_: max(known, key=lambda actor: len(actor.name)) for id_ in group if id_ in found})
        yield from found.items()

    def _parties_alone(self) -> Iterator[tuple[str, Actor]]:
        """Words that name a party and are no mention; a new one is a person until somebody says more."""
        for id_, _, spans in self._of_type(["Party"]):
            held = self.actors.get(ActorId(self.read.references.get(id_, ("", ""))[0]))
            yield id_, held or self._actor(id_, ActorKind.PERSON, spans)

    def _actor(self, id_: str, kind: ActorKind, spans: tuple[Span, ...]) -> Actor:
        """Whom the reference names; else an actor of that name; else a new one."""
        words = " ".join(" ".join(self.old.text[span.slice] for span in spans).split()) or "?"
        actor_id, name = self.read.references.get(id_, ("", ""))
        known = self.actors.get(ActorId(actor_id)) if actor_id else self.names.get((kind, words.casefold()))
        if known is not None and known.kind is kind:
            return known
        name = known.name if known is not None else name.strip() or words
        actor = Actor(name=name, kind=kind)
        if actor_id and known is None:
            actor = attrs.evolve(actor, id=ActorId(actor_id))
        self.actors[actor.id] = actor
        self.names.setdefault((kind, name.casefold()), actor)
        return actor

    def find_mentions(self) -> Iterator[Mention]:
        for id_ in self.mentioned:
            yield self._mention(id_)

    def _mention(self, id_: str) -> Mention:
        _, spans = self.read.spans[id_]
        span = Span(spans[0].start, spans[-1].end)
        form = next(iter(self.read.values(id_, "Form")), "") or MentionForm.NAME
        old = self.roles.get(span)
        return Mention(span=span, actor=self.mentioned[id_], form=MentionForm(form), role=old, why=(HUMAN,))

    def find_places(self) -> Iterator[PlaceMention]:
        for _, _, spans in self._of_type(["Place"]):
            yield self._place(spans)

    def _place(self, spans: tuple[Span, ...]) -> PlaceMention:
        span = Span(spans[0].start, spans[-1].end)
        words = " ".join(self.old.text[span.slice].split()) or "?"
        return PlaceMention(span=span, place=self.places.get(span) or Place(name=words))

    # --- when ---

    def find_dates(self) -> Iterator[DateMention]:
        for id_, type_, spans in self._of_type(_DATES):
            span = Span(spans[0].start, spans[-1].end)
            note = self.read.notes.get(id_, "").strip()
            yield DateMention(span=span, type=_DATES[type_], value=parse_when(note) if note else None, rule=HUMAN)

    def _when(self, id_: str | None) -> PartialDate | Interval | None:
        note = self.read.notes.get(id_ or "", "").strip()
        value = parse_when(note) if note else None
        return None if isinstance(value, Duration) else value

    # --- who said what ---

    def find_quotes(self) -> Iterator[Quote]:
        verbatim = [span for _, _, spans in self._of_type(["Verbatim"]) for span in spans]
        for id_, type_, spans in self._of_type(_CONTENTS):
            kind = _CONTENTS[type_]
            inside = {
                QuoteKind.DIRECT: spans,
                QuoteKind.MIXED: tuple(span for span in verbatim if any(span in piece for piece in spans)),
                QuoteKind.INDIRECT: (),
            }
            speaker, speaker_span = self._party("Speaker", id_)
            if speaker is None and id_ in self.read.references:
                speaker = self.actors.get(ActorId(self.read.references[id_][0]))
            addressee, addressee_span = self._party("Addressee", id_)
            old = self.contents.get(spans)
            yield Quote(
                id=QuoteId(make_fact_id("quote", self.old.id, kind, *spans)),
                kind=kind,
                spans=spans,
                verbatim=inside[kind],
                text=" ".join(self.old.text[span.slice] for span in spans),
                speaker=speaker,
                speaker_span=speaker_span,
                cue=self._cue(id_),
                addressee=addressee,
                addressee_span=addressee_span,
                when=old.when if old else None,
                insertions=old.insertions if old else (),
                elisions=old.elisions if old else (),
                rule=HUMAN,
            )

    def _party(self, role: str, content: str) -> tuple[Actor | None, Span | None]:
        target = self.read.relations.get((role, content))
        if target is None or target not in self.parties:
            return None, None
        spans = self.read.spans[target][1]
        return self.parties[target], Span(spans[0].start, spans[-1].end)

    def _cue(self, content: str) -> Cue | None:
        target = self.read.relations.get(("Cue", content))
        if target is None:
            return None
        spans = self.read.spans[target][1]
        span = Span(spans[0].start, spans[-1].end)
        return self.cues.get(span) or Cue(span=span, lemma=self.old.text[span.slice].lower())

    # --- what happened ---

    def find_events(self) -> Iterator[Event]:
        for id_, (type_, trigger, arguments) in self.read.events.items():
            spans = self.read.spans[trigger][1]
            at = Span(spans[0].start, spans[-1].end)
            held = {role: [target for name, target in arguments if name == role] for role, _ in arguments}
            old = self.triggers.get(at)
            unwritten_when, unwritten_place = self._unwritten(old)
            evidence = [at, *(span for _, target in arguments for span in self.read.spans.get(target, ("", ()))[1])]
            place = [self._place(self.read.spans[target][1]).place for target in held.get("Place", ())]
            when = [self._when(target) for target in held.get("When", ())]
            yield Event(
                id=EventId(make_fact_id("event", self.old.id, type_, at)),
                type=EventType(type_),
                modes=tuple(self.read.values(id_, "Mode")),
                contexts=old.contexts if old else (),
                status=EventStatus((self.read.values(id_, "Status") or ["occurred"])[0]),
                sources=self._parties(held.get("Source", ())),
                targets=self._parties(held.get("Target", ())),
                reciprocal="Reciprocal" in dict(self.read.attributes.get(id_, ())),
                when=when[0] if when else unwritten_when,
                place=place[0] if place else unwritten_place,
                span=old.span if old else Span(min(evidence).start, max(span.end for span in evidence)),
                trigger=at,
                magnitudes=old.magnitudes if old else (),
                inner=old.inner if old else None,
                reported_by=old.reported_by if old else None,
                rule=HUMAN,
            )

    def _unwritten(self, old: Event | None) -> tuple[PartialDate | Interval | None, Place | None]:
        """Date and place that no words give: annotations cannot have taken them away."""
        if old is None:
            return None, None
        return None if old.when in self.written else old.when, None if old.place in self.written else old.place

    def _parties(self, targets: Iterable[str]) -> tuple[Actor, ...]:
        return tuple(dict.fromkeys(self.parties[target] for target in targets if target in self.parties))


def _who_where(mention: Mention) -> object:
    return mention.span, mention.actor.id


def _keep(
    old: Iterable[_Fact], base: Iterable[_Fact], new: Iterable[_Fact], same: Callable[[_Fact], object]
) -> tuple[_Fact, ...]:
    """The new facts, but the old one for each that reads as the untouched annotations do."""
    held = {same(fact): fact for fact in old}
    kept = {fact: held[same(fact)] for fact in base if same(fact) in held}
    return tuple(dict.fromkeys(kept.get(fact, fact) for fact in new))


def _named(mentions: Iterable[Mention], quotes: Iterable[Quote], events: Iterable[Event]) -> tuple[Actor, ...]:
    """Everybody that the facts name, each once."""
    actors = [mention.actor for mention in mentions]
    for quote in quotes:
        actors += [actor for actor in (quote.speaker, quote.addressee) if actor]
    for event in events:
        actors += [*event.sources, *event.targets]
    return tuple({actor.id: actor for actor in actors}.values())
