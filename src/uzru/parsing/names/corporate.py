"""Organizations that a noun tells: 'the energy giant Enertek', 'Enertek, an oil company', 'Enertek President X'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import ascii_lowercase

from uzru.parsing.names.join import Name
from uzru.parsing.names.kind import ORGANIZATION, PERSON, PLACE
from uzru.parsing.names.lexicon import Lexicon

__all__ = ["mark_corporate"]

_APPOSED = re.compile(r", (?:a|an|the|its|one of) ((?:[\w'’-]{1,30} ){0,5}[a-z]{1,30})(?=[ ,.;])")
_HEADED = re.compile(
    r" (?:Vice[ -])?(President|Chairman|Chairwoman|CEO|Chief Executive)(?= (?:Officer )?[A-Z][\w'’-]*[a-z] [A-Z])"
)
_BEHIND = re.compile(r" ([a-z]+)\b")
_THE = re.compile(r"\b[Tt]he (?:[a-z-]{1,20} ){0,2}$")
_REACH = 20
_LOST = ("in", "of", "for", "that", "which", "who", "with", "from")  # behind these nothing names the head


def mark_corporate(lexicon: Lexicon, view: str, names: Sequence[Name]) -> None:
    """Make organizations of the one-word names that stand beside a noun for one, wherever they stand.

    >>> from uzru.knowledge import Knowledge
    >>> text = "The oil giant Enertek fell. Enertek left."
    >>> names = [Name(start=a, end=a + 7, text="Enertek", kind=PERSON) for a in (14, 28)]
    >>> mark_corporate(Lexicon(Knowledge()), text, names)
    >>> [name.kind == ORGANIZATION for name in names]
    [True, True]
    """
    surnames = {name.text.rsplit(" ", 1)[-1] for name in names if name.kind == PERSON and " " in name.text}
    single = [n for n in names if n.kind in (PERSON, PLACE) and " " not in n.text and n.text not in surnames]
    nouns = {name.text: noun for name in single if (noun := _noun_beside(lexicon, view, name))}
    for name in names:
        if name.kind == PERSON and name.text not in nouns and (noun := _called(lexicon, view, name)):
            name.kind, name.why = ORGANIZATION, (f"stands between 'the' and '{noun}'",)
    for name in single:
        if name.text in nouns and name.text not in lexicon.places:
            name.kind, name.why = ORGANIZATION, (f"stands beside '{nouns[name.text]}' somewhere",)


def _called(lexicon: Lexicon, view: str, name: Name) -> str | None:
    """The noun of 'the radical Harakat-i Islom group'; 'the Egor Panin group' may be people around him."""
    noun = _BEHIND.match(view, name.end)
    if noun is None or noun[1] not in lexicon.closed["body-noun"]:
        return None
    first = name.text.split(" ", 1)[0]
    if first in lexicon.first_names or first.rstrip(".").lower() in lexicon.titles:
        return None
    return noun[1] if _THE.search(view, max(0, name.start - _REACH * 3), name.start) else None


def _noun_beside(lexicon: Lexicon, view: str, name: Name) -> str | None:
    corporate = lexicon.closed["corporate"]
    front, _, behind = view[max(0, name.start - _REACH) : name.start].rpartition(" ")
    if not behind and (word := front[len(front.rstrip(ascii_lowercase)) :]) in corporate:
        return word
    if view.startswith(" ", name.end):
        headed = _HEADED.match(view, name.end) if name.kind == PERSON else None
        return headed[1].lower() if headed is not None and "F" not in lexicon.flags(name.text) else None
    apposed = _APPOSED.match(view, name.end) if view.startswith(", ", name.end) else None
    if apposed is None:
        return None
    words = apposed[1].split()
    head = next((word for at, word in enumerate(words) if words[at + 1 : at + 2] in ([], *([w] for w in _LOST))), "")
    return head if head in corporate else None
