"""Where dates may be: one pass over the text for the words and figures that set a rule off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import TypeAlias

from uzru.parsing.dates.lexicon import Forms, Lexicon
from uzru.parsing.dates.prefix_tree import alternatives
from uzru.parsing.late import late
from uzru.parsing.memo import Memo

__all__ = ["Scanner", "Spot"]

_DELIMITERS = "[ \\n\\-\"'`(/“‘’„«—–\\[>*|]"
# Figures that may be a date, by the class of rules that they set off; the first that fits wins.
_FIGURES = {
    "clock24": r"[0-2]\d[0-5]\d (?:gmt|utc|hours|hrs)(?![a-z])",  # 0630 GMT
    "christ": r"ad \d{2,4}(?!\d)|\d{2,4} (?:ad|ce)(?![a-z])",  # AD 70
    "iso": r"(?:1\d|20)\d\d[-/]\d\d?[-/]\d\d?(?!\d)",  # 2004-04-15
    "decade": r"['’‘]?(?:[12]\d)?\d0['’]?s(?![a-z])",  # 1990s, '90s
    "year": r"(?:\d{1,4} ?[-–—/] ?)?\d{1,4} (?:bce?(?![a-z])|b\.c\.)"  # 264-241 BC
    r"|[12]\d{3}(?!\d|[-/]\d\d?[-/])",  # 2004
    "figures": r"\d\d?(?P<sep>[/.])\d\d?(?P=sep)(?:\d{4}|\d\d)(?![\d/])",  # 4/15/04, 15.4.2004
    "short": r"['’‘]\d\d(?![\da-z])",  # '98
    "code": r"[qh][1-4](?![a-z0-9])|[1-4][qh](?![a-z0-9])",  # Q1, 2H
    "ordinal": r"\d\d?(?:st|nd|rd|th)(?![a-z])",  # 14th
    "ancient": r"\d{3}(?![\d%:]|[.,]\d)",  # 216, in a history that stands in years before Christ
    "clock": r"\d\d?(?:[:.]\d\d)?(?::\d\d)? ?[ap]\.?m(?![a-z])|\d\d?:\d\d(?!\d)",  # 5 p.m., 17:30
}
# A history names three years long past, twice as many as of its own time, and two to each word that reports use (four,
# where the day of writing is known, so that a report is no worse off); what the first five hundred years say is enough.
# It has at most three words of the present to four verbs that tell (to six, where the day of writing is known).
_LEAST_YEARS, _MOST_YEARS = 3, 500
_YEARS_TO_ONE_OF_NOW, _YEARS_TO_A_REPORT, _YEARS_TO_A_DATED_REPORT = 2, 2, 4
_REPORTING_TO_TELLING, _REPORTING_TO_TELLING_IF_DATED = 0.75, 0.5
_YEAR = re.compile(r"(?<=[ (])(?:((?:1\d|20)\d\d)(?!,?\d)|\d{1,4} (?:bc|b\.c))")
_FIGURES_BEGIN = frozenset("0123456789'’‘aqh")
_GOES_ON = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")  # behind these a word has not ended
# Letters of a word that are looked for first; many words of a text stand behind 'the'.
_OPENING, _OPENING_WITH_ARTICLE = 5, 9
_OPENERS = "\"'`(/“‘’„«—–[>*|"
_REACH = 60  # characters to the left in which an expression may begin

Spot: TypeAlias = "tuple[int, str | None]"
"""Where a word may begin that sets a rule off, and its first letters; None if figures stand there."""


class Scanner:
    """Finds the hits of a text."""

    def __init__(self, lexicon: Lexicon, vague: bool = False) -> None:
        self.kinds = _kinds(lexicon, vague)
        self._by_letter: dict[str, list[str]] = {}
        for word in self.kinds:
            self._by_letter.setdefault(word[0], []).append(word)
        openings = alternatives(set(map(_opening, self.kinds)))
        self._scan = re.compile(rf"{_DELIMITERS}(?=(?P<word>{openings})|['’‘]?\d|ad \d|[qh]\d)")
        self._words = Memo(self._beginning_with)
        self._figures = late("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _FIGURES.items()))
        self._left = frozenset(_left_words(lexicon))
        self._lexicon = lexicon

    # The signs of a history, of which few texts have the first: years.

    @cached_property
    def _report(self) -> re.Pattern[str]:
        lexicon = self._lexicon
        dated = [word for word, kind in self.kinds.items() if "weekday" in kind]
        dated += [word for word, (unit, _, _) in lexicon.deictics.items() if unit == "day"]
        dated += [f"{step} {unit}" for step in ("this", "last") for unit in ("week", "month", "year")]
        return re.compile(
            rf"{_DELIMITERS}(?<! following.)(?<! next.)(?:{alternatives(dated)}|ago)(?![a-z])"
            rf"(?!,? (?:\d|{alternatives(lexicon.months)}(?![a-z])))"
        )

    @cached_property
    def _telling(self) -> re.Pattern[str]:
        return self._verbs("telling")

    @cached_property
    def _reporting(self) -> re.Pattern[str]:
        return self._verbs("reporting")

    def _verbs(self, kind: str) -> re.Pattern[str]:
        return re.compile(rf"[ \n\"“(]{alternatives(self._lexicon.verbs(kind))}(?=[ ,.])")

    def spots(self, low: str) -> list[Spot]:
        """Every place where a word may stand that sets a rule off, with its first letters, or figures."""
        return [(found.end(), found[1]) for found in self._scan.finditer(low)]

    def hits(self, low: str, spots: Iterable[Spot]) -> Iterator[tuple[int, int, str]]:
        """Start, end and kind of every hit, in order."""
        behind = 0
        for start, opening in spots:
            if start <= behind:
                continue
            if opening and (end := self._end(low, start, opening)):
                behind = end
                yield start, end, self.kinds[low[start:end]]
            elif (not opening or low[start] in _FIGURES_BEGIN) and (figures := self._figures.match(low, start)):
                behind, kind = figures.end(), figures.lastgroup or ""
                yield start, behind, "figures" if kind == "sep" else kind

    def _end(self, low: str, start: int, opening: str) -> int | None:
        """Where the longest word ends that stands here."""
        for word in self._words[opening]:
            end = start + len(word)
            if low[end - 1 : end] != word[-1] or low[end : end + 1] in _GOES_ON:
                continue
            if low.startswith(word, start) or _is_like(low[start:end], word):
                return end
        return None

    def _beginning_with(self, opening: str) -> list[str]:
        """The words with these first letters, or fewer, the longest first: one pattern of all would compile slowly."""
        letters = _straight(opening)
        words = [word for word in self._by_letter[letters[0]] if letters.startswith(_opening(_straight(word)))]
        return sorted(words, key=len, reverse=True)

    def starts(self, low: str, behind: int, start: int) -> list[int]:
        """Where an expression with a hit at `start` may begin, not before `behind`; farthest first."""
        found = [start]
        at, least = start, max(behind, start - _REACH)
        while at > least and low[at - 1] in " -":
            end = at - 2 if low[at - 2] == " " else at - 1
            word = low[low.rfind(" ", least, end) + 1 or least : end]
            if "-" in word or "\n" in word:
                word = word[max(word.rfind("-"), word.rfind("\n")) + 1 :]
            bare = word.lstrip(_OPENERS)
            if not self._may_stand_inside(bare):
                break
            at = end - len(bare)
            found.append(at)
            if bare != word:
                break
        return found[::-1]

    def _may_stand_inside(self, word: str) -> bool:
        """Whether an expression may hold the word in front of what sets it off: 'last', 'two', '15th', 'week's'."""
        if word in self._left:
            return True
        if word[:1].isdecimal():
            return len(word) <= 9
        word = word.rstrip(",.")
        return word in self._left or (word.endswith(("'s", "’s")) and word[:-2] in self._left)

    def is_history(self, low: str, spots: Iterable[Spot], year: int | None) -> bool:
        """Whether a text tells a history: it names years of the past, but hardly a weekday, 'yesterday' or 'ago'.

        Nor does it speak of the present, as comments and speeches do that name as many years.
        """
        years = (_YEAR.match(low, start) for start, opening in spots if opening is None)
        named = [int(found[1] or 0) for found in islice(filter(None, years), _MOST_YEARS)]
        past = sum(1 for number in named if year is None or number < year - 1)
        if past < max(_LEAST_YEARS, _YEARS_TO_ONE_OF_NOW * (len(named) - past)):
            return False
        most = past // (_YEARS_TO_A_REPORT if year is None else _YEARS_TO_A_DATED_REPORT)
        if sum(1 for _ in islice(self._report.finditer(low), most + 1)) > most:
            return False
        share = _REPORTING_TO_TELLING if year is None else _REPORTING_TO_TELLING_IF_DATED
        most = int(share * sum(1 for _ in self._telling.finditer(low)))
        return sum(1 for _ in islice(self._reporting.finditer(low), most + 1)) <= most


def _opening(word: str) -> str:
    return word[: _OPENING_WITH_ARTICLE if word.startswith("the ") else _OPENING]


def _straight(words: str) -> str:
    return words.replace("-", " ").replace("’", "'")


def _is_like(printed: str, word: str) -> bool:
    """Whether the words of a text are these, however their blanks and apostrophes are printed."""
    return _straight(printed) == _straight(word) and all(
        map(lambda own, known: own == known or known in " '", printed, word)
    )


def _kinds(lexicon: Lexicon, vague: bool) -> Forms[str]:
    """The classes of rules that each word sets off, blank-separated."""
    kinds: dict[str, list[str]] = {}

    def add(words: Iterable[str], kind: str) -> None:
        for word in words:
            kinds.setdefault(word, []).append(kind)

    add(lexicon.months, "month")
    add(lexicon.weekdays, "weekday")
    add((form + "s" for form in lexicon.weekdays if form not in lexicon.short), "weekday")
    add((form for form, unit in lexicon.units.items() if unit == "century"), "century")
    add(lexicon.units, "unit")
    for form, unit in lexicon.units.items():
        add((form,), f"{unit}-unit")
        add((form + "long", form + "-long"), "lasting")
    add(("period",), "quarter-unit")
    add(("year-end", "year-ago", "year-earlier"), "year-unit")
    add(lexicon.seasons, "season")
    add(lexicon.parts, "part")
    add(("noon", "midnight", "midday"), "hour")
    add(("half",), "half")
    add((form for form, (_, _, mark) in lexicon.deictics.items() if vague or mark != "vague"), "deictic")
    add(lexicon.holidays, "holiday")
    names = [form for form in lexicon.named_forms if form[:1].isalpha() or "/" in form]
    add(names, "named")
    add((form for form in names if re.split(r"\W", form)[0] in lexicon.months), "month")
    add(lexicon.decades, "decade")
    add(lexicon.sets, "set")
    add(("while", "some time", "a long time", "a short time"), "while")
    add(("eighteen", "nineteen", "twenty"), "spelled")
    add(lexicon.of_kind("name"), "name")
    add(lexicon.of_kind("phrase"), "phrase")
    return Forms({word: " ".join(dict.fromkeys(classes)) for word, classes in kinds.items()})


def _left_words(lexicon: Lexicon) -> set[str]:
    """The words that may stand inside an expression, in front of what sets it off."""
    words = {
        word
        for form in (*lexicon.numbers, *lexicon.modifiers, *lexicon.steps)
        for word in form.replace("-", " ").split()
    }
    words |= {word for form in lexicon.ordinals for word in (form, form.split("-")[0])}
    words |= {*lexicon.of_kind("inside"), *lexicon.of_kind("stretch"), *lexicon.of_kind("very")}
    words |= set(lexicon.beside("between"))
    words |= {word for form in lexicon.parts for word in form.split()}
    return words | set(lexicon.weekdays)
