"""Canonical JSON: an article as one document that loads back equal, and says where it is faulty.

Actors stand once, in a table; all else names them by id.  Spans are `[start, end]`, dates EDTF strings.
"""

from __future__ import annotations

import json
import re
import warnings
from typing import Any

from uzru.errors import FormatError, ModelError
from uzru.formats.conversion import converter, json_type
from uzru.formats.faults import Fault, faults_of
from uzru.formats.reading import read_article
from uzru.formats.references import link
from uzru.model import Article

__all__ = ["SCHEMA", "from_dict", "from_json", "to_dict", "to_json"]

SCHEMA = "uzru/1"
"""The version that documents carry: `uzru/MAJOR` or `uzru/MAJOR.MINOR`."""

_MAJOR, _MINOR = 1, 0
_TOO_DEEP = ("$", "nested deeper than any article; this is no canonical JSON")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_SPLIT_PAIR = re.compile(r"[\ud800-\udbff][\udc00-\udfff]")


def to_dict(article: Article) -> dict[str, Any]:
    """An article as plain dicts, lists, strings and numbers.

    >>> import uzru
    >>> document = to_dict(uzru.parse("A mint opened."))
    >>> document["schema"], document["blocks"]
    ('uzru/1', [{'kind': 'paragraph', 'span': [0, 14], 'label': None, 'repeats': None}])
    """
    document: dict[str, Any] = {"schema": SCHEMA}
    document.update(converter().unstructure(article))
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
    return _read(_load(document))


def from_dict(document: Any) -> Article:
    """The article that plain dicts and lists hold, as `to_dict` gives them.

    Raises:
        FormatError: with every fault and its path, if they hold none.

    Warns:
        UserWarning: if the document is of a newer minor version; what this version does not know is left out.
    """
    return _read(document)


def _read(document: Any) -> Article:
    strict = _is_strict(document)
    try:
        return read_article({name: value for name, value in document.items() if name != "schema"})
    except Exception:
        return _convert(document, strict)


def _load(document: str | bytes) -> Any:
    try:
        return json.loads(document)
    except RecursionError:
        raise FormatError([_TOO_DEEP]) from None
    except UnicodeDecodeError as error:
        raise FormatError([("$", f"byte {error.start} is not UTF-8; save the document as UTF-8")]) from None
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise FormatError([("$", f"{where}: not JSON: {error.msg}")]) from None
    except ValueError as error:
        raise FormatError([("$", f"not JSON: {error}")]) from None


def _is_strict(document: Any) -> bool:
    """Whether unknown fields are faults: not in a newer minor version, where they are passed over."""
    if not isinstance(document, dict):
        raise FormatError([("$", f"an object is wanted, not {json_type(document)}")])
    schema = document.get("schema")
    match = re.fullmatch(r"uzru/(\d{1,6})(?:\.(\d{1,6}))?", schema) if isinstance(schema, str) else None
    if match is None:
        raise FormatError([("$.schema", f'"{SCHEMA}" is wanted, not {schema!r}; is this a document of uzru?')])
    major, minor = int(match[1]), int(match[2] or 0)
    if major != _MAJOR:
        what = f"version {schema} cannot be read; this release reads {SCHEMA}: install one that does"
        raise FormatError([("$.schema", what)])
    if minor > _MINOR:
        warnings.warn(f"{schema} is newer than {SCHEMA}: what is new in it is left out", stacklevel=4)
    return minor <= _MINOR


def _convert(document: dict[str, Any], strict: bool) -> Article:
    """The article of a document; slower than `read_article`, but all faults are told, with their places."""
    faults: list[Fault] = []
    try:
        linked = link(document, faults, strict=strict)
        if faults:
            raise FormatError(faults)
        del linked["schema"]
        return converter(strict=strict).structure(linked, Article)
    except FormatError:
        raise
    except RecursionError:
        raise FormatError([_TOO_DEEP]) from None
    except ModelError as error:
        raise FormatError([("$", str(error))]) from None
    except Exception as error:
        raise FormatError(faults_of(error)) from None
