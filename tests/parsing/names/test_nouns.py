"""Groups, and named actors called by what they are."""

from collections.abc import Callable

import pytest

from uzru.model import ActorKind
from uzru.parsing.names import Named

Found = Callable[[str], Named]


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("Tajik lawmakers voted.", "Tajik lawmakers", "TJK", "LEG"),
        ("Police arrested suspected militants.", "suspected militants", None, "UAF"),
        ("It helps Central Asian governments.", "Central Asian governments", None, "GOV"),
        ("The Uzbek government waited.", "Uzbek government", "UZB", "GOV"),
        ("Uzbekistan's army waited.", "Uzbekistan's army", "UZB", "MIL"),
    ],
)
def test_groups_have_country_and_sector(find: Found, text: str, name: str, country: str | None, sector: str) -> None:
    group = next(a for a in find(text).actors if a.kind is ActorKind.GROUP and a.name == name)
    assert (group.country, group.sectors) == (country, (sector,))


def test_people_at_large_are_no_group(find: Found) -> None:
    assert not find("Some people left, and others stayed with the leaders.").actors


def test_an_office_alone_means_the_person_who_was_given_it(find: Found) -> None:
    text = "Uzbek President Egor Panin met Kazakh President Malika Ortikova. The Uzbek president left."
    found = [(text[m.span.slice], m.actor.name) for m in find(text).mentions]
    assert ("Uzbek president", "Egor Panin") in found


def test_an_office_that_nobody_was_given_means_nobody(find: Found) -> None:
    text = "Egor Panin left. The president stayed."
    assert [m.actor.name for m in find(text).mentions] == ["Egor Panin"]


def test_the_ministry_is_the_ministry_named(find: Found) -> None:
    text = "The Tajik Health Ministry met the Bank of Nukus. The ministry waited."
    last = find(text).mentions[-1]
    assert (text[last.span.slice], last.actor.name) == ("ministry", "Tajik Health Ministry")


def test_a_noun_within_a_longer_group_is_no_group_of_its_own(find: Found) -> None:
    assert [actor.name for actor in find("Kyrgyz opposition leaders met.").actors if actor.kind is ActorKind.GROUP] == [
        "Kyrgyz opposition leaders"
    ]


def test_whose_government_it_is_tells_its_country(find: Found) -> None:
    text = "Kazakh President Egor Panin left. Panin's government stayed, and the Kazakh government fell."
    groups = [(actor.name, actor.country) for actor in find(text).actors if actor.kind is ActorKind.GROUP]
    assert groups == [("Kazakh government", "KAZ")]


@pytest.mark.parametrize(
    ("text", "noun", "meant"),
    [
        ("Malawi votes. Panin left the country.", "country", "Malawi"),
        ("Egor Panin joined the Sunrise Council. Later the Sunrise Council group fell.", "group", "Sunrise Council"),
        ("Egor Panin met the lawyer Malika Ortikova.", "lawyer", "Malika Ortikova"),
    ],
)
def test_a_noun_means_the_one_named_at_it(find: Found, text: str, noun: str, meant: str) -> None:
    named = find(text)
    assert [m.actor.name for m in named.mentions if text[m.span.slice] == noun] == [meant]


def test_a_title_right_before_a_name_is_no_mention_of_its_own(find: Found) -> None:
    text = "Governor of Nukus Egor Panin met President Malika Ortikova."
    assert [text[m.span.slice] for m in find(text).mentions] == ["Egor Panin", "Malika Ortikova"]


def test_a_title_with_a_capital_alone_is_an_office(find: Found) -> None:
    text = "President Egor Panin left. The President was ill."
    assert [m.form for m in find(text).mentions if text[m.span.slice] == "President"] == ["title"]


def test_the_alliance_and_the_bloc_are_those_between_states(find: Found) -> None:
    named = find("NATO met in Brno. The alliance said no. The European Union left; the bloc is tired.")
    texts = {m.actor.name for m in named.mentions if m.form == "nominal"}
    assert texts == {"North Atlantic Treaty Organization", "European Union"}
