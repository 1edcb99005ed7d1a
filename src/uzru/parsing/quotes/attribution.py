"""A found quotation whose speaker is still a stretch of text."""

from __future__ import annotations

from typing import NamedTuple

from uzru.model import CueCategory, DateMention, QuoteKind, Span

__all__ = ["Attribution"]


class Attribution(NamedTuple):
    """Who said what, before names and pronouns are resolved.

    Attributes:
        kind: direct, mixed or indirect.
        spans: the pieces of the content, outer marks left out.
        rule: what found it; confidence: how sure that is, from 0 to 1.
        verbatim: what of them stands within marks.
        cue: where the cue stands; lemma, category: its dictionary form and class.
        speaker_span: the words that name the speaker; addressee_span: those for whom it was said.
        when: the date of the saying, if its clause gives one.
        insertions, elisions: editors' brackets and ellipses within marks.
        repeats: index of the attribution that this one gives again.
    """

    kind: QuoteKind
    spans: tuple[Span, ...]
    rule: str
    confidence: float = 1.0
    verbatim: tuple[Span, ...] = ()
    cue: Span | None = None
    lemma: str = ""
    category: CueCategory = CueCategory.SPEECH
    speaker_span: Span | None = None
    addressee_span: Span | None = None
    when: DateMention | None = None
    insertions: tuple[Span, ...] = ()
    elisions: tuple[Span, ...] = ()
    repeats: int | None = None
