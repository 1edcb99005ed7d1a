"""Reported speech: which clauses tell of it, what looks alike and is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Find = Callable[[str], list[Any]]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Some say the mint will close.", "Some", "the mint will close"),
        ("Malika said to reporters that the mint will close.", "Malika", "that the mint will close"),
        ("The mint will close, as Malika said on Monday.", "Malika", "The mint will close"),
        ("As reported by Interfax, the mint will close.", "Interfax", "the mint will close"),
        ("In Malika's view, the mint will close.", "Malika's", "the mint will close"),
        ("Panin is quite sure that the mint will close.", "Panin", "that the mint will close"),
        ("They're worried about the mint.", "They", "the mint"),
        ("The plan was criticized by Malika Ortikova.", "Malika Ortikova", "The plan"),
        ("Malika asked the men, who had waited, to leave.", "Malika", "the men, who had waited, to leave"),
        ("Kelly said the mint will close.", "Kelly", "the mint will close"),
        ("The mint will close, Malika told the court.", "Malika", "The mint will close"),
        ("Malika spoke with the miners about the plan.", "Malika", "the plan"),
        ("Malika made it clear the mint will close.", "Malika", "the mint will close"),
        ("France, Germany, and Italy said the mint will close.", "France, Germany, and Italy", "the mint will close"),
        ("On Monday, France, Germany and Italy said it closed.", "France, Germany and Italy", "it closed"),
        ("The mayor himself said the mint will close.", "The mayor himself", "the mint will close"),
        ('The daily "Nukus Ore" says the mint will close.', 'The daily "Nukus Ore"', "the mint will close"),
        ("A statement on its website said the men were free.", "A statement on its website", "the men were free"),
        ("The last poll shows Malika ahead.", "The last poll", "Malika ahead"),
        ("Miners say as many as 500 men left.", "Miners", "as many as 500 men left"),
        ("Interfax quoted Panin as saying the mint is old.", "Panin", "the mint is old"),
    ],
)  # fmt: skip
def test_reported_speech_is_found(text: str, speaker: str, content: str, find: Find) -> None:
    said = find(text)
    assert [(one.speaker, one.content) for one in said] == [(speaker, (content,))]


@pytest.mark.parametrize(
    "text",
    [
        "Only a few pledged votes came.",
        "He led in the states that vote in March.",
        "A group called Free Nukus met on Monday.",
        'A play called "The Mint" opened.',
        "The soldiers backed away from the mint.",
        "The rebels attacked the mint.",
        "It is certain that the mint will close.",
        "There, Malika said it.",
        "He read the Nukus Forecast.",
        "Amid criticism of the plan the mint closed.",
    ],
)
def test_what_only_looks_like_reported_speech_is_left_alone(text: str, find: Find) -> None:
    assert find(text) == []


def test_a_group_of_words_can_be_marked_in_what_is_named(find: Find) -> None:
    said = find('Malika attacked the plan as "a joke."')
    assert [(one.kind, one.content) for one in said] == [("mixed", ('the plan as "a joke."',))]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“We have no plan to leave this town.” Panin said.", ("We have no plan to leave this town.",)),
        ("“He is a miner,” Panin said. Instead, “he acts like a king.”", ("He is a miner,", "he acts like a king.")),
        ('"It was cold," Panin wrote in his memoir, "Tough Years."', ("It was cold,",)),
        ('The mint will close because, in Panin\'s words, "it is old."', ("it is old.",)),
        ('"“The mint is old,” Panin said.', ("The mint is old,",)),
        ('"No," Panin told "Fox Hour," adding nothing.', ("No,",)),
        ('"We stay," state media quoted Panin as saying.', ("We stay,",)),
        ('"We never left the town, Panin said. It was cold.', ("We never left the town,",)),
        ('From Malika\'s letter: "We stay here."', ("We stay here.",)),
        ('"It is old," as one miner put it.', ("It is old,",)),
        ('War, says Malika, is possible "by accident."', ("War", 'is possible "by accident."')),
        ('Panin said that by closing the "mint," they "lose."', ('that by closing the "mint," they "lose."',)),
    ],
)
def test_the_marked_words_of_a_quotation(text: str, content: tuple[str, ...], find: Find) -> None:
    assert find(text)[0].content == content


def test_what_is_denied_is_doubted(find: Find) -> None:
    said, denied = (find(f"Malika {verb} that the mint will close.")[0].attribution for verb in ("said", "never said"))
    assert denied.confidence < said.confidence


def test_two_contents_of_one_speaker_are_told_apart(find: Find) -> None:
    said = find('Malika said she "never slept" and thanked "all who stood in the rain."')
    assert [one.content for one in said] == [('she "never slept"',), ("all who stood in the rain.",)]


def test_the_next_speaker_may_have_an_office_and_a_name(find: Find) -> None:
    said = find("Miners said they were tired, and the head of the mint, Egor Panin, said he was sorry.")
    assert [one.content for one in said] == [("they were tired",), ("he was sorry",)]


def test_a_quotation_goes_on_in_a_sentence_that_ends_in_marks(find: Find) -> None:
    said = find('"It is old," Malika said. The plan is "a joke, and a bad one at that."')
    assert [one.content for one in said] == [("It is old,", 'The plan is "a joke, and a bad one at that."')]


def test_a_capital_tells_a_name_from_a_cue(find: Find) -> None:
    text = '"The risk," said Malika, who is the head of the Nukus Forecast, "is that we lose."'
    assert find(text)[0].content == ("The risk,", "is that we lose.")


def test_a_paragraph_in_marks_bears_out_the_reported_speech_above_it(find: Find) -> None:
    said = find('Malika said the mint was old.\n"We have no coal left in the town."')
    assert [one.content for one in said] == [("the mint was old", "We have no coal left in the town.")]
    assert len(find('Malika left the mint.\n"We have no coal left in the town."')) == 0


def test_a_sentence_cut_short_goes_on_behind_whom_it_follows(find: Find) -> None:
    said = find('He owed his post to, as Malika put it, an "old friend" of his.')
    assert [one.content for one in said] == [("He owed his post to", 'an "old friend" of his')]
