"""Clauses that say whose content the rest of the sentence is: 'according to X', 'as X said', 'as reported by X'."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uzru.model import CueCategory
from uzru.parsing.quotes import parts as p
from uzru.parsing.quotes.content import recipient_after, skip_adjuncts
from uzru.parsing.quotes.ends import words_accord
from uzru.parsing.quotes.lexicon import CueWord
from uzru.parsing.quotes.phrases import noun_phrase_after

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uzru.parsing.quotes.candidates import Candidate
    from uzru.parsing.quotes.lexicon import Lexicon
    from uzru.parsing.quotes.tokens import Sentence

__all__ = ["Accord", "find_accords"]

_ACCORDING = CueWord("according", CueCategory.SPEECH, frozenset())
_IN_VIEW = CueWord("in view", CueCategory.BELIEF, frozenset())
_OWN = frozenset({"noun", "pronoun", "inverted", "apposition"})
_LINKS = p.COMMA | p.DASH | p.OPEN | p.SPOKEN
_STOPS = p.COMMA | p.STOP | p.COLON | p.CLOSE | p.DASH
_FAR = 24


class Accord(NamedTuple):
    """Such a clause: tokens `first` to `end`, who is followed, the cue's tokens and its word, the rule's name."""

    first: int
    end: int
    source: tuple[int, int]
    cue: tuple[int, int]
    word: CueWord
    rule: str


def find_accords(s: Sentence, candidates: Sequence[Candidate], lexicon: Lexicon) -> list[Accord]:
    """All such clauses of a sentence, left to right."""
    found: list[Accord] = []
    if s.flags & p.ACCORD:
        found += [accord for k in range(s.count - 1) if (accord := _according(s, k))]
    if s.flags & p.STANCE:
        found += [accord for k, word in enumerate(s.words) if word == "in" and (accord := _in_view(s, k))]
    if "as" in s.words:
        found += [accord for candidate in candidates if (accord := _as_said(s, candidate))]
        found += [accord for k, word in enumerate(s.words) if word == "as" and (accord := _as_reported(s, k, lexicon))]
    return sorted(found, key=lambda accord: accord.first) if len(found) > 1 else found


def _according(s: Sentence, k: int) -> Accord | None:
    """'according to X' at token `k`, unless it is a norm: 'according to plan'."""
    if not words_accord(s, k):
        return None
    end = _source_end(s, k + 2)
    if end == k + 2 or (end == k + 3 and s.bits[k + 2] & p.NORM):
        return None
    return Accord(k, end, (k + 2, end), (k, k + 2), _ACCORDING, "according")


def _source_end(s: Sentence, first: int) -> int:
    """Where the one who is followed ends: with the phrase, or where the sentence's first comma follows no verb."""
    bits, count = s.bits, s.count
    end = noun_phrase_after(s, first)
    if end < count and bits[end] & (p.COMMA | p.STOP | p.COLON | p.CLOSE):
        return end
    for x in range(end, min(count, first + _FAR)):
        if bits[x] & (p.COMMA | p.STOP | p.COLON | p.CLOSE):
            return x
        if bits[x] & (p.AUX | p.VERB | p.PRONOUN | p.ATOM | p.DASH):
            break
    return end


def _as_said(s: Sentence, candidate: Candidate) -> Accord | None:
    """'as Malika told us on Monday': the clause holds nothing that could be the content itself."""
    i, word, clause = candidate
    if "clause" not in word.frames or clause.subject is None or clause.how not in _OWN:
        return None
    first = clause.left if s.words[clause.left] == "as" else clause.left - 1
    if first < 0 or s.words[first] != "as" or not _stands_apart(s, first):
        return None
    right = clause.right
    if right < s.count and s.words[right] == "it" and "it" in word.frames:
        right += 1
    elif told := recipient_after(s, right, word):
        right = told[1]
    end = skip_adjuncts(s, right)
    if not _is_over(s, first, end):
        return None
    return Accord(first, end, clause.subject, (i, i + 1), word, "as-clause")


def _as_reported(s: Sentence, k: int, lexicon: Lexicon) -> Accord | None:
    """'as reported by the ministry' at token `k`."""
    if k + 3 >= s.count or not s.bits[k + 1] & p.PARTICIPLE or s.words[k + 2] != "by" or not _stands_apart(s, k):
        return None
    word = lexicon.verbs[s.words[k + 1]]
    end = noun_phrase_after(s, k + 3)
    over = skip_adjuncts(s, end)
    if "clause" not in word.frames or end == k + 3 or not _is_over(s, k, over):
        return None
    return Accord(k, over, (k + 3, end), (k + 1, k + 2), word, "as-clause")


def _in_view(s: Sentence, k: int) -> Accord | None:
    """'in Malika's view', 'in the view of Malika' at token `k`."""
    bits = s.bits
    if not _stands_apart(s, k):
        return None
    noun = next((x for x in range(k + 2, min(s.count - 1, k + 9)) if bits[x] & p.STANCE), None)
    if noun is None or not all(bits[x] & p.WORD for x in range(k + 1, noun)):
        return None
    if s.words[noun + 1] == "of":
        source, end = (noun + 2, noun_phrase_after(s, noun + 2)), noun_phrase_after(s, noun + 2)
    else:
        owner = next((x for x in range(noun - 1, k, -1) if bits[x] & (p.POSSESSOR | p.POSSESSIVE)), None)
        if owner is None:
            return None
        source, end = (k + 1, owner + 1), noun + 1
    if source[1] <= source[0] or end >= s.count or not bits[end] & p.COMMA:
        return None
    return Accord(k, end, source, (k, noun + 1), _IN_VIEW, "according")


def _stands_apart(s: Sentence, first: int) -> bool:
    """Whether a clause that begins at token `first` opens the sentence or stands behind a comma or dash."""
    return first == 0 or bool(s.bits[first - 1] & _LINKS) or (first == 1 and bool(s.bits[0] & p.COORD))


def _is_over(s: Sentence, first: int, end: int) -> bool:
    """Whether the clause ends at token `end`, and no quotation of its own follows."""
    if end >= s.count:
        return first > 1
    if not s.bits[end] & _STOPS:
        return False
    return not (end + 1 < s.count and s.bits[end + 1] & p.ATOM)
