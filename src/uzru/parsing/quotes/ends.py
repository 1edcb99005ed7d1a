"""Where the content behind a cue ends: with its sentence, or where the reporting ends before."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from uzru.parsing.quotes import parts as p
from uzru.parsing.quotes.content import behind_apposition
from uzru.parsing.quotes.cues import is_cue

if TYPE_CHECKING:
    from uzru.parsing.quotes.lexicon import Lexicon
    from uzru.parsing.quotes.tokens import Sentence

__all__ = ["content_end", "words_accord"]

# What a second verb with the same subject must be able to take, to end the first one's content.
_SHARING = frozenset({"quote", "clause", "naming", "object"})
_NARROW = frozenset({"object", "preposition"})
_GOVERNING = p.RELATIVE | p.THAT | p.WH | p.PRONOUN | p.SUBORD | p.GERUND


_YEAR = 4
_BINDS_OBJECT = p.INNER | p.TO | p.SUBORD
_NO_SUBJECT = p.VERBAL | p.PREP | p.TO | p.THAT | p.WH | p.SUBORD
_COUNTS = p.NUMBER | p.ALONE
_SIGNS = p.COORD | p.ENDS | p.TURNS | p.SEMICOLON | p.DASH | p.COLON | p.ACCORD
_SIGNS_OF_ALL = p.OPEN | p.CLOSE | p.ATOM | p.COMMA
_NARROW_SIGNS = _GOVERNING | p.AUX | p.VERB | p.CUE | p.PREP | p.DET | p.TIME
_CONTINUES = p.RELATIVE | p.PREP | p.SUBORD
_BEHIND_QUOTATION = p.ADJUNCT | p.DASH | p.TIME | p.RELATIVE | p.NUMBER


def content_end(
    s: Sentence, first: int, frame: str, lexicon: Lexicon, *, subordinate: bool = False, relative: bool = False
) -> int:
    """Behind the last token of the content that begins with token `first`.

    A content in a `subordinate` clause ends with that clause, one in a `relative` clause before the main verb.
    """
    content = _Content(s, first, frame, lexicon)
    signs = content.signs
    minded = signs | _SIGNS_OF_ALL
    depth = 0
    for k, b in enumerate(s.bits[first : content.count], first):
        if not b & minded:
            continue
        if b & p.OPEN:
            depth += 1
        elif b & p.CLOSE:
            if depth == 0:
                return k
            depth -= 1
        if depth:
            continue
        if b & p.ATOM:
            if content.ends_behind_marks(k):
                return k + 1
        elif b & p.COMMA:
            if subordinate or content.ends_at_comma(k):
                return k
        elif b & signs and content.ends_at(k, relative=relative):
            return k
    return content.count


class _Content:
    """A content whose end is looked for: what its signs and words mean depends on its frame and its marks.

    Attributes:
        narrow: whether it is a noun phrase rather than a clause.
        last_atom: the last marked stretch of the sentence; before it most signs end nothing.
        governed: whether a finite verb to come would belong to the content.
        signs: the bits of tokens that may end it.
        remark: the comma that ends a remark within it.
    """

    __slots__ = (
        "count",
        "first",
        "frame",
        "governed",
        "last_atom",
        "lexicon",
        "narrow",
        "remark",
        "s",
        "signs",
    )

    def __init__(self, s: Sentence, first: int, frame: str, lexicon: Lexicon) -> None:
        self.s, self.first, self.frame, self.lexicon = s, first, frame, lexicon
        self.count = s.count
        while self.count > first and s.bits[self.count - 1] & p.STOP:
            self.count -= 1
        self.last_atom = s.atoms[-1] if s.atoms else -1
        self.narrow = frame in _NARROW
        self.remark = -1
        self.signs = _SIGNS | _NARROW_SIGNS if self.narrow else _SIGNS
        self.governed = bool(s.bits[first] & _GOVERNING)

    def ends_behind_marks(self, k: int) -> bool:
        """Whether the content ends with the marked stretch at token `k`."""
        s = self.s
        if k + 1 >= self.count or _goes_on(s, k):
            return False
        after = s.bits[k + 1]
        if s.bits[k] & p.SPOKEN and (k == self.first or not after & _CONTINUES):
            opens = s.bits[self.first + 1] & (p.PREP | p.SUBORD) if self.frame == "that" else 0
            if k != self.first and self._is_quoted_on(k):
                return False
            return not (opens and self.last_atom > k and not _is_finite(s, self.first + 2, k))
        if k == self.first and self.last_atom > k and k and s.bits[k - 1] & p.CUE and not s.bits[k] & p.SPOKEN:
            return False  # 'admitted "two or three cases" in which the men had "slipped away"'
        return bool(k == self.first and self.frame == "quote" and after & _BEHIND_QUOTATION and not after & p.INNER)

    def _is_quoted_on(self, k: int) -> bool:
        """Whether a reported clause has more marked words behind the ones at token `k`: 'a "joke," such as "this"'."""
        if self.last_atom <= k or self.frame == "quote" or self.s.bits[k + 1] & p.GERUND:
            return False
        return not _speaks_next(self.s, k + 1, self.lexicon)

    def ends_at_comma(self, k: int) -> bool:
        """Whether the content ends at the comma at token `k`."""
        if self.narrow and k != self.remark and (behind := behind_apposition(self.s, k)) > k:
            self.remark = behind - 1  # 'asked the miners, who had waited, to leave'
        if k == self.remark or (k < self.remark and self.narrow):
            return False
        if k < self.last_atom and _inner_cue(self.s, k + 1, self.count, self.lexicon, narrow=self.narrow):
            return True
        return _ends_at_comma(self.s, k, self.first, self.lexicon, marked=k < self.last_atom, narrow=self.narrow)

    def ends_at(self, k: int, *, relative: bool) -> bool:
        """Whether the content ends before token `k`, a word or another sign."""
        s = self.s
        b = s.bits[k]
        after = s.bits[k + 1] if k + 1 < self.count else 0
        unmarked = self.last_atom < k
        if b & p.COORD:
            return self._coordinated(k, b, after)
        if b & (p.ENDS | p.TURNS) and after & p.GERUND and after & p.CUE:
            return True
        if b & p.SEMICOLON:
            return unmarked or bool(s.bits[k - 1] & p.ATOM and not after & p.ATOM)
        if b & p.DASH and (s.words[k] != "-" or s.is_parted(k)):
            paired = any(s.bits[x] & p.DASH for x in range(k + 1, self.count))
            return not paired and unmarked and (self.narrow or _has_verb(s, self.first, k))
        if (b & p.COLON and self.frame != "quote" and after & p.ATOM) or (b & p.ACCORD and words_accord(s, k)):
            return True
        if b & p.COLON and _speaks_next(s, k + 1, self.lexicon):
            return True
        if self.narrow and unmarked and k > self.first:
            if k == self.first + 1 and s.bits[self.first] & p.OBJECTIVE and b & p.ADJUNCT and not b & _BINDS_OBJECT:
                return True  # 'criticized it on those grounds'
            if _leaves_object(s, k, governed=self.governed or not relative):
                return True
            self.governed = self.governed or bool(b & _GOVERNING)
        return False

    def _coordinated(self, k: int, b: int, after: int) -> bool:
        """Whether a second verb of saying, or any second verb beside an object, stands behind the conjunction."""
        if _speaks_next(self.s, k + 1, self.lexicon) or (
            after & p.GERUND and after & p.CUE and self._cue_forms() & p.GERUND
        ):
            return True
        if not self.narrow:
            return False
        return not b & p.JOINS or _verb_next(self.s, k + 1, finite=bool(self._cue_forms() & p.PAST))

    def _cue_forms(self) -> int:
        """The forms of the content's cue, which a second verb with the same subject shares."""
        return reduce(or_, [b for b in self.s.bits[max(0, self.first - 3) : self.first] if b & p.CUE], 0)


def _leaves_object(s: Sentence, k: int, *, governed: bool) -> bool:
    """Whether an object has ended before token `k`: a finite verb, a time, a subordinate clause."""
    bits = s.bits
    b = bits[k]
    if b & p.SAYING and b & p.PAST and not governed and not bits[k - 1] & (p.AUX | p.ADVERB):
        return True  # 'the claim of the mint said': no part of the claim
    if b & p.VERBAL or (b & p.CUE and b & p.FINITE and not b & (p.NOUN | p.PARTICIPLE)):
        return not governed
    after = bits[k + 1] if k + 1 < s.count else 0
    if s.words[k] == "as" and after & p.PRONOUN:
        return True
    if b & p.PREP and after & p.TIME and not after & p.DET:
        return True
    if b & p.PREP and after & p.NUMBER and len(s.words[k + 1]) == _YEAR and s.words[k] == "in":
        return True
    if b & p.DET and after & p.TIME and not bits[k - 1] & (p.PREP | p.POSSESSIVE):
        return True
    if (
        b & p.TIME
        and b & p.CAPITAL
        and not bits[k - 1] & (p.PREP | p.DET if not b & p.AUX else p.PREP | p.DET | p.CAPITAL)
        and not after & (p.WORD & ~p.PREP)
    ):
        return True
    if b & p.TIME and after & p.TIME and not bits[k - 1] & (p.PREP | p.DET | p.POSSESSIVE):
        return True
    return bool(b & p.ENDS)


def _verb_next(s: Sentence, i: int, *, finite: bool) -> bool:
    """Whether a finite verb with the same subject stands at token `i`, adverbs left out."""
    while i < s.count and s.bits[i] & p.ADVERB and not s.bits[i] & p.AUX:
        i += 1
    if i >= s.count:
        return False
    b = s.bits[i]
    if finite and b & p.ED and not b & p.CAPITAL:
        return True
    return bool(b & p.VERBAL or (b & p.CUE and b & p.FINITE and not b & p.NOUN))


def _goes_on(s: Sentence, k: int) -> bool:
    """Whether a content goes on behind the marked stretch at token `k` that ends in a comma: '"A," "B," and "C"'."""
    bits = s.bits
    n = k + 1
    if n >= s.count:
        return False
    if bits[n] & p.ATOM or (bits[n] & p.SPECIFIER and n + 1 < s.count and bits[n + 1] & p.ATOM):
        return True
    return bool(
        bits[n] & p.COORD
        and n + 1 < s.count
        and not bits[n + 1] & (p.PRONOUN | p.CAPITAL)
        and any(x > n for x in s.atoms)
    )


def _inner_cue(s: Sentence, k: int, end: int, lexicon: Lexicon, *, narrow: bool) -> bool:
    """Whether a clause with a quotation of its own begins at token `k`: '..., who called him "a crook"'."""
    bits = s.bits
    for x in range(k, min(end, k + (8 if narrow else 14))):
        b = bits[x]
        if b & (p.ATOM | p.COMMA if narrow else p.ATOM):
            return False
        if not narrow:
            if b & p.CUE and b & p.FINITE and x + 2 < end and bits[x + 1] & p.INTRODUCER and bits[x + 2] & p.ATOM:
                return "quote" in lexicon.verbs[s.words[x]].frames
            continue
        if b & p.CUE and b & (p.PAST | p.THIRD | p.GERUND):
            verb = lexicon.verbs[s.words[x]]
            return "quote" in verb.frames and any(bits[y] & p.ATOM for y in range(x + 1, min(end, x + 8)))
    return False


def words_accord(s: Sentence, k: int) -> bool:
    """Whether 'according to' stands at token `k`."""
    return bool(s.bits[k] & p.ACCORD and k + 1 < s.count and s.bits[k + 1] & p.TO)


def _ends_at_comma(s: Sentence, k: int, first: int, lexicon: Lexicon, *, marked: bool, narrow: bool) -> bool:
    """Whether the reported content ends at the comma at token `k`."""
    bits, words = s.bits, s.words
    clausal = not narrow
    n = k + 1
    if n >= s.count:
        return True
    b = bits[n]
    if b & p.ACCORD and words_accord(s, n):
        return True
    if bits[k - 1] & p.ATOM and not b & p.COORD and not marked:
        return True
    if b & p.GERUND and (b & p.CUE or not marked):
        return True
    if _speaks_next(s, n, lexicon):
        return True
    if marked or (clausal and not _has_verb(s, first, k)):
        return False
    if b & p.RELATIVE and not b & p.THAT:
        return True
    if words[n] == "as" and n + 1 < s.count and words[n + 1] == "well":
        return False
    if b & p.TURNS or _is_remark(s, n):
        return True
    if narrow and b & p.COORD and _clause_next(s, n + 1):
        return True
    lists = b & (p.CAPITAL | p.DET | p.POSSESSIVE | p.INNER) and not _clause_next(s, n)
    return narrow and not b & p.COORD and not lists


def _is_remark(s: Sentence, n: int) -> bool:
    """Whether the writer's own remark begins at token `n`: ', a swipe at the mayor', ', but left'."""
    bits = s.bits
    if bits[n] & p.ARTICLE and s.words[n] in {"a", "an"}:
        return not any(bits[x] & p.COORD for x in range(n, s.count))
    opposes = bits[n] & p.COORD and not bits[n] & p.JOINS
    return bool(opposes) and n + 1 < s.count and bool(bits[n + 1] & (p.AUX | p.VERB | p.ED | p.CUE))


def _clause_next(s: Sentence, i: int) -> bool:
    """Whether a clause of its own begins at token `i`: a subject and a finite verb before the next comma."""
    bits = s.bits
    for x in range(i, min(s.count, i + 9)):
        b = bits[x]
        if b & (p.COMMA | p.COORD | p.PREP | p.TO):
            return False
        if b & (p.AUX | p.VERB | p.CONTRACTED) or (x > i and b & p.CUE and b & p.FINITE):
            return True
    return False


def _is_finite(s: Sentence, first: int, end: int) -> bool:
    """Whether a verb that cannot be an infinitive or a participle stands between two tokens."""
    return any(b & (p.AUX | p.VERB | p.CONTRACTED) or (b & p.CUE and b & p.FINITE) for b in s.bits[first:end])


def _has_verb(s: Sentence, first: int, end: int) -> bool:
    """Whether a finite verb stands between two tokens, so that what follows is no mere insertion behind a subject."""
    bits = s.bits
    for x in range(first, end):
        if bits[x] & p.PREDICATE:
            return True
        if bits[x] & p.CUE and not bits[x] & p.NOUN and not (x and bits[x - 1] & p.SPECIFIER):
            return True
    return False


def _behind_name(s: Sentence, k: int) -> int | None:
    """Behind the name between the comma at token `k` and the next one, if nothing but a name stands there."""
    x = k + 1
    while x < s.count and s.bits[x] & p.CAPITAL and x < k + 6:
        x += 1
    return x + 1 if x > k + 1 and x < s.count and s.bits[x] & p.COMMA else None


def _speaks_next(s: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether a new cue with its subject, of a few words, stands at token `i`: '... and Malika said'."""
    bits = s.bits
    x = i
    if x < s.count and bits[x] & p.COORD:
        x += 1
    start = x
    while x < s.count and x < start + 6:
        b = bits[x]
        if b & p.PREP and x > start and bits[x - 1] & _COUNTS and x + 1 < s.count and bits[x + 1] & _COUNTS:
            x += 1  # 'four in ten said'
            continue
        if x > start and b & p.INNER and not b & p.TO and not bits[x - 1] & (p.PREP | p.CUE):
            start, x = x, x + 1  # 'the head of the mint said'
            continue
        if b & p.COMMA and (behind := _behind_name(s, x)):
            start, x = behind - 1, behind  # 'the head of the mint, Egor Panin, said'
            continue
        if b & p.CUE and b & p.FINITE:
            verb = lexicon.verbs[s.words[x]]
            if x == start:
                more = s.count > x + 2 or (s.count > x + 1 and bits[x + 1] & p.ATOM)
                return bool(more) and bool(verb.frames & _SHARING) and is_cue(s, x, verb)
            return "quote" in verb.frames and is_cue(s, x, verb) and not bits[x - 1] & p.AUX
        if not b & p.WORD or (b & _NO_SUBJECT and not b & p.ADVERB):
            return False
        x += 1
    return False
