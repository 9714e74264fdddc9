"""Random edits of the real stories, sent out and brought back in every form: what nobody touched stays byte for byte the same."""

from __future__ import annotations

import json
import random
import re
import shutil
from codecs import BOM_UTF8
from collections.abc import Collection
from pathlib import Path

import pytest

from changlai.exchange.agreement import Agreement
from changlai.markdown import parse
from tests.cli.conftest import Changlai
from tests.cli.packets import ENDINGS, FILL, Asked
from tests.conftest import Built

SHAPES = [("\n", ""), ("\r\n", ""), ("\n", "\ufeff"), ("\r\n", "\ufeff")]
SENTENCES = [
    "今天的水面很平。",
    "## 再走几步\n\n桥在左边。",
    "- 一处\n- 两处",
    "> 请慢慢走。",
    "见[网页](https://example.com/)。",
    "{place:chang-lai-yuan}里安静。",
]


def paragraphs(text: str) -> tuple[str, list[str]]:
    """The fields, and the blocks of the body as they are written."""
    head, _, body = text.partition("\n---\n")
    lines = body.split("\n")
    return head + "\n---\n", ["\n".join(lines[block.line - 1 : block.end - 1]) for block in parse(body, "zh").blocks]


def edited(text: str, chance: random.Random) -> str:
    head, parts = paragraphs(text)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(parts))
        match chance.choice(("word", "insert", "delete", "move", "wrap", "title")):
            case "word":
                parts[at] = re.sub(r"[的了在]", "呢", parts[at], count=1)
            case "insert":
                parts.insert(at, chance.choice(SENTENCES))
            case "delete" if len(parts) > 2 and not parts[at].startswith("[^"):
                del parts[at]
            case "move":
                parts.insert(chance.randrange(len(parts)), parts.pop(at))
            case "wrap":
                parts[at] = re.sub("，", "，\n", parts[at], count=1)
            case "title":
                head = re.sub(r"^title: (.*)$", r"title: \1了", head, count=1, flags=re.MULTILINE)
    return head + "\n\n".join(parts) + "\n"


def untouched(data: bytes, asked: Collection[str]) -> list[bytes]:
    """The lines of an edition that nobody was asked for and that are no field, as they are, in their order."""
    lines = data.splitlines(keepends=True)
    fields = (b"title:", b"summary:", b"image_alt:")
    return [line for line in lines if line.decode().strip() not in asked and not line.removeprefix(BOM_UTF8).startswith(fields)]


@pytest.fixture
def real(cli: Changlai, real_site: Built, real_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    project = tmp_path / "real"
    shutil.copytree(real_project, project)
    monkeypatch.chdir(project)
    return project


@pytest.mark.parametrize("seed", range(6))
def test_what_nobody_touched_stays_as_it_was(cli: Changlai, real: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkeypatch.setattr(Agreement, "__call__", lambda *_: [])  # what comes back is Chinese all over
    monkeypatch.setattr(Agreement, "in_line", lambda *_: [])
    chance = random.Random(seed)
    lang, form = chance.choice(["en", "ko", "ja"]), chance.choice([*FILL])
    stories = [path.parent for path in sorted(real.glob(f"content/stories/*/index.{lang}.md"))]
    files = {folder: folder / f"index.{lang}.md" for folder in stories}
    for file in files.values():
        newline, mark = chance.choice(SHAPES)
        file.write_bytes((mark + file.read_text("utf-8")).replace("\n", newline).encode())
    assert cli("adopt").status == 0
    for folder in chance.sample(stories, 5):
        source = folder / "index.zh.md"
        source.write_text(edited(source.read_text("utf-8"), chance), encoding="utf-8")
    before = {file: file.read_bytes() for file in files.values()}
    keys = ",".join(f"stories/{folder.name}" for folder in stories)
    if "written" not in cli("export", "--to", lang, "--as", form, "--entries", keys).out:
        return
    asked: list[Asked] = []

    def answer(request: Asked) -> str:
        asked.append(request)
        return "[delete]" if ":gone:" in request.id else request.source

    packet = real / f"packets/{lang}.{ENDINGS[form]}"
    packet.write_bytes(FILL[form](packet.read_bytes(), answer))
    done = cli("import", packet)
    assert done.status == 0, done.out
    lines = {line.strip() for request in asked for text in (request.source, request.target) for line in text.split("\n")} | {""}
    for file, data in before.items():
        after = file.read_bytes()
        assert after.startswith(BOM_UTF8) == data.startswith(BOM_UTF8)
        assert after.count(b"\r\n") == (after.count(b"\n") if b"\r\n" in data else 0)
        assert untouched(after, lines) == untouched(data, lines)
    rows = [row for row in json.loads(cli("status", "--format", "json").out) if row["lang"] == lang and row["entry"] in keys.split(",")]
    assert {row["state"] for row in rows} <= {"fresh", "cosmetic", "ahead"}, [row for row in rows if row["state"] == "stale"]
    # Chinese in other languages, and headings that were taken away, are the fault of this test.
    errors = [found["code"] for found in json.loads(cli("check", "--format", "json").out) if found["severity"] == "error"]
    assert {code for code in errors if not code.startswith(("term-", "fragment-"))} == set()
