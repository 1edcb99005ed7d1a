"""A sentence with all that the earlier stages found in it, worked out when it is asked for."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import compress
from typing import TYPE_CHECKING

from uzru.model.actor import Actor, ActorKind, MentionForm
from uzru.parsing.events import parts as p
from uzru.parsing.events.clauses import Clause, is_predicate, positions, within
from uzru.parsing.events.parties import Party, find_parties
from uzru.parsing.events.relevance import is_political
from uzru.parsing.events.settings import Dated, Placed, find_dated, find_placed
from uzru.parsing.memo import Lazy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from uzru.model.actor import Mention, Place, PlaceMention
    from uzru.model.article import DateMention
    from uzru.model.event import Magnitude
    from uzru.parsing.events.groups import Groups
    from uzru.parsing.events.lexicon import Lexicon
    from uzru.parsing.events.magnitudes import Tolls
    from uzru.parsing.events.tokens import Tokens
    from uzru.parsing.text import Reading

__all__ = ["Found", "Sentence", "as_state"]

_SCORE = re.compile(r"\d\d?-\d\d?")
_VOTES = frozenset({"vote", "votes", "voted", "ruled", "ruling"})  # by 7-2
_WITH = frozenset({"with", "against", "between", "for"})  # before the name of a country, not of a place
# Members of an enumeration take long to look up.
_COUNTRY, _DEMONYM = ActorKind.COUNTRY, MentionForm.DEMONYM
_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.GROUP})


class Found:
    """What the earlier stages found in a reading, by offset.

    Attributes:
        states: the countries that are named, by code.
        named: where anybody or a place is named.
    """

    def __init__(
        self,
        reading: Reading,
        mentions: Sequence[Mention],
        places: Sequence[PlaceMention],
        dates: Sequence[DateMention],
        countries: Mapping[str, str],
        seats: Mapping[str, str],
        areas: frozenset[str],
    ) -> None:
        self.reading = reading
        self._countries, self._seats = countries, seats
        actors = [mention.actor for mention in mentions]
        keys = list(map(id, actors))
        each = dict(zip(keys, actors, strict=True))  # every actor once
        self.states: dict[str, Actor] = {
            actor.country: actor for actor in reversed(each.values()) if actor.kind is _COUNTRY and actor.country
        }
        self.lands = [
            (mention.span.start, actor) for mention in places if (actor := _as_actor(mention.place, countries, areas))
        ]
        self._land_starts = [at for at, _ in self.lands]
        starts = [mention.span.start for mention in mentions]
        self.mentions, self._mention_starts = mentions, starts
        self._demonyms = [mention.span.start for mention in mentions if mention.form is _DEMONYM]
        self.places, self._place_starts = places, [mention.span.start for mention in places]
        self._placed = {mention.span.start: mention for mention in reversed(places)}
        self.dates, self._date_starts = dates, [mention.span.start for mention in dates]
        public = {key: is_political(actor) for key, actor in each.items()}
        politics = compress(starts, map(public.__getitem__, keys))
        self._politics = sorted([*politics, *[at for at, actor in self.lands if actor.country]])
        self.named = sorted(starts + self._place_starts)

    def names_politics(self, start: int, end: int) -> bool:
        """Whether anybody of public life, or a country, is named between two offsets."""
        at = bisect_left(self._politics, start)
        return at < len(self._politics) and self._politics[at] < end

    def lands_in(self, start: int, end: int) -> list[tuple[int, Actor]]:
        """The places between two offsets that bear the name of a country or area, which may be meant."""
        first = bisect_left(self._land_starts, start)
        return self.lands[first : bisect_left(self._land_starts, end, first)]

    def seat_at(self, start: int, end: int) -> tuple[int, Actor] | None:
        """The capital that opens a sentence, its first word or a name: where it ends, its country, which may be meant.

        Args:
            start: where the sentence begins.
            end: behind its first word.
        """
        mention = self._placed.get(start)
        code: str | None
        if mention is not None:
            code = mention.place.country if mention.place.name in self._seats else None
            end = mention.span.end
        else:
            code = self._seats.get(self.reading.view[start:end])
            if code and self.mentions_in(start, end):
                return None
        if code is None or code not in self._countries:
            return None
        return end, self.states.get(code) or as_state(self._countries[code], code)

    def mentions_in(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions of actors that start between two offsets."""
        first = bisect_left(self._mention_starts, start)
        return self.mentions[first : bisect_left(self._mention_starts, end, first)]

    def demonyms_in(self, start: int, end: int) -> Sequence[int]:
        """Where words like 'Malian' start between two offsets."""
        return within(self._demonyms, start, end)

    def places_in(self, start: int, end: int) -> Sequence[PlaceMention]:
        """The mentions of places that start between two offsets."""
        first = bisect_left(self._place_starts, start)
        return self.places[first : bisect_left(self._place_starts, end, first)]

    def dates_in(self, start: int, end: int) -> Sequence[DateMention]:
        """The mentions of dates that start between two offsets."""
        first = bisect_left(self._date_starts, start)
        return self.dates[first : bisect_left(self._date_starts, end, first)]


@cache
def as_state(name: str, code: str) -> Actor:
    """A country as an actor."""
    return Actor(name=name, kind=ActorKind.COUNTRY, country=code, sectors=("GOV",))


@cache
def _as_area(name: str) -> Actor:
    """The states of a part of the world as an actor."""
    return Actor(name=name, kind=ActorKind.GROUP, sectors=("IGO",))


def _as_actor(place: Place, countries: Mapping[str, str], areas: frozenset[str]) -> Actor | None:
    """The country whose name a place bears, as Guatemala does, or the states of an area, as of Europe."""
    if place.country is None:
        return _as_area(place.name) if place.name in areas else None
    return as_state(place.name, place.country) if countries.get(place.country) == place.name else None


class Sentence(Clause):
    """One sentence: its clauses at once, the rest when asked for.

    Attributes:
        named: whether a noun may tell an event in it.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        groups: Groups,
        tolls: Tolls,
        found: Found,
        tokens: Tokens,
        live: Sequence[int],
        named: bool,
    ) -> None:
        super().__init__(lexicon, tokens, live)
        start, end = self.start, self.end
        self._lexicon, self._groups, self._tolls, self._found = lexicon, groups, tolls, found
        self._mentions = found.mentions_in(start, end)
        self.named = named
        demonyms = {i for at in found.demonyms_in(start, end) if (i := self.index_at(at)) < len(self.words)}
        if demonyms:
            self.demonyms = demonyms
            self.peoples = [i for i in sorted(demonyms) if self.words[i].endswith("s")]

    @Lazy
    def parties(self) -> list[Party]:
        """Who is named in it."""
        named = [*self._groups(self._lexicon, self), *self._lands()]
        return find_parties(self._lexicon, self, self._mentions, named, self._groups.officials)

    def _lands(self) -> list[tuple[int, int, Actor]]:
        """The places that act as states: those that no preposition makes a place, a capital before its verb."""
        seat = self._found.seat_at(self.start, self.end_of(0))
        behind = self.index_at(seat[0]) if seat else 0
        if seat and is_predicate(self._lexicon, self, behind):  # 'Warsaw on Monday rejected'
            return [(0, behind, seat[1])]
        lands = ((self.index_at(at), actor) for at, actor in self._found.lands_in(self.start, self.end))
        return [
            (i, i + 1 + actor.name.count(" "), actor)
            for i, actor in lands
            if i < len(self.words) and not self._is_there(i)
        ]

    def _is_there(self, i: int) -> bool:
        """Whether a place only tells where: 'in Djibouti', but not 'the border with Djibouti'."""
        return bool(i and self.bits[i - 1] & p.PREPOSITION) and self.words[i - 1] not in _WITH

    @Lazy
    def people(self) -> Sequence[tuple[int, int]]:
        """The words where persons and groups are named, peoples among them."""
        people = [
            (party.start, party.end)
            for party in self.parties
            if party.home or any(actor.kind in _PEOPLE for actor in party.actors)
        ]
        return people + [(i, i + 1) for i in self.peoples]

    @Lazy
    def names(self) -> Sequence[tuple[int, int]]:
        """The words where anybody is named."""
        return [(party.start, party.end) for party in self.parties]

    @Lazy
    def places(self) -> Sequence[tuple[int, int]]:
        """The words where a place is named."""
        return [(placed.start, placed.end) for placed in self.placed]

    @Lazy
    def dated(self) -> list[Dated]:
        """Its dates."""
        dates = self._found.dates_in(self.start, self.end)
        return find_dated(self._lexicon, self, dates) if dates else []

    @Lazy
    def placed(self) -> list[Placed]:
        """Its places."""
        places = self._found.places_in(self.start, self.end)
        return find_placed(self, places, self._mentions)

    @Lazy
    def tolls(self) -> tuple[Magnitude, ...]:
        """How many victims it counts."""
        in_dates = frozenset(i for dated in self.dated for i in range(dated.start, dated.end))
        return self._tolls(self._lexicon, self, in_dates)

    @Lazy
    def silent(self) -> bool:
        """Whether it is of sports, markets or weather, by a word of theirs or by a score."""
        if self.whole & p.SILENCING:
            named = {i for party in self.parties for i in range(party.start, party.end) if self.capital[i]}
            if any(i not in named for i in positions(self.words, self._lexicon.silencers)):
                return True
        if self._found.reading.view.find("-", self.start, self.end) < 0:
            return False
        joined = [word for word in self.words if "-" in word]
        return any(map(_SCORE.fullmatch, joined)) and _VOTES.isdisjoint(self.words)

    @Lazy
    def political(self) -> bool:
        """Whether it names anybody of public life."""
        if any(is_political(mention.actor) for mention in self._mentions):
            return True
        return any(is_political(actor) for party in self.parties for actor in party.actors)

    def is_undated(self) -> bool:
        """Whether it holds a date that could not be told: what it tells may be of any day."""
        return any(dated.value is None for dated in self.dated)
