"""Whether two spellings may be one name: transliterations fold together, no list of names needed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["fold", "near", "near_ends", "near_keys"]

_INTERCHANGED = frozenset("KQXGJDZEYVW")  # the first letters of which one may be another
_LONG = 7  # letters of a folded word of which one may be another
# Ways to write one sound of Russian, Uzbek, Arabic and the like, in the order in which they are folded.
_SOUNDS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"[^a-z]", ""),
        (r"dzh|zh|dj", "j"),
        (r"kh|gh|q", "k"),
        (r"x", "k"),
        (r"sch|shch", "sh"),
        (r"ou|oo", "u"),
        (r"w", "v"),
        (r"ff$", "v"),
        (r"(?<=[aeiou])[yi](?=[aeou])", ""),
        (r"[iy]y|ij|ii", "i"),
        (r"y(?=[aeou])", ""),
        (r"y", "i"),
        (r"o(?=[vk])", "a"),
        (r"(?<=[ei])o", "e"),
        (r"(.)\1+", r"\1"),
    )
)
# A word without any of this is the same folded.
_SOUNDED = re.compile(r"[^a-z]|[jqwxy]|zh|[gk]h|sch|shch|o[kouv]|[aeiou]i[aeou]|[ei]o|(.)\1")


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """The word with different transliterations of a sound made one.

    >>> fold("Annayev") == fold("Annaev"), fold("Dzhurabaev") == fold("Jurabayev"), fold("Ortikov") == fold("Ortiqov")
    (True, True, True)
    """
    low = word[:40].lower()
    if _SOUNDED.search(low) is None:
        return low
    low = unicodedata.normalize("NFKD", low)
    for pattern, to in _SOUNDS:
        low = pattern.sub(to, low)
    return low


def near(one: str, other: str) -> bool:
    """Whether two words may be spellings of one name: they fold together, or are long and differ in one letter.

    >>> near("Mirzoyev", "Mirzoev"), near("Panin", "Panov"), near("Abdurahmonov", "Abdurahmanov")
    (True, False, True)
    >>> near("Yegor", "Egor"), near("Egor", "Igor")
    (True, False)
    """
    if one == other:
        return True
    if one[:1].lower() != other[:1].lower() and not _INTERCHANGED.issuperset((one[:1], other[:1])):
        return False
    first, second = fold(one), fold(other)
    if first == second:
        return len(first) > 2
    return min(len(first), len(second)) >= _LONG and _one_letter_apart(first, second)


def near_keys(word: str) -> list[str]:
    """Keys of which two near words share at least one, and few others do: a long word has one for each letter left out.

    >>> near_keys("Egor"), near_keys("Lee")
    (['egor'], ['le'])
    >>> sorted(set(near_keys("Abdurahmonov")) & set(near_keys("Abdurahmanov")))
    ['abdurahmnav']
    """
    folded = fold(word)
    if len(folded) < _LONG:
        return [folded or word]
    return list(dict.fromkeys([folded, *(folded[:at] + folded[at + 1 :] for at in range(len(folded)))]))


def near_ends(word: str) -> list[str]:
    """Two keys at most, of which two near words share at least one: the first and the last letters of a long word.

    >>> near_ends("Egor"), near_ends("Abdurahmonov")
    (['egor'], ['abd-', '-nav'])
    """
    folded = fold(word)
    if len(folded) < _LONG:
        return [folded or word]
    return [f"{folded[:3]}-", f"-{folded[-3:]}"]


def _one_letter_apart(one: str, other: str) -> bool:
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    return one[at + (len(one) == len(other)) :] == other[at + 1 :]
