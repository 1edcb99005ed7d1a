import csv

import attrs
from hypothesis import given

import uzru
from uzru import Article
from uzru.formats.plover import COLUMNS, to_plover
from uzru.testing import news_texts


def rows(*articles: Article) -> list[dict[str, str]]:
    return list(csv.DictReader(to_plover(articles), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_each_event_is_a_row(report: Article) -> None:
    visit, killed = rows(report)
    assert {
        "Event Date": "2004-05-01",
        "Event Date End": "2004-05-03",
        "Event Type": "CONSULT",
        "Event Mode": "visit",
        "Quad Code": "VERBAL COOPERATION",
        "Contexts": "diplomatic",
        "Status": "planned",
        "Actor Name": "Egor Panin",
        "Actor Country": "KAZ",
        "Actor Sectors": "GOV",
        "Actor ID": "Q1",
        "Recipient Name": "Neil Ashdown",
        "Placename": "Nukus",
        "Country": "UZB",
        "Publication Date": "2004-05-02",
        "Confidence": "0.250",
    }.items() <= visit.items()
    assert killed["Magnitudes"] == "3 killed"
    assert killed["Actor Name"] == killed["Recipient Name"] == ""
    assert killed["Event Text"] == "three people were killed on 1 May"


def test_a_mutual_act_has_its_actors_on_both_sides(report: Article) -> None:
    met = attrs.evolve(report.events[0], sources=report.actors, targets=(), reciprocal=True)
    (row,) = rows(attrs.evolve(report, events=(met,)))
    assert row["Actor Name"] == row["Recipient Name"] == "Egor Panin; Neil Ashdown"
    assert row["Actor Country"] == "KAZ;"


def test_no_articles_give_the_names_of_the_columns() -> None:
    assert list(to_plover([])) == ["\t".join(COLUMNS) + "\n"]


@given(news_texts())
def test_any_text_gives_rows_of_one_line_with_all_columns(text: str) -> None:
    article = uzru.parse(text)
    lines = list(to_plover([article]))
    assert len(lines) == 1 + len(article.events)
    for line in lines:
        assert line.count("\t") == len(COLUMNS) - 1
        assert len(line.splitlines()) == 1
