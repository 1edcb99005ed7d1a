"""How long it takes.  Run with: python -m pytest tests/benchmarks -o addopts= -s"""

import math
import re
import time
import tracemalloc
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

import uzru
from uzru.testing import make_report

ARTICLES = [make_report(4_000, seed) for seed in range(100)]
BYTES = sum(len(text.encode()) for text in ARTICLES)
HOSTILE = {
    "marks": '"',
    "capitals": "A",
    "capital words": "Ann ",
    "brackets": "[(",
    "one line": "and so the minister said that the ",
    "dates": "May 1999 ",
    "labels": "A: b\n",
}


def test_a_hundred_articles(benchmark: Any) -> None:
    uzru.parse(ARTICLES[0])
    benchmark(lambda: [uzru.parse(text) for text in ARTICLES])
    words = min(_time(lambda: [re.findall(r"\w+", text) for text in ARTICLES]) for _ in range(3))
    fastest = benchmark.stats.stats.min
    print(f"\n{BYTES / 1e6 / fastest:.2f} MB/s, {fastest / words:.1f} times the word pattern")


@pytest.mark.parametrize("name", ["news", *HOSTILE])
def test_cost_grows_with_the_length(name: str) -> None:
    """The exponent of cost over length, fitted through sizes from 10 KB to 1 MB; 1 is linear."""
    points = []
    for size in (10_000, 100_000, 1_000_000):
        text = make_report(size) if name == "news" else HOSTILE[name] * (size // len(HOSTILE[name]))
        points.append((math.log(len(text)), math.log(min(_time(partial(uzru.parse, text)) for _ in range(2)))))
    slope = (points[-1][1] - points[0][1]) / (points[-1][0] - points[0][0])
    print(f"\n{name}: exponent {slope:.2f}, {1 / math.exp(points[-1][1]):.2f} MB/s at 1 MB")


@pytest.mark.parametrize("size", [4_000, 40_000, 400_000])
def test_memory_of_an_article(size: int) -> None:
    """What an article keeps, and what parsing it needs at most, in times of its text; the parser is there already."""
    text = make_report(size)
    uzru.parse(make_report(4_000, seed=1))
    tracemalloc.start()
    article = uzru.parse(text)
    kept, most = (count / len(text.encode()) for count in tracemalloc.get_traced_memory())
    tracemalloc.stop()
    print(f"\n{len(article.text):,} characters: keeps {kept:.0f} times the text, needs {most:.0f} times at most")


def _time(call: Callable[[], object]) -> float:
    begin = time.perf_counter()
    call()
    return time.perf_counter() - begin
