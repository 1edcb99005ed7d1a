"""Headlines that quote by a colon: 'Panin: The Mint Will Close'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uzru.parsing.quotes import parts as p
from uzru.parsing.quotes.drafts import Draft
from uzru.parsing.quotes.subject import main_subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uzru.model import Mention
    from uzru.parsing.quotes.tokens import Sentence
    from uzru.parsing.text import Paragraph

__all__ = ["HEADLINES", "is_topic", "read_headline"]

HEADLINES = frozenset(("headline", "item-headline"))
_LABEL_WORDS = 8


def read_headline(s: Sentence, paragraph: Paragraph, mentions: Sequence[Mention]) -> Draft | None:
    """What the person before a headline's colon says; nobody if no person stands there or no clause follows."""
    colon = next((x for x in range(min(s.count, _LABEL_WORDS + 1)) if s.bits[x] & p.COLON), None)
    if not colon or colon + 2 >= s.count or s.span(0, 1)[0] != paragraph.start:
        return None
    cue = s.span(colon, colon + 1)
    if not any(m.actor.kind == "person" and paragraph.start <= m.span.start and m.span.end <= cue[0] for m in mentions):
        return None
    if not any(s.bits[x] & (p.AUX | p.VERB | p.CUE | p.ATOM) for x in range(colon + 1, s.count)):
        return None
    first, last_of_name = main_subject(s, colon) or (0, colon)
    last = s.count - 1 if s.bits[s.count - 1] & p.STOP else s.count
    return Draft(
        [s.span(colon + 1, last)],
        "headline",
        cue=cue,
        lemma=":",
        source=s.span(first, last_of_name),
    )


def is_topic(draft: Draft, mentions: Sequence[Mention]) -> bool:
    """Whether the words before a headline's colon name a country, of which the headline tells: 'Uzbekistan: "Stay"'."""
    if draft.rule != "colon" or draft.source is None:
        return False
    return any((m.span.start, m.span.end) == draft.source and m.actor.kind == "country" for m in mentions)
