"""The names stage: a reading in, who and where it names out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from operator import attrgetter

import attrs

from uzru.knowledge import Knowledge
from uzru.model import Actor, ActorId, ActorKind, CountryCode, Mention, Place, PlaceMention, Role, Span
from uzru.parsing.memo import Memo
from uzru.parsing.names.corporate import mark_corporate
from uzru.parsing.names.deciding import Deciding, Decision, Found
from uzru.parsing.names.describe import Describing
from uzru.parsing.names.explain import Explaining
from uzru.parsing.names.identify import Identify
from uzru.parsing.names.join import Identity, Name, join_names
from uzru.parsing.names.kin import mark_kin
from uzru.parsing.names.kind import COUNTRY, GROUP, ORGANIZATION, OTHER, PERSON, PLACE, Weights
from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.names.metonyms import acts
from uzru.parsing.names.named import Named
from uzru.parsing.names.nouns import NounFinder
from uzru.parsing.names.outright import Outright
from uzru.parsing.names.pronouns import PronounWords
from uzru.parsing.names.runs import Run, RunFinder
from uzru.parsing.names.seats import mark_seated_bodies
from uzru.parsing.names.states import mark_states
from uzru.parsing.names.world import mark_world_bodies
from uzru.parsing.text import Reading
from uzru.parsing.words import Words

__all__ = ["Names"]

_START, _END = attrgetter("start"), attrgetter("end")
_ACTORS_KEPT = 1 << 12
_UNEXPLAINED = (PLACE, OTHER)
_ACTORS = {
    PERSON: ActorKind.PERSON,
    ORGANIZATION: ActorKind.ORGANIZATION,
    COUNTRY: ActorKind.COUNTRY,
    GROUP: ActorKind.GROUP,
}
_LONGEST = 12  # characters of the name of a currency and what stands behind it
_STANCES = ("pro-", "anti-")
_MARKS = ".,;:!?)’'\"\n"

_Said = tuple[str, int, str | None, tuple[str, ...], tuple[str, ...], tuple[Role, ...], str | None]
"""What a text says of an actor: name, kind, country, sectors, other names, roles, and Wikidata's item if known."""


class Names:
    """Finds persons, organizations, countries and places of a reading, joined and with their roles.

    >>> names = Names(Knowledge())
    >>> named = names(Reading("Kazakh President Egor Panin met Malika Ortikova of the Bank of Nukus. Panin left."))
    >>> for mention in named.mentions:
    ...     print(mention.form, mention.actor, mention.role)
    demonym Kazakhstan None
    name Egor Panin president (KAZ)
    name Malika Ortikova None
    name Bank of Nukus None
    short-name Egor Panin None
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.lexicon = Lexicon(knowledge)
        self._finder = RunFinder(self.lexicon)
        self._deciding = Deciding(self.lexicon, Weights(knowledge))
        self._explaining = Explaining(self.lexicon, self._deciding.parts)
        self._describing = Describing(self.lexicon)
        self._nouns = NounFinder(self.lexicon, knowledge)
        self._identify = Identify(self.lexicon)
        self._outright = Outright(knowledge, self.lexicon)
        self._wanted = self._nouns.words.union(self._outright.firsts)
        self._pronouns = PronounWords(knowledge)
        self._seats = self.lexicon.metonyms.keys() | self.lexicon.capitals.keys()
        self._currencies = self.lexicon.closed["currency"]
        self._peoples = self.lexicon.demonym_starts.union(self.lexicon.demonyms)
        self._made = Memo(_make_actor, _ACTORS_KEPT)
        self._places = Memo(self._place, _ACTORS_KEPT)

    def __call__(self, reading: Reading) -> Named:
        """Who and where the reading names; pronouns are resolved later."""
        view = reading.view
        words = reading.words
        runs = self._finder(reading)
        decision = self._deciding(reading, runs)
        found = decision.found
        likely = words.numbers(self._wanted)
        names = self._names(view, words, likely, runs, decision)
        mark_corporate(self.lexicon, view, names)
        mark_kin(self.lexicon, view, names)
        capitalized = set(chain.from_iterable([run.words for run in runs]))
        mark_states(self.lexicon, runs, names)
        places = [name for name in names if name.kind == PLACE]
        names += _outside(names, self._demonyms(runs, found, capitalized))
        names = _in_order(
            [name for name in names if name.kind != PLACE and not (name.kind == COUNTRY and self._is_money(view, name))]
        )
        told = _Told(self.lexicon, runs, capitalized)
        join_names(self.lexicon, names, _bracketed(view, names), told)
        appositions = self._describing(view, names, places)
        names = _in_order([*names, *appositions]) if appositions else names
        names = _in_order([*names, *self._nouns(view, words, names, places, likely)])
        said = {
            identity: self._actor(identity) for identity in dict.fromkeys([name.identity for name in names]) if identity
        }
        meant = _in_full(self._identify(said.values(), told), {said[one].id: one.full for one in said if one.full})
        actors = {identity: meant[actor.id] for identity, actor in said.items()}
        mentions = [
            Mention(
                span=Span(name.start, name.end),
                actor=actors[name.identity],
                form=name.form,
                role=name.role,
                why=name.why,
            )
            for name in names
            if name.identity
        ]
        listed = tuple({actor.id: actor for actor in meant.values()}.values())
        return Named(
            mentions=tuple(mentions),
            actors=listed,
            places=tuple(
                [PlaceMention(span=Span(name.start, name.end), place=self._places[name.text]) for name in places]
            ),
            words=self._pronouns,
            sexes={**self._identify.sexes(listed), **{actor.id: one.sex for one, actor in actors.items() if one.sex}},
        )

    def _names(
        self, view: str, words: Words, likely: Sequence[int], runs: Sequence[Run], decision: Decision
    ) -> list[Name]:
        names = []
        first: dict[str, Found] = {}  # of each text, where it stands first
        for one in decision.found:
            number, i, j, text, kind, _ = one
            run = runs[number]
            start = run.starts[i]
            end = start + len(text)
            if run.owners and any(i <= owner < j - 1 for owner in run.owners):
                end = run.starts[j - 1] + len(run.words[j - 1])
                text = view[start:end]  # with the possessive that is inside
            names.append(Name(start, end, text, kind))
            if kind not in _UNEXPLAINED:
                first.setdefault(text, one)
        names = [
            name
            for name in self._outright(view, words, names, likely)
            if name.kind != OTHER and not (name.kind == PLACE and _is_stance(view, name))
        ]
        reasons: dict[str, tuple[str, ...]] = {}
        for name in names:
            if name.why or name.kind in _UNEXPLAINED:
                continue
            if name.text not in reasons:
                reasons[name.text] = self._explaining(runs, first[name.text], decision.facts)
            name.why = reasons[name.text]
        mark_world_bodies(self.lexicon, view, names)
        mark_seated_bodies(self.lexicon, view, names)
        for name in names:
            if name.text in self._seats and (stands_for := self._stands_for(view, name)):
                name.form = "metonym"
                name.kind, name.text = stands_for
        return names

    def _stands_for(self, view: str, name: Name) -> tuple[int, str] | None:
        """What a capital or a seat of power stands for when it acts: its country, or who sits there."""
        if name.kind not in (PLACE, ORGANIZATION):
            return None
        of, meant = self.lexicon.metonyms.get(name.text, ("", ""))
        if not of and name.kind == PLACE and name.text in self.lexicon.capitals:
            of, meant = "country", self.lexicon.capitals[name.text]
        if not of or not acts(self.lexicon, view, name.start, name.end):
            return None
        return (COUNTRY, self.lexicon.country_names[meant]) if of == "country" else (ORGANIZATION, meant)

    def _is_money(self, view: str, name: Name) -> bool:
        """Whether a country's name only tells whose money it is: '9,000 US dollars'."""
        return (
            view[name.end : name.end + 1] == " "
            and view[name.end + 1 : name.end + _LONGEST].partition(" ")[0].rstrip(_MARKS) in self._currencies
        )

    def _demonyms(self, runs: Sequence[Run], found: Sequence[Found], words: set[str]) -> list[Name]:
        """The demonyms of the runs, which have these words, outside of names."""
        likely = {word for word in words if word in self._peoples or "-" in word}
        taken: dict[int, list[Found]] = {
            number: [] for number, run in enumerate(runs) if not likely.isdisjoint(run.words)
        }
        for one in found if taken else ():
            if one.run in taken and one.kind != OTHER:
                taken[one.run].append(one)
        demonyms = self.lexicon.demonyms
        names = []
        for number, inside in taken.items():
            run = runs[number]
            for k, word in enumerate(run.words):
                if word not in likely or any(one.i <= k < one.j for one in inside):
                    continue
                start = run.starts[k]
                pair = f"{word} {run.words[k + 1]}" if k + 1 < len(run.words) else ""
                if pair in demonyms:
                    word = pair
                elif word not in demonyms:
                    if "-" in word:
                        names += self._compound(word, start)
                    continue
                names.append(self._demonym(word, start))
        return names

    def _compound(self, word: str, start: int) -> list[Name]:
        """'Uzbek-Russian': a demonym each."""
        parts = word.split("-")
        if not all(part in self.lexicon.demonyms for part in parts):
            return []
        found = []
        for part in parts:
            found.append(self._demonym(part, start))
            start += len(part) + 1
        return found

    def _demonym(self, word: str, start: int) -> Name:
        country = self.lexicon.country_names[self.lexicon.demonyms[word]]
        return Name(start, start + len(word), country, COUNTRY, "demonym")

    def _actor(self, identity: Identity) -> Actor:
        aliases = dict.fromkeys(identity.forms)
        aliases.pop(identity.name, None)
        known = identity.known
        return self._made[
            identity.name,
            identity.kind,
            identity.country,
            tuple(identity.sectors),
            tuple(aliases),
            tuple(identity.roles),
            known.wikidata if known else None,
        ]

    def _place(self, text: str) -> Place:
        words = text.title() if text.isupper() else text  # 'BRNO', as datelines have it
        known = self.lexicon.places.get(words)
        country = known.country if known else None
        return Place(name=words if known else text, country=CountryCode(country) if country else None)


def _make_actor(said: _Said) -> Actor:
    name, kind, country, sectors, aliases, roles, wikidata = said
    return Actor(
        name=name,
        kind=_ACTORS[kind],
        country=CountryCode(country) if country else None,
        sectors=sectors,
        aliases=aliases,
        roles=roles,
        wikidata=wikidata,
    )


class _Told:
    """The countries that the words of a text tell, by any of their names, their people, their larger cities."""

    def __init__(self, lexicon: Lexicon, runs: Iterable[Run], words: set[str]) -> None:
        self._lexicon = lexicon
        self._runs = runs
        self._words = words
        self._seen: set[str] = set()
        self._unseen = self._countries()

    def __contains__(self, country: object) -> bool:
        if country in self._seen:
            return True
        for one in self._unseen:
            self._seen.add(one)
            if one == country:
                return True
        return False

    def _countries(self) -> Iterator[str]:
        """Told one by one, as far as they are asked for."""
        lexicon = self._lexicon
        words = self._words
        for _ in "words", "strings of several":
            for table in (lexicon.countries, lexicon.demonyms):
                yield from [table[word] for word in words & table.keys()]
            for word in words & lexicon.places.keys():
                if (place := lexicon.places[word]).sort != "small":
                    yield place.country
            words = {" ".join(run.words) for run in self._runs if len(run.words) > 1}


def _is_stance(view: str, name: Name) -> bool:
    """Whether a city only tells whose side somebody is on: 'pro-Beijing'."""
    return view[max(0, name.start - 5) : name.start].lower().endswith(_STANCES)


def _in_full(meant: dict[ActorId, Actor], full: dict[ActorId, str]) -> dict[ActorId, Actor]:
    """Known companies under the name that the text gives in full: 'Enertek Inc.', whose id stays that of 'Enertek'."""
    if not full:
        return meant
    renamed = {
        meant[old].id: attrs.evolve(
            meant[old],
            name=name,
            aliases=tuple(alias for alias in dict.fromkeys((meant[old].name, *meant[old].aliases)) if alias != name),
        )
        for old, name in full.items()
    }
    return {old: renamed.get(actor.id, actor) for old, actor in meant.items()}


def _in_order(names: list[Name]) -> list[Name]:
    """The names by where they begin, of those that begin together the longest first."""
    names.sort(key=_END, reverse=True)
    names.sort(key=_START)
    return names


def _outside(names: Sequence[Name], demonyms: Iterable[Name]) -> list[Name]:
    """The demonyms that are no part of a name; the names are in order."""
    starts = [name.start for name in names]
    found = []
    for one in demonyms:
        last = bisect_right(starts, one.start) - 1
        if last < 0 or names[last].end <= one.start:
            found.append(one)
    return found


def _bracketed(view: str, names: Sequence[Name]) -> dict[str, str]:
    """Acronyms in brackets right behind an organization's long name."""
    found: dict[str, str] = {}
    for long, short in pairwise(names):
        if (
            long.kind == short.kind == ORGANIZATION
            and view[long.end : short.start] in (" (", " (the ")
            and (short.text[:1] == long.text[:1] or (short.text.isupper() and view[short.end : short.end + 1] == ")"))
        ):
            found.setdefault(short.text, long.text)
    return found
