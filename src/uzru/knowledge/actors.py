"""The actors that the knowledge knows, by any of their names: one identity for each, in every article."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import attrs

from uzru.errors import KnowledgeError, ModelError
from uzru.knowledge.loader import Knowledge, Row
from uzru.knowledge.offices import Offices
from uzru.model import Actor, ActorKind, CountryCode, PartialDate, Role
from uzru.model.spelling import near

__all__ = ["KnownActors"]

# The kinds in the order in which a name of no known kind is looked up, and their tables.
_TABLES = {
    ActorKind.PERSON: ("persons",),
    ActorKind.COUNTRY: ("countries",),
    ActorKind.ORGANIZATION: ("organizations", "agencies"),
    ActorKind.GROUP: ("regions",),
}
_SECTORS = {"agencies": ("JRN",), "regions": ("IGO",)}  # of the tables that list no sectors
_FAMILY_FIRST = frozenset({"CHN", "TWN", "KOR", "PRK"})  # 'Hu Jintao' is President Hu


class _Entry(NamedTuple):
    """A row and the table that it is from."""

    table: str
    row: Row


class _Rows(dict[str, dict[str, Row]]):
    """By table, its rows by full name, and by other names where no row has that for its full name."""

    def __init__(self, knowledge: Knowledge) -> None:
        super().__init__()
        self._knowledge = knowledge

    def __missing__(self, table: str) -> dict[str, Row]:
        columns, rows = self._knowledge.columns(table), self._knowledge.table(table)
        name = columns.index("name")
        others = [columns.index(column) for column in ("names", "acronyms") if column in columns]
        found: dict[str, Row] = {}
        for row in rows:
            found.setdefault(row[name], row)
        for row in rows:
            for column in others:
                for form in row[column].split("|"):
                    found.setdefault(form, row)
        found.pop("", None)
        if table == "regions":
            kind = columns.index("kind")
            found = {form: row for form, row in found.items() if row[kind] in ("bloc", "area")}
        return self.setdefault(table, found)


class _Holders(NamedTuple):
    """Who ever held an office of a title: by the words that their names begin and end with, a surname among them.

    And by the initials of their last words, with the first and the last word of the name.
    """

    by_word: dict[str, set[str]]
    by_initial: dict[str, list[tuple[str, str, str]]]


class KnownActors:
    """Finds actors by name, alias or acronym; each table is read when it is first needed.

    Attributes:
        knowledge: where the tables come from.
        offices: who held which office when.

    >>> known = KnownActors(Knowledge())
    >>> karimov = known.find("Islom Karimov", "person")
    >>> karimov, str(karimov.role_at("2004-04-15"))
    (Actor('Islam Karimov', person, UZB), 'president (UZB)')
    >>> known.find("OSCE"), known.find("Kyrgyz Republic")
    (Actor('Organization for Security and Cooperation in Europe', organization), Actor('Kyrgyzstan', country, KGZ))
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.offices = Offices(knowledge)
        self._made: dict[_Entry, Actor] = {}
        self._rows = _Rows(knowledge)
        self._holders: dict[str, _Holders] = {}  # by title

    def find(self, name: str, kind: ActorKind | str | None = None, *, country: str | None = None) -> Actor | None:
        """The actor that goes by this name; None if none is known.

        Args:
            name: a full name, alias or acronym, in its case, without article; curly apostrophes are as straight ones.
            kind: where to look; None looks among persons, countries, organizations, then groups.
            country: if given, an actor known to be another country's is not meant.

        >>> KnownActors(Knowledge()).find("Igor Ivanov", "person", country="KAZ") is None
        True
        """
        for each in _TABLES if kind is None else (ActorKind(kind),):
            entry = self._entry(name, each)
            if entry is not None:
                actor = self._actor(each, entry)
                if country is None or actor.country is None or actor.country == country:
                    return actor
        return None

    def identify(self, actor: Actor) -> Actor:
        """The known actor whom a text means by this one, with the roles that the text adds; else the same one.

        A person is known by his full name, or by any name in the table, unless the text gives him to another
        country; by a surname alone only together with an office of a country or organization that one person of
        that surname is known to have held.

        >>> known = KnownActors(Knowledge())
        >>> actor = known.identify(Actor(name="Islom Karimov", kind="person", roles=(Role(title="host"),)))
        >>> actor, actor.id == known.find("Islam Karimov").id, [role.title for role in actor.roles]
        (Actor('Islam Karimov', person, UZB), True, ['president', 'host'])
        >>> known.identify(Actor(name="Niyazov", kind="person", roles=(Role(title="president", country="TKM"),)))
        Actor('Saparmurat Niyazov', person, TKM)
        """
        found = self.find(actor.name, actor.kind, country=actor.country)
        if found is None and actor.kind is ActorKind.PERSON and " " not in actor.name:
            found = self._by_office(actor)
        if found is None or _contradict(found, actor.roles):
            return actor
        added = tuple(role for role in actor.roles if not any(_is_meant(role, own) for own in found.roles))
        names = dict.fromkeys((*found.aliases, actor.name, *actor.aliases))
        names.pop(found.name, None)
        aliases, sectors = tuple(names), tuple(dict.fromkeys((*found.sectors, *actor.sectors)))
        if not added and aliases == found.aliases and sectors == found.sectors:
            return found
        return attrs.evolve(found, roles=(*found.roles, *added), aliases=aliases, sectors=sectors)

    def _by_office(self, actor: Actor) -> Actor | None:
        """The one person known to have held one of the actor's offices whose name has the actor's one word."""
        named = dict.fromkeys(
            person
            for role in actor.roles
            if role.country or role.organization
            for person in self.offices.holders(
                role.title, country=role.country or "", organization=role.organization or ""
            )
            if actor.name in person.split()
        )
        return self.find(next(iter(named)), ActorKind.PERSON) if len(named) == 1 else None

    def holder(self, title: str, when: PartialDate | str, *, country: str = "", organization: str = "") -> Actor | None:
        """Who held an office, as `Offices.holder` tells.

        >>> KnownActors(Knowledge()).holder("president", "2004-04-15", country="RUS")
        Actor('Vladimir Putin', person, RUS)
        """
        name = self.offices.holder(title, when, country=country, organization=organization)
        return None if name is None else self.find(name, ActorKind.PERSON)

    def officials(self, name: str, title: str, when: PartialDate | None) -> tuple[Actor, ...]:
        """All of this name who held an office of this title in some country on the day, or without a day, ever.

        The name is a surname, or a full name in whatever spelling.

        >>> known = KnownActors(Knowledge())
        >>> known.officials("Akaev", "president", PartialDate.parse("2004-04-15"))
        (Actor('Askar Akayev', person, KGZ),)
        >>> known.officials("Francois Mitterand", "president", None)
        (Actor('Francois Mitterrand', person, FRA),)
        """
        words = name.split()
        holders = self._holders.get(title) or self._list_holders(title)
        if len(words) > 1:
            likely = {
                person
                for person, first, last in holders.by_initial.get(words[-1][0], ())
                if near(last, words[-1]) and near(first, words[0])
            }
        else:
            likely = holders.by_word.get(name, set())
        if not likely:
            return ()
        held = (self.find(person, ActorKind.PERSON) for person in self.offices.in_office(title, when, likely))
        return tuple(
            actor
            for actor in held
            if actor is not None and (len(words) > 1 or name in _surnames((actor.name, *actor.aliases), actor.country))
        )

    def _list_holders(self, title: str) -> _Holders:
        holders = _Holders({}, {})
        for person in self.offices.in_office(title, None):
            entry = self._entry(person, ActorKind.PERSON)
            names = (person,) if entry is None else (person, *_listed(self._cells(entry)["names"]))
            for first, *others in filter(None, map(str.split, names)):
                last = others[-1] if others else first
                for word in (first, last):
                    holders.by_word.setdefault(word, set()).add(person)
                if others:
                    holders.by_initial.setdefault(last[0], []).append((person, first, last))
        if holders.by_word:
            self._holders[title] = holders
        return holders

    def countries_of(self, surname: str) -> frozenset[CountryCode]:
        """The countries of all known persons of a surname.

        >>> sorted(KnownActors(Knowledge()).countries_of("Karimov"))
        ['TJK', 'UZB']
        """
        return frozenset(actor.country for actor in self._bearers(surname) if actor.country)

    def known_by_surname(self, surname: str, titles: Container[str], when: PartialDate | None) -> tuple[Actor, ...]:
        """Those whom news may mean by the surname alone: who held one of the offices on the day.

        If nobody of the surname did, or without a day, all who are known by it, if one of them ever did.

        >>> known = KnownActors(Knowledge())
        >>> known.known_by_surname("Bush", {"president"}, PartialDate.parse("2004-04-15"))
        (Actor('George W. Bush', person, USA),)
        >>> known.known_by_surname("Karimov", {"president"}, None)
        (Actor('Islam Karimov', person, UZB), Actor('Jamshed Karimov', person, TJK))
        """
        bearers = self._bearers(surname)
        held = [(actor, role.held) for actor in bearers for role in actor.roles if role.title in titles]
        now = dict.fromkeys(actor for actor, term in held if when and term is not None and term.contains(when))
        return tuple(now) or (bearers if held else ())

    def surnames(self, titles: Container[str]) -> frozenset[str]:
        """The surnames of all who ever held one of the offices.

        >>> "Mirziyoev" in KnownActors(Knowledge()).surnames({"president"})
        True
        """
        held = {row[0] for row in self.knowledge.table("offices") if row[1] in titles}
        return frozenset(
            surname for surname, persons in self._by_surname.items() if not held.isdisjoint(persons.split("|"))
        )

    def _bearers(self, surname: str) -> tuple[Actor, ...]:
        """All known persons of a surname, in the order of the table."""
        found = (self.find(person, ActorKind.PERSON) for person in self._by_surname.get(surname, "").split("|"))
        return tuple(actor for actor in found if actor is not None)

    @cached_property
    def _by_surname(self) -> dict[str, str]:
        """The known persons of each surname, as other tongues write it too; `|` between them."""
        columns = self.knowledge.columns("persons")
        name, others, country = (columns.index(column) for column in ("name", "names", "country"))
        found: dict[str, str] = {}
        for row in self.knowledge.table("persons"):
            for surname in _surnames(f"{row[name]}|{row[others]}".split("|"), row[country]):
                found[surname] = f"{found[surname]}|{row[name]}" if surname in found else row[name]
        return found

    def sex_of(self, name: str) -> str | None:
        """The sex (m or f) of the person known by this name; None if none is known.

        >>> KnownActors(Knowledge()).sex_of("Roza Otunbayeva")
        'f'
        """
        entry = self._entry(name, ActorKind.PERSON)
        return (self._cells(entry)["sex"] or None) if entry else None

    def __iter__(self) -> Iterator[Actor]:
        """All known actors: persons, countries, organizations, then groups, each in the order of its table."""
        for kind in _TABLES:
            for entry in self._entries(kind):
                yield self._actor(kind, entry)

    def _entries(self, kind: ActorKind) -> Iterable[_Entry]:
        """All of a kind; where two tables have a name, the first table is meant."""
        return dict.fromkeys(
            {
                form: _Entry(table, row) for table in reversed(_TABLES[kind]) for form, row in self._rows[table].items()
            }.values()
        )

    def _entry(self, name: str, kind: ActorKind) -> _Entry | None:
        for table in _TABLES[kind]:
            if (row := self._rows[table].get(name)) is not None:
                return _Entry(table, row)
        return self._entry(name.replace("’", "'"), kind) if "’" in name else None

    def _cells(self, entry: _Entry) -> dict[str, str]:
        return dict(zip(self.knowledge.columns(entry.table), entry.row, strict=True))

    def _actor(self, kind: ActorKind, entry: _Entry) -> Actor:
        """The actor of a row, made once."""
        found = self._made.get(entry)
        if found is not None:
            return found
        cells = self._cells(entry)
        country = cells["code"] if kind is ActorKind.COUNTRY else cells["country"]
        serves_world = kind is ActorKind.PERSON and cells["sectors"] == "IGO"  # an official of international bodies
        try:
            actor = Actor(
                name=cells["name"],
                kind=kind,
                country=CountryCode(country) if country and not serves_world else None,
                sectors=_SECTORS.get(entry.table) or _listed(cells.get("sectors", "")),
                aliases=_listed(cells["names"], cells.get("acronyms", "")),
                roles=self.offices.held_by(cells["name"]) if kind is ActorKind.PERSON else (),
                wikidata=cells.get("wikidata") or None,
            )
        except ModelError as error:
            raise KnowledgeError(f"table {entry.table}, '{entry.row[0]}': {error}") from None
        return self._made.setdefault(entry, actor)


def _listed(*cells: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for cell in cells for part in cell.split("|") if part))


def _surnames(names: Iterable[str], country: str | None) -> set[str]:
    """The last words of a person's names, and the first where the family's name comes first."""
    return {name.split()[0 if country in _FAMILY_FIRST else -1] for name in names if name}


def _contradict(known: Actor, roles: Sequence[Role]) -> bool:
    """Whether the text gives a person offices of other countries alone."""
    if not roles or known.kind is not ActorKind.PERSON or known.country is None:
        return False
    said = {role.country for role in roles if role.country is not None}
    own = {known.country, *(role.country for role in known.roles)}
    return bool(said) and said.isdisjoint(own)


def _is_meant(said: Role, own: Role) -> bool:
    """Whether the role that a text gives is one that is known, as far as the text says."""
    return (
        said.title.casefold() == own.title.casefold()
        and said.organization in (None, own.organization)
        and said.country in (None, own.country)
    )
