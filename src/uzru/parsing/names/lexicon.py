"""What is known of single words and strings before a text is read: tables compiled once for the names stage."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Container
from functools import cache, cached_property
from itertools import pairwise
from typing import NamedTuple

from uzru.knowledge import Knowledge, Row
from uzru.knowledge.actors import KnownActors

__all__ = ["Known", "KnownPlace", "Lexicon", "Title", "stems"]


class Title(NamedTuple):
    """A word of a title: whether it names the office, stands before one, or only addresses."""

    kind: str
    sectors: tuple[str, ...]
    sex: str
    plain: str


class KnownPlace(NamedTuple):
    """A place that the tables know: where it lies, and what it is ('large', 'small' or 'region')."""

    country: str
    sort: str


class Known(NamedTuple):
    """An actor that the tables know: the full name, and what goes with it."""

    name: str
    sectors: tuple[str, ...]
    country: str | None
    wikidata: str | None
    aliases: tuple[str, ...]


@cache
def _known_place(country: str, sort: str) -> KnownPlace:
    return KnownPlace(country, sort)


@cache
def _codes(cell: str) -> tuple[str, ...]:
    return tuple(code.strip() for code in cell.replace("|", ",").split(",") if code.strip())


@cache
def _known(row: Row) -> Known:
    name, names, acronyms, _, sectors, country, wikidata = row
    forms = tuple(form for form in (*names.split("|"), *acronyms.split("|")) if form)
    return Known(name, _codes(sectors), country or None, wikidata or None, forms)


class _Flags(dict[str, str]):
    """The letters of words, made when a word is first asked for."""

    def __init__(self, letters: Callable[[str], list[str]]) -> None:
        super().__init__()
        self._letters = letters

    def __missing__(self, word: str) -> str:
        found = self[word] = "".join(self._letters(word))
        return found


class Lexicon:
    """Tables of names, compiled from a Knowledge.

    Attributes:
        countries, demonyms, capitals: from a name as written to ISO 3166-1 alpha-3.
        country_adjectives: the first of a country's, by its code.
        demonym_starts: the first words of the demonyms of several.
        states: the codes of states, not of territories.
        first_names: from a first name to m, f or u.
        places: from a city's or region's name to what is known of it; large cities win over small ones.
        blocs: the names of states that act alike ('West'), without an article.
        adjectives: from a region's adjective ('Central Asian') to its name and country.
        organizations: from each written form to the organization's row, as of the table `organizations`.
        pasts: irregular past forms of verbs.
        metonyms: from a seat of power ('Kremlin') to the country or organization that it stands for.
        seats: from a seat of power to the body in it, with its country.
        titles, heads: from a word in lower case.
        offices: the words in lower case that name an office or occupation by themselves.
        known: the actors of the tables, by any of their names.
        leaders: the surnames of those whom news may call by the surname alone.
        flags: what the tables and the letters say of one word, a letter each; made once for a word.

    >>> lexicon = Lexicon(Knowledge())
    >>> lexicon.flags("Uzbek"), lexicon.flags("Ministry"), lexicon.countries["Uzbekistan"]
    ('D', 'OW', 'UZB')
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._read_words(knowledge)
        self.known = KnownActors(knowledge)
        self.leaders = self.known.surnames(self.closed["leading"])
        self._read_countries(knowledge)
        self._read_places(knowledge)
        self._read_regions(knowledge)
        self._read_organizations(knowledge)
        self.first_names = {
            name: sex for _, sex, names in reversed(knowledge.table("first-names")) for name in names.split()
        }
        self.titles = {
            word: Title(kind, _codes(sectors), sex, plain or word)
            for word, kind, sectors, sex, plain in reversed(knowledge.table("titles"))
        }
        self.heads = {word: (kind, _codes(sectors)) for word, kind, sectors in reversed(knowledge.table("heads"))}
        self.words = frozenset().union(
            *(row[1].split() for row in knowledge.rows("words")),
            *(row[:3] for row in knowledge.table("irregular-verbs")),
            (row[0] for row in knowledge.table("cue-verbs")),
            (form for row in knowledge.table("groups") for form in row[:2]),
        )
        self.offices = frozenset(word for word, title in self.titles.items() if title.kind in ("head", "rank"))
        self._listed = frozenset().union(
            *(self.countries, self.demonyms, self.adjectives, self.calendar),
            *(self.closed[key] for key in ("people", "suffix", "surname")),
        )
        self.flags: Callable[[str], str] = _Flags(self._letters).__getitem__

    def _read_words(self, knowledge: Knowledge) -> None:
        closed: dict[str, list[str]] = {}
        for key, words in knowledge.table("name-words"):
            closed.setdefault(key, []).extend(word.replace("+", " ") for word in words.split())
        self.closed = {key: frozenset(words) for key, words in closed.items()}
        self.function = self.closed["function"]
        self.joiners = self.closed["joiner"]
        self.speech = self.closed["speech"]
        self.located = self.closed["located"]
        self.compound = self.closed["compound"]
        surname_ends: dict[str, list[str]] = {}
        for end in sorted(self.closed["surname-ending"]):
            surname_ends.setdefault(end[-1], []).append(end)
        self._surname_ends = {letter: tuple(ends) for letter, ends in surname_ends.items()}
        self.bare_bodies = self.closed["bare-body"]
        self.days = self.closed["weekday"]
        self.calendar = self.closed["calendar"] | self.days

    def _read_countries(self, knowledge: Knowledge) -> None:
        columns = knowledge.columns("countries")
        name, names, adjectives, people, capital = (
            columns.index(column) for column in ("name", "names", "adjectives", "people", "capital")
        )
        self.countries: dict[str, str] = {}
        self.country_names: dict[str, str] = {}
        self.country_adjectives: dict[str, str] = {}
        self.demonyms: dict[str, str] = {}
        self.capitals: dict[str, str] = {}
        status = columns.index("status")
        self.states = frozenset(row[0] for row in knowledge.table("countries") if row[status] == "state")
        for row in knowledge.table("countries"):
            code = row[0]
            self.country_names.setdefault(code, row[name])
            self.country_adjectives.setdefault(code, row[adjectives].split("|", 1)[0])
            for table, cells in (
                (self.countries, [row[name], *row[names].split("|")]),
                (self.demonyms, [*row[adjectives].split("|"), *row[people].split("|")]),
                (self.capitals, row[capital].split("|")),
            ):
                for cell in cells:
                    if cell:
                        table.setdefault(cell, code)
        self.demonym_starts = {demonym.split(" ", 1)[0] for demonym in self.demonyms if " " in demonym}

    def _read_places(self, knowledge: Knowledge) -> None:
        rank = {"large": 2, "region": 1, "small": 0}
        rows = [row for table in ("cities", "provinces") for row in knowledge.rows(table)]
        rows.sort(key=lambda row: rank.get(row[2], -1))
        self.places = {
            name: place
            for _, country, sort, names in rows
            for place in (_known_place(country, sort),)
            for name in names.split("|")
        }
        self.places |= {name: _known_place(code, "large") for name, code in self.capitals.items()}

    def _read_regions(self, knowledge: Knowledge) -> None:
        self.adjectives: dict[str, tuple[str, str | None]] = {}
        self.blocs: list[str] = []
        for name, names, adjectives, people, country, kind in knowledge.table("regions"):
            for cell in (name, *names.split("|")):
                if cell and kind == "bloc":
                    self.blocs.append(cell)
                elif cell and cell not in self.countries:
                    self.places.setdefault(cell, _known_place(country, "region"))
            for cell in (*adjectives.split("|"), *people.split("|")):
                if cell:
                    self.adjectives.setdefault(cell, (name, country or None))

    def _read_organizations(self, knowledge: Knowledge) -> None:
        rows = [
            *knowledge.table("organizations"),
            *((name, names, "", "", "JRN", country, "") for name, names, _, country, _ in knowledge.table("agencies")),
            *(
                (form, "", "", "", codes, "", "")
                for _, codes, s in knowledge.table("companies")
                for form in s.split("|")
            ),
        ]
        self.organizations: dict[str, Row] = {}
        for row in reversed(rows):
            self.organizations |= dict.fromkeys(f"{row[0]}|{row[1]}|{row[2]}".split("|"), row)
        self.organizations.pop("", None)
        for form in [form for form in self.organizations if form.isupper() and form.isalpha() and len(form) > 3]:
            self.organizations.setdefault(form.capitalize(), self.organizations[form])  # 'Unesco', 'Nato'
        self.pasts = frozenset(form for row in knowledge.table("irregular-verbs") for form in row[1].split())
        self.metonyms: dict[str, tuple[str, str]] = {}
        self.seats: dict[str, Known] = {}
        for name, names, of, stands_for, sectors, _ in knowledge.table("metonyms"):
            forms = tuple(form for form in names.split("|") if form)
            for form in (name, *forms):
                self.metonyms.setdefault(form, (of, stands_for))
                if of == "country":
                    self.seats.setdefault(form, Known(name, _codes(sectors), stands_for, None, forms))

    def organization(self, name: str) -> Known | None:
        """The organization of which this is a written form.

        >>> Lexicon(Knowledge()).organization("BP").sectors
        ('BUS',)
        """
        row = self.organizations.get(name)
        return None if row is None else _known(row)

    def is_place_of_size(self, text: str) -> bool:
        """Whether it is a region or a great city."""
        place = self.places.get(text)
        return place is not None and place.sort != "small"

    @cached_property
    def nameless(self) -> set[str]:
        """The demonyms, peoples, days, months and things: with a capital, but neither actor nor place."""
        tables = (self.demonyms, self.adjectives, self.calendar, self.closed["people"], self.closed["thing"])
        return set().union(*tables).difference(self.countries)

    @cached_property
    def name_pairs(self) -> set[tuple[str, str]]:
        """Two words side by side in the name of a country, a place or a body; made when first asked for."""
        tables = (self.countries, self.places, self.organizations)
        return {pair for table in tables for name in table if " " in name for pair in pairwise(name.split())}

    def is_office(self, word: str) -> bool:
        """Whether a word in lower case names an office or occupation by itself."""
        return word in self.offices

    def is_meant(self, name: str, country: str | None, sectors: Container[str], told: Container[str]) -> bool:
        """Whether a name of common words ('Republican Party') can mean a country's party in a text that names so much.

        >>> lexicon = Lexicon(Knowledge())
        >>> lexicon.is_meant("Republican Party", "USA", ["PTY"], {"ARM"})
        False
        >>> lexicon.is_meant("Sinn Fein", "IRL", ["PTY"], {"ARM"})
        True
        """
        if country is None or "PTY" not in sectors:
            return True
        words = [word.lower() for word in name.split()]
        common = len(words) > 1 and all(word in self.words or word in self.function for word in words)
        return not common or country in told

    def is_no_name(self, text: str) -> bool:
        """Whether a string is a demonym, a people, a day or month: with a capital, but neither actor nor place."""
        return text in self.nameless

    def _letters(self, word: str) -> list[str]:
        if len(word) > 4 and word.isupper() and word not in self.organizations:
            plain = word.capitalize()
            if not plain.isupper():
                return [*(letter for letter in self._letters(plain) if letter != "N"), "A"]
        low = word.lower()
        listed = word in self._listed
        flags = []
        if listed:
            if word in self.countries:
                flags.append("C")
            if word in self.demonyms:
                flags.append("D")
        plain = word if word.isascii() else _without_accents(word)
        if plain in self.first_names or ("-" in plain and plain.split("-", 1)[0] in self.first_names):
            flags.append("F")
        common = low in self.words
        if listed and word in self.closed["surname"]:
            flags.append("E")
        elif not common and len(word) > 4 and low.endswith(self._surname_ends.get(low[-1], ())):
            flags.append("e")
        if known := self.places.get(word):
            flags.append(_PLACES.get(known.sort, "b"))
        if word in self.organizations:
            flags.append("N")
        title = self.titles.get(low) or (self.titles.get(low.rsplit("-", 1)[-1]) if "-" in low else None)
        if title:
            flags.append(_TITLES.get(title.kind, "T"))
        if head := self.heads.get(low):
            flags.append(_HEADS.get(head[0], "X"))
        if listed and word in self.closed["suffix"]:
            flags.append("S")
        if common:
            flags.append("W")
        elif low.endswith(_COMMON_ENDS) and (_is_derived(word) or not self.words.isdisjoint(stems(low)[1:])):
            flags.append("w")
        if low in self.function:
            flags.append("U")
        if listed:
            if word in self.calendar:
                flags.append("M")
            if word in self.closed["people"] or word in self.adjectives:
                flags.append("Q")
        if low in self.closed["direction"]:
            flags.append("G")
        return flags if word.isalpha() and word[1:].islower() else flags + _shape(word)


def stems(low: str) -> list[str]:
    """A word and what it may be a form of.

    >>> stems("buries"), stems("making")
    (['buries', 'burie', 'buri', 'bury'], ['making', 'mak', 'make'])
    """
    if low.endswith("ies"):
        return [low, low[:-1], low[:-2], low[:-3] + "y"]
    if low.endswith("s"):
        return [low, low[:-1], low[:-2]]
    if low.endswith("ed"):
        return [low, low[:-1], low[:-2]]
    if low.endswith("ing"):
        return [low, low[:-3], low[:-3] + "e"]
    return [low]


def _without_accents(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


_PLACES = {"large": "B", "region": "R"}
_TITLES = {"head": "T", "modifier": "t", "honorific": "H", "rank": "K"}
_HEADS = {"organization": "O", "place": "P"}
_INITIAL = re.compile(r"\w\.")
_COMMON_ENDS = ("s", "ed", "ly", "ing", "tion", "ment")
_DERIVED_ENDS = ("ly", "ing", "tion", "ness", "ment")
_DERIVED_END = re.compile(r"[a-z]{3}(?:ly|ing|tion|ness|ment)$")
_MIXED = re.compile(r"[^\W\d_][^\W\d_A-Z]+[A-Z]")


def _is_derived(word: str) -> bool:
    return word.endswith(_DERIVED_ENDS) and _DERIVED_END.search(word, max(0, len(word) - 7)) is not None


def _shape(word: str) -> list[str]:
    flags = []
    if len(word) > 1 and word.isupper():
        flags.append("I" if _INITIAL.fullmatch(word) else "A")
    elif not word.islower() and _MIXED.match(word):
        flags.append("Y")
    if "-" in word:
        flags.append("h")
    if not word.isalpha() and any(map(str.isdigit, word)):
        flags.append("d")
    return flags
