import pytest

from uzru.knowledge import Knowledge
from uzru.parsing.names import Names
from uzru.parsing.text import Reading

NAMES = Names(Knowledge())


def countries(text: str) -> list[str | None]:
    return [m.actor.country for m in NAMES(Reading(text)).mentions if m.actor.kind == "country" and m.form == "name"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Russia condemned Georgia.", ["RUS", "GEO"]),
        ("Russian troops left Georgia on Monday.", ["GEO"]),
        ("The president flew to Georgia. U.S. officials said so in Washington.", ["GEO", "USA"]),
        ("Georgia said it would join the treaty. Georgian officials met in Atlanta and Chicago.", ["GEO"]),
        ("He moved from Georgia to Florida, and later to Alabama and Chicago.", []),
        ("The mill is in Atlanta, Georgia, its owner in Texas.", []),
    ],
)
def test_a_state_that_shares_its_name_with_a_region(text: str, codes: list[str]) -> None:
    assert countries(text) == codes


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("People's Republic of China", "CHN"),
        ("People’s Republic of China", "CHN"),
        ("Republic of China", "TWN"),
        ("Democratic People's Republic of Korea", "PRK"),
        ("Republic of Korea", "KOR"),
        ("Lao People's Democratic Republic", "LAO"),
        ("Costa Rica", "CRI"),
        ("Kyrgyz Republic", "KGZ"),
        ("Grand Duchy of Luxembourg", "LUX"),
    ],
)
def test_the_official_name_of_a_state_is_one_name(name: str, code: str) -> None:
    text = f"The {name} said it would sign. Egor Panin left the {name} on Monday."
    found = [(text[m.span.slice], m.actor.country) for m in NAMES(Reading(text)).mentions if m.form == "name"]
    assert [one for one in found if one[0] != "Egor Panin"] == [(name, code)] * 2


def test_a_party_of_the_people_is_no_republic() -> None:
    text = "The People's Party of Nukus said no."
    mentions = NAMES(Reading(text)).mentions
    assert [text[m.span.slice] for m in mentions if m.actor.kind == "country"] == []


@pytest.mark.parametrize("office", ["president", "prime minister", "people", "border", "army"])
def test_a_country_is_a_name_wherever_it_stands(office: str) -> None:
    assert countries(f"The {office} of Kazakhstan promised ammunition.") == ["KAZ"]
