import pytest
from hypothesis import given
from hypothesis import strategies as st

import uzru
from uzru.knowledge import Knowledge
from uzru.model import PartialDate
from uzru.parsing.names import Names
from uzru.parsing.names.named import Named
from uzru.parsing.names.officeholders import Officeholders
from uzru.parsing.text import Reading

KNOWLEDGE = Knowledge()
NAMES = Names(KNOWLEDGE)
OFFICEHOLDERS = Officeholders(KNOWLEDGE, NAMES.lexicon)


def read(text: str, day: str | None = "2004-04-15") -> Named:
    reading = Reading(text)
    return OFFICEHOLDERS(reading, NAMES(reading), ((0, PartialDate.parse(day) if day else None),))


def titled(text: str, day: str | None = "2004-04-15") -> list[tuple[str, str]]:
    return [(text[m.span.slice], m.actor.name) for m in read(text, day).mentions if m.form == "title"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Uzbek president said no.", ("Uzbek president", "Islam Karimov")),
        ("Ashdown met the Russian foreign minister.", ("Russian foreign minister", "Sergei Lavrov")),
        ("It is up to Kazakhstan's president to decide.", ("Kazakhstan's president", "Nursultan Nazarbayev")),
        ("It is up to Kazakhstan’s president, he said.", ("Kazakhstan’s president", "Nursultan Nazarbayev")),
        ("The Chinese premier's plane is late.", ("Chinese premier", "Wen Jiabao")),
        ("The British prime minister left early.", ("British prime minister", "Tony Blair")),
        ("He met the president of Kazakhstan, who left.", ("president of Kazakhstan", "Nursultan Nazarbayev")),
        ("The foreign minister of Russia left early.", ("foreign minister of Russia", "Sergei Lavrov")),
        ("The prime minister of the United Kingdom left.", ("prime minister of the United Kingdom", "Tony Blair")),
        ("The secretary-general of the UN left early.", ("secretary-general of the UN", "Kofi Annan")),
        ("Ashdown saw the UN secretary general.", ("UN secretary general", "Kofi Annan")),
    ],
)
def test_an_office_of_a_country_means_its_holder_on_the_day(text: str, found: tuple[str, str]) -> None:
    assert titled(text) == [found]


def test_the_day_decides() -> None:
    text = "The Kyrgyz president said no."
    assert titled(text, "2004-04") == [("Kyrgyz president", "Askar Akayev")]
    assert titled(text, "2009-04") == [("Kyrgyz president", "Kurmanbek Bakiyev")]
    assert titled(text, "1804") == []
    assert titled(text, None) == []


@pytest.mark.parametrize(
    "text",
    [
        "The former Uzbek president said no.",
        "The former president of Uzbekistan said no.",
        "The president of Uzbekistan, Egor Panin, said no.",
        "The president of Uzbekistan Egor Panin said no.",
        "Ashdown wants to be the president of Uzbekistan.",
        "Ashdown was elected as the Uzbek president.",
        "The vice president of Uzbekistan said no.",
        "The presidents of Uzbekistan and Kazakhstan said no.",
        "The deputy secretary-general of the UN said no.",
        "The ambassador to the president of the Uzbek mint said no.",
        "Every Uzbek president said no.",
        "Former Uzbek President Egor Panin said no.",
        "The Uzbek President Egor Panin said no.",
        "The Uzbek president-elect said no.",
        "The Uzbek president of the mint said no.",
        "The Uzbek presidential palace is closed.",
        "In 1998 the Uzbek president said no.",
        "The Uzbek mint keeper said no.",
        "Kazakhstan president and all.",
    ],
)
def test_what_is_not_sure_to_mean_the_holder_is_left_alone(text: str) -> None:
    assert titled(text) == []


def test_a_counterpart_holds_the_same_office() -> None:
    met = "Uzbek President Islam Karimov met his Kazakh counterpart."
    saw = "The Russian foreign minister saw his Uzbek counterpart."
    assert titled(f"{met} {saw}") == [
        ("Kazakh counterpart", "Nursultan Nazarbayev"),
        ("Russian foreign minister", "Sergei Lavrov"),
        ("Uzbek counterpart", "Sodiq Safoyev"),
    ]
    assert titled("Ashdown met his Kazakh counterpart.") == []


def test_the_actor_of_the_article_is_taken_and_the_mention_says_why() -> None:
    named = read("Islam Karimov is ill. The Uzbek president will stay.")
    first, *_, last = (mention for mention in named.mentions if mention.actor.kind == "person")
    assert first.actor is last.actor
    assert str(last.role) == "president (UZB)"
    assert last.why == ("held the office on 2004-04-15, as the tables know",)
    assert [actor.name for actor in named.actors].count("Islam Karimov") == 1
    assert named.sexes[last.actor.id] == "m"


def test_a_date_holds_from_its_offset_on() -> None:
    text = "The Uzbek president left.\nThe Uzbek president left."
    reading = Reading(text)
    anchors = ((0, PartialDate.parse("2004")), (26, PartialDate.parse("2018")))
    named = OFFICEHOLDERS(reading, NAMES(reading), anchors)
    assert [m.actor.name for m in named.mentions if m.form == "title"] == ["Islam Karimov", "Shavkat Mirziyoyev"]


@given(
    st.lists(st.sampled_from(["The", "Uzbek", "president", "his", "Russian", "counterpart", "Panin", ".", "NATO's"]))
)
def test_mentions_stay_in_order_and_name_actors_of_the_list(words: list[str]) -> None:
    named = read(" ".join(words))
    starts = [mention.span.start for mention in named.mentions]
    assert starts == sorted(starts)
    assert {mention.actor.id for mention in named.mentions} <= {actor.id for actor in named.actors}


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("President Karimov flew to Andijon, Uzbekistan said.", "2005-05-14", "Islam Karimov"),
        ("President Karimov flew to Andijon.", "2005-05-14", "Islam Karimov"),  # a Tajik premier had the name too
        ("President Akaev left. Akaev said no.", "2004-04-15", "Askar Akayev"),
        ("President Akaev left. Akaev said no.", "2009-04-15", "Akaev"),
        ("President Putin left early.", "2004-04-15", "Vladimir Putin"),
        ("President Hu met the premier of China.", "2004-04-15", "Hu Jintao"),
        ("Foreign Minister Ivanov left early.", "2003-04-15", "Igor Ivanov"),
        ("Mr. Putin left early.", "2004-04-15", "Vladimir Putin"),
        ("Nukus mayor Putin left early.", "2004-04-15", "Putin"),
        ("The Czech president Putin left early.", "2004-04-15", "Putin"),
    ],
)
def test_a_surname_with_an_office_is_who_held_it_on_the_day(text: str, day: str, name: str) -> None:
    named = read(text, day)
    assert [actor.name for actor in named.actors if actor.kind == "person"][:1] == [name]
    assert {mention.actor.id for mention in named.mentions} <= {actor.id for actor in named.actors}


@pytest.mark.parametrize(
    ("text", "day", "who"),
    [
        ("Officials met Putin in Brno.", "2004-04-15", [("Vladimir Putin", "RUS")]),
        ("Merkel and Macron met in Brno.", None, [("Angela Merkel", "DEU"), ("Emmanuel Macron", "FRA")]),
        ("Lukashenka said no.", None, [("Alexander Lukashenko", "BLR")]),
        ("Bush said no.", "2004-04-15", [("George W. Bush", "USA")]),
        ("Bush said no.", None, [("Bush", "USA")]),  # father or son
        ("Clinton said no.", "2016-04-15", [("Clinton", "USA")]),  # he or she
        ("Karimov said no.", None, [("Karimov", None)]),  # the Uzbek president or the Tajik premier
        ("Karimov accused Uzbekistan's press.", None, [("Islam Karimov", "UZB")]),
        ("The talks with Johnson failed.", None, [("Johnson", None)]),  # many have the name
        ("Egor Putin left. Putin said no.", "2004-04-15", [("Egor Putin", None)]),
    ],
)
def test_a_leader_is_known_by_the_surname_alone(text: str, day: str | None, who: list[tuple[str, str | None]]) -> None:
    article = uzru.parse(text, date=day)
    assert [(actor.name, actor.country) for actor in article.actors if actor.kind == "person"] == who


def test_a_president_known_to_be_of_one_country_is_not_given_another() -> None:
    article = uzru.parse("President Karimov accused Russia of meddling.")
    [person] = [actor for actor in article.actors if actor.kind == "person"]
    assert person.country != "RUS"
