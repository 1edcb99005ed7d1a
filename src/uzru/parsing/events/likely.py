"""Whether a form of a verb may tell an event, by the words around it alone.

What is asked here follows from what is asked when a sentence is read: a form that is refused would be no verb there
(see `verbs.read_verb`), or no pattern of it would hold (see `matching.match_verb`).
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from uzru.parsing.events import parts as p
from uzru.parsing.events.roles import LINK_REACH, LINKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uzru.parsing.events.needs import Form, Need
    from uzru.parsing.events.tokens import Tokens

__all__ = ["PERSONAL", "may_be_verb", "may_hang", "may_hold"]

PERSONAL = frozenset({"him", "them", "me", "us"})
"""Pronouns of whom a verb acts on."""

_APART = 6  # words behind a verb that may be its particle, and before it that may join its subject
_BEFORE, _BEHIND = 14, 28  # words before a verb and behind it that may act or be acted on
_OVER = 6  # words from the first of a noun to its last
_WITHIN = 3  # words behind a verb that a particle may join to it
_BY = ["by"]
_POSSESSIVE = frozenset({"'s", "’s"})
_COUNTING = frozenset({"at", "least", "most", "up", "to", "than", "over", "more"})  # before an object
_HINDERS = p.PREPOSITION | p.SUBORDINATOR | p.NEGATION  # between a verb and its object
_LOOSE = p.PREPOSITION | p.ADVERB | p.SUBORDINATOR  # behind a verb without an object
_READ = p.OPERATOR | p.COMPOUND | p.VERB
_BEFORE_BASE = p.MODAL | p.HELPING
_BE_OR_HAVE = p.BE | p.HAVE
_OPENERS = p.DETERMINER | p.CROWD  # of an object


def may_be_verb(tokens: Tokens, i: int, form: Form) -> bool:
    """Whether the word before allows a verb: no article before 'visit', and no preposition before 'visited'."""
    words, bits, kinds = tokens.words, tokens.bits, form.kinds
    if i == 0 or bits[i] & p.SUBORDINATOR or words[i + 1 : i + 2] == _BY:
        return True
    before, part = words[i - 1], bits[i - 1]
    if part & p.ADVERB or before.endswith("ly") or ("B" in kinds and (before == "to" or part & _BEFORE_BASE)):
        return True
    if part & p.DETERMINER or before in _POSSESSIVE:
        return False
    if part & _BE_OR_HAVE:
        return "N" in kinds or ("G" in kinds and part & p.BE > 0)
    if "G" in kinds or part & p.PREPOSITION:
        return "G" in kinds
    return (
        "P" in kinds
        or ("S" in kinds and (not form.nounlike or _opens(tokens, i) or _has_noun(tokens, i)))
        or ("B" in kinds and _may_be_base(tokens, i, form))
    )


def _may_be_base(tokens: Tokens, i: int, form: Form) -> bool:
    """Whether a plural may be the subject of a form without an ending."""
    words, before, opens = tokens.words, tokens.words[i - 1], _opens(tokens, i)
    if before in ("and", "or"):
        return opens
    if tokens.bits[i - 1] & (p.PRONOUN | p.CROWD) or before == "police" or (before.endswith("s") and len(before) > 3):
        return opens or not form.nounlike or _has_noun(tokens, i)
    return opens and "and" in words[max(i - 1 - _APART, 0) : i - 1] and tokens.is_capital(i - 1)


def _opens(tokens: Tokens, i: int) -> bool:
    """Whether an article, 'that', 'to' or a name follows."""
    i += 1
    return i < len(tokens.words) and (
        tokens.bits[i] & _OPENERS > 0 or tokens.words[i] in ("that", "to") or tokens.is_capital(i)
    )


def _has_noun(tokens: Tokens, i: int) -> bool:
    """Whether a noun of the tables stands close behind."""
    return any(bits & p.NOUN for bits in tokens.bits[i + 1 : i + 4])


def may_hold(tokens: Tokens, i: int, form: Form) -> bool:
    """Whether a pattern may hold for what stands around a verb."""
    words, bits = tokens.words, tokens.bits
    behind = words[i + 1 : i + _BEHIND]
    bare, tails, phrases = form.bare, form.tails, form.phrases
    if bare.nothing or (bare.objects and not bare.objects.isdisjoint(behind)):
        return True
    near = behind[:_APART]
    after = near[0] if near else ""
    phrased = after in phrases
    joined = phrased or after in tails
    adverbial = bits[i - 1] & p.ADVERB > 0 or words[i - 1].endswith("ly")
    if (form.agrees and (joined or after in ("to", "that"))) or (adverbial and _is_governed(words, i)):
        return True
    if joined and any(map(_READ.__and__, bits[i + 1 : i + 1 + (_WITHIN if phrased else 1)])):
        return True  # it may tell nothing, but says how to read other verbs
    suffers = form.suffers or (
        "N" in form.kinds
        and (adverbial or bits[i - 1] & p.BE > 0 or after == "by" or (form.reduced and _is_free(tokens, i + 1)))
    )
    if _is_met_otherwise(tokens, i, behind, bare, suffers, joined):
        return True
    if tails and not tails.keys().isdisjoint(near):
        dated = bits[i + 1] & p.ADVERB or after == "on" or after.endswith("day")
        for at, word in enumerate(near, i + 1):
            apart = at > i + 1 and not dated and bits[at] & (p.PREPOSITION | p.SEPARABLE) == p.PREPOSITION
            if word in tails and not apart and _is_met(tokens, i, behind, form.needs[tails[word]], suffers):
                return True
    if not phrases or phrases.keys().isdisjoint(near):
        return False
    return any(
        _is_followed(words, at, rest) and _is_met(tokens, i, behind, form.needs[lemmas], suffers)
        for at, word in enumerate(near, i + 2)
        for rest, lemmas in phrases.get(word, ())
    )


def _is_followed(words: Sequence[str], i: int, rest: Sequence[str]) -> bool:
    """Whether a particle's further words stand at a word, or behind an article or adverb there."""
    word = words[i] if i < len(words) else ""
    at = i + (word != rest[0] and (word == "the" or word.endswith("ly")))
    return tuple(words[at : at + len(rest)]) == rest


def _is_governed(words: Sequence[str], i: int) -> bool:
    """Whether 'to' may govern a verb behind adverbs."""
    return "to" in words[max(i - _APART, 0) : i]


def _is_met(tokens: Tokens, i: int, behind: Sequence[str], need: Need, suffers: bool) -> bool:
    """Whether what a verb needs with its particle stands around it."""
    if need.nothing or not need.objects.isdisjoint(behind):
        return True
    return _is_met_otherwise(tokens, i, behind, need, suffers, True)


def _is_met_otherwise(tokens: Tokens, i: int, behind: Sequence[str], need: Need, suffers: bool, joined: bool) -> bool:
    """Whether what a verb needs stands around it, though none of its objects stands behind it.

    Args:
        tokens: the words of the sentence.
        i: the verb.
        behind: the words behind it.
        need: what it needs.
        suffers: whether its subject may be acted on.
        joined: whether a particle may follow it.
    """
    if need.subjects or suffers:
        before = tokens.words[max(i - _BEFORE, 0) : i + _OVER]
        if not need.subjects.isdisjoint(before):
            return True
        if suffers and not (need.objects.isdisjoint(before) and need.subjects.isdisjoint(behind)):
            return True
    if need.free and (joined or _is_free(tokens, i + 1)):
        return True
    acts = need.anybody or (need.doer and "to" in behind)
    return acts and (joined or suffers or _is_somebody(tokens, i + 1))


def _is_free(tokens: Tokens, i: int) -> bool:
    """Whether a preposition, an adverb, a day or the end stands at a word: no object."""
    if i >= len(tokens.words):
        return True
    word = tokens.words[i]
    if word in _POSSESSIVE:
        return False
    if not word[0].isalnum() or word in ("to", "and") or word.endswith(("ly", "day")):
        return True
    return tokens.bits[i] & _LOOSE > 0


def _is_somebody(tokens: Tokens, start: int) -> bool:
    """Whether anybody or a place is named behind a verb, with only articles, numbers and adjectives between."""
    words, bits, starts, name = tokens.words, tokens.bits, tokens.starts, _next_name(tokens, start)
    for i in range(start, len(words)):
        word = words[i]
        if starts[i] >= name or bits[i] & p.PEOPLE or (i == start and word in PERSONAL):
            return True
        if not word[0].isalnum():
            return False
        if word not in _COUNTING and (bits[i] & _HINDERS or (i == start and bits[i] & p.VERB)):
            return False
    return False


def _next_name(tokens: Tokens, i: int) -> int:
    """The offset where anybody or a place is named from a word on; the end of the sentence if nobody is."""
    at = bisect_right(tokens.named, tokens.starts[i - 1])
    return tokens.named[at] if at < len(tokens.named) else tokens.end


def may_hang(tokens: Tokens, i: int) -> bool:
    """Whether a preposition hangs anybody on the noun before a word: 'talks with Chad' (see `roles`)."""
    words, bits, starts = tokens.words, tokens.bits, tokens.starts
    if i >= len(words) or words[i] not in LINKS:
        return False
    name = _next_name(tokens, i + 1)
    for at in range(i + 1, min(i + 1 + LINK_REACH, len(words))):
        if starts[at] >= name or bits[at] & p.PEOPLE:
            return True
        if not words[at][0].isalnum() or bits[at] & p.SUBORDINATOR or bits[at] & (p.VERB | p.NOUN) == p.VERB:
            return False
    return False
