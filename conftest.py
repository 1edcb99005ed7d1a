"""Lets examples that need an optional package wait until it is installed, and no property fail for being slow."""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import settings

# The first example of a property may have to build a parser.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

_NEEDS = re.compile(r"^(?:<!--|#) examples need: ([\w, .]+?)(?: -->)?$", re.MULTILINE)


@cache
def _missing(path: Path) -> list[str]:
    """The packages that a page or module says its examples need, and that are not here."""
    found = _NEEDS.search(path.read_text(encoding="utf-8"))
    return [name for name in found[1].split(", ") if find_spec(name) is None] if found else []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the examples that cannot run here as skipped."""
    for item in items:
        if isinstance(item, pytest.DoctestItem) and (missing := _missing(item.path)):
            item.add_marker(pytest.mark.skip(reason=f"needs {', '.join(missing)}"))
