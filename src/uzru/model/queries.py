"""Indexes over the quotations and events of many articles, so that a question looks only at what may answer it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from math import inf
from typing import Generic, TypeAlias, TypeVar

from uzru.model.actor import Actor, Mention
from uzru.model.article import Article
from uzru.model.event import Event
from uzru.model.joining import Joined
from uzru.model.quote import Quote
from uzru.model.span import ActorId
from uzru.model.when import PartialDate, When

__all__ = ["Day", "FactIndex", "MentionFinder", "NameIndex", "Who"]

Day: TypeAlias = PartialDate | date | str
Who: TypeAlias = Actor | str
_Fact = TypeVar("_Fact", Quote, Event)


class NameIndex:
    """Finds the joined actors that a name, a run of whole words of a name, a country code or an id may mean."""

    def __init__(self, joined: Iterable[Joined]) -> None:
        self._exact: dict[str, set[ActorId]] = {}
        self._words: dict[str, dict[ActorId, set[tuple[str, ...]]]] = {}
        self._joined: dict[tuple[int, ActorId], ActorId] = {}
        for one in joined:
            id_ = one.actor.id
            for actor in (one.actor, *(member for _, member in one.members)):
                for exact in (actor.id, actor.country):
                    if exact is not None:
                        self._exact.setdefault(exact, set()).add(id_)
                for name in (actor.name, *actor.aliases):
                    words = tuple(name.casefold().split())
                    for word in words:
                        self._words.setdefault(word, {}).setdefault(id_, set()).add(words)
            self._joined.update({(index, member.id): id_ for index, member in one.members})

    def find(self, who: Who) -> set[ActorId]:
        """The ids of all whom `who` may mean."""
        if isinstance(who, Actor):
            return self._exact.get(who.id, set())
        wanted = tuple(who.casefold().split())
        held = self._words.get(wanted[0], {}) if wanted else {}
        named = {id_ for id_, names in held.items() if any(_holds(name, wanted) for name in names)}
        return named | self._exact.get(who, set())

    def joined(self, index: int, actor: Actor) -> ActorId:
        """The id of the joined actor of an article's actor."""
        return self._joined.get((index, actor.id), actor.id)


class FactIndex(Generic[_Fact]):
    """Facts in text order, each with the number of its article, its parties, and the days that it spans.

    Args:
        facts: triples of article number, fact and date.
    """

    def __init__(self, facts: Iterable[tuple[int, _Fact, When | None]]) -> None:
        self.facts: list[tuple[int, _Fact]] = []
        self._earliest: list[float] = []
        self._latest: list[float] = []
        self._held: dict[str, dict[str, list[int]]] = {}
        for index, fact, when in facts:
            self.facts.append((index, fact))
            earliest, latest = (when.earliest, when.latest) if when is not None else (None, None)
            self._earliest.append(inf if earliest is None else earliest.toordinal())
            self._latest.append(-inf if latest is None else latest.toordinal())

    def holding(self, role: str, who: Iterable[str], parties: Callable[[int, _Fact], Iterable[str]]) -> set[int]:
        """The numbers of the facts that have one of these in a role; `parties` tells who is in it."""
        if role not in self._held:
            held: dict[str, list[int]] = {}
            for number, (index, fact) in enumerate(self.facts):
                for id_ in parties(index, fact):
                    held.setdefault(id_, []).append(number)
            self._held[role] = held
        return {number for id_ in who for number in self._held[role].get(id_, ())}

    def choose(
        self, sets: Sequence[set[int]], since: Day | None = None, until: Day | None = None
    ) -> Iterator[tuple[int, _Fact]]:
        """The facts that are in all sets and touch the days from `since` to `until`, in text order."""
        found: Iterable[int] = range(len(self.facts))
        if sets:
            found = sorted(min(sets, key=len).intersection(*sets))
        if since is not None:
            first, latest = _day(since).earliest, self._latest
            after = -inf if first is None else first.toordinal()
            found = [number for number in found if latest[number] > after]
        if until is not None:
            last, earliest = _day(until).latest, self._earliest
            before = inf if last is None else last.toordinal()
            found = [number for number in found if earliest[number] < before]
        return (self.facts[number] for number in found)


class MentionFinder:
    """Tells whom the words of a quotation name; asked article by article, it sorts each one's mentions once."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles
        self._at = -1
        self._mentions: list[Mention] = []
        self._starts: list[int] = []

    def named(self, index: int, quote: Quote) -> Iterator[Actor]:
        """The actors that are mentioned within the spans of a quotation of the article with this number."""
        if index != self._at:
            self._at = index
            self._mentions = sorted(self._articles[index].mentions, key=lambda mention: mention.span)
            self._starts = [mention.span.start for mention in self._mentions]
        for span in quote.spans:
            for at in range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)):
                if self._mentions[at].span in span:
                    yield self._mentions[at].actor


def _holds(words: Sequence[str], wanted: Sequence[str]) -> bool:
    return any(words[at : at + len(wanted)] == wanted for at in range(len(words) - len(wanted) + 1))


def _day(day: Day) -> PartialDate:
    if isinstance(day, str):
        return PartialDate.parse(day)
    return PartialDate.from_date(day) if isinstance(day, date) else day
