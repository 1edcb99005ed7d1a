"""The tokens of a sentence with what they can be."""

from __future__ import annotations

import re
from functools import partial, reduce
from itertools import accumulate, chain, compress
from operator import add, or_
from typing import TYPE_CHECKING, Any, TypeAlias

from uzru.parsing.memo import Memo
from uzru.parsing.quotes import parts as p

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Chunks", "Sentence", "WordTable", "is_title"]

_TOKEN = re.compile(
    r"""(
    [^\W\d_](?:\.(?:[^\W\d_]\.)+                       # U.S.
                | [^\W\d_]*(?:[-'’.&/][^\W_]+)*)         # a word with its inner signs
    | \x02*\x01 | \x02+                                 # a marked stretch
    | \d[\d.,:/]*(?:-[^\W_]+)*(?<=[^.,:/]) | \d         # 10,000; 43-year-old
    | --+ | \.(?:\xa0?\.)+ | [^\w\s\xad\u200b-\u200f\ufeff] | _  # dashes, ellipses, any sign
    )""",
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
_ATOMS = "\x01\x02"
_DOT = p.STOP | p.CONTEXT
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


Chunk: TypeAlias = tuple[str | int, ...]
"""Four entries a token: in lower case, its bits, how wide it is, how far it is from its start to the next one's."""


class Chunks(Memo[str, Chunk]):
    """The tokens of what stands between two blanks, worked out when first asked for and kept within bounds.

    No token has a blank in it, so that a sentence's tokens are those of its chunks; most chunks come again and again.

    >>> Chunks(WordTable({}))["mint,"] == ("mint", p.WORD, 4, 4, ",", p.COMMA, 1, 2)
    True
    """

    def __init__(self, table: WordTable) -> None:
        super().__init__(partial(_cut_chunk, table=table))

    def __missing__(self, text: str) -> Chunk:
        return super().__missing__(text) if len(text) <= _LONGEST_KEPT else self._make(text)


def _cut_chunk(text: str, table: WordTable) -> Chunk:
    """What has no tokens, or other characters before them, begins with one that is empty and `NOTHING`."""
    if text.isalpha():
        return text.lower(), table[text], len(text), len(text) + 1
    first, *pieces = _TOKEN.split(text + " ")  # every other one is a token
    found: list[str | int] = [] if pieces and not first else ["", p.NOTHING, 0, len(first)]
    for token, gap in zip(pieces[::2], pieces[1::2], strict=True):
        found += token.lower(), table[token], len(token), len(token) + len(gap)
    return tuple(found)


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
    if is_title(view[start : min(end, start + 80)].split()):
        bits |= p.TITLED
    return bits


class Sentence:
    """The tokens of one sentence as parallel lists: words in lower case, bits of `parts`, offsets.

    Args:
        text: the sentence, with its marked stretches masked.
        start: where it begins in the text.
        view: the text, without masks.
        chunks: the tokens of what stands between blanks.

    Attributes:
        start, end: half-open offsets.
        words, bits: one entry a token; starts, ends: their offsets.
        flags: the bits of all tokens together.
        count: how many tokens.
        atoms: indexes of the tokens that are marked stretches.
    """

    __slots__ = (
        "_titled",
        "atoms",
        "bits",
        "count",
        "end",
        "ends",
        "flags",
        "start",
        "starts",
        "words",
    )

    def __init__(self, text: str, start: int, view: str, chunks: Mapping[str, Chunk]) -> None:
        self.start = start
        self.end = start + len(text)
        tokens: list[Any] = list(chain.from_iterable(map(chunks.__getitem__, text.split(" "))))
        self.words: list[str] = tokens[::4]
        self.bits: list[int] = tokens[1::4]
        self.starts = list(accumulate(tokens[3:-1:4], initial=start))
        self.ends = list(map(add, self.starts, tokens[2::4]))
        self.atoms: list[int] = []
        self._titled: bool | None = None
        if self.bits[-1] == _DOT and text.endswith("."):
            self.bits[-1] = p.STOP
        self.flags = reduce(or_, self.bits)
        if self.flags >= p.CONTEXT:
            if self.flags & p.NOTHING:
                self._leave_out()
            self._settle()
            for atom in self.atoms:
                self.bits[atom] = _read_atom(view, self.starts[atom], self.ends[atom])
            self.flags = reduce(or_, self.bits, 0)
        self.count = len(self.bits)

    def _leave_out(self) -> None:
        """Two blanks in a row and characters that nobody sees are no tokens."""
        seen = [b != p.NOTHING for b in self.bits]
        self.words, self.bits = list(compress(self.words, seen)), list(compress(self.bits, seen))
        self.starts, self.ends = list(compress(self.starts, seen)), list(compress(self.ends, seen))

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
            del bits[i], self.words[i], self.starts[i], self.ends[i - 1]

    def is_titled(self) -> bool:
        """Whether most words have a capital, as in a headline, so that a capital tells nothing."""
        if self._titled is None:
            capitals = sum(1 for b in self.bits if b & p.CAPITAL)
            self._titled = 2 * capitals > sum(1 for b in self.bits if b & p.WORD)
        return self._titled


def _classify(text: str, parts: Mapping[str, int]) -> int:
    """What a token can be, by the tables and by its shape; `CONTEXT` if its place in the sentence tells more."""
    first = text[0]
    if first in _ATOMS:
        return p.ATOM | p.CONTEXT
    if not first.isalnum():
        if text in _MARKS:
            return _MARKS[text] | (p.CONTEXT if text == "." else 0)
        return p.DASH if text.startswith("--") else p.STOP if text.startswith(".") else 0
    if first.isdigit():
        return p.NUMBER | p.WORD
    low = text.lower()
    bits = parts.get(low, 0) | p.WORD
    if first.isupper():
        bits |= p.CAPITAL
    if "'" in text or "’" in text:
        bits |= _contraction(low, parts)
    if bits & p.CUE or not bits & ~(p.WORD | p.CAPITAL | p.ACCORD | p.FEELING):
        if low.endswith("ing") and len(low) > 4:
            bits |= p.GERUND
        elif low.endswith("ed") and len(low) > 3:
            bits |= p.ED
        elif low.endswith("ly") and len(low) > 4:
            bits |= p.ADVERB
    return bits | p.CONTEXT if bits & p.CAPITAL and bits & (_SUFFIXED | p.AUX) else bits


def _contraction(low: str, parts: Mapping[str, int]) -> int:
    """What an apostrophe makes of a word: 'he's' is a pronoun with its verb, 'Malika's' owns something."""
    head, _, tail = low.replace("’", "'").rpartition("'")
    known = parts.get(head, 0)
    if (known & p.PRONOUN or head in {"that", "there", "what"}) and tail in {"s", "d", "ve", "ll", "re", "m"}:
        return p.PRONOUN | p.CONTRACTED
    return p.POSSESSOR if tail == "s" or (not tail and head.endswith("s")) else 0
