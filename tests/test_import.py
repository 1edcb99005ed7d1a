import subprocess
import sys

import uzru


def run(code: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": "/usr/bin:/bin", **environment},
    )
    return done.stdout


def test_importing_uzru_loads_neither_converters_nor_dateutil_nor_a_stage() -> None:
    loaded = run("import sys, uzru; print('\\n'.join(sys.modules))").split()
    heavy = ("cattrs", "dateutil", "attr", "uzru.parsing", "uzru.knowledge", "uzru.formats", "uzru.model", "json")
    assert [name for name in loaded if name.startswith(heavy)] == []


def test_the_model_alone_loads_neither_converters_nor_dateutil_nor_a_stage() -> None:
    loaded = run("import sys, uzru; uzru.Article; print('\\n'.join(sys.modules))").split()
    heavy = ("cattrs", "dateutil", "uzru.parsing", "uzru.knowledge", "uzru.formats")
    assert [name for name in loaded if name.startswith(heavy)] == []


def test_every_public_name_is_there_and_the_list_is_sorted() -> None:
    assert all(getattr(uzru, name) is not None for name in uzru.__all__)
    assert dir(uzru) == sorted(uzru.__all__)


def test_a_name_that_is_not_there_says_so() -> None:
    assert not hasattr(uzru, "quotes")


def test_two_hash_seeds_give_the_same_bytes() -> None:
    code = "import uzru\nfor article in uzru.load_seeds(): print(uzru.to_json(article))"
    first = run(code, PYTHONHASHSEED="1", PYTHONIOENCODING="utf-8")
    assert first == run(code, PYTHONHASHSEED="4242", PYTHONIOENCODING="utf-8")
    assert len(first) > 10_000
