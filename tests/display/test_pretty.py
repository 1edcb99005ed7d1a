from typing import Any

from uzru import Article, Corpus
from uzru.display.terminal import render


class Printer:
    """Stands in for IPython's printer."""

    def __init__(self, depth: int = 1, max_width: int = 79) -> None:
        self.stack = list(range(depth))
        self.max_width = max_width
        self.printed = ""

    def text(self, obj: str) -> None:
        self.printed += obj


def pretty(shown: Any, **printer: int) -> str:
    to = Printer(**printer)
    shown._repr_pretty_(to, False)
    return to.printed


def test_an_article_alone_is_printed_as_a_page(report: Article) -> None:
    assert pretty(report) == render(report, 79)


def test_an_article_in_a_list_is_printed_on_a_line(report: Article) -> None:
    assert pretty(report, depth=2) == repr(report)


def test_a_corpus_is_printed_with_a_line_for_each_article(two_reports: Corpus) -> None:
    assert pretty(two_reports, max_width=50).split("\n") == [
        "Corpus(2 articles)",
        "  2004-05-02     3 quotes  Panin Visits Nukus <b …",
        "  2005-06        1 quotes  Panin: “We will stay  …",
    ]


def test_a_long_corpus_is_cut(report: Article) -> None:
    assert pretty(Corpus([report] * 25)).split("\n")[-1] == "  and 5 more"
    assert pretty(Corpus([report] * 25), depth=2) == "Corpus(25 articles)"
