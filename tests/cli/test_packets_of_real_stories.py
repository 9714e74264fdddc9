"""Random edits of the real stories, sent out and brought back in every form: what nobody touched stays byte for byte the same."""

from __future__ import annotations

import json
import random
import re
import shutil
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from changlai.exchange.agreement import Agreement
from changlai.markdown import parse
from tests.cli.conftest import Changlai
from tests.cli.packets import ENDINGS, FILL, Asked

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


def touched(before: bytes, after: bytes) -> Iterator[tuple[list[str], list[str]]]:
    """Lines that went and lines that came, side by side."""
    old, new = (data.decode().splitlines(keepends=True) for data in (before, after))
    for kind, start, end, begin, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield old[start:end], new[begin:stop]


@pytest.fixture
def real(cli: Changlai, real_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    project = tmp_path / "real"
    shutil.copytree(real_project, project, ignore=shutil.ignore_patterns(".changlai", "site"))
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
    went = {line.strip() for request in asked for line in request.target.split("\n")}
    came = {line.strip() for request in asked for line in request.source.split("\n")}
    for file, data in before.items():
        after = file.read_bytes()
        assert (data[:3] == "\ufeff".encode(), data.count(b"\r\n") > 0) == (after[:3] == "\ufeff".encode(), after.count(b"\r\n") > 0)
        assert b"\r\n" not in after or after.count(b"\r\n") == after.count(b"\n")
        for old, new in touched(data, after):
            assert {line.strip() for line in old if not line.startswith(("title:", "summary:", "image_alt:"))} <= went | {""}
            assert {line.strip() for line in new if not line.startswith(("title:", "summary:", "image_alt:"))} <= came | went | {""}
    rows = [row for row in json.loads(cli("status", "--format", "json").out) if row["lang"] == lang and row["entry"] in keys.split(",")]
    assert {row["state"] for row in rows} <= {"fresh", "cosmetic", "ahead"}, [row for row in rows if row["state"] == "stale"]
    assert ": error:" not in cli("check").out
