"""Each group of patterns: a sentence that it takes, and one that it must refuse."""

from __future__ import annotations

from pathlib import Path

import pytest

from uzru.knowledge import Knowledge
from uzru.parsing.parser import Parser

HERE = Path(__file__).parent


def _lines(name: str) -> list[tuple[str, ...]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


@pytest.mark.parametrize(("type_", "pattern", "sentence"), _lines("takes.tsv"))
def test_a_pattern_takes_its_example(parser: Parser, type_: str, pattern: str, sentence: str) -> None:
    events = parser.parse(sentence).events
    assert events, "no event"
    first = max(events, key=lambda event: event.confidence)
    assert (first.type.value, first.rule) == (type_, pattern)


@pytest.mark.parametrize(("pattern", "sentence", "instead"), _lines("refuses.tsv"))
def test_a_pattern_refuses_what_only_looks_like_it(parser: Parser, pattern: str, sentence: str, instead: str) -> None:
    events = parser.parse(sentence).events
    assert pattern not in [event.rule for event in events]
    first = max(events, key=lambda event: event.confidence, default=None)
    assert (first.type.value if first else "-") == instead


def test_every_example_names_a_pattern_of_the_table() -> None:
    names = {row[0] for row in Knowledge().table("event-patterns")} | {"must", "noun strike"}
    assert {line[1] for line in _lines("takes.tsv")} | {line[0] for line in _lines("refuses.tsv")} <= names
