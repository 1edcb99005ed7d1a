from typing import Any

import pytest

import uzru
from uzru import Corpus, MissingExtraError
from uzru.display.charts import quotes_over_time, timeline, who_about_whom

pytest.importorskip("altair")

TEXTS = [
    '"We met Vladimir Putin," President Egor Panin said. "Mr. Putin was kind."',
    '"We stay," Egor Panin said. Neil Ashdown said: "Vladimir Putin called." Russia sent aid to Uzbekistan in 1999.',
]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus(uzru.parse(text, date=day) for text, day in zip(TEXTS, ("2004-05-02", "2005-06"), strict=True))


def values(chart: Any) -> list[dict[str, Any]]:
    data = chart.to_dict()
    return list(data["data"]["values"])


def test_the_timeline_has_a_row_for_each_deed_and_quotation(corpus: Corpus) -> None:
    rows = values(timeline(corpus))
    assert [(row["when"], row["from"], row["to"], row["actor"], row["what"]) for row in rows] == [
        ("1999", "1999-01-01", "1999-12-31", "Russia", "AID"),
        *[("2004-05-02", "2004-05-02", "2004-05-02", "Egor Panin", "quotation")] * (len(rows) - 3),
        *[("2005-06", "2005-06-01", "2005-06-30", name, "quotation") for name in ("Egor Panin", "Neil Ashdown")],
    ]


def test_only_the_most_active_actors_have_a_line(corpus: Corpus) -> None:
    assert {row["actor"] for row in values(timeline(corpus, actors=1))} == {"Egor Panin"}


def test_who_speaks_about_whom_is_counted(corpus: Corpus) -> None:
    rows = {(row["speaker"], row["named"]): row["quotations"] for row in values(who_about_whom(corpus))}
    assert rows["Neil Ashdown", "Vladimir Putin"] == 1
    assert rows["Egor Panin", "Vladimir Putin"] >= 1
    assert all(speaker != named for speaker, named in rows)


def test_quotations_are_counted_by_month_or_year(corpus: Corpus) -> None:
    by_month = {(row["time"], row["speaker"]): row["quotations"] for row in values(quotes_over_time(corpus))}
    assert by_month["2005-06", "Neil Ashdown"] == 1
    assert {row["time"] for row in values(quotes_over_time(corpus, by="year"))} == {"2004", "2005"}


@pytest.mark.parametrize("chart", [timeline, who_about_whom, quotes_over_time])
def test_charts_carry_their_data_and_are_whole_even_without_any(chart: Any) -> None:
    assert chart(Corpus()).to_dict()["$schema"].startswith("https://vega.github.io/schema/vega-lite")
    assert "url" not in str(chart(uzru.load_seeds()).to_dict()["data"])


@pytest.mark.parametrize("chart", [timeline, who_about_whom, quotes_over_time])
def test_without_altair_the_extra_is_named(chart: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "altair", None)
    with pytest.raises(MissingExtraError, match=r"uzru\[viz\]"):
        chart(Corpus())
