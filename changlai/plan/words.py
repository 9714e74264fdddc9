"""Words of the theme that a plan needs before any template runs: titles of lists, of feeds, of pages that say what is not there.

The msgids stand once more in `templates/_words.html`, where the extractor finds them; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Mapping

from changlai.model import Catalog

WORDS: Mapping[str, str] = {
    "stories": "故事",
    "cities": "伙伴城市",
    "figures": "人物",
    "places": "地方",
    "pages": "页面",
    "series": "系列",
    "topics": "话题",
    "page-of": "%(title)s · 第%(page)s页",
    "not-found": "没有找到这个页面",
    "not-found-text": "网址可能写错了，也可能页面已经撤下。请从首页或下面的文章重新开始。",
    "gone": "这个页面已经撤下",
    "gone-text": "这一页的内容已经撤下。",
    "stub-text": "这一页还没有这种语言的版本。",
    "feed-city": "%(site)s：%(name)s",
    "moved": "页面已移到新网址",
    "machine": "机器翻译",
    "parallel": "对照原文",
    "list-text": "%(site)s的“%(title)s”一览。",
    "box": "%(site)s设有“%(name)s”专页，收录有关资料和提到它的文章，并注明出处。网址长期不变；有新文章发布时，订阅源会同步更新。",
}


def word(name: str, catalog: Catalog | None, /, **params: str) -> str:
    """The theme's word in the catalog's language; the msgid where it has none."""
    msgid = WORDS[name]
    found = catalog.texts.get(("", msgid)) if catalog else None
    return (found[0] if found and found[0] else msgid) % params
