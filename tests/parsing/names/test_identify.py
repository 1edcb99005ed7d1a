import pytest
from hypothesis import given
from hypothesis import strategies as st

from uzru.knowledge import Knowledge
from uzru.model import Actor, Role
from uzru.parsing.names.identify import Identify
from uzru.parsing.names.lexicon import Lexicon

IDENTIFY = Identify(Lexicon(Knowledge()))


def person(name: str, *titles: str) -> Actor:
    return Actor(name=name, kind="person", roles=tuple(Role(title=title) for title in titles))


def test_a_known_person_comes_with_the_roles_of_the_text_too() -> None:
    said = person("Emomali Rakhmonov", "guest")
    actor = IDENTIFY([said])[said.id]
    assert (actor.name, actor.country) == ("Emomali Rahmon", "TJK")
    assert [role.title for role in actor.roles if role.held is None] == ["guest"]


def test_two_spellings_that_prove_to_be_one_are_one_actor() -> None:
    one, other = person("Emomali Rakhmonov", "guest"), person("Emomali Rahmon", "host")
    meant = IDENTIFY([one, other])
    assert meant[one.id] is meant[other.id]
    assert [role.title for role in meant[one.id].roles if role.held is None] == ["guest", "host"]
    assert "Emomali Rakhmonov" in meant[one.id].aliases


@pytest.mark.parametrize(
    "actor",
    [
        person("Egor Panin", "host"),
        Actor(name="Uzbekistan", kind="country", country="UZB", aliases=("the republic",)),
        Actor(name="police", kind="group", sectors=("COP",)),
        Actor(name="osce", kind="organization"),
    ],
)
def test_unknown_actors_and_countries_stay_as_they_are(actor: Actor) -> None:
    assert IDENTIFY([actor]) == {actor.id: actor}


def test_the_sex_of_a_known_person_is_known() -> None:
    known, unknown = IDENTIFY.known.find("Roza Otunbayeva"), person("Egor Panin")
    assert known is not None
    assert IDENTIFY.sexes([known, unknown]) == {known.id: "f"}


NAMES = st.sampled_from(["Emomali Rahmon", "Emomali Rakhmonov", "Egor Panin", "Rahmon", "OSCE", "Uzbekistan"])
KINDS = st.sampled_from(["person", "organization", "country", "group"])


@given(st.lists(st.builds(Actor, name=NAMES, kind=KINDS), max_size=6))
def test_every_actor_means_one_of_its_kind_and_names(actors: list[Actor]) -> None:
    meant = IDENTIFY(actors)
    assert set(meant) == {actor.id for actor in actors}
    for actor in actors:
        assert meant[actor.id].kind is actor.kind
        assert actor.name in (meant[actor.id].name, *meant[actor.id].aliases)
