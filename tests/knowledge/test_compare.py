import json
from pathlib import Path

import pytest

from uzru.knowledge import Knowledge
from uzru.knowledge.compare import differences, main

DATA = {
    "UZ": {"iso": "UZ", "iso3": "UZB", "name": "Uzbekistan", "capital": "Tashkent"},
    "KZ": {"iso": "KA", "iso3": "KAZ", "name": "Mintland", "capital": "Almaty"},
    "NL": {"iso": "NL", "iso3": "NLD", "name": "The Netherlands", "capital": "Brno"},
    "XX": {"iso": "XX", "iso3": "XXX", "name": "Nowhere", "capital": ""},
}


def test_what_differs_is_told_and_nothing_else() -> None:
    assert list(differences(Knowledge(), DATA)) == [
        "KAZ: alpha-2 KA, here KZ",
        "KAZ: name Mintland, here Kazakhstan",
        "NLD: capital Brno, here The Hague|Amsterdam",
        "XXX: Nowhere is not here",
    ]


def test_the_differences_of_a_file_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "countries.json"
    path.write_text(json.dumps({"XX": DATA["XX"]}), encoding="utf-8")
    assert main([str(path)]) == 0
    assert capsys.readouterr().out == "XXX: Nowhere is not here\n"


@pytest.mark.parametrize("arguments", [[], ["no-such-file.json"], ["one", "two"]])
def test_without_a_file_the_use_is_told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 1
    assert "COUNTRIES.json" in capsys.readouterr().err
