"""What a macro has printed is printed again where nothing else can come of it, and only there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from changlai.model import Page
from changlai.render.renderer import environment
from changlai.render.running import Function
from tests.render.test_compiler import LANGUAGES, SHARED, Words, renderer

STEADY = {
    "what it is given": "{% macro f(x, y=1) %}{{ x.title }}{{ y }}{% endmacro %}",
    "itself": "{% macro f(x) %}{% if x.rest %}{{ f(x.rest) }}{% endif %}{% endmacro %}",
    "another": "{% macro g(x) %}{{ x }}{% endmacro %}{% macro f(x) %}{{ g(x) }}{% endmacro %}",
    "another that follows": "{% macro f(x) %}{{ g(x) }}{% endmacro %}{% macro g(x) %}{{ x }}{% endmacro %}",
    "words": "{% macro f(x) %}{{ _('w') }}{{ ngettext('a', 'b', x) }}{% trans y=x %}{{ y }}{% endtrans %}{% endmacro %}",
    "filters": "{% macro f(x) %}{{ x|upper|default('-') }}{% filter upper %}{{ x }}{% endfilter %}{% endmacro %}",
    "loops": "{% macro f(x) %}{% for y in x if y.z %}{{ y }}{{ loop.index }}{% endfor %}{% set a = x %}{{ a }}{% endmacro %}",
}
UNSTEADY = {
    "a name of the page": "{% macro f(x) %}{{ x }}{{ page }}{% endmacro %}",
    "a name of the page behind a loop": "{% macro f(x) %}{% for y in x %}{{ y }}{% endfor %}{{ y }}{% endmacro %}",
    "a name of the template": "{% set y = 1 %}{% macro f(x) %}{{ y }}{% endmacro %}",
    "a name that the template looks at": "{{ page }}{% macro f(x) %}{{ page }}{% endmacro %}",
    "a name of the page in an inner macro": "{% macro f(x) %}{% macro g() %}{{ page }}{% endmacro %}{{ x }}{% endmacro %}",
    "a default of the page": "{% macro f(x, y=page) %}{{ y }}{% endmacro %}",
    "a function of the page": "{% macro f(x) %}{{ body() }}{% endmacro %}",
    "a function that it is given": "{% macro f(x) %}{{ x() }}{% endmacro %}",
    "a method": "{% macro f(x) %}{{ x.pop() }}{% endmacro %}",
    "a function of Jinja's": "{% macro f(x) %}{{ range(3)|list }}{% endmacro %}",
    "chance": "{% macro f(x) %}{{ x|random }}{% endmacro %}",
    "an include": "{% macro f(x) %}{% include 'note.html' %}{% endmacro %}",
    "an import": "{% macro f(x) %}{% import 'macros.html' as m %}{{ m.said(x) }}{% endmacro %}",
    "a macro from elsewhere": "{% import 'macros.html' as m %}{% macro f(x) %}{{ m.said(x) }}{% endmacro %}",
    "a macro imported by name": "{% from 'macros.html' import said %}{% macro f(x) %}{{ said(x) }}{% endmacro %}",
    "a block": "{% block b %}{% endblock %}{% macro f(x) %}{{ self.b() }}{% endmacro %}",
    "its caller": "{% macro f(x) %}{{ caller() }}{% endmacro %}",
    "a block for another": "{% macro g(x) %}{{ x }}{% endmacro %}{% macro f(x) %}{% call g(x) %}{% endcall %}{% endmacro %}",
    "one that is not": "{% macro g(x) %}{{ page }}{% endmacro %}{% macro f(x) %}{{ g(x) }}{% endmacro %}",
    "one far away": "{% macro f() %}{{ g() }}{% endmacro %}{% macro g() %}{{ h() }}{% endmacro %}{% macro h() %}{{ p }}{% endmacro %}",
    "two of one name": "{% macro f(x) %}a{% endmacro %}{% macro f(x) %}b{% endmacro %}",
    "one of two of a name": "{% macro g() %}a{% endmacro %}{% macro f(x) %}{{ g() }}{% endmacro %}{% macro g() %}b{% endmacro %}",
    "one that is hidden": "{% macro g() %}{% endmacro %}{% macro f(g) %}{{ g() }}{% endmacro %}",
    "inside of something": "{% if page %}{% macro f(x) %}{{ x }}{% endmacro %}{% endif %}",
    "words that it makes up": "{% macro f(x) %}{{ _(x) }}{% endmacro %}",
}


def is_steady(source: str) -> bool:
    env = environment({**SHARED, "case.html": source}, Words("en"), LANGUAGES["en"], True)
    macro = env.get_template("case.html").make_module({"page": 1}).f
    assert isinstance(macro, Function)
    return macro.steady


@pytest.mark.parametrize("case", STEADY)
def test_a_macro_that_looks_at_nothing_else_is_steady(case: str) -> None:
    assert is_steady(STEADY[case])


@pytest.mark.parametrize("case", UNSTEADY)
def test_one_that_looks_at_anything_else_is_not(case: str) -> None:
    assert not is_steady(UNSTEADY[case])


MACROS = {"macros.html": "{% macro told(card, more=1) %}{{ card.title }} {{ more }} {{ _('told') }}\n{% endmacro %}"}
CASE = "{% import 'macros.html' as m %}{{ m.told(card) }}{% for more in others %}{{ m.told(card, more) }}{% endfor %}"


def drawn(pages: list[Page], case: str = CASE) -> list[str]:
    drawing = renderer({**MACROS, "case.html": case})
    return [drawing.draw(page)[0].decode() for page in pages]


def page(card: Any, *others: Any, common: bool = True, lang: str = "en") -> Page:
    view: Mapping[str, Any] = {"card": card, "others": others}
    return Page("a.html", "/a.html", "case.html", lang, view, common={id(card): card} if common else {})


def test_what_was_printed_of_a_card_is_printed_again() -> None:
    """Seen by what must not be done: a card that is changed all the same."""
    card = {"title": "a"}
    drawing = renderer({**MACROS, "case.html": CASE})
    assert drawing.draw(page(card))[0] == b"a 1 <b>en</b>told\n"
    card["title"] = "b"
    assert drawing.draw(page(card))[0] == b"a 1 <b>en</b>told\n"
    assert drawing.draw(page(card, common=False))[0] == b"b 1 <b>en</b>told\n"
    assert drawing.draw(page(dict(card)))[0] == b"b 1 <b>en</b>told\n"
    assert drawing.draw(page(card, lang="zh"))[0] == b"b 1 <b>zh</b>told\n"


def test_values_that_are_equal_and_not_the_same_are_told_apart() -> None:
    others = (1, 1.0, True, "1", "<", len, [1], [2], None, 0, False, -0.0, 0.0, "")
    again = page({"title": "a"}, *others)
    assert drawn([again, again]) == drawn([replace(again, common={})] * 2)


def test_one_who_comes_after_is_not_taken_for_one_who_went() -> None:
    """A card that is held by nobody leaves its place in memory to the next."""
    drawing = renderer({**MACROS, "case.html": CASE})
    for number in range(100):
        assert drawing.draw(page({"title": str(number)}))[0].decode().startswith(f"{number} ")


def test_markup_is_not_the_text_that_it_equals() -> None:
    case = "{% import 'macros.html' as m %}{{ m.told(card, '<') }}{{ m.told(card, '<'|safe) }}{{ m.told(card, '<') }}"
    one = page({"title": "a"})
    assert drawn([one], case) == drawn([replace(one, common={})], case)
