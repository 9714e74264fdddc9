"""Settle where each link and image leads: an address for the page, a hole for the plan, or a problem."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markdown_it.token import Token

from changlai.markdown import targets
from changlai.markdown.source import At
from changlai.markdown.targets import Target
from changlai.markdown.words import plain
from changlai.markdown.work import Work


def settle(inlines: Iterable[Token], work: Work) -> None:
    for token in inlines:
        _settle_children(token, token.children or [], work)


def _settle_children(inline: Token, children: Sequence[Token], work: Work) -> None:
    openings: list[Token] = []
    for index, token in enumerate(children):
        if token.type == "image":
            _settle_image(inline, token, work)
        elif token.type == "link_open":
            openings.append(token)
            _settle_link(inline, token, children[index + 1 : index + 3], work)
        elif token.type == "name":
            _place(inline, token, work)
        elif token.type == "link_close":
            token.hidden = openings.pop().hidden


def _settle_link(inline: Token, link: Token, after: Sequence[Token], work: Work) -> None:
    target = targets.link(str(link.attrs.pop("href", "")), work.refs)
    at = _place(inline, link, work)
    _aim(link, target, at, work)
    link.hidden = target.kind == "refused" or (not work.page and targets.is_reference(target))
    if target.kind == "refused":
        return
    if target.kind == "internal" and link.markup == "autolink":
        after[0].content = ""
    if after and (
        after[0].type == "link_close" or (after[0].type == "text" and not after[0].content.strip() and after[1].type == "link_close")
    ):
        link.meta["bare"] = True  # the text is left to the plan, or is the address itself
        if target.kind == "external":
            work.found("link-text-missing", at, url=target.href)


def _settle_image(inline: Token, image: Token, work: Work) -> None:
    target = targets.image(str(image.attrs.pop("src", "")), work.refs)
    at = _place(inline, image, work)
    _aim(image, target, at, work)
    image.attrs["alt"] = plain(image.children).strip()
    if any(child.type == "name" for child in image.children or []):
        work.found("alt-name", at)
    classes = str(image.attrs.pop("class", "")).split()
    if [word for word in classes if word != "decorative"]:
        image.attrs["class"] = " ".join(word for word in classes if word != "decorative")
    if not image.attrs["alt"] and "decorative" not in classes:
        work.found("alt-missing", at, target=target.href)


def _place(inline: Token, token: Token, work: Work) -> At:
    """Remember where it stands, for its hole. The library marks a link by its first word, not by its bracket."""
    behind = token.type == "link_open" and token.info not in ("auto", "bare")
    at = work.source.at(inline, token.meta["at"] - behind)
    token.meta.update(line=at.line, column=at.column)
    return at


def _aim(token: Token, target: Target, at: At, work: Work) -> None:
    token.meta["target"] = target
    if target.code == "link-scheme":
        work.found(target.code, at, scheme=target.scheme, target=target.href)
    elif target.code:
        work.found(target.code, at, target=target.href)
