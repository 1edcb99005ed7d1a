"""Each doubt of the table `quote-doubts` counts where it is in place, and nowhere else."""

from typing import Any

import pytest

from uzru.knowledge import Knowledge
from uzru.model import QuoteKind
from uzru.parsing.quotes.confidence import Confidence
from uzru.parsing.quotes.drafts import Draft

SURE: dict[str, Any] = {"rule": "reported", "cue": (0, 4), "source": (5, 9), "lemma": "say"}
DIRECT, MIXED, INDIRECT = QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.INDIRECT
CASES = [
    ("participle", {"how": "participle"}, INDIRECT, 12),
    ("coordinated", {"how": "coordinated"}, INDIRECT, 12),
    ("shared", {"how": "shared"}, INDIRECT, 12),
    ("relative", {"how": "relative"}, INDIRECT, 12),
    ("infinitive", {"how": "infinitive"}, INDIRECT, 12),
    ("no-speaker", {"source": None}, INDIRECT, 12),
    ("belief", {"category": "belief"}, INDIRECT, 12),
    ("writing", {"category": "writing"}, INDIRECT, 12),
    ("negated", {"negated": True}, INDIRECT, 12),
    ("bare", {"frame": "clause"}, INDIRECT, 12),
    ("bare", {"frame": "colon"}, INDIRECT, 12),
    ("object", {"frame": "object"}, INDIRECT, 12),
    ("object", {"frame": "preposition"}, INDIRECT, 12),
    ("one-or-two-words", {}, INDIRECT, 1),
    ("one-or-two-words", {}, INDIRECT, 2),
    ("three-to-five-words", {}, INDIRECT, 3),
    ("three-to-five-words", {}, INDIRECT, 5),
    ("six-to-eleven-words", {}, INDIRECT, 6),
    ("six-to-eleven-words", {}, INDIRECT, 11),
    ("joined", {"joins": 1}, DIRECT, 12),
    ("joined", {"joins": 4}, DIRECT, 12),
    ("much-joined", {"joins": 5}, DIRECT, 12),
    ("before-mixed", {"rule": "before"}, MIXED, 12),
]
CONFIDENCE = Confidence(Knowledge())


def confidence(kind: QuoteKind, words: int, **changes: Any) -> float:
    made = {name: changes.pop(name, value) for name, value in SURE.items()}
    draft = Draft([(10, 60)], **made)
    for name, value in changes.items():
        setattr(draft, name, value)
    return CONFIDENCE(draft, kind, words)


@pytest.mark.parametrize(("doubt", "changes", "kind", "words"), CASES)
def test_a_doubt_lowers_the_confidence_of_its_rule(
    doubt: str, changes: dict[str, Any], kind: QuoteKind, words: int
) -> None:
    rule = CONFIDENCE.rules[changes.get("rule", "reported")]
    assert confidence(kind, words, **changes) == pytest.approx(rule * CONFIDENCE.doubts[doubt], abs=0.001)


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({}, INDIRECT),
        ({"joins": 9}, MIXED),
        ({"frame": "clause", "rule": "tail"}, INDIRECT),
        ({"frame": "that"}, INDIRECT),
        ({"source": None, "rule": "around"}, INDIRECT),
        ({"source": None, "repeats": 0}, DIRECT),
    ],
)
def test_where_there_is_no_doubt_the_rule_alone_counts(changes: dict[str, Any], kind: QuoteKind) -> None:
    rule = CONFIDENCE.rules[changes.get("rule", "reported")]
    assert confidence(kind, 12, **changes) == pytest.approx(rule, abs=0.001)


def test_each_doubt_of_the_table_has_its_case() -> None:
    assert set(CONFIDENCE.doubts) == {doubt for doubt, *_ in CASES}


def test_a_rule_that_the_table_does_not_know_is_even() -> None:
    assert confidence(INDIRECT, 12, rule="of a user") == 0.5
