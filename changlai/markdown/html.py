"""From tokens to HTML. A hole is written as U+0000, which no text can hold, and remembered in order; the document is cut there."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from changlai.markdown.footnotes import ref_id
from changlai.markdown.scripts import LATIN
from changlai.markdown.targets import Target
from changlai.markdown.words import SOFT
from changlai.markdown.work import Env, work_of
from changlai.model import Hole

HOLE = "\0"
STRINGS = ("注释", "返回正文", "已完成", "未完成")  # msgids of the theme that documents ask for
Tokens = Sequence[Token]


class Plain(RendererHTML):
    """CommonMark to the letter of its specification, soft breaks aside."""

    def blockquote_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        html = self.renderToken(tokens, idx, options, env)
        return html if html.endswith("\n") else html + "\n"

    def text(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        return escapeHtml(tokens[idx].content).replace(SOFT, "\n")

    def renderInlineAsText(self, tokens: Tokens | None, options: OptionsDict, env: Env) -> str:
        shown = [token for token in tokens or () if not token.meta.get("joins")]
        return super().renderInlineAsText(shown, options, env).replace(SOFT, "\n")

    def render(self, tokens: Tokens, options: OptionsDict, env: Env) -> str:
        """The library's. What closes is a tag and no more, and so is most of what opens."""
        html, rules = [], self.rules
        for idx, token in enumerate(tokens):
            rule = rules.get(token.type)
            if rule:
                html.append(rule(tokens, idx, options, env))
            elif token.type == "inline":
                html.append(self.render(token.children or (), options, env))
            elif token.nesting >= 0 or token.attrs:
                html.append(self.renderToken(tokens, idx, options, env))
            elif not token.hidden:
                html.append(f"</{token.tag}>\n" if token.block else f"</{token.tag}>")
        return "".join(html)

    def renderToken(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        token = tokens[idx]
        if token.nesting <= 0:
            return super().renderToken(tokens, idx, options, env)
        if token.hidden:
            return ""
        tag = token.tag + self.renderAttrs(token) if token.attrs else token.tag
        if not token.block:
            return f"<{tag}>"
        after = tokens[idx + 1] if idx + 1 < len(tokens) else None
        stays = after and (after.type == "inline" or after.hidden or (after.nesting < 0 and after.tag == token.tag))
        return ("\n<" if idx and tokens[idx - 1].hidden else "<") + tag + (">" if stays else ">\n")

    def softbreak(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        return "" if tokens[idx].meta.get("joins") else "\n"


class Page(Plain):
    """The dialect. Methods are named after the tokens that they draw."""

    def text(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        token = tokens[idx]
        if "dotted" not in token.meta:
            return escapeHtml(token.content).replace(SOFT, "\n")
        pieces = map(escapeHtml, LATIN.split(token.content.replace(SOFT, "\n")))  # every second one is Latin
        return "".join(f"<i>{piece}</i>" if index % 2 else piece for index, piece in enumerate(pieces))

    def html_inline(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        return escapeHtml(tokens[idx].content)

    def heading_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        token = tokens[idx]
        hole = " " + _hole(env, "id", token.meta["written"], str(token.meta["index"]), token) if "index" in token.meta else ""
        return f"<h{token.meta['level']}{hole}{self.renderAttrs(token)}>"

    def heading_close(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        return f"</h{tokens[idx].meta['level']}>\n"

    def link_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        token = tokens[idx]
        target: Target = token.meta["target"]
        if token.hidden:
            return escapeHtml(target.href) if "bare" in token.meta else ""
        if target.kind == "external":
            rel = ' rel="external"' if target.href.startswith("http") else ""
            words = escapeHtml(target.href) if "bare" in token.meta else ""
            return f'<a href="{escapeHtml(target.href)}"{rel}{self.renderAttrs(token)}>{words}'
        opening = f"<a {_hole(env, 'link', target.href, '', token)}{self.renderAttrs(token)}>"
        return opening + (_hole(env, "label", target.href, "", token) if "bare" in token.meta else "")

    def image(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        token = tokens[idx]
        target: Target = token.meta["target"]
        if target.kind == "refused":
            return escapeHtml(str(token.attrs["alt"]))
        return f'<img {_hole(env, "image", target.href, "", token)}{self.renderAttrs(token)} loading="lazy">'

    def name(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        token = tokens[idx]
        return _hole(env, "name", token.meta["target"], token.meta["form"], token)

    def ruby(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        left, right = ("（", "）") if work_of(env).typography in ("zh", "ja") else ("(", ")")
        pairs = (
            f"{escapeHtml(words)}<rp>{left}</rp><rt>{escapeHtml(reading)}</rt><rp>{right}</rp>"
            for words, reading in tokens[idx].meta["pairs"]
        )
        return "<ruby>" + "".join(pairs) + "</ruby>"

    def list_item_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        token = tokens[idx]
        html = self.renderToken(tokens, idx, options, env)
        if "checked" not in token.meta:
            return html
        done = bool(token.meta["checked"])
        words = _string(env, "已完成" if done else "未完成")
        return f'{html}<input type="checkbox" disabled{" checked" if done else ""} aria-label="{words}"> '

    def table_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        # What scrolls must be reachable by keyboard.
        return '<div class="table" tabindex="0">\n' + self.renderToken(tokens, idx, options, env)

    def table_close(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        return "</table>\n</div>\n"

    def th_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        return f'<th scope="col"{self.renderAttrs(tokens[idx])}>'

    def note_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        token = tokens[idx]
        kind = token.meta["kind"]
        token.attrs["class"] = " ".join(filter(None, ("note", kind if kind != "note" else "", str(token.attrs.get("class", "")))))
        return f'<div role="note"{self.renderAttrs(token)}>\n'

    def note_close(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        return "</div>\n"

    def note_title_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        return '<p class="note-title">'

    def footnote_ref(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        token = tokens[idx]
        number = token.meta["number"]
        words = f"{_string(env, '注释')} {number}"
        return f'<sup><a href="#fn-{number}" id="{ref_id(token)}" role="doc-noteref" aria-label="{words}">{number}</a></sup>'

    def footnotes_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        return f'<section class="footnotes" role="doc-endnotes" aria-label="{_string(env, "注释")}">\n<ol>\n'

    def footnotes_close(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        return "</ol>\n</section>\n"

    def footnote_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        return f'<li id="fn-{tokens[idx].meta["number"]}">\n'

    def footnote_back(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        refs = tokens[idx].meta["refs"]
        return "".join(
            f' <a href="#{ref_id(ref)}" class="footnote-back" role="doc-backlink" aria-label="{_back(env, ref)}">↩\ufe0e</a>'
            for ref in refs
        )

    def footnote_close(self, tokens: Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        return "</li>\n"


def _back(env: Env, ref: Token) -> str:
    time = ref.meta["time"]
    return f"{_string(env, '返回正文')} {ref.meta['number']}" + (f"-{time}" if time > 1 else "")


def _string(env: Env, msgid: str) -> str:
    work_of(env).holes.append(Hole("string", msgid))
    return HOLE


def _hole(env: Env, kind: str, target: str, form: str, token: Token) -> str:
    line = token.meta.get("line") or (token.map[0] + 1 if token.map else 1)
    work_of(env).holes.append(Hole(kind, target, form, line, token.meta.get("column", 1)))  # type: ignore[arg-type]
    return HOLE
