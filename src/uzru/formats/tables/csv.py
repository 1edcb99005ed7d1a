"""Tables as CSV files, for spreadsheets and whatever else reads them; needs no package."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any, Final

from uzru.formats.tables.columns import TABLES
from uzru.formats.tables.rows import corpus_rows
from uzru.model import Corpus

__all__ = ["to_csv"]

_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")


def to_csv(corpus: Corpus, folder: str | Path) -> list[Path]:
    """Write every table into a folder, which is made if need be, as `TABLE.csv` (UTF-8, RFC 4180).

    Values of a list stand apart by `|`; what is not known is empty.
    """
    Path(folder).mkdir(parents=True, exist_ok=True)
    written = []
    for name, table in TABLES.items():
        written.append(Path(folder, f"{name}.csv"))
        with written[-1].open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(column.name for column in table.columns)
            writer.writerows([_cell(value) for value in row] for row in corpus_rows(corpus, name))
    return written


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return "|".join(str(_cell(one)) for one in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return _SURROGATE.sub("\ufffd", value).replace("\0", "\ufffd") if isinstance(value, str) else value
