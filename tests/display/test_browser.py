"""What is shown, measured in a real browser, where there is one."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from uzru import Actor, Article, Corpus, Quote, Role, Span
from uzru.display.svg import said_svg
from uzru.model import QuoteId

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="needs Chromium")

# The page reports which elements stick out of its width, once it is laid out.
MEASURE = """<script>
const wide = document.documentElement.clientWidth + 1;
const out = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > wide);
const names = out.map(e => e.tagName + '.' + e.className).join(' ');
document.title = 'out: ' + names + ' height: ' + document.body.scrollHeight;
</script>"""


def laid_out(folder: Path, markup: str, width: int) -> str:
    page = folder / "page.html"
    opened = markup.replace("<details>", "<details open>")
    page.write_text(f"<!doctype html><meta charset=utf-8><body>{opened}{MEASURE}", encoding="utf-8")
    done = subprocess.run(
        [
            str(BROWSER),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            f"--user-data-dir={folder}/profile",
            f"--window-size={width},800",
            "--dump-dom",
            page.as_uri(),
        ],
        capture_output=True,
        timeout=120,
        check=True,
    )
    found = re.search(r"<title>(.*?)</title>", done.stdout.decode())
    assert found
    return found[1]


def test_no_text_sticks_out_of_the_picture(report: Article, tmp_path: Path) -> None:
    text = "WIDE MWMWMW " * 60
    who = [Actor(name=text[:200], kind="person", roles=(Role(title=text),)), Actor(name="B", kind="person")]
    quotes = tuple(
        Quote(id=QuoteId(str(at)), kind=kind, spans=(Span(at, at + 300),), text=text[at : at + 300], speaker=speaker)
        for at, speaker, kind in ((0, who[0], "direct"), (310, who[1], "indirect"), (len(text) - 300, None, "mixed"))
    )
    wide = Article(text=text, headline=text, actors=tuple(who), quotes=quotes)
    title = laid_out(tmp_path, said_svg(report) + said_svg(wide), 900)
    assert title.startswith("out:  height:")


@pytest.mark.parametrize("width", [500, 1000])
def test_nothing_sticks_out_of_the_page(report: Article, tmp_path: Path, width: int) -> None:
    word = "Donaudampfschifffahrtsgesellschaft" * 30
    quote = Quote(id=QuoteId("q"), kind="direct", spans=(Span(0, len(word)),), text=word, rule=word)
    endless = Article(text=word, headline=word, quotes=(quote,))
    shown: list[Any] = [
        report,
        endless,
        quote,
        *report.quotes,
        *report.actors,
        *report.events,
        Corpus([report, endless]),
    ]
    title = laid_out(tmp_path, "".join(one._repr_html_() for one in shown), width)
    assert title.startswith("out:  height:")
    assert int(title.split()[-1]) > 800
