"""A member of an enumeration by its value; the error names the members."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from uzru.model import edtf
from uzru.model.granularity import Modifier

__all__ = ["member", "modifier"]

_E = TypeVar("_E", bound=StrEnum)


def member(kind: type[_E], value: str | None) -> _E | None:
    """The member with this value; the error names the members if there is no such one."""
    if value is None or isinstance(value, kind):
        return value
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(member.value for member in kind)
        edtf.refuse(str(value), f"this is no {kind.__name__.lower()}", f"take one of {known}")


def modifier(value: Modifier | str | None) -> Modifier | None:
    """The modifier with this value."""
    return member(Modifier, value)
