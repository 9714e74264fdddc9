"""A text file cut into its fields and its body."""

from __future__ import annotations

import re
from typing import NamedTuple

from changlai.model import Place
from changlai.problems import Problem, problem
from changlai.read.mending import compose
from changlai.read.yamlnodes import Mapping

_FENCE = re.compile(r"-{3}[ \t\u3000\u00a0]*")
_NEAR = re.compile(r"(?:[-－—–―‐−─+＋]{2,8}|[—―－─])[ \t\u3000\u00a0]*")
_NEXT = re.compile(r"[A-Za-z][\w-]*\s*[:：]|- |#|\s")  # a field after a blank line; 时间：… may be text by then
_FIELD = re.compile(r"\s*(?:[\w-]+\s*[:：]|- |#|\s)")


class Front(NamedTuple):
    node: Mapping  # empty where the file has no fields
    body: str
    body_line: int
    present: bool  # whether the file begins with fields


def split(text: str, path: str) -> tuple[Front, list[Problem]]:
    """Fields and body of a file. A missing or misspelt fence is reported and the rest is read as it was probably meant."""
    if text.startswith("---\n"):
        end = text.find("\n---\n", 3)
        if end >= 0:
            front, found = _parts(text[4 : end + 1], text[end + 5 :], 2, text.count("\n", 0, end) + 3, path, [])
            if not found:
                return front, found
    lines = text.split("\n")
    top = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if not _is_fence(lines[top]):
        return Front(Mapping({}, {}, 1, 1), text, 1, False), []
    problems: list[Problem] = []
    _check(lines[top], path, top + 1, problems)
    end_line = _end(lines, top + 1, path, problems)
    fields = "\n".join(lines[top + 1 : end_line]) + "\n"
    rest = end_line + 1 if end_line < len(lines) and _is_fence(lines[end_line]) else end_line
    return _parts(fields, "\n".join(lines[rest:]), top + 2, rest + 1, path, problems)


def _parts(fields: str, body: str, line: int, body_line: int, path: str, problems: list[Problem]) -> tuple[Front, list[Problem]]:
    node, found = compose(fields, path, line)
    problems = problems + found
    if node is None:
        node = Mapping({}, {}, 1, 1)
    elif not isinstance(node, Mapping):
        problems.append(problem("yaml-not-fields", Place(path, node.line, node.column)))
        node = Mapping({}, {}, 1, 1)
    return Front(node, body, body_line, True), problems


def _is_fence(line: str) -> bool:
    return bool(_NEAR.fullmatch(line.strip("\u200b ")))


def _check(line: str, path: str, number: int, problems: list[Problem]) -> None:
    if not _FENCE.fullmatch(line):
        problems.append(problem("front-matter-fence", Place(path, number, 1), found=line.strip()))


def _end(lines: list[str], start: int, path: str, problems: list[Problem]) -> int:
    """The line of the closing fence, or the first that is no field: a line --- further down only parts the text."""
    blank = False
    for number in range(start, len(lines)):
        line = lines[number]
        if _is_fence(line):
            _check(line, path, number + 1, problems)
            return number
        if blank and line.strip() and not _NEXT.match(line):
            return _open(lines, number, path, problems)
        blank = not line.strip()
    closing = (number for number in range(start, len(lines)) if not _FIELD.match(lines[number]))
    return _open(lines, next(closing, len(lines)), path, problems)


def _open(lines: list[str], number: int, path: str, problems: list[Problem]) -> int:
    problems.append(problem("front-matter-open", Place(path, min(number + 1, len(lines)), 1)))
    return number
