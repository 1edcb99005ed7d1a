"""Nouns that carry a content: 'his claim that ...', 'calls for ...', 'the decision to ...'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uzru.parsing.quotes import parts as p
from uzru.parsing.quotes.phrases import noun_phrase_before
from uzru.parsing.quotes.subject import Clause

if TYPE_CHECKING:
    from uzru.parsing.quotes.lexicon import Lexicon
    from uzru.parsing.quotes.tokens import Sentence

__all__ = ["read_noun"]

_OBJECT = p.DET | p.CAPITAL | p.POSSESSIVE | p.OBJECTIVE


def read_noun(s: Sentence, i: int, lexicon: Lexicon) -> Clause | None:
    """The clause of the cue noun at token `i`, whose `right` is where its content begins.

    The clause's subject is whose claim, call or decision it is, if the phrase tells.
    """
    bits, words = s.bits, s.words
    noun = lexicon.nouns.get(words[i])
    if noun is None or i + 2 >= s.count or not bits[i + 1] & p.WORD:
        return None
    if bits[i + 1] & p.BE and bits[i + 2] & p.THAT and "that" in noun.frames and (owner := _owner(s, i)):
        return Clause(owner, owner[0], i + 2, "nominal")  # 'her answer was that ...'
    lead = words[i + 1]
    if (lead not in noun.frames and not (lead == "to" and "unto" in noun.frames)) or bits[i] & p.CAPITAL:
        return None
    first = i + 1 if bits[i + 1] & p.THAT or (bits[i + 1] & p.TO and "unto" not in noun.frames) else i + 2
    if bits[i + 1] & p.THAT and _is_predicate(s, i + 2):
        return None  # 'the claim that was made': a relative clause
    if bits[i + 1] & p.TO and "unto" not in noun.frames and bits[i + 2] & _OBJECT:
        return None
    owner = _owner(s, i)
    if owner is None and bits[i - 1 if i else 0] & (p.AUX | p.PRONOUN):
        return None  # a verb after all
    return Clause(owner, owner[0] if owner else i, first, "nominal")


def _is_predicate(s: Sentence, i: int) -> bool:
    """Whether a verb without a subject stands at token `i`: 'a charge that carries ten years', 'that surfaced'."""
    b = s.bits[i]
    if b & (p.PREDICATE | p.CUE):
        return not b & p.ED or not b & p.CAPITAL
    if b != p.WORD or not s.words[i].endswith("s") or s.words[i].endswith("ss"):
        return False
    end = next((x for x in range(i + 1, s.count) if s.bits[x] & p.COMMA), s.count)
    return not any(s.bits[x] & (p.PREDICATE | p.CUE) for x in range(i + 1, end))


def _owner(s: Sentence, i: int) -> tuple[int, int] | None:
    """Whose it is: 'Malika's repeated claim', 'his claim'."""
    bits = s.bits
    for x in range(i - 1, max(-1, i - 5), -1):
        b = bits[x]
        if b & p.POSSESSIVE and not b & p.WH:
            return x, x + 1
        if b & p.POSSESSOR:
            return noun_phrase_before(s, x), x + 1
        if not b & p.WORD or b & (p.PREP | p.DET | p.AUX | p.VERB | p.COORD):
            break
    return None
