"""State bodies named by where they sit: 'the Foreign Ministry in Moscow' is the Russian one, whoever else has one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from uzru.parsing.names.join import Name
from uzru.parsing.names.kind import ORGANIZATION
from uzru.parsing.names.lexicon import Lexicon

__all__ = ["mark_seated_bodies"]

_SEAT = re.compile(r" in ([A-Z][\w'’-]+)(?![\w'’-]| [A-Z])")
_STATE = frozenset({"GOV", "JUD", "LEG", "MIL"})


def mark_seated_bodies(lexicon: Lexicon, view: str, names: Iterable[Name]) -> None:
    """Give the bodies of a state that stand before its capital its adjective, as if it stood in front of them.

    >>> from uzru.knowledge import Knowledge
    >>> text = "The Foreign Ministry in Moscow said no."
    >>> name = Name(start=4, end=20, text="Foreign Ministry", kind=ORGANIZATION)
    >>> mark_seated_bodies(Lexicon(Knowledge()), text, [name])
    >>> name.text
    'Russian Foreign Ministry'
    """
    for name in names:
        if name.kind != ORGANIZATION or not view.startswith(" in ", name.end):
            continue
        seat = _SEAT.match(view, name.end)
        if seat is None:
            continue
        code = lexicon.capitals.get(seat[1])
        first, *_, last = name.text.split(" ") if " " in name.text else ("", "")
        head = lexicon.heads.get(last.lower())
        known = lexicon.organization(name.text)
        shared = known is None or not (known.country or "IGO" in known.sectors)  # by many states
        if code and head and shared and _STATE.intersection(head[1]) and first not in lexicon.demonyms:
            name.text = f"{lexicon.country_adjectives[code]} {name.text}".strip()
