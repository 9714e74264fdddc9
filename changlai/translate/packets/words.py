"""What a packet says about a request, in the words of the theme: msgids are Chinese, and stand in templates/_words.html too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from changlai.model import Request

Say = Callable[[str], str]

DELETE = "[delete]"  # the whole translation of a part whose source is gone: it is to go too
KINDS: Mapping[str, str] = {
    "changed": "原文改过了，请照现在的原文修改译文。",
    "new": "这里还没有译文。",
    "moved": "原文换了位置，文字没有改。请看译文放到新位置是否通顺。",
    "removed": "原文已经删去。要把译文也删去，请让译文只剩这个记号：[delete]",
    "unverified": "这段译文还没有人对照过现在的原文，请核对。",
    "same": "原文没有改。",
}
FIELDS: Mapping[str, str] = {
    "title": "标题",
    "summary": "摘要",
    "image_alt": "图片的文字说明",
    "name": "名称",
    "country": "国家或地区",
    "region": "所在地区",
    "address": "地址",
    "facts": "事实",
}
LABELS: Mapping[str, str] = {
    "heading": "章节：",
    "before": "上文：",
    "after": "下文：",
    "old": "译文所依据的原文：",
    "terms": "名称和术语：",
}
GUIDE = "每一条译好、看过以后，请去掉“需要处理”（fuzzy）的标记；没有译文的和仍有标记的都不会收进去。"


def notes(request: Request, say: Say) -> Iterator[tuple[str, str]]:
    """The kind of each remark, for programs, and its words."""
    yield "task", say(KINDS[request.kind])
    if request.name:
        yield "field", field(request.name, say)
    between = "；" if say(LABELS["terms"]).endswith("：") else "; "
    terms = between.join(f"{source} → {right}" for source, right in request.terms)
    around = ("heading", request.heading), ("before", request.before), ("after", request.after)
    for kind, text in (*around, ("terms", terms)):
        if text:
            yield kind, labelled(say(LABELS[kind]), text)


def finished(request: Request) -> bool:
    """Whether the translation may stay as it is with nobody saying so: its source has not changed, or has no words."""
    return request.kind == "same" or (request.kind == "new" and request.target == request.source)


def labelled(label: str, text: str) -> str:
    """A full-width colon brings its own space."""
    return label + ("" if label.endswith("：") else " ") + text


def field(name: str, say: Say) -> str:
    """What a field is called: of several facts with its number, from 1."""
    head, _, number = name.partition(".")
    label = say(FIELDS[head]) if head in FIELDS else head
    return f"{label} {int(number) + 1}" if number.isdecimal() else label
