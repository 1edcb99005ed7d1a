"""Finds where noun phrases begin and end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uzru.parsing.quotes import parts as p

if TYPE_CHECKING:
    from uzru.parsing.quotes.tokens import Sentence

__all__ = ["EDGE", "author_of", "is_finite_cue", "noun_phrase_after", "noun_phrase_before"]

EDGE = p.COMMA | p.ATOM | p.COLON | p.SEMICOLON | p.DASH | p.STOP | p.OPEN
_NO_HEAD = p.PREP | p.TO | p.THAT | p.WH | p.AUX | p.ADVERB | p.TIME
_MINDED_BEFORE = EDGE | p.VERBAL | p.CLOSE | p.COORD | p.THAT | p.SUBORD | p.RELATIVE | p.CUE | p.PRONOUN
_ENDS_PHRASE = EDGE | p.CLOSE | p.RELATIVE | p.THAT | p.TO | p.AUX | p.OBJECTIVE
_MINDED_AFTER = p.TIME | p.PREP | p.SUBORD | p.COORD | p.PRONOUN | p.ADVERB
_FAR = 60
_BINDS = p.PREP | p.DET | p.POSSESSIVE | p.CAPITAL | p.COORD | p.TITLE | p.POSSESSOR | p.SUBORD


def is_finite_cue(bits: int) -> bool:
    """Whether a token is the finite form of a cue verb and no noun."""
    return bool(bits & p.CUE and bits & p.FINITE and not bits & p.NOUN)


def noun_phrase_before(s: Sentence, last: int, floor: int = 0) -> int:
    """Where the noun phrase that ends with token `last` begins."""
    bits, words = s.bits, s.words
    k = last
    lowest = max(floor, last - _FAR)
    while k >= lowest:
        b = bits[k]
        if not b & _MINDED_BEFORE:
            k -= 1
            continue
        if b & p.CLOSE:
            back = k
            while back > lowest and not bits[back] & p.OPEN:
                back -= 1
            k = back - 1
            continue
        if b & EDGE:
            break
        if b & p.COORD:
            if not _joins_nouns(s, k, lowest):
                break
        elif b & (p.THAT | p.SUBORD):
            if k == last:
                return k
            if b & p.THAT and any(bits[x] & (p.VERBAL | p.CUE) for x in range(k + 1, last + 1)):
                k -= 1
                continue
            break
        elif b & p.RELATIVE:
            if k < last and any(bits[x] & (p.VERBAL | p.CUE | p.ED) for x in range(k + 1, last + 1)):
                k -= 1
                continue
            break
        elif b & p.VERBAL or (b & p.CUE and b & p.FINITE and not b & (p.NOUN | p.PARTICIPLE)):
            relative = _relative_before(s, k, lowest)
            if relative is None:
                break
            k = relative - 1
            continue
        elif b & p.PRONOUN and k < last and not b & p.NOUN and words[k] not in {"one", "others"}:
            break
        k -= 1
    first = k + 1
    return _without_opener(s, first, last)


def _relative_before(s: Sentence, k: int, lowest: int) -> int | None:
    """The relative pronoun of the clause whose verb is token `k`, if it stands a few words before."""
    for x in range(k - 1, max(lowest, k - 6) - 1, -1):
        b = s.bits[x]
        if b & p.RELATIVE or (b & p.THAT and x > lowest and s.bits[x - 1] & p.WORD):
            return x
        if b & EDGE:
            return None
    return None


def _joins_nouns(s: Sentence, k: int, lowest: int) -> bool:
    """Whether the conjunction at `k` joins noun phrases, not clauses: no verb stands before it."""
    bits = s.bits
    if not s.bits[k] & p.JOINS or k == lowest or bits[k - 1] & (EDGE | p.PREP):
        return False
    for x in range(k - 1, lowest - 1, -1):
        b = bits[x]
        if b & (p.COLON | p.SEMICOLON | p.DASH | p.STOP | p.ATOM):
            return True
        if b & p.COMMA:
            return True
        if b & p.VERBAL or is_finite_cue(b) or (b & p.PRONOUN and x < k - 1):
            return False
    return True


def _without_opener(s: Sentence, first: int, last: int) -> int:
    """Leaves out what opens a clause without a comma: adverbs, 'In Ohio', 'On Tuesday'."""
    bits = s.bits
    while first < last and bits[first] & (p.ADVERB | p.COORD | p.TIME) and not bits[first] & p.SPECIFIER:
        first += 1
    if first < last and bits[first] & (p.PREP | p.SUBORD) and not bits[first] & p.DET:
        for x in range(last, first + 1, -1):
            b, before = bits[x], bits[x - 1]
            if before & _BINDS and not before & p.TIME:
                continue
            if b & (p.DET | p.POSSESSIVE | p.PRONOUN | p.CAPITAL | p.TITLE) and not b & p.TIME:
                return x
    return first


def noun_phrase_after(s: Sentence, first: int) -> int:
    """Where the noun phrase that begins with token `first` ends; `first` itself if none begins there."""
    bits, words = s.bits, s.words
    if first >= s.count:
        return first
    b = bits[first]
    if not b & p.WORD or b & p.TIME or (b & _NO_HEAD and not b & (p.DET | p.CAPITAL)) or (b & p.CUE and b & p.GERUND):
        return first
    if b & p.PRONOUN and not b & p.OBJECTIVE:
        return first + 1
    if b & p.OBJECTIVE or b & p.SUBORD:
        return first
    k = first
    while k < s.count and k < first + _FAR:
        b = bits[k]
        if b & p.OPEN and k > first:
            while k < s.count and not bits[k] & p.CLOSE:
                k += 1
            k += 1
            continue
        if b & _ENDS_PHRASE:
            break
        if k > first and b & _MINDED_AFTER:
            if b & p.TIME and not bits[k - 1] & (p.DET | p.PREP | p.POSSESSIVE):
                break
            if b & p.PREP and not b & p.INNER and not (words[k] == "by" and bits[k - 1] & p.ED):
                break
            if b & p.SUBORD or (b & p.COORD and not b & p.JOINS):
                break
            if (
                b & p.COORD
                and k + 1 < s.count
                and bits[k + 1] & (p.CUE | p.VERB | p.AUX | p.ADVERB | p.PRONOUN | p.ATOM)
            ):
                break
            if b & p.PRONOUN or b & p.ADVERB:
                break
        k += 1
    k = min(k, s.count)  # an opening mark without its end
    while k > first and bits[k - 1] & p.COORD:
        k -= 1
    return k


def author_of(s: Sentence, subject: tuple[int, int] | None) -> tuple[int, int] | None:
    """Whose document a subject names: 'a report by the ministry', 'the ministry's report'; else the subject."""
    if subject is None or not s.flags & p.DOCUMENT:
        return subject
    first, end = subject
    bits = s.bits
    for x in range(first, end):
        if not bits[x] & p.DOCUMENT or bits[x] & p.CAPITAL:
            continue
        if x > first and bits[x - 1] & p.POSSESSOR:
            return first, x
        if x + 2 < end and s.words[x + 1] in {"by", "from"}:
            return x + 2, end
    return subject
