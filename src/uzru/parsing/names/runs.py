"""Where names may stand: runs of capitalized words, with what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from itertools import pairwise
from typing import NamedTuple

from uzru.parsing.memo import Memo
from uzru.parsing.names.lexicon import Lexicon, stems
from uzru.parsing.names.shouted import Shouted
from uzru.parsing.text import Reading
from uzru.parsing.words import closes_quotation

__all__ = ["Run", "RunFinder"]

_BEYOND_LATIN = re.compile("[\u0100-\u1fff]")

_MOST_WORDS = 24  # a longer stretch of capitals is cut: no name is so long
_LONGEST_PREFIX = 6
_LINKS = frozenset("-'’")  # what a prefix ends with ('al-')
_GOES_ON = frozenset("-'’&/.")
_POSSESSIVE = ("'s", "’s")
_OF_STATES = (["Republic"], ["Democratic"])  # 'the People's Republic of China' is one name
_FEW = 3  # more words than these, all in capitals, are no acronyms
_LONGEST_TITLE = 160
_LONGEST_ACRONYM = 4  # what is longer may be a word in capitals
_NOWHERE = (1 << 62, 1 << 62)
_ARTICLES = frozenset({"a", "an", "the", "one"})
_MARKS = ".,;:!?\"”)'’"
_ENDING = frozenset(".!?")
_CLOSING = frozenset(".!?:;\"”“»)'’")
_INFLECTED = ("ens", "izes", "ises", "ates", "ifies", "ions", "ments", "ings", "ing", "ed")
_NOBODY: frozenset[int] = frozenset()
_PLAIN, _JOINER, _OWNER, _LOUD, _FUNCTION, _DAY, _COMPOUND = range(7)
_AROUND = 48  # characters looked at on either side


class Run(NamedTuple):
    """A stretch of capitalized words that one or more names may fill.

    Attributes:
        words: as written, joiners too, without the possessive 's.
        starts: where each word begins in the text.
        owners: the words (by number) that had a possessive 's.
        before: the two words before, the nearer one first; '<p>' and '<s>': a paragraph, a sentence begins.
        after: the two words or marks behind.
        apposition: the noun that a phrase behind a comma calls it by ('a company'), or nothing.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    owners: frozenset[int]
    before: tuple[str, str]
    after: tuple[str, str]
    apposition: str


_run = partial(tuple.__new__, Run)  # makes one without a step in Python: they are made by the thousand


def _capitals(below: int) -> str:
    """The capital letters below a code point, as a character class."""
    found: list[list[int]] = []
    for code in range(below):
        if not chr(code).isupper():
            continue
        if found and found[-1][1] == code - 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return "".join(chr(a) if a == b else f"{chr(a)}-{chr(b)}" for a, b in found)


def _title_cased(reading: Reading) -> list[tuple[int, int]]:
    """The paragraphs whose longer words all begin with a capital, as headlines do in some houses."""
    found = []
    for start, end, _ in reading.paragraphs:
        if end - start > _LONGEST_TITLE or reading.view[end - 1] == ".":
            continue
        words = [word for word in reading.view[start:end].split() if len(word) > 3 and word[0].isalpha()]
        if len(words) > 2 and sum(word[0].isupper() for word in words) * 10 > len(words) * 9:
            found.append((start, end))
    return found


class _Patterns:
    """Finds stretches of capitalized words, by the letters that are capitals."""

    def __init__(self, lexicon: Lexicon, upper: str, passed: frozenset[str]) -> None:
        abbreviations = "|".join(re.escape(word) for word in sorted(lexicon.closed["abbreviation"], reverse=True))
        prefixes = "|".join(sorted(lexicon.closed["prefix"], reverse=True))
        joiners = "|".join(re.escape(word) for word in sorted(lexicon.joiners, reverse=True))
        word = (
            rf"(?:(?=[{upper}]\w{{0,9}}\.)(?:"
            rf"(?:{abbreviations})(?!\w)"  # Mr. Gen. Inc.
            rf"|(?:[{upper}]\.){{2,}}(?:[{upper}](?!\w))?(?:-\w+)*"  # U.S. D.C U.S.-led
            rf"|[{upper}]\.(?= [{upper}]))"  # an initial
            rf"|(?:[{upper}]|(?:{prefixes})[-'’][{upper}])\w*(?:[-'’&]\w+|/[{upper}]\w*|\.(?:com|org|net)\b)*)"
        )
        # The capitals are named so often that many are slow to compile.
        self._stretch = re.compile(rf"{word}(?: (?:(?:{joiners}) ){{0,3}}{word}){{0,{_MOST_WORDS - 1}}}")
        self._capital = re.compile(rf"[{upper}](?<!\w.)\w*", re.DOTALL)
        self._prefix = re.compile(rf"(?<!\w)(?:{prefixes})[-'’]$")
        self._passed = passed

    def stretches(self, view: str) -> Iterator[tuple[int, list[str]]]:
        """Where stretches begin, and their words; a function word at the beginning of one is passed over."""
        passed, stretch = self._passed, self._stretch.match
        end = 0
        for capital in self._capital.finditer(view):
            start = capital.start()
            if start < end:
                continue
            if capital[0] in passed and view[(behind := capital.end()) : behind + 1] not in _GOES_ON:
                continue
            if view[start - 1 : start] in _LINKS and (
                prefix := self._prefix.search(view, max(0, start - _LONGEST_PREFIX), start)
            ):
                start = prefix.start()
            if match := stretch(view, start):
                end = match.end()
                yield start, match[0].split(" ")


class RunFinder:
    """Finds the runs of a text.

    >>> from uzru.knowledge import Knowledge
    >>> finder = RunFinder(Lexicon(Knowledge()))
    >>> reading = Reading("On Monday the mayor of Brno, Jan Novotny, met Egor Panin of the Bank of Nukus.")
    >>> for run in finder(reading):
    ...     print(run.words, run.before, run.after)
    ('Monday',) ('on', '<p>') ('the', 'mayor')
    ('Brno',) ('of', 'mayor') (',', 'Jan')
    ('Jan', 'Novotny') (',A', '') (',', 'met')
    ('Egor', 'Panin', 'of', 'the', 'Bank', 'of', 'Nukus') ('met', 'novotny,') ('.', '')
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._numerals = frozenset(word.capitalize() for word in lexicon.closed["numeral"])
        function = (word.capitalize() for word in lexicon.function - lexicon.closed["numeral"] if len(word) > 1)
        self._openers = frozenset(function).difference(lexicon.countries)
        self._sorts = Memo(self._sort)
        self._abbreviations = frozenset(a.lower() for a in lexicon.closed["abbreviation"])

    @cached_property
    def _latin(self) -> _Patterns:
        return _Patterns(self.lexicon, _capitals(0x100), self._openers)

    @cached_property
    def _any(self) -> _Patterns:
        return _Patterns(self.lexicon, _capitals(0x2000), self._openers)

    def __call__(self, reading: Reading) -> list[Run]:
        """The runs of a text in order."""
        view = reading.view
        found: list[Run] = []
        titles = iter(_title_cased(reading))
        title_start, title_end = next(titles, _NOWHERE)
        said = set(view.split()) if title_end < _NOWHERE[0] else set()
        shouted = Shouted(self.lexicon, reading)
        loud = iter(shouted.stretches)
        loud_start, loud_end = next(loud, _NOWHERE)
        sorts = self._sorts
        patterns = self._any if not view.isascii() and _BEYOND_LATIN.search(view) else self._latin
        for start, words in patterns.stretches(view):
            while start >= title_end:
                title_start, title_end = next(titles, _NOWHERE)
            while start >= loud_end:
                loud_start, loud_end = next(loud, _NOWHERE)
            if start >= loud_start:
                self._cut_shouted(view, start, words, found, shouted)
            elif start >= title_start:
                self._cut(view, start, words, found, said)
            elif len(words) == 1 and not sorts[words[0]]:
                self._place(view, words, (start,), _NOBODY, found)
            elif (most := max(map(sorts.__getitem__, words))) > _LOUD or (len(words) > _FEW and _is_shouted(words)):
                self._cut(view, start, words, found, None)
            elif most > _JOINER or words[1:2] == ["in"]:
                self._add(view, words, _starts(start, words), found)
            else:
                self._place(view, words, _starts(start, words), _NOBODY, found)
        return found

    def _cut(self, view: str, start: int, words: list[str], found: list[Run], said: set[str] | None) -> None:
        """Cuts a stretch at words that are never part of a name, and adds what is left.

        In a title with capitals throughout a common word is no part of a name either; `said` are the words of the text.
        """
        kept: list[str] = []
        starts: list[int] = []
        at = start
        shouted = _is_shouted(words)
        if shouted:
            said = said or set()
        for word in words:
            sort = self._sorts[word.capitalize() if shouted else word]
            if said is None and sort <= _LOUD and (kept or sort != _JOINER):
                kept.append(word)
                starts.append(at)
            elif (
                (sort == _JOINER and not kept)
                or (sort == _FUNCTION and (said is not None or not self._is_inner_numeral(view, word, at)))
                or (said is not None and self._is_common(view, word.capitalize() if shouted else word, said))
            ):
                if kept:
                    self._add(view, kept, starts, found)
                    kept, starts = [], []
            elif ("-" in word or "/" in word) and (parts := self._parts(word)):
                self._add(view, [*kept, parts[0]], [*starts, at], found)
                kept, starts = [], []
                inner = at
                for one, other in pairwise(parts):
                    inner += len(one) + 1
                    if other[:1].isupper():
                        self._add(view, [other], [inner], found)
            else:
                kept.append(word)
                starts.append(at)
                if sort == _DAY and len(kept) == 1 and view[max(0, at - 3) : at].lower() == "on ":
                    self._add(view, kept, starts, found)  # 'On Monday Egor Panin said'
                    kept, starts = [], []
            at += len(word) + 1
        if kept:
            self._add(view, kept, starts, found)

    def _cut_shouted(self, view: str, start: int, words: list[str], found: list[Run], shouted: Shouted) -> None:
        """Cuts a stretch of a line all in capitals at the words that are no names."""
        kept: list[str] = []
        starts: list[int] = []
        at = start
        around = ["", *words, ""]
        for number, word in enumerate(words):
            if name := shouted.read(word, around[number], around[number + 2]):
                kept.append(name)
                starts.append(at)
            else:
                self._add(view, kept, starts, found)
                kept, starts = [], []
            at += len(word) + 1
        self._add(view, kept, starts, found)

    def _lowered(self, words: list[str], view: str, starts: list[int]) -> list[str]:
        """Words in capitals as they are elsewhere: 'BRNO' as 'Brno', 'EGOR PANIN' as 'Egor Panin'; acronyms stay."""
        if not [word for word in words if len(word) > _LONGEST_ACRONYM and word.isupper()]:
            return words
        lexicon = self.lexicon
        opening = self._before(view, starts[0])[0] == "<p>"
        several = len(words) > 1 and all(word.isupper() or not word[:1].isupper() for word in words)
        found = []
        for word in words:
            plain = word.title() if "-" in word else word.capitalize()
            known = plain in lexicon.places or plain in lexicon.first_names or plain in lexicon.countries
            if (
                word.isupper()
                and word not in lexicon.organizations
                and (several or (len(word) > _LONGEST_ACRONYM and (opening or known)))
                and len(plain) == len(word)  # a capital dotted I has a longer lower case
            ):
                word = plain
            found.append(word)
        return found

    def _is_inner_numeral(self, view: str, word: str, at: int) -> bool:
        """Whether 'First' or 'All' has its capital inside a sentence, where only a name gives it one."""
        before = view[max(0, at - 2) : at]
        return word in self._numerals and before[-1:] == " " and (before[:1].isalnum() or before[:1] == ",")

    def _sort(self, word: str) -> int:
        """Which of the words that may end a name this is; a function word, such as 'The' and 'I’ve', has a capital."""
        lexicon = self.lexicon
        if word in lexicon.joiners:
            return _JOINER
        if len(word) > 1 and word.isupper():
            return _COMPOUND if "-" in word or "/" in word else _LOUD if len(word) > _LONGEST_ACRONYM else _PLAIN
        if word[:1].isupper() and word not in lexicon.countries:
            low = word.lower().replace("’", "'")
            if low in lexicon.function or low.startswith("i'"):
                return _FUNCTION
            if word in lexicon.days:
                return _DAY
        if word.isalpha():
            return _PLAIN
        if "-" in word or "/" in word:
            return _COMPOUND
        return _OWNER if word.endswith(_POSSESSIVE) else _PLAIN

    def _is_common(self, view: str, word: str, said: set[str]) -> bool:
        """Whether a word of a title would stand in lower case in running text; so would one inflected, found once."""
        flags = self.lexicon.flags(word)
        if flags.strip("WwtGhAXP"):
            return False
        low = word.lower()
        words = self.lexicon.words
        if any(stem in words or stem in said for stem in stems(low)):
            return True
        return low.endswith(_INFLECTED) and view.count(word) == 1

    def _parts(self, word: str) -> list[str]:
        """The names that a compound holds: 'US-Japan' two, 'London-based' one; none if the whole is a name."""
        if (word[:-2] if word[-2:] in _POSSESSIVE else word) in self.lexicon.organizations:
            return []
        if "-" in word:
            head, tail = word.rsplit("-", 1)
            if tail in self.lexicon.compound:
                return [head]
            parts = word.split("-")
            lexicon = self.lexicon
            if all(p in lexicon.countries or p in lexicon.demonyms or p in lexicon.organizations for p in parts):
                return parts
            return []
        parts = word.split("/")
        return parts if all(part[:1].isupper() and len(part) > 1 for part in parts) else []

    def _add(self, view: str, words: list[str], starts: list[int], found: list[Run]) -> None:
        """Adds what stands between cuts, without the joiners at its end and with the possessives told apart."""
        joiners = self.lexicon.joiners
        while words and words[-1] in joiners:
            words, starts = words[:-1], starts[:-1]
        owned = [number for number, word in enumerate(words) if word.endswith(_POSSESSIVE)]
        owners = _NOBODY
        written = words
        if owned:
            owners = frozenset(
                number
                for number in owned
                if not (words[number][:-2] == "People" and words[number + 1 : number + 2] in _OF_STATES)
            )
            words = [word[:-2] if number in owners else word.replace("’", "'") for number, word in enumerate(words)]
        words = self._lowered(words, view, starts)
        if len(words) > 2 and words[1] == "in" and self._opens(words[0], view, starts[0]):
            self._add(view, written[:1], starts[:1], found)
            self._add(view, written[2:], starts[2:], found)  # 'Voters in Malawi'
        elif words:
            self._place(view, words, starts, owners, found)

    def _place(
        self, view: str, words: list[str], starts: Sequence[int], owners: frozenset[int], found: list[Run]
    ) -> None:
        """Adds a run with what stands around it."""
        end = starts[-1] + len(words[-1])
        before, after = self._before(view, starts[0]), self._after(view, end)
        apposition = ""
        behind = after[0]
        if behind == "$" and view[end] == "$":  # 'US$ 5'
            if len(words) > 1:
                self._place(view, words[:-1], starts[:-1], owners, found)
            return
        if behind == "<p>" and len(words) == 1 and words[0].isupper() and self._signs(words[0], before[0]):
            return
        if behind == "," and after[1] in _ARTICLES:
            apposition = self._apposition(view, end)
        found.append(_run((tuple(words), tuple(starts), owners, before, after, apposition)))

    def _signs(self, word: str, before: str) -> bool:
        """Whether capitals that end a paragraph are the initials of who wrote it: behind the last sentence or alone."""
        return before == "<s>" or (before == "<p>" and len(word) in (2, 3) and word not in self.lexicon.countries)

    def _opens(self, word: str, view: str, start: int) -> bool:
        """Whether a common word has its capital because a sentence begins with it."""
        return not self.lexicon.flags(word).strip("WwTt") and self._before(view, start)[0] in ("<p>", "<s>")

    def _before(self, view: str, start: int) -> tuple[str, str]:
        before = view[start - _AROUND if start > _AROUND else 0 : start]
        if "\n" in before:
            before = before[before.rfind("\n") + 1 :]
        words = before.rsplit(None, 2)
        if not words:
            return "<p>", ""
        last = words[-1]
        mark = last[-1]
        if before[-1] != " ":
            return mark, ""
        if mark == ",":
            return (",A" if last[0].isupper() else ",a"), ""
        low = last.lower()
        if mark in _CLOSING and low not in self._abbreviations:
            return ("<s>" if mark in _ENDING or closes_quotation(last) else mark), ""
        return low, (words[-2].lower().rstrip("\"'”’") if len(words) > 1 else "<p>")

    def _after(self, view: str, end: int) -> tuple[str, str]:
        after = view[end : end + _AROUND]
        if "\n" in after:
            after = after[: after.find("\n")]
        words = after.split(None, 2)
        if not words:
            return "<p>", ""
        second = words[1].rstrip(_MARKS) if len(words) > 1 else ""
        if after[0] == " ":
            return words[0].rstrip(_MARKS) or words[0], second
        return ("'s" if after[:2] in _POSSESSIVE else after[0]), second

    def _apposition(self, view: str, end: int) -> str:
        """The first word behind ', a' or ', the' that names a body, a place or an office."""
        for word in view[end + 2 : end + 2 + _AROUND * 2].split()[1:7]:
            bare = word.strip(_MARKS).lower()
            if bare in self.lexicon.heads or self.lexicon.is_office(bare):
                return bare
            if word[-1:] in _MARKS:
                break
        return ""


def _is_shouted(words: list[str]) -> bool:
    """Whether so many words stand in capitals that they are no acronyms."""
    return len(words) > _FEW and all(map(str.isupper, words))


def _starts(start: int, words: list[str]) -> list[int]:
    """Where each of several words begins, one blank apart."""
    return [start, *[start := start + len(word) + 1 for word in words[:-1]]]
