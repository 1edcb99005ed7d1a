"""How single clauses are read: particles, objects, joint acts, what is not ruled out, who demands."""

from __future__ import annotations

import pytest

from uzru.model import Event
from uzru.parsing.parser import Parser

PARSER = Parser()


def surest(text: str) -> Event:
    events = PARSER.parse(text).events
    assert events, text
    return max(events, key=lambda event: event.confidence)


def sides(event: Event) -> tuple[list[str | None], list[str | None]]:
    return [actor.country for actor in event.sources], [actor.country for actor in event.targets]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Students took to the streets of Mopti in Mali.", "PROTEST"),
        ("Malian rebels freed a kidnapped senator.", "RETREAT"),
        ("Malian rebels freed two recently jailed editors.", "RETREAT"),
        ("Slovakia sheltered 5,000 Malians.", "AID"),
        ("Chadian policemen fired on miners.", "ASSAULT"),
        ("A bomb exploded in Athens.", "ASSAULT"),
        ("Malians marched on the parliament.", "PROTEST"),
    ],
)
def test_the_act_is_found(text: str, type_: str) -> None:
    assert surest(text).type == type_


@pytest.mark.parametrize(
    ("text", "type_", "inner"),
    [
        ("Chad did not rule out military action against Mali.", "THREATEN", "ASSAULT"),
        ("Chad has not ruled out talks with Mali.", "AGREE", "CONSULT"),
        ("Chad will not hesitate to attack Mali.", "THREATEN", "ASSAULT"),
        ("Chad said it might expel aid groups that sell salt.", "THREATEN", "SANCTION"),
        ("Chad did not accept an invitation from Mali.", "REJECT", "AGREE"),
        ("Chad offered an apology to Mali.", "CONCEDE", None),
    ],
)
def test_operators_decide_the_type(text: str, type_: str, inner: str | None) -> None:
    event = surest(text)
    assert (event.type, event.inner) == (type_, inner)


def test_what_two_countries_forces_do_together_is_cooperation() -> None:
    assert surest("Estonian and Latvian troops patrolled the coast.").type == "COOPERATE"
    assert surest("Estonian troops patrolled the coast of Latvia.").type == "MOBILIZE"


@pytest.mark.parametrize(
    ("text", "sources", "targets"),
    [
        ("Mali must close the camp, the Chadian foreign minister said.", ["TCD"], ["MLI"]),
        ("Chad recalled its ambassador from Riga.", ["TCD"], ["LVA"]),
        ("African leaders condemned Mali.", [None], ["MLI"]),
        ("Chad warned Riga against a blockade.", ["TCD"], ["LVA"]),
    ],
)
def test_who_is_meant(text: str, sources: list[str | None], targets: list[str | None]) -> None:
    assert sides(surest(text)) == (sources, targets)


def test_victims_are_counted_in_numbers_with_commas() -> None:
    event = surest("Chadian rebels killed 1,200 people in Mali, officials said.")
    assert [str(toll) for toll in event.magnitudes] == ["1200 killed"]


def test_what_somebody_says_of_somebody_else_accuses() -> None:
    assert sides(surest("Chad said that Mali was behind the raid.")) == (["TCD"], ["MLI"])


@pytest.mark.parametrize(
    "text", ["Tirana flatly refused to hand over the general.", "Tirana on Monday refused to hand over the general."]
)
def test_a_capital_that_opens_a_sentence_before_its_verb_is_its_country(text: str) -> None:
    assert sides(surest(text))[0] == ["ALB"]


def test_a_capital_with_a_possessive_is_the_country_of_what_it_owns() -> None:
    assert sides(surest("Israel bombed Beirut's power plants.")) == (["ISR"], ["LBN"])


def test_a_participle_gives_way_to_the_verb_of_its_clause() -> None:
    event = surest("A man convicted of spying for Mali was hanged in Tehran.")
    assert (event.type, event.rule) == ("ASSAULT", "execute-people")


def test_the_name_of_a_body_is_no_word_of_sports() -> None:
    assert sides(surest("Syrian dissidents asked the Arab League to act."))[0] == ["SYR"]


def test_a_country_and_its_verb_are_no_part_of_a_noun_phrase() -> None:
    assert sides(surest("Chad accused Malian soldiers of theft.")) == (["TCD"], ["MLI"])


def test_who_is_named_by_a_place_alone_demands_for_it() -> None:
    assert sides(surest("Tribes in Chad are demanding a halt to the mine."))[0] == ["TCD"]


def test_an_adjective_stands_between_parties_that_are_joined() -> None:
    event = surest("Chad's government and Hutu rebels met in Mopti.")
    assert len(event.sources) == 2


def test_a_verb_with_two_particles_may_be_one_with_the_first() -> None:
    assert surest("Malian workers walked out of the factories.").rule == "walk-out"


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The Chadian foreign ministry protested the death of a miner in Mali.", "ACCUSE"),
        ("Thousands of Chadians protested the death of a miner.", "PROTEST"),
    ],
)
def test_states_protest_in_words_and_people_in_the_street(text: str, type_: str) -> None:
    assert surest(text).type == type_


def test_who_condemns_an_arrest_does_not_accuse_the_arrested() -> None:
    assert sides(surest("Latvia condemned the jailing of two editors in Mali."))[1] == ["MLI"]
    assert sides(surest("Latvia condemned the sentence against two Malian editors."))[1] == ["MLI"]
    assert surest("Latvia condemned the jailing of two editors in Mali.").targets[0].kind == "country"


def test_an_envoy_declines_nothing_at_home() -> None:
    assert sides(surest("A Chadian envoy declined to attend the talks.")) == (["TCD"], [])


def test_meetings_of_others_are_no_repeats() -> None:
    text = "Chad's president met the Malian premier on Monday. Chad's president will hold talks with Niger."
    assert len(PARSER.parse(text).events) == 2


def test_people_alone_are_nobody() -> None:
    assert not [e for e in PARSER.parse("People asked Chad for more.").events if e.sources]


@pytest.mark.parametrize(
    ("text", "sources", "targets"),
    [
        ("Estonia sought clarification from Riga about the flight.", ["EST"], ["LVA"]),
        ("Chad withdrew its troops from the border with Djibouti.", ["TCD"], ["DJI"]),
        ("Chad put its troops on high alert.", ["TCD"], []),
    ],
)
def test_whom_an_act_is_aimed_at(text: str, sources: list[str], targets: list[str]) -> None:
    assert sides(surest(text)) == (sources, targets)


def test_a_participle_behind_a_number_only_describes() -> None:
    assert surest("Latvia closed its ports to a ship with 230 rescued migrants.").type == "REJECT"


def test_a_capital_that_no_place_is_known_by_may_open_a_sentence() -> None:
    assert sides(surest("Beijing lauded the Malian premier."))[0] == ["CHN"]


def test_taxi_drivers_are_no_racing_drivers() -> None:
    assert sides(surest("Slovak taxi drivers blockaded a bridge."))[0] == ["SVK"]


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Chad accused the West of meddling.", "Chad", "West"),
        ("The West imposed sanctions on Chad.", "West", "Chad"),
        ("Europe urged Chad to free an editor.", "Europe", "Chad"),
        ("Chad criticized Latin America.", "Chad", "Latin America"),
        ("Western countries imposed sanctions on Chad.", "Western countries", "Chad"),
        ("Chad warned African nations.", "Chad", "African nations"),
    ],
)
def test_states_that_act_alike_are_somebody(text: str, source: str, target: str) -> None:
    event = surest(text)
    assert ([actor.name for actor in event.sources], [actor.name for actor in event.targets]) == ([source], [target])


def test_a_part_of_the_world_behind_a_preposition_is_a_place() -> None:
    assert not PARSER.parse("Malian soldiers fled to Europe.").events


def test_a_clause_with_a_subject_of_its_own_is_read_by_itself() -> None:
    events = PARSER.parse("Chad recognized the Malian government, and Niger has promised aid to Benin.").events
    assert [(event.type, sides(event)) for event in events] == [
        ("SUPPORT", (["TCD"], ["MLI"])),
        ("AGREE", (["NER"], ["BEN"])),
    ]


def test_who_acts_in_one_clause_does_not_suffer_in_the_next() -> None:
    events = PARSER.parse("Malian President Egor Panin withdrew the bill, but two senators were killed.").events
    [event] = (event for event in events if event.type == "ASSAULT")
    assert [actor.name for actor in event.targets] == ["senators"]


def test_a_list_is_no_clause() -> None:
    assert sides(surest("Chad, Niger, and Mali condemned the raid."))[0] == ["TCD", "NER", "MLI"]


def test_what_no_one_does_is_refused() -> None:
    assert surest("No country has recognized the Malian junta.").type == "REJECT"


def test_talks_that_lie_ahead_are_planned() -> None:
    [event] = PARSER.parse("Panin is in Chad on November 8 for talks with Mali.", date="2006-11-06").events
    assert event.status == "planned"


def test_who_asks_in_an_interview_does_not_act() -> None:
    [event] = PARSER.parse("MLI/TCD: Niger blamed Benin for the unrest.").events
    assert sides(event) == (["NER"], ["BEN"])


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Chad hosted the Taliban in Mopti.", "CONSULT"),
        ("Chad sent a special envoy to Mali.", "CONSULT"),
        ("Malian judges upheld the prison sentence of a senator.", "SANCTION"),
        ("The European Union banned arms sales to Chad.", "SANCTION"),
        ("Malian President Egor Panin fired the head of the central bank.", "SANCTION"),
        ("Egor Panin accused the Malian government of forcing miners to buy shares.", "ACCUSE"),
    ],
)
def test_what_states_and_courts_do(text: str, type_: str) -> None:
    assert surest(text).type == type_


def test_who_is_dismissed_may_be_a_pronoun() -> None:
    event = surest('Mali\'s president said: "I will dismiss him and call new elections."')
    assert event.rule.startswith("dismiss")


def test_a_ministry_abroad_speaks_of_others() -> None:
    assert sides(surest("The Malian Foreign Ministry rejected that claim.")) == (["MLI"], [])


def test_peacekeepers_are_sent_to_where_they_are_deployed() -> None:
    assert sides(surest("Chadian peacekeepers have been deployed in Mali.")) == (["TCD"], ["MLI"])


@pytest.mark.parametrize(
    ("text", "status", "when"),
    [
        ("Malian Prime Minister Egor Panin arrives in Chad on November 8.", "planned", "2006-11-08"),
        ("Mali is sending an envoy to Chad on November 8.", "planned", "2006-11-08"),
        ("Mali is calling on Chad to leave Niger.", "occurred", "None"),
        ("Mali urged Chad to reconsider its president's November 1 decree.", "occurred", "None"),
        ("Tension rose yesterday when Malian troops attacked Chad.", "occurred", "2006-11-05"),
    ],
)
def test_when_it_is_told_to_be(text: str, status: str, when: str) -> None:
    [event] = PARSER.parse(text, date="2006-11-06").events
    assert (event.status, str(event.when)) == (status, when)


def test_who_promises_that_somebody_will_suffer_suffers_nothing() -> None:
    assert sides(surest("Malian President Egor Panin promised that the guilty would be punished.")) == (["MLI"], [])


def test_a_clause_behind_a_semicolon_is_read_by_itself() -> None:
    events = PARSER.parse("Chad blamed Mali for the raid; Niger called for an inquiry.").events
    assert [(event.type, sides(event)[0]) for event in events] == [("ACCUSE", ["TCD"]), ("REQUEST", ["NER"])]


def test_ministers_that_are_named_between_commas_sign() -> None:
    event = surest("The two ministers, Chadian Egor Panin and Malian Sira Keita, signed the documents.")
    assert [actor.name for actor in event.sources] == ["Egor Panin", "Sira Keita"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Mali ordered the air force to help Chad repel an incursion by rebels.", "REQUEST"),
        ("Malian President Egor Panin ordered an attack on Chad.", "ASSAULT"),
        ("Chad and Mali signed a declaration.", "SUPPORT"),
    ],
)
def test_what_is_ordered_and_signed(text: str, type_: str) -> None:
    assert surest(text).type == type_


def test_relations_are_poisoned_by_nobody() -> None:
    assert not PARSER.parse("The dispute poisoned relations of Chad and Mali.").events


def test_rebels_who_are_told_something_are_of_no_told_country() -> None:
    text = "Chad, Niger and Benin were silent. Malian President Egor Panin urged the rebels to leave."
    assert sides(surest(text)) == (["MLI"], [None])


def test_a_second_verb_may_agree_or_promise() -> None:
    events = PARSER.parse("Malian President Egor Panin thanked Chad and promised to visit Niger.").events
    assert [event.type for event in events] == ["SUPPORT", "AGREE"]


def test_what_opens_with_a_meeting_has_its_date() -> None:
    event = surest("Meeting in Brno on 14 June 2001, the presidents of Chad and Mali signed a declaration.")
    assert (str(event.when), sides(event)[0]) == ("2001-06-14", ["TCD", "MLI"])
    assert [actor.kind for actor in event.sources] == ["country", "country"]


def test_a_ministry_that_warns_threatens() -> None:
    assert surest("The Malian Interior Ministry warned that marchers would be fined.").type == "THREATEN"


def test_the_state_department_speaks_of_others() -> None:
    assert sides(surest("The U.S. State Department expressed deep concern over the verdict.")) == (["USA"], [])


def test_said_with_a_clause_behind_it_is_no_attribution() -> None:
    text = "Mali's premier, Egor Panin, said Niger was ready to meet Chad, and Benin telephoned Togo."
    assert [(event.type, sides(event)[0]) for event in PARSER.parse(text).events] == [
        ("AGREE", ["NER"]),
        ("CONSULT", ["BEN"]),
    ]


def test_a_whose_clause_reaches_to_the_comma_behind_its_verb() -> None:
    events = PARSER.parse("Mali, whose premier, Egor Panin, was jailed on 9 May, invaded Chad.").events
    assert ("ASSAULT", (["MLI"], ["TCD"])) in [(event.type, sides(event)) for event in events]


def test_who_mediates_is_no_side_of_other_talks() -> None:
    text = "Chad brokered a ceasefire. Malian President Egor Panin telephoned Chad and Niger."
    assert [sides(event)[0] for event in PARSER.parse(text).events] == [["TCD"], ["MLI"]]


def test_an_old_attack_of_nobody_is_not_todays() -> None:
    text = "Mali has been at war since the 11 September attacks. Chadian police fired on protesters in Mopti."
    assert len([event for event in PARSER.parse(text, date="2001-09-21").events if event.type == "ASSAULT"]) == 2


def test_a_photographer_is_convicted_too() -> None:
    assert surest("The photographer Sira Keita was found guilty of slandering the Malian people.").type == "SANCTION"


def test_whom_a_president_hosts_need_not_be_his_own() -> None:
    text = "Chad and Mali were silent. Chad's president is hosting the presidents of all five states."
    assert surest(text).targets[0].country is None


def test_to_keep_ties_is_to_seek_them() -> None:
    assert surest("Mali will seek to keep strong ties with Chad.").type == "AGREE"
