"""Coverage-guided fuzzing of what reads words from outside.

`python tests/fuzz/fuzz.py TARGET FOLDER [-max_total_time=900 -max_len=1500]` with a target out of `parse`, `from_json`
(whose documents are longer: `-max_len=30000`), `date` and `html`.  Needs atheris, which is no part of any extra.  It
goes on after a finding: each is written to FOLDER/found once, a crash by the place that raised it, a slow input by its
time for a character.
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
    from uzru.formats import reading  # noqa: F401  (imported when the first document is read)
    from uzru.parsing.html import parse_html
    from uzru.parsing.parser import Parser

from uzru.testing import make_report

_PARSER = Parser()
_SLOW, _ALLOWED = 0.5, 400e-6  # seconds at all, and for each character, under instrumentation
_REPEATED = 6_000
_ODD: tuple[Any, ...] = (
    None,
    True,
    -1,
    0,
    1e308,
    10**30,
    "",
    "\ud800",
    "2004-13",
    "P3W",
    [],
    {},
    [0, 0],
    [5, 3],
    [0, 10**9],
    "\x00",
)
_PAGE = """<html lang=en><head><title>A Mint | The Outlet</title><meta name=author content="Malika Ortikova">
<meta property="article:published_time" content="2004-05-02T10:30:00+05:00"><link rel=canonical href=x>
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"A Mint","author":[{"name":"A"}],
"datePublished":"2004-05-02"}]}</script></head><body><nav><a href=/>Home</a></nav><div class="wsw"><h1>A Mint</h1>
<p>&ldquo;We will stay,&#8221; Egor Panin said today.<figure><figcaption>The mint</figcaption></figure><ul><li>a<li>b
</ul><table><tr><td>x</table><blockquote>y</blockquote><aside>Also read</aside><!-- c --></div></body></html>"""
_DATES = """2004 2004-05-02 2004-W05-3 2004-21 2004-33 200X 20XX 2004~ 2004-05? 2004-05%@late ../2004 2004/.. P3W P1Y2M
PT5M 2004-05-02T10:30:00+05:00 2004-05-02T10:30Z PRESENT_REF FUTURE_REF -0044 Y-17E7 1984-XX P-3D 2004-05-02/2004-06
XXXX-WXX-5TEV 2004-05@before 19XX-12"""
_WORDS = {
    "html": "<p> </p> <div> <h1> <br> <script> <style> <title> <meta <article> <aside> <!-- --> ]]> &amp; &#x &quot;"
    ' <li> <td> class= href= =" </',
    "date": "X ~ ? % / .. -W T Z +05:00 P Y M D @early @late @before REF , E Y-",
    "from_json": '{ } [ ] : , " null true 1e308 -1 \\ud800 actors quotes events items spans speaker uzru/1 uzru/1.9',
}


# --- targets ------------------------------------------------------------------------------------------------------


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


def html(data: bytes) -> None:
    """Any page is read."""
    article = parse_html(data if len(data) % 2 else _text(data), parser=_PARSER)
    if len(data) % 8 == 0:
        _use(article)


_TARGETS: dict[str, Callable[[bytes], None]] = {"parse": parse, "from_json": from_json, "date": date, "html": html}


def _text(data: bytes) -> str:
    """Bytes as text, in which lone surrogates are possible."""
    return data.decode("utf-8", "surrogateescape" if data[:1] < b"@" else "replace")


def _use(article: Article) -> None:
    render(article)
    article._repr_html_()
    try:
        document = uzru.to_json(article)
    except FormatError:  # a pair of surrogates has no JSON
        return
    assert uzru.from_json(document) == article


# --- inputs -------------------------------------------------------------------------------------------------------


def _starts(target: str) -> list[str]:
    """What the first inputs are made of."""
    seeds = [article.text for article in uzru.load_seeds()]
    reports = [make_report(600, seed) for seed in range(6)]
    parts = [seed[start : start + 700] for seed in seeds for start in range(0, len(seed), 700)]
    if target == "parse":
        return [*seeds, *reports, *parts]
    if target == "html":
        return [_PAGE, _PAGE.replace("wsw", "x"), _PAGE.replace("<", "<div><div><")]
    if target == "from_json":
        return [uzru.to_json(_PARSER.parse(text)) for text in (*parts[:3], *reports[:2], "")]
    return _DATES.split()


def _words(target: str) -> list[str]:
    """What inputs are changed with."""
    if target in _WORDS:
        return _WORDS[target].split()
    marks = ['"', "“", "”", "''", "«", "»", "[", "]", "...", " -- ", "\n\n", "\r\n", "(RFE/RL)", " he ", "\u2028"]
    tables = ("cue-verbs", "titles", "countries", "date-deictics", "page-words", "event-operators")
    return marks + [row[0] for name in tables for row in _PARSER.knowledge.table(name)[:60]]


def _change_document(data: bytes, size: int, seed: int) -> bytes:
    """A document with one value replaced by an odd one, one left out, or one that stands elsewhere."""
    rng = random.Random(seed)
    try:
        document = json.loads(data)
    except ValueError:
        return bytes(atheris.Mutate(data, size))
    spots = list(_spots(document))
    if not spots or rng.random() < 0.2:
        return bytes(atheris.Mutate(data, size))
    at, key = rng.choice(spots)
    deed = rng.random()
    if deed < 0.15:
        del at[key]
    elif deed < 0.4:
        other, there = rng.choice(spots)
        at[key] = json.loads(json.dumps(other[there]))
    elif deed < 0.6 and isinstance(at[key], int):
        at[key] += rng.choice((-1, 1, 2, -2, 10))
    elif deed < 0.75 and isinstance(at, list):
        at.append(at[key])
    else:
        at[key] = rng.choice(_ODD)
    return json.dumps(document).encode()[:size]


def _spots(document: Any) -> list[tuple[Any, Any]]:
    """Every place of a document where a value stands."""
    found: list[tuple[Any, Any]] = []
    todo = [document]
    while todo:
        at = todo.pop()
        keys = list(at) if isinstance(at, dict) else range(len(at)) if isinstance(at, list) else ()
        found += [(at, key) for key in keys]
        todo += [at[key] for key in keys]
    return found


# --- runs ---------------------------------------------------------------------------------------------------------


class Watch:
    """Runs one target on input after input, and notes what it finds."""

    def __init__(self, target: str, folder: Path) -> None:
        self.target = _TARGETS[target]
        self.found = folder / "found"
        self.found.mkdir(parents=True, exist_ok=True)
        self.runs = 0

    def __call__(self, data: bytes) -> None:
        """Try one input; now and then, a piece of it again and again, for what is quadratic shows then."""
        self.runs += 1
        took = self.time(data)
        if self.runs % 40 == 0 and data:
            start = self.runs * 7919 % len(data)
            unit = data[start : start + 1 + self.runs % 61]
            data = unit * (_REPEATED // len(unit))
            took = self.time(data)
        if took > max(_SLOW, _ALLOWED * len(data)) and (again := self.time(data)) > _ALLOWED * len(data):
            name = f"slow-{again / len(data) * 1e6:.0f}us-{hashlib.sha256(data).hexdigest()[:8]}"
            self.note(name, data, f"{again:.2f} s for {len(data)} bytes")

    def time(self, data: bytes) -> float:
        """The seconds that one input takes."""
        start = time.process_time()
        try:
            self.target(data)
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            name = f"{type(error).__name__}-{Path(place.filename).stem}-{place.lineno}"
            self.note(name, data, traceback.format_exc())
        return time.process_time() - start

    def note(self, name: str, data: bytes, said: str) -> None:
        """Keep the shortest input of each finding."""
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
        (corpus / f"start-{number}").write_text(start, encoding="utf-8", newline="")
    words = Path(folder) / "words.dict"
    escaped = ("".join(map("\\x{:02x}".format, word.encode())) for word in _words(target))
    words.write_text("".join(f'"{word}"\n' for word in escaped))
    mutator = {"custom_mutator": _change_document} if target == "from_json" else {}
    atheris.Setup([sys.argv[0], str(corpus), f"-dict={words}", *options], Watch(target, Path(folder)), **mutator)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
