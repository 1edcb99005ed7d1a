import sys
from pathlib import Path

import attrs
import pytest

import uzru
from uzru import SourceError

REPORT = 'Brno, 9 July 2002 (RFE/RL) -- "The mint will close," Neil Ashdown said today.\n'


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_a_file_becomes_an_article_that_knows_its_path(report: Path) -> None:
    article = uzru.load(report)
    assert article.text == REPORT
    assert article.source.path == report.as_posix()


def test_line_ends_are_kept_and_a_byte_order_mark_is_not(tmp_path: Path) -> None:
    path = tmp_path / "windows.txt"
    path.write_bytes(b"\xef\xbb\xbfOne.\r\n\r\nTwo.\r\n")
    assert uzru.load(path).text == "One.\r\n\r\nTwo.\r\n"


def test_another_encoding_is_read_when_named(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("Ташкент".encode("cp1251"))
    assert uzru.load(path, encoding="cp1251").text == "Ташкент"


def test_the_callers_date_wins_over_the_datelines(report: Path) -> None:
    said = [quote.when for quote in uzru.load(report, date="2020-01-05").quotes]
    assert [str(when) for when in said] == ["2020-01-05"]
    assert str(uzru.load(report).quotes[0].when) == "2002-07-09"


def test_without_any_date_today_stays_open_and_its_mention_is_kept() -> None:
    article = uzru.parse('"The mint will close," Neil Ashdown said today.')
    assert article.published is None
    assert [(article.text[date.span.slice], date.value) for date in article.dates] == [("today", None)]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"gone\.txt: there is no such file; check the path"):
        uzru.load(tmp_path / "gone.txt")


def test_bytes_that_are_not_text_are_named_with_their_place(tmp_path: Path) -> None:
    path = tmp_path / "photo.txt"
    path.write_bytes(b"abc\xff")
    with pytest.raises(SourceError, match=r"photo\.txt: byte 3 is not utf-8; save"):
        uzru.load(path)


def test_an_unknown_encoding_is_named(report: Path) -> None:
    with pytest.raises(SourceError, match="no encoding 'klingon'"):
        uzru.load(report, encoding="klingon")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="this is a folder; load_corpus reads folders"):
        uzru.load(tmp_path)


def test_a_folder_without_texts_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"holds no \.txt file"):
        uzru.load_corpus(tmp_path)


def test_a_faulty_file_does_not_stop_the_others(report: Path) -> None:
    (report.parent / "broken.txt").write_bytes(b"\xff")
    corpus = uzru.load_corpus([report.parent, report.parent / "gone.txt"])
    assert [article.text for article in corpus] == [REPORT]
    assert [str(fault).split(":")[0].rsplit("/", 1)[1] for fault in corpus.faults] == ["broken.txt", "gone.txt"]


def test_a_folder_is_read_in_the_order_of_names_with_its_subfolders(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    assert [article.text for article in uzru.load_corpus(tmp_path)] == ["a.txt", "b.txt", "c/d.txt"]


def test_nothing_to_read_is_an_error_that_names_each_reason(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"(?s)a\.txt.*b\.txt"):
        uzru.load_corpus([tmp_path / "a.txt", tmp_path / "b.txt"])
    with pytest.raises(SourceError, match="no paths"):
        uzru.load_corpus([])


def test_a_source_may_be_an_address_or_a_path() -> None:
    assert uzru.parse("A", source="https://example.org/a").source.url == "https://example.org/a"
    assert uzru.parse("A", source="a.txt").source.path == "a.txt"
    assert uzru.parse("A", source=uzru.Source(publisher="The Bulletin")).source.publisher == "The Bulletin"


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(uzru.DateError):
        uzru.parse("A", date="yesterday")


PAGE = '<meta charset="windows-1251"><title>A Mint</title><div class="wsw"><p>"Я \u2014 here," Egor Panin said.</div>'


def test_a_saved_page_is_read_as_a_page(tmp_path: Path) -> None:
    file = tmp_path / "mint.HTML"
    file.write_bytes(PAGE.encode("windows-1251"))
    article = uzru.load(file, date="2004-05-02")
    assert article == attrs.evolve(
        uzru.parse_html(PAGE, date="2004-05-02"), source=attrs.evolve(article.source, path=file.as_posix())
    )
    assert article.quotes[0].text == "Я \u2014 here,"
    assert uzru.load_corpus([file, file]).faults == ()


def test_a_page_that_needs_an_extra_does_not_stop_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (tmp_path / "other.html").write_text("<p>A mint opened.</p>", encoding="utf-8")
    (tmp_path / "mint.txt").write_text("A mint opened.", encoding="utf-8")
    corpus = uzru.load_corpus([tmp_path / "other.html", tmp_path / "mint.txt"])
    assert len(corpus) == 1
    assert "other.html: parse_html needs trafilatura" in str(corpus.faults[0])
