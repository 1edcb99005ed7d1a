"""Quotations whose closing mark is missing: they end before the clause that says whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uzru.parsing.late import late
from uzru.parsing.quotes import parts as p

if TYPE_CHECKING:
    from uzru.parsing.quotes.lexicon import Lexicon
    from uzru.parsing.quotes.marks import Stretch

__all__ = ["clip_unclosed"]

# A comma, up to five words, and a verb at which its clause may end: ', Malika Ortikova said.'
_CLAUSE = late(r", (?=((?:[^\W\d_][\w’'.-]* ){1,5}?)(\w+)[.,])")
_NO_SPEAKER = p.AUX | p.VERB | p.COORD | p.SUBORD | p.THAT | p.TO | p.RELATIVE | p.WH | p.PREP


def clip_unclosed(view: str, stretches: list[Stretch], lexicon: Lexicon) -> list[Stretch]:
    """The marked stretches, each that has no closing mark ended where its speaker is named.

    >>> from uzru.knowledge import Knowledge
    >>> from uzru.parsing.quotes.lexicon import Lexicon
    >>> from uzru.parsing.quotes.marks import find_stretches
    >>> from uzru.parsing.text import plain_paragraphs
    >>> text = '"We stay, Malika said.'
    >>> stretch, = clip_unclosed(text, find_stretches(text, plain_paragraphs(text)), Lexicon(Knowledge()))
    >>> text[stretch.start : stretch.end]
    '"We stay,'
    """
    if all(stretch.closed for stretch in stretches):
        return stretches
    return [stretch if stretch.closed else _clip(view, stretch, lexicon) for stretch in stretches]


def _clip(view: str, stretch: Stretch, lexicon: Lexicon) -> Stretch:
    for match in _CLAUSE.finditer(view, stretch.inner_start, stretch.inner_end):
        if _speaks(match[1].split(), match[2], lexicon):
            end = match.start() + 1
            return stretch._replace(end=end, inner_end=end)
    return stretch


def _speaks(subject: list[str], verb: str, lexicon: Lexicon) -> bool:
    """Whether the words name somebody and the verb behind them is one of saying."""
    table = lexicon.table
    if not table[verb] & p.SAYING or not table[verb] & p.FINITE:
        return False
    first = table[subject[0]]
    if first & p.PRONOUN and not first & p.CONTRACTED:
        return len(subject) == 1
    return bool(first & (p.CAPITAL | p.DET)) and not any(table[word] & _NO_SPEAKER for word in subject)
