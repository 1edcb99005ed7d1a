"""Frames: what surrounds a report on its page, known by phrases, by shape and by place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from uzru.parsing.late import late
from uzru.parsing.layout.lines import Unit
from uzru.parsing.layout.page import Page, is_prose
from uzru.parsing.layout.styles import Style

__all__ = ["Frames"]

_EDGE = " \t.:|*•·-–—»«›‹>▶+()[]"
_PREFIX = re.compile(r"date (\d{4}-\d\d-\d\d)(?: \d\d:\d\d(?::\d\d)?)?(?= |$)")
_TABLE_FRONT = late(r"(?:!?\[\]\([^()\s]{0,200}\)|\||!\[[^\[\]]{0,80}\]\([^()\s]{0,300}\))[ |]*")
_TABLE_END = re.compile(r"(?: ?\|)+$")
_WORD = re.compile(r"[^\W_]{3,}")
_DIGITS = re.compile(r"\d+")
_SENTENCE_END = late(r"[.!?…)\]][\"”’)\]]?\s+(?=[^\sa-zß-öø-ÿ])")
_CURLY = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'))
_NO_WORDS = re.compile(r"[\W_]+")
_ADDRESS = re.compile(r"\(\(.*\)\)|\S+@\S+\.\w+|(?:https?://|www\.)\S+")
# '© Malika Ortikova/IRIN' names a photographer, 'Image copyright AFP Image caption ...' goes on with a caption.
_PHOTO_LINE = re.compile(r"© ?[^\d/.,;:]{3,40}/ ?[^\d/.,;:]{2,30}$|Image [^.]{2,60} [Cc]aption ")
_PLAYER = re.compile(r"(?:\d{1,2}:\d\d(?::\d\d)?[ /|-]*)+")
# Lines longer than this are looked through by no pattern.
_LONGEST = 900
_PHRASE = 90
# Among the first lines of a longer page a line that names an owner without a year belongs to a photo.
_HEAD, _BELOW, _OWNER = 8, 3, re.compile(r"© ?[^\W\d_][^\d]{1,50}")
# A crawler's prefix stands before one of the first lines.
_PREFIXED = 3
# By so many characters the beginnings of phrases are looked up.
_OPENING = 5
# So far from its beginning a page is looked through for the hints of a style.
_EDGES = 1500


def _straighten(line: str) -> str:
    """The line with straight quotation marks."""
    if not line.isascii():
        for curly, straight in _CURLY:
            line = line.replace(curly, straight)
    return line


class _Signs:
    """Words that speak for styles, grouped by a word that several of them share: most texts have few such words."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        owners: dict[str, list[str]] = {}
        for sign, style in pairs:
            owners.setdefault(sign, []).append(style)
        self._groups: list[tuple[str, list[tuple[str, list[str]]]]] = []
        while owners:
            times = Counter(word for sign in owners for word in {*_WORD.findall(sign), sign})
            word = max(times, key=lambda word: (times[word], len(word), word))
            self._groups.append((word, [(sign, owners.pop(sign)) for sign in sorted(owners) if word in sign]))

    def first_in(self, text: str) -> int:
        """Where the first of the signs stands in the text; -1 if none does."""
        found = [text.find(sign) for word, signs in self._groups if word in text for sign, _ in signs if sign in text]
        return min(found, default=-1)

    def styles_in(self, text: str) -> Iterator[str]:
        """The styles that signs in the text speak for, one for each sign."""
        for word, signs in self._groups:
            if word in text:
                for sign, styles in signs:
                    if sign in text:
                        yield from styles


def _alternatives(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)))


class Frames:
    """Marks what is no part of the report, by the phrases of all styles and by shape."""

    def __init__(self, styles: Iterable[Style]) -> None:
        styles = tuple(styles)
        self._lines = {self.bare(line): style.name for style in reversed(styles) for line in style.lines}
        self._headings = frozenset(self.bare(heading) for style in styles for heading in style.related)
        sections = _alternatives(self.bare(line.replace("*", "\0")) for style in styles for line in style.sections)
        # A star stands for a word.
        self._section = re.compile(sections.replace("\0", r"[\w'-]+") or r"(?!)")
        self._starts = tuple({start: None for style in styles for start in style.starts})
        self._openings = frozenset(start[:_OPENING] for start in self._starts)
        self._short_openings = frozenset(start[:1] for start in self._starts if len(start) < _OPENING)
        self._holds = _Signs((_straighten(words).lower(), "") for style in styles for words in style.holds)
        known = [style for style in styles if style.publisher]
        self._marks = _Signs((mark, style.name) for style in known for mark in style.marks)
        self._outlets = _Signs((outlet, style.name) for style in known for outlet in style.outlets)
        self._hints = _Signs((hint, style.name) for style in known for hint in style.hints)

    @staticmethod
    def bare(line: str) -> str:
        """A line as phrases are compared: without case, without marks around it, '#' for each number."""
        line = _straighten(line).casefold().strip(_EDGE)
        return _DIGITS.sub("#", line)

    def is_related_heading(self, line: str) -> bool:
        """Whether a line is the heading of a list of related titles."""
        return len(line) < _PHRASE and self.bare(line) in self._headings

    def has_notices(self, view: str) -> bool:
        """Whether any of the words that make a line boilerplate stand on the page."""
        return self._holds.first_in(_straighten(view).replace("\n", " ").lower()) >= 0

    def glued_notice(self, line: str) -> int:
        """Where, behind sentences of the report, a sentence begins that is boilerplate; 0 if none does."""
        if len(line) > _LONGEST or (self.may_start(line) and line.startswith(self._starts)):
            return 0
        low = _straighten(line).lower()
        at = self._holds.first_in(low)
        begin = 0
        for stop in _SENTENCE_END.finditer(line, 0, max(0, at)):
            begin = stop.end()
        return begin

    def mark(self, page: Page) -> None:
        """Give the kind `boilerplate` to all units that are known by their words or their shape."""
        section = False
        for index, unit in enumerate(page.units):
            if unit.plain and not section:
                continue
            if index < _PREFIXED:
                self._strip_prefix(page, unit)
            if unit.text[:1] in "!|[" or unit.text[-1:] == "|":
                self._strip_table(unit)
            if not unit.text:
                unit.kind = "boilerplate"
            elif index < _HEAD and _OWNER.fullmatch(unit.text) and index + _BELOW < len(page.units):
                section = False
            elif self.is_frame(unit.text):
                unit.kind = "boilerplate"
                section = len(unit.text) <= _PHRASE and self._section.fullmatch(self.bare(unit.text)) is not None
            elif section and is_prose(unit.text):
                unit.kind = "boilerplate"
                section = False
            else:
                section = False
        if page.notices:
            self._mark_notices(page)

    def _mark_notices(self, page: Page) -> None:
        """Make boilerplate of the notices that close the page; the same words within the report are its own."""
        foot = False
        for unit in reversed(page.units):
            # A report may end with a sentence that has marked words; a notice with them has the frame below it.
            if not unit.kind and self.is_notice(unit.text) and (foot or '"' not in _straighten(unit.text)):
                unit.kind = "boilerplate"
            if unit.kind != "boilerplate":
                return
            foot = True

    def is_notice(self, line: str) -> bool:
        """Whether a line holds words of a notice; only at the foot of a page do they make it one."""
        return len(line) <= _LONGEST and self._holds.first_in(_straighten(line).lower()) >= 0

    def is_frame(self, line: str) -> bool:
        """Whether a line is boilerplate by its first words, all its words, or its shape."""
        if len(line) <= _PHRASE:
            bare = self.bare(line)
            if bare in self._lines or self._section.fullmatch(bare):
                return True
            if _NO_WORDS.fullmatch(line) or _PLAYER.fullmatch(line) or _ADDRESS.fullmatch(line):
                return True
        if len(line) > _LONGEST or not self.may_start(line) or _PHOTO_LINE.match(line):
            return False
        return _straighten(line).startswith(self._starts)

    def may_start(self, line: str) -> bool:
        """Whether the first characters of a line are those of a phrase that makes it boilerplate."""
        return line[:_OPENING] in self._openings or line[:1] in self._short_openings

    def recognize(self, page: Page, frame: str, outside: str) -> None:
        """Count the words by which styles are recognized.

        Args:
            page: the page.
            frame: what stands on the page outside the report's paragraphs.
            outside: what of that is neither prose nor a credit of agencies.
        """
        for signs, weight, text in (
            (self._marks, 3, frame),
            (self._outlets, 2, outside),
            (self._hints, 1, page.view[:_EDGES]),
        ):
            for style in signs.styles_in(text):
                page.vote(style, weight)

    @staticmethod
    def _strip_prefix(page: Page, unit: Unit) -> None:
        if match := _PREFIX.match(unit.text):
            page.note_stamp(unit.start + match.start(1), match[1])
            unit.take_front("boilerplate", match.end())

    @staticmethod
    def _strip_table(unit: Unit) -> None:
        while match := _TABLE_FRONT.match(unit.text):
            unit.take_front("boilerplate", match.end())
        if match := _TABLE_END.search(unit.text[-20:]):
            unit.take_end("boilerplate", len(unit.text) - len(unit.text[-20:]) + match.start())
