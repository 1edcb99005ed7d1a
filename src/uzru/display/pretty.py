"""Articles and corpora as IPython prints them in a terminal: whole where asked for, on a line inside other things."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from uzru.display.terminal import render
from uzru.model import Article, Corpus

__all__ = ["Printer", "print_article", "print_corpus"]


class Printer(Protocol):
    """What is used of IPython's `RepresentationPrinter`.

    Attributes:
        stack: ids of what is being printed, the outermost first.
        max_width: of a line, in characters.
    """

    stack: Sequence[int]
    max_width: int

    def text(self, obj: str) -> None:
        """Print a text as it stands."""


def print_article(article: Article, printer: Printer) -> None:
    """The page that `python -m uzru` shows; within a list or the like, the article's repr."""
    printer.text(render(article, printer.max_width) if len(printer.stack) <= 1 else repr(article))


def print_corpus(corpus: Corpus, printer: Printer) -> None:
    """The corpus's repr and, unless it stands within something else, a line for each of the first articles."""
    lines = [repr(corpus)]
    if len(printer.stack) <= 1:
        lines += [_line(article, printer.max_width) for article in corpus.articles[:20]]
        lines += [f"  and {len(corpus) - 20} more"] if len(corpus) > 20 else []
    printer.text("\n".join(lines))


def _line(article: Article, width: int) -> str:
    title = " ".join((article.headline or article.text[:300]).split())
    title = "".join(c if c.isprintable() else " " for c in title)
    line = f"  {article.published or '?'!s:<12} {len(article.quotes):>3} quotes  {title}"
    return line if len(line) <= width else f"{line[: width - 2]} …"
