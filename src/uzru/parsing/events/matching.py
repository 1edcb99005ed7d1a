"""Which pattern holds for a verb: by what it acts on, by who acts, by what stands near."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uzru.parsing.events.clauses import opens_clause
from uzru.parsing.events.nouns import nouns_in

if TYPE_CHECKING:
    from uzru.parsing.events.clauses import Clause
    from uzru.parsing.events.lexicon import Lexicon, Pattern
    from uzru.parsing.events.verbs import Verb

__all__ = ["Match", "match_verb"]

_REACH = 11  # words of the complement that are read
_NEAR_COMMA, _NEAR_TO = 5, 4  # a comma or a 'to' nearer than this does not end the complement
_TO_REACH = 22  # words behind a verb in which the 'to' of its receiver may stand
_BACK = 14  # words before the verb that may hold its subject
_ENDS = frozenset({";", ":", "(", "—", "–"})
_COUNTING = frozenset({"at", "least", "most", "up", "to", "than", "over", "more"})  # 'at least', 'more than'

# What stands in the tables for more than a noun.
_SOMEBODY = "SOMEBODY"  # a person or group that the verb acts on
_SOMEBODY_ONLY = "SOMEBODY-ONLY"  # likewise, with no predicate behind
_NOTHING = "NOTHING"  # no object
_TO = "TO"  # an object that goes 'to' somebody


class Match(NamedTuple):
    """A pattern that holds for a verb, and what made it hold.

    Attributes:
        pattern: the row of the table.
        object_start: the first word of the object; the verb itself if none was needed.
        object_end: behind its last word; the verb itself if none was needed.
        subject: the word of the subject that the pattern asks for; -1 if it asks for none.
        acts: whether that subject is somebody, not an event or a weapon.
    """

    pattern: Pattern
    object_start: int
    object_end: int
    subject: int = -1
    acts: bool = False


def _acts_on_somebody(lexicon: Lexicon, clause: Clause, verb: Verb, floor: int, ceiling: int, only: bool) -> bool:
    """Whether a verb acts on a person or group; with `only`, no predicate follows as in 'called him a liar'."""
    if verb.passive:
        return not only and any(floor <= start < verb.word for start, _ in clause.find_people())
    for start, end in clause.find_people():
        if verb.end <= start < ceiling and _is_direct(lexicon, clause, verb.end, start):
            return not only or _is_free(lexicon, clause, end)
    return False


def _goes_to_somebody(clause: Clause, verb: Verb, ceiling: int) -> bool:
    """Whether an object and 'to' with a name follow a verb: 'returned the bell to Chad', but not 'returned to Chad'."""
    words = clause.words
    for i in range(verb.end + (0 if verb.passive else 1), min(verb.end + _TO_REACH, ceiling)):
        if words[i] == "to":
            return any(i < start <= i + 4 for start in clause.find_names())
    return False


def _is_direct(lexicon: Lexicon, clause: Clause, start: int, end: int) -> bool:
    """Whether only articles, numbers and adjectives stand between a verb and its object."""
    for word in clause.words[start:end]:
        roles = lexicon.roles.get(word, frozenset())
        if roles & {"preposition", "subordinator", "negation"} and word not in _COUNTING:
            return False
        if (word in lexicon.verbs and word not in _COUNTING) or not word[0].isalnum():
            return False
    return True


def _has_no_object(lexicon: Lexicon, clause: Clause, verb: Verb) -> bool:
    """Whether a verb stands without an object."""
    return _is_free(lexicon, clause, verb.end)


def _is_free(lexicon: Lexicon, clause: Clause, i: int) -> bool:
    """Whether a preposition, an adverb, a day or the clause's end stands at a word."""
    if i >= len(clause):
        return True
    word = clause.words[i]
    if not word[0].isalnum() or word in ("to", "and") or word.endswith(("ly", "day")):
        return True
    return bool(lexicon.roles.get(word, frozenset()) & {"preposition", "adverb", "subordinator"})


def complement_end(lexicon: Lexicon, clause: Clause, verb: Verb, ceiling: int) -> int:
    """Behind the last word that belongs to what a verb acts on."""
    words = clause.words
    end = min(verb.end + _REACH, ceiling)
    for i in range(verb.end, end):
        word = words[i]
        if word in _ENDS or (word in lexicon.subordinators and i > verb.end and opens_clause(lexicon, words, i)):
            return i
        if word == "that" or (word == "," and i - verb.end > _NEAR_COMMA):
            return i
        if word == "to" and i - verb.end > _NEAR_TO and i + 1 < len(words) and words[i + 1] in lexicon.verbs:
            return i
    return end


def subject_start(clause: Clause, verb: Verb, floor: int) -> int:
    """The first word that may belong to the verb's subject."""
    for i in range(verb.word - 1, max(floor, verb.word - _BACK) - 1, -1):
        if clause.words[i] in (";", ":"):
            return i + 1
    return max(floor, verb.word - _BACK)


def match_verb(lexicon: Lexicon, clause: Clause, verb: Verb, floor: int, ceiling: int) -> Match | None:
    """The pattern that holds for a verb between two words: by its nearest object, else its default."""
    sense = lexicon.senses.get(verb.lemma)
    if sense is None:
        bare = verb.lemma.partition("-")[0]
        sense = lexicon.senses.get(bare)
        if sense is None:
            return None
    end = complement_end(lexicon, clause, verb, ceiling)
    start = subject_start(clause, verb, floor)
    after = nouns_in(lexicon, clause, verb.end, end)
    before = nouns_in(lexicon, clause, start, verb.word)
    agents = after if verb.passive else before

    def holds(pattern: Pattern) -> bool:
        if pattern.subjects and not any(noun in pattern.subjects for noun, _, _ in agents):
            return False
        unless = pattern.unless
        return not unless or not any(noun in unless for noun, _, _ in (*before, *after))

    def found(pattern: Pattern, at: int, behind: int) -> Match:
        if not pattern.subjects:
            return Match(pattern, at, behind)
        noun, subject = next((noun, i) for noun, i, _ in reversed(agents) if noun in pattern.subjects)
        return Match(pattern, at, behind, subject, noun not in lexicon.noun_senses and noun not in lexicon.things)

    candidates = (*before, *after) if verb.passive else after
    objects = [candidate for candidate in candidates if candidate[0] in sense.by_object]
    heads = {at for _, at, _ in objects}
    for noun, at, behind in objects:
        if behind in heads:  # 'murder' in 'murder case'
            continue
        for pattern in sense.by_object[noun]:
            if holds(pattern):
                return found(pattern, at, behind)
    for pattern in sense.by_object.get(_NOTHING, ()):
        if _has_no_object(lexicon, clause, verb) and holds(pattern):
            return found(pattern, verb.word, verb.word)
    for word in (_SOMEBODY, _SOMEBODY_ONLY):
        for pattern in sense.by_object.get(word, ()):
            if holds(pattern) and _acts_on_somebody(lexicon, clause, verb, floor, end, word == _SOMEBODY_ONLY):
                return found(pattern, verb.word, verb.word)
    for pattern in sense.by_object.get(_TO, ()):
        if holds(pattern) and _goes_to_somebody(clause, verb, ceiling):
            return found(pattern, verb.word, verb.word)
    asked = verb.end < len(clause) and lexicon.has_role(clause.words[verb.end], "question")
    for pattern in () if asked else sense.defaults:
        if holds(pattern):
            return found(pattern, verb.word, verb.word)
    return None
