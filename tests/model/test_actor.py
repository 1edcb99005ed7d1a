from datetime import date

import pytest

from uzru import Actor, ActorKind, ModelError, PartialDate, Place, Role, parse_when
from uzru.model import Interval


def held(text: str) -> Interval:
    value = parse_when(text)
    assert isinstance(value, Interval)
    return value


MINISTER = Role(title="minister", country="KAZ", held=held("1999/2003-06"))
PRESIDENT = Role(title="president", country="KAZ", held=held("2003-06-12/.."))


def test_the_office_held_on_a_day_is_found() -> None:
    actor = Actor(name="Egor Panin", kind=ActorKind.PERSON, roles=(MINISTER, PRESIDENT))
    assert actor.role_at("2001-05-01") == MINISTER
    assert actor.role_at(date(2010, 1, 1)) == PRESIDENT
    assert actor.role_at(PartialDate.parse("2010")) == PRESIDENT


def test_before_any_dated_office_there_is_none() -> None:
    assert Actor(name="Egor Panin", kind=ActorKind.PERSON, roles=(MINISTER,)).role_at("1990") is None


def test_a_role_without_dates_counts_when_no_dated_one_does() -> None:
    analyst = Role(title="analyst")
    actor = Actor(name="Egor Panin", kind=ActorKind.PERSON, roles=(analyst, MINISTER))
    assert actor.role_at("1990") == analyst
    assert actor.role_at("2000") == MINISTER


def test_of_two_offices_at_once_the_later_begun_wins() -> None:
    chair = Role(title="chairman", held=held("2005/2006"))
    actor = Actor(name="Egor Panin", kind=ActorKind.PERSON, roles=(chair, PRESIDENT))
    assert actor.role_at("2005-07-01") == chair


def test_the_same_kind_name_and_country_give_the_same_id() -> None:
    one = Actor(name="Egor Panin", kind=ActorKind.PERSON, country="KAZ")
    assert one.id == Actor(name="Egor Panin", kind=ActorKind.PERSON, country="KAZ", aliases=("Panin",)).id
    assert one.id != Actor(name="Egor Panin", kind=ActorKind.PERSON, country="RUS").id


@pytest.mark.parametrize("code", ["UZ", "uzb", "Uzbekistan", ""])
def test_a_country_code_that_is_none_is_refused(code: str) -> None:
    with pytest.raises(ModelError, match="ISO 3166-1"):
        Place(name="Nukus", country=code)


def test_an_unknown_sector_is_refused_with_the_list() -> None:
    with pytest.raises(ModelError, match=r"PLOVER code.*COP"):
        Actor(name="Egor Panin", kind=ActorKind.PERSON, sectors=("POL",))


def test_an_empty_name_is_refused() -> None:
    with pytest.raises(ModelError, match="empty"):
        Actor(name=" ", kind=ActorKind.PERSON)


def test_an_unknown_kind_is_refused_with_the_list() -> None:
    with pytest.raises(ModelError, match="person, organization, country, group"):
        Actor(name="Egor", kind="city")
