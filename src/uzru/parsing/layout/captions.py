"""Captions: lines under photos, alone or glued before the text, known by their photo marks."""

from __future__ import annotations

import re

from uzru.knowledge import Knowledge
from uzru.parsing.layout.names import Outlets

__all__ = ["Captions"]

_BRACKET = re.compile(r"[(\[]([^()\[\]]{1,60})[)\]]")
_SENTENCE_END = re.compile(r"[.!?][\"”’)]? (?=[^\W\d_a-z])")
# A caption is glued no further than this into a line.
_GLUED = 320
_SPLIT = re.compile(r"\s*(?:/|,|;| via | - |: |\band\b)\s*", re.IGNORECASE)


class Captions:
    """Tells captions by the marks of photos: '(file photo)', '(AFP)' behind a description, 'Photo: ...'.

    >>> captions = Captions(Knowledge(), Outlets(Knowledge()))
    >>> line = "The old mint (file photo) (AFP) A new coin goes on sale today."
    >>> line[: captions.glued(line)]
    'The old mint (file photo) (AFP)'
    """

    def __init__(self, knowledge: Knowledge, outlets: Outlets) -> None:
        self._outlets = outlets
        words = sorted(
            (row[0] for row in knowledge.table("page-words") if row[1] == "photo"), key=lambda word: (-len(word), word)
        )
        photo = "|".join(re.escape(word) for word in words)
        self._photo = re.compile(
            rf"(?i:{photo})(?:[:,/ ].*)?|.{{0,50}}\b(?i:photo|file photo|photos|picture|image|images)\b.{{0,20}}"
        )
        self._label = re.compile(
            r"(?i:(?:file )?photos?|picture|image|photograph|image caption|media caption|photo caption|caption)"
            r"(?: (?i:by|courtesy(?: of)?))?: ?\S|(?i:photo by|photo courtesy|image by) |FILE(?: PHOTO)? ?[-–—:] ?\S"
        )

    def has_label(self, line: str) -> bool:
        """Whether a line begins with a word that photos have: 'Photo: ...', 'FILE - ...'."""
        return len(line) < 300 and self._label.match(line) is not None

    def is_photo_mark(self, words: str) -> bool:
        """Whether the words of a bracket are a photo's source or kind."""
        if self._photo.fullmatch(words):
            return True
        parts = [part for part in _SPLIT.split(words) if part]
        return bool(parts) and (
            self._outlets.knows(words) or any(self._outlets.knows(part) for part in parts[:1] + parts[-1:])
        )

    def is_caption(self, line: str) -> bool:
        """Whether a whole line is a caption by its marks."""
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
        return self.is_photo_mark(words) and before[-1:] not in '.!?"”'

    def glued(self, line: str) -> int:
        """How many characters at the front of a line are a caption; 0 if none are."""
        end = 0
        for match in _BRACKET.finditer(line, 0, _GLUED):
            if end and line[end : match.start()].strip():
                break
            if not end and _SENTENCE_END.search(line, 0, match.start()) and not self._photo.fullmatch(match[1]):
                break
            # Behind one photo bracket another one is the photo's too, whatever it holds.
            if not end and (not self.is_photo_mark(match[1]) or self._is_abbreviation(line, match)):
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

    @staticmethod
    def _is_abbreviation(line: str, match: re.Match[str]) -> bool:
        """Whether the bracket abbreviates the words before it: 'Agence France-Presse (AFP)'."""
        letters = match[1].lower()
        if not letters.isalpha():
            return False
        words = re.findall(r"[^\W\d_]+", line[max(0, match.start() - 80) : match.start()])
        initials = "".join(word[0].lower() for word in words if word[0].isupper())
        return initials.endswith(letters)
