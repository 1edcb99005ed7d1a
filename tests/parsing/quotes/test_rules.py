"""Each rule takes its own example and leaves alone what only looks like it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from uzru.knowledge import Knowledge

TAKES = {
    "before": ('"We stay," Malika said.', "direct", "Malika", ("We stay,",)),
    "after": ('Malika said, "We stay."', "direct", "Malika", ("We stay.",)),
    "clause": (
        'Malika said the mint was "a ruin" and would close.',
        "mixed",
        "Malika",
        ('the mint was "a ruin" and would close',),
    ),
    "tail": ("The mint will close, Malika said.", "indirect", "Malika", ("The mint will close",)),
    "reported": ("Malika said the mint would close.", "indirect", "Malika", ("the mint would close",)),
    "according": ("The mint will close, according to Malika.", "indirect", "Malika", ("The mint will close",)),
    "as-clause": ("As Malika told us, the mint will close.", "indirect", "Malika", ("the mint will close",)),
    "nominal": ("She stood by her claim that the mint will close.", "indirect", "her", ("that the mint will close",)),
    "around": ("The mint is expected to close in May.", "indirect", None, ("The mint", "to close in May")),
    "colon": ('Malika is a miner at the old mint: "We stay."', "direct", "Malika", ("We stay.",)),
    "comma": (
        'Malika gave only this, "We will never leave the town."',
        "direct",
        "Malika",
        ("We will never leave the town.",),
    ),
    "adjacent": (
        'Malika is not sorry. "We will never leave the town."',
        "direct",
        "Malika",
        ("We will never leave the town.",),
    ),
    "unknown-verb": ('"We will never leave," Malika snickered.', "direct", "Malika", ("We will never leave,",)),
    "lead-in": ('Malika had this to say:\n"We stay."', "direct", "Malika", ("We stay.",)),
    "signature": ('"We stay."\n-- Malika', "direct", "Malika", ("We stay.",)),
    "interview": (
        "Panin: Do you stay?\nMalika: We stay.\nPanin: For how long?\nMalika: For good.",
        "direct",
        "Malika",
        ("We stay.",),
    ),
    "pull-quote": (
        '"We will never leave the town."\nA street.\n"We will never leave the town," Malika said.',
        "direct",
        None,
        ("We will never leave the town.",),
    ),
}

LEAVES = {
    "before": 'The "stay" campaign, she knew, was over.',
    "after": 'Malika wore a shirt with "Stay" on it.',
    "clause": 'The mint is "a ruin" and will close.',
    "tail": "The mint will close, Malika.",
    "reported": "The said mint closed.",
    "according": "The mint was run according to plan.",
    "as-clause": "As Malika spoke of the mint, it closed.",
    "nominal": "They knew of the claim that was made.",
    "around": "The mint is closed to the public.",
    "colon": 'Closing Time: The "Old" Mint',
    "comma": 'In the end, "Stay" won.',
    "adjacent": 'The town is old. "Stay!"',
    "unknown-verb": '"Stay" Malika shrugged off.',
    "lead-in": 'Malika left the town.\n"We stay."',
    "signature": '"We stay."\n- not so.',
    "interview": "Panin: The Mint\nThe mint closed.",
    "pull-quote": '"We will never leave the town."\nA street.',
}

Find = Callable[[str], list[Any]]


@pytest.mark.parametrize("rule", sorted(TAKES))
def test_a_rule_takes_its_example(rule: str, find: Find) -> None:
    text, kind, speaker, content = TAKES[rule]
    said = next(said for said in find(text) if said.rule == rule and said.content == content)
    assert (said.kind, said.speaker) == (kind, speaker)


@pytest.mark.parametrize("rule", sorted(LEAVES))
def test_a_rule_leaves_what_only_looks_like_it(rule: str, find: Find) -> None:
    assert rule not in {said.rule for said in find(LEAVES[rule])}


def test_every_rule_of_the_table_has_its_examples_here() -> None:
    elsewhere = {"headline"}  # needs names: see test_parts_of_quotations
    rules = {row[0] for row in Knowledge().table("quote-rules")}
    assert rules - elsewhere == set(TAKES) == set(LEAVES)
