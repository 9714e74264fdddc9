"""Why a page was drawn again: what of its key is another than when it was drawn last. Decides nothing; asked for by --why alone.

Which part of the key changed is always known. What a value was is known where the page's view was remembered by an earlier --why.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from changlai import plan, render, write
from changlai.model import Page, Sheet
from changlai.plan.site import Site
from changlai.store import Store

MOST, LENGTH = 4, 40  # values that are told of one page; signs of each
ABSENT = object()


class Cause(NamedTuple):
    """One thing that is another now. The words for it are the command's."""

    code: str
    name: str = ""
    before: str = ""
    after: str = ""


class Reason(NamedTuple):
    path: str
    drawn: bool
    causes: tuple[Cause, ...]


class Past(NamedTuple):
    """What the last build left, and which of it is still there as it was."""

    folder: Path
    manifest: write.Manifest
    intact: write.Manifest


def chosen(site: Site, sheets: Sequence[Sheet], wanted: str) -> list[Sheet]:
    """The pages that `wanted` names: by file or address, as it stands in a browser, or by a pattern; all where it is empty."""
    path = urlsplit(wanted).path if "://" in wanted else wanted
    path = path.removeprefix(site.base).lstrip("/") if path.startswith(f"{site.base}/") else path.lstrip("/")
    patterns = {path, f"{path}/index.html".lstrip("/"), f"{path}index.html"} if wanted else {"*"}
    return [sheet for sheet in sheets if any(fnmatchcase(sheet.path, pattern) for pattern in patterns)]


class Why:
    """The reasons of one build. `outputs` are what it is about to write."""

    def __init__(self, site: Site, renderer: render.Renderer, store: Store, past: Past, outputs: Iterable[write.Output]) -> None:
        self.site, self.renderer, self.store, self.past = site, renderer, store, past
        self.outputs = {output.path: output for output in outputs}

    def reasons(self, sheets: Iterable[Sheet]) -> Iterator[Reason]:
        for sheet in sheets:
            output, record = self.outputs[sheet.path], self.past.manifest.get(sheet.path)
            if output.kept and self.store.recall(seen(output.key)) is not None:
                yield Reason(sheet.path, False, (Cause("kept"),))
                continue
            page, _ = plan.make(self.site, sheet)
            causes = [Cause("kept")] if output.kept else self.causes(page, output, record)
            self.store.keep(seen(output.key), packed(page))
            yield Reason(sheet.path, not output.kept, tuple(causes))

    def causes(self, page: Page, output: write.Output, record: write.Record | None) -> list[Cause]:
        if record is None:
            return [Cause("new" if self.past.manifest else "first")]
        found = []
        if page.path not in self.past.intact:
            found.append(Cause("edited" if write.there(self.past.folder, page.path) else "missing"))
        if record.key != output.key:
            found += self.changes(page, record, render.read_parts(record.parts), render.read_parts(output.parts)) or [Cause("unknown")]
        return found

    def changes(self, page: Page, record: write.Record, before: render.Parts | None, after: render.Parts | None) -> list[Cause]:
        if before is None or after is None:
            return []
        found = [] if before.state == after.state else self.states(page, before.state)
        if before.template != after.template:
            return [*found, Cause("another", "", before.template, after.template)]
        if len(before.marks) != len(after.marks) or before.marks[0] != after.marks[0]:
            return [*found, Cause("view")]
        if before.marks[1] != after.marks[1]:
            found.append(Cause("body"))
        old, new = unpacked(self.store.recall(seen(record.key))), unpacked(packed(page))
        if before.marks[2] != after.marks[2]:
            found += values(Cause("fills"), "fills", old.get("fills", ABSENT), new["fills"])
        if before.marks[3] != after.marks[3]:
            found.append(Cause("shown"))
        for at, name in enumerate(page.view, 4):
            if before.marks[at] != after.marks[at]:
                held = old["view"].get(name, ABSENT) if old else ABSENT
                found += values(Cause("value", name), name, held, new["view"][name])
        return found

    def states(self, page: Page, before: str) -> list[Cause]:
        """What of the program, the templates and the theme's words is another for this page."""
        try:
            version, templates, words = json.loads(self.store.recall(before) or b"")
        except ValueError:
            return [Cause("unknown")]
        new_version, new_templates, new_words = json.loads(self.renderer.state)
        needed = [name for name in self.renderer.needs(page.template) if templates.get(name) != new_templates.get(name)]
        found = [Cause("program")] if version != new_version else []
        found += [Cause("template" if name == page.template else "included", name, page.template) for name in needed]
        return found + [Cause("words", lang) for lang in self.renderer.languages(page) if words.get(lang) != new_words.get(lang)]


def seen(key: str) -> str:
    """Under what the view of a page is remembered."""
    return f"view-{key}"


def packed(page: Page) -> bytes:
    text = json.dumps({"view": page.view, "fills": [body.fills for body in page.bodies]}, ensure_ascii=False)
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def unpacked(data: bytes | None) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass")) if data else {}
    except (ValueError, zlib.error):
        return {}
    return found


def values(otherwise: Cause, path: str, before: Any, after: Any) -> list[Cause]:
    """What differs between two values; `otherwise` where the one of before is not known."""
    if before is ABSENT:
        return [otherwise]
    found = list(differences(path, before, after))
    return [*found[:MOST], Cause("more", str(len(found) - MOST))] if len(found) > MOST else found or [otherwise]


def differences(path: str, before: Any, after: Any) -> Iterator[Cause]:
    if isinstance(before, dict) and isinstance(after, dict):
        for name in {**before, **after}:
            yield from differences(f"{path}.{name}", before.get(name, ABSENT), after.get(name, ABSENT))
    elif isinstance(before, list) and isinstance(after, list):
        if len(before) != len(after):
            yield Cause("length", path, str(len(before)), str(len(after)))
        else:
            for place, (old, new) in enumerate(zip(before, after, strict=True)):
                yield from differences(f"{path}[{place}]", old, new)
    elif before is ABSENT or after is ABSENT or before != after or type(before) is not type(after):
        old, new = written(before), written(after)
        same = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), 0)
        yield Cause("changed", path, shown(old, same), shown(new, same))


def written(value: Any) -> str:
    return "—" if value is ABSENT else json.dumps(value, ensure_ascii=False)


def shown(text: str, same: int) -> str:
    """So much of a long text that one sees where it differs: from `same` on."""
    start = max(0, same - LENGTH // 4) if len(text) > LENGTH else 0
    end = start + LENGTH
    return f"{'…' if start else ''}{text[start:end]}{'…' if text[end:] else ''}"
