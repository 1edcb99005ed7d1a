"""Coverage-guided fuzzing of what reads the outside's words: `python tests/fuzz/fuzz.py TARGET FOLDER [-max_total_time=900]`.

Needs atheris, which is no part of any extra.  Goes on after a finding: each is written to FOLDER/found once, a crash by
the place that raised it, a slow input by how much slower than its length allows it was.
"""

from __future__ import annotations

import hashlib
import json
import random
import sys
import time
import traceback
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import atheris

with atheris.instrument_imports(include=["uzru"]):
    import uzru
    from uzru import Article, DateError, FormatError
    from uzru.display.terminal import render
    from uzru.parsing.html import parse_html
    from uzru.parsing.parser import Parser

from uzru.testing import make_report

_PARSER = Parser()
_SLOW, _ALLOWED = 0.5, 400e-6  # seconds at all, and for each character, under instrumentation
_REPEATED = 6_000
_ODD = (None, True, -1, 0, 1e308, 10**30, "", "\ud800", "2004-13", "P3W", [], {}, [0, 0], [5, 3], [0, 10**9], "\x00")
_HTML = (
    '<html lang=en><head><title>A Mint | The Outlet</title><meta name=author content="Malika Ortikova">'
    '<meta property="article:published_time" content="2004-05-02T10:30:00+05:00"><link rel=canonical href=x>'
    '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"A Mint","author":[{"name":"A"}],'
    '"datePublished":"2004-05-02"}]}</script></head><body><nav><a href=/>Home</a></nav><div class="wsw"><h1>A Mint</h1>'
    "<p>&ldquo;We will stay,&#8221; Egor Panin said today.<figure><figcaption>The mint</figcaption></figure><ul><li>a<li>b"
    "</ul><table><tr><td>x</table><blockquote>y</blockquote><aside>Also read</aside><!-- c --></div></body></html>"
)


def _text(data: bytes) -> str:
    """Bytes as text, in which lone surrogates are possible."""
    return data.decode("utf-8", "surrogateescape" if data[:1] < b"@" else "replace")


def parse(data: bytes) -> None:
    """Any text parses, and what is found can be written, read again, and shown."""
    text = _text(data)
    article = _PARSER.parse(text, date="2004-05-02" if len(data) % 2 else None)
    assert article.text == text
    if len(data) % 8 == 0:
        _use(article)


def from_json(data: bytes) -> None:
    """A document loads, or its faults are told."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            article = uzru.from_json(data)
        except FormatError:
            return
    _use(article)


def _use(article: Article) -> None:
    render(article)
    article._repr_html_()
    try:
        document = uzru.to_json(article)
    except FormatError:
        return
    assert uzru.from_json(document) == article


def date(data: bytes) -> None:
    """A notation is read and written alike, or refused."""
    notation = data.decode("utf-8", "surrogateescape")
    for read in (uzru.PartialDate.parse, uzru.parse_when):
        try:
            value = read(notation)
        except DateError:
            continue
        assert read(str(value)) == value
        assert value.timex3 is not None
        if not isinstance(value, uzru.Duration):
            assert value.earliest is None or value.latest is None or value.earliest <= value.latest
            assert value.sort_key == value.sort_key


def html(data: bytes) -> None:
    """Any page is read."""
    article = parse_html(data if len(data) % 2 else _text(data), parser=_PARSER)
    if len(data) % 8 == 0:
        _use(article)


_TARGETS: dict[str, Callable[[bytes], None]] = {"parse": parse, "from_json": from_json, "date": date, "html": html}


def _change_document(data: bytes, size: int, seed: int) -> bytes:
    """A document with one value replaced by an odd one, one left out, or one that stands elsewhere."""
    rng = random.Random(seed)
    try:
        document = json.loads(data)
    except ValueError:
        return atheris.Mutate(data, size)
    if rng.random() < 0.2:
        return atheris.Mutate(data, size)
    spots: list[tuple[Any, Any]] = []
    todo = [document]
    while todo:
        at = todo.pop()
        for key in list(at) if isinstance(at, dict) else range(len(at)) if isinstance(at, list) else ():
            spots.append((at, key))
            todo.append(at[key])
    if not spots:
        return atheris.Mutate(data, size)
    at, key = rng.choice(spots)
    deed = rng.random()
    if deed < 0.15:
        del at[key]
    elif deed < 0.4:
        other, there = rng.choice(spots)
        at[key] = json.loads(json.dumps(other[there])) if (isinstance(other, dict) and there in other) else None
    elif deed < 0.6 and isinstance(at[key], int):
        at[key] += rng.choice((-1, 1, 2, -2, 10))
    elif deed < 0.75 and isinstance(at, list):
        at.append(at[key])
    else:
        at[key] = rng.choice(_ODD)
    return json.dumps(document).encode()[:size]


def _starts(target: str) -> list[bytes]:
    """What the first inputs are made of."""
    seeds = [article.text for article in uzru.load_seeds()]
    reports = [make_report(600, seed) for seed in range(6)]
    if target == "parse":
        return [text.encode() for text in [*seeds, *reports, *(seed[i : i + 700] for seed in seeds for i in range(0, 4900, 700))]]
    if target == "html":
        pages = [_HTML, _HTML.replace("wsw", "x"), _HTML.replace("<", "<div>" * 3 + "<")]
        return [page.encode() for page in pages]
    if target == "from_json":
        return [uzru.to_json(_PARSER.parse(text)).encode() for text in [*(seed[:700] for seed in seeds), *reports[:2], ""]]
    return [
        one.encode()
        for one in "2004 2004-05-02 2004-W05-3 2004-21 2004-Q2 200X 20 2004~ 2004-05? 2004-05%@late ../2004 2004/.. P3W"
        " P1Y2M PT5M 2004-05-02T10:30:00+05:00 2004-05-02T10:30Z PRESENT_REF FUTURE_REF -0044 Y-17E7 1984-XX <2004 P-3D"
        " 2004-05-02/2004-06 ~2004 19XX-12".split()
    ]


class Watch:
    """Runs one target on input after input, and notes what it finds."""

    def __init__(self, target: str, folder: Path) -> None:
        self.target = _TARGETS[target]
        self.found = folder / "found"
        self.found.mkdir(parents=True, exist_ok=True)
        self.runs = 0

    def __call__(self, data: bytes) -> None:
        self.runs += 1
        took = self.time(data)
        if self.runs % 40 == 0 and data:
            # A piece again and again: what is quadratic in the number of repetitions shows here.
            start = self.runs * 7919 % len(data)
            unit = data[start : start + 1 + self.runs % 61]
            data = unit * (_REPEATED // len(unit))
            took = self.time(data)
        if took > _SLOW and took > _ALLOWED * len(data):
            again = self.time(data)
            if again > _ALLOWED * len(data):
                self.note(f"slow-{again / len(data) * 1e6:.0f}us", data, f"{again:.2f} s for {len(data)} bytes")

    def time(self, data: bytes) -> float:
        start = time.process_time()
        try:
            self.target(data)
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            self.note(f"{type(error).__name__}-{Path(place.filename).stem}-{place.lineno}", data, traceback.format_exc())
        return time.process_time() - start

    def note(self, name: str, data: bytes, said: str) -> None:
        if name.startswith("slow"):
            name += "-" + hashlib.sha256(data).hexdigest()[:8]
        file = self.found / name
        if not file.exists() or len(data) < file.stat().st_size:
            file.write_bytes(data)
            file.with_suffix(".why").write_text(said, encoding="utf-8", errors="replace")
            print("FOUND", name, said.splitlines()[-1], flush=True)


def main() -> None:
    """Fuzz one target."""
    target, folder, *options = sys.argv[1:]
    corpus = Path(folder) / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, start in enumerate(_starts(target)):
        (corpus / f"start-{number}").write_bytes(start)
    words = Path(folder) / "words.dict"
    escaped = ("".join(map("\\x{:02x}".format, word.encode())) for word in _words(target))
    words.write_text("".join(f'"{word}"\n' for word in escaped))
    mutator = {"custom_mutator": _change_document} if target == "from_json" else {}
    atheris.Setup([sys.argv[0], str(corpus), f"-dict={words}", *options], Watch(target, Path(folder)), **mutator)
    atheris.Fuzz()


def _words(target: str) -> list[str]:
    if target == "html":
        return "<p> </p> <div> <h1> <br> <script> <style> <title> <meta <article> <aside> <!-- --> ]]> &amp; &#x &#55296; &quot; <li> <td> class= href= =\" </".split()
    if target == "date":
        return "X ~ ? % / .. -W -Q T Z +05:00 P Y M D @early @late < > REF [ ] { } , E Y-".split()
    marks = ['"', "“", "”", "''", "«", "»", "[", "]", "...", " -- ", "\n\n", "\r\n", "(RFE/RL)", " he ", "\u2028"]
    tables = ("cue-verbs", "titles", "countries", "date-deictics", "page-words", "event-operators")
    return marks + [row[0] for name in tables for row in _PARSER.knowledge.table(name)[:60]]


if __name__ == "__main__":
    main()
