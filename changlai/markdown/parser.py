"""The two parsers: the dialect, and CommonMark as its specification says, for the tests that hold the first to the second."""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.ruler import RuleOptionsType

from changlai.markdown import attributes, braces, definitions, footnotes, notes, urls
from changlai.markdown.html import Page, Plain
from changlai.markdown.inline import Inline, leftovers
from changlai.markdown.limits import MAX_NESTING, Blocks, table
from changlai.markdown.runs import Quick, emphasis, image, link

_LIBRARY_LIMIT = 4 * MAX_NESTING  # never reached: ours come first, and they speak
_INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}


class _Base(MarkdownIt):
    def __init__(self, renderer: type[Plain], *, quick: bool) -> None:
        super().__init__("zero", renderer_cls=renderer)
        self.inline, self.block = Quick() if quick else Inline(), Blocks(quick=quick)
        if quick:
            self.inline.ruler.before("emphasis", "plain_emphasis", emphasis)
            self.inline.ruler.before("image", "plain_image", image)


class _CommonMark(_Base):
    def __init__(self, *, quick: bool) -> None:
        super().__init__(Plain, quick=quick)
        self.configure("commonmark", {"maxNesting": _LIBRARY_LIMIT})
        self.enable(["plain", "plain_list", "plain_emphasis", "plain_image"], ignoreInvalid=not quick)  # which the preset does not know

    def normalizeLink(self, url: str) -> str:
        """The library writes schemes in lower case; the specification leaves them."""
        normal = normalizeLink(url)
        scheme = url.partition(":")[0]
        return scheme + normal[len(scheme) :] if normal[: len(scheme)] == scheme.lower() else normal


class _Dialect(_Base):
    def __init__(self, *, quick: bool) -> None:
        super().__init__(Page, quick=quick)
        options = {"maxNesting": _LIBRARY_LIMIT, "html": True, "tasklists": True, "store_labels": True}
        self.configure("js-default", options)
        self.disable(["html_block", "linkify"])
        self.use(definitions.plugin)
        block, inline = self.block.ruler, self.inline.ruler
        block.at("table", table, {"alt": ["paragraph", "reference"]})
        block.before("fence", "note", notes.rule, _INTERRUPTS)
        block.before("fence", "attributes", attributes.block_rule, {"alt": []})
        block.before("reference", "footnote_def", footnotes.footnote_def, {"alt": ["paragraph", "reference"]})
        inline.before("newline", "url", urls.rule)
        if quick:
            inline.before("link", "plain_link", link)
        inline.after("link", "span", braces.span)
        inline.after("image", "footnote_ref", footnotes.rule)
        inline.after("entity", "braces", braces.rule)
        self.inline.ruler2.before("fragments_join", "leftovers", leftovers)

    def normalizeLink(self, url: str) -> str:
        """As written: `targets` judges it, and the plan looks it up."""
        return url

    def validateLink(self, url: str) -> bool:
        """Every link is read, so that a bad one is refused with a problem and not printed as brackets."""
        return True


@cache
def parser(dialect: bool, quick: bool = True) -> MarkdownIt:
    """With `quick` off every rule is asked for every line and character: slow, and what the quick ones are held to."""
    return _Dialect(quick=quick) if dialect else _CommonMark(quick=quick)
