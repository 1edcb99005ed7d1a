"""Patterns that are compiled when they are first used: many serve what few texts hold."""

from __future__ import annotations

import re
from typing import Any, cast

__all__ = ["late"]


class _LatePattern:
    """Stands for a pattern; from its first use on, its methods are the pattern's own."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # what copying and pickling ask for
            raise AttributeError(name)
        value = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, value)
        return value

    def __reduce__(self) -> tuple[Any, ...]:
        return (late, (self._source, self._flags))


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    r"""A pattern, compiled at its first use; as fast as any from then on.

    >>> numbers = late(r"\d+")
    >>> numbers.findall("12 of 15"), numbers.pattern
    (['12', '15'], '\\d+')
    """
    return cast("re.Pattern[str]", _LatePattern(source, flags))
