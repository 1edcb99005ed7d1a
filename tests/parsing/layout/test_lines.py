"""Lines to units: wrapped lines are joined, offsets stay those of the input."""

from hypothesis import given
from hypothesis import strategies as st

from uzru.parsing.layout.lines import read_units, simplify

WRAPPED = """The first paragraph of the page runs over several lines, each of them cut
where the column ends, as mail programs do it, and the words go on below
without a blank line.

The second paragraph does the same, and its first line is as long as those
of the first one were.
"""


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    _, units = read_units(WRAPPED)
    assert [unit.text.split()[1] for unit in units] == ["first", "second"]
    assert all("\n" not in unit.text for unit in units)


def test_single_breaks_between_sentences_part_paragraphs() -> None:
    _, units = read_units("The mint is open.\nThe bank is closed.\nNobody knows why.")
    assert len(units) == 3


def test_titles_below_one_another_are_not_joined() -> None:
    _, units = read_units("The Long Strike In Oskemen\nWho Will Strike The Coins?\nMint Under Siege")
    assert len(units) == 3


def test_a_line_that_goes_on_in_lower_case_is_joined() -> None:
    _, units = read_units("The spokesman wrote in\nand then took the post down.")
    assert [unit.text for unit in units] == ["The spokesman wrote in and then took the post down."]


def test_windows_line_ends_are_one_break() -> None:
    _, units = read_units("One line.\r\nAnother.\r\n\r\nA third.")
    assert [unit.gap for unit in units] == [0, 0, 1]


@given(st.text())
def test_the_view_is_as_long_as_the_text(text: str) -> None:
    assert len(simplify(text)) == len(text)


@given(st.text(alphabet="ab. \n\r\t\xa0\u2028\u3000-,", max_size=80))
def test_units_stand_where_their_words_stand(text: str) -> None:
    view, units = read_units(text)
    at = 0
    for unit in units:
        assert not view[at : unit.start].strip()
        assert view[unit.start : unit.end].replace("\n", " ") == unit.text
        at = unit.end
    assert not view[at:].strip()
