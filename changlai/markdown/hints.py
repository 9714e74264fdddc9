"""What looks like Markdown and is none: marks typed with a Chinese or Japanese keyboard, lists by hand, traces of Word and of HTML.

Each hint is a warning: the page shows what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from changlai.markdown.notes import KINDS
from changlai.markdown.source import INVISIBLE, UNSEEN, WIDE_SPACES, At, holds_any
from changlai.markdown.words import SOFT
from changlai.markdown.work import Work


class _Sign(NamedTuple):
    pattern: re.Pattern[str]  # its first group is what was typed, or the whole match
    instead: str


_STARTS = (
    _Sign(re.compile(r"(＃{1,2})(?!＃)"), "## …"),
    _Sign(re.compile(r"(＃{3,6})"), "### …"),
    _Sign(re.compile(r"(#{1,2}[\u3000\u00a0])"), "## …"),
    _Sign(re.compile(r"(#{3,6}[\u3000\u00a0])"), "### …"),
    _Sign(re.compile(r"([－＋＊])[ \u3000]"), "- …"),
    _Sign(re.compile(r"([-*+][\u3000\u00a0])"), "- …"),
    _Sign(re.compile(r"(\d{1,3}[.)][\u3000\u00a0])"), "1. …"),
    _Sign(re.compile(r"(＞)"), "> …"),
    _Sign(re.compile(r"(：：：+)"), ":::"),
    _Sign(re.compile(r"(｜).*｜"), "|"),
    _Sign(re.compile(r"(···|｀｀｀)"), "```"),
)
_LABEL = r"[^\[\]［］【】\n]{0,80}"
_ANYWHERE = (
    _Sign(re.compile(r"＊＊|\*＊|＊\*"), "**"),
    _Sign(
        re.compile(rf"(！[\[［]){_LABEL}[\]］][（(][^\s()（）]{{1,200}}\.(?:jpe?g|png|webp|avif|svg|gif)[）)]", re.IGNORECASE), "![…](…)"
    ),
    _Sign(
        re.compile(
            rf"([\[［【]){_LABEL}([\]］】][（(])(?=[a-z]{{2,12}}[:：]|\.{{0,2}}/|#|[\w/-]{{1,80}}\.[a-z])[^\s()（）]{{1,200}}([）)])"
        ),
        "[…](…)",
    ),
    _Sign(re.compile(r"(\{[a-z]{1,20}：)[^\s{}]{1,60}\}"), "{…:…}"),
    _Sign(re.compile(r"\{[^{}|｜\n]{1,60}(｜)[^{}\n]{1,60}\}"), "|"),
    _Sign(re.compile(r"(｀)[^｀\n]{1,80}｀"), "`"),
    _Sign(re.compile(r"([\[［【][＾^])[^\s\[\]［］【】]{1,20}[\]］】]"), "[^…]"),
)
_NO_SPACE = re.compile(r"#{2,6}[^\s#]")
_BY_HAND = re.compile(
    r"\d{1,3}[、．]|\d{1,3}[.)](?=[^\s\d])|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、"
    r"|[\u2460-\u2473]|[·•●◆■▪○][ \u3000]?(?=\S)"
)
_COLONS = re.compile(r":{3,}[ \t]*(\S*)")
_UNDEFINED = re.compile(r"(?<![A-Za-z0-9_\]])\[[^\[\]\n]{1,200}\]\[([^\[\]\n]{1,100})\]")
_UNREAD_LINK = re.compile(r"(!?\[[^\[\]\n]{0,80}\])\(([^()\n]{1,200})\)")
_TITLE = re.compile("[\"'<>“”‘’「」]")
_APART = re.compile(r"(?<!\\)((?:\[[^\[\]\n]{0,80})?\][ \u3000]+\()(?:https?:|\.{1,2}/|[a-z]{2,12}:[a-z])")
_STUCK_SPACE = re.compile("(?<=[\u3040-\u30ff\u3400-\u9fff])\u00a0|\u00a0(?=[\u3040-\u30ff\u3400-\u9fff])")
_WIDE_SPACE = re.compile(f"[{WIDE_SPACES}]")
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")
_HTML = {
    "br": "raw-html-break",
    **dict.fromkeys(("audio", "embed", "iframe", "object", "source", "video"), "raw-html-video"),
    **dict.fromkeys(("big", "center", "div", "font", "o", "p", "section", "small", "span", "u"), "raw-html-style"),
}
_SHOWN = 60  # characters of a tag in a message
_HTML_START = re.compile(r"<!--|<!\[CDATA\[")


# What the whole text must hold, each line after a line break, for a hint to be possible at all. Most texts are asked no more than this.
_BY_HAND_SOMEWHERE = re.compile(rf"\n(?:{_BY_HAND.pattern})")
_LINE_SOMEWHERE = ("\n##", "\n:::", "] ", "]\u3000")
_SIGN_SOMEWHERE = re.compile(
    r"＊|［|］|【|】|｜|｀|＾|！\[|\]（|\]\([^\s()（）]{1,200}）|\{[a-z]{1,20}："
    r"|\n(?:[＃－＋＞·]|：：：|#{1,6}[\u3000\u00a0]|[-*+][\u3000\u00a0]|\d{1,3}[.)][\u3000\u00a0])"
)

# A sentence of Chinese, Japanese or Korean: programs hold such words too, but do not end them like this.
_SENTENCE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3][。！？]|[\uac00-\ud7a3]\.(?:\s|$)")


def clean(tokens: Sequence[Token], work: Work) -> None:
    """Take out what cannot be seen, and say so once."""
    if not holds_any(work.source.text, UNSEEN) and not work.source.indents:
        return
    seen = [At(line + 1, 1) for line in _indents(tokens, work) if INVISIBLE.search(work.source.indents[line])]
    for token in tokens:
        if token.type == "inline" and INVISIBLE.search(token.content):
            found = INVISIBLE.findall(token.content)
            seen.extend([work.source.find(token, found[0])] * len(found))
            token.content = INVISIBLE.sub("", token.content)
    if seen:
        work.found("invisible-characters", min(seen), number=len(seen))


def _indents(tokens: Sequence[Token], work: Work) -> list[int]:
    """The lines, outside of code, whose start was taken away."""
    code = {line for token in tokens if token.type == "fence" and token.map for line in range(*token.map)}
    return [line for line in work.source.indents if line not in code]


def judge(tokens: Sequence[Token], inlines: Sequence[Token], work: Work) -> None:
    """Every hint of one body; `inlines` are those among its tokens. Text still stands apart from what was escaped on purpose."""
    for token in tokens:
        if token.type == "code_block" and token.map and _SENTENCE.search(token.content):
            work.found("indented-text", At(token.map[0] + 1, 1))
    for token in inlines:
        if "[" in token.content or "<" in token.content:
            _judge_children(token, work)
    text = "\n" + "\n".join([token.content for token in inlines])
    if work.source.indents or holds_any(text, WIDE_SPACES):
        _judge_indents(tokens, work)
    if _BY_HAND_SOMEWHERE.search(text):
        _judge_lists(tokens, work)
    if "\u00a0" in text:
        _judge_spaces(inlines, work)
    if any(map(text.__contains__, _LINE_SOMEWHERE)):
        for token in inlines:
            _judge_lines(token, _without_code(token), work)
    if not text.isascii() and _SIGN_SOMEWHERE.search(text):
        for token in inlines:
            _judge_signs(token, _without_code(token), work)


def _without_code(inline: Token) -> str:
    text = inline.content
    for child in inline.children or []:
        if child.type == "code_inline" and child.content:
            text = text.replace(child.content, "\x01" * len(child.content), 1)
    return text


def _judge_lines(inline: Token, text: str, work: Work) -> None:
    for offset, line in _lines(text):
        if _NO_SPACE.match(line):
            work.found("heading-space", work.source.at(inline, offset))
        apart = _APART.search(line)
        if apart:
            work.found("link-unread", work.source.at(inline, offset + apart.start()), text=apart[1])
        found = _COLONS.match(line)
        if found:
            code = "note-kind" if found[1] else "note-stray"
            work.found(code, work.source.at(inline, offset), kind=found[1], kinds=", ".join(KINDS))


def _judge_signs(inline: Token, text: str, work: Work) -> None:
    """What begins a line is told once a paragraph: a list or a table has it in each."""
    begun: set[_Sign] = set()
    for offset, line in _lines(text):
        for sign in _STARTS:
            found = sign.pattern.match(line) if sign not in begun else None
            if found:
                begun.add(sign)
                _report(sign, found, offset, inline, work)
        for sign in _ANYWHERE:
            found = next((found for found in sign.pattern.finditer(line) if not _marks(found).isascii()), None)
            if found:
                _report(sign, found, offset, inline, work)


def _marks(found: re.Match[str]) -> str:
    return "".join(found.groups()) or found[0]


def _report(sign: _Sign, found: re.Match[str], offset: int, inline: Token, work: Work) -> None:
    at = work.source.at(inline, offset + found.start(1 if found.groups() else 0))
    work.found("fullwidth-markup", at, found=_marks(found).strip("\u00a0"), instead=sign.instead)


def _judge_spaces(inlines: Sequence[Token], work: Work) -> None:
    first = next((inline for inline in inlines if _STUCK_SPACE.search(_without_code(inline))), None)
    if first:
        work.found("no-break-space", work.source.find(first, "\u00a0"))


def _judge_indents(tokens: Sequence[Token], work: Work) -> None:
    """U+3000 at the start of lines. Where such a line goes on a paragraph, the writer meant a new one."""
    wide = [line for line in _indents(tokens, work) if _WIDE_SPACE.search(work.source.indents[line])]
    joined = sorted(line for token in tokens if token.type == "inline" for line in _joined(token, work))
    if wide:
        work.found("indent", At(wide[0] + 1, 1), number=len(wide))
    if joined:
        work.found("indent-joined", At(joined[0] + 1, 1), number=len(joined))


def _joined(inline: Token, work: Work) -> Iterator[int]:
    first = inline.map[0] if inline.map else 0
    for number, line in enumerate(inline.content.split("\n")):
        if number and _WIDE_SPACE.match(work.source.indents.get(first + number, line)):
            yield first + number


def _judge_lists(tokens: Sequence[Token], work: Work) -> None:
    """Two lines or paragraphs in a row that begin with 1、 or （一）; once for a document, for such numbering runs through it."""
    before: tuple[At, str] | None = None
    for token in tokens:
        if token.type != "inline":
            if token.type not in ("paragraph_open", "paragraph_close"):
                before = None
            continue
        for offset, line in _lines(token.content):
            found = _BY_HAND.match(line)
            if found and before:
                return work.found("list-by-hand", before[0], found=before[1])
            before = (work.source.at(token, offset), found[0].strip()) if found else None
    return None


def _lines(text: str) -> Iterator[tuple[int, str]]:
    offset = 0
    for line in text.split("\n"):
        yield offset, line
        offset += len(line) + 1


def _judge_children(inline: Token, work: Work) -> None:
    told: set[str] = set()
    for child in inline.children or []:
        if child.type == "html_inline":
            _judge_html(child.content, work.source.at(inline, child.meta["at"]), told, work)
        elif child.type == "text" and "[" in child.content:
            for line in child.content.split(SOFT):
                _judge_brackets(line, inline, work)
        if child.type == "text" and "<" in child.content:
            for start in filter(None, map(_HTML_START.search, child.content.split(SOFT))):
                _judge_html(start[0], work.source.find(inline, start[0]), told, work)


def _judge_brackets(text: str, inline: Token, work: Work) -> None:
    found = _UNDEFINED.search(text)
    if found:
        work.found("reference-undefined", work.source.find(inline, found[0]), label=found[1])
    unread = _UNREAD_LINK.search(text)
    if unread:
        spaced = " " in unread[2] and not _TITLE.search(unread[2])
        near = {"near": f"{unread[1]}(<{unread[2]}>)"} if spaced else {}
        work.found("link-unread", work.source.find(inline, unread[0]), text=unread[0], **near)


def _judge_html(html: str, at: At, told: set[str], work: Work) -> None:
    """Once a paragraph for each way of saying it in Markdown."""
    name = _TAG.match(html)
    code = _HTML.get(name[1].casefold() if name else "", "raw-html")
    line = html.split("\n")[0]
    if code not in told:
        told.add(code)
        work.found(code, at, html=line if len(line) <= _SHOWN else line[:_SHOWN] + "…")
