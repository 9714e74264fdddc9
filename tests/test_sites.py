"""Small sites, good and broken, each in a folder of tests/sites; tests/sites/README.md says how they are written."""

from __future__ import annotations

import io
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

import pytest
from PIL import Image

from changlai.cli import main
from tests.audit import audit
from tests.conftest import ROOT

SITES = ROOT / "tests/sites"
CASES = sorted(path.parent.name for path in SITES.glob("*/case.txt"))
SECTION = re.compile(r"^-- (.+) --$")
FILE = re.compile(r"(?P<path>[^\[\]]*[./][^\[\]]*?)(?: \[(?P<form>[^]]+)\])?")
VERBS = {"run", "expect", "remove", "report", "audit"}
TODAY = "2026-01-15"


class Section(NamedTuple):
    line: int
    head: str
    text: str


def sections(text: str) -> list[Section]:
    found: list[Section] = []
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        if match := SECTION.match(line.rstrip("\n")):
            found.append(Section(number, match[1], ""))
        elif found:
            found[-1] = found[-1]._replace(text=found[-1].text + line)
    if not any(section.head.startswith("run ") for section in found):
        last = max((n for n, section in enumerate(found) if section.head.split()[0] not in VERBS), default=-1)
        found.insert(last + 1, Section(0, "run build", ""))
    return found


def content(text: str, form: str) -> bytes:
    """The bytes of a file: its text in the form that its heading names."""
    encoding = "utf-8"
    for word in form.split():
        if word == "png":
            width, height = map(int, form.split()[-1].split("x"))
            data = io.BytesIO()
            Image.new("RGB", (width, height), "white").save(data, "PNG")
            return data.getvalue()
        if word == "escapes":
            text = re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), text)
        elif word in {"crlf", "cr"}:
            text = text.replace("\n", "\r\n" if word == "crlf" else "\r")
        elif word == "nfd":
            text = normalize("NFD", text)
        elif word == "bom":
            encoding = "utf-8-sig"
        else:
            encoding = word
    return text.encode(encoding)


class Case:
    """One case, carried out in a project of its own, in one language of messages."""

    def __init__(self, folder: Path, project: Path, lang: str) -> None:
        self.folder, self.project, self.lang = folder, project, lang
        self.printed = ""
        self.sections = sections((folder / "case.txt").read_text("utf-8"))

    def play(self) -> Iterator[str]:
        """What is not as the case says, section by section."""
        shutil.copy2(SITES / "site.yaml", self.project)
        for section in self.sections:
            for fault in self.step(section):
                yield f"{self.folder.name}/case.txt:{section.line}: {fault}"

    def step(self, section: Section) -> list[str]:
        verb, _, rest = section.head.partition(" ")
        if verb == "run":
            return self.run(rest)
        if verb == "expect":
            return self.site(section.text) if rest == "site" else self.lines(rest, section.text)
        if verb == "remove":
            path = self.project / rest
            shutil.rmtree(path) if path.is_dir() else path.unlink()
            return []
        if section.head == "report":
            return self.report()
        if section.head == "audit":
            base = re.findall(r"^base_url: (\S+)", (self.project / "site.yaml").read_text("utf-8"), re.MULTILINE)[0]
            return [str(fault) for fault in audit(self.project / "site", base.rstrip("/") + "/")]
        return self.file(section)

    def file(self, section: Section) -> list[str]:
        match = FILE.fullmatch(section.head)
        if not match:
            return [f"not understood: {section.head}"]
        form = match["form"] or ""
        path = self.project / (normalize("NFD", match["path"]) if "nfd" in form.split() else match["path"])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content(section.text, form))
        return []

    def run(self, line: str) -> list[str]:
        command, _, status = line.partition(" => ")
        args = [*command.split(), "--project", str(self.project), "--lang", self.lang]
        args += [] if "--today" in args else ["--today", TODAY]
        out = io.StringIO()
        with redirect_stdout(out), redirect_stderr(out):
            try:
                code: object = main(args)
            except SystemExit as leave:
                code = leave.code
        self.printed = out.getvalue().replace(str(self.project), "PROJECT")
        return [] if code == int(status or 0) else [f"ended with {code}\n{self.printed}"]

    def site(self, text: str) -> list[str]:
        wrong = []
        for line in filter(None, text.splitlines()):
            path = line.removeprefix("! ")
            if (self.project / "site" / path).is_file() == line.startswith("! "):
                wrong.append(f"{path} {'exists' if line.startswith('! ') else 'does not exist'}")
        return wrong

    def lines(self, path: str, text: str) -> list[str]:
        file = self.project / path if path.startswith("./") else self.project / "site" / path
        if not file.is_file():
            return [f"{path} does not exist"]
        given, position = file.read_text("utf-8"), 0
        for line in filter(str.strip, text.splitlines()):
            if line.startswith("! "):
                if line[2:] in given:
                    return [f"{path} holds {line[2:]!r}"]
            elif (found := given.find(line, position)) < 0:
                return [f"{path} lacks {line!r}{' after the lines before' if position else ''}"]
            else:
                position = found + len(line)
        return []

    def report(self) -> list[str]:
        golden = self.folder / f"report.{self.lang}.txt"
        if os.environ.get("UPDATE_GOLDEN"):
            golden.write_text(self.printed, "utf-8")
        wanted = golden.read_text("utf-8") if golden.exists() else ""
        return [] if self.printed == wanted else [f"{golden.name} is not what was printed:\n{self.printed}"]


def languages(case: str) -> list[str]:
    return ["zh", "en"] if "\n-- report --\n" in (SITES / case / "case.txt").read_text("utf-8") else ["en"]


@pytest.mark.parametrize(("name", "lang"), [(name, lang) for name in CASES for lang in languages(name)])
def test_a_small_site(name: str, lang: str, tmp_path: Path) -> None:
    assert list(Case(SITES / name, tmp_path, lang).play()) == []


def test_reports_belong_to_cases_that_ask_for_them() -> None:
    kept = {f"{path.parent.name}/{path.name}" for path in SITES.glob("*/report.*")}
    assert kept == {f"{name}/report.{lang}.txt" for name in CASES for lang in languages(name) if len(languages(name)) == 2}
    assert {path.parent.name for path in SITES.glob("*/*")} == set(CASES)


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("-- expect site --\nzh/nowhere.html\n", "does not exist"),
        ("-- expect site --\n! index.html\n", "exists"),
        ("-- expect index.html --\nno such words\n", "lacks"),
        ("-- expect index.html --\n</html>\n<html\n", "lacks"),
        ("-- expect index.html --\n! <html\n", "holds"),
        ("-- expect nowhere.html --\nx\n", "does not exist"),
        ("-- run build => 1 --\n", "ended with 0"),
        ("-- run nonsense --\n", "ended with 2"),
        ("-- run build --\n-- report --\n", "is not what was printed"),
        ("-- what is this --\n", "not understood"),
    ],
)
def test_a_case_that_does_not_hold_fails(written: str, fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The runner itself can say no."""
    monkeypatch.delenv("UPDATE_GOLDEN", raising=False)
    folder, project = tmp_path / "case", tmp_path / "project"
    folder.mkdir(), project.mkdir()
    story = "-- content/stories/a/index.zh.md --\n---\ntitle: 甲\nsummary: 甲\ndate: 2022-08-26\n---\n正文\n"
    run = "" if "-- run" in written else "-- run build --\n"
    (folder / "case.txt").write_text(story + run + written, "utf-8")
    assert any(fault in found for found in Case(folder, project, "en").play())


@pytest.mark.parametrize(
    ("form", "data"),
    [
        ("", "昌\n".encode()),
        ("gb18030 crlf", "昌\r\n".encode("gb18030")),
        ("bom", b"\xef\xbb\xbf" + "昌\n".encode()),
        ("cr", "昌\r".encode()),
        ("utf-16", "昌\n".encode("utf-16")),
    ],
)
def test_a_file_is_written_in_the_form_that_is_asked_for(form: str, data: bytes) -> None:
    assert content("昌\n", form) == data


def test_escapes_are_characters_and_a_picture_has_its_size() -> None:
    assert content("a\\u200bb", "escapes") == "a\u200bb".encode()
    assert Image.open(io.BytesIO(content("", "png 40x30"))).size == (40, 30)
