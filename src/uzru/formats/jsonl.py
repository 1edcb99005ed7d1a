"""Articles as lines of canonical JSON, one at a time, so that more of them than memory holds pass through."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Literal, cast

from uzru.errors import FormatError, SourceError
from uzru.formats.json import from_json, to_json
from uzru.model import Article

__all__ = ["read_jsonl", "write_jsonl"]


def write_jsonl(articles: Iterable[Article], path: str | Path) -> int:
    """Write articles to a file, a line each; compressed if its name ends in `.gz`. Gives back how many.

    Raises:
        SourceError: if the file cannot be written.
    """
    count = 0
    try:
        with _open(Path(path), "w") as file:
            for article in articles:
                file.write(to_json(article) + "\n")
                count += 1
    except OSError as error:
        raise SourceError(f"{path}: cannot be written ({error.strerror}); check folder and rights") from None
    return count


def read_jsonl(path: str | Path) -> Iterator[Article | FormatError]:
    """The articles of such a file, one at a time; a line that holds none gives its fault, and the others go on.

    Raises:
        SourceError: if the file cannot be read.
    """
    try:
        with _open(Path(path), "r") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield _article(line, f"{path}, line {number}")
    except FileNotFoundError:
        raise SourceError(f"{path}: there is no such file; check the path") from None
    except (OSError, EOFError) as error:
        raise SourceError(f"{path}: cannot be read ({error}); check the file") from None
    except UnicodeDecodeError as error:
        raise SourceError(f"{path}: byte {error.start} is not UTF-8; save the file as UTF-8") from None


def _article(line: str, where: str) -> Article | FormatError:
    try:
        return from_json(line)
    except FormatError as error:
        return FormatError([(f"{where}: {path}", message) for path, message in error.faults])


@contextmanager
def _open(path: Path, mode: Literal["r", "w"]) -> Iterator[IO[str]]:
    # Line breaks are "\n" and archives carry no time, so that the same articles give the same bytes on every machine.
    with ExitStack() as files:
        file: IO[bytes] = files.enter_context(path.open(f"{mode}b"))
        if path.suffix == ".gz":
            packed = gzip.GzipFile(filename="", mode=f"{mode}b", fileobj=file, mtime=0)
            file = cast(IO[bytes], files.enter_context(packed))
        yield files.enter_context(io.TextIOWrapper(file, encoding="utf-8", newline="\n"))
