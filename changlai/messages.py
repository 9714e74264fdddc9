"""The tool's own words. Msgids are English and are what English readers see; Chinese comes from the catalog in the package.

Read at each start, so by the quick reader and nothing else. `tools/own_messages.py` keeps the catalog in step with the code.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Literal

from changlai.pofile import scan

Lang = Literal["zh", "en"]
Translate = Callable[[str], str]
Plural = Callable[[str, str, int], str]

NONE = ("zh", "", "c", "posix")  # what a locale begins with that names Chinese, or no language

CATALOG = Path(__file__).parent / "locale" / "zh" / "LC_MESSAGES" / "changlai.po"


def translator(lang: str) -> Translate:
    """English msgids → words of `lang`; a msgid without translation stays as it is."""
    texts = catalog(lang)
    return lambda message: texts.get(message, message)


def plural(lang: str) -> Plural:
    """The same for a word and a number; Chinese has one form for all numbers."""
    texts = catalog(lang)
    return lambda singular, many, number: texts.get(singular) or (singular if number == 1 else many)


@cache
def catalog(lang: str) -> Mapping[str, str]:
    """Chinese by English; nothing where the catalog cannot be read, since a tool that speaks English is better than none."""
    if lang != "zh":
        return {}
    try:
        messages, _ = scan(CATALOG.read_bytes())
    except OSError:
        return {}
    return {message.id: message.strings[0] for message in messages if message.id and message.strings[0] and not message.fuzzy}


def choose(argv: Sequence[str], environ: Mapping[str, str]) -> Lang:
    """The language of the messages: `--lang`, else as the environment says, as gettext ranks it: Chinese where it names none, English
    where it names one that we do not speak."""
    wanted = ""
    for word, following in zip_longest(argv, argv[1:], fillvalue=""):
        if word == "--":
            break
        if word == "--lang":
            wanted = following
        elif word.startswith("--lang="):
            wanted = word.partition("=")[2]
    if wanted not in ("zh", "en"):
        wanted = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    return "zh" if re.split(r"[-_.@/]", wanted.lower())[0] in NONE else "en"


def install_argparse(lang: str) -> None:
    """Let argparse speak `lang`. It asks two functions in its own module for words and offers no other way in."""
    vars(argparse).update(_=translator(lang), ngettext=plural(lang))
