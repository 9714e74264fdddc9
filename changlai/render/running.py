"""What compiled templates call as they run: shorter ways to what Jinja would give."""

from __future__ import annotations

from collections.abc import Container
from functools import cached_property
from typing import Any, Protocol

from jinja2 import Environment, Template
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

HELD = 8192  # texts of one macro
SIMPLE = frozenset({str, int, bool, type(None)})  # kinds of values that are the same where they are equal


class Translations(Protocol):
    """The theme's words in one language."""

    digest: str

    def gettext(self, message: str) -> str: ...
    def ngettext(self, singular: str, plural: str, number: int) -> str: ...
    def pgettext(self, context: str, message: str) -> str: ...
    def npgettext(self, context: str, singular: str, plural: str, number: int) -> str: ...


class Unsound:
    """Words that do not format: wrong when they are printed and not before, as with Jinja."""

    def __init__(self, words: Markup, variables: dict[str, str]) -> None:
        self._words, self._variables = words, variables

    def __html__(self) -> str:
        return self._words % self._variables

    __str__ = __html__


class Function(Macro):
    """A macro that knows whether it can be called as what it is, a function."""

    def __init__(self, environment: Environment, func: Any, name: str, arguments: list[str], *catches: bool) -> None:
        super().__init__(environment, func, name, arguments, *catches)
        self.func = func
        # By the number of positional arguments that it can be called with so: what stands for the others.
        self.missing = {} if any(catches[:3]) else {given: (missing,) * (len(arguments) - given) for given in range(len(arguments) + 1)}
        self.steady = False
        self.texts: dict[tuple[Any, ...], tuple[Any, str]] = {}  # of a steady one: what it printed, and of what

    def among(self, steady: Container[str]) -> Function:
        """Itself, now that it is told which macros of its template are steady (see steady.py)."""
        self.steady = self.name in steady
        return self


def text(value: Any) -> str:
    """A value as it is printed."""
    kind = type(value)
    if kind is str:  # five looks in quick succession are sooner done than one for any of five
        return escape(value) if "&" in value or "<" in value or ">" in value or '"' in value or "'" in value else value
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    return str(value) if kind is int else escape(value)


def draw(context: Context, called: Any, *arguments: Any) -> str:
    """What a call prints. Variables of loops and blocks are not handed on: only words could see them, and never need to."""
    if type(called) is not Function or len(arguments) not in called.missing:
        return text(context.call(called, *arguments))
    if called.steady and arguments and id(arguments[0]) in context.environment.common:  # type: ignore[attr-defined]
        return remembered(called, *arguments)
    return called.func(*arguments, *called.missing[len(arguments)])  # type: ignore[no-any-return]


def remembered(called: Function, shared: Any, *others: Any) -> str:
    """What a steady macro prints, or has printed, of what no page changes."""
    texts, kinds = called.texts, tuple(map(type, others))
    if not SIMPLE.issuperset(kinds):
        return called.func(shared, *others, *called.missing[1 + len(others)])  # type: ignore[no-any-return]
    held = texts.get((id(shared), others, kinds))
    if held is None:
        if len(texts) >= HELD:
            texts.clear()
        # Held with the text: as long as it is, nothing else has its identity.
        held = texts[id(shared), others, kinds] = shared, called.func(shared, *others, *called.missing[1 + len(others)])
    return held[1]


def call(context: Context, called: Any, *arguments: Any) -> Any:
    """What a call gives, in a template that escapes."""
    if type(called) is Function and len(arguments) in called.missing:
        return Markup(draw(context, called, *arguments))
    return context.call(called, *arguments)


class Piece(Template):
    @cached_property
    def constant(self) -> str | None:
        """The text of a template that is nothing else, such as a drawing."""
        return self.root_render_func.__globals__.get("constant")
