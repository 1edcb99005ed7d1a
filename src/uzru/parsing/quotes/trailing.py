"""Recognizes a clause of saying that follows its content or stands within it: 'C, X said.' and 'C1, X said, C2.'"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uzru.parsing.quotes import parts as p
from uzru.parsing.quotes.content import recipient_after, skip_adjuncts
from uzru.parsing.quotes.subject import main_subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uzru.parsing.quotes.lexicon import CueWord
    from uzru.parsing.quotes.subject import Clause
    from uzru.parsing.quotes.tokens import Sentence

__all__ = ["Tail", "find_tail", "is_opener"]


class Tail(NamedTuple):
    """Which cue closes or cuts its content, and the token with which the content goes on, if it does."""

    number: int
    resumes: int | None


def find_tail(s: Sentence, cues: Sequence[tuple[int, CueWord, Clause]]) -> Tail | None:
    """The last cue whose clause follows its content behind a comma, unless a statement before holds it all."""
    if not s.flags & p.PAUSE:
        return None
    bits = s.bits
    for number in range(len(cues) - 1, -1, -1):
        cue, verb, clause = cues[number]
        left = clause.left
        if left < 2 or not bits[left - 1] & p.PAUSE or bits[left - 2] & p.ATOM:
            continue
        found = _tail_of(s, number, cue, verb, clause)
        if found is not None:
            return None if clause.how != "inverted" and _within_statement(s, cues, number) else found
    return None


def _tail_of(s: Sentence, number: int, cue: int, verb: CueWord, clause: Clause) -> Tail | None:
    """The tail that a cue behind a comma or dash makes, if it does."""
    bits = s.bits
    if "clause" not in verb.frames or not bits[cue] & (p.PAST | p.THIRD | p.BASE):
        return None
    if clause.how not in {"noun", "pronoun", "inverted"}:
        return None
    if _is_relative(s, clause) or (clause.subject is not None and bits[clause.subject[0]] & p.RELATIVE):
        return None
    if verb.category == "belief" and clause.how == "pronoun":
        return None  # 'The mint, I think, will close' is a hedge
    at = clause.right
    if at >= s.count or bits[at] & p.STOP:
        return Tail(number, None) if clause.left > 2 else None
    if (told := recipient_after(s, at, verb)) is not None:
        at = told[1]  # 'The mint will close, Malika told reporters'
        if at >= s.count or bits[at] & p.STOP:
            return Tail(number, None)
    if s.words[at] in verb.frames or bits[at] & (p.THAT | p.TO):
        return None
    if told is not None and bits[at] & p.COMMA and at + 1 < s.count and bits[at + 1] & p.THAT:
        return None
    rest = skip_adjuncts(s, at)
    if rest >= s.count or bits[rest] & p.STOP:
        return Tail(number, None)
    if bits[rest] & p.PAUSE:
        if rest + 1 < s.count and bits[rest + 1] & p.ATOM and is_opener(s, clause.left - 1):
            return None
        return Tail(number, _resumption(s, rest + 1, clause))
    content_follows = any(bits[x] & (p.THAT | p.ATOM) for x in range(at, s.count))
    if bits[at] & p.ADJUNCT and not bits[at] & p.THAT and not content_follows:
        return Tail(number, None)
    return None


def _is_relative(s: Sentence, clause: Clause) -> bool:
    """Whether a noun and a name behind it are no subject: 'They accused Iran, a charge Iran denies'."""
    if clause.subject is None or clause.how != "noun":
        return False
    first, end = clause.subject
    bits = s.bits
    if end - first < 3 or s.words[first] not in {"a", "an"} or not bits[end - 1] & p.CAPITAL:
        return False
    name = end - 1
    while name > first and bits[name - 1] & p.CAPITAL:
        name -= 1
    return name > first + 1 and bits[name - 1] & p.WORD > 0 and not bits[name - 1] & (p.PREP | p.TITLE | p.COORD)


def is_opener(s: Sentence, end: int) -> bool:
    """Whether what stands before token `end` only opens the sentence: 'In other words, he said, "No."'"""
    bits = s.bits
    first = 1 if bits[0] & p.COORD else 0
    if bits[first] & (p.PREP | p.SUBORD | p.TIME | p.ADVERB | p.GERUND | p.ED) and not bits[first] & p.DET:
        return True
    return not any(bits[x] & (p.AUX | p.VERB | p.ED | p.CUE | p.CONTRACTED) for x in range(first, end))


def _resumption(s: Sentence, first: int, clause: Clause) -> int | None:
    """Where the content goes on behind 'C, X said,': not with an apposition, an adjunct or another remark."""
    if first >= s.count:
        return None
    if clause.how == "inverted":  # 'The mint, says Malika, will close'
        return first if s.bits[first] & p.VERBAL else None
    b = s.bits[first]
    if b & p.GERUND or (b & p.RELATIVE and not b & p.THAT):
        return None
    if b & p.ADJUNCT and not b & p.SUBORD:
        return first if any(x > first and not s.bits[x] & p.TITLED for x in s.atoms) else None
    return first


def _within_statement(s: Sentence, cues: Sequence[tuple[int, CueWord, Clause]], number: int) -> bool:
    """Whether the sentence's main clause is one of saying already: 'X said that ..., he said, ...'"""
    for cue, verb, clause in cues[:number]:
        if verb.category == "belief" or "clause" not in verb.frames or clause.subject is None:
            continue
        if clause.how in {"noun", "pronoun", "apposition"} and not s.bits[cue] & (p.GERUND | p.BASE):
            main = main_subject(s, cue)
            if main is not None and main[0] < clause.subject[1] and clause.subject[0] < main[1]:
                return True
    return False
