"""What scopes over an act: 'will', 'may', 'must', 'not', and verbs like 'refuse' and 'deny', from left to right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uzru.parsing.events import parts as p
from uzru.parsing.events.verbs import FINITE

if TYPE_CHECKING:
    from uzru.parsing.events.clauses import Clause
    from uzru.parsing.events.lexicon import Lexicon
    from uzru.parsing.events.matching import Match
    from uzru.parsing.events.verbs import Verb

__all__ = ["PASSING", "SCOPING", "Scope", "note_duty", "note_verb", "note_word"]

SCOPING = frozenset("agree intend vow decide transparent unreal fail ongoing deny report cause hesitate".split())
PASSING = frozenset({"report", "transparent"})  # those that tell nothing themselves
_SPEAKERS = frozenset({"it", "he", "she", "they"})  # behind 'said', who speaks
_TOLD = 9  # words from 'told' to its 'that'


class Scope:
    """The operators read so far in a clause.

    Args:
        floor: the first word where the subject of what follows may stand.
        attributed: whether somebody else says the clause.
        unreal: whether the clause only supposes what it tells.
    """

    agree: Verb | None = None
    agree_match: Match | None = None
    agree_open = False
    agree_to = False
    future = False
    possible = False
    oblige = -1
    negated = False
    decide = False
    vow = False
    reported = False
    ongoing = False
    denied = False
    own = False
    excluded = -1

    def __init__(self, floor: int, *, attributed: bool = False, unreal: bool = False) -> None:
        self.floor, self.attributed, self.unreal = floor, attributed, unreal

    @property
    def silent(self) -> bool:
        """Whether the operators tell nothing by themselves."""
        return self.agree is None and self.oblige < 0 and self.excluded < 0

    @property
    def demanded(self) -> bool:
        """Whether somebody says what others must do."""
        return self.oblige >= 0 and (self.reported or self.attributed)

    @property
    def to_come(self) -> bool:
        """Whether the act is still to come."""
        return self.future or self.decide or self.vow


def note_word(lexicon: Lexicon, clause: Clause, i: int, scope: Scope) -> bool:
    """Note an operator that is no verb; whether the word was one."""
    bits = clause.bits[i]
    after = clause.words[i + 1] if i + 1 < len(clause.words) else ""
    named = clause.capital[i] and i > 0  # 'Will', 'May'
    ready = bits & p.READY > 0 and after == "to" and _opens_infinitive(clause, i + 2)
    if bits & p.FUTURE or ready:
        scope.future = scope.future or not named
    if bits & p.POSSIBLE:
        scope.possible = scope.possible or not named
    if bits & p.OBLIGE:
        scope.oblige = i
    if bits & p.NO:
        if i <= scope.floor + 1 and after != "," and not clause.bits[scope.floor] & p.PREPOSITION:
            scope.negated = True  # 'no country has', 'but no party did'
            return True
        if not lexicon.may_be(after, "intend"):
            return False
        scope.negated = scope.future = True
    if bits & p.NEGATION and not (after and clause.bits[i + 1] & p.RESTRICTIVE):
        scope.negated = True
    return not bits & p.READY or ready


def _opens_infinitive(clause: Clause, i: int) -> bool:
    """Whether a verb may stand at a word behind 'to': 'going to sign', but not 'going to Brno' or 'to the summit'."""
    return i < len(clause.words) and not clause.capital[i] and not clause.bits[i] & p.DETERMINER


def note_verb(clause: Clause, operators: frozenset[str], scope: Scope, verb: Verb, followed_by_to: bool) -> None:
    """Note a verb that is an operator itself: 'vowed', 'failed', 'denied', 'said'."""
    if "unreal" in operators and not verb.passive:
        scope.unreal = True
    if "fail" in operators:
        scope.negated = True
    if "hesitate" in operators:  # 'will not hesitate to'
        scope.negated = not scope.negated
    if "deny" in operators:
        scope.denied = True
        if clause.words[verb.end : verb.end + 1] == ["that"]:
            scope.floor = verb.end + 1  # who denies that somebody acted is no part of the act
    if "vow" in operators:
        scope.vow = True
    if "decide" in operators and followed_by_to:
        scope.decide = True
    if ("intend" in operators or ("unreal" in operators and verb.passive)) and followed_by_to:
        scope.future = True
    if "ongoing" in operators:
        scope.ongoing = True
    if "report" in operators and verb.kind in FINITE and not verb.passive:
        scope.reported = True
        told = clause.words[verb.end : verb.end + _TOLD]  # 'told the council that'
        opens = "that" in told and told[0] not in _SPEAKERS
        scope.floor = verb.end + (told.index("that") + 1 if opens else 0)
        scope.own = not _SPEAKERS.isdisjoint(clause.words[scope.floor : scope.floor + 1])
        scope.negated = False


def note_duty(clause: Clause, verb: Verb, scope: Scope) -> None:
    """'is to meet' is to come; whoever 'has to leave' need not do so."""
    bits = clause.bits[verb.word - 2] if verb.word - 2 >= scope.floor else 0
    if clause.titled and bits & (p.VERB | p.OPERATOR | p.NOUN) == 0:  # 'Chad To Expel Envoy'
        scope.future = True
    if bits & p.BE:
        scope.future = True
    elif bits & p.HAVE:
        scope.unreal = True
