"""One sentence for each way of reporting speech: `constructions.txt` has it, and under it what is said by whom.

A line under a sentence reads `kind | speaker | cue | content | further pieces -> addressee`.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

LINES = (Path(__file__).parent / "constructions.txt").read_text(encoding="utf-8").splitlines()
STARTS = [number for number, line in enumerate(LINES) if not line.startswith(" ")]
CASES = [(LINES[start], LINES[start + 1 : end]) for start, end in zip(STARTS, [*STARTS[1:], None], strict=True)]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[sentence for sentence, _ in CASES])
def test_who_says_what(find: Callable[[str], list[Any]], sentence: str, expected: list[str]) -> None:
    told = []
    for said in find(sentence):
        addressee = said.words(said.attribution.addressee_span)
        parts = " | ".join([said.kind, said.speaker or "?", said.cue or "?", *said.content])
        told.append(f"    {parts} -> {addressee}" if addressee else f"    {parts}")
    assert told == expected
