"""The names stage, built once, and a short way to ask what it finds."""

from collections.abc import Callable

import pytest

from uzru.knowledge import Knowledge
from uzru.parsing.names import Named, Names, resolve_pronouns
from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.text import Reading

Found = Callable[[str], Named]


@pytest.fixture(scope="session")
def names() -> Names:
    return Names(Knowledge())


@pytest.fixture(scope="session")
def lexicon(names: Names) -> Lexicon:
    return names.lexicon


@pytest.fixture(scope="session")
def find(names: Names) -> Found:
    """Names and pronouns of a text without quotations."""

    def found(text: str) -> Named:
        reading = Reading(text)
        return resolve_pronouns(reading, names(reading), ())

    return found
