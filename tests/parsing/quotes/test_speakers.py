"""From speaker spans to actors: the head of the phrase, not what hangs on it."""

from __future__ import annotations

import pytest

from uzru import parse
from uzru.model import Actor, Mention, Span
from uzru.parsing.quotes import Quotes, speak
from uzru.parsing.text import Reading


def mention(text: str, words: str, kind: str = "person", form: str = "name", actor: str | None = None) -> Mention:
    at = text.index(words)
    return Mention(span=Span(at, at + len(words)), actor=Actor(name=actor or words, kind=kind), form=form)


@pytest.mark.parametrize(
    ("text", "mentions", "speaker"),
    [
        ('"We stay," Egor Panin said.', [("Egor Panin", "person")], "Egor Panin"),
        (
            '"We stay," Egor Panin of the Nukus Mint said.',
            [("Egor Panin", "person"), ("Nukus Mint", "organization")],
            "Egor Panin",
        ),
        (
            '"We stay," Nukus Mint director Egor Panin said.',
            [("Nukus Mint", "organization"), ("Egor Panin", "person")],
            "Egor Panin",
        ),
        ('"We stay," a spokesman for the Nukus Mint said.', [("Nukus Mint", "organization")], None),
        ('"We stay," the Nukus Mint said.', [("Nukus Mint", "organization")], "Nukus Mint"),
        ('"We stay," Egor Panin\'s wife said.', [("Egor Panin", "person")], None),
        (
            '"We stay," said Egor Panin, who knows Malika Roe.',
            [("Egor Panin", "person"), ("Malika Roe", "person")],
            "Egor Panin",
        ),
        (
            '"We stay," Egor Panin, Malika Roe, and President Neil Ashdown said.',
            [("Egor Panin", "person"), ("Malika Roe", "person"), ("Neil Ashdown", "person")],
            "Egor Panin",
        ),
    ],
)
def test_the_head_of_the_phrase_speaks(
    text: str, mentions: list[tuple[str, str]], speaker: str | None, quotes: Quotes
) -> None:
    reading = Reading(text)
    made = tuple(mention(text, words, kind) for words, kind in mentions)
    quote = speak(reading, quotes(reading, made, ()), made)[0]
    assert (quote.speaker.name if quote.speaker else None) == speaker


def test_whom_a_possessive_means_does_not_speak(quotes: Quotes) -> None:
    reading = Reading('Egor Panin left. "He is ill," his lawyer said.')
    named = [mention(reading.text, "Egor Panin"), mention(reading.text, "his", form="pronoun", actor="Egor Panin")]
    (quote,) = speak(reading, quotes(reading, named, ()), named)
    assert quote.speaker is None
    assert quote.speaker_span is not None
    assert reading.text[quote.speaker_span.slice] == "his lawyer"


def test_a_pronoun_is_whom_its_mention_means(quotes: Quotes) -> None:
    text = '"We stay," he said.'
    made = (mention(text, "he", form="pronoun", actor="Egor Panin"),)
    assert speak(Reading(text), quotes(Reading(text), (), ()), made)[0].speaker == made[0].actor


def test_a_relative_pronoun_is_whom_it_follows(quotes: Quotes) -> None:
    text = 'Egor Panin, who said "We stay," left.'
    made = (mention(text, "Egor Panin"),)
    assert speak(Reading(text), quotes(Reading(text), made, ()), made)[0].speaker == made[0].actor


def test_the_addressee_is_an_actor_too(quotes: Quotes) -> None:
    text = '"We stay," Malika told Egor Panin.'
    made = (mention(text, "Malika"), mention(text, "Egor Panin"))
    quote = speak(Reading(text), quotes(Reading(text), made, ()), made)[0]
    assert (quote.speaker, quote.addressee) == (made[0].actor, made[1].actor)


def test_ids_come_from_the_article_the_kind_and_the_spans(quotes: Quotes) -> None:
    reading = Reading('"We stay," Malika said.')
    found = quotes(reading, (), ())
    first, same, other = (speak(reading, found, (), article)[0].id for article in ("a", "a", "b"))
    assert first == same != other


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"No," said the bloc\'s chairman, Slovenian Foreign Minister Egor Panin, on Monday.', "Egor Panin"),
        ("Egor Panin left for Brno, Russian and Western agencies reported.", "None"),
    ],
)
def test_the_speaker_of_a_whole_text(text: str, speaker: str) -> None:
    assert {str(quote.speaker) for quote in parse(text).quotes} == {speaker}


def test_who_answers_without_a_name_is_the_guest_of_the_headline() -> None:
    text = """Interview With Malian Minister Egor Panin

3 May 2007

Q: Will you stay?

A: I will. The mint is open.

Q: And the miners?

A: They stay too."""
    assert {str(quote.speaker) for quote in parse(text).quotes} == {"Egor Panin"}
