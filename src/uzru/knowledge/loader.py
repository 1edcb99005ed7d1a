"""Reads knowledge tables: packaged facts, and a user's own on top of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

import attrs

from uzru.errors import KnowledgeError

__all__ = ["Knowledge", "Row"]

Row: TypeAlias = tuple[str, ...]

_DATA = Path(__file__).parent / "data"


def _names() -> set[str]:
    """The names of the packaged tables."""
    return {path.stem for path in _DATA.glob("*.tsv")}


def _read_lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read ({error.strerror}); check the path") from None
    except UnicodeDecodeError as error:
        raise KnowledgeError(f"{path}: byte {error.start} is not UTF-8; save the file as UTF-8") from None


def _read_table(path: Path) -> tuple[Row, tuple[Row, ...]]:
    """The header and the rows of a table; comment lines (`#`) and empty ones are passed over."""
    header: Row | None = None
    rows: list[Row] = []
    for number, line in enumerate(_read_lines(path), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = tuple(line.rstrip("\r").split("\t"))
        if header is None:
            header = cells
        elif len(cells) > len(header):
            raise KnowledgeError(
                f"{path}, line {number}: {len(cells)} cells, but the header names {len(header)} columns"
                f" ({', '.join(header)}); take the extra tabs out"
            )
        else:
            rows.append(cells + ("",) * (len(header) - len(cells)))
    if header is None:
        raise KnowledgeError(f"{path}: no header line; the first line that is no comment names the columns")
    return header, tuple(rows)


@cache
def _packaged(name: str) -> tuple[Row, tuple[Row, ...]]:
    if not (_DATA / f"{name}.tsv").is_file():
        raise KnowledgeError(f"there is no table '{name}'; the tables are {', '.join(sorted(_names()))}")
    return _read_table(_DATA / f"{name}.tsv")


@attrs.frozen
class Knowledge:
    """What uzru knows of the world and of English news, as tables that users can extend.

    Each table is a TSV file: comment lines begin with `#`, the first other line names the columns, empty cells at
    a row's end may be left out, and the first column is the key. The packaged tables and their columns are described
    in `knowledge/README.md`. A folder of your own holds files of the same names and columns. Its rows come first and
    take the place of all packaged rows with the same key; a row whose key begins with `+` is added to them instead,
    and one whose key begins with `-` only takes them away.

    Attributes:
        folders: the users' folders, the last one winning; none for the packaged knowledge alone.

    >>> knowledge = Knowledge()
    >>> next(row for row in knowledge.table("countries") if row[0] == "UZB")[:3]
    ('UZB', 'UZ', 'Uzbekistan')
    """

    folders: tuple[Path, ...] = ()

    @classmethod
    def load(cls, *folders: str | Path) -> Knowledge:
        """The packaged knowledge with the tables of these folders on top.

        Raises:
            KnowledgeError: if a folder is missing, holds no `.tsv` file, or one that names no packaged table.
        """
        paths = tuple(Path(folder) for folder in folders)
        known = _names()
        for folder in paths:
            if not folder.is_dir():
                raise KnowledgeError(f"{folder}: there is no such folder; give a folder with .tsv files")
            tables = sorted(folder.glob("*.tsv"))
            if not tables:
                raise KnowledgeError(
                    f"{folder}: there is no .tsv file in it; the tables are {', '.join(sorted(known))}"
                )
            for path in tables:
                if path.stem not in known:
                    raise KnowledgeError(
                        f"{path}: there is no table '{path.stem}'; the tables are {', '.join(sorted(known))}"
                    )
        return cls(paths)

    def columns(self, name: str) -> Row:
        """The column names of a table."""
        return _packaged(name)[0]

    def table(self, name: str) -> tuple[Row, ...]:
        """All rows of a table, users' rows first; every row has as many cells as there are columns.

        Raises:
            KnowledgeError: if a user's file is faulty or its columns are not those of the packaged table.
        """
        header, rows = _packaged(name)
        for folder in self.folders:
            path = folder / f"{name}.tsv"
            if not path.exists():
                continue
            own_header, own = _read_table(path)
            if own_header != header:
                raise KnowledgeError(f"{path}: the columns must be {', '.join(header)}; found {', '.join(own_header)}")
            replaced = {row[0].removeprefix("-") for row in own if not row[0].startswith("+")}
            added = tuple((row[0].removeprefix("+"), *row[1:]) for row in own if not row[0].startswith("-"))
            rows = added + tuple(row for row in rows if row[0] not in replaced)
        return rows

    def mapping(self, name: str, value: str) -> MappingProxyType[str, str]:
        """One column of a table by its key; the first row of a key wins.

        >>> Knowledge().mapping("countries", "name")["KAZ"]
        'Kazakhstan'
        """
        columns = self.columns(name)
        if value not in columns:
            raise KnowledgeError(f"table {name} has no column '{value}'; the columns are {', '.join(columns)}")
        index = columns.index(value)
        found: dict[str, str] = {}
        for row in self.table(name):
            found.setdefault(row[0], row[index])
        return MappingProxyType(found)
