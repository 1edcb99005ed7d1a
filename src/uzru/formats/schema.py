"""JSON Schema (2020-12) of canonical JSON, read off the classes."""

from __future__ import annotations

import inspect
import re
import types
from collections.abc import Mapping
from enum import StrEnum
from importlib.resources import files
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

import attrs

from uzru.formats.json import SCHEMA
from uzru.model import Actor, Article, Duration, Event, EventType, Interval, Magnitude, PartialDate, Span
from uzru.model.actor import SECTORS
from uzru.model.plover import CONTEXTS, MODES

__all__ = ["json_schema", "shipped_schema"]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

# Dates in EDTF (ISO 8601-2) as `PartialDate.parse` reads them; what the calendar lacks (31 June) is left to the reader.
_CLOCK = "(?:[01][0-9]|2[0-4])(?::[0-5][0-9](?::[0-5][0-9]|:60)?)?(?:Z|[+-][0-9]{2}:[0-9]{2})?|[A-Z]{2}"
_IN_YEAR = "-(?:0[1-9]|1[0-2]|XX)(?:-(?:[0-9]{2}|XX))?|-(?:2[1-4]|3[3-6]|4[01])|-W(?:[0-9]{2}|XX)(?:-(?:[1-7]|WE))?"
_DATE: Final = (
    f"(?:(?:PAST|PRESENT|FUTURE)_REF|(?:-?[0-9]{{4}}|XXXX|Y-?[0-9]{{5,9}})(?:{_IN_YEAR})?|[0-9]{{3}}X|[0-9]{{2}}XX|(?=T))"
    f"(?:T(?:{_CLOCK}))?[~?%]?(?:@(?:early|mid|late|before|after))?"
)
_COUNT = "[0-9]{1,9}(?:\\.[0-9]{1,3})?"
_DURATION: Final = (
    "P(?:X[YMWDQECX]|TX[HMS]|(?=[0-9T])"
    + "".join(f"(?:{_COUNT}{unit})?" for unit in "YMWD")
    + "(?:T(?=[0-9])"
    + "".join(f"(?:{_COUNT}{unit})?" for unit in "HMS")
    + ")?)~?(?:@(?:[a-z]+))?"
)
_INTERVAL: Final = f"(?:{_DATE}|\\.\\.)/(?:{_DATE}|\\.\\.)"
_LEAVES: Final[Mapping[Any, dict[str, Any]]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    Span: {"$ref": "#/$defs/Span"},
    PartialDate: {"$ref": "#/$defs/PartialDate"},
    Interval: {"$ref": "#/$defs/Interval"},
    Duration: {"$ref": "#/$defs/Duration"},
}
_LEAF_DEFS: Final = {
    "Span": {
        "description": "A half-open range of code points of the text: [start, end].",
        "type": "array",
        "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 0}],
        "items": False,
        "minItems": 2,
    },
    "PartialDate": {
        "description": "A date as exact as the text gives it, in EDTF (ISO 8601-2).",
        "type": "string",
        "pattern": f"^(?:{_DATE})$",
    },
    "Interval": {
        "description": "From one date to another, both included, in EDTF; '..' is an open end.",
        "type": "string",
        "pattern": f"^(?:{_INTERVAL})$",
    },
    "Duration": {
        "description": "A length of time that is tied to no date, as in ISO 8601 and TIMEX3.",
        "type": "string",
        "pattern": f"^(?:{_DURATION})$",
    },
}

# What the classes' validators ask beyond the types.
_NAME: Final = {"pattern": "\\S"}
_COUNTRY: Final = {"pattern": "^[A-Z]{3}$"}
_NARROWED: Final[Mapping[tuple[str, str], dict[str, Any]]] = {
    ("Actor", "name"): _NAME,
    ("Place", "name"): _NAME,
    ("Role", "title"): _NAME,
    ("Actor", "sectors"): {"items": {"enum": sorted(SECTORS)}},
    ("Event", "contexts"): {"items": {"enum": sorted(CONTEXTS)}},
    ("Quote", "spans"): {"minItems": 1},
    ("Quote", "confidence"): {"minimum": 0, "maximum": 1},
    ("Event", "confidence"): {"minimum": 0, "maximum": 1},
}


def json_schema() -> dict[str, Any]:
    """The schema that every document of `to_json` meets.

    It cannot say that a span lies within the text, that an id names an actor of the table, or that a month has 30 days:
    `from_json` checks these as well.

    >>> schema = json_schema()
    >>> schema["properties"]["schema"], schema["$defs"]["Quote"]["properties"]["kind"]["enum"]
    ({'const': 'uzru/1'}, ['direct', 'mixed', 'indirect'])
    """
    walker = _Walker()
    whole = walker.record(Article)
    walker.definitions["Article"] = dict(whole)
    return {
        "$schema": _DIALECT,
        "$id": f"urn:uzru:schema:{SCHEMA.split('/')[1]}",
        "title": f"Canonical JSON of uzru, {SCHEMA}",
        **whole,
        "properties": {"schema": {"const": SCHEMA}, **whole["properties"]},
        "required": ["schema", *whole["required"]],
        "$defs": dict(sorted((_LEAF_DEFS | walker.definitions).items())),
    }


def shipped_schema() -> str:
    """The text of the schema file that travels with the package: `json_schema()`, indented.

    >>> import json
    >>> json.loads(shipped_schema()) == json_schema()
    True
    """
    return files("uzru.formats").joinpath(f"{SCHEMA.replace('/', '-')}.schema.json").read_text(encoding="utf-8")


class _Walker:
    """Goes through the classes from one, and keeps a definition of each that it meets."""

    def __init__(self) -> None:
        self.definitions: dict[str, Any] = {}

    def record(self, cls: type[attrs.AttrsInstance]) -> dict[str, Any]:
        hints, told = get_type_hints(cls), _attribute_texts(cls)
        properties = {}
        for field in attrs.fields(cls):
            schema = self.value(hints[field.name], table=cls is Article)
            schema |= _narrowed(cls, field.name)
            if field.name in told:
                schema["description"] = told[field.name]
            properties[field.name] = schema
        return {
            "description": _first_line(cls),
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
            **_RULES.get(cls, {}),
        }

    def value(self, hint: Any, *, table: bool) -> dict[str, Any]:
        """The schema of a field's type; `table` tells that actors stand here in full, and not as their ids."""
        hint = getattr(hint, "__supertype__", hint)
        if get_origin(hint) in (Union, types.UnionType):
            return _any_of([self.value(one, table=table) for one in get_args(hint)])
        if get_origin(hint) is tuple:
            return {"type": "array", "items": self.value(get_args(hint)[0], table=table)}
        if hint is types.NoneType:
            return {"type": "null"}
        if hint in _LEAVES:
            return dict(_LEAVES[hint])
        if issubclass(hint, StrEnum):
            return {"enum": [str(word) for word in hint]}
        if hint is Actor and not table:
            return {"type": "string", "description": "the id of one of the actors"}
        if hint is not Article and hint.__name__ not in self.definitions:
            self.definitions[hint.__name__] = {}  # so that a class that holds itself ends the walk
            self.definitions[hint.__name__] = self.record(hint)
        return {"$ref": f"#/$defs/{hint.__name__}"}


def _any_of(schemas: list[dict[str, Any]]) -> dict[str, Any]:
    """One of these; a plain type that may be null is written short."""
    plain = [schema for schema in schemas if schema != {"type": "null"}]
    if len(plain) == 1 and set(plain[0]) == {"type"}:
        return {"type": [plain[0]["type"], "null"]}
    if len(plain) == 1 and set(plain[0]) == {"enum"}:
        return {"enum": [*plain[0]["enum"], None]}
    return {"anyOf": schemas}


def _narrowed(cls: type, name: str) -> dict[str, Any]:
    return _COUNTRY if name == "country" else _NARROWED.get((cls.__name__, name), {})


def _modes() -> list[dict[str, Any]]:
    """Each type has modes of its own."""
    return [
        {
            "if": {"properties": {"type": {"const": str(type_)}}},
            "then": {"properties": {"modes": {"items": {"enum": sorted(MODES[type_])}}}},
        }
        for type_ in EventType
        if MODES[type_]
    ] + [
        {
            "if": {"properties": {"type": {"enum": [str(type_) for type_ in EventType if not MODES[type_]]}}},
            "then": {"properties": {"modes": {"maxItems": 0}}},
        }
    ]


_RULES: Final[Mapping[type, dict[str, Any]]] = {
    Event: {"allOf": _modes()},
    Magnitude: {
        "anyOf": [{"properties": {name: {"type": "integer"}}} for name in ("low", "high")],
    },
}


def _first_line(cls: type) -> str:
    return (inspect.getdoc(cls) or "").split("\n", 1)[0]


def _attribute_texts(cls: type) -> dict[str, str]:
    """What the `Attributes:` section of the docstring says of each field, on one line."""
    _, _, section = (inspect.getdoc(cls) or "").partition("Attributes:\n")
    section = section.split("\n\n", 1)[0]
    found = re.findall(r"^    (\w+): (.*(?:\n     +.*)*)", section, re.MULTILINE)
    return {name: " ".join(text.split()) for name, text in found}
