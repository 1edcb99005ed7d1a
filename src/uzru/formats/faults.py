"""What cattrs found wrong with a document, as paths and messages for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from cattrs.errors import AttributeValidationNote, ForbiddenExtraKeysError, IterableValidationNote

__all__ = ["Fault", "faults_of"]

Fault: TypeAlias = tuple[str, str]
"""A JSON path, and what is wrong there."""


def faults_of(error: BaseException, path: str = "$") -> list[Fault]:
    """All that an error of a converter that gathers faults tells of the value at this path."""
    return list(_walk(error, path)) or [(path, str(error))]


def _walk(error: BaseException, path: str) -> Iterator[Fault]:
    if isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(map(str, error.extra_fields)):
            yield f"{path}.{key}", "no such field; see the model's documentation for the fields"
    elif isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from _walk(inner, path + _step(inner))
    elif isinstance(error, KeyError):
        yield f"{path}.{error.args[0]}", "this field is missing"
    else:
        yield path, str(error)


def _step(error: BaseException) -> str:
    """The part of the path that cattrs notes beside an error."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, IterableValidationNote):
            return f"[{note.index}]"
        if isinstance(note, AttributeValidationNote) and not isinstance(error, KeyError):
            return f".{note.name}"
    return ""
