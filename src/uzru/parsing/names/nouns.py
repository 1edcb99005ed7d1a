"""Actors told by common nouns: groups ('Russian lawmakers'), and named ones called what they are ('the ministry')."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from uzru.knowledge import Knowledge
from uzru.parsing.names.join import Identity, Name
from uzru.parsing.names.kind import COUNTRY, GROUP, ORGANIZATION, PERSON
from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.words import Words, closes_quotation

__all__ = ["NounFinder"]

_POSSESSIVE = frozenset({"'s", "’s"})
_REACH = 60
_NEARBY = 400  # how far back 'the country' may be named
_MOST_WORDS = 6
_SAME = 21  # how many actors back 'the company' may reach
_ANY_BODY = frozenset({"organization", "organisation", "association", "body"})
_IN = (" in ", " from ")
_STOPS = ".!?:;"
_AWAY = frozenset({"MIL", "REF", "IGO", "NGO", "JRN", "BUS"})
_STATE = frozenset({"GOV", "LEG", "MIL", "COP", "JUD", "SPY"})
_DEFINITE = frozenset({"the", "this", "its"})


class _GroupNoun(NamedTuple):
    """A noun for people or a body: the words in front of its last one, its sector, whether it names a body, or many."""

    front: tuple[str, ...]
    sector: str
    body: bool
    many: bool


class NounFinder:
    """Finds the nouns, given the names of a text.

    Attributes:
        words: all nouns that may mean an actor, their last words only, with and without a capital.
        alone: those of them that mean one whatever stands in front; fronts: the words in front that tell more.
        corporate: nouns for a named organization; lands: for a named country; sorts: behind the name of a body.
        modifiers: words before a group's noun; general: nouns that mean nobody without such a word.
    """

    def __init__(self, lexicon: Lexicon, knowledge: Knowledge) -> None:
        self.lexicon = lexicon
        self.modifiers = lexicon.closed["group-modifier"]
        self.general = lexicon.closed["general-noun"]
        self.corporate = lexicon.closed["corporate"]
        self.lands = lexicon.closed["country-noun"]
        self.sorts = lexicon.closed["body-noun"]
        self._nouns = _group_nouns(knowledge, lexicon.closed["never-group"])
        offices = (word for word, title in lexicon.titles.items() if title.kind in ("head", "rank"))
        self.words = _with_capitals({*self._nouns, *self.corporate, *self.lands, *self.sorts, *offices})
        self.alone = _with_capitals(set(filter(self._means_many, self._nouns)))
        named = Words(" ".join(chain(lexicon.demonyms, lexicon.countries, lexicon.adjectives, lexicon.capitals)))
        compounds = (word for nouns in self._nouns.values() for noun in nouns for word in noun.front)
        self.fronts = {*named.words, "s"} - lexicon.function | {*self.modifiers, *compounds, *_DEFINITE, ""}

    def __call__(
        self, view: str, words: Words, names: Sequence[Name], places: Sequence[Name], likely: Sequence[int]
    ) -> list[Name]:
        """The nouns of a text as names, each with its identity; `likely` words have all nouns among them."""
        found: list[Name] = []
        for name in _Scan(self, view, names, places).nouns(self.spots(words, likely)):
            if found and name.start <= found[-1].start and name.end > found[-1].end:
                found.pop()  # 'opposition' of 'opposition leaders'
            found.append(name)
        return found

    def spots(self, words: Words, likely: Sequence[int]) -> Iterator[tuple[int, str, bool]]:
        """Where the nouns stand that may mean an actor there, and whether the words in front of them tell more."""
        fronts = self.fronts
        for number in words.numbers(self.words, likely):
            word = words.words[number]
            front = words.words[number - 1] if number else ""
            fronted = front in fronts or front.lower() in fronts or word.lower() in self.sorts
            if fronted or word in self.alone:
                yield words.start(number), word, fronted

    def country(self, word: str) -> str | None:
        """The country of 'Uzbek' and of 'Uzbekistan's'."""
        bare = _bare(word)
        return self.lexicon.demonyms.get(bare) or self.lexicon.countries.get(bare)

    def group(self, noun: str, before: Sequence[str]) -> _GroupNoun | None:
        """The noun of a group that ends here, the longest first."""
        for entry in self._nouns.get(noun, ()):
            front = entry.front
            if not front or (before and before[-1] == front[-1] and tuple(before[-len(front) :]) == front):
                return entry
        return None

    def _means_many(self, noun: str) -> bool:
        """Whether a word means a group by itself: 'police', 'rebels'."""
        entry = self.group(noun, ())
        return entry is not None and entry.many and noun not in self.general and not _needs_owner(entry)


def _group_nouns(knowledge: Knowledge, never: frozenset[str]) -> dict[str, tuple[_GroupNoun, ...]]:
    """The nouns for groups by their last words, the longest of each first."""
    nouns: dict[str, tuple[_GroupNoun, ...]] = {}
    shared: dict[tuple[_GroupNoun, ...], tuple[_GroupNoun, ...]] = {}  # most nouns are of a few sorts
    forms: Iterator[tuple[str, str, bool, bool]] = (
        (form, sector, kind == "body", many)
        for noun, plural, sector, kind in knowledge.table("groups")
        for form, many in ((plural, True), (noun, not plural))
        if form and kind != "states"
    )
    for form, sector, body, many in sorted(sorted(forms), key=lambda entry: len(entry[0]), reverse=True):
        *front, last = form.split()
        if last not in never:
            known = (*nouns.get(last, ()), _GroupNoun(tuple(front), sector, body, many))
            nouns[last] = shared.setdefault(known, known)
    return nouns


def _with_capitals(words: set[str]) -> set[str]:
    return words | {word.capitalize() for word in words}


def _needs_owner(entry: _GroupNoun) -> bool:
    """Whether a body is nobody's in particular until somebody owns it; the police need nobody."""
    return entry.body and entry.sector != "COP"


def _opens(words: Sequence[str], number: int) -> bool:
    """Whether the word of this number begins a sentence, after the words before it."""
    return number == 0 or words[number - 1][-1] in _STOPS or closes_quotation(words[number - 1])


def _bare(word: str) -> str:
    return word[:-2] if word[-2:] in _POSSESSIVE else word


class _Scan:
    """One text while its nouns are read, from the first to the last."""

    def __init__(self, finder: NounFinder, view: str, names: Sequence[Name], places: Sequence[Name]) -> None:
        self.finder = finder
        self.lexicon = finder.lexicon
        self.view = view
        known = finder.lexicon.places
        self.lands: dict[int, str | None] = {p.start: known[p.text].country for p in places if p.text in known}
        self.lands |= {name.start: name.identity.country for name in names if name.kind == COUNTRY and name.identity}
        self.recent = _Recent(names)
        self.groups: dict[tuple[str, str | None], Identity] = {}

    def nouns(self, spots: Iterable[tuple[int, str, bool]]) -> Iterator[Name]:
        """The nouns as names."""
        for at, word, fronted in spots:
            if self.recent.see(at):
                continue  # within a name
            before = self._before(at) if fronted or not word.islower() else []
            if (name := self._noun(before, at, at + len(word), word)) is not None:
                yield name

    def _before(self, start: int) -> list[str]:
        """The words of the same line before an offset."""
        if self.view[start - 1 : start] != " ":
            return []
        floor = start - _REACH if start > _REACH else 0
        return self.view[self.view.rfind("\n", floor, start) + 1 or floor : start].split()

    def _noun(self, before: Sequence[str], start: int, end: int, word: str) -> Name | None:
        """The group or the named actor that a noun means, with the words before it that belong to it."""
        low = word.lower()
        definite = bool(before) and before[-1].lower() in _DEFINITE
        if definite and (nominal := self._nominal(start, end, low, None)):
            return nominal
        if low in self.finder.sorts and (called := self._called(before, start, end)) is not None:
            return called
        if len(before) > 1 and before[-2].lower() == "the" and (country := self.finder.country(before[-1])):
            nominal = self._nominal(start, end, low, country)
            if nominal is not None:
                nominal.start = self._back(before, start, 1)
                nominal.text = self.view[nominal.start : end]
                return nominal
        return self._group(before, start, end, definite) if word == low or _opens(before, len(before)) else None

    def _back(self, before: Sequence[str], at: int, count: int) -> int:
        """Where so many of the words before an offset begin."""
        for word in reversed(before[len(before) - count :]):
            at = self.view.rfind(word, 0, at)
        return at

    def _nominal(self, start: int, end: int, low: str, country: str | None) -> Name | None:
        """'The president', 'the company': the last named actor that is one."""
        identity = None
        after = self.view[end : end + 4]
        if after.startswith((" of ", "-")) or (after[:1] == " " and after[1:2].isupper()):
            return None
        if self.lexicon.is_office(low):
            identity = self.recent.person(low, country)
        elif low in self.finder.corporate:
            identity = self.recent.organization(low, country, self.lexicon)
        elif low in self.finder.lands and country is None:
            land = self.recent.land
            identity = land.identity if land is not None and start - land.end < _NEARBY else None
        if identity is None:
            return None
        form = "nominal"
        if self.view[start].isupper():
            form = "title" if identity.kind == PERSON else "short-name"
        return Name(start, end, low, identity.kind, form, identity=identity)

    def _called(self, before: Sequence[str], start: int, end: int) -> Name | None:
        """'The Sunrise movement': what a named body is, behind its name."""
        owner = self.recent.owners.get(start - 1)
        if owner is None or owner.kind != ORGANIZATION or owner.identity is None:
            return None
        words = len(self.view[owner.start : owner.end].split())
        if len(before) <= words or before[-1 - words].lower() not in _DEFINITE:
            return None
        return Name(start, end, "", ORGANIZATION, "nominal", identity=owner.identity)

    def _group(self, before: Sequence[str], start: int, end: int, definite: bool) -> Name | None:
        """'Russian lawmakers', 'police', 'the Uzbek government'."""
        noun = self.view[start:end].lower()
        entry = self.finder.group(noun, before)
        if entry is None:
            return None
        words = len(entry.front)
        taken, country = self._modifiers(before, words, entry)
        modified = taken > words
        owner = self._owner(before, start, taken)
        if not entry.many and not (entry.body and (modified or definite or owner)):
            return None
        if not modified and (noun in self.finder.general or (_needs_owner(entry) and not (definite or owner))):
            return None
        begin = self._back(before, start, taken)
        country = country or (owner.country if owner else None) or self._where(end, entry) or self._staff(begin, entry)
        text = " ".join([*before[len(before) - taken :], noun]) if taken else noun
        identity = self._group_identity(text, noun, country, entry, modified, definite)
        return Name(begin, end, text, GROUP, "nominal", identity=identity)

    def _where(self, end: int, entry: _GroupNoun) -> str | None:
        """The country of 'rebels in Darfur'; soldiers and refugees may be another's."""
        if entry.sector in _AWAY or not self.view.startswith(_IN, end):
            return None
        at = self.view.index(" ", end + 1) + 1
        return self.lands.get(at + len("the ") if self.view.startswith("the ", at) else at)

    def _staff(self, begin: int, entry: _GroupNoun) -> str | None:
        """The country of 'White House officials', from the state body in front."""
        body = self.recent.owners.get(begin - 1)
        if body is None or self.view[begin - 1 : begin] != " " or body.identity is None:
            return None
        if body.kind != ORGANIZATION or (entry.sector in _AWAY and entry.sector != "MIL"):
            return None
        return None if _STATE.isdisjoint(body.identity.sectors) else body.identity.country

    def _modifiers(self, before: Sequence[str], taken: int, entry: _GroupNoun) -> tuple[int, str | None]:
        """How many words before the noun belong to it, and the country that they tell."""
        lexicon = self.lexicon
        country = None
        while taken < len(before) and taken < _MOST_WORDS:
            word = before[-1 - taken]
            bare = _bare(word)
            pair = f"{before[-2 - taken]} {word}" if taken + 1 < len(before) else ""
            if pair in lexicon.adjectives or pair in lexicon.demonyms:
                country = country or lexicon.demonyms.get(pair) or lexicon.adjectives.get(pair, ("", None))[1]
                taken += 2
            elif (code := self.finder.country(word)) or bare in lexicon.adjectives:
                country = country or code or lexicon.adjectives.get(bare, ("", None))[1]
                taken += 1
            elif bare in lexicon.capitals and entry.body and entry.sector == "GOV":
                country = country or lexicon.capitals[bare]  # 'the Khartoum government'
                taken += 1
            elif bare in self.finder.modifiers or (
                bare.lower() in self.finder.modifiers and _opens(before, len(before) - 1 - taken)
            ):
                taken += 1
            else:
                break
        return taken, country

    def _owner(self, before: Sequence[str], start: int, taken: int) -> Identity | None:
        """Whose group it is: 'Panin's government'."""
        if taken >= len(before) or before[-1 - taken][-2:] not in _POSSESSIVE:
            return None
        word = before[-1 - taken]
        owner = self.recent.owners.get(self._back(before, start, taken + 1) + len(word) - 2)
        return owner.identity if owner else None

    def _group_identity(
        self, text: str, noun: str, country: str | None, entry: _GroupNoun, modified: bool, definite: bool
    ) -> Identity:
        """The group named so before, or a new one; 'the lawmakers' are the last lawmakers told of more closely."""
        key = (noun if entry.body and country else text.lower(), country)
        identity = self.groups.get(key)
        if identity is None and definite and not modified:
            ending = f" {noun}"
            identity = next(
                (one for (name, _), one in reversed(self.groups.items()) if f" {name}".endswith(ending)), None
            )
        if identity is None:
            name = text if modified else text.lower()
            identity = Identity(name, GROUP, country, [entry.sector])
        elif identity.name == noun and modified:
            identity.name = text
        self.groups[key] = identity
        return identity


class _Recent:
    """The actors named up to an offset, the last one last; one offset after another is looked at.

    Attributes:
        owners: the persons and organizations, by where their names end.
        land: the last country named by its own name.
    """

    def __init__(self, names: Sequence[Name]) -> None:
        self._names = names
        self._starts = [name.start for name in names]
        self._seen = 0
        self._end = 0
        self._identities: dict[Identity, None] = {}
        self.owners: dict[int, Name] = {}
        self.land: Name | None = None

    def see(self, at: int) -> bool:
        """Goes on to the names that begin at the offset; whether it stands within one that is no demonym."""
        seen, self._seen = self._seen, bisect_right(self._starts, at, self._seen)
        for name in self._names[seen : self._seen]:
            if name.form == "demonym":
                continue
            end, identity = name.end, name.identity
            if end > self._end:
                self._end = end
            if name.kind in (PERSON, ORGANIZATION):
                self.owners[end] = name
            elif name.kind == COUNTRY and name.form == "name":
                self.land = name
            if identity is not None:
                self._identities.pop(identity, None)
                self._identities[identity] = None
        return self._end > at

    def _last(self) -> Iterable[Identity]:
        """The actors, the last one first, as far back as a noun reaches."""
        return islice(reversed(self._identities), _SAME)

    def person(self, head: str, country: str | None) -> Identity | None:
        for identity in self._last():
            if identity.kind == PERSON and any(
                role.title.rsplit(" ", 1)[-1] == head and (country is None or role.country in (None, country))
                for role in identity.roles
            ):
                return identity
        return None

    def organization(self, noun: str, country: str | None, lexicon: Lexicon) -> Identity | None:
        head = lexicon.heads.get(noun)
        wanted = {"IGO"} if noun in lexicon.closed["union-noun"] else set(head[1]) if head else {"BUS"}
        for identity in self._last():
            if identity.kind != ORGANIZATION or (country and identity.country not in (None, country)):
                continue
            if any(noun in form.lower().split() for form in (identity.name, *identity.forms)):
                return identity
            if any(role.title.rsplit(" ", 1)[-1] == noun for role in identity.roles):
                return identity
            if wanted and (wanted & set(identity.sectors) or (not identity.sectors and wanted == {"BUS"})):
                return identity
            if noun in _ANY_BODY and not set(identity.sectors) & {"GOV", "LEG", "MIL", "COP", "BUS"}:
                return identity
        return None
