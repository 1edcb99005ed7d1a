from collections.abc import Iterator
from pathlib import Path

import pytest

from uzru import Article, Corpus, FormatError, SourceError
from uzru.formats.jsonl import read_jsonl, write_jsonl


@pytest.mark.parametrize("name", ["corpus.jsonl", "corpus.jsonl.gz"])
def test_a_corpus_comes_back_equal(two_reports: Corpus, tmp_path: Path, name: str) -> None:
    assert two_reports.to_jsonl(tmp_path / name) == 2
    assert Corpus.from_jsonl(tmp_path / name) == two_reports


@pytest.mark.parametrize("name", ["corpus.jsonl", "corpus.jsonl.gz"])
def test_the_same_articles_give_the_same_bytes(two_reports: Corpus, tmp_path: Path, name: str) -> None:
    first, second = tmp_path / "a" / name, tmp_path / "b" / name
    for path in (first, second):
        path.parent.mkdir()
        two_reports.to_jsonl(path)
    assert first.read_bytes() == second.read_bytes()


def test_articles_pass_through_one_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    alive: list[int] = []

    def made() -> Iterator[Article]:
        for number in range(50):
            alive.append(number)
            # When the next article is asked for, the one before it has been written.
            yield Article(text=f"{number} " * 5_000)
            assert path.stat().st_size > 8_000 * (number - 3)

    assert write_jsonl(made(), path) == len(alive) == 50
    reader = read_jsonl(path)
    first = next(reader)
    assert isinstance(first, Article)
    assert first.text.startswith("0 ")


def test_a_faulty_line_does_not_stop_the_others(two_reports: Corpus, tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    two_reports.to_jsonl(path)
    lines = path.read_text(encoding="utf-8").split("\n")
    path.write_text(
        "\n".join([lines[0], "{}", "", lines[1].replace('"kind": "direct"', '"kind": "loud"')]), encoding="utf-8"
    )
    corpus = Corpus.from_jsonl(path)
    assert len(corpus) == 1
    first, second = corpus.faults
    assert isinstance(second, FormatError)
    assert "corpus.jsonl, line 2: $.schema" in str(first)
    assert second.faults[0][0].endswith("line 4: $.quotes[0].kind")


def test_line_separators_within_a_text_end_no_line(tmp_path: Path) -> None:
    corpus = Corpus([Article(text="a\u2028b\u0085c\x0cd\re\nf\ud800")])
    corpus.to_jsonl(tmp_path / "odd.jsonl")
    assert Corpus.from_jsonl(tmp_path / "odd.jsonl") == corpus


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_bytes(b"\xff\n")
    (tmp_path / "bad.jsonl.gz").write_bytes(b"no archive")
    for name, said in (("none.jsonl", "no such file"), ("bad.jsonl", "not UTF-8"), ("bad.jsonl.gz", "cannot be read")):
        with pytest.raises(SourceError, match=said):
            list(read_jsonl(tmp_path / name))
    with pytest.raises(SourceError, match="cannot be written"):
        write_jsonl([], tmp_path / "none" / "corpus.jsonl")
