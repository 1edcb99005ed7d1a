"""Who did what to whom, whether, when and where: the rules that go beyond a single pattern."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from uzru.knowledge import Knowledge
from uzru.model import Event
from uzru.parsing.parser import Parser

PARSER = Parser()


def tell(text: str, date: str | None = None) -> tuple[Event, ...]:
    return PARSER.parse(text, date=date).events


def surest(text: str, date: str | None = None) -> Event:
    events = tell(text, date)
    assert events, text
    return max(events, key=lambda event: event.confidence)


def countries(actors: tuple[object, ...]) -> list[str | None]:
    return [actor.country for actor in actors]  # type: ignore[attr-defined]


# --- operators


@pytest.mark.parametrize(
    ("text", "type_", "inner", "status"),
    [
        ("Chad extradited the trader to Mali.", "COOPERATE", None, "occurred"),
        ("Chad agreed to extradite the trader to Mali.", "AGREE", "COOPERATE", "occurred"),
        ("Chad agreed that it should extradite the trader to Mali.", "AGREE", "COOPERATE", "occurred"),
        ("Chad offered troops to Mali.", "AGREE", "AID", "occurred"),
        ("Chad won't shell Mali.", "ASSAULT", None, "denied"),
        ("Chad will extradite the trader to Mali.", "AGREE", "COOPERATE", "planned"),
        ("Chad is ready to extradite the trader to Mali.", "AGREE", "COOPERATE", "planned"),
        ("Chad plans to extradite the trader to Mali.", "AGREE", "COOPERATE", "planned"),
        ("Chad may extradite the trader to Mali.", "COOPERATE", None, "hypothetical"),
        ("Chad did not extradite the trader to Mali.", "REJECT", "COOPERATE", "occurred"),
        ("Chad refused to extradite the trader to Mali.", "REJECT", "COOPERATE", "occurred"),
        ("Chad urged Mali to extradite the trader.", "REQUEST", "COOPERATE", "occurred"),
        ("Chad failed to extradite the trader to Mali.", "REJECT", "COOPERATE", "occurred"),
        ("Latvia said that Chad must extradite the trader.", "REQUEST", "COOPERATE", "occurred"),
        ("Chad began to shell Mali.", "ASSAULT", None, "occurred"),
        ("Chad denied that it had shelled Mali.", "ASSAULT", None, "denied"),
        ("Chad has no plans to withdraw its soldiers from Mali.", "REJECT", "RETREAT", "occurred"),
        ("Chad offered asylum to a student expelled from Mali.", "AGREE", "AID", "occurred"),
        ("Chad is shelling Mali.", "ASSAULT", None, "ongoing"),
        ("Chad continues to shell Mali.", "ASSAULT", None, "ongoing"),
        ("Chad was shelling Mali.", "ASSAULT", None, "occurred"),
        ("Chad will shell Mali.", "THREATEN", "ASSAULT", "planned"),
        ("Chad threatened to shell Mali.", "THREATEN", "ASSAULT", "occurred"),
        ("Chad vowed to shell Mali.", "THREATEN", "ASSAULT", "planned"),
        ("Chad did not shell Mali.", "ASSAULT", None, "denied"),
        ("Chad decided to withdraw its soldiers from Mali.", "RETREAT", None, "planned"),
        ("Chad will leave the treaty unless Mali withdraws its soldiers.", "THREATEN", "SANCTION", "planned"),
    ],
)
def test_operators_scope_over_the_act(text: str, type_: str, inner: str | None, status: str) -> None:
    event = surest(text)
    assert (event.type, event.inner, event.status) == (type_, inner, status)


def test_what_a_condition_supposes_is_no_event() -> None:
    events = tell("Chad threatened to shell the port unless Mali frees the miners.")
    assert [event.type.value for event in events] == ["THREATEN"]


def test_a_negation_in_a_reporting_clause_does_not_reach_the_act() -> None:
    assert surest("Chad did not say when Mali shelled the port.").type == "ASSAULT"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chad recalled its envoy and expelled the Malian ambassador.", ["withdraw", "expel"]),
        ("Chadian police searched the Malian embassy and arrested two Latvian miners.", ["seize", "arrest"]),
        ("Malian miners were arrested in May but were released in June.", ["arrest", "release"]),
    ],
)
def test_two_acts_of_one_subject_are_two_events(text: str, told: list[str]) -> None:
    assert [event.modes[0] for event in tell(text)] == told


def test_a_decree_is_no_treaty() -> None:
    assert surest("The Malian president signed a decree pardoning Chadian miners.").type == "CONCEDE"
    assert tell("The Malian president said the treaty was not directed against Chad.") == ()


def test_who_reports_a_passive_act_does_not_suffer_it() -> None:
    assert all(not event.targets for event in tell("Mali said that the treaty had been signed."))


# --- roles


@pytest.mark.parametrize(
    ("text", "sources", "targets"),
    [
        ("Chad condemned Mali.", ["TCD"], ["MLI"]),
        ("Mali was condemned by Chad.", ["TCD"], ["MLI"]),
        ("Mali was condemned.", [], ["MLI"]),
        ("Chad condemned Mali, Latvian officials said.", ["TCD"], ["MLI"]),
        ("Latvia said that Chad condemned Mali.", ["TCD"], ["MLI"]),
        ("After talks in Latvia, Chad condemned Mali.", ["TCD"], ["MLI"]),
        ("Chad, which borders Latvia, condemned Mali.", ["TCD"], ["MLI"]),
        ("Malian miners arrested during the rally waited.", [], ["MLI"]),
        ("The Slovak president arrived in Riga for an official visit.", ["SVK"], ["LVA"]),
        ("Slovakia summoned the Latvian ambassador.", ["SVK"], ["LVA"]),
        ("An official told the Latvian envoy that Malian miners had been arrested.", [], ["MLI"]),
        ("Chad condemned the bombing that killed four Latvian soldiers.", ["TCD"], []),
        ("Malian Miners Detained After Rally in Chad", [], ["MLI"]),
        ("Malian miners, who were arrested in Chad, waited.", [], ["MLI"]),
        ("Chadian officials denied that Malian miners had been arrested.", [], ["MLI"]),
        ("The Malian president, who has ruled the former Latvian port since 1992, arrested miners.", ["MLI"], ["MLI"]),
        ("Malian police arrested on Monday two Chadian miners.", ["MLI"], ["TCD"]),
        ("Chadian police arrested an editor.", ["TCD"], ["TCD"]),
        ("Chad imposed a curfew.", ["TCD"], ["TCD"]),
        ("Chad deported refugees who had lived in Latvia to Mali.", ["TCD"], ["TCD"]),
        ("Chad sent soldiers to Mali.", ["TCD"], ["MLI"]),
        ("Latvia won a seat and, in 1999, Chad left the treaty with Mali.", ["TCD"], ["MLI"]),
    ],
)
def test_roles_follow_the_trigger(text: str, sources: list[str], targets: list[str]) -> None:
    event = surest(text)
    assert (countries(event.sources), countries(event.targets)) == (sources, targets)


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Mali agreed on a plan.",
        "Chad and Mali signed a treaty.",
        "The talks between Chad and Mali ended on Monday.",
    ],
)
def test_mutual_acts_have_everybody_as_source(text: str) -> None:
    event = surest(text)
    assert event.reciprocal
    assert (countries(event.sources), event.targets) == (["TCD", "MLI"], ())


def test_what_strikes_is_no_actor() -> None:
    event = surest("A wave of violence hit the Malian capital.")
    assert (event.type, event.sources, countries(event.targets)) == ("ASSAULT", (), ["MLI"])


def test_people_of_an_organization_act_for_it() -> None:
    event = surest("NATO officers condemned Chad.")
    assert [actor.name for actor in event.sources] == ["North Atlantic Treaty Organization"]


def test_an_unnamed_minister_acts_for_the_country() -> None:
    event = surest("The Malian minister condemned Chad.")
    assert [(actor.kind.value, actor.country) for actor in event.sources] == [("country", "MLI")]


def test_who_resigns_has_no_target() -> None:
    assert surest("The Malian premier resigned as rebels shelled the port.").targets == ()


def test_a_group_without_a_name_belongs_to_the_country_told_beside_it() -> None:
    event = surest("Malian soldiers shelled Chad.")
    assert [(actor.country, actor.sectors) for actor in event.sources] == [("MLI", ("MIL",))]


# --- when, where, how many


def test_the_date_of_saying_is_not_the_date_of_the_act() -> None:
    event = surest("Latvia said on Monday that Chad shelled Mali on Saturday.", "2004-04-15")
    assert str(event.when) == "2004-04-10"


def test_a_noun_takes_the_date_in_its_own_phrase() -> None:
    [attack] = [
        event for event in tell("Chad criticized Mali over the May 2005 bloodshed in Mopti.") if event.type == "ASSAULT"
    ]
    assert (str(attack.when), attack.place and attack.place.name) == ("2005-05", "Mopti")


def test_what_happened_years_before_is_history() -> None:
    events = tell("Chad left the treaty with Mali in 1999. Today it asked Mali for help.", "2004-04-15")
    assert [(event.type.value, event.status.value) for event in events] == [
        ("SANCTION", "historical"),
        ("REQUEST", "occurred"),
    ]


def test_an_undated_text_has_no_history() -> None:
    assert surest("Chad left the treaty with Mali in 1999.").status == "occurred"


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("Rebels killed 46 Malian soldiers and wounded five others.", ["46 killed", "5 injured"]),
        ("At least 1,200 Malians were killed in the attack.", ["at least 1200 killed"]),
        ("Police arrested more than 100 Malian miners.", ["at least 100 arrested"]),
        ("Up to 30 people died in bombings in Mali.", ["at most 30 killed"]),
        ("Dozens of Malians were killed in the raid.", ["at least 24 killed"]),
        ("Rebels killed the Malian general on 12 March.", []),
    ],
)
def test_victims_are_counted(text: str, tolls: list[str]) -> None:
    assert [str(toll) for toll in surest(text, "2004-04-15").magnitudes] == tolls


# --- the same event told twice


def test_an_event_told_twice_is_one_with_both_as_evidence() -> None:
    text = "Rebels attacked the Malian port on Monday. Some 12 people were killed in the attack."
    [event] = tell(text, "2004-04-15")
    assert [text[span.slice] for span in (event.span, *event.repeats)] == text.replace("Monday. ", "Monday.\n").split(
        "\n"
    )
    assert [str(toll) for toll in event.magnitudes] == ["12 killed"]


def test_one_act_told_twice_in_a_sentence_is_one() -> None:
    [event] = tell("At least 15 Malians were killed when soldiers opened fire on protesters in Mopti.")
    assert [str(toll) for toll in event.magnitudes] == ["at least 15 killed"]


def test_what_is_only_asked_for_has_not_happened() -> None:
    events = tell("Thousands of miners rallied in Mali to demand the resignation of the premier.")
    assert [event.type.value for event in events] == ["PROTEST"]


def test_acts_on_two_days_stay_two() -> None:
    assert len(tell("Chad shelled Mali on Monday. Chad shelled Mali on Tuesday.", "2004-04-15")) == 2


def test_acts_against_two_countries_stay_two() -> None:
    assert len(tell("Chad condemned Mali. Chad condemned Latvia.")) == 2


def test_a_noun_that_points_back_is_no_event_of_its_own() -> None:
    text = "The Malian premier visited Chad on Monday. Latvia noted that the visit was short."
    [event] = tell(text, "2004-04-15")
    assert len(event.repeats) == 1


# --- speech


def test_an_event_in_a_quotation_names_it_and_we_is_the_speaker() -> None:
    article = PARSER.parse('"We condemn the Latvian law," Malian President Sira Keita said.')
    [event] = article.events
    assert (event.type, [actor.name for actor in event.sources]) == ("ACCUSE", ["Sira Keita"])
    assert event.reported_by == article.quotes[0].id


# --- what the neighbors are complained of


def test_actor_act_and_place_come_from_one_sentence() -> None:
    [event] = tell("Latvia's premier spoke in Nukus. Miners slept in Brno. Chad shelled a port.", "2004-04-15")
    assert (event.type, countries(event.sources), event.place) == ("ASSAULT", ["TCD"], None)


def test_actor_and_place_come_from_one_clause() -> None:
    event = surest("The Malian premier, who was born in Brno, met Latvia's president in Nukus.")
    assert event.place is not None
    assert event.place.name == "Nukus"


@pytest.mark.parametrize(
    "text",
    [
        "Chad signed a treaty on salt.",
        "Mali's parliament passed a law on mining.",
        "Latvia mobilized 2,000 reservists.",
        "The Slovak president resigned over a ferry.",
    ],
)
def test_a_thing_is_no_target(text: str) -> None:
    assert surest(text).targets == ()


@pytest.mark.parametrize("verb", ["defenestrated", "pondered", "counted", "painted", "inherited"])
def test_an_unknown_act_has_no_default_type(verb: str) -> None:
    assert tell(f"Chad {verb} the Malian minister.") == ()


def test_every_event_names_a_row_of_the_tables() -> None:
    knowledge = Knowledge()
    rows = {row[0] for row in knowledge.table("event-patterns")} | {"must"}
    nouns = {noun for row in knowledge.table("event-nouns") for noun in row[1].split()}
    agreeing = {verb for row in knowledge.table("event-operators") if row[0] == "agree*" for verb in row[1].split()}
    lines = (Path(__file__).parent / "takes.tsv").read_text(encoding="utf-8").splitlines()
    for text in [line.split("\t")[2] for line in lines if not line.startswith("#")]:
        for event in tell(text):
            rule = event.rule.removesuffix(" under an operator")
            assert rule in rows or rule in agreeing or rule.removeprefix("noun ") in nouns


@pytest.mark.parametrize("times", [2, 5, 20])
def test_an_act_told_many_times_is_one_event(times: int) -> None:
    text = " ".join(["Chad shelled the Malian town of Mopti on 3 May 2004."] * times)
    [event] = tell(text, "2004-05-05")
    assert len(event.repeats) == times - 1


# --- who is meant


@pytest.mark.parametrize(
    ("text", "sources", "targets"),
    [
        ("The president of Chad met Latvia's premier.", ["TCD"], ["LVA"]),
        ("Malian troops were sent to Chad.", ["MLI"], ["TCD"]),
        ("Mali closed its embassy in Chad.", ["MLI"], ["TCD"]),
        ("Latvia opened a hospital in Chad.", ["LVA"], ["TCD"]),
        ("Mali filed a lawsuit with a Latvian court against Chad.", ["MLI"], ["TCD"]),
        ("Chad told Mali to leave.", ["TCD"], ["MLI"]),
        ("Guatemala condemned Chad.", ["GTM"], ["TCD"]),
    ],
)
def test_who_is_meant_is_told_by_the_phrase(text: str, sources: list[str], targets: list[str]) -> None:
    event = surest(text)
    assert (countries(event.sources), countries(event.targets)) == (sources, targets)


@pytest.mark.parametrize("spelling", ["recognize", "recognise"])
def test_both_spellings_of_a_verb_are_known(spelling: str) -> None:
    assert surest(f"Latvia {spelling}d Chad.").type == "SUPPORT"


def test_a_participle_with_its_agent_tells_an_event_where_no_verb_does() -> None:
    event = surest("The bodies of two Latvian hostages killed by Malian rebels were found on Monday.")
    assert (event.type, countries(event.sources)) == ("ASSAULT", ["MLI"])
    assert event.confidence <= 0.5


# --- silence


@pytest.mark.parametrize(
    "text",
    [
        "Rain will hit the coast on Friday.",
        "Acme Corp. sold 300 ferries to Bolt Inc.",
        "Latvia beat Estonia in the semifinal on Saturday.",
        "The striker shot wide and Slovakia lost the match.",
        "Acme shares fell after investors rejected the offer.",
        "The Latvian index dropped to a record low.",
        "",
    ],
)
def test_sports_markets_and_weather_are_passed_over(text: str) -> None:
    assert tell(text) == ()


# --- any text


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "Chad Mali Latvian soldiers said must not will killed attack the on talks agreed who , . ( ; 12 's".split()
        ),
        max_size=60,
    )
)
def test_any_jumble_of_triggers_parses_and_spans_lie_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for event in tell(text):
        assert 0 <= event.span.start <= event.trigger.start < event.trigger.end <= event.span.end <= len(text)
        assert event.sources or event.targets or event.when or event.place or event.magnitudes
        assert event.rule


def test_two_runs_give_the_same_events() -> None:
    text = "Chad and Mali agreed to talks after soldiers killed 12 miners, officials said."
    assert tell(text) == Parser().parse(text).events
