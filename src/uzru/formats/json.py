"""Canonical JSON: an article as one document that loads back equal, and says where it is faulty.

Actors stand once, in a table; all else names them by id.  Spans are `[start, end]`, dates EDTF strings.
"""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import cattrs
from cattrs.errors import AttributeValidationNote, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from uzru.errors import DateError, FormatError, ModelError
from uzru.model import (
    Actor,
    Article,
    Duration,
    Event,
    Interval,
    Mention,
    PartialDate,
    Quote,
    Span,
    parse_when,
)
from uzru.model.vocabulary import Vocabulary

__all__ = ["SCHEMA", "from_dict", "from_json", "to_dict", "to_json"]

SCHEMA = "uzru/1"
"""The version that documents carry: `uzru/MAJOR` or `uzru/MAJOR.MINOR`."""

_MAJOR, _MINOR = 1, 0
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_SPLIT_PAIR = re.compile(r"[\ud800-\udbff][\udc00-\udfff]")
_REFERENCES = {
    "mentions": ("actor",),
    "quotes": ("speaker", "addressee"),
    "events": ("sources", "targets"),
}


def to_dict(article: Article) -> dict[str, Any]:
    """An article as plain dicts, lists, strings and numbers.

    >>> import uzru
    >>> document = to_dict(uzru.parse("A mint opened."))
    >>> document["schema"], document["blocks"]
    ('uzru/1', [{'kind': 'paragraph', 'span': [0, 14], 'label': None, 'repeats': None}])
    """
    document: dict[str, Any] = {"schema": SCHEMA}
    document.update(_converter().unstructure(article))
    return document


def to_json(article: Article, *, indent: int | None = None) -> str:
    """An article as canonical JSON: the same article gives the same bytes everywhere.

    Lone surrogates are written as escapes, so that the result can always be encoded.

    Raises:
        FormatError: if the text holds both halves of a surrogate pair as two code points; JSON cannot tell them
            from the character that they stand for (RFC 8259, section 8.2).

    >>> import uzru
    >>> article = uzru.parse("A mint opened.")
    >>> from_json(to_json(article)) == article
    True
    """
    if split := _SPLIT_PAIR.search(article.text):
        repair = "text.encode('utf-16', 'surrogatepass').decode('utf-16', 'replace')"
        raise FormatError(
            [("$.text", f"a character is split in two surrogates at {split.start()}; join them by {repair}")]
        )
    text = json.dumps(to_dict(article), ensure_ascii=False, indent=indent)
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def from_json(document: str | bytes) -> Article:
    """The article that a canonical JSON document holds.

    Raises:
        FormatError: with every fault and its path, if it is no such document.

    Warns:
        UserWarning: if the document is of a newer minor version; what this version does not know is left out.
    """
    try:
        loaded = json.loads(document)
    except RecursionError:
        raise FormatError([("$", "nested deeper than any article; this is no canonical JSON")]) from None
    except UnicodeDecodeError as error:
        raise FormatError([("$", f"byte {error.start} is not UTF-8; save the document as UTF-8")]) from None
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise FormatError([("$", f"{where}: not JSON: {error.msg}")]) from None
    except ValueError as error:
        raise FormatError([("$", f"not JSON: {error}")]) from None
    return from_dict(loaded)


def from_dict(document: Any) -> Article:
    """The article that plain dicts and lists hold, as `to_dict` gives them.

    Raises:
        FormatError: with every fault and its path, if they hold none.

    Warns:
        UserWarning: if the document is of a newer minor version; what this version does not know is left out.
    """
    if not isinstance(document, dict):
        raise FormatError([("$", f"an object is wanted, not {_json_type(document)}")])
    lenient = _check_version(document.get("schema"))
    faults: list[tuple[str, str]] = []
    linked = _link(document, "$", faults)
    linked.pop("schema", None)
    if faults:
        raise FormatError(faults)
    try:
        return _converter(strict=not lenient, detailed=False).structure(linked, Article)
    except Exception:
        return _structure_again(linked, strict=not lenient)


def _structure_again(linked: dict[str, Any], *, strict: bool) -> Article:
    """Once more, slowly, to learn of every fault and where it is."""
    try:
        return _converter(strict=strict, detailed=True).structure(linked, Article)
    except ModelError as error:
        raise FormatError([("$", str(error))]) from None
    except Exception as error:
        raise FormatError(_faults(error)) from None


def _check_version(schema: Any) -> bool:
    """Whether the document is of a newer minor version, whose unknown fields are passed over."""
    match = re.fullmatch(r"uzru/(\d{1,6})(?:\.(\d{1,6}))?", schema) if isinstance(schema, str) else None
    if match is None:
        raise FormatError([("$.schema", f'"{SCHEMA}" is wanted, not {schema!r}; is this a document of uzru?')])
    major, minor = int(match[1]), int(match[2] or 0)
    if major != _MAJOR:
        raise FormatError(
            [
                (
                    "$.schema",
                    f"version {schema} cannot be read; this release reads {SCHEMA}: install one that does",
                )
            ]
        )
    if minor > _MINOR:
        warnings.warn(f"{schema} is newer than {SCHEMA}: what is new in it is left out", stacklevel=3)
    return minor > _MINOR


# --- references ---------------------------------------------------------------------------------------------------


def _link(document: dict[str, Any], path: str, faults: list[tuple[str, str]]) -> dict[str, Any]:
    """A copy of the document with actors in the place of their ids."""
    linked = dict(document)
    table = _actor_table(document.get("actors"), f"{path}.actors", faults)
    if table is not None:
        linked["actors"] = list(table.values())
        for name, fields in _REFERENCES.items():
            if isinstance(facts := document.get(name), list):
                linked[name] = [
                    _resolve(fact, fields, table, f"{path}.{name}[{i}]", faults) for i, fact in enumerate(facts)
                ]
    if isinstance(items := document.get("items"), list):
        linked["items"] = [
            _link(item, f"{path}.items[{i}]", faults) if isinstance(item, dict) else item
            for i, item in enumerate(items)
        ]
    return linked


def _actor_table(rows: Any, path: str, faults: list[tuple[str, str]]) -> dict[str, Actor] | None:
    if not isinstance(rows, list):
        faults.append((path, f"a list is wanted, not {_json_type(rows)}"))
        return None
    table: dict[str, Actor] = {}
    for index, row in enumerate(rows):
        try:
            actor = _converter(detailed=True).structure(row, Actor)
        except Exception as error:
            faults.extend(_faults(error, f"{path}[{index}]"))
            continue
        if actor.id in table:
            faults.append((f"{path}[{index}].id", f"{actor.id} stands twice; each actor stands once"))
        table[actor.id] = actor
    return table


def _resolve(
    fact: Any, fields: tuple[str, ...], table: dict[str, Actor], path: str, faults: list[tuple[str, str]]
) -> Any:
    if not isinstance(fact, dict):
        return fact
    resolved = dict(fact)
    for field in fields:
        given = fact.get(field)
        ids = given if isinstance(given, list) else [given]
        for one in ids:
            if one is not None and (not isinstance(one, str) or one not in table):
                faults.append((f"{path}.{field}", f"{one!r} names no actor of the table"))
        found = [table.get(one) if isinstance(one, str) else None for one in ids]
        resolved[field] = found if isinstance(given, list) else found[0]
    return resolved


# --- conversion ---------------------------------------------------------------------------------------------------


@cache
def _converter(*, strict: bool = True, detailed: bool = False) -> cattrs.Converter:
    converter = cattrs.Converter(detailed_validation=detailed, forbid_extra_keys=strict)
    _leaves(converter)
    for cls, fields in (
        (Mention, ("actor",)),
        (Quote, ("speaker", "addressee")),
        (Event, ("sources", "targets")),
    ):
        _by_id(converter, cls, fields)
    make_actor = make_dict_structure_fn(
        Actor, converter, _cattrs_forbid_extra_keys=strict, _cattrs_detailed_validation=detailed
    )
    converter.register_structure_hook(
        Actor, lambda value, _: value if isinstance(value, Actor) else make_actor(value, Actor)
    )
    return converter


def _leaves(converter: cattrs.Converter) -> None:
    """Spans as pairs, dates as EDTF, and no string taken for a number or the other way round."""
    converter.register_unstructure_hook(Span, lambda span: [span.start, span.end])
    converter.register_structure_hook(Span, lambda value, _: _span(value))
    for cls in (PartialDate, Interval, Duration):
        converter.register_unstructure_hook(cls, str)
        converter.register_structure_hook(cls, _date_hook(cls))
    for union in (PartialDate | Interval | None, PartialDate | Interval | Duration | None):
        converter.register_structure_hook(union, lambda value, _: None if value is None else parse_when(_string(value)))
        converter.register_unstructure_hook(union, lambda value: None if value is None else str(value))
    converter.register_structure_hook(str, lambda value, _: _string(value))
    converter.register_structure_hook(int, lambda value, _: _whole(value))
    converter.register_structure_hook(float, lambda value, _: _number(value))
    converter.register_structure_hook(bool, lambda value, _: _truth(value))
    for words in Vocabulary.__subclasses__():
        converter.register_unstructure_hook(words, str)
        converter.register_structure_hook(words, lambda value, cls: cls(_string(value)))
    converter.register_structure_hook_func(
        lambda cls: getattr(cls, "__origin__", None) is tuple, _tuple_hook(converter)
    )


def _by_id(converter: cattrs.Converter, cls: type, fields: tuple[str, ...]) -> None:
    """Write actors as their ids."""

    def ids(value: Any) -> Any:
        if isinstance(value, tuple):
            return [actor.id for actor in value]
        return None if value is None else value.id

    overrides: Any = {field: override(unstruct_hook=ids) for field in fields}
    converter.register_unstructure_hook(cls, make_dict_unstructure_fn(cls, converter, **overrides))


def _date_hook(cls: type) -> Callable[[Any, Any], Any]:
    def structure(value: Any, _: Any) -> Any:
        when = parse_when(_string(value))
        if not isinstance(when, cls):
            raise DateError(f"{value!r} is no {cls.__name__}")
        return when

    return structure


def _tuple_hook(converter: cattrs.Converter) -> Callable[[Any, Any], tuple[Any, ...]]:
    def structure(value: Any, cls: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise ModelError(f"a list is wanted, not {_json_type(value)}")
        return tuple(converter.structure(value, list[cls.__args__[0]]))

    return structure


def _span(value: Any) -> Span:
    if not (isinstance(value, list) and len(value) == 2 and all(type(part) is int for part in value)):
        raise ModelError(f"a span is two whole numbers, [start, end], not {value!r}")
    return Span(*value)


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise ModelError(f"a string is wanted, not {_json_type(value)}")
    return value


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise ModelError(f"a whole number is wanted, not {_json_type(value)}")
    return value


def _number(value: Any) -> float:
    if type(value) not in (int, float):
        raise ModelError(f"a number is wanted, not {_json_type(value)}")
    return float(value)


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ModelError(f"true or false is wanted, not {_json_type(value)}")
    return value


def _json_type(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


# --- faults -------------------------------------------------------------------------------------------------------


def _faults(error: BaseException, path: str = "$") -> list[tuple[str, str]]:
    return list(_walk(error, path)) or [(path, str(error))]


def _walk(error: BaseException, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(error, cattrs.ForbiddenExtraKeysError):
        for key in sorted(map(str, error.extra_fields)):
            yield f"{path}.{key}", "no such field; see the model's documentation for the fields"
    elif isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from _walk(inner, path + _step(inner))
    elif isinstance(error, KeyError):
        yield f"{path}.{error.args[0]}", "this field is missing"
    else:
        yield path, str(error)


def _step(error: BaseException) -> str:
    """The part of the path that cattrs notes beside an error."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, IterableValidationNote):
            return f"[{note.index}]"
        if isinstance(note, AttributeValidationNote) and not isinstance(error, KeyError):
            return f".{note.name}"
    return ""
