"""Faultless reports of any size, the same for the same seed."""

from __future__ import annotations

import random
from typing import NamedTuple

__all__ = ["make_report"]

_FIRST = "Malika Egor Neil Judith Timur Leyla Joan Shirin Pavel Gulnoza Marat Irena Oskar Dilbar Anton Farida".split()
_LAST = (
    "Ortikova Panin Ashdown Tregear Saidov Ashford Mirzoyev Annayeva Koslov Bergman Turaeva Lindqvist Haidarov".split()
)
_OFFICES = (
    "President", "Foreign Minister", "opposition leader", "spokeswoman", "Deputy Prime Minister", "analyst",
    "human rights activist", "Defense Minister", "parliament speaker", "economist",
)  # fmt: skip
_BODIES = (
    "the Interior Ministry", "the Open Borders Forum", "Enertek", "the National Institute of Strategic Studies",
    "the Central Bank", "the Senate", "the European Union", "the Supreme Court", "the Party of Renewal",
)  # fmt: skip
_COUNTRIES = ("Uzbekistan", "Russia", "Kazakhstan", "the United States", "Kyrgyzstan", "Turkey", "Germany", "Iran")
_CITIES = ("Nukus", "Moscow", "Brno", "Almaty", "Washington", "Osh", "Tashkent", "Geneva", "Ankara", "Bukhara")
_DAYS = (
    "on Monday", "yesterday", "last month", "on 12 May", "in 2004", "three weeks ago", "earlier this year", "today",
    "on Thursday", "in March", "late last year", "for two months", "since 1999", "this week",
)  # fmt: skip
_DEEDS = (
    "signed a treaty with", "expelled two diplomats of", "condemned the arrests in", "sent troops to",
    "held talks with the leaders of", "lifted the sanctions against", "offered a loan to", "accused the government of",
    "resumed the trade talks with", "recalled its ambassador to",
)  # fmt: skip
_WHO = (
    "the farmers of the valley", "most of the traders", "younger voters", "the owners of the small shops",
    "many of the families", "the engineers at the plant", "teachers in the provinces", "the drivers of the lorries",
    "few of the students", "the people in the market", "the miners", "several of the villages",
)  # fmt: skip
_DO = (
    "have waited for a better road", "depend on the water of the canal", "cannot pay the higher price of bread",
    "remember how the old factory was closed", "have little faith in promises of a quick recovery",
    "would rather keep what they have than try something new", "send their children to school across the river",
    "have seen the river rise in every spring", "know that the winter will be long", "are used to standing in line",
    "look for work in the capital", "grow cotton on fields that become saltier with each harvest",
)  # fmt: skip
_HOW = (
    "although the season is nearly over", "because the bridge is too narrow for heavy trucks", "and little has changed",
    "while the prices of fuel and flour keep going up", "in spite of everything that was promised",
    "as their parents did before them", "where the railway ends", "but hardly anybody speaks about it",
    "with an old lamp in the window and a stove in the corner", "if the weather holds", "in a quiet sort of way",
)  # fmt: skip
_SAID = (
    "We have waited for this much too long", "It will not be the last time", "Nobody asked us what we think of it",
    "There is no other road to take", "I do not believe that the plan can work", "We need time and patience",
    "Our neighbors understand this very well", "This is a matter of trust", "The figures speak for themselves",
)  # fmt: skip
_BITS = ("a step in the wrong direction", "an honest attempt", "the price of delay", "long overdue", "a dead letter")
_CUES = ("said", "told reporters", "added", "warned", "explained", "said in an interview")


class _Person(NamedTuple):
    name: str
    last: str
    office: str


class _Cast:
    """Who acts in one report, and the dice."""

    def __init__(self, rng: random.Random) -> None:
        self.choose, self.sample = rng.choice, rng.sample
        lasts = rng.sample(_LAST, 5)
        self.introduced: set[str] = set()
        self.people = [_Person(f"{rng.choice(_FIRST)} {last}", last, rng.choice(_OFFICES)) for last in lasts]
        self.bodies = rng.sample(_BODIES, 3)
        self.countries = rng.sample(_COUNTRIES, 3)
        self.cities = rng.sample(_CITIES, 3)

    def person(self) -> str:
        """Somebody: at first by office and whole name, later mostly by the last name."""
        who = self.choose(self.people)
        full = f"{who.office} {who.name}"
        if who.last in self.introduced:
            return self.choose((full, who.name, who.last, who.last, who.last))
        self.introduced.add(who.last)
        return full

    def clause(self) -> str:
        """What people do, in some fifteen words."""
        return f"{self.choose(_WHO)} {self.choose(_DO)} {self.choose(_HOW)}"

    def sentence(self) -> str:
        """One sentence of any kind; the frequent kinds stand in the list more than once."""
        choose = self.choose
        country, other = self.sample(self.countries, 2)
        city, further = self.sample(self.cities, 2)
        body, day = choose(self.bodies), choose(_DAYS)

        def told() -> str:
            return f"{self.person()} {choose(_CUES)} that {self.clause()}"

        text = choose(
            (
                lambda: f'"{choose(_SAID)}," {self.person()} {choose(_CUES)}. "{choose(_SAID)}."',
                lambda: f'"{choose(_SAID)}, and {self.clause()}," {self.person()} said {day}',
                lambda: f'According to {body}, the plan is "{choose(_BITS)}" for {country} and for {other}',
                lambda: f'{self.person()} called the speech in {city} "{choose(_BITS)}" and said {self.clause()}',
                told,
                told,
                lambda: f"he said {self.clause()}",
                lambda: f"{told()}, and {body} agrees",
                lambda: f"{country} {choose(_DEEDS)} {other} {day}",
                lambda: f"{self.person()} said that {country} {choose(_DEEDS)} its neighbors {day}",
                lambda: f"{country}, which lies between {other} and the sea, is a land where {self.clause()}",
                lambda: f"{self.person()} was born in {city} and worked for {body} before coming to {further}",
                lambda: f"between {city} and {further}, {self.clause()}",
                lambda: f"the offices of {body} in {city} stand on a hill, and {self.person()} can be seen there {day}",
                lambda: f"for {self.person()}, who knows {country} well, {self.clause()}",
                lambda: f"in {country} {self.clause()}, and in {other} {self.clause()}",
                self.clause,
                self.clause,
            )
        )()
        return text[0].upper() + text[1:] + ("" if text.endswith('."') else ".")


def make_report(size: int, seed: int = 1) -> str:
    """A news report of at least `size` characters from templates: the same for the same seed, for benchmarks.

    A thousand words of it hold about as many names, dates, quotations and events as a newspaper's articles on
    politics do.

    >>> make_report(2_000) == make_report(2_000), len(make_report(2_000)) >= 2_000
    (True, True)
    """
    rng = random.Random(seed)
    cast = _Cast(rng)
    country = cast.countries[0].removeprefix("the ")
    parts = [f"{country}: A Headline About The Treaty", f"Brno, 9 July 2002 (RFE/RL) -- {cast.sentence()}"]
    length = sum(map(len, parts))
    while length < size:
        paragraph = " ".join(cast.sentence() for _ in range(rng.randint(1, 4)))
        parts.append(paragraph)
        length += len(paragraph) + 2
    return "\n\n".join(parts)
