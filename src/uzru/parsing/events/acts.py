"""What becomes of an act under the operators around it: PLOVER's rules for what is to come, refused, agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uzru.model.event import EventStatus
from uzru.model.plover import EventType
from uzru.parsing.events.coding import Coding, Path
from uzru.parsing.events.matching import speaks_of

if TYPE_CHECKING:
    from uzru.parsing.events.matching import Match
    from uzru.parsing.events.operators import Scope
    from uzru.parsing.events.verbs import Verb

__all__ = ["COOPERATION", "FORCE", "SPEECH", "decide"]

COOPERATION = frozenset(
    {
        EventType.CONSULT,
        EventType.SUPPORT,
        EventType.COOPERATE,
        EventType.AID,
        EventType.RETREAT,
        EventType.CONCEDE,
    }
)
SPEECH = frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN, EventType.AGREE})
"""What is done by saying so: 'we are calling on Chad to leave'."""

FORCE = frozenset({EventType.COERCE, EventType.SANCTION, EventType.MOBILIZE, EventType.ASSAULT, EventType.PROTEST})


def decide(
    verb: Verb, match: Match, number: int, scope: Scope, conditional: bool, demanding: bool = False
) -> Coding | None:
    """The operators applied to the act of a verb: PLOVER's rules for what is to come, refused, agreed."""
    act = match.type
    confidence = Path.OBJECT if match.pattern.objects else Path.VERB
    goes_on = (verb.kind == "progressive" and act not in SPEECH) or scope.ongoing
    type_, status, inner = act, EventStatus.ONGOING if goes_on else EventStatus.OCCURRED, None
    if scope.denied:
        status, confidence = EventStatus.DENIED, confidence - 0.3
    elif scope.possible and conditional and act in FORCE and not scope.negated:
        type_, status, inner = EventType.THREATEN, EventStatus.PLANNED, act
    elif scope.own and scope.possible and act in FORCE and not (scope.negated or scope.unreal):
        type_, status, inner = EventType.THREATEN, EventStatus.PLANNED, act  # 'said it might expel'
    elif scope.unreal or (scope.possible and scope.oblige < 0):
        if scope.negated:
            return None
        status, confidence = EventStatus.HYPOTHETICAL, Path.HYPOTHETICAL
    elif scope.agree:
        type_ = EventType.REJECT if scope.negated else EventType.AGREE
        inner = act
    elif scope.oblige >= 0:
        type_, inner = EventType.REQUEST, act
    elif scope.negated:
        if act in COOPERATION or act is EventType.AGREE:
            type_, inner, confidence = EventType.REJECT, act, confidence - 0.15
            if scope.future and match.pattern.mode == "release" and demanding:  # 'will not free them until'
                type_ = EventType.REQUEST
        elif act is not EventType.THREATEN:
            status, confidence = EventStatus.DENIED, confidence - 0.3
    elif scope.to_come:
        status = EventStatus.PLANNED
        if act in COOPERATION:
            if not scope.decide or scope.future or scope.vow:
                type_, inner = (EventType.THREATEN if conditional else EventType.AGREE), act
        elif act in FORCE or (conditional and act is not EventType.REQUEST):
            type_, inner = EventType.THREATEN, act
    words = (verb.word, verb.word, match.object_start) if match.object_end > match.object_start else (verb.word,)
    last = max(match.object_end - 1, verb.end - 1)
    return Coding(
        type=type_,
        mode=match.pattern.mode if type_ is act else "",
        inner=inner,
        status=status,
        first=min(words) if not verb.passive else verb.word,
        last=last if last - verb.word < 8 else verb.end - 1,
        verb=verb,
        floor=scope.floor,
        stretch=number,
        speaker_acts=speaks_of(match.pattern) or (type_ is EventType.REQUEST and scope.demanded),
        object=(match.object_start, match.object_end),
        subject=match.subject,
        of_noun=match.subject >= 0 and not match.acts,
        confidence=max(confidence - 0.05 * (inner is not None), 0.1),
        rule=match.pattern.name if type_ is act else f"{match.pattern.name} under an operator",
    )
