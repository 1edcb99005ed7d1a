"""News-like text from templates, seeded, of any size."""

import random

_PEOPLE = ["Malika Ortikova", "Egor Panin", "Neil Ashdown", "Joan Tregear", "Timur Saidov", "Leyla Ashford"]
_TITLES = ["President", "Foreign Minister", "analyst", "opposition leader", "spokeswoman", "Deputy Prime Minister"]
_BODIES = ["the Interior Ministry", "the Open Borders Forum", "Enertek", "the National Institute of Strategic Studies"]
_COUNTRIES = ["Uzbekistan", "Russia", "Kazakhstan", "the United States", "Kyrgyzstan", "Turkey"]
_CITIES = ["Nukus", "Moscow", "Brno", "Almaty", "Washington", "Osh"]
_DAYS = [
    "on Monday",
    "yesterday",
    "last month",
    "on 12 May",
    "in 2004",
    "three weeks ago",
    "earlier this year",
    "today",
]
_DEEDS = [
    "signed a treaty with",
    "expelled two diplomats of",
    "condemned the arrests in",
    "sent troops to",
    "held talks with the leaders of",
    "lifted the sanctions against",
]
_PLAIN = [
    "The road to the border was closed for most of the winter, and few lorries crossed it.",
    "Prices have risen by a third, and the harvest was the poorest for years.",
    "The building stands on a hill above the river, with a view of the old bridge.",
    "Many families have moved to the city, where work is easier to find.",
]


def _sentence(rng: random.Random) -> str:
    person, body, country, city = (rng.choice(group) for group in (_PEOPLE, _BODIES, _COUNTRIES, _CITIES))
    day, deed, title = rng.choice(_DAYS), rng.choice(_DEEDS), rng.choice(_TITLES)
    return rng.choice(
        [
            f'"We have waited for this in {city}," {person} said. "It will not be the last time."',
            f"{title} {person} said {day} that {country} {deed} its neighbors.",
            f"{country} {deed} {rng.choice(_COUNTRIES)} {day}.",
            f'According to {body}, the plan is "a step in the wrong direction" for {country}.',
            f"He told reporters in {city} that the talks would go on {day}.",
            *_PLAIN,
            *_PLAIN,
        ]
    )


def article(size: int, seed: int = 1) -> str:
    """A report of at least `size` characters."""
    rng = random.Random(seed)
    parts = [f"{rng.choice(_COUNTRIES)}: A Headline About The Treaty", "Brno, 9 July 2002 (RFE/RL) -- "]
    parts[1] += _sentence(rng)
    length = sum(map(len, parts))
    while length < size:
        paragraph = " ".join(_sentence(rng) for _ in range(rng.randint(1, 4)))
        parts.append(paragraph)
        length += len(paragraph) + 2
    return "\n\n".join(parts)
