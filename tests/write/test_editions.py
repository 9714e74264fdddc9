"""Lines and fields of a file replaced, and not a byte else."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from changlai.write.editions import Edit, body_of, rewritten
from changlai.write.scalars import Unwritable, with_texts

HEAD = "---\ntitle: 甲\n---\n"
BODY = "一\n\n二甲\n二乙\n\n三\n"


def after(edits: list[Edit], body: str = BODY) -> str:
    return rewritten((HEAD + body).encode(), 4, edits).decode().removeprefix(HEAD)


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([], BODY),
        ([Edit(2, 4, "贰")], "一\n\n贰\n\n三\n"),
        ([Edit(0, 1, "壹\n贰")], "壹\n贰\n\n二甲\n二乙\n\n三\n"),
        ([Edit(2, 4, None)], "一\n\n三\n"),
        ([Edit(5, 6, None)], "一\n\n二甲\n二乙\n"),
        ([Edit(0, 1, None), Edit(2, 4, None), Edit(5, 6, None)], ""),
        ([Edit(1, 1, "新")], "一\n\n新\n\n二甲\n二乙\n\n三\n"),
        ([Edit(0, 0, "新")], "新\n\n一\n\n二甲\n二乙\n\n三\n"),
        ([Edit(6, 6, "新")], "一\n\n二甲\n二乙\n\n三\n\n新\n"),
        ([Edit(1, 1, "新"), Edit(0, 1, None)], "新\n\n二甲\n二乙\n\n三\n"),
        ([Edit(4, 4, "新"), Edit(2, 4, "贰")], "一\n\n贰\n\n新\n\n三\n"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("ended", [True, False])
def test_an_edit_leaves_all_else(edits: list[Edit], expected: str, newline: str, mark: str, ended: bool) -> None:
    def shaped(body: str) -> bytes:
        body = body if ended or not body else body.removesuffix("\n")
        return (mark + HEAD + body).replace("\n", newline).encode()

    assert rewritten(shaped(BODY), 4, edits) == (shaped(expected) if expected or ended else shaped("").removesuffix(newline.encode()))


def test_what_stands_close_is_kept_apart() -> None:
    assert after([Edit(1, 1, "新")], "# 题\n文\n") == "# 题\n\n新\n\n文\n"


LINES = st.text(st.sampled_from("一二 　\u00a0\u200bab#*|-\t\u2028\x85é"), max_size=6)


@given(st.lists(LINES, min_size=1, max_size=12), st.sampled_from(["\n", "\r\n", "\r"]), st.data())
def test_untouched_lines_are_the_same_bytes(lines: list[str], newline: str, data: st.DataObject) -> None:
    whole = newline.join(["---", "title: 甲", "---", *lines, "末"]).encode()
    start = data.draw(st.integers(0, len(lines) - 1))
    end = data.draw(st.integers(start + 1, len(lines)))
    made = rewritten(whole, 4, [Edit(start, end, "新")]).decode().split(newline)
    assert made[: 3 + start] == ["---", "title: 甲", "---", *lines[:start]]
    assert made[3 + start] == "新"
    assert made[4 + start :] == [*lines[end:], "末"]


def test_the_body_is_read_as_the_house_reads_it() -> None:
    assert body_of("---\r\nt: a\r\n---\r\n가\r\n".encode(), 4) == "가\n"  # NFD
    assert body_of(b"---\n---\n", 3) == ""


FRONT = "---\ntitle: 甲 # 题\nsummary: >\n  一\n  二\nimage_alt: '图'\nlong: 一\n  二\n---\n正文\n"


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("title", "乙", FRONT.replace("甲", "乙")),
        ("title", "A: b", FRONT.replace("甲", '"A: b"')),
        ("title", "a #b", FRONT.replace("甲", '"a #b"')),
        ("summary", "三", FRONT.replace(">\n  一\n  二", '"三"')),
        ("image_alt", '说"图"', FRONT.replace("'图'", '"说\\"图\\""')),
        ("long", "三", FRONT.replace("一\n  二\n---", "三\n---")),
        ("new", "新", FRONT.replace("\n---\n正文", "\nnew: 新\n---\n正文")),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_field_is_put_in_its_place(path: str, text: str, expected: str, newline: str, mark: str) -> None:
    before, wanted = ((mark + each).replace("\n", newline).encode() for each in (FRONT, expected))
    assert with_texts(before, {(path,): text}) == wanted


PROFILE = (
    "name: {zh: 帕克斯市, en: Paks}\nsummary:\n  zh: 位于\n  en: A town # here\nfacts:\n  - text:\n      zh: 一\n    source: {title: x}\n"
)


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (("name", "en"), "Paks, town", PROFILE.replace("en: Paks", 'en: "Paks, town"')),
        (("name", "ko"), "팍스", PROFILE.replace("en: Paks}", "en: Paks, ko: 팍스}")),
        (("summary", "ko"), "도시", PROFILE.replace("# here\n", "# here\n  ko: 도시\n")),
        (("facts", "0", "text", "ko"), "하나", PROFILE.replace("zh: 一\n", "zh: 一\n      ko: 하나\n")),
        (("facts", "0", "text", "zh"), "二", PROFILE.replace("zh: 一", "zh: 二")),
    ],
)
def test_a_text_of_a_profile_is_put_beside_the_others(path: tuple[str, ...], text: str, expected: str) -> None:
    assert with_texts(PROFILE.encode(), {path: text}).decode() == expected


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ("---\ntitle: [\n---\n", ("title",)),
        ("---\ntitle: 甲\n", ("title",)),
        ("只有正文。\n", ("title",)),
        ("facts: []\n", ("facts", "0", "text", "ko")),
        ("name: 帕克斯市\n", ("name", "ko")),
        ("- 甲\n", ("title",)),
    ],
)
def test_what_cannot_be_written_without_touching_others_is_left(data: str, path: tuple[str, ...]) -> None:
    with pytest.raises(Unwritable):
        with_texts(data.encode(), {path: "新"})


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40))
def test_any_text_is_read_back(text: str) -> None:
    front = with_texts(FRONT.encode(), {("title",): text}).decode().split("---\n")[1]
    said = yaml.load(front, yaml.BaseLoader)
    assert (said["title"], said["image_alt"]) == (text, "图")
