"""The order of the stages, and nothing more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date as Date
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from uzru.knowledge import Knowledge
from uzru.model import Article, ArticleId, PartialDate, Source, make_id
from uzru.parsing.cast import list_actors
from uzru.parsing.dates import Dates
from uzru.parsing.dates.outside import with_page_dates
from uzru.parsing.events import Events
from uzru.parsing.homes import settle_groups
from uzru.parsing.items import cut_items
from uzru.parsing.language import tell_language
from uzru.parsing.layout import Hint, Item, LaidOut, Layout
from uzru.parsing.layout.styles import load_styles
from uzru.parsing.names import Names, resolve_pronouns
from uzru.parsing.names.echo import echo_mentions
from uzru.parsing.names.officeholders import Officeholders
from uzru.parsing.quotes import Quotes, speak
from uzru.parsing.tidy import restore, tidy, whole

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Parser", "default_parser"]

Day: TypeAlias = PartialDate | Date | str


class Parser:
    """Reads texts with a knowledge and house styles of your own.  Reusable, picklable, safe to share between threads.

    Args:
        knowledge: what is known of the world; the packaged knowledge if left out.
        styles: files of house styles that are tried before the packaged ones.
        indirect: whether to find reported speech too; without it parsing is faster.
        vague_dates: whether words as vague as 'recent' and 'current' count as dates.

    >>> parser = Parser()
    >>> parser.parse("Neil Ashdown said the mint will close.").quotes[0].speaker
    Actor('Neil Ashdown', person)
    """

    def __init__(
        self,
        knowledge: Knowledge | None = None,
        styles: Iterable[str | Path] = (),
        *,
        indirect: bool = True,
        vague_dates: bool = False,
    ) -> None:
        self.knowledge = Knowledge() if knowledge is None else knowledge
        self.styles = tuple(styles)
        self.indirect = indirect
        self.vague_dates = vague_dates
        self._layout = Layout(self.knowledge, load_styles(*self.styles))
        self._names = Names(self.knowledge)
        self._officeholders = Officeholders(self.knowledge, self._names.lexicon)
        self._dates = Dates(self.knowledge, vague_dates)
        self._quotes = Quotes(self.knowledge, indirect=indirect)
        self._events = Events(self.knowledge)

    def __reduce__(self) -> tuple[Callable[..., Parser], tuple[Knowledge, tuple[str | Path, ...], bool, bool]]:
        return (_rebuild, (self.knowledge, self.styles, self.indirect, self.vague_dates))

    def parse(
        self, text: str, *, date: Day | None = None, source: Source | str | None = None, hints: Sequence[Hint] = ()
    ) -> Article:
        """Read a news text; see `uzru.parse`. `hints` tell of lines whose kind is known, such as by markup."""
        article_id = ArticleId(make_id("article", text))
        tidied = tidy(text)
        if tidied is None:
            facts, items = self._read(text, article_id, _day(date), source, hints)
        else:
            hints = [hint._replace(start=tidied.offset(hint.start)) for hint in hints]
            facts, items = self._read(tidied.text, article_id, _day(date), source, hints)
            facts |= restore(facts, tidied, text, article_id)
            items = tuple(item._replace(span=whole(tidied.move(item.span), facts["blocks"])) for item in items)
        article = Article(text=text, id=article_id, **facts)
        return cut_items(article, items) if items else article

    def _read(
        self,
        text: str,
        article_id: ArticleId,
        date: PartialDate | None,
        source: Source | str | None,
        hints: Sequence[Hint],
    ) -> tuple[dict[str, Any], tuple[Item, ...]]:
        """The fields of the article besides text and id, and the items that it is to be cut into."""
        page = self._layout(text, date, hints)
        reading = page.reading
        named = self._officeholders(reading, self._names(reading), page.anchors)
        dates = with_page_dates(self._dates(reading, page.anchors), page.dates)
        attributions = self._quotes(reading, named.mentions, dates)
        named = resolve_pronouns(reading, named, attributions)
        reading.forget_words()
        quotes = speak(reading, attributions, named.mentions, article_id)
        events = self._events(reading, named.mentions, named.places, dates, quotes, article_id)
        named, quotes, events = settle_groups(named, quotes, events)
        facts = {
            "blocks": page.blocks,
            "headline": page.headline,
            "summary": page.summary,
            "dateline": page.dateline,
            "published": page.published,
            "byline": page.byline,
            "contributors": page.contributors,
            "credits": page.credits,
            "related": page.related,
            "language": tell_language(reading),
            "source": _source(source, page),
            "actors": list_actors(named.actors, quotes, events),
            "mentions": echo_mentions(text, page.blocks, named.mentions),
            "places": echo_mentions(text, page.blocks, named.places),
            "dates": dates,
            "quotes": quotes,
            "events": events,
        }
        return facts, page.items


def _rebuild(knowledge: Knowledge, styles: tuple[str | Path, ...], indirect: bool, vague_dates: bool) -> Parser:
    return Parser(knowledge, styles, indirect=indirect, vague_dates=vague_dates)


def _day(date: Day | None) -> PartialDate | None:
    if isinstance(date, str):
        return PartialDate.parse(date)
    return PartialDate.from_date(date) if isinstance(date, Date) else date


def _source(given: Source | str | None, page: LaidOut) -> Source:
    """What the caller says of the source, and what the page itself tells."""
    if isinstance(given, str):
        given = Source(url=given) if "://" in given else Source(path=given)
    given = given or Source()
    return attrs.evolve(given, publisher=given.publisher or page.publisher, style=page.style)


@cache
def default_parser() -> Parser:
    """The parser with the packaged knowledge, built once.

    >>> default_parser() is default_parser()
    True
    """
    return Parser()
