"""Many words as one pattern that looks at each character once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from operator import itemgetter

__all__ = ["alternatives", "any_like", "openings"]

_MOST_ENDS, _MOST_STARTS = 11, 14  # more of them are slower to compile than they help
_ENDINGS = (["s"], [r"\."])  # written without brackets, for they are many


def alternatives(words: Iterable[str]) -> str:
    """A pattern that takes the longest of the words that matches, written as a prefix tree.

    A blank in a word takes a hyphen, too.

    >>> alternatives(["may", "march", "mar"])
    '(?:ma(?:r(?:ch)?|y))'
    """
    ordered = sorted(set(words))
    return f"(?:{_written(ordered, 0)})" if ordered else r"(?!)"


def any_like(words: Iterable[str]) -> str:
    r"""A pattern of what the words have of signs, lengths and ends or starts: it takes each of them, and much else.

    >>> any_like(["may", "the march", "mar"])
    '[a-z\\ \\-]{3,9}(?<=ar|ay|ch)'
    """
    words = set(words)
    if not words:
        return r"(?!)"
    signs = set("".join(words)).difference("abcdefghijklmnopqrstuvwxyz")  # all letters: sets take long to compile
    for sign, others in ((" ", "-"), ("'", "’")):
        signs.update(others if sign in signs else "")
    least, most = min(map(len, words)), max(map(len, words))
    ends = sorted({word[-2:] for word in words})
    own = f"[a-z{re.escape(''.join(sorted(signs)))}]{{{least},{most}}}"
    if least > 1 and len(ends) <= _MOST_ENDS and all(map(str.isalpha, ends)):
        return f"{own}(?<={'|'.join(ends)})"
    return f"(?={openings(words)}){own}" if least and len({word[0] for word in words}) <= _MOST_STARTS else own


def openings(words: Iterable[str]) -> str:
    r"""The first two letters of some words, as a pattern.

    >>> openings(["a", "an", "few", "five"])
    'a[\\Wn]|f[ei]'
    """
    seconds: dict[str, set[str]] = {}
    for word in words:
        seconds.setdefault(word[0], set()).add(word[1] if word[1:2].isalpha() else r"\W")
    return "|".join(f"{re.escape(first)}[{''.join(sorted(letters))}]" for first, letters in sorted(seconds.items()))


def _written(words: list[str], at: int) -> str:
    """What stands behind the first characters, so many, which the words have in common."""
    ends_here = len(words[0]) == at
    longer = words[1:] if ends_here else words
    if len(longer) < 2:
        branches = ["".join(map(_literal, word[at:])) for word in longer]
    else:
        branches = [_literal(first) + _written(list(same), at + 1) for first, same in groupby(longer, itemgetter(at))]
    if len(branches) < 2 and not ends_here:
        return branches[0]
    if branches in _ENDINGS:
        return f"{branches[0]}?"
    return f"(?:{'|'.join(branches)})" + ("?" if ends_here else "") if branches else ""


@cache
def _literal(character: str) -> str:
    if character == " ":
        return "[ -]"
    return "['’]" if character == "'" else re.escape(character)
