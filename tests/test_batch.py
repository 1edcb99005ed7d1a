import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import uzru
from uzru import Article
from uzru.batch import Page, ParseError, Text, parse_many
from uzru.parsing.html import parse_html

TEXTS = [f'"We will stay {number} days," Egor Panin said.' for number in range(40)]


class Deadly:
    """Ends the process that it is sent to."""

    def __reduce__(self) -> Any:
        return os._exit, (1,)


@pytest.mark.parametrize("processes", [1, 2])
def test_results_come_in_order_and_are_those_of_parse(processes: int) -> None:
    found = list(parse_many(TEXTS, processes=processes, chunk=3))
    assert found == [uzru.parse(text) for text in TEXTS]


@pytest.mark.parametrize("processes", [1, 2])
def test_a_text_may_have_its_own_date_and_source(processes: int) -> None:
    texts: list[str | Text] = [
        Text("A mint opened.", date="2004-05-02", source="https://example.org/mint"),
        "A mint closed.",
    ]
    first, second = parse_many(texts, date="2005-01-01", processes=processes)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (str(first.published), first.source.url) == ("2004-05-02", "https://example.org/mint")
    assert str(second.published) == "2005-01-01"


@pytest.mark.parametrize("processes", [1, 2])
def test_saved_pages_are_read_as_pages(processes: int) -> None:
    page = '<title>A Mint Opens</title><div class="wsw"><p>"We stay," Egor Panin said.</p></div>'
    given = Page(page.encode(), url="https://example.org/", path="mint.html", date="2004-05-02")
    read, plain = parse_many([given, "A mint opened."], processes=processes)
    assert isinstance(read, Article)
    assert (read.source.path, read.source.url, str(read.published)) == (given.path, given.url, given.date)
    assert (read.text, read.quotes) == (parse_html(page).text, parse_html(page, date="2004-05-02").quotes)
    assert plain == uzru.parse("A mint opened.")
    (wrong,) = parse_many([Page(7)], processes=processes)  # type: ignore[arg-type]
    assert isinstance(wrong, ParseError)


@pytest.mark.parametrize("processes", [1, 2])
def test_an_error_takes_the_place_of_its_text_and_the_rest_goes_on(processes: int) -> None:
    texts: list[Any] = ["One.", None, Text("No source.", source=3), Text("Two.", date="someday"), "Three."]  # type: ignore[arg-type]
    found = list(parse_many(texts, processes=processes, chunk=2))
    assert [isinstance(one, ParseError) for one in found] == [False, True, True, True, False]
    assert [str(one).split(": ")[0] for one in found[1:4]] == ["text 1", "text 2", "text 3"]
    assert "a string is wanted, not NoneType" in str(found[1])
    assert "DateError: 'someday'" in str(found[3])


def test_a_text_that_kills_its_process_is_an_error_too() -> None:
    deadly: Any = Text("die", source=Deadly())  # type: ignore[arg-type]
    texts = [*TEXTS[:10], deadly, *TEXTS[10:20], deadly, "Three."]
    found = list(parse_many(texts, processes=2, chunk=4))
    assert [index for index, one in enumerate(found) if isinstance(one, ParseError)] == [10, 21]
    assert "died" in str(found[10])
    assert [one.text for one in found if isinstance(one, Article)] == [text for text in texts if text is not deadly]


def test_a_program_without_a_guard_is_told_to_have_one(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text("import uzru\nprint(list(uzru.parse_many(['One.', 'Two.'], processes=2)))\n", encoding="utf-8")
    done = subprocess.run([sys.executable, str(program)], capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 1
    assert 'under `if __name__ == "__main__":`' in done.stderr.splitlines()[-1]


def test_a_text_that_cannot_be_sent_is_an_error_too() -> None:
    stuck: Any = Text("stuck", source=lambda: None)  # type: ignore[arg-type]
    found = list(parse_many(["One.", stuck, "Three."], processes=2, chunk=2))
    assert [isinstance(one, ParseError) for one in found] == [False, True, False]
    assert "cannot be handed to a process" in str(found[1])


@pytest.mark.parametrize("processes", [1, 2])
def test_only_a_few_texts_are_read_ahead(processes: int) -> None:
    asked: list[int] = []

    def endless() -> Iterator[str]:
        number = 0
        while True:
            asked.append(number)
            yield f"Text {number}."
            number += 1

    results = parse_many(endless(), processes=processes, chunk=2)
    first = next(results)
    assert isinstance(first, Article)
    assert first.text == "Text 0."
    assert len(asked) <= 3 * processes * 2
    results.close()  # type: ignore[attr-defined]


def test_two_runs_at_a_time_do_not_disturb_each_other() -> None:
    one = parse_many(["A mint opened."] * 2, date="2004", processes=1)
    two = parse_many(["A mint opened."] * 2, date="2005", processes=1)
    days = [
        str(article.published)
        for pair in zip(one, two, strict=True)
        for article in pair
        if isinstance(article, Article)
    ]
    assert days == ["2004", "2005", "2004", "2005"]


def test_no_texts_give_no_results() -> None:
    assert list(parse_many([], processes=2)) == []


def test_a_bar_is_shown_if_tqdm_is_there(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    assert len(list(parse_many(TEXTS[:3], processes=1, progress=True))) == 3
    monkeypatch.undo()
    pytest.importorskip("tqdm")
    assert len(list(parse_many(TEXTS[:3], processes=1, progress=True))) == 3
    assert "3/3" in capsys.readouterr().err
