import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uzru.errors import KnowledgeError
from uzru.knowledge import Knowledge
from uzru.knowledge.actors import KnownActors
from uzru.model import Actor, ActorKind, PartialDate, Role

KNOWN = KnownActors(Knowledge())
PERSONS = "name\tnames\tsex\tcountry\tsectors\twikidata"
OFFICES = "person\ttitle\tcountry\torganization\theld\tsource"

Mine = Callable[..., KnownActors]


@pytest.fixture
def mine(tmp_path: Path) -> Mine:
    """The packaged actors with a user's persons and offices."""

    def _mine(persons: tuple[str, ...] = (), offices: tuple[str, ...] = ()) -> KnownActors:
        (tmp_path / "persons.tsv").write_text("\n".join((PERSONS, *persons)), encoding="utf-8")
        (tmp_path / "offices.tsv").write_text("\n".join((OFFICES, *offices)), encoding="utf-8")
        return KnownActors(Knowledge.load(tmp_path))

    return _mine


def person(name: str, country: str | None = None, *roles: Role) -> Actor:
    return Actor(name=name, kind="person", country=country, roles=roles)


@pytest.mark.parametrize(
    ("name", "kind", "full", "country", "sectors"),
    [
        ("Saparmurad Niyazov", "person", "Saparmurat Niyazov", "TKM", ("GOV",)),
        ("HRW", "organization", "Human Rights Watch", "USA", ("NGO",)),
        ("ITAR-TASS", "organization", "TASS", "RUS", ("JRN",)),
        ("SCO", "organization", "Shanghai Cooperation Organization", None, ("IGO",)),
        ("Côte d’Ivoire", "country", "Ivory Coast", "CIV", ()),
        ("Western world", "group", "West", None, ("IGO",)),
        ("Europe", "group", "Europe", None, ("IGO",)),
    ],
)
def test_an_actor_is_found_by_any_of_its_names(
    name: str, kind: str, full: str, country: str | None, sectors: tuple[str, ...]
) -> None:
    actor = KNOWN.find(name, kind)
    assert actor is not None
    assert (actor.name, actor.kind, actor.country, actor.sectors) == (full, kind, country, sectors)
    assert KNOWN.find(full) == actor
    assert name.replace("’", "'") in (actor.name, *actor.aliases)


@pytest.mark.parametrize("name", ["", " ", "Karimov", "karimov", "Egor Panin", "the OSCE", "Egor|Panin"])
def test_what_is_not_known_is_nobody(name: str) -> None:
    assert KNOWN.find(name) is None


def test_a_name_is_looked_for_among_the_kind_only() -> None:
    assert KNOWN.find("Georgia", "organization") is None
    assert KNOWN.find("West", "country") is None


def test_a_country_that_is_given_must_agree() -> None:
    assert KNOWN.find("Islam Karimov", country="UZB") is not None
    assert KNOWN.find("Islam Karimov", country="KAZ") is None
    assert KNOWN.find("OSCE", country="KAZ") is not None  # it has no country of its own


def test_the_role_held_on_a_day_is_answered() -> None:
    putin = KNOWN.find("Vladimir Putin")
    assert putin is not None
    days = ["1999-10-01", "2000-02-01", "2004-04-15", "2010", "2013-01"]
    assert [role.title if (role := putin.role_at(day)) else None for day in days] == [
        "prime minister",
        "acting president",
        "president",
        "prime minister",
        "president",
    ]
    assert putin.role_at("1990") is None


def test_a_holder_is_told_with_his_identity() -> None:
    found = KNOWN.holder("premier", PartialDate.parse("2004-04-15"), country="CHN")
    assert found == KNOWN.find("Wen Jiabao")
    assert KNOWN.holder("premier", "1803", country="CHN") is None


def test_a_text_adds_roles_to_a_known_actor_and_does_not_double_them() -> None:
    said = (Role(title="president"), Role(title="President", country="UZB"), Role(title="host"))
    found = KNOWN.identify(person("Islom Karimov", None, *said))
    assert [(role.title, role.held is None) for role in found.roles] == [("president", False), ("host", True)]
    assert found.id == KNOWN.identify(person("Islam Karimov")).id


def test_a_namesake_of_another_country_is_left_alone() -> None:
    by_country = person("Islam Karimov", "KAZ")
    by_office = person("Islam Karimov", None, Role(title="mayor", country="KAZ"))
    assert KNOWN.identify(by_country) is by_country
    assert KNOWN.identify(by_office) is by_office


def test_a_surname_needs_an_office_that_only_one_of_that_name_held() -> None:
    assert KNOWN.identify(person("Akayev", None, Role(title="President", country="KGZ"))).name == "Askar Akayev"
    assert KNOWN.identify(person("Xi", None, Role(title="president", country="CHN"))).name == "Xi Jinping"
    for role in ((), (Role(title="president"),), (Role(title="president", country="RUS"),)):
        assert KNOWN.identify(person("Akayev", None, *role)).name == "Akayev"
    two = person("Berdymukhammedov", None, Role(title="president", country="TKM"))
    assert KNOWN.identify(two) is two  # father and son


def test_an_organization_keeps_its_full_name_and_the_names_of_the_text() -> None:
    found = KNOWN.identify(Actor(name="CSTO", kind="organization", aliases=("the alliance",)))
    assert found.name == "Collective Security Treaty Organization"
    assert "the alliance" in found.aliases
    assert found.name not in found.aliases


def test_the_sex_of_a_person_is_told() -> None:
    assert KNOWN.sex_of("Angela Merkel") == "f"
    assert KNOWN.sex_of("Rosa Otunbaeva") == "f"
    assert KNOWN.sex_of("Egor Panin") is None


def test_ones_own_persons_and_offices_are_known(mine: Mine) -> None:
    known = mine(
        ("Egor Panin\tYegor Panin\tm\tKAZ\tGOV\tQ1",),
        ("Egor Panin\tminister of mints\tKAZ\t\t2003-02/2004~\tmy notes",),
    )
    found = known.find("Yegor Panin")
    assert found is not None
    assert (found.name, found.wikidata) == ("Egor Panin", "Q1")
    assert [str(role.held) for role in found.roles] == ["2003-02/2004~"]
    assert known.holder("Minister of Mints", "2003-05", country="KAZ") == found
    assert known.offices.terms("Egor Panin")[0].source == "my notes"


def test_a_term_can_be_added_to_those_that_are_known(mine: Mine) -> None:
    known = mine((), ("+Islam Karimov\thonorary citizen\t\tUnited Nations\t\tinvented",))
    assert [role.title for role in known.offices.held_by("Islam Karimov")] == ["honorary citizen", "president"]


@pytest.mark.parametrize(
    ("persons", "offices", "message"),
    [
        (("Egor Panin\t\tm\tKazakhstan",), (), "table persons, 'Egor Panin': 'Kazakhstan' is no country code"),
        (("Egor Panin\t\tm\tKAZ\tGVT",), (), "table persons, 'Egor Panin': Actor.sectors has 'GVT'"),
        (("Egor Panin",), ("Egor Panin\thost\tKAZ\t\t2004",), "table offices, Egor Panin, host: .*2004"),
    ],
)
def test_a_faulty_row_is_named(mine: Mine, persons: tuple[str, ...], offices: tuple[str, ...], message: str) -> None:
    with pytest.raises(KnowledgeError, match=message):
        mine(persons, offices).find("Egor Panin")


def test_every_known_actor_can_be_made_and_has_an_id_of_its_own() -> None:
    actors = list(KNOWN)
    assert {actor.kind for actor in actors} == set(ActorKind)
    assert len({actor.id for actor in actors}) == len(actors) > 2500


def test_known_actors_survive_pickling() -> None:
    again = pickle.loads(pickle.dumps(KNOWN))
    assert again.find("OSCE") == KNOWN.find("OSCE")


@given(st.text(max_size=30), st.sampled_from([None, *ActorKind]))
def test_any_name_can_be_asked_for(name: str, kind: ActorKind | None) -> None:
    found = KNOWN.find(name, kind)
    assert found is None or name.replace("’", "'") in (found.name, *found.aliases)


NAMES = st.sampled_from(["Islam Karimov", "Islom Karimov", "Akayev", "Egor Panin", "OSCE", "Mint", "police"])
ROLES = st.builds(
    Role, title=st.sampled_from(["president", "host"]), country=st.sampled_from([None, "UZB", "KGZ", "KAZ"])
)


@given(st.builds(Actor, name=NAMES, kind=st.sampled_from(ActorKind), roles=st.lists(ROLES, max_size=2).map(tuple)))
def test_to_identify_twice_is_to_identify_once(actor: Actor) -> None:
    once = KNOWN.identify(actor)
    assert KNOWN.identify(once) == once
    assert once.kind == actor.kind
    assert actor.name in (once.name, *once.aliases)
