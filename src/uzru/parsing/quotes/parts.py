"""What a token can be in its sentence: bits, since a token may be several things."""

from __future__ import annotations

from typing import Final

__all__ = [
    "ABBREVIATION",
    "ACCORD",
    "ADJUNCT",
    "ADVERB",
    "ALONE",
    "ARTICLE",
    "ATOM",
    "AUX",
    "BASE",
    "BE",
    "CAPITAL",
    "CLOSE",
    "COLON",
    "COMMA",
    "CONTEXT",
    "CONTRACTED",
    "COORD",
    "CUE",
    "DASH",
    "DET",
    "DOCUMENT",
    "ED",
    "ENDS",
    "FEELING",
    "FINITE",
    "GERUND",
    "INNER",
    "INTRODUCER",
    "JOINS",
    "MAKE",
    "NEGATION",
    "NORM",
    "NOUN",
    "NUMBER",
    "OBJECTIVE",
    "OPEN",
    "PARTICIPLE",
    "PARTICLE",
    "PAST",
    "PAUSE",
    "POSSESSIVE",
    "POSSESSOR",
    "PREDICATE",
    "PREP",
    "PRONOUN",
    "RELATIVE",
    "SAYING",
    "SEMICOLON",
    "SINGULAR",
    "SPECIFIER",
    "SPOKEN",
    "STANCE",
    "STOP",
    "SUBORD",
    "THAT",
    "THIRD",
    "TIME",
    "TITLE",
    "TITLED",
    "TO",
    "TURNS",
    "VERB",
    "VERBAL",
    "WH",
    "WORD",
]

# Those that are asked most, and that most tokens have, come first: arithmetic with 30 bits is the fastest.
COMMA: Final = 1 << 0
STOP: Final = 1 << 1  # full stop, question mark, exclamation mark, ellipsis
COLON: Final = 1 << 2
SEMICOLON: Final = 1 << 3
DASH: Final = 1 << 4  # a dash, not a hyphen
OPEN: Final = 1 << 5  # an opening bracket
CLOSE: Final = 1 << 6  # a closing bracket
ATOM: Final = 1 << 7  # a marked stretch, seen as one
WORD: Final = 1 << 8
CAPITAL: Final = 1 << 9  # begins with a capital
AUX: Final = 1 << 10
ADVERB: Final = 1 << 11
DET: Final = 1 << 12
ARTICLE: Final = 1 << 13  # a, the: a noun must follow
PREP: Final = 1 << 14
COORD: Final = 1 << 15  # and, but, or
SUBORD: Final = 1 << 16  # because, when, although
THAT: Final = 1 << 17
TO: Final = 1 << 18
WH: Final = 1 << 19  # whether, how, why
RELATIVE: Final = 1 << 20
PRONOUN: Final = 1 << 21  # he, they, who: may be a subject
OBJECTIVE: Final = 1 << 22  # him, them
POSSESSIVE: Final = 1 << 23  # his, their
TIME: Final = 1 << 24  # Monday, yesterday
ED: Final = 1 << 25  # ends in -ed
VERB: Final = 1 << 26  # a finite form of a common verb
CUE: Final = 1 << 27  # a form of a cue verb
NOUN: Final = 1 << 28  # a form of a cue noun
FEELING: Final = 1 << 29  # an adjective that carries a content: confident that

BE: Final = 1 << 30
NUMBER: Final = 1 << 31
GERUND: Final = 1 << 32
TITLE: Final = 1 << 33  # Mr., President
POSSESSOR: Final = 1 << 34  # a word with 's
BASE: Final = 1 << 35  # a cue verb's form
THIRD: Final = 1 << 36
PAST: Final = 1 << 37
PARTICIPLE: Final = 1 << 38
TITLED: Final = 1 << 39  # a marked stretch written like a title
SPOKEN: Final = 1 << 40  # a marked stretch that ends in a comma, question or exclamation mark
SINGULAR: Final = 1 << 41  # he, she, it: no base form follows
INNER: Final = 1 << 42  # of, for: goes on within a noun phrase
JOINS: Final = 1 << 43  # and, or: joins noun phrases
TURNS: Final = 1 << 44  # although, where: behind a comma, no longer the content
ENDS: Final = 1 << 45  # when, until: no longer the object
SAYING: Final = 1 << 46  # a form of a verb that takes clauses and quotations
ABBREVIATION: Final = 1 << 47  # a full stop behind it need not end the sentence
NORM: Final = 1 << 48  # according to plan: nobody says so
DOCUMENT: Final = 1 << 49  # statement, report: who made it speaks
CONTRACTED: Final = 1 << 50  # a pronoun with 's, 'd, 've, 'll
ACCORD: Final = 1 << 51  # according: names with "to" whose content it is
ALONE: Final = 1 << 52  # some, many: may be a subject without a noun
PARTICLE: Final = 1 << 53  # up, down: makes another verb of a verb
STANCE: Final = 1 << 54  # view, opinion: names with "in" whose content it is
ADJUNCT: Final = 1 << 55  # begins a remainder that is no content
MAKE: Final = 1 << 56  # made: of one piece with the adjective behind it
NEGATION: Final = 1 << 57  # not, never, didn't
CONTEXT: Final = 1 << 58  # what stands before it may change what it is; above all others of its kind

# Unions that many rules ask for.
FINITE: Final = PAST | THIRD  # a finite form of a cue verb
VERBAL: Final = AUX | VERB
PREDICATE: Final = AUX | VERB | ED | CONTRACTED
SPECIFIER: Final = DET | POSSESSIVE  # begins a noun phrase
PAUSE: Final = COMMA | DASH
INTRODUCER: Final = COMMA | COLON  # may stand before marks
