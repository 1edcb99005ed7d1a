"""Which names mean one actor."""

import uzru
from uzru.parsing.names.join import Name, join_names
from uzru.parsing.names.kind import ORGANIZATION, PERSON
from uzru.parsing.names.lexicon import Lexicon


def joined(lexicon: Lexicon, kind: int, *texts: str) -> list[str]:
    names = [Name(start=n * 100, end=n * 100 + len(text), text=text, kind=kind) for n, text in enumerate(texts)]
    join_names(lexicon, names, {}, ())
    return [name.identity.name if name.identity else "" for name in names]


def test_the_longest_name_of_a_person_wins(lexicon: Lexicon) -> None:
    assert joined(lexicon, PERSON, "Panin", "Egor Panin", "Egor V. Panin") == ["Egor V. Panin"] * 3


def test_an_initial_stands_for_a_first_name(lexicon: Lexicon) -> None:
    assert joined(lexicon, PERSON, "E. Panin", "Egor Panin", "M. Panin")[2] == "M. Panin"


def test_a_first_name_alone_is_the_person_if_no_surname_fits(lexicon: Lexicon) -> None:
    assert joined(lexicon, PERSON, "Malika Ortikova", "Malika") == ["Malika Ortikova"] * 2


def test_of_two_persons_of_one_surname_the_last_named_is_meant(lexicon: Lexicon) -> None:
    found = joined(lexicon, PERSON, "Egor Panin", "Malika Panin", "Egor Panin", "Panin")
    assert found[3] in ("Egor Panin", "Malika Panin")


def test_words_of_a_longer_name_mean_that_organization(lexicon: Lexicon) -> None:
    found = joined(lexicon, ORGANIZATION, "Tajik Steppe Ministry", "Steppe Ministry", "TSM")
    assert found == ["Tajik Steppe Ministry"] * 3


def test_two_organizations_stay_two(lexicon: Lexicon) -> None:
    found = joined(lexicon, ORGANIZATION, "Bank of Nukus", "Bank of Brno")
    assert found == ["Bank of Nukus", "Bank of Brno"]


def test_a_suffix_makes_no_other_company(lexicon: Lexicon) -> None:
    assert joined(lexicon, ORGANIZATION, "Boeing Corporation", "Boeing") == ["Boeing", "Boeing"]


def test_a_known_company_has_the_name_that_the_text_gives_in_full_and_the_same_id() -> None:
    long, short = (
        next(actor for actor in uzru.parse(text).actors if actor.kind == "organization")
        for text in ("Apple Inc. lost. Apple said so.", "Apple lost.")
    )
    assert (long.name, short.name) == ("Apple Inc.", "Apple")
    assert long.id == short.id
    assert "Apple" in long.aliases


def test_a_known_acronym_behind_its_long_name_is_one_with_it() -> None:
    text = "Kyrgyz police met the State Committee for National Security (UKMK). The UKMK said no."
    named = [actor for actor in uzru.parse(text).actors if "Security" in actor.name]
    assert [(actor.country, "UKMK" in actor.aliases) for actor in named] == [("KGZ", True)]
