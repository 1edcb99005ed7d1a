"""The notebooks run from the first cell to the last."""

from pathlib import Path
from typing import Any

import pytest

nbformat: Any = pytest.importorskip("nbformat")
nbclient: Any = pytest.importorskip("nbclient")
pytest.importorskip("ipykernel")
pytestmark = pytest.mark.filterwarnings("ignore")  # theirs, not ours

NOTEBOOKS = sorted((Path(__file__).parents[1] / "docs" / "notebooks").glob("*.ipynb"))
NEEDS = {"karimov-and-putin": ["altair", "vl_convert"], "your-own-corpus": ["pandas", "pyarrow"]}


def test_there_are_three_notebooks() -> None:
    assert [file.stem for file in NOTEBOOKS] == ["karimov-and-putin", "meet-the-model", "your-own-corpus"]


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
def test_a_notebook_runs(file: Path) -> None:
    for package in NEEDS.get(file.stem, []):
        pytest.importorskip(package)
    notebook = nbformat.read(file, as_version=4)
    nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    shown = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert not [output for output in shown if output.output_type == "error"]
    assert any("text/html" in output.get("data", {}) for output in shown)


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
def test_what_a_notebook_shows_was_kept_with_it(file: Path) -> None:
    cells = [cell for cell in nbformat.read(file, as_version=4).cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    assert not any("/home/" in str(cell.outputs) or "Traceback" in str(cell.outputs) for cell in cells)
