"""Days known by name: holidays, and days such as 11 September that a year belongs to."""

from __future__ import annotations

import re
from datetime import date, timedelta

from uzru.model.arithmetic import day_of
from uzru.model.calendar import days_in_month
from uzru.model.when import PartialDate
from uzru.parsing.dates.context import Context, Found
from uzru.parsing.dates.rules import Rule
from uzru.parsing.dates.which_year import direction, year_beside

__all__ = ["RULES", "holiday_on"]

_NEAR = 60  # days
_JUST_AFTER = 1  # weekday: a holiday on a Monday is of the weekend before
_JUST_PASSED = 270  # days: a holiday of a history that lies so far ahead is that of the year before
_NOUNS = re.compile(r"['’]?s?[ -]((?:[a-z]+(?:[ -]|(?![a-z]))){1,3})")


def holiday_on(day: str, year: int) -> date | None:
    """The day of a holiday in a year, by the notation of the table `date-holidays`.

    >>> holiday_on("11/4/4", 2004), holiday_on("easter-2", 2004), holiday_on("orthodox+0", 2005)
    (datetime.date(2004, 11, 25), datetime.date(2004, 4, 9), datetime.date(2005, 5, 1))
    """
    if not 1 <= year <= 9998:
        return None
    if day.startswith(("easter", "orthodox")):
        from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

        moved: date = easter(year, EASTER_ORTHODOX if day[0] == "o" else EASTER_WESTERN)
        return moved + timedelta(days=int(re.sub("[a-z]", "", day)))
    if "/" not in day:
        month, number = map(int, day.split("-"))
        return date(year, month, number) if number <= days_in_month(year, month) else None
    month, nth, weekday = map(int, day.split("/"))
    first = date(year, month, 1)
    found = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (max(nth, 1) - 1))
    while nth < 0 and found.month == month:
        found += timedelta(days=7)
    return found - timedelta(days=7) if nth < 0 else found


def _holiday(context: Context, m: re.Match[str]) -> Found | None:
    day = context.lexicon.holidays.find(m["word"])
    if day is None or not context.is_capital(m.start("word")):
        return None
    if context.lexicon.stands_behind(context.low, m.end(), "behind-holiday"):
        return None  # 'a Christmas tree'
    if day == "?":
        return Found("DATE", None, "holiday: its name does not tell the day")
    if m["y"]:
        there = holiday_on(day, context.read_year(m["y"]))
        return None if there is None else Found("DATE", PartialDate.from_date(there), "holiday of a year")
    if m["of"]:
        year = year_beside(context, m["of"])
        there = None if year.number is None else holiday_on(day, year.number)
        value = None if there is None else PartialDate.from_date(there)
        return Found("DATE", value, f"holiday {year.why}", year.relative, anchor=year.anchor)
    if pair := context.lexicon.date_follows.match(context.low, m.end()):  # 'Easter Monday, 24 April 1916'
        there = holiday_on(day, context.read_year(pair["y"] or pair["y2"]))
        return (
            None if there is None else Found("DATE", PartialDate.from_date(there), "holiday: year of the date beside")
        )
    story = context.memory.story
    if context.memory.narrative and story is not None and story.year is not None and not m["step"]:
        value = _holiday_of_story(day, story, story.year)
        return Found("DATE", value, "holiday: last year read", anchor=story)
    return _nearest_holiday(context, m, day)


def _holiday_week(context: Context, m: re.Match[str]) -> Found | None:
    """'Easter week', 'Labor Day weekend': a Monday closes its weekend."""
    found = _holiday(context, m)
    first = found.value.earliest if found is not None and isinstance(found.value, PartialDate) else None
    if found is None or first is None:
        return None
    weekend = m["week"] == "weekend"
    if weekend and first.isoweekday() <= _JUST_AFTER:
        first -= timedelta(days=first.isoweekday())
    year, week, _ = first.isocalendar()
    return found._replace(
        value=PartialDate(year=year, week=week, weekend=weekend), rule=f"{m['week']} of a {found.rule}"
    )


def _nearest_holiday(context: Context, m: re.Match[str], day: str) -> Found | None:
    """The holiday of this year or one beside it: as the words say, else as of a month and a day."""
    if context.year is None:
        return Found("DATE", None, "holiday: no year known", True)
    step = m["step"] and context.lexicon.steps[m["step"]]
    around = [there for year in range(context.year - 1, context.year + 2) if (there := holiday_on(day, year))]
    now = context.day or date(context.year, 7, 1)
    if step == -1:
        around = [there for there in around if there < now]
    elif step == 1:
        around = [there for there in around if there > now]
    elif m["step"] or m["this"]:
        around = [there for there in around if there.year == context.year]
    if not around:
        return None
    best = min(around, key=lambda there: abs((there - now).days))
    if context.day is None or m["step"] or m["this"]:
        return Found("DATE", PartialDate.from_date(best), f"holiday: {m['step'] or 'this'}", True)
    told = context.memory.days.get((best.month, best.day))
    step, why = (told - best.year, "year given earlier") if told else direction(context, (best - now).days, m.start())
    there = holiday_on(day, best.year + step)
    return None if there is None else Found("DATE", PartialDate.from_date(there), f"holiday: {why}", True)


def _holiday_of_story(day: str, story: PartialDate, year: int) -> PartialDate | None:
    """The holiday of the last year read; of the one before if the story has only just passed it."""
    there, now = holiday_on(day, year), day_of(story) or (story.earliest if story.month else None)
    if there is not None and now is not None and (there - now).days > _JUST_PASSED:
        there = holiday_on(day, year - 1)
    return None if there is None else PartialDate.from_date(there)


def _is_near(context: Context, known: PartialDate) -> bool:
    """Whether the same day of this year is as likely meant: it is near, or the known day is of this year."""
    first = known.earliest
    if first is None or context.year is None or context.day is None:
        return first is None
    if context.year <= first.year:
        return True
    return (context.day - first).days % 365.25 < _NEAR or -(context.day - first).days % 365.25 < _NEAR


def _known_day(context: Context, m: re.Match[str]) -> Found | None:
    """A name that means one day: alone, after its cue, or before its noun; never later than the day of writing."""
    start = m.start("word")
    name = context.lexicon.known_day(m["word"])
    if name is None:
        return None
    value, before, nouns = context.lexicon.named[name]
    known = PartialDate.parse(value)
    if context.anchor is not None and context.anchor.definitely_before(known):
        return None
    if not before and not nouns:
        return Found("DATE", known, f"known day: {name}", start=start)
    after = _NOUNS.match(context.low, m.end())
    wanted = set(nouns.split())
    if after and (hit := [word for word in re.split(r"[ -]", after[1]) if word in wanted]):
        return Found("DATE", known, f"known day: {name} {hit[0]}", start=start)
    cue = re.search(r"([a-z]+)[ -]$", context.low[max(0, m.start() - 9) : m.start()])
    if cue and cue[1] in before.split() and not _is_near(context, known):
        return Found("DATE", known, f"known day: cue {cue[1]}", start=start)
    return None


_OF_YEAR = (
    r"(?:,? (?:of |in )?(?:%YEAR|(?P<of>last|this|next|that|the same|the following|the previous) year(?![a-z'’])))?"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "named holiday",
        rf"(?:the )?(?:%STEP |(?P<this>this )|last )?(?P<word>%HOLIDAY) (?P<week>week|weekend){_OF_YEAR}(?![a-z])",
        _holiday_week,
    ),
    Rule("named month", r"(?:the )?(?P<word>%NAMED)(?!,? ?\d)(?![a-z])", _known_day),
    Rule(
        "named holiday",
        rf"(?:the )?(?:%STEP |(?P<this>this )|last )?(?P<word>%HOLIDAY){_OF_YEAR}(?![a-z])",
        _holiday,
    ),
)
