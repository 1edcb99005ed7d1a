"""The vocabulary of dates, compiled once from the knowledge tables `date-*.tsv`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from itertools import groupby
from typing import TypeVar

from uzru.knowledge import Knowledge
from uzru.model.granularity import Season
from uzru.parsing.dates.openings import heads, openings
from uzru.parsing.dates.outlines import Likenesses, Outline, expand
from uzru.parsing.dates.prefix_tree import alternatives
from uzru.parsing.late import late
from uzru.parsing.memo import Memo

__all__ = ["Forms", "Lexicon", "tree"]

_HEAVY = {"name", "word"}
_ERA = r"\d{1,4} (?:bce?(?![a-z])|b\.c\.(?:e\.)?)|ad \d{2,4}(?!\d)|\d{2,4} (?:ad|ce)(?![a-z])"
_YEAR = rf"(?P<y{{k}}>{_ERA}|1[0-9]\d\d(?!\d)|20\d\d(?!\d))"
_OF_DATES = ("approximate", "early", "mid", "late", "before", "within")
_OF_LENGTHS = ("approximate", "less", "more")
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"  # of the month; which of the days are known is told later
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"


_NEXT_WORD = re.compile(r"[ -]([^ -]+)")
_UNIT_BEHIND = r"[ -]%NUM~(?:(?:few|%BETWEEN)~)?(?:%UNIT|%SEASONS|%MONTH|%DOW)"
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_T = TypeVar("_T")


def _plain(form: str) -> str:
    return " ".join(form.replace("-", " ").replace("’", "'").split())


class Forms(dict[str, _T]):
    """What words mean, however their blanks, hyphens and apostrophes are printed.

    >>> Forms({"this past": -1})["this-past"]
    -1
    """

    def __init__(self, forms: Mapping[str, _T]) -> None:
        super().__init__(forms)

    @cached_property
    def _plain_forms(self) -> dict[str, _T]:
        return {_plain(form): meaning for form, meaning in self.items()}

    def __missing__(self, form: str) -> _T:
        return self._plain_forms[_plain(form)]

    def find(self, form: str) -> _T | None:
        """The meaning, or None."""
        try:
            return self[form]
        except KeyError:
            return None


class Lexicon:
    """The tables as look-ups, and the macros that patterns are written with.

    Attributes:
        months, weekdays, units, seasons, parts, ordinals, modifiers, steps: what a word means.
        past_verbs: the irregular past forms of English verbs.
        unchanged_verbs: those whose past is written as their base ('put').
        short: abbreviations and other forms that are also words; they need a dot, day or year beside them.

    >>> lexicon = Lexicon(Knowledge())
    >>> lexicon.months["sept"], lexicon.number("twenty-five"), lexicon.number("a couple of"), lexicon.number("several")
    (9, 25, 2, None)
    """

    def __init__(self, knowledge: Knowledge) -> None:
        months, weekdays = knowledge.table("date-months"), knowledge.table("date-weekdays")
        units = knowledge.table("date-units")
        self.months = {form: int(month) for form, month, _ in months}
        self.month_styles = {form: style for form, _, style in months}
        self.weekdays = {form: int(day) for form, day, _ in weekdays}
        self.short = {form for form, _, style in (*months, *weekdays) if style not in _HEAVY}
        self.units = Forms({form: unit for form, unit, _ in units})
        self.unit_numbers = Forms({form: number for form, _, number in units})
        self.seasons = Forms({form: Season(season) for form, season in knowledge.table("date-seasons")})
        self.parts = Forms(knowledge.mapping("date-dayparts", "code"))
        self.plural_parts = {form for form in self.parts if form[:-1] in self.parts}
        self.moments = {form for form, kind in knowledge.mapping("date-dayparts", "kind").items() if kind == "moment"}
        self.ordinals = Forms({form: int(value) for form, value in knowledge.table("date-ordinals")})
        self.modifiers: dict[str, str] = dict(knowledge.mapping("date-modifiers", "meaning"))
        self.steps = Forms({form: int(step) for form, step in knowledge.table("date-steps")})
        deictics = knowledge.table("date-deictics")
        self.deictics = Forms({form: (unit, offset, mark) for form, unit, offset, mark in deictics})
        self.holidays = Forms(knowledge.mapping("date-holidays", "day"))
        self.named = {row[0]: row[1:] for row in knowledge.table("date-named")}
        self.words = dict(knowledge.mapping("date-words", "kind"))
        self.cues = knowledge.table("date-cues")
        self._verbs = [(form, kinds.split()) for form, kinds in knowledge.table("date-verbs")]
        self._neighbors = knowledge.table("date-neighbors")
        self.sets = Forms(knowledge.mapping("date-sets", "value"))
        self.decades = {
            form[:-1] + "ies": int(value)
            for form, value, kind in knowledge.table("date-numbers")
            if not kind and value.isdecimal() and 20 <= int(value) <= 90 and form.endswith("ty")
        }
        self.named_forms = self._known_day_forms()
        self.past_verbs = {
            form
            for row in knowledge.table("irregular-verbs")
            for form in (*row[1].split(), *row[2].split())
            if form not in (row[0], "been")
        }
        self.participles = {form for row in knowledge.table("irregular-verbs") for form in (row[2] or row[1]).split()}
        self.unchanged_verbs = [row[0] for row in knowledge.table("irregular-verbs") if row[0] in row[1].split()]
        self.modals = set(self.verbs("leading")) - {"the", "a", "an"}
        numbers = knowledge.table("date-numbers")
        self.numbers = {form: (value, kind) for form, value, kind in numbers}
        self._plain = [form for form, value, kind in numbers if not kind and value.isdecimal() and " " not in form]

    def _known_day_forms(self) -> dict[str, str]:
        """Every form of a known day: month first and day first, full and short, with and without 'th'."""
        forms = {}
        for name in self.named:
            month, _, day = name.partition(" ")
            forms[name] = name
            if month not in self.months or not day.isdecimal():
                continue
            for written in (form for form, number in self.months.items() if number == self.months[month]):
                for dot in ("", ".") if written in self.short else ("",):
                    for end in ("", "th", "st", "nd", "rd"):
                        forms |= {f"{written}{dot} {day}{end}": name, f"{day}{end} {written}{dot}": name}
        return forms

    def known_day(self, text: str) -> str | None:
        """The name of a known day in one of its forms."""
        return self.named_forms.get(" ".join(text.replace("-", " ").split())) or self.named_forms.get(text)

    def of_kind(self, kind: str) -> list[str]:
        """The words of `date-words` with this kind."""
        return [form for form, known in self.words.items() if known == kind]

    def verbs(self, kind: str) -> list[str]:
        """The words of `date-verbs` with this kind."""
        return [form for form, kinds in self._verbs if kind in kinds]

    def number(self, text: str) -> float | None:
        """What a number means; None if it does not say how many.

        >>> Lexicon(Knowledge()).number("5 1/2")
        5.5
        """
        text = " ".join(text.split())
        head, _, tail = text.replace("-", " ").partition(" and ")
        if tail in ("half", "a half", "an half") and head:
            whole = self.number(head)
            return None if whole is None else whole + 0.5
        if text[-1] in _FRACTIONS:
            return int(text[:-1] or 0) + _FRACTIONS[text[-1]]
        if text.endswith(" 1/2"):
            return float(text[:-4].replace(",", "")) + 0.5
        digits = text.replace(",", "")
        if digits[:1].isdecimal():
            return float(digits) if "." in digits else int(digits)
        row = self.numbers.get(text) or self.numbers.get(text.replace("-", " "))
        if row is None:
            parts = [self.numbers.get(part, ("0", ""))[0] for part in re.split(r"[ -]", text)]
            if parts[-1] in ("100", "1000"):
                return float(parts[0]) * float(parts[-1])
            return sum(int(part) for part in parts if part.isdecimal())
        value = row[0]
        return None if value == "X" else float(value) if "." in value else int(value)

    def spelled_year(self, text: str) -> int | None:
        """A year of the 16th to the 21st century in words.

        >>> Lexicon(Knowledge()).spelled_year("nineteen ninety-one")
        1991
        """
        first, _, second = text.replace("-", " ").partition(" ")
        century, year = self.number(first), self.number(second.strip())
        if century not in (15, 16, 17, 18, 19, 20) or year is None or not 10 <= year <= 99:
            return None
        return int(century) * 100 + int(year)

    def is_approximate(self, text: str) -> bool:
        """Whether a number is only about right: 'a couple of', 'a dozen'."""
        return self.numbers.get(" ".join(text.split()), ("", ""))[1] == "approximate"

    def ordinal(self, text: str) -> int:
        """The number of 'third', '3rd' or '3'."""
        return self.ordinals.find(text) or int(re.sub(r"\D", "", text) or 0)

    def modifier(self, text: str | None) -> str:
        """What a modifier means, or an empty string."""
        if not text:
            return ""
        return self.modifiers.get(" ".join(text.replace("-", " ").split()), "")

    def _modifiers_of(self, *meanings: str) -> list[str]:
        return [form for form, meaning in self.modifiers.items() if meaning in meanings]

    @cached_property
    def macros(self) -> Mapping[str, str]:
        """The named parts of patterns: `%MONTH`, `%NUM` ...; a digit behind the name numbers the group."""
        return self._macros(alternatives)

    @cached_property
    def _likenesses(self) -> Likenesses:
        return Likenesses()

    @cached_property
    def _outlines(self) -> Mapping[str, str]:
        """The same parts, but any word with the characters and the length of one in the tables will do."""
        like = self._likenesses
        return self._macros(
            like.any,
            NAMED=lambda: (
                rf"(?:{like.any(self.months)}\.?[ -]{_DAY}|{_DAY}[ -]{like.any(self.months)}\.?"
                rf"|{alternatives(self.named)})(?![a-z0-9])"
            ),
            NUM=lambda: f"(?P<n{{k}}>{like.number(self.numbers)})",
            DAY=lambda: f"(?P<d{{k}}>{like.day(self.ordinals)})",
            YEAR=lambda: f"(?P<y{{k}}>{like.year()})",
            SHORTYEAR=lambda: f"(?P<y{{k}}>{like.year()})",
        )

    @cached_property
    def _openings(self) -> Mapping[str, tuple[str, ...]]:
        """What opens each of the parts."""
        heads_of = self._macros(heads)
        return Memo(lambda name: openings(heads_of[name], {}))

    def openings(self, template: str) -> tuple[str, ...]:
        """With what a match of the template begins, as `openings.openings` tells."""
        return openings(template, self._openings)

    @cached_property
    def _dot_behind_a_short_form(self) -> str:
        """The stop of 'Jan.' or 'Mon.'; that behind 'January' ends a sentence."""
        forms = {*self.months, *self.weekdays}
        short = self.short & forms
        ends = {form[-2:] for form in forms - short}
        if ends.isdisjoint(form[-2:] for form in short) and min(map(len, forms), default=0) > 1:
            return rf"(?:(?<!{'|'.join(sorted(ends))})\.)?"
        behind = ("|".join(rf"{form}\." for form in forms) for _, forms in groupby(sorted(short, key=len), len))
        return rf"(?:\.(?:{'|'.join(f'(?<={forms})' for forms in behind)}))?"

    def _number(self, words: Callable[[Iterable[str]], str]) -> str:
        teens = words(self._plain)
        return (
            r"\d{0,3}[½¼¾]|"
            rf"\d{{1,3}}(?:,\d{{3}}){{1,3}}(?!\d)|\d{{1,4}} 1/2|\d{{1,4}}(?:\.\d{{1,2}})?(?![\d])"
            rf"|(?:{_TENS})[ -]{teens}(?![a-z])|{teens}[ -](?:hundred|thousand)|{words(self.numbers)}(?![a-z])"
        )

    def _macros(self, words: Callable[[Iterable[str]], str], **others: Callable[[], str]) -> Mapping[str, str]:
        """The parts, with the words of the tables written in some way; each made when it is first needed."""
        dot = self._dot_behind_a_short_form
        long = {form for form, number in self.unit_numbers.items() if number != "short"}
        written: dict[str, Callable[[], str]] = {
            "MONTH": lambda: rf"(?P<mon{{k}}>{words(self.months)})(?![a-z]){dot}",
            "DOW": lambda: rf"(?P<dow{{k}}>{words(self.weekdays)})(?![a-z]){dot}",
            "DAYS": lambda: rf"(?P<dow{{k}}>{words(self.weekdays)})s(?![a-z])",
            "UNIT": lambda: rf"(?P<u{{k}}>{words(self.units)})(?![a-z])",
            "FULLUNIT": lambda: rf"(?P<u{{k}}>{words(long)})(?![a-z])",
            "LASTING": lambda: rf"(?P<u{{k}}>{words(long)})-?long(?![a-z])",
            "SEASON": lambda: rf"(?P<sea{{k}}>{words(self.seasons)})(?![a-z])",
            "SEASONS": lambda: rf"{words(self.seasons)}s?(?![a-z])",
            "PART": lambda: rf"(?P<part{{k}}>{words(self.parts)})(?![a-z])",
            "NUM": lambda: rf"(?P<n{{k}}>(?:{self._number(words)})(?:[ -]and(?:[ -]an?)?[ -]half)?)",
            "PLAIN": lambda: rf"{words(self._plain)}(?![a-z])",
            "ORD": lambda: rf"(?P<ord{{k}}>{words(self.ordinals)}(?![a-z])|\d{{1,2}}(?:st|nd|rd|th)(?![a-z]))",
            "DAY": lambda: (
                rf"(?P<d{{k}}>{words(self.ordinals)}(?![a-z])|\d{{1,2}}(?:st|nd|rd|th)(?![a-z])"
                r"|(?:0?[1-9]|[12]\d|3[01])(?![\d%/]|:\d|,\d{3}(?!\d)|\.\d))"
            ),
            "YEAR": lambda: _YEAR,
            "SHORTYEAR": lambda: rf"(?P<y{{k}}>{_ERA}|(?:1[0-9]|20)\d\d(?!\d)|['’‘]\d\d(?![\da-z]))",
            "MOD": lambda: rf"(?P<mod{{k}}>{words(self._modifiers_of(*_OF_DATES))})(?![a-z])",
            "EXACT": lambda: rf"{words(self._modifiers_of('exact'))}(?![a-z])",
            "LONG": lambda: rf"(?P<mod{{k}}>{words(self._modifiers_of(*_OF_LENGTHS))})(?![a-z])",
            "DEICTIC": lambda: rf"{words(self.deictics)}(?![a-z])",
            "DECADE": lambda: rf"{words(self.decades)}(?![a-z])",
            "HOLIDAY": lambda: rf"{words(self.holidays)}(?![a-z])",
            "NAMED": lambda: (
                rf"(?:{words(self.months)}\.?[ -]{_DAY}|{_DAY}[ -]{words(self.months)}\.?"
                rf"|{words(self.named)})(?![a-z0-9])"
            ),
            "SET": lambda: rf"{words(self.sets)}(?![a-z])",
            "BETWEEN": lambda: rf"{words(self.beside('between'))}(?![a-z])",
            "STRETCH": lambda: rf"{words(self.of_kind('stretch'))}(?![a-z])",
            "VERY": lambda: rf"{words(self.of_kind('very'))}(?![a-z])",
            "STEP": lambda: rf"(?P<step{{k}}>{words(self.steps)})(?![a-z])",
        }
        written |= others
        return Memo(lambda name: written[name]())

    @cached_property
    def year_follows(self) -> re.Pattern[str]:
        """A second month with a year behind a first one: '(in February) and March 2004'."""
        joint = r" ?(?:,|and |or |to |through |until |-|–|—) ?"
        between = rf"(?:{joint}%MONTH3(?![a-z])){{0,2}}"
        return self.pattern(between + joint + r"(?:the )?(?:%MOD~)?(?:%DAY )?%MONTH(?: %DAY2)?(?:,| of)? %YEAR")

    @cached_property
    def date_follows(self) -> re.Pattern[str]:
        """A whole date behind a day's name: '(Easter Monday), 24 April 1916'."""
        return self.pattern(r",? (?:%DAY %MONTH,? %YEAR|%MONTH2 %DAY2,? %YEAR2)")

    @cached_property
    def season_follows(self) -> re.Pattern[str]:
        """A second season with a year behind a first one: '(the summer) and autumn of 1944'."""
        return self.pattern(r" (?:and|or|to|through) (?:the )?%SEASON (?:of )?%YEAR")

    def beside(self, kind: str) -> list[str]:
        """The words of `date-neighbors` with this kind."""
        return [form for form, known in self._neighbors if known == kind]

    def stands_before(self, low: str, at: int, kind: str) -> bool:
        """Whether a word of this kind stands directly in front."""
        return bool(self._before[kind].search(low, max(0, at - 14), at))

    @cached_property
    def _before(self) -> dict[str, re.Pattern[str]]:
        kinds = {kind for _, kind in self._neighbors if kind.startswith("before")}
        return {kind: late(rf"[ \n(\"“](?:{alternatives(self.beside(kind))})[ -]\Z") for kind in sorted(kinds)}

    def stands_behind(self, low: str, at: int, kind: str) -> bool:
        """Whether a word of this kind stands directly behind."""
        return bool(self._behind[kind].match(low, at))

    @cached_property
    def _behind(self) -> dict[str, re.Pattern[str]]:
        kinds = {kind for _, kind in self._neighbors if kind.startswith("behind")}
        return {kind: late(rf" {alternatives(self.beside(kind))}(?![a-z])") for kind in sorted(kinds)}

    @cached_property
    def generic_follows(self) -> re.Pattern[str]:
        """What is of no certain day, behind 'today': 'today's (globalized) world'."""
        return re.compile(rf"['’]s (?:[a-z-]+ ){{0,2}}{alternatives(self.beside('behind-today'))}(?![a-z])")

    @cached_property
    def lasting_follows(self) -> re.Pattern[str]:
        """What has lasted as long as it is old, behind 'ten years': '-old (civil) war', but not '-old war veteran'."""
        noun = alternatives(self.beside("behind-old"))
        verbs_and_prepositions = (
            "in on of that which between with against by and to over from for at as has had is was will"
        )
        behind = rf"[.,;:!?)\n'’\"”]| (?:{'|'.join(verbs_and_prepositions.split())})(?![a-z])"
        return re.compile(rf"[ -]old (?:[a-z-]{{2,15}} ){{0,2}}{noun}(?={behind})")

    @cached_property
    def participle_before(self) -> re.Pattern[str]:
        """A participle behind a comma, with no other comma behind it: ', (first) founded in'."""
        forms = alternatives(self.participles)
        return re.compile(rf", (?:[a-z]+ly |first |last |later |then )?(?:{forms}|[a-z]{{3,}}ed)(?![a-z])[^,;()]*\Z")

    @cached_property
    def planned_follows(self) -> re.Pattern[str]:
        """What is set for a day, behind a month: 'November's (general) election'."""
        return re.compile(rf"['’]s (?:[a-z-]+ ){{0,2}}{alternatives(self.beside('behind-month-planned'))}(?![a-z])")

    @cached_property
    def nights_follow(self) -> re.Pattern[str]:
        """A second weekday and parts of the day behind a first one: '(Monday) and Tuesday nights'."""
        return self.pattern(rf" (?:and|or|to|through) %DOW {alternatives(self.plural_parts)}(?![a-z])")

    @cached_property
    def weekday_follows(self) -> re.Pattern[str]:
        """A weekday and another one: 'Wednesday through Sunday'."""
        return self.pattern(r"%DOW(?: %PART)?(?: (?:to|through|until|and|or) (?:on )?|[-–—])%DOW2")

    @cached_property
    def offset_follows(self) -> re.Pattern[str]:
        """How long before or after something, behind a time: 'ten days before the raid'."""
        return self.pattern(r",? %NUM~%UNIT (?:before|after|earlier|later)(?![a-z])")

    @cached_property
    def counted_before(self) -> re.Pattern[str]:
        """What is counted, in front of 'a day': 'hundreds of (long) visits'."""
        return self.pattern(
            r"[ \n(](?:%NUM|dozens|scores|hundreds|thousands) (?:of )?(?:[a-z-]{2,15} )?(?P<noun>[a-z]{3,}s) $"
        )

    @cached_property
    def counted_follows(self) -> re.Pattern[str]:
        """A number in front of a noun, behind 'the past'."""
        return self.pattern(r" %NUM [a-z]")

    @cached_property
    def game(self) -> re.Pattern[str]:
        """A word of sports."""
        return re.compile(rf"[ \n\"“(]{alternatives(self.of_kind('game'))}(?![a-z])")

    def unit_follows(self, low: str, at: int) -> bool:
        """Whether a unit, season, month or weekday stands directly behind, with or without a number."""
        if self._unit_behind.match(low, at):
            return True
        opening = _NEXT_WORD.match(low, at)
        counts = opening is not None and (opening[1] in self._number_openings or not opening[1][0].isalpha())
        return counts and self._counted_unit_behind.match(low, at) is not None

    @cached_property
    def _unit_behind(self) -> re.Pattern[str]:
        return self.pattern(_UNIT_BEHIND.replace("%NUM~", ""))

    @cached_property
    def _counted_unit_behind(self) -> re.Pattern[str]:
        return self.pattern(_UNIT_BEHIND)  # takes long to compile

    @cached_property
    def _number_openings(self) -> frozenset[str]:
        """The first words of numbers."""
        return frozenset(_plain(form).split(" ", 1)[0] for form in (*self.numbers, *_TENS.split("|")))

    def pattern(self, template: str) -> re.Pattern[str]:
        """Compile a template: `%MONTH` and the like are macros, `~` is a blank or hyphen."""
        return expand(template, self.macros)

    def outline(self, template: str) -> Outline | None:
        """The outline of a template; there is none where it forbids words: those cannot be left vague."""
        return None if _forbids_words(template) else self._likenesses.outline(template, self._outlines)


def _forbids_words(template: str) -> bool:
    """Whether a macro stands in a negative look-around."""
    bare = re.sub(r"\[[^\]]*\]", "", template)
    for found in re.finditer(r"\(\?<?!", bare):
        depth = 0
        for at in range(found.start(), len(bare)):
            depth += (bare[at] == "(") - (bare[at] == ")")
            if depth == 0:
                break
            if bare[at] == "%" and bare[at + 1 : at + 2].isupper():
                return True
    return False


def tree(words: Iterable[str]) -> str:
    """The words as a pattern."""
    return alternatives(words)
