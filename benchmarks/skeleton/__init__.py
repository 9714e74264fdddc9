"""One page for every generator: plain HTML with marks, filled in with what each template language writes for them.

`[[title]]` is a value, `[[word home]]` a string of the interface, `[[each tag]] … [[end]]` a loop.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

_MARK = re.compile(r"\[\[(?:(word|each) )?([\w.]+)\]\]")
HERE = files(__name__)


@dataclass(frozen=True, slots=True)
class Syntax:
    """How a template language writes the marks."""

    word: str  # with %s for the name of the string
    end: str  # of a loop
    loops: Mapping[str, str]
    values: Mapping[str, str]


def filled(name: str, syntax: Syntax) -> str:
    """The skeleton `name` (base, story, list) in a template language. A mark that has no meaning there is a KeyError."""

    def mark(found: re.Match[str]) -> str:
        what, key = found.groups()
        if what == "word":
            return syntax.word % key
        if what == "each":
            return syntax.loops[key]
        return syntax.end if key == "end" else syntax.values[key]

    return _MARK.sub(mark, HERE.joinpath(f"{name}.html").read_text("utf-8"))


def jinja(alternates: str, tags: str, cards: str, values: Mapping[str, str], word: str = "{{ u.%s }}") -> Syntax:
    """The family of Jinja and Nunjucks. The templates set `lang`, `title`, `summary` and `canonical` before they extend the base."""
    loops = {"alternate": alternates, "tag": tags, "card": cards}
    common = {
        "lang": "{{ lang }}",
        "title": "{{ title | e }}",
        "description": "{{ summary | e }}",
        "canonical": "{{ canonical }}",
        "date": "{{ date }}",
        "main": "{% block main %}{% endblock %}",
        "alternate.tag": "{{ a }}",
    }
    return Syntax(word, "{% endfor %}", {name: f"{{% for {name[0]} in {over} %}}" for name, over in loops.items()}, {**common, **values})


def extending(base: str, name: str, syntax: Syntax, before: str = "") -> str:
    """The template of a page that fills in the block `main` of `base`."""
    return f'{before}{{% extends "{base}" %}}{{% block main %}}{filled(name, syntax)}{{% endblock %}}\n'


def static(folder: Path) -> None:
    """The files that every page points to."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in HERE.joinpath("static").iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
