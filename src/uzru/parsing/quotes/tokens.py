"""The tokens of a sentence with what they can be."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import partial, reduce
from itertools import accumulate
from operator import or_
from typing import TYPE_CHECKING

from uzru.parsing.memo import Memo
from uzru.parsing.quotes import parts as p

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Sentence", "WordTable", "is_title"]

_TOKEN = re.compile(
    r"""(
    [^\s\xad\u200b-\u200f\ufeff](?:  # any first character that is seen, by which the next token is found quickly
        (?<=[a-zA-Z])[a-z]*(?=[ ,])  # what most words are: letters before a blank or a comma
      | (?<=[^\W\d_])(?:\.(?:[^\W\d_]\.)+  # U.S.
                      | [^\W\d_]*(?:[-'’.&/][^\W_]+)*)  # a word with its inner signs
      | (?<=\d)(?:[\d.,:/]*(?:-[^\W_]+)*(?<=[^.,:/]) |)  # 10,000; 43-year-old
      | (?<=\x02)\x02*\x01?  # a marked stretch
      | (?<=-)-+ | (?<=\.)(?:\xa0?\.)+  # dashes, ellipses
      | (?<=[\W_])  # any sign
    ))""",
    re.VERBOSE,
)
_MARKS = {
    **dict.fromkeys(("—", "–", "―", "-", "--"), p.DASH),
    **dict.fromkeys((".", "!", "?", "…"), p.STOP),
    **dict.fromkeys(("(", "["), p.OPEN),
    **dict.fromkeys((")", "]"), p.CLOSE),
    ",": p.COMMA,
    ":": p.COLON,
    ";": p.SEMICOLON,
    "&": p.COORD | p.JOINS,
}
# Endings tell nothing of a name: Kelly, Reed, King.
_SUFFIXED = p.ADVERB | p.GERUND | p.ED
# An ending tells nothing of a word that is known as more than this.
_CLOSED_CLASS = ~(p.WORD | p.CAPITAL | p.ACCORD | p.FEELING)
_ATOMS = "\x01\x02"
_DOT = p.STOP | p.CONTEXT
_LONG = 200  # tokens and what stands between them
_LONGEST_KEPT = 200  # with most marked stretches


class WordTable(Memo[str, int]):
    """The bits of a token by its text, worked out when first asked for and kept within bounds.

    What a word gets depends on the word alone, so that it does not matter who asks first, in whatever thread.

    >>> table = WordTable({"gladly": p.ADVERB})
    >>> table["Malika"] == p.WORD | p.CAPITAL, table["slowly"] == p.WORD | p.ADVERB
    (True, True)
    """

    def __init__(self, parts: Mapping[str, int]) -> None:
        super().__init__(partial(_classify, parts=parts))

    def __missing__(self, text: str) -> int:
        return super().__missing__(text) if len(text) <= _LONGEST_KEPT else self._make(text)


_OPENING = "\"'“‘«„"
_TITLE_WORDS = 6


def is_title(words: list[str]) -> bool:
    """Whether a marked stretch is written like a title: 'He reads "The Old Mint"'.

    >>> is_title(['"The', "Old", 'Mint"']), is_title(['"We', "will", 'stay."'])
    (True, False)
    """
    if len(words) > _TITLE_WORDS:
        return False
    long = [word for word in words if len(word) > 3] or words
    return all(word.lstrip(_OPENING)[:1].isupper() for word in long)


_SPOKEN_SIGNS = frozenset(",?!…—–-")


def _last_sign(view: str, start: int, end: int) -> str:
    """The last character of a marked stretch that is no mark."""
    return view[max(end - 8, start) : end].rstrip("\"'”’» ")[-1:]


def _read_atom(view: str, start: int, end: int) -> int:
    bits = p.ATOM
    if _last_sign(view, start, end) in _SPOKEN_SIGNS:
        bits |= p.SPOKEN
    if is_title(view[start : min(end, start + 80)].split(None, _TITLE_WORDS)):
        bits |= p.TITLED
    return bits


class Sentence:
    """The tokens of one sentence as parallel lists: words in lower case, bits of `parts`; and where they stand.

    Args:
        text: the sentence, with its marked stretches masked.
        start: where it begins in the text.
        view: the text, without masks.
        table: the bits of tokens.

    Attributes:
        start, end: half-open offsets.
        words, bits: one entry a token.
        flags: what all tokens together can be, wherever they stand.
        count: how many tokens.
        atoms: indexes of the tokens that are marked stretches.
    """

    __slots__ = ("_bounds", "_pieces", "_titled", "atoms", "bits", "count", "end", "flags", "start", "words")

    def __init__(self, text: str, start: int, view: str, table: Mapping[str, int]) -> None:
        self.start = start
        self.end = start + len(text)
        self._pieces = _TOKEN.split(text)  # every other one is a token
        tokens = self._pieces[1::2]
        self.words = list(map(str.lower, tokens))
        self.bits = list(map(table.__getitem__, tokens))
        self._bounds: Sequence[int] = ()
        self.atoms: list[int] = []
        self._titled: bool | None = None
        if tokens and tokens[-1] == "." and text[-1] == ".":
            self.bits[-1] = p.STOP
        self.flags = reduce(or_, self.bits, 0)
        if self.flags >= p.CONTEXT:
            self._settle()
            self.flags -= p.CONTEXT
            for atom in self.atoms:
                self.bits[atom] = bits = _read_atom(view, *self.span(atom, atom + 1))
                self.flags |= bits
        self.count = len(self.bits)

    def span(self, first: int, end: int) -> tuple[int, int]:
        """The offsets of the tokens from `first` to before `end`."""
        pieces = self._pieces
        if len(pieces) > _LONG:  # for as much would be joined each time
            bounds = self._bounds or self._measure()
            return bounds[2 * first + 1], bounds[2 * end]
        start = self.start + len("".join(pieces[: 2 * first + 1]))
        return start, start + len("".join(pieces[2 * first + 1 : 2 * end]))

    def first_behind(self, offset: int, limit: int) -> int:
        """The first token that begins at or behind an offset, `limit` if none does before that token."""
        bounds = self._bounds or self._measure()
        return bisect_left(range(limit), offset, key=lambda token: bounds[2 * token + 1])

    def is_parted(self, i: int) -> bool:
        """Whether token `i` stands apart from the one before it."""
        return self._pieces[2 * i] != ""

    def _measure(self) -> Sequence[int]:
        self._bounds = list(accumulate(map(len, self._pieces), initial=self.start))
        return self._bounds

    def _settle(self) -> None:
        """Tells what those tokens are whose place in the sentence matters."""
        bits = self.bits
        merged: list[int] = []
        for i in [i for i, b in enumerate(bits) if b >= p.CONTEXT]:
            b = bits[i] - p.CONTEXT
            before = i - 1
            while before in merged:
                before -= 1
            if b & p.ATOM:
                self.atoms.append(i - len(merged))
            elif b & p.STOP:
                if before >= 0 and bits[before] & p.WORD:
                    merged.append(i)  # sentences end at stops: one inside belongs to an abbreviation
            elif i:
                b &= ~_SUFFIXED if bits[before] & p.CAPITAL else ~_SUFFIXED & ~p.AUX
            elif bits[1:] and not b & p.AUX and bits[1] & (p.CUE | p.AUX) and bits[1] & (p.PAST | p.THIRD | p.AUX):
                b &= ~_SUFFIXED  # 'Kelly said', 'Manning has'
            bits[i] = b
        for i in reversed(merged):
            del bits[i], self.words[i]
            self._pieces[2 * i - 1 : 2 * i + 2] = ["".join(self._pieces[2 * i - 1 : 2 * i + 2])]

    def is_titled(self) -> bool:
        """Whether most words have a capital, as in a headline, so that a capital tells nothing."""
        if self._titled is None:
            capitals = sum(1 for b in self.bits if b & p.CAPITAL)
            self._titled = 2 * capitals > sum(1 for b in self.bits if b & p.WORD)
        return self._titled


def _classify(text: str, parts: Mapping[str, int]) -> int:
    """What a token can be, by the tables and by its shape; `CONTEXT` if its place in the sentence tells more."""
    first = text[0]
    if not first.isalpha():
        if first.isdigit():
            return p.NUMBER | p.WORD
        if not first.isalnum():
            return _classify_sign(text)
    low = text.lower()
    bits = parts.get(low, 0) | p.WORD
    if first.isupper():
        bits |= p.CAPITAL
    if not text.isalpha() and ("'" in text or "’" in text):
        bits |= _contraction(low, parts)
    if (bits & p.CUE or not bits & _CLOSED_CLASS) and len(low) > 3:
        if low.endswith("ed"):
            bits |= p.ED
        elif low.endswith("ing") and len(low) > 4:
            bits |= p.GERUND
        elif low.endswith("ly") and len(low) > 4:
            bits |= p.ADVERB
    return bits | p.CONTEXT if bits & p.CAPITAL and bits & (_SUFFIXED | p.AUX) else bits


def _classify_sign(text: str) -> int:
    if text[0] in _ATOMS:
        return p.ATOM | p.CONTEXT
    if text in _MARKS:
        return _MARKS[text] | (p.CONTEXT if text == "." else 0)
    return p.DASH if text.startswith("--") else p.STOP if text.startswith(".") else 0


def _contraction(low: str, parts: Mapping[str, int]) -> int:
    """What an apostrophe makes of a word: 'he's' is a pronoun with its verb, 'Malika's' owns something."""
    head, _, tail = low.replace("’", "'").rpartition("'")
    known = parts.get(head, 0)
    if (known & p.PRONOUN or head in {"that", "there", "what"}) and tail in {"s", "d", "ve", "ll", "re", "m"}:
        return p.PRONOUN | p.CONTRACTED
    return p.POSSESSOR if tail == "s" or (not tail and head.endswith("s")) else 0
