from pathlib import Path

import attrs
import pytest

import uzru.model

ROOT = Path(__file__).parents[1]
MODEL = (ROOT / "docs" / "model.md").read_text(encoding="utf-8")
REFERENCE = (ROOT / "docs" / "reference" / "api.md").read_text(encoding="utf-8")
CLASSES = [value for name in uzru.model.__all__ if isinstance(value := getattr(uzru.model, name), type)]


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_the_model_page_tells_of_every_class_and_field(cls: type) -> None:
    head = f"### `{cls.__name__}`\n"
    assert head in MODEL
    section = MODEL.split(head)[1].split("\n### ")[0]
    if attrs.has(cls):
        fields = [field.name for field in attrs.fields(cls)]
        assert [name for name in fields if f"| `{name}` |" not in section] == []
    else:
        assert [value for value in cls if f"`{value}`" not in section] == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", sorted({*uzru.__all__, *uzru.model.__all__} - {"__version__"}))
def test_the_reference_tells_of_every_public_name(name: str) -> None:
    home = getattr(getattr(uzru if name in uzru.__all__ else uzru.model, name), "__module__", "")
    pages = REFERENCE.replace("\n", " ").split()
    assert home in pages or any(page.endswith(f".{name}") for page in pages) or f"`{name}`" in REFERENCE


@pytest.mark.parametrize("page", [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))], ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    import re

    for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
