"""Articles as spaCy Docs: every fact a span of tokens that begins and ends exactly where the fact does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from uzru.errors import MissingExtraError
from uzru.model import ActorKind, Article, MentionForm, Quote, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["to_spacy"]

# examples need: spacy
_TOKEN: Final = re.compile(r"\w+(?:['’]\w+)*| +|\s|[^\w\s]")
_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")
_ENTITIES: Final = {
    ActorKind.PERSON: "PERSON",
    ActorKind.ORGANIZATION: "ORG",
    ActorKind.GROUP: "NORP",
    ActorKind.COUNTRY: "GPE",
}
_NAMES: Final = frozenset({MentionForm.NAME, MentionForm.SHORT_NAME, MentionForm.ACRONYM, MentionForm.METONYM})

_Row: TypeAlias = tuple[Span, str, str, str]


def to_spacy(article: Article, nlp: Language | None = None) -> Doc:
    """An article as a Doc whose text is the article's, and whose span groups are its facts.

    `doc.spans` has the groups blocks, mentions, places, dates, quotes, speakers, cues and events. A span's label is the
    kind of fact, its `kb_id_` the id of the actor it means (of a quotation: the speaker), its `id_` the id of the
    quotation or event; a quotation in pieces has a span for each, with one id. Named mentions, places and dates are
    `doc.ents` as well. Lone surrogates, which spaCy cannot hold, stand as U+FFFD.

    Args:
        article: the article.
        nlp: the pipeline whose vocabulary is used, blank English if left out; its components are not run.

    Raises:
        MissingExtraError: if spaCy is not installed.

    >>> import uzru
    >>> doc = to_spacy(uzru.parse('"We stay," Egor Panin said.'))
    >>> [(span.text, span.label_) for span in doc.spans["quotes"]], doc.ents
    ([('We stay,', 'direct')], (Egor Panin,))
    """
    try:
        import spacy
        from spacy.tokens import Doc
        from spacy.util import filter_spans
    except ImportError:
        raise MissingExtraError("to_spacy needs spaCy; install it with: pip install 'uzru[spacy]'") from None
    groups = {name: list(rows) for name, rows in _groups(article)}
    text = _SURROGATE.sub("\ufffd", article.text)
    words, spaces = _tokens(text, [row[0] for rows in groups.values() for row in rows])
    doc = Doc((nlp or spacy.blank("en")).vocab, words=words, spaces=spaces)
    for name, rows in groups.items():
        doc.spans[name] = [span for row in rows if (span := _span(doc, row)) is not None]
    entities = [span for row in _entities(article) if (span := _span(doc, row)) is not None]
    doc.ents = filter_spans(entities)
    doc.user_data["uzru"] = article.id
    return doc


def _tokens(text: str, facts: Iterable[Span]) -> tuple[list[str], list[bool]]:
    """Tokens that no fact's edge cuts, and whether a blank follows; other white space is a token of its own."""
    starts = {span.start for span in facts}
    ends = {span.end for span in facts}
    cuts = sorted({0, len(text), *starts, *ends, *(at for found in _TOKEN.finditer(text) for at in found.span())})
    words: list[str] = []
    spaces: list[bool] = []
    for start, end in pairwise(cuts):
        # A blank belongs to the token before it, unless a fact begins or ends with that blank.
        if text[start:end] == " " and words and not spaces[-1] and start not in starts and end not in ends:
            spaces[-1] = True
        else:
            words.append(text[start:end])
            spaces.append(False)
    return words, spaces


def _span(doc: Doc, row: _Row) -> Any:
    span, label, actor, id_ = row
    return doc.char_span(span.start, span.end, label=label, kb_id=actor, span_id=id_)


def _groups(article: Article) -> Iterator[tuple[str, Iterable[_Row]]]:
    quotes = article.quotes
    yield "blocks", ((block.span, str(block.kind), "", "") for block in article.blocks)
    yield "mentions", ((one.span, str(one.actor.kind), one.actor.id, "") for one in article.mentions)
    yield "places", ((one.span, one.place.name, "", "") for one in article.places)
    yield "dates", ((one.span, str(one.value or one.type), "", "") for one in article.dates)
    yield "quotes", ((span, str(one.kind), _speaker(one), one.id) for one in quotes for span in one.spans)
    yield "speakers", ((one.speaker_span, "speaker", _speaker(one), one.id) for one in quotes if one.speaker_span)
    yield "cues", ((one.cue.span, one.cue.lemma, "", one.id) for one in quotes if one.cue)
    yield "events", ((one.span, str(one.type), "", one.id) for one in article.events)


def _speaker(quote: Quote) -> str:
    return quote.speaker.id if quote.speaker else ""


def _entities(article: Article) -> Iterator[_Row]:
    for mention in article.mentions:
        if mention.form in _NAMES:
            yield mention.span, _ENTITIES[mention.actor.kind], mention.actor.id, ""
    for place in article.places:
        yield place.span, "GPE", "", ""
    for date in article.dates:
        yield date.span, str(date.type), "", ""
