import pickle
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

import uzru
from uzru import Knowledge, Parser, PartialDate

REPORT = '"The mint will close," Neil Ashdown said. He spoke of recent events.'


def test_a_parser_can_be_pickled_and_reads_the_same() -> None:
    parser = Parser(vague_dates=True, indirect=False)
    again = pickle.loads(pickle.dumps(parser))
    assert again.parse(REPORT, date="2004-05-02") == parser.parse(REPORT, date="2004-05-02")
    assert again.vague_dates
    assert not again.indirect


def test_reported_speech_can_be_left_out() -> None:
    text = 'Neil Ashdown said the mint will close. "It must," he said.'
    assert [quote.kind.value for quote in Parser(indirect=False).parse(text).quotes] == ["direct"]
    assert [quote.kind.value for quote in Parser().parse(text).quotes] == ["indirect", "direct"]


def test_threads_share_a_parser() -> None:
    parser = Parser()
    texts = [REPORT.replace("mint", f"mint {number}") for number in range(20)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(parser.parse, texts)) == [parser.parse(text) for text in texts]


def test_vague_dates_are_found_on_request_only() -> None:
    def words(parser: Parser) -> list[str]:
        article = parser.parse(REPORT, date="2004-05-02")
        return [article.text[found.span.slice] for found in article.dates]

    assert words(Parser()) == []
    assert words(Parser(vague_dates=True)) != []


@pytest.mark.parametrize("day", ["2004-05-02", date(2004, 5, 2), PartialDate.parse("2004-05-02")])
def test_the_day_is_taken_as_a_string_a_date_or_a_partial_date(day: str | date | PartialDate) -> None:
    article = uzru.parse("Neil Ashdown said today that the mint will close.", date=day)
    assert str(article.quotes[0].when) == "2004-05-02"


def test_a_users_own_table_wins(tmp_path: Path) -> None:
    columns = Knowledge().columns("cue-verbs")
    row = next(row for row in Knowledge().table("cue-verbs") if row[0] == "say")
    own = "\t".join(("trumpet", *row[1:]))
    (tmp_path / "cue-verbs.tsv").write_text("\t".join(columns) + "\n" + own + "\n", encoding="utf-8")
    text = "Neil Ashdown trumpeted that the mint will close."
    assert [quote.cue and quote.cue.lemma for quote in Parser(Knowledge.load(tmp_path)).parse(text).quotes] == [
        "trumpet"
    ]
