"""The lean way of drawing gives what Jinja gives: the same text, or the same fault in the same line."""

from __future__ import annotations

import pickle
import random
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment
from markupsafe import Markup

from changlai.model import Document, Language, Page
from changlai.render import Analysis, Renderer, analyse, load
from changlai.render.compiler import Lean
from changlai.render.renderer import blame, environment

LANGUAGES = {
    "en": Language("en", "en", "en_GB", "English", "en_GB", "latin"),
    "zh": Language("zh", "zh-Hans", "zh_Hans_CN", "中文", "zh_CN", "zh"),
}


class Words:
    """Words that show what they were asked for; some hold markup, some do not format."""

    def __init__(self, mark: str) -> None:
        self.mark = self.digest = mark

    def gettext(self, message: str) -> str:
        return f"<b>{self.mark}</b>{message}"

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        return self.gettext(singular if number == 1 else plural)

    def pgettext(self, context: str, message: str) -> str:
        return f"{context}&{self.mark}:{message}"

    def npgettext(self, context: str, singular: str, plural: str, number: int) -> str:
        return self.pgettext(context, singular if number == 1 else plural)


class Card(dict[str, Any]):
    """A dictionary that is more than one."""

    title = "an attribute"


VIEW: dict[str, Any] = {
    "plain": "words", "odd": "<a href=\"x\">&'", "safe": Markup("<i>safe</i>"), "none": None, "number": 3, "half": 0.5, "yes": True,
    "it": {"title": "T<", "tag": "", "items": ["an item"], "keys": "taken", "deep": {"title": {"text": "D&", "tag": "zh"}}, "list": []},
    "more": Card(title="an item", other="o"),
    "rows": [{"title": "one", "number": 1}, {"title": "<two>", "number": 2}, {"title": Markup("&three;"), "number": 3}, {"number": 4}],
    "words": ["a", "<b>", "c"],
}  # fmt: skip

SHARED = {
    "drawing.svg": "<svg><path d='M0 0'/></svg>\n",
    "empty.html": "",
    "note.html": "<note>{{ plain }} {{ local|default('no local') }} {{ _('noted') }}</note>\n",
    "wrong.html": "one\ntwo {{ nothing_here.title }}\n",
    "macros.html": """{% macro said(words, tag="en") %}<s lang="{{ tag }}">{{ words }}</s>{% endmacro %}
{% macro any() %}{{ varargs|join("-") }}{{ kwargs|length }}{% endmacro %}
{% macro box(title) %}<box {{ title }}>{{ caller("<called>") }}</box>{% endmacro %}
{% macro told(card) %}{{ said(card.title) }}{{ _("told: %(title)s", title=said(card.title)) }}{% endmacro %}
{% macro mark(name) %}{% include [name ~ ".svg", "drawing.svg"] %}{% endmacro %}
{% macro needs(a, b) %}{{ a }}
{{ b }}{% endmacro %}
{% set of_module = "m<" %}
""",
    "base.html": """{% import "macros.html" as m %}
<title>{% block title %}{{ it.title }} · {{ _("base") }}{% endblock %}</title>
{% block main %}base {{ m.said(plain) }}{% endblock %}
{% for row in rows %}{% block each scoped %}{{ row.number }}{% endblock %}{% endfor %}
""",
}

FOUND = re.findall(
    r"^-- (.+?)(?: => (\w+))? --\n((?:(?!-- ).*\n)*)", (Path(__file__).parent / "cases.txt").read_text("utf-8"), re.MULTILINE
)
CASES = {case: template for case, _, template in FOUND}
FAULTS = {case: fault for case, fault, _ in FOUND if fault}

STRANGE = {
    "escaping switched": "{% autoescape false %}{{ odd }}{{ _('a') }}{% endautoescape %}{{ odd }}",
    "a loop over _": "{% for _ in words %}{{ _ }}{% endfor %}",
    "words set": "{% set gettext = plain.upper %}{{ gettext() }}",
    "words with": "{% with _ = odd %}{{ _ }}{% endwith %}",
    "words imported": "{% from 'macros.html' import said as _ %}{{ _('a') }}",
    "words imported whole": "{% import 'macros.html' as ngettext %}{{ ngettext.said('a') }}",
    "words as a macro": "{% macro pgettext(x) %}<m>{{ x }}{% endmacro %}{{ pgettext('a') }}",
    "words as a parameter": "{% macro f(_) %}{{ _ }}{% endmacro %}{{ f(odd) }}",
}


def outcome(env: Environment, name: str, view: Mapping[str, Any]) -> object:
    """The text, or what is wrong and where."""
    try:
        return env.get_template(name).render(view)
    except Exception as error:  # whatever it is, both ways must fail with it
        return type(error).__name__, str(error), blame(error, name)


def parts(value: object) -> dict[int, object]:
    """Whatever a value holds, by identity: as if many pages showed all of it."""
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return {id(value): value} | {name: found for part in inner for name, found in parts(part).items()}


def both(templates: Mapping[str, str], name: str, lang: str = "en", view: Mapping[str, Any] = VIEW) -> tuple[object, object]:
    """What the lean way gives, however often it is asked and whatever it remembers, and Jinja's."""
    lean, jinja = (environment(templates, Words(lang), LANGUAGES[lang], plain) for plain in (True, False))
    first = outcome(lean, name, view)
    assert isinstance(lean, Lean)
    lean.common = parts(view)
    assert [outcome(lean, name, view) for _ in range(2)] == [first, first]
    return first, outcome(jinja, name, view)


@pytest.mark.parametrize("name", ["case.html", "case.xml"])
@pytest.mark.parametrize("case", CASES)
def test_the_lean_way_gives_what_jinja_gives(case: str, name: str) -> None:
    lean, jinja = both({**SHARED, name: CASES[case]}, name)
    assert lean == jinja


@pytest.mark.parametrize("case", CASES)
def test_a_case_fails_as_it_says_and_else_not(case: str) -> None:
    drawn = outcome(environment({**SHARED, "case.html": CASES[case]}, Words("en"), LANGUAGES["en"], True), "case.html", VIEW)
    assert (drawn[0] if isinstance(drawn, tuple) else None) == FAULTS.get(case)


@pytest.mark.parametrize("case", STRANGE)
def test_a_template_that_changes_what_words_mean_is_known(case: str) -> None:
    assert not load(analyse("case.html", STRANGE[case])).plain


@pytest.mark.parametrize("case", CASES)
def test_all_others_are_plain(case: str) -> None:
    assert load(analyse("case.html", CASES[case])).plain


PIECES: list[Callable[[random.Random, int], str]] = [
    lambda r, d: r.choice(["text ", "<p>", "\n", "  \n", "&amp;"]),
    lambda r, d: "{{ " + value(r) + " }}",
    lambda r, d: "{% if " + value(r) + " %}" + made(r, d) + "{% else %}" + made(r, d) + "{% endif %}",
    lambda r, d: (
        "{% for row in rows"
        + r.choice(["", " if row.number > 1"])
        + " %}"
        + made(r, d)
        + r.choice(["", "{{ loop.index }}"])
        + "{% endfor %}"
    ),
    lambda r, d: "{% set local = " + value(r) + " %}" + made(r, d),
    lambda r, d: "{% set local %}" + made(r, d) + "{% endset %}{{ local }}",
    lambda r, d: "{% call(x) m.box(" + value(r) + ") %}" + made(r, d) + "{{ x }}{% endcall %}",
    lambda r, d: "{% macro own(row, local=" + value(r) + ") %}" + made(r, d) + "{% endmacro %}{{ own(" + value(r) + ") }}",
    lambda r, d: "{% include '" + r.choice(["note.html", "drawing.svg", "empty.html"]) + "' %}",
    lambda r, d: "{% with local = " + value(r) + " %}" + made(r, d) + "{% endwith %}",
    lambda r, d: "{% trans local=" + value(r) + " %}a {{ local }}\n b{% endtrans %}",
    lambda r, d: "{% filter upper %}" + made(r, d) + "{% endfilter %}",
]


def value(r: random.Random) -> str:
    simple = [
        "plain",
        "odd",
        "safe",
        "none",
        "number",
        "it.title",
        "it.deep.title.text",
        "it.deep.tag",
        "row.title",
        "row.number",
        "local",
        "more.title",
    ]
    simple += [
        "'<'",
        "it['items']",
        "it.items()|length",
        "_('w')",
        "_('w %(x)s', x=odd)",
        "pgettext('c', 'w')",
        "ngettext('a', 'b', number)",
        "it.keys",
    ]
    if r.random() < 0.7:
        return r.choice(simple)
    a, b = value(r), value(r)
    return r.choice(
        [
            f"m.said({a})",
            f"m.said({a}, {b})",
            f"m.told({a})",
            f"({a} ~ {b})",
            f"({a} if {b} else {a})",
            f"({a})|default({b})",
            f"{a}|string|length",
        ]
    )


def made(r: random.Random, depth: int) -> str:
    return "".join(r.choice(PIECES if depth else PIECES[:2])(r, depth - 1) for _ in range(r.randint(1, 3)))


@pytest.mark.parametrize("seed", range(300))
def test_any_template_is_drawn_alike(seed: int) -> None:
    r = random.Random(seed)
    head = "{% import 'macros.html' as m %}"
    child = "{% extends 'case.html' %}{% block main %}" + made(r, 3) + "{{ super() }}{% endblock %}"
    templates = {**SHARED, "case.html": head + made(r, 3) + "{% block main %}" + made(r, 3) + "{% endblock %}", "child.html": head + child}
    row = {"row": {"title": "of <no> loop", "number": 1}, "local": "of & the view"}
    for name in ("case.html", "child.html"):
        lean, jinja = both(templates, name, r.choice(["en", "zh"]), VIEW | row if r.random() < 0.7 else VIEW)
        assert lean == jinja


def renderer(templates: Mapping[str, str], documents: Mapping[str, Document] | None = None, version: str = "1", mark: str = "") -> Renderer:
    analyses: dict[str, Analysis] = {name: load(analyse(name, source)) for name, source in templates.items()}
    words = {lang: Words(lang + mark) for lang in LANGUAGES}
    return Renderer(templates, analyses, words, LANGUAGES, documents or {}, version)


def page(lang: str = "en", view: Mapping[str, Any] = VIEW) -> Page:
    return Page("a.html", "/a.html", "case.html", lang, dict(view))


def test_each_language_has_its_own_words_dates_and_numbers() -> None:
    drawn = renderer({"case.html": "{{ _('w') }} {{ '2022-08-26'|date }} {{ 12345|number }}"})
    assert [drawn.draw(page(lang))[0].decode() for lang in ("zh", "en", "zh")] == [
        "<b>zh</b>w 2022年8月26日 12,345",
        "<b>en</b>w 26 August 2022 12,345",
        "<b>zh</b>w 2022年8月26日 12,345",
    ]


@pytest.mark.parametrize("case", CASES)
def test_what_is_no_markup_is_left_to_jinja(case: str) -> None:
    templates = {**SHARED, "case.txt": CASES[case]}
    jinja = outcome(environment(templates, Words("en"), LANGUAGES["en"], False), "case.txt", VIEW)
    data, problems = renderer(templates).draw(Page("a.txt", "/a.txt", "case.txt", "en", VIEW))
    assert (None if problems else data.decode()) == (jinja if isinstance(jinja, str) else None)


def test_words_that_were_mended_are_printed() -> None:
    templates = {"case.html": "{{ _('w') }}"}
    assert [renderer(templates, mark=mark).draw(page())[0] for mark in ("", "2")] == [b"<b>en</b>w", b"<b>en2</b>w"]


@pytest.mark.parametrize("case", STRANGE)
def test_one_strange_template_leaves_all_to_jinja(case: str) -> None:
    templates = {**SHARED, "case.html": "{% include 'strange.html' %}{{ _('a') }}{{ odd }}", "strange.html": STRANGE[case]}
    jinja = outcome(environment(templates, Words("en"), LANGUAGES["en"], False), "case.html", VIEW)
    assert renderer(templates).draw(page())[0].decode() == jinja


@pytest.mark.parametrize(
    ("case", "file", "line"),
    [
        ("no item", "case.html", 2),
        ("no name", "case.html", 4),
        ("words that do not format", "case.html", 2),
        ("words without a variable", "case.html", 2),
        ("macros that fail", "macros.html", 1),
        ("macros with too little", "macros.html", 7),
        ("macros with too much", "case.html", 2),
        ("includes that fail", "wrong.html", 2),
        ("no include", "case.html", 2),
        ("extends that fails", "case.html", 4),
        ("loops that fail", "case.html", 2),
        ("filters that fail", "case.html", 2),
        ("no filter", "case.html", 2),
    ],
)
def test_a_fault_is_where_it_stands(case: str, file: str, line: int) -> None:
    data, problems = renderer({**SHARED, "case.html": CASES[case]}).draw(page())
    assert data == b""
    assert [(found.code, found.path, found.line) for found in problems] == [("template-error", f"templates/{file}", line)]


def test_the_lean_way_is_taken() -> None:
    """A program that looks as Jinja's own would pass all tests above and gain nothing."""
    env = environment({**SHARED, "case.html": CASES["extends"]}, Words("en"), LANGUAGES["en"], True)
    program = str(env.compile(SHARED["base.html"], "base.html", raw=True))
    assert isinstance(env, Lean)
    assert program.count("environment.getattr") == program.count(" in i else environment.getattr") > 0
    assert program.count("yield ") == program.count("yield concat") + program.count("yield None") > 0
    assert "context.call" not in program
    assert env.get_template("drawing.svg").constant == SHARED["drawing.svg"]  # type: ignore[attr-defined]
    assert env.get_template("note.html").constant is None  # type: ignore[attr-defined]


def test_another_process_draws_the_same() -> None:
    here = renderer({**SHARED, "case.html": CASES["extends"]})
    drawn = here.draw(page())
    assert drawn[0]
    assert pickle.loads(pickle.dumps(here)).draw(page()) == drawn
