"""Documents written by past releases: `past/RELEASE/*.json`.  They are never changed; each release adds its own.

`written.json` is the report of `tests/conftest.py`, in which every field is set; the others are pages as that release
read them: the two packaged reports, a digest with items, an interview, a web page.
"""

import warnings
from pathlib import Path

import pytest

from uzru import Article, from_json, to_json

PAST = sorted((Path(__file__).parent / "past").glob("*/*.json"))
NAMES = [f"{file.parent.name}/{file.stem}" for file in PAST]


@pytest.mark.parametrize("file", PAST, ids=NAMES)
def test_a_document_of_a_past_release_loads_and_is_written_again(file: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        loaded = from_json(file.read_bytes())
    assert from_json(to_json(loaded)) == loaded
    assert loaded.text
    assert loaded.blocks


@pytest.mark.parametrize("file", [file for file in PAST if file.stem == "written"], ids=lambda file: file.parent.name)
def test_a_document_with_every_field_set_loads_as_the_article_it_was(file: Path, report: Article) -> None:
    assert from_json(file.read_bytes()) == report


def test_the_first_release_left_documents_of_every_kind() -> None:
    first = {file.stem: from_json(file.read_bytes()) for file in PAST if file.parent.name == "0.1.0"}
    assert first.keys() == {"written", "seed-1", "seed-2", "digest", "interview", "web-page"}
    assert len(first["digest"].items) == 3
    assert any(block.label for block in first["interview"].blocks)
    assert first["web-page"].source is not None
    assert first["web-page"].source.publisher
