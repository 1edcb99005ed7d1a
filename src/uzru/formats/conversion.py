"""Between the model's classes and plain values: spans as pairs, dates as EDTF, actors of facts as their ids."""

from __future__ import annotations

from functools import cache, lru_cache
from types import GenericAlias, NoneType
from typing import Any, get_args

import cattrs
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from uzru.errors import DateError, ModelError
from uzru.model import Actor, Duration, Event, Interval, Mention, PartialDate, Quote, Span, parse_when
from uzru.model.vocabulary import Vocabulary

__all__ = ["REFERENCES", "converter", "json_type", "read_number", "read_span", "read_when"]

REFERENCES = {Mention: ("actor",), Quote: ("speaker", "addressee"), Event: ("sources", "targets")}
"""The fields that hold actors, which documents name by id."""

_parse_when = lru_cache(maxsize=10_000)(parse_when)  # an article gives the same few days again and again


@cache
def converter(*, strict: bool = True) -> cattrs.Converter:
    """A converter that gathers all faults of a document, with their paths.

    Args:
        strict: whether a field that is not known is a fault.
    """
    made = cattrs.Converter(detailed_validation=True, forbid_extra_keys=strict)
    _register_leaves(made)
    for cls, fields in REFERENCES.items():
        overrides: Any = {field: override(unstruct_hook=_ids) for field in fields}
        made.register_unstructure_hook(cls, make_dict_unstructure_fn(cls, made, **overrides))
    make_actor = make_dict_structure_fn(Actor, made, _cattrs_forbid_extra_keys=strict)
    made.register_structure_hook(
        Actor, lambda value, _: value if isinstance(value, Actor) else make_actor(value, Actor)
    )
    return made


def json_type(value: Any) -> str:
    """What JSON calls a value."""
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def _register_leaves(made: cattrs.Converter) -> None:
    """Spans as pairs, dates as EDTF, and no string taken for a number or the other way round."""
    made.register_unstructure_hook(Span, lambda span: [span.start, span.end])
    made.register_structure_hook(Span, lambda value, _: read_span(value))
    for cls in (PartialDate, Interval, Duration):
        made.register_unstructure_hook(cls, str)
        made.register_structure_hook(cls, lambda value, cls: read_when(value, (cls,)))
    for union in (PartialDate | Interval | None, PartialDate | Interval | Duration | None):
        made.register_structure_hook(union, _optional_date)
        made.register_unstructure_hook(union, lambda value: None if value is None else str(value))
    for plain, hook in ((str, _string), (int, _whole), (float, read_number), (bool, _truth)):
        made.register_structure_hook(plain, lambda value, _, hook=hook: hook(value))
    for words in Vocabulary.__subclasses__():
        made.register_unstructure_hook(words, str)
        made.register_structure_hook(words, lambda value, cls: cls(_string(value)))
    made.register_structure_hook_func(
        lambda cls: getattr(cls, "__origin__", None) is tuple,
        lambda value, cls: tuple(made.structure(_list(value), GenericAlias(list, cls.__args__[:1]))),  # type: ignore[arg-type]
    )


def _optional_date(value: Any, union: Any) -> Any:
    return None if value is None else read_when(value, get_args(union))


def _ids(value: Any) -> Any:
    if isinstance(value, tuple):
        return [actor.id for actor in value]
    return None if value is None else value.id


def read_when(value: Any, kinds: tuple[type, ...]) -> PartialDate | Interval | Duration:
    """The date, interval or duration that EDTF notation stands for, if it is one of these kinds.

    >>> read_when("2004-05", (PartialDate,))
    PartialDate.parse('2004-05')
    """
    when = _parse_when(_string(value))
    if not isinstance(when, kinds):
        wanted = " or ".join(kind.__name__ for kind in kinds if kind is not NoneType)
        raise DateError(f"{value!r} is no {wanted}")
    return when


def read_span(value: Any) -> Span:
    """The span that `[start, end]` stands for.

    >>> read_span([3, 7])
    Span(3, 7)
    """
    try:
        start, end = value
    except (TypeError, ValueError):
        start = end = None
    if type(start) is int and type(end) is int and type(value) is list:
        return Span(start, end)
    raise ModelError(f"a span is two whole numbers, [start, end], not {value!r}")


def read_number(value: Any) -> float:
    """A number, and nothing that could be taken for one.

    >>> read_number(1)
    1.0
    """
    if type(value) not in (int, float):
        raise ModelError(f"a number is wanted, not {json_type(value)}")
    return float(value)


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise ModelError(f"a list is wanted, not {json_type(value)}")
    return value


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise ModelError(f"a string is wanted, not {json_type(value)}")
    return value


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise ModelError(f"a whole number is wanted, not {json_type(value)}")
    return value


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ModelError(f"true or false is wanted, not {json_type(value)}")
    return value
