"""What a rule needs, by which it is known without its pattern what it cannot take."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from uzru.knowledge import Knowledge
from uzru.parsing.dates import _MODULES
from uzru.parsing.dates.lexicon import Lexicon
from uzru.parsing.dates.needs import Needs, needs_of

LEXICON = Lexicon(Knowledge())
TEMPLATES = sorted({rule.template for module in _MODULES for rule in module.RULES})
FIGURES = frozenset({"0"})
MONTHS = frozenset({"may", "june"})


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), st.sampled_from(TEMPLATES))
def test_what_a_pattern_takes_has_what_its_template_needs(data: st.DataObject, template: str) -> None:
    needs, pattern = LEXICON.needs(template), LEXICON.pattern(template)
    text = data.draw(st.from_regex(pattern))
    for at in range(len(text)):
        if pattern.match(text, at):
            assert needs.are_met(text, at)


@pytest.mark.parametrize(
    ("template", "texts", "words"),
    [
        (r"(?:the )?week-?ends(?![a-z])", (("week",), ("ends",)), ()),
        (r"(?:of (?:the )?)?%MONTH", (), ((MONTHS, 1),)),
        (
            r"%MONTH ?(?:-|–|through ) ?%MONTH2 \d\d?:\d\d",
            (("-", "–", "through "), (":",)),
            ((MONTHS, 2), (FIGURES, 2)),
        ),
        (r"(?:%MONTH|(?P<last>last)) days?", (("day",),), ()),
        (r"(?P<edge>first|last) (?:week(?:of|in) )?(?:\(?local\)?)", (("first", "last"), ("local",)), ()),
        (r"\d\d?(?:, \d\d?){1,6}|%MONTH", (), ()),
        (r"['’]s (?:afterwards?|an?)", (("afterward", "a"),), ()),
    ],
)
def test_the_needs_of_a_template(template: str, texts: tuple[tuple[str, ...], ...], words: tuple[object, ...]) -> None:
    assert needs_of(template, {"MONTH": MONTHS}) == Needs(texts, words)  # type: ignore[arg-type]


def test_what_stands_far_away_is_not_what_is_needed() -> None:
    needs = LEXICON.needs("%NUM~%UNIT ago")
    assert needs.are_met("two years ago", 0)
    assert not needs.are_met("two years" + " and" * 50 + " ago", 0)
    assert not needs.are_met("two years ago", 4)
