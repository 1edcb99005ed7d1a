import csv
from pathlib import Path
from typing import Any

import attrs
import pytest

from uzru import Article, Corpus, FormatError, MissingExtraError
from uzru.formats.tables import TABLES, Table, corpus_rows, rows, to_csv
from uzru.model import ActorId


def records(corpus: Corpus, table: str) -> list[dict[str, Any]]:
    names = [column.name for column in TABLES[table].columns]
    return [dict(zip(names, row, strict=True)) for row in corpus_rows(corpus, table)]


@pytest.mark.parametrize("table", TABLES)
def test_rows_have_a_value_for_each_column(two_reports: Corpus, table: str) -> None:
    found = list(rows(two_reports, table))
    assert found
    assert {len(row) for row in found} == {len(TABLES[table].columns)}


def test_a_quotation_is_a_row(two_reports: Corpus) -> None:
    first = records(two_reports, "quotes")[0]
    assert (first["speaker"], first["speaker_text"], first["cue"]) == ("Egor Panin", "Egor Panin", "tell")
    assert str(first["when_earliest"]) == "2004-05-02"
    assert str(first["when_latest"]) == "2004-05-03"
    assert [two_reports[0].text[start:end] for start, end in zip(first["starts"], first["ends"], strict=True)] == [
        "We will stay [here]...",
        "And so will the mint,",
    ]


def test_an_event_is_a_row_with_its_counts(two_reports: Corpus) -> None:
    visit, killed = records(two_reports, "events")
    assert (killed["killed_low"], killed["killed_high"], killed["injured_low"]) == (3, 3, None)
    assert (visit["sources"], visit["targets"], visit["inner"]) == (["Egor Panin"], ["Neil Ashdown"], "AID")
    assert killed["reported_by"] == "quote-2"


def test_an_actor_of_several_articles_stands_once(two_reports: Corpus) -> None:
    assert [row["name"] for row in records(two_reports, "actors")] == ["Egor Panin", "Neil Ashdown"]
    assert len(list(rows(two_reports, "actors"))) == 3
    assert [row["title"] for row in records(two_reports, "roles")] == ["president", "politician"]


def test_every_foreign_key_leads_to_a_row(two_reports: Corpus) -> None:
    held = {
        f"{name}.{table.columns[0].name}": {row[0] for row in corpus_rows(two_reports, name)}
        for name, table in TABLES.items()
    }
    checked = 0
    for name, table in TABLES.items():
        for index, column in enumerate(table.columns):
            if column.points_to:
                values = [row[index] for row in corpus_rows(two_reports, name)]
                flat = [one for value in values for one in (value if isinstance(value, list) else [value])]
                assert {one for one in flat if one is not None} <= held[column.points_to], (name, column.name)
                checked += 1
    assert checked >= 12


def test_there_is_no_other_table(two_reports: Corpus) -> None:
    with pytest.raises(FormatError, match="'shouts' is not one of articles, quotes"):
        rows(two_reports, "shouts")


def test_csv_needs_no_package_and_keeps_line_breaks(two_reports: Corpus, tmp_path: Path) -> None:
    written = two_reports.to_csv(tmp_path / "out")
    assert [path.name for path in written] == [f"{name}.csv" for name in TABLES]
    with (tmp_path / "out" / "articles.csv").open(encoding="utf-8", newline="") as file:
        first, second = csv.DictReader(file)
    assert first["text"] == two_reports[0].text
    assert first["byline"] == "Joan Lee"
    assert second["headline"] == ""
    with (tmp_path / "out" / "events.csv").open(encoding="utf-8", newline="") as file:
        assert [row["reciprocal"] for row in csv.DictReader(file)] == ["false", "false"]


def test_texts_that_utf8_lacks_are_replaced(tmp_path: Path) -> None:
    to_csv(Corpus([Article(text="a\ud800b\0")]), tmp_path)
    assert "a\ufffdb\ufffd" in (tmp_path / "articles.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("method", ["to_arrow", "to_pandas"])
def test_without_pyarrow_the_extra_is_named(two_reports: Corpus, monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(MissingExtraError, match=r"uzru\[tables\]"):
        getattr(two_reports, method)("quotes")


PAGE = (Path(__file__).parents[2] / "docs" / "tables.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_the_page_of_tables_tells_of_every_column(table: Table) -> None:
    section = PAGE.split(f"## `{table.name}`")[1].split("\n## ")[0]
    for column in table.columns:
        pointer = f"`{column.points_to}`" if column.points_to else ""
        assert f"| `{column.name}` | {column.type} | {column.what} | {pointer} |" in section
    assert section.count("\n| `") == len(table.columns)


def test_joined_actors_have_one_id_in_every_table(report: Article) -> None:
    other = attrs.evolve(report.actors[0], name="Egor Panyn", id=ActorId("actor-other"))
    quote = attrs.evolve(report.quotes[2], speaker=other, repeats=None)
    later = Article(text=report.text, actors=(other,), quotes=(quote,))
    corpus = Corpus([report, later], same=[("Egor Panin", "Egor Panyn")])
    assert len(corpus.actors()) == 2
    held = {row["actor_id"] for row in records(corpus, "actors")}
    assert {row["speaker_id"] for row in records(corpus, "quotes")} == held
    assert {row["speaker"] for row in records(corpus, "quotes")} == {"Egor Panin", "Neil Ashdown"}
