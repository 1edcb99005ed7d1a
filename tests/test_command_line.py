import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

import uzru
from uzru.__main__ import main

REPORT = 'Brno, 9 July 2002 (RFE/RL) -- "The mint will close," Neil Ashdown said today.\n'


@pytest.fixture
def report(tmp_path: Path) -> str:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path.as_posix()


def test_without_a_command_the_seeds_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    shown = capsys.readouterr().out
    assert shown.count("WHO SAID WHAT") == shown.count("WHO IS WHO") == shown.count("WHAT HAPPENED WHEN") == 2


def test_text_is_for_people(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", report]) == 0
    assert "Neil Ashdown" in capsys.readouterr().out


def test_json_is_one_document_or_a_list(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["parse", "--format", "json", report])
    assert uzru.from_json(capsys.readouterr().out) == uzru.load(report)
    main(["parse", "--format", "json", report, report])
    assert len(json.loads(capsys.readouterr().out)) == 2


def test_jsonl_is_a_canonical_article_a_line_with_its_path(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", "--format", "jsonl", report, report]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [uzru.from_json(line) for line in lines] == [uzru.load(report)] * 2
    assert json.loads(lines[0])["source"]["path"] == report


def test_a_file_that_cannot_be_read_is_named_and_the_others_go_on(
    report: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["parse", "--format", "jsonl", "gone.txt", report]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert err == "uzru: gone.txt: there is no such file; check the path\n"


def test_the_date_is_what_today_means(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["parse", "--format", "json", "--date", "2020-01-05", report])
    assert json.loads(capsys.readouterr().out)["published"] == "2020-01-05"


def test_a_date_that_is_none_is_wrong_usage(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["parse", "--date", "soon", report])
    assert caught.value.code == 2
    assert "'soon'" in capsys.readouterr().err


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(REPORT.encode())))
    assert main(["parse", "--format", "json", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["text"] == REPORT


def test_standard_input_that_is_no_text_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"ab\xff")))
    assert main(["parse", "-"]) == 1
    assert "standard input: byte 2 is not utf-8" in capsys.readouterr().err


def test_a_knowledge_folder_that_is_missing_is_named(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", "--knowledge", "nowhere", report]) == 1
    assert "nowhere: there is no such folder" in capsys.readouterr().err


def test_a_reader_that_stops_early_is_no_error() -> None:
    run = subprocess.run(
        f"{sys.executable} -m uzru parse --format json seeds | head -c 10",
        shell=True,
        capture_output=True,
        check=False,
        cwd=Path(__file__).parents[1],
    )
    assert run.stderr == b""
