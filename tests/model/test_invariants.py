from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from uzru.errors import ModelError
from uzru.model import Actor, Article, Block, Cue, Event, EventId, Mention, Quote, QuoteId, Span, make_id

TEXT = "Egor Panin said the mint will close."
PANIN = Actor(name="Egor Panin", kind="person")
SAID = Quote(id=QuoteId("q"), kind="indirect", spans=(Span(16, 35),), text=TEXT[16:35], speaker=PANIN)
CLOSED = Event(id=EventId("e"), type="RETREAT", span=Span(16, 35), trigger=Span(30, 35))
SOUND: dict[str, Any] = {
    "text": TEXT,
    "blocks": (Block(kind="paragraph", span=Span(0, 36)),),
    "actors": (PANIN,),
    "mentions": (Mention(span=Span(0, 10), actor=PANIN, form="name"),),
    "quotes": (SAID,),
    "events": (CLOSED,),
}
FAR = Span(30, 99)


def faults(**fields: Any) -> list[str]:
    with pytest.raises(ModelError) as caught:
        Article(**SOUND | fields)
    return [line.strip() for line in str(caught.value).splitlines()[1:]]


def test_a_sound_article_is_made() -> None:
    assert Article(**SOUND).quotes == (SAID,)


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"mentions": (Mention(span=FAR, actor=PANIN, form="name"),)}, "mentions[0].span"),
        ({"quotes": (attrs.evolve(SAID, speaker_span=FAR),)}, "quotes[0].speaker_span"),
        ({"quotes": (attrs.evolve(SAID, addressee_span=FAR),)}, "quotes[0].addressee_span"),
        ({"quotes": (attrs.evolve(SAID, cue=Cue(span=FAR, lemma="say")),)}, "quotes[0].cue.span"),
        ({"events": (attrs.evolve(CLOSED, span=FAR),)}, "events[0]"),
        ({"events": (attrs.evolve(CLOSED, trigger=FAR),)}, "events[0]"),
        ({"events": (attrs.evolve(CLOSED, repeats=(FAR,)),)}, "events[0]"),
        ({"blocks": (Block(kind="answer", span=Span(0, 36), label=FAR),)}, "blocks[0].label"),
        ({"blocks": (Block(kind="pull-quote", span=Span(0, 36), repeats=FAR),)}, "blocks[0].repeats"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_span_behind_the_texts_end_is_told_by_its_field(fields: dict[str, Any], where: str) -> None:
    assert faults(**fields) == [f"{where} is Span(30, 99), but the text ends at 36"]


@pytest.mark.parametrize(
    ("spans", "said"),
    [
        ([(0, 20), (19, 36)], "blocks[1] begins at 19, before the block ahead of it ends at 20"),
        ([(0, 10), (16, 36)], "no block holds the text at 10 to 16: 'said'"),
        ([(0, 30)], "no block holds the text from 30 on: 'close.'"),
        ([(5, 36)], "no block holds the text at 0 to 5: 'Egor'"),
    ],
)
def test_blocks_hold_all_that_is_no_blank_once(spans: list[tuple[int, int]], said: str) -> None:
    assert faults(blocks=tuple(Block(kind="paragraph", span=Span(*span)) for span in spans)) == [said]


def test_between_blocks_there_may_be_blanks() -> None:
    blocks = tuple(Block(kind="paragraph", span=Span(*span)) for span in ((0, 10), (11, 36)))
    assert Article(**SOUND | {"blocks": blocks}).blocks == blocks


def test_one_id_is_one_fact() -> None:
    assert faults(quotes=(SAID, SAID)) == ["two quotes have one id"]
    assert faults(events=(CLOSED, CLOSED)) == ["two events have one id"]
    assert faults(actors=(PANIN, attrs.evolve(PANIN, aliases=("Panin",))))[0] == "two actors have one id"


def test_references_lead_to_what_is_there() -> None:
    nobody = Actor(name="Neil Ashdown", kind="person")
    assert "which is no quote" in faults(quotes=(attrs.evolve(SAID, repeats=QuoteId("x")),))[0]
    assert "which is no quote" in faults(events=(attrs.evolve(CLOSED, reported_by=QuoteId("x")),))[0]
    for fields in (
        {"mentions": (Mention(span=Span(0, 10), actor=nobody, form="name"),)},
        {"quotes": (attrs.evolve(SAID, speaker=nobody),)},
        {"quotes": (attrs.evolve(SAID, addressee=nobody),)},
        {"events": (attrs.evolve(CLOSED, sources=(nobody,)),)},
        {"events": (attrs.evolve(CLOSED, targets=(nobody,)),)},
    ):
        assert faults(**fields)[0].endswith("whom `actors` does not list")


def test_an_actor_is_listed_as_he_is_named_equal_copies_will_do() -> None:
    copy = attrs.evolve(PANIN)
    assert copy is not PANIN
    assert Article(**SOUND | {"mentions": (Mention(span=Span(0, 10), actor=copy, form="name"),)}).actors == (PANIN,)
    other = attrs.evolve(PANIN, aliases=("Panin",))
    assert len(faults(mentions=(Mention(span=Span(0, 10), actor=other, form="name"),))) == 1


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=5), st.integers(0, 9))
def test_what_is_verbatim_lies_in_one_of_the_pieces_in_whatever_order_they_are(
    pieces: list[tuple[int, int]], start: int
) -> None:
    spans = tuple(Span(min(piece), max(piece)) for piece in pieces)
    for end in range(start, 10):
        inner = Span(start, end)
        if any(inner in piece for piece in spans):
            assert attrs.evolve(SAID, spans=spans, verbatim=(inner,)).verbatim == (inner,)
        else:
            with pytest.raises(ModelError, match="lies in no piece"):
                attrs.evolve(SAID, spans=spans, verbatim=(inner,))


def test_an_item_stands_in_its_page() -> None:
    assert Article(**SOUND | {"items": (Article(text="the mint", offset=16),)}).items[0].offset == 16
    assert faults(items=(Article(text="the mint", offset=15),)) == [
        "items[0].text does not stand in the page's text at 15"
    ]
    inner = Article(text="the mint", offset=16, items=(Article(text="the"),))
    assert faults(items=(inner,)) == ["items[0] has items of its own; an item is one report"]
    with pytest.raises(ModelError, match="offset is -1; an item begins at 0 or later"):
        Article(text="a", offset=-1)


def test_parts_of_an_id_do_not_run_into_each_other() -> None:
    assert make_id("actor", "ab", "c") != make_id("actor", "a", "bc")
    assert make_id("actor", "person", "Egor Panin", "") == PANIN.id
