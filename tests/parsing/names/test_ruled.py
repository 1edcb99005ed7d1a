"""What the tables rule of words and strings, whatever they weigh."""

import pytest

from uzru.parsing.names.features import LOWER_CASE, PERSON_EVIDENCE
from uzru.parsing.names.kind import COUNTRY, KINDS, NO_NAME, ORGANIZATION, PERSON, Scores, pack, unpack
from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.names.ruled import Ruled, settled

EVEN = pack([1, 1, 1, 1, 1, 1])


@pytest.fixture(scope="module")
def ruled(lexicon: Lexicon) -> Ruled:
    return Ruled(lexicon)


def possible(scores: Scores) -> set[str]:
    return {kind for kind, score in zip(KINDS, scores, strict=True) if score > 0}


def scores_of_several(ruled: Ruled, text: str, packed: int) -> Scores:
    barred, only = ruled.several(text)
    scores = unpack(packed + barred)
    return scores if only is None else settled(only, scores)


def test_only_a_country_is_a_country(ruled: Ruled) -> None:
    assert "country" in possible(unpack(EVEN + ruled.alone("Uzbekistan", 0)))
    assert "country" not in possible(unpack(EVEN + ruled.alone("Ortikov", 0)))
    assert possible(scores_of_several(ruled, "Sri Lanka", EVEN + ruled.start("Sri"))) == {"country"}
    assert "country" not in possible(scores_of_several(ruled, "Egor Panin", EVEN + ruled.start("Egor")))


def test_an_acronym_is_no_person_unless_the_text_says_so(ruled: Ruled) -> None:
    assert "person" not in possible(unpack(EVEN + ruled.alone("QZX", 0)))
    assert "person" in possible(unpack(EVEN + ruled.alone("QZX", PERSON_EVIDENCE)))


def test_in_a_run_of_several_a_word_that_only_names_have_is_a_name(ruled: Ruled) -> None:
    assert "none" in possible(unpack(EVEN + ruled.alone("Qortikzov", 0)))
    assert "none" not in possible(unpack(EVEN + ruled.among_others("Qortikzov", 0)))
    assert "none" in possible(unpack(EVEN + ruled.among_others("Qortikzov", LOWER_CASE)))


def test_a_demonym_is_no_name_and_a_bare_body_is_one(ruled: Ruled) -> None:
    assert ruled.only["Uzbek"] == NO_NAME
    assert ORGANIZATION in ruled.only.values()
    assert "Uzbekistan" not in ruled.only
    assert possible(scores_of_several(ruled, "Saudi Arabian", EVEN)) == {"none"}


def test_no_person_begins_with_an_honorific_or_an_office_of_something(ruled: Ruled) -> None:
    assert "person" not in possible(unpack(EVEN + ruled.start("Mr.")))
    assert "person" in possible(unpack(EVEN + ruled.start("Minister")))
    assert "person" not in possible(unpack(EVEN + ruled.start_of_office("Minister")))
    assert unpack(ruled.start("Egor"))[PERSON] == 0 > unpack(ruled.start("Egor"))[COUNTRY]
