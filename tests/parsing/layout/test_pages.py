"""Every page of the fixtures folder gives what the JSON beside it says."""

import json
from pathlib import Path
from typing import Any

import pytest

from uzru.knowledge import Knowledge
from uzru.model import Credit
from uzru.parsing.layout import LaidOut, Layout

PAGES = Path(__file__).parents[2] / "fixtures" / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.txt"))
LAYOUT = Layout(Knowledge())


def cut(words: str) -> str:
    """A block as the JSON shows it: on one line, a long one cut in its middle."""
    words = " ".join(words.split())
    return words if len(words) <= 72 else f"{words[:40].rstrip()} ... {words[-20:].lstrip()}"


def credit(given: Credit) -> dict[str, str]:
    fields = {"name": given.name, "role": given.role, "organization": given.organization, "place": given.place}
    return {name: value for name, value in fields.items() if value}


def describe(text: str, page: LaidOut) -> dict[str, Any]:
    """What was found on a page, as the JSON gives it; what was not found is left out."""
    dateline = page.dateline and {
        "places": [place.name for place in page.dateline.places],
        "date": page.dateline.date and str(page.dateline.date),
        "agency": page.dateline.agency,
    }
    items = [
        {
            "headline": item.headline,
            "date": item.date and str(item.date),
            "credits": [one.name for one in item.credits],
            "text": cut(text[item.span.slice]),
        }
        for item in page.items
    ]
    found: dict[str, Any] = {
        "style": page.style,
        "headline": page.headline,
        "summary": page.summary,
        "dateline": dateline,
        "published": page.published and str(page.published),
        "byline": [credit(one) for one in page.byline],
        "contributors": [credit(one) for one in page.contributors],
        "credits": [credit(one) for one in page.credits],
        "related": [link.title for link in page.related],
        "items": items,
    }
    found = {name: value for name, value in found.items() if value}
    found["blocks"] = [
        [block.kind.value + (" again" if block.repeats else ""), cut(text[block.span.slice])] for block in page.blocks
    ]
    return found


def read(name: str) -> str:
    return (PAGES / f"{name}.txt").read_bytes().decode("utf-8")


def test_there_are_pages_enough() -> None:
    assert len(NAMES) >= 40


@pytest.mark.parametrize("name", NAMES)
def test_a_page_gives_what_its_json_says(name: str) -> None:
    expected = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))
    assert expected.pop("about"), "say what the page shows"
    text = read(name)
    assert describe(text, LAYOUT(text)) == expected


@pytest.mark.parametrize("name", NAMES)
def test_blocks_cover_all_but_white_space_and_prose_keeps_its_offsets(name: str) -> None:
    text = read(name)
    page = LAYOUT(text)
    at = 0
    for block in page.blocks:
        assert at <= block.span.start < block.span.end
        assert not text[at : block.span.start].strip()
        at = block.span.end
    assert not text[at:].strip()
    assert len(page.reading.view) == len(text)
    for paragraph in page.reading.paragraphs:
        words = page.reading.view[paragraph.start : paragraph.end]
        assert words.split() == text[paragraph.start : paragraph.end].split()
