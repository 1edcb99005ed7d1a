"""Whether a verb's act counts where the verb stands: governed by what is before it, agreed on, done by being said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uzru.model.plover import EventType
from uzru.parsing.events import parts as p
from uzru.parsing.events.matching import match_verb
from uzru.parsing.events.verbs import FINITE, read_verb

if TYPE_CHECKING:
    from uzru.parsing.events.clauses import Clause
    from uzru.parsing.events.lexicon import Lexicon
    from uzru.parsing.events.matching import Match
    from uzru.parsing.events.verbs import Verb

__all__ = ["carries_on", "is_agreed", "is_deed", "is_governed", "is_wording"]

_ADDRESS = 7  # words from whom a document goes to to the verb that says what it does
_SAID = frozenset({EventType.THREATEN, EventType.ACCUSE})


def carries_on(lexicon: Lexicon, clause: Clause, verb: Verb, floor: int) -> bool:
    """Whether a gerund is the act of the clause: 'began shelling', 'after meeting'."""
    before = clause.words[verb.word - 1] if verb.word > floor else ""
    if (before == "," and verb.word > floor + 3) or before == "by":
        return True
    if verb.word == floor + 1 and clause.bits[floor] & (p.SUBORDINATOR | p.LEAD_IN):
        return True
    at = _skip_adverbs(clause, verb.word - 1, floor)
    if at >= floor and (clause.bits[at] & p.DOCUMENT or _is_addressed(clause, verb.word, floor)):
        return True
    if verb.word > floor + 1 and clause.bits[verb.word - 2] & p.DOER:
        return True
    return lexicon.may_be(before, "transparent")


def _is_addressed(clause: Clause, i: int, floor: int) -> bool:
    """Whether a document and whom it goes to stand before a word: 'a letter to the Chadian premier demanding'."""
    for at in range(i - 2, max(i - _ADDRESS, floor) - 1, -1):
        if clause.words[at] == "to":
            return at > floor and clause.bits[at - 1] & p.DOCUMENT > 0
        if clause.bits[at] & (p.VERB | p.SUBORDINATOR) or not clause.words[at][0].isalnum():
            return False
    return False


def is_wording(lexicon: Lexicon, clause: Clause, match: Match) -> bool:
    """Whether a verb only says how a document came to be that tells its own act: 'adopted a resolution condemning'."""
    end = match.object_end
    if match.type is not EventType.SUPPORT or not match.object_start < end < len(clause.words):
        return False
    if not clause.words[end].endswith("ing"):
        return False
    return bool(clause.bits[end - 1] & p.DOCUMENT) and _tells(lexicon, clause, end)


def _tells(lexicon: Lexicon, clause: Clause, i: int) -> bool:
    """Whether a pattern holds for the verb at a word."""
    verb = read_verb(lexicon, clause, i, i - 1) if i in clause.live else None
    return verb is not None and match_verb(lexicon, clause, verb, i, len(clause.words)) is not None


def is_governed(lexicon: Lexicon, clause: Clause, verb: Verb, floor: int) -> bool:
    """Whether a verb or operator before 'to' takes the infinitive: 'began to', 'agreed to', 'is ready to'."""
    at = _skip_adverbs(clause, verb.word - 2, floor)
    if at < floor:
        return False
    if clause.bits[at] & (p.READY | p.BE | p.HAVE):
        return True
    return any(form.lemma in lexicon.operators for form in lexicon.verbs[clause.words[at]])


def is_agreed(clause: Clause, agree: Verb, verb: Verb) -> bool:
    """Whether an act is what is agreed on: 'offered to admit', but not 'offered asylum to a man expelled from'."""
    if verb.kind not in FINITE:
        return True
    between = range(agree.end, verb.word)
    return any(clause.bits[i] & p.OPERATOR or clause.words[i] == "that" for i in between)


def is_deed(lexicon: Lexicon, clause: Clause, match: Match | None, on: bool) -> bool:
    """Whether a verb of agreeing does what it says: 'agreed a treaty', 'offered an apology', not 'agreed on one'."""
    if match is None or not match.pattern.objects:
        return False
    if clause.words[match.object_start] in lexicon.uttered:
        return True
    return match.type in _SAID or (match.type is EventType.SUPPORT and not on)


def _skip_adverbs(clause: Clause, at: int, floor: int) -> int:
    """The nearest word from `at` back to `floor` that is no adverb."""
    while at > floor and clause.bits[at] & p.ADVERB:
        at -= 1
    return at
