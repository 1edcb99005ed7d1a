"""Where dates may be: one pass over the text for the words and figures that set a rule off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from uzru.parsing.dates.lexicon import Lexicon
from uzru.parsing.dates.prefix_tree import alternatives

__all__ = ["Hit", "Scanner"]

_DELIMITERS = "[ \\n\\-\"'`(/“‘’„«—–\\[>*|]"
_FIGURES = (
    r"(?P<iso>(?:1\d|20)\d\d[-/]\d\d?[-/]\d\d?(?!\d))"
    r"|(?P<decade>['’‘]?(?:[12]\d)?\d0['’]?s(?![a-z]))"
    r"|(?P<year>[12]\d{3}(?!\d))"
    r"|(?P<figures>\d\d?(?P<sep>[/.])\d\d?(?P=sep)(?:\d{4}|\d\d)(?![\d/]))"
    r"|(?P<short>['’‘]\d\d(?![\da-z]))"
    r"|(?P<code>[qh][1-4](?![a-z0-9])|[1-4][qh](?![a-z0-9]))"
    r"|(?P<clock>\d\d?(?:[:.]\d\d)?(?::\d\d)? ?[ap]\.?m(?![a-z])|\d\d?:\d\d(?!\d))"
)
# A history names three years long past, and ten to each word that reports use and to each year of its own time; what
# the first hundred years say is enough.
_LEAST_YEARS, _YEARS_TO_A_REPORT, _MOST_REPORTS, _MOST_YEARS = 3, 10, 5, 100
_REACH = 60  # characters to the left in which an expression may begin


class Hit(NamedTuple):
    """A word or figure that sets rules off, and where an expression that holds it may begin, farthest first."""

    start: int
    end: int
    kind: str
    starts: tuple[int, ...]


class Scanner:
    """Finds the hits of a text."""

    def __init__(self, lexicon: Lexicon, vague: bool = False) -> None:
        self.kinds = _kinds(lexicon, vague)
        words = alternatives(self.kinds)
        self._scan = re.compile(rf"{_DELIMITERS}(?:(?P<word>{words})(?![a-z0-9])|{_FIGURES})")
        self._left = re.compile(
            rf"(?<={_DELIMITERS})(?:(?:{alternatives(_left_words(lexicon))}|\d{{1,4}}(?:[,.]\d{{1,3}})?(?:st|nd|rd|th)?|1/2)"
            r"[,.]?(?: {1,2}|-|['’]s ))+\Z"
        )
        self._breaks = re.compile(r"[ -]+")
        dated = [word for word, kind in self.kinds.items() if "weekday" in kind]
        dated += [word for word, (unit, _, _) in lexicon.deictics.items() if unit == "day"]
        dated += [f"{step} {unit}" for step in ("this", "last") for unit in ("week", "month", "year")]
        self._report = re.compile(
            rf"{_DELIMITERS}(?:{alternatives(dated)}|ago)(?![a-z])(?!,? (?:\d|{alternatives(lexicon.months)}))"
        )
        self._year = re.compile(r"[ (](?:1\d|20)\d\d(?![\d,])")

    def hits(self, low: str, of: int = 0) -> Iterator[tuple[int, int, str]]:
        """Start, end and kind of every hit, in order."""
        for found in self._scan.finditer(low, of):
            group = found.lastgroup
            if group == "word":
                yield found.start("word"), found.end("word"), self._kind(found["word"])
            elif group is not None:
                name = "figures" if group == "sep" else group
                yield found.start(name), found.end(name), name

    def _kind(self, word: str) -> str:
        kind = self.kinds.get(word)
        return (
            kind if kind is not None else self.kinds.get(" ".join(word.replace("-", " ").replace("’", "'").split()), "")
        )

    def starts(self, low: str, behind: int, start: int) -> list[int]:
        """Where an expression with a hit at `start` may begin, not before `behind`; farthest first."""
        found = self._left.search(low, max(behind, start - _REACH), start)
        if found is None:
            return [start]
        first = found.start()
        return [first, *(gap.end() for gap in self._breaks.finditer(low, first, start))]

    def is_history(self, low: str, year: int | None) -> bool:
        """Whether a text tells a history: it names years of the past, but hardly a weekday, 'yesterday' or 'ago'."""
        words = sum(1 for _ in islice(self._report.finditer(low), _MOST_REPORTS + 1))
        if words > _MOST_REPORTS:
            return False
        named = [int(found[0][1:]) for found in islice(self._year.finditer(low), _MOST_YEARS)]
        past = sum(1 for number in named if year is None or number < year - 1)
        return past >= max(_LEAST_YEARS, _YEARS_TO_A_REPORT * max(words, len(named) - past))


def _kinds(lexicon: Lexicon, vague: bool) -> dict[str, str]:
    """The classes of rules that each word sets off, blank-separated."""
    kinds: dict[str, list[str]] = {}

    def add(words: object, kind: str) -> None:
        for word in words:  # type: ignore[attr-defined]
            kinds.setdefault(word, []).append(kind)

    add(lexicon.months, "month")
    add(lexicon.weekdays, "weekday")
    add((form + "s" for form in lexicon.weekdays if form not in lexicon.short), "weekday")
    add((form for form, unit in lexicon.units.items() if unit == "century"), "century")
    add(lexicon.units, "unit")
    add(("period", "year-end", "year-ago", "year-earlier"), "unit")
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
    return {word: " ".join(dict.fromkeys(classes)) for word, classes in kinds.items()}


def _left_words(lexicon: Lexicon) -> set[str]:
    """The words that may stand inside an expression, in front of what sets it off."""
    words = {
        word
        for form in (*lexicon.numbers, *lexicon.modifiers, *lexicon.steps)
        for word in form.replace("-", " ").split()
    }
    words |= {word for form in lexicon.ordinals for word in (form, form.split("-")[0])}
    words |= set(lexicon.of_kind("inside"))
    return words | set(lexicon.parts) | set(lexicon.weekdays)
