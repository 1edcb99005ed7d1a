"""Which years of a history are told in passing: the month behind them is of the year where the story is."""

from __future__ import annotations

import pytest

from uzru.knowledge import Knowledge
from uzru.parsing.dates import Dates
from uzru.parsing.text import Reading

find = Dates(Knowledge())

BEFORE = "The war began in 1936. It was fought in 1937 and 1938. On 3 May 1939 the town fell. "
AFTER = " In June it was retaken."


def year_of_june(told: str) -> str:
    """The month behind a sentence of a history that stands in 1939."""
    return str(find(Reading(BEFORE + told + AFTER))[-1].value)


@pytest.mark.parametrize(
    "told",
    [
        "The League, founded in 1920, met.",
        "The wall, first built in the 1850s, was gone.",
        "The bridge, drawn up in 1909, fell.",
        "Panin, who had fought in 1918, left.",
        "The hill, where the saint died in 1620, was lost.",
        "The fort had been held from 1809 to 1917.",
        "It was the largest fire since 1812.",
        "It broke the peace of 1927.",
        "It broke the 1927 treaty.",
        "A fort built by Panin in 1909 fell.",
        "It had been besieged since July 1937.",
        "Some of them were kept until 1960.",
        "Malika (born in 1910) left.",
        "Her son, who died in 1960, left.",
        "Their minister (1951-1954) left.",
        "Panin would fall in 1941.",
        "It shaped the peace of 1951.",
    ],
)
def test_a_year_told_in_passing_moves_no_story(told: str) -> None:
    assert year_of_june(told) == "1939-06"


@pytest.mark.parametrize(
    ("told", "year"),
    [
        ("In 1943 he left.", 1943),
        ("He held it until 1943.", 1943),
        ("He went to Nukus, where he stayed until 1943.", 1943),
        ("The siege of 1941 was long.", 1941),
        ("In 1931 his father died.", 1931),
        ("\nHis father died in 1931.", 1931),
        ("His father died in February 1931.", 1931),
        ("The truce, signed in 1940, held.", 1940),
    ],
)
def test_a_year_where_the_story_goes_moves_it(told: str, year: int) -> None:
    assert year_of_june(told) == f"{year}-06"


def test_years_later_counts_from_a_year_in_passing_but_the_next_day_does_not() -> None:
    text = BEFORE + "The League, founded in 1920, broke up nineteen years later. The next day he left."
    assert [str(mention.value) for mention in find(Reading(text))][-3:] == ["1920", "1939", "1939-05-04"]
