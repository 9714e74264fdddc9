"""Reports as HTML: one file each that asks nothing of any other, from the templates beside this module."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache

from babel.dates import format_date
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from changlai.model import Explanation, Language, Piece
from changlai.translate.reports.table import OPEN, STATES, Overview, counted, rows, section
from changlai.translate.reports.wording import Wording, accepting

Translate = Callable[[str], str]
LOCALES = {"zh": ("zh-Hans", "zh_Hans_CN"), "en": ("en", "en_GB")}  # of the languages of the tool: tag, and how days are printed
ELEMENTS = {"kept": "{}", "removed": "<del>{}</del>", "added": "<ins>{}</ins>"}
GLYPHS = {"source": "◆", "fresh": "●", "cosmetic": "◎", "stale": "◐", "missing": "○", "unverified": "?", "ahead": "▲", "orphan": "✕"}


def draw(name: str, ui: str, _: Translate, **values: object) -> str:
    """One report; the words of the tool in the language `ui`."""
    tag, locale = LOCALES[ui]

    def day(iso: str) -> str:
        return str(format_date(date.fromisoformat(iso), "long", locale)) if iso.count("-") == 2 else iso

    return environment().get_template(name).render(_=_, tag=tag, ui=ui, words=Wording(_), day=day, **values)


@cache
def environment() -> Environment:
    env = Environment(
        loader=PackageLoader("changlai.translate.reports"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    env.filters.update(marked=marked, brief=brief)
    env.globals.update(accepting=accepting, section=section, glyphs=GLYPHS, open=OPEN)
    return env


def marked(pieces: Sequence[Piece]) -> Markup:
    """The difference between two texts, in the elements that HTML has for it."""
    return Markup("").join(Markup(ELEMENTS[kind]).format(text) for kind, text in pieces)


def brief(pieces: Sequence[Piece], context: int = 24) -> list[Piece]:
    """What has changed, with no more of the rest than tells where."""
    found = []
    for place, (kind, text) in enumerate(pieces):
        head, tail = (context if place else 0), (context if place + 1 < len(pieces) else 0)
        if kind == "kept" and len(text) > head + tail + context:
            start, end = edge(text, head), len(text) - edge(text[::-1], tail)
            text = f"{text[:start].rstrip()} … {text[end:].lstrip()}".strip()
        found.append(Piece(kind, text))
    return found


def edge(text: str, most: int) -> int:
    """The last place, of `most`, before which no Western word is cut."""
    while 0 < most < len(text) and text[most - 1].isalnum() and text[most].isalnum() and text[most] < "\u1100":
        most -= 1
    return most


def status_html(overview: Overview, ui: str, _: Translate) -> str:
    wording = Wording(_)
    found = rows(overview, wording)
    numbers = counted(found, [*overview.languages])
    kinds = {row.kind: wording.kind(row.kind) or overview.kinds.get(row.kind, row.kind) for row in found}
    marks = {kind: sorted({mark for row in found if row.kind == kind for mark in row.marks}) for kind in kinds}
    present = [state for state in STATES if any(state in count for count in numbers.values())]
    groups = {"lang": ["all", *numbers], "state": ["all", "open", *present], "kind": ["all", *kinds]}
    return draw(
        "status.html", ui, _, overview=overview, rows=found, numbers=numbers, kinds=kinds, marks=marks, states=present, groups=groups
    )


def explain_html(found: Sequence[Explanation], languages: Mapping[str, Language], ui: str, _: Translate) -> str:
    return draw("explain.html", ui, _, explanations=found, languages=languages)
