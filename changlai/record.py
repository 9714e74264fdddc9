"""What a translation was made from, as a file: `translations/status/<kind>/<slug>.<lang>.yaml`, written by `accept`, `adopt` and `import`;
and what an edition said when it was released, in `translations/released/`.

It is YAML that anybody can read. Thousands are read in a build: what stands as it was written is taken line by line, anything else by the
library, all of it as plain text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from changlai.model import Key, Origin, Record, Unit

FOLDER, RELEASED = "translations/status", "translations/released"
HEAD = "# What this translation was made from. Written by `changlai accept`; not to be edited by hand.\n"
HEAD_RELEASED = "# What this edition said when it was released. Written by `changlai release`; not to be edited by hand.\n"
_PATH = re.compile(rf"(?:{FOLDER}|{RELEASED})/([^/]+)/([^/]+)\.([a-z0-9-]+)\.yaml")
# What breaks lines in YAML, or is not to be seen.
_ODD = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_LEFT = re.compile(r"\n(?! {4}|\n|\Z)")  # where an indented text ends, before the file does
_ANY, _LANG = re.compile(".*", re.DOTALL), re.compile("[a-z0-9-]+")
_DAY = re.compile(r"([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)?")
_QUOTED = re.compile(f'"{_DAY.pattern}"')
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
    days = [heads[name] for name in ("made_from", "accepted")]
    if not _LANG.fullmatch(heads["source"]) or not all(_QUOTED.fullmatch(day) for day in days):
        return None
    return Record(heads["source"], days[0][1:-1], days[1][1:-1], tuple(origins), _names(added))


def _unit(item: str, words: bool) -> Origin | None:
    fields, mark, text = item.partition("\n  text: ")
    values = _pairs(fields)
    if not mark or not {"digest", "exact"} <= values.keys() <= {"name", "digest", "exact", "into"}:
        return None
    if text.startswith("|2-\n") and _LEFT.search(text, 3):
        return None
    if words:
        if text.startswith("|2-\n"):
            text = "\n".join(line[4:] for line in text[4:].rstrip("\n").split("\n"))
        else:
            try:
                text = json.loads(text)
            except ValueError:
                return None
    return Origin(Unit(values.get("name", ""), values["digest"], values["exact"], text if words else ""), _names(values.get("into", "[]")))


def _pairs(text: str) -> dict[str, str]:
    """Name and value of each line; nothing at all where one is no such line, or says again what another said."""
    rows = [line.partition(": ") for line in text.split("\n") if line]
    found = {name.strip(): value for name, colon, value in rows if colon}
    return found if len(found) == len(rows) else {}


def _names(text: str) -> tuple[str, ...]:
    return tuple(text[1:-1].split(", ")) if len(text) > 2 else ()


def _record(text: str, words: bool) -> Record:
    """The same from any YAML that says it: an editor or a merge may have set it out in another way."""
    found = _fields(_composed(text), {*_HEADS, "units"}, "added")
    origins = []
    for row in _items(found["units"]):
        said, into = _unit_of(row, "into")
        origins.append(Origin(said if words else said._replace(text=""), into))
    made_from, accepted = _day(found["made_from"]), _day(found["accepted"])
    return Record(_text(found["source"], _LANG), made_from, accepted, tuple(origins), _texts(found, "added"))


def _composed(text: str) -> Any:
    """The nodes of a file, each of which knows its line."""
    try:
        return yaml.compose(text, Loader=yaml.CBaseLoader)
    except yaml.MarkedYAMLError as fault:
        raise Wrong(fault.problem_mark.line + 1 if fault.problem_mark else 1) from None
    except (yaml.YAMLError, RecursionError):
        raise Wrong(1) from None


def _unit_of(node: Any, *optional: str) -> tuple[Unit, tuple[str, ...]]:
    found = _fields(node, {"digest", "exact", "text"}, "name", *optional)
    name, digest, exact, text = (_text(found[name]) if name in found else "" for name in ("name", "digest", "exact", "text"))
    return Unit(name, digest, exact, text), _texts(found, "into")


def _fields(node: Any, wanted: set[str], *optional: str) -> dict[str, Any]:
    if not isinstance(node, yaml.MappingNode):
        raise Wrong(_line(node))
    found: dict[str, Any] = {}
    for key, value in node.value:
        name = _text(key)
        if name in found or name not in (*wanted, *optional):
            raise Wrong(_line(key))
        found[name] = value
    if not wanted <= found.keys():
        raise Wrong(_line(node))
    return found


def _items(node: Any) -> Sequence[Any]:
    if not isinstance(node, yaml.SequenceNode):
        raise Wrong(_line(node))
    return tuple(node.value)


def _text(node: Any, form: re.Pattern[str] = _ANY) -> str:
    if not isinstance(node, yaml.ScalarNode) or not form.fullmatch(node.value):
        raise Wrong(_line(node))
    return str(node.value)


def _texts(found: Mapping[str, Any], name: str) -> tuple[str, ...]:
    return tuple(map(_text, _items(found[name]))) if name in found else ()


def _day(node: Any) -> str:
    return _text(node, _DAY)


def _line(node: Any) -> int:
    return node.start_mark.line + 1 if node else 1


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
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        raise Wrong(1) from None
    found = _fields(_composed(text), {"released", "units"})
    return _day(found["released"]), tuple(_unit_of(row)[0] for row in _items(found["units"]))
