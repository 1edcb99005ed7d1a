"""What clauses tell as events: who takes part, when and where, and whether it is told at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uzru.model.actor import ActorKind, Place
from uzru.model.event import EventStatus
from uzru.model.plover import EventType
from uzru.parsing.events import parts as p
from uzru.parsing.events.acts import SPEECH
from uzru.parsing.events.coding import Coding, Path
from uzru.parsing.events.groups import at_home
from uzru.parsing.events.joining import LOOSE, Telling
from uzru.parsing.events.nouns import find_noun_events, is_asked_for, is_caused, nouns_of
from uzru.parsing.events.parties import countries
from uzru.parsing.events.records import Recorder
from uzru.parsing.events.relevance import FORCE, is_political, is_relevant
from uzru.parsing.events.roles import LINKS, Roles, assign_noun_roles, assign_roles
from uzru.parsing.events.sentences import as_state
from uzru.parsing.events.settings import noun_date, noun_place, verb_date, verb_place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from uzru.model.actor import Actor
    from uzru.model.quote import Quote
    from uzru.model.span import ArticleId
    from uzru.parsing.events.clauses import Clause
    from uzru.parsing.events.lexicon import Lexicon
    from uzru.parsing.events.nouns import NounEvent
    from uzru.parsing.events.sentences import Found, Sentence

__all__ = ["Teller"]

_SUBJECT_REACH = 6  # words before a verb among which 'I' or 'we' is its subject
_AT_PLACE = frozenset(
    {EventType.ASSAULT, EventType.COERCE, EventType.PROTEST}
)  # whoever lives where it happens suffers
_ANONYMOUS = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.PROTEST})  # a date alone tells them
_SENT = frozenset({EventType.AID, EventType.MOBILIZE})  # to where they are sent
_ABROAD = frozenset({EventType.SUPPORT, EventType.AID, EventType.COOPERATE})  # for whoever lives where it is done
_TRAVEL = "travel-somewhere"  # a pattern that asks for somebody of public life
_CROWDS = frozenset({"protest-any"})  # patterns of people, not of states
_POINTERS = frozenset({"the", "this", "these", "that"})
_ASKED_OF = frozenset({"from", "to", "on", "upon"})  # before the capital of which something is asked
_WITH_OTHERS = frozenset({EventType.CONSULT, EventType.COOPERATE})
_ARMED = frozenset({"REB", "UAF", "CRM"})
_NOBODY: frozenset[str] = frozenset()

# The types that are asked for again and again, since an enumeration takes its time to find one.
_ASSAULT, _PROTEST = EventType.ASSAULT, EventType.PROTEST
_CONSULT, _COOPERATE, _MOBILIZE = EventType.CONSULT, EventType.COOPERATE, EventType.MOBILIZE
_REJECT, _REQUEST = EventType.REJECT, EventType.REQUEST
_COUNTRY, _GROUP, _ORGANIZATION = ActorKind.COUNTRY, ActorKind.GROUP, ActorKind.ORGANIZATION


class Teller:
    """Makes the events of one article.

    Args:
        lexicon: the tables.
        countries: their names by code.
        found: what the earlier stages found.
        quotes: the article's quotations.
        article_id: the article's id.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        countries: Mapping[str, str],
        found: Found,
        quotes: Sequence[Quote],
        article_id: ArticleId,
    ) -> None:
        self._lexicon = lexicon
        self._countries = countries
        self._named = found.states
        self._record = Recorder(lexicon, found, quotes, article_id)
        self._speakers = lexicon.playing("first-person")

    def tell_verb(self, sentence: Sentence, coding: Coding, nouns: frozenset[int]) -> Telling | None:
        """The event that a verb tells, if somebody of politics takes part; `nouns` start events of their own."""
        clause, verb = sentence, coding.verb
        if verb is None:
            return None
        roles = self._speaking(sentence, coding, assign_roles(self._lexicon, clause, coding, sentence.parties))
        if coding.type not in FORCE:
            roles = self._of_somebody(roles)
        place = verb_place(clause, sentence.placed, coding.stretch, verb.word) if sentence.placed else None
        crowd = coding.type is _PROTEST
        unnamed = verb.passive or coding.of_noun or crowd or coding.mode == "explosives"
        if not place and coding.of_noun:  # 'the strike paralyzed Chad'
            place = next((q.place for q in sentence.placed if q.start == verb.end), None)
        there = coding.type in _AT_PLACE or coding.mode == "ceasefire"
        if place and unnamed and there and not (roles.sources or roles.targets):
            roles = roles._replace(targets=self._country(place.country))
        told = roles.sources or roles.targets or roles.victims
        if not told or not self._is_relevant(sentence, coding, roles):
            return None
        if coding.rule in _CROWDS and not self._is_crowd(clause, verb.word, roles):
            return None
        meets = (coding.type is _CONSULT or coding.inner is _CONSULT) and not verb.passive
        if meets and not (roles.sources and (coding.type is _REJECT or any(map(_may_meet, roles.sources)))):
            return None
        if coding.type is _ASSAULT and self._is_accident(sentence, coding, roles):
            return None
        if not (roles.sources or verb.passive) and verb.lemma in self._lexicon.of_things:
            return None
        if coding.rule.startswith(_TRAVEL) and not any(map(is_political, roles.sources)):
            return None
        if coding.type is _MOBILIZE and roles.reciprocal:  # what two countries do together
            coding = coding._replace(type=_COOPERATE, mode="")
        roles = self._toward(sentence, coding, roles, place)
        when = None
        if sentence.dated:
            own = nouns.difference(range(coding.first, coding.last + 1))
            when = verb_date(clause, sentence.dated, coding.stretch, verb.word, own)
        event = self._record(sentence, coding, self._settle(coding, roles, place), when, place)
        words = frozenset({coding.rule, verb.lemma.partition("-")[0]})
        return Telling(event, words, False, when is None and sentence.is_undated())

    def tell_noun(self, sentence: Sentence, noun: NounEvent, opening: bool) -> Telling | None:
        """The event that a noun tells, if its phrase says enough, or it opens a sentence that tells nothing else."""
        clause, sense = sentence, noun.sense
        if is_asked_for(self._lexicon, clause, noun.start):
            return None
        if sense.type is _ASSAULT and self._names_accident(clause):
            return None
        weak = sense.alone == "weak"
        if weak and not (noun.end < len(clause.words) and clause.words[noun.end] in LINKS):
            return None  # nobody hangs on it
        roles = assign_noun_roles(self._lexicon, clause, sense.type, noun.start, noun.end, sentence.parties)
        told = bool(roles.sources or roles.targets)
        if weak and not (roles.sources and (roles.targets or roles.reciprocal)):
            return None
        when = noun_date(clause, sentence.dated, noun.start, noun.end)
        place = noun_place(clause, sentence.placed, noun.start, noun.end)
        placed = place is not None and sense.type in _AT_PLACE
        counted = sense.type is _ASSAULT and bool(sentence.tolls)
        points_back = not told and noun.start > 0 and clause.words[noun.start - 1] in _POINTERS
        caused = is_caused(self._lexicon, clause, noun.start)
        if not (told or when or placed or opening or counted or points_back or caused):
            return None
        stretch = clause.kinds[noun.start]
        if (caused or opening) and not place:
            place = verb_place(clause, sentence.placed, stretch, noun.start)
        if opening and not told and sense.type not in _AT_PLACE:
            roles = _opening_roles(sentence, noun)
        if opening and when is None:
            when = verb_date(clause, sentence.dated, stretch, noun.start, frozenset())
        ours = countries(roles.sources)
        abroad = place is not None and len(ours) == 1 and place.country not in ours  # 'is in Brno for talks'
        visiting = sense.mode == "visit" or (sense.type is _CONSULT and abroad)
        if not roles.targets and place and (sense.type in _AT_PLACE or visiting):
            roles = roles._replace(targets=self._country(place.country))
        coding = Coding(
            type=sense.type,
            mode=sense.mode,
            status=self._outlook(sentence, noun),
            first=noun.start,
            last=noun.end - 1,
            floor=0,
            stretch=stretch,
            confidence=(Path.NOUN if opening else Path.FURTHER_NOUN) - (0.05 if weak else 0.0),
            rule=f"noun {noun.noun}",
        )
        said = roles.sources or roles.targets or (when and sense.type in _ANONYMOUS) or placed or counted or points_back
        if not said or not self._is_relevant(sentence, coding, roles):
            return None
        if sense.type is _PROTEST and roles.sources and not roles.targets:
            roles = self._settle(coding, roles._replace(at_home=len(countries(roles.sources)) == 1), place)
        event = self._record(sentence, coding, roles, when, place)
        words = frozenset() if sense.type in LOOSE else frozenset({noun.noun})
        undated = when is None and sentence.is_undated()
        return Telling(event, words, points_back and not (when or counted), undated)

    def _outlook(self, sentence: Sentence, noun: NounEvent) -> EventStatus:
        """Whether a noun's event is still to come: 'will improve cooperation between'."""
        clause = sentence
        start = clause.stretches[clause.kinds[noun.start]].start
        to_come = any(bits & p.FUTURE for bits in clause.bits[start : noun.start])
        return EventStatus.PLANNED if to_come else EventStatus.OCCURRED

    # --- who

    def _country(self, code: str | None) -> tuple[Actor, ...]:
        """The actor that a country is; the article's own if it names the country."""
        if code is None:
            return ()
        if code in self._named:
            return (self._named[code],)
        return (as_state(self._countries[code], code),) if code in self._countries else ()

    def _toward(self, sentence: Sentence, coding: Coding, roles: Roles, place: Place | None) -> Roles:
        """A capital behind a verb is its country ('accused Tbilisi'); so is the place of a visit or of help."""
        verb = coding.verb
        if not (sentence.placed or roles.victims):
            return roles
        if roles.victims:  # 'condemned the arrest of two Malian editors'
            code = place.country if place else next((a.country for a in roles.victims if a.country), None)
            return roles._replace(targets=self._country(code))
        home = {actor.country for actor in roles.sources}
        start, end = coding.object
        owner = next((found for found in sentence.placed if verb and verb.end <= found.start <= verb.end + 1), None)
        if owner and sentence.words[owner.end : owner.end + 1] in (["'s"], ["’s"]):  # 'bombed Brno's port'
            return roles._replace(targets=tuple(at_home(actor, owner.place.country) for actor in roles.targets))
        posted = start < end and place is not None and sentence.words[start] in self._lexicon.posted
        foreign = any(actor.country not in home for actor in roles.targets)
        if verb and verb.passive and place and not roles.targets and coding.type in _SENT:  # 'were deployed in Mali'
            return roles._replace(targets=tuple(a for a in self._country(place.country) if a.country not in home))
        if verb is None or verb.passive or (foreign and not posted):
            return roles
        named = owner and owner.place
        abroad = coding.type in _ABROAD or coding.mode == "visit" or posted
        if coding.type is _REQUEST and not roles.targets:  # 'sought clarification from Moscow'
            asked = (q for q in sentence.placed if sentence.words[q.start - 1] in _ASKED_OF and q.start > verb.end)
            named = named or next((q.place for q in asked), None)
        meant = named if named and not roles.targets and not posted else place if abroad else None
        countries = self._country(meant.country) if meant else ()
        targets = tuple(actor for actor in countries if actor.country not in home)
        return roles._replace(targets=targets or roles.targets)

    def _settle(self, coding: Coding, roles: Roles, place: Place | None) -> Roles:
        """A group of no country belongs to where it happens, else to the other side's; a target not told is at home."""
        here = place.country if place else None
        theirs = next((actor.country for actor in roles.targets if actor.country), None)
        if coding.type is _ASSAULT and place:
            theirs = None  # who attacks may come from anywhere
        ours = next((actor.country for actor in roles.sources if actor.country), None)
        if coding.type in _WITH_OTHERS:
            ours = None  # whom a president hosts need not be his own
        sources = self._at_home(roles.sources, here or theirs)
        stateless = _ARMED if coding.type in SPEECH and not here else _NOBODY  # 'Lavrov urged the militants'
        targets = self._at_home(roles.targets, here or ours, stateless)
        if roles.at_home and not targets:
            targets = self._country(here or next((actor.country for actor in sources if actor.country), None))
        if sources is roles.sources and targets is roles.targets:
            return roles
        return roles._replace(sources=sources, targets=targets)

    def _of_somebody(self, roles: Roles) -> Roles:
        """The roles without those of whom no more is known than that they are people."""
        nobody = self._lexicon.nobody
        anybody = [a for a in roles.sources + roles.targets if not a.country and a.name in nobody]
        if not anybody:
            return roles
        sources = tuple(actor for actor in roles.sources if actor not in anybody)
        targets = tuple(actor for actor in roles.targets if not roles.sources or actor not in anybody)
        return roles._replace(sources=sources, targets=targets)

    def _at_home(
        self, actors: tuple[Actor, ...], country: str | None, stateless: frozenset[str] = _NOBODY
    ) -> tuple[Actor, ...]:
        """Groups as of that country, unless they are of one, of a region, foreign or of a sector that has none."""
        if country is None or all(actor.country or actor.kind is not _GROUP for actor in actors):
            return actors
        regional = self._lexicon.regional
        return tuple(
            at_home(actor, country)
            if stateless.isdisjoint(actor.sectors) and regional.isdisjoint(actor.name.lower().split())
            else actor
            for actor in actors
        )

    def _speaking(self, sentence: Sentence, coding: Coding, roles: Roles) -> Roles:
        """'I' and 'we' in a quotation are its speaker."""
        verb = coding.verb
        if verb is None or verb.passive or not sentence.whole & p.FIRST_PERSON:
            return roles
        if self._speakers.isdisjoint(sentence.words[max(verb.word - _SUBJECT_REACH, coding.floor) : verb.word]):
            return roles
        quote = self._record.quote_at(sentence.starts[verb.word])
        if not quote or not quote.speaker:
            return roles
        targets = tuple(actor for actor in roles.targets or roles.sources if actor != quote.speaker)
        return roles._replace(sources=(quote.speaker,), targets=targets)

    def _is_relevant(self, sentence: Sentence, coding: Coding, roles: Roles) -> bool:
        """Whether to tell an event at all: see `is_relevant`; in sports and markets only for a verb with its object."""
        if coding.confidence <= Path.VERB and sentence.silent:
            politics = bool(roles.sources) and any(map(is_political, roles.targets))
            if not politics:
                return False
        if not (roles.sources or roles.targets):
            return not sentence.silent
        if coding.mode == "convict" and sentence.political and any(map(_is_defendant, roles.targets)):
            return True
        if coding.speaker_acts and not any(map(is_political, roles.sources)):
            return False  # what anybody thinks that others should do is no demand
        return is_relevant(coding.type, roles.sources, roles.targets, sentence)

    def _is_crowd(self, clause: Clause, word: int, roles: Roles) -> bool:
        """Whether people protest before a verb: 'thousands of Malians', but not 'Mali'."""
        if any(bits & p.CROWD for bits in clause.bits[:word]):
            return True
        if clause.peoples and clause.peoples[0] < word:
            return True
        return bool(roles.sources) and not any(actor.kind is _COUNTRY for actor in roles.sources)

    def _names_accident(self, clause: Clause) -> bool:
        accidents = self._lexicon.accidents
        if not accidents.isdisjoint(clause.words):
            return True
        return not accidents.isdisjoint(noun for noun, _, _ in nouns_of(self._lexicon, clause))

    def _is_accident(self, sentence: Sentence, coding: Coding, roles: Roles) -> bool:
        """Whether people die because something sank or burned, and no word tells of weapons or fighting."""
        lexicon, clause = self._lexicon, sentence
        nouns = [noun for noun, _, _ in nouns_of(lexicon, clause)]
        sunk = lexicon.accident_verbs.intersection(clause.words)
        if coding.verb and roles.sources and not coding.verb.passive:
            sunk -= {clause.words[coding.verb.word]}  # who sinks a ship acts
        if not sunk and (roles.sources or lexicon.accidents.isdisjoint(nouns)):
            return False
        told = find_noun_events(lexicon, clause)
        return lexicon.things.isdisjoint(nouns) and not any(noun.sense.type is _ASSAULT for noun in told)


def _is_defendant(actor: Actor) -> bool:
    """Whether an actor is a person of whom nothing speaks for business."""
    return actor.kind is ActorKind.PERSON and not {"BUS", "MNC"}.intersection(actor.sectors)


def _may_meet(actor: Actor) -> bool:
    """Whether an actor meets people and visits countries in public life: no orchestra, no company."""
    return actor.kind is not _ORGANIZATION or is_political(actor)


def _opening_roles(sentence: Sentence, noun: NounEvent) -> Roles:
    """Who takes part where a noun carries the sentence: 'the minister is in Mopti for talks'."""
    kinds = sentence.kinds
    own = kinds[noun.start]
    before = (party for party in sentence.parties if party.end <= noun.start and kinds[party.start] == own)
    return Roles(next((party.actors for party in before), ()))
