"""The lines of a brat annotation file, by their kind."""

from __future__ import annotations

import re
from typing import Final

import attrs

from uzru.errors import FormatError
from uzru.formats.brat.writing import DATABASE
from uzru.model import Span

__all__ = ["Annotations", "read_annotations"]

_TEXT_BOUND: Final = re.compile(r"(\S+) (\d{1,9} \d{1,9}(?:;\d{1,9} \d{1,9})*)")
_RELATION: Final = re.compile(r"(\S+) Arg1:(T\d+) Arg2:(T\d+)")
_EVENT: Final = re.compile(r"(\S+):(T\d+)((?: \S+?:[TE]\d+)*)")
_ATTRIBUTE: Final = re.compile(r"(\S+) ([TER]\d+)(?: (\S+))?")
_REFERENCE: Final = re.compile(r"\S+ (T\d+) ([^:\s]+):(\S+)")
_NOTE: Final = re.compile(r"\S+ (\S+)")


@attrs.define
class Annotations:
    """The lines of a file by their kind; keys are the ids that other lines use.

    Attributes:
        spans: text-bound annotations: type and spans.
        relations: by type and first argument, the second.
        events: type, trigger, and arguments as pairs of role and target.
        attributes: by target, pairs of name and value.
        references: by target, the id in the table of actors, and the name.
        notes: by target, an annotator's note.
        same: groups of text-bound annotations that mean the same (`Equiv`).
    """

    spans: dict[str, tuple[str, tuple[Span, ...]]] = attrs.Factory(dict)
    relations: dict[tuple[str, str], str] = attrs.Factory(dict)
    events: dict[str, tuple[str, str, list[tuple[str, str]]]] = attrs.Factory(dict)
    attributes: dict[str, list[tuple[str, str]]] = attrs.Factory(dict)
    references: dict[str, tuple[str, str]] = attrs.Factory(dict)
    notes: dict[str, str] = attrs.Factory(dict)
    same: list[list[str]] = attrs.Factory(list)

    def values(self, target: str, name: str) -> list[str]:
        """The values of an attribute."""
        return [value for held, value in self.attributes.get(target, ()) if held == name]


def read_annotations(annotations: str, text: str) -> Annotations:
    r"""Read the content of an `.ann` file that goes with a text.

    Raises:
        FormatError: with every line that cannot be read.

    >>> read_annotations("T1\tPerson 0 4\tEgor\n", "Egor").spans
    {'T1': ('Person', (Span(0, 4),))}
    """
    found = Annotations()
    faults = []
    for number, line in enumerate(annotations.split("\n"), 1):
        if line.strip() and (fault := _read_line(line.rstrip("\r"), found, len(text))):
            faults.append((f"line {number}", fault))
    targets = found.spans.keys() | found.events.keys()
    used = [other for pair in found.relations.items() for other in (pair[0][1], pair[1])]
    used += [target for _, trigger, roles in found.events.values() for target in (trigger, *(id_ for _, id_ in roles))]
    faults += [
        ("annotations", f"{target} is used but not given") for target in dict.fromkeys(used) if target not in targets
    ]
    if faults:
        raise FormatError(faults)
    return found


def _read_line(line: str, found: Annotations, length: int) -> str | None:
    """Take in a line; what is wrong with it, if it cannot be read."""
    id_, _, rest = line.partition("\t")
    fields = rest.split("\t")
    match id_[:1]:
        case "T":
            return _read_text_bound(id_, fields[0], found, length)
        case "R" if match := _RELATION.fullmatch(fields[0].strip()):
            found.relations[match[1], match[2]] = match[3]
        case "E" if match := _EVENT.fullmatch(fields[0].strip()):
            roles = [role.partition(":") for role in match[3].split()]
            found.events[id_] = (match[1], match[2], [(role.rstrip("0123456789"), target) for role, _, target in roles])
        case "A" | "M" if match := _ATTRIBUTE.fullmatch(fields[0].strip()):
            found.attributes.setdefault(match[2], []).append((match[1], match[3] or ""))
        case "N" if match := _REFERENCE.fullmatch(fields[0].strip()):
            if match[2] == DATABASE:
                found.references[match[1]] = (match[3], fields[1] if len(fields) > 1 else "")
        case "#" if (match := _NOTE.fullmatch(fields[0].strip())) and len(fields) > 1:
            found.notes[match[1]] = fields[1]
        case "*":
            found.same.append(fields[0].split()[1:])
        case _:
            return f"this is no annotation of brat: {line[:60]!r}"
    return None


def _read_text_bound(id_: str, field: str, found: Annotations, length: int) -> str | None:
    match = _TEXT_BOUND.fullmatch(field.strip())
    if match is None:
        return f"{id_} wants a type and offsets, such as 'Person 0 5', not {field[:40]!r}"
    pairs = [tuple(map(int, pair.split())) for pair in match[2].split(";")]
    if any(not start <= end <= length for start, end in pairs):
        return f"{id_} lies outside the text, which ends at {length}"
    found.spans[id_] = (match[1], tuple(Span(start, end) for start, end in pairs))
    return None
