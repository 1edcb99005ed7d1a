"""Where names may stand."""

import pytest

import uzru
from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.names.runs import RunFinder
from uzru.parsing.text import Reading


def runs(lexicon: Lexicon, text: str) -> list[str]:
    return [" ".join(run.words) for run in RunFinder(lexicon)(Reading(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He met Egor Panin.", ["Egor Panin"]),
        ("In the Bank of Nukus", ["Bank of Nukus"]),
        ("the London-based Steppe Watch", ["London", "Steppe Watch"]),
        ("a US-Japan deal", ["US", "Japan"]),
        ("the UNICEF/Interpol report", ["UNICEF", "Interpol"]),
        ("George W. Panin of the U.S. Senate", ["George W. Panin of the U.S. Senate"]),
        ("Abdullah al-Panin and Omar bin Saleh", ["Abdullah al-Panin and Omar bin Saleh"]),
        ("But The Town", ["Town"]),
        ("The Town. He left. It's Egor Panin. In-Form", ["Town", "Egor Panin", "In-Form"]),
        ("First Panin, then the Second Bank.", ["Panin", "Second Bank"]),
        ("by al-Panin, d'Ortikov and “el-Saleh”", ["al-Panin", "d'Ortikov", "el-Saleh"]),
        ("a pro-Panin crowd", ["Panin"]),
        ("L", ["L"]),
        ("Panin's aide", ["Panin"]),
        ("no capitals at all", []),
    ],
)
def test_runs_of_capitals(lexicon: Lexicon, text: str, found: list[str]) -> None:
    assert runs(lexicon, text) == found


def test_a_run_never_crosses_a_line(lexicon: Lexicon) -> None:
    assert runs(lexicon, "Egor\nPanin") == ["Egor", "Panin"]


def test_in_a_title_with_capitals_common_words_part_the_runs(lexicon: Lexicon) -> None:
    assert runs(lexicon, "Ortikova Makes Rare Visit To Brno For Talks With Panin") == ["Ortikova", "Brno", "Panin"]


def test_starts_point_at_the_words(lexicon: Lexicon) -> None:
    text = "He met Egor Panin of Brno, a US-Japan expert."
    for run in RunFinder(lexicon)(Reading(text)):
        for word, start in zip(run.words, run.starts, strict=True):
            assert text[start : start + len(word)] == word


def test_the_day_on_which_somebody_acts_is_no_part_of_the_name(lexicon: Lexicon) -> None:
    assert runs(lexicon, "On Monday Egor Panin left.") == ["Monday", "Egor Panin"]
    assert runs(lexicon, "He spoke on Bloody Sunday.") == ["Bloody Sunday"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Voters in Malawi wait.", ["Malawi"]),
        ("It costs US$ 5 in Malawi.", ["Malawi"]),
        ("NATO-member Norway waits.", ["NATO", "Norway"]),
        ("On Monday Egor Panin left.", ["Egor Panin"]),
    ],
)
def test_what_is_no_part_of_a_name_is_cut_off(text: str, names: list[str]) -> None:
    article = uzru.parse(text)
    assert [text[m.span.slice] for m in article.mentions if m.form in ("name", "acronym")] == names
