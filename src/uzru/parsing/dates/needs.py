"""What must stand near for a rule to take anything, told by its template before any pattern of it is compiled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

__all__ = ["Needs", "first_words", "needs_of", "words_near"]

_REACH = 160  # characters within which all stands that a rule needs
_WORD = re.compile(r"[a-z]+|[\d½¼¾]+")
_FIGURE = "0"  # stands for any
# For the look at a template: sets and signs are one character, a group without others in it may be missing, be only
# looked at, be a sequence, or give alternatives, of which some are plain words.
_SIGN = re.compile(r"\(\?P=\w+\)|\[(?:\\.|[^\]\\])*\]|\\[^d]|~")
_IDLE = re.compile(r"\((?:\?<?[=!][^()]*\)|(?:\?:|\?P<\w+>)?[^()]*\)(?:[?*]|\{0))")
_SEQUENCE = re.compile(r"\((?:\?:|\?P<\w+>|(?!\?))([^()|]*)\)(?![?*]|\{0)")
_CHOICE = re.compile(r"\((?:\?:|\?P<\w+>|(?!\?))(?:([a-z |?.–—-]*)|[^()]*)\)(?![?*]|\{0)")
_ASKED = re.compile(r"<([^>]+)>|%([A-Z]+)|(\\d(?:\\d\??|\{[1-9](?:,\d)?\})*)(?!\?|\{0)|([a-z]{3,}|[/:])(?!\?)")


class Needs(NamedTuple):
    """What a template cannot do without.

    Attributes:
        texts: of each of these, one must stand there, be it within a word.
        words: of each of these, so many must stand there as words or figures.
    """

    texts: tuple[tuple[str, ...], ...]
    words: tuple[tuple[frozenset[str], int], ...]

    def are_met(self, low: str, at: int) -> bool:
        """Whether all of it stands behind an offset."""
        for texts in self.texts:
            if not any(low.find(text, at, at + _REACH) >= 0 for text in texts):
                return False
        words = words_near(low[at : at + _REACH])
        return all(sum(map(some.__contains__, words)) >= least for some, least in self.words)


@lru_cache(maxsize=64)  # the rules ask one after the other
def words_near(text: str) -> tuple[str, ...]:
    """The words and figures of a stretch.

    >>> words_near("may 12-year-old")
    ('may', '0', 'year', 'old')
    """
    return tuple([word if word.islower() else _FIGURE for word in _WORD.findall(text)])


def first_words(forms: Iterable[str], figures: bool = False) -> frozenset[str]:
    """The words that some forms begin with, and figures if so asked; none if that cannot be told.

    >>> sorted(first_words(["early morning", "o'clock"]))
    ['early', 'o']
    """
    found = [_WORD.search(form) for form in forms]
    words = [word[0] if word[0].islower() else _FIGURE for word in found if word]
    return frozenset((*words, *_FIGURE * figures)) if len(words) == len(found) else frozenset()


def needs_of(template: str, shown: Mapping[str, frozenset[str]]) -> Needs:
    """What a template cannot do without; `shown` are the words of which a macro begins with one.

    >>> needs_of("(?:the )?%NUM~(?:days?|weeks) (?:or so )?ago(?![a-z])", {"NUM": frozenset({"two"})})
    Needs(texts=(('day', 'weeks'), ('ago',)), words=((frozenset({'two'}), 1),))
    """
    left, before = _SIGN.sub(".", template), ""
    while left != before:
        before, left = left, _SEQUENCE.sub(r"\1", _IDLE.sub(".", left))
        if left == before:
            left = _CHOICE.sub(_plain_words, left)
    texts: list[tuple[str, ...]] = []
    words: list[frozenset[str]] = []
    for found in () if "(" in left or "|" in left else _ASKED.finditer(left):
        choice, macro, figure, text = found.groups()
        if choice or text:
            texts.append(tuple((choice or text).split(",")))
        elif figure or shown.get(macro):
            words.append(shown[macro] if macro else frozenset(_FIGURE))
    return Needs(tuple(texts), tuple(Counter(words).items()))


def _plain_words(found: re.Match[str]) -> str:
    """Alternatives that begin with plain words, as what is asked; of others it is not known what they need."""
    words = [re.split(r".\?|\.", one)[0] for one in (found[1] or "").split("|")]
    return f"<{','.join(words)}>" if all(words) else "."
