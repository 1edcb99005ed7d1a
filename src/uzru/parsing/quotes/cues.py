"""Tells whether a form of a cue verb is one in its sentence: no noun, no passive, no adjective."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uzru.parsing.quotes import parts as p

if TYPE_CHECKING:
    from uzru.parsing.quotes.lexicon import CueWord
    from uzru.parsing.quotes.tokens import Sentence

__all__ = ["is_cue"]


# What may follow a finite verb, other than a bare noun.
_STARTS = (
    p.DET | p.POSSESSIVE | p.PRONOUN | p.OBJECTIVE | p.CAPITAL | p.NUMBER | p.PREP | p.SUBORD | p.WH | p.ADVERB | p.TIME
)
_UTTERED = p.THAT | p.WH | p.DET | p.POSSESSIVE | p.CAPITAL | p.OBJECTIVE
_FOLLOWS_NAME = p.AUX | p.VERB | p.ED | p.CUE | p.PREP | p.COORD | p.SUBORD | p.RELATIVE | p.TIME
_PASSIVE = p.BE | p.CONTRACTED
_PAST_FORMS = p.PAST | p.PARTICIPLE
_OWNERS = p.ARTICLE | p.POSSESSIVE
_QUANTIFIERS = p.PREP | p.NUMBER | p.ALONE
_PHRASE = p.DET | p.POSSESSIVE | p.PRONOUN | p.CAPITAL | p.NUMBER


def is_cue(s: Sentence, i: int, verb: CueWord) -> bool:
    """Whether the form of a cue verb at token `i` is one: no noun, no passive, no adjective."""
    bits = s.bits
    b = bits[i]
    before = bits[i - 1] if i else 0
    if before & p.ARTICLE and not b & p.GERUND:
        return False  # 'the claim', 'the reported fall'
    after = bits[i + 1] if i + 1 < s.count else 0
    quoted = bool(s.atoms) and _has_marks_next(s, i, after)
    if before & p.POSSESSOR and not before & p.CONTRACTED and not quoted:
        return False
    if b & p.CAPITAL and _is_named(s, before, after):
        return False
    k = i - 1
    while k >= 0 and (bits[k] & p.ADVERB or (k and bits[k] & p.ALONE and _is_whole(s, k - 1))):
        k -= 1  # 'they all still say'
    governor = bits[k] if k >= 0 else 0
    if governor & _PASSIVE and not b & p.GERUND:
        if governor & p.BE:
            return False
        if s.words[k][-2:] in {"'s", "’s", "'m", "’m", "re"} and verb.lemma != "say":
            return False
    if "it" in verb.frames and s.words[i + 1 : i + 2] != ["it"]:
        return False
    if governor & p.TO and k and s.words[k - 1] == "on":
        return True
    if governor & p.TO:
        if quoted:
            return "quote" in verb.frames
        return bool(b & p.BASE and verb.category == "speech" and after & _UTTERED)
    if b & p.PARTICIPLE and "naming" in verb.frames and _names_thing(s, i):
        return False
    if b & _PAST_FORMS:
        if governor & _OWNERS and k == i - 1:
            return False
        if b & p.PARTICIPLE and before & _QUANTIFIERS:
            if before & p.PREP and not before & (p.SUBORD | p.CAPITAL) and not b & p.SAYING:
                return False  # 'among supported plans'
            if after & p.WORD and not after & _STARTS:
                return not s.words[i].endswith("ed")  # 'of 300 pledged votes'
        if (
            governor & p.OBJECTIVE
            and not governor & p.PRONOUN
            and not s.words[k].endswith(("self", "selves"))
            and not (k and s.bits[k - 1] & p.PREP)
        ):
            return False
        if after & p.PREP and s.words[i + 1] == "by" and "object" in verb.frames:
            return False
        return not (after & p.WORD == 0 and not after and i + 1 < s.count)
    if b & p.GERUND:
        if k == i - 1 and s.words[k] == "from" and not quoted:  # who refrains from saying does not say
            return False
        return not (governor & p.SPECIFIER and k == i - 1 and not quoted) or quoted
    if b & p.PREP and b & p.BASE and not governor & (p.PRONOUN | p.AUX):
        return False  # 'like' is mostly a preposition
    # Base and -s forms are often nouns.
    if governor & p.SINGULAR and not b & p.THIRD:
        return False
    if governor & (p.PRONOUN | p.AUX) and not governor & p.POSSESSIVE:
        return True
    if governor & (p.DET | p.POSSESSIVE | p.PREP | p.TITLE) and k == i - 1:
        return bool(governor & p.ALONE and b & p.BASE and not b & p.NOUN)  # 'some say'
    if governor & p.SPOKEN and k == i - 1 and b & p.THIRD and after & (p.DET | p.CAPITAL):
        return True  # '"We stay," reads a banner'
    if quoted:
        return not (b & p.NOUN and b & p.BASE) or s.words[k].endswith("s")
    if i == 0:
        return False
    if b & p.NOUN or (b & p.CAPITAL):
        if b & p.THIRD and governor & p.DOCUMENT and after & (p.DET | p.POSSESSIVE | p.PRONOUN | p.CAPITAL):
            return True  # 'the poll shows Malika ahead'
        if b & p.NOUN and after & (p.THAT | p.RELATIVE) and _relates(s, i + 1):
            return False
        if b & p.CAPITAL and not b & p.THIRD:
            return False
        if after & p.OBJECTIVE and (governor & (p.CAPITAL | p.COORD) or s.words[k].endswith("s")):
            return True
        if after & (p.THAT | p.WH | p.TO | p.ATOM) and (b & p.THIRD or s.words[k].endswith("s") or governor & p.COORD):
            return True
        if b & p.BASE and s.words[k].endswith("s") and (not after or after & (_PHRASE | p.STOP | p.COMMA)):
            return True
        if not b & p.NOUN and governor & (p.CAPITAL | p.WORD):
            return True
        if b & p.THIRD and (not after or after & (p.STOP | p.COMMA | p.TIME)) and _is_apart(s, k):
            return True  # ', Interfax reports.'
        return bool(b & p.THIRD and governor & p.CAPITAL and after & (p.DET | p.POSSESSIVE | p.PRONOUN | p.CAPITAL))
    if b & p.BASE and b & p.SAYING:
        return bool(governor & (p.WORD | p.COMMA | p.CLOSE) or not governor)
    if b & p.BASE:
        return s.words[k].endswith("s") or bool(governor & (p.RELATIVE | p.COORD | p.DET))
    return True


def _has_marks_next(s: Sentence, i: int, after: int) -> bool:
    """Whether marks follow token `i`, at once or behind a sign; `after` are the bits of the next token."""
    if after & p.ATOM:
        return True
    return bool(after & p.INTRODUCER and i + 2 < s.count and s.bits[i + 2] & p.ATOM)


def _is_named(s: Sentence, before: int, after: int) -> bool:
    """Whether a word with a capital is a name by the tokens beside it: 'Read said', 'the Nukus Forecast'."""
    if after & p.CUE and after & p.FINITE and not after & p.NOUN:
        return True
    return bool(before & p.CAPITAL) and not s.is_titled()


def _is_apart(s: Sentence, k: int) -> bool:
    """Whether the name that ends with token `k` stands behind a comma."""
    first = k
    while first >= 0 and s.bits[first] & p.CAPITAL:
        first -= 1
    return 0 < first < k and bool(s.bits[first] & p.COMMA)


def _is_whole(s: Sentence, k: int) -> bool:
    """Whether 'all' or 'both' behind token `k` only says that all of them act: 'they all say'."""
    return bool(s.bits[k] & (p.AUX | p.PRONOUN)) or (s.bits[k] == p.WORD and s.words[k].endswith("s"))


def _names_thing(s: Sentence, i: int) -> bool:
    """Whether the participle at token `i` gives the name of the noun before it: 'a group called Free Nukus'."""
    bits = s.bits
    before = bits[i - 1] if i else 0
    if i + 1 >= s.count or before & (p.PRONOUN | p.AUX) or (before & p.CAPITAL and i > 1):
        return False
    k = i + 1
    if bits[k] & p.ARTICLE and k + 1 < s.count and bits[k + 1] & (p.ATOM | p.CAPITAL):
        k += 1
    if bits[k] & p.ATOM:
        behind = k + 1
    else:
        behind = k
        while behind < s.count and bits[behind] & p.CAPITAL:
            behind += 1
    if behind == k or any(bits[x] & p.POSSESSOR for x in range(k, behind)) or s.words[behind : behind + 1] == ["as"]:
        return False
    after = bits[behind] if behind < s.count else 0
    if after & (p.DET | p.ATOM | p.POSSESSIVE | p.OBJECTIVE | p.ADVERB) or (
        after & p.WORD and not after & _FOLLOWS_NAME
    ):
        return False
    return not any(bits[x] & (p.RELATIVE | p.WH) for x in range(max(0, i - 6), i))


def _relates(s: Sentence, i: int) -> bool:
    """Whether a relative clause begins at token `i`: 'states that vote', 'states where'."""
    b = s.bits[i]
    if not b & p.THAT:
        return True
    return i + 1 < s.count and bool(s.bits[i + 1] & (p.AUX | p.VERB | p.ED | p.CUE) and not s.bits[i + 1] & p.DET)
