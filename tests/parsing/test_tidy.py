"""Blanks beside blanks and invisible characters: nobody sees them, and no fact is lost by them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import uzru
from uzru import BlockKind
from uzru.parsing.layout import Hint
from uzru.parsing.parser import default_parser
from uzru.parsing.tidy import Tidied, tidy

REPORT = (
    "Mint To Close In Brno\n\nBRNO, 9 July 2002 (RFE/RL) -- Foreign Minister Egor Panin said the mint will close. "
    '"We have no copper," he said. Uzbekistan recalled its ambassador to Kazakhstan yesterday.\n'
)


def said(article: uzru.Article) -> list[object]:
    return [
        *[(str(mention.actor), mention.form) for mention in article.mentions],
        *[(quote.kind, str(quote.speaker)) for quote in article.quotes],
        *[(event.type, str(event.when)) for event in article.events],
        *[str(date.value) for date in article.dates],
    ]


@pytest.mark.parametrize(
    ("seen", "written"),
    [
        ("Egor Panin", "Egor  Panin"),
        ("Egor Panin", "Egor\u200b Panin\u200b"),
        ("Foreign Minister", "For\u00adeign\u00a0 Min\u00adis\u00adter"),
        ("9 July 2002", "9\u00a0 July\t 2002"),
        ("close. ", "close.  \u200e "),
        ("copper,", "\u200fcop\u2060per,\u202c"),
        ("Mint To Close", "\ufeffMint  To\u200d Close"),
    ],
)
def test_what_nobody_sees_changes_no_fact(seen: str, written: str) -> None:
    text = REPORT.replace(seen, written)
    article = uzru.parse(text)
    assert article.text == text
    assert said(article) == said(uzru.parse(REPORT))


def test_spans_point_into_the_text_as_it_came() -> None:
    text = REPORT.replace("Egor Panin", "Egor \u00a0Pa\u00adnin").replace("copper", "cop\u200bper")
    article = uzru.parse(text)
    named = [article.text[mention.span.slice] for mention in article.mentions if str(mention.actor) == "Egor Panin"]
    assert named[0] == "Egor \u00a0Pa\u00adnin"
    [direct] = [quote for quote in article.quotes if quote.kind == "direct"]
    assert direct.text == "We have no cop\u200bper,"


def test_invisible_characters_belong_to_the_block_beside_them_or_to_one_of_their_own() -> None:
    article = uzru.parse("\ufeffMint Closed\n\u200b\n\nThe  mint in Brno closed.\u200b\n\n\u200e\n")
    assert [(article.text[block.span.slice], block.kind) for block in article.blocks] == [
        ("\ufeffMint Closed", BlockKind.PARAGRAPH),
        ("\u200b", BlockKind.UNPARSED),
        ("The  mint in Brno closed.\u200b", BlockKind.PARAGRAPH),
        ("\u200e", BlockKind.UNPARSED),
    ]


def test_hints_are_found_behind_what_is_left_out() -> None:
    text = "\ufeffMint  Closed\n\nThe\u00ad mint closed.\n\nMint Opened"
    hint = Hint(start=text.index("Mint Opened"), kind=BlockKind.RELATED, url="https://example.org/")
    article = default_parser().parse(text, hints=[hint])
    assert [(link.title, article.text[link.span.slice]) for link in article.related] == [("Mint Opened", "Mint Opened")]


@pytest.mark.parametrize(
    "text",
    ["", " ", "\u200b", " \u00ad\n", "\n  a", "a\n\tb", "The mint closed.", "Mint To Close; \nTwo Left \r\n\nBRNO "],
)
def test_a_text_with_nothing_to_leave_out_is_read_as_it_came(text: str) -> None:
    assert tidy(text) is None


def test_a_blank_at_a_line_end_is_left_out_where_the_line_goes_on() -> None:
    text = "The mint in the old town has been closed by \nthe council.\n"
    tidied = tidy(text)
    assert tidied is not None
    assert tidied.text == text.replace(" \n", "\n")
    assert [block.span.slice for block in uzru.parse(text).blocks] == [slice(0, len(text) - 1)]


def test_a_blank_at_a_line_end_changes_no_fact() -> None:
    article = uzru.parse(REPORT.replace("\n", " \n"))
    assert said(article) == said(uzru.parse(REPORT))
    assert article.text[article.blocks[0].span.slice] == "Mint To Close In Brno"


@given(st.text(alphabet="a. \n\t\xa0\xad\u200b\ufeff", max_size=30))
def test_what_is_kept_stands_where_it_is_said_to_stand(text: str) -> None:
    tidied = Tidied(text)
    assert [text[tidied.origin(at)] for at in range(len(tidied.text))] == list(tidied.text)
    assert [tidied.offset(tidied.origin(at)) for at in range(len(tidied.text))] == list(range(len(tidied.text)))


@given(st.text(alphabet="M. \n\xa0\xad\u200b\ufeff", max_size=40))
def test_blocks_hold_every_character_but_white_space(text: str) -> None:
    article = uzru.parse(text)  # an article whose blocks leave a character out is refused
    held = "".join(article.text[block.span.slice] for block in article.blocks)
    assert "".join(held.split()) == "".join(text.split())


def test_an_item_of_a_digest_keeps_the_invisible_characters_of_its_blocks() -> None:
    front = '\u00adBrno, 9 July 2002 (RFE/RL) -- Malika Ortikova said: "the mint will close,"\n'
    again = '"the mint will close," Malika Ortikova said.\n' * 3
    text = f"{front}{again}Brno, 9 July 2002 (RFE/RL) -- Malika Ortikova left.\u00ad\nShe came back."
    page = uzru.parse(text)
    assert [item.offset for item in page.items] == [0, len(front + again)]
