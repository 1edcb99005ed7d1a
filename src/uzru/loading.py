"""Texts and files in, articles out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date as Date
from typing import TYPE_CHECKING, TypeAlias

import attrs

from uzru.errors import MissingExtraError, SourceError
from uzru.model import Article, PartialDate, Source
from uzru.parsing.parser import Parser, default_parser

if TYPE_CHECKING:  # `pathlib` takes 3 ms to import, and to parse a text it is not needed
    from pathlib import Path

    from uzru.model import Corpus

__all__ = ["decode", "load", "load_corpus", "load_seeds", "parse", "read_all"]

Day: TypeAlias = PartialDate | Date | str

_PAGES = frozenset({".html", ".htm", ".xhtml"})


def parse(text: str, *, date: Day | None = None, source: Source | str | None = None) -> Article:
    """Read a news text: every fact found in it, each pointing at the characters that say it.

    Args:
        text: the text of the page or report; any string will do.
        date: the day that 'today' means. Left out, the dateline's day is taken; without one, relative dates stay
            unresolved.
        source: where the text came from; a string counts as the address if it holds `://`, else as a path.

    Raises:
        DateError: if `date` is a string that is no date.

    >>> article = parse("Brno, 9 July 2002 (RFE/RL) -- Neil Ashdown said today the old mint will close.")
    >>> print(article.dateline, "|", article.quotes[0].speaker, "|", article.quotes[0].when)
    Brno, 2002-07-09, RFE/RL | Neil Ashdown | 2002-07-09
    """
    return default_parser().parse(text, date=date, source=source)


def load(path: str | Path, *, date: Day | None = None, encoding: str = "utf-8") -> Article:
    """Read a text file as `parse` does; a byte order mark is no part of the text.

    A file whose name ends in `.html`, `.htm` or `.xhtml` is read as `parse_html` does, in the encoding that it tells.

    Raises:
        SourceError: if the file is missing, is no file, or is not in this encoding.
    """
    from pathlib import Path

    return _load(Path(path), date, encoding, default_parser())


def _load(file: Path, date: Day | None, encoding: str, parser: Parser) -> Article:
    if file.suffix.lower() in _PAGES:
        return _load_page(file, date, parser)
    return parser.parse(decode(_read(file), encoding, str(file)), date=date, source=Source(path=file.as_posix()))


def _load_page(file: Path, date: Day | None, parser: Parser) -> Article:
    from uzru.parsing.html import parse_html

    try:
        article = parse_html(_read(file), date=date, parser=parser)
    except MissingExtraError as error:
        raise SourceError(f"{file}: {error}") from None
    return attrs.evolve(article, source=attrs.evolve(article.source, path=file.as_posix()))


def decode(content: bytes, encoding: str, name: str) -> str:
    """The text of a file's bytes, less a byte order mark; `name` is what an error calls the file.

    Raises:
        SourceError: if the bytes are not in this encoding, or there is no such encoding.
    """
    try:
        return content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{name}: byte {error.start} is not {encoding}; save the file as UTF-8, or name its encoding"
        ) from None
    except LookupError:
        raise SourceError(
            f"{name}: there is no encoding {encoding!r}; name one that Python knows, such as 'cp1251'"
        ) from None


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise SourceError(f"{path}: there is no such file; check the path") from None
    except IsADirectoryError:
        raise SourceError(f"{path}: this is a folder; load_corpus reads folders") from None
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror}); check the file") from None


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(file for file in path.rglob("*.txt") if file.is_file())
    if not found:
        raise SourceError(f"{path}: the folder holds no .txt file; name the files, or another folder")
    return found


def read_all(
    paths: Iterable[str | Path], *, date: Day | None = None, encoding: str = "utf-8", parser: Parser | None = None
) -> Iterator[Article | SourceError]:
    """Each file in turn, folders searched for `.txt` files in order of their names: an article, or what was wrong."""
    from pathlib import Path

    for path in paths:
        try:
            files = _files(Path(path))
        except SourceError as error:
            yield error
            continue
        for file in files:
            try:
                yield _load(file, date, encoding, parser or default_parser())
            except SourceError as error:
                yield error


def load_corpus(
    paths: str | Path | Iterable[str | Path], *, date: Day | None = None, encoding: str = "utf-8"
) -> Corpus:
    """Read a folder, a file, or several of them as one corpus.

    A file that cannot be read does not stop the others: `Corpus.faults` tells of it.

    Raises:
        SourceError: if nothing at all could be read.
    """
    from uzru.model import Corpus

    given = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
    articles: list[Article] = []
    faults: list[SourceError] = []
    for found in read_all(given, date=date, encoding=encoding):
        if isinstance(found, Article):
            articles.append(found)
        else:
            faults.append(found)
    if not articles:
        reasons = "\n".join(f"  {fault}" for fault in faults)
        raise (
            faults[0]
            if len(faults) == 1
            else SourceError("nothing could be read:\n" + reasons if faults else "no paths were given")
        )
    return Corpus(articles, faults=faults)


def load_seeds() -> Corpus:
    """The two reports on Uzbek-Russian relations that travel with the package (RFE/RL, 2004 and 2006).

    >>> [len(article.text) for article in load_seeds()]
    [4984, 2303]
    """
    from pathlib import Path

    from uzru.model import Corpus

    here = Path(__file__)
    packaged, of_checkout = here.parent / "seeds", here.parents[2] / "seeds"
    folder = packaged if packaged.is_dir() else of_checkout
    return Corpus(
        parse(decode(_read(file), "utf-8", str(file)), source=Source(path=f"seeds/{file.name}"))
        for file in sorted(folder.glob("*.txt"))
    )
