"""A text cut into tokens with their offsets, without a step in Python for each."""

from __future__ import annotations

import re
from array import array
from itertools import accumulate

__all__ = ["cut"]


def cut(pattern: re.Pattern[str], text: str, at: int = 0) -> tuple[list[str], array[int], array[int]]:
    r"""The tokens, where they start and where they end, in a text that begins at an offset.

    The pattern has one group around all of it.  Offsets are arrays, which take a fifth of a list's memory.

    >>> cut(re.compile(r"(\w+|[^\w\s])"), "Chad voted.", 100)
    (['Chad', 'voted', '.'], array('q', [100, 105, 110]), array('q', [104, 110, 111]))
    """
    pieces = pattern.split(text)  # every other one a token
    bounds = array("q", list(accumulate(map(len, pieces), initial=at)))  # from a list it is made at once
    return pieces[1::2], bounds[1:-1:2], bounds[2::2]
