from pathlib import Path

import pytest

from uzru import Article, from_json, to_json

PAST = sorted((Path(__file__).parent / "past").glob("*.json"))


@pytest.mark.parametrize("file", PAST, ids=lambda file: file.stem)
def test_a_document_of_a_past_version_loads_as_the_article_it_was(file: Path, report: Article) -> None:
    loaded = from_json(file.read_bytes())
    assert loaded == report
    assert from_json(to_json(loaded)) == loaded


def test_there_is_a_document_of_the_first_version() -> None:
    assert [file.stem for file in PAST] == ["uzru-1"]
