"""Records as JSON and back. What comes back is checked part by part against the record's own types: no file can become anything else.

The functions of each record are written out and compiled when they are first wanted, as dataclasses do it: thousands of records pass.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Any, Generic, Literal, NamedTuple, NoReturn, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


class Way(NamedTuple):
    """How values of one type become JSON values, and back; the way back raises ValueError or TypeError for what is not of the type."""

    there: Callable[[Any], Any]
    back: Callable[[Any], Any]


class Codec(Generic[T]):
    """Bytes for values of one type: named tuples of text, numbers, truth, tuples, mappings and each other."""

    def __init__(self, kind: Any) -> None:
        self._kind = kind

    def dump(self, value: T) -> bytes:
        return json.dumps(way(self._kind).there(value), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")

    def load(self, data: bytes) -> T:
        """The value that was dumped. ValueError for anything else."""
        return self.load_all([data])[0]

    def load_all(self, data: Collection[bytes]) -> list[T]:
        """The values that were dumped, in their order: many are had sooner together. ValueError where one is anything else."""
        back = way(self._kind).back
        try:
            found = [back(value) for value in json.loads(f"[{b','.join(data).decode('utf-8', 'surrogatepass')}]")]
        except (TypeError, RecursionError) as fault:
            raise ValueError(str(fault)) from fault
        if len(found) != len(data):
            raise ValueError("not one value each")
        return found


@cache
def way(kind: Any) -> Way:
    """The functions of a record take its fields apart and put them together; those of any other type are one expression."""
    names: dict[str, Any] = {"a_list": a_list, "wrong": wrong, "new": tuple.__new__}
    parts = record_of(kind)
    if parts is None:
        there, back = f"return {there_of(kind, 'value', names)}", f"return {back_of(kind, 'value', names)}"
    else:
        taken = [f"a{place}" for place in range(len(parts))]
        made = ", ".join([*(back_of(part, name, names) for part, name in zip(parts.values(), taken, strict=True)), ""])
        held = ", ".join(there_of(part, name, names) for part, name in zip(parts.values(), taken, strict=True))
        there = f"[{', '.join(taken)}] = value\n    return [{held}]"
        back = f"[{', '.join(taken)}] = a_list(value)\n    return new({named(get_origin(kind) or kind, names)}, ({made}))"
    exec(f"def there(value):\n    {there}\n\ndef back(value):\n    {back}\n", names)
    return Way(names["there"], names["back"])


def record_of(kind: Any) -> Mapping[str, Any] | None:
    """The types of the fields of a record, in their order; None where `kind` is none."""
    if get_origin(kind) is tuple and get_args(kind)[-1] is not Ellipsis:
        return {str(place): part for place, part in enumerate(get_args(kind))}
    if not hasattr(kind, "_fields"):
        return None
    hints = get_type_hints(kind)
    return {name: hints[name] for name in kind._fields}


def there_of(kind: Any, value: str, names: dict[str, Any]) -> str:
    """The expression of the JSON value for `value`, which is the name of a variable."""
    origin, args, inner = get_origin(kind), get_args(kind), f"{value}_"
    if is_json(kind):
        return value
    if origin in (Union, UnionType):
        return f"(None if {value} is None else {there_of(some(args), value, names)})"
    if origin is not None and issubclass(origin, Mapping):
        pair = f"[{there_of(args[0], f'{inner}k', names)}, {there_of(args[1], inner, names)}]"
        return f"[{pair} for {inner}k, {inner} in {value}.items()]"
    if origin is list or (origin is tuple and args[-1] is Ellipsis):
        return f"[{there_of(args[0], inner, names)} for {inner} in {value}]"
    return f"{named(way(kind).there, names)}({value})"


def back_of(kind: Any, value: str, names: dict[str, Any]) -> str:
    """The expression that makes sure of the JSON value `value`, which is the name of a variable, and makes it what it was."""
    origin, args, inner = get_origin(kind), get_args(kind), f"{value}_"
    if kind is Any:
        return value
    if origin is Literal:
        return f"({value} if {value} in {named(args, names)} else wrong())"
    if origin in (Union, UnionType):
        return f"(None if {value} is None else {back_of(some(args), value, names)})"
    if origin is not None and issubclass(origin, Mapping):
        pair = f"{back_of(args[0], f'{inner}k', names)}: {back_of(args[1], inner, names)}"
        return f"{{{pair} for {inner}k, {inner} in a_list({value})}}"
    if record_of(kind) is not None:
        return f"{named(way(kind).back, names)}({value})"
    if origin in (list, tuple):
        made = f"[{back_of(args[0], inner, names)} for {inner} in a_list({value})]"
        return made if origin is list else f"tuple({made})"
    return f"({value} if type({value}) is {named(kind, names)} else wrong())"


def is_json(kind: Any) -> bool:
    """Whether values of a type are JSON as they are: the encoder takes every tuple for a list."""
    origin, parts = get_origin(kind), (record_of(kind) or {}).values()
    if origin is Literal:
        return True
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return False
    return all(is_json(part) for part in (*get_args(kind), *parts) if part not in (NoneType, Ellipsis))


def some(args: tuple[Any, ...]) -> Any:
    """What a value is where it is not None."""
    return next(arg for arg in args if arg is not NoneType)


def named(value: Any, names: dict[str, Any]) -> str:
    """The name under which compiled functions find a value."""
    name = f"n{len(names)}"
    names[name] = value
    return name


def a_list(value: Any) -> list[Any]:
    if type(value) is not list:
        raise ValueError("list expected")
    return value


def wrong() -> NoReturn:
    raise ValueError("not of the type of the record")
