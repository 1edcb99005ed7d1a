"""Headlines all in capitals, initials at the end, and common nouns at the beginning are no names."""

from collections.abc import Callable

import pytest

from uzru.parsing.names import Named

Found = Callable[[str], Named]


def actors(find: Found, text: str) -> list[str]:
    return [actor.name for actor in find(text).actors if actor.kind != "group"]


@pytest.mark.parametrize(
    ("headline", "named"),
    [
        ("TAJIK MAYOR FLOGS MINT THIEVES", ["Tajikistan"]),
        ("GUARDS KILLED AT MINT POST", []),
        ("MAYOR SACKS ORTIKOVA OVER MINT", ["Malika Ortikova"]),
        ("WORLD BANK MEETS UNITED STATES IN BRNO", ["World Bank", "United States"]),
        ("STEPPE WATER COUNCIL SACKS HEAD", ["Steppe Water Council"]),
        ("OSCE WARNS UZBEKISTAN'S MINT", ["Organization for Security and Cooperation in Europe", "Uzbekistan"]),
    ],
)
def test_of_a_headline_in_capitals_only_known_names_are_read(find: Found, headline: str, named: list[str]) -> None:
    below = "Guards left. Malika Ortikova told the mayor and the council so. The Steppe Water Council was calm."
    found = actors(find, f"{headline}\n\n{below}")
    assert set(found) == {*named, "Malika Ortikova", "Steppe Water Council"}


def test_a_text_all_in_capitals_is_read_as_it_stands(find: Found) -> None:
    assert "Egor Panin" in actors(find, "EGOR PANIN MET THE MAYOR OF BRNO.")


@pytest.mark.parametrize("text", ['He called it "a shame." BP', "He left Brno.\n\nLB"])
def test_initials_behind_the_last_sentence_are_nobody(find: Found, text: str) -> None:
    assert actors(find, text) == []


@pytest.mark.parametrize("noun", ["Eyewitnesses", "Onlookers", "Witnesses", "Shoppers"])
def test_a_common_noun_that_opens_a_sentence_is_no_person(find: Found, noun: str) -> None:
    assert [(actor.name, actor.kind) for actor in find(f"Brno was calm. {noun} said so.").actors] == [
        (noun.lower(), "group")
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He led the radical Yangi-i Zamin group.", "organization"),
        ("He led the Egor Panin group.", "person"),
    ],
)
def test_a_noun_for_a_body_behind_a_name_tells_what_it_is(find: Found, text: str, kind: str) -> None:
    assert [actor.kind for actor in find(text).actors if " " in actor.name] == [kind]
