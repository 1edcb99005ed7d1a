"""Titles before a name, appositions behind it, and predicates."""

from collections.abc import Callable

import pytest

from uzru.parsing.names import Named

Found = Callable[[str], Named]


@pytest.mark.parametrize(
    ("text", "title", "country", "organization"),
    [
        ("Uzbek President Egor Panin left.", "president", "UZB", None),
        ("Former Kyrgyz Prime Minister Egor Panin left.", "former prime minister", "KGZ", None),
        ("Kazakhstan's deputy foreign minister Egor Panin left.", "deputy foreign minister", "KAZ", None),
        ("The political analyst Egor Panin left.", "political analyst", None, None),
        ("Gen. Egor Panin left.", "general", None, None),
        ("Minister of Foreign Affairs Egor Panin left.", "minister of foreign affairs", None, None),
        ("Egor Panin, a senior research fellow at the Institute of International Studies, left.",
         "senior research fellow", None, "Institute of International Studies"),
        ("Egor Panin, 54, the chairman of the Steppe Party, left.", "chairman", None, "Steppe Party"),
        ("Egor Panin, who is a lawyer, left.", "lawyer", None, None),
        ("Egor Panin is a Central Asia specialist at the Institute of International Studies.", "specialist", None,
         "Institute of International Studies"),
        ("The head of the Steppe Party, Egor Panin, left.", "head", None, "Steppe Party"),
    ],
)  # fmt: skip
def test_the_role_given_at_a_name(
    find: Found, text: str, title: str, country: str | None, organization: str | None
) -> None:
    roles = [mention.role for mention in find(text).mentions if mention.actor.name == "Egor Panin" and mention.role]
    assert roles
    assert (roles[0].title, roles[0].country, roles[0].organization) == (title, country, organization)


def test_no_role_is_made_of_what_is_no_title(find: Found) -> None:
    text = "Egor Panin, tired and late, left. On Monday Egor Panin returned, and the town was glad."
    assert all(mention.role is None for mention in find(text).mentions)


def test_the_office_gives_sector_and_country(find: Found) -> None:
    actor = next(a for a in find("Tajik lawmaker Egor Panin left.").actors if a.name == "Egor Panin")
    assert (actor.sectors, actor.country) == (("LEG",), "TJK")


def test_an_employer_abroad_does_not_make_a_person_a_citizen(find: Found) -> None:
    text = "Egor Panin, a fellow at the Swedish Institute of International Studies, left."
    actor = next(a for a in find(text).actors if a.name == "Egor Panin")
    assert actor.country is None


def test_what_an_organization_is_called_is_its_role(find: Found) -> None:
    text = "Russia's energy giant Enertek will invest."
    mention = next(m for m in find(text).mentions if m.actor.name == "Enertek" and m.role)
    assert mention.role is not None
    assert (mention.role.title, mention.role.country) == ("energy giant", "RUS")


def test_an_apposition_is_a_mention_of_its_own(find: Found) -> None:
    text = "Egor Panin, the mayor, left."
    found = [(text[m.span.slice], m.form.value) for m in find(text).mentions]
    assert found == [("Egor Panin", "name"), ("mayor", "nominal")]


def test_a_title_in_front_is_no_mention_of_its_own(find: Found) -> None:
    text = "He met Foreign Minister Egor Panin, and left."
    assert [text[m.span.slice] for m in find(text).mentions if m.actor.name == "Egor Panin"][:1] == ["Egor Panin"]


def test_a_title_of_many_is_that_of_each(find: Found) -> None:
    roles = [str(mention.role) for mention in find("Presidents Egor Panin and Malika Ortikova left.").mentions]
    assert roles == ["president", "president"]


@pytest.mark.parametrize(
    ("text", "role", "sector"),
    [
        ("Opposition deputy Egor Panin left.", "opposition deputy", "LEG"),
        ("Egor Panin, an opposition deputy, left.", "opposition deputy", "LEG"),
        ("Deputy Minister Egor Panin left.", "deputy minister", "GOV"),
        ("They expelled the ambassador, Egor Panin.", "ambassador", "GOV"),
        ("White House press secretary Egor Panin left.", "press secretary (White House, USA)", "GOV"),
        ("The head of the State Duma's Mint Committee, Egor Panin, left.", "head (Mint Committee, RUS)", "LEG"),
        ("Egor Panin, the head of the State Duma's Mint Committee, left.", "head (Mint Committee, RUS)", "LEG"),
    ],
)
def test_an_office_is_read_whole(find: Found, text: str, role: str, sector: str) -> None:
    panin = next(actor for actor in find(text).actors if actor.name == "Egor Panin")
    assert ([str(role) for role in panin.roles], sector in panin.sectors) == ([role], True)
    assert ("GOV" in panin.sectors) == (sector == "GOV")


def test_the_first_of_a_list_behind_a_full_stop_has_no_title_of_many(find: Found) -> None:
    assert not any(actor.roles for actor in find("He met judges, Egor Panin.").actors)


def test_a_verb_behind_a_comma_begins_no_apposition(find: Found) -> None:
    text = "The mayor of Brno, Malika Ortikova, met Prime Minister Egor Panin."
    malika = next(actor for actor in find(text).actors if actor.name == "Malika Ortikova")
    assert all("prime minister" not in role.title for role in malika.roles)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Uzbek Foreign Ministry spokesman Karim Ortikov stayed.", "UZB"),
        ("Egor Panin, the leader of the Belarusian opposition, spoke.", "BLR"),
        ("Egor Panin, the mayor of Bishkek, left.", "KGZ"),
        ("The governor of Osh, Karim Ortikov, left.", "KGZ"),
        ("Dan Roe, a scholar of Russian history, left.", None),
        ("Rita Roe, a lawyer in Moscow, left.", None),
    ],
)
def test_whose_office_it_is_tells_the_country(find: Found, text: str, country: str | None) -> None:
    people = {mention.actor for mention in find(text).mentions if mention.actor.kind == "person"}
    assert {actor.country for actor in people} == {country}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            "The Foreign Ministry in Moscow said no. The Georgian Foreign Ministry agreed.",
            "Russian Foreign Ministry",
            "RUS",
        ),
        ("The Supreme Court in Bishkek jailed him. Russia and Russians left.", "Kyrgyz Supreme Court", "KGZ"),
        ("The European Commission in Brussels met.", "European Commission", None),
    ],
)
def test_where_a_body_sits_tells_whose_it_is(find: Found, text: str, name: str, country: str | None) -> None:
    first = next(mention.actor for mention in find(text).mentions if mention.actor.kind == "organization")
    assert (first.name, first.country) == (name, country)
