"""The finer points of an event: its modes and contexts, by the words of its clause."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from uzru.model.plover import MODES, EventType
from uzru.parsing.events import parts as p

if TYPE_CHECKING:
    from uzru.parsing.events.clauses import Clause
    from uzru.parsing.events.lexicon import Lexicon

__all__ = ["find_contexts", "find_mode"]

# A finer mode replaces a coarser one of the same pattern: killed by a car bomb is `explosives` before `targeted`.
_COARSE = frozenset({"targeted", "demo", "beat", "firearms", "explosives", "aerial", ""})
_REACH = 16  # words around the trigger that may tell its mode


def find_mode(lexicon: Lexicon, clause: Clause, type_: EventType, mode: str, first: int, last: int) -> tuple[str, ...]:
    """The mode of an event: the one its pattern names, or a finer one that the words around the trigger tell."""
    words = lexicon.modes.get(type_)
    if words and mode in _COARSE:
        start, end = max(first - _REACH, 0), min(last + _REACH, len(clause.words))
        near = clause.words[start : end + 1]
        forms = words.keys() & near[: end - start]
        if not lexicon.mode_words.isdisjoint(near):
            forms |= words.keys() & {f"{word}-{after}" for word, after in pairwise(near)}
        told = {words[form] for form in forms}
        finer = next((found for found in words.values() if found in told), "") if told else ""
        if finer in MODES[type_]:
            return (finer,)
    return (mode,) if mode in MODES[type_] else ()


def find_contexts(lexicon: Lexicon, clause: Clause) -> tuple[str, ...]:
    """The contexts that the words of a sentence belong to, in alphabetical order."""
    if not clause.whole & p.CONTEXT:
        return ()
    words, bits, contexts = clause.words, clause.bits, lexicon.contexts
    found: set[str] = set()
    for i in [i for i in clause.marked if bits[i] & p.CONTEXT]:
        found.update(contexts.get(words[i], ()), contexts.get("-".join(words[i : i + 2]), ()))
    return tuple(sorted(found))
