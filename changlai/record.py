"""What a translation was made from, as a file: `translations/status/<kind>/<slug>.<lang>.yaml`, written by `accept`, `adopt` and `import`;
and what an edition said when it was released, in `translations/released/`.

It is YAML that anybody can read. Thousands are read in a build: what stands as it was written is taken line by line, anything else by the
library, all of it as plain text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

import yaml

from changlai.model import Key, Origin, Record, Unit

FOLDER, RELEASED = "translations/status", "translations/released"
HEAD = "# What this translation was made from. Written by `changlai accept`; not to be edited by hand.\n"
HEAD_RELEASED = "# What this edition said when it was released. Written by `changlai release`; not to be edited by hand.\n"
_PATH = re.compile(rf"{FOLDER}/([^/]+)/([^/]+)\.([a-z0-9-]+)\.yaml")
# What breaks lines in YAML, or is not to be seen.
_ODD = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_HEADS = {"source", "made_from", "accepted"}


class Wrong(ValueError):
    """The file is not one of these; `line` says where that shows."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def path_of(key: Key, lang: str) -> str:
    return f"{FOLDER}/{key.kind}/{key.slug}.{lang}.yaml"


def owner_of(path: str) -> tuple[Key, str] | None:
    """The entry and the language that a file speaks of; None where it is none of these files."""
    found = _PATH.fullmatch(path)
    return (Key(found[1], found[2]), found[3]) if found else None


def dump(record: Record) -> bytes:
    """The file of a record: the same bytes for the same record."""
    lines = [HEAD, f"source: {record.source}\n", f'made_from: "{record.made_from}"\n', f'accepted: "{record.accepted}"\n']
    lines += [f"added: [{', '.join(record.added)}]\n"] if record.added else []
    lines.append("units:\n" if record.origins else "units: []\n")
    for unit, into in record.origins:
        lines += _lines(unit, [f"  into: [{', '.join(into)}]\n"] if not unit.name else [])
    return "".join(lines).encode("utf-8", "surrogatepass")


def _lines(unit: Unit, more: Sequence[str] = ()) -> list[str]:
    head = f"- name: {unit.name}\n  digest: {unit.digest}\n" if unit.name else f"- digest: {unit.digest}\n"
    return [head, f"  exact: {unit.exact}\n", *more, f"  text: {_scalar(unit.text)}\n"]


def _scalar(text: str) -> str:
    if not text or text != text.strip("\n") or _ODD.search(text):
        return _ODD.sub(lambda odd: f"\\u{ord(odd[0]):04x}", json.dumps(text, ensure_ascii=False))
    return "|2-\n" + "\n".join("    " + line if line else "" for line in text.split("\n"))


def load(data: bytes, words: bool = True) -> Record:
    """The record of a file; without `words`, digests only. Raises Wrong for what is none."""
    try:
        text = data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise Wrong(1) from None
    return _quick(text, words) or _record(text, words)


def _quick(text: str, words: bool) -> Record | None:
    """What `dump` wrote, taken line by line; None for anything else."""
    head, _, body = text.partition("units:\n")
    heads = _pairs(head.removeprefix(HEAD))
    added = heads.pop("added", "[]")
    if not text.startswith(HEAD) or heads.keys() != _HEADS or not body:
        return None
    origins = []
    for item in ("\n" + body).split("\n- ")[1:]:
        found = _unit(item, words)
        if found is None:
            return None
        origins.append(found)
    quoted = [heads[name] for name in ("made_from", "accepted")]
    if not all(value[:1] == value[-1:] == '"' and "\\" not in value for value in quoted):
        return None
    return Record(heads["source"], quoted[0][1:-1], quoted[1][1:-1], tuple(origins), _names(added))


def _unit(item: str, words: bool) -> Origin | None:
    fields, mark, text = item.partition("\n  text: ")
    values = _pairs(fields)
    if not mark or not {"digest", "exact"} <= values.keys() <= {"name", "digest", "exact", "into"}:
        return None
    if words:
        if text.startswith("|2-\n"):
            lines = text[4:].rstrip("\n").split("\n")
            if any(line and not line.startswith("    ") for line in lines):
                return None
            text = "\n".join(line[4:] for line in lines)
        else:
            try:
                text = json.loads(text)
            except ValueError:
                return None
    return Origin(Unit(values.get("name", ""), values["digest"], values["exact"], text if words else ""), _names(values.get("into", "[]")))


def _pairs(text: str) -> dict[str, str]:
    return {name.strip(): value for line in text.split("\n") for name, colon, value in (line.partition(": "),) if colon}


def _names(text: str) -> tuple[str, ...]:
    return tuple(text[1:-1].split(", ")) if len(text) > 2 else ()


def _record(text: str, words: bool) -> Record:
    """The same from any YAML that says it: an editor or a merge may have set it out in another way."""
    try:
        found = yaml.load(text, Loader=yaml.CBaseLoader)
        origins = tuple(
            Origin(
                Unit(_text(row.get("name", "")), _text(row["digest"]), _text(row["exact"]), _text(row["text"]) if words else ""),
                _texts(row.get("into", [])),
            )
            for row in found["units"]
        )
        heads = [_text(found[name]) for name in ("source", "made_from", "accepted")]
        return Record(heads[0], heads[1], heads[2], origins, _texts(found.get("added", [])))
    except yaml.MarkedYAMLError as fault:
        raise Wrong(fault.problem_mark.line + 1 if fault.problem_mark else 1) from None
    except (yaml.YAMLError, KeyError, TypeError, AttributeError, RecursionError):
        raise Wrong(1) from None


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _texts(values: Iterable[Any]) -> tuple[str, ...]:
    if not isinstance(values, list):
        raise TypeError(values)
    return tuple(map(_text, values))


def released_path(key: Key, lang: str) -> str:
    return f"{RELEASED}/{key.kind}/{key.slug}.{lang}.yaml"


def dump_released(units: Sequence[Unit], day: str, before: bytes = b"") -> bytes:
    """The file of an edition that was released on `day`; where it says nothing new, as it was `before`."""
    body = "".join(line for unit in units for line in _lines(unit))
    head = f'{HEAD_RELEASED}released: "{day}"\n'
    said = f"units:\n{body}" if units else "units: []\n"
    old = before.decode("utf-8", "replace").replace("\r\n", "\n")
    return before if old.partition("\n")[2].partition("\n")[2] == said else (head + said).encode("utf-8", "surrogatepass")


def load_released(data: bytes) -> tuple[str, tuple[Unit, ...]]:
    """The day of a release, and what the edition said then. Raises Wrong for what is no such file."""
    try:
        found = yaml.load(data.decode("utf-8").removeprefix("\ufeff"), Loader=yaml.CBaseLoader)
        units = (Unit(_text(row.get("name", "")), _text(row["digest"]), _text(row["exact"]), _text(row["text"])) for row in found["units"])
        return _text(found["released"]), tuple(units)
    except yaml.MarkedYAMLError as fault:
        raise Wrong(fault.problem_mark.line + 1 if fault.problem_mark else 1) from None
    except (ValueError, yaml.YAMLError, KeyError, TypeError, AttributeError, RecursionError):
        raise Wrong(1) from None
