"""The event stage: from sentences with a trigger and an actor to events, each joined with its repeats."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

import attrs

from uzru.model.actor import Actor, ActorKind, MentionForm
from uzru.model.event import Event, EventStatus
from uzru.model.plover import EventType
from uzru.model.span import EventId, Span, make_id
from uzru.parsing.events.clauses import read_clause
from uzru.parsing.events.coder import Coding, Path, code_clause
from uzru.parsing.events.details import find_contexts, find_mode
from uzru.parsing.events.groups import Groups, at_home
from uzru.parsing.events.joining import LOOSE, Telling, join_repeats
from uzru.parsing.events.lexicon import Lexicon
from uzru.parsing.events.magnitudes import Tolls
from uzru.parsing.events.nouns import find_noun_events, is_caused
from uzru.parsing.events.parties import find_parties
from uzru.parsing.events.relevance import is_political, is_relevant
from uzru.parsing.events.roles import Roles, assign_noun_roles, assign_roles
from uzru.parsing.events.settings import (
    find_dated,
    find_placed,
    noun_date,
    noun_place,
    verb_date,
    verb_place,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uzru.knowledge import Knowledge
    from uzru.model.actor import Mention, Place, PlaceMention
    from uzru.model.article import DateMention
    from uzru.model.event import Magnitude
    from uzru.model.quote import Quote
    from uzru.model.span import ArticleId
    from uzru.model.when import When
    from uzru.parsing.events.clauses import Clause
    from uzru.parsing.events.nouns import NounEvent
    from uzru.parsing.events.parties import Party
    from uzru.parsing.events.settings import Dated, Placed
    from uzru.parsing.text import Reading

__all__ = ["Events"]

_WORDS = re.compile(r"[^\W\d_]+")
_SUBJECT_REACH = 6  # words before a verb among which 'I' or 'we' is its subject
_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.GROUP})
_OPENING = 10  # words of a sentence in which a noun alone may tell its event


class _Sentence(NamedTuple):
    """What the earlier stages found in one sentence, by its words."""

    clause: Clause
    parties: list[Party]
    dated: list[Dated]
    placed: list[Placed]
    demonyms: frozenset[int]
    tolls: tuple[Magnitude, ...]
    silent: bool
    political: bool


class Events:
    """Finds who did what to whom in a reading.  Built once from a knowledge, then reusable and safe to share.

    Args:
        knowledge: holds the tables `event-patterns`, `event-nouns`, `event-operators` and so on.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._lexicon = Lexicon(knowledge)
        self._tolls = Tolls(knowledge)
        self._groups = Groups(knowledge)
        self._countries = {
            row[0]: Actor(name=row[2], kind=ActorKind.COUNTRY, country=row[0], sectors=("GOV",))
            for row in reversed(knowledge.table("countries"))
        }

    def __call__(
        self,
        reading: Reading,
        mentions: Sequence[Mention],
        places: Sequence[PlaceMention],
        dates: Sequence[DateMention],
        quotes: Sequence[Quote],
        article_id: ArticleId,
    ) -> tuple[Event, ...]:
        """The events of a reading, in text order; `mentions`, `places` and `dates` are in text order too."""
        run = _Run(self, reading, mentions, places, dates, quotes, article_id)
        return join_repeats(run.events())


class _Run:
    """One reading's events in the making."""

    def __init__(
        self,
        stage: Events,
        reading: Reading,
        mentions: Sequence[Mention],
        places: Sequence[PlaceMention],
        dates: Sequence[DateMention],
        quotes: Sequence[Quote],
        article_id: ArticleId,
    ) -> None:
        self.lexicon = stage._lexicon
        self.find_tolls = stage._tolls
        self.find_groups = stage._groups
        self.countries = dict(stage._countries)
        self.reading = reading
        self.mentions = mentions
        self.mention_starts = [mention.span.start for mention in mentions]
        self.places = places
        self.place_starts = [mention.span.start for mention in places]
        self.dates = dates
        self.date_starts = [mention.span.start for mention in dates]
        self.pieces = sorted(((p.start, p.end, quote) for quote in quotes for p in quote.spans), key=lambda p: p[:2])
        self.piece_starts = [piece[0] for piece in self.pieces]
        self.article_id = article_id
        self.present = next((mention.anchor for mention in dates if mention.anchor), None)
        for mention in mentions:
            if mention.actor.kind is ActorKind.COUNTRY and mention.actor.country:
                self.countries[mention.actor.country] = mention.actor

    def events(self) -> list[Telling]:
        """The events, told twice where the article does."""
        found: list[Telling] = []
        low = self.reading.low
        triggers, groups = self.lexicon.triggers, self.find_groups.words
        for start, end in self.reading.sentences:
            first = bisect_left(self.mention_starts, start)
            last = bisect_left(self.mention_starts, end, first)
            words = _WORDS.findall(low, start, end)
            if triggers.isdisjoint(words) or (first == last and groups.isdisjoint(words)):
                continue
            found.extend(self._code_sentence(start, end, self.mentions[first:last]))
        return found

    def _code_sentence(self, start: int, end: int, mentions: Sequence[Mention]) -> list[Telling]:
        sentence = self._read_sentence(start, end, mentions)
        clause = sentence.clause
        nouns = find_noun_events(self.lexicon, clause)
        noun_starts = frozenset(noun.start for noun in nouns)
        codings: list[Coding] = []
        order = sorted(range(len(clause.stretches)), key=lambda number: clause.stretches[number].kind != "main")
        for number in order:
            if clause.stretches[number].kind != "attribution":
                codings.extend(self._code_stretch(sentence, number, bool(codings)))
        events = [self._verb_event(sentence, coding, noun_starts) for coding in codings]
        covered = {i for coding in codings for i in range(coding.first, coding.last + 1)}
        told = [noun for noun in nouns if covered.isdisjoint(range(noun.start, noun.end))]
        events.extend(self._noun_events(sentence, told, not any(events)))
        return sorted((event for event in events if event), key=lambda telling: telling.event.trigger)

    def _read_sentence(self, start: int, end: int, mentions: Sequence[Mention]) -> _Sentence:
        clause = read_clause(self.lexicon, self.reading.view, self.reading.low, start, end)
        dates = self.dates[bisect_left(self.date_starts, start) : bisect_left(self.date_starts, end)]
        places = self.places[bisect_left(self.place_starts, start) : bisect_left(self.place_starts, end)]
        dated = find_dated(self.lexicon, clause, dates)
        demonyms = frozenset(
            clause.index_at(mention.span.start) for mention in mentions if mention.form is MentionForm.DEMONYM
        )
        parties = find_parties(self.lexicon, clause, mentions, self.find_groups(self.lexicon, clause))
        clause.people = tuple(p.start for p in parties if p.pronoun or any(a.kind in _PEOPLE for a in p.actors))
        in_dates = frozenset(i for d in dated for i in range(d.start, d.end))
        return _Sentence(
            clause,
            parties,
            dated,
            find_placed(clause, places, mentions),
            demonyms,
            self.find_tolls(self.lexicon, clause, in_dates),
            any(self.lexicon.has_role(word, "silence") for word in clause.words),
            any(is_political(mention.actor) for mention in mentions)
            or any(is_political(actor) for party in parties for actor in party.actors),
        )

    def _code_stretch(self, sentence: _Sentence, number: int, further: bool) -> list[Coding]:
        codings = code_clause(self.lexicon, sentence.clause, number, sentence.demonyms)
        main = sentence.clause.stretches[number].kind == "main"
        if main and not further:
            return codings
        return [
            attrs.evolve(coding, confidence=min(coding.confidence, Path.SIDE) - (0.1 if further else 0.0))
            for coding in codings
            if coding.status is not EventStatus.HYPOTHETICAL
        ]

    def _verb_event(self, sentence: _Sentence, coding: Coding, nouns: frozenset[int]) -> Telling | None:
        clause = sentence.clause
        roles = self._speaking(sentence, coding, assign_roles(self.lexicon, clause, coding, sentence.parties))
        at = coding.verb.word if coding.verb else coding.first
        if not (roles.sources or roles.targets) or not self._relevant(sentence, coding, roles):
            return None
        place = verb_place(clause, sentence.placed, coding.stretch, at)
        roles = self._at_home(roles, place)
        own = nouns - set(range(coding.first, coding.last + 1))
        when = verb_date(clause, sentence.dated, coding.stretch, at, own)
        event = self._event(sentence, coding, roles, when, place)
        words = frozenset({coding.rule, coding.verb.lemma.partition("-")[0] if coding.verb else ""})
        return Telling(event, words, False, _is_undated(sentence, when))

    def _at_home(self, roles: Roles, place: Place | None) -> Roles:
        """Who is of no country belongs to where it happens, else to the other side's; the target is at home if not told."""
        here = place.country if place else None
        theirs = next((a.country for a in roles.targets if a.country), None)
        ours = next((a.country for a in roles.sources if a.country), None)
        roles = roles._replace(
            sources=tuple(at_home(actor, here or theirs) for actor in roles.sources),
            targets=tuple(at_home(actor, here or ours) for actor in roles.targets),
        )
        if roles.targets or not roles.at_home:
            return roles
        code = place.country if place and place.country else next((a.country for a in roles.sources if a.country), None)
        country = self.countries.get(code) if code else None
        return roles._replace(targets=(country,) if country else ())

    def _noun_events(self, sentence: _Sentence, nouns: Sequence[NounEvent], alone: bool) -> list[Telling]:
        events: list[Telling] = []
        clause = sentence.clause
        for noun in nouns:
            stretch = clause.stretches[clause.kinds[noun.start]]
            opening = alone and not events and stretch.kind == "main" and noun.start < _OPENING + stretch.start
            event = self._noun_event(sentence, noun, opening)
            if event:
                events.append(event)
        return events

    def _noun_event(self, sentence: _Sentence, noun: NounEvent, opening: bool) -> Telling | None:
        clause = sentence.clause
        roles = assign_noun_roles(self.lexicon, clause, noun.sense.type, noun.start, noun.end, sentence.parties)
        when = noun_date(clause, sentence.dated, noun.start, noun.end)
        place = noun_place(clause, sentence.placed, noun.start, noun.end)
        told = bool(roles.sources or roles.targets)
        weak = noun.sense.alone == "weak"
        counted = noun.sense.type is EventType.ASSAULT and bool(sentence.tolls)
        points_back = not told and noun.start > 0 and clause.words[noun.start - 1] in ("the", "this", "these", "that")
        caused = is_caused(self.lexicon, clause, noun.start)
        if not told and (weak or not (when or place or opening or counted or points_back or caused)):
            return None
        if caused and not place:
            place = verb_place(clause, sentence.placed, clause.kinds[noun.start], noun.start)
        coding = Coding(
            type=noun.sense.type,
            mode=noun.sense.mode,
            first=noun.start,
            last=noun.end - 1,
            floor=0,
            stretch=clause.kinds[noun.start],
            confidence=(Path.NOUN if opening else Path.FURTHER_NOUN) - (0.05 if weak else 0.0),
            rule=f"noun {noun.noun}",
        )
        if not told and opening and noun.sense.type not in (EventType.ASSAULT, EventType.COERCE):
            roles = self._opening_roles(sentence, noun)
        if opening and when is None:
            when = verb_date(clause, sentence.dated, coding.stretch, noun.start, frozenset())
        at_place = coding.type in (EventType.ASSAULT, EventType.COERCE) or noun.sense.mode == "visit"
        if not roles.targets and place and place.country and at_place:
            country = self.countries.get(place.country)
            roles = roles._replace(targets=(country,) if country else ())
        if not self._relevant(sentence, coding, roles):
            return None
        event = self._event(sentence, coding, roles, when, place)
        words = frozenset() if noun.sense.type in LOOSE else frozenset({noun.noun})
        return Telling(event, words, points_back and not (when or counted), _is_undated(sentence, when))

    def _relevant(self, sentence: _Sentence, coding: Coding, roles: Roles) -> bool:
        """Whether to tell an event at all: see `is_relevant`; in sports and markets only a verb with its object does."""
        if sentence.silent and coding.confidence <= Path.VERB:
            return False
        actors = (*roles.sources, *roles.targets)
        if not actors:
            return not sentence.silent
        return is_relevant(coding.type, actors, sentence.political)

    def _opening_roles(self, sentence: _Sentence, noun: NounEvent) -> Roles:
        """Who takes part where a noun carries the sentence: 'the minister is in Mopti for talks with rebels'."""
        stretch = sentence.clause.kinds[noun.start]
        before = [p for p in sentence.parties if p.end <= noun.start and sentence.clause.kinds[p.start] == stretch]
        return Roles(before[0].actors) if before else Roles()

    def _event(
        self, sentence: _Sentence, coding: Coding, roles: Roles, when: When | None, place: Place | None
    ) -> Event:
        clause = sentence.clause
        trigger = Span(clause.starts[coding.first], clause.ends[coding.last])
        quote = self._quote_at(trigger.start)
        stretch = clause.stretches[coding.stretch]
        span = Span(clause.start, clause.end)
        if stretch.kind in ("side", "lead-in"):
            span = Span(clause.starts[stretch.start], clause.ends[stretch.end - 1])
        tolls = tuple(
            toll
            for toll in sentence.tolls
            if coding.type is EventType.ASSAULT or (coding.type is EventType.COERCE and toll.kind == "arrested")
        )
        return Event(
            id=EventId(make_id("event", self.article_id, coding.type, str(trigger.start), str(trigger.end))),
            type=coding.type,
            modes=find_mode(self.lexicon, clause, coding.type, coding.mode, coding.first, coding.last),
            contexts=find_contexts(self.lexicon, clause),
            status=self._status(coding.status, when),
            sources=roles.sources,
            targets=tuple(actor for actor in roles.targets if actor not in roles.sources or roles.at_home),
            reciprocal=roles.reciprocal,
            when=when,
            place=place,
            span=span,
            trigger=trigger,
            reported_by=quote.id if quote else None,
            magnitudes=tolls,
            inner=coding.inner,
            confidence=round(max(coding.confidence, 0.05), 2),
            rule=coding.rule,
        )

    def _status(self, status: EventStatus, when: When | None) -> EventStatus:
        """What lies more than a year before the article's day is history."""
        if status is not EventStatus.OCCURRED or when is None or self.present is None:
            return status
        latest, today = when.latest, self.present.earliest
        if latest and today and (today - latest).days > 365:
            return EventStatus.HISTORICAL
        return status

    def _quote_at(self, offset: int) -> Quote | None:
        """The quotation whose words hold an offset, the innermost one."""
        at = bisect_left(self.piece_starts, offset + 1)
        for start, end, quote in reversed(self.pieces[max(at - 4, 0) : at]):
            if start <= offset < end:
                return quote
        return None

    def _speaking(self, sentence: _Sentence, coding: Coding, roles: Roles) -> Roles:
        """'I' and 'we' in a quotation are its speaker."""
        verb = coding.verb
        if verb is None or verb.passive:
            return roles
        words = sentence.clause.words[max(verb.word - _SUBJECT_REACH, coding.floor) : verb.word]
        quote = self._quote_at(sentence.clause.starts[verb.word])
        if quote and quote.speaker and any(self.lexicon.has_role(word, "first-person") for word in words):
            targets = tuple(actor for actor in roles.targets or roles.sources if actor != quote.speaker)
            return roles._replace(sources=(quote.speaker,), targets=targets)
        return roles


def _is_undated(sentence: _Sentence, when: When | None) -> bool:
    """Whether a date stands in the sentence that could not be told: it may be any day."""
    return when is None and any(d.value is None for d in sentence.dated)
