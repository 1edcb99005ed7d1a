"""Which pattern holds for a verb: by what it acts on, by who acts, by what stands near."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uzru.model.plover import EventType
from uzru.parsing.events.clauses import opens_clause, positions
from uzru.parsing.events.groups import describes
from uzru.parsing.events.nouns import nouns_in

if TYPE_CHECKING:
    from uzru.parsing.events.clauses import Clause
    from uzru.parsing.events.lexicon import Lexicon, Pattern, VerbSense
    from uzru.parsing.events.verbs import Verb

__all__ = ["Match", "match_verb"]

_REACH = 11  # words of the complement that are read
_NEAR_COMMA, _NEAR_TO = 5, 4  # a comma or a 'to' nearer than this does not end the complement
_ASKED = 7  # words behind a verb of asking within which 'whether' shows that only an answer is asked for
_TO_REACH = 22  # words behind a verb in which the 'to' of its receiver may stand
_BACK = 14  # words before the verb that may hold its subject
_ENDS = frozenset({";", ":", "(", "—", "–"})
_AUXILIARY = frozenset({"have", "be", "adverb", "future", "possible"})
_NO_ROLES: frozenset[str] = frozenset()
_COUNTING = frozenset({"at", "least", "most", "up", "to", "than", "over", "more"})  # 'at least', 'more than'

# What stands in the tables for more than a noun, in the order in which it is tried behind the nouns.
_SOMEBODY = "SOMEBODY"  # a person or group that the verb acts on
_SOMEBODY_ONLY = "SOMEBODY-ONLY"  # likewise, with no predicate behind
_ANYBODY = "ANYBODY"  # whoever is named right behind the verb, countries too
_ANYBODY_TO = "ANYBODY-TO"  # likewise, and then 'to' with another verb: 'told Chad to leave'
_NOTHING = "NOTHING"  # no object
_PEOPLE = "PEOPLE"  # a subject: a people by its country's name, 'Malians'
_TO = "TO"  # an object that goes 'to' somebody


class Match(NamedTuple):
    """A pattern that holds for a verb, and what made it hold.

    Attributes:
        pattern: the row of the table.
        type: its type.
        object_start: the first word of the object; the verb itself if none was needed.
        object_end: behind its last word; the verb itself if none was needed.
        subject: the word of the subject that the pattern asks for; -1 if it asks for none.
        acts: whether that subject is somebody, not an event or a weapon.
    """

    pattern: Pattern
    type: EventType
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
            return any(i < start <= i + 4 for start, _ in clause.find_names())
    return False


def _acts_on_anybody(lexicon: Lexicon, clause: Clause, verb: Verb, floor: int, ceiling: int) -> bool:
    """Whether a verb acts on anybody who is named."""
    if verb.passive:
        return any(floor <= start < verb.word for start, _ in clause.find_names())
    return any(
        verb.end <= start < ceiling and _is_direct(lexicon, clause, verb.end, start)
        for start, _ in (*clause.find_names(), *clause.find_places())
    )


def _makes_do(lexicon: Lexicon, clause: Clause, verb: Verb, ceiling: int) -> bool:
    """Whether a verb has somebody do something: 'told Chad to leave', 'was told to leave'."""
    if verb.passive:
        return _is_infinitive(lexicon, clause, verb.end)
    return any(
        verb.end <= start < ceiling
        and _is_infinitive(lexicon, clause, end)
        and _is_direct(lexicon, clause, verb.end, start)
        for start, end in (*clause.find_names(), *clause.find_places())
    )


def _is_infinitive(lexicon: Lexicon, clause: Clause, i: int) -> bool:
    """Whether 'to' or 'not to' stands at a word, and no article or name behind it."""
    words = clause.words
    if words[i : i + 1] == ["not"]:
        i += 1
    if i + 1 >= len(words) or words[i] != "to" or clause.capital[i + 1]:
        return False
    return not lexicon.roles.get(words[i + 1], frozenset()) - {"adverb", "be", "have", "do"}


def _is_direct(lexicon: Lexicon, clause: Clause, start: int, end: int) -> bool:
    """Whether only articles, numbers and adjectives stand between a verb and its object."""
    before = ""
    for word in clause.words[start:end]:
        roles = lexicon.roles.get(word, frozenset())
        if roles & {"preposition", "subordinator", "negation"} and word not in _COUNTING:
            return False
        if not word[0].isalnum():
            return False
        if word in lexicon.verbs and word not in _COUNTING and not _describes_object(lexicon, before, word):
            return False
        before = word
    return True


def _describes_object(lexicon: Lexicon, before: str, word: str) -> bool:
    """Whether a participle stands before the noun it describes: 'a jailed senator', 'a newly freed editor'."""
    if not any("N" in form.kinds for form in lexicon.verbs[word]):
        return False
    return before[:1].isdigit() or before.endswith("ly") or lexicon.has_role(before, "determiner")


def _has_no_object(lexicon: Lexicon, clause: Clause, verb: Verb) -> bool:
    """Whether a verb stands without an object."""
    return _is_free(lexicon, clause, verb.end)


def _is_free(lexicon: Lexicon, clause: Clause, i: int) -> bool:
    """Whether a preposition, an adverb, a day or the clause's end stands at a word."""
    if i >= len(clause):
        return True
    word = clause.words[i]
    if word in ("'s", "’s"):
        return False
    if not word[0].isalnum() or word in ("to", "and") or word.endswith(("ly", "day")):
        return True
    return bool(lexicon.roles.get(word, frozenset()) & {"preposition", "adverb", "subordinator"})


def _is_question(lexicon: Lexicon, clause: Clause, start: int, end: int) -> bool:
    """Whether only an answer is asked for: 'asked whether', 'asked Chad why'."""
    if start < len(clause) and lexicon.has_role(clause.words[start], "question"):
        return True
    near = clause.words[start : min(start + _ASKED, end)]
    return any(lexicon.has_role(word, "question") and not lexicon.has_role(word, "preposition") for word in near)


def _is_attribute(lexicon: Lexicon, clause: Clause, behind: int) -> bool:
    """Whether a noun like 'military' stands before another noun that it describes: 'military efforts'."""
    return lexicon.has_role(clause.words[behind - 1], "attributive") and describes(lexicon, clause, behind)


def _is_accident(lexicon: Lexicon, clause: Clause, subject: tuple[str, int, int], verb: Verb) -> bool:
    """Whether a storm, a crash or the like is the subject: it acts on purpose against nobody."""
    noun, _, end = subject
    if noun not in lexicon.accidents:
        return False
    between = range(end, verb.word)
    return all(clause.capital[i] or lexicon.roles.get(clause.words[i], _NO_ROLES) & _AUXILIARY for i in between)


def complement_end(lexicon: Lexicon, clause: Clause, verb: Verb, ceiling: int) -> int:
    """Behind the last word that belongs to what a verb acts on."""
    words = clause.words
    end = min(verb.end + _REACH, ceiling)
    after = words[verb.end] if verb.end < end else ""
    if after.endswith("ing") and after in lexicon.verbs and after not in lexicon.nouns:  # 'began looking into'
        return verb.end
    for i in [verb.end + at for at in positions(words[verb.end : end], lexicon.enders)]:
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
    """The pattern that holds for a verb between two words: by its nearest object, else its default.

    Where none holds for a verb with its preposition ('return-to'), one of the bare verb may.
    """
    bare, hyphen, particle = verb.lemma.partition("-")
    sense = lexicon.senses.get(verb.lemma)
    match = _match_sense(lexicon, clause, verb, sense, floor, ceiling) if sense else None
    if match or not hyphen or bare not in lexicon.senses:
        return match
    if sense and (lexicon.has_role(particle, "separable") or not lexicon.has_role(particle, "preposition")):
        return None
    if sense and any(pattern.type is None for pattern in sense.defaults):
        return None
    return _match_sense(lexicon, clause, verb, lexicon.senses[bare], floor, ceiling)


def _match_sense(
    lexicon: Lexicon, clause: Clause, verb: Verb, sense: VerbSense, floor: int, ceiling: int
) -> Match | None:
    """The pattern of one sense of a verb that holds."""
    end = complement_end(lexicon, clause, verb, ceiling)
    start = subject_start(clause, verb, floor)
    after = nouns_in(lexicon, clause, verb.end, end)
    before = nouns_in(lexicon, clause, start, verb.word)
    agents = after if verb.passive else before
    peoples = [i for i in clause.peoples if (verb.end <= i < end if verb.passive else start <= i < verb.word)]
    if before and not verb.passive and _is_accident(lexicon, clause, before[-1], verb):
        return None

    def holds(pattern: Pattern) -> bool:
        wanted = pattern.subjects
        if wanted and not any(noun in wanted for noun, _, _ in agents) and not (peoples and _PEOPLE in wanted):
            return False
        unless = pattern.unless
        return not unless or not any(noun in unless for noun, _, _ in (*before, *after))

    def found(pattern: Pattern, at: int, behind: int) -> Match | None:
        if pattern.type is None:
            return None
        if not pattern.subjects:
            return Match(pattern, pattern.type, at, behind)
        meant = next(((noun, i) for noun, i, _ in reversed(agents) if noun in pattern.subjects), None)
        if meant is None:
            return Match(pattern, pattern.type, at, behind, peoples[-1], True)
        noun, subject = meant
        return Match(
            pattern, pattern.type, at, behind, subject, noun not in lexicon.noun_senses and noun not in lexicon.things
        )

    candidates = (*before, *after) if verb.passive else after
    objects = [candidate for candidate in candidates if candidate[0] in sense.by_object]
    heads = {at for noun, at, _ in candidates if noun in sense.by_object or noun in lexicon.noun_senses}
    for noun, at, behind in objects:
        if behind in heads or _is_attribute(lexicon, clause, behind):  # 'murder' in 'murder case'
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
    for pattern in sense.by_object.get(_ANYBODY_TO, ()):
        if holds(pattern) and _makes_do(lexicon, clause, verb, ceiling):
            return found(pattern, verb.word, verb.word)
    for pattern in sense.by_object.get(_ANYBODY, ()):
        if holds(pattern) and _acts_on_anybody(lexicon, clause, verb, floor, end):
            return found(pattern, verb.word, verb.word)
    for pattern in sense.by_object.get(_TO, ()):
        if holds(pattern) and _goes_to_somebody(clause, verb, ceiling):
            return found(pattern, verb.word, verb.word)
    for pattern in sense.defaults:
        if holds(pattern) and not (pattern.type is EventType.REQUEST and _is_question(lexicon, clause, verb.end, end)):
            return found(pattern, verb.word, verb.word)
    return None
