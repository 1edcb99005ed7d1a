"""Closed lists of words, with an error that names the words."""

from __future__ import annotations

from enum import StrEnum

from uzru.errors import ModelError

__all__ = ["Vocabulary"]


class Vocabulary(StrEnum):
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
