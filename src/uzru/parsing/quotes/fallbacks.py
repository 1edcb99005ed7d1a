"""Quotations whose clause has no cue that the lexicon knows: a colon, an unknown verb, a comma."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uzru.parsing.quotes import parts as p
from uzru.parsing.quotes.phrases import noun_phrase_after, noun_phrase_before
from uzru.parsing.quotes.subject import main_subject

if TYPE_CHECKING:
    from uzru.parsing.quotes.tokens import Sentence

__all__ = ["Introduction", "find_introduction"]

_NAMES = p.CAPITAL | p.COORD | p.TITLE | p.OPEN | p.CLOSE
_ALONE = p.DASH | p.STOP | p.SEMICOLON | p.COMMA | p.ATOM
_SHORT = 5
_OPENING = "\"'“‘«„"


class Introduction(NamedTuple):
    """Who speaks, the token that stands for a cue, by which rule; all in indexes of tokens."""

    subject: tuple[int, int]
    cue: int
    lemma: str
    rule: str


def find_introduction(s: Sentence, atom: int, floor: int, view: str) -> Introduction | None:
    """Who says the marked stretch at token `atom`, if a sign or any verb next to it tells."""
    return _by_colon(s, atom, floor) or _by_any_verb(s, atom) or _by_comma(s, atom, view)


def _by_colon(s: Sentence, atom: int, floor: int) -> Introduction | None:
    """'X is a specialist: "A"': a colon does for a verb of saying."""
    if not atom or not s.bits[atom - 1] & p.COLON:
        return None
    subject = _label(s, atom - 2, floor) or _origin(s, atom - 1) or main_subject(s, atom - 1)
    return Introduction(subject, atom - 1, ":", "colon") if subject else None


def _origin(s: Sentence, end: int) -> tuple[int, int] | None:
    """What the words before a colon give as a source: 'From Malika's letter: "..."'."""
    start = next((x + 1 for x in range(end - 1, -1, -1) if s.bits[x] & p.DASH), 0)
    start += s.words[start] == "more"
    if s.words[start] != "from" or end < start + 2:
        return None
    return (start + 1, end) if all(b & p.WORD and not b & p.VERBAL for b in s.bits[start:end]) else None


def _label(s: Sentence, last: int, floor: int) -> tuple[int, int] | None:
    """A name alone before a colon: 'The rate fell - Egor Panin and Malika Roe: "A"'."""
    if last < 0 or not s.bits[last] & (p.CAPITAL | p.CLOSE):
        return None
    start = noun_phrase_before(s, last, floor)
    alone = not start or s.bits[start - 1] & _ALONE
    return (start, last + 1) if alone and all(s.bits[x] & _NAMES for x in range(start, last + 1)) else None


def _by_any_verb(s: Sentence, atom: int) -> Introduction | None:
    """'"A," Roe smirked.': a quotation that ends in a comma, a subject, any verb."""
    bits = s.bits
    n = atom + 1
    if bits[atom] & p.TITLED and (
        (atom and bits[atom - 1] & p.WORD) or (bits[atom + 1 : atom + 2] or [0])[0] & p.ARTICLE
    ):
        return None
    if not bits[atom] & p.SPOKEN or n + 1 >= s.count or bits[n] & (p.RELATIVE | p.WH):
        return None
    if bits[n] & p.PRONOUN and bits[n + 1] & (p.ED | p.VERB | p.CUE):
        return Introduction((n, n + 1), n + 1, s.words[n + 1], "unknown-verb")
    if bits[n] & p.ED and bits[n + 1] & (p.CAPITAL | p.DET):
        end = noun_phrase_after(s, n + 1)
        return Introduction((n + 1, end), n, s.words[n], "unknown-verb")
    if bits[n] & (p.CAPITAL | p.DET | p.TITLE | p.POSSESSIVE):
        for x in range(n + 1, min(s.count, n + 8)):
            if bits[x] & (p.ED | p.VERB | p.CUE) and not bits[x] & p.CAPITAL:
                return Introduction((n, x), x, s.words[x], "unknown-verb")
            if not bits[x] & p.WORD or bits[x] & (p.AUX | p.WH):
                return None
    return None


def _by_comma(s: Sentence, atom: int, view: str) -> Introduction | None:
    """'X had only this, "A"': a comma before a whole sentence in marks."""
    if atom < 3 or not s.bits[atom - 1] & p.COMMA:
        return None
    inside = view[slice(*s.span(atom, atom + 1))]
    words = inside.split()
    if len(words) < _SHORT or sum(word[:1].isupper() for word in words) > len(words) // 2:
        return None
    if not inside.lstrip(_OPENING)[:1].isupper():
        return None
    subject = main_subject(s, atom - 1)
    if subject is None:
        return None
    cue = min(subject[1], atom - 1)
    return Introduction(subject, cue, s.words[cue], "comma")
