"""What is told of words, made when first asked for and kept within bounds."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

__all__ = ["Memo"]

_MOST = 1 << 15

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Memo(dict[Key, Value]):
    """Keeps what a pure function gives, until there is so much that it begins anew (`most`).

    >>> lengths = Memo[str, int](len)
    >>> lengths["Nukus"], dict(lengths)
    (5, {'Nukus': 5})
    """

    def __init__(self, make: Callable[[Key], Value], most: int = _MOST) -> None:
        super().__init__()
        self._make = make
        self._most = most

    def __missing__(self, key: Key) -> Value:
        if len(self) >= self._most:
            self.clear()
        value = self[key] = self._make(key)
        return value
