"""The record of an event that a sentence tells: an `Event` of the model, with its evidence and finer points."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

from uzru.model.event import Event, EventStatus
from uzru.model.plover import EventType
from uzru.model.span import EventId, Span, make_fact_id
from uzru.parsing.events.details import find_contexts, find_mode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uzru.model.actor import Place
    from uzru.model.event import Magnitude
    from uzru.model.quote import Quote
    from uzru.model.span import ArticleId
    from uzru.model.when import PartialDate, When
    from uzru.parsing.events.coding import Coding
    from uzru.parsing.events.lexicon import Lexicon
    from uzru.parsing.events.roles import Roles
    from uzru.parsing.events.sentences import Found, Sentence

__all__ = ["Recorder"]

_NESTED = 12  # quotations before an offset that may hold it
_NOW = frozenset({EventStatus.OCCURRED, EventStatus.ONGOING})
_YEAR = 365
_ASSAULT, _COERCE = EventType.ASSAULT, EventType.COERCE  # members of enumerations take long to look up


class Recorder:
    """Makes the records of one article's events.

    Args:
        lexicon: the tables.
        found: what the earlier stages found.
        quotes: the article's quotations.
        article_id: the article's id.
    """

    def __init__(self, lexicon: Lexicon, found: Found, quotes: Sequence[Quote], article_id: ArticleId) -> None:
        self._lexicon = lexicon
        numbered = enumerate(quotes)
        self._pieces = sorted((piece.start, piece.end, number) for number, quote in numbered for piece in quote.spans)
        self._piece_starts = [start for start, _, _ in self._pieces]
        self._reaches = list(accumulate([end for _, end, _ in self._pieces], max))  # of a piece and those before it
        self._quotes = quotes
        self._article_id = article_id
        self._today: PartialDate | None = next((mention.anchor for mention in found.dates if mention.anchor), None)

    def __call__(
        self, sentence: Sentence, coding: Coding, roles: Roles, when: When | None, place: Place | None
    ) -> Event:
        """The record of what a verb or noun of a sentence tells."""
        trigger = Span(sentence.starts[coding.first], sentence.end_of(coding.last))
        quote = self.quote_at(trigger.start)
        keep = roles.at_home
        return Event(
            id=EventId(make_fact_id("event", self._article_id, coding.type, trigger)),
            type=coding.type,
            modes=find_mode(self._lexicon, sentence, coding.type, coding.mode, coding.first, coding.last),
            contexts=find_contexts(self._lexicon, sentence),
            status=self._status(coding, when),
            sources=roles.sources,
            targets=roles.targets if keep else tuple(actor for actor in roles.targets if actor not in roles.sources),
            reciprocal=roles.reciprocal,
            when=when,
            place=place,
            span=_evidence(sentence, coding),
            trigger=trigger,
            reported_by=quote.id if quote else None,
            magnitudes=_magnitudes(sentence, coding),
            inner=coding.inner,
            confidence=round(max(coding.confidence, 0.05), 2),
            rule=coding.rule,
        )

    def quote_at(self, offset: int) -> Quote | None:
        """The quotation whose words hold an offset, the innermost one."""
        at = bisect_left(self._piece_starts, offset + 1)
        if not at or self._reaches[at - 1] <= offset:
            return None
        for start, end, number in reversed(self._pieces[max(at - _NESTED, 0) : at]):
            if start <= offset < end:
                return self._quotes[number]
        return None

    def _status(self, coding: Coding, when: When | None) -> EventStatus:
        """What is over for a year is history; what no past tense tells, of a day after the article's, is planned."""
        status = coding.status
        if when is None or self._today is None or status not in _NOW:
            return status
        latest, today = when.latest, self._today.earliest
        if latest and today and (today - latest).days > _YEAR:
            return EventStatus.HISTORICAL if status is EventStatus.OCCURRED else status
        first, end = when.earliest, self._today.latest
        ahead = coding.verb is None or coding.verb.kind == "progressive" or coding.verb.present
        return EventStatus.PLANNED if ahead and first and end and first >= end else status


def _evidence(sentence: Sentence, coding: Coding) -> Span:
    """The sentence; for what only a side clause tells, that sentence."""
    stretch = sentence.stretches[coding.stretch]
    if stretch.kind in ("side", "lead-in", "further"):
        last = stretch.end - 1
        while last > coding.last and not sentence.words[last][0].isalnum():
            last -= 1
        first = stretch.start
        while first < coding.first and not sentence.words[first][0].isalnum():
            first += 1
        return Span(sentence.starts[first], sentence.end_of(last))
    return Span(sentence.start, sentence.end)


def _magnitudes(sentence: Sentence, coding: Coding) -> tuple[Magnitude, ...]:
    """The victims of force; of an arrest, the arrested alone."""
    if coding.type is _ASSAULT:
        return sentence.tolls
    if coding.type is _COERCE:
        return tuple(toll for toll in sentence.tolls if toll.kind == "arrested")
    return ()
