"""Keeps `changlai/locale/` in step with the code: python tools/own_messages.py [--check]

Collects the tool's own texts into `changlai.pot`, brings them into the Chinese catalog, and says what is left to translate.
With --check nothing is written, and the exit status is 1 where something is missing or out of step.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.extract import extract, extract_python
from jinja2.ext import babel_extract

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from changlai.model import Language  # noqa: E402
from changlai.problems import Problem  # noqa: E402
from changlai.translate.merge import merge  # noqa: E402
from changlai.translate.po import parse_po  # noqa: E402
from changlai.translate.template import Template, collected, string  # noqa: E402

LOCALE = Path("changlai/locale")
POT = LOCALE / "changlai.pot"
CHINESE = LOCALE / "zh/LC_MESSAGES/changlai.po"
LANGUAGE = Language("zh", "zh-Hans", "zh_Hans_CN", "简体中文", "zh_CN", "zh")
METHODS: dict[str, Any] = {".py": extract_python, ".html": babel_extract}  # typed more narrowly than `extract` asks
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2), "plural": (1, 2)}

# What argparse itself says, from Python 3.11 to 3.14. It has no catalogs of its own.
ARGPARSE = (
    "usage: ",
    "options",
    "positional arguments",
    "subcommands",
    "show this help message and exit",
    "show program's version number and exit",
    "(default: %(default)s)",
    " (default: %(default)s)",
    "%(prog)s: error: %(message)s\n",
    "%(prog)s: warning: %(message)s\n",
    "argument %(argument_name)s: %(message)s",
    "the following arguments are required: %s",
    "one of the arguments %s is required",
    "unrecognized arguments: %s",
    "not allowed with argument %s",
    "ignored explicit argument %r",
    "expected one argument",
    "expected at most one argument",
    "expected at least one argument",
    "ambiguous option: %(option)s could match %(matches)s",
    "unexpected option string: %s",
    "invalid %(type)s value: %(value)r",
    "invalid choice: %(value)r (choose from %(choices)s)",
    "invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)",
    "unknown parser %(parser_name)r (choices: %(choices)s)",
    "argument '%(argument_name)s' is deprecated",
    "option '%(option)s' is deprecated",
    "command '%(parser_name)s' is deprecated",
    "can't open '%(filename)s': %(error)s",
)
ARGPARSE_PLURAL = (("expected %s argument", "expected %s arguments"),)


def template() -> Template:
    """All texts that the tool can say."""
    found = []
    for path in sorted(path for ending in METHODS for path in (ROOT / "changlai").rglob(f"*{ending}")):
        place = path.relative_to(ROOT).as_posix()
        for _, message, _, _ in extract(METHODS[path.suffix], BytesIO(path.read_bytes()), keywords=KEYWORDS, options={}):
            found.append(string(message, place))
    found += [string(text, "argparse") for text in (*ARGPARSE, *ARGPARSE_PLURAL)]
    return Template("The tool's own words.", collected(found), "Changlai")


def files() -> dict[Path, bytes]:
    """The template and the catalog as they should be, with the translations that there are."""
    texts = template()
    existing = ROOT / CHINESE
    chinese = merge(existing.read_bytes() if existing.exists() else None, texts, LANGUAGE)
    return {POT: texts.dump(), CHINESE: chinese}


def untranslated() -> list[str]:
    catalog, _ = parse_po((ROOT / CHINESE).read_bytes(), str(CHINESE), "zh", LANGUAGE.locale)
    return [unit.id for unit in template().units if unit.key not in catalog.texts]


def problems() -> list[Problem]:
    return parse_po((ROOT / CHINESE).read_bytes(), str(CHINESE), "zh", LANGUAGE.locale)[1]


def main(argv: list[str]) -> int:
    wanted = files()
    stale = [path for path, data in wanted.items() if not (ROOT / path).exists() or (ROOT / path).read_bytes() != data]
    if "--check" not in argv:
        for path in stale:
            (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / path).write_bytes(wanted[path])
    left, wrong = untranslated(), problems()
    lines = [f"out of step: {path}" for path in stale] if "--check" in argv else [f"written: {path}" for path in stale]
    lines += [f"{found.path}:{found.line}: {found.message(str)}" for found in wrong]
    lines += [f"not translated: {text}" for text in left]
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return int(bool(left or wrong or ("--check" in argv and stale)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
