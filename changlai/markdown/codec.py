"""Documents as bytes for the store: JSON, checked field by field when it is read, so that no file can become anything but a document."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from typing import Any, TypeVar, get_args, get_type_hints

from changlai.model import Block, Document, Finding, Heading, Hole

T = TypeVar("T")
_HOLES = frozenset(get_args(get_type_hints(Hole)["kind"]))


def dump(document: Document) -> bytes:
    fields = {field.name: getattr(document, field.name) for field in dataclasses.fields(document)}
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def load(data: bytes) -> Document:
    """The document that `dump` wrote. Raises ValueError for anything else."""
    try:
        fields = json.loads(data.decode("utf-8", "surrogatepass"))
    except RecursionError as error:
        raise ValueError("nested too deep for a document") from error
    if not isinstance(fields, dict) or fields.keys() != _READERS.keys():
        raise ValueError("not the fields of a document")
    document = Document(**{name: _READERS[name](fields[name]) for name in _READERS})
    if len(document.parts) != len(document.holes) + 1:
        raise ValueError("parts and holes do not alternate")
    return document


def _exactly(kind: type[T]) -> Callable[[Any], T]:
    def read(value: Any) -> T:
        if type(value) is not kind:
            raise ValueError(f"{kind.__name__} expected")
        return value

    return read


def _many(read: Callable[[Any], T]) -> Callable[[Any], tuple[T, ...]]:
    return lambda value: tuple(map(read, _exactly(list)(value)))


def _record(record: Callable[..., T], *reads: Callable[[Any], Any]) -> Callable[[Any], T]:
    return lambda value: record(*(read(part) for read, part in zip(reads, _exactly(list)(value), strict=True)))


def _hole_kind(value: Any) -> str:
    if _text(value) not in _HOLES:
        raise ValueError("unknown kind of hole")
    return str(value)


_text, _number, _flag = _exactly(str), _exactly(int), _exactly(bool)
_pair: Callable[[Any], tuple[str, str]] = _record(lambda *pair: (pair[0], pair[1]), _text, _text)
_READERS: dict[str, Callable[[Any], Any]] = {
    "parts": _many(_text),
    "holes": _many(_record(Hole, _hole_kind, _text, _text, _number, _number)),
    "outline": _many(_record(Heading, _number, _text, _flag, _text, _number)),
    "blocks": _many(_record(Block, _text, _number, _number, _text, _text)),
    "ids": _many(_text),
    "text": _text,
    "characters": _number,
    "words": _number,
    "findings": _many(_record(Finding, _text, _number, _number, _many(_pair))),
    "digest": _text,
}
