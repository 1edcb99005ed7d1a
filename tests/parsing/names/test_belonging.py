"""Whose officials, bodies and groups they are, where the text does not say it at their names."""

from collections.abc import Callable

import pytest

import uzru
from uzru.model import ActorKind
from uzru.parsing.names import Named

Found = Callable[[str], Named]


def countries(text: str, date: str | None = None) -> dict[str, str | None]:
    return {actor.name: actor.country for actor in uzru.parse(text, date=date).actors}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Voters in Malawi wait. President Egor Panin left.", "Egor Panin", "MWI"),
        ("Voters in Malawi wait. Judge Egor Panin left.", "Egor Panin", "MWI"),
        ("Voters in Malawi wait. Opposition leader Egor Panin left.", "Egor Panin", "MWI"),
        ("Voters in Malawi wait. The Justice Ministry said no.", "Justice Ministry", "MWI"),
        ("Voters in Malawi wait. Egor Panin, a singer, left.", "Egor Panin", None),
        ("Voters in Malawi wait. Egor Panin, the president of the Brno Bank, left.", "Egor Panin", None),
        ("Voters in Malawi and Ghana wait. President Egor Panin left.", "Egor Panin", None),
        ("Malawi, Ghana and Peru met. Malawi's judge Egor Panin left. Police left.", "police", None),
    ],
)
def test_officials_are_of_the_only_country_named(text: str, name: str, country: str | None) -> None:
    assert countries(text)[name] == country


def test_one_country_may_be_named_first_and_far_more_often_than_another() -> None:
    text = "Malawi votes. Malawi waits. Malawi is calm. Ghana looks on. Interior Minister Egor Panin left."
    assert countries(text)["Egor Panin"] == "MWI"
    assert countries(text.replace("Interior Minister", "President"))["Egor Panin"] == "MWI"
    assert countries(text.replace("Malawi is calm.", "Ghana waits."))["Egor Panin"] is None


def test_where_a_report_was_written_is_not_what_it_is_about() -> None:
    text = "Prague, 17 February 1999 (RFE/RL) -- Malawi votes. Interior Minister Egor Panin left."
    assert countries(text)["Egor Panin"] == "MWI"


def test_a_state_has_one_head() -> None:
    text = "President Egor Panin met South African President Malika Ortikova."
    assert countries(text)["Egor Panin"] is None


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Lebanon's new President Egor Panin left, Syria said.", "LBN"),
        ("The visiting Tajik President Egor Panin left, Syria said.", "TJK"),
        ("Tajikistan's ousted Interior Minister Egor Panin left, Syria said.", "TJK"),
        ("Syria and Peru met. President Mugabe left early.", "ZWE"),
        ("Syria and Peru met. President Francois Mitterand left early.", "FRA"),
    ],
)
def test_a_title_tells_whose_it_is(text: str, country: str) -> None:
    person = next(actor for actor in uzru.parse(text).actors if actor.kind is ActorKind.PERSON)
    assert person.country == country


def test_several_of_one_name_who_held_the_office_in_one_country_tell_the_country_alone() -> None:
    named = uzru.parse("Peru and Chad met. President Assad left early.")
    assert {actor.name: actor.country for actor in named.actors}["Assad"] == "SYR"


@pytest.mark.parametrize(
    ("text", "group", "country"),
    [
        ("Peru and Chad met the rebels in Malawi.", "rebels", "MWI"),
        ("Peru and Chad met the soldiers in Malawi.", "soldiers", None),
        ("The Khartoum government met Peru and Chad.", "Khartoum government", "SDN"),
        ("Voters in Malawi wait. Police left.", "police", "MWI"),
        ("Voters in Malawi wait. Foreign officials left.", "foreign officials", None),
        ("Voters in Malawi wait. The troops left.", "troops", None),
    ],
)
def test_a_group_has_the_country_that_it_acts_in(text: str, group: str, country: str | None) -> None:
    found = {name.lower(): code for name, code in countries(text).items()}
    assert found.get(group.lower()) == country


def test_the_president_of_a_bank_is_of_business(find: Found) -> None:
    text = "Egor Panin, president of the Bank of Nukus, met Malika Ortikova, president of Malawi."
    sectors = {actor.name: actor.sectors for actor in find(text).actors}
    assert "GOV" not in sectors["Egor Panin"]
    assert "GOV" in sectors["Malika Ortikova"]


def test_a_prosecutor_general_is_no_soldier(find: Found) -> None:
    for title in ("Prosecutor-General", "Prosecutor General"):
        assert find(f"{title} Egor Panin left.").actors[0].sectors == ("JUD",)


def test_an_official_of_international_bodies_alone_belongs_to_no_country(find: Found) -> None:
    annan = find("Kofi Annan left.").actors[0]
    assert (annan.name, annan.country, annan.sectors) == ("Kofi Annan", None, ("IGO",))


@pytest.mark.parametrize(
    ("text", "councils"),
    [
        ("Panin told the Security Council to wait.", {"United Nations Security Council"}),
        (
            "Panin told Kyrgyzstan's Security Council to wait. The Security Council met.",
            {"Kyrgyzstan's Security Council"},
        ),
        ("Security Council Secretary Egor Panin left the Security Council.", {"Security Council"}),
    ],
)
def test_the_security_council_is_the_worlds_unless_a_country_owns_it(
    find: Found, text: str, councils: set[str]
) -> None:
    assert {actor.name for actor in find(text).actors if "Council" in actor.name} == councils


def test_a_party_with_a_name_of_common_words_is_anothers_where_its_country_is_not_named(find: Found) -> None:
    here = find("The Republican Party lost in Washington, the United States said.")
    there = find("The Republican Party lost in Yerevan, Armenia said.")
    party = [next(a for a in named.actors if a.name == "Republican Party") for named in (here, there)]
    assert [(actor.country, actor.id == party[0].id) for actor in party] == [("USA", True), (None, False)]


def test_the_government_of_a_known_president_is_of_his_country() -> None:
    text = "The United States and Chad met. They accused the government of President Emomali Rahmon of theft."
    assert countries(text)["government"] == "TJK"


def test_a_group_with_and_without_its_country_is_one() -> None:
    def governors(text: str) -> list[str | None]:
        return [actor.country for actor in uzru.parse(text).actors if actor.name == "governors"]

    assert governors("Germany and France met. Governors laughed. Governors in Ghana left.") == ["GHA"]
    assert governors("Governors laughed. Governors in Ghana and governors in Chad left.") == [None, "GHA", "TCD"]


def test_officials_of_a_seat_of_power_are_of_its_country() -> None:
    assert countries("In Chad and in Ghana, White House officials declined.")["officials"] == "USA"
