"""Whether a word is a verb where it stands, which verb, and what it acts on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uzru.parsing.events.clauses import opens_clause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uzru.parsing.events.clauses import Clause
    from uzru.parsing.events.lexicon import Lexicon, Pattern, VerbForm

__all__ = ["Match", "Verb", "match_verb", "noun_at", "nouns_between", "read_verb"]

_REACH = 11  # words of the complement that are read
_NEAR_COMMA, _NEAR_TO = 5, 4  # a comma or a 'to' nearer than this does not end the complement
_TO_REACH = 22  # words behind a verb in which the 'to' of its receiver may stand
_BACK = 14  # words before the verb that may hold its subject
_APART = 6  # words between a verb and its particle
_TO = "TO"  # stands in the tables for an object that goes 'to' somebody
_COUNTING = frozenset({"at", "least", "most", "up", "to", "than", "over", "more"})  # 'at least', 'more than'
_SOMEBODY = "SOMEBODY"  # stands in the tables for a person or group that the verb acts on
_SOMEBODY_ONLY = "SOMEBODY-ONLY"  # likewise, with no predicate behind
_NOTHING = "NOTHING"  # stands in the tables for a verb without an object
_ENDS = frozenset({";", ":", "(", "—", "–"})
_MODALS = frozenset({"future", "possible", "oblige", "do"})


class Verb(NamedTuple):
    """A verb in a clause.

    Attributes:
        word: the word.
        end: behind its particle, or behind the word.
        lemma: with its particle, 'call-off'.
        kind: finite, infinitive, gerund.
        passive: whether its subject suffers the act.
    """

    word: int
    end: int
    lemma: str
    kind: str
    passive: bool


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


def noun_at(lexicon: Lexicon, words: list[str], i: int) -> tuple[str, int] | None:
    """The noun of the tables that starts at a word, and the word behind it; the longest one.

    >>> from uzru.knowledge import Knowledge
    >>> from uzru.parsing.events.lexicon import Lexicon
    >>> noun_at(Lexicon(Knowledge()), "the hunger strikes ended".split(), 1)
    ('hunger-strike', 3)
    """
    word = words[i]
    for rest in lexicon.compounds.get(word, ()):
        end = i + 1 + len(rest)
        if tuple(words[i + 1 : end]) == rest:
            return lexicon.nouns["-".join((word, *rest))], end
    noun = lexicon.nouns.get(word)
    return None if noun is None else (noun, i + 1)


def nouns_between(lexicon: Lexicon, words: list[str], start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The nouns of the tables in a run of words, with their own runs."""
    nouns, compounds = lexicon.nouns, lexicon.compounds
    i = start
    while i < end:
        word = words[i]
        if word in compounds:
            found = noun_at(lexicon, words, i)
            if found:
                yield found[0], i, found[1]
                i = found[1]
                continue
        elif word in nouns:
            yield nouns[word], i, i + 1
        i += 1


def _before(lexicon: Lexicon, clause: Clause, i: int, floor: int) -> int:
    """The nearest word before `i` that is no adverb; `floor - 1` if there is none."""
    words = clause.words
    i -= 1
    while i >= floor and (
        words[i] in lexicon.adverbs or (words[i].endswith("ly") and len(words[i]) > 4 and not clause.capital[i])
    ):
        i -= 1
    return i


def read_verb(lexicon: Lexicon, clause: Clause, i: int, floor: int, demonyms: frozenset[int]) -> Verb | None:
    """The verb at a word, or None if the word is no verb of the tables there.

    `floor` is the clause's first word; `demonyms` are the words like 'Chinese', behind which a noun is likelier.
    """
    for form in lexicon.verbs.get(clause.words[i], ()):
        found = _read_form(lexicon, clause, i, floor, form, demonyms)
        if found:
            operators = lexicon.operators.get(form.lemma, frozenset())
            passive = (found.passive or "suffer" in operators) and "active" not in operators
            if "transitive" in operators and _is_reduced(lexicon, clause, found):
                passive = True
            return _with_particle(lexicon, clause, found._replace(passive=passive))
    return None


def _read_form(
    lexicon: Lexicon, clause: Clause, i: int, floor: int, form: VerbForm, demonyms: frozenset[int]
) -> Verb | None:
    words = clause.words
    at = _before(lexicon, clause, i, floor)
    before = words[at] if at >= floor else ""
    after = words[i + 1] if i + 1 < len(words) else ""
    roles = lexicon.roles.get(before, frozenset())
    if _is_auxiliary(lexicon, clause, i):
        return None
    if "B" in form.kinds and (before == "to" or roles & _MODALS):
        return Verb(i, i + 1, form.lemma, "infinitive" if before == "to" else "finite", False)
    if before in ("'s", "’s") or "determiner" in roles or (at in demonyms and form.kinds in ("S", "B")):
        return None
    if "be" in roles or "have" in roles:
        return _after_auxiliary(form, i, roles)
    if "preposition" in roles:
        return Verb(i, i + 1, form.lemma, "gerund", False) if "G" in form.kinds else None
    if "G" in form.kinds:
        return Verb(i, i + 1, form.lemma, "gerund", False)
    if "P" in form.kinds and _is_past(lexicon, form, before, after):
        return Verb(i, i + 1, form.lemma, "finite", False)
    if "S" in form.kinds and _is_third(lexicon, clause, i, before, after):
        return Verb(i, i + 1, form.lemma, "finite", False)
    if "B" in form.kinds and _is_base(lexicon, clause, i, at, before, after):
        return Verb(i, i + 1, form.lemma, "finite", False)
    return None


def _is_reduced(lexicon: Lexicon, clause: Clause, verb: Verb) -> bool:
    """Whether a past form without an object is a participle: 'protesters arrested during the rally'."""
    if verb.kind != "finite" or verb.end + 1 >= len(clause) or not clause.words[verb.word].endswith(("ed", "n", "t")):
        return False
    word, after = clause.words[verb.end : verb.end + 2]
    if word == "that" or not lexicon.has_role(word, "preposition"):
        return False
    return not (after.endswith("day") or after[0].isdigit() or word in ("at", "up"))


def _is_auxiliary(lexicon: Lexicon, clause: Clause, i: int) -> bool:
    """Whether the word is 'have', 'be' or 'do' before another verb."""
    if not lexicon.roles.get(clause.words[i], frozenset()) & {"have", "be", "do"}:
        return False
    at = i + 1
    while at < len(clause) and (clause.words[at] in lexicon.adverbs or clause.words[at] == "been"):
        at += 1
    forms = lexicon.verbs.get(clause.words[at], ()) if at < len(clause) else ()
    return any(set(form.kinds) & {"N", "G"} for form in forms) or (at < len(clause) and clause.words[at].endswith("ed"))


def _after_auxiliary(form: VerbForm, i: int, roles: frozenset[str]) -> Verb | None:
    """Behind a form of 'be' or 'have': progressive, passive or perfect."""
    if "be" in roles:
        if "G" in form.kinds:
            return Verb(i, i + 1, form.lemma, "finite", False)
        return Verb(i, i + 1, form.lemma, "finite", True) if "N" in form.kinds else None
    return Verb(i, i + 1, form.lemma, "finite", False) if "N" in form.kinds else None


def _is_past(lexicon: Lexicon, form: VerbForm, before: str, after: str) -> bool:
    """A past tense, and no participle that describes a noun ('the disputed port', 'weapons seized by')."""
    if not before or after == "by":
        return False
    if before == "," and after in ("in", "on", "for", "of", "at", "with"):
        return after in lexicon.particles.get(form.lemma, ())
    return True


def _is_third(lexicon: Lexicon, clause: Clause, i: int, before: str, after: str) -> bool:
    if clause.words[i] not in lexicon.nounlike:
        return True
    if before in lexicon.verbs and before not in lexicon.nouns:
        return False  # 'offered talks to'
    if lexicon.has_role(after, "determiner") or (i + 1 < len(clause) and clause.capital[i + 1]):
        return True
    if after == "to":
        return _is_infinitive(lexicon, clause, i + 2)
    objects = {noun for form in lexicon.verbs[clause.words[i]] for noun in _objects(lexicon, form.lemma)}
    return any(noun in objects for noun, _, _ in nouns_between(lexicon, clause.words, i + 1, min(i + 4, len(clause))))


def _is_infinitive(lexicon: Lexicon, clause: Clause, i: int) -> bool:
    return i < len(clause) and any("B" in form.kinds for form in lexicon.verbs.get(clause.words[i], ()))


def _objects(lexicon: Lexicon, lemma: str) -> frozenset[str]:
    sense = lexicon.senses.get(lemma)
    return frozenset(sense.by_object) if sense else frozenset()


def _is_base(lexicon: Lexicon, clause: Clause, i: int, at: int, before: str, after: str) -> bool:
    opens = (
        lexicon.has_role(after, "determiner")
        or after == "that"
        or (after == "to" and _is_infinitive(lexicon, clause, i + 2))
        or (i + 1 < len(clause) and clause.capital[i + 1])
    )
    if before in ("and", "or"):
        return opens
    subject = lexicon.has_role(before, "pronoun") or lexicon.has_role(before, "crowd") or before == "police"
    if subject or (before.endswith("s") and len(before) > 3):
        return opens or clause.words[i] not in lexicon.nounlike
    return False


def _with_particle(lexicon: Lexicon, clause: Clause, verb: Verb) -> Verb:
    """The verb joined with its particle: 'called off', 'kicked the visitors out of'."""
    tails = lexicon.particles.get(verb.lemma)
    if not tails:
        return verb
    words = clause.words
    for at in range(verb.end, min(verb.end + _APART, len(words))):
        for rest, lemma in tails.get(words[at], ()):
            end = at + 1 + len(rest)
            if words[at : at + 2] == ["up", "to"] and not rest:  # 'give up to 40'
                continue
            if tuple(words[at + 1 : end]) != rest:
                continue
            if at == verb.end or rest or _may_stand_apart(lexicon, words, at):
                if words[at] == "on" and not rest and _names_a_day(words, end):
                    continue
                return verb._replace(end=end if at == verb.end else verb.end, lemma=lemma)
        if words[at] in _ENDS or words[at] == "," or lexicon.has_role(words[at], "subordinator"):
            break
    return verb


def _may_stand_apart(lexicon: Lexicon, words: list[str], at: int) -> bool:
    """Whether a particle behind the object belongs to the verb: 'called it off', but not 'gave it in support'."""
    if lexicon.has_role(words[at], "preposition") and not lexicon.has_role(words[at], "separable"):
        return False
    after = words[at + 1] if at + 1 < len(words) else "."
    return (
        not after[0].isalnum() or bool(lexicon.roles.get(after, frozenset()) - {"determiner"}) or after.endswith("day")
    )


def _names_a_day(words: list[str], i: int) -> bool:
    """'called on Monday' calls on nobody."""
    return i < len(words) and (words[i].endswith("day") or words[i].isdigit())


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
    after = list(nouns_between(lexicon, clause.words, verb.end, end))
    before = list(nouns_between(lexicon, clause.words, start, verb.word))
    around = {noun for noun, _, _ in (*before, *after)}
    agents = after if verb.passive else before
    acting = {noun for noun, _, _ in agents}

    def holds(pattern: Pattern) -> bool:
        return not (pattern.subjects and not pattern.subjects & acting) and not pattern.unless & around

    def found(pattern: Pattern, at: int, behind: int) -> Match:
        if not pattern.subjects:
            return Match(pattern, at, behind)
        noun, subject = next((noun, i) for noun, i, _ in reversed(agents) if noun in pattern.subjects)
        return Match(pattern, at, behind, subject, noun not in lexicon.noun_senses and noun not in lexicon.things)

    candidates = (*before, *after) if verb.passive else after
    heads = {at for noun, at, _ in candidates if noun in sense.by_object}
    for noun, at, behind in candidates:
        if behind in heads:  # 'murder' in 'murder case'
            continue
        for pattern in sense.by_object.get(noun, ()):
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
