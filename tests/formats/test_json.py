import json
import math
import re
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import uzru
from uzru import Article, FormatError, Interval, from_dict, from_json, to_dict, to_json
from uzru.formats.conversion import converter
from uzru.formats.reading import read_article
from uzru.formats.references import link
from uzru.model import Magnitude, Place

FIELDS = sorted(["schema", *(field.name for field in attrs.fields(Article))])
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=6),
    max_leaves=12,
)


@pytest.fixture(scope="module")
def whole(report: Article) -> Article:
    """An article in which every field of every class is set."""
    assert report.dateline is not None
    quote, *quotes = report.quotes
    event, *events = report.events
    deed = attrs.evolve(
        event,
        reciprocal=True,
        reported_by=quote.id,
        magnitudes=(Magnitude(kind="killed", low=1, high=2),),
    )
    return attrs.evolve(
        report,
        dateline=attrs.evolve(report.dateline, further=(Place(name="Omsk"),)),
        quotes=(attrs.evolve(quote, when=Interval.parse("2004-05-01/2004-05-02")), *quotes),
        events=(deed, *events),
    )


@pytest.fixture(scope="module")
def document(whole: Article) -> dict[str, Any]:
    return to_dict(whole)


def changed(document: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """The document with one value set; the path is written as errors write it."""
    document = json.loads(json.dumps(document))
    at: Any = document
    *steps, last = path.removeprefix("$.").replace("[", ".[").split(".")
    for step in steps:
        at = at[int(step[1:-1])] if step.startswith("[") else at[step]
    at[int(last[1:-1]) if last.startswith("[") else last] = value
    return document


def test_an_article_with_every_field_set_comes_back_equal(whole: Article) -> None:
    assert from_json(to_json(whole)) == whole


def test_actors_stand_once_and_are_named_by_id(whole: Article, document: dict[str, Any]) -> None:
    panin, ashdown = (actor["id"] for actor in document["actors"])
    assert document["mentions"][0]["actor"] == document["quotes"][0]["speaker"] == panin
    assert document["events"][0]["targets"] == [ashdown]
    assert to_json(whole).count('"Egor Panin"') == 2  # once in the page's table, once in the item's


def test_spans_are_pairs_and_dates_edtf(document: dict[str, Any]) -> None:
    assert document["quotes"][0]["spans"] == [[98, 120], [172, 193]]
    assert document["events"][0]["when"] == "2004-05-01/2004-05-03"
    assert document["actors"][0]["roles"][0]["held"] == "2001-03/.."


def test_in_memory_references_are_objects_again(document: dict[str, Any]) -> None:
    article = from_dict(document)
    assert article.quotes[0].speaker is article.actors[0]


def test_indented_and_compact_say_the_same(whole: Article) -> None:
    assert json.loads(to_json(whole, indent=2)) == json.loads(to_json(whole))


def test_bytes_are_read_too(whole: Article) -> None:
    assert from_json(to_json(whole).encode()) == whole


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
def test_a_fault_is_named_with_its_path(document: dict[str, Any], path: str, value: Any, said: str) -> None:
    with pytest.raises(FormatError) as caught:
        from_dict(changed(document, path, value))
    (where, message), *_ = caught.value.faults
    assert path.startswith(where)
    assert where.count("[") >= path.count("[") - 1
    assert said in message


def test_every_fault_is_told_at_once(document: dict[str, Any]) -> None:
    document = changed(document, "$.quotes[0].kind", "shouted")
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


def test_an_actor_that_stands_twice_is_a_fault(document: dict[str, Any]) -> None:
    with pytest.raises(FormatError, match="stands twice"):
        from_dict(changed(document, "$.actors", [document["actors"][0]] * 2))


def test_an_invariant_that_breaks_is_a_fault(document: dict[str, Any]) -> None:
    with pytest.raises(FormatError, match="not what its spans say"):
        from_dict(changed(document, "$.quotes[0].text", "We go"))


@pytest.mark.parametrize("schema", ["uzru/2", "uzru/0", "other/1", None, 1, "uzru/1.x", "uzru/" + "9" * 5000])
def test_an_unknown_version_is_refused(document: dict[str, Any], schema: Any) -> None:
    with pytest.raises(FormatError, match=r"\$\.schema"):
        from_dict(changed(document, "$.schema", schema))


def test_a_newer_minor_version_is_read_with_a_warning_and_without_what_is_new(
    whole: Article, document: dict[str, Any]
) -> None:
    newer = changed(document, "$.schema", "uzru/1.9")
    newer["mood"] = "gloomy"
    newer["quotes"][0]["tone"] = newer["actors"][0]["age"] = "old"
    with pytest.warns(UserWarning, match=r"uzru/1\.9 is newer"):
        assert from_dict(newer) == whole


@pytest.mark.parametrize(
    "document",
    ["", "{", "[]", "null", "7", '"text"', "[" * 100_000, '{"a":' * 100_000, "{}", b"\xff\xfe", "1" * 5000],
    ids=range(11),
)
def test_what_is_no_document_is_a_format_error(document: str | bytes) -> None:
    with pytest.raises(FormatError):
        from_json(document)


@given(JSON_VALUES)
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


def test_the_fast_reader_takes_every_document_as_it_is_written(document: dict[str, Any], whole: Article) -> None:
    for article in (whole, *uzru.load_seeds()):
        plain = to_dict(article)
        del plain["schema"]
        assert read_article(plain) == article


def steps(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The paths to all that a JSON value holds."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, inner in pairs for found in [(*path, key), *steps(inner, (*path, key))]]


@given(st.data())
def test_the_fast_reader_takes_nothing_that_the_classes_would_not_take(
    document: dict[str, Any], data: st.DataObject
) -> None:
    """What is changed anywhere is read alike by both, or refused by the fast one."""
    plain = json.loads(json.dumps(document))
    del plain["schema"]
    *way, last = data.draw(st.sampled_from(steps(plain)))
    at = plain
    for step in way:
        at = at[step]
    match data.draw(st.sampled_from(["change", "leave out", "add"])):
        case "change":
            at[last] = data.draw(JSON_VALUES | st.sampled_from(["direct", "2004", "P3W", "1999/..", [0, 1], [2, 1]]))
        case "leave out":
            del at[last]
        case _ if isinstance(at, dict):
            at["mood"] = "gloomy"
    try:
        article = read_article(plain)
    except Exception:
        return
    assert article == converter().structure(link(plain, [], strict=True), Article)


@pytest.mark.parametrize("read", [from_json, lambda text: from_dict(json.loads(text))], ids=["text", "dict"])
def test_reading_a_faulty_document_leaves_it_as_it_was(document: dict[str, Any], read: Any) -> None:
    faulty = changed(document, "$.quotes[0].kind", "shouted")
    before = json.dumps(faulty)
    with pytest.raises(FormatError):
        read(before)
    with pytest.raises(FormatError):
        from_dict(faulty)
    assert json.dumps(faulty) == before


def nested(depth: int) -> str:
    """An empty article that holds one that holds one, so many times."""
    schema, rest = to_json(Article(text="")).split(",", 1)
    head, tail = rest.split('"items": []')
    opening, closing = head + '"items": [{', "}]" + tail.removesuffix("}")
    return f"{schema},{opening * depth}{rest.removesuffix('}')}{closing * depth}}}"


def test_an_item_is_one_report_and_what_is_nested_without_end_is_refused() -> None:
    assert from_json(nested(1)).items[0].text == ""
    with pytest.raises(FormatError, match=r"items\[0\] has items of its own"):
        from_json(nested(2))
    for depth in (1_500, 50_000):
        with pytest.raises(FormatError, match="nested deeper than any article"):
            from_json(nested(depth))


def test_a_quotation_lasts_no_three_weeks(document: dict[str, Any]) -> None:
    with pytest.raises(FormatError, match="'P3W' is no PartialDate or Interval"):
        from_dict(changed(document, "$.quotes[0].when", "P3W"))
