import json
import math
import re
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import uzru
from uzru import Article, FormatError, Span, from_dict, from_json, parse_when, to_dict, to_json
from uzru.model import (
    Actor,
    Block,
    Credit,
    Cue,
    Dateline,
    DateMention,
    Duration,
    Event,
    EventId,
    Interval,
    Link,
    Magnitude,
    Mention,
    PartialDate,
    Place,
    PlaceMention,
    Quote,
    QuoteId,
    Role,
    Source,
)

TEXT = 'Brno, 2 May 2004 -- "We stay [here]," said President Egor Panin in Nukus. Three weeks. Other News'


def whole() -> Article:
    """An article in which every field of every class is set."""
    held = parse_when("2001-03/..")
    when = parse_when("2004-05-01/2004-05-02")
    assert isinstance(held, Interval)
    assert isinstance(when, Interval)
    role = Role(title="president", organization="Mint", country="KAZ", held=held)
    panin = Actor(
        name="Egor Panin",
        kind="person",
        country="KAZ",
        sectors=("GOV",),
        aliases=("Panin",),
        roles=(role,),
        wikidata="Q1",
    )
    nobody = Actor(name="Neil Ashdown", kind="person")
    quote = Quote(
        id=QuoteId("quote-1"),
        kind="direct",
        spans=(Span(21, 36),),
        verbatim=(Span(21, 36),),
        text=TEXT[21:36],
        speaker=panin,
        speaker_span=Span(53, 63),
        cue=Cue(span=Span(38, 42), lemma="say"),
        addressee=nobody,
        addressee_span=Span(0, 4),
        when=when,
        insertions=(Span(29, 35),),
        elisions=(Span(21, 22),),
        confidence=0.5,
        rule="before",
    )
    pulled = Quote(id=QuoteId("quote-2"), kind="direct", spans=(Span(21, 23),), text="We", repeats=quote.id)
    event = Event(
        id=EventId("event-1"),
        type="CONSULT",
        modes=("visit",),
        contexts=("diplomatic",),
        status="planned",
        sources=(panin,),
        targets=(nobody,),
        reciprocal=True,
        when=when,
        place=Place(name="Nukus", country="UZB"),
        span=Span(0, 20),
        repeats=(Span(30, 40),),
        trigger=Span(38, 42),
        reported_by=quote.id,
        magnitudes=(Magnitude(kind="killed", low=1, high=2),),
        inner="AID",
        confidence=0.25,
        rule="say",
    )
    weeks = parse_when("P3W")
    assert isinstance(weeks, Duration)
    day = PartialDate.parse("2004-05-02")
    return Article(
        text=TEXT,
        blocks=(
            Block(kind="dateline", span=Span(0, 19)),
            Block(kind="answer", span=Span(20, len(TEXT)), label=Span(20, 22), repeats=Span(0, 4)),
        ),
        headline="A mint",
        summary="It stays.",
        dateline=Dateline(
            span=Span(0, 19),
            place=Place(name="Brno", country="CZE"),
            further=(Place(name="Omsk"),),
            date=day,
            agency="RFE/RL",
        ),
        published=day,
        byline=(Credit(name="A", span=Span(0, 1), role="editor", organization="O", place="Omsk"),),
        contributors=(Credit(name="B", span=Span(0, 1)),),
        credits=(Credit(name="C", span=Span(0, 1)),),
        related=(Link(title="Other News", span=Span(87, 97), url="https://example.org/"),),
        language="en",
        source=Source(url="https://example.org/a", path="a.txt", publisher="P", style="rferl"),
        actors=(panin, nobody),
        mentions=(Mention(span=Span(53, 63), actor=panin, form="title", role=role, why=("after a title",)),),
        places=(PlaceMention(span=Span(67, 72), place=Place(name="Nukus", country="UZB")),),
        dates=(
            DateMention(span=Span(6, 16), type="DATE", value=day, anchor=day, rule="full date"),
            DateMention(span=Span(74, 85), type="DURATION", value=weeks),
            DateMention(span=Span(74, 79), type="SET", value=None),
        ),
        quotes=(quote, pulled),
        events=(event,),
        items=(Article(text=TEXT[0:20], offset=0), Article(text=TEXT[20:30], offset=20, actors=(panin,))),
    )


WHOLE = to_dict(whole())


def changed(path: str, value: Any) -> dict[str, Any]:
    """The whole document with one value set; the path is written as errors write it."""
    document = json.loads(json.dumps(WHOLE))
    at = document
    *steps, last = path.removeprefix("$.").replace("[", ".[").split(".")
    for step in steps:
        at = at[int(step[1:-1])] if step.startswith("[") else at[step]
    at[int(last[1:-1]) if last.startswith("[") else last] = value
    return document  # type: ignore[no-any-return]


def test_an_article_with_every_field_set_comes_back_equal() -> None:
    assert from_json(to_json(whole())) == whole()


def test_actors_stand_once_and_are_named_by_id() -> None:
    panin, ashdown = (actor["id"] for actor in WHOLE["actors"])
    assert WHOLE["mentions"][0]["actor"] == WHOLE["quotes"][0]["speaker"] == panin
    assert WHOLE["events"][0]["targets"] == [ashdown]
    assert to_json(whole()).count('"Egor Panin"') == 2  # once in the page's table, once in the item's


def test_spans_are_pairs_and_dates_edtf() -> None:
    assert WHOLE["quotes"][0]["spans"] == [[21, 36]]
    assert WHOLE["events"][0]["when"] == "2004-05-01/2004-05-02"
    assert WHOLE["actors"][0]["roles"][0]["held"] == "2001-03/.."


def test_in_memory_references_are_objects_again() -> None:
    article = from_dict(WHOLE)
    assert article.quotes[0].speaker is article.actors[0]


def test_indented_and_compact_say_the_same() -> None:
    assert json.loads(to_json(whole(), indent=2)) == json.loads(to_json(whole()))


def test_bytes_are_read_too() -> None:
    assert from_json(to_json(whole()).encode()) == whole()


def test_a_character_in_two_halves_is_refused_for_json_has_no_way_to_say_it() -> None:
    with pytest.raises(FormatError, match="split in two surrogates at 1; join them"):
        to_json(Article(text="a\ud83d\ude00"))


@given(st.text(alphabet=st.characters(), max_size=80))
def test_any_text_survives_even_lone_surrogates(text: str) -> None:
    assume(not re.search("[\ud800-\udbff][\udc00-\udfff]", text))
    article = Article(text=text)
    document = to_json(article)
    document.encode("utf-8")
    assert from_json(document) == article


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("$.quotes[0].kind", "shouted", "'shouted' is not one of direct, mixed, indirect"),
        ("$.quotes[0].spans[0]", [36, 21], "does not end before it starts"),
        ("$.quotes[0].spans[0]", [1.5, 2], "two whole numbers"),
        ("$.quotes[0].spans[0]", [True, 2], "two whole numbers"),
        ("$.quotes[0].speaker", "actor-0", "'actor-0' names no actor"),
        ("$.quotes[0].speaker", {}, "names no actor"),
        ("$.quotes[0].text", 7, "a string is wanted, not a number"),
        ("$.quotes[0].confidence", "high", "a number is wanted, not a string"),
        ("$.quotes[0].confidence", 7, "from 0 to 1"),
        ("$.events[0].reciprocal", 1, "true or false is wanted"),
        ("$.events[0].magnitudes[0].low", "3", "a whole number is wanted"),
        ("$.events[0].modes", "visit", "a list is wanted, not a string"),
        ("$.published", "2004-13", "2004-13"),
        ("$.published", "P3W", "no PartialDate"),
        ("$.actors[0].country", "KZ", "ISO 3166-1"),
        ("$.actors", None, "a list is wanted, not null"),
        ("$.items[0].actors", 3, "a list is wanted, not a number"),
    ],
)
def test_a_fault_is_named_with_its_path(path: str, value: Any, said: str) -> None:
    with pytest.raises(FormatError) as caught:
        from_dict(changed(path, value))
    (where, message), *_ = caught.value.faults
    assert path.startswith(where)
    assert where.count("[") >= path.count("[") - 1
    assert said in message


def test_every_fault_is_told_at_once() -> None:
    document = changed("$.quotes[0].kind", "shouted")
    document["events"][0]["type"] = "DANCE"
    del document["dateline"]["span"]
    document["mood"] = "gloomy"
    with pytest.raises(FormatError) as caught:
        from_dict(document)
    assert {path for path, _ in caught.value.faults} == {
        "$.quotes[0].kind",
        "$.events[0].type",
        "$.dateline.span",
        "$.mood",
    }


def test_an_actor_that_stands_twice_is_a_fault() -> None:
    with pytest.raises(FormatError, match="stands twice"):
        from_dict(changed("$.actors", [WHOLE["actors"][0]] * 2))


def test_an_invariant_that_breaks_is_a_fault() -> None:
    with pytest.raises(FormatError, match="not what its spans say"):
        from_dict(changed("$.quotes[0].text", "We go"))


@pytest.mark.parametrize("schema", ["uzru/2", "uzru/0", "other/1", None, 1, "uzru/1.x", "uzru/" + "9" * 5000])
def test_an_unknown_version_is_refused(schema: Any) -> None:
    with pytest.raises(FormatError, match=r"\$\.schema"):
        from_dict(changed("$.schema", schema))


def test_a_newer_minor_version_is_read_with_a_warning_and_without_what_is_new() -> None:
    document = changed("$.schema", "uzru/1.9")
    document["mood"] = "gloomy"
    document["quotes"][0]["tone"] = "dry"
    with pytest.warns(UserWarning, match=r"uzru/1\.9 is newer"):
        assert from_dict(document) == whole()


@pytest.mark.parametrize(
    "document",
    ["", "{", "[]", "null", "7", '"text"', "[" * 100_000, '{"a":' * 100_000, "{}", b"\xff\xfe", "1" * 5000],
    ids=range(11),
)
def test_what_is_no_document_is_a_format_error(document: str | bytes) -> None:
    with pytest.raises(FormatError):
        from_json(document)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(sorted(WHOLE)), inner, max_size=6),
        max_leaves=12,
    )
)
def test_no_json_value_raises_anything_but_a_format_error(value: Any) -> None:
    document = {"schema": "uzru/1", "text": "", "actors": [], **value} if isinstance(value, dict) else value
    try:
        loaded = from_dict(document)
    except FormatError:
        return
    assert not isinstance(document, dict) or math.isfinite(loaded.offset)


def test_a_parsed_article_round_trips() -> None:
    for article in uzru.load_seeds():
        assert from_json(to_json(article)) == article
