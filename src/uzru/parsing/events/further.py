"""What a clause tells besides its first act: a second act of the same subject, the act that a speech act is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uzru.parsing.events import parts as p
from uzru.parsing.events.acts import SPEECH, decide
from uzru.parsing.events.clauses import within
from uzru.parsing.events.matching import match_verb
from uzru.parsing.events.nouns import noun_at
from uzru.parsing.events.operators import SCOPING, Scope
from uzru.parsing.events.verbs import FINITE, read_verb

if TYPE_CHECKING:
    from uzru.parsing.events.clauses import Clause
    from uzru.parsing.events.coding import Coding
    from uzru.parsing.events.lexicon import Lexicon
    from uzru.parsing.events.verbs import Verb

__all__ = ["coordinate", "with_inner"]

_HIDING = SCOPING - {"agree", "vow"}  # behind these nothing is told by the verb itself
_INNER_REACH = 14  # words behind a speech act that may tell what it is about


def coordinate(lexicon: Lexicon, clause: Clause, verb: Verb, number: int, first: Coding) -> Coding | None:
    """A second act of the same subject: 'condemned the raid and recalled its envoy'."""
    words = clause.words
    if verb.passive and not (first.verb and first.verb.passive):
        return None
    if _HIDING & lexicon.operators.get(verb.lemma, frozenset()):
        return None
    if verb.kind == "gerund" and words[verb.word - 1] == ",":
        return _further(lexicon, clause, verb, number, first, 0.3)
    if verb.kind not in FINITE:
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
    coding = decide(verb, match, number, Scope(first.floor), False)
    return coding._replace(confidence=max(coding.confidence - by, 0.1)) if coding else None


def with_inner(lexicon: Lexicon, clause: Clause, coding: Coding, ceiling: int) -> Coding:
    """The act that is asked for, refused or threatened, where a verb or noun behind the speech act tells it."""
    if coding.inner or coding.type not in SPEECH or coding.verb is None:
        return coding
    start = coding.verb.end
    for i in within(clause.marked, start, min(start + _INNER_REACH, ceiling)):
        if i in clause.live:
            verb = read_verb(lexicon, clause, i, coding.verb.word)
            match = match_verb(lexicon, clause, verb, i, ceiling) if verb else None
            if match:
                return coding._replace(inner=match.type)
        found = noun_at(lexicon, clause.words, i) if clause.bits[i] & p.NOUN else None
        sense = lexicon.noun_senses.get(found[0]) if found else None
        if sense and sense.type is not coding.type:
            return coding._replace(inner=sense.type)
    return coding
