"""Verbs where words around them decide whether and how they are read."""

from __future__ import annotations

import pytest

import uzru
from uzru.model import Event


def surest(text: str) -> Event:
    """The event that is most likely meant."""
    return max(uzru.parse(text).events, key=lambda event: event.confidence)


def sides(event: Event) -> tuple[list[str | None], list[str | None]]:
    """The countries of the sources and of the targets."""
    return [actor.country for actor in event.sources], [actor.country for actor in event.targets]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Mali will not pull out.", "REJECT"),
        ("Mali ordered Chad to pull out.", "REQUEST"),
        ("Mali's pull-out began in May.", "RETREAT"),
    ],
)
def test_a_noun_of_two_words_is_a_verb_behind_to_or_will(text: str, type_: str) -> None:
    assert surest(text).type.value == type_


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Mali is going to open an embassy in Chad.", "AGREE"),
        ("The Malian premier is going to Chad for talks.", "CONSULT"),
        ("Mali To Open an Embassy in Chad", "AGREE"),
        ("Chad continued to reject talks with Mali.", "REJECT"),
    ],
)
def test_who_is_to_act_has_not_acted(text: str, type_: str) -> None:
    assert surest(text).type.value == type_


def test_a_verb_behind_a_country_is_no_group() -> None:
    assert sides(surest("Mali suspects Chad of a raid.")) == (["MLI"], ["TCD"])


def test_people_protest_where_they_are() -> None:
    assert sides(surest("Thousands rallied in the Malian town of Mopti.")) == ([], ["MLI"])


def test_shopkeepers_of_a_country_protest() -> None:
    assert surest("Malian shopkeepers closed their shops.").type.value == "PROTEST"


def test_what_somebody_has_failed_to_do_accuses() -> None:
    event = surest("Niger said Mali had failed to honor its promise.")
    assert (event.type.value, *sides(event)) == ("ACCUSE", ["NER"], ["MLI"])


def test_an_adverb_may_stand_within_a_verb_of_several_words() -> None:
    assert surest("Chad lined up squarely behind Mali.").type.value == "SUPPORT"


def test_over_with_a_number_is_no_particle() -> None:
    assert surest("Latvia flew over 13 tons of medicine into Mali.").type.value == "AID"


def test_whom_by_names_sends() -> None:
    assert sides(surest("Two hundred Chadian miners were evacuated by Mali.")) == (["MLI"], ["TCD"])


def test_an_adjective_of_two_peoples_names_both() -> None:
    event = surest("Russian-Georgian talks began on Monday.")
    assert (sides(event), event.reciprocal) == ((["RUS", "GEO"], []), True)


def test_who_is_given_shelter_is_helped_where_it_is_given() -> None:
    assert sides(surest("A Chadian editor has been given asylum in Mali.")) == (["MLI"], ["TCD"])


def test_a_simple_past_is_not_to_come() -> None:
    assert surest("Chad said it would remain calm and praised Mali.").status.value == "occurred"


def test_the_sportsmen_of_a_country_do_not_act_for_it() -> None:
    assert uzru.parse("The Ivory Coast forward attacked twice.").events == ()


def test_a_king_is_of_the_country_in_his_name() -> None:
    assert sides(surest("King Karim of Jordan praised the Lebanese government.")) == (["JOR"], ["LBN"])


def test_a_meeting_of_two_is_mutual() -> None:
    event = surest("A meeting of the Malian and Chadian presidents took place in Brno.")
    assert event.type.value == "CONSULT"


def test_an_official_of_a_country_is_somebody() -> None:
    assert surest("Mali's premier was dismissed by the president.").type.value == "SANCTION"


def test_a_threat_to_act_is_no_act() -> None:
    assert surest("Mali renewed its threat to attack Chad.").type.value == "THREATEN"


def test_people_and_their_verb_are_no_part_of_a_noun_phrase() -> None:
    assert sides(surest("Malian officials blame Chad's army for the raid.")) == (["MLI"], ["TCD"])
