import re
from importlib.resources import files

import pytest

from uzru.knowledge import Knowledge

PACKAGE = files("uzru.knowledge")
README = (PACKAGE / "README.md").read_text(encoding="utf-8")
TABLES = sorted(
    entry.name.removesuffix(".tsv") for entry in (PACKAGE / "data").iterdir() if entry.name.endswith(".tsv")
)
DESCRIBED = dict(re.findall(r"^\| `([\w-]+)` \| (`.+?`) \| .+ \|$", README, re.MULTILINE))


@pytest.mark.parametrize("name", TABLES)
def test_the_readme_names_the_columns_of_every_table(name: str) -> None:
    assert DESCRIBED.get(name) == ", ".join(f"`{column}`" for column in Knowledge().columns(name))


def test_the_readme_describes_no_table_that_is_not_there() -> None:
    assert set(DESCRIBED) == set(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_every_table_says_what_it_is_and_where_its_facts_come_from(name: str) -> None:
    text = (PACKAGE / "data" / f"{name}.tsv").read_text(encoding="utf-8")
    head = "\n".join(line for line in text.split("\n") if line.startswith("#"))
    assert text.startswith("# ")
    assert re.search(r"Source:|[Ll]icen[sc]e|CC0|public domain|[Tt]yped by hand|Written by", head), head


@pytest.mark.parametrize("name", TABLES)
def test_every_row_of_a_packaged_table_has_a_key(name: str) -> None:
    assert all(row[0].strip() for row in Knowledge().table(name))
