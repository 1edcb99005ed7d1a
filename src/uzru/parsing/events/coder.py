"""What a clause tells: walks from verb to verb, minding the operators before them, until a pattern holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uzru.model.event import EventStatus
from uzru.parsing.events import parts as p
from uzru.parsing.events.acts import decide
from uzru.parsing.events.alone import code_operators
from uzru.parsing.events.clauses import within
from uzru.parsing.events.coding import Path, less_sure
from uzru.parsing.events.further import coordinate, with_inner
from uzru.parsing.events.governing import carries_on, is_agreed, is_deed, is_governed, is_wording
from uzru.parsing.events.matching import match_verb, speaks_of
from uzru.parsing.events.nouns import is_verb_with_particle, noun_at
from uzru.parsing.events.operators import PASSING, SCOPING, Scope, note_duty, note_verb, note_word
from uzru.parsing.events.verbs import Verb, read_reduced, read_verb

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from uzru.parsing.events.clauses import Clause
    from uzru.parsing.events.coding import Coding
    from uzru.parsing.events.lexicon import Lexicon
    from uzru.parsing.events.matching import Match

__all__ = ["code_clause"]

_WALKED = p.OPERATOR | p.COMPOUND | p.VERB
_DEMANDING = frozenset({"until", "unless", "without"})  # who frees nobody until then asks for something


def code_clause(lexicon: Lexicon, clause: Clause, number: int) -> list[Coding]:
    """What a stretch of a sentence tells, the deciding verb first."""
    stretch = clause.stretches[number]
    live = within(clause.live, stretch.start, stretch.end)
    if not live:
        return []
    floor = clause.floor_of(number)
    verbs = {i: read_verb(lexicon, clause, i, floor) for i in live}
    found: list[Coding] = []
    if any(verbs.values()) or any(clause.bits[i] & p.OBLIGE for i in live):
        found = _walk(lexicon, clause, number, verbs)
    if not found and (coding := _code_reduced(lexicon, clause, number, live)):
        found.append(coding)
    return found


def _walk(lexicon: Lexicon, clause: Clause, number: int, verbs: Mapping[int, Verb | None]) -> list[Coding]:
    """What the verbs of a stretch tell that may tell an event, under the operators around them."""
    stretch, floor = clause.stretches[number], clause.floor_of(number)
    words, kinds = clause.words, clause.bits
    several = len(clause.stretches) > 1
    attributed = several and stretch.kind == "main" and any(s.kind == "attribution" for s in clause.stretches)
    scope = Scope(floor, attributed=attributed, unreal=bool(kinds[stretch.start] & p.SUPPOSING))
    found: list[Coding] = []
    described: list[Coding] = []  # what participles tell of a noun
    at, last = stretch.start, max(verbs)
    for i in [i for i in within(clause.marked, stretch.start, stretch.end) if kinds[i] & _WALKED]:
        if i < at:
            continue
        if i > last and (found or scope.silent):
            break  # no word behind tells anything
        bits = kinds[i]
        if bits & p.OPERATOR and note_word(lexicon, clause, i, scope):
            continue
        noun = noun_at(lexicon, words, i) if bits & p.COMPOUND else None
        if noun and noun[1] > i + 1 and not is_verb_with_particle(clause, i, noun[1]):
            at = noun[1]
            continue
        if i in verbs:
            verb = verbs[i]
        elif not found and (bits & p.SCOPING or (bits & p.VERB and words[i - 1] == "to")):
            verb = read_verb(lexicon, clause, i, floor)
        else:
            continue
        if verb is None:
            continue
        at = verb.end
        if found:
            coding = coordinate(lexicon, clause, verb, number, found[-1])
        else:
            coding = _code_verb(lexicon, clause, verb, number, scope)
        if coding:
            kept = described if verb.reduced and not found else found
            kept.append(with_inner(lexicon, clause, coding, stretch.end))
    found += map(less_sure, described[:1])
    if not (found or scope.silent) and (coding := code_operators(lexicon, clause, number, scope)):
        found.append(coding)
    return found


def _code_reduced(lexicon: Lexicon, clause: Clause, number: int, live: Sequence[int]) -> Coding | None:
    """What only a participle tells: 'two hostages killed by rebels'."""
    stretch = clause.stretches[number]
    words = clause.words
    for i in live if "by" in words else ():
        verb = read_reduced(lexicon, clause, i) if i + 1 < stretch.end and words[i + 1] == "by" else None
        match = match_verb(lexicon, clause, verb, stretch.start, stretch.end) if verb else None
        coding = decide(verb, match, number, Scope(stretch.start), False) if verb and match else None
        if coding:
            return less_sure(coding)
    return None


def _code_verb(lexicon: Lexicon, clause: Clause, verb: Verb, number: int, scope: Scope) -> Coding | None:
    """What a verb tells under the operators before it; notes it if it is an operator itself."""
    stretch = clause.stretches[number]
    if verb.kind == "gerund" and not carries_on(lexicon, clause, verb, stretch.start):
        return None
    if verb.kind == "infinitive":
        note_duty(clause, verb, scope)
    match = None
    if verb.word in clause.live:
        match = match_verb(lexicon, clause, verb, scope.floor, stretch.end, scope.reported and not scope.own)
    operators = lexicon.operators.get(verb.lemma)
    if operators and _operates(lexicon, clause, verb, match, operators, scope):
        return None
    if match is None or (scope.agree and not is_agreed(clause, scope.agree, verb)):
        return None
    if scope.future and _is_past(lexicon, clause, verb):
        scope.future = False  # 'said it would stay and hailed'
    if is_wording(lexicon, clause, match):
        return None
    conditional = (scope.possible or scope.to_come) and _is_conditional(clause, verb.end)
    demanding = scope.negated and not _DEMANDING.isdisjoint(clause.words[verb.end :])
    coding = decide(verb, match, number, scope, conditional, demanding)
    if coding is None:
        return None
    if verb.kind == "gerund":
        return less_sure(coding)
    if verb.kind == "infinitive" and not is_governed(lexicon, clause, verb, stretch.start):
        if not match.pattern.objects:
            return None
        return coding._replace(confidence=min(coding.confidence, Path.NOUN), status=_purpose(coding.status))
    return coding


def _operates(
    lexicon: Lexicon, clause: Clause, verb: Verb, match: Match | None, operators: frozenset[str], scope: Scope
) -> bool:
    """Whether a verb only scopes over what follows, which is noted: 'vowed to', 'agreed on', 'did not rule out'."""
    after = clause.words[verb.end] if verb.end < len(clause.words) else ""
    if "made" in operators and verb.passive and after == "to":
        return True  # who is forced to resign resigns
    followed_by_to = after in ("to", "that")
    if "exclude" in operators and scope.negated:
        scope.negated, scope.excluded = False, verb.end
        return True
    if "agree" in operators and not is_deed(lexicon, clause, match, followed_by_to or after in ("on", "upon")):
        if scope.agree is None:
            scope.agree, scope.agree_match = verb, match
            scope.agree_open = not (scope.unreal or scope.possible)
            scope.agree_to = followed_by_to
        return True
    scopes = match is None or (followed_by_to and not speaks_of(match.pattern))  # 'said Chad had failed to'
    noted = operators & (SCOPING if scopes else PASSING)
    if noted and not (match and match.pattern.objects):
        note_verb(clause, operators, scope, verb, followed_by_to)
        return True
    return False


def _is_past(lexicon: Lexicon, clause: Clause, verb: Verb) -> bool:
    """Whether a verb stands in the simple past behind 'and' or 'but'."""
    if verb.kind != "finite" or verb.passive or clause.words[verb.word - 1] not in ("and", "but"):
        return False
    return not any("B" in form.kinds for form in lexicon.verbs[clause.words[verb.word]])


def _is_conditional(clause: Clause, start: int) -> bool:
    return any(bits & p.CONDITION for bits in clause.bits[start:])


def _purpose(status: EventStatus) -> EventStatus:
    return EventStatus.PLANNED if status is EventStatus.OCCURRED else status
