"""House styles are data: files are read, checked, and put before the packaged ones."""

from pathlib import Path

import pytest

from uzru.errors import KnowledgeError
from uzru.knowledge import Knowledge
from uzru.parsing.layout import Layout, load_styles
from uzru.parsing.layout.styles import CreditForm

PROSE = "The mint has opened its doors to visitors in the old town."


@pytest.fixture
def style(tmp_path: Path) -> Path:
    return tmp_path / "ostwire.toml"


def test_every_packaged_style_has_a_name_of_its_own_and_compiles() -> None:
    names = [style.name for style in load_styles()]
    assert len(names) == len(set(names)) > 12
    Layout(Knowledge(), load_styles())


def test_own_styles_come_first_and_replace_one_of_the_same_name(style: Path) -> None:
    style.write_text('name = "tass"\npublisher = "Our TASS"', encoding="utf-8")
    styles = load_styles(style)
    assert styles[0].publisher == "Our TASS"
    assert [one.name for one in styles].count("tass") == 1


def test_a_folder_gives_all_its_styles(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.toml").write_text(f'name = "{name}"', encoding="utf-8")
    assert [one.name for one in load_styles(tmp_path)][:2] == ["one", "two"]


def test_credits_may_give_a_role(style: Path) -> None:
    style.write_text('name = "x"\ncredits = ["From {agencies}", { form = "Drawn by {names}", role = "drawing" }]')
    assert load_styles(style)[0].credits == (
        CreditForm(form="From {agencies}"),
        CreditForm(form="Drawn by {names}", role="drawing"),
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name = ", "is not TOML"),
        ('publisher = "X"', "needs a name"),
        ('name = "x"\ndates = "american"', "day-first"),
        ('name = "x"\npublisher = 3', "must be a string"),
        ('name = "x"\noutlets = "X"', "outlets must be a list"),
        ('name = "x"\ncolor = "red"', "no key 'color'"),
        ('name = "x"\nboilerplate = []', "[boilerplate] must be a table"),
        ('name = "x"\n[boilerplate]\nends = ["a"]', "no key 'ends'"),
        ('name = "x"\ncredits = [3]', "credits must be a list of forms"),
        ('name = "x"\ncredits = "y"', "credits must be a list of forms"),
    ],
)
def test_a_fault_names_the_file_and_what_is_wrong(style: Path, text: str, words: str) -> None:
    style.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError) as error:
        load_styles(style)
    assert str(style) in str(error.value)
    assert words in str(error.value)


def test_a_file_that_is_missing_or_not_utf_8_is_named(style: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"ostwire\.toml: cannot be read"):
        load_styles(style)
    style.write_bytes(b'name = "\xff"')
    with pytest.raises(KnowledgeError, match="byte 8 is not UTF-8"):
        load_styles(style)


@pytest.mark.parametrize(
    ("key", "form", "words"),
    [
        ("datelines", "{city} {date}", "no slot {city}"),
        ("datelines", "{place}, {place} --", "stands twice"),
        ("datelines", "{names} {date}", "a dateline has no slot {names}"),
        ("datelines", "-- {dash}", "has none of"),
        ("bylines", "By nobody", "has neither {names} nor {agencies}"),
    ],
)
def test_a_faulty_form_names_its_style(style: Path, key: str, form: str, words: str) -> None:
    style.write_text(f'name = "ostwire"\n{key} = ["{form}"]', encoding="utf-8")
    with pytest.raises(KnowledgeError) as error:
        Layout(Knowledge(), load_styles(style))
    assert "house style ostwire" in str(error.value)
    assert words in str(error.value)


def test_a_date_with_the_day_first_is_read_so_in_the_forms_of_its_style(style: Path) -> None:
    style.write_text('name = "x"\npublisher = "X"\ndates = "day-first"\ndatelines = ["<{date}>"]', encoding="utf-8")
    page = Layout(Knowledge(), load_styles(style))(f"<5/2/2004> {PROSE}")
    assert str(page.published) == "2004-02-05"


def test_two_hints_are_as_good_as_a_mark(style: Path) -> None:
    style.write_text('name = "x"\npublisher = "X"\nhints = ["told X", "X says"]', encoding="utf-8")
    layout = Layout(Knowledge(), load_styles(style))
    assert layout(f"{PROSE} It told X so.").style is None
    assert layout(f"{PROSE} It told X so. X says no.").style == "x"
