"""Captions: lines under photos, alone or glued before the text, known by photo marks or by what a photo shows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

from uzru.knowledge import Knowledge
from uzru.parsing.inflection import Inflector, VerbForms
from uzru.parsing.late import late
from uzru.parsing.layout.dates import PageDates
from uzru.parsing.layout.names import Outlets
from uzru.parsing.text import split_sentences

__all__ = ["Captions"]

_BRACKET = re.compile(r"[(\[]([^()\[\]]{1,60})[)\]]")
_SENTENCE_END = late(r"[.!?][\"”’)]? (?=[^\W\d_a-z])")
# A caption is glued no further than this into a line.
_GLUED = 320
# 'RFE/RL/Janyl Ortikova': behind an outlet's slash stands the photographer.
_PHOTOGRAPHER = late(r"[^()]{2,30}/((?![a-z])[^\W\d_][\w'’.-]+(?: (?![a-z])[^\W\d_][\w'’.-]+){1,2})")
# A label has a colon within so many characters, or begins so.
_LABEL, _LABELED = 40, frozenset("FIi©")
# A sentence about a photo is no longer than this.
_SENTENCE = 300
_ACRONYM = re.compile(r"[A-Z][A-Z/.-]{1,12}")
_FIRST_WORD = re.compile(r"\.? {0,2}(?=[A-Z])([^\W\d_]+)")
_FULL_STOP = re.compile(r"\.(?= )")
_YEAR = r"(?<!\d)(?:19|20)\d\d(?!\d)"
_SPLIT = late(r"\s*(?:/|,|;| via | - |: |\band\b)\s*", re.IGNORECASE)


class Captions:
    """Tells captions by the marks of photos: '(file photo)', '(AFP)' behind a description, 'Photo: ...'.

    >>> knowledge = Knowledge()
    >>> captions = Captions(knowledge, Outlets(knowledge), PageDates(knowledge))
    >>> line = "The old mint (file photo) (AFP) A new coin goes on sale today."
    >>> line[: captions.glued(line)]
    'The old mint (file photo) (AFP)'
    """

    def __init__(self, knowledge: Knowledge, outlets: Outlets, dates: PageDates) -> None:
        self._outlets = outlets
        rows = knowledge.table("page-words")
        photo = _alternatives(row[0] for row in rows if row[1] == "photo")
        forms = Inflector.of(knowledge).forms
        verbs = {forms(row[0]): row[2] for row in rows if row[1] == "photo-verb"}
        self._present = _present(verbs)
        self._posture = _present(verb for verb, value in verbs.items() if value == "posture")
        self._posture |= {form for verb, value in verbs.items() if value == "posture" for form in verb.gerund}
        self._no_verb = frozenset(row[0] for row in rows if row[1] == "no-verb")
        # What no sentence about a photo has, and what but few have: words of what was or will be, past tenses.
        self._narrative = frozenset(row[0] for row in rows if row[1] == "narrative")
        self._openers = frozenset(row[0] for row in rows if row[1] == "opener")
        self._knowledge = knowledge
        self._months = frozenset(row[0].capitalize() for row in rows if row[1] == "month")
        self._dated = late(rf"(?<![\w-])(?:{dates.pattern}|{_YEAR}|in {dates.month}(?!\w))")
        position = _alternatives(row[0] for row in rows if row[1] == "photo" and row[2] == "position")
        self._position = late(rf"\((?:[a-z]+ (?:from )?(?:the )?)?(?:{position})\)")
        self._photo = late(
            rf"(?i:{photo})(?:[:,/ ].*)?|.{{0,50}}\b(?i:photo|file photo|photos|picture|image|images)\b.{{0,20}}"
        )
        self._label = late(
            r"(?i:(?:file )?photos?|picture|image|photograph|image caption|media caption|photo caption|caption)"
            r"(?: (?i:by|courtesy(?: of)?))?: ?\S|(?i:photo by|photo courtesy|image by) |FILE(?: PHOTO)? ?[-–—:] ?\S"
            r"|© ?[^\W\d_][^\d]{1,50}$|Image [^.]{2,60} [Cc]aption "
        )

    @cached_property
    def _past(self) -> frozenset[str]:
        """The past tenses that do not end in -ed."""
        forms = Inflector.of(self._knowledge).forms
        verbs = (forms(row[0]) for row in self._knowledge.table("irregular-verbs"))
        return frozenset(form for verb in verbs for form in verb.past if form != verb.lemma) - self._present

    def has_label(self, line: str) -> bool:
        """Whether a line begins with a word that photos have: 'Photo: ...', 'FILE - ...'."""
        if len(line) > _SENTENCE:
            return False
        may_have = line[:1] in _LABELED or line.find(":", 0, _LABEL) > 0 or line[:5].lower() == "photo"
        return may_have and self._label.match(line) is not None

    def is_photo_mark(self, words: str) -> bool:
        """Whether the words of a bracket are a photo's source or kind."""
        if self._photo.fullmatch(words):
            return True
        parts = [part for part in _SPLIT.split(words) if part]
        return bool(parts) and (
            self._outlets.knows(words) or any(self._outlets.knows(part) for part in parts[:1] + parts[-1:])
        )

    def is_caption(self, line: str, *, alone: bool = False) -> bool:
        """Whether a whole line is a caption by its marks.

        Args:
            line: the line.
            alone: whether it stands above the report, where '(AFP)' behind one sentence is a photo's source.
        """
        if len(line) > 600:
            return False
        if self.has_label(line):
            return True
        tail = line.rstrip(" .")
        if not tail.endswith((")", "]")):
            return False
        brackets = list(_BRACKET.finditer(line, max(0, len(line) - 80)))
        if not brackets or brackets[-1].end() < len(tail):
            return False
        last = brackets[-1]
        words = last[1]
        if last.start() == 0:
            return bool(self._photo.fullmatch(words))
        if self._photo.fullmatch(words):
            return True
        # '(AFP)' behind a full sentence is a credit; behind a description without a stop it is a photo's source.
        before = line[: last.start()].rstrip()
        if before.endswith((")", "]")):
            return self.is_photo_mark(words) or self.is_caption(before)
        if before[-1:] not in '.!?"”':
            return self.is_photo_mark(words) or (alone and line[-1] in ")]" and _ACRONYM.fullmatch(words) is not None)
        lone = len(before) <= _SENTENCE and len(split_sentences(before, 0, len(before))) == 1
        return lone and (self._is_photographer(words) or (alone and self.is_photo_mark(words)))

    def _is_photographer(self, words: str) -> bool:
        """Whether a bracket holds an outlet, a slash and a name that is no outlet's."""
        match = _PHOTOGRAPHER.fullmatch(words)
        return (
            match is not None and self._outlets.knows(words[: match.start(1) - 1]) and not self._outlets.knows(match[1])
        )

    def glued(self, line: str) -> int:
        """How many characters at the front of a line are a caption; 0 if none are."""
        end = 0
        for match in _BRACKET.finditer(line, 0, _GLUED):
            if end and line[end : match.start()].strip():
                break
            if not end and _SENTENCE_END.search(line, 0, match.start()) and not self._photo.fullmatch(match[1]):
                break
            # Behind one photo bracket another one is the photo's too, whatever it holds.
            known = self.is_photo_mark(match[1]) or self._is_unknown_source(line, match)
            if not end and (not known or self._is_abbreviation(line, match)):
                continue
            follows = line[match.end() : match.end() + 3].lstrip(" .")
            if follows and not (follows[0].isupper() or follows[0] in "([\"“'‘" or follows[0].isdigit()):
                if end:
                    break
                continue
            end = match.end()
        while end and end < len(line) and line[end] in ".":
            end += 1
        return end if end < len(line) else 0

    def _is_unknown_source(self, line: str, match: re.Match[str]) -> bool:
        """Whether letters in a bracket may be an agency that nobody knows: what follows opens a sentence."""
        if _ACRONYM.fullmatch(match[1]) is None:
            return False
        following = _FIRST_WORD.match(line, match.end())
        return following is not None and following[1].lower() in self._openers

    @staticmethod
    def _is_abbreviation(line: str, match: re.Match[str]) -> bool:
        """Whether the bracket abbreviates the words before it: 'Agence France-Presse (AFP)'."""
        letters = match[1].lower()
        if not letters.isalpha():
            return False
        words = re.findall(r"[^\W\d_]+", line[max(0, match.start() - 80) : match.start()])
        initials = "".join(word[0].lower() for word in words if word[0].isupper())
        return initials.endswith(letters)

    def shows(self, sentence: str, *, certain: bool = True) -> bool:
        """Whether a sentence says what a photo shows: in the present tense, with a date or with who stands where.

        Args:
            sentence: the sentence.
            certain: whether it is no report's first; if it may be, fewer verbs tell a photo.
        """
        if len(sentence) > _SENTENCE or not self._may_be_photo(words := _words(sentence)):
            return False
        if self._position.search(sentence):
            return True
        if not self._has_verb(words, self._present if certain else self._posture) or self._is_past(words):
            return False
        return self._dated.search(sentence) is not None and _is_one(sentence)

    def may_show(self, sentence: str) -> bool:
        """Whether nothing in a sentence speaks against a photo's: no quotation, nothing that has been or will be."""
        return self._may_be_photo(_words(sentence)) or self._dated.search(sentence) is not None

    def glued_sentence(self, line: str) -> int:
        """How many characters at the front of a line are a sentence about a photo, with more behind it; 0 if none."""
        head = line[:_SENTENCE]
        stop = _FULL_STOP.search(head)
        if stop is None or not ("(" in head or self.ends_dated(head[: stop.start()])):
            return 0
        sentences = split_sentences(head, 0, len(head))
        if len(sentences) < 2:
            return 0
        end = sentences[0][1]
        return end if self.dates_photo(head[:end]) or self._position.search(head, 0, end) else 0

    def dates_photo(self, sentence: str) -> bool:
        """Whether a sentence, wherever it stands, is about a photo: somebody stands or sits, and a date ends it."""
        if len(sentence) > _SENTENCE or not self.ends_dated(sentence):
            return False
        words = _words(sentence)
        if not self._has_verb(words, self._posture) or not self._may_be_photo(words) or self._is_past(words):
            return False
        ends = (match.end() for match in self._dated.finditer(sentence, len(sentence) // 2))
        return any(end >= len(sentence) - 1 for end in ends) and _is_one(sentence)

    def _has_verb(self, words: list[str], forms: frozenset[str]) -> bool:
        """Whether one of these forms stands where a verb in the present tense may."""
        return any(word in forms and before.lower() not in self._no_verb for before, word in pairwise(words))

    def _may_be_photo(self, words: list[str]) -> bool:
        """Whether no word tells what was or will be or was said."""
        return not any(word.lower() in self._narrative or word[0] in '"“' or word[-1] == ":" for word in words)

    def _is_past(self, words: list[str]) -> bool:
        return any(word in self._past or (word.endswith("ed") and word.islower()) for word in words)

    def ends_dated(self, sentence: str) -> bool:
        """Whether the last word is a number or a month."""
        last = sentence[sentence.rfind(" ") + 1 :].rstrip(".")
        return last.isdigit() or last in self._months


def _present(verbs: Iterable[VerbForms]) -> frozenset[str]:
    """The forms of the present tense, but for those that are the past tense too ('cast')."""
    return frozenset(
        form for verb in verbs for form in (verb.lemma, *verb.third) if form != verb.lemma or form not in verb.past
    )


def _words(sentence: str) -> list[str]:
    return [bare for word in sentence.split() if (bare := word.strip(".,;()"))]


def _is_one(sentence: str) -> bool:
    return len(split_sentences(sentence, 0, len(sentence))) == 1


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))
