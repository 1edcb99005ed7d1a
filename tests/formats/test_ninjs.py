import json
from typing import Any

import attrs
import pytest
from hypothesis import given

import uzru
from uzru import Article
from uzru.formats.ninjs import to_ninjs
from uzru.testing import news_texts

TEXT = {"type": "string"}
COUNT = {"type": "integer"}
URI = {"type": "string", "pattern": r"^[a-z][a-z0-9+.-]*:\S+$"}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"}


def rows(required: str = "", **fields: Any) -> dict[str, Any]:
    return {"type": "array", "minItems": 1, "items": closed(required, **fields)}


def closed(required: str = "", **fields: Any) -> dict[str, Any]:
    return {"type": "object", "properties": fields, "required": required.split(), "additionalProperties": False}


jsonschema = pytest.importorskip("jsonschema")

# The fields of ninjs 3.1 that are written, with what the standard says of each.
FIELDS = {
    "uri": URI,
    "type": {"enum": ["text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"]},
    "representationType": {"enum": ["full", "partial"]},
    "standard": closed(name=TEXT, version=TEXT, schema=URI),
    "contentCreated": MOMENT,
    "language": TEXT,
    "headlines": rows("value", role=TEXT, contentType=TEXT, value=TEXT),
    "descriptions": rows("value", role=TEXT, contentType=TEXT, value=TEXT),
    "bodies": rows("value", role=TEXT, contentType=TEXT, charCount=COUNT, wordCount=COUNT, value=TEXT),
    "by": TEXT,
    "located": TEXT,
    "infoSources": rows(name=TEXT, role=TEXT, uri=URI, literal=TEXT),
    "people": rows(name=TEXT, rel=TEXT, uri=URI, literal=TEXT),
    "organisations": rows(name=TEXT, rel=TEXT, uri=URI, literal=TEXT),
    "places": rows(name=TEXT, rel=TEXT, uri=URI, literal=TEXT),
    "events": rows(id=TEXT, name=TEXT, rel=TEXT, uri=URI, literal=TEXT),
    "altIds": rows(role=TEXT, value=TEXT),
}
ASSOCIATIONS = rows("name uri", name=TEXT, rel=TEXT, **FIELDS)
ITEM = jsonschema.Draft202012Validator(closed("uri", associations=ASSOCIATIONS, **FIELDS))


def test_an_article_with_every_field_set_meets_the_standard(report: Article) -> None:
    item = to_ninjs(report)
    assert [error.message for error in ITEM.iter_errors(json.loads(json.dumps(item)))] == []
    assert item["uri"] == "https://example.org/mint"
    assert item["headlines"] == [{"value": report.headline}]
    assert item["located"] == "Brno"
    assert item["by"] == "Joan Lee, editor, RFE/RL"


def test_a_quotation_is_an_associated_item_with_its_speaker_as_source(report: Article) -> None:
    first, second = to_ninjs(report)["associations"]
    assert first["bodies"][0]["value"] == report.quotes[0].text
    assert [(source["name"], source["role"]) for source in first["infoSources"]] == [
        ("Egor Panin", "speaker"),
        ("Neil Ashdown", "addressee"),
    ]
    assert second["name"] == "indirect quotation"


def test_a_moment_needs_hour_and_zone(report: Article) -> None:
    assert "contentCreated" not in to_ninjs(report)
    exact = attrs.evolve(report, published=uzru.PartialDate.parse("2004-05-02T10:30:00Z"))
    assert to_ninjs(exact)["contentCreated"] == "2004-05-02T10:30:00Z"


@given(news_texts())
def test_any_text_meets_the_standard(text: str) -> None:
    assert [error.message for error in ITEM.iter_errors(to_ninjs(uzru.parse(text)))] == []
