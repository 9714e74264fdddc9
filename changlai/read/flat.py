"""The plain half of YAML, as nearly all files begin: one field a line, read exactly as the parser would and many times faster.

Whatever might mean more than it says (escapes, remarks, values of several lines, odd characters, slips) is left to the parser.
"""

from __future__ import annotations

import re

from changlai.read.yamlnodes import Mapping, Node, Scalar, Sequence

_KEY = r"([A-Za-z_][0-9A-Za-z_-]{0,40}+)"
_FIRST = r"[^\x00-/:-@\[-`{-\x7f]"  # what is no letter and no digit of ASCII begins a value of another form
_QUOTED = r"\"([^\"\\]*)\"[ ]*|'([^']*)'[ ]*"
_VALUE = rf"(?:({_FIRST}[^:]*(?::[^\s:][^:]*)*)|{_QUOTED}|([\[{{].*))"
_PLAIN, _FLOW = 2, 5  # groups; between them those of quotes
_FIELD = re.compile(rf"{_KEY}:[ ]+{_VALUE}")
_HEADER = re.compile(rf"{_KEY}:[ ]*")
_ITEM = re.compile(rf"([ ]+)-[ ]+{_VALUE}")
_INNER = rf"(?:({_FIRST}[^,:?#\[\]{{}}]*+)|{_QUOTED})(?=[,\]}}])"
_PARTS = {"[": re.compile(rf"[ ]*(){_INNER}"), "{": re.compile(rf"[ ]*{_KEY}:[ ]+{_INNER}")}


def flat(text: str, line: int = 1) -> Mapping | None:
    """The fields of `text`, which begins in `line` of its file; None where they are not all plain."""
    if " #" in text or not text.replace("\n", "").isprintable():
        return None
    fields: dict[str, Node] = {}
    keys: dict[str, tuple[int, int]] = {}
    lines = text.removesuffix("\n").split("\n")
    at = 0
    while at < len(lines):
        number = line + at
        found = _FIELD.fullmatch(lines[at]) or _HEADER.fullmatch(lines[at])
        if found is None or found[1] in fields:
            return None
        node: Node | None
        if found.lastindex == 1:
            node = _items(lines, at + 1, number + 1)
            at += len(node.items) if node else 0
        else:
            node = _value(found, number)
        if node is None:
            return None
        fields[found[1]] = node
        keys[found[1]] = number, 1
        at += 1
    return Mapping(fields, keys, line, 1)


def _items(lines: list[str], at: int, line: int) -> Sequence | None:
    """The list below a field: items of one line each, in one column."""
    items: list[Node] = []
    indent = 0
    for number, words in enumerate(lines[at:], line):
        found = _ITEM.fullmatch(words)
        if found is None:
            break
        node = _value(found, number)
        if node is None or found.end(1) != (indent or found.end(1)):
            return None
        indent = found.end(1)
        items.append(node)
    return Sequence(items, line, indent + 1) if items else None


def _value(found: re.Match[str], line: int, base: int = 0) -> Node | None:
    """The value of a field or an item; `base` characters stand before the text that was matched."""
    kind = found.lastindex or 0
    column = base + found.start(kind) + 1
    if kind == _PLAIN:
        return Scalar(found[kind].rstrip(" "), line, column)
    if kind == _FLOW:
        return _flow(found[kind].rstrip(" "), line, column)
    return Scalar(found[kind], line, column - 1, False)


def _flow(text: str, line: int, column: int) -> Sequence | Mapping | None:
    """`[a, b]` or `{a: b, c: d}`."""
    part = _PARTS[text[0]]
    items: list[Node] = []
    keys: dict[str, tuple[int, int]] = {}
    at, end = 0, ","
    while end == ",":
        found = part.match(text, at + 1)
        node = _value(found, line, column - 1) if found else None
        if found is None or node is None or (name := found[1]) in keys:
            return None
        if name:
            keys[name] = line, column + found.start(1)
        items.append(node)
        at = found.end()
        end = text[at]
    if at + 1 != len(text) or text[0] + end not in ("[]", "{}"):
        return None
    return Mapping(dict(zip(keys, items, strict=True)), keys, line, column, True) if keys else Sequence(items, line, column)
