import pytest

from uzru import Actor, Event, Magnitude, ModelError, Quad, Span
from uzru.model import EventId, EventType
from uzru.model.plover import CONTEXTS, MODES, QUADS


def event(**fields: object) -> Event:
    given = {"id": EventId("event-1"), "type": "COERCE", "span": Span(0, 9), "trigger": Span(2, 5), **fields}
    return Event(**given)  # type: ignore[arg-type]


def test_there_are_sixteen_types_in_four_quad_classes_and_37_contexts() -> None:
    assert len(EventType) == len(QUADS) == 16
    assert set(QUADS.values()) == set(Quad)
    assert len(CONTEXTS) == 37


def test_eleven_types_have_modes() -> None:
    assert sum(bool(modes) for modes in MODES.values()) == 11


def test_the_quad_class_follows_the_type() -> None:
    assert event().quad is Quad.MATERIAL_CONFLICT
    assert event(type="AGREE").quad is Quad.VERBAL_COOPERATION


def test_a_mode_of_another_type_is_refused_with_the_list() -> None:
    with pytest.raises(ModelError, match="modes of COERCE are: arrest"):
        event(modes=("visit",))


def test_an_unknown_context_is_refused() -> None:
    with pytest.raises(ModelError, match="contexts are: asylum"):
        event(contexts=("sport",))


@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan")])
def test_confidence_is_a_number_from_0_to_1(confidence: float) -> None:
    with pytest.raises(ModelError, match="from 0 to 1"):
        event(confidence=confidence)


@pytest.mark.parametrize(("low", "high"), [(None, None), (5, 3), (-1, None)])
def test_a_magnitude_is_a_range_of_people(low: int | None, high: int | None) -> None:
    with pytest.raises(ModelError):
        Magnitude(kind="killed", low=low, high=high)


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(47, 47, "47 killed"), (40, None, "at least 40 killed"), (None, 9, "at most 9 killed"), (3, 5, "3 to 5 killed")],
)
def test_a_magnitude_reads_as_words(low: int | None, high: int | None, said: str) -> None:
    assert str(Magnitude(kind="killed", low=low, high=high)) == said


def test_an_event_reads_as_one_line() -> None:
    assert str(event(modes=("arrest",))) == "undated: ? COERCE arrest"


def test_an_event_names_both_sides() -> None:
    one, two = (Actor(name=name, kind="country") for name in ("Russia", "Uzbekistan"))
    said = str(event(type="AID", sources=(one, two), targets=(two,)))
    assert said == "undated: Russia and Uzbekistan AID -> Uzbekistan"


def test_a_toll_may_be_nobody() -> None:
    assert Magnitude(kind="killed", low=0, high=0).high == Magnitude(kind="killed", high=0).high == 0
