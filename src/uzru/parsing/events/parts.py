"""What a word can be for the event stage: bits, since a word may be several things."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "ACTING",
    "ADVERB",
    "ATTRIBUTIVE",
    "AUXILIARY",
    "BE",
    "COMPOUND",
    "CONDITION",
    "CONTEXT",
    "CROWD",
    "DETERMINER",
    "DO",
    "DOCUMENT",
    "DOER",
    "ENDER",
    "FIRST_PERSON",
    "FORCEFUL",
    "FUTURE",
    "GROUP",
    "HANGING",
    "HAVE",
    "HELPING",
    "JOINT",
    "LEAD_IN",
    "MINOR",
    "MODAL",
    "NAMING",
    "NEGATION",
    "NO",
    "NOMINAL",
    "NOUN",
    "OBLIGE",
    "OPENING",
    "OPERATOR",
    "PEOPLE",
    "POLITICAL",
    "POSSIBLE",
    "PREPOSITION",
    "PRESENT",
    "PRONOUN",
    "QUESTION",
    "READY",
    "RESTRICTIVE",
    "ROLES",
    "SAYING",
    "SCOPING",
    "SEPARABLE",
    "SILENCING",
    "SMALL",
    "STATES",
    "SUBORDINATOR",
    "SUPPOSING",
    "TELLING",
    "TOWARDS",
    "VERB",
    "mark",
]

ACTING: Final = 1 << 0  # a form of a verb that may tell an event; 'must'
NAMING: Final = 1 << 1  # a noun that may tell an event
HANGING: Final = 1 << 2  # likewise, which does so only of those whom a preposition hangs on it
OPENING: Final = 1 << 3  # the first word of a noun of several words that may do so
GROUP: Final = 1 << 4  # the first word of a group of people
STATES: Final = 1 << 5  # a word for several states: 'nations'
POLITICAL: Final = 1 << 6  # likewise, of one in public life
FORCEFUL: Final = 1 << 7  # a word that may tell of force
VERB: Final = 1 << 8  # a form of a verb of the tables
NOUN: Final = 1 << 9  # the first word of a noun of the tables
SCOPING: Final = 1 << 10  # a form of a verb that scopes over those behind it
ENDER: Final = 1 << 11  # what may end the words that a verb acts on
COMPOUND: Final = 1 << 12  # the first word of a noun of several words
CONTEXT: Final = 1 << 13  # a word that belongs to a context, or opens two that do
SMALL: Final = 1 << 14  # a word of the table `event-operators`, in whatever role
MINOR: Final = 1 << 15  # likewise, or 'that', 'to', 'than': no noun

# The roles of the table `event-operators` that are asked word by word; those asked most have the lowest bits.
ADVERB: Final = 1 << 16
BE: Final = 1 << 17
HAVE: Final = 1 << 18
DO: Final = 1 << 19
DETERMINER: Final = 1 << 20
PREPOSITION: Final = 1 << 21
PRONOUN: Final = 1 << 22
FUTURE: Final = 1 << 23
POSSIBLE: Final = 1 << 24
OBLIGE: Final = 1 << 25
NEGATION: Final = 1 << 26
READY: Final = 1 << 27
NO: Final = 1 << 28
SUBORDINATOR: Final = 1 << 29
QUESTION: Final = 1 << 30
CROWD: Final = 1 << 31
CONDITION: Final = 1 << 32
FIRST_PERSON: Final = 1 << 33
ATTRIBUTIVE: Final = 1 << 34
SEPARABLE: Final = 1 << 35
LEAD_IN: Final = 1 << 36
PRESENT: Final = 1 << 37
DOCUMENT: Final = 1 << 38
DOER: Final = 1 << 39
RESTRICTIVE: Final = 1 << 40
SUPPOSING: Final = 1 << 41
TOWARDS: Final = 1 << 42
HELPING: Final = 1 << 43  # a form of a verb behind which another stands in its base form
JOINT: Final = 1 << 44  # what may open a side clause, or behind a comma one with a subject of its own
SILENCING: Final = 1 << 45  # a word of sports, markets or weather
SAYING: Final = 1 << 46  # a word that may tell who says something

NOMINAL: Final = NAMING | HANGING | OPENING  # what tells an event without a verb
TELLING: Final = ACTING | NOMINAL
PEOPLE: Final = GROUP | STATES
OPERATOR: Final = FUTURE | POSSIBLE | OBLIGE | NEGATION | READY | NO  # what scopes over the verbs behind it
MODAL: Final = FUTURE | POSSIBLE | OBLIGE | DO  # what a verb in its base form follows
AUXILIARY: Final = HAVE | BE | DO

ROLES: Final = {
    "adverb": ADVERB,
    "attributive": ATTRIBUTIVE,
    "be": BE,
    "condition": CONDITION,
    "crowd": CROWD,
    "determiner": DETERMINER,
    "do": DO,
    "document": DOCUMENT,
    "doer": DOER,
    "first-person": FIRST_PERSON,
    "future": FUTURE,
    "have": HAVE,
    "lead-in": LEAD_IN,
    "negation": NEGATION,
    "no": NO,
    "oblige": OBLIGE,
    "possible": POSSIBLE,
    "preposition": PREPOSITION,
    "present": PRESENT,
    "pronoun": PRONOUN,
    "question": QUESTION,
    "ready": READY,
    "restrictive": RESTRICTIVE,
    "separable": SEPARABLE,
    "subordinator": SUBORDINATOR,
    "supposing": SUPPOSING,
    "towards": TOWARDS,
}
"""The bits of the roles, by their names in the table."""


def mark(bits: dict[str, int], *kinds: tuple[int, Iterable[str]]) -> dict[str, int]:
    """The bits of words with those of further kinds of words added.

    >>> mark({"visit": VERB}, (NOUN, ("visit", "envoy"))) == {"visit": VERB | NOUN, "envoy": NOUN}
    True
    """
    marked = dict(bits)
    for bit, words in kinds:
        for word in words:
            marked[word] = marked.get(word, 0) | bit
    return marked
