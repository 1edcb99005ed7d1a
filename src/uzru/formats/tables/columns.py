"""The columns of every table: name, type, what it says, and which other table it points to."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import attrs

from uzru.model import MagnitudeKind
from uzru.model.vocabulary import Vocabulary

__all__ = ["TABLES", "Column", "ColumnType", "Table"]


class ColumnType(Vocabulary):
    """What a column holds."""

    TEXT = "text"
    TEXTS = "list of texts"
    NUMBER = "whole number"
    NUMBERS = "list of whole numbers"
    SHARE = "number"
    TRUTH = "true or false"
    DAY = "day"


@attrs.frozen
class Column:
    """A column of a table.

    Attributes:
        name: its name.
        type: what it holds; each may be empty (null) unless it is a key or a list.
        what: what it says.
        points_to: table and column that hold the same value, such as `actors.actor_id`; None if it is no foreign key.
    """

    name: str
    type: ColumnType
    what: str
    points_to: str | None = None


@attrs.frozen
class Table:
    """A table.

    Attributes:
        name: its name.
        what: what a row is.
        columns: its columns; the first is the key of `articles`, `quotes`, `actors` and `events`.
    """

    name: str
    what: str
    columns: tuple[Column, ...]


_TEXT, _TEXTS, _NUMBER, _NUMBERS = ColumnType.TEXT, ColumnType.TEXTS, ColumnType.NUMBER, ColumnType.NUMBERS
_ARTICLE = Column("article_id", _TEXT, "the article", "articles.article_id")
_ACTOR = Column("actor_id", _TEXT, "the actor", "actors.actor_id")
_CONFIDENCE = (
    Column("confidence", ColumnType.SHARE, "from 0 to 1"),
    Column("rule", _TEXT, "the rule that decided"),
)


def _place(what: str) -> tuple[Column, ...]:
    return (
        Column("start", _NUMBER, f"where {what} begins, in code points of the article's text"),
        Column("end", _NUMBER, f"the offset behind {what}"),
        Column("text", _TEXT, "the words"),
    )


def _when(name: str, what: str) -> tuple[Column, ...]:
    return (
        Column(name, _TEXT, f"{what}, in EDTF, as exact as the text"),
        Column(f"{name}_earliest", ColumnType.DAY, "the first day that it can be"),
        Column(f"{name}_latest", ColumnType.DAY, "the day behind the last that it can be"),
    )


_TABLES: Final = (
    Table(
        "articles",
        "an article",
        (
            Column("article_id", _TEXT, "made from the text"),
            Column("url", _TEXT, "the address of the page"),
            Column("path", _TEXT, "the file it was loaded from"),
            Column("publisher", _TEXT, "the outlet"),
            Column("style", _TEXT, "the house style"),
            Column("language", _TEXT, "ISO 639-1"),
            Column("headline", _TEXT, "the headline"),
            Column("summary", _TEXT, "the lines between headline and report"),
            *_when("published", "the day that 'today' means"),
            Column("dateline", _TEXT, "place, date and agency"),
            Column("byline", _TEXTS, "who wrote it"),
            Column("contributors", _TEXTS, "who contributed"),
            Column("credits", _TEXTS, "agencies and others credited"),
            Column("quotes", _NUMBER, "how many quotations"),
            Column("events", _NUMBER, "how many events"),
            Column("text", _TEXT, "the text, character for character"),
        ),
    ),
    Table(
        "quotes",
        "a quotation",
        (
            Column("quote_id", _TEXT, "made from article, kind and spans"),
            _ARTICLE,
            Column("kind", _TEXT, "direct, mixed or indirect"),
            Column("text", _TEXT, "the content, pieces joined by a blank"),
            Column("speaker_id", _TEXT, "whose words they are", "actors.actor_id"),
            Column("speaker", _TEXT, "the speaker's name"),
            Column("speaker_text", _TEXT, "the words that name the speaker, such as 'he'"),
            Column("cue", _TEXT, "the lemma of what reports the speech"),
            Column("cue_category", _TEXT, "speech, writing or belief"),
            Column("addressee_id", _TEXT, "to whom it was said", "actors.actor_id"),
            Column("addressee", _TEXT, "the addressee's name"),
            *_when("when", "when it was said, if the text tells"),
            Column("starts", _NUMBERS, "where the pieces begin, in code points of the article's text"),
            Column("ends", _NUMBERS, "the offsets behind the pieces"),
            Column("repeats", _TEXT, "the quotation that this pull quote gives again", "quotes.quote_id"),
            *_CONFIDENCE,
        ),
    ),
    Table(
        "actors",
        "an actor, once",
        (
            Column("actor_id", _TEXT, "the same in every article"),
            Column("name", _TEXT, "the full name"),
            Column("kind", _TEXT, "person, organization, country or group"),
            Column("country", _TEXT, "ISO 3166-1 alpha-3"),
            Column("sectors", _TEXTS, "PLOVER sector codes"),
            Column("aliases", _TEXTS, "other names"),
            Column("wikidata", _TEXT, "the Wikidata item"),
        ),
    ),
    Table(
        "roles",
        "an office or a title of an actor",
        (
            _ACTOR,
            Column("title", _TEXT, "what it is called"),
            Column("organization", _TEXT, "where it is held"),
            Column("country", _TEXT, "whose office it is, ISO 3166-1 alpha-3"),
            *_when("held", "from when to when"),
        ),
    ),
    Table(
        "mentions",
        "a place where an article names an actor",
        (
            _ARTICLE,
            _ACTOR,
            *_place("the mention"),
            Column("form", _TEXT, "name, short-name, acronym, title, nominal, pronoun, metonym or demonym"),
            Column("role", _TEXT, "the office or title that the text gives there"),
        ),
    ),
    Table(
        "places",
        "a place where an article names a place",
        (
            _ARTICLE,
            *_place("the mention"),
            Column("place", _TEXT, "its name"),
            Column("country", _TEXT, "where it lies, ISO 3166-1 alpha-3"),
        ),
    ),
    Table(
        "events",
        "an event",
        (
            Column("event_id", _TEXT, "made from article, type and trigger"),
            _ARTICLE,
            Column("type", _TEXT, "the PLOVER event type"),
            Column("modes", _TEXTS, "PLOVER modes"),
            Column("contexts", _TEXTS, "PLOVER contexts"),
            Column("quad", _TEXT, "verbal or material, cooperation or conflict"),
            Column("status", _TEXT, "whether it happened, as the article tells it"),
            Column("source_ids", _TEXTS, "who did it", "actors.actor_id"),
            Column("sources", _TEXTS, "their names"),
            Column("target_ids", _TEXTS, "to whom", "actors.actor_id"),
            Column("targets", _TEXTS, "their names"),
            Column("reciprocal", ColumnType.TRUTH, "whether all sources did it to each other"),
            *_when("when", "the date or stretch of time"),
            Column("place", _TEXT, "where"),
            Column("place_country", _TEXT, "where that lies, ISO 3166-1 alpha-3"),
            *_place("the evidence"),
            Column("trigger", _TEXT, "the words that decided the type"),
            Column("reported_by", _TEXT, "the quotation that tells it", "quotes.quote_id"),
            *(
                Column(f"{kind}_{bound}", _NUMBER, f"people {kind}, {words}")
                for kind in MagnitudeKind
                for bound, words in (("low", "at least"), ("high", "at most"))
            ),
            Column("inner", _TEXT, "the act that is agreed, threatened, refused"),
            *_CONFIDENCE,
        ),
    ),
    Table(
        "dates",
        "a place where an article gives a date",
        (
            _ARTICLE,
            *_place("the mention"),
            Column("type", _TEXT, "DATE, TIME, DURATION or SET"),
            *_when("value", "what the words mean"),
            Column("anchor", _TEXT, "the date that it counts from, in EDTF"),
            Column("rule", _TEXT, "how it was resolved"),
        ),
    ),
)

TABLES: Final[Mapping[str, Table]] = MappingProxyType({table.name: table for table in _TABLES})
"""All tables by name.

>>> list(TABLES)
['articles', 'quotes', 'actors', 'roles', 'mentions', 'places', 'events', 'dates']
"""
