import pytest

from uzru.knowledge import Knowledge
from uzru.parsing.names import Names
from uzru.parsing.text import Reading

NAMES = Names(Knowledge())


def named(text: str) -> list[tuple[str, str]]:
    return [
        (text[m.span.slice], m.actor.name) for m in NAMES(Reading(text)).mentions if m.form not in ("title", "nominal")
    ]


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Hizb ut-Tahrir", "Hizb ut-Tahrir"),
        ("Reporters Without Borders", "Reporters Without Borders"),
        ("Prosecutor-General’s Office", "Prosecutor-General's Office"),
        (
            "United Nations Educational, Scientific and Cultural Organization",
            "United Nations Educational, Scientific and Cultural Organization",
        ),
        ("UN Mission in Kosovo", "United Nations Mission in Kosovo"),
        ("Qin Gang", "Qin Gang"),
        ("Theresa May", "Theresa May"),
    ],
)
def test_what_the_tables_write_with_several_words_is_found(form: str, name: str) -> None:
    found = named(f"On Monday {form} asked for calm. Journalists saw {form} in the town.")
    assert found == [(form, name), (form, name)]


def test_the_surname_that_is_a_word_too() -> None:
    text = "Condoleezza Rice left in May. Rice said no. Farmers told Rice about it. Rice fields are wet."
    assert [form for form, name in named(text) if name == "Condoleezza Rice"] == ["Condoleezza Rice", "Rice", "Rice"]
    text = "Theresa May left. In May, May said no."
    assert [
        text[m.span.start - 4 : m.span.end] for m in NAMES(Reading(text)).mentions if m.actor.name == "Theresa May"
    ][1:] == ["ay, May"]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The Bank of China Tower is tall, Egor Panin said.", "Bank of China"),
        ("Article 19 of the law is clear.", "Article 19"),
        ("The Standard & Poor's 500 fell on Monday.", "Standard & Poor's"),
        ("The Islamic Emirate of Afghanistan was proclaimed.", "Islamic Emirate"),
        ("He was born in World War II, when Elizabeth II was a child.", "II"),
    ],
)
def test_a_part_of_something_else_is_no_name(text: str, form: str) -> None:
    assert form not in [one for one, _ in named(text)]


def test_a_word_in_front_belongs_to_the_name() -> None:
    assert ("Seyyed Ebrahim Raisi", "Ebrahim Raisi") in named("Iranian President Seyyed Ebrahim Raisi said no.")


def test_great_cities_of_several_words() -> None:
    named = NAMES(Reading("Talks opened in Nur-Sultan, and in Dar es Salaam. Nur-Sultan said it would join."))
    assert [(place.place.name, place.place.country) for place in named.places] == [
        ("Nur-Sultan", "KAZ"),
        ("Dar es Salaam", "TZA"),
    ]
    assert [(m.actor.name, m.form.value) for m in named.mentions] == [("Kazakhstan", "metonym")]


@pytest.mark.parametrize(
    "form", ["Ferghana.ru", "24.kg", "Gazeta.uz", "Nezavisimaya gazeta", "Russia Today", "Ekho Moskvy radio"]
)
def test_outlets_are_bodies(form: str) -> None:
    text = f"Egor Panin told {form} that he left. {form} said so."
    found = [(text[m.span.slice], m.actor.kind.value) for m in NAMES(Reading(text)).mentions]
    assert [one for one in found if one[1] != "person"] == [(form, "organization")] * 2


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Ties with the West cooled.", "West"),
        ("The West's envoys left.", "West"),
        ("Ashdown fled to the West.", "West"),
        ("He is popular in the Arab world.", "Arab world"),
    ],
)
def test_a_bloc_is_a_group_behind_its_article(text: str, form: str) -> None:
    found = NAMES(Reading(text)).mentions
    assert [(text[m.span.slice], m.actor.kind.value) for m in found if m.actor.name == form] == [(form, "group")]


@pytest.mark.parametrize(
    "text",
    ["The West Bank burned.", "He lives on the west side.", "Adam West left.", "Rain fell in the West of the country."],
)
def test_a_part_of_a_land_is_no_bloc(text: str) -> None:
    assert all(m.actor.kind.value != "group" for m in NAMES(Reading(text)).mentions)


def test_a_capital_by_itself_is_no_person() -> None:
    mentions = NAMES(
        Reading("The fund left, and Washington has frozen the loan. Ashdown blamed Washington for it.")
    ).mentions
    assert {m.actor.name for m in mentions if m.actor.kind.value != "person"} == {"United States"}


def test_whose_money_it_is_names_no_country() -> None:
    assert not NAMES(Reading("He was paid 9,000 US dollars and 100 Russian rubles.")).mentions


def test_an_official_of_a_known_body_is_of_its_country() -> None:
    mentions = NAMES(Reading("The Taliban's deputy prime minister, Karim Ortikov, left.")).mentions
    assert {m.actor.country for m in mentions if m.actor.kind.value == "person"} == {"AFG"}


@pytest.mark.parametrize(
    ("text", "country"),
    [("Iran is gone. Tehran disputes the sum.", "IRN"), ("Tokyo rejects the claim.", "JPN")],
)
def test_a_capital_that_acts_at_a_beginning_is_its_country(text: str, country: str) -> None:
    assert [m.actor.country for m in NAMES(Reading(text)).mentions if m.form == "metonym"] == [country]


def test_whose_side_somebody_is_on_names_no_capital() -> None:
    found = NAMES(Reading("The pro-Beijing camp won."))
    assert (found.mentions, found.places) == ((), ())


def test_a_surname_of_two_words_is_joined_to_the_full_name() -> None:
    mentions = NAMES(Reading("Al-Qaeda hides Bin Ladin. Karl Van der Roe left. Van der Roe came back.")).mentions
    people = [m.actor.name for m in mentions if m.actor.kind.value == "person"]
    assert people[-2:] == ["Karl Van der Roe", "Karl Van der Roe"]
