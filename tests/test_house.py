"""The house as docs/design.md draws it: who may import whom, who touches the disk, and how long things are."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from tests.conftest import ROOT

# From the street to the cellar: a module imports only what stands lower; rooms stand side by side and do not know each other.
FLOORS = [
    {"cli"},
    {"serve", "rehearsal"},
    {"pipeline", ""},  # "" is the package itself, which offers render_markdown
    {"explain", "share", "exchange"},
    {"collate"},
    {"weighing"},
    {"gather", "signs", "why", "cluster"},
    {"read", "markdown", "media", "plan", "render", "check", "write", "translate", "compare", "publish"},
    {"messages", "unchanged", "executor", "progress"},
    {"store", "pofile", "record", "codec", "sight"},
    {"problems", "pofile"},
    {"model", "codes"},
    {"place", "still", "garbage"},
]
FLOOR = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}

ON_DISK = {"still", "sight", "unchanged", "read", "write", "store", "publish", "serve"}
FILE_METHODS = {"read_text", "read_bytes", "write_text", "write_bytes", "open", "unlink", "mkdir", "rmdir", "touch", "iterdir", "rglob"} | {
    "is_file", "is_dir", "exists", "lstat", "symlink_to", "scandir", "listdir", "makedirs", "rmtree", "hardlink_to"
}  # fmt: skip
FILE_MODULES = {"shutil", "tempfile", "glob", "fileinput", "sqlite3", "mmap", "zipfile", "tarfile", "subprocess", "socket"}
NOT_DISK = {
    "Image.open",  # Pillow, given bytes
    "os.environ",
    "os.cpu_count",
    "os.process_cpu_count",
    "os.sched_getaffinity",
    "os.PathLike",
    "os.times",
    "os.get_terminal_size",
}
POSSESSIVE = re.compile(r"\)(?:[*+?]|\{[0-9,]+\})\+")
NOWHERE = ("devnull", "open", "O_WRONLY", "dup2", "close")
ALLOWED_ON_DISK = {
    ("changlai.messages", "read_bytes"): "the tool's own catalogs lie in the package and are no content",
    ("changlai.gather", "is_dir"): "looks where the package's own theme lies",
    **{("changlai.cli.voice", name): "leads a report that nobody reads any more to nowhere" for name in NOWHERE},
    ("changlai.cli", "execv"): "begins again in UTF-8 where the locale is another",
    ("changlai.cli.serve", "mkdir"): "an empty preview to show where the first build failed",
    ("changlai.cli.arguments", "is_file"): "refuses a folder without site.yaml before anything runs",
}
ALLOWED_BY_NAME = {
    "changlai": "offers render_markdown without loading Markdown for every `--help`",
    "changlai.cli": "everything is late until it is known whether there is anything to do",
    "changlai.cli.whole": "the table of commands is a table of names, so that `--help` stays quick",
    "changlai.executor": "a cluster's libraries cost more than all other imports together, and few machines have them",
    "changlai.media.clean": "Pillow costs more than all other imports together, and most builds need none of it",
}

LONGEST_MODULE, MEDIAN_MODULE, LONGEST_FUNCTION, USUAL_FUNCTION = 300, 160, 60, 30
LONGER_MODULES = {
    "changlai.model": "one table of records, read from top to bottom; cut in two it would be looked for in both",
}


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


SOURCES = {module_name(path): path.read_text("utf-8") for path in sorted((ROOT / "changlai").rglob("*.py"))}
TREES = {name: ast.parse(source) for name, source in SOURCES.items()}


def room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def imported(tree: ast.AST) -> Iterator[str]:
    """Modules and names of the package that a module imports; `from changlai.plan import urls` gives changlai.plan.urls."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{'.' * node.level}{node.module or ''}.{alias.name}" for alias in node.names)


def wrong_arrows(module: str, tree: ast.AST) -> list[str]:
    here = room(module)
    wrong = []
    for name in imported(tree):
        if name.startswith("."):
            wrong.append(f"{module} imports by a relative name: {name}")
        elif name.split(".")[0] == "changlai" and name != "changlai.__version__":
            there = room(name)
            if there not in FLOOR or (there != here and FLOOR[there] <= FLOOR[here] and not (there == "codes" and here == "model")):
                wrong.append(f"{module} imports {name}")
    return wrong


def disk(module: str, tree: ast.AST) -> list[str]:
    """Where a module that is not allowed to reaches for the disk, by what it calls and imports."""
    own = set(_own_methods(tree))
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open":
            found.append(f"{module}:{node.lineno}: open()")
        elif isinstance(node, ast.Attribute) and id(node) not in own:
            owner = node.value.id if isinstance(node.value, ast.Name) else "…"
            reached = (node.attr in FILE_METHODS or owner == "os") and (module, node.attr) not in ALLOWED_ON_DISK
            if reached and f"{owner}.{node.attr}" not in NOT_DISK:
                found.append(f"{module}:{node.lineno}: {owner}.{node.attr}")
    found += [f"{module}: imports {name}" for name in imported(tree) if name.split(".")[0] in FILE_MODULES]
    return found + [f"{module}: imports {name}" for name in imported(tree) if name.startswith("os.") and name not in NOT_DISK | {"os.path"}]


def _own_methods(tree: ast.AST) -> Iterator[int]:
    """What only shares a name with a method of Path: methods of `self`, and an `exists` that is a field or is asked for something."""
    asked = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call) and not node.args}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            of_self = isinstance(node.value, ast.Name) and node.value.id == "self"
            if of_self or (node.attr == "exists" and id(node) not in asked):
                yield id(node)


def functions(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def late_imports(module: str, tree: ast.AST) -> list[str]:
    found = []
    for outer in ast.walk(tree):
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef):
            found += [f"{module}:{node.lineno}" for node in ast.walk(outer) if isinstance(node, ast.Import | ast.ImportFrom)]
        if isinstance(outer, ast.If) and "TYPE_CHECKING" in ast.unparse(outer.test):
            found += [f"{module}:{node.lineno}" for node in outer.body if any(name.startswith("changlai") for name in imported(node))]
    return found


def test_every_module_stands_on_a_floor() -> None:
    assert {room(module) for module in TREES} <= FLOOR.keys(), "give a new room its floor here and in docs/design.md"


def test_no_arrow_points_up_or_across() -> None:
    assert [wrong for module, tree in TREES.items() for wrong in wrong_arrows(module, tree)] == []


def test_only_the_rooms_at_the_rim_touch_the_disk() -> None:
    pure = {module: tree for module, tree in TREES.items() if room(module) not in ON_DISK}
    assert [found for module, tree in pure.items() for found in disk(module, tree)] == []


def test_imports_stand_at_the_top() -> None:
    assert [found for module, tree in TREES.items() for found in late_imports(module, tree)] == []


def test_few_modules_import_by_name() -> None:
    late = {module for module, source in SOURCES.items() if "import_module(" in source or "__import__(" in source}
    assert late <= ALLOWED_BY_NAME.keys()


def test_modules_are_short() -> None:
    lengths = {module: len(source.splitlines()) for module, source in SOURCES.items() if source.strip()}
    assert {module: n for module, n in lengths.items() if n > LONGEST_MODULE and module not in LONGER_MODULES} == {}
    assert median(lengths.values()) <= MEDIAN_MODULE


def test_functions_are_short() -> None:
    lengths = {f"{module}.{name}": lines for module, tree in TREES.items() for name, lines in functions(tree)}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}
    longer = sorted(name for name, lines in lengths.items() if lines > USUAL_FUNCTION)
    assert len(longer) <= len(lengths) / 10, longer


def test_nothing_is_called_utils() -> None:
    assert [module for module in TREES if {"utils", "util", "helpers", "common", "misc"} & set(module.split("."))] == []


def test_no_pattern_is_possessive_of_more_than_a_character() -> None:
    """Python before 3.11.5, which is that of Debian 12, steps back into `(?:…)*+`; `(?>(?:…)*)` says the same, and no Python does."""
    found = {module: POSSESSIVE.findall(source) for module, source in SOURCES.items()}
    assert {module: patterns for module, patterns in found.items() if patterns} == {}


@pytest.mark.parametrize("pattern", ["(?:ab?c)*+", "(a|b)++", "(?:a)?+", "(?:a){1,3}+"])
def test_a_possessive_pattern_is_seen(pattern: str) -> None:
    assert POSSESSIVE.search(pattern)


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("changlai.plan.pages", "from changlai.render import renderer"),
        ("changlai.plan.pages", "import changlai.pipeline"),
        ("changlai.plan.pages", "from . import urls"),
        ("changlai.read.site", "from changlai.cli import main"),
        ("changlai.model", "from changlai.problems import problem"),
        ("changlai.codes.links", "from changlai import store"),
        ("changlai.pipeline", "from changlai.serve import watch"),
        ("changlai.serve.watch", "from changlai import cli"),
    ],
)
def test_a_wrong_arrow_is_seen(module: str, source: str) -> None:
    assert wrong_arrows(module, ast.parse(source))


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("changlai.plan.pages", "from changlai.plan import urls\nfrom changlai.model import Page"),
        ("changlai.pipeline", "from changlai.read import library\nfrom changlai.store import Store"),
        ("changlai.problems", "from changlai.codes import CODES\nfrom changlai.model import Place"),
    ],
)
def test_a_right_arrow_is_let_in(module: str, source: str) -> None:
    assert wrong_arrows(module, ast.parse(source)) == []


@pytest.mark.parametrize(
    "source",
    [
        "open('x')",
        "path.read_text()",
        "os.listdir('.')",
        "import shutil",
        "from os import scandir",
        "(folder / name).exists()",
        "list(map(Path.unlink, p))",
    ],
)
def test_a_hand_on_the_disk_is_seen(source: str) -> None:
    assert disk("changlai.plan.pages", ast.parse(source))


@pytest.mark.parametrize(
    "source",
    ["Image.open(data)", "os.cpu_count()", "text.replace('a', 'b')", "from pathlib import PurePosixPath", "editions.exists(key, lang)"],
)
def test_what_is_not_the_disk_is_let_be(source: str) -> None:
    assert disk("changlai.plan.pages", ast.parse(source)) == []


@pytest.mark.parametrize("source", ["def f():\n  import json", "if TYPE_CHECKING:\n  from changlai.model import Page"])
def test_a_late_import_is_seen(source: str) -> None:
    assert late_imports("changlai.plan.pages", ast.parse(source))
