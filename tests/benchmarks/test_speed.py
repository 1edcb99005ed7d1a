"""How long it takes.  Run with: python -m pytest tests/benchmarks -o addopts= -s"""

import math
import random
import re
import time
import tracemalloc
from collections.abc import Callable
from functools import partial
from statistics import linear_regression
from typing import Any

import pytest

import uzru
from uzru.testing import make_report

ARTICLES = [make_report(4_000, seed) for seed in range(100)]
SYLLABLES = [a + b for a in "bdgklmnprstvz" for b in "aeiou"]
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
    words = min(_time(lambda: [re.findall(r"\w+", text) for text in ARTICLES]) for _ in range(5))
    fastest = min(_time(lambda: [uzru.parse(text) for text in ARTICLES]) for _ in range(3))
    print(f"\n{BYTES / 1e6 / fastest:.2f} MB/s, {fastest / words:.1f} times the word pattern")


def test_articles_read_for_the_first_time() -> None:
    """One pass over reports whose persons, bodies and cities the process has not met."""
    texts = [_among_strangers(text, seed) for seed, text in enumerate(ARTICLES * 2)]
    for text in ARTICLES:
        uzru.parse(text)
    words = min(_time(lambda: [re.findall(r"\w+", text) for text in texts]) for _ in range(5))
    taken = _time(lambda: [uzru.parse(text) for text in texts])
    size = sum(len(text.encode()) for text in texts)
    print(f"\n{size / 1e6 / taken:.2f} MB/s, {taken / words:.1f} times the word pattern")


@pytest.mark.parametrize("name", ["news", *HOSTILE])
def test_cost_grows_with_the_length(name: str) -> None:
    """The exponent of cost over length, fitted through sizes from 1 KB to 1 MB, news to 10 MB; 1 is linear."""
    sizes, costs = [], []
    for size in (1_000, 10_000, 100_000, 1_000_000, 10_000_000)[: 5 if name == "news" else 4]:
        text = make_report(size) if name == "news" else HOSTILE[name] * (size // len(HOSTILE[name]))
        uzru.parse(text[:10_000])
        rounds = 1 if size > 1_000_000 else 2 if size > 100_000 else 5
        costs.append(math.log(min(_time(partial(uzru.parse, text)) for _ in range(rounds))))
        sizes.append(math.log(len(text)))
    slope = linear_regression(sizes, costs).slope
    print(f"\n{name}: exponent {slope:.2f}, {math.exp(sizes[-1] - costs[-1]) / 1e6:.2f} MB/s at the largest")


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


def _among_strangers(text: str, seed: int) -> str:
    """A report whose persons, bodies and cities have other names, invented anew."""
    rng = random.Random(seed)
    article = uzru.parse(text)
    names = {actor.name for actor in article.actors if actor.kind in ("person", "organization")}
    names |= {mention.place.name for mention in article.places}
    for word in sorted({word for name in names for word in name.split() if word[0].isupper()}):
        text = re.sub(rf"\b{word}\b", "".join(rng.choices(SYLLABLES, k=3)).capitalize(), text)
    return text


def _time(call: Callable[[], object]) -> float:
    begin = time.process_time()
    call()
    return time.process_time() - begin
