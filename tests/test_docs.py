"""The documents say what the program does: all of it, and nothing else. What they show as an example is built."""

from __future__ import annotations

import argparse
import ast
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from PIL import Image

from changlai import pipeline
from changlai.cli import main
from changlai.cli.arguments import COMMANDS, parser
from changlai.codes import CODES
from changlai.markdown.attributes import CLASSES
from changlai.markdown.notes import KINDS
from changlai.model import Freshness, Language
from changlai.plan import entryviews, views
from changlai.read.site import BUILT_IN
from changlai.read.values import Values
from changlai.render.words import filters
from tests.conftest import ROOT
from tools.documents import LANGS, blocks, wanted

DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
TEXTS = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in DOCUMENTS}
NOW = datetime(2026, 1, 15, 4, tzinfo=UTC)
TONGUES = ("zh", "en", "ko", "ja")  # of the handbook for translators
SITE = (ROOT / "tests/sites/site.yaml").read_text("utf-8")
CALL = re.compile(r"(?:build\.py|(?<![\w./-])changlai)((?: +[^\s`|&;]+)*)")
WRITTEN = re.compile(r"```.*?```|`[^`\n]+`|^    .+$", re.MULTILINE | re.DOTALL)


def read(name: str, lang: str) -> str:
    return TEXTS[f"docs/{name}.{lang}.md"]


def missing(names: Iterable[str], text: str) -> list[str]:
    """Those of `names` that stand nowhere in code type, alone or in front of a value."""
    return [name for name in sorted(names) if not re.search(rf"`{re.escape(name)}(?:`|[ :])", text)]


def commands() -> dict[str, argparse.ArgumentParser]:
    top = parser(str)
    subparsers = next(action for action in top._actions if isinstance(action, argparse._SubParsersAction))
    return {"": top, **subparsers.choices}


def options(command: str) -> set[str]:
    return {word for action in commands()[command]._actions for word in action.option_strings if word.startswith("--")}


# ---- what is there is documented


@pytest.mark.parametrize("lang", LANGS)
def test_every_command_and_option_is_documented(lang: str) -> None:
    text = read("operators", lang)
    assert missing(COMMANDS, text) == []
    assert missing(set().union(*map(options, commands())), text) == []
    actions = next(action.choices for action in commands()["messages"]._actions if action.dest == "action")
    assert missing([f"messages {action}" for action in actions or ()], text) == []


@pytest.mark.parametrize("lang", LANGS)
def test_every_filter_and_variable_of_templates_is_documented(lang: str) -> None:
    text = read("operators", lang)
    english = Language("en", "en", "en_GB", "English", "en_GB", "latin")
    assert missing({*filters(english, lambda _, word: word), "regex"}, text) == []
    known = {**vars(views), **vars(entryviews)}
    records = {name: set(get_type_hints(record)) for name, record in known.items() if hasattr(record, "__total__")}
    rows = {name: line for name in records for line in text.splitlines() if re.match(rf"\|[^|]*`{name}`", line)}
    assert rows.keys() == records.keys()
    assert [gap for name, fields in records.items() if (gap := missing(fields, rows[name]))] == []
    pages = [path.name for path in (ROOT / "templates").glob("*.html") if not path.name.startswith("_") and path.name != "base.html"]
    assert missing(pages, text) == []


@pytest.mark.parametrize("lang", LANGS)
def test_every_mark_of_the_dialect_is_documented(lang: str) -> None:
    text = read("writers", lang)
    assert [name for name in CLASSES if f"{{.{name}}}" not in text] == []
    assert [name for name in KINDS if f"::: {name}" not in text] == []
    assert missing([f"{kind.ref}:" for kind in BUILT_IN.values()] + ["series:", "topic:"], text) == []


def test_every_problem_is_documented_in_its_present_words() -> None:
    stale = [path.relative_to(ROOT).as_posix() for path, text in wanted().items() if TEXTS.get(path.relative_to(ROOT).as_posix()) != text]
    assert stale == [], "run: .venv/bin/python tools/documents.py"
    for lang in LANGS:
        assert set(re.findall(r"^\| `([a-z0-9-]+)` \|", read("problems", lang), re.MULTILINE)) == CODES.keys()


# ---- what is documented is there


def calls() -> Iterator[tuple[str, list[str]]]:
    """Every command line that a document shows, as its words."""
    for name, text in TEXTS.items():
        for shown in WRITTEN.findall(text):
            for found in CALL.finditer(shown):
                yield name, found[1].split()


def test_documented_commands_and_options_exist() -> None:
    found, wrong = 0, []
    for name, words in calls():
        command = next((word for word in words if word in COMMANDS), "build")
        first = next((word for word in words if not word.startswith("-")), "")
        given = [word.partition("=")[0] for word in words if word.startswith("--")]
        found += 1
        if words and words[0] == first and first not in {*COMMANDS, "[COMMAND]", "COMMAND", "…"}:
            wrong.append((name, first))
        wrong += [(name, option) for option in given if option not in options(command) | options("")]
    assert wrong == []
    assert found > 20


@pytest.mark.parametrize("lang", LANGS)
def test_documented_options_are_those_of_their_command(lang: str) -> None:
    for row in re.findall(r"^\| `(--[a-z-]+)[^`]*` \| (.*?) \|", read("operators", lang), re.MULTILINE):
        named = set(re.findall(r"`(\w+)`", row[1])) or set(COMMANDS)
        assert {command for command in COMMANDS if row[0] in options(command)} == named, row


def steps(lang: str) -> list[list[str]]:
    """The commands with which a language begins, in their order."""
    text = read("translators", lang).partition("\n## 10 ")[2].partition("\n## ")[0]
    return [found.split() for found in re.findall(r"^ +\.venv/bin/python build\.py (.+)$", text, re.MULTILINE)]


def shape(text: str) -> dict[str, object]:
    """What a handbook says in every language alike: headings by their numbers, rows of tables, commands, items, states."""
    return {
        "headings": [found[0] + found[1] for found in re.findall(r"^(#+)( \d+)?", without_fences(text), re.MULTILINE)],
        "tables": [table.count("\n") for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)],
        "commands": [re.sub(r" --lang en$", "", call.replace(" ja", " ko").replace("/ja.", "/ko.")) for call in shown(text)],
        "items": re.findall(r"^(?:- |\d+\. )", text, re.MULTILINE),
        "states": sorted({state for state in get_args(Freshness) if re.search(rf"`{state}[ `]", text)}),
    }


def shown(text: str) -> list[str]:
    return re.findall(r"^ {4,}\.venv/bin/python build\.py (.+)$", text, re.MULTILINE)


def without_fences(text: str) -> str:
    return re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("lang", TONGUES)
def test_handbooks_for_translators_say_the_same(lang: str) -> None:
    here, english = shape(read("translators", lang)), shape(read("translators", "en"))
    assert here == english
    assert here["states"] == sorted(get_args(Freshness))
    others = {f"translators.{other}.md" for other in TONGUES if other != lang}
    assert others <= set(re.findall(r"\]\((translators\.\w+\.md)\)", read("translators", lang)))


@pytest.mark.parametrize("lang", TONGUES)
def test_translators_are_told_of_every_command_that_is_theirs(lang: str) -> None:
    """Also where a command stands in a sentence, without the program in front of it."""
    text = read("translators", lang)
    theirs = {"translate", "status", "explain", "accept", "adopt", "share", "export", "import", "check"}
    assert missing(theirs | {"messages update", "messages check"}, text + "".join(f"`{call}`" for call in shown(text))) == []
    for command, given in re.findall(r"`([a-z]+) ((?:[^`\n]* )?--[^`\n]+)`", text):
        if not command.startswith("msg"):  # of gettext
            assert {word for word in given.split() if word.startswith("--")} <= options(command), (command, given)


@pytest.mark.parametrize("lang", ["ko", "ja"])
def test_the_glossary_of_a_handbook_is_read(lang: str, tmp_path: Path) -> None:
    """Those in Chinese and English belong to the examples that are built together."""
    story = tmp_path / "content/stories/foreign-eyes-18/index.zh.md"  # that an exception names
    story.parent.mkdir(parents=True)
    story.write_text("---\ntitle: 甲\nsummary: 甲。\ndate: 2022-08-26\n---\n正文。\n", "utf-8")
    (tmp_path / "site.yaml").write_text(SITE, "utf-8")
    project(tmp_path, f"docs/translators.{lang}.md")
    assert [found for found in problems(tmp_path) if "glossary" in found] == []
    glossary = (tmp_path / "content/glossary.yaml").read_text("utf-8")
    fields = re.findall(r"\b(right|accept|forbid|aliases|once|tie|apart|gloss|note|source|except)\b(?=:)", glossary)
    assert missing(fields, read("translators", lang)) == []


def test_a_language_begins_by_the_documented_steps_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a translator goes about it who types what stands there, and writes where it says to write."""
    story, row = "stories/friends-first", re.search(r"^ +(de: \{.+\})$", read("translators", "en"), re.MULTILINE)
    assert row
    (tmp_path / f"content/{story}").mkdir(parents=True)
    (tmp_path / "site.yaml").write_text(f"{SITE.rstrip()}\n  {row[1]}\n", "utf-8")
    (tmp_path / f"content/{story}/index.zh.md").write_text(
        "---\ntitle: 先做五年朋友\nsummary: 始于2002年。\ndate: 2007-08-03\n---\n2002年开始往来。\n", "utf-8"
    )
    monkeypatch.chdir(tmp_path)
    german = tmp_path / f"content/{story}/index.de.md"
    for step in steps("en"):
        if step == ["serve"]:
            continue
        if step[0] == "accept":
            draft = german.read_text("utf-8").replace("先做五年朋友", "Fünf Jahre Freunde").replace("始于2002年。", "Seit 2002.")
            words = re.sub(r"^draft: true.*\n", "", draft.replace("2002年开始往来。", "Die Freundschaft begann 2002."), flags=re.MULTILINE)
            assert not re.search("[一-鿿]", words)
            german.write_text(words, "utf-8")
        assert main([*step, "--lang", "en"]) == 0, step
        if step == ["messages", "update"]:
            fill(tmp_path / "translations/de_DE/LC_MESSAGES/theme.po", "回到首页", "Zur Startseite")
            assert "Plural-Forms: nplurals=2" in (tmp_path / "translations/de_DE/LC_MESSAGES/messages.po").read_text("utf-8")
    page = (tmp_path / f"site/de/{story}/index.html").read_text("utf-8")
    assert '<html lang="de"' in page
    assert "Die Freundschaft begann 2002." in page
    assert "Zur Startseite" in (tmp_path / "site/de/404.html").read_text("utf-8")
    outcome = pipeline.judge(pipeline.Options(tmp_path, NOW, cache=False))
    assert outcome.draft
    assert [row.tally.state for row in outcome.draft.standings if row.lang == "de" and row.tally] == ["fresh"]


def fill(catalog: Path, original: str, translation: str) -> None:
    empty = f'msgid "{original}"\nmsgstr ""'
    text = catalog.read_text("utf-8")
    assert empty in text
    catalog.write_text(text.replace(empty, f'msgid "{original}"\nmsgstr "{translation}"'), "utf-8")


def test_documented_targets_of_make_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {
        target
        for text in TEXTS.values()
        for shown in WRITTEN.findall(text)
        for target in re.findall(r"^(?:`|    )make ([a-z-]+)", shown, re.MULTILINE)
    }
    assert named <= targets
    assert named >= {"site", "serve", "check", "test"}


def anchors(text: str) -> set[str]:
    """The ids that forges give to headings."""
    found: set[str] = set()
    for heading in re.findall(r"^#{1,6} +(.+?) *$", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL), re.MULTILINE):
        found.add(re.sub(r"[^\w\- ]", "", re.sub(r"[`*]", "", heading).lower()).replace(" ", "-"))
    return found


@pytest.mark.parametrize("name", TEXTS)
def test_links_lead_somewhere(name: str) -> None:
    text = re.sub(r"```.*?```|`[^`\n]+`|^    .+$", "", TEXTS[name], flags=re.MULTILINE | re.DOTALL)
    dead = []
    for target in re.findall(r"(?<!\\)\]\(([^)\s]+)\)", text) + re.findall(r'(?:src|href)="([^"]+)"', text):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, fragment = target.partition("#")
        file = (ROOT / name).parent / path if path else ROOT / name
        if not file.exists() or (fragment and fragment not in anchors(file.read_text("utf-8"))):
            dead.append(target)
    assert dead == []


# ---- what is shown as an example is built


def project(folder: Path, *names: str) -> Path:
    """The files that documents show under their paths, with a picture wherever one is named."""
    for name in names:
        for block in blocks(TEXTS[name]):
            path = block.info.partition(" ")[2]
            if path.startswith("content/") or path == "site.yaml":
                file = folder / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(block.body, "utf-8")
                for picture in re.findall(r"[\w-]+\.jpg", block.body):
                    (file.parent / picture).write_bytes(jpeg())
    return folder


def jpeg() -> bytes:
    data = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(data, "JPEG")
    return data.getvalue()


def problems(folder: Path) -> list[str]:
    outcome = pipeline.build(pipeline.Options(folder, NOW, cache=False))
    return [f"{found.path}:{found.line}: {found.code} {found.message(str)}" for found in outcome.problems]


def only_calls() -> set[tuple[str, int]]:
    """Where the readers say which fields a map may have."""
    found = set()
    for path in (ROOT / "changlai/read").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "only":
                found.add((path.name, node.lineno))
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_every_field_is_documented_and_the_examples_build(lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The examples of the handbooks together are one site. Building it asks every reader, and so tells every field."""
    asked: set[tuple[str, int]] = set()
    known: set[str] = set()
    only = Values.only

    def spy(self: Values, names: tuple[str, ...], elsewhere: tuple[str, ...] = (), home: str = "") -> None:
        caller = sys._getframe(1)
        asked.add((Path(caller.f_code.co_filename).name, caller.f_lineno))
        known.update(names)
        only(self, names, elsewhere, home)

    monkeypatch.setattr(Values, "only", spy)
    assert problems(project(tmp_path, *(f"docs/{name}.{lang}.md" for name in ("writers", "operators", "translators")))) == []
    assert only_calls() - asked == set(), "give these maps an example in the handbooks"
    # The rest of the operators' handbook speaks of templates, whose variables have the same names.
    settings = read("operators", lang).partition("\n## site.yaml\n")[2].partition("\n## ")[0]
    assert missing(known, read("writers", lang) + read("translators", lang) + settings) == []
    assert (tmp_path / f"site/{lang}/stories/foreign-eyes-18/index.html").exists()


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_first_story_of_the_readme_is_built(name: str, tmp_path: Path) -> None:
    assert problems(project(tmp_path, name)) == []
    shown = sorted((tmp_path / "content").rglob("index.*.md"))
    assert shown
    for path in shown:
        kind, slug, lang = path.parts[-3], path.parts[-2], path.name.split(".")[1]
        assert "<article" in (tmp_path / f"site/{lang}/{kind}/{slug}/index.html").read_text("utf-8")


def test_documents_hold_no_path_of_a_machine() -> None:
    named = {name: re.findall(r"(?:/wor[k]/|/home/|/Users/|/tm[p]/|C:\\)\S*", text) for name, text in TEXTS.items()}
    assert {name: paths for name, paths in named.items() if paths} == {}
