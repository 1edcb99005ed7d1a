"""Whom pronouns mean."""

from collections.abc import Callable

import attrs
import pytest

from uzru.model import MentionForm, Span
from uzru.parsing.names import Named, Names, resolve_pronouns
from uzru.parsing.text import Reading

Found = Callable[[str], Named]


@attrs.frozen
class Spoken:
    verbatim: tuple[Span, ...]
    speaker_span: Span | None


def pronouns(found: Found, text: str) -> list[tuple[str, str]]:
    return [(text[m.span.slice], m.actor.name) for m in found(text).mentions if m.form is MentionForm.PRONOUN]


def test_he_and_she_by_the_sex_of_the_first_name(find: Found) -> None:
    text = "Egor Panin met Malika Ortikova. She thanked him."
    assert pronouns(find, text) == [("She", "Malika Ortikova"), ("him", "Egor Panin")]


def test_a_title_tells_the_sex(find: Found) -> None:
    assert pronouns(find, "Mrs. Xyborova met Mr. Zzanin. He left.") == [("He", "Zzanin")]


def test_he_before_the_name_in_a_clause_that_opens_the_sentence(find: Found) -> None:
    text = "Little was known of Egor Panin. Before she left Brno, Malika Ortikova said no more."
    assert pronouns(find, text) == [("she", "Malika Ortikova")]


def test_it_that_means_nobody_is_left_alone(find: Found) -> None:
    assert pronouns(find, "The Bank of Nukus waited. It is clear that it was not possible to pay.") == []


def test_who_behind_a_name(find: Found) -> None:
    assert pronouns(find, "Egor Panin, who left, waited.") == [("who", "Egor Panin")]


def test_nobody_is_he_in_his_own_quotation(names: Names) -> None:
    text = 'Egor Panin met Neil Ashdown. "He will pay," Panin said.'
    reading = Reading(text)
    spoken = Spoken((Span(30, 42),), Span(text.index("Panin said"), text.index(" said")))
    named = resolve_pronouns(reading, names(reading), [spoken])
    assert [m.actor.name for m in named.mentions if m.form is MentionForm.PRONOUN] == ["Neil Ashdown"]


def test_a_pronoun_without_anybody_before_it_means_nobody(find: Found) -> None:
    assert pronouns(find, "He left. They stayed. It rained.") == []


@pytest.mark.parametrize("gap", [6, 12])
def test_a_person_of_many_sentences_ago_is_not_meant(find: Found, gap: int) -> None:
    text = "Egor Panin left. " + "The town was calm. " * gap + "He slept."
    assert pronouns(find, text) == []


def test_the_subject_named_behind_its_office_wins_over_an_object(find: Found) -> None:
    text = "The council's envoy for the valley, Neil Ashdown, visited Brno and met Egor Panin and others. He left."
    assert pronouns(find, text) == [("He", "Neil Ashdown")]


@pytest.mark.parametrize("said", ["It said it would wait.", "It has reported no loss."])
def test_it_that_speaks_is_the_body_that_acted(find: Found, said: str) -> None:
    assert pronouns(find, f"The Bank of Nukus bought a mint. {said}")[0] == ("It", "Bank of Nukus")


@pytest.mark.parametrize("said", ["It is said to be calm.", "It was reported late.", "It has been claimed often."])
def test_it_of_what_is_said_means_nobody(find: Found, said: str) -> None:
    assert pronouns(find, f"The Bank of Nukus waited. {said}") == []
