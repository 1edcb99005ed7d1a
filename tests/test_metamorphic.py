"""What a change of the text that changes nothing, or one thing, does to the facts: they follow."""

import re
from bisect import bisect_right
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

import pytest
from hypothesis import given, settings

import uzru
from uzru import Article, Span
from uzru.testing import reports

NAMES = {
    "Malika": "Nadia",
    "Egor": "Pavel",
    "Neil": "Brian",
    "Judith": "Susan",
    "Timur": "Rustam",
    "Leyla": "Helen",
    "Ortikova": "Karimbekova",
    "Panin": "Orlin",
    "Ashdown": "Tolland",
    "Tregear": "Marwick",
    "Saidov": "Boboev",
    "Ashford": "Thornbury",
}
"""First names and surnames, each for itself, so that a mention by the surname alone is renamed too."""


class Changed(NamedTuple):
    """A changed text, and where an offset of the old one is in it."""

    text: str
    at: Callable[[int], int]


def change(text: str, pattern: str, by: Callable[[re.Match[str]], str]) -> Changed:
    """Replace what matches; an offset at its start or end stays there, one within it goes to the start."""
    parts: list[str] = []
    olds, news = [0], [0]  # from this old offset on, offsets count from this new one
    last = length = 0
    for match in re.finditer(pattern, text):
        parts += [text[last : match.start()], new := by(match)]
        length += match.start() - last
        olds += [match.start(), match.end()]
        news += [length, length + len(new)]
        length += len(new)
        last = match.end()
    parts.append(text[last:])

    def at(offset: int) -> int:
        index = bisect_right(olds, offset) - 1
        within = index % 2 == 1  # the pieces take turns: kept, replaced
        return news[index] if within else news[index] + offset - olds[index]

    return Changed("".join(parts), at)


Say = Callable[[str], str]


def facts(article: Article, at: Callable[[int], int] = int, say: Say = str) -> dict[str, list[tuple[object, ...]]]:
    """What an article says and where, its offsets and its names as `at` and `say` turn them."""

    def where(span: Span | None) -> tuple[int, int] | None:
        return None if span is None else (at(span.start), at(span.end))

    def who(actor: object) -> str:
        return say(str(actor))

    return {
        "mentions": [(where(m.span), m.form, who(m.actor)) for m in article.mentions],
        "places": [(where(p.span), p.place) for p in article.places],
        "dates": [(where(d.span), d.type, str(d.value)) for d in article.dates],
        "quotes": [
            (
                q.kind,
                [where(s) for s in q.spans],
                [where(s) for s in q.verbatim],
                who(q.speaker),
                str(q.when),
                where(q.speaker_span),
                q.cue and (q.cue.lemma, where(q.cue.span)),
                q.rule,
            )
            for q in article.quotes
        ],
        "events": [
            (e.type, e.status, where(e.trigger), [who(a) for a in e.sources], [who(a) for a in e.targets], str(e.when))
            for e in article.events
        ],
        "actors": sorted((str(a.kind), who(a), str(a.country)) for a in article.actors),
    }


def renamed(words: str) -> str:
    return re.sub("|".join(NAMES), lambda match: NAMES[match[0]], words)


@settings(max_examples=30)
@given(reports())
def test_renamed_persons_do_and_say_the_same(text: str) -> None:
    changed = change(text, "|".join(NAMES), lambda match: NAMES[match[0]])
    assert facts(uzru.parse(changed.text)) == facts(uzru.parse(text), changed.at, renamed)


SHIFTED = {"yesterday", "today", "Monday", "Thursday", "three weeks ago", "this week", "9 July 2002"}
YEARLESS = {"12 May"}  # which year's depends on how long ago it was


@settings(max_examples=30)
@given(reports())
def test_a_dateline_a_week_later_moves_what_is_told_from_it_by_a_week(text: str) -> None:
    changed = change(text, "9 July 2002", lambda _: "16 July 2002")
    before, after = uzru.parse(text), uzru.parse(changed.text)
    assert str(after.published) == "2002-07-16"
    assert [m[:2] for m in facts(after)["dates"]] == [m[:2] for m in facts(before, changed.at)["dates"]]
    for old, new in zip(before.dates, after.dates, strict=True):
        if text[old.span.slice] in SHIFTED and old.value is not None:
            was, now = date.fromisoformat(str(old.value)[:10]), date.fromisoformat(str(new.value)[:10])
            assert now - was == timedelta(days=7)
        elif text[old.span.slice] not in YEARLESS:
            assert new.value == old.value
    assert [q[:4] for q in facts(after)["quotes"]] == [q[:4] for q in facts(before, changed.at)["quotes"]]
    assert [e[:5] for e in facts(after)["events"]] == [e[:5] for e in facts(before, changed.at)["events"]]


PAGES = {
    "navigation above": ("Accessibility links\n\nSkip to main content\n\n", ""),
    "frame below": ("", "\n\nXS\n\nSM\n\nMD\n\nLG\n"),
    "blank lead": ("\n\n \n", "\n\n"),
    "credit below": ("", "\n\n(Zarina Holiqova of RFE/RL's Tajik Service contributed to this report.)"),
}


@pytest.mark.parametrize(("above", "below"), PAGES.values(), ids=PAGES)
@settings(max_examples=12)
@given(text=reports())
def test_an_article_in_a_longer_page_says_what_it_says_alone(text: str, above: str, below: str) -> None:
    whole = uzru.parse(above + text + below)
    alone = facts(uzru.parse(text), lambda offset: offset + len(above))
    end = len(above) + len(text)
    framed = facts(whole)
    for name in ("dates", "quotes", "events", "places"):
        assert framed[name] == alone[name]
    assert [m for m in framed["mentions"] if m[0][1] <= end] == alone["mentions"]  # type: ignore[index]
    assert set(alone["actors"]) <= set(framed["actors"])


@settings(max_examples=20)
@given(reports())
def test_doubled_blank_lines_change_nothing(text: str) -> None:
    changed = change(text, "\n\n", lambda _: "\n\n\n\n")
    assert facts(uzru.parse(changed.text)) == facts(uzru.parse(text), changed.at)


@pytest.mark.parametrize(("opening", "closing"), ["“”", "«»", "„“", ("''", "''"), ("``", "''"), "‘’", "''"])
@settings(max_examples=12)
@given(text=reports())
def test_other_quotation_marks_change_nothing(text: str, opening: str, closing: str) -> None:
    marks = iter([opening, closing] * text.count('"'))
    changed = change(text, '"', lambda _: next(marks))
    assert facts(uzru.parse(changed.text)) == facts(uzru.parse(text), changed.at)


@pytest.mark.parametrize(
    ("pattern", "by"),
    [
        ("\n", "\r\n"),
        (r"(?<=[a-z]) (?=[A-Z])", "\u00a0"),
        ("\n\n", "\n"),
        ("\n\n", " \n\t\n"),
        (r"(?<=[.\"]) (?=[A-Z\"])", "  "),
        (r"(?<=[a-z]) (?=[A-Z])", "\u00a0 "),
        (r"(?<=[a-z]{3})(?=[a-z]{3})", "\u00ad"),
        (r"(?<=[a-z]{2})(?=[a-z] )", "\u200b\u2060"),
    ],
    ids=[
        "windows line ends",
        "no-break spaces",
        "single newlines",
        "blanks on blank lines",
        "two blanks between sentences",
        "two sorts of blanks before a capital",
        "soft hyphens",
        "characters of no width",
    ],
)
@settings(max_examples=12)
@given(text=reports())
def test_how_a_page_was_saved_changes_nothing(text: str, pattern: str, by: str) -> None:
    changed = change(text, pattern, lambda _: by)
    assert facts(uzru.parse(changed.text)) == facts(uzru.parse(text), changed.at)


@settings(max_examples=20)
@given(reports())
def test_a_paragraph_more_changes_nothing_that_was_said_before(text: str) -> None:
    tail = "\n\nThe building stands on a hill above the river."
    assert facts(uzru.parse(text + tail)) == facts(uzru.parse(text))
