"""Tables as Apache Arrow, which pandas, polars, DuckDB and Parquet take as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from uzru.errors import MissingExtraError
from uzru.formats.tables.columns import TABLES, ColumnType
from uzru.formats.tables.rows import Row, corpus_rows, rows
from uzru.model import Article, Corpus

if TYPE_CHECKING:
    import pandas
    import pyarrow

__all__ = ["arrow_schema", "record_batches", "to_arrow", "to_pandas", "to_parquet"]

# examples need: pyarrow, pandas
_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")


def arrow_schema(table: str) -> pyarrow.Schema:
    """The Arrow schema of a table; each field's metadata say what it holds and what it points to.

    >>> arrow_schema("roles").field("held_earliest").type
    DataType(date32[day])
    """
    pa = _pyarrow()
    types = {
        ColumnType.TEXT: pa.string(),
        ColumnType.TEXTS: pa.list_(pa.string()),
        ColumnType.NUMBER: pa.int64(),
        ColumnType.NUMBERS: pa.list_(pa.int64()),
        ColumnType.SHARE: pa.float64(),
        ColumnType.TRUTH: pa.bool_(),
        ColumnType.DAY: pa.date32(),
    }
    rows((), table)  # names the tables if there is none of this name
    fields = []
    for column in TABLES[table].columns:
        told = {"description": column.what} | ({"points_to": column.points_to} if column.points_to else {})
        fields.append(pa.field(column.name, types[column.type], metadata=told))
    return pa.schema(fields, metadata={"uzru": "1", "table": table})


def record_batches(articles: Iterable[Article], table: str, size: int = 10_000) -> Iterator[pyarrow.RecordBatch]:
    """The rows of a table in batches, so that articles without end pass through; actors stand once for each article.

    >>> import uzru
    >>> [batch.num_rows for batch in record_batches([uzru.parse('"We stay," Egor Panin said.')], "quotes")]
    [1]
    """
    schema = arrow_schema(table)
    found = rows(articles, table)
    while chunk := list(islice(found, size)):
        yield _batch(chunk, schema)


def to_arrow(corpus: Corpus, table: str) -> pyarrow.Table:
    """A table of a corpus, actors and their roles once each.

    Raises:
        MissingExtraError: if pyarrow is not installed.
        FormatError: if there is no such table.

    >>> import uzru
    >>> corpus = uzru.Corpus([uzru.parse('"We stay," Egor Panin said.')])
    >>> to_arrow(corpus, "quotes").column("speaker").to_pylist()
    ['Egor Panin']
    """
    schema = arrow_schema(table)
    return _pyarrow().Table.from_batches([_batch(list(corpus_rows(corpus, table)), schema)], schema)


def to_pandas(corpus: Corpus, table: str) -> pandas.DataFrame:
    """A table of a corpus as a pandas DataFrame; days are `datetime64[ms]`, since pandas has no type for a day.

    Raises:
        MissingExtraError: if pyarrow or pandas is not installed.
        FormatError: if there is no such table.

    >>> import uzru
    >>> corpus = uzru.Corpus([uzru.parse('"We stay," Egor Panin said.', date="2004-05-02")])
    >>> to_pandas(corpus, "articles")[["published_earliest", "quotes"]].to_dict("records")
    [{'published_earliest': Timestamp('2004-05-02 00:00:00'), 'quotes': 1}]
    """
    try:
        import pandas  # noqa: F401 it is pyarrow that uses it
    except ImportError:
        raise MissingExtraError("to_pandas needs pandas; install it with: pip install 'uzru[tables]'") from None
    return to_arrow(corpus, table).to_pandas(date_as_object=False)


def to_parquet(corpus: Corpus, folder: str | Path) -> list[Path]:
    """Write every table into a folder, which is made if need be, as `TABLE.parquet`.

    Raises:
        MissingExtraError: if pyarrow is not installed.
    """
    _pyarrow()
    from pyarrow import parquet

    Path(folder).mkdir(parents=True, exist_ok=True)
    written = []
    for name in TABLES:
        written.append(Path(folder, f"{name}.parquet"))
        parquet.write_table(to_arrow(corpus, name), written[-1])
    return written


def _pyarrow() -> Any:
    try:
        import pyarrow
    except ImportError:
        raise MissingExtraError("tables need pyarrow; install it with: pip install 'uzru[tables]'") from None
    return pyarrow


def _batch(chunk: list[Row], schema: pyarrow.Schema) -> pyarrow.RecordBatch:
    pa = _pyarrow()
    columns = list(zip(*chunk, strict=True)) if chunk else [()] * len(schema)
    arrays = []
    for values, field in zip(columns, schema, strict=True):
        try:
            arrays.append(pa.array(values, field.type))
        except UnicodeEncodeError:  # Arrow's texts are UTF-8, which has no lone surrogates
            arrays.append(pa.array([_encodable(value) for value in values], field.type))
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def _encodable(value: Any) -> Any:
    if isinstance(value, list):
        return [_encodable(one) for one in value]
    return _SURROGATE.sub("\ufffd", value) if isinstance(value, str) else value
