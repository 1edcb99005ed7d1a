from collections.abc import Callable
from pathlib import Path

import pytest

from uzru.errors import KnowledgeError
from uzru.knowledge import Knowledge

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a table of a user's folder and gives the folder."""

    def _write(name: str, *lines: str, folder: str = "mine", encoding: str = "utf-8") -> Path:
        path = tmp_path / folder
        path.mkdir(exist_ok=True)
        (path / f"{name}.tsv").write_text("\n".join(lines), encoding=encoding)
        return path

    return _write


HEAD = "name\tnames\tof\tstands_for\tsector\tbody"


def bodies(knowledge: Knowledge, name: str) -> list[str]:
    at = knowledge.columns("metonyms").index("body")
    return [row[at] for row in knowledge.table("metonyms") if row[0] == name]


def test_a_row_of_ones_own_takes_the_place_of_the_packaged_one(write: Write) -> None:
    folder = write("metonyms", "# mine", "", HEAD, "Kremlin\t\tcountry\tRUS\tGOV\tfortress")
    assert bodies(Knowledge.load(folder), "Kremlin") == ["fortress"]
    assert bodies(Knowledge(), "Kremlin") == ["presidency"]


def test_a_new_row_comes_first_and_the_others_stay(write: Write) -> None:
    knowledge = Knowledge.load(write("metonyms", HEAD, "Mint House\t\tcountry\tUZB\tGOV\tmint"))
    assert knowledge.table("metonyms")[0][0] == "Mint House"
    assert knowledge.table("metonyms")[1:] == Knowledge().table("metonyms")


def test_a_plus_adds_to_the_packaged_rows_and_a_minus_takes_them_away(write: Write) -> None:
    lines = (HEAD, "+Kremlin\t\tcountry\tRUS\tGOV\tfortress", "-White House", "-No Such House")
    knowledge = Knowledge.load(write("metonyms", *lines))
    assert bodies(knowledge, "Kremlin") == ["fortress", "presidency"]
    assert bodies(knowledge, "White House") == []


def test_rows_come_one_by_one_as_the_table_has_them(write: Write) -> None:
    own = Knowledge.load(write("metonyms", HEAD, "Kremlin\t\tcountry\tRUS\tGOV\tfortress"))
    assert tuple(own.rows("metonyms")) == own.table("metonyms")
    assert tuple(own.rows("organizations")) == own.table("organizations") == Knowledge().table("organizations")


def test_of_several_folders_the_last_wins(write: Write) -> None:
    first = write("metonyms", HEAD, "Kremlin\t\tcountry\tRUS\tGOV\tone", "Mint House\t\tcountry\tUZB\tGOV\tone")
    last = write("metonyms", HEAD, "Kremlin\t\tcountry\tRUS\tGOV\ttwo", folder="yours")
    knowledge = Knowledge.load(first, last)
    assert bodies(knowledge, "Kremlin") == ["two"]
    assert bodies(knowledge, "Mint House") == ["one"]


def test_cells_left_out_at_the_end_are_empty_and_foreign_line_ends_do_no_harm(write: Write) -> None:
    folder = write("metonyms", HEAD + "\r", "Mint House\r", encoding="utf-8-sig")
    assert Knowledge.load(folder).table("metonyms")[0] == ("Mint House", "", "", "", "", "")


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ((HEAD, "a\tb\tc\td\te\tf\tg"), "line 2: 7 cells, but the header names 6 columns"),
        (("name\tplace",), "the columns must be name, names, of, stands_for, sector, body; found name, place"),
        (("# nothing",), "no header line"),
    ],
)
def test_a_faulty_table_is_named_with_what_is_wrong(write: Write, lines: tuple[str, ...], message: str) -> None:
    knowledge = Knowledge.load(write("metonyms", *lines))
    with pytest.raises(KnowledgeError, match=message) as caught:
        knowledge.table("metonyms")
    assert "metonyms.tsv" in str(caught.value)


def test_bytes_that_are_not_utf8_are_named_by_their_place(write: Write) -> None:
    folder = write("metonyms", HEAD, "Mint Höuse", encoding="latin-1")
    with pytest.raises(KnowledgeError, match=r"metonyms\.tsv: byte 43 is not UTF-8"):
        Knowledge.load(folder).table("metonyms")


def test_a_table_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "metonyms.tsv").mkdir()
    with pytest.raises(KnowledgeError, match=r"metonyms\.tsv: cannot be read"):
        Knowledge.load(tmp_path).table("metonyms")


def test_a_folder_that_can_mean_nothing_is_refused(tmp_path: Path, write: Write) -> None:
    with pytest.raises(KnowledgeError, match="there is no such folder"):
        Knowledge.load(tmp_path / "none")
    with pytest.raises(KnowledgeError, match=r"there is no \.tsv file in it"):
        Knowledge.load(tmp_path)
    with pytest.raises(KnowledgeError, match="there is no table 'metonym'; the tables are agencies"):
        Knowledge.load(write("metonym", HEAD))


def test_unknown_tables_and_columns_are_refused() -> None:
    with pytest.raises(KnowledgeError, match="there is no table 'mints'; the tables are agencies"):
        Knowledge().table("mints")
    with pytest.raises(KnowledgeError, match="table metonyms has no column 'mint'; the columns are name, names"):
        Knowledge().mapping("metonyms", "mint")


def test_a_mapping_takes_the_first_row_of_a_key_and_cannot_be_changed(write: Write) -> None:
    folder = write("metonyms", HEAD, "+Kremlin\t\tcountry\tRUS\tGOV\tfortress")
    mapping = Knowledge.load(folder).mapping("metonyms", "body")
    assert mapping["Kremlin"] == "fortress"
    with pytest.raises(TypeError):
        mapping["Kremlin"] = "mint"  # type: ignore[index]
