"""Many texts at once: in order, over a pool of processes, and no fault in one stops the others."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence, Sized
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from itertools import islice
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import BaseContext
from typing import TypeAlias

import attrs

from uzru import loading
from uzru.errors import UzruError
from uzru.loading import Day
from uzru.model import Article, Source
from uzru.parsing.html import parse_html
from uzru.parsing.parser import Parser

__all__ = ["Page", "ParseError", "Text", "parse_many"]


class ParseError(UzruError):
    """A text of many could not be parsed; the message tells which one and why."""


@attrs.frozen(kw_only=True)
class Text:
    """A text with its own date and source.

    Attributes:
        text: the text.
        date: the day that 'today' means.
        source: where the text came from; a string counts as the address if it holds `://`, else as a path.
    """

    text: str = attrs.field(kw_only=False)
    date: Day | None = None
    source: Source | str | None = None


@attrs.frozen(kw_only=True)
class Page:
    """A saved web page, to be read as `parse_html` does.

    Attributes:
        content: the page; bytes are decoded by what they say of themselves.
        url: where it was saved from; what the page says of itself if left out.
        path: the file, which the article's source names.
        date: the day that 'today' means; the day of publication if left out.
    """

    content: str | bytes = attrs.field(kw_only=False, repr=False)
    url: str | None = None
    path: str | None = None
    date: Day | None = None


Given: TypeAlias = str | Text | Page
Result: TypeAlias = Article | ParseError
_Chunk: TypeAlias = tuple[int, list[Given]]


def parse_many(
    texts: Iterable[Given],
    *,
    date: Day | None = None,
    processes: int | None = None,
    parser: Parser | None = None,
    progress: bool = False,
    chunk: int = 16,
) -> Iterator[Article | ParseError]:
    """Parse texts, one result for each, in their order, as they are asked for.

    Only a few chunks for each process are read ahead, so that texts without end pass through. What goes wrong with a
    text, even if it takes the process down, gives a `ParseError` in its place.

    Args:
        texts: the texts; those with a date or source of their own as `Text`, saved web pages as `Page`.
        date: the day that 'today' means in all that have no date of their own.
        processes: how many to use; as many as there are processors if left out; with 1, all is done right here.
        parser: the parser; the packaged knowledge if left out.
        progress: whether to show a bar on standard error, if tqdm is installed.
        chunk: how many texts are handed to a process at once.

    A program that uses several processes must start its work under `if __name__ == "__main__":`, as Python's
    `multiprocessing` asks.

    Raises:
        UzruError: if no process can be started at all.

    >>> texts = ['"We stay," Egor Panin said.', Text("A mint opened.", source="mint.txt")]
    >>> [len(article.quotes) for article in parse_many(texts, processes=1)]
    [1, 0]
    """
    total = len(texts) if isinstance(texts, Sized) else None
    results = _run(texts, date, processes or os.cpu_count() or 1, parser, max(1, chunk))
    return _shown(results, total) if progress else results


def _run(
    texts: Iterable[Given], date: Day | None, processes: int, parser: Parser | None, chunk: int
) -> Iterator[Result]:
    if processes == 1:
        yield from (_parse(number, text, parser, date) for number, text in enumerate(texts))
        return
    with closing(_Pool(processes, parser, date)) as pool:
        waiting: deque[tuple[_Chunk, Future[list[Result]]]] = deque()
        for one in _chunks(texts, chunk):
            waiting.append((one, pool.submit(one)))
            if len(waiting) >= 3 * processes:
                yield from _next(waiting, pool)
        while waiting:
            yield from _next(waiting, pool)


def _chunks(texts: Iterable[Given], size: int) -> Iterator[_Chunk]:
    source, number = iter(texts), 0
    while held := list(islice(source, size)):
        yield number, held
        number += len(held)


def _next(waiting: deque[tuple[_Chunk, Future[list[Result]]]], pool: _Pool) -> Sequence[Result]:
    """The results of the oldest chunk. If a process died, that chunk is done text by text, and the others anew."""
    chunk, future = waiting.popleft()
    try:
        results = future.result()
        pool.works = True
        return results
    except BrokenProcessPool:
        pool.check()
        pool.renew()
        again = [one for one, _ in waiting]
        waiting.clear()
        waiting.extend((one, pool.submit(one)) for one in again)
    except Exception:  # a text that cannot be pickled
        pass
    return list(pool.one_by_one(chunk))


class _Pool:
    """Processes that each hold a parser; new ones are started when one has died."""

    def __init__(self, processes: int, parser: Parser | None, date: Day | None) -> None:
        self.processes = processes
        self.given = (parser, date)
        self.works = False
        self.executor = self._started(processes)

    def _started(self, processes: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(processes, _context(), initializer=_start, initargs=self.given)

    def submit(self, chunk: _Chunk) -> Future[list[Result]]:
        try:
            return self.executor.submit(_parse_chunk, chunk)
        except BrokenProcessPool as error:  # whoever asks for the result will see it, and renew the pool
            broken: Future[list[Result]] = Future()
            broken.set_exception(error)
            return broken

    def check(self) -> None:
        """Raise if no process can start at all, for then no text is to blame."""
        if not self.works:
            with self._started(1) as executor:
                try:
                    self.works = executor.submit(_is_there).result()
                except BrokenProcessPool:
                    raise UzruError(
                        "the processes die as they start; begin your program's work under "
                        '`if __name__ == "__main__":`, or ask for processes=1'
                    ) from None

    def one_by_one(self, chunk: _Chunk) -> Iterator[Result]:
        """Parse the texts of a chunk each for itself, in a process that may die of it."""
        number, texts = chunk
        while texts:
            with self._started(1) as executor:
                for text in texts:
                    number, texts = number + 1, texts[1:]
                    try:
                        yield executor.submit(_parse_chunk, (number - 1, [text])).result()[0]
                    except BrokenProcessPool:
                        yield ParseError(f"text {number - 1}: its process died; is there enough memory for it?")
                        break
                    except Exception as error:
                        yield ParseError(f"text {number - 1} cannot be handed to a process: {error}")

    def renew(self) -> None:
        self.executor.shutdown(wait=False, cancel_futures=True)
        self.executor = self._started(self.processes)

    def close(self) -> None:
        self.executor.shutdown(wait=True, cancel_futures=True)


def _context() -> BaseContext:
    # Not `fork`: it may lock up a program that has threads, as notebooks do.
    return get_context("forkserver" if "forkserver" in get_all_start_methods() else "spawn")


# --- in the processes -------------------------------------------------------------------------------------------------

# What a worker process parses with; set once, when it starts, and never in the process that asks.
_given: tuple[Parser | None, Day | None] = (None, None)


def _start(parser: Parser | None, date: Day | None) -> None:
    global _given
    _given = (parser, date)


def _is_there() -> bool:
    return True


def _parse_chunk(chunk: _Chunk) -> list[Result]:
    number, texts = chunk
    return [_parse(number + index, text, *_given) for index, text in enumerate(texts)]


def _parse(number: int, given: Given, parser: Parser | None, date: Day | None) -> Result:
    one = given if isinstance(given, Text | Page) else Text(given)
    day = date if one.date is None else one.date
    try:
        if isinstance(one, Page):
            article = parse_html(one.content, url=one.url, date=day, parser=parser)
            return attrs.evolve(article, source=attrs.evolve(article.source, path=one.path))
        if not isinstance(one.text, str):
            return ParseError(f"text {number}: a string is wanted, not {type(one.text).__name__}")
        parse = parser.parse if parser is not None else loading.parse
        return parse(one.text, date=day, source=one.source)
    except Exception as error:
        return ParseError(f"text {number}: {type(error).__name__}: {error}")


def _shown(results: Iterator[Result], total: int | None) -> Iterator[Result]:
    try:
        from tqdm.auto import tqdm
    except ImportError:
        return results
    return iter(tqdm(results, total=total, unit="text"))
