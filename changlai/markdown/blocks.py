"""The top-level units of a body, each with a digest of what it says: the grain of translation status.

The digest holds words and structure. How the source is set out (line breaks, kinds of list marks and asterisks, typed spaces, indents) does
not enter it, nor do ids and classes: none of that is the translator's business. Where links lead stands apart, since it is no word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from markdown_it.token import Token

from changlai.markdown.scripts import FULL_WIDTH, joins
from changlai.markdown.source import Source
from changlai.markdown.targets import Target
from changlai.markdown.words import SOFT, plain
from changlai.model import Block, Typography

_KINDS = {
    "paragraph_open": "paragraph",
    "figure_open": "figure",
    "heading_open": "heading",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "dl_open": "definitions",
    "blockquote_open": "quote",
    "fence": "code",
    "code_block": "code",
    "table_open": "table",
    "hr": "rule",
    "note_open": "note",
    "footnote_reference_open": "footnote",
    "html_block": "html",
}
_SPACES = re.compile("[ \t\u00a0\u3000]+")
_MARK = "\x01"  # around what is structure and not text
_MARKED = re.compile(f"({_MARK}(?:(?:code|html)_inline{_MARK})?[^{_MARK}]*{_MARK})")
_REACH = 9  # characters on either side of a space that say whether a line break would be one there


def units(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The tokens of each top-level unit."""
    depth = start = 0
    for index, token in enumerate(tokens):
        if not depth:
            start = index
        depth += token.nesting
        if not depth:
            yield tokens[start : index + 1]


def block(unit: Sequence[Token], source: Source, typography: Typography) -> Block:
    first = unit[0]
    start, end = first.map or [0, 1]
    while end - 1 > start and not source.lines[end - 1].strip():
        end -= 1
    canons, texts = [], []
    targets: list[str] = []
    for token in unit:
        if token.nesting < 0:
            canons.append("/")
            continue
        if token.type == "inline":
            children = token.children or []
            canon, text = _words(children, typography)
            targets += [target.href for child in children if child.meta and isinstance(target := child.meta.get("target"), Target)]
        else:
            canon, text = _canon(token), token.content.strip("\n")
        if canon:
            canons.append(canon)
        if text:
            texts.append(text)
    start = int(first.meta.get("first", start))
    return Block(
        kind=_KINDS.get(first.type, first.type),
        line=start + 1,
        end=end + 1,
        digest=hashed("\n".join(canons)),
        text="\n".join(texts),
        exact=hashed("\n".join(source.lines[start:end])),
        id=str(first.meta.get("written") or first.attrs.get("id", "")),
        shape=_shape(unit, targets),
        targets=tuple(targets),
        differs=str(first.meta.get("differs", "")),
    )


def hashed(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _shape(unit: Sequence[Token], targets: Sequence[str]) -> str:
    """What an edition in any language must share with this unit, as far as that can be told."""
    first = unit[0]
    match _KINDS.get(first.type):
        case "heading":
            return first.tag
        case "figure":
            return f"image {targets[0].rpartition('/')[2]}" if targets else ""
        case "code":
            return f"code {hashed(first.content)}"
        case "table":
            rows = sum(token.type == "tr_open" for token in unit)
            return f"table {rows}x{sum(token.type == 'th_open' for token in unit)}"
        case "list":
            return f"list {sum(token.type == 'list_item_open' and token.level == first.level + 1 for token in unit)}"
        case "definitions":
            return f"definitions {sum(token.type == 'dt_open' for token in unit)}"
        case "note" | "footnote":
            return f"{_KINDS[first.type]} {first.meta.get('kind', '') or first.meta.get('label', '')}"
        case "rule" | "quote" as kind:
            return kind
    return ""


def _words(children: Sequence[Token], typography: Typography) -> tuple[str, str]:
    """Canonical, and plain."""
    if len(children) == 1 and children[0].type == "text":
        text = _even(children[0].content.replace(SOFT, " "))
        return _closed(text, typography), text
    return _closed(_even("".join(map(_canon_child, children))), typography), _even(plain(children))


def _closed(canon: str, typography: Typography) -> str:
    """Without the spaces in whose place a line break would be nothing: a paragraph that is wrapped anew says the same."""
    if " " not in canon or canon.isascii() or not FULL_WIDTH.search(canon):
        return canon
    pieces = _MARKED.split(canon)
    shown, at = "".join(pieces[::2]), 0
    for place in range(0, len(pieces), 2):
        words, *others = pieces[place].split(" ")
        end = at + len(words)
        for other in others:
            joined = joins(shown[max(end - _REACH, 0) : end], shown[end + 1 : end + 1 + _REACH], typography)
            words += other if joined else f" {other}"
            end += 1 + len(other)
        pieces[place], at = words, end
    return "".join(pieces)


def _even(text: str) -> str:
    uneven = "  " in text or "\t" in text or "\u00a0" in text or "\u3000" in text
    return (_SPACES.sub(" ", text) if uneven else text).strip()


def _canon(token: Token) -> str:
    if token.type in ("fence", "code_block"):
        return f"{_MARK}code {token.info.strip()}{_MARK}{token.content}"
    if not token.attrs and not token.meta:
        return f"{_MARK} {token.tag or token.type}{token.content}"
    said = (f"{name}={token.attrs[name]}" for name in ("start", "lang") if name in token.attrs)
    known = (f"{name}={token.meta[name]}" for name in ("kind", "label", "checked") if name in token.meta)
    return " ".join((_MARK, token.tag or token.type, *said, *known)) + token.content


def _canon_child(token: Token) -> str:
    match token.type:
        case "text":
            return token.content.replace(SOFT, " ")
        case "softbreak":
            return "" if token.meta.get("joins") else " "
        case "code_inline" | "html_inline":
            return f"{_MARK}{token.type}{_MARK}{token.content}{_MARK}"
    if token.nesting < 0:
        return f"{_MARK}{token.tag} -1 {_MARK}"
    said = [str(token.attrs[name]) for name in ("title", "alt", "lang") if name in token.attrs]
    # The label of a footnote; that of a link is one way to say where it leads.
    label = () if "target" in token.meta else ("label",)
    known = [str(token.meta[name]) for name in ("form", *label, "pairs") if name in token.meta]
    target = token.meta.get("target", "")
    # A link without words of its own says where it leads.
    led = (target.href if "bare" in token.meta else "") if isinstance(target, Target) else target
    return _MARK + " ".join([token.tag, str(token.nesting), led, *said, *known]) + _MARK
