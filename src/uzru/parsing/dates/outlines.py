"""Patterns that stand for slow ones until those pay: any word with the looks of one in the tables will do."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from itertools import count
from typing import NamedTuple

from uzru.parsing.dates.prefix_tree import any_like, openings

__all__ = ["Likenesses", "Outline", "expand"]

_LONGEST_HALF = 40  # what 'and a half' and figures may add to the length of a number
_ORDINALS = ("st", "nd", "rd", "th")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MACRO = re.compile(r"%([A-Z]+)(\d?)")


def expand(template: str, macros: Mapping[str, str]) -> re.Pattern[str]:
    """Compile a template: `%MONTH` and the like are macros, `~` is a blank or hyphen.

    In a macro, `{k}` stands for the digit behind its name, `{n}` for a number that no other one in the template has.
    """
    numbers = count()
    return re.compile(
        _MACRO.sub(
            lambda found: macros[found[1]].replace("{k}", found[2]).replace("{n}", str(next(numbers))),
            template.replace("~", "[ -]"),
        )
    )


class Outline(NamedTuple):
    """A pattern that is compiled in a fraction of the time, and matches wherever that of a template does.

    Attributes:
        pattern: the pattern.
        words: its groups for a word of the tables, each with the words that may stand there.
    """

    pattern: re.Pattern[str]
    words: tuple[tuple[str, Container[str]], ...]

    def is_exact(self, found: re.Match[str]) -> bool:
        """Whether the template's own pattern would have matched the same, for all words are in the tables.

        Both try the longest of what may stand for a word first, so what fits the outline first does so there, too.
        """
        for group, words in self.words:
            word = found[group]
            if word is not None and word not in words:
                return False
        return True


def _is_figures(text: str) -> bool:
    return text.isascii() and text.isdecimal()


class _Numbers(Container[str]):
    """Numbers in words or in up to four figures."""

    def __init__(self, words: Container[str]) -> None:
        self._words = words

    def __contains__(self, text: object) -> bool:
        return text in self._words or (isinstance(text, str) and _is_figures(text) and len(text) <= 4)


class _Days(Container[str]):
    """Days of the month, in words or figures."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)

    def __contains__(self, text: object) -> bool:
        if not isinstance(text, str) or not text[0].isdecimal():
            return text in self._words
        return 0 < int(text) < 32 if _is_figures(text) else text[-2:] in _ORDINALS


class _Years(Container[str]):
    """Years of four figures, of the second millennium or our own century."""

    def __contains__(self, text: object) -> bool:
        return isinstance(text, str) and len(text) == 4 and _is_figures(text) and text[0] in "12" and text[:2] < "21"


class Likenesses:
    """Writes the groups of outlines, and knows the words that they stand for.

    >>> like = Likenesses()
    >>> like.any(["may", "june"])
    '(?P<_{n}_0>[a-z]{3,4}(?<=ay|ne))'
    """

    def __init__(self) -> None:
        self._words: list[Container[str]] = []

    def any(self, words: Iterable[str]) -> str:
        """A group for any of some words."""
        words = frozenset(words)
        return self._group(words, any_like(words))

    def number(self, words: Iterable[str]) -> str:
        """A group for a number, in words or figures."""
        words = frozenset(words)
        signs = re.escape("".join(sorted({*"½¼¾,./ '’-", *"".join(words)}.difference(_LETTERS))))
        longest = max(map(len, words), default=0) + _LONGEST_HALF
        return self._group(_Numbers(words), rf"(?=[\d½¼¾]|{openings(words)})[\da-z{signs}]{{1,{longest}}}")

    def day(self, words: Iterable[str]) -> str:
        """A group for a day of the month, in words or figures."""
        behind = r"(?:[a-z]{2}(?![a-z])|(?![\d%/]|:\d|,\d{3}(?!\d)|\.\d))"
        return self._group(_Days(words), rf"{any_like(words)}(?![a-z])|\d{{1,2}}{behind}")

    def year(self) -> str:
        """A group for a year, perhaps one of two figures behind a quotation mark."""
        return self._group(_Years(), r"(?:ad |['’‘])?\d{1,4}(?!\d)(?: (?:bc|b\.|ad|ce)[ce.]{0,4})?")

    def _group(self, words: Container[str], source: str) -> str:
        self._words.append(words)
        return f"(?P<_{{n}}_{len(self._words) - 1}>{source})"

    def outline(self, template: str, macros: Mapping[str, str]) -> Outline:
        """The outline of a template, in which these groups stand."""
        pattern = expand(template, macros)
        groups = (name for name in pattern.groupindex if name.startswith("_"))
        return Outline(pattern, tuple((name, self._words[int(name.rpartition("_")[2])]) for name in groups))
