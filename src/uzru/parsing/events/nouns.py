"""Events that nouns tell: 'a wave of arrests', 'talks between Chad and Mali', 'the 3 May bombings'."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from uzru.parsing.events import parts as p
from uzru.parsing.events.clauses import within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uzru.parsing.events.clauses import Clause
    from uzru.parsing.events.lexicon import Lexicon, NounSense

__all__ = [
    "NounEvent",
    "find_noun_events",
    "is_asked_for",
    "is_caused",
    "is_verb_with_particle",
    "noun_at",
    "nouns_in",
    "nouns_of",
]

_BEFORE_VERBS = frozenset({"to", "that", "who", "which"})
_CAUSE_REACH = 6  # words from a verb of cause to what it brings about


class NounEvent(NamedTuple):
    """A noun that tells an event: its run of words, the noun, and what it tells."""

    start: int
    end: int
    noun: str
    sense: NounSense


def noun_at(lexicon: Lexicon, words: list[str], i: int) -> tuple[str, int] | None:
    """The noun of the tables that starts at a word, and the word behind it; the longest one.

    >>> from uzru.knowledge import Knowledge
    >>> from uzru.parsing.events.lexicon import Lexicon
    >>> noun_at(Lexicon(Knowledge()), "the hunger strikes ended".split(), 1)
    ('hunger-strike', 3)
    """
    word = words[i]
    if word in lexicon.compounds.lines and i + 1 < len(words):
        for rest in lexicon.compounds[word].get(words[i + 1], ()):
            end = i + 1 + len(rest)
            if tuple(words[i + 1 : end]) == rest:
                return lexicon.nouns["-".join((word, *rest))], end
    noun = lexicon.nouns.get(word)
    return None if noun is None else (noun, i + 1)


def _find_nouns(lexicon: Lexicon, clause: Clause, start: int, end: int) -> list[tuple[str, int, int]]:
    """The nouns of the tables that start in a run of words, with their own runs."""
    words, bits, nouns = clause.words, clause.bits, lexicon.nouns
    found: list[tuple[str, int, int]] = []
    behind = start
    for at in [at for at in within(clause.marked, start, end) if bits[at] & p.NOUN]:
        if at < behind:
            continue
        if not bits[at] & p.COMPOUND:
            found.append((nouns[words[at]], at, at + 1))
        elif (longest := noun_at(lexicon, words, at)) and not is_verb_with_particle(clause, at, longest[1]):
            noun, behind = longest
            found.append((noun, at, behind))
    return found


def is_verb_with_particle(clause: Clause, start: int, end: int) -> bool:
    """Whether what may be a noun of two words is a verb in its base form: 'to pull out', 'will walk out'."""
    if end != start + 2 or not clause.bits[start + 1] & p.SEPARABLE:
        return False
    at = start - 1
    while at > 0 and clause.bits[at] & (p.ADVERB | p.NEGATION) and not clause.bits[at] & p.MODAL:
        at -= 1
    return at >= 0 and (clause.words[at] == "to" or clause.bits[at] & p.MODAL > 0)


def nouns_of(lexicon: Lexicon, clause: Clause) -> list[tuple[str, int, int]]:
    """The nouns of a sentence, with their own runs; found but once."""
    nouns = clause.nouns
    if nouns is None:
        nouns = clause.nouns = _find_nouns(lexicon, clause, 0, len(clause.words))
        clause.noun_starts = [at for _, at, _ in nouns]
        clause.told = told = {noun for noun, _, _ in nouns}
        for _, at, end in nouns:
            if end > at + 1:
                told.update(inner[0] for i in range(at + 1, end) if (inner := noun_at(lexicon, clause.words, i)))
    return nouns


def nouns_in(lexicon: Lexicon, clause: Clause, start: int, end: int) -> Sequence[tuple[str, int, int]]:
    """The nouns of a sentence that start in a run of words, with their own runs."""
    nouns = nouns_of(lexicon, clause)
    if end <= start or not nouns:
        return ()
    first = bisect_left(clause.noun_starts, start)
    if first and nouns[first - 1][2] > start:  # within a noun of several words
        return _find_nouns(lexicon, clause, start, end)
    return nouns[first : bisect_left(clause.noun_starts, end, first)]


def find_noun_events(lexicon: Lexicon, clause: Clause) -> list[NounEvent]:
    """The nouns of a sentence that tell events, in order; those that only describe another noun are left out."""
    found = []
    for noun, start, end in nouns_of(lexicon, clause):
        sense = lexicon.noun_senses.get(noun)
        if (
            sense
            and not (start and clause.capital[start])
            and not _describes(lexicon, clause, end)
            and not _is_verb(clause, start, end)
        ):
            found.append(NounEvent(start, end, noun, sense))
    return found


def _describes(lexicon: Lexicon, clause: Clause, i: int) -> bool:
    """Whether another noun follows: 'protest leader', 'attack helicopters'."""
    if i >= len(clause.words) or not clause.words[i][0].isalpha():
        return False
    word, bits = clause.words[i], clause.bits[i]
    if bits & p.MINOR or clause.capital[i] or word.endswith(("ed", "ly")):
        return False
    return not bits & p.VERB or word in lexicon.nouns


def _is_verb(clause: Clause, start: int, end: int) -> bool:
    """Whether the word is an infinitive: 'to attack', 'will visit'."""
    if end - start > 1 or start == 0:
        return False
    words, bits = clause.words, clause.bits
    if end < len(words) and words[start].endswith("ing") and (words[end][0].isdigit() or bits[end] & p.DETERMINER):
        return True  # 'killing 12', 'shelling the port'
    if bits[start - 1] & (p.MODAL | p.PRONOUN):
        return True
    return bits[start] & p.VERB > 0 and words[start - 1] in _BEFORE_VERBS


def is_caused(lexicon: Lexicon, clause: Clause, start: int) -> bool:
    """Whether a verb before tells the noun's event as a fact: 'prompted a wave of arrests'."""
    return not lexicon.forms_playing("cause").isdisjoint(clause.words[max(start - _CAUSE_REACH, 0) : start])


def is_asked_for(lexicon: Lexicon, clause: Clause, start: int) -> bool:
    """Whether a verb before only asks for a noun's event, or refuses it: 'demanded the resignation of'."""
    return not lexicon.asking.isdisjoint(clause.words[max(start - _CAUSE_REACH, 0) : start])
