"""Single texts of a YAML file replaced or added, the rest left byte for byte. Pure: bytes in, bytes out."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, TypeAlias

import yaml

Path: TypeAlias = tuple[str, ...]  # names of fields, numbers of items: facts, 0, text, ko
BOM = "\ufeff"
_OPENING = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
_CLOSING = re.compile(r"^---[ \t]*$", re.MULTILINE)
_PLAIN = re.compile(r"[^\W_](?:[^:#\[\]{},\n\"\\]|(?<! )#|:(?! |$))*")
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


class Unwritable(ValueError):
    """The file is not set out in a way that a text can be put into without touching others."""


def with_texts(data: bytes, texts: Mapping[Path, str]) -> bytes:
    """The file, of YAML or of Markdown that begins with fields, with each text at its path. Raises Unwritable."""
    whole = data.decode()
    mark = BOM if whole.startswith(BOM) else ""
    start, end = _fields(whole, len(mark))
    front = whole[start:end]
    for path, text in texts.items():
        front = _written(front, path, text)
    return (whole[:start] + front + whole[end:]).encode()


def _fields(whole: str, start: int) -> tuple[int, int]:
    """Where the YAML stands."""
    opening = _OPENING.match(whole, start)
    if not opening:
        return start, len(whole)
    closing = _CLOSING.search(whole.replace("\r", "\n"), opening.end())
    if not closing:
        raise Unwritable
    return opening.end(), closing.start()


def _written(front: str, path: Path, text: str) -> str:
    """One text put in; whatever else the file says must be what it was."""
    root = _composed(front)
    wanted = _with(_value(root), path, text)
    for one in _attempts(front, root, path, text):
        try:
            if _value(_composed(one)) == wanted:
                return one
        except Unwritable:
            continue
    raise Unwritable


def _composed(front: str) -> Any:
    try:
        return yaml.compose(front, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        raise Unwritable from None


def _value(node: Any) -> Any:
    """What a node says, in plain values; the order of fields is left as it is."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _value(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    return node.value if node else {}


def _with(value: Any, path: Path, text: str) -> Any:
    if not path:
        return text
    if isinstance(value, list):
        if not path[0].isdecimal() or int(path[0]) >= len(value):
            raise Unwritable
        return [_with(item, path[1:], text) if at == int(path[0]) else item for at, item in enumerate(value)]
    if not isinstance(value, dict) or (len(path) > 1 and path[0] not in value):
        raise Unwritable
    return {**value, path[0]: _with(value.get(path[0]), path[1:], text)}


def _attempts(front: str, root: Any, path: Path, text: str) -> list[str]:
    """The file with the text in the style of the one that was there, and with quotes, which hold any text."""
    node = root
    for name in path[:-1]:
        node = _child(node, name)
    old = _child(node, path[-1]) if node else None
    styles = [text, _quoted(text)] if _PLAIN.fullmatch(text) and (old is None or old.style is None) else [_quoted(text)]
    if isinstance(old, yaml.ScalarNode):
        return [_replaced(front, old, style) for style in styles]
    return [_added(front, node, path[-1], style) for style in styles]


def _child(node: Any, name: str) -> Any:
    if isinstance(node, yaml.SequenceNode):
        return node.value[int(name)]
    if not isinstance(node, yaml.MappingNode):
        raise Unwritable
    return next((value for key, value in node.value if key.value == name), None)


def _replaced(front: str, old: Any, style: str) -> str:
    start, end = old.start_mark.index, old.end_mark.index
    kept = re.search(r"\s*\Z", front[start:end])
    return front[:start] + style + (kept[0] if kept else "") + front[end:]


def _added(front: str, node: Any, name: str, style: str) -> str:
    """A field behind the last one of `node`."""
    newline = "\r\n" if "\r\n" in front else "\n"
    if not isinstance(node, yaml.MappingNode) or not node.value:
        return front + f"{name}: {style}{newline}"
    if node.flow_style:
        end = node.value[-1][1].end_mark.index
        return f"{front[:end]}, {name}: {style}{front[end:]}"
    indent = " " * node.value[-1][0].start_mark.column
    end = node.value[-1][1].end_mark.index
    rest = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)").match(front, end) if front[end - 1 : end] not in ("\n", "\r") else None
    end = rest.end() if rest else end
    before = front[:end] if not end or front[end - 1] in "\r\n" else front[:end] + newline
    return f"{before}{indent}{name}: {style}{newline}{front[end:]}"


def _quoted(text: str) -> str:
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
