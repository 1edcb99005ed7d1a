"""Rules of single parts of the page that the fixtures show only in part."""

import pytest

from uzru.knowledge import Knowledge
from uzru.model import Span
from uzru.parsing.layout import LaidOut, Layout

LAYOUT = Layout(Knowledge())
PROSE = "The mint has opened its doors to visitors in the old town."


def kinds(page: LaidOut, text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, text[block.span.slice]) for block in page.blocks]


# Pull quotes


def test_a_line_in_marks_directly_above_a_paragraph_is_a_pull_quote() -> None:
    text = f'{PROSE}\n\n"It will not last the winter."\nNobody knows.\n\n{PROSE} It is new.'
    assert ("pull-quote", '"It will not last the winter."') in kinds(LAYOUT(text), text)


def test_a_line_in_marks_between_blank_lines_is_a_paragraph() -> None:
    text = f'{PROSE}\n\n"It will not last the winter."\n\nNobody knows.\n\n{PROSE} It is new.'
    assert ("paragraph", '"It will not last the winter."') in kinds(LAYOUT(text), text)


def test_a_line_in_marks_whose_words_come_again_is_a_pull_quote() -> None:
    text = f'{PROSE}\n\n"It will not last the winter."\n\nNobody knows.\n\n"It will not last the winter," he said.'
    assert ("pull-quote", '"It will not last the winter."') in kinds(LAYOUT(text), text)


# Side boxes


def test_a_box_in_mid_text_ends_with_its_paragraph() -> None:
    text = (
        f"{PROSE}\n\nCoins And Crowns\n\nTHE LONG STRIKE: It began in May and it has not ended.\n\n{PROSE} It is new."
    )
    found = kinds(LAYOUT(text), text)
    assert [kind for kind, _ in found] == ["paragraph", "sidebar", "sidebar", "paragraph"]


def test_a_box_below_the_credit_goes_on_to_the_related_titles() -> None:
    text = (
        f"{PROSE}\n\n(Reuters, AP)\n\nCoins And Crowns\n\nTHE LONG STRIKE: It began in May and has not ended.\n\n"
        f'"We stay," a miner said.\n\nRELATED ARTICLES\n\nThe Strike\n\nThe Coins'
    )
    found = kinds(LAYOUT(text), text)
    expected = ["paragraph", "credit", "sidebar", "sidebar", "sidebar", "related", "related", "related"]
    assert [kind for kind, _ in found] == expected


def test_a_box_whose_heading_stands_twice_needs_no_run_in_heading() -> None:
    heading = "Aftermath Of The Coin"
    text = f"{PROSE}\n\n(AFP)\n\n{heading}\n\n{heading}\n\n{PROSE} It is new.\n\nCHRONOLOGY\n\nA timeline."
    found = kinds(LAYOUT(text), text)
    assert [kind for kind, _ in found] == ["paragraph", "credit", "sidebar", "sidebar", "sidebar", "related", "related"]


# Interviews


def test_labels_make_questions_and_answers() -> None:
    text = f"{PROSE}\n\nOstwire: Why?\n\nOlm Berrick: Because.\n\nOstwire: Is that all?\n\nBerrick: It is."
    found = kinds(LAYOUT(text), text)
    assert [kind for kind, _ in found] == ["paragraph", "question", "answer", "question", "answer"]


def test_the_label_is_told_apart() -> None:
    text = "Q: Why did it fall?\n\nA: It was old."
    page = LAYOUT(text)
    assert [text[block.label.slice] for block in page.blocks if block.label] == ["Q:", "A:"]


def test_names_before_quotations_are_no_interview() -> None:
    text = f'Olm Berrick: "We stay."\n\nTessa Vorn: "We go."\n\nOlm Berrick: "So be it."\n\n{PROSE}'
    assert {kind for kind, _ in kinds(LAYOUT(text), text)} == {"paragraph"}


def test_a_pull_quote_in_an_interview_is_no_answer() -> None:
    text = (
        f"{PROSE}\n\nRFE/RL: Why?\n\nOlm Berrick: Because it was old.\n\n"
        f'"It will not last the winter."\nRFE/RL: Is that all?\n\nBerrick: It is all.\n\n{PROSE} It is new.'
    )
    assert ("pull-quote", '"It will not last the winter."') in kinds(LAYOUT(text), text)


# Repeats


def test_a_paragraph_that_comes_again_far_below_is_read_again() -> None:
    text = "\n\n".join([PROSE, *(f"Paragraph {number} tells of something else." for number in range(9)), PROSE])
    assert not any(block.repeats for block in LAYOUT(text).blocks)


def test_a_page_given_twice_is_read_once() -> None:
    one = "\n\n".join(f"Paragraph {number} of this page tells of something else, and at length." for number in range(9))
    page = LAYOUT(f"{one}\n\n{one}")
    assert len(page.reading.paragraphs) == 9
    assert sum(block.repeats is not None for block in page.blocks) == 9


def test_a_line_of_nothing_but_a_dateline_repeats_the_whole_of_the_first() -> None:
    line = "Khorog and Naryn, 9 July 2002 (RFE/RL) -- "
    [again] = [block for block in LAYOUT(f"{line}\n{line}").blocks if block.repeats]
    assert again.repeats == Span(0, len(line) - 1)


def test_two_items_of_one_date_are_no_repeat() -> None:
    issue = "Turkmen Report: May 5, 2002\n\n5 May 2002"
    text = f"{issue}\nBaker Out\n3 May 2002\n\n{PROSE}\n\nBridge In\n3 May 2002\n\n{PROSE} It is new."
    assert [item.headline for item in LAYOUT(text).items] == ["Baker Out", "Bridge In"]


# Heads


@pytest.mark.parametrize("outlet", ["VOA News", "Uzbekistan"])
def test_an_outlet_or_a_country_above_the_headline_is_no_headline(outlet: str) -> None:
    page = LAYOUT(f"{outlet}\n\nMint Opens In The Old Town\n\nBRNO -- {PROSE}")
    assert page.headline == "Mint Opens In The Old Town"


def test_a_name_above_the_dateline_is_the_writers_unless_the_report_names_him() -> None:
    writer = LAYOUT(f"Mint Opens In Brno\n\nTessa Vorn\n\nBRNO -- {PROSE}")
    assert [person.name for person in writer.byline] == ["Tessa Vorn"]
    pictured = LAYOUT(f"Mint Opens In Brno\n\nTessa Vorn\n\nBRNO -- {PROSE} Vorn cut the tape.")
    assert pictured.byline == ()
    assert "caption" in [block.kind.value for block in pictured.blocks]


def test_without_a_dateline_or_byline_the_first_paragraph_is_no_summary() -> None:
    page = LAYOUT(f"Mint Opens In Brno\n\n{PROSE}\n\n{PROSE} It is new.")
    assert page.summary is None


def test_a_paragraph_between_headline_and_byline_is_the_summary() -> None:
    page = LAYOUT(f"Mint Opens In Brno\n\n{PROSE}\n\nBy Tessa Vorn\n\n{PROSE} It is new.")
    assert page.summary == PROSE


def test_the_summary_names_the_writer_where_no_byline_does() -> None:
    summary = "Bakers have gone on strike. RFE/RL correspondent Tessa Vorn reports."
    page = LAYOUT(f"Bakers Strike In Brno\n\n{summary}\n\nBrno, 3 May 2004 (RFE/RL) -- {PROSE}")
    assert [(one.name, one.role, one.organization) for one in page.byline] == [
        ("Tessa Vorn", "correspondent", "RFE/RL")
    ]


@pytest.mark.parametrize("headline", ["Baker Out", "Minister Opens A Second Mint In Brno Without A Key"])
def test_the_title_and_date_of_an_issue_are_no_item_however_long_the_headline_below(headline: str) -> None:
    issue = f"RFE/RL Kazakh Report\n\n4 May 2003\n\n{headline}\n\n28 April 2003\n\n{PROSE}\n\n"
    page = LAYOUT(f"{issue}Bridge In\n\n30 April 2003\n\n{PROSE} It is new.")
    assert [(item.headline, str(item.date)) for item in page.items] == [
        (headline, "2003-04-28"),
        ("Bridge In", "2003-04-30"),
    ]
    assert str(page.published) == "2003-05-04"


def test_an_item_that_begins_with_a_caption_keeps_its_date() -> None:
    page = LAYOUT(
        f"26 July 2005 (RFE/RL) -- {PROSE}\nBakers in May 22 July 2005 (RFE/RL) -- {PROSE} It is new.\n"
        f"20 July 2005 (RFE/RL) -- {PROSE} It is small."
    )
    assert [str(item.date) for item in page.items] == ["2005-07-26", "2005-07-22", "2005-07-20"]


def test_where_lines_are_evenly_spaced_a_short_line_in_marks_between_paragraphs_is_a_pull_quote() -> None:
    lead = "The mint in Brno was closed for a year, and nobody missed it.\nNobody knows why it was closed.\n"
    rest = "The town council has asked for the keys, and has been told to wait.\nIt waits.\n"
    kinds = [block.kind.value for block in LAYOUT(f'{lead}"A coin is a small thing."\n{rest}').blocks]
    assert kinds.count("pull-quote") == 1
    led_to = [block.kind.value for block in LAYOUT(f'{lead}She said:\n"A coin is a small thing."\n{rest}').blocks]
    assert "pull-quote" not in led_to


def test_below_the_end_of_a_report_one_word_in_capitals_heads_a_box() -> None:
    report = f"Mint Opens In Brno\n\n{PROSE}\n\n(Reuters, AP)\n\n"
    box = "The Rivers Of Sundria\n\nDOWNSTREAM: The rivers of Sundria rise elsewhere, and so do its floods.\n"
    assert [block.kind.value for block in LAYOUT(report + box).blocks][-2:] == ["sidebar", "sidebar"]


def test_a_byline_in_lower_case_and_an_address_go_on_with_no_headline() -> None:
    page = LAYOUT(f"Mint opens in Brno\nby Egor Panin\nBRNO (AFP) - {PROSE}\n")
    assert page.headline == "Mint opens in Brno"
    assert [credit.name for credit in page.byline] == ["Egor Panin"]


def test_the_stamp_of_a_site_gives_the_dateline_its_year() -> None:
    page = LAYOUT(f"Mint opens in Brno\n\nwww.example.com 2007-05-30 18:22:10\n\nBRNO, May 30 (CTK) -- {PROSE}\n")
    assert page.dateline is not None
    assert str(page.dateline.date) == "2007-05-30"


def test_the_heading_of_a_section_may_vary_in_a_word() -> None:
    page = LAYOUT(
        f"Mint Opens In Brno\n\n{PROSE}\n\nAbout This Podcast\n\nThe podcast is recorded in Brno every day.\n"
    )
    assert [block.kind.value for block in page.blocks][-2:] == ["boilerplate", "boilerplate"]
