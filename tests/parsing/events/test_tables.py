"""The event tables: sound as packaged, and faults in a user's own named."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from uzru.errors import KnowledgeError
from uzru.knowledge import Knowledge
from uzru.parsing.events.lexicon import Lexicon

TABLES = (
    "event-patterns",
    "event-verbs",
    "event-nouns",
    "event-modes",
    "event-contexts",
    "event-operators",
    "event-numbers",
)


def _own(tmp_path: Path, table: str, *cells: str) -> Knowledge:
    columns = Knowledge().columns(table)
    row = (*cells, *[""] * (len(columns) - len(cells)))
    lines = ("\t".join(columns), "\t".join(row))
    (tmp_path / f"{table}.tsv").write_text("\n".join(lines), encoding="utf-8")
    return Knowledge.load(tmp_path)


@pytest.mark.parametrize("table", TABLES)
def test_no_key_stands_twice(table: str) -> None:
    keys = Counter(row[0] for row in Knowledge().table(table))
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("table", TABLES)
def test_no_cell_has_blanks_around_it(table: str) -> None:
    assert [cell for row in Knowledge().table(table) for cell in row if cell != cell.strip()] == []


def test_every_class_of_nouns_is_used_or_tells_an_event() -> None:
    knowledge = Knowledge()
    used = {word[1:] for row in knowledge.table("event-patterns") for cell in row[2:5] for word in cell.split()}
    idle = [
        name
        for name, _, type_, _, alone in knowledge.table("event-nouns")
        if name not in used and not (type_ and alone)
    ]
    assert idle == []


def test_every_class_of_verbs_is_used() -> None:
    knowledge = Knowledge()
    used = {word[1:] for row in knowledge.table("event-patterns") for word in row[1].split() if word.startswith("@")}
    assert {row[0] for row in knowledge.table("event-verbs")} == used


@pytest.mark.parametrize(
    ("table", "cells", "fault"),
    [
        ("event-patterns", ("x", "sulk", "", "", "", "SULK"), "no type 'SULK'"),
        ("event-patterns", ("x", "sulk", "", "", "", "AGREE", "demo"), "AGREE has no mode 'demo'"),
        ("event-patterns", ("x", "sulk", "@sulks", "", "", "AGREE"), "no class @sulks"),
        ("event-patterns", ("x", "@sulk", "", "", "", "AGREE"), "no class @sulk of verbs"),
        ("event-nouns", ("x", "sulk", "SULK", "", "yes"), "no type 'SULK'"),
        ("event-modes", ("x", "PROTEST", "curfew", "sulk"), "PROTEST has no mode 'curfew'"),
        ("event-contexts", ("sulking", "sulk"), "no context 'sulking'"),
    ],
)
def test_a_faulty_row_is_named(tmp_path: Path, table: str, cells: tuple[str, ...], fault: str) -> None:
    with pytest.raises(KnowledgeError, match=fault):
        Lexicon(_own(tmp_path, table, *cells))


def test_a_users_row_replaces_the_packaged_one_of_its_name(tmp_path: Path) -> None:
    lexicon = Lexicon(_own(tmp_path, "event-patterns", "boycott", "boycott", "", "", "", "REJECT"))
    sense = lexicon.senses["boycott"]
    assert sense is not None
    [pattern] = sense.defaults
    assert pattern.type == "REJECT"
