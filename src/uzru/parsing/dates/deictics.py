"""Words that count from the day of writing: 'today', 'yesterday morning', 'tonight', 'now', 'soon'."""

from __future__ import annotations

import re

from uzru.model.arithmetic import shift
from uzru.model.granularity import Reference, Unit
from uzru.model.when import PartialDate
from uzru.parsing.dates.context import Context, Found
from uzru.parsing.dates.rules import Rule

__all__ = ["RULES"]

_NEAR_DAY = 300  # characters within which a bare evening is of the day before it
_NEXT_WORD = re.compile(r" ([a-z]+)")
_NOUNS_OF = re.compile(r"(?<![ \n]as)(?<=[a-z]s) of $")
_PAST_BEFORE = re.compile(r"[ \n](?:was|were|had) $")
_BESIDE_NOUNS = ("the past", "the present")
_TITLE_BEFORE = re.compile(r"[\w'’] [\"“]$")
_DARK = ("EV", "NI")
_REFERENCES = {"past": Reference.PAST, "present": Reference.PRESENT, "future": Reference.FUTURE}


def _deictic(context: Context, m: re.Match[str]) -> Found | None:
    word = " ".join(m["word"].replace("-", " ").split())
    row = context.lexicon.deictics.find(m["word"])
    if row is None:
        return None
    unit, offset, mark = row
    if unit in _REFERENCES and context.lexicon.unit_follows(context.low, m.end("word")):
        return None  # 'the past two years', 'this time next week'
    if word in _BESIDE_NOUNS and context.lexicon.counted_follows.match(context.low, m.end("word")):
        return None  # 'the past six elections'
    if _is_title(context, m):
        return None  # the show "Today"
    if mark == "vague" and not context.vague:
        return None
    if word.endswith(" term") and "-" in m["word"]:
        return None  # 'the long-term effects'
    if mark == "owned" and context.low.startswith(" of ", m.end()):
        return None  # 'at the time of the raid', 'the future of the republic'
    if word == "recently" and context.low.endswith(" most ", 0, m.start()):
        return None  # 'most recently in May'
    if unit == "future" and _is_told_from_the_past(context, m):
        return None
    if unit in _REFERENCES:
        return Found("DATE", PartialDate(reference=_REFERENCES[unit]), f"reference: {word}")
    if context.memory.narrative and unit == "day" and offset == "0":
        return Found("DATE", PartialDate(reference=Reference.PRESENT), f"reference: {word}, in a history")
    part = m.groupdict().get("part")
    if unit == "day" and not part and not mark and _is_generic(context, m):
        tense = ("past", "present", "future")[int(offset) + 1]
        value = PartialDate(reference=_REFERENCES[tense])
        return Found("DATE", value, f"reference: {word}, at large") if context.vague else None
    time = context.lexicon.parts[part] if part else mark or None
    return _on_day(context, int(offset), time, f"day of writing: {word}")


def _is_generic(context: Context, m: re.Match[str]) -> bool:
    """'Today's world', 'the leaders of tomorrow': no certain day."""
    low, lexicon = context.low, context.lexicon
    if not -1 <= int(lexicon.deictics[m["word"]][1]) <= 1:
        return False
    if lexicon.generic_follows.match(low, m.end()):
        return True
    return (
        bool(_NOUNS_OF.search(low, max(0, m.start() - 16), m.start())) and low[m.end() : m.end() + 1] in ".,;!?\"”'’)\n"
    )


def _is_title(context: Context, m: re.Match[str]) -> bool:
    """Whether a word with a capital stands alone in quotation marks within a sentence: 'on the “Today” show'."""
    title = _TITLE_BEFORE.search(context.view, max(0, m.start() - 5), m.start() - 1)
    return title is not None and context.view[m.end() - 1 : m.end()] in ('"', "”") and context.is_capital(m.start())


def _is_told_from_the_past(context: Context, m: re.Match[str]) -> bool:
    """'Was soon released', 'soon became'."""
    behind = _NEXT_WORD.match(context.low, m.end())
    if behind and (behind[1].endswith("ed") or behind[1] in context.lexicon.past_verbs):
        return True
    return bool(_PAST_BEFORE.search(context.low, max(0, m.start() - 9), m.start()))


def _on_day(context: Context, offset: int, time: str | None, rule: str) -> Found:
    kind = "TIME" if time else "DATE"
    day = context.moved(offset, Unit.DAY)
    if day is None:
        return Found(kind, None, rule + ", which is not known", True)
    if time:
        day = PartialDate(year=day.year, month=day.month, day=day.day, time=time)
    return Found(kind, day, rule, True)


def _part_of_this_day(context: Context, m: re.Match[str]) -> Found | None:
    step = context.lexicon.steps[m["step"]]
    if step > 0 or context.is_titled(m.start("part")) or m["part"].endswith("s"):
        return None  # 'those last nights'
    return _on_day(context, step, context.lexicon.parts[m["part"]], f"day of writing: {m['step']} {m['part']}")


def _part_of_that_day(context: Context, m: re.Match[str]) -> Found | None:
    last = context.memory.last
    rule = "part of the day named last"
    if last is None or last.day is None or last.month is None:
        return Found("TIME", None, rule, True)
    part = context.lexicon.parts[m["part"]]
    at_dawn = context.low.endswith(" at ", 0, m.start()) and last.time not in _DARK
    dawn = "next" not in m.groupdict() and part == "MO" and last.time != "MO" and not at_dawn
    over = dawn or bool(m.groupdict().get("next"))  # 'by dawn' is of the day after
    day = shift(last.earliest, 1, Unit.DAY) if over and last.earliest else last.earliest
    if day is None:
        return Found("TIME", None, rule, True)
    value = PartialDate(year=day.year, month=day.month, day=day.day, time=part)
    return Found("TIME", value, rule, anchor=last)


def _part_beside_day(context: Context, m: re.Match[str]) -> Found | None:
    """'The night before': beside the day named last, if near, else beside the day of writing."""
    memory, part = context.memory, context.lexicon.parts[m["part"]]
    side = m["side"]
    count = 1 if side == "after" else -1
    last = memory.day if m.start() - memory.day_end < _NEAR_DAY or memory.narrative else None
    if last is None:
        return None if memory.narrative else _on_day(context, count, part, f"part of the day: {side} that of writing")
    day = None if last.earliest is None else shift(last.earliest, count, Unit.DAY)
    value = None if day is None else PartialDate(year=day.year, month=day.month, day=day.day, time=part)
    return Found("TIME", value, f"part of the day: {side} the one named last", anchor=last)


def _part_of_story(context: Context, m: re.Match[str]) -> Found | None:
    """'During the night', in a history: of the day read last, if it is near."""
    near = m.start() - context.memory.day_end < _NEAR_DAY
    return _part_of_that_day(context, m) if context.memory.narrative and near else None


def _bare_part(context: Context, m: re.Match[str]) -> Found | None:
    """'By evening': of the day named last, if it is near, else of the day of writing."""
    memory, lexicon = context.memory, context.lexicon
    moment = m["part"] in lexicon.moments and lexicon.stands_before(context.low, m.start(), "before-moment")
    if not moment and not lexicon.stands_before(context.low, m.start(), "before-part"):
        return None
    near = m.start() - memory.last_end < _NEAR_DAY and memory.last is not None and memory.last.day is not None
    if moment and not (near and (memory.narrative or memory.last_end > context.sentence_start(m.start()))):
        return None  # 'the raid came at dawn': of which day is not said
    if near or memory.narrative:
        return _part_of_that_day(context, m)
    return _on_day(context, 0, context.lexicon.parts[m["part"]], "part of the day of writing")


def _in_the_day(context: Context, m: re.Match[str]) -> Found | None:
    """'Later in the day', 'earlier in the evening': of the day named last, if near, else of the day of writing."""
    memory, named = context.memory, m.groupdict().get("part")
    part = context.lexicon.parts[named] if named else None
    last = memory.day if m.start() - memory.day_end < _NEAR_DAY else None
    if last is not None and not (context.anchor is not None and context.anchor.definitely_before(last)):
        value = PartialDate(year=last.year, month=last.month, day=last.day, time=part)
        return Found("TIME" if part else "DATE", value, "day named last", anchor=last)
    if memory.narrative:
        return None
    return _on_day(context, 0, part, "day of writing: in the day")


def _every_part(context: Context, m: re.Match[str]) -> Found | None:
    """'Every morning'."""
    return Found("SET", PartialDate(time=context.lexicon.parts[m["part"]]), "set: part of the day")


def _part_after_day(context: Context, m: re.Match[str]) -> Found | None:
    unit, offset, _ = context.lexicon.deictics[m["word"]]
    if unit != "day":
        return None
    return _on_day(context, int(offset), context.lexicon.parts[m["part"]], f"day of writing: {m['word']}")


RULES: tuple[Rule, ...] = (
    Rule("deictic", r"(?:(?:early|late|earlier|later) )?(?P<word>%DEICTIC)(?: %PART)?", _deictic),
    Rule("part", r"(?:each|every)~%PART(?![a-z])", _every_part),
    Rule("day-unit", r"(?:earlier|later|early|late) (?:in|on) the day(?![a-z-])(?! of)", _in_the_day),
    Rule("part", r"(?:earlier|later|early|late) in the %PART(?![a-z-])(?! of)", _in_the_day),
    Rule("part", r"(?:(?:early|late|earlier|later) )?(?P<step>this|last)~%PART", _part_of_this_day),
    Rule(
        "part",
        r"(?:(?:early|late|earlier|later) )?(?:in )?(?:mid-)?%PART (?P<word>yesterday|today|tomorrow)",
        _part_after_day,
    ),
    Rule(
        "part", r"(?:later |earlier )?(?:that(?: same)?|the same|the (?P<next>next|following))~%PART", _part_of_that_day
    ),
    Rule(
        "part",
        r"the (?P<side>previous|preceding) %PART(?![a-z])",
        _part_beside_day,
    ),
    Rule(
        "part",
        r"the %PART (?P<side>before|after)(?=[.,;:!?)\n\"”’—]| (?:in|at|by|from|with|and|but|as|when)(?![a-z]))",
        _part_beside_day,
    ),
    Rule(
        "part",
        r"(?:(?<= during )|(?<= in )|(?<= through ))the %PART(?=[.,;:!?)\n]| (?:the|an?|of)(?![a-z]))(?! of)",
        _part_of_story,
    ),
    Rule(
        "part",
        r"(?:mid |late |early )?%PART(?=[,.;:!?)\n]| (?:the|a|an|it|he|she|they|all|when|and)(?![a-z]))",
        _bare_part,
    ),
)
