"""Actors told by common nouns: groups ('Russian lawmakers'), and named ones called what they are ('the ministry')."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from uzru.knowledge import Knowledge
from uzru.parsing.names.join import Identity, Name
from uzru.parsing.names.kind import COUNTRY, GROUP, ORGANIZATION, PERSON
from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.words import Words

__all__ = ["NounFinder"]

_POSSESSIVE = frozenset({"'s", "’s"})
_REACH = 60
_NEARBY = 400  # how far back 'the country' may be named
_MOST_WORDS = 6
_SAME = 20  # how many actors back 'the company' may reach
_ANY_BODY = frozenset({"organization", "organisation", "association", "body"})
_INSIDE = re.compile(r" (?:in|from) (?:the )?(?=[A-Z])")
_STOPS = '.!?:;"”'
_AWAY = frozenset({"MIL", "REF", "IGO", "NGO", "JRN", "BUS"})
_STATE = frozenset({"GOV", "LEG", "MIL", "COP", "JUD", "SPY"})
_DEFINITE = frozenset({"the", "this", "its"})


class _GroupNoun(NamedTuple):
    """A noun for people or a body: as written, its sector, whether it names a body, whether it means many."""

    form: str
    sector: str
    body: bool
    many: bool


class NounFinder:
    """Finds the nouns, given the names of a text.

    Attributes:
        words: all nouns that may mean an actor, their last words only, with and without a capital.
        corporate: nouns for a named organization; lands: for a named country; sorts: behind the name of a body.
        modifiers: words before a group's noun; general: nouns that mean nobody without such a word.
    """

    def __init__(self, lexicon: Lexicon, knowledge: Knowledge) -> None:
        self.lexicon = lexicon
        self._nouns: dict[str, list[_GroupNoun]] = {}
        for noun, plural, sector, kind in knowledge.table("groups"):
            for form, many in ((plural, True), (noun, not plural)):
                if form:
                    last = form.rsplit(" ", 1)[-1]
                    self._nouns.setdefault(last, []).append(_GroupNoun(form, sector, kind == "body", many))
        for word in lexicon.closed["never-group"]:
            self._nouns.pop(word, None)
        for found in self._nouns.values():
            found.sort(key=lambda entry: (-len(entry.form), entry))
        self.modifiers = lexicon.closed["group-modifier"]
        self.general = lexicon.closed["general-noun"]
        self.corporate = lexicon.closed["corporate"]
        self.lands = lexicon.closed["country-noun"]
        self.sorts = lexicon.closed["body-noun"]
        offices = (word for word, title in lexicon.titles.items() if title.kind in ("head", "rank"))
        words = {*self._nouns, *self.corporate, *self.lands, *self.sorts, *offices}
        self.words = words | {word.capitalize() for word in words}

    def __call__(self, view: str, words: Words, names: Sequence[Name], places: Sequence[Name]) -> list[Name]:
        """The nouns of a text as names, each with its identity."""
        found: list[Name] = []
        for name in _Scan(self, view, names, places).nouns(words):
            if found and name.start <= found[-1].start and name.end > found[-1].end:
                found.pop()  # 'opposition' of 'opposition leaders'
            found.append(name)
        return found

    def country(self, word: str) -> str | None:
        """The country of 'Uzbek' and of 'Uzbekistan's'."""
        bare = _bare(word)
        return self.lexicon.demonyms.get(bare) or self.lexicon.countries.get(bare)

    def group(self, noun: str, before: Sequence[str]) -> _GroupNoun | None:
        """The noun of a group that ends here, the longest first."""
        for entry in self._nouns.get(noun, ()):
            words = entry.form.split()
            if len(words) == 1 or list(before[len(before) - len(words) + 1 :]) == words[:-1]:
                return entry
        return None


def _opens(words: Sequence[str], number: int) -> bool:
    """Whether the word of this number begins a sentence, after the words before it."""
    return number == 0 or words[number - 1][-1] in _STOPS


def _bare(word: str) -> str:
    return word[:-2] if word[-2:] in _POSSESSIVE else word


class _Scan:
    """One text while its nouns are read, from the first to the last."""

    def __init__(self, finder: NounFinder, view: str, names: Sequence[Name], places: Sequence[Name]) -> None:
        self.finder = finder
        self.lexicon = finder.lexicon
        self.view = view
        self.names = names
        self.starts = [name.start for name in names]
        self.owners = {name.end: name for name in names if name.kind in (PERSON, ORGANIZATION)}
        known = finder.lexicon.places
        self.lands: dict[int, str | None] = {p.start: known[p.text].country for p in places if p.text in known}
        self.lands |= {name.start: name.identity.country for name in names if name.kind == COUNTRY and name.identity}
        self.recent = _Recent()
        self.groups: dict[tuple[str, str | None], Identity] = {}

    def nouns(self, words: Words) -> Iterator[Name]:
        """The nouns as names."""
        names, starts = self.names, self.starts
        seen = 0
        for at, word in words.spots(self.finder.words):
            while seen < len(names) and starts[seen] <= at:
                self.recent.see(names[seen])
                seen += 1
            within = any(name.end > at for name in names[max(0, seen - 3) : seen] if name.form != "demonym")
            if not within and (name := self._noun(at, at + len(word), word)) is not None:
                yield name

    def _noun(self, start: int, end: int, word: str) -> Name | None:
        """The group or the named actor that a noun means, with the words before it that belong to it."""
        low = word.lower()
        floor = max(0, start - _REACH)
        before = self.view[max(floor, self.view.rfind("\n", floor, start) + 1) : start].split()
        if self.view[start - 1 : start] != " ":
            before = []
        definite = bool(before) and before[-1].lower() in _DEFINITE
        if definite and (nominal := self._nominal(start, end, low, None)):
            return nominal
        if low in self.finder.sorts and (called := self._called(before, start, end)) is not None:
            return called
        if len(before) > 1 and before[-2].lower() == "the" and (country := self.finder.country(before[-1])):
            nominal = self._nominal(start, end, low, country)
            if nominal is not None:
                nominal.start = self._back(start, 1)
                nominal.text = self.view[nominal.start : end]
                return nominal
        return self._group(before, start, end, definite) if word == low or _opens(before, len(before)) else None

    def _back(self, at: int, count: int) -> int:
        """Where so many words before an offset begin."""
        for _ in range(count):
            while self.view[at - 1].isspace():
                at -= 1
            while at and not self.view[at - 1].isspace():
                at -= 1
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
        return Name(start=start, end=end, text=low, kind=identity.kind, form=form, identity=identity)

    def _called(self, before: Sequence[str], start: int, end: int) -> Name | None:
        """'The Sunrise movement': what a named body is, behind its name."""
        owner = self.owners.get(start - 1)
        if owner is None or owner.kind != ORGANIZATION or owner.identity is None:
            return None
        words = len(self.view[owner.start : owner.end].split())
        if len(before) <= words or before[-1 - words].lower() not in _DEFINITE:
            return None
        return Name(start=start, end=end, text="", kind=ORGANIZATION, form="nominal", identity=owner.identity)

    def _group(self, before: Sequence[str], start: int, end: int, definite: bool) -> Name | None:
        """'Russian lawmakers', 'police', 'the Uzbek government'."""
        noun = self.view[start:end].lower()
        entry = self.finder.group(noun, before)
        if entry is None:
            return None
        words = len(entry.form.split()) - 1
        taken, country = self._modifiers(before, words, entry)
        modified = taken > words
        owner = self._owner(before, start, taken)
        country = country or (owner.country if owner else None) or self._where(end, entry)
        if not entry.many and not (entry.body and (modified or definite or owner)):
            return None
        alone = entry.body and not (definite or owner or entry.sector == "COP")
        if not modified and (noun in self.finder.general or alone):
            return None
        begin = self._back(start, taken)
        country = country or self._staff(begin, entry)
        text = " ".join([*before[len(before) - taken :], noun]) if taken else noun
        identity = self._group_identity(text, noun, country, entry, modified, definite)
        return Name(start=begin, end=end, text=text, kind=GROUP, form="nominal", identity=identity)

    def _where(self, end: int, entry: _GroupNoun) -> str | None:
        """The country of 'rebels in Darfur'; soldiers and refugees may be another's."""
        behind = _INSIDE.match(self.view, end)
        return self.lands.get(behind.end()) if behind and entry.sector not in _AWAY else None

    def _staff(self, begin: int, entry: _GroupNoun) -> str | None:
        """The country of 'White House officials', from the state body in front."""
        body = self.owners.get(begin - 1) if self.view[begin - 1 : begin] == " " else None
        if body is None or body.kind != ORGANIZATION or body.identity is None or entry.sector in _AWAY - {"MIL"}:
            return None
        return body.identity.country if _STATE & set(body.identity.sectors) else None

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
        owner = self.owners.get(self._back(start, taken + 1) + len(word) - 2)
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
            identity = Identity(name=name, kind=GROUP, country=country, sectors=[entry.sector])
        elif identity.name == noun and modified:
            identity.name = text
        self.groups[key] = identity
        return identity


class _Recent:
    """The actors named so far, the last one last."""

    def __init__(self) -> None:
        self.identities: dict[int, Identity] = {}
        self.land: Name | None = None

    def see(self, name: Name) -> None:
        identity = name.identity
        if name.kind == COUNTRY and name.form == "name":
            self.land = name
        if identity is not None and name.form != "demonym":
            self.identities.pop(id(identity), None)
            self.identities[id(identity)] = identity

    def person(self, head: str, country: str | None) -> Identity | None:
        for count, identity in enumerate(reversed(self.identities.values())):
            if count > _SAME:
                break
            if identity.kind == PERSON and any(
                role.title.rsplit(" ", 1)[-1] == head and (country is None or role.country in (None, country))
                for role in identity.roles
            ):
                return identity
        return None

    def organization(self, noun: str, country: str | None, lexicon: Lexicon) -> Identity | None:
        head = lexicon.heads.get(noun)
        wanted = set(head[1]) if head else {"BUS"}
        for count, identity in enumerate(reversed(self.identities.values())):
            if count > _SAME:
                break
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
