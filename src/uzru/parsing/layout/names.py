"""What layout knows of names: outlets, cities, countries, and words that the page writes in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from uzru.knowledge import Knowledge
from uzru.model import Place
from uzru.parsing.late import late
from uzru.parsing.memo import Memo

__all__ = ["Gazetteer", "Outlets", "lower_capitals"]

_POSSESSIVE = re.compile(r"^[^\s,;:]+(?: [^\s,;:]+){0,2}['’]s? (?=[^\W\d_a-z])")
_ACRONYM_DESK = re.compile(r"[A-Z]{2,6}(?:/[A-Z]{2,6})?(?: [A-Z][a-z]+){1,3}$")
_PART = late(r"[^\W\d_]+(?:['’ʻ`][^\W\d_]+)*")
_JOIN = re.compile(r"\s*(?:,? and |,? & |/)\s*")
_QUALIFIED = re.compile(r"([^,()]+?)\s*(?:,\s*([^,()]+)|\(([^()]+)\))?\s*")
_COMMA_LIST = re.compile(r",\s*(?=[^,()]*$|[^,()]*,)")


def lower_capitals(name: str, particles: frozenset[str] = frozenset()) -> str:
    """A name that the page prints in capitals as one writes it; other names as they are.

    >>> [lower_capitals(name) for name in ("ALMATY", "NEW YORK", "Brno", "USTI-ON-SEA", "O'NEILL", "WASHINGTON DC")]
    ['Almaty', 'New York', 'Brno', 'Usti-On-Sea', "O'Neill", 'Washington DC']
    """
    if not name.isupper() or len(name) < 3:
        return name

    def lower(match: re.Match[str]) -> str:
        word = match[0]
        if len(word) == 2 and match.end() == len(name) and name[match.start() - 1] == " ":
            return word
        if match.start() and word.lower() in particles:
            return word.lower()
        if len(word) > 2 and word[1] in "'’":
            return word[:2] + word[2:].capitalize()
        return word.capitalize()

    return _PART.sub(lower, name)


class Gazetteer:
    """Cities and countries, by name.

    >>> places = Gazetteer(Knowledge())
    >>> places.read("BRNO, Czech Republic and PRAGUE")
    (Place(name='Brno', country='CZE'), Place(name='Prague', country='CZE'))
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._countries: dict[str, str] = {}
        columns = knowledge.columns("countries")
        code, name, names, capital = (columns.index(key) for key in ("code", "name", "names", "capital"))
        self._capitals = [(row[code], row[capital]) for row in knowledge.table("countries")]
        for row in reversed(knowledge.table("countries")):
            forms = f"{row[name]}|{row[names]}".casefold().split("|")
            self._countries.update(dict.fromkeys(forms, row[code]))
        self._city_countries = Memo(self._find_city)

    @cached_property
    def _cities(self) -> str:
        """Country and cities, a line each, as a text to search: datelines are few, and cities many."""
        columns = self._knowledge.columns("cities")
        names, country, size = (columns.index(key) for key in ("names", "country", "class"))
        rows = sorted(self._knowledge.table("cities"), key=lambda row: row[size], reverse=True)  # the last one wins
        lines = (*self._capitals, *((row[country], row[names]) for row in rows[::-1]))
        return "\n".join(f"{code}|{cities.casefold()}|" for code, cities in lines)

    def _find_city(self, name: str) -> str:
        """The country of a city whose name is in lower case, the greatest of its name; nothing if there is none."""
        at = self._cities.find(f"|{name}|") if name and "|" not in name else -1
        line = self._cities.rfind("\n", 0, at) + 1
        return self._cities[line : self._cities.index("|", line)] if at >= 0 else ""

    def is_city(self, name: str) -> bool:
        """Whether a city has this name."""
        return bool(self._city_countries[name.casefold()])

    def is_country(self, name: str) -> bool:
        """Whether a country has this name."""
        return name.casefold() in self._countries

    def read(self, text: str) -> tuple[Place, ...]:
        """The places that a dateline names, a country behind a city as the city's."""
        places: list[Place] = []
        for part in _JOIN.split(text):
            pieces = [part] if "(" in part else part.split(",")
            if len(pieces) > 1 and not (self._is_list(pieces)):
                pieces = [",".join(pieces)]
            places.extend(place for piece in pieces if (place := self._place(piece.strip())))
        return tuple(places)

    def _is_list(self, pieces: list[str]) -> bool:
        """Whether commas part cities, not a city from its country or state."""
        names = [piece.strip() for piece in pieces]
        if any(self.is_country(name) or "." in name for name in names[1:]):
            return False
        return all(name.isupper() and len(name) > 2 for name in names) or all(
            not name or self.is_city(name) for name in names
        )

    def _place(self, text: str) -> Place | None:
        if not (match := _QUALIFIED.fullmatch(text)):
            return Place(name=lower_capitals(text)) if text else None
        name, qualifier = match[1].strip(), (match[2] or match[3] or "").strip().rstrip(".")
        if len(name) > 4:
            name = name.rstrip(".")
        if not name:
            return None
        if qualifier:
            country = self._countries.get(qualifier.casefold())
            return Place(name=lower_capitals(name), country=country)
        low = name.casefold()
        country = self._countries.get(low) or self._city_countries[low] or None
        return Place(name=lower_capitals(name), country=country)


class Outlets:
    """Agencies, papers and stations, by every form of their names.

    >>> outlets = Outlets(Knowledge(), ["Steppe Wire"])
    >>> [outlets.knows(name) for name in ("AFP", "Steppe Wire", "RFE/RL's Tajik Service", "Ortikov")]
    [True, True, True, False]
    """

    def __init__(self, knowledge: Knowledge, own: Iterable[str] = ()) -> None:
        columns = knowledge.columns("agencies")
        name, names = columns.index("name"), columns.index("names")
        forms = {form for row in knowledge.table("agencies") for form in (row[name], *row[names].split("|")) if form}
        self._forms = frozenset(form.casefold() for form in (*forms, *own))
        self._roles = frozenset(row[0] for row in knowledge.table("page-words") if row[1] == "role") - {"bureau"}
        self._desks = frozenset(row[0] for row in knowledge.table("page-words") if row[1] == "outlet")

    def knows(self, name: str) -> bool:
        """Whether this is an outlet or one of its desks."""
        low = name.casefold().removeprefix("the ")
        if low in self._forms:
            return True
        head, mark, rest = low.partition("'s ")
        if not mark:
            head, mark, rest = low.partition("’s ")
        if not mark or head not in self._forms:
            return False
        words = rest.split()
        return self._roles.isdisjoint(words) and not self._desks.isdisjoint(words)

    def leading(self, name: str) -> str:
        """The outlet that stands before somebody's role ('TASS correspondent Egor Panin'), or all of the name."""
        words = name.split()
        if self.knows(name):
            return name
        size = next((place for place, word in enumerate(words) if word.lower() in self._roles), 0)
        while size and words[size - 1].islower():
            size -= 1
        return " ".join(words[:size]) or name

    def is_desk(self, name: str) -> bool:
        """Whether the name has the shape of an outlet's desk, known or not: 'Ostwire's Sundrian Service'."""
        if not (len(name) < 60 and name[:1].isupper() and self.has_desk_word(name)):
            return False
        return _POSSESSIVE.search(name) is not None or _ACRONYM_DESK.match(name) is not None

    def has_desk_word(self, name: str) -> bool:
        """Whether the name ends in a word such as 'News' or 'Service'."""
        at = name.rfind(" ")
        return at > 0 and name[max(at, name.rfind("-")) + 1 :].lower() in self._desks
