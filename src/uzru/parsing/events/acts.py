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

# The members that are asked for again and again, since an enumeration takes its time to find one.
_THREATEN, _REJECT, _AGREE, _REQUEST = EventType.THREATEN, EventType.REJECT, EventType.AGREE, EventType.REQUEST
_OCCURRED, _ONGOING, _PLANNED = EventStatus.OCCURRED, EventStatus.ONGOING, EventStatus.PLANNED
_DENIED, _HYPOTHETICAL = EventStatus.DENIED, EventStatus.HYPOTHETICAL


def decide(
    verb: Verb, match: Match, number: int, scope: Scope, conditional: bool, demanding: bool = False
) -> Coding | None:
    """The operators applied to the act of a verb: PLOVER's rules for what is to come, refused, agreed."""
    act = match.type
    confidence = Path.OBJECT if match.pattern.objects else Path.VERB
    goes_on = (verb.kind == "progressive" and act not in SPEECH) or scope.ongoing
    type_, status, inner = act, _ONGOING if goes_on else _OCCURRED, None
    if scope.denied:
        status, confidence = _DENIED, confidence - 0.3
    elif scope.possible and conditional and act in FORCE and not scope.negated:
        type_, status, inner = _THREATEN, _PLANNED, act
    elif scope.own and scope.possible and act in FORCE and not (scope.negated or scope.unreal):
        type_, status, inner = _THREATEN, _PLANNED, act  # 'said it might expel'
    elif scope.unreal or (scope.possible and scope.oblige < 0):
        if scope.negated:
            return None
        status, confidence = _HYPOTHETICAL, Path.HYPOTHETICAL
    elif scope.agree:
        type_ = _REJECT if scope.negated else _AGREE
        inner = act
    elif scope.oblige >= 0:
        type_, inner = _REQUEST, act
    elif scope.negated:
        if act in COOPERATION or act is _AGREE:
            type_, inner, confidence = _REJECT, act, confidence - 0.15
            if scope.future and match.pattern.mode == "release" and demanding:  # 'will not free them until'
                type_ = _REQUEST
        elif act is not _THREATEN:
            status, confidence = _DENIED, confidence - 0.3
    elif scope.to_come:
        status = _PLANNED
        if act in COOPERATION:
            if not scope.decide or scope.future or scope.vow:
                type_, inner = (_THREATEN if conditional else _AGREE), act
        elif act in FORCE or (conditional and act is not _REQUEST):
            type_, inner = _THREATEN, act
    last = max(match.object_end - 1, verb.end - 1)
    return Coding(
        type=type_,
        mode=match.pattern.mode if type_ is act else "",
        inner=inner,
        status=status,
        first=verb.word if verb.passive else min(verb.word, match.object_start),
        last=last if last - verb.word < 8 else verb.end - 1,
        verb=verb,
        floor=scope.floor,
        stretch=number,
        speaker_acts=speaks_of(match.pattern) or (type_ is _REQUEST and scope.demanded),
        object=(match.object_start, match.object_end),
        subject=match.subject,
        of_noun=match.subject >= 0 and not match.acts,
        confidence=max(confidence - 0.05 * (inner is not None), 0.1),
        rule=match.pattern.name if type_ is act else f"{match.pattern.name} under an operator",
    )
