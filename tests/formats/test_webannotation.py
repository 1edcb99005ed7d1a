from typing import Any

from hypothesis import given

import uzru
from uzru import Article
from uzru.formats.webannotation import to_web_annotations
from uzru.testing import news_texts


def targets(article: Article) -> list[dict[str, Any]]:
    return [target for item in to_web_annotations(article)["items"] for target in item["target"]]


def test_position_and_quotation_select_the_same_words(report: Article) -> None:
    for target in targets(report):
        position, words = target["selector"]
        assert report.text[position["start"] : position["end"]] == words["exact"]
        around = words["prefix"] + words["exact"] + words["suffix"]
        assert report.text.count(around) == 1
        assert report.text.index(around) + len(words["prefix"]) == position["start"]


def test_a_quotation_in_pieces_has_a_target_for_each(report: Article) -> None:
    first = to_web_annotations(report)["items"][0]
    assert [target["selector"][1]["exact"] for target in first["target"]] == [
        "We will stay [here]...",
        "And so will the mint,",
    ]
    assert first["body"][0] == {
        "type": "SpecificResource",
        "source": "http://www.wikidata.org/entity/Q1",
        "purpose": "identifying",
        "label": "Egor Panin",
    }
    assert (
        first["body"][1]["value"] == "direct quotation; cue: tell; to: Neil Ashdown; when: 2004-05-02; confidence: 0.90"
    )


def test_all_facts_are_there_but_dates_that_are_not_known(report: Article) -> None:
    motivations = [item["motivation"] for item in to_web_annotations(report)["items"]]
    assert [motivations.count(one) for one in ("identifying", "classifying", "tagging")] == [3 + 5, 2, 3]


def test_the_source_can_be_given(report: Article) -> None:
    page = to_web_annotations(report, source="https://example.org/copy")
    assert {target["source"] for item in page["items"] for target in item["target"]} == {"https://example.org/copy"}
    assert targets(Article(text="")) == []


@given(news_texts())
def test_every_selector_of_any_text_selects_its_words(text: str) -> None:
    article = uzru.parse(text)
    page = to_web_annotations(article)
    assert len({item["id"] for item in page["items"]}) == len(page["items"])
    for target in targets(article):
        position, words = target["selector"]
        assert article.text[position["start"] : position["end"]] == words["exact"]
