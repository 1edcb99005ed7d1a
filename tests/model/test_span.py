import pytest
from hypothesis import given
from hypothesis import strategies as st

from uzru import ModelError, Span
from uzru.model import make_id

offsets = st.integers(0, 1000)
spans = st.builds(lambda a, b: Span(min(a, b), max(a, b)), offsets, offsets)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 3), (-2, -1)])
def test_a_span_that_is_no_range_is_refused_with_a_reason(start: int, end: int) -> None:
    with pytest.raises(ModelError, match="does not end before it starts"):
        Span(start, end)


@given(spans, st.text(max_size=1000))
def test_a_slice_is_as_long_as_the_span_where_the_text_reaches(span: Span, text: str) -> None:
    assert len(text[span.slice]) == max(0, min(span.end, len(text)) - min(span.start, len(text)))


@given(spans, spans)
def test_overlap_is_mutual_and_means_a_shared_offset(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == other.overlaps(one)
    assert not shared or one.overlaps(other)


@given(spans, st.integers(0, 50))
def test_moving_a_span_keeps_its_length(span: Span, by: int) -> None:
    assert len(span.shift(by)) == len(span)
    assert span.shift(by).start == span.start + by


def test_spans_sort_by_start_then_end() -> None:
    assert sorted([Span(3, 9), Span(3, 4), Span(0, 9)]) == [Span(0, 9), Span(3, 4), Span(3, 9)]


def test_an_empty_span_is_still_true_so_that_it_differs_from_none() -> None:
    assert Span(0, 0)


def test_repr_evaluates_back() -> None:
    assert eval(repr(Span(3, 7))) == Span(3, 7)


def test_ids_tell_apart_parts_that_join_to_the_same_string() -> None:
    assert make_id("x", "ab", "c") != make_id("x", "a", "bc")


def test_an_id_can_be_made_of_a_lone_surrogate() -> None:
    assert make_id("article", "\ud800") == make_id("article", "\ud800")
