from typing import Any

import attrs
import pytest
from hypothesis import given

import uzru
from uzru import Actor, Article
from uzru.model.diff import ArticleDiff, compare
from uzru.testing import news_texts

OLD = """Egor Panin said: "We will stay."

"The mint is closed," Neil Ashdown told reporters.

A bridge opened in Brno on 2 May."""


def changes(new: str, old: str = OLD) -> list[tuple[str, str]]:
    return [(change.was, change.now) for change in uzru.parse(old).diff(uzru.parse(new)).words]


def test_the_same_report_has_not_changed() -> None:
    diff = uzru.parse(OLD).diff(uzru.parse(OLD.replace("\n\n", "\n \n")))
    assert not diff
    assert str(diff) == "no change"


def test_words_that_were_changed_added_and_taken_out() -> None:
    assert changes(OLD.replace("2 May", "3 May")) == [("2", "3")]
    assert changes(OLD.replace("A bridge", "A new bridge")) == [("", "new")]
    assert changes(OLD.replace(" in Brno", "")) == [("in Brno", "")]
    assert changes(OLD + "\n\nIt rained.") == [("", "It rained.")]
    assert changes("It rained.\n\n" + OLD) == [("", "It rained.")]
    assert changes("") == [(OLD, "")]


def test_changes_stand_where_their_spans_say() -> None:
    old, new = uzru.parse(OLD), uzru.parse(OLD.replace("A bridge", "A new bridge").replace("stay", "go"))
    for change in old.diff(new).words:
        assert old.text[change.old.slice] == change.was
        assert new.text[change.new.slice] == change.now


def test_a_quotation_given_to_another_is_a_changed_attribution() -> None:
    (change,) = uzru.parse(OLD).diff(uzru.parse(OLD.replace("Neil Ashdown", "Malika Ortikova"))).changed
    assert change.fields == ("speaker",)
    assert str(change) == "'The mint is closed,': speaker: Neil Ashdown -> Malika Ortikova"


def test_a_quotation_in_other_words_is_changed_and_not_another() -> None:
    (change,) = uzru.parse(OLD).diff(uzru.parse(OLD.replace("The mint is closed", "The old mint is closed"))).changed
    assert change.fields == ("text",)
    assert "'The mint is closed,' -> 'The old mint is closed,'" in str(change)


def test_quotations_that_came_and_went() -> None:
    diff = uzru.parse(OLD).diff(uzru.parse(OLD.replace('Egor Panin said: "We will stay."', 'Egor Panin said: "No."')))
    assert [quote.text for quote in diff.removed] == ["We will stay."]
    assert [quote.text for quote in diff.added] == ["No."]
    assert "quotation added: Egor Panin: No." in str(diff)


def test_two_quotations_of_the_same_words_are_paired_in_order(report: Article) -> None:
    other = Actor(name="Joan Lee", kind="person")
    twice = attrs.evolve(report.quotes[0], id=uzru.model.QuoteId("again"), speaker=other)
    article = attrs.evolve(report, quotes=(*report.quotes, twice), actors=(*report.actors, other))
    assert not compare(article, article)


def test_long_changed_stretches_are_told_as_a_whole() -> None:
    old, new = (Article(text=" ".join(f"{name}{number}" for number in range(5_000))) for name in "ab")
    (change,) = compare(old, new).words
    assert (change.was, change.now) == (old.text, new.text)


@pytest.mark.parametrize("field", ["kind", "addressee", "cue", "when"])
def test_every_part_of_an_attribution_counts(report: Article, field: str) -> None:
    values: dict[str, Any] = {"kind": "mixed", "addressee": None, "cue": None, "when": None}
    quote = attrs.evolve(report.quotes[0], **{field: values[field]})
    (change,) = compare(report, attrs.evolve(report, quotes=(quote, *report.quotes[1:]))).changed
    assert change.fields == (field,)
    assert field in str(change)


@given(news_texts(), news_texts())
def test_applying_the_changes_to_the_old_words_gives_the_new(one: str, other: str) -> None:
    old, new = uzru.parse(one), uzru.parse(other)
    parts, at = [], 0
    for change in old.diff(new).words:
        parts += [old.text[at : change.old.start], " ", change.now, " "]
        at = change.old.end
    parts.append(old.text[at:])
    assert "".join("".join(parts).split()) == "".join(new.text.split())


def test_whatever_has_changed_is_a_change() -> None:
    quote = uzru.parse(OLD).quotes[0]
    assert ArticleDiff(added=(quote,))
    assert ArticleDiff(removed=(quote,))
    assert not ArticleDiff()


def test_a_page_of_one_line_again_and_again_is_compared() -> None:
    old, new = Article(text="A\n\n" * 20_000), Article(text="A\n\n" * 19_999 + "B")
    assert compare(old, old).words == ()
    assert [change.now[-1] for change in compare(old, new).words] == ["B"]
