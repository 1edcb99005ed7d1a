"""The report: its text, the page it stands on, and every fact found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from uzru.model.actor import Actor, Mention, Place, PlaceMention
from uzru.model.event import Event
from uzru.model.invariants import check_article
from uzru.model.quote import Quote
from uzru.model.span import ArticleId, Span, make_id
from uzru.model.vocabulary import Vocabulary
from uzru.model.when import Duration, Interval, PartialDate

if TYPE_CHECKING:
    from uzru.model.diff import ArticleDiff

__all__ = ["Article", "Block", "BlockKind", "Credit", "DateMention", "DateType", "Dateline", "Link", "Source"]


class BlockKind(Vocabulary):
    """What a stretch of the page is."""

    BOILERPLATE = "boilerplate"
    SERIES = "series"
    HEADLINE = "headline"
    SUMMARY = "summary"
    BYLINE = "byline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    PULL_QUOTE = "pull-quote"
    SUBHEADING = "subheading"
    SIDEBAR = "sidebar"
    RELATED = "related"
    CREDIT = "credit"
    CONTRIBUTORS = "contributors"
    CAPTION = "caption"
    QUESTION = "question"
    ANSWER = "answer"
    ITEM_HEADLINE = "item-headline"
    UNPARSED = "unparsed"


@attrs.frozen(kw_only=True)
class Block:
    """A stretch of the page.

    Attributes:
        kind: what it is.
        span: where it stands; blocks are in order, do not overlap, and cover all but white space.
        label: in an interview, the words that name who speaks ('RFE/RL:').
        repeats: the span of the block that this one gives again, word for word.
    """

    kind: BlockKind = attrs.field(converter=BlockKind)
    span: Span
    label: Span | None = None
    repeats: Span | None = None


@attrs.frozen(kw_only=True)
class Dateline:
    """Where and when a report was written, and for whom, as its first words say.

    Attributes:
        span: the words, up to the dash.
        place: the place, or the first of several.
        further: the other places.
        date: the date; the year may be open (`XXXX-05-30`).
        agency: the news agency.

    >>> from uzru import PartialDate, Place, Span
    >>> day = PartialDate.parse("2004-04-15")
    >>> print(Dateline(span=Span(0, 31), place=Place(name="Prague"), date=day, agency="RFE/RL"))
    Prague, 2004-04-15, RFE/RL
    """

    span: Span
    place: Place | None = None
    further: tuple[Place, ...] = ()
    date: PartialDate | None = None
    agency: str | None = None

    @property
    def places(self) -> tuple[Place, ...]:
        """All places, in the order of the line."""
        return () if self.place is None else (self.place, *self.further)

    def __str__(self) -> str:
        places = " and ".join(place.name for place in self.places)
        return ", ".join(str(part) for part in (places, self.date, self.agency) if part)


@attrs.frozen(kw_only=True)
class Credit:
    """A person or an outlet that is credited.

    Attributes:
        name: who.
        span: the words that credit.
        role: what the words call him ('correspondent').
        organization: whom he works for, as named.
        place: where he wrote from.
    """

    name: str
    span: Span
    role: str | None = None
    organization: str | None = None
    place: str | None = None

    def __str__(self) -> str:
        return ", ".join(part for part in (self.name, self.role, self.organization) if part)


@attrs.frozen(kw_only=True)
class Link:
    """A related title that the page points to.

    Attributes:
        title: the title.
        span: where it stands.
        url: where it leads, if known.
    """

    title: str
    span: Span
    url: str | None = None


@attrs.frozen(kw_only=True)
class Source:
    """Where an article came from.

    Attributes:
        url: the address of the page.
        path: the file it was loaded from.
        publisher: the outlet.
        style: the house style that was recognized.
    """

    url: str | None = None
    path: str | None = None
    publisher: str | None = None
    style: str | None = None


class DateType(Vocabulary):
    """The four types of TIMEX3 (ISO 24617-1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@attrs.frozen(kw_only=True)
class DateMention:
    """Where an article gives a date, a stretch of time or a repetition.

    Attributes:
        span: the words.
        type: DATE, TIME, DURATION or SET, as in TIMEX3.
        value: what they mean; None if that cannot be told.
        anchor: the date that a relative expression counts from.
        rule: how it was resolved, and which cue decided the direction.
    """

    span: Span
    type: DateType = attrs.field(converter=DateType)
    value: PartialDate | Interval | Duration | None = None
    anchor: PartialDate | None = None
    rule: str = ""


@attrs.frozen(kw_only=True, repr=False)
class Article:
    """A news report as text and facts; every fact points at the characters of `text` that say it.

    Attributes:
        text: the input, character for character.
        id: made from the text.
        blocks: the stretches of the page, in order; they cover all but white space.
        headline: the headline; None if the page has none.
        summary: the lines between headline and report.
        dateline: place, date and agency at the report's beginning.
        published: the day that 'today' means: given by the caller, else the dateline's or the page's.
        byline: who wrote it.
        contributors: who contributed.
        credits: agencies and others credited.
        related: titles that the page points to.
        language: ISO 639-1, if it could be told.
        source: where it came from.
        actors: everybody named, in the order of their first mention.
        mentions: where they are named.
        places: where places are named.
        dates: where dates are given.
        quotes: who said what.
        events: who did what to whom.
        items: the reports of a digest page, each an article of its own.
        offset: where the text of an item begins in the page's text.

    Raises:
        ModelError: if a span lies outside the text, blocks overlap or leave text uncovered, a quotation's text is not
            what its spans say, or a fact names an actor that `actors` lacks.

    >>> import uzru
    >>> article = uzru.parse('"We will stay," Ortikov said on 2 May 2004.')
    >>> article.text[article.quotes[0].spans[0].slice]
    'We will stay,'
    """

    text: str
    id: ArticleId = attrs.field(
        default=attrs.Factory(lambda self: ArticleId(make_id("article", self.text)), takes_self=True)
    )
    blocks: tuple[Block, ...] = ()
    headline: str | None = None
    summary: str | None = None
    dateline: Dateline | None = None
    published: PartialDate | None = None
    byline: tuple[Credit, ...] = ()
    contributors: tuple[Credit, ...] = ()
    credits: tuple[Credit, ...] = ()
    related: tuple[Link, ...] = ()
    language: str | None = None
    source: Source = Source()
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()
    items: tuple[Article, ...] = ()
    offset: int = 0

    def __attrs_post_init__(self) -> None:
        check_article(self)

    def __repr__(self) -> str:
        title = self.headline or self.text.strip().split("\n", 1)[0]
        title = title if len(title) <= 60 else f"{title[:57]}..."
        return f"Article({title!r}, {len(self.quotes)} quotes, {len(self.events)} events)"

    def _repr_html_(self) -> str:
        from uzru.display.html import article_html

        return article_html(self)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        from uzru.display.pretty import print_article

        print_article(self, printer)

    def diff(self, other: Article) -> ArticleDiff:
        """What changed from this version of a report to another: words, quotations, who is said to have said them."""
        from uzru.model.diff import compare

        return compare(self, other)

    def to_json(self, *, indent: int | None = None) -> str:
        """The article as canonical JSON; see `uzru.to_json`."""
        from uzru.formats.json import to_json

        return to_json(self, indent=indent)

    @staticmethod
    def from_json(document: str | bytes) -> Article:
        """The article that a canonical JSON document holds; see `uzru.from_json`."""
        from uzru.formats.json import from_json

        return from_json(document)

    def block_at(self, offset: int) -> Block | None:
        """The block that holds this offset, or None between blocks.

        >>> import uzru
        >>> uzru.parse("A mint opened in Brno on Monday.").block_at(3).kind
        <BlockKind.PARAGRAPH: 'paragraph'>
        """
        return next((block for block in self.blocks if offset in block.span), None)
