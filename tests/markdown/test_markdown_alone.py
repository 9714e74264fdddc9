"""`changlai.render_markdown`: the dialect without a site."""

import subprocess
import sys

import pytest

import changlai
from changlai.markdown import MarkdownRefused


@pytest.mark.parametrize(
    ("lang", "text", "html"),
    [
        ("zh-Hans", "持续组织**“外眼看聊城”**系列活动", "<p>持续组织<strong>“外眼看聊城”</strong>系列活动</p>\n"),
        ("zh", "# 一\n\n## 二", '<h1 id="h-1">一</h1>\n<h2 id="h-1-1">二</h2>\n'),
        ("zh-CN", "聊城\n水城", "<p>聊城水城</p>\n"),
        ("ja", "これは**「強調」**です", "<p>これは<strong>「強調」</strong>です</p>\n"),
        ("ko-KR", "**랴오청시(聊城市)**와\n함께", "<p><strong>랴오청시(聊城市)</strong>와\n함께</p>\n"),
        ("en", "# x", '<h1 id="x">x</h1>\n'),
        ("de", "a\nb", "<p>a\nb</p>\n"),
        ("zh", "{city:paks}和{city:paks|both}", "<p>{city:paks}和{city:paks|both}</p>\n"),
        ("zh", "[帕克什](city:paks)和[](story:a)", "<p>帕克什和story:a</p>\n"),
        ("zh", "[城](../paks/)和[本](#a)", '<p><a href="../paks/">城</a>和<a href="#a">本</a></p>\n'),
        ("zh", "看![图](我的 图.jpg)", "<p>看![图](我的 图.jpg)</p>\n"),
        ("zh", "![图](<我的 图.jpg>)", '<figure><img src="%E6%88%91%E7%9A%84%20%E5%9B%BE.jpg" alt="图" loading="lazy"></figure>\n'),
        ("en", "- [x] a", None),
        ("ja", "{聊城|りょうじょう}", "<p><ruby>聊城<rp>（</rp><rt>りょうじょう</rt><rp>）</rp></ruby></p>\n"),
        ("en", "<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("en", "{citi:paks} **a** | b", "<p>{citi:paks} <strong>a</strong> | b</p>\n"),
        ("en", "", ""),
    ],
)
def test_by_itself(lang: str, text: str, html: str | None) -> None:
    rendered = changlai.render_markdown(text, lang)
    assert "\0" not in rendered
    assert rendered == html if html is not None else 'aria-label="Done"' in rendered


@pytest.mark.parametrize("text", ["[a](javascript:1)", "![a](https://example.org/a.png)", "[" * 50_000, "[a](data:text/html,x)"])
def test_refused(text: str) -> None:
    with pytest.raises(ValueError) as refused:
        changlai.render_markdown(text, "zh")
    assert isinstance(refused.value, MarkdownRefused)
    assert [problem.severity for problem in refused.value.problems] == ["error"]
    assert refused.value.problems[0].line == 1
    assert str(refused.value)


def test_the_package_is_cheap_to_import() -> None:
    program = "import sys, changlai; assert 'markdown_it' not in sys.modules; changlai.render_markdown; assert 'markdown_it' in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True, env={"PYTHONPATH": ":".join(sys.path)})


def test_unknown_names_are_unknown() -> None:
    with pytest.raises(AttributeError):
        changlai.render_markdwon  # type: ignore[attr-defined]  # noqa: B018
