"""Texts, documents and pages of strangers: what each threat of the security page meets."""

import ast
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import uzru
from uzru import Article, FormatError, from_json, parse_html, to_dict, to_json
from uzru.display.svg import said_svg
from uzru.display.terminal import render

SOURCE = Path(uzru.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))


# --- code in data -------------------------------------------------------------------------------------------------

_CALLS = {"eval", "exec", "compile", "__import__", "input", "breakpoint"}
_MODULES = {
    "pickle",
    "cPickle",
    "marshal",
    "shelve",
    "dill",
    "subprocess",
    "socket",
    "ssl",
    "http",
    "urllib",
    "ctypes",
    "yaml",
}


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.relative_to(SOURCE).as_posix())
def test_no_module_runs_data_as_code_or_opens_a_connection(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    called = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert not called & _CALLS
    imported = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not {name.split(".")[0] for name in imported} & _MODULES


def test_data_files_hold_no_code() -> None:
    files = [file.relative_to(SOURCE) for file in SOURCE.rglob("*") if file.is_file()]
    kinds = {file.suffix for file in files if not any(part[0] in "._" and part[-3:] != ".py" for part in file.parts)}
    assert kinds <= {".py", ".typed", ".tsv", ".toml", ".json", ".css", ".md", ".txt"}


# --- documents ----------------------------------------------------------------------------------------------------


def document(**fields: Any) -> str:
    return json.dumps({"schema": "uzru/1", "text": "a", "actors": [], **fields})


SPAN = [0, 1]
QUOTE = {"id": "q", "kind": "direct", "spans": [SPAN], "text": "a"}
EVENT = {"id": "e", "type": "AID", "span": SPAN, "trigger": SPAN, "sources": [], "targets": []}
PERSON = {"id": "p", "name": "Egor Panin", "kind": "person"}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"blocks": [{"kind": "paragraph", "span": [0, 10**400]}]}, "ends at 1"),
        ({"blocks": [{"kind": "paragraph", "span": [-5, 1]}]}, "starts at 0 or later"),
        ({"quotes": [QUOTE | {"confidence": 10**400}]}, r"\$\.quotes\[0\]\.confidence"),
        ({"quotes": [QUOTE | {"confidence": float("nan")}]}, "from 0 to 1"),
        ({"quotes": [QUOTE | {"confidence": float("inf")}]}, "from 0 to 1"),
        ({"offset": -1}, "begins at 0 or later"),
        ({"published": "Y" + "9" * 100_000}, r"\$\.published"),
        ({"published": "9" * 100_000}, r"\$\.published"),
        ({"dates": [{"span": SPAN, "type": "DURATION", "value": f"P{'9' * 5_000}D"}]}, r"\$\.dates\[0\]"),
    ],
    ids=range(9),
)
def test_huge_and_impossible_numbers_are_faults(fields: dict[str, Any], said: str) -> None:
    with pytest.raises(FormatError, match=said):
        from_json(document(**fields))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"actors": [PERSON, PERSON]}, "stands twice"),
        ({"quotes": [QUOTE, QUOTE]}, "two quotes have one id"),
        ({"events": [EVENT, EVENT]}, "two events have one id"),
        ({"quotes": [QUOTE | {"speaker": "nobody"}]}, "names no actor"),
        ({"quotes": [QUOTE | {"repeats": "no quote"}]}, "no quote of the article"),
        ({"events": [EVENT | {"reported_by": "no quote"}]}, "no quote of the article"),
        ({"events": [EVENT | {"sources": ["nobody"]}]}, "names no actor"),
        ({"items": [{"text": "b", "actors": []}]}, "does not stand in the page's text"),
        ({"items": [{"text": "a", "actors": [], "offset": 10**30}]}, "does not stand in the page's text"),
        ({"items": [{"text": "a", "actors": [], "items": [{"text": "a", "actors": []}]}]}, "has items of its own"),
    ],
    ids=range(10),
)
def test_ids_that_stand_twice_and_references_to_nowhere_are_faults(fields: dict[str, Any], said: str) -> None:
    with pytest.raises(FormatError, match=said):
        from_json(document(**fields))


@pytest.mark.parametrize("field", ["blocks", "items", "quotes", "actors", "headline", "unknown"])
@pytest.mark.parametrize(("opened", "closed"), ["[]", ('{"a":', "}")], ids=["lists", "objects"])
@pytest.mark.parametrize("depth", [50, 900, 20_000])
def test_deep_nesting_is_a_fault(field: str, opened: str, closed: str, depth: int) -> None:
    nested = opened * depth + "1" + closed * depth
    with pytest.raises(FormatError):
        from_json(f'{{"schema":"uzru/1","text":"a","actors":[],"{field}":{nested}}}')


def test_a_document_of_nothing_but_faults_is_told_briefly() -> None:
    with pytest.raises(FormatError, match="and 1900 more") as caught:
        from_json(document(blocks=[{"kind": "x", "span": SPAN}] * 2000))
    assert len(caught.value.faults) == 2000
    assert len(str(caught.value)) < 50_000


# --- notebooks ----------------------------------------------------------------------------------------------------

MARKUP = (
    "<script>alert(1)</script><img src=x onerror=a><a href='javascript:a'>\"'&]]>--></style></svg>\x1b[31m\u202e\ud800"
)


class Shown(HTMLParser):
    """What elements markup has."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.held: list[tuple[str, str | None]] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.held += attrs


def strings(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The paths of all strings of a document."""
    if isinstance(value, str):
        yield path
    elif isinstance(value, (dict, list)):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from strings(inner, (*path, key))


def hostile_copies(article: Article) -> Iterator[tuple[str, Article]]:
    """The article with markup in the place of one string, for each string that may be any."""
    whole = json.loads(to_json(article))
    for path in strings(whole):
        copy = json.loads(json.dumps(whole))
        at = copy
        for key in path[:-1]:
            at = at[key]
        at[path[-1]] = MARKUP
        try:
            yield ".".join(map(str, path)), from_json(json.dumps(copy))
        except FormatError:
            continue


def test_no_string_of_a_document_becomes_markup_or_a_control(report: Article) -> None:
    plain, drawn = Shown(report._repr_html_()), Shown(said_svg(report))
    changed = 0
    for path, article in hostile_copies(report):
        changed += 1
        page, picture = Shown(article._repr_html_()), Shown(said_svg(article))
        assert page.tags <= plain.tags, path
        assert picture.tags <= drawn.tags, path
        for name, value in page.held + picture.held:
            assert not name.startswith("on"), path
            assert name not in ("href", "src") or re.match(r"https://|#", value or ""), path
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", render(article)), path
    assert changed > 30


# --- texts and pages ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 50_000 + "Mint",
        "</div>" * 50_000,
        "<" * 50_000,
        "<a href='" * 20_000,
        "<p " + "a=b " * 20_000,
        "<!--" * 20_000,
        "<script>" * 20_000,
        "&" * 50_000,
        "&#x110000;&#55296;&#0;" * 2_000,
        "<table><tr><td>" * 10_000,
        "<script type='application/ld+json'>" + "[" * 100_000 + "</script>",
        "<script type='application/ld+json'>" + '{"@graph":' * 5_000 + "</script>",
        "<meta name=author content='" + "A, " * 20_000 + "'><title>" + "x - " * 20_000 + "</title>",
        "\x00<p>\x00Mint\x00</p>\ud800",
    ],
    ids=range(14),
)
def test_a_hostile_page_is_read(page: str) -> None:
    marked = f"<div class='wsw'><p>Egor Panin said the mint will close.</p></div>{page}"
    assert "Egor Panin" in parse_html(marked).text


@pytest.mark.parametrize(
    "name",
    ["punycode", "idna", "utf-7", "unicode_escape", "utf-16", "UTF-32", "zlib", "hex", "rot13", "undefined", "x" * 40],
)
def test_an_encoding_that_no_page_is_in_is_not_believed(name: str) -> None:
    page = f"<meta charset='{name}'><div class='wsw'><p>Egor Panin said: +AGE- \\x41</p></div>"
    assert parse_html(page.encode()).text == "Egor Panin said: +AGE- \\x41"


@pytest.mark.parametrize(
    "text", ["\u202eEgor Panin\u202c said the mint will close.", "A\u0301" * 500, "\x1b]0;x\x07 A."]
)
def test_a_hostile_text_is_kept_and_shown_without_its_controls(text: str) -> None:
    article = uzru.parse(text)
    assert article.text == text
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", render(article))


def test_nothing_read_can_be_changed_behind_the_back(report: Article) -> None:
    before = to_json(report)
    to_dict(report)["actors"].clear()
    assert to_json(report) == before
