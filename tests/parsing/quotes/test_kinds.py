"""Kinds of content: where it stands, where it ends, whose it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Find = Callable[[str], list[Any]]


def one(found: list[Any]) -> Any:
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"We stay," said Malika.', "Malika"),
        ('"We stay," the tired, old miner said.', "the tired, old miner"),
        ('"We stay," Egor Panin, 49, a miner from Nukus, said.', "Egor Panin"),
        ('"We stay," Egor Panin, who runs the mint, said.', "Egor Panin"),
        ('"We stay," J. Egor Panin, of Brno, Moravia, said on Monday.', "J. Egor Panin"),
        ('"We stay," a spokeswoman for the mint of Nukus said.', "a spokeswoman for the mint of Nukus"),
        ('"We stay," Malika and Egor Panin said.', "Malika and Egor Panin"),
        ('"We stay," Malika later told reporters.', "Malika"),
        ('"We stay," Malika has repeatedly said.', "Malika"),
        ('"We stay," the mayor himself said.', "the mayor himself"),
        ('On Monday Malika said, "We stay."', "Malika"),
        ('In Ohio, the mayor of Nukus, a former miner, said: "We stay."', "the mayor of Nukus"),
        ('Leaving the mint, Malika said, "We stay."', "Malika"),
        ('Malika sent a letter saying, "We stay."', "Malika"),
        ('Citing the old law, Malika said, "We stay."', "Malika"),
        ('As Malika put it, "We stay."', "Malika"),
        ('Malika came home and said, "We stay."', "Malika"),
        ('"We stay," Kelly Reed said.', "Kelly Reed"),
        (
            '"We stay," a spokesman for the guards, Egor Panin, said by telephone.',
            "a spokesman for the guards, Egor Panin",
        ),
        ('"We stay," he went on to say.', "he"),
        ('"We stay," said the head of the mint, Egor Panin.', "the head of the mint, Egor Panin"),
        ('A report by the Nukus Mint says, "We stay."', "the Nukus Mint"),
        ('The Nukus Mint\'s statement says, "We stay."', "The Nukus Mint's"),
        ('Interfax quoted Egor Panin as saying, "We stay."', "Egor Panin"),
        ('Malika was quoted by Interfax as saying, "We stay."', "Malika"),
        ('According to Malika, "We stay."', "Malika"),
    ],
)
def test_the_speaker_is_the_subject_of_the_cue(text: str, speaker: str | None, find: Find) -> None:
    said = find(text)[-1]
    assert said.speaker is not None
    assert said.speaker.startswith(speaker)
    assert any("We stay" in piece for piece in said.content)


def test_pieces_around_a_clause_are_one_quotation(find: Find) -> None:
    said = one(find('"We stay," Malika said. "It is home."'))
    assert said.content == ("We stay,", "It is home.")
    said = one(find('"We stay," Malika told the council in Nukus on Monday, "and we win."'))
    assert said.content == ("We stay,", "and we win.")


def test_paragraphs_in_marks_belong_to_the_last_speaker(find: Find) -> None:
    said = one(find("“We stay,” Malika said.\n“It is home.\n“It is warm.”"))
    assert said.content == ("We stay,", "It is home.", "It is warm.")


def test_two_speakers_keep_their_own(find: Find) -> None:
    first, second = find('"We stay," said Malika. "We go," said Egor.')
    assert (first.speaker, first.content, second.speaker, second.content) == (
        "Malika",
        ("We stay,",),
        "Egor",
        ("We go,",),
    )


def test_a_question_and_its_clause_are_one_sentence(find: Find) -> None:
    said = one(find('"Why now?" Malika asked. "We stay."'))
    assert (said.speaker, said.content) == ("Malika", ("Why now?", "We stay."))


def test_a_quotation_that_ends_a_sentence_is_not_given_to_the_next_speaker(find: Find) -> None:
    first, second = find('"We stay," Malika said. "It is home." Egor added: "It is not."')
    assert first.content == ("We stay,", "It is home.")
    assert (second.speaker, second.content) == ("Egor", ("It is not.",))


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "mint" is old.',
        'He reads "The Old Mint" every night.',
        'Egor "Red" Panin left.',
        '"Stay," the first word of the song, is short.',
    ],
)
def test_titles_nicknames_and_scare_quotes_are_no_quotations(text: str, find: Find) -> None:
    assert [said for said in find(text) if said.kind != "indirect"] == []


def test_the_addressee_is_told(find: Find) -> None:
    said = one(find('"The mint will close," Malika told Egor Panin on Monday.'))
    assert said.words(said.attribution.addressee_span) == "Egor Panin"
    said = one(find("Malika told Egor Panin that the mint would close."))
    assert said.words(said.attribution.addressee_span) == "Egor Panin"
    assert said.content == ("that the mint would close",)


def test_a_clause_of_saying_within_its_content_cuts_it_in_two(find: Find) -> None:
    said = one(find("The mint, Malika said, will close in May."))
    assert said.content == ("The mint", "will close in May")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Malika said the mint would close, and Egor said it would not.", "the mint would close"),
        ("Malika said the mint would close, adding that she was tired.", "the mint would close"),
        ("Malika praised the mayor, who left.", "the mayor"),
        ("Although Malika criticized the mayor, the mint will close.", "the mayor"),
        ("Malika said the talks will cover coal, iron and salt, as well as trade.",
         "the talks will cover coal, iron and salt, as well as trade"),
        ("Malika said Egor, despite his age, is strong.", "Egor, despite his age, is strong"),
        ("Malika accused the mayor of closing the mint.", "the mayor of closing the mint"),
        ("Malika called for a new mint.", "a new mint"),
        ("Malika said the talks, which began in May, had failed.", "the talks, which began in May, had failed"),
        ("Malika praised the mayor at length but left.", "the mayor at length"),
        ("The talks failed, a source close to him said.", "The talks failed"),
        ("The talks failed, said the head of the mint, Egor Panin.", "The talks failed"),
        ("Asked whether the mint would close, Malika left.", "whether the mint would close"),
        ("Malika vowed to stay.", "to stay"),
        ("Malika asked whether the mint would close.", "whether the mint would close"),
        ("Malika told reporters in Brno it would close.", "it would close"),
    ],
)  # fmt: skip
def test_reported_content_ends_where_the_reporting_ends(text: str, content: str, find: Find) -> None:
    assert find(text)[0].content == (content,)


@pytest.mark.parametrize(
    "text",
    [
        "The said mint closed.",
        "The mint, announced by the mayor, closed.",
        "Malika went home.",
        "The reports filled a shelf.",
        "Malika's answer was short.",
    ],
)
def test_what_is_no_cue_reports_nothing(text: str, find: Find) -> None:
    assert find(text) == []


def test_a_belief_and_its_explanation_are_two(find: Find) -> None:
    belief, words = find('Malika believes that\'s unlikely: "The mint will stay open for years."')
    assert (belief.kind, str(belief.attribution.category), belief.content) == (
        "indirect",
        "belief",
        ("that's unlikely",),
    )
    assert (words.kind, words.speaker, words.rule) == ("direct", "Malika", "colon")


def test_a_statement_and_the_words_that_bear_it_out_are_one(find: Find) -> None:
    said = one(find('Malika said the mint was old: "It will not open for years."'))
    assert (said.kind, said.content) == ("mixed", ("the mint was old", "It will not open for years."))


def test_the_category_tells_speech_from_writing_and_belief(find: Find) -> None:
    categories = [
        str(find(text)[0].attribution.category)
        for text in ("Malika said it was over.", "Malika wrote that it was over.", "Malika thinks it is over.")
    ]
    assert categories == ["speech", "writing", "belief"]


def test_marked_words_of_a_clause_are_its_verbatim_part(find: Find) -> None:
    said = one(find('Malika said the mint was "a ruin" and "a shame."'))
    assert said.kind == "mixed"
    assert [said.words(span) for span in said.attribution.verbatim] == ["a ruin", "a shame."]


def test_without_indirect_speech_only_marked_words_are_found() -> None:
    from uzru.knowledge import Knowledge
    from uzru.parsing.quotes import Quotes
    from uzru.parsing.text import Reading

    text = 'Malika said the mint would close. "We stay," she said.'
    found = Quotes(Knowledge(), indirect=False)(Reading(text), (), ())
    assert [a.rule for a in found] == ["before"]
