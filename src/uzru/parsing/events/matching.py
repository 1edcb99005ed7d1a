"""Which pattern holds for a verb: by what it acts on, by who acts, by what stands near."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uzru.model.plover import EventType
from uzru.parsing.events import parts as p
from uzru.parsing.events.clauses import is_finite, opens_clause
from uzru.parsing.events.groups import describes
from uzru.parsing.events.likely import PERSONAL
from uzru.parsing.events.nouns import nouns_in, nouns_of
from uzru.parsing.events.relevance import FORCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uzru.parsing.events.clauses import Clause
    from uzru.parsing.events.lexicon import Lexicon
    from uzru.parsing.events.senses import Pattern, VerbSense
    from uzru.parsing.events.verbs import Verb

__all__ = ["Match", "match_verb", "speaks_of"]

_REACH = 11  # words of the complement that are read
_NEAR_COMMA, _NEAR_TO = 5, 4  # a comma or a 'to' nearer than this does not end the complement
_ASKED = 7  # words behind a verb of asking within which 'whether' shows that only an answer is asked for
_TO_REACH = 22  # words behind a verb in which the 'to' of its receiver may stand
_BACK = 14  # words before the verb that may hold its subject
_LINKS = frozenset({"and", "but"})
_PAUSES = frozenset({";", ":"})
_ENDS = frozenset({";", ":", "(", "—", "–"})
_AUXILIARY = p.HAVE | p.BE | p.ADVERB | p.FUTURE | p.POSSIBLE
_HINDERS = p.PREPOSITION | p.SUBORDINATOR | p.NEGATION  # between a verb and its object
_COUNTING = frozenset({"at", "least", "most", "up", "to", "than", "over", "more"})  # 'at least', 'more than'

# What stands in the tables for more than a noun.
_SOMEBODY = "SOMEBODY"  # a person or group that the verb acts on
_SOMEBODY_ONLY = "SOMEBODY-ONLY"  # likewise, with no predicate behind
_ANYBODY = "ANYBODY"  # whoever is named right behind the verb, countries too
_ANYBODY_TO = "ANYBODY-TO"  # likewise, and then 'to' with another verb: 'told Chad to leave'
_NOTHING = "NOTHING"  # no object
_PEOPLE = "PEOPLE"  # a subject: a people by its country's name, 'Malians'
_SPOKEN_OF = "SPOKEN-OF"  # a subject: anybody of whom somebody else says so
_TO = "TO"  # an object that goes 'to' somebody
_REQUEST = EventType.REQUEST
_UNNAMED = frozenset({_PEOPLE, _SPOKEN_OF})  # subjects that are no nouns of the tables


def speaks_of(pattern: Pattern) -> bool:
    """Whether a pattern only holds for what somebody says of somebody else: 'said Chad was behind the raid'."""
    return _SPOKEN_OF in pattern.subjects


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
        return not only and any(floor <= start < verb.word for start, _ in clause.people)
    if clause.words[verb.end : verb.end + 1] and clause.words[verb.end] in PERSONAL:
        return not only  # 'called him "a genius"', 'called them politically motivated'
    for start, end in clause.people:
        if verb.end <= start < ceiling and _is_direct(lexicon, clause, verb.end, start):
            return not only or _is_free(clause, end)
    return False


def _goes_to_somebody(clause: Clause, verb: Verb, ceiling: int) -> bool:
    """Whether an object and 'to' with a name follow a verb: 'returned the bell to Chad', but not 'returned to Chad'."""
    words = clause.words
    for i in range(verb.end + (0 if verb.passive else 1), min(verb.end + _TO_REACH, ceiling)):
        if words[i] == "to":
            return any(i < start <= i + 4 for start, _ in clause.names)
    return False


def _acts_on_anybody(lexicon: Lexicon, clause: Clause, verb: Verb, floor: int, ceiling: int) -> bool:
    """Whether a verb acts on anybody who is named."""
    if verb.passive:
        return any(floor <= start < verb.word for start, _ in clause.names)
    named = (*clause.names, *clause.places)
    return any(verb.end <= start < ceiling and _is_direct(lexicon, clause, verb.end, start) for start, _ in named)


def _makes_do(lexicon: Lexicon, clause: Clause, verb: Verb, ceiling: int) -> bool:
    """Whether a verb has somebody do something: 'told Chad to leave', 'was told to leave'."""
    if verb.passive:
        return _is_infinitive(lexicon, clause, verb.end)
    return any(
        verb.end <= start < ceiling
        and _is_infinitive(lexicon, clause, end)
        and _is_direct(lexicon, clause, verb.end, start)
        for start, end in (*clause.names, *clause.places)
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
    words, bits = clause.words, clause.bits
    for i in range(start, end):
        if not words[i][0].isalnum():
            return False
        if words[i] in _COUNTING:
            continue
        if bits[i] & _HINDERS or (bits[i] & p.VERB and not (i > start and _describes_object(lexicon, clause, i))):
            return False
    return True


def _describes_object(lexicon: Lexicon, clause: Clause, i: int) -> bool:
    """Whether a participle stands before the noun it describes: 'a jailed senator', 'a newly freed editor'."""
    if not any("N" in form.kinds for form in lexicon.verbs[clause.words[i]]):
        return False
    before = clause.words[i - 1]
    return before[0].isdigit() or before.endswith("ly") or clause.bits[i - 1] & p.DETERMINER > 0


def _is_free(clause: Clause, i: int) -> bool:
    """Whether a preposition, an adverb, a day or the clause's end stands at a word."""
    if i >= len(clause.words):
        return True
    word = clause.words[i]
    if word in ("'s", "’s"):
        return False
    if not word[0].isalnum() or word in ("to", "and") or word.endswith(("ly", "day")):
        return True
    return bool(clause.bits[i] & (p.PREPOSITION | p.ADVERB | p.SUBORDINATOR))


def _is_question(clause: Clause, start: int, end: int) -> bool:
    """Whether only an answer is asked for: 'asked whether', 'asked Chad why'."""
    bits = clause.bits
    if start < len(bits) and bits[start] & p.QUESTION:
        return True
    return any(bits[i] & (p.QUESTION | p.PREPOSITION) == p.QUESTION for i in range(start, min(start + _ASKED, end)))


def _is_attribute(lexicon: Lexicon, clause: Clause, behind: int) -> bool:
    """Whether a noun like 'military' stands before another noun that it describes: 'military efforts'."""
    return bool(clause.bits[behind - 1] & p.ATTRIBUTIVE) and describes(lexicon, clause, behind)


def _is_accident(lexicon: Lexicon, clause: Clause, subject: tuple[str, int, int], verb: Verb) -> bool:
    """Whether a storm, a crash or the like is the subject: it acts on purpose against nobody."""
    noun, _, end = subject
    if noun not in lexicon.accidents:
        return False
    return all(clause.capital[i] or clause.bits[i] & _AUXILIARY for i in range(end, verb.word))


def complement_end(lexicon: Lexicon, clause: Clause, verb: Verb, ceiling: int) -> int:
    """Behind the last word that belongs to what a verb acts on."""
    words, bits = clause.words, clause.bits
    end = min(verb.end + _REACH, ceiling)
    after = words[verb.end] if verb.end < end else ""
    if after.endswith("ing") and bits[verb.end] & p.VERB and after not in lexicon.nouns:  # 'began looking into'
        return verb.end
    if after == "to" and not verb.passive and _governs(lexicon, clause, verb.end + 1):  # 'continued to reject'
        return verb.end
    for i in range(verb.end, end):
        if not bits[i] & p.ENDER:
            continue
        word = words[i]
        if word in _ENDS or (bits[i] & p.SUBORDINATOR and i > verb.end and opens_clause(lexicon, clause, i)):
            return i
        if word in _LINKS:
            if i > verb.end and i + 1 < end and _goes_on(lexicon, clause, verb, i + 1):
                return i
            continue
        if word == "that" or (word == "," and i - verb.end > _NEAR_COMMA):
            return i
        if word == "to" and i - verb.end > _NEAR_TO and i + 1 < len(words) and bits[i + 1] & p.VERB:
            return i
    return end


def _goes_on(lexicon: Lexicon, clause: Clause, verb: Verb, i: int) -> bool:
    """Whether a word is a second verb beside a first one: 'flew to Brno and blamed', 'will dismiss him and call'."""
    if is_finite(lexicon, clause, i):
        return True
    bits = clause.bits
    if not bits[i] & p.VERB or not (verb.kind == "infinitive" or bits[verb.word - 1] & p.MODAL):
        return False
    takes = i + 1 < len(bits) and clause.words[i + 1][0].isalnum() and not bits[i + 1] & p.PREPOSITION
    return takes and any("B" in form.kinds for form in lexicon.verbs[clause.words[i]])


def _governs(lexicon: Lexicon, clause: Clause, i: int) -> bool:
    """Whether a verb that is no noun stands at a word behind 'to'; 'keep' does not in 'seek to keep ties'."""
    if i >= len(clause.words) or not clause.bits[i] & p.VERB or clause.capital[i] or clause.bits[i] & p.NOUN:
        return False
    forms = [form for form in lexicon.verbs[clause.words[i]] if "B" in form.kinds]
    return any("ongoing" not in lexicon.operators.get(form.lemma, ()) for form in forms)


def subject_start(clause: Clause, verb: Verb, floor: int) -> int:
    """The first word that may belong to the verb's subject."""
    start = max(floor, verb.word - _BACK)
    run = clause.words[start : verb.word]
    if _PAUSES.isdisjoint(run):
        return start
    return start + max(i + 1 for i, word in enumerate(run) if word in _PAUSES)


def match_verb(
    lexicon: Lexicon, clause: Clause, verb: Verb, floor: int, ceiling: int, spoken: bool = False
) -> Match | None:
    """The pattern that holds for a verb between two words: by its nearest object, else its default.

    `spoken` says that somebody speaks of the subject.  Where none holds for a verb with its preposition ('return-to'),
    one of the bare verb may.
    """
    lemma = verb.lemma
    while True:
        sense = lexicon.senses[lemma]
        match = _match_sense(lexicon, clause, verb, sense, floor, ceiling, spoken) if sense else None
        if match:
            return match
        lemma, hyphen, particle = lemma.rpartition("-")
        if not hyphen:
            return None
        if sense and not _is_preposition(lexicon, clause, verb, particle):
            return None
        if sense and any(pattern.type is None for pattern in sense.defaults):
            return None


def _is_preposition(lexicon: Lexicon, clause: Clause, verb: Verb, particle: str) -> bool:
    """Whether a verb's particle may be a mere preposition: 'marched in Brno', but not 'handed in'."""
    bits = lexicon.bits.get(particle, 0)
    if not bits & p.PREPOSITION:
        return False
    return not bits & p.SEPARABLE or (verb.end < len(clause.words) and clause.capital[verb.end])


def _match_sense(
    lexicon: Lexicon, clause: Clause, verb: Verb, sense: VerbSense, floor: int, ceiling: int, spoken: bool
) -> Match | None:
    """The pattern of one sense of a verb that holds."""
    nouns_of(lexicon, clause)
    needs = sense.needs
    if needs and needs.isdisjoint(clause.told) and not (needs & _UNNAMED and (clause.peoples or spoken)):
        return None
    end = complement_end(lexicon, clause, verb, ceiling)
    after = nouns_in(lexicon, clause, verb.end, end)
    start = subject_start(clause, verb, floor)
    before: Sequence[tuple[str, int, int]] = ()
    if sense.picky or verb.passive or not lexicon.accidents.isdisjoint(clause.told):
        before = nouns_in(lexicon, clause, start, verb.word)
        if before and not verb.passive and _is_accident(lexicon, clause, before[-1], verb):
            return None
    agents: Sequence[tuple[str, int, int]] = ()
    around: Sequence[str] = ()
    if sense.picky:
        agents = after if verb.passive else before
        if clause.peoples:
            first, last = (verb.end, end) if verb.passive else (start, verb.word)
            agents = [*((_PEOPLE, i, i + 1) for i in clause.peoples if first <= i < last), *agents]
        if spoken:
            agents = [(_SPOKEN_OF, -1, -1), *agents]
        around = [noun for noun, _, _ in (*before, *after)]
    acting = [noun for noun, _, _ in agents]
    for noun, at, behind in _objects(lexicon, clause, sense, (*before, *after) if verb.passive else after):
        for pattern in sense.taking(noun):
            if _holds(pattern, acting, around):
                return _found(lexicon, pattern, at, behind, agents)
    for kind, pattern in sense.others:
        if _holds(pattern, acting, around) and _fits(lexicon, clause, verb, pattern, kind, floor, end, ceiling):
            return _found(lexicon, pattern, verb.word, verb.word, agents)
    return None


def _objects(
    lexicon: Lexicon, clause: Clause, sense: VerbSense, nouns: Sequence[tuple[str, int, int]]
) -> list[tuple[str, int, int]]:
    """The nouns that a verb has patterns for; those that only describe another noun are left out."""
    objects = [found for found in nouns if found[0] in sense.objects]
    if not objects:
        return []
    heads = {at for noun, at, _ in nouns if noun in sense.objects or noun in lexicon.noun_senses}
    return [  # no 'murder' in 'murder case'
        found
        for found in objects
        if found[2] not in heads
        and not _is_attribute(lexicon, clause, found[2])
        and not _is_done(lexicon, clause, found)
    ]


def _is_done(lexicon: Lexicon, clause: Clause, found: tuple[str, int, int]) -> bool:
    """Whether a noun of force is a verb with an object of its own: 'renewed its threat to attack Chad'."""
    noun, at, end = found
    sense = lexicon.noun_senses.get(noun)
    if sense is None or sense.type not in FORCE:
        return False
    if end == len(clause.words) or clause.words[at - 1] != "to" or not clause.bits[at] & p.VERB:
        return False
    return clause.capital[end] or clause.bits[end] & p.DETERMINER > 0


def _holds(pattern: Pattern, acting: Sequence[str], around: Sequence[str]) -> bool:
    """Whether the nouns around a verb let a pattern hold."""
    return (not pattern.subjects or not pattern.subjects.isdisjoint(acting)) and pattern.unless.isdisjoint(around)


def _fits(
    lexicon: Lexicon, clause: Clause, verb: Verb, pattern: Pattern, kind: str, floor: int, end: int, ceiling: int
) -> bool:
    """Whether what stands behind a verb, or before a passive one, is what a pattern asks for instead of a noun."""
    if not kind:
        return pattern.type is not _REQUEST or not _is_question(clause, verb.end, end)
    if kind == _NOTHING:
        return _is_free(clause, verb.end)
    if kind == _ANYBODY:
        return _acts_on_anybody(lexicon, clause, verb, floor, end)
    if kind == _ANYBODY_TO:
        return _makes_do(lexicon, clause, verb, ceiling)
    if kind == _TO:
        return _goes_to_somebody(clause, verb, ceiling)
    return _acts_on_somebody(lexicon, clause, verb, floor, end, kind == _SOMEBODY_ONLY)


def _found(
    lexicon: Lexicon, pattern: Pattern, at: int, behind: int, agents: Sequence[tuple[str, int, int]]
) -> Match | None:
    """The match of a pattern that holds; None if it tells nothing."""
    if pattern.type is None:
        return None
    if not pattern.subjects or speaks_of(pattern):
        return Match(pattern, pattern.type, at, behind)
    noun, subject = next((noun, i) for noun, i, _ in reversed(agents) if noun in pattern.subjects)
    acts = noun not in lexicon.noun_senses and noun not in lexicon.things
    return Match(pattern, pattern.type, at, behind, subject, acts)
