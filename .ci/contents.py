"""Checks that wheel and sdist hold what belongs in them: `python .ci/contents.py WHEEL SDIST`."""

import sys
import tarfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
LARGEST = 2_000_000


def main() -> None:
    """Compare the archives with the checkout."""
    wheel, sdist = (next(Path(one) for one in sys.argv[1:] if one.endswith(end)) for end in (".whl", ".tar.gz"))
    sources = {
        file.relative_to(ROOT / "src").as_posix(): file
        for file in (ROOT / "src" / "uzru").rglob("*")
        if file.is_file() and not any(part.startswith(".") or part == "__pycache__" for part in file.parts)
    }
    seeds = {f"uzru/seeds/{file.name}": file for file in (ROOT / "seeds").glob("*.txt")}
    with zipfile.ZipFile(wheel) as archive:
        for name, file in (sources | seeds).items():
            assert archive.read(name) == file.read_bytes(), f"{name} is not in the wheel as it is here"
        others = {name for name in archive.namelist() if ".dist-info/" not in name} - set(sources) - set(seeds)
        assert not others, f"the wheel holds what does not belong in it: {sorted(others)}"
    with tarfile.open(sdist) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {f"src/{name}" for name in sources} | {f"seeds/{file.name}" for file in seeds.values()}
    wanted |= {"pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE"}
    assert wanted <= held, f"not in the sdist: {sorted(wanted - held)}"
    assert {"uzru/py.typed", "uzru/knowledge/data/countries.tsv"} <= set(sources)
    assert len(seeds) == 2
    size = wheel.stat().st_size
    assert size < LARGEST, f"the wheel has {size} bytes, more than {LARGEST}"
    print(f"the wheel has {len(sources) + len(seeds)} files and {size:,} bytes")


if __name__ == "__main__":
    main()
