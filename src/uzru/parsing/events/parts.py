"""What a word can be for the event stage: bits, since a word may be several things."""

from __future__ import annotations

from typing import Final

__all__ = [
    "ADVERB",
    "ALONE",
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
    "FUTURE",
    "HAVE",
    "LEAD_IN",
    "MINOR",
    "MODAL",
    "NAMING",
    "NEGATION",
    "NO",
    "NOUN",
    "OBLIGE",
    "OPENING",
    "OPERATOR",
    "PARTNERED",
    "POSSIBLE",
    "PREPOSITION",
    "PRESENT",
    "PRONOUN",
    "QUESTION",
    "READY",
    "RESTRICTIVE",
    "ROLES",
    "SEPARABLE",
    "SMALL",
    "SUBORDINATOR",
    "SUPPOSING",
    "TELLING",
    "TOWARDS",
    "VERB",
    "WALKED",
]

ALONE: Final = 1 << 0  # a form of a verb by which a clause of any words may tell an event; 'must'
PARTNERED: Final = 1 << 1  # a form of a verb that may do so among certain words
NAMING: Final = 1 << 2  # a noun that may tell an event
OPENING: Final = 1 << 3  # the first word of a noun of several words that may do so
VERB: Final = 1 << 4  # a form of a verb of the tables
NOUN: Final = 1 << 5  # the first word of a noun of the tables
WALKED: Final = 1 << 6  # what the walk through a clause minds besides the verbs that tell events
ENDER: Final = 1 << 7  # what may end the words that a verb acts on
COMPOUND: Final = 1 << 8  # the first word of a noun of several words
CONTEXT: Final = 1 << 9  # a word that belongs to a context, or opens two that do
SMALL: Final = 1 << 10  # a word of the table `event-operators`, in whatever role
MINOR: Final = 1 << 11  # likewise, or 'that', 'to', 'than': no noun

# The roles of the table `event-operators` that are asked word by word.
ADVERB: Final = 1 << 12
BE: Final = 1 << 13
HAVE: Final = 1 << 14
DO: Final = 1 << 15
DETERMINER: Final = 1 << 16
PREPOSITION: Final = 1 << 17
PRONOUN: Final = 1 << 18
FUTURE: Final = 1 << 19
POSSIBLE: Final = 1 << 20
OBLIGE: Final = 1 << 21
NEGATION: Final = 1 << 22
READY: Final = 1 << 23
NO: Final = 1 << 24
SUBORDINATOR: Final = 1 << 25
QUESTION: Final = 1 << 26
CROWD: Final = 1 << 27
CONDITION: Final = 1 << 28
FIRST_PERSON: Final = 1 << 29
ATTRIBUTIVE: Final = 1 << 30
SEPARABLE: Final = 1 << 31
LEAD_IN: Final = 1 << 32
PRESENT: Final = 1 << 33
DOCUMENT: Final = 1 << 34
DOER: Final = 1 << 35
RESTRICTIVE: Final = 1 << 36
SUPPOSING: Final = 1 << 37
TOWARDS: Final = 1 << 38

TELLING: Final = ALONE | PARTNERED | NAMING | OPENING
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
