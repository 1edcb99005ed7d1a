"""Arrow batches of texts in, Arrow batches of facts out: the one function that pools and clusters drive.

It takes and gives iterators of RecordBatch, keeps one fixed schema, and holds one batch at a time; Spark's `mapInArrow`
calls it as it is, Dask and Ray Data with a line around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from uzru.batch import ParseError, Text, parse_many
from uzru.errors import FormatError, MissingExtraError
from uzru.formats.json import to_json
from uzru.formats.tables import arrow_schema, record_batches
from uzru.model import Article
from uzru.parsing.parser import Parser

if TYPE_CHECKING:
    import pyarrow

__all__ = ["batch_schema", "parse_batches"]

# examples need: pyarrow


def batch_schema(table: str | None = None) -> pyarrow.Schema:
    """The schema of what `parse_batches` gives: that of a table, or, without one, of whole articles.

    >>> batch_schema().names
    ['id', 'article_id', 'article', 'error']
    """
    if table is not None:
        return arrow_schema(table)
    pa = _pyarrow()
    told = {
        "id": "the id of the text, as it was given",
        "article_id": "made from the text; null if it could not be parsed",
        "article": "canonical JSON; null if the text could not be parsed",
        "error": "what went wrong; null if nothing did",
    }
    return pa.schema([pa.field(name, pa.string(), metadata={"description": what}) for name, what in told.items()])


def parse_batches(
    batches: Iterable[pyarrow.RecordBatch], table: str | None = None, *, parser: Parser | None = None
) -> Iterator[pyarrow.RecordBatch]:
    """Parse the texts of Arrow batches; every batch gives one of articles, or one or more of the rows of a table.

    Args:
        batches: batches with a column `text`, and `id`, `date` (a day, or EDTF) and `source` if there are any.
        table: the table whose rows are wanted, such as `quotes`; without it, whole articles as canonical JSON, a row
            for each text. What went wrong with a text is told there alone: tables are without it.
        parser: the parser; the packaged knowledge if left out.

    Raises:
        FormatError: if a batch has no column `text`, or there is no such table.
        MissingExtraError: if pyarrow is not installed.

    >>> import pyarrow as pa
    >>> batch = pa.RecordBatch.from_pydict({"text": ['"We stay," Egor Panin said.'], "id": ["a"]})
    >>> [found.to_pylist()[0]["speaker"] for found in parse_batches([batch], "quotes")]
    ['Egor Panin']
    """
    schema = batch_schema(table)
    for batch in batches:
        found = list(parse_many(_texts(batch), processes=1, parser=parser))
        if table is None:
            yield _articles(_column(batch, "id"), found, schema)
        else:
            yield from record_batches([one for one in found if isinstance(one, Article)], table)


def _texts(batch: pyarrow.RecordBatch) -> Iterator[Text]:
    if "text" not in batch.schema.names:
        raise FormatError([("batch", f"a column 'text' is wanted; there are {', '.join(batch.schema.names)}")])
    for text, date, source in zip(*(_column(batch, name) for name in ("text", "date", "source")), strict=True):
        yield Text(text, date=_day(date), source=source)


def _column(batch: pyarrow.RecordBatch, name: str) -> list[Any]:
    return batch.column(name).to_pylist() if name in batch.schema.names else [None] * batch.num_rows


def _day(date: Any) -> Any:
    """A moment counts as its day; a text that is empty as none."""
    return date.date() if hasattr(date, "date") else date or None


def _articles(ids: list[Any], found: list[Article | ParseError], schema: pyarrow.Schema) -> pyarrow.RecordBatch:
    rows = [
        (_text(id_), one.id, to_json(one), None) if isinstance(one, Article) else (_text(id_), None, None, str(one))
        for id_, one in zip(ids, found, strict=True)
    ]
    pa = _pyarrow()
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    return pa.RecordBatch.from_arrays([pa.array(values, pa.string()) for values in columns], schema=schema)


def _text(id_: Any) -> str | None:
    return None if id_ is None else str(id_)


def _pyarrow() -> Any:
    try:
        import pyarrow
    except ImportError:
        raise MissingExtraError("uzru.arrow needs pyarrow; install it with: pip install 'uzru[tables]'") from None
    return pyarrow
