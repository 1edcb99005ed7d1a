"""Closed lists of words, with an error that names the words."""

from __future__ import annotations

from enum import EnumType, StrEnum
from typing import Any

from uzru.errors import ModelError

__all__ = ["Vocabulary"]


class _Listed(EnumType):
    """Finds a word's member at once: records are made by the thousand, and `Enum` takes its time."""

    def __call__(cls, value: Any, *args: Any, **named: Any) -> Any:
        if value.__class__ is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except (KeyError, TypeError):  # no word of the list, or nothing to look up
            return super().__call__(value, *args, **named)


class Vocabulary(StrEnum, metaclass=_Listed):
    """A closed list of words; a word outside it raises `ModelError` that lists them all.

    >>> from uzru import QuoteKind
    >>> QuoteKind("direct") == "direct"
    True
    >>> QuoteKind("shouted")
    Traceback (most recent call last):
    ...
    uzru.errors.ModelError: 'shouted' is not one of direct, mixed, indirect
    """

    @classmethod
    def _missing_(cls, value: object) -> None:
        raise ModelError(f"{value!r} is not one of {', '.join(cls)}")
