"""House styles: what an outlet's pages look like, read from one TOML file each."""

from __future__ import annotations

import os.path
import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from uzru.errors import KnowledgeError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["CreditForm", "Style", "load_styles"]

_FOLDER = os.path.join(os.path.dirname(__file__), "..", "..", "knowledge", "styles")


class CreditForm(NamedTuple):
    """A form of credit line and what it calls the people in it.

    Attributes:
        form: fixed words and a slot: {names} for people, {agencies} for outlets.
        role: the role it gives them ('editing'), if any.
    """

    form: str
    role: str | None = None


class Style(NamedTuple):
    """What the pages of one outlet look like.

    Attributes:
        name: the style's name, as `article.source.style` gives it.
        publisher: the outlet; None for a style that many share, which is then never recognized as the page's.
        outlets: the names by which the outlet calls itself, in datelines, credits and interview labels.
        marks: words that only this outlet's pages hold.
        hints: words that speak for this outlet, two of them as loud as a mark.
        day_first: whether '5/2/2004' is the fifth of February.
        datelines: forms of datelines.
        bylines: forms of bylines.
        contributors: forms of lines that name who helped.
        credits: forms of lines that name sources, agencies and editors.
        labels: the interview labels of whoever asks.
        lines: whole lines that are no part of the report.
        starts: beginnings of lines that are no part of the report.
        holds: words that make a line at the foot of the page no part of the report.
        sections: headings whose next paragraph is no part of the report either.
        related: headings above lists of related titles.
        pointers: words before one related title on the same line ('ALSO READ').
    """

    name: str
    publisher: str | None = None
    outlets: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    day_first: bool = False
    datelines: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    credits: tuple[CreditForm, ...] = ()
    labels: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    pointers: tuple[str, ...] = ()


_LISTS = ("outlets", "marks", "hints", "datelines", "bylines", "contributors", "labels")
_BOILERPLATE = ("lines", "starts", "holds", "sections")
_RELATED = {"headings": "related", "pointers": "pointers"}


def _strings(value: Any, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise KnowledgeError(f'{where} must be a list of strings, such as ["..."]')
    return tuple(value)


def _credits(value: Any, where: str) -> tuple[CreditForm, ...]:
    forms = []
    for item in value if isinstance(value, list) else [None]:
        if isinstance(item, str):
            forms.append(CreditForm(form=item))
        elif isinstance(item, dict) and isinstance(item.get("form"), str) and set(item) <= {"form", "role"}:
            forms.append(CreditForm(form=item["form"], role=item.get("role")))
        else:
            raise KnowledgeError(f'{where} must be a list of forms, each "..." or {{form = "...", role = "..."}}')
    return tuple(forms)


def _table(data: dict[str, Any], key: str, path: Path | str, known: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    table = data.get(key, {})
    if not isinstance(table, dict):
        raise KnowledgeError(f"{path}: [{key}] must be a table")
    if unknown := sorted(set(table) - set(known)):
        raise KnowledgeError(f"{path}: [{key}] has no key {unknown[0]!r}; the keys are {', '.join(known)}")
    return {name: _strings(value, f"{path}: {key}.{name}") for name, value in table.items()}


def _read_style(path: Path | str) -> Style:
    try:
        with open(path, encoding="utf-8") as file:
            data = tomllib.loads(file.read())
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read ({error.strerror}); check the path") from None
    except UnicodeDecodeError as error:
        raise KnowledgeError(f"{path}: byte {error.start} is not UTF-8; save the file as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"{path}: is not TOML: {error}") from None
    known = ("name", "publisher", "dates", *_LISTS, "credits", "boilerplate", "related")
    if unknown := sorted(set(data) - set(known)):
        raise KnowledgeError(f"{path}: a style has no key {unknown[0]!r}; the keys are {', '.join(known)}")
    name = data.get("name")
    if not isinstance(name, str) or not name.strip():
        stem, _ = os.path.splitext(os.path.basename(path))
        raise KnowledgeError(f'{path}: the style needs a name, such as name = "{stem}"')
    order = data.get("dates", "month-first")
    if order not in ("month-first", "day-first"):
        raise KnowledgeError(f"{path}: dates must be 'month-first' or 'day-first', not {order!r}")
    publisher = data.get("publisher")
    if publisher is not None and not isinstance(publisher, str):
        raise KnowledgeError(f"{path}: publisher must be a string")
    related = _table(data, "related", path, tuple(_RELATED))
    return Style(
        name=name,
        publisher=publisher,
        day_first=order == "day-first",
        credits=_credits(data.get("credits", []), f"{path}: credits"),
        **{key: _strings(data.get(key, []), f"{path}: {key}") for key in _LISTS},
        **_table(data, "boilerplate", path, _BOILERPLATE),
        **{_RELATED[key]: value for key, value in related.items()},
    )


@cache
def _packaged() -> tuple[Style, ...]:
    return tuple(map(_read_style, _in_folder(_FOLDER)))


def _in_folder(folder: Path | str) -> list[str]:
    return sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".toml"))


def load_styles(*paths: str | Path) -> tuple[Style, ...]:
    """The packaged house styles, and before them those of these files or folders.

    A style of your own with the name of a packaged one takes its place.

    Args:
        paths: TOML files, or folders that hold some.

    Raises:
        KnowledgeError: if a path does not exist or a file is faulty; the message names the file and the key.

    >>> [style.name for style in load_styles() if style.publisher == "Reuters"]
    ['reuters']
    """
    own: list[Style] = []
    for path in paths:
        if os.path.isdir(path):
            own.extend(map(_read_style, _in_folder(path)))
        else:
            own.append(_read_style(path))
    taken = {style.name for style in own}
    return (*own, *(style for style in _packaged() if style.name not in taken))
