"""Forms of verbs and nouns."""

from __future__ import annotations

import pytest

from uzru.knowledge import Knowledge
from uzru.parsing.inflection import Inflector, plural

INFLECTOR = Inflector.of(Knowledge())


@pytest.mark.parametrize(
    ("lemma", "third", "gerund", "past", "participle"),
    [
        ("arrest", "arrests", "arresting", "arrested", "arrested"),
        ("ban", "bans", "banning", "banned", "banned"),
        ("seize", "seizes", "seizing", "seized", "seized"),
        ("deny", "denies", "denying", "denied", "denied"),
        ("veto", "vetoes", "vetoing", "vetoed", "vetoed"),
        ("visit", "visits", "visiting", "visited", "visited"),
        ("offer", "offers", "offering", "offered", "offered"),
        ("free", "frees", "freeing", "freed", "freed"),
        ("tie", "ties", "tying", "tied", "tied"),
        ("show", "shows", "showing", "showed", "shown"),
        ("expel", "expels", "expelling", "expelled", "expelled"),
        ("quit", "quits", "quitting", "quit", "quit"),
        ("call-off", "calls-off", "calling-off", "called-off", "called-off"),
    ],
)
def test_regular_and_irregular_forms(lemma: str, third: str, gerund: str, past: str, participle: str) -> None:
    forms = INFLECTOR.forms(lemma)
    assert (forms.third[0], forms.gerund[0], forms.past[0], forms.participle[0]) == (third, gerund, past, participle)


def test_both_spellings_of_a_doubled_consonant_are_known() -> None:
    assert INFLECTOR.forms("cancel").past == ("cancelled", "canceled")


@pytest.mark.parametrize(
    ("noun", "many"),
    [("raid", "raids"), ("embassy", "embassies"), ("day", "days"), ("clash", "clashes"), ("box", "boxes")],
)
def test_plurals(noun: str, many: str) -> None:
    assert plural(noun) == many


def test_a_user_adds_an_irregular_verb(tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    columns = "\t".join(Knowledge().columns("irregular-verbs"))
    (folder / "irregular-verbs.tsv").write_text(f"{columns}\nsmite\tsmote\tsmitten\n", encoding="utf-8")
    assert Inflector.of(Knowledge.load(folder)).forms("smite").participle == ("smitten",)
