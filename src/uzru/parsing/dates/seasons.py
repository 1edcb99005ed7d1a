"""Seasons: 'last fall', 'the spring of 1999', 'that summer', 'every winter'."""

from __future__ import annotations

import re
from typing import Any

from uzru.model.granularity import Season
from uzru.model.when import PartialDate
from uzru.parsing.dates.context import Context, Found
from uzru.parsing.dates.rules import Rule, modified
from uzru.parsing.dates.which_year import year_beside

__all__ = ["RULES"]

_FIRST_MONTH = {Season.SPRING: 3, Season.SUMMER: 6, Season.AUTUMN: 9, Season.WINTER: 12}
_SOON = 5  # months: a season so near ahead is the coming one, if no verb of the past tells of it


def _season(context: Context, m: re.Match[str]) -> Found | None:
    low, start, step = context.low, m.start("sea"), m["step"]
    if low.startswith(" of ", m.end()):
        return None  # 'the fall of Nukus'
    if context.is_capital(start) and low[start - 2 : start] != ". " and low[start - 1] != "\n" and not m["y"]:
        return None
    if found := _of_told_year(context, m):
        return found
    if not step and not m["the"] and not m["mod"] and not context.lexicon.stands_before(low, start, "before-season"):
        return None
    if found := _beside_last(context, m):
        return found
    if context.day is None:
        return Found("DATE", None, "season: no day of writing", True)
    season = context.lexicon.seasons[m["sea"]]
    year = _season_year(context, season, context.lexicon.steps[step] if step else None, m.start())
    return Found("DATE", _of(context, m, year), f"season: {step or 'the'}", True)


def _of(context: Context, m: re.Match[str], year: int | None) -> PartialDate:
    fields: dict[str, Any] = modified(context, m["mod"])
    return PartialDate(year=year, season=context.lexicon.seasons[m["sea"]], **fields)


def _of_told_year(context: Context, m: re.Match[str]) -> Found | None:
    """'The spring of 1999', 'the spring of that year'."""
    if m["y"]:
        return Found("DATE", _of(context, m, context.read_year(m["y"])), "season and year")
    if m["spelled"]:
        return Found(
            "DATE", _of(context, m, context.lexicon.spelled_year(m["spelled"])), "season and year: spelled out"
        )
    pair = None if m["of"] else context.lexicon.season_follows.match(context.low, m.end())
    if pair is not None:
        return Found("DATE", _of(context, m, context.read_year(pair["y"])), "season: year of the pair")
    year = year_beside(context, m["of"]) if m["of"] else None
    if year is None or year.number is None:
        return None
    return Found("DATE", _of(context, m, year.number), f"season {year.why}", year.relative, anchor=year.anchor)


def _beside_last(context: Context, m: re.Match[str]) -> Found | None:
    """'That spring', 'the following spring', and the spring of a history."""
    memory, step = context.memory, m["step"]
    if m["the"] and m["the"].startswith("that") and memory.last is not None:
        return Found("DATE", _of(context, m, memory.last.year), "season: year of the date before", anchor=memory.last)
    first = _FIRST_MONTH[context.lexicon.seasons[m["sea"]]]
    last = memory.stepped_from(step) if step else None
    if step and last is not None and last.year is not None:
        ahead = context.lexicon.steps[step] > 0
        passed = last.month is None or (last.month >= first if ahead else last.month <= first + 2)
        year = last.year + (passed if ahead else -passed)
        return Found("DATE", _of(context, m, year), f"season: {step} beside the date before", anchor=last)
    if not step and (told := memory.story_year(first)) is not None:
        return Found("DATE", _of(context, m, told), "season: last year read", anchor=memory.story)
    return None


def _season_year(context: Context, season: Season, step: int | None, at: int) -> int:
    """The year in which that season begins: 'last' has begun, 'next' has not, 'this' is the nearer one."""
    assert context.day is not None
    year, month, first = context.day.year, context.day.month, _FIRST_MONTH[season]
    began = year if month >= first else year - 1
    running = (began == year and month < first + 3) or (season is Season.WINTER and month <= 2)
    if step == -1:
        return began - running
    if step == 1:
        return began + 1
    if step == 0:
        return year - 1 if season is Season.WINTER and month <= 2 else year
    ahead = (first - month) % 12 <= _SOON and not context.cues.back(at) and not context.cues.over(at)
    return began + 1 if not running and (ahead or context.cues.any(at)) else began


def _every_season(context: Context, m: re.Match[str]) -> Found | None:
    """'Every spring'."""
    return Found("SET", PartialDate(season=context.lexicon.seasons[m["sea"]]), "set: season")


RULES: tuple[Rule, ...] = (
    Rule("season", r"(?:each|every)~%SEASON(?![a-z])", _every_season),
    Rule(
        "season",
        r"(?:%MOD~(?:in )?)?(?P<the>the |that )?(?:%STEP~)?%SEASON"
        r"(?:,? (?:of )?(?:%SHORTYEAR(?:[-–/]\d\d(?:\d\d)?(?!\d))?"
        r"|(?P<spelled>(?:eighteen|nineteen|twenty)~%PLAIN(?:~%PLAIN)?)"
        r"|(?P<of>last|this|next|that|the same|the following|the next|the previous) year))?(?![a-z])",
        _season,
    ),
)
