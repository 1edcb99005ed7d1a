"""Puts actors in the place of the ids by which a document's facts name them."""

from __future__ import annotations

from typing import Any

from uzru.formats.conversion import REFERENCES, converter, json_type
from uzru.formats.faults import Fault, faults_of
from uzru.model import Actor, Event, Mention, Quote

__all__ = ["link"]

_FIELDS = {"mentions": REFERENCES[Mention], "quotes": REFERENCES[Quote], "events": REFERENCES[Event]}


def link(document: dict[str, Any], faults: list[Fault], *, strict: bool, path: str = "$") -> dict[str, Any]:
    """A copy of the document with actors in the place of their ids; what is faulty is added to the faults."""
    linked = dict(document)
    table = _actor_table(document.get("actors"), f"{path}.actors", faults, strict)
    if table is not None:
        linked["actors"] = list(table.values())
        for name, fields in _FIELDS.items():
            if isinstance(facts := document.get(name), list):
                linked[name] = [
                    _resolve(fact, fields, table, f"{path}.{name}[{index}]", faults) for index, fact in enumerate(facts)
                ]
    if isinstance(items := document.get("items"), list):
        linked["items"] = [
            link(item, faults, strict=strict, path=f"{path}.items[{index}]") if isinstance(item, dict) else item
            for index, item in enumerate(items)
        ]
    return linked


def _actor_table(rows: Any, path: str, faults: list[Fault], strict: bool) -> dict[str, Actor] | None:
    if not isinstance(rows, list):
        faults.append((path, f"a list is wanted, not {json_type(rows)}"))
        return None
    table: dict[str, Actor] = {}
    for index, row in enumerate(rows):
        try:
            actor = converter(strict=strict).structure(row, Actor)
        except Exception as error:
            faults.extend(faults_of(error, f"{path}[{index}]"))
            continue
        if actor.id in table:
            faults.append((f"{path}[{index}].id", f"{actor.id} stands twice; each actor stands once"))
        table[actor.id] = actor
    return table


def _resolve(fact: Any, fields: tuple[str, ...], table: dict[str, Actor], path: str, faults: list[Fault]) -> Any:
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
