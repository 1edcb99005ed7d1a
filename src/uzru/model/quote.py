"""Who said what: quotations and reported speech with their speakers."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

import attrs

from uzru.errors import ModelError
from uzru.model.actor import Actor
from uzru.model.span import QuoteId, Span
from uzru.model.vocabulary import Vocabulary
from uzru.model.when import When

__all__ = ["Cue", "CueCategory", "Quote", "QuoteKind", "certainty"]


class QuoteKind(Vocabulary):
    """How the words are given: all within marks, some, none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class CueCategory(Vocabulary):
    """What the cue tells of: an act of speech, of writing, or only a belief."""

    SPEECH = "speech"
    WRITING = "writing"
    BELIEF = "belief"


def certainty(instance: object, attribute: attrs.Attribute[float], value: float) -> None:
    """Refuse a confidence outside 0 to 1."""
    if not 0 <= value <= 1:
        raise ModelError(f"{type(instance).__name__}.{attribute.name} is {value}; give a number from 0 to 1")


@attrs.frozen(kw_only=True)
class Cue:
    """The word that reports speech: 'said', 'according to', a colon.

    Attributes:
        span: where it stands.
        lemma: its dictionary form ('say'); the mark itself for punctuation.
        category: speech, writing or belief.
    """

    span: Span
    lemma: str
    category: CueCategory = attrs.field(default=CueCategory.SPEECH, converter=CueCategory)


@attrs.frozen(kw_only=True, repr=False)
class Quote:
    """Who said what: one attribution, which is one cue, however many pieces its content has.

    The words follow the field's (PARC, PolNeAR): source or speaker, cue, content.

    Attributes:
        id: made from the article's id, the kind and the spans.
        kind: direct (all of it in marks), mixed, indirect.
        spans: the content, a span for each piece, outer marks left out.
        verbatim: the spans of it that stand within quotation marks: all, some or none.
        text: the content as it stands, pieces joined by a blank.
        speaker: whose words they are; None if the text does not tell.
        speaker_span: the words that name the speaker, such as 'he'.
        cue: what reports the speech; None for words in marks alone.
        addressee: to whom it was said.
        addressee_span: the words that name the addressee.
        when: when it was said, if the text tells.
        insertions: the editor's [insertions], brackets included.
        elisions: the editor's ellipses.
        repeats: the id of the quotation that a pull quote gives again.
        confidence: from 0 to 1; sorted by it, the surer half is wrong less often.
        rule: the name of the rule that attributed it.
    """

    id: QuoteId
    kind: QuoteKind = attrs.field(converter=QuoteKind)
    spans: tuple[Span, ...]
    verbatim: tuple[Span, ...] = ()
    text: str
    speaker: Actor | None = None
    speaker_span: Span | None = None
    cue: Cue | None = None
    addressee: Actor | None = None
    addressee_span: Span | None = None
    when: When | None = None
    insertions: tuple[Span, ...] = ()
    elisions: tuple[Span, ...] = ()
    repeats: QuoteId | None = None
    confidence: float = attrs.field(default=1.0, validator=certainty)
    rule: str = ""

    def __attrs_post_init__(self) -> None:
        if not self.spans:
            raise ModelError("Quote.spans is empty; a quotation has at least one piece of content")
        held = (*self.verbatim, *self.insertions, *self.elisions)
        if held and held != self.spans and (span := _outside(held, self.spans)) is not None:
            field = next(name for name in ("verbatim", "insertions", "elisions") if span in getattr(self, name))
            raise ModelError(f"Quote.{field} has {span!r}, which lies in no piece of the content")

    def __repr__(self) -> str:
        words = self.text if len(self.text) <= 60 else f"{self.text[:40]} ... {self.text[-15:]}"
        return f"Quote({(self.speaker.name if self.speaker else None)!r}, {self.kind}, {words!r})"

    def _repr_html_(self) -> str:
        from uzru.display.html import quote_html

        return quote_html(self)

    def __str__(self) -> str:
        return f"{self.speaker or 'unknown'}: {self.text}"


def _outside(held: tuple[Span, ...], pieces: tuple[Span, ...]) -> Span | None:
    """The first that lies in no piece; in time that grows with their number, not with the product of both."""
    ordered = sorted(pieces, key=lambda piece: piece.start)
    starts = [piece.start for piece in ordered]
    reach = list(accumulate((piece.end for piece in ordered), max))
    for span in held:
        before = bisect_right(starts, span.start)
        if before == 0 or reach[before - 1] < span.end:
            return span
    return None
