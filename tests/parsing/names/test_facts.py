"""What a whole document says of its strings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uzru.parsing.names.facts import FactFinder
from uzru.parsing.names.features import LOWER_CASE
from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.names.runs import RunFinder
from uzru.parsing.text import Reading

NAMES = ["Mint", "U.S.", "O'Brien", "Al-Nukus", "Gorʼkiy", *(f"Tor{chr(97 + n)}va" for n in range(26))]


@pytest.fixture(scope="module")
def finders(lexicon: Lexicon) -> tuple[RunFinder, FactFinder]:
    return RunFinder(lexicon), FactFinder(lexicon)


@given(st.lists(st.sampled_from([*NAMES, *map(str.lower, NAMES), "said", ",", "\n"])), st.sampled_from(["", " "]))
def test_a_word_stands_in_lower_case_only_between_blanks(
    finders: tuple[RunFinder, FactFinder], words: list[str], blank: str
) -> None:
    reading = Reading(" ".join(words).replace(" ,", f"{blank},"))
    find_runs, find_facts = finders
    runs = find_runs(reading)
    facts = find_facts(reading, runs)
    tokens = set(reading.view.split())
    for name in facts.keys() | {run.words[0] for run in runs if len(run.words) == 1}:
        assert bool(facts.get(name, 0) & LOWER_CASE) == (name.lower() in tokens or name.islower())
