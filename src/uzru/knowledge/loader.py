"""Reads knowledge tables: packaged facts, and a user's own on top of them."""

from __future__ import annotations

import os.path
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import repeat
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

import attrs

from uzru.errors import KnowledgeError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Knowledge", "Row"]

Row: TypeAlias = tuple[str, ...]

_DATA = os.path.join(os.path.dirname(__file__), "data")


def _names() -> set[str]:
    """The names of the packaged tables."""
    return {name.removesuffix(".tsv") for name in os.listdir(_DATA) if name.endswith(".tsv")}


def _read_text(path: Path | str) -> str:
    try:
        with open(path, "rb") as file:
            text = file.read().decode().removeprefix("\ufeff")
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read ({error.strerror}); check the path") from None
    except UnicodeDecodeError as error:
        raise KnowledgeError(f"{path}: byte {error.start} is not UTF-8; save the file as UTF-8") from None
    return text if "\r" not in text else text.replace("\r\n", "\n").replace("\r", "\n")


def _read_lines(path: Path | str) -> tuple[Row, list[str]]:
    """The header and the lines of a table; comment lines (`#`) and empty ones are passed over."""
    text = _read_text(path)
    start = 0
    while text.startswith(("#", "\n"), start):  # most tables have no comments behind the first lines
        start = text.find("\n", start) + 1 or len(text)
    lines = text[start:].removesuffix("\n").split("\n")
    if "" in lines or text.find("\n#", start) >= 0 or any(map(str.isspace, lines)):
        lines = [line for line in lines if line and line[0] != "#" and not line.isspace()]
    if not lines:
        raise KnowledgeError(f"{path}: no header line; the first line that is no comment names the columns")
    header, *lines = lines
    return tuple(header.split("\t")), lines


def _split(path: Path | str, header: Row, lines: Sequence[str]) -> list[Row]:
    """The rows of a table, each as long as the header: empty cells may have been left out at its end."""
    rows: list[Row] = list(map(tuple, map(str.split, lines, repeat("\t"))))  # faster than a step for each
    cells = len(header)
    lengths = set(map(len, rows))
    if max(lengths, default=0) > cells:
        line, row = next((line, row) for line, row in zip(lines, rows, strict=True) if len(row) > cells)
        number = _read_text(path).split("\n").index(line) + 1
        raise KnowledgeError(
            f"{path}, line {number}: {len(row)} cells, but the header names {cells} columns"
            f" ({', '.join(header)}); take the extra tabs out"
        )
    missing = [("",) * (cells - length) for length in range(cells + 1)]
    return rows if lengths <= {cells} else [row + missing[len(row)] for row in rows]


@cache
def _packaged(name: str) -> tuple[Row, list[str]]:
    """The header and lines of a table; lines take less room than rows."""
    return _read_lines(_packaged_path(name))


@cache
def _packaged_rows(name: str) -> tuple[Row, ...]:
    """The rows of a table, kept, for several stages ask for the same one."""
    header, lines = _packaged(name)
    return tuple(_split(_packaged_path(name), header, lines))


def _packaged_path(name: str) -> str:
    path = os.path.join(_DATA, f"{name}.tsv")
    if not os.path.isfile(path):
        raise KnowledgeError(f"there is no table '{name}'; the tables are {', '.join(sorted(_names()))}")
    return path


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
        from pathlib import Path

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
        rows, header = _packaged_rows(name), self.columns(name)
        for path in self._own(name):
            own_header, own_lines = _read_lines(path)
            if own_header != header:
                raise KnowledgeError(f"{path}: the columns must be {', '.join(header)}; found {', '.join(own_header)}")
            own = tuple(_split(path, header, own_lines))
            replaced = {row[0].removeprefix("-") for row in own if not row[0].startswith("+")}
            added = tuple((row[0].removeprefix("+"), *row[1:]) for row in own if not row[0].startswith("-"))
            rows = added + tuple(row for row in rows if row[0] not in replaced)
        return rows

    def rows(self, name: str) -> Iterable[Row]:
        """The same rows one by one: of a great table that is gone through once, they are not kept.

        >>> next(iter(Knowledge().rows("countries")))[0]
        'AFG'
        """
        if self._own(name):
            return self.table(name)
        header, lines = _packaged(name)
        return _split(_packaged_path(name), header, lines)

    def _own(self, name: str) -> list[Path]:
        """The users' files of a table."""
        return [path for folder in self.folders if (path := folder / f"{name}.tsv").exists()]

    def unsplit(self, name: str) -> dict[str, str]:
        r"""A table by its keys, the cells behind a key still one string: for many rows of which few are asked for.

        >>> Knowledge().unsplit("name-rules")["g=country"].split("\t")[:3]
        ['', '', '300']
        """
        if self._own(name):
            return {key: "\t".join(cells) for key, *cells in reversed(self.table(name))}
        _, lines = _read_lines(_packaged_path(name))
        return dict(map(str.split, lines, repeat("\t"), repeat(1)))  # several times faster than a step for each

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
