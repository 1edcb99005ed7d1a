"""What holds of every page, and the rules that single pages do not show."""

import pickle
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uzru.knowledge import Knowledge
from uzru.model import BlockKind, PartialDate, Span
from uzru.parsing.layout import LaidOut, Layout

LAYOUT = Layout(Knowledge())
PAGES = sorted((Path(__file__).parents[2] / "fixtures" / "pages").glob("*.txt"))
PROSE = "The mint has opened its doors to visitors in the old town."

# What pages are made of, and what they should not be made of.
PARTS = st.sampled_from(
    [
        "\n", "\n\n", "\n\n\n", " ", "\xa0", "\r\n", "\u2028", "\t", "\x00", "\ud800", "By ", "Malika Ortikova",
        " in Nukus", "(Reuters, AP)", "(AP)", "(file photo)", "BRNO, April 19, 2007 (RFE/RL) -- ", "ALMATY -- ",
        "2 May 2004", "RFE/RL: ", "Ashdown: ", '"', "“", "”", "Why?", PROSE, "MINT OPENS IN BRNO. ",
        "...MINT CLOSES ", "RELATED ARTICLES", "ALSO READ: ", "Mint Opens In Brno", "| ", "![]() |", "(", "[",
        ")", ":", "-- ", " contributed to this report.", " QR", ", Volume 2, Number 22", "XS",
        "date 2020-05-04 ", "Accessibility links", "BETWEEN EAST AND WEST: ", "(more)", "click here", "Posted ",
        "5/2/2004 9:10 AM", "…", ".", "• 16x9 Image", "* ", "Women stand in line in May. ", "(left) ", "by Egor Panin",
        "© Egor Panin/IRIN", "www.example.com 2007-05-30 18:22:10", "About This Podcast", "DOWNSTREAM: ",
    ]
)  # fmt: skip


def check(text: str, page: LaidOut) -> None:
    at = 0
    for block in page.blocks:
        assert at <= block.span.start < block.span.end
        assert not text[at : block.span.start].strip()
        at = block.span.end
    assert not text[at:].strip()
    assert len(page.reading.view) == len(text)
    at = 0
    for paragraph in page.reading.paragraphs:
        assert at <= paragraph.start < paragraph.end
        at = paragraph.end
    spans = [fact.span for fact in (*page.byline, *page.contributors, *page.credits)]
    spans += [link.span for link in page.related] + [item.span for item in page.items]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert [offset for offset, _ in page.anchors] == sorted({offset for offset, _ in page.anchors})
    assert page.anchors[0][0] == 0
    check_facts(text, page)


def check_facts(text: str, page: LaidOut) -> None:
    """Every fact says what its words say, and stands in one block, of its own sort."""

    def holder(span: Span) -> str:
        (block,) = (block for block in page.blocks if span in block.span)
        return block.kind.value

    def joined(kind: BlockKind) -> list[str]:
        blocks = [block for block in page.blocks if block.kind is kind and not block.repeats]
        return [" ".join(text[block.span.slice].split()) for block in blocks]

    sorts = {"byline": {"byline", "summary"}, "contributors": {"contributors"}, "credits": {"credit", "contributors"}}
    for field, kinds in sorts.items():
        for credit in getattr(page, field):
            assert " ".join(credit.name.split()).casefold() in " ".join(text[credit.span.slice].split()).casefold()
            assert holder(credit.span) in kinds
    for link in page.related:
        assert link.title.split() == text[link.span.slice].split()
        assert holder(link.span) == "related"
    assert page.dateline is None or holder(page.dateline.span) == "dateline"
    assert page.headline is None or page.headline in joined(BlockKind.HEADLINE)
    assert (page.summary or "").split() == " ".join(joined(BlockKind.SUMMARY)).split()
    starts = {block.span.start for block in page.blocks}
    assert all(item.span.start in starts for item in page.items)
    assert all(before.span.end <= after.span.start for before, after in pairwise(page.items))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_fact_of_a_page_says_what_its_words_say(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    check(text, LAYOUT(text))


@given(st.text())
def test_any_text_is_covered_by_blocks(text: str) -> None:
    check(text, LAYOUT(text))


@given(st.lists(PARTS, max_size=25).map("".join))
def test_any_page_of_odd_parts_is_covered_by_blocks(text: str) -> None:
    check(text, LAYOUT(text))


@given(st.lists(PARTS, max_size=25).map("".join))
def test_the_same_page_gives_the_same_blocks(text: str) -> None:
    assert LAYOUT(text) == Layout(Knowledge())(text)


def test_a_layout_can_be_pickled() -> None:
    assert pickle.loads(pickle.dumps(LAYOUT))(PROSE) == LAYOUT(PROSE)


@given(
    st.lists(
        st.sampled_from(["The mint is open again.", "Nobody knows why it closed.", "“We stay,” she said."]),
        min_size=1,
        max_size=8,
    )
)
def test_plain_prose_stays_prose(sentences: list[str]) -> None:
    text = "\n\n".join(f"Paragraph {number}. {sentence}" for number, sentence in enumerate(sentences))
    page = LAYOUT(text)
    assert "".join(page.reading.view.split()) == "".join(text.split())
    assert {block.kind for block in page.blocks} == {BlockKind.PARAGRAPH}


@pytest.mark.parametrize("sign", ['"', "(", "A", "-", "a ", "Aa: ", "By Aa, ", "\n", "|", "“”"])
def test_hostile_text_is_read(sign: str) -> None:
    text = sign * 20_000
    check(text, LAYOUT(text))


def test_the_callers_date_wins_over_the_page() -> None:
    given_date = PartialDate.parse("1999-01-02")
    page = LAYOUT(f"BRNO, 9 July 2002 (RFE/RL) -- {PROSE}", given_date)
    assert page.published == given_date
    assert page.anchors == ((0, given_date),)
    assert page.dateline is not None
    assert str(page.dateline.date) == "2002-07-09"


def test_a_page_without_a_date_has_none() -> None:
    assert LAYOUT(PROSE).anchors == ((0, None),)


def test_today_counts_from_the_date_of_the_item() -> None:
    page = LAYOUT(
        f"Turkmen Report: May 5, 2002\n\n5 May 2002\n\nBaker Dismissed\n\nMay 3, 2002\n\n{PROSE}\n\n"
        f"Bridge Opens\n\nMay 4, 2002\n\n{PROSE} It is new."
    )
    assert [str(item.date) for item in page.items] == ["2002-05-03", "2002-05-04"]
    assert [str(date) for _, date in page.anchors] == ["2002-05-05", "2002-05-03", "2002-05-04"]


def test_the_frame_is_blank_in_the_view_and_credits_stand_outside_the_paragraphs() -> None:
    page = LAYOUT(f"Accessibility links\n\nMint Opens\n\nALMATY -- {PROSE}\n\n(Reuters, AP)")
    assert "Accessibility" not in page.reading.view
    assert [page.reading.view[one.start : one.end] for one in page.reading.paragraphs] == ["Mint Opens", PROSE]


def test_a_notice_with_marked_words_gives_no_prose() -> None:
    notice = 'Ostwire has been declared an "undesirable organization" by the Sundrian government.'
    page = LAYOUT(f"{PROSE}\n\n{notice}\n\nTo find out more, click here.")
    assert '"' not in page.reading.view


@pytest.mark.parametrize("behind", ["", f"\n\n{PROSE}", f"\n\n{PROSE}\n\nXS\n\nSM"])
def test_a_report_about_such_a_notice_is_prose(behind: str) -> None:
    report = 'The paper was declared an "undesirable organization" by the Sundrian government in May.'
    assert report in LAYOUT(f"Paper Closed\n\nZARVAN -- {PROSE}\n\n{report}{behind}").reading.view


def test_the_dates_outside_the_prose_are_given_with_their_words() -> None:
    text = f"Posted 5/2/2004 9:10 AM\n\nMint Opens\n\nBRNO, May 1, 2004 (CTK) -- {PROSE}"
    page = LAYOUT(text)
    assert [(text[span.slice], str(date)) for span, date in page.dates] == [
        ("5/2/2004", "2004-05-02"),
        ("May 1, 2004", "2004-05-01"),
    ]


@pytest.mark.parametrize(
    "prose",
    [
        "Karimov: \"We stay,\" he said on the second day of the talks in the old town.",
        "The Shanghai Cooperation Organization (SCO) Secretary General said that the mint would stay open.",
        "GDP -- the sum of all that is made -- grew by a fifth in the year after the mint was opened.",
        "By Tuesday the mint had struck 4,000 coins, and by Friday nobody wanted any of them in the town.",
    ],
)  # fmt: skip
def test_prose_that_looks_like_a_frame_stays_prose(prose: str) -> None:
    page = LAYOUT(f"{PROSE}\n\n{prose}\n\n{PROSE} It is new.")
    assert prose in page.reading.view
