"""Many words as one pattern that looks at each character once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

__all__ = ["alternatives", "any_like"]

_Tree = dict[str, "_Tree"]

_ENDINGS = (["s"], [r"\."])  # written without brackets, for they are many


def alternatives(words: Iterable[str]) -> str:
    """A pattern that takes the longest of the words that matches, written as a prefix tree.

    A blank in a word takes a hyphen, too.

    >>> alternatives(["may", "march", "mar"])
    '(?:ma(?:r(?:ch)?|y))'
    """
    root: _Tree = {}
    for word in sorted(set(words)):
        node = root
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return f"(?:{_written(root)})" if root else r"(?!)"


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


def _written(node: _Tree) -> str:
    branches = [_literal(character) + _written(below) for character, below in node.items() if character]
    if not branches:
        return ""
    ends_here = "" in node
    if len(branches) == 1 and not ends_here:
        return branches[0]
    if branches in _ENDINGS:
        return f"{branches[0]}?"
    return f"(?:{'|'.join(branches)})" + ("?" if ends_here else "")


@cache
def _literal(character: str) -> str:
    if character == " ":
        return "[ -]"
    return "['’]" if character == "'" else re.escape(character)
