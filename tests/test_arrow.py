from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest

import uzru
from uzru import FormatError
from uzru.arrow import batch_schema, parse_batches
from uzru.formats.tables import TABLES, arrow_schema

pa: Any = pytest.importorskip("pyarrow")

TEXTS = ['"We stay," President Egor Panin said.', "A mint opened.", 'Neil Ashdown said: "No."']


def batch(**columns: Any) -> Any:
    return pa.RecordBatch.from_pydict(columns)


def test_every_text_gives_its_article() -> None:
    (found,) = parse_batches([batch(text=TEXTS, id=[1, 2, 3])])
    assert found.schema.equals(batch_schema(), check_metadata=True)
    rows = found.to_pylist()
    assert [row["id"] for row in rows] == ["1", "2", "3"]
    assert [uzru.from_json(row["article"]) for row in rows] == [uzru.parse(text) for text in TEXTS]


@pytest.mark.parametrize("table", TABLES)
def test_a_table_keeps_its_schema_even_without_rows(table: str) -> None:
    for made in ([batch(text=TEXTS)], [batch(text=["", None])], [batch(text=pa.array([], pa.string()))]):
        for found in parse_batches(made, table):
            assert found.schema.equals(arrow_schema(table), check_metadata=True)


def test_dates_and_sources_are_taken_from_their_columns() -> None:
    days = [date(2004, 5, 2), None]
    (found,) = parse_batches([batch(text=TEXTS[:2], date=days, source=["https://example.org/a", None])])
    first, second = (uzru.from_json(row["article"]) for row in found.to_pylist())
    assert (str(first.published), first.source.url) == ("2004-05-02", "https://example.org/a")
    assert (second.published, second.source.url) == (None, None)
    (found,) = parse_batches([batch(text=TEXTS[:2], date=["2004-05", ""])])
    assert [uzru.from_json(row["article"]).published is None for row in found.to_pylist()] == [False, True]
    (found,) = parse_batches([batch(text=TEXTS[:1], date=[datetime(2004, 5, 2, 10, 30)])])
    assert str(uzru.from_json(found.to_pylist()[0]["article"]).published) == "2004-05-02"


def test_an_error_takes_its_row_and_no_other() -> None:
    (found,) = parse_batches([batch(text=["One.", None, "Three."], date=["2004", None, "someday"])])
    rows = found.to_pylist()
    assert [row["article"] is None for row in rows] == [False, True, True]
    assert rows[1]["error"] == "text 1: a string is wanted, not NoneType"
    assert "someday" in rows[2]["error"]


def test_batches_are_parsed_as_they_come() -> None:
    asked: list[int] = []

    def batches() -> Iterator[Any]:
        for number in range(5):
            asked.append(number)
            yield batch(text=TEXTS)

    results = parse_batches(batches(), "quotes")
    assert next(results).num_rows == 2
    assert asked == [0]


def test_a_batch_without_texts_is_refused() -> None:
    with pytest.raises(FormatError, match="a column 'text' is wanted; there are body"):
        list(parse_batches([batch(body=TEXTS)]))
