"""What a clause tells: walks from verb to verb, minding the operators before them, until a pattern holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import attrs

from uzru.model.event import EventStatus
from uzru.model.plover import EventType
from uzru.parsing.events import parts as p
from uzru.parsing.events.clauses import within
from uzru.parsing.events.matching import match_verb, speaks_of
from uzru.parsing.events.nouns import noun_at, nouns_in
from uzru.parsing.events.verbs import Verb, read_reduced, read_verb

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from uzru.parsing.events.clauses import Clause
    from uzru.parsing.events.lexicon import Lexicon, NounSense
    from uzru.parsing.events.matching import Match

__all__ = ["Coding", "Path", "code_clause"]

_COOPERATION = frozenset(
    {
        EventType.CONSULT,
        EventType.SUPPORT,
        EventType.COOPERATE,
        EventType.AID,
        EventType.RETREAT,
        EventType.CONCEDE,
    }
)
_FORCE = frozenset({EventType.COERCE, EventType.SANCTION, EventType.MOBILIZE, EventType.ASSAULT, EventType.PROTEST})
_SPEECH = frozenset({EventType.THREATEN, EventType.REJECT, EventType.REQUEST, EventType.ACCUSE, EventType.AGREE})
_FINITE = frozenset({"finite", "progressive"})
_SAID = frozenset({EventType.THREATEN, EventType.ACCUSE})
_SCOPING = frozenset("agree intend vow decide transparent unreal fail ongoing deny report cause hesitate".split())
_WALKED = p.OPERATOR | p.COMPOUND | p.VERB
_PASSING = frozenset({"report", "transparent"})  # those that tell nothing themselves
_NONE: frozenset[str] = frozenset()
_SPEAKERS = frozenset({"it", "he", "she", "they"})  # behind 'said', who speaks
_DEMANDING = frozenset({"until", "unless", "without"})  # who frees nobody until then asks for something
_TOLD = 9  # words from 'told' to its 'that'
_INNER_REACH = 14


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


@attrs.define
class _Scope:
    """The operators read so far in a clause."""

    floor: int
    agree: Verb | None = None
    agree_match: Match | None = None
    agree_open: bool = False
    agree_to: bool = False
    future: bool = False
    possible: bool = False
    oblige: int = -1
    negated: bool = False
    decide: bool = False
    vow: bool = False
    unreal: bool = False
    reported: bool = False
    attributed: bool = False
    ongoing: bool = False
    denied: bool = False
    own: bool = False
    excluded: int = -1

    @property
    def demanded(self) -> bool:
        """Whether somebody says what others must do."""
        return self.oblige >= 0 and (self.reported or self.attributed)

    @property
    def to_come(self) -> bool:
        return self.future or self.decide or self.vow


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
    attributed = stretch.kind == "main" and any(other.kind == "attribution" for other in clause.stretches)
    scope = _Scope(floor, attributed=attributed, unreal=bool(clause.bits[stretch.start] & p.SUPPOSING))
    found: list[Coding] = []
    described: list[Coding] = []  # what participles tell of a noun
    at = stretch.start
    for i in within(clause.marked, stretch.start, stretch.end):
        bits = clause.bits[i]
        if i < at or not bits & _WALKED:
            continue
        if bits & p.OPERATOR and _operate(lexicon, clause, i, scope):
            continue
        if bits & p.COMPOUND and (noun := noun_at(lexicon, clause.words, i)) and noun[1] > i + 1:
            at = noun[1]
            continue
        if i not in verbs and (found or not (bits & p.SCOPING or (bits & p.VERB and clause.words[i - 1] == "to"))):
            continue
        verb = verbs[i] if i in verbs else read_verb(lexicon, clause, i, floor)
        if verb is None:
            continue
        at = verb.end
        if found:
            coding = _coordinate(lexicon, clause, verb, number, found[-1])
        else:
            coding = _code_verb(lexicon, clause, verb, number, scope)
        if coding:
            kept = described if verb.reduced and not found else found
            kept.append(_with_inner(lexicon, clause, coding, stretch.end))
    found += [coding._replace(confidence=min(coding.confidence, Path.SIDE)) for coding in described[:1]]
    if not found and (coding := _code_operators(lexicon, clause, number, scope)):
        found.append(coding)
    return found


def _code_reduced(lexicon: Lexicon, clause: Clause, number: int, live: Sequence[int]) -> Coding | None:
    """What only a participle tells: 'two hostages killed by rebels'."""
    stretch = clause.stretches[number]
    words = clause.words
    for i in live if "by" in words else ():
        verb = read_reduced(lexicon, clause, i) if i + 1 < stretch.end and words[i + 1] == "by" else None
        match = match_verb(lexicon, clause, verb, stretch.start, stretch.end) if verb else None
        coding = _decide(verb, match, number, _Scope(stretch.start), False) if verb and match else None
        if coding:
            return coding._replace(confidence=min(coding.confidence, Path.SIDE))
    return None


def _operate(lexicon: Lexicon, clause: Clause, i: int, scope: _Scope) -> bool:
    """Note an operator that is no verb; whether the word was one."""
    bits = clause.bits[i]
    after = clause.words[i + 1] if i + 1 < len(clause.words) else ""
    named = clause.capital[i] and i > 0  # 'Will', 'May'
    if bits & p.FUTURE or (bits & p.READY and after == "to"):
        scope.future = scope.future or not named
    if bits & p.POSSIBLE:
        scope.possible = scope.possible or not named
    if bits & p.OBLIGE:
        scope.oblige = i
    if bits & p.NO:
        if not lexicon.may_be(after, "intend"):
            return False
        scope.negated = scope.future = True
    if bits & p.NEGATION and not (after and clause.bits[i + 1] & p.RESTRICTIVE):
        scope.negated = True
    return not bits & p.READY or after == "to"


def _code_verb(lexicon: Lexicon, clause: Clause, verb: Verb, number: int, scope: _Scope) -> Coding | None:
    """What a verb tells under the operators before it; notes it if it is an operator itself."""
    stretch = clause.stretches[number]
    operators = lexicon.operators.get(verb.lemma, _NONE)
    if verb.kind == "gerund" and not _carries_on(lexicon, clause, verb, stretch.start):
        return None
    if verb.kind == "infinitive":
        _note_duty(clause, verb, scope)
    live, spoken = verb.word in clause.live, scope.reported and not scope.own
    match = match_verb(lexicon, clause, verb, scope.floor, stretch.end, spoken) if live else None
    if match is None and not operators:
        return None
    by_object = match is not None and match.pattern.objects
    after = clause.words[verb.end] if verb.end < len(clause.words) else ""
    if "made" in operators and verb.passive and after == "to":
        return None  # who is forced to resign resigns
    followed_by_to = after in ("to", "that")
    if "exclude" in operators and scope.negated:  # 'did not rule out'
        scope.negated, scope.excluded = False, verb.end
        return None
    if "agree" in operators and not _is_deed(lexicon, clause, match, followed_by_to or after in ("on", "upon")):
        if scope.agree is None:
            scope.agree, scope.agree_match = verb, match
            scope.agree_open = not (scope.unreal or scope.possible)
            scope.agree_to = followed_by_to
        return None
    noted = operators & _SCOPING if match is None or followed_by_to else operators & _PASSING
    if noted and not by_object:
        _note_operator(clause, operators, scope, verb, followed_by_to)
        return None
    if match is None or (scope.agree and not _is_agreed(clause, scope.agree, verb)):
        return None
    demanding = not _DEMANDING.isdisjoint(clause.words[verb.end :])
    coding = _decide(verb, match, number, scope, _is_conditional(clause, verb.end), demanding)
    if coding and verb.kind == "gerund":
        return coding._replace(confidence=min(coding.confidence, Path.SIDE))
    if coding and verb.kind == "infinitive" and not _is_governed(lexicon, clause, verb, stretch.start):
        if not by_object:
            return None
        return coding._replace(confidence=min(coding.confidence, Path.NOUN), status=_purpose(coding.status))
    return coding


def _is_deed(lexicon: Lexicon, clause: Clause, match: Match | None, on: bool) -> bool:
    """Whether a verb of agreeing does what it says: 'agreed a treaty', 'offered an apology', not 'agreed on one'."""
    if match is None or not match.pattern.objects:
        return False
    if clause.words[match.object_start] in lexicon.uttered:
        return True
    return match.type in _SAID or (match.type is EventType.SUPPORT and not on)


def _note_duty(clause: Clause, verb: Verb, scope: _Scope) -> None:
    """'is to meet' is to come; whoever 'has to leave' need not do so."""
    bits = clause.bits[verb.word - 2] if verb.word - 2 >= scope.floor else 0
    if bits & p.BE:
        scope.future = True
    elif bits & p.HAVE:
        scope.unreal = True


def _is_agreed(clause: Clause, agree: Verb, verb: Verb) -> bool:
    """Whether an act is what is agreed on: 'offered to admit', but not 'offered asylum to a man expelled from'."""
    if verb.kind not in _FINITE:
        return True
    between = range(agree.end, verb.word)
    return any(clause.bits[i] & p.OPERATOR or clause.words[i] == "that" for i in between)


def _is_governed(lexicon: Lexicon, clause: Clause, verb: Verb, floor: int) -> bool:
    """Whether a verb or operator before 'to' takes the infinitive: 'began to', 'agreed to', 'is ready to'."""
    at = _skip_adverbs(clause, verb.word - 2, floor)
    if at < floor:
        return False
    if clause.bits[at] & (p.READY | p.BE | p.HAVE):
        return True
    return any(form.lemma in lexicon.operators for form in lexicon.verbs[clause.words[at]])


def _skip_adverbs(clause: Clause, at: int, floor: int) -> int:
    """The nearest word from `at` back to `floor` that is no adverb."""
    while at > floor and clause.bits[at] & p.ADVERB:
        at -= 1
    return at


def _purpose(status: EventStatus) -> EventStatus:
    return EventStatus.PLANNED if status is EventStatus.OCCURRED else status


def _carries_on(lexicon: Lexicon, clause: Clause, verb: Verb, floor: int) -> bool:
    """Whether a gerund is the act of the clause: 'began shelling', 'after meeting'."""
    before = clause.words[verb.word - 1] if verb.word > floor else ""
    if (before == "," and verb.word > floor + 3) or before == "by":
        return True
    if verb.word == floor + 1 and clause.bits[floor] & (p.SUBORDINATOR | p.LEAD_IN):
        return True
    at = _skip_adverbs(clause, verb.word - 1, floor)
    if at >= floor and clause.bits[at] & p.DOCUMENT:
        return True
    if verb.word > floor + 1 and clause.bits[verb.word - 2] & p.DOER:
        return True
    return lexicon.may_be(before, "transparent")


def _note_operator(clause: Clause, operators: frozenset[str], scope: _Scope, verb: Verb, followed_by_to: bool) -> None:
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
    if "report" in operators and verb.kind in _FINITE and not verb.passive:
        scope.reported = True
        told = clause.words[verb.end : verb.end + _TOLD]  # 'told the council that'
        opens = "that" in told and told[0] not in _SPEAKERS
        scope.floor = verb.end + (told.index("that") + 1 if opens else 0)
        scope.own = not _SPEAKERS.isdisjoint(clause.words[scope.floor : scope.floor + 1])
        scope.negated = False


def _is_conditional(clause: Clause, start: int) -> bool:
    return any(bits & p.CONDITION for bits in clause.bits[start:])


def _decide(
    verb: Verb, match: Match, number: int, scope: _Scope, conditional: bool, demanding: bool = False
) -> Coding | None:
    """The operators applied to the act of a verb: PLOVER's rules for what is to come, refused, agreed."""
    act = match.type
    confidence = Path.OBJECT if match.pattern.objects else Path.VERB
    goes_on = verb.kind == "progressive" or scope.ongoing
    type_, status, inner = act, EventStatus.ONGOING if goes_on else EventStatus.OCCURRED, None
    if scope.denied:
        status, confidence = EventStatus.DENIED, confidence - 0.3
    elif scope.possible and conditional and act in _FORCE and not scope.negated:
        type_, status, inner = EventType.THREATEN, EventStatus.PLANNED, act
    elif scope.own and scope.possible and act in _FORCE and not (scope.negated or scope.unreal):
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
        if act in _COOPERATION or act is EventType.AGREE:
            type_, inner, confidence = EventType.REJECT, act, confidence - 0.15
            if scope.future and match.pattern.mode == "release" and demanding:  # 'will not free them until'
                type_ = EventType.REQUEST
        elif act is not EventType.THREATEN:
            status, confidence = EventStatus.DENIED, confidence - 0.3
    elif scope.to_come:
        status = EventStatus.PLANNED
        if act in _COOPERATION:
            if not scope.decide or scope.future or scope.vow:
                type_, inner = (EventType.THREATEN if conditional else EventType.AGREE), act
        elif act in _FORCE or (conditional and act is not EventType.REQUEST):
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


def _code_operators(lexicon: Lexicon, clause: Clause, number: int, scope: _Scope) -> Coding | None:
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
        plain = attrs.evolve(scope, agree=None, future=False, decide=False, possible=False, unreal=False, oblige=-1)
        coding = _decide(scope.agree, match, number, plain, False)
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


def _code_excluded(lexicon: Lexicon, clause: Clause, number: int, scope: _Scope) -> Coding | None:
    """What is not ruled out: force is threatened by it, anything else may be agreed on."""
    at = scope.excluded
    for noun, start, end in nouns_in(lexicon, clause, at, min(at + _INNER_REACH, clause.stretches[number].end)):
        sense = lexicon.noun_senses.get(noun)
        if sense and sense.type in _FORCE | _COOPERATION:
            return Coding(
                type=EventType.THREATEN if sense.type in _FORCE else EventType.AGREE,
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


def _plain(scope: _Scope, number: int) -> Coding:
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


def _coordinate(lexicon: Lexicon, clause: Clause, verb: Verb, number: int, first: Coding) -> Coding | None:
    """A second act of the same subject: 'condemned the raid and recalled its envoy'."""
    words = clause.words
    if verb.passive and not (first.verb and first.verb.passive):
        return None
    if _SCOPING & lexicon.operators.get(verb.lemma, frozenset()):
        return None
    if verb.kind == "gerund" and words[verb.word - 1] == ",":
        return _further(lexicon, clause, verb, number, first, 0.3)
    if verb.kind not in _FINITE:
        return None
    at = verb.word - 1
    while at > first.last and (clause.bits[at] & (p.ADVERB | p.HAVE | p.BE) or words[at].endswith("ly")):
        at -= 1
    if words[at] not in ("and", "but"):
        return None
    return _further(lexicon, clause, verb, number, first, 0.2)


def _further(lexicon: Lexicon, clause: Clause, verb: Verb, number: int, first: Coding, by: float) -> Coding | None:
    """A second act of another sort, less sure than the first."""
    floor = first.floor if verb.passive else verb.word
    match = match_verb(lexicon, clause, verb, floor, clause.stretches[number].end)
    if match is None or (match.type, match.pattern.mode) == (first.type, first.mode):
        return None
    coding = _decide(verb, match, number, _Scope(first.floor), False)
    return coding._replace(confidence=max(coding.confidence - by, 0.1)) if coding else None


def _with_inner(lexicon: Lexicon, clause: Clause, coding: Coding, ceiling: int) -> Coding:
    """The act that is asked for, refused or threatened, where a verb or noun behind the speech act tells it."""
    if coding.inner or coding.type not in _SPEECH or coding.verb is None:
        return coding
    words = clause.words
    end = min(coding.verb.end + _INNER_REACH, ceiling)
    for i in range(coding.verb.end, end):
        if i in clause.live:
            verb = read_verb(lexicon, clause, i, coding.verb.word)
            match = match_verb(lexicon, clause, verb, i, ceiling) if verb else None
            if match:
                return coding._replace(inner=match.type)
        found = noun_at(lexicon, words, i)
        sense = lexicon.noun_senses.get(found[0]) if found else None
        if sense and sense.type is not coding.type:
            return coding._replace(inner=sense.type)
    return coding
