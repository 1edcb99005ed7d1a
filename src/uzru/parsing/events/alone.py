"""What operators tell where no verb behind them decides: 'agreed on a pact', 'not ruled out', 'said they must go'."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from uzru.model.event import EventStatus
from uzru.model.plover import EventType
from uzru.parsing.events.acts import COOPERATION, FORCE, decide
from uzru.parsing.events.coding import Coding, Path
from uzru.parsing.events.nouns import noun_at, nouns_in
from uzru.parsing.events.verbs import Verb

if TYPE_CHECKING:
    from uzru.parsing.events.clauses import Clause
    from uzru.parsing.events.lexicon import Lexicon, NounSense
    from uzru.parsing.events.operators import Scope

__all__ = ["code_operators"]

_INNER_REACH = 14  # words from 'rule out' to what is not ruled out


def code_operators(lexicon: Lexicon, clause: Clause, number: int, scope: Scope) -> Coding | None:
    """What the operators alone tell where no verb behind them decides: 'agreed on a pact', 'said they must go'."""
    match = scope.agree_match
    if scope.excluded >= 0:
        return _code_excluded(lexicon, clause, number, scope)
    if scope.agree and match is None and scope.agree_to and scope.agree_open and not scope.negated:
        return _plain(scope, number)
    if scope.agree and match and scope.agree_open:
        inner = None
        if match.object_end > match.object_start:
            found = noun_at(lexicon, clause.words, match.object_start)
            sense: NounSense | None = lexicon.noun_senses.get(found[0]) if found else None
            inner = sense.type if sense else None
        coding = decide(scope.agree, match, number, _without_agreeing(scope), False)
        if coding and coding.type is not EventType.AGREE and not scope.negated:
            return coding._replace(type=EventType.AGREE, mode="", inner=coding.type)
        return coding._replace(inner=inner) if coding else None
    if scope.demanded and not scope.possible:
        at = scope.oblige
        return Coding(
            type=EventType.REQUEST,
            first=at,
            last=at,
            verb=Verb(at, at + 1, clause.words[at], "finite", False),
            floor=scope.floor,
            stretch=number,
            speaker_acts=True,
            confidence=Path.SIDE,
            rule="must",
        )
    return None


def _without_agreeing(scope: Scope) -> Scope:
    """The operators that scope over the agreeing itself."""
    plain = copy(scope)
    plain.agree, plain.oblige = None, -1
    plain.future = plain.decide = plain.possible = plain.unreal = False
    return plain


def _code_excluded(lexicon: Lexicon, clause: Clause, number: int, scope: Scope) -> Coding | None:
    """What is not ruled out: force is threatened by it, anything else may be agreed on."""
    at = scope.excluded
    for noun, start, end in nouns_in(lexicon, clause, at, min(at + _INNER_REACH, clause.stretches[number].end)):
        sense = lexicon.noun_senses.get(noun)
        if sense and sense.type in FORCE | COOPERATION:
            return Coding(
                type=EventType.THREATEN if sense.type in FORCE else EventType.AGREE,
                inner=sense.type,
                status=EventStatus.PLANNED,
                first=at - 1,
                last=end - 1,
                verb=Verb(at - 1, at, "rule-out", "finite", False),
                floor=scope.floor,
                stretch=number,
                object=(start, end),
                confidence=Path.SIDE,
                rule="not rule out",
            )
    return None


def _plain(scope: Scope, number: int) -> Coding:
    """'offered to ...', where no pattern knows the act that is offered."""
    verb = scope.agree
    assert verb is not None
    return Coding(
        type=EventType.AGREE,
        first=verb.word,
        last=verb.end - 1,
        verb=verb,
        floor=scope.floor,
        stretch=number,
        confidence=Path.SIDE + 0.1,
        rule=verb.lemma,
    )
