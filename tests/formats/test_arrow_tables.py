from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import uzru
from uzru import Article, Corpus
from uzru.formats.tables import TABLES, arrow_schema, corpus_rows, record_batches
from uzru.testing import news_texts

pa: Any = pytest.importorskip("pyarrow")


@pytest.mark.parametrize("table", TABLES)
def test_arrow_holds_what_the_rows_hold(two_reports: Corpus, table: str) -> None:
    made = two_reports.to_arrow(table)
    assert made.schema.equals(arrow_schema(table), check_metadata=True)
    names = [column.name for column in TABLES[table].columns]
    assert [tuple(row[name] for name in names) for row in made.to_pylist()] == list(corpus_rows(two_reports, table))


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_corpus_has_the_same_schema(table: str) -> None:
    made = Corpus().to_arrow(table)
    assert made.num_rows == 0
    assert made.schema.equals(arrow_schema(table))


def test_the_schema_tells_what_columns_hold_and_point_to() -> None:
    field = arrow_schema("quotes").field("speaker_id")
    assert field.metadata == {b"description": b"whose words they are", b"points_to": b"actors.actor_id"}


def test_batches_are_made_as_articles_come(report: Article) -> None:
    asked: list[int] = []

    def articles() -> Any:
        for number in range(10):
            asked.append(number)
            yield report

    batches = record_batches(articles(), "quotes", size=6)
    assert next(batches).num_rows == 6
    assert len(asked) < 4
    assert [batch.num_rows for batch in batches] == [6, 6, 6, 6]


def test_lone_surrogates_are_replaced() -> None:
    corpus = Corpus([Article(text="fine"), Article(text="a\ud800")])
    assert corpus.to_arrow("articles").column("text").to_pylist() == ["fine", "a\ufffd"]


def test_days_outside_the_calendar_are_null() -> None:
    corpus = Corpus(
        [Article(text="", published=uzru.PartialDate.parse(edtf)) for edtf in ("-0044-03-15", "XXXX-05", "9999")]
    )
    assert corpus.to_arrow("articles").column("published_earliest").to_pylist() == [None, None, date(9999, 1, 1)]


def test_pandas_takes_days_as_times(two_reports: Corpus) -> None:
    pandas = pytest.importorskip("pandas")
    frame = two_reports.to_pandas("quotes")
    assert frame["when_earliest"].dtype.kind == "M"
    assert frame.groupby("speaker").size().to_dict() == {"Egor Panin": 3, "Neil Ashdown": 1}
    assert frame["when_earliest"][0] == pandas.Timestamp("2004-05-02")


def test_parquet_files_come_back_with_their_schema(two_reports: Corpus, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    written = two_reports.to_parquet(tmp_path / "tables")
    assert [path.stem for path in written] == list(TABLES)
    for path in written:
        read = parquet.read_table(path)
        assert read.equals(two_reports.to_arrow(path.stem))
        assert read.schema.field(0).metadata[b"description"]


def test_duckdb_asks_in_sql(two_reports: Corpus) -> None:
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect() as connection:
        for name in ("quotes", "actors", "roles", "articles"):
            connection.register(name, two_reports.to_arrow(name))
        found = connection.sql(
            """
            SELECT a.name, r.title, count(*) AS said
            FROM quotes q
            JOIN actors a ON a.actor_id = q.speaker_id
            JOIN articles p USING (article_id)
            LEFT JOIN roles r ON r.actor_id = a.actor_id AND p.published_earliest >= r.held_earliest
            WHERE q.repeats IS NULL AND q.kind = 'direct'
            GROUP BY ALL ORDER BY ALL
            """
        ).fetchall()
    assert found == [("Egor Panin", "president", 2)]


def test_polars_takes_the_tables_as_they_are(two_reports: Corpus) -> None:
    polars: Any = pytest.importorskip("polars")
    frame = polars.DataFrame(two_reports.to_arrow("events"))
    found = frame.sql("SELECT type, killed_low FROM self WHERE killed_low IS NOT NULL")
    assert found.rows() == [("ASSAULT", 3)]
    assert frame["when_earliest"].to_list() == [date(2004, 5, 1)] * 2


@given(news_texts())
def test_tables_of_any_text_hold_every_fact(text: str) -> None:
    article = uzru.parse(text, date="2004-05-02")
    counts = {name: Corpus([article]).to_arrow(name).num_rows for name in TABLES}
    assert counts["quotes"] == len(article.quotes)
    assert counts["mentions"] == len(article.mentions)
    assert counts["events"] == len(article.events)
    assert counts["dates"] == len(article.dates)
