"""Contents that stand around their verb: 'The mint is expected to close', 'Malika seems to hesitate'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uzru.parsing.quotes import parts as p
from uzru.parsing.quotes.phrases import noun_phrase_before
from uzru.parsing.quotes.subject import Clause

if TYPE_CHECKING:
    from uzru.parsing.quotes.lexicon import CueWord
    from uzru.parsing.quotes.tokens import Sentence

__all__ = ["read_around", "read_question"]


def read_question(s: Sentence, i: int, verb: CueWord) -> Clause | None:
    """A question that somebody is asked: 'Asked whether ...', 'when pressed on ...', 'Roe was asked about ...'."""
    bits = s.bits
    after = bits[i + 1] if i + 1 < s.count else 0
    if "passive" not in verb.frames or "wh" not in verb.frames or not bits[i] & p.PARTICIPLE:
        return None
    k = i - 1
    while k >= 0 and bits[k] & p.ADVERB and not bits[k] & p.AUX:
        k -= 1
    if k >= 0 and not bits[k] & (p.SUBORD | p.BE | p.COMMA | p.WH):
        return None
    if not after & p.WH and s.words[i + 1 : i + 2] not in (["if"], ["about"]):
        return None
    return Clause(None, i, i + 1, "question")


def read_around(s: Sentence, i: int, verb: CueWord) -> Clause | None:
    """The clause whose subject belongs to the content of the verb at token `i`; nobody in it speaks.

    The clause's `subject` is the content's first part, its `right` the token where the second part begins.
    """
    bits = s.bits
    after = bits[i + 1] if i + 1 < s.count else 0
    k = i - 1
    while k >= 0 and bits[k] & p.ADVERB and not bits[k] & p.AUX:
        k -= 1
    if k < 0:
        return None
    if "raising" in verb.frames:
        if not (after & p.TO or after == p.WORD) or bits[i] & p.GERUND:
            return None
    elif "passive" in verb.frames and bits[i] & p.PARTICIPLE and bits[k] & p.BE:
        if not after & (p.TO | p.THAT) and s.words[i + 1 : i + 2] != ["of"]:
            return None
    else:
        return None
    while k >= 0 and bits[k] & (p.AUX | p.ADVERB) and not bits[k] & p.CONTRACTED:
        k -= 1
    if k < 0 or not bits[k] & p.WORD or bits[k] & (p.COORD | p.TO | p.PREP | p.THAT):
        return None
    first = k if bits[k] & p.PRONOUN else noun_phrase_before(s, k)
    if first > k:
        return None
    return Clause((first, k + 1), first, i + 1, "around")
