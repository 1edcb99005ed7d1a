from typing import Any

import pytest

import uzru
from uzru import Corpus, MissingExtraError
from uzru.display.charts import network, quotes_over_time, timeline, who_about_whom

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


def test_the_network_has_a_line_for_each_speaker_and_named(corpus: Corpus) -> None:
    lines, heads, dots, *names = network(corpus).to_dict()["layer"]
    rows = lines["data"]["values"]
    assert {(row["speaker"], row["named"]) for row in rows} == {
        ("Egor Panin", "Vladimir Putin"),
        ("Neil Ashdown", "Vladimir Putin"),
    }
    assert len(heads["data"]["values"]) == 2
    assert {row["name"] for row in dots["data"]["values"]} == {"Egor Panin", "Neil Ashdown", "Vladimir Putin"}
    assert len(names) == 2


def test_quotations_are_counted_by_month_or_year(corpus: Corpus) -> None:
    by_month = {(row["time"], row["speaker"]): row["quotations"] for row in values(quotes_over_time(corpus))}
    assert by_month["2005-06", "Neil Ashdown"] == 1
    assert {row["time"] for row in values(quotes_over_time(corpus, by="year"))} == {"2004", "2005"}


@pytest.mark.parametrize("chart", [network, timeline, who_about_whom, quotes_over_time])
def test_charts_carry_their_data_and_are_whole_even_without_any(chart: Any) -> None:
    assert chart(Corpus()).to_dict()["$schema"].startswith("https://vega.github.io/schema/vega-lite")
    drawn = chart(uzru.load_seeds()).to_dict()
    layers = [layer["data"] for layer in drawn.get("layer", []) if "data" in layer]
    assert "url" not in str([drawn.get("data"), *layers])
    assert drawn.get("data") or layers


@pytest.mark.parametrize("chart", [network, timeline, who_about_whom, quotes_over_time])
def test_without_altair_the_extra_is_named(chart: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "altair", None)
    with pytest.raises(MissingExtraError, match=r"uzru\[viz\]"):
        chart(Corpus())
