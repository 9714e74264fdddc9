"""Slips of the keyboard in one line of YAML: how each is known, what it is called, and how the line would be right."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

_ODD = "\u3000\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060"
DASHES = "－—–―‐−"
KEY = r"[\w.-]+"
_START = rf"^(?P<head> *(?:- +)*(?:(?P<key>{KEY}): +)?)"
_FIELD = rf"^(?P<head> *(?:- +)*(?P<key>{KEY}): +)"
_FLOW = rf"^(?P<head> *(?:- +)*(?:{KEY}: +)?\{{(?:[^}}]*, *)?)"
_BRACKETS = str.maketrans("｛｝［］", "{}[]")
LONGEST = 120  # characters quoted in a message


class Slip(NamedTuple):
    """A typical slip: where it stands is the group `at`, and how the line would be right."""

    code: str
    pattern: re.Pattern[str]
    right: Callable[[re.Match[str]], str]
    last: bool = False  # the whole value is quoted now: nothing in it is a slip any more


def _quote(text: str) -> str:
    return "'" + text.strip().replace("'", "''") + "'"


def _quoted(match: re.Match[str]) -> str:
    return match["head"] + _quote(match["at"])


SLIPS = (
    Slip("yaml-odd-space", re.compile(rf"^ *(?P<at>[{_ODD}])[\s{_ODD}]*"), lambda m: " " * max(2, len(m[0]))),
    Slip("yaml-odd-space", re.compile(rf"^(?P<head> *(?:- +)?{KEY}:)(?P<at>[{_ODD}])[\s{_ODD}]*"), lambda m: m["head"] + " "),
    Slip(
        "yaml-fullwidth-colon",
        re.compile(rf"^(?P<head> *(?:- +)?)[\"'“]?(?P<key>{KEY})[\"'”]?\s*(?P<at>：)[\s{_ODD}]*"),
        lambda m: f"{m['head']}{m['key']}: ",
    ),
    Slip("yaml-fullwidth-dash", re.compile(rf"^(?P<head> *)(?P<at>[{DASHES}])[\s{_ODD}]*"), lambda m: m["head"] + "- "),
    Slip("yaml-colon-space", re.compile(r"^(?P<head> *(?:- +)?(?P<key>[^\W\d]\w*))(?P<at>:)(?=[^\s:/])"), lambda m: m["head"] + ": "),
    Slip("yaml-dash-space", re.compile(r"^(?P<head> *)(?P<at>-)(?=[^\s-])"), lambda m: m["head"] + "- "),
    Slip("yaml-fullwidth-colon", re.compile(_FLOW + rf"(?P<key>{KEY})\s*(?P<at>：)"), lambda m: f"{m['head']}{m['key']}: "),
    Slip("yaml-flow-comma", re.compile(_FLOW[:-1] + rf"[^}}]*?)(?P<at>[，、；])\s*(?={KEY}\s*[:：])"), lambda m: m["head"] + ", "),
    Slip("yaml-fullwidth-bracket", re.compile(_START + r"(?P<at>[｛［].*)$"), lambda m: m["head"] + m["at"].translate(_BRACKETS)),
    Slip("yaml-must-quote", re.compile(_START + r"(?P<at>[%@`*&!].*|[|>](?![+-]?\d?\s*$).*)$"), _quoted, last=True),
    Slip("yaml-after-quote", re.compile(_START + r"(?P<at>(?:\"[^\"]*\"|'(?:[^']|'')*')\s*[^\s#,:'].*)$"), _quoted, last=True),
    Slip("yaml-after-quote", re.compile(_START + r"(?P<at>(?:\[[^\]]*\]|\{[^}]*\})\s*[^\s#,:].*)$"), _quoted, last=True),
    Slip("yaml-backslash", re.compile(_START + r"(?P<at>\"[^\"]*\\[^\"]*\")\s*$"), lambda m: m["head"] + _quote(m["at"][1:-1]), last=True),
    Slip("yaml-colon-in-value", re.compile(_FIELD + r"(?P<at>[^\"'\[{|>#\s].*?:(?: .*)?)$"), _quoted, last=True),
    Slip("yaml-open-quote", re.compile(_START + r"(?P<at>\"[^\"]*)$"), lambda m: m["head"] + _quote(m["at"][1:].rstrip("”“"))),
    Slip("yaml-open-quote", re.compile(_START + r"(?P<at>'[^']*)$"), lambda m: m["head"] + _quote(m["at"][1:].rstrip("’‘"))),
)


def params_of(match: re.Match[str]) -> dict[str, str]:
    at = match["at"]
    groups = match.groupdict()
    return {
        "key": groups.get("key") or "…",
        "character": f"U+{ord(at[0]):04X}" if at[0].isspace() or at[0] == "\u200b" else at[0],
        "quote": at[0],
        "dash": at[0],
        "comma": at[0],
        "value": at.strip().replace("'", "''")[:LONGEST],
    }
