"""Political news as typed objects: who said what, who did what to whom, when."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from uzru.batch import parse_many
    from uzru.errors import (
        DateError,
        FormatError,
        KnowledgeError,
        MissingExtraError,
        ModelError,
        SourceError,
        UzruError,
    )
    from uzru.formats.json import from_dict, from_json, to_dict, to_json
    from uzru.knowledge import Knowledge
    from uzru.loading import load, load_corpus, load_seeds, parse
    from uzru.model import (
        Actor,
        ActorKind,
        Article,
        Block,
        BlockKind,
        Corpus,
        Credit,
        Cue,
        CueCategory,
        Dateline,
        DateMention,
        DateType,
        Duration,
        Event,
        EventStatus,
        EventType,
        Interval,
        Link,
        Magnitude,
        MagnitudeKind,
        Mention,
        MentionForm,
        PartialDate,
        Place,
        PlaceMention,
        Quad,
        Quote,
        QuoteKind,
        Role,
        Source,
        Span,
        When,
        parse_when,
    )
    from uzru.parsing.html import parse_html
    from uzru.parsing.parser import Parser

__version__ = "0.1.0"

# Where each public name lives: a module is imported when its first name is asked for, so that `import uzru` is light.
_HOMES = {
    "uzru.batch": "parse_many",
    "uzru.errors": "DateError FormatError KnowledgeError MissingExtraError ModelError SourceError UzruError",
    "uzru.formats.json": "from_dict from_json to_dict to_json",
    "uzru.knowledge": "Knowledge",
    "uzru.loading": "load load_corpus load_seeds parse",
    "uzru.model": (
        "Actor ActorKind Article Block BlockKind Corpus Credit Cue CueCategory DateMention DateType Dateline Duration"
        " Event EventStatus EventType Interval Link Magnitude MagnitudeKind Mention MentionForm PartialDate Place"
        " PlaceMention Quad Quote QuoteKind Role Source Span When parse_when"
    ),
    "uzru.parsing.html": "parse_html",
    "uzru.parsing.parser": "Parser",
}
_HOME = {name: module for module, names in _HOMES.items() for name in names.split()}

__all__ = [
    "Actor",
    "ActorKind",
    "Article",
    "Block",
    "BlockKind",
    "Corpus",
    "Credit",
    "Cue",
    "CueCategory",
    "DateError",
    "DateMention",
    "DateType",
    "Dateline",
    "Duration",
    "Event",
    "EventStatus",
    "EventType",
    "FormatError",
    "Interval",
    "Knowledge",
    "KnowledgeError",
    "Link",
    "Magnitude",
    "MagnitudeKind",
    "Mention",
    "MentionForm",
    "MissingExtraError",
    "ModelError",
    "Parser",
    "PartialDate",
    "Place",
    "PlaceMention",
    "Quad",
    "Quote",
    "QuoteKind",
    "Role",
    "Source",
    "SourceError",
    "Span",
    "UzruError",
    "When",
    "__version__",
    "from_dict",
    "from_json",
    "load",
    "load_corpus",
    "load_seeds",
    "parse",
    "parse_html",
    "parse_many",
    "parse_when",
    "to_dict",
    "to_json",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'uzru' has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
