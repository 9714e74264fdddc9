"""Keeps `docs/` in step with the code: python tools/documents.py [--check]

Writes the lists of problems from the table of codes, and below each wrong example of the writers' handbooks the report that it gives.
With --check nothing is written, and the exit status is 1 where something is out of step.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from changlai import messages, pipeline  # noqa: E402
from changlai.cli.report import as_text  # noqa: E402
from changlai.codes import assets, catalogs, content, links, markup, output, packets, reading, terms, translation, work  # noqa: E402

LANGS = ("zh", "en")
GROUPS = (
    (reading.CODES, "文件和格式", "Files and how they are written"),
    (content.CODES, "字段和引用", "Fields and references"),
    (markup.CODES, "正文", "Texts"),
    (links.CODES, "链接和网址", "Links and addresses"),
    (assets.CODES, "图片和文件", "Pictures and files"),
    (catalogs.CODES, "翻译文件", "Catalogs"),
    (translation.CODES, "译文", "Translations"),
    (packets.CODES, "翻译包", "Packets for translators"),
    (terms.CODES, "术语", "Terms"),
    (output.CODES, "做出来的网站", "The finished site"),
    (work.CODES, "分工", "Who does the work"),
)
HEADS = {
    "zh": (
        "# 提示一览",
        "`check` 和 `build` 会说的每一句话，按方括号里的编号排列。“…”是当时的名字、数字或文字。"
        "**错误**不改，网站不会更新；**警告**不影响发布，但页面会差一点。",
        "本页由 `tools/documents.py` 生成，请不要直接改。",
        "| 编号 | | 说的是 | 怎么办 |",
        {"error": "错误", "warning": "警告"},
    ),
    "en": (
        "# Every message",
        "What `check` and `build` may say, by the code in square brackets. “…” stands for a name, a number or words. While there is an "
        "**error** the site is not touched; with a **warning** it is published, and a page is poorer than it could be.",
        "Made by `tools/documents.py`; do not edit it here.",
        "| code | | says | what to do |",
        {"error": "error", "warning": "warning"},
    ),
}
NOW = datetime(2026, 1, 15, 4, tzinfo=UTC)
SITE = """title: {{zh: 聊城外事, en: Liaocheng}}
base_url: https://example.org/waishi/
source: {lang}
languages:
  zh: {{tag: zh-Hans, locale: zh_Hans_CN, name: 简体中文, og: zh_CN}}
  en: {{tag: en, locale: en_GB, name: English, og: en_GB}}
"""
FENCE = re.compile(r"^(?P<fence>`{3,})(?P<info>[^`\n]*)\n(?P<body>.*?)^(?P=fence)[ ]*$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    info: str  # language and what else stands behind the fence
    body: str
    start: int  # of the body
    end: int


def blocks(text: str) -> Iterator[Block]:
    for found in FENCE.finditer(text):
        yield Block(found["info"].strip(), found["body"], found.start("body"), found.end("body"))


def problem_page(lang: str) -> str:
    """Every code with its severity, words and remedy."""
    say, (title, lead, note, columns, words) = messages.translator(lang), HEADS[lang]
    lines = [title, "", lead, "", f"<!-- {note} -->", ""]
    for codes, chinese, english in GROUPS:
        lines += [f"## {chinese if lang == 'zh' else english}", "", columns, "|---|---|---|---|"]
        lines += [
            f"| `{name}` | {words[code.severity]} | {cell(say(code.message))} | {cell(say(code.hint))} |"
            for name, code in sorted(codes.items())
        ]
        lines.append("")
    return "\n".join(lines)


def cell(text: str) -> str:
    """A message as prose in a table: dots for what is filled in, nothing that Markdown would read."""
    plain = re.sub(r"%\(\w+\)s", "…", text).replace("%%", "%")
    return re.sub(r"([\\`*_{}\[\]<>#|!~])", r"\\\1", plain)


def with_reports(text: str, lang: str) -> str:
    """The handbook with what the tool says below each example that is wrong."""
    found = list(blocks(text))
    for wrong, given in reversed(list(pairwise(found))):
        if wrong.info.endswith(" wrong") and given.info == "text":
            text = text[: given.start] + report(wrong.body, lang) + text[given.end :]
    return text


def report(example: str, lang: str) -> str:
    """The problems of one story, in a site that holds nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        story = project / f"content/stories/example/index.{lang}.md"
        story.parent.mkdir(parents=True)
        (project / "site.yaml").write_text(SITE.format(lang=lang), "utf-8")
        story.write_text(example, "utf-8")
        (story.parent / "bridge.svg").write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 2h4"/></svg>', "utf-8"
        )
        outcome = pipeline.judge(pipeline.Options(project, NOW, cache=False))
    path = story.relative_to(project).as_posix()
    lines = [as_text(problem, messages.translator(lang)) for problem in outcome.problems if problem.path == path]
    return "".join(f"{line.rstrip()}\n" for line in "\n".join(lines).splitlines())


def wanted() -> dict[Path, str]:
    """Every document that follows from the code, as it should be."""
    docs = ROOT / "docs"
    pages = {docs / f"problems.{lang}.md": problem_page(lang) for lang in LANGS}
    for lang in LANGS:
        handbook = docs / f"writers.{lang}.md"
        pages[handbook] = with_reports(handbook.read_text("utf-8"), lang)
    return pages


def main(check: bool) -> int:
    pages = wanted()
    stale = [path for path, text in pages.items() if not path.exists() or path.read_text("utf-8") != text]
    for path in stale:
        sys.stdout.write(f"{'out of step' if check else 'written'}: {path.relative_to(ROOT).as_posix()}\n")
        if not check:
            path.write_text(pages[path], "utf-8")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
