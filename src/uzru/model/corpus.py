"""Many articles as one: who is who across them, and queries over all they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, overload

import attrs

from uzru.errors import ModelError, UzruError
from uzru.model.actor import Actor, ActorKind
from uzru.model.article import Article
from uzru.model.event import Event
from uzru.model.joining import Joined, join_actors
from uzru.model.plover import EventType
from uzru.model.queries import Day, FactIndex, MentionFinder, NameIndex, Who
from uzru.model.quote import Quote, QuoteKind
from uzru.model.span import ActorId
from uzru.model.when import When

if TYPE_CHECKING:
    from pathlib import Path

    import pandas
    import pyarrow

    from uzru.model.similarity import NearDuplicates

__all__ = ["Corpus", "TimelineEntry"]

_Fact = TypeVar("_Fact", Quote, Event)


@attrs.frozen(kw_only=True)
class TimelineEntry:
    """A dated fact.

    Attributes:
        when: its date: its own, else the article's.
        article: the article that tells it.
        fact: the quotation or the event.
    """

    when: When
    article: Article
    fact: Quote | Event


def _articles(given: Iterable[Article]) -> tuple[Article, ...]:
    articles = tuple(given)
    for index, one in enumerate(articles):
        if not isinstance(one, Article):
            raise ModelError(
                f"Corpus.articles[{index}] is no article but {one!r}; `Corpus.gather` puts what went wrong aside"
            )
    return articles


def _faults(given: Iterable[UzruError]) -> tuple[UzruError, ...]:
    return tuple(given)


def _groups(given: Iterable[Iterable[Who]]) -> tuple[tuple[Who, ...], ...]:
    return tuple(tuple(group) for group in given)


@attrs.frozen(repr=False)
class Corpus(Sequence[Article]):
    """Many articles, in the order given; slices are corpora.

    Attributes:
        articles: the articles.
        faults: why others could not be read, if it was loaded from files.
        same: sets of actors, ids or names that you know to be one.
        different: sets of actors, ids or names that you know to be different.

    >>> import uzru
    >>> corpus = uzru.Corpus([uzru.parse('"We stay," Egor Panin said.', date="2004-05-02")])
    >>> len(corpus), [quote.text for quote in corpus.quotes(by="Panin", since="2004")]
    (1, ['We stay,'])
    """

    articles: tuple[Article, ...] = attrs.field(default=(), converter=_articles)
    faults: tuple[UzruError, ...] = attrs.field(default=(), converter=_faults, kw_only=True, eq=False)
    same: tuple[tuple[Who, ...], ...] = attrs.field(default=(), converter=_groups, kw_only=True)
    different: tuple[tuple[Who, ...], ...] = attrs.field(default=(), converter=_groups, kw_only=True)

    def __repr__(self) -> str:
        faults = f", {len(self.faults)} could not be read" if self.faults else ""
        return f"Corpus({len(self.articles)} articles{faults})"

    def _repr_html_(self) -> str:
        from uzru.display.html import corpus_html

        return corpus_html(self)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        from uzru.display.pretty import print_corpus

        print_corpus(self, printer)

    def to_arrow(self, table: str) -> pyarrow.Table:
        """A table as Arrow: see `uzru.formats.tables` for names and columns (extra `tables`)."""
        from uzru.formats.tables import to_arrow

        return to_arrow(self, table)

    def to_pandas(self, table: str) -> pandas.DataFrame:
        """A table as a pandas DataFrame (extra `tables`)."""
        from uzru.formats.tables import to_pandas

        return to_pandas(self, table)

    def to_parquet(self, folder: str | Path) -> list[Path]:
        """Write every table as `TABLE.parquet` (extra `tables`)."""
        from uzru.formats.tables import to_parquet

        return to_parquet(self, folder)

    def to_csv(self, folder: str | Path) -> list[Path]:
        """Write every table as `TABLE.csv`."""
        from uzru.formats.tables import to_csv

        return to_csv(self, folder)

    def to_jsonl(self, path: str | Path) -> int:
        """Write the articles as lines of canonical JSON (`.gz` compresses); gives back how many."""
        from uzru.formats.jsonl import write_jsonl

        return write_jsonl(self, path)

    @classmethod
    def from_jsonl(cls, path: str | Path) -> Corpus:
        """Read such a file; lines that hold no article become `faults`. `read_jsonl` takes one article at a time."""
        from uzru.formats.jsonl import read_jsonl

        return cls.gather(read_jsonl(path))

    @classmethod
    def gather(cls, results: Iterable[Article | UzruError]) -> Corpus:
        """What `parse_many` and `read_jsonl` give, as a corpus: the articles, and what went wrong as `faults`.

        >>> import uzru
        >>> uzru.Corpus.gather(uzru.parse_many(["A mint opened.", None, "It closed."], processes=1))
        Corpus(2 articles, 1 could not be read)
        """
        articles: list[Article] = []
        faults: list[UzruError] = []
        for one in results:
            if isinstance(one, UzruError):
                faults.append(one)
            else:
                articles.append(one)
        return cls(articles, faults=faults)

    def __len__(self) -> int:
        return len(self.articles)

    def __iter__(self) -> Iterator[Article]:
        return iter(self.articles)

    @overload
    def __getitem__(self, index: int) -> Article: ...

    @overload
    def __getitem__(self, index: slice) -> Corpus: ...

    def __getitem__(self, index: int | slice) -> Article | Corpus:
        if isinstance(index, slice):
            return attrs.evolve(self, articles=self.articles[index], faults=())
        return self.articles[index]

    @cached_property
    def joined(self) -> tuple[Joined, ...]:
        """Who is who across the articles: each actor once, where it is named, and why it is one."""
        return join_actors((article.actors for article in self.articles), same=self.same, different=self.different)

    @cached_property
    def _names(self) -> NameIndex:
        return NameIndex(self.joined)

    @cached_property
    def _quote_index(self) -> FactIndex[Quote]:
        """All quotations but those that repeat another; a quotation's date is its own, else its article's."""
        return FactIndex(
            (index, quote, quote.when or article.published)
            for index, article in enumerate(self.articles)
            for quote in article.quotes
            if quote.repeats is None
        )

    @cached_property
    def _event_index(self) -> FactIndex[Event]:
        return FactIndex(
            (index, event, event.when) for index, article in enumerate(self.articles) for event in article.events
        )

    def _parties(self, of: Callable[[_Fact], Iterable[Actor | None]]) -> Callable[[int, _Fact], Iterator[ActorId]]:
        """Tells the joined actors of a fact in one role."""
        names = self._names

        def parties(index: int, fact: _Fact) -> Iterator[ActorId]:
            return (names.joined(index, actor) for actor in of(fact) if actor is not None)

        return parties

    def _named(self) -> Callable[[int, Quote], Iterator[ActorId]]:
        """Tells the joined actors that the words of a quotation name."""
        finder, names = MentionFinder(self.articles), self._names
        return lambda index, quote: (names.joined(index, actor) for actor in finder.named(index, quote))

    def actors(self, kind: ActorKind | str | None = None) -> tuple[Actor, ...]:
        """Everybody that the articles name, each once, in the order of first mention."""
        wanted = None if kind is None else ActorKind(kind)
        return tuple(one.actor for one in self.joined if wanted is None or one.actor.kind is wanted)

    def quotes(
        self,
        *,
        by: Who | None = None,
        about: Who | None = None,
        to: Who | None = None,
        since: Day | None = None,
        until: Day | None = None,
        kind: QuoteKind | str | None = None,
    ) -> tuple[Quote, ...]:
        """The quotations that meet all conditions, in text order; pull quotes that repeat another are left out.

        Args:
            by: the speaker: an actor, or a name, alias, surname or country code.
            about: whom the words name.
            to: the addressee.
            since: not before this day (`"2005"` is its first); undated quotations are left out.
            until: not after this day (`"2005"` is its last).
            kind: direct, mixed or indirect.

        A quotation's date is its own, else its article's.
        """
        index, names = self._quote_index, self._names
        sets = [] if kind is None else [index.holding("kind", [QuoteKind(kind)], lambda _, quote: (quote.kind,))]
        if by is not None:
            sets.append(index.holding("by", names.find(by), self._parties(lambda quote: (quote.speaker,))))
        if to is not None:
            sets.append(index.holding("to", names.find(to), self._parties(lambda quote: (quote.addressee,))))
        if about is not None:
            sets.append(index.holding("about", names.find(about), self._named()))
        return tuple(quote for _, quote in index.choose(sets, since, until))

    def events(
        self,
        *,
        type: EventType | str | None = None,  # noqa: A002 the field's own name
        by: Who | None = None,
        to: Who | None = None,
        since: Day | None = None,
        until: Day | None = None,
    ) -> tuple[Event, ...]:
        """The events that meet all conditions, in text order.

        Args:
            type: the PLOVER type.
            by: one of the sources: an actor, or a name, alias, surname or country code.
            to: one of the targets.
            since: not before this day; undated events are left out.
            until: not after this day.
        """
        index, names = self._event_index, self._names
        sets = [] if type is None else [index.holding("type", [EventType(type)], lambda _, event: (event.type,))]
        if by is not None:
            sets.append(index.holding("by", names.find(by), self._parties(lambda event: event.sources)))
        if to is not None:
            sets.append(index.holding("to", names.find(to), self._parties(lambda event: event.targets)))
        return tuple(event for _, event in index.choose(sets, since, until))

    @cached_property
    def _told_in(self) -> dict[str, Article]:
        """The article of each quotation and event by its id; of copies the first."""
        found: dict[str, Article] = {}
        for article in self.articles:
            ids = [*(quote.id for quote in article.quotes), *(event.id for event in article.events)]
            found.update({id_: article for id_ in ids if id_ not in found})
        return found

    def article_of(self, fact: Quote | Event) -> Article:
        """The article that gives a quotation or tells an event; of several copies of its text the first.

        Raises:
            ModelError: if no article of the corpus does.

        >>> import uzru
        >>> corpus = uzru.Corpus([uzru.parse('"We stay," Egor Panin said.', date="2004-05-02")])
        >>> [(str(corpus.article_of(quote).published), quote.text) for quote in corpus.quotes(by="Panin")]
        [('2004-05-02', 'We stay,')]
        """
        if fact.id not in self._told_in:
            raise ModelError(f"no article of this corpus has {fact!r}; ask the corpus that it came from")
        return self._told_in[fact.id]

    def timeline(self) -> tuple[TimelineEntry, ...]:
        """All dated events and quotations, the earliest first."""
        entries: list[TimelineEntry] = []
        for article in self.articles:
            for event in article.events:
                if event.when is not None:
                    entries.append(TimelineEntry(when=event.when, article=article, fact=event))
            for quote in article.quotes:
                if quote.repeats is None and (when := quote.when or article.published) is not None:
                    entries.append(TimelineEntry(when=when, article=article, fact=quote))
        return tuple(sorted(entries, key=lambda entry: entry.when.sort_key))

    def near_duplicates(self, threshold: float = 0.5) -> tuple[NearDuplicates, ...]:
        """Groups of articles that tell nearly the same in nearly the same words; see `find_near_duplicates`."""
        from uzru.model.similarity import find_near_duplicates

        return find_near_duplicates(self.articles, threshold)

    def repeated(self, threshold: float = 0.8) -> tuple[tuple[Quote, ...], ...]:
        """Groups of quotations in marks that several articles give in nearly the same words; see `find_repeated`."""
        from uzru.model.similarity import find_repeated

        return find_repeated(self.articles, threshold)
