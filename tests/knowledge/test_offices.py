from datetime import date

import pytest

from uzru.knowledge import Knowledge
from uzru.knowledge.offices import Offices

OFFICES = Offices(Knowledge())


@pytest.mark.parametrize(
    ("title", "day", "country", "holder"),
    [
        ("president", "1995", "KGZ", "Askar Akayev"),
        ("President", "2006-12-20", "TKM", "Saparmurat Niyazov"),
        ("foreign minister", "2005-05-13", "UZB", "Elyor Ganiyev"),
        ("minister of internal affairs", "2005-05-13", "UZB", "Zokir Almatov"),
        ("Defence Secretary", "2004-04-15", "USA", "Donald Rumsfeld"),
        ("defense minister", "2004-04-15", "USA", "Donald Rumsfeld"),
        ("head of state", "2004-04-15", "UZB", "Islam Karimov"),
        ("prime minister", "2010-06", "CHN", "Wen Jiabao"),
        ("chancellor", "2004", "DEU", "Gerhard Schroeder"),
    ],
)
def test_the_holder_of_a_state_office_is_told(title: str, day: str, country: str, holder: str) -> None:
    assert OFFICES.holder(title, day, country=country) == holder


def test_the_holder_of_an_organizations_office_is_told() -> None:
    assert OFFICES.holder("secretary general", "2002-01", organization="North Atlantic Treaty Organization") == (
        "George Robertson"
    )


@pytest.mark.parametrize(
    ("title", "day", "country"),
    [
        ("president", "2000", "RUS"),  # two in that year
        ("president", "1950", "UZB"),  # nobody known
        ("president", "2004", "XXX"),  # no such country
        ("mint keeper", "2004", "UZB"),  # no such office
        ("deputy prime minister", "1999", "UZB"),  # known for other years only
    ],
)
def test_what_is_not_sure_is_not_told(title: str, day: str, country: str) -> None:
    assert OFFICES.holder(title, day, country=country) is None


def test_a_state_and_an_organization_are_not_mixed() -> None:
    assert OFFICES.holder("secretary-general", "2004", country="USA") is None


def test_a_day_of_the_calendar_is_a_day_too() -> None:
    assert OFFICES.holder("president", date(2004, 4, 15), country="UZB") == "Islam Karimov"


def test_the_day_of_handing_over_belongs_to_nobody_alone() -> None:
    assert OFFICES.holder("president", "2008-05-07", country="RUS") is None
    assert OFFICES.holder("president", "2008-05-08", country="RUS") == "Dmitry Medvedev"


def test_all_who_held_an_office_come_in_the_order_of_the_table() -> None:
    assert OFFICES.holders("premier", country="UZB") == (
        "Shavkat Mirziyoyev",
        "Utkir Sultonov",
        "Abdulhashim Mutalov",
        "Abdulla Aripov",
    )
    assert OFFICES.holders("premier", country="XXX") == ()
