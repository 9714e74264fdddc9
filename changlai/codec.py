"""Records as JSON and back. What comes back is checked part by part against the record's own types: no file can become anything else."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Generic, Literal, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


class Way(NamedTuple):
    """How values of one type become JSON values, and back; the way back raises ValueError for what is not of the type."""

    there: Callable[[Any], Any]
    back: Callable[[Any], Any]


class Codec(Generic[T]):
    """Bytes for values of one type: dataclasses and named tuples of text, numbers, truth, tuples, mappings and each other."""

    def __init__(self, kind: Any) -> None:
        self._way = way(kind)

    def dump(self, value: T) -> bytes:
        return json.dumps(self._way.there(value), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")

    def load(self, data: bytes) -> T:
        """The value that was dumped. ValueError for anything else."""
        try:
            found: T = self._way.back(json.loads(data.decode("utf-8", "surrogatepass")))
        except (TypeError, RecursionError) as fault:
            raise ValueError(str(fault)) from fault
        return found


@cache
def way(kind: Any) -> Way:
    made: Any = kind
    origin, args = get_origin(kind), get_args(kind)
    if kind is Any:
        return Way(as_it_is, as_it_is)
    if origin is Literal:
        return Way(as_it_is, one_of(args))
    if origin in (Union, UnionType):
        return maybe(way(next(arg for arg in args if arg is not NoneType)))
    if origin is list:
        there, back = many(way(args[0]))
        return Way(there, lambda value: list(back(value)))
    if origin is tuple:
        return many(way(args[0])) if args[-1] is Ellipsis else record(lambda *parts: parts, tuple, [way(arg) for arg in args])
    if origin is not None and issubclass(origin, Mapping):
        return pairs(way(args[0]), way(args[1]))
    if is_dataclass(kind):
        names = [field.name for field in fields(kind)]
        return record(made, attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),), ways(made, names))
    if hasattr(kind, "_fields"):
        return record(kind, tuple, ways(kind, kind._fields))
    return Way(as_it_is, exactly(kind))


def ways(kind: type, names: list[str] | tuple[str, ...]) -> list[Way]:
    hints = get_type_hints(kind)
    return [way(hints[name]) for name in names]


def as_it_is(value: Any) -> Any:
    return value


def exactly(kind: type) -> Callable[[Any], Any]:
    def back(value: Any) -> Any:
        if type(value) is not kind:
            raise ValueError(f"{kind.__name__} expected")
        return value

    return back


def one_of(known: tuple[Any, ...]) -> Callable[[Any], Any]:
    def back(value: Any) -> Any:
        if value not in known:
            raise ValueError("an unknown word")
        return value

    return back


def maybe(part: Way) -> Way:
    there, back = part
    return Way(
        there if there is as_it_is else lambda value: None if value is None else there(value),
        lambda value: None if value is None else back(value),
    )


def many(part: Way) -> Way:
    there, back = part
    return Way(list if there is as_it_is else lambda value: list(map(there, value)), lambda value: tuple(map(back, a_list(value))))


def pairs(key: Way, part: Way) -> Way:
    """Keys need not be text."""
    return Way(
        lambda value: [[key.there(name), part.there(found)] for name, found in value.items()],
        lambda value: {key.back(name): part.back(found) for name, found in a_list(value)},
    )


def record(make: Callable[..., Any], split: Callable[[Any], tuple[Any, ...]], parts: list[Way]) -> Way:
    theres, backs = [part.there for part in parts], [part.back for part in parts]

    def back(value: Any) -> Any:
        if len(a_list(value)) != len(backs):
            raise ValueError("not the fields of the record")
        return make(*[part(given) for part, given in zip(backs, value, strict=True)])

    return Way(lambda value: [part(given) for part, given in zip(theres, split(value), strict=True)], back)


def a_list(value: Any) -> list[Any]:
    if type(value) is not list:
        raise ValueError("list expected")
    return value
