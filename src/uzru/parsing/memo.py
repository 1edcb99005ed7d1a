"""What is made when first asked for: what is told of words, kept within bounds, and attributes."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar

__all__ = ["Lazy", "Memo"]

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


class Lazy(Generic[Value]):
    """An attribute made when first asked for: a `functools.cached_property` without its lock, which takes longest.

    >>> class Name:
    ...     @Lazy
    ...     def letters(self) -> list[str]:
    ...         return list("Nukus")
    >>> name = Name()
    >>> name.letters is name.letters
    True
    """

    def __init__(self, make: Callable[[Any], Value]) -> None:
        self._make, self._name = make, make.__name__
        self.__doc__ = make.__doc__

    def __get__(self, holder: object, owner: type | None = None) -> Value:
        value = holder.__dict__[self._name] = self._make(holder)
        return value
