"""CAMEO codes of PLOVER events."""

from __future__ import annotations

import pytest

from uzru.model.cameo import CAMEO, cameo_code
from uzru.model.plover import MODES, EventType


@pytest.mark.parametrize("type_", list(EventType))
def test_every_type_has_a_code_and_its_modes_are_plovers(type_: EventType) -> None:
    assert len(CAMEO[type_, ""]) == 2
    assert {mode for found, mode in CAMEO if found is type_ and mode} <= MODES[type_]


def test_the_first_mode_with_a_code_decides() -> None:
    assert cameo_code(EventType.ASSAULT, ("primitive", "drone")) == "1952"
    assert cameo_code(EventType.ASSAULT, ()) == "18"
