"""Contents that stand around their verb: 'The mint is expected to close', 'Malika seems to hesitate'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uzru.parsing.quotes import parts as p
from uzru.parsing.quotes.phrases import noun_phrase_after, noun_phrase_before
from uzru.parsing.quotes.subject import Clause, before_apposition

if TYPE_CHECKING:
    from uzru.parsing.quotes.lexicon import CueWord
    from uzru.parsing.quotes.tokens import Sentence

__all__ = ["read_around", "read_question"]


def read_question(s: Sentence, i: int, verb: CueWord) -> Clause | None:
    """A question that somebody is asked: 'Asked whether ...', 'when pressed on ...', 'Roe was asked about ...'.

    Token `i` is a form of a verb that asks.
    """
    bits = s.bits
    if not bits[i] & p.PARTICIPLE:
        return None
    after = bits[i + 1] if i + 1 < s.count else 0
    k = i - 1
    while k >= 0 and bits[k] & p.ADVERB and not bits[k] & p.AUX:
        k -= 1
    if k >= 0 and not bits[k] & (p.SUBORD | p.BE | p.COMMA | p.WH):
        return None
    if not after & p.WH and s.words[i + 1 : i + 2] not in (["if"], ["about"]):
        return None
    return Clause(None, i, i + 1, "question")


def _is_passive(s: Sentence, i: int, verb: CueWord) -> bool:
    """Whether what follows the participle at token `i` is its content: 'is said to', 'was called a ruin'."""
    after = s.bits[i + 1] if i + 1 < s.count else 0
    word = s.words[i + 1] if i + 1 < s.count else ""
    if "passive" in verb.frames and (after & (p.TO | p.THAT) or word == "of"):
        return True
    if "naming" in verb.frames and (word == "as" or after & p.ARTICLE):
        return True
    return (
        "object" in verb.frames and "relay" not in verb.frames and word == "by" and noun_phrase_after(s, i + 2) > i + 2
    )


_SEEMING = p.TO | p.ED | p.ARTICLE | p.FEELING


def read_around(s: Sentence, i: int, verb: CueWord) -> Clause | None:
    """The clause whose subject belongs to the content of the verb at token `i`; nobody in it speaks.

    The clause's `subject` is the content's first part, its `right` the token where the second part begins.
    """
    bits = s.bits
    raising = "raising" in verb.frames
    if not raising and not bits[i] & p.PARTICIPLE:
        return None
    k = i - 1
    while k >= 0 and bits[k] & p.ADVERB and not bits[k] & p.AUX:
        k -= 1
    if k < 0:
        return None
    if raising:
        after = bits[i + 1] if i + 1 < s.count else 0
        if not (after & _SEEMING or after == p.WORD) or bits[i] & p.GERUND:
            return None
    elif not bits[k] & p.BE or not _is_passive(s, i, verb):
        return None
    while k >= 0 and bits[k] & (p.AUX | p.ADVERB) and not bits[k] & p.CONTRACTED:
        k -= 1
    if k > 0 and bits[k] & p.COMMA and (found := before_apposition(s, k)) is not None:
        return Clause(found, found[0], i + 1, "around")
    if k < 0 or not bits[k] & p.WORD or bits[k] & (p.COORD | p.TO | p.PREP | p.THAT):
        return None
    first = k if bits[k] & (p.PRONOUN | p.RELATIVE) else noun_phrase_before(s, k)
    if first > k:
        return None
    return Clause((first, k + 1), first, i + 1, "around")
