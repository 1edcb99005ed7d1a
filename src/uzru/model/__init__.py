"""The classes: what a news report is, with no notion of how it is read."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from uzru.model.actor import Actor, ActorKind, Mention, MentionForm, Place, PlaceMention, Role
from uzru.model.article import (
    Article,
    Block,
    BlockKind,
    Credit,
    Dateline,
    DateMention,
    DateType,
    Link,
    Source,
)
from uzru.model.event import Event, EventStatus, Magnitude, MagnitudeKind
from uzru.model.plover import EventType, Quad
from uzru.model.quote import Cue, CueCategory, Quote, QuoteKind
from uzru.model.span import ActorId, ArticleId, CountryCode, EventId, QuoteId, Span, make_id
from uzru.model.when import Duration, Interval, PartialDate, When, parse_when

if TYPE_CHECKING:
    from uzru.model.corpus import Corpus, TimelineEntry
    from uzru.model.joining import Joined

__all__ = [
    "Actor",
    "ActorId",
    "ActorKind",
    "Article",
    "ArticleId",
    "Block",
    "BlockKind",
    "Corpus",
    "CountryCode",
    "Credit",
    "Cue",
    "CueCategory",
    "DateMention",
    "DateType",
    "Dateline",
    "Duration",
    "Event",
    "EventId",
    "EventStatus",
    "EventType",
    "Interval",
    "Joined",
    "Link",
    "Magnitude",
    "MagnitudeKind",
    "Mention",
    "MentionForm",
    "PartialDate",
    "Place",
    "PlaceMention",
    "Quad",
    "Quote",
    "QuoteId",
    "QuoteKind",
    "Role",
    "Source",
    "Span",
    "TimelineEntry",
    "When",
    "make_id",
    "parse_when",
]

# What is of many articles is imported when it is first asked for: to parse one needs none of it.
_LATE = {"Corpus": "corpus", "Joined": "joining", "TimelineEntry": "corpus"}


def __getattr__(name: str) -> Any:
    if name not in _LATE:
        raise AttributeError(f"module 'uzru.model' has no attribute {name!r}")
    value = getattr(import_module(f"uzru.model.{_LATE[name]}"), name)
    globals()[name] = value
    return value
