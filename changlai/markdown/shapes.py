"""What the parser's tokens become before they are judged: figures with captions, alignment of tables."""

from __future__ import annotations

from markdown_it.token import Token


def settle(tokens: list[Token]) -> list[Token]:
    """The text of a caption is still to be read: its token says `caption`."""
    shaped, done = [], 0
    for index, token in enumerate(tokens):
        if token.attrs and "style" in token.attrs:  # which the policy of the site forbids
            token.attrs["class"] = str(token.attrs.pop("style")).removeprefix("text-align:")
        if token.type != "inline" or "![" not in token.content or not _is_lone_image(tokens[index - 1], token):
            continue
        opening, closing = tokens[index - 1], tokens[index + 1]
        opening.type, opening.tag = "figure_open", "figure"
        closing.type, closing.tag = "figure_close", "figure"
        _move_attributes(token, opening)
        shaped += [*tokens[done : index + 1], *_caption(token)]
        done = index + 1
    return shaped + tokens[done:]


def _is_lone_image(paragraph: Token, inline: Token) -> bool:
    children = [child for child in inline.children or [] if child.type != "text" or child.content.strip()]
    return paragraph.type == "paragraph_open" and not paragraph.hidden and len(children) == 1 and children[0].type == "image"


def _image(inline: Token) -> Token:
    return next(child for child in inline.children or [] if child.type == "image")


def _move_attributes(inline: Token, figure: Token) -> None:
    image = _image(inline)
    inline.children = [image]
    for name in ("id", "class", "lang"):
        if name not in image.attrs:
            continue
        if name == "class":
            figure.attrJoin(name, str(image.attrs.pop(name)))
        else:
            figure.attrs[name] = image.attrs.pop(name)


def _caption(inline: Token) -> list[Token]:
    title = str(_image(inline).attrs.pop("title", ""))
    if not title:
        return []
    opening, words, closing = Token("caption_open", "figcaption", 1), Token("inline", "", 0), Token("caption_close", "figcaption", -1)
    opening.block = closing.block = True
    words.content, words.children, words.map, words.meta["caption"] = title, [], inline.map, True
    return [opening, words, closing]
