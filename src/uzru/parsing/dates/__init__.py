"""Every date expression of a text, found and resolved against the day of writing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import TypeAlias

from uzru.knowledge import Knowledge
from uzru.model.article import DateMention
from uzru.model.span import Span
from uzru.model.when import Interval, PartialDate
from uzru.parsing.dates import (
    clocks,
    days,
    deictics,
    lengths,
    months,
    named,
    offsets,
    periods,
    seasons,
    weekdays,
    years,
)
from uzru.parsing.dates.asides import is_aside
from uzru.parsing.dates.context import Context, Found, Memory, Resolver
from uzru.parsing.dates.cues import CueWords
from uzru.parsing.dates.lexicon import Lexicon
from uzru.parsing.dates.openings import opening_at
from uzru.parsing.dates.scan import Scanner, Spot
from uzru.parsing.memo import Memo
from uzru.parsing.text import Reading

__all__ = ["Dates"]

# The first rule that takes an expression wins, so the more specific modules stand in front.
_MODULES = (named, clocks, days, months, weekdays, periods, seasons, years, offsets, lengths, deictics)

_OFTEN = 9  # times that a rule's outline is read word by word, before its pattern pays
_NOT_DATES = ("name", "phrase")
_HEADLINES = ("headline", "subheading", "item-headline")


class _RulePattern:
    """A rule's pattern, which takes long to compile.

    At first its outline tells as fast as it does what does not fit, and word by word what does; it is compiled when
    that cannot be told, or when enough was found that it pays.

    Attributes:
        match: as of a compiled pattern, the outline's until then.
        is_outlined: whether it is the outline's.
        openings: what begins a match.
    """

    match: Callable[[str, int], re.Match[str] | None]

    def __init__(self, lexicon: Lexicon, template: str) -> None:
        self._lexicon = lexicon
        self._template = template
        self.match = self._first_match
        self.is_outlined = True
        self._fitted = 0
        self.openings = frozenset(lexicon.openings(template))

    def _first_match(self, low: str, at: int) -> re.Match[str] | None:
        outline = self._lexicon.outline(self._template)
        if outline is None:
            return self.whole_match(low, at)
        self._outline = outline
        self.match = outline.pattern.match
        return self.match(low, at)

    def sure(self, found: re.Match[str]) -> re.Match[str] | None:
        """The match of the pattern itself where its outline matched."""
        self._fitted += 1
        if self._fitted < _OFTEN and self._outline.is_exact(found):
            return found
        return self.whole_match(found.string, found.start())

    def whole_match(self, low: str, at: int) -> re.Match[str] | None:
        """The match of the pattern itself, which stands from now on."""
        self.match = self._lexicon.pattern(self._template).match
        self.is_outlined = False
        return self.match(low, at)


_Tried: TypeAlias = tuple[tuple[_RulePattern, Resolver], ...]
"""Rules that are tried one behind the other."""


class _Rules:
    """The rules of each kind of hit, by what opens their matches; made when the first hit of the kind comes."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._patterns = Memo[str, _RulePattern](lambda template: _RulePattern(lexicon, template))
        self._of_kind = Memo(self._set_off)
        self._fitting = Memo(self._opened)
        self._same: dict[_Tried, _Tried] = {}  # many openings are those of the same rules

    def at(self, kind: str, low: str, begin: int) -> _Tried:
        """Those that may take an expression there."""
        return self._fitting[kind, opening_at(low, begin)]

    def _opened(self, key: tuple[str, str]) -> _Tried:
        kind, opening = key
        begun = {opening[:end] for end in range(len(opening) + 1)}
        found = tuple([rule for rule in self._of_kind[kind] if not begun.isdisjoint(rule[0].openings)])
        return self._same.setdefault(found, found)

    def _set_off(self, kind: str) -> _Tried:
        words = set(kind.split())
        return tuple(
            (self._patterns[rule.template], rule.resolve)
            for module in _MODULES
            for rule in module.RULES
            if words.intersection(rule.sets_off.split())
        )


class Dates:
    """Finds the dates of a reading.  Built once from a knowledge; safe to share between threads.

    Args:
        knowledge: the tables `date-*`.
        vague: find words as vague as 'recent' and 'current' too.

    >>> dates = Dates(Knowledge())
    >>> written = PartialDate.parse("2004-04-15")
    >>> for mention in dates(Reading("The mint will close on Monday, after 12 years."), ((0, written),)):
    ...     print(mention.value, mention.type.value, mention.rule)
    2004-04-19 DATE weekday: cue will
    P12Y DURATION length
    """

    def __init__(self, knowledge: Knowledge, vague: bool = False) -> None:
        self.knowledge = knowledge
        self.vague = vague
        self._lexicon = Lexicon(knowledge)
        self._cues = CueWords(self._lexicon)
        self._scanner = Scanner(self._lexicon, vague)
        self._rules = _Rules(self._lexicon)

    def __reduce__(self) -> tuple[type[Dates], tuple[Knowledge, bool]]:
        return (Dates, (self.knowledge, self.vague))

    def __call__(
        self, reading: Reading, anchors: tuple[tuple[int, PartialDate | None], ...] = ((0, None),)
    ) -> tuple[DateMention, ...]:
        """The dates of a reading, in text order.

        Args:
            reading: the text.
            anchors: offset and date: from there on 'today' is that date (None if it is not known).
        """
        low = "\n" + reading.low
        first = anchors[0][1] if anchors else None
        spots = self._scanner.spots(low)
        memory = Memory(self._scanner.is_history(low, spots, first.year if first else None))
        context = Context(low, reading, self._lexicon, self._cues, memory, self.vague)
        context.headlines = tuple([(start, end) for start, end, kind in reading.paragraphs if kind in _HEADLINES])
        context.write_on(None)
        turns = list(anchors)[::-1]
        found: list[DateMention] = []
        behind = 0
        for start, end, kind in self._hits(low, spots, reading.view):
            if start < behind:
                continue
            while turns and turns[-1][0] < start:
                begin, anchor = turns.pop()
                context.write_on(anchor, begin)
            if kind in _NOT_DATES:
                behind = end
                continue
            memory.leave_lede(start)
            hit = self._resolve(context, kind, behind, start, end)
            if hit is None:
                continue
            begin, behind, result = hit
            self._remember(context, result, begin, behind)
            told = [(begin, behind, result.value)]
            if result.also:
                told = sorted([*told, *result.also], key=itemgetter(0))
                behind = max([end for _, end, _ in told])
            anchor = context.anchor if result.relative else result.anchor
            found += [
                DateMention(span=Span(at - 1, end - 1), type=result.type, value=value, anchor=anchor, rule=result.rule)
                for at, end, value in told
            ]
        return tuple(found)

    def _hits(self, low: str, spots: list[Spot], view: str) -> Iterator[tuple[int, int, str]]:
        """The hits; the words of a name in lower case and of a phrase behind a hyphen count each by itself.

        So 'Russia today' may be no outlet, and the 'day trip' in 'a one-day trip' is none.
        """
        for start, end, kind in self._scanner.hits(low, spots):
            last = max(low.rfind(" ", start, end), start)
            if kind == "name" and last > start and view[last].islower():
                yield from self._hits_within(low, last, end + 1)
            elif kind == "phrase" and low[start - 1] == "-" and last > start:
                yield from self._hits_within(low, start - 1, last + 1)
            else:
                yield start, end, kind

    def _hits_within(self, low: str, begin: int, stop: int) -> Iterator[tuple[int, int, str]]:
        words = low[begin:stop]
        hits = self._scanner.hits(words, self._scanner.spots(words))
        return ((begin + start, begin + end, kind) for start, end, kind in hits)

    def _resolve(self, context: Context, kind: str, behind: int, start: int, end: int) -> tuple[int, int, Found] | None:
        """The first rule that takes an expression around the hit, the farthest beginning first."""
        low = context.low
        for begin in self._scanner.starts(low, behind, start):
            for pattern, resolve in self._rules.at(kind, low, begin):
                match = pattern.match(low, begin)
                if match and pattern.is_outlined:
                    match = pattern.sure(match)
                if match is None or match.end() < end:
                    continue
                if (result := resolve(context, match)) is not None:
                    begin = begin if result.start is None else result.start
                    stop = match.end() if result.end is None else result.end
                    return begin, stop, result
        return None

    @staticmethod
    def _remember(context: Context, result: Found, begin: int, end: int) -> None:
        """What later expressions of the document may refer to."""
        memory, value = context.memory, result.value
        if isinstance(value, Interval):
            value = value.end or value.start
        if not isinstance(value, PartialDate) or result.type == "SET" or value.year is None:
            return
        if memory.narrative and result.relative:
            return  # the day of writing is no part of the story
        memory.named, memory.named_end = value, end
        if memory.narrative and is_aside(context, begin, end, value):
            return
        memory.last, memory.last_end = value, end
        if value.day is not None:
            memory.day, memory.day_end = value, end
        if not result.relative and (value is result.value or value.month is not None):
            memory.read(value, end, context.low)
        if value.month is not None:
            memory.month, memory.month_end = value, end
