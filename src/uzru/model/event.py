"""Who did what to whom: events in the PLOVER ontology."""

from __future__ import annotations

import attrs

from uzru.errors import ModelError
from uzru.model.actor import Actor, Place
from uzru.model.cameo import cameo_code
from uzru.model.plover import CONTEXTS, MODES, QUADS, EventType, Quad
from uzru.model.quote import certainty
from uzru.model.span import EventId, QuoteId, Span
from uzru.model.vocabulary import Vocabulary
from uzru.model.when import When

__all__ = ["Event", "EventStatus", "Magnitude", "MagnitudeKind"]


class EventStatus(Vocabulary):
    """Whether it happened, as the article tells it."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"
    HISTORICAL = "historical"


class MagnitudeKind(Vocabulary):
    """What is counted."""

    KILLED = "killed"
    INJURED = "injured"
    ARRESTED = "arrested"


@attrs.frozen(kw_only=True)
class Magnitude:
    """How many: a count of people, with its bounds.

    Attributes:
        kind: killed, injured or arrested.
        low: at least so many people; None if only the upper bound is told.
        high: at most so many people; None if only the lower bound is told.

    >>> str(Magnitude(kind="killed", low=47, high=47)), str(Magnitude(kind="injured", low=100))
    ('47 killed', 'at least 100 injured')
    """

    kind: MagnitudeKind = attrs.field(converter=MagnitudeKind)
    low: int | None = None
    high: int | None = None

    def __attrs_post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise ModelError("Magnitude: give low, high or both")
        if (self.low or 0) < 0 or (self.high is not None and self.high < (self.low or 0)):
            raise ModelError(f"Magnitude: {self.low} to {self.high} is no range of people")

    def __str__(self) -> str:
        if self.low == self.high:
            return f"{self.low} {self.kind}"
        if self.low is None:
            return f"at most {self.high} {self.kind}"
        if self.high is None:
            return f"at least {self.low} {self.kind}"
        return f"{self.low} to {self.high} {self.kind}"


@attrs.frozen(kw_only=True, repr=False)
class Event:
    """Who did what to whom, when and where.

    Attributes:
        id: made from the article's id, the type and the trigger's span.
        type: the PLOVER event type.
        modes: the PLOVER modes, of those that the type may have.
        contexts: the PLOVER contexts.
        status: whether it happened, as the article tells it.
        sources: who did it.
        targets: to whom; empty where nobody is told, and for mutual acts.
        reciprocal: whether all sources did it to each other.
        when: the date or stretch of time; None if not told.
        place: where.
        span: the evidence: the clause or sentence that tells it.
        repeats: further evidence, where the article tells the same event again.
        trigger: the words that decided the type.
        reported_by: the id of the quotation that tells it, if one does.
        magnitudes: how many were killed, injured, arrested.
        inner: the act that is agreed, threatened, refused: its own type.
        confidence: from 0 to 1.
        rule: the pattern that decided.
    """

    id: EventId
    type: EventType = attrs.field(converter=EventType)
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    status: EventStatus = attrs.field(default=EventStatus.OCCURRED, converter=EventStatus)
    sources: tuple[Actor, ...] = ()
    targets: tuple[Actor, ...] = ()
    reciprocal: bool = False
    when: When | None = None
    place: Place | None = None
    span: Span
    repeats: tuple[Span, ...] = ()
    trigger: Span
    reported_by: QuoteId | None = None
    magnitudes: tuple[Magnitude, ...] = ()
    inner: EventType | None = attrs.field(default=None, converter=attrs.converters.optional(EventType))
    confidence: float = attrs.field(default=1.0, validator=certainty)
    rule: str = ""

    def __attrs_post_init__(self) -> None:
        for mode in self.modes:
            if mode not in MODES[self.type]:
                allowed = ", ".join(sorted(MODES[self.type])) or "none"
                raise ModelError(f"Event.modes has {mode!r}; the modes of {self.type} are: {allowed}")
        for context in self.contexts:
            if context not in CONTEXTS:
                raise ModelError(f"Event.contexts has {context!r}; the contexts are: {', '.join(sorted(CONTEXTS))}")

    @property
    def quad(self) -> Quad:
        """The quad class of the type: verbal or material, cooperation or conflict."""
        return QUADS[self.type]

    @property
    def cameo(self) -> str:
        """The nearest code of CAMEO, PLOVER's predecessor, for joining older series."""
        return cameo_code(self.type, self.modes)

    def __repr__(self) -> str:
        return f"Event({self})"

    def _repr_html_(self) -> str:
        from uzru.display.html import event_html

        return event_html(self)

    def __str__(self) -> str:
        sources = " and ".join(actor.name for actor in self.sources) or "?"
        targets = " and ".join(actor.name for actor in self.targets)
        arrow = "" if not targets else f" -> {targets}"
        return f"{self.when or 'undated'}: {sources} {self.type}{' ' + self.modes[0] if self.modes else ''}{arrow}"
