"""From a saved web page to an article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

import attrs

from uzru.knowledge import Knowledge
from uzru.model import Article, BlockKind, PartialDate, Source
from uzru.parsing.html.extract import pick_lines
from uzru.parsing.html.metadata import Metadata, read_metadata
from uzru.parsing.html.page import Line, Marks, WebPage, read_page
from uzru.parsing.html.tokens import decode
from uzru.parsing.layout import Hint
from uzru.parsing.parser import Day, Parser, default_parser

__all__ = ["parse_html"]

_KINDS: Final = {
    "summary": BlockKind.SUMMARY,
    "caption": BlockKind.CAPTION,
    "pull-quote": BlockKind.PULL_QUOTE,
    "subheading": BlockKind.SUBHEADING,
    "sidebar": BlockKind.SIDEBAR,
    "related": BlockKind.RELATED,
}
_MOST_QUOTED: Final = 50  # block quotes that are looked for in the text
# What outlets put behind the headline in a window's title: 'Mint Opens | The Outlet'.
_SUFFIX: Final = re.compile(r" [|–—-] [^|–—]{2,40}$")


def parse_html(
    page: str | bytes, *, url: str | None = None, date: Day | None = None, parser: Parser | None = None
) -> Article:
    """Read a saved news page; nothing is fetched.

    The article's text is put together from the page: headline, 'By' and the authors, summary, then the report, a blank
    line between any two lines. Captions, pull quotes, subheadings, boxes and pointers to other reports keep their kind.
    Headline, authors, date with zone, publisher and address are taken from JSON-LD and meta elements. A page whose
    report no mark tells apart (table `html-marks`) is read with trafilatura.

    Args:
        page: the page; bytes are decoded by what they say of themselves.
        url: where it was saved from; what the page says of itself if left out.
        date: the day that 'today' means; the day of publication if left out.
        parser: the parser; the packaged knowledge if left out.

    Raises:
        MissingExtraError: if trafilatura is needed and not installed (extra `html`).

    >>> article = parse_html(
    ...     '<title>A Mint Opens</title><meta name="author" content="Malika Ortikova">'
    ...     '<meta property="article:published_time" content="2004-05-02T10:30:00+05:00">'
    ...     '<div class="wsw"><p>"We will stay," Egor Panin said today.<figcaption>The mint</figcaption></div>'
    ... )
    >>> article.headline, article.byline[0].name, str(article.published), [str(block.kind) for block in article.blocks]
    ('A Mint Opens', 'Malika Ortikova', '2004-05-02T10:30:00+05:00', ['headline', 'byline', 'paragraph', 'caption'])
    """
    markup = decode(page) if isinstance(page, bytes) else page
    parser = parser or default_parser()
    read = read_page(markup, _marks(parser.knowledge))
    told = read_metadata(read)
    headline = _headline(read, told)
    text, hints = _compose(read, told, headline, pick_lines(read, markup))
    day = date if date is not None else _day(told.published)
    source = Source(url=url or told.url, publisher=told.publisher)
    article = parser.parse(text, date=day, source=source, hints=hints)
    published = told.published if date is None and told.published is not None else article.published
    return attrs.evolve(
        article, headline=headline or article.headline, published=published, language=article.language or told.language
    )


def _compose(page: WebPage, told: Metadata, headline: str | None, lines: list[Line]) -> tuple[str, list[Hint]]:
    """The text, and which of its lines are of a known kind."""
    above = [line for line in lines if line.kind == "summary"]
    below = [line for line in lines if line.kind not in ("summary", "byline") and line.text != headline]
    byline = next((line.text for line in page.lines if line.kind == "byline" and line.text.lower()[:3] == "by "), None)
    authors = told.authors or tuple(line.text for line in page.lines if line.kind == "author")
    if byline is None and authors:
        byline = f"By {' and '.join(dict.fromkeys(authors))}"
    if byline is not None and any(line.text.startswith(byline) for line in below):
        byline = None
    parts: list[tuple[str, Line | None]] = [(headline, None)] if headline else []
    parts += [(byline, None)] if byline else []
    parts += [(line.text, line) for line in (*_once(above), *below)]
    quoted = sum(line.kind == "quote" for line in below)
    prose = [line.text for line in below if line.kind != "quote"] if 0 < quoted <= _MOST_QUOTED else []
    whole = "\n".join(map(_letters, prose))
    hints, at = [Hint(0, BlockKind.HEADLINE)] if headline else [], 0
    for words, line in parts:
        if line is not None and line.kind in _KINDS:
            label = words.endswith(":")  # 'SEE ALSO:' stands in the link, and is no title
            hints.append(Hint(at, _KINDS[line.kind], None if label else line.url))
        elif line is not None and line.kind == "quote" and _letters(words) in whole:
            hints.append(Hint(at, BlockKind.PULL_QUOTE))
        at += len(words) + 2
    return "\n\n".join(words for words, _ in parts), hints


def _letters(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())


def _headline(page: WebPage, told: Metadata) -> str | None:
    """The heading that the page calls itself by; else what its data call it, its first heading, its window's title."""
    headings = [line.text for line in page.lines if line.tag == "h1" and line.kind != "skip"]
    title = _SUFFIX.sub("", page.title)
    named = (told.headline or title).casefold()
    for heading in headings:
        if named and (heading.casefold() in named or named in heading.casefold()):
            return heading
    return told.headline or next(iter(headings), None) or title or None


def _once(lines: Iterable[Line]) -> list[Line]:
    """Lines without those that were there before, as pages repeat their summaries for small screens."""
    return list({line.text: line for line in lines}.values())


def _day(published: PartialDate | None) -> PartialDate | None:
    """The day of a moment, where it was published."""
    return published and PartialDate(year=published.year, month=published.month, day=published.day)


@cache
def _marks(knowledge: Knowledge) -> Marks:
    return Marks(knowledge)
