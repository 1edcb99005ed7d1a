"""Many words as one pattern that looks at each character once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from operator import itemgetter

__all__ = ["alternatives", "any_like"]

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
    """A pattern of the characters and lengths of the words alone: it takes each of them, and much else.

    >>> any_like(["may", "march", "mar"])
    '[achmry]{3,5}'
    """
    words = set(words)
    if not words:
        return r"(?!)"
    characters = set("".join(words))
    for character, others in ((" ", "-"), ("'", "’")):
        characters.update(others if character in characters else "")
    lengths = [len(word) for word in words]
    most = max(len(word) + word.count(" ") for word in words)
    return f"[{re.escape(''.join(sorted(characters)))}]{{{min(lengths)},{most}}}"


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
