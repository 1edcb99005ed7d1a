"""What the tests of quotations share: one stage, and attributions as plain words."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from uzru.knowledge import Knowledge
from uzru.model import Span
from uzru.parsing.quotes import Attribution, Quotes
from uzru.parsing.text import Reading


class Said(NamedTuple):
    """An attribution as words of its text."""

    kind: str
    speaker: str | None
    cue: str | None
    content: tuple[str, ...]
    rule: str
    attribution: Attribution
    text: str

    def words(self, span: Span | None) -> str | None:
        return None if span is None else self.text[span.slice]


Find = Callable[..., list[Said]]


@pytest.fixture(scope="session")
def quotes() -> Quotes:
    return Quotes(Knowledge())


@pytest.fixture(scope="session")
def find(quotes: Quotes) -> Find:
    def run(text: str, reading: Reading | None = None) -> list[Said]:
        def words(span: Span | None) -> str | None:
            return None if span is None else text[span.slice]

        return [
            Said(
                kind=str(a.kind),
                speaker=words(a.speaker_span),
                cue=words(a.cue),
                content=tuple(text[span.slice] for span in a.spans),
                rule=a.rule,
                attribution=a,
                text=text,
            )
            for a in quotes(reading or Reading(text), (), ())
        ]

    return run
