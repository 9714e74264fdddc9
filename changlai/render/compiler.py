"""Jinja's own compiler with shorter ways to the same text.

A view is plain dictionaries, the theme's words are constant in one language, and most macros are plain functions with plain arguments.
Jinja, which knows none of this, looks each of them up in the longest way for every value that it prints. What is not of these kinds takes
Jinja's way here too. A template compiles to one program for all languages: its words are bound when it is loaded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping
from functools import cached_property
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.idtracking import VAR_LOAD_RESOLVE
from markupsafe import Markup

from changlai.render.plain import message
from changlai.render.running import Piece, Translations, Unsound
from changlai.render.steady import steady

METHODS = frozenset(dir(dict))  # names that Jinja finds on a dictionary before it looks for an item


class Generator(CodeGenerator):
    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        self._escapes = bool(nodes.EvalContext(self.environment, self.name).autoescape)
        self._words: dict[tuple[str, tuple[str, ...], bool], str] = {}
        self._printed: nodes.Node | None = None
        self._free: dict[str, set[str]] = {}
        self._resolved: set[str] = set()
        super().visit_Template(node, frame)
        self.writeline("from changlai.render.running import Function, call, draw, text")
        if self._escapes:
            self.writeline("escape = text")
        self.writeline("Macro = Function")
        self.writeline(f"steady = {sorted(steady(node, self._free))!r}")
        for wanted, name in self._words.items():
            self.writeline(f"{name} = environment.words{wanted!r}")
        children = [child for part in node.body for child in part.iter_child_nodes()]
        data = [child.data for child in children if isinstance(child, nodes.TemplateData)]
        if len(data) == len(children):
            self.writeline(f"constant = {''.join(data)!r}")

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """A template or block gives its text in one piece: each piece would go through all templates that it is a part of."""
        whole = frame.buffer is None
        if whole:
            self.buffer(frame)
        super().blockvisit(nodes, frame)
        if whole:
            self.writeline(f"yield concat({frame.buffer})")

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:
        """A constant text needs no context of its own."""
        if node.ignore_missing or node.find(nodes.Call) or node.find(nodes.Filter):  # a name that must not be made up twice
            super().visit_Include(node, frame)
            return
        self.writeline("template = environment.get_or_select_template(", node)
        self.visit(node.template, frame)
        self.write(f", {self.name!r})")
        self.writeline("if template.constant is not None:")
        self.indent()
        self.simple_write("template.constant", frame)
        self.outdent()
        self.writeline("else:")
        self.indent()
        super().visit_Include(node, frame)
        self.outdent()

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if self._direct(node):
            self._printed = node
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not self._direct(node):
            super()._output_child_post(node, frame, finalize)

    def _direct(self, node: nodes.Node) -> bool:
        """Whether a call has positional arguments only, in a template that escapes."""
        return (
            self._escapes and isinstance(node, nodes.Call) and not (node.kwargs or node.dyn_args or node.dyn_kwargs) and not message(node)
        )

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        if forward_caller or not self._escapes:
            super().visit_Call(node, frame, forward_caller=forward_caller)
        elif words := message(node):
            self._visit_words(node, frame, *words)
        elif self._direct(node):
            self.write(f"{'draw' if node is self._printed else 'call'}(context, ")
            self.visit(node.node, frame)
            for argument in node.args:
                self.write(", ")
                self.visit(argument, frame)
            self.write(")")
        else:
            super().visit_Call(node, frame)

    def _visit_words(self, node: nodes.Call, frame: Frame, function: str, texts: tuple[str, ...]) -> None:
        """Words that are bound already or, where they depend on a number, asked for here; then formatted with what they are given."""
        number = node.args[len(texts) :]
        if number:
            self.write(f"(Markup(environment.translations.{function}(*{texts!r}, number := ")
            self.visit(number[0], frame)
            self.write("))")
        else:
            wanted = function, texts, bool(node.kwargs)
            self.write("(" + self._words.setdefault(wanted, f"w_{len(self._words)}"))
        if number or node.kwargs:
            given = [f"'context': {texts[0]!r}, "] if function.endswith("pgettext") else []
            self.write(" % {" + "".join(given) + ("'num': number, " if number else ""))
            for variable in node.kwargs:
                self.write(f"{variable.key!r}: ")
                self.visit(variable.value, frame)
                self.write(", ")
            self.write("}")
        self.write(")")

    def macro_body(self, node: nodes.Macro | nodes.CallBlock, frame: Frame) -> tuple[Frame, MacroRef]:
        """Which names a macro of the template takes from outside is known once it is compiled."""
        if not (frame.toplevel and isinstance(node, nodes.Macro)):
            return super().macro_body(node, frame)
        self._resolved = set()
        made = super().macro_body(node, frame)
        names = {name.name for name in node.find_all(nodes.Name)}
        self._free[node.name] = self._resolved | {name for name in names if frame.symbols.find_ref(name)}
        return made

    def enter_frame(self, frame: Frame) -> None:
        super().enter_frame(frame)
        self._resolved.update(name for action, name in frame.symbols.loads.values() if action == VAR_LOAD_RESOLVE and name)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        super().macro_def(macro_ref, frame)
        self.write(".among(steady)")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """An item of a dictionary; what is no dictionary or has no such item takes the long way."""
        if node.attr in METHODS:
            super().visit_Getattr(node, frame)
        else:
            self.write(f"(i[{node.attr!r}] if type(i := ")
            self.visit(node.node, frame)
            self.write(f") is dict and {node.attr!r} in i else environment.getattr(i, {node.attr!r}))")


class Lean(Environment):
    """For templates that are all plain."""

    translations: Translations
    common: Mapping[int, Any] = {}  # what other pages show too, by identity
    code_generator_class = Generator
    template_class = Piece

    @cached_property
    def _found(self) -> dict[Any, Template]:
        return {}

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Those of the environment: no template has its own, and a plain dictionary is read sooner than a chain of two."""
        return super().make_globals(d) if d else self.globals

    def get_template(self, name: Any, parent: str | None = None, globals: MutableMapping[str, Any] | None = None) -> Template:
        """What was found once is there: the templates of an environment are given."""
        if globals or name not in self._found:
            self._found[name] = super().get_template(name, parent, globals)
        return self._found[name]

    def words(self, function: str, arguments: tuple[str, ...], variables: bool) -> Markup | Unsound:
        """Words of the theme: ready, or where `variables` is true to be formatted with some."""
        found = Markup(getattr(self.translations, function)(*arguments))
        if variables:
            return found
        given = {"context": arguments[0]} if len(arguments) > 1 else {}
        try:
            return found % given
        except Exception:  # whatever formatting may raise: it will do so again
            return Unsound(found, given)
