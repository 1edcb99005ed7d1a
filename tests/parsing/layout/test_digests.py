"""Where the reports of a digest begin."""

from __future__ import annotations

import pytest

from uzru.knowledge import Knowledge
from uzru.parsing.layout.dates import PageDates
from uzru.parsing.layout.digests import run_in


def test_initials_behind_a_run_in_headline_open_the_report() -> None:
    line = "BRNO, U.S. SIGN DEAL ON MINT. U.S. Ambassador Neil Ashdown signed a deal."
    assert line[: run_in(line)] == "BRNO, U.S. SIGN DEAL ON MINT."


def test_initials_may_close_a_run_in_headline() -> None:
    line = "MINISTER VISITS THE U.S. Egor Panin left on 3 May."
    assert line[: run_in(line)] == "MINISTER VISITS THE U.S."


@pytest.mark.parametrize(
    ("text", "date"), [("02-09-17", "None"), ("5-2-2004", "2004-05-02"), ("3-12-98", "1998-03-12")]
)
def test_hyphens_between_three_short_numbers_leave_the_year_open(text: str, date: str) -> None:
    assert str(PageDates(Knowledge()).read(text)) == date
