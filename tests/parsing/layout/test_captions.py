"""What is a photo's line, and what only looks like one."""

import pytest

from uzru.knowledge import Knowledge
from uzru.parsing.layout import Layout
from uzru.parsing.layout.captions import Captions
from uzru.parsing.layout.dates import PageDates
from uzru.parsing.layout.names import Outlets

KNOWLEDGE = Knowledge()
CAPTIONS = Captions(KNOWLEDGE, Outlets(KNOWLEDGE), PageDates(KNOWLEDGE))
LAYOUT = Layout(KNOWLEDGE)
LEAD = "A baker in Taraz has gone to court over the price of flour, and he means to stay there."


def kinds(text: str) -> list[str]:
    return [block.kind.value for block in LAYOUT(text).blocks]


@pytest.mark.parametrize(
    "sentence",
    [
        "A voter in the village of Kyzyl-Tuu casts his ballot on April 11.",
        "Weavers stand on the carpet in Brno in 2001.",
        "Governor Egor Panin (left) and Malika Ortikova in Nukus.",
        "Bakers march past the mint in June 2004.",
    ],
)
def test_the_present_tense_with_a_date_shows_a_photo(sentence: str) -> None:
    assert CAPTIONS.shows(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "A baker has gone to court on May 4.",
        "Bakers stand to lose their bread, Panin said on May 4.",
        '"We stand here," she says in 2004.',
        "The court is to cast light on the affair of May 2004.",
        "Police broke up a march in Osh on May 5.",
        "Opposition groups plan a rally on May 5.",
        "Farmers leave land that their grandparents drained.",
    ],
)
def test_what_has_been_or_will_be_or_is_said_shows_none(sentence: str) -> None:
    assert not CAPTIONS.shows(sentence)


def test_a_dated_sentence_about_a_photo_is_cut_off_the_lead() -> None:
    line = f"Weavers stand on the carpet in Brno in 2001. {LEAD}"
    assert line[: CAPTIONS.glued_sentence(line)].strip() == "Weavers stand on the carpet in Brno in 2001."
    assert CAPTIONS.glued_sentence(f"Bakers struck in May 2001. {LEAD}") == 0


def test_a_dated_sentence_alone_in_mid_text_is_a_caption_where_blank_lines_part_paragraphs() -> None:
    line = "Women wait for bread in the town of Kasbi in May."
    spaced = f"Bread Grows Dear\n\n{LEAD}\n\n{LEAD} It is his.\n\n{line}\n\n{LEAD} It is new.\n"
    assert kinds(spaced)[-2] == "caption"
    assert kinds(spaced.replace("\n\n", "\n"))[-2] == "paragraph"


def test_a_photographer_behind_a_full_sentence_makes_it_a_caption() -> None:
    caption = "A baker tries out an oven in Taraz. (RFE/RL/Malika Ortikova)"
    assert CAPTIONS.is_caption(caption)
    assert not CAPTIONS.is_caption("The oven is open again. (Reuters/AP)")


def test_an_agency_behind_one_sentence_is_a_photos_only_above_the_report() -> None:
    line = "A baker tries out an oven in Taraz. (Reuters)"
    assert not CAPTIONS.is_caption(line)
    assert CAPTIONS.is_caption(line, alone=True)


def test_a_caption_may_stand_behind_the_dateline() -> None:
    text = f"Ovens\n\nBRNO, May 3, 2006 (RFE/RL) -- A baker in Taraz (AFP) {LEAD}\n"
    assert kinds(text) == ["headline", "dateline", "caption", "paragraph"]


def test_one_sentence_above_a_city_is_a_summary_if_it_tells_what_has_been() -> None:
    head, city = "Bread Grows Dear In Taraz", f"TARAZ -- {LEAD}\n"
    assert "caption" in kinds(f"{head}\n\nBakers at the mill in Taraz on a cold day.\n\n{city}")
    assert "summary" in kinds(f"{head}\n\nThe bakers of Taraz have had enough of the mill.\n\n{city}")


def test_letters_in_a_bracket_are_a_photos_source_where_a_sentence_opens_behind_them() -> None:
    line = "A family in Khatlon around the stove (QNP) The power goes on at five in the morning."
    assert line[: CAPTIONS.glued(line)] == "A family in Khatlon around the stove (QNP)"
    assert CAPTIONS.glued("The State Committee of Sundria (KNB) Chairman Egor Panin has left.") == 0
