"""Whether a word is a verb where it stands, and which verb, with its particle."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uzru.parsing.events import parts as p
from uzru.parsing.events.nouns import nouns_in

if TYPE_CHECKING:
    from uzru.parsing.events.clauses import Clause
    from uzru.parsing.events.lexicon import Lexicon
    from uzru.parsing.events.wordings import VerbForm

__all__ = ["FINITE", "Verb", "read_reduced", "read_verb"]

FINITE = frozenset({"finite", "progressive"})
"""The kinds of verbs that a clause is built on."""

_JOINED = 6  # words before the last name of a subject in which 'and' makes it plural
_APART = 6  # words between a verb and its particle
_ENDS = frozenset({";", ":", "(", "—", "–", ","})
_POSSESSIVE = frozenset({"'s", "’s"})
_BE_OR_HAVE = p.BE | p.HAVE
_PASSIVE, _PRESENT = "passive", "present"  # finite forms, as long as the verb is being read
_NONE: frozenset[str] = frozenset()


class Verb(NamedTuple):
    """A verb in a clause.

    Attributes:
        word: the word.
        end: behind its particle, or behind the word.
        lemma: with its particle, 'call-off'.
        kind: finite, progressive (goes on now), infinitive, gerund.
        passive: whether its subject suffers the act.
        reduced: whether it may only describe its noun: 'a man convicted of theft'.
        present: whether it has the form of the third person: 'arrives'.
    """

    word: int
    end: int
    lemma: str
    kind: str
    passive: bool
    reduced: bool = False
    present: bool = False


def read_reduced(lexicon: Lexicon, clause: Clause, i: int) -> Verb | None:
    """The verb at a participle that describes a noun and names who acts: 'two hostages killed by rebels'."""
    words = clause.words
    if i == 0 or words[i + 1 : i + 2] != ["by"] or not words[i - 1][0].isalnum():
        return None
    for form in lexicon.verbs[words[i]]:
        if "N" in form.kinds:
            return Verb(i, i + 1, form.lemma, "finite", True)
    return None


def _before(clause: Clause, i: int, floor: int) -> int:
    """The nearest word before `i` that is no adverb; `floor - 1` if there is none."""
    words, bits = clause.words, clause.bits
    i -= 1
    while i >= floor:
        word = words[i]
        if not (bits[i] & p.ADVERB or (word.endswith("ly") and len(word) > 4 and not clause.capital[i])):
            break
        i -= 1
    return i


def read_verb(lexicon: Lexicon, clause: Clause, i: int, floor: int) -> Verb | None:
    """The verb at a word, or None if the word is no verb of the tables there.

    `floor` is the clause's first word.
    """
    if clause.bits[i] & p.AUXILIARY and _is_auxiliary(lexicon, clause, i):
        return None
    at = _before(clause, i, floor)
    for form in lexicon.verbs[clause.words[i]]:
        kind = _read_form(lexicon, clause, form, i, at, floor)
        if kind:
            return _as_read(lexicon, clause, i, form.lemma, kind)
    return None


def _as_read(lexicon: Lexicon, clause: Clause, i: int, lemma: str, read: str) -> Verb:
    """The verb at a word that is a form of it, with its particle."""
    kind = "finite" if read in (_PASSIVE, _PRESENT) else read
    passive, reduced = read == _PASSIVE, False
    operators = lexicon.operators.get(lemma)
    if operators:
        passive = (passive or "suffer" in operators) and "active" not in operators
        if kind == "finite" and not passive and "transitive" in operators and _may_be_participle(clause, i):
            reduced = _is_reduced(clause, i + 1)
            passive = reduced or _is_headline(clause, i + 1)
    end, lemma = _with_particle(lexicon, clause, i + 1, lemma)
    return Verb(i, end, lemma, kind, passive, reduced, read == _PRESENT)


def _read_form(lexicon: Lexicon, clause: Clause, form: VerbForm, i: int, at: int, floor: int) -> str:
    """The kind of verb that a form is at a word, or empty; `at` is the nearest word before it that is no adverb."""
    words, kinds = clause.words, form.kinds
    before, bits = (words[at], clause.bits[at]) if at >= floor else ("", 0)
    if "B" in kinds and (before == "to" or bits & (p.MODAL | p.HELPING)):
        return "infinitive" if before == "to" else "finite"
    if bits & p.DETERMINER or before in _POSSESSIVE or (at in clause.demonyms and kinds in ("S", "B")):
        return ""
    if bits & _BE_OR_HAVE:
        return _after_auxiliary(kinds, bits)
    if "G" in kinds:
        return "gerund"
    if bits & p.PREPOSITION:
        return ""
    after = words[i + 1] if i + 1 < len(words) else ""
    if (
        ("P" in kinds and _is_past(lexicon, form, before, after))
        or ("S" in kinds and _is_third(lexicon, clause, i, before, after))
        or ("B" in kinds and _is_base(lexicon, clause, i, at, before, after))
    ):
        return _PRESENT if "S" in kinds else "finite"
    return ""


def _may_be_participle(clause: Clause, i: int) -> bool:
    """Whether a word has the form of a participle."""
    return clause.words[i].endswith(("ed", "n", "t"))


def _is_reduced(clause: Clause, end: int) -> bool:
    """Whether a past form without an object is a participle: 'protesters arrested during the rally'."""
    if end + 1 >= len(clause.words):
        return False
    word, after = clause.words[end : end + 2]
    if word == "that" or not clause.bits[end] & p.PREPOSITION:
        return False
    return not (after.endswith("day") or after[0].isdigit() or word in ("at", "up"))


def _is_headline(clause: Clause, end: int) -> bool:
    """Whether a past form without an object stands in a headline, which leaves 'is' out: 'Miners Held After Rally'."""
    if not clause.titled:
        return False
    if end >= len(clause.words):
        return True
    return not clause.words[end][0].isalnum() or bool(clause.bits[end] & (p.PREPOSITION | p.SUBORDINATOR))


def _is_auxiliary(lexicon: Lexicon, clause: Clause, i: int) -> bool:
    """Whether a form of 'have', 'be' or 'do' stands before another verb."""
    words, bits = clause.words, clause.bits
    at = i + 1
    while at < len(words) and (bits[at] & p.ADVERB or words[at] == "been"):
        at += 1
    if at == len(words):
        return False
    if bits[i] & p.BE and words[at] in lexicon.particles["be"]:  # 'is outraged at'
        return False
    if any("N" in form.kinds or "G" in form.kinds for form in lexicon.verbs[words[at]]):
        return True
    return words[at].endswith("ed") or words[at] in lexicon.participles


def _after_auxiliary(kinds: str, auxiliary: int) -> str:
    """Behind a form of 'be' or 'have': progressive, passive or perfect."""
    if auxiliary & p.BE:
        if "G" in kinds:
            return "progressive" if auxiliary & p.PRESENT else "finite"
        return _PASSIVE if "N" in kinds else ""
    return "finite" if "N" in kinds else ""


def _is_past(lexicon: Lexicon, form: VerbForm, before: str, after: str) -> bool:
    """A past tense, and no participle that describes a noun ('the disputed port', 'weapons seized by')."""
    particles = lexicon.particles[form.lemma]
    if not before or ("N" in form.kinds and (before == "as" or (after == "by" and after not in particles))):
        return False
    if before[0].isdigit() and "N" in form.kinds and after[:1].isalpha() and after not in lexicon.roles:
        return False  # '230 rescued migrants'
    if before == "," and after in ("in", "on", "for", "of", "at", "with"):
        return after in particles
    return True


def _is_third(lexicon: Lexicon, clause: Clause, i: int, before: str, after: str) -> bool:
    if clause.words[i] not in lexicon.nounlike:
        return True
    if lexicon.bits.get(before, 0) & p.VERB and before not in lexicon.nouns:
        return False  # 'offered talks to'
    if after and (clause.bits[i + 1] & (p.DETERMINER | p.CROWD) or _is_name(clause, i + 1)):
        return True
    if after == "to":
        return _is_infinitive(lexicon, clause, i + 2)
    return _has_object(lexicon, clause, i)


def _is_name(clause: Clause, i: int) -> bool:
    """Whether a name, but no day, stands at a word."""
    return i < len(clause.words) and clause.capital[i] and not clause.words[i].endswith("day")


def _has_object(lexicon: Lexicon, clause: Clause, i: int) -> bool:
    """Whether a noun that one of the verb's patterns asks for stands close behind."""
    objects = {noun for form in lexicon.verbs[clause.words[i]] for noun in _objects(lexicon, form.lemma)}
    return any(noun in objects for noun, _, _ in nouns_in(lexicon, clause, i + 1, min(i + 4, len(clause.words))))


def _is_infinitive(lexicon: Lexicon, clause: Clause, i: int) -> bool:
    return i < len(clause.words) and any("B" in form.kinds for form in lexicon.verbs[clause.words[i]])


def _objects(lexicon: Lexicon, lemma: str) -> frozenset[str]:
    sense = lexicon.senses[lemma]
    return sense.objects if sense else frozenset()


def _is_base(lexicon: Lexicon, clause: Clause, i: int, at: int, before: str, after: str) -> bool:
    opens = (
        (after != "" and clause.bits[i + 1] & p.DETERMINER > 0)
        or after == "that"
        or (after == "to" and _is_infinitive(lexicon, clause, i + 2))
        or _is_name(clause, i + 1)
    )
    if before in ("and", "or"):
        return opens
    if opens and clause.capital[at] and "and" in clause.words[max(at - _JOINED, 0) : at]:
        return True  # 'Keita and Barre attend a meeting'
    subject = lexicon.bits.get(before, 0) & (p.PRONOUN | p.CROWD) or before == "police"
    if subject or (before.endswith("s") and len(before) > 3):
        return opens or clause.words[i] not in lexicon.nounlike or _has_object(lexicon, clause, i)
    return False


def _with_particle(lexicon: Lexicon, clause: Clause, start: int, lemma: str) -> tuple[int, str]:
    """Behind the verb and its particle, and both: 'called off', 'kicked the visitors out of'."""
    tails = lexicon.particles[lemma]
    if not tails:
        return start, lemma
    words = clause.words
    if tails.keys().isdisjoint(words[start : start + _APART]):
        return start, lemma
    for at in range(start, min(start + _APART, len(words))):
        for rest, joined in tails.get(words[at], ()):
            end = _behind(words, at + 1, rest)
            if not end:
                continue
            if not rest and _is_counting(words, at):
                continue
            if clause.bits[start - 1] & p.BE and not all(words[i].endswith("ly") for i in range(start, at)):
                continue  # 'is deeply alarmed by', but not 'are rebels opposed to'
            if at == start or rest or _may_stand_apart(lexicon, clause, at) or _is_dated(clause, start, at):
                if words[at] == "on" and not rest and _names_a_day(words, end):
                    continue
                return (end if at == start else start), joined
        if words[at] in _ENDS or clause.bits[at] & p.SUBORDINATOR:
            break
        if words[at] == "to" and _is_infinitive(lexicon, clause, at + 1):  # 'ordered Chad to pull out'
            break
    return start, lemma


def _is_counting(words: list[str], at: int) -> bool:
    """Whether a particle only says how many: 'up to 40', 'over 13 tons'."""
    if words[at] == "over":
        return words[at + 1 : at + 2] != [] and words[at + 1][0].isdigit()
    return words[at : at + 2] == ["up", "to"] and words[at + 2 : at + 3] != ["the"]


def _behind(words: list[str], at: int, rest: tuple[str, ...]) -> int:
    """Behind a particle's further words, 'the' or an adverb passed over ('took to the streets'); 0 if others stand."""
    if rest and at < len(words) and words[at] != rest[0] and (words[at] == "the" or words[at].endswith("ly")):
        at += 1
    end = at + len(rest)
    return end if tuple(words[at:end]) == rest else 0


def _may_stand_apart(lexicon: Lexicon, clause: Clause, at: int) -> bool:
    """Whether a particle behind the object belongs to the verb: 'called it off', but not 'gave it in support'."""
    words, bits = clause.words, clause.bits
    if bits[at] & p.PREPOSITION and not bits[at] & p.SEPARABLE:
        return False
    if at + 1 == len(words) or not words[at + 1][0].isalnum() or words[at + 1].endswith("day"):
        return True
    return bool(lexicon.roles.get(words[at + 1], _NONE) - {"determiner"})


def _is_dated(clause: Clause, start: int, end: int) -> bool:
    """Whether only a day stands between a verb and its preposition: 'voted on Tuesday for', 'called today on'."""
    words, bits = clause.words, clause.bits
    day = range(start + (words[start] == "on"), end)
    return bool(day) and all(words[i].endswith("day") or bits[i] & p.ADVERB for i in day)


def _names_a_day(words: list[str], i: int) -> bool:
    """'called on Monday' calls on nobody."""
    return i < len(words) and (words[i].endswith("day") or words[i].isdigit())
