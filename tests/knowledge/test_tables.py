"""What must hold in the tables of the world and of its actors, so that a wrong row is noticed."""

import re
from collections import Counter
from datetime import date
from itertools import combinations

import pytest

from uzru.knowledge import Knowledge
from uzru.knowledge.offices import Offices, Term
from uzru.model.actor import SECTORS

KNOWLEDGE = Knowledge()
OFFICES = Offices(KNOWLEDGE)
CODES = {row[0] for row in KNOWLEDGE.table("countries")}
TERMS = [
    term for person in dict.fromkeys(row[0] for row in KNOWLEDGE.table("offices")) for term in OFFICES.terms(person)
]
# Offices that several hold at once.
SHARED = {"deputy prime minister", "first deputy prime minister", "senator", "assistant secretary of state", "leader"}


def column(table: str, name: str) -> list[str]:
    at = KNOWLEDGE.columns(table).index(name)
    return [row[at] for row in KNOWLEDGE.table(table)]


def forms(table: str, *columns: str) -> list[str]:
    return [form for name in columns for cell in column(table, name) for form in cell.split("|") if form]


@pytest.mark.parametrize(
    "table",
    ["countries", "regions", "metonyms", "persons", "organizations", "agencies", "groups", "office-titles"],
)
def test_a_key_has_one_row(table: str) -> None:
    counted = Counter(row[0] for row in KNOWLEDGE.table(table))
    assert [key for key, count in counted.items() if count > 1] == []


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("countries", ("name", "names", "capital", "adjectives", "people")),
        ("regions", ("name", "names", "adjectives", "people")),
        ("persons", ("name", "names")),
        ("organizations", ("name", "names", "acronyms")),
        ("agencies", ("name", "names")),
        ("metonyms", ("name", "names")),
        ("groups", ("noun", "plural")),
    ],
)
def test_forms_are_clean(table: str, columns: tuple[str, ...]) -> None:
    faulty = re.compile(r"^\s|\s$|\s\s|[\t\n;]|^-|-none$")
    assert [form for form in forms(table, *columns) if faulty.search(form)] == []


@pytest.mark.parametrize("table", ["regions", "persons", "offices", "organizations", "agencies"])
def test_country_codes_are_those_of_the_countries(table: str) -> None:
    assert set(column(table, "country")) - {""} <= CODES


def test_countries_have_codes_of_their_length_and_no_two_have_one() -> None:
    assert all(re.fullmatch("[A-Z]{3}", code) for code in CODES)
    now = [row for row in KNOWLEDGE.table("countries") if row[8] != "former"]
    assert len({row[1] for row in now}) == len(now)
    assert all(re.fullmatch("[A-Z]{2}", row[1]) for row in now)
    assert set(column("countries", "status")) == {"state", "territory", "former"}
    assert 193 <= sum(row[8] == "state" for row in now) <= 200


def test_every_state_has_an_adjective_but_those_that_have_none_of_their_own() -> None:
    bare = {row[0] for row in KNOWLEDGE.table("countries") if row[8] == "state" and not row[4]}
    assert bare == {"COG", "DMA"}  # 'Congolese' and 'Dominican' belong to the larger neighbors


@pytest.mark.parametrize("table", ["persons", "organizations"])
def test_sectors_are_plover_codes(table: str) -> None:
    assert set(forms(table, "sectors")) <= SECTORS
    assert set(column("groups", "sector")) <= SECTORS
    assert set(column("metonyms", "sector")) <= SECTORS


def test_metonyms_stand_for_something_that_is_known() -> None:
    organizations = set(column("organizations", "name"))
    for name, _, of, stands_for, _, body in KNOWLEDGE.table("metonyms"):
        assert stands_for in {"country": CODES, "organization": organizations}[of], name
        assert body, name


@pytest.mark.parametrize("table", ["persons", "organizations"])
def test_wikidata_ids_have_their_form_and_no_two_actors_share_one(table: str) -> None:
    ids = [item for item in column(table, "wikidata") if item]
    assert all(re.fullmatch(r"Q[1-9]\d*", item) for item in ids)
    assert len(set(ids)) == len(ids)


def test_no_two_persons_share_a_name() -> None:
    counted = Counter(forms("persons", "name", "names"))
    assert [form for form, count in counted.items() if count > 1] == []


def test_offices_are_of_known_persons_and_bodies_and_say_where_they_were_checked() -> None:
    persons, organizations = set(column("persons", "name")), set(column("organizations", "name"))
    for person, title, country, organization, _, source in KNOWLEDGE.table("offices"):
        assert person in persons, person
        assert not organization or organization in organizations, organization
        assert bool(country) != bool(organization), (person, title)
        assert source, (person, title)


def test_an_office_checked_in_wikidata_is_of_a_person_whose_item_is_known() -> None:
    items = KNOWLEDGE.mapping("persons", "wikidata")
    assert [row[0] for row in KNOWLEDGE.table("offices") if row[5].startswith("wikidata") and not items[row[0]]] == []


def test_dates_of_office_are_readable() -> None:
    assert len(TERMS) == len(KNOWLEDGE.table("offices"))
    assert sum(term.role.held is not None for term in TERMS) > 1000


def _overlap(one: Term, other: Term) -> int:
    """Days in common, as far as the dates tell for sure: what a month or year leaves open is not counted."""
    held = [term.role.held for term in (one, other) if term.role.held is not None]
    starts = [each.start.latest or date.min if each.start else date.min for each in held]
    ends = [each.end.earliest or date.max if each.end else date.max for each in held]
    return (min(ends) - max(starts)).days


def test_one_person_at_a_time_holds_an_office() -> None:
    held: dict[tuple[str, str | None, str | None], list[Term]] = {}
    for term in TERMS:
        if term.role.held is not None and term.role.title not in SHARED:
            held.setdefault((term.role.title, term.role.country, term.role.organization), []).append(term)
    doubled = [
        (key, one.person, other.person)
        for key, terms in held.items()
        for one, other in combinations(terms, 2)
        if _overlap(one, other) > 1
    ]
    # Chechnya had a president whom its people elected and one whom Moscow let elect.
    assert doubled == [(("president of Chechnya", "RUS", None), "Akhmad Kadyrov", "Aslan Maskhadov")]


def test_other_words_for_an_office_lead_to_titles_that_somebody_held() -> None:
    titles = {term.role.title for term in TERMS}
    assert [title for title in column("office-titles", "title") if title not in titles] == []
