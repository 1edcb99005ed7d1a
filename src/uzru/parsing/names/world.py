"""Bodies of the United Nations that news names without it: 'the Security Council', unless a country has one too."""

from __future__ import annotations

import re
from collections.abc import Iterable

from uzru.parsing.late import late
from uzru.parsing.names.join import Name
from uzru.parsing.names.kind import ORGANIZATION
from uzru.parsing.names.lexicon import Lexicon

__all__ = ["mark_world_bodies"]

_WORLD = "United Nations"
_LAST = late(r"([\w'’.-]+) $")
_OFFICIAL = re.compile(r"['’]?s? ([A-Za-z]+)")
_REACH = 30


def mark_world_bodies(lexicon: Lexicon, view: str, names: Iterable[Name]) -> None:
    """Give such bodies their full names, unless the text says somewhere whose they are, or who leads them.

    >>> from uzru.knowledge import Knowledge
    >>> def told(text):
    ...     names = [
    ...         Name(start=at.start(), end=at.end(), text=at[0], kind=ORGANIZATION)
    ...         for at in re.finditer("Security Council", text)
    ...     ]
    ...     mark_world_bodies(Lexicon(Knowledge()), text, names)
    ...     return [name.text for name in names]
    >>> told("The Security Council met.")
    ['United Nations Security Council']
    >>> told("The Security Council met. Its secretary told Security Council Secretary Egor Panin.")
    ['Security Council', 'Security Council']
    """
    bodies = lexicon.closed["world-body"]
    bare: dict[str, list[Name]] = {}
    for name in names:
        if name.kind == ORGANIZATION and name.text in bodies:
            bare.setdefault(name.text, []).append(name)
    for text, same in bare.items():
        if not any(_is_owned(lexicon, view, at.start(), at.end()) for at in re.finditer(re.escape(text), view)):
            for name in same:
                name.text = f"{_WORLD} {text}"


def _is_owned(lexicon: Lexicon, view: str, start: int, end: int) -> bool:
    """Whether a country's name stands in front, or an office that the United Nations' body has not stands behind."""
    front = _LAST.search(view, max(0, start - _REACH), start)
    word = front[1] if front else ""
    if word[-2:] in ("'s", "’s") or word in lexicon.demonyms or word in lexicon.countries or word in ("its", "his"):
        return True
    behind = _OFFICIAL.match(view, end)
    return behind is not None and lexicon.is_office(behind[1].lower())
