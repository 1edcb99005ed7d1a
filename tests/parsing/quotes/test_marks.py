"""Marks: every way of writing them, nested, re-opened, unclosed, stray."""

from __future__ import annotations

import pytest

from uzru.parsing.quotes.marks import find_stretches
from uzru.parsing.text import plain_paragraphs


def marked(text: str) -> list[str]:
    return [text[s.inner_start : s.inner_end] for s in find_stretches(text, plain_paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('"Yes," she said. "No."', ["Yes,", "No."]),
        ("“Yes,” she said. “No.”", ["Yes,", "No."]),
        ("''Yes,'' she said. ''No.''", ["Yes,", "No."]),
        ("``Yes,'' she said.", ["Yes,"]),
        ("«Yes,» she said. «No.»", ["Yes,", "No."]),
        ("„Yes,“ she said.", ["Yes,"]),
        ("&quot;Yes,&quot; she said.", ["Yes,"]),
        ("‘Yes,’ she said. ‘No.’", ["Yes,", "No."]),
        ('“Yes," she said.', ["Yes,"]),
    ],
)
def test_marks_are_found_however_they_are_written(text: str, inside: list[str]) -> None:
    assert marked(text) == inside


def test_a_quotation_inside_another_is_part_of_it() -> None:
    assert marked('"He said “no” to me," she said.') == ["He said “no” to me,"]
    assert marked("“He said ‘no’ to me,” she said.") == ["He said ‘no’ to me,"]


def test_a_mark_never_closed_runs_to_the_end_of_its_paragraph_only() -> None:
    assert marked('She said, "We stay.\n\n"It is home."') == ["We stay.", "It is home."]


def test_a_second_opening_mark_ends_the_first_quotation() -> None:
    assert marked("“We stay. “It is home.”") == ["We stay.", "It is home."]


def test_a_stray_closing_mark_is_no_quotation() -> None:
    assert marked('We stay", he wrote in the old book.') == []


def test_inches_are_no_marks() -> None:
    assert marked('A 12" pipe and a 6" pipe.') == []


def test_apostrophes_are_no_marks() -> None:
    assert marked("The miners' wives don't know the miners' sons' names.") == []


def test_what_holds_no_letter_is_no_quotation() -> None:
    assert marked('"" and "..." and "?!"') == []


@pytest.mark.parametrize("marks", ["‘’", "''"])
def test_in_a_text_with_no_other_marks_single_ones_open_before_small_letters_too(marks: str) -> None:
    opening, closing = marks[0], marks[1]
    text = f"Panin called it {opening}a dead letter{closing} and left in the {closing}90s."
    assert marked(text) == ["a dead letter"]
    assert marked(text + ' "We stay."') == ["We stay."]


def test_a_single_mark_behind_many_owners_does_not_close() -> None:
    assert marked("‘We built the workers’ plant,’ he said.") == ["We built the workers’ plant,"]
    assert marked("'Nobody asked the miners' wives.' He left.") == ["Nobody asked the miners' wives."]
    assert marked("He read ‘The Miners’ twice and ‘The Weavers’ once.") == ["The Miners", "The Weavers"]
