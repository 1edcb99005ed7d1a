import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import uzru
from uzru import Article, Corpus, FormatError, from_dict, to_dict, to_json
from uzru.formats.schema import json_schema, shipped_schema
from uzru.model.when import parse_when
from uzru.testing import news_texts

jsonschema = pytest.importorskip("jsonschema")
VALIDATOR = jsonschema.Draft202012Validator(json_schema())


def faults(document: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(document)]


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())


def test_the_shipped_file_is_the_generated_schema() -> None:
    assert json.loads(shipped_schema()) == json_schema()


def test_an_article_with_every_field_set_validates(report: Article, two_reports: Corpus) -> None:
    assert [faults(json.loads(to_json(article))) for article in (report, *two_reports)] == [[], [], []]


def test_the_seeds_validate() -> None:
    assert [faults(to_dict(article)) for article in uzru.load_seeds()] == [[], []]


@given(news_texts())
def test_whatever_is_parsed_validates(text: str) -> None:
    assert faults(json.loads(to_json(uzru.parse(text, date="2004-05-02")))) == []


def test_every_field_is_described(report: Article) -> None:
    schema = json_schema()
    for name, definition in schema["$defs"].items():
        assert definition["description"], name
        for field, value in definition.get("properties", {}).items():
            assert value.get("description"), f"{name}.{field}"


@pytest.mark.parametrize(
    "text",
    "2004-04-15 2004-04 2004 199X 19XX 2004-21~ 2004-33 2004-41 2004-W16 XXXX-05-30 XXXX-WXX-5 1998-W10-WE T10:30 "
    "2004-04-15TMO 2004-04-15T10:30:00+05:00 PRESENT_REF 2004-04@early -0044-03-15 Y12000 2004% XXXX-XX-07".split(),
)
def test_a_date_is_a_date_to_schema_and_reader_alike(text: str) -> None:
    assert str(parse_when(text)) == text
    check = VALIDATOR.evolve(schema={"$ref": "#/$defs/PartialDate", "$defs": json_schema()["$defs"]})
    assert check.is_valid(text)
    assert not check.is_valid(text + "!")
    assert not check.is_valid(f"{text}/..")


@given(
    st.text(alphabet="0123456789XWPTYMDH-/.~?%@earlymido:Z+QS_RF", max_size=14) | st.from_regex(r"\d{4}(-\d\d){0,2}")
)
def test_whatever_the_reader_takes_for_a_date_the_schema_takes_too(text: str) -> None:
    try:
        when = parse_when(text)
    except uzru.DateError:
        return
    definitions = json_schema()["$defs"]
    check = VALIDATOR.evolve(schema={"$ref": f"#/$defs/{type(when).__name__}", "$defs": definitions})
    assert check.is_valid(str(when))


def values(document: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every value of a document."""
    inner = (
        document.items() if isinstance(document, dict) else enumerate(document) if isinstance(document, list) else ()
    )
    return [path, *(found for key, value in inner for found in values(value, (*path, key)))]


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 300)
    | st.sampled_from([0.5, 7.5])
    | st.sampled_from(
        ["", " ", "2004-05", "P2D", "KAZ", "kaz", "visit", "CONSULT", "person", "quote-1", "GOV", "../.."]
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["span", "name", "kind"]), inner),
    max_leaves=4,
)

BEYOND_A_SCHEMA = (
    "names no actor of the table",
    "stands twice",
    "does not end before it starts",
    "the article breaks what its class promises",
    "which lies in no piece of the content",
    "no such day",
    "no such week",
    "needs a day",
    "no such time of day",
    "ends before it starts",
    "an interval has at least one end",
    "the parts contradict each other",
    "is no range of people",
    "an empty date says nothing",
    "leave `precision` out",
    "this is no decade",
)


@given(st.data())
def test_a_document_that_the_schema_accepts_loads_unless_it_contradicts_itself(data: st.DataObject) -> None:
    document = copy.deepcopy(DOCUMENT)
    path = data.draw(st.sampled_from(PATHS))
    at = document
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = data.draw(json_values)
    accepted = not faults(document)
    try:
        from_dict(document)
    except FormatError as error:
        if accepted:
            for _, message in error.faults:
                assert any(said in message for said in BEYOND_A_SCHEMA), message
    else:  # canonical JSON has every field; the reader takes its default for one that is missing
        assert all("is a required property" in fault for fault in faults(document))


@pytest.fixture(autouse=True, scope="module")
def _document(report: Article) -> None:
    global DOCUMENT, PATHS
    DOCUMENT = to_dict(report)
    PATHS = [path for path in values(DOCUMENT) if path]


DOCUMENT: Any = None
PATHS: Any = None


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), "uzru/2"),
        (("quotes", 0, "kind"), "shouted"),
        (("quotes", 0, "spans"), []),
        (("quotes", 0, "spans", 0), [1]),
        (("quotes", 0, "spans", 0), [1, 2, 3]),
        (("quotes", 0, "confidence"), 1.5),
        (("actors", 0, "sectors"), ["KGB"]),
        (("actors", 0, "country"), "KZ"),
        (("actors", 0, "name"), " "),
        (("events", 0, "modes"), ["troops"]),
        (("events", 0, "contexts"), ["weather"]),
        (("events", 1, "magnitudes", 0), {"kind": "killed", "low": None, "high": None}),
        (("published",), "P2D"),
        (("published",), "May"),
        (("items", 0, "schema"), "uzru/1"),
    ],
)
def test_what_the_classes_refuse_the_schema_refuses(path: tuple[Any, ...], value: Any) -> None:
    document = copy.deepcopy(DOCUMENT)
    at = document
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    assert faults(document)
    with pytest.raises(FormatError):
        from_dict(document)


PAGES = sorted((Path(__file__).parents[1] / "fixtures" / "pages").glob("**/*.txt"))


@pytest.mark.parametrize("page", PAGES[::4], ids=lambda page: page.stem)
def test_pages_of_every_house_style_validate(page: Path) -> None:
    assert faults(json.loads(to_json(uzru.parse(page.read_text(encoding="utf-8"))))) == []


def test_there_are_pages_to_validate() -> None:
    assert len(PAGES) > 20
