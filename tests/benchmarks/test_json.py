"""How long canonical JSON takes, beside `json` itself and pydantic.  Run with:

python -m pytest tests/benchmarks -o addopts= -s
"""

import gc
import json
import time
from collections.abc import Callable
from types import NoneType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import attrs
import pytest

import uzru
from uzru import Article, Span, parse_when
from uzru.model import Actor, Duration, Interval, PartialDate
from uzru.testing import make_report

pydantic: Any = pytest.importorskip("pydantic")

ARTICLES = [uzru.parse(make_report(4_000, seed)) for seed in range(40)]
DOCUMENTS = [uzru.to_json(article) for article in ARTICLES]
PLAIN = [json.loads(document) for document in DOCUMENTS]


def test_canonical_json_beside_json_and_pydantic() -> None:
    """The best of ten rounds in which each has its turn, in milliseconds of processor time for an article."""
    turns: dict[str, Callable[[], object]] = {
        "json.loads": lambda: [json.loads(document) for document in DOCUMENTS],
        "from_json": lambda: [uzru.from_json(document) for document in DOCUMENTS],
        "json.dumps": lambda: [json.dumps(document, ensure_ascii=False) for document in PLAIN],
        "to_json": lambda: [uzru.to_json(article) for article in ARTICLES],
    } | _pydantic()
    best = dict.fromkeys(turns, float("inf"))
    for _ in range(10):
        for name, turn in turns.items():
            gc.collect()  # or a full collection falls into the same turn each round
            begin = time.process_time()
            turn()
            best[name] = min(best[name], (time.process_time() - begin) * 1_000 / len(ARTICLES))
    size = sum(map(len, DOCUMENTS)) / len(DOCUMENTS) / 1_000
    print(f"\ndocuments of {size:.0f} KB:", ", ".join(f"{name} {took:.2f} ms" for name, took in best.items()))
    print(f"from_json is {best['from_json'] / best['json.loads']:.1f} times json.loads", end=", ")
    print(f"to_json {best['to_json'] / best['json.dumps']:.1f} times json.dumps")


def _pydantic() -> dict[str, Callable[[], object]]:
    model = pydantic_article()
    # A pydantic model has a method of its own called `schema`.
    texts = [document.replace('"schema"', '"schema_"', 1) for document in DOCUMENTS]
    made = [model.model_validate_json(text) for text in texts]
    return {
        "pydantic in": lambda: [model.model_validate_json(text) for text in texts],
        "pydantic out": lambda: [one.model_dump_json() for one in made],
    }


# --- the model once more in pydantic ----------------------------------------------------------------------------------

_STRICT = pydantic.ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)
_DATES = {PartialDate, Interval, Duration}


def pydantic_article() -> Any:
    """A frozen pydantic model of `Article`.

    It does less than `from_json`: facts keep the ids of their actors, and what the classes check beyond the types of
    their fields (that spans lie in the text, that quotations say what their spans say) is not checked.
    """
    made: dict[type, Any] = {}
    page = _model(Article, made, leave_out=("items",))
    return pydantic.create_model("Page", __base__=page, schema_=(str, ...), items=(list[Any], ...))


def _model(cls: type, made: dict[type, Any], leave_out: tuple[str, ...] = ()) -> Any:
    if cls not in made:
        hints = get_type_hints(cls)
        names = [field.name for field in attrs.fields(cls) if field.name not in leave_out]
        fields: dict[str, Any] = {name: (_kind(hints[name], made, name == "actors"), ...) for name in names}
        made[cls] = pydantic.create_model(cls.__name__, __config__=_STRICT, **fields)
    return made[cls]


def _kind(kind: Any, made: dict[type, Any], is_table: bool = False) -> Any:
    """The type of a field in pydantic."""
    kind = getattr(kind, "__supertype__", kind)
    if get_origin(kind) is tuple:
        return tuple[_kind(get_args(kind)[0], made, is_table), ...]  # type: ignore[misc]
    parts = tuple(part for part in get_args(kind) or (kind,) if part is not NoneType)
    if _DATES.issuperset(parts):
        one: Any = Annotated[Union[parts], pydantic.BeforeValidator(parse_when), pydantic.PlainSerializer(str)]  # noqa: UP007
    elif parts == (Span,):
        one = tuple[int, int]
    elif parts == (Actor,) and not is_table:
        one = str
    else:
        one = _model(parts[0], made) if attrs.has(parts[0]) else getattr(parts[0], "__supertype__", parts[0])
    return one if NoneType not in get_args(kind) else one | None
