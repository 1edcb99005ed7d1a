"""Insertions, ellipses, pull quotes, interviews, dates of saying, confidence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from uzru.knowledge import Knowledge
from uzru.model import Actor, CueCategory, DateMention, DateType, Mention, PartialDate, QuoteKind, Span
from uzru.parsing.quotes import Quotes, speak
from uzru.parsing.quotes.confidence import Confidence
from uzru.parsing.quotes.drafts import Draft
from uzru.parsing.text import Paragraph, Reading

Find = Callable[[str], list[Any]]


def test_insertions_and_ellipses_are_kept_and_marked(find: Find) -> None:
    (said,) = find('"It [the mint] will close.... We know," Malika said.')
    assert [said.words(span) for span in said.attribution.insertions] == ["[the mint]"]
    assert [said.words(span) for span in said.attribution.elisions] == ["...."]
    assert said.content == ("It [the mint] will close.... We know,",)


def test_a_pull_quote_takes_the_speaker_of_the_quotation_it_repeats(quotes: Quotes) -> None:
    text = '"We will never leave the town."\nThe mint closed.\n"We will never leave the town," Malika said.'
    found = quotes(Reading(text), (), ())
    assert [a.repeats for a in found] == [1, None]
    again, first = speak(Reading(text), found, ())
    assert again.repeats == first.id
    assert again.speaker_span is not None
    assert text[again.speaker_span.slice] == "Malika"


def test_a_line_of_dashes_and_a_name_owns_the_quotation_before_it(find: Find) -> None:
    (said,) = find('"We stay."\n-- Egor Panin, miner')
    assert (said.speaker, said.rule) == ("Egor Panin", "signature")


def test_answers_are_quotations_of_the_labeled_person(quotes: Quotes) -> None:
    text = "RFE/RL: Do you stay?\nMalika Ortikova: We stay.\nIt is home."
    kinds = ("question", "answer", "answer")
    starts = [0, 21, 47]
    ends = [20, 46, 58]
    paragraphs = tuple(Paragraph(a, b, kind) for a, b, kind in zip(starts, ends, kinds, strict=True))
    found = quotes(Reading(text, text, paragraphs), (), ())
    assert [(text[a.speaker_span.slice] if a.speaker_span else None, text[a.spans[0].slice]) for a in found] == [
        ("Malika Ortikova", "We stay."),
        ("Malika Ortikova", "It is home."),
    ]
    assert all(a.verbatim == a.spans and a.kind is QuoteKind.DIRECT for a in found)


def test_the_date_nearest_the_cue_is_when_it_was_said(quotes: Quotes) -> None:
    text = '"In 2001 we stayed," Malika said in 2004.'
    days = tuple(
        DateMention(span=Span(at, at + 4), type=DateType.DATE, value=PartialDate.parse(text[at : at + 4]), rule="year")
        for at in (text.index("2001"), text.index("2004"))
    )
    (found,) = quotes(Reading(text), (), days)
    assert found.when is not None
    assert str(found.when.value) == "2004"


def test_confidence_falls_with_each_doubt() -> None:
    confidence = Confidence(Knowledge())

    def sure(rule: str, words: int, how: str = "noun", category: CueCategory = CueCategory.SPEECH) -> float:
        draft = Draft([(0, 9)], rule, cue=(9, 10), lemma="say", category=category, source=(11, 12))
        draft.how = how
        return confidence(draft, QuoteKind.DIRECT, words)

    assert sure("before", 20) > sure("before", 8) > sure("before", 4) > sure("before", 1)
    assert sure("before", 20) > sure("unknown-verb", 20)
    assert sure("reported", 20) > sure("reported", 20, "participle")
    assert sure("reported", 20) > sure("reported", 20, category=CueCategory.BELIEF)


def test_a_quotation_in_a_headline_counts() -> None:
    text = "'We Stay,' Malika Says"
    found = Quotes(Knowledge())(Reading(text, text, (Paragraph(0, len(text), "headline"),)), (), ())
    assert [text[a.spans[0].slice] for a in found] == ["We Stay,"]


def test_a_headline_quotes_a_person_by_a_colon(quotes: Quotes) -> None:
    text = "Egor Panin: The Mint Will Close"
    reading = Reading(text, text, (Paragraph(0, len(text), "headline"),))

    def found(kind: str) -> list[str]:
        mention = Mention(span=Span(0, 10), actor=Actor(name="Egor Panin", kind=kind), form="name")
        return [f"{a.rule}: {text[a.spans[0].slice]}" for a in quotes(reading, (mention,), ())]

    assert found("person") == ["headline: The Mint Will Close"]
    assert found("country") == []


def test_a_date_of_another_clause_is_not_when_it_was_said(quotes: Quotes) -> None:
    for text in (
        '"We stayed," said Malika, who left in 2004.',
        'Malika, who left in 2004, said: "We stayed."',
        "Malika said that in 2004 the mint closed.",
    ):
        at = text.index("2004")
        day = DateMention(span=Span(at, at + 4), type=DateType.DATE, value=PartialDate.parse("2004"), rule="year")
        assert [a.when for a in quotes(Reading(text), (), (day,)) if a.lemma == "say"] == [None]


def test_a_pull_quote_with_an_owner_is_not_the_last_speakers(find: Find) -> None:
    first, second = find('Malika left. "They owe us," she said.\n"We will never leave the mint."\n-- Egor Panin')
    assert (first.speaker, first.content) == ("she", ("They owe us,",))
    assert (second.speaker, second.content) == ("Egor Panin", ("We will never leave the mint.",))


def test_a_pull_quote_interrupts_no_quotation(quotes: Quotes) -> None:
    text = "“We stay,” Malika said.\n“Nobody leaves this mint.”\n“It is home.”"
    lines = [0, 24, 51, len(text) + 1]
    kinds = ("paragraph", "pull-quote", "paragraph")
    paragraphs = tuple(Paragraph(a, b - 1, kind) for a, b, kind in zip(lines, lines[1:], kinds, strict=False))
    (found,) = quotes(Reading(text, text, paragraphs), (), ())
    assert [text[span.slice] for span in found.spans] == ["We stay,", "It is home."]
