"""The outline of a rule, by which its pattern is compiled late, may never turn away what the pattern takes."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from uzru.knowledge import Knowledge
from uzru.parsing.dates import _MODULES
from uzru.parsing.dates.lexicon import Lexicon
from uzru.parsing.dates.openings import opening_at, openings

LEXICON = Lexicon(Knowledge())
TEMPLATES = sorted({rule.template for module in _MODULES for rule in module.RULES})


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), st.sampled_from(TEMPLATES))
def test_an_outline_takes_what_its_pattern_takes(data: st.DataObject, template: str) -> None:
    outline, pattern = LEXICON.outline(template), LEXICON.pattern(template)
    text = data.draw(st.from_regex(pattern))
    for at in range(len(text)):
        match = pattern.match(text, at)
        rough = outline.pattern.match(text, at) if outline else match
        assert rough or not match
        if outline and rough and outline.is_exact(rough):
            assert match
            assert rough[0] == match[0]
            assert all(rough[group] == text for group, text in match.groupdict().items())


def test_a_template_that_forbids_words_has_no_outline() -> None:
    assert LEXICON.outline(r"%NUM(?! (?:percent|%UNIT))") is None
    assert LEXICON.outline(r"%NUM(?![)%])(?! percent) %UNIT") is not None


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), st.sampled_from(TEMPLATES))
def test_what_a_pattern_takes_begins_with_one_of_its_openings(data: st.DataObject, template: str) -> None:
    pattern = LEXICON.pattern(template)
    text = data.draw(st.from_regex(pattern))
    for at in range(len(text)):
        if pattern.match(text, at):
            assert opening_at(text, at).startswith(LEXICON.openings(template))


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        (r"(?:the )?last", ("last", "the")),
        (r"an? day", ("a",)),
        (r"weeks?", ("week",)),
        (r"(?=x)(?<!y)(?P<w>day|[12]\d)", ("0", "day")),
        (r"\d{0,3}[½¼]|\.", (".", "0", "¼", "½")),
        (r"%NUM~ago", ("two",)),
        (r"%ANY~ago", ("",)),
        (r"(?:%NUM )?(?P=w)", ("",)),
        (r"[a-z]+|day", ("",)),
        (r"(?:a|b)*", ("",)),
        (r"\w", ("",)),
    ],
)
def test_openings(pattern: str, told: tuple[str, ...]) -> None:
    assert openings(pattern, {"NUM": ("two",), "ANY": ("",)}) == told
