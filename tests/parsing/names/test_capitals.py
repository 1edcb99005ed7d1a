"""Capitals of every alphabet begin names; which pattern finds them depends on what letters a text has."""

import pytest

from uzru.knowledge import Knowledge
from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.names.runs import RunFinder
from uzru.parsing.text import Reading

FINDER = RunFinder(Lexicon(Knowledge()))


@pytest.mark.parametrize("name", ["Egor Panin", "Ágnes Örkény", "Żaneta Šimková", "Егор Панин", "Ệ Ḟ"])
def test_a_name_begins_with_the_capitals_of_its_alphabet(name: str) -> None:
    assert [" ".join(run.words) for run in FINDER(Reading(f"He met {name} there."))][-1] == name


def test_letters_beyond_latin_change_no_other_name() -> None:
    text = "Egor Panin of the U.S. met Ágnes d'Örkény-Smith.\n"
    assert FINDER(Reading(text + "жуки\n")) == FINDER(Reading(text))
