"""The tables of cues are what the code can read."""

from __future__ import annotations

from pathlib import Path

import pytest

from uzru.knowledge import Knowledge
from uzru.model import CueCategory
from uzru.parsing.quotes.lexicon import Lexicon

KNOWLEDGE = Knowledge()


@pytest.mark.parametrize("table", ["cue-verbs", "cue-nouns"])
def test_every_cue_has_a_known_class_and_a_frame(table: str) -> None:
    rows = KNOWLEDGE.table(table)
    assert len({row[0] for row in rows}) == len(rows)
    for word, category, frames in rows:
        assert category in set(CueCategory), word
        assert frames.split(), word


def test_irregular_forms_are_known() -> None:
    lexicon = Lexicon(KNOWLEDGE)
    forms = {
        "said": "say",
        "told": "tell",
        "wrote": "write",
        "written": "write",
        "admitted": "admit",
        "quipped": "quip",
        "swore": "swear",
    }
    assert {form: lexicon.verbs[form].lemma for form in forms} == forms


def test_users_words_win(tmp_path: Path) -> None:
    (tmp_path / "cue-verbs.tsv").write_text("verb\tclass\tframes\nopine\tbelief\tclause\n", encoding="utf-8")
    assert Lexicon(Knowledge.load(tmp_path)).verbs["opined"].category == "belief"


def test_numbers_of_doubt_and_trust_lie_between_bounds() -> None:
    assert all(0 < float(row[1]) <= 1 for row in KNOWLEDGE.table("quote-rules"))
    assert all(0 < float(row[1]) <= 1.05 for row in KNOWLEDGE.table("quote-doubts"))
