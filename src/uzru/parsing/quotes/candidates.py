"""The cues of a sentence with their clauses, and which of them own a marked stretch next to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uzru.parsing.quotes import parts as p
from uzru.parsing.quotes.around import read_around, read_question
from uzru.parsing.quotes.content import content_after
from uzru.parsing.quotes.cues import is_cue
from uzru.parsing.quotes.nouns import read_noun
from uzru.parsing.quotes.subject import Clause, read_clause

if TYPE_CHECKING:
    from collections.abc import Collection

    from uzru.parsing.quotes.lexicon import CueWord, Lexicon
    from uzru.parsing.quotes.tokens import Sentence

__all__ = ["Candidate", "find_candidates", "marks_before", "owns_marks", "stretch_before"]

_LINKS = p.COORD | p.SUBORD | p.PREP | p.RELATIVE | p.THAT | p.ADVERB | p.TIME
_REACH = 14
_CUES = p.CUE | p.NOUN | p.FEELING


class Candidate(NamedTuple):
    """A cue at token `i`, its entry in the lexicon, its clause."""

    i: int
    word: CueWord
    clause: Clause


def find_candidates(s: Sentence, lexicon: Lexicon, *, indirect: bool) -> list[Candidate]:
    """The cues of a sentence, left to right; without `indirect` only such as may own marks."""
    found: list[Candidate] = []
    previous: tuple[int, int] | None = None
    for i in [i for i, b in enumerate(s.bits) if b & _CUES]:
        b = s.bits[i]
        if b & p.FEELING and indirect and (verb_of := _is_felt(s, i)) is not None:
            clause = read_clause(s, verb_of, previous)
            clause = clause._replace(right=i + 1) if clause else None
            if clause is not None and clause.how != "inverted" and not _is_empty(s, clause.subject):
                found.append(Candidate(i, lexicon.adjectives[s.words[i]], clause))
                continue
        verb = lexicon.verbs[s.words[i]] if b & p.CUE else None
        verbal = verb is not None and is_cue(s, i, verb) and s.words[i + 1 : i + 3] != ["on", "to"]
        if b & p.NOUN and not verbal and (indirect or s.atoms) and (nominal := read_noun(s, i, lexicon)):
            found.append(Candidate(i, lexicon.nouns[s.words[i]], nominal))
            continue
        if verb is None:
            continue
        if indirect and verb.asks and (asked := read_question(s, i, verb)):
            found.append(Candidate(i, verb, asked))
            continue
        if not verbal or "raising" in verb.frames:
            if indirect and (around := read_around(s, i, verb)):
                found.append(Candidate(i, verb, around))
            continue
        clause = read_clause(s, i, previous)
        if found and b & p.GERUND and (relayed := _relayed(s, found[-1], i)) is not None:
            clause = Clause(relayed, found.pop().clause.left, i + 1, "noun")
        if clause is None:
            continue
        if s.atoms:
            clause = _whole_subject(s, clause)
        if clause.subject and clause.how != "relative":
            previous = clause.subject
        found.append(Candidate(i, verb, clause))
    return found


def _is_felt(s: Sentence, i: int) -> int | None:
    """The verb of the adjective at token `i`: itself behind a form of 'to be', or 'made' in 'made it clear'."""
    bits = s.bits
    k = i - 1
    while k >= 0 and bits[k] & p.ADVERB and not bits[k] & p.AUX:
        k -= 1
    if k < 0 or i + 1 >= s.count or not bits[i + 1] & p.WORD:
        return None
    if bits[k] & (p.BE | p.CONTRACTED):
        return i
    if bits[k] & p.OBJECTIVE and s.words[k] == "it" and k:
        k -= 1
    return k if bits[k] & p.MAKE else None


def _is_empty(s: Sentence, subject: tuple[int, int] | None) -> bool:
    """Whether nobody feels what 'it' is said to be: 'it is clear that ...'."""
    return subject is not None and s.words[subject[0]] in {"it", "it's", "it’s", "that", "that's", "that’s"}


def _relayed(s: Sentence, before: Candidate, i: int) -> tuple[int, int] | None:
    """Whose words 'quoted Panin as saying' gives: the object of the cue before the -ing form at token `i`."""
    first = before.clause.right
    if "relay" not in before.word.frames or s.words[i - 1] != "as":
        return None
    alone = all(s.bits[x] & p.WORD and not s.bits[x] & (p.AUX | p.VERB | p.CUE) for x in range(first, i - 1))
    return (first, i - 1) if first < i - 1 and alone else None


def _whole_subject(s: Sentence, clause: Clause) -> Clause:
    """'"No," the tired, old miner said': all between the marks and the cue is the subject, if no verb stands there."""
    if clause.how not in {"noun", "apposition"} or clause.subject is None:
        return clause
    bits = s.bits
    for x in range(clause.left - 1, max(-1, clause.left - _REACH), -1):
        b = bits[x]
        if b & p.ATOM:
            if b & p.SPOKEN and x + 1 < clause.left and not bits[x + 1] & (_LINKS | p.COMMA | p.DASH):
                return clause._replace(subject=(x + 1, clause.subject[1]), left=x + 1)
            return clause
        if not b & (p.WORD | p.COMMA) or b & (p.AUX | p.VERB | p.RELATIVE | p.THAT | p.GERUND):
            return clause
        if b & p.CUE and b & p.FINITE:
            return clause
    return clause


def stretch_before(s: Sentence, left: int, claimed: Collection[int]) -> int | None:
    """The marked stretch that ends right before token `left`, if nobody has claimed it."""
    k = left - 1
    if k >= 0 and s.bits[k] & p.PAUSE:
        k -= 1
    return k if k >= 0 and s.bits[k] & p.ATOM and k not in claimed else None


def marks_before(s: Sentence, candidate: Candidate, lexicon: Lexicon, claimed: Collection[int], floor: int) -> bool:
    """Whether the marked stretch before the cue's clause is its content: '"No," X said'."""
    clause, bits = candidate.clause, s.bits
    if "quote" not in candidate.word.frames or clause.how in {
        "infinitive",
        "coordinated",
        "participle",
        "relative",
        "question",
    }:
        return False
    atom = stretch_before(s, clause.left, claimed)
    if atom is None:
        return False
    right = clause.right
    if right + 1 < s.count and bits[right] & p.COLON and bits[right + 1] & p.ATOM:
        return False
    if not floor and clause.how != "inverted" and _opens_with_participle(s, atom):
        return False
    if _introduced(s, atom, lexicon):
        return False
    comma_outside = atom + 1 < clause.left
    if bits[atom] & p.TITLED and (bits[atom - 1] & p.WORD if atom else not bits[atom] & p.SPOKEN):
        return False
    if comma_outside or bits[atom] & p.SPOKEN:
        return True
    # Without a comma only a quotation that begins its clause: not 'Egor "Red" Panin said'.
    return clause.how != "shared" and (not atom or not bits[atom - 1] & p.WORD)


def _opens_with_participle(s: Sentence, atom: int) -> bool:
    """'Citing "duties at home," Roe said': the marks belong to the participle."""
    bits = s.bits
    opens = bits[0] & p.GERUND and bits[0] & p.CUE
    return bool(opens) and not any(bits[x] & (p.COMMA | p.AUX | p.VERB) for x in range(1, atom))


def _introduced(s: Sentence, atom: int, lexicon: Lexicon) -> bool:
    """'When Roe shouted, "No," Panin left': a cue right before the marks owns them."""
    if atom < 2 or not s.bits[atom - 1] & p.INTRODUCER:
        return False
    b = s.bits[atom - 2]
    if not (b & p.CUE and b & p.PAST):
        return False
    verb = lexicon.verbs[s.words[atom - 2]]
    return "quote" in verb.frames and is_cue(s, atom - 2, verb)


def owns_marks(s: Sentence, candidate: Candidate, lexicon: Lexicon, until: int | None) -> bool:
    """Whether the cue introduces a quotation of its own behind it, before token `until`."""
    if not any(atom > candidate.i and (until is None or atom < until) for atom in s.atoms):
        return False
    content = content_after(s, candidate.clause.right, candidate.word, lexicon)
    return content is not None and content.frame == "quote"
