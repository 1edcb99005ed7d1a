"""Persons that a word of kinship tells: 'her son, Alyaksandr', 'his wife Gulsara'."""

from __future__ import annotations

from collections.abc import Iterable

from uzru.parsing.late import late
from uzru.parsing.names.join import Name
from uzru.parsing.names.kind import ORGANIZATION, PERSON, PLACE
from uzru.parsing.names.lexicon import Lexicon

__all__ = ["mark_kin"]

_BEFORE = late(r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|my|our)|['’]s) (?:[a-z]{1,12} )?[a-z-]{3,15},? $")
_REACH, _LONGEST = 45, 18


def mark_kin(lexicon: Lexicon, view: str, names: Iterable[Name]) -> None:
    """Make persons of the names that stand behind such a word, unless the tables know better.

    >>> from uzru.knowledge import Knowledge
    >>> name = Name(start=9, end=19, text="Alyaksandr", kind=ORGANIZATION)
    >>> mark_kin(Lexicon(Knowledge()), "His son, Alyaksandr, left.", [name])
    >>> name.kind == PERSON
    True
    """
    kin = lexicon.closed["kin"]
    for name in names:
        if name.kind in (ORGANIZATION, PLACE):
            word = view[max(0, name.start - _LONGEST) : name.start].rstrip(" ,").rpartition(" ")[2]
            if (
                word in kin
                and name.text not in lexicon.organizations
                and _BEFORE.search(view, max(0, name.start - _REACH), name.start)
            ):
                name.kind, name.why = PERSON, (f"stands behind '{word}'",)
