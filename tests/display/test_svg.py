from xml.etree import ElementTree

import attrs
from hypothesis import given
from hypothesis import strategies as st

import uzru
from uzru import Article
from uzru.display.svg import said_svg
from uzru.testing import news_texts

SVG = "{http://www.w3.org/2000/svg}"


def lines(article: Article) -> list[str | None]:
    return [node.text for node in ElementTree.fromstring(said_svg(article)).iter(f"{SVG}text")]


def test_each_speaker_has_a_lane_with_the_first_words(report: Article) -> None:
    assert lines(report)[:8] == [
        "Panin Visits Nukus <b>& Mint</b>",
        "Brno, 2004-05-02, RFE/RL · 2 quotations · 2 speakers",
        "Egor Panin",
        "president (Mint, KAZ)",
        "“We will stay [here]... And so will the mint,”",
        "Neil Ashdown",
        None,
        "three people were killed on 1 May",
    ]


def test_each_stretch_of_speech_has_a_bar_and_a_pull_quote_has_none(report: Article) -> None:
    bars = [
        node
        for node in ElementTree.fromstring(said_svg(report)).iter(f"{SVG}rect")
        if node.find(f"{SVG}title") is not None
    ]
    assert len(bars) == 3
    starts = [float(bar.attrib["x"]) for bar in bars]
    assert starts == sorted(starts)


def test_words_without_a_known_speaker_come_last(report: Article) -> None:
    first = attrs.evolve(report.quotes[0], speaker=None)
    shown = lines(attrs.evolve(report, quotes=(first, *report.quotes[1:])))
    assert [line for line in shown if line in ("Neil Ashdown", "Speaker not told")] == [
        "Neil Ashdown",
        "Speaker not told",
    ]


def test_an_article_without_quotations_makes_a_picture_too() -> None:
    assert lines(Article(text=""))[1] == "0 quotations · 0 speakers"


def test_nothing_comes_from_outside(report: Article) -> None:
    picture = said_svg(report)
    assert not any(word in picture for word in ("<script", "href", "url(", "@import", "<image"))


@given(news_texts() | st.text())
def test_the_picture_of_any_text_is_well_formed_and_bars_stay_inside(text: str) -> None:
    root = ElementTree.fromstring(said_svg(uzru.parse(text)))
    for bar in root.iter(f"{SVG}rect"):
        assert 0 <= float(bar.attrib["x"]) + float(bar.attrib["width"]) <= float(root.attrib["width"])
