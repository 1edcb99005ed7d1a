"""The rules are general: with every person, place, body and date renamed, the two reports give the same structure."""

import re
from typing import Any

import pytest

import uzru
from uzru import Article

NAMES = {
    "Islam Karimov": "Timur Saidov",
    "Karimov": "Saidov",
    "Vladimir Putin": "Orhan Aydin",
    "Putin": "Aydin",
    "Shirin Akiner": "Leyla Ashford",
    "Akiner": "Ashford",
    "Kamoliddin Rabbimov": "Jasur Tolibov",
    "Rabbimov": "Tolibov",
    "Lena Jonson": "Karin Lindahl",
    "Jonson": "Lindahl",
    "Gulnoza Saidazimova": "Malika Yusupova",
    "Bruce Pannier": "Neil Ashdown",
    "Uzbekistan": "Kyrgyzstan",
    "Uzbek": "Kyrgyz",
    "Tashkent": "Bishkek",
    "Russians": "Turks",
    "Russian": "Turkish",
    "Russia": "Turkey",
    "Moscow": "Ankara",
    "London": "Oslo",
    "Prague": "Vienna",
    "New York": "Boston",
    "Gazprom": "Enertek",
    "Human Rights Watch": "Open Borders Forum",
    "Royal Institute of International Affairs": "National Institute of Strategic Studies",
    "Swedish Institute of International Affairs": "Danish Institute of Foreign Policy",
    "Andijon": "Talas",
    "Karshi-Khanabad": "Batken-Uzgen",
    "Reuters": "Interfax",
}
DATES = {
    "15 April 2004": "7 October 2011",
    "2004": "2011",
    "May 2005": "June 2009",
    "November 2005": "March 2010",
    "the 1990s": "the 1980s",
    "1999": "1987",
}
PARTS = ("blocks", "headline", "contributors", "credits", "related", "quotes", "actors", "dates", "events")
_WORDS = re.compile("|".join(rf"\b{re.escape(old)}\b" for old in sorted({**NAMES, **DATES}, key=len, reverse=True)))


def renamed(text: str) -> str:
    return _WORDS.sub(lambda match: {**NAMES, **DATES}[match[0]], text)


def structure(article: Article, rename: bool) -> dict[str, list[Any]]:
    """What the article says, with names exchanged if asked for, without offsets, dates and ids."""

    def name(text: str | None) -> str | None:
        return renamed(text) if rename and text else text

    return {
        "blocks": [block.kind for block in article.blocks],
        "headline": [name(article.headline)],
        "contributors": [name(credit.name) for credit in article.contributors],
        "credits": [name(credit.name) for credit in article.credits],
        "related": [name(link.title) for link in article.related],
        "quotes": [
            (
                quote.kind,
                len(quote.spans),
                name(quote.speaker.name if quote.speaker else None),
                name(quote.text),
                bool(quote.repeats),
            )
            for quote in article.quotes
        ],
        "actors": sorted((actor.kind.value, name(actor.name)) for actor in article.actors),
        "dates": [(date.type, date.value is None) for date in article.dates],
        "events": [
            (
                event.type,
                event.status,
                sorted(str(name(actor.name)) for actor in event.sources),
                sorted(str(name(actor.name)) for actor in event.targets),
                event.when is None,
            )
            for event in article.events
        ],
    }


@pytest.mark.parametrize(
    "part", ["blocks", "headline", "contributors", "credits", "related", "quotes", "actors", "dates", "events"]
)
@pytest.mark.parametrize("index", [0, 1])
def test_the_same_structure_under_other_names(index: int, part: str) -> None:
    seed = uzru.load_seeds()[index]
    other = uzru.parse(renamed(seed.text))
    assert structure(other, rename=False)[part] == structure(seed, rename=True)[part]
