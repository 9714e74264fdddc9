"""Emphasis in every combination, against the plain words; Latin text against the library itself."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from changlai.markdown import commonmark, parse
from changlai.model import Typography

TAGS = {"*": "<em>{}</em>", "**": "<strong>{}</strong>", "***": "<em><strong>{}</strong></em>", "~~": "<s>{}</s>"}
INSIDES: dict[Typography, tuple[str, ...]] = {
    "zh": (
        "“外眼看聊城”",
        "‘看’",
        "重要提示（Notice）：",
        "注意。",
        "，交流不断线",
        "《水浒传》",
        "——好——",
        "等等……",
        "聊城",
        "Paks",
        "时间:",
        "(一)",
    ),
    "ja": ("「強調」", "『大地』", "下関市（しものせきし）", "注意。", "です、", "・一", "テスト！", "“引用”", "強調", "Paks"),
    "ko": ("랴오청시(聊城市)", "강조(term)", "“눈으로 맛보다”", "‘눈’", "《수호전》", "「글」", "강조", "시간:"),
    "latin": ("「強調」", "聊城", "注意。"),
}
AROUND: dict[Typography, tuple[tuple[str, str], ...]] = {
    "zh": (("组织", "系列"), ("", "活动"), ("一，", "。"), ("（", "）"), ("“", "”"), ("《", "》"), ("与 ", " 和"), ("一", "")),
    "ja": (("これは", "です"), ("", "との"), ("、", "。"), ("「", "」"), ("ー", "ー"), ("語", "")),
    "ko": (("", "와 함께"), ("한국어 ", "를"), ("는", "은"), ("(", ")와"), ("", " 그리고"), ("글, ", ".")),
    "latin": (("中文", "中文"), ("", "中文"), ("in ", "。")),
}
TABLE = [
    (typography, mark, inside, around)
    for typography in INSIDES
    for mark, inside, around in product(TAGS, INSIDES[typography], AROUND[typography])
]


@pytest.mark.parametrize(("typography", "mark"), sorted({row[:2] for row in TABLE}))
def test_every_mark_in_every_company(typography: Typography, mark: str) -> None:
    wrong = []
    for _, _, inside, (before, after) in (row for row in TABLE if row[:2] == (typography, mark)):
        html = "".join(parse(f"{before}{mark}{inside}{mark}{after}", typography).parts)
        if html.replace("<i>", "").replace("</i>", "") != f"<p>{before}{TAGS[mark].format(inside)}{after}</p>\n":
            wrong.append(html)
    assert wrong == []


@pytest.mark.parametrize("mark", ["*", "**", "***", "~~"])
@pytest.mark.parametrize("inside", ["[“昌莱园”](a.md)", "`“码”`", "![“图”](a.jpg)", "{聊城|りょうじょう}", "{city:paks}"])
def test_marks_around_other_markup(mark: str, inside: str) -> None:
    bare = parse(f"看{inside}吧", "zh", frozenset({"city"}))
    marked = parse(f"看{mark}{inside}{mark}吧", "zh", frozenset({"city"}))
    opening, closing = TAGS[mark].split("{}")
    expected = "\0".join(bare.parts).replace("<p>看", f"<p>看{opening}").replace("吧</p>", f"{closing}吧</p>")
    assert "\0".join(marked.parts) == expected
    assert [hole[:3] for hole in marked.holes] == [hole[:3] for hole in bare.holes]


@pytest.mark.parametrize("mark", ["*", "**"])
def test_marks_inside_a_link(mark: str) -> None:
    opening, closing = TAGS[mark].split("{}")
    assert f">{opening}“昌莱园”{closing}介绍</a>" in "".join(parse(f"看[{mark}“昌莱园”{mark}介绍](a.md)吧", "zh").parts)


LATIN = st.text(alphabet="ab1 \n*_~`()[]!.,:;\"'&<>\\-é“”‘’…—·", max_size=40)


@settings(deadline=None)
@given(LATIN)
def test_latin_text_is_what_the_library_makes_of_it(text: str) -> None:
    assert commonmark(text, "latin") == MarkdownIt("commonmark", {"maxNesting": 200}).render(text).replace(
        "<blockquote></blockquote>", "<blockquote>\n</blockquote>"
    )
