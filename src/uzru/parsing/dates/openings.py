"""With which letters a match of a pattern may begin, so that a rule is asked only where it may take something."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

__all__ = ["heads", "opening_at", "openings"]

_LENGTH = 4  # letters of the first word that are looked at
_DIGIT, _NOTHING, _ANYTHING = "0", "", "*"
_HEAD = re.compile(rf"[a-z]{{1,{_LENGTH}}}")
# Brackets with what tells their sort, characters, how often, and words but for a last letter that may be left out.
_PARTS = re.compile(
    r"%[A-Z]+\d?|\(\?P=\w+\)|\((?:\?(?:P<[^>]+>|<?[=!]|:))?|\[[^\]]+\]|\\.|[?*]\??|\{[^}]*\}"
    r"|[a-z]+(?=[a-z][?*{])|[a-z]+(?![?*{])|.",
    re.DOTALL,
)
_LOOK_AROUND = ("(?=", "(?!", "(?<")
_MAY_BE_LEFT_OUT = ("?", "*", "{0")
_RANGE = re.compile(r"[a-z]-[a-z]|\\[a-zA-Z]|\^")


def opening_at(low: str, at: int) -> str:
    """The first letters there; a zero for any digit.

    >>> opening_at("in march 2004", 3), opening_at("in 2004", 3)
    ('marc', '0')
    """
    return _DIGIT if low[at : at + 1].isdecimal() else low[at : at + _LENGTH]


def openings(pattern: str, macros: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """What opens a match: with one of these begins what `opening_at` gives; an empty one, if it may be anything.

    >>> openings(r"(?:the )?(?:last|next)~weeks?", {}), openings(r"['’]?%TENs", {"TEN": ["0"]}), openings("[a-z]+", {})
    (('last', 'next', 'the'), ("'", '0', '’'), ('',))
    """
    found = _of_alternatives(_PARTS.findall(pattern)[::-1], macros)
    return (_NOTHING,) if found & {_NOTHING, _ANYTHING} else tuple(sorted(found))


def heads(words: Iterable[str]) -> str:
    r"""A pattern that begins as the words do, and is short.

    >>> print(heads(["march", "may", "1st", "½"]))
    (?:.|\d|marc|may)
    """
    found = {head[0] if (head := _HEAD.match(word)) else r"\d" if word[:1].isdecimal() else "." for word in words}
    return f"(?:{'|'.join(sorted(found))})"


def _of_alternatives(parts: list[str], macros: Mapping[str, Iterable[str]]) -> set[str]:
    """The openings of what stands up to a closing bracket; the parts are taken from the end of the list."""
    found = _of_sequence(parts, macros)
    while parts and parts.pop() == "|":
        found |= _of_sequence(parts, macros)
    return found


def _of_sequence(parts: list[str], macros: Mapping[str, Iterable[str]]) -> set[str]:
    found = {_NOTHING}
    while parts and parts[-1] not in ("|", ")"):
        part = parts.pop()
        if part.startswith("(") and not part.endswith(")"):
            first = _of_alternatives(parts, macros)
            first = {_NOTHING} if part.startswith(_LOOK_AROUND) else first
        else:
            first = _of_part(part, macros)
        if parts and parts[-1][0] in "?*+{" and parts.pop().startswith(_MAY_BE_LEFT_OUT):
            first |= {_NOTHING}
        if _NOTHING in found:
            found = (found - {_NOTHING}) | first
    return found


def _of_part(part: str, macros: Mapping[str, Iterable[str]]) -> set[str]:
    if part == r"\d":
        return {_DIGIT}
    if part[0] == "%" and len(part) > 1:
        return {first or _ANYTHING for first in macros[part.strip("%0123456789")]}
    if part[0] == "[":
        inner = part[1:-1].replace(r"\d", _DIGIT)
        return {_ANYTHING} if _RANGE.search(inner) else {_DIGIT if sign.isdecimal() else sign for sign in inner}
    if part[0] in ".^$(~" or (part[0] == "\\" and part[1].isalpha()):
        return {_ANYTHING}
    word = part.lstrip("\\")
    return {_DIGIT if word.isdecimal() else word[:_LENGTH]}
