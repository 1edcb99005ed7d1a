"""The rows of every table, as tuples in the order of its columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from uzru.errors import FormatError
from uzru.model import Actor, Article, Corpus, Duration, Event, MagnitudeKind, PartialDate, Quote, Role, When

__all__ = ["Row", "corpus_rows", "rows"]

Row: TypeAlias = tuple[Any, ...]
Identify: TypeAlias = Callable[[Actor], Actor]


def _same(actor: Actor) -> Actor:
    return actor


def rows(articles: Iterable[Article], table: str) -> Iterator[Row]:
    """The rows of a table, article by article, so that no more than one has to be held.

    Actors and roles stand once for each article here; `Corpus` joins them across articles.

    Raises:
        FormatError: if there is no such table.

    >>> import uzru
    >>> list(rows([uzru.parse('"We stay," Egor Panin said.')], "actors"))[0][1:3]
    ('Egor Panin', 'person')
    """
    if table not in _ROWS:
        raise FormatError([("table", f"{table!r} is not one of {', '.join(_ROWS)}")])
    return (row for article in articles for row in _ROWS[table](article, _same))


def corpus_rows(corpus: Corpus, table: str) -> Iterator[Row]:
    """The rows of a table of a corpus: actors and roles once each, and everywhere the actor that one was joined to.

    Raises:
        FormatError: if there is no such table.
    """
    if table == "actors":
        return _actor_rows(corpus.actors())
    if table == "roles":
        return _role_rows(corpus.actors())
    rows((), table)  # names the tables if there is none of this name
    return _joined_rows(corpus, table)


def _joined_rows(corpus: Corpus, table: str) -> Iterator[Row]:
    joined = {(index, member.id): one.actor for one in corpus.joined for index, member in one.members}
    for index, article in enumerate(corpus):
        known = {actor.id: joined.get((index, actor.id), actor) for actor in article.actors}
        yield from _ROWS[table](article, lambda actor, known=known: known.get(actor.id, actor))  # type: ignore[misc]


def _actor_rows(actors: Iterable[Actor]) -> Iterator[Row]:
    for one in actors:
        yield one.id, one.name, str(one.kind), one.country, list(one.sectors), list(one.aliases), one.wikidata


def _role_rows(actors: Iterable[Actor]) -> Iterator[Row]:
    for one in actors:
        for role in one.roles:
            yield one.id, role.title, role.organization, role.country, *_when(role.held)


def _when(when: When | Duration | None) -> Row:
    if when is None or isinstance(when, Duration):
        return None if when is None else str(when), None, None
    return str(when), when.earliest, when.latest


def _articles(one: Article, _: Identify) -> Iterator[Row]:
    yield (
        one.id,
        one.source.url,
        one.source.path,
        one.source.publisher,
        one.source.style,
        one.language,
        one.headline,
        one.summary,
        *_when(one.published),
        str(one.dateline) if one.dateline else None,
        [credit.name for credit in one.byline],
        [credit.name for credit in one.contributors],
        [credit.name for credit in one.credits],
        len(one.quotes),
        len(one.events),
        one.text,
    )


def _quotes(article: Article, identify: Identify) -> Iterator[Row]:
    for one in article.quotes:
        yield (
            one.id,
            article.id,
            str(one.kind),
            one.text,
            *_actor(one.speaker, identify),
            article.text[one.speaker_span.slice] if one.speaker_span else None,
            *_cue(one),
            *_actor(one.addressee, identify),
            *_when(one.when),
            [span.start for span in one.spans],
            [span.end for span in one.spans],
            one.repeats,
            one.confidence,
            one.rule,
        )


def _actor(actor: Actor | None, identify: Identify) -> tuple[str | None, str | None]:
    if actor is None:
        return None, None
    joined = identify(actor)
    return joined.id, joined.name


def _cue(quote: Quote) -> tuple[str | None, str | None]:
    return (None, None) if quote.cue is None else (quote.cue.lemma, str(quote.cue.category))


def _mentions(article: Article, identify: Identify) -> Iterator[Row]:
    for one in article.mentions:
        place = one.span.start, one.span.end, article.text[one.span.slice]
        yield article.id, identify(one.actor).id, *place, str(one.form), _optional(one.role)


def _optional(value: Role | PartialDate | None) -> str | None:
    return None if value is None else str(value)


def _places(article: Article, _: Identify) -> Iterator[Row]:
    for one in article.places:
        words = article.text[one.span.slice]
        yield article.id, one.span.start, one.span.end, words, one.place.name, one.place.country


def _events(article: Article, identify: Identify) -> Iterator[Row]:
    for one in article.events:
        sources, targets = [list(dict.fromkeys(map(identify, side))) for side in (one.sources, one.targets)]
        yield (
            one.id,
            article.id,
            str(one.type),
            list(one.modes),
            list(one.contexts),
            str(one.quad),
            str(one.status),
            [actor.id for actor in sources],
            [actor.name for actor in sources],
            [actor.id for actor in targets],
            [actor.name for actor in targets],
            one.reciprocal,
            *_when(one.when),
            one.place.name if one.place else None,
            one.place.country if one.place else None,
            one.span.start,
            one.span.end,
            article.text[one.span.slice],
            article.text[one.trigger.slice],
            one.reported_by,
            *_magnitudes(one),
            str(one.inner) if one.inner else None,
            one.confidence,
            one.rule,
        )


def _magnitudes(event: Event) -> Iterator[int | None]:
    held = {magnitude.kind: magnitude for magnitude in event.magnitudes}
    for kind in MagnitudeKind:
        yield held[kind].low if kind in held else None
        yield held[kind].high if kind in held else None


def _dates(article: Article, _: Identify) -> Iterator[Row]:
    for one in article.dates:
        place = one.span.start, one.span.end, article.text[one.span.slice]
        yield article.id, *place, str(one.type), *_when(one.value), _optional(one.anchor), one.rule


_ROWS: Final[Mapping[str, Callable[[Article, Identify], Iterator[Row]]]] = MappingProxyType(
    {
        "articles": _articles,
        "quotes": _quotes,
        "actors": lambda article, _: _actor_rows(article.actors),
        "roles": lambda article, _: _role_rows(article.actors),
        "mentions": _mentions,
        "places": _places,
        "events": _events,
        "dates": _dates,
    }
)
