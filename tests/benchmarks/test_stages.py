"""Where the time of parsing goes.  Run with: python -m pytest tests/benchmarks/test_stages.py -o addopts= -s"""

import re
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

import uzru
from uzru.parsing import parser as order
from uzru.testing import make_report

TEXTS = [make_report(4_000, seed) for seed in range(100)]
SIZE = sum(len(text.encode()) for text in TEXTS) / 1_000_000


def test_each_stage_beside_the_word_pattern(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processor time in milliseconds for a million bytes, in times of the word pattern too: the best of five rounds."""
    spent: Counter[str] = Counter()

    def timed(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any) -> Any:
            begin = time.process_time()
            found = call(*given)
            spent[name] += time.process_time() - begin  # type: ignore[assignment]
            return found

        return run

    parser = uzru.Parser()
    for stage in ("layout", "names", "officeholders", "dates", "quotes", "events"):
        monkeypatch.setattr(parser, f"_{stage}", timed(stage, getattr(parser, f"_{stage}")))
    for function in ("resolve_pronouns", "speak", "list_actors"):
        monkeypatch.setattr(order, function, timed(function, getattr(order, function)))
    best: dict[str, float] = {}
    for _ in range(5):
        spent.clear()
        begin = time.process_time()
        for text in TEXTS:
            re.findall(r"\w+", text)
        middle = time.process_time()
        for text in TEXTS:
            parser.parse(text)
        took = {**spent, "word pattern": middle - begin, "all of it": time.process_time() - middle}
        best = {name: min(time, best.get(name, time)) for name, time in took.items()}
    print()
    for name, seconds in sorted(best.items(), key=lambda pair: pair[1]):
        print(f"{name:16} {1000 * seconds / SIZE:6.0f} ms/MB {seconds / best['word pattern']:6.1f} times")
