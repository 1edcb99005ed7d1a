"""Capitals and seats of power that act."""

from collections.abc import Callable

import pytest

from uzru.model import MentionForm
from uzru.parsing.names import Named
from uzru.parsing.names.lexicon import Lexicon

Found = Callable[[str], Named]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Moscow said it would wait.", "RUS"),
        ("It improved ties between Moscow and Tashkent.", "RUS"),
        ("Tashkent has expelled them.", "UZB"),
        ("Moscow's support was noted.", "RUS"),
        ("The Kremlin denied it.", "RUS"),
    ],
)
def test_a_capital_that_acts_is_its_country(find: Found, text: str, country: str) -> None:
    metonyms = [m.actor.country for m in find(text).mentions if m.form is MentionForm.METONYM]
    assert metonyms[:1] == [country]


@pytest.mark.parametrize(
    "text", ["He lives in Moscow.", "He flew from Tashkent to Moscow.", "Moscow's streets were empty."]
)
def test_a_capital_where_something_happens_is_a_place(find: Found, text: str) -> None:
    named = find(text)
    assert not [m for m in named.mentions if m.form is MentionForm.METONYM]
    assert named.places


def test_brussels_is_the_union_that_sits_there(find: Found) -> None:
    text = "Brussels said it would wait."
    assert [m.actor.name for m in find(text).mentions if m.form is MentionForm.METONYM] == ["European Union"]


def test_a_city_with_allies_acts(find: Found) -> None:
    named = find("Washington along with its allies demanded more.")
    assert [(m.form, m.actor.name) for m in named.mentions][:1] == [("metonym", "United States")]


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("Kremlin spokesman Egor Panin left Bishkek.", "Kremlin", "RUS", "GOV"),
        ("He called the White House press office.", "White House", "USA", "GOV"),
        ("Pentagon chief Egor Panin left Brno.", "Pentagon", "USA", "MIL"),
    ],
)
def test_a_seat_of_power_that_does_not_act_has_its_own_country(
    find: Found, text: str, name: str, country: str, sector: str
) -> None:
    seat = next(actor for actor in find(text).actors if actor.name == name)
    assert (seat.country, seat.sectors) == (country, (sector,))


def test_every_seat_of_a_country_is_known_with_it(lexicon: Lexicon) -> None:
    seats = {name: meant for name, (of, meant) in lexicon.metonyms.items() if of == "country"}
    assert len(seats) > 50
    assert {name: lexicon.seats[name].country for name in seats} == seats
    assert set(seats.values()) <= lexicon.states
