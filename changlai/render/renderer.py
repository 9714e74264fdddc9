"""Pages to bytes: pure, one environment a language. No clock, no disk, no site beyond what a page's view holds."""

from __future__ import annotations

import json
import marshal
import re
from collections.abc import Callable, Mapping
from functools import cached_property
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined, TemplateSyntaxError, pass_context
from jinja2.bccache import Bucket
from markupsafe import Markup

from changlai.model import Document, Language, Page, Place
from changlai.problems import Problem, problem
from changlai.render.bodies import Passages, whole
from changlai.render.brief import Brief
from changlai.render.compiler import Lean
from changlai.render.parts import state_name, told
from changlai.render.running import Translations
from changlai.render.templates import Analysis, closure, needed
from changlai.render.words import filters
from changlai.store import digest

ESCAPED = (".html", ".xml")
FOLDER = "templates/"


class Compiled(BytecodeCache):
    """Templates compiled once for all languages and, in one process, all runs; never on the disk, since what is kept must not execute."""

    def __init__(self) -> None:
        self._codes: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._codes.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code:
            self._codes[bucket.key] = bucket.checksum, bucket.code


COMPILED = {True: Compiled(), False: Compiled()}  # by whether in the lean way


class Renderer:
    """Draws pages. Templates and analyses by name, translations and languages by code, documents by digest."""

    def __init__(
        self,
        templates: Mapping[str, str],
        analyses: Mapping[str, Analysis],
        translations: Mapping[str, Translations],
        languages: Mapping[str, Language],
        documents: Mapping[str, Document],
        version: str,
    ) -> None:
        self._templates, self._analyses, self._translations = templates, analyses, translations
        self._documents, self._version = documents, version
        self._languages = languages
        self._plain = all(analysis.plain for analysis in analyses.values())
        self._environments: dict[tuple[str, bool], Environment] = {}
        self._closures: dict[str, str] = {}
        self._brief = Brief()
        self._made_of = templates, analyses, translations, languages, documents, version

    def __reduce__(self) -> tuple[type[Renderer], tuple[Any, ...]]:
        """To another process goes what it is made of: compiled templates stay where they are."""
        return Renderer, self._made_of

    def problems(self) -> list[Problem]:
        """What is wrong with the templates themselves."""
        wrong = ((name, found) for name, found in self._analyses.items() if found.line)
        return [problem("template-syntax", Place(FOLDER + name, found.line), reason=found.reason) for name, found in wrong]

    def key(self, page: Page) -> str:
        """What the bytes of a page follow from: equal keys, equal bytes."""
        return self.account(page)[0]

    def account(self, page: Page) -> tuple[str, str]:
        """The key of a page, and what tells its parts apart (see parts.py)."""
        bodies = page.bodies
        made_from = page.path, page.lang, *[self.base(page.template, lang) for lang in self.languages(page)]
        texts = tuple([body.digest for body in bodies]), tuple([body.fills for body in bodies]), tuple([body[2:] for body in bodies])
        parts = tuple(page.view), *texts, *page.view.values()
        pieces = [self._brief.dump(part, page.common) for part in parts]
        return digest(b"".join([marshal.dumps(made_from, 0), *pieces])), told(page.template, self.state_name, pieces)

    def languages(self, page: Page) -> list[str]:
        """Those whose words stand on a page, its own first."""
        return [page.lang, *[body.lang for body in page.bodies if body.lang]]

    def needs(self, template: str) -> list[str]:
        """The names of a template and of those that it needs."""
        return [template, *sorted(needed(template, self._templates, self._analyses).keys() - {template})]

    @cached_property
    def state(self) -> bytes:
        """The program, every template and the theme's words, by digest: what all keys follow from, in a form to be remembered."""
        words = {lang: f"{found.digest} {self._speech[lang]}" for lang, found in self._translations.items()}
        return json.dumps([self._version, dict(sorted(self._digests.items())), words]).encode()

    @cached_property
    def _speech(self) -> dict[str, str]:
        """How dates, numbers and lists are written in each language, by digest."""
        return {lang: digest(repr(language).encode()) for lang, language in self._languages.items()}

    @cached_property
    def _digests(self) -> dict[str, str]:
        return {name: digest(source.encode("utf-8", "surrogatepass")) for name, source in self._templates.items()}

    @cached_property
    def state_name(self) -> str:
        return state_name(digest(self.state))

    def base(self, template: str, lang: str) -> str:
        """What all pages of a template and a language follow from."""
        found = self._closures.get(template)
        if found is None:
            found = self._closures[template] = closure(template, self._digests, self._analyses)
        return f"{self._version} {found} {self._translations[lang].digest} {self._speech[lang]}"

    def draw(self, page: Page) -> tuple[bytes, list[Problem]]:
        """The bytes of a page, or what is wrong with the template that could not draw it."""
        try:
            env = self._environment(page)
            if isinstance(env, Lean):
                env.common = page.common
            data = env.get_template(page.template).render(page.view, **self._printers(page)).encode()
        except Exception as error:  # a template is a program of the site's own: it can fail in any way that one can
            name, line = blame(error, page.template)
            reason = f"{type(error).__name__}: {error}"
            return b"", [problem("template-error", Place(FOLDER + name, line), reason=reason, page=page.url)]
        return data, []

    def _environment(self, page: Page) -> Environment:
        kind = page.lang, self._plain and page.template.endswith(ESCAPED)
        if kind not in self._environments:
            self._environments[kind] = environment(self._templates, self._translations[page.lang], self._languages[page.lang], kind[1])
        return self._environments[kind]

    def _printers(self, page: Page) -> dict[str, Callable[..., Markup]]:
        """What a template prints the texts of its page with: `body()` the first one whole; of several, `passage(number, start, stop)` a
        block of one, and `picture(number, start, stop)` the picture of a figure."""
        texts = [(self._documents[body.digest], body, self._translations[body.lang or page.lang].gettext) for body in page.bodies]
        found: dict[str, Callable[..., Markup]] = {"body": lambda: whole(*texts[0]) if texts else Markup()}
        if len(texts) > 1:
            sides = [Passages(*text) for text in texts]
            found["passage"] = lambda side, start, stop: sides[side].block(start, stop)
            found["picture"] = lambda side, start, stop: sides[side].picture(start, stop)
        return found


def environment(templates: Mapping[str, str], words: Translations, language: Language, lean: bool) -> Environment:
    """How pages of one language are drawn: the lean way, or Jinja's own where a template is not plain, and for what is no markup."""
    env = (Lean if lean else Environment)(
        loader=FunctionLoader(lambda name: (templates[name], FOLDER + name, None) if name in templates else None),
        optimized=not lean,
        autoescape=lambda name: name is None or name.endswith(ESCAPED),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=COMPILED[lean],
        cache_size=-1,
        auto_reload=False,
    )
    env.policies["ext.i18n.trimmed"] = True
    installer: Any = env
    installer.install_gettext_callables(
        gettext=words.gettext, ngettext=words.ngettext, pgettext=words.pgettext, npgettext=words.npgettext, newstyle=True
    )
    if isinstance(env, Lean):
        env.translations = words
    env.filters.update({name: late(filter) for name, filter in filters(language, words.pgettext).items()}, regex=re.escape)
    return env


def late(filter: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that is never applied when a template is compiled, which is done once for all languages."""
    return pass_context(lambda _, *values, **options: filter(*values, **options))


def blame(error: BaseException, template: str) -> tuple[str, int]:
    """The template and line that an error came from: the innermost frame of a template."""
    if isinstance(error, TemplateSyntaxError):
        return error.name or template, error.lineno
    name, line, trace = template, 1, error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith(FOLDER):
            name, line = file.removeprefix(FOLDER), trace.tb_lineno
        trace = trace.tb_next
    return name, line
