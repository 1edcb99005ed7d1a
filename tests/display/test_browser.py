"""What is shown, measured and photographed in a real browser, where there is one."""

import html
import json
import shutil
import struct
import subprocess
import zlib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import uzru
from uzru import Actor, Article, Corpus, Quote, Role, SourceError, Span
from uzru.display.network_svg import network_svg
from uzru.display.svg import said_svg
from uzru.model import QuoteId

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="needs Chromium")

PHONE, DESKTOP = 360, 1000
QUIET = "--disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update"
DARK = ["--force-dark-mode", "--blink-settings=preferredColorScheme=0"]
PAGES = {"light": ("#fff", "#000"), "dark": ("#111", "#eee"), "print": ("#fff", "#000")}

# The page reports which elements stick out of its width or out of their picture, and which text is hard to tell from
# what is behind it (contrast as in WCAG 2, opacity counted in), once all is laid out.
MEASURE = """<script>
const parse = color => (color.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
const over = (top, alpha, below) => below.map((part, i) => alpha * top[i] + (1 - alpha) * part);
const light = rgb => rgb.map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
const parents = node => node instanceof Element ? [...parents(node.parentElement), node] : [];
const contrast = (node, color) => {
  let behind = [255, 255, 255], clear = 1;
  for (const above of parents(node)) {
    const style = getComputedStyle(above), [r, g, b, a = 1] = parse(style.backgroundColor);
    clear *= Number(style.opacity);
    behind = over([r, g, b], a * clear, behind);
  }
  const [r, g, b, a = 1] = parse(color);
  const two = [light(over([r, g, b], a * clear, behind)), light(behind)].sort((x, y) => y - x);
  return (two[0] + 0.05) / (two[1] + 0.05);
};
const unseen = ['STYLE', 'SCRIPT', 'TITLE', 'style', 'title'];
const all = [...document.querySelectorAll('body *')].filter(e => !unseen.includes(e.tagName));
const name = e => e.tagName + '.' + (e.getAttribute('class') || '') + ' ' + e.textContent.trim().slice(0, 20);
const wide = document.documentElement.clientWidth + 1;
const leaves = box => box.left < -1 || box.right > wide;
const pictures = [...document.querySelectorAll('svg')].map(svg => [svg.getBoundingClientRect(), svg]);
const marks = 'text, rect, circle, path:not(.background):not(.foreground)';
const outside = ([frame, svg]) => [...svg.querySelectorAll(marks)].filter(e => {
  const box = e.getBoundingClientRect();
  const within = box.left >= frame.left - 1 && box.right <= frame.right + 1;
  return !(within && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1);
});
const seen = e => parents(e).every(above => Number(getComputedStyle(above).opacity) > 0);
const told = all.filter(e => seen(e) && [...e.childNodes].some(n => n.nodeType == 3 && n.data.trim()));
const ink = e => getComputedStyle(e)[e instanceof SVGElement ? 'fill' : 'color'];
const faint = told.filter(e => contrast(e, ink(e)) < 4.5);
document.title = JSON.stringify({
  wide: wide, height: document.body.scrollHeight, texts: told.length,
  out: all.filter(e => leaves(e.getBoundingClientRect())).concat(pictures.flatMap(outside)).map(name),
  faint: faint.map(name),
});
</script>"""


def browse(folder: Path, markup: str, size: tuple[int, int], theme: str, *mode: str) -> bytes:
    """Show the markup in a page of this width, height and theme, as notebooks would."""
    width, height = size
    paper, ink = PAGES[theme]
    body = f'<body style="background:{paper};color:{ink};margin:8px">'
    shown = markup.replace("<details>", "<details open>")
    if theme == "print":
        shown = shown.replace("@media print", "@media all")
    page = folder / "page.html"
    # A window may not be as narrow as a phone, but a frame may.
    inner = html.escape(f"<!doctype html><meta charset=utf-8>{body}{shown}{MEASURE}")
    frame = f'<iframe srcdoc="{inner}" style="border:0;width:{width}px;height:{height}px"></iframe>'
    copied = "<script>onload = () => document.title = frames[0].document.title</script>"
    page.write_text(f"<!doctype html><meta charset=utf-8><body style='margin:0'>{frame}{copied}", encoding="utf-8")
    done = subprocess.run(
        [
            str(BROWSER),
            "--headless",
            "--no-sandbox",
            "--hide-scrollbars",
            *QUIET.split(),
            *(DARK if theme == "dark" else []),
            f"--user-data-dir={folder}/profile",
            f"--window-size={max(width, 600)},{height}",
            "--virtual-time-budget=2000",
            *mode,
            page.as_uri(),
        ],
        capture_output=True,
        timeout=180,
        check=True,
    )
    return done.stdout


def measured(folder: Path, markup: str, width: int, theme: str = "light") -> dict[str, Any]:
    dump = browse(folder, markup, (width, 3_000), theme, "--dump-dom").decode()
    title = dump.partition("<title>")[2].partition("</title>")[0]
    return json.loads(html.unescape(title))  # type: ignore[no-any-return]


def photographed(folder: Path, markup: str, width: int, theme: str) -> list[list[bytes]]:
    """The pixels of a screenshot, line by line."""
    browse(folder, markup, (width, 700), theme, f"--screenshot={folder}/page.png")
    return pixels((folder / "page.png").read_bytes())


def pixels(png: bytes) -> list[list[bytes]]:
    """The pixels of a PNG of 8 bits a channel without interlace, as browsers write it."""
    chunks, at = [], 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        chunks.append((kind, png[at + 8 : at + 8 + length]))
        at += 12 + length
    width, height, depth, color = struct.unpack(">IIBB", chunks[0][1][:10])
    size = {2: 3, 6: 4}[color]
    assert depth == 8
    data = zlib.decompress(b"".join(content for kind, content in chunks if kind == b"IDAT"))
    above = bytearray(width * size)
    lines = []
    for number in range(height):
        start = number * (width * size + 1)
        line = bytearray(data[start + 1 : start + 1 + width * size])
        _unfilter(data[start], line, above, size)
        lines.append([bytes(line[at : at + 3]) for at in range(0, len(line), size)])
        above = line
    return lines


def _unfilter(kind: int, line: bytearray, above: bytearray, size: int) -> None:
    """Undo the filter of a line of a PNG (section 9 of its specification)."""
    for at in range(len(line) if kind else 0):
        left, up = line[at - size] if at >= size else 0, above[at]
        corner = above[at - size] if at >= size else 0
        nearest = min((left, up, corner), key=lambda value: abs(left + up - corner - value))
        line[at] = (line[at] + (0, left, up, (left + up) // 2, nearest)[kind]) & 255


@pytest.fixture(scope="module")
def everything(report: Article) -> str:
    """Every object that shows itself, and every picture that needs no library; with words that never end too."""
    word = "Donaudampfschifffahrtsgesellschaft" * 30
    quote = Quote(id=QuoteId("q"), kind="direct", spans=(Span(0, len(word)),), text=word, rule=word)
    endless = Article(text=word, headline=word, quotes=(quote,))
    actor = Actor(name=word, kind="person", aliases=(word,), roles=(Role(title=word, organization=word),))
    corpus = Corpus([report, endless, *uzru.load_seeds()], faults=[SourceError(word)])
    objects = [report, endless, quote, actor, corpus, Corpus(), *report.quotes, *report.actors, *report.events]
    shown = [one._repr_html_() for one in [*objects, *uzru.load_seeds()]]
    return "".join([*shown, said_svg(report), said_svg(wide_report()), network_svg(uzru.load_seeds())])


def wide_report() -> Article:
    """A report of wide letters only."""
    text = "WIDE MWMWMW " * 60
    who = [Actor(name=text[:200], kind="person", roles=(Role(title=text),)), Actor(name="B", kind="person")]
    quotes = tuple(
        Quote(id=QuoteId(str(at)), kind=kind, spans=(Span(at, at + 300),), text=text[at : at + 300], speaker=speaker)
        for at, speaker, kind in ((0, who[0], "direct"), (310, who[1], "indirect"), (len(text) - 300, None, "mixed"))
    )
    return Article(text=text, headline=text, actors=tuple(who), quotes=quotes)


@pytest.mark.parametrize("theme", PAGES)
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_nothing_sticks_out_and_all_can_be_read(everything: str, tmp_path: Path, width: int, theme: str) -> None:
    found = measured(tmp_path, everything, width, theme)
    assert found["wide"] == width + 1
    assert found["out"] == []
    assert found["faint"] == []
    assert found["texts"] > 400
    assert found["height"] > 3000


def test_what_sticks_out_or_is_faint_would_be_seen(tmp_path: Path) -> None:
    pale = '<p style="color:#bbb">pale</p><svg width=40 height=20><text x=20 y=15>word word</text></svg>'
    found = measured(tmp_path, f'<p style="width:500px">wide</p>{pale}', PHONE)
    assert found["out"] == ["P. wide", "text. word word"]
    assert found["faint"] == ["P. pale"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_screenshot_has_margins_words_and_colors(report: Article, tmp_path: Path, theme: str) -> None:
    lines = photographed(tmp_path, report._repr_html_() + said_svg(report), DESKTOP, theme)
    paper = bytes.fromhex("ffffff" if theme == "light" else "111111")
    assert all(pixel == paper for line in lines for pixel in (*line[:6], *line[-6:]))
    colors = Counter(pixel for line in lines for pixel in line)
    inked = 1 - colors[paper] / colors.total()
    assert 0.01 < inked < 0.5
    assert any(max(pixel) - min(pixel) > 60 for pixel in colors)


def test_nothing_sticks_out_of_a_chart(tmp_path: Path) -> None:
    pytest.importorskip("altair")
    pytest.importorskip("vl_convert")
    from uzru.display.charts import network, quotes_over_time, timeline, who_about_whom

    drawn = []
    for chart in (network, quotes_over_time, timeline, who_about_whom):
        chart(uzru.load_seeds()).save(tmp_path / "chart.svg")
        drawn.append((tmp_path / "chart.svg").read_text(encoding="utf-8"))
    found = measured(tmp_path, f'<div style="background:#fff">{"<br>".join(drawn)}</div>', DESKTOP)
    assert found["out"] == []
    assert found["faint"] == []
    assert found["texts"] > 60
