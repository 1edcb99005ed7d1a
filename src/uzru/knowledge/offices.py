"""Who held which office on which day, from the tables `offices` and `office-titles`."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import cached_property
from typing import NamedTuple

from uzru.errors import DateError, KnowledgeError
from uzru.knowledge.loader import Knowledge, Row
from uzru.model import CountryCode, Interval, PartialDate, Role

__all__ = ["Offices", "Term"]


class Term(NamedTuple):
    """A term of office: the person's name as in the table `persons`, the role with its dates, where it was checked."""

    person: str
    role: Role
    source: str


class Offices:
    """Terms of office by person and by title; the tables are read when first asked.

    Attributes:
        knowledge: where the tables come from.

    >>> offices = Offices(Knowledge())
    >>> offices.holder("prime minister", "2005-03", country="UZB")
    'Shavkat Mirziyoyev'
    >>> [str(role.held) for role in offices.held_by("Dmitry Medvedev") if role.title == "president"]
    ['2008-05-07/2012-05-07']
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._terms: dict[Row, Term] = {}

    @cached_property
    def _rows(self) -> tuple[Row, ...]:
        return self.knowledge.table("offices")

    @cached_property
    def _by_person(self) -> dict[str, list[int]]:
        """The numbers of the rows."""
        found: dict[str, list[int]] = {}
        for number, row in enumerate(self._rows):
            found.setdefault(row[0], []).append(number)
        return found

    @cached_property
    def _by_place(self) -> dict[tuple[str, str], list[Row]]:
        """Rows by country and by organization."""
        found: dict[tuple[str, str], list[Row]] = {}
        for row in self._rows:
            found.setdefault((row[2], row[3]), []).append(row)
        return found

    @cached_property
    def _by_title(self) -> dict[str, list[int]]:
        """The numbers of the rows."""
        found: dict[str, list[int]] = {}
        for number, row in enumerate(self._rows):
            found.setdefault(row[1], []).append(number)
        return found

    @cached_property
    def _titles(self) -> dict[str, frozenset[str]]:
        """The titles of the table that each word for an office may mean, itself among them."""
        found: dict[str, set[str]] = {}
        for title, names in self.knowledge.table("office-titles"):
            for name in (title, *names.split("|")):
                found.setdefault(name.casefold(), set()).add(title)
        return {name: frozenset(titles) for name, titles in found.items()}

    def _term(self, row: Row) -> Term:
        term = self._terms.get(row)
        if term is None:
            person, title, country, organization, held, source = row
            role = Role(
                title=title,
                organization=organization or None,
                country=CountryCode(country) if country else None,
                held=_interval(held, row),
            )
            term = self._terms[row] = Term(person, role, source)
        return term

    def terms(self, person: str) -> tuple[Term, ...]:
        """All terms of a person, in the order of the table; empty if none is known.

        >>> Offices(Knowledge()).terms("Boutros Boutros-Ghali")[0].source
        'unchecked'
        """
        return tuple(self._term(self._rows[number]) for number in self._by_person.get(person, ()))

    def held_by(self, person: str) -> tuple[Role, ...]:
        """The offices of a person with their dates, in the order of the table."""
        return tuple(term.role for term in self.terms(person))

    def holder(
        self, title: str, when: PartialDate | date | str, *, country: str = "", organization: str = ""
    ) -> str | None:
        """The name of the one person who held the office for all of `when`; None if nobody or several are known to.

        Args:
            title: the title, or another word for it ('premier', 'minister of foreign affairs'), in any case.
            when: a day, or a month or year in which the office did not change hands.
            country: whose office it is, as ISO 3166-1 alpha-3,
            organization: or the full name of the organization whose office it is.

        >>> offices = Offices(Knowledge())
        >>> offices.holder("Minister of Foreign Affairs", "2004-04-15", country="RUS")
        'Sergei Lavrov'
        >>> offices.holder("secretary-general", "2004-04-15", organization="United Nations")
        'Kofi Annan'
        >>> offices.holder("president", "2000", country="RUS") is None  # two in that year
        True
        """
        day = PartialDate.parse(when) if isinstance(when, str) else when
        day = PartialDate.from_date(day) if isinstance(day, date) else day
        said = title.casefold()
        rows = self._by_place.get((country, organization), [])
        return self._sole(frozenset({said}), rows, day) or self._sole(self._titles.get(said, frozenset()), rows, day)

    def holders(self, title: str, *, country: str = "", organization: str = "") -> tuple[str, ...]:
        """All who ever held the office, in the order of the table; the title as for `holder`.

        >>> Offices(Knowledge()).holders("president", country="KAZ")
        ('Nursultan Nazarbayev', 'Kassym-Jomart Tokayev')
        """
        titles = {title.casefold(), *self._titles.get(title.casefold(), ())}
        rows = self._by_place.get((country, organization), [])
        return tuple(dict.fromkeys(row[0] for row in rows if row[1] in titles))

    def in_office(self, title: str, when: PartialDate | None, among: Collection[str] | None = None) -> tuple[str, ...]:
        """All who held an office of this title in any country for all of `when`, or ever, in the order of the table.

        Args:
            title: the title, or another word for it.
            when: a day, month or year; None: ever.
            among: if given, only these persons are looked at.

        >>> names = Offices(Knowledge()).in_office("president", PartialDate.parse("2004-04-15"))
        >>> len(names) > 20, "Askar Akayev" in names
        (True, True)
        """
        titles = {title.casefold(), *self._titles.get(title.casefold(), ())}
        found = self._by_title if among is None else self._by_person
        numbers = sorted(number for one in (titles if among is None else among) for number in found.get(one, ()))
        return tuple(
            dict.fromkeys(
                row[0]
                for row in map(self._rows.__getitem__, numbers)
                if row[2]
                and row[1] in titles
                and (when is None or ((held := self._term(row).role.held) is not None and held.contains(when)))
            )
        )

    def _sole(self, titles: frozenset[str], rows: list[Row], day: PartialDate) -> str | None:
        """Who alone held an office with one of these titles."""
        found = {
            row[0]
            for row in rows
            if row[1] in titles and (held := self._term(row).role.held) is not None and held.contains(day)
        }
        return found.pop() if len(found) == 1 else None


def _interval(held: str, row: Row) -> Interval | None:
    try:
        return Interval.parse(held) if held else None
    except DateError as error:
        raise KnowledgeError(f"table offices, {row[0]}, {row[1]}: {error}") from None
