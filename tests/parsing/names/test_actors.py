"""Which actors a text names, of what kind, and what it tells of them."""

from collections.abc import Callable

import pytest

from uzru.model import ActorKind, MentionForm
from uzru.parsing.names import Named

Found = Callable[[str], Named]

STORY = """Egor Panin, the head of the Bank of Nukus, met Kazakh Prime Minister Malika Ortikova in Brno on Monday.
Panin said the bank would help Kazakhstan. Ortikova thanked him, and Astana's support was noted in Brno."""


def said(named: Named, text: str) -> list[tuple[str, str, str]]:
    return [(text[m.span.slice], m.form.value, m.actor.name) for m in named.mentions]


def test_persons_are_listed_once_under_the_full_name(find: Found) -> None:
    persons = [actor.name for actor in find(STORY).actors if actor.kind is ActorKind.PERSON]
    assert persons == ["Egor Panin", "Malika Ortikova"]


def test_a_surname_is_the_person_named_in_full(find: Found) -> None:
    assert ("Panin", "short-name", "Egor Panin") in said(find(STORY), STORY)


def test_an_unheard_of_surname_that_begins_a_sentence_is_the_person_named_in_full(find: Found) -> None:
    text = "President Gulnoza Boboev left Brno. Boboev said that few of the miners know."
    assert ("Boboev", "short-name", "Gulnoza Boboev") in said(find(text), text)


def test_a_surname_in_the_headline_is_the_person_named_in_full_below(find: Found) -> None:
    text = "Ortikova Makes Rare Visit To Brno For Talks\n\nPresident Malika Ortikova is in Brno."
    named = find(text)
    assert named.mentions[0].actor.name == "Malika Ortikova"
    assert text[named.mentions[0].span.slice] == "Ortikova"


def test_an_actor_lists_the_other_forms_as_aliases(find: Found) -> None:
    panin = next(actor for actor in find(STORY).actors if actor.name == "Egor Panin")
    assert panin.aliases == ("Panin",)


def test_a_city_is_a_place_with_its_country(find: Found) -> None:
    places = [(mention.place.name, mention.place.country) for mention in find(STORY).places]
    assert ("Brno", "CZE") in places


def test_a_country_is_known_by_its_code_whatever_it_is_called(find: Found) -> None:
    named = find("The U.S. met Britain. The United States thanked the United Kingdom.")
    assert [actor.country for actor in named.actors if actor.kind is ActorKind.COUNTRY] == ["USA", "GBR"]


def test_us_in_capitals_is_a_country_and_in_lower_case_a_pronoun(find: Found) -> None:
    named = find("The US told us. Let us go.")
    assert [(mention.span.start, mention.actor.country) for mention in named.mentions] == [(4, "USA")]


def test_a_demonym_means_its_country(find: Found) -> None:
    text = "Tajik-Uzbek trade grew, Kyrgyz farmers said."
    found = [(text[m.span.slice], m.actor.country) for m in find(text).mentions if m.form is MentionForm.DEMONYM]
    assert found == [("Tajik", "TJK"), ("Uzbek", "UZB"), ("Kyrgyz", "KGZ")]


@pytest.mark.parametrize("day", ["Monday", "March", "Muslim", "Central Asian", "GDP"])
def test_days_peoples_and_things_are_no_actors(find: Found, day: str) -> None:
    named = find(f"The {day} report was late.")
    assert not named.mentions
    assert not named.places


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Uzbek Foreign Ministry said so.", "Uzbek Foreign Ministry"),
        ("He works at the Institute of Steppe Studies.", "Institute of Steppe Studies"),
        ("He leads the National Bank of Tajikistan.", "National Bank of Tajikistan"),
    ],
)
def test_head_nouns_make_organizations(find: Found, text: str, name: str) -> None:
    organizations = [actor.name for actor in find(text).actors if actor.kind is ActorKind.ORGANIZATION]
    assert organizations == [name]


def test_the_country_of_an_organization_is_in_its_name(find: Found) -> None:
    actor = find("The Tajik Health Ministry said so.").actors[0]
    assert (actor.country, actor.sectors) == ("TJK", ("GOV",))


def test_an_acronym_in_brackets_is_the_organization_before_it(find: Found) -> None:
    text = "The Steppe Water Council (SWC) met. The SWC said no more."
    organizations = [actor for actor in find(text).actors if actor.kind is ActorKind.ORGANIZATION]
    assert [actor.name for actor in organizations] == ["Steppe Water Council"]
    assert "SWC" in organizations[0].aliases


def test_a_possessive_is_no_part_of_a_name(find: Found) -> None:
    text = "Panin's aide left."
    mention = find(text).mentions[0]
    assert text[mention.span.slice] == "Panin"


def test_an_honorific_is_no_part_of_a_name(find: Found) -> None:
    text = "Mr. Panin and Mrs Ortikova met."
    assert [text[m.span.slice] for m in find(text).mentions] == ["Panin", "Ortikova"]


def test_spellings_of_one_name_are_one_person(find: Found) -> None:
    text = "Egor Annayev spoke. Annaev left. Yegor Annaev returned."
    assert len([actor for actor in find(text).actors if actor.kind is ActorKind.PERSON]) == 1


def test_two_first_names_of_one_surname_are_two_persons(find: Found) -> None:
    text = "Egor Panin spoke. Malika Panin spoke too."
    assert [actor.name for actor in find(text).actors] == ["Egor Panin", "Malika Panin"]


def test_a_reason_is_in_words_even_where_the_text_tells_nothing_else_of_a_name(find: Found) -> None:
    reasons = [reason for mention in find("Russia and Kazakhstan agreed.").mentions for reason in mention.why]
    assert any(reason.startswith("shows nothing telling elsewhere (+") for reason in reasons)
    assert not any(reason.startswith(" ") for reason in reasons)


def test_every_name_says_why_it_is_one(find: Found) -> None:
    mention = next(m for m in find(STORY).mentions if m.form is MentionForm.NAME)
    assert mention.why
    assert all(" for person)" in reason for reason in mention.why)


def test_mentions_come_in_text_order_and_actors_by_first_mention(find: Found) -> None:
    named = find(STORY)
    starts = [mention.span.start for mention in named.mentions]
    assert starts == sorted(starts)
    first = list(dict.fromkeys(mention.actor.id for mention in named.mentions))
    assert [actor.id for actor in named.actors] == first


def test_the_west_and_such_are_told_as_groups_or_not_at_all(find: Found) -> None:
    named = find("The West waited.")
    assert all(actor.kind is ActorKind.GROUP for actor in named.actors)


@pytest.mark.parametrize("text", ["The Costa Rican mint closed.", "Saudi Arabian wheat and Costa Rican sugar"])
def test_the_words_of_a_demonym_are_no_names(find: Found, text: str) -> None:
    assert {mention.form for mention in find(text).mentions} == {"demonym"}
