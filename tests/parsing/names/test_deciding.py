"""Which spans of the runs are names, and of what kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uzru.knowledge import Knowledge
from uzru.parsing.names.deciding import Deciding
from uzru.parsing.names.facts import FactFinder
from uzru.parsing.names.kind import Weights
from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.names.runs import RunFinder
from uzru.parsing.text import Reading

WORDS = "Egor Panin Bank Nukus Costa Rican Rica Uzbek Minister Mr. Kremlin President UN Sri Lanka".split()


@pytest.fixture(scope="module")
def deciding(lexicon: Lexicon) -> Deciding:
    return Deciding(lexicon, Weights(Knowledge()))


@given(st.lists(st.sampled_from([*WORDS, "said", "in", ",", "The"])))
def test_two_words_are_decided_as_any_run_is(deciding: Deciding, lexicon: Lexicon, words: list[str]) -> None:
    reading = Reading(" ".join(words).replace(" ,", ","))
    runs = RunFinder(lexicon)(reading)
    facts = FactFinder(lexicon)(reading, runs)
    for number, run in enumerate(runs):
        if len(run.words) == 2 and not run.owners:
            assert deciding._pair(number, run, facts) == deciding._path(number, run, facts)


def test_words_of_which_no_table_tells_more_than_flags_are_kept_once(deciding: Deciding) -> None:
    words = deciding.parts.words
    assert words["Qortikzol"] is words["Vandrikol"]
    assert words["Qortikzol"] is not words["Nukus"]
    assert words["Qortikzol"].behind != words["qortikzol"].behind
