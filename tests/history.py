"""A small project that is edited at random: whatever was done to it, its `site/` must be what one clean build would give."""

from __future__ import annotations

import io
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from pathlib import Path

from changlai import pipeline
from changlai.cli import main

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
SITE = """\
title: {zh: 示例, en: Sample}
tagline: 一句话
base_url: https://example.org/base/
source: zh
languages:
  zh: {tag: zh-Hans, locale: zh_Hans_CN, name: 简体中文, og: zh_CN}
  en: {tag: en, locale: en_GB, name: English, og: en_GB}
"""
TERMS = "series:\n  eyes: {title: {zh: 外眼, en: Eyes}, counter: event}\ntopics:\n  gardens: {title: 园林}\n  rivers: {title: 河流}\n"
CATALOG = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "园林"\nmsgstr "%s"\n\nmsgid "一句话"\nmsgstr "A line"\n'


def make(root: Path) -> None:
    write(root / "site.yaml", SITE)
    write(root / "content/terms.yaml", TERMS)
    write(root / "translations/en_GB/LC_MESSAGES/messages.po", CATALOG % "Gardens")
    for name in ("paks", "vavau"):
        write(root / f"content/cities/{name}/profile.yaml", f"name: {{zh: 城{name}, en: {name}}}\ntie: exchange\nsummary: 简介{name}\n")
    for number in range(4):
        story(root, f"s{number}", "zh", number)
        story(root, f"s{number}", "en", number)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def story(root: Path, slug: str, lang: str, number: int) -> None:
    shared = f"date: 2022-08-{number + 1:02}\ntopics: [gardens]\ncities: [paks]\n" if lang == "zh" else ""
    body = f"## 开始 {number}\n\n见 [城](city:paks) 与 {{city:vavau}}。\n"
    write(root / f"content/stories/{slug}/index.{lang}.md", f"---\ntitle: T{slug}{lang}{number}\nsummary: 一句。\n{shared}---\n\n{body}")


class Editor:
    """Random edits to one project; each leaves it free of errors."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root, self.random, self.made = root, random.Random(seed), 0

    def step(self) -> str:
        edit: Callable[[], None] = self.random.choice(
            [
                self.body,
                self.body,
                self.reword,
                self.title,
                self.date,
                self.draft,
                self.add,
                self.delete,
                self.rename,
                self.swap,
                self.drop_edition,
                self.terms,
                self.catalog,
                self.profile,
                self.settings,
                self.template,
                self.include,
                self.touch,
                self.spoil_output,
                self.lose_output,
                self.stray_output,
                self.lose_memory,
            ]
        )
        edit()
        return edit.__name__

    def stories(self) -> list[Path]:
        return sorted((self.root / "content/stories").iterdir())

    def edition(self) -> Path:
        return self.random.choice([path for folder in self.stories() for path in sorted(folder.glob("index.*.md"))])

    def change(self, path: Path, old: str, new: str) -> None:
        text = path.read_text(encoding="utf-8")
        write(path, text.replace(old, new, 1))

    def body(self) -> None:
        path = self.edition()
        write(path, path.read_text(encoding="utf-8") + f"\n又一段 {self.random.randrange(1000)}。\n")

    def reword(self) -> None:
        """Other words of the same length: nothing but the body tells."""
        self.change(self.edition(), "见 [", self.random.choice(["看 [", "见 [", "望 ["]))

    def title(self) -> None:
        self.change(self.edition(), "title: ", f"title: {self.random.choice('甲乙丙丁')}")

    def date(self) -> None:
        path = self.random.choice(self.stories()) / "index.zh.md"
        self.change(path, "date: 2022", f"date: {self.random.choice(['2021', '2022', '2023'])}")

    def draft(self) -> None:
        path = self.edition()
        text = path.read_text(encoding="utf-8")
        write(path, text.replace("draft: true\n", "") if "draft: true\n" in text else text.replace("title:", "draft: true\ntitle:", 1))

    def add(self) -> None:
        self.made += 1
        story(self.root, f"n{self.made}", "zh", self.random.randrange(9))
        if self.random.random() < 0.5:
            story(self.root, f"n{self.made}", "en", 1)

    def delete(self) -> None:
        if len(self.stories()) > 2:
            shutil.rmtree(self.random.choice(self.stories()))

    def rename(self) -> None:
        self.made += 1
        self.random.choice(self.stories()).rename(self.root / f"content/stories/r{self.made}")

    def swap(self) -> None:
        one, other = self.random.sample(self.stories(), 2)
        aside = one.with_name("aside")
        one.rename(aside)
        other.rename(one)
        aside.rename(other)

    def drop_edition(self) -> None:
        path = self.random.choice(self.stories()) / "index.en.md"
        if path.exists():
            path.unlink()
        else:
            story(self.root, path.parent.name, "en", 3)

    def terms(self) -> None:
        write(self.root / "content/terms.yaml", TERMS.replace("外眼", f"外眼{self.random.randrange(9)}"))

    def catalog(self) -> None:
        write(self.root / "translations/en_GB/LC_MESSAGES/messages.po", CATALOG % f"Gardens {self.random.randrange(9)}")

    def profile(self) -> None:
        self.change(self.root / "content/cities/paks/profile.yaml", "summary: ", f"summary: 新{self.random.randrange(9)}")

    def settings(self) -> None:
        write(
            self.root / "site.yaml",
            SITE.replace("base/", self.random.choice(["base/", "", "a/b/"])) + self.random.choice(["", "noindex: true\n"]),
        )

    def template(self) -> None:
        path = self.root / "templates/topic-note.html"
        write(path, f"<!-- {self.random.randrange(9)} -->\n")
        source = (pipeline.packaged_root() / "templates/story.html").read_text(encoding="utf-8")
        write(self.root / "templates/story.html", source + '{# own #}{% include "topic-note.html" %}\n')

    def include(self) -> None:
        path = self.root / "templates/topic-note.html"
        if path.exists():
            write(path, f"<!-- note {self.random.randrange(1000)} -->\n")

    def touch(self) -> None:
        self.edition().touch()

    def outputs(self) -> list[Path]:
        return sorted(path for path in (self.root / "site").rglob("*.html") if path.is_file())

    def spoil_output(self) -> None:
        if self.outputs():
            write(self.random.choice(self.outputs()), "spoilt")

    def lose_output(self) -> None:
        if self.outputs():
            self.random.choice(self.outputs()).unlink()

    def stray_output(self) -> None:
        write(self.root / "site/zh/stray.html", "stray")

    def lose_memory(self) -> None:
        shutil.rmtree(self.root / ".changlai", ignore_errors=True)


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def clean(root: Path, scratch: Path) -> dict[str, bytes]:
    """What one clean build of the project as it is now would give."""
    shutil.rmtree(scratch, ignore_errors=True)
    for name in ("content", "translations", "templates"):
        if (root / name).is_dir():
            shutil.copytree(root / name, scratch / name)
    shutil.copy(root / "site.yaml", scratch / "site.yaml")
    pipeline.build(pipeline.Options(scratch, NOW, cache=False))
    return snapshot(scratch / "site")


def run(root: Path) -> tuple[int, str]:
    """A build as a user runs it, with all that it remembers: its exit status and what it said."""
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        status = main(["build", "--project", str(root), "--today", NOW.date().isoformat(), "--lang", "en"])
    return status, said.getvalue()


def differences(tmp: Path, seed: int, edits: int) -> Iterator[str]:
    """Run a history of edits with a build after each; every build that differs from the clean one, with the edit before it."""
    root = tmp / "project"
    make(root)
    run(root)
    editor = Editor(root, seed)
    for number in range(edits):
        name = editor.step()
        status, said = run(root)
        if status:
            yield f"{number} {name}: {said}"
            continue
        wanted, given = clean(root, tmp / "clean"), snapshot(root / "site")
        differing = sorted(path for path in wanted.keys() | given.keys() if wanted.get(path) != given.get(path))
        if differing:
            yield f"{number} {name}: {', '.join(differing[:5])}"
