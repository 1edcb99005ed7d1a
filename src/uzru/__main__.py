"""The command line: parse texts, and show or print what they say."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import uzru

if TYPE_CHECKING:
    from uzru import Article, Parser, SourceError

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; gives back the exit status: 0, 1 if a file could not be read, 2 for wrong usage."""
    parser = _arguments()
    given = parser.parse_args(argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        if given.command is None:
            return _show(uzru.load_seeds(), "text")
        reader = uzru.Parser(uzru.Knowledge.load(*given.knowledge), given.style)
        found = _read(given.paths, given.date, given.encoding, reader)
        return _show(found, given.format)
    except BrokenPipeError:
        # Whoever read our output has seen enough; keep Python from complaining about it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except uzru.UzruError as error:
        print(f"uzru: {error}", file=sys.stderr)
        return 1


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m uzru",
        description="Reads political news: who said what, who did what to whom, when.",
        epilog="Without a command, the two reports that travel with the package are read and shown.",
    )
    parser.add_argument("--version", action="version", version=f"uzru {uzru.__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    parse = commands.add_parser("parse", help="parse files or folders", description="Parses texts of news reports.")
    parse.add_argument(
        "paths", nargs="+", metavar="PATH", help="a text file, a folder of .txt files, or - for standard input"
    )
    parse.add_argument(
        "--format",
        choices=("text", "json", "jsonl"),
        default="text",
        help="text for people; canonical JSON, indented (a list if there are several articles); or one article a line",
    )
    parse.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="the day that 'today' means in all of them")
    parse.add_argument("--encoding", default="utf-8", help="of the files (default: %(default)s)")
    parse.add_argument(
        "--knowledge", action="append", default=[], metavar="FOLDER", help="tables of your own; may be given again"
    )
    parse.add_argument(
        "--style", action="append", default=[], metavar="FILE", help="a house style of your own; may be given again"
    )
    return parser


def _day(text: str) -> uzru.PartialDate:
    try:
        return uzru.PartialDate.parse(text)
    except uzru.UzruError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _read(
    paths: Iterable[str], date: uzru.PartialDate | None, encoding: str, reader: Parser
) -> Iterator[Article | SourceError]:
    from uzru.loading import decode, read_all

    for path in paths:
        if path == "-":
            try:
                text = decode(sys.stdin.buffer.read(), encoding, "standard input")
            except uzru.SourceError as error:
                yield error
            else:
                yield reader.parse(text, date=date, source=uzru.Source(path="-"))
        else:
            yield from read_all([path], date=date, encoding=encoding, parser=reader)


def _show(found: Iterable[Article | SourceError], form: str) -> int:
    status = 0
    waiting: list[str] = []
    for index, one in enumerate(found):
        if isinstance(one, uzru.UzruError):
            print(f"uzru: {one}", file=sys.stderr)
            status = 1
        elif form == "jsonl":
            print(uzru.to_json(one), flush=True)
        elif form == "json":
            waiting.append(uzru.to_json(one, indent=2))
        else:
            print(("\n\n" if index else "") + _text(one))
    if form == "json" and waiting:
        print(waiting[0] if len(waiting) == 1 else "[\n" + ",\n".join(waiting) + "\n]")
    return status


def _text(article: Article) -> str:
    from uzru.display.terminal import render

    color = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    return render(article, shutil.get_terminal_size((80, 24)).columns, color=color)


if __name__ == "__main__":
    sys.exit(main())
