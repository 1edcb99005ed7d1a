"""The words that tell who said what, compiled once from the tables."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from uzru.model import CueCategory
from uzru.parsing.inflection import Inflector, plural
from uzru.parsing.memo import Memo
from uzru.parsing.quotes import parts as p
from uzru.parsing.quotes.tokens import WordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uzru.knowledge import Knowledge

__all__ = ["CueWord", "Lexicon"]

# An initial or letters with stops between: "J", "U.S", "a.m".
_INITIALS = re.compile(r"[A-Za-z]|(?:[A-Za-z]\.)+[A-Za-z]")
_LAST_WORD = re.compile(r"[^\W\d_][\w.]*$")
_ASKING = frozenset({"passive", "wh", "if"})
_CLASSES = {
    "accord": p.ACCORD,
    "make": p.MAKE,
    "stance": p.STANCE,
    "alone": p.ALONE,
    "particle": p.PARTICLE,
    "be": p.BE,
    "aux": p.AUX,
    "adverb": p.ADVERB,
    "time": p.TIME,
    "det": p.DET,
    "article": p.ARTICLE,
    "noun": p.NOUN,
    "inner": p.INNER,
    "document": p.DOCUMENT,
    "negation": p.NEGATION,
    "norm": p.NORM,
    "joins": p.JOINS,
    "turns": p.TURNS,
    "ends": p.ENDS,
    "abbreviation": p.ABBREVIATION,
    "singular": p.SINGULAR,
    "possessive": p.POSSESSIVE,
    "prep": p.PREP,
    "coord": p.COORD,
    "subord": p.SUBORD,
    "wh": p.WH,
    "relative": p.RELATIVE,
    "pronoun": p.PRONOUN,
    "objective": p.OBJECTIVE,
    "that": p.THAT,
    "to": p.TO,
    "title": p.TITLE,
    "verb": p.VERB,
    "adjunct": p.ADJUNCT,
}


class CueWord(NamedTuple):
    """A verb, noun or adjective that carries a content, in which frames, and whether that may be a question."""

    lemma: str
    category: CueCategory
    frames: frozenset[str]
    asks: bool = False


@cache
def _frames(cell: str) -> frozenset[str]:
    return frozenset(cell.split())


def _cue_word(row: Sequence[str]) -> CueWord:
    frames = _frames(row[2])
    return CueWord(row[0], CueCategory(row[1]), frames, asks=frames >= _ASKING)


class Lexicon:
    """Cue verbs and nouns by their forms, and the classes of words.

    Attributes:
        verbs: the cue verb of each form.
        nouns: the cue noun of each form; adjectives: the cue adjective of each word.
        parts: the bits of `parts` of each word that has some, as plain integers.
        table: the bits of any token.
        stopped: the bits of the word before a full stop, by what stands between a blank and the stop.

    >>> from uzru.knowledge import Knowledge
    >>> lexicon = Lexicon(Knowledge())
    >>> lexicon.verbs["denied"].lemma, lexicon.nouns["claims"].lemma, lexicon.parts["said"] > 0
    ('deny', 'claim', True)
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.verbs: dict[str, CueWord] = {}
        self.nouns: dict[str, CueWord] = {}
        self.adjectives: dict[str, CueWord] = {}
        parts: dict[str, int] = {}
        for row in knowledge.table("quote-words"):
            for name in row[1].split():
                parts[row[0]] = parts.get(row[0], 0) | _CLASSES[name]
        inflector = Inflector.of(knowledge)
        for row in knowledge.table("cue-verbs"):
            verb = _cue_word(row)
            forms = inflector.forms(row[0])
            saying = p.SAYING if verb.frames >= {"quote", "clause"} else 0
            inflected: list[tuple[int, tuple[str, ...]]] = [
                (p.BASE, (row[0],)),
                (p.THIRD, forms.third),
                (p.GERUND, forms.gerund),
            ]
            inflected += [(p.PAST, forms.past), (p.PARTICIPLE, forms.participle)]
            for part, words in inflected:
                for word in words:
                    if self.verbs.setdefault(word, verb) is verb:
                        parts[word] = parts.get(word, 0) | p.CUE | part | saying
        for row in knowledge.table("cue-nouns"):
            noun = _cue_word(row)
            for word in (row[0], plural(row[0])):
                self.nouns.setdefault(word, noun)
                parts[word] = parts.get(word, 0) | int(p.NOUN)
        for row in knowledge.table("cue-adjectives"):
            self.adjectives[row[0]] = _cue_word(row)
            parts[row[0]] = parts.get(row[0], 0) | int(p.FEELING)
        self.parts = parts
        self.table = WordTable(parts)
        self.stopped = Memo[str, int](self._before_stop)

    def _before_stop(self, text: str) -> int:
        word = _LAST_WORD.search(text)
        if word is None:
            return 0
        return self.parts.get(word[0].lower(), 0) | (p.ABBREVIATION if _INITIALS.fullmatch(word[0]) else 0)
