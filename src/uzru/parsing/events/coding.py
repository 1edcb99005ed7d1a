"""An event as its clause tells it, before anybody takes part, and how sure each way of telling is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uzru.model.event import EventStatus

if TYPE_CHECKING:
    from uzru.model.plover import EventType
    from uzru.parsing.events.verbs import Verb

__all__ = ["Coding", "Path", "less_sure"]


class Path:
    """Which way the type was decided, with the confidence that it deserves."""

    OBJECT = 0.9
    OPERATOR = 0.8
    VERB = 0.75
    SIDE = 0.5
    NOUN = 0.4
    FURTHER_NOUN = 0.3
    HYPOTHETICAL = 0.25


class Coding(NamedTuple):
    """An event as its clause tells it, without those who take part.

    Attributes:
        type: the PLOVER type.
        first: the first word of the trigger.
        last: the last word of the trigger.
        floor: the first word where its subject may stand.
        stretch: the number of the clause within the sentence.
        confidence: from 0 to 1.
        rule: the pattern that decided.
        mode: its mode, or empty.
        inner: the act that is agreed, refused, threatened.
        status: whether it happened.
        verb: the verb that decided; None for a noun.
        speaker_acts: whether who speaks is the source, and the subject the target ('said they must leave').
        object: the words, half-open, of the object that decided; empty if none did.
        subject: the word of the subject that the pattern asked for; -1 if it asked for none.
        of_noun: whether that subject is no actor, as in 'violence hit the town'.
    """

    type: EventType
    first: int
    last: int
    floor: int
    stretch: int
    confidence: float
    rule: str
    mode: str = ""
    inner: EventType | None = None
    status: EventStatus = EventStatus.OCCURRED
    verb: Verb | None = None
    speaker_acts: bool = False
    object: tuple[int, int] = (0, 0)
    subject: int = -1
    of_noun: bool = False


def less_sure(coding: Coding) -> Coding:
    """What only stands beside: a participle, a gerund."""
    return coding._replace(confidence=Path.SIDE) if coding.confidence > Path.SIDE else coding
