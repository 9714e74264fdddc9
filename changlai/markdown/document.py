"""The way of one body through this room, from text to record."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore, text_join
from markdown_it.token import Token

from changlai.markdown import attributes, breaks, emphasis, footnotes, headings, hints, links, references, shapes, tables
from changlai.markdown.blocks import block, units
from changlai.markdown.html import HOLE
from changlai.markdown.inline import check_depth
from changlai.markdown.limits import check_size
from changlai.markdown.marks import marks
from changlai.markdown.parser import parser
from changlai.markdown.source import At, Source
from changlai.markdown.words import count
from changlai.markdown.work import Env, TooComplex, Work, work_of
from changlai.model import Block, Document, Heading, Hole, Marked, Typography

_JSON = json.JSONEncoder(ensure_ascii=False)
Span = tuple[int, int]


def parse(text: str, typography: Typography, refs: frozenset[str] = frozenset(), *, dialect: bool = True) -> Document:
    """One body as the plan needs it. Never raises for what a writer typed: problems are `findings`.

    `refs` are the schemes of references that the site knows (`city`). Without `dialect` it is CommonMark with raw HTML, for tests only.
    """
    return compose(text, typography, refs, dialect=dialect, page=True)


def commonmark(text: str, typography: Typography = "zh") -> str:
    """HTML by the specification, with the rules for Chinese, Japanese and Korean on. Raw HTML passes: for tests only."""
    return "".join(parse(text, typography, dialect=False).parts)


def compose(text: str, typography: Typography, refs: frozenset[str], *, dialect: bool, page: bool, quick: bool = True) -> Document:
    """`page`: the text will stand below a page's own h1. Without `quick` it comes to the same, and takes longer: for tests only."""
    work = Work(Source(text, tidy=dialect), typography, refs, page)
    try:
        check_size(text)
        return _dialect(work, parser(True, quick)) if dialect else _plain(work, parser(False, quick))
    except TooComplex as error:
        work.findings.clear()
        work.found(error.code, At(error.line, 1), **error.params)
        return _document(work, "", (), (), ())


def _plain(work: Work, md: MarkdownIt) -> Document:
    env = {"work": work}
    tokens = _blocks(md, env, work)
    _inlines(tokens, md, env, work)
    _join(tokens, md, env)
    breaks.settle(tokens, work.typography)
    return _document(work, str(md.renderer.render(tokens, md.options, env)), (), (), ())


def marked(text: str, typography: Typography, refs: frozenset[str] = frozenset()) -> tuple[Marked, ...]:
    """The blocks of a body, each with what of it is no translator's to change."""
    work = Work(Source(text), typography, refs)
    try:
        check_size(text)
        tokens = _tokens(work, parser(True))
    except TooComplex:
        return ()
    return tuple(marks(unit, block(unit, work.source, work.typography)) for unit in units(tokens))


def _dialect(work: Work, md: MarkdownIt) -> Document:
    tokens = _tokens(work, md)
    blocks = [block(unit, work.source, work.typography) for unit in units(tokens)]
    tokens = footnotes.gather(tokens, work)
    anchors = footnotes.anchors(tokens, work)
    outline = headings.settle(tokens, work, anchors)
    html, spans, notes = _drawn(tokens, md, {"work": work})
    placed = [
        unit._replace(start=start, stop=stop)
        for unit in blocks
        for start, stop in [notes.pop(unit.shape, (-1, -1)) if unit.kind == "footnote" else next(spans)]
    ]
    return _document(work, html, placed, outline, anchors)


def _tokens(work: Work, md: MarkdownIt) -> list[Token]:
    """What a body says, read to the end and not drawn."""
    env = {"work": work}
    tokens = _blocks(md, env, work)
    tokens = attributes.settle(tokens, work)
    hints.clean(tokens, work)
    _inlines(tokens, md, env, work)
    tokens = shapes.settle(tokens)
    _inlines([token for token in tokens if "caption" in token.meta], md, env, work)
    inlines = [token for token in tokens if token.type == "inline"]
    hints.judge(tokens, inlines, work)
    tables.judge(tokens, work)
    references.judge(tokens, env, work)
    _join(tokens, md, env)
    breaks.settle(inlines, work.typography)
    rich = [token for token in inlines if token.children and (len(token.children) > 1 or token.children[0].type != "text")]
    links.settle(rich, work)
    emphasis.settle(rich, work.typography)
    return tokens


def _drawn(tokens: Sequence[Token], md: MarkdownIt, env: Env) -> tuple[str, Iterator[Span], dict[str, Span]]:
    """The HTML, and where in it each unit stands; of the footnotes, by shape, where stands what each of them says."""
    html: list[str] = []
    spans: list[Span] = []
    notes: dict[str, Span] = {}
    length = 0
    for unit in units(tokens):
        for part, name in _parts(unit):
            html.append(str(md.renderer.render(part, md.options, env)))
            start, length = length, length + len(html[-1])
            if name:
                notes[name] = start, length
            else:
                spans.append((start, length))
    return "".join(html), iter(spans), notes


def _parts(unit: Sequence[Token]) -> Iterator[tuple[Sequence[Token], str]]:
    """A unit whole; the footnotes cut where the words of each begin and end, these with their shape."""
    begun, name = 0, ""
    for place, token in enumerate(unit if unit[0].type == "footnotes_open" else ()):
        if token.type == "footnote_open":
            yield unit[begun : place + 1], ""
            begun, name = place + 1, f"footnote {token.meta['label']}"
        elif token.type == "footnote_close":
            yield unit[begun:place], name
            begun = place
    yield unit[begun:], ""


def _blocks(md: MarkdownIt, env: Env, work: Work) -> list[Token]:
    tokens: list[Token] = []
    md.block.parse(work.source.text, md, env, tokens)
    if work.source.indents:
        for token in tokens:
            work.source.restore(token)
    return tokens


def _inlines(tokens: Sequence[Token], md: MarkdownIt, env: Env, work: Work) -> None:
    for token in tokens:
        if token.type == "inline":
            work.inline, token.children = token, []
            md.inline.parse(token.content, md, env, token.children)
            check_depth(token.children, work)


def _join(tokens: list[Token], md: MarkdownIt, env: Env) -> None:
    """What was escaped on purpose becomes text like any other; only a backslash or an entity does that."""
    text = work_of(env).source.text
    if "\\" in text or "&" in text:
        text_join(StateCore("", md, env, tokens))


def _document(work: Work, html: str, units: Sequence[Block], outline: Sequence[Heading], anchors: Sequence[str]) -> Document:
    parts, holes = tuple(html.split(HOLE)), tuple(work.holes)
    named = {heading.id for heading in outline}
    document = Document(
        parts=parts,
        holes=holes,
        outline=tuple(outline),
        blocks=tuple(units),
        ids=(*(name for name in work.ids if name not in named), *anchors),
        characters=0,
        words=0,
        findings=tuple(sorted(set(work.findings), key=lambda found: (found.line, found.column, found.code, found.params))),
        digest=_digest(parts, holes),
    )
    characters, words = count(document.text)
    return document._replace(characters=characters, words=words)


def _digest(parts: Sequence[str], holes: Sequence[Hole]) -> str:
    """Of what is drawn: a paragraph that only moved down by a line draws the same."""
    drawn = _JSON.encode([parts, [hole[:3] for hole in holes]])
    return blake2b(drawn.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
