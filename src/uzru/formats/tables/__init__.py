"""Articles as flat tables with one explicit schema: Arrow, pandas, Parquet, CSV."""

from uzru.formats.tables.arrow import arrow_schema, record_batches, to_arrow, to_pandas, to_parquet
from uzru.formats.tables.columns import TABLES, Column, Table
from uzru.formats.tables.csv import to_csv
from uzru.formats.tables.rows import corpus_rows, rows

__all__ = [
    "TABLES",
    "Column",
    "Table",
    "arrow_schema",
    "corpus_rows",
    "record_batches",
    "rows",
    "to_arrow",
    "to_csv",
    "to_pandas",
    "to_parquet",
]
