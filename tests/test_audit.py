"""The built site is read from outside; first the audit itself is tried on a small site, good and bad."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.audit import audit, sample
from tests.audit.site import Site
from tests.conftest import Built

ZH, EN, STORY, BESIDE = "zh/index.html", "en/index.html", "zh/garden/index.html", "en/garden/with/zh/index.html"

# the check that must speak, the file, what is written there, what stands there instead
FAULTS = [
    ("lang", ZH, '<html lang="zh-Hans"', '<html lang="zh_Hans"'),
    ("lang", "zh/old/index.html", '<html lang="zh-Hans"', "<html"),
    ("title", ZH, "<title>示例站</title>", "<title></title>"),
    ("title", STORY, "<title>故事</title>", "<title>示例站</title>"),
    ("charset", ZH, '<meta charset="utf-8">', ""),
    ("h1", ZH, "</article>", "<h1>二</h1></article>"),
    ("h1", "index.html", "h1>", "h2>"),
    ("description", ZH, 'name="description" content="一座园，两座城。"', 'name="description" content=""'),
    ("viewport", ZH, "width=device-width", "width=1024"),
    ("main", ZH, '<main id="main">', '<div id="main">'),
    ("canonical", ZH, f'<link rel="canonical" href="{sample.BASE}zh/">', ""),
    ("canonical", ZH, f'<link rel="canonical" href="{sample.BASE}zh/">', '<link rel="canonical" href="/a/b/zh/">'),
    (
        "canonical",
        STORY,
        f'<link rel="canonical" href="{sample.BASE}zh/garden/">',
        f'<link rel="canonical" href="{sample.BASE}en/garden/">',
    ),
    ("beside", BESIDE, f'rel="canonical" href="{sample.BASE}en/garden/"', f'rel="canonical" href="{sample.BASE}zh/garden/"'),
    ("beside", BESIDE, f'rel="canonical" href="{sample.BASE}en/garden/"', f'rel="canonical" href="{sample.BASE}en/garden/with/zh/"'),
    ("beside", BESIDE, '<meta name="robots" content="noindex">', ""),
    ("beside", BESIDE, "</head>", f'<link rel="alternate" hreflang="en" href="{sample.BASE}en/garden/"></head>'),
    ("beside", BESIDE, '<div lang="zh-Hans">', "<div>"),
    ("beside", "en/garden/index.html", "garden/with/zh/", "garden/"),
    ("h1", BESIDE, "</article>", "<h1>二</h1></article>"),
    ("sitemap", "sitemap.xml", f"<loc>{sample.BASE}en/garden/", f"<loc>{sample.BASE}en/garden/with/zh/"),
    ("hreflang", ZH, f'hreflang="en" href="{sample.BASE}en/"', f'hreflang="en" href="{sample.BASE}en/garden/"'),
    ("hreflang", ZH, f'hreflang="en" href="{sample.BASE}en/"', f'hreflang="en" href="{sample.BASE}en/none/"'),
    ("hreflang", ZH, f'hreflang="en" href="{sample.BASE}en/"', 'hreflang="en" href="/a/b/en/"'),
    ("hreflang", ZH, f'hreflang="en" href="{sample.BASE}en/"', f'hreflang="ko" href="{sample.BASE}en/"'),
    ("hreflang", ZH, f'<link rel="alternate" hreflang="zh-Hans" href="{sample.BASE}zh/">', ""),
    ("hreflang", ZH, f'<link rel="alternate" hreflang="x-default" href="{sample.BASE}">', ""),
    ("hreflang", ZH, f'<link rel="alternate" hreflang="en" href="{sample.BASE}en/">', ""),
    ("robots", "index.html", "</head>", '<meta name="robots" content="noindex"></head>'),
    ("robots", "robots.txt", "Sitemap: ", "# "),
    ("robots", "robots.txt", "Allow: /", "Disallow: /"),
    ("og", ZH, 'og:locale" content="zh_CN"', 'og:locale" content="zh"'),
    ("og", ZH, 'og:locale" content="zh_CN"', 'og:locale" content="zh_TW"'),
    ("og", ZH, f'og:url" content="{sample.BASE}zh/"', f'og:url" content="{sample.BASE}"'),
    ("og", ZH, '<meta property="og:locale:alternate" content="en_GB">', ""),
    ("og", ZH, "media/bridge.webp", "media/none.webp"),
    ("json-ld", ZH, '"inLanguage": "zh-Hans"', '"inLanguage": "en"'),
    ("json-ld", ZH, '"@type": "Article",', '"@type": "Article"'),
    ("json-ld", ZH, f'"url": "{sample.BASE}zh/"', '"url": "/a/b/zh/"'),
    ("json-ld", ZH, f'"url": "{sample.BASE}zh/"', f'"url": "{sample.BASE}zh/none/"'),
    ("third-party", ZH, 'src="/a/b/assets/site.js"', 'src="https://example.com/site.js"'),
    ("third-party", ZH, 'src="/a/b/assets/site.js"', 'src="//example.com/site.js"'),
    ("third-party", ZH, 'rel="stylesheet" href="/a/b/', 'rel="stylesheet" href="https://example.com/'),
    ("third-party", ZH, 'width="4"', 'srcset="/a/b/media/bridge.webp 1x, https://example.com/2.webp 2x" width="4"'),
    ("third-party", "assets/site.css", "body", "@import 'https://example.com/x.css'; body"),
    ("third-party", "assets/site.css", "url(paper.svg)", 'url("https://example.com/x.svg")'),
    ("asset", "assets/site.css", "paper.svg", "none.svg"),
    ("asset", ZH, 'src="/a/b/assets/site.js"', 'src="/assets/site.js"'),
    ("asset", ZH, '<img src="/a/b/media/', '<img src="/a/b/media/x'),
    ("link", ZH, 'href="/a/b/zh/garden/#top"', 'href="/a/b/zh/none/"'),
    ("link", ZH, 'href="/a/b/zh/garden/#top"', 'href="/a/b/zh/garden"'),
    ("link", ZH, 'href="/a/b/zh/garden/#top"', 'href="/zh/garden/"'),
    ("link", ZH, 'href="/a/b/zh/garden/#top"', 'href="/a/b/zh/old/"'),
    ("link", ZH, "https://example.com/", "javascript:alert(1)"),
    ("fragment", ZH, "garden/#top", "garden/#none"),
    ("fragment", ZH, 'href="#main"', 'href="#none"'),
    ("wrong-language", ZH, 'href="/a/b/en/" hreflang="en"', 'href="/a/b/zh/" hreflang="en"'),
    ("wrong-language", ZH, '<a href="/a/b/zh/">↑', '<a href="/a/b/en/">↑'),
    ("redirect", "zh/old/index.html", '<meta name="robots" content="noindex">', ""),
    ("redirect", "zh/old/index.html", '<a href="/a/b/zh/garden/">昌莱园</a>', "昌莱园"),
    (
        "redirect",
        "zh/old/index.html",
        'rel="canonical" href="https://example.org/a/b/zh/garden/"',
        'rel="canonical" href="https://example.org/a/b/zh/"',
    ),
    ("redirect", "zh/old/index.html", "zh/garden/", "zh/none/"),
    ("inline", ZH, "</head>", "<script>1</script></head>"),
    ("inline", ZH, "</head>", "<style>p{}</style></head>"),
    ("inline", ZH, "<p>", '<p style="color:red">'),
    ("inline", ZH, "<p>", '<p onclick="x()">'),
    ("inline", ZH, "</main>", '<iframe src="/a/b/zh/"></iframe></main>'),
    ("image", ZH, ' alt="示例站"', ""),
    ("image", ZH, ' width="4"', ""),
    ("id", ZH, 'id="top"', 'id="main"'),
    ("id", ZH, 'aria-describedby="top"', 'aria-describedby="none"'),
    ("heading", ZH, "h2", "h3"),
    ("heading", ZH, "示例站 2", ""),
    ("name", ZH, "↑", ""),
    ("switcher", ZH, ' aria-current="true"', ""),
    ("switcher", ZH, ' hreflang="en" lang="en"', ""),
    ("switcher", STORY, 'href="/a/b/en/garden/" hreflang', 'href="/a/b/en/" hreflang'),
    ("nesting", ZH, "<em>昌莱园</em>", "<em><b>昌莱园</em></b>"),
    ("nesting", ZH, "</article>", ""),
    ("nesting", ZH, "<p>", "<p><p>"),
    ("nesting", ZH, "<!doctype html>", ""),
    ("raw", ZH, "昌莱园", "**昌莱园**"),
    ("raw", ZH, "昌莱园", "%(name)s"),
    ("raw", ZH, "昌莱园", "{{ name }}"),
    ("raw", ZH, "昌莱园", "[昌莱园](x)"),
    ("raw", ZH, 'alt="示例站"', 'alt="**示例站**"'),
    ("raw", ZH, "昌莱园", "&amp;amp;"),
    ("foreign", EN, '<span lang="zh-Hans">昌莱园</span>', "<b>昌莱园</b>"),
    ("foreign", ZH, "昌莱园", "랴오청"),
    ("foreign", ZH, "悉尼西郊", "悉尼西郊，랴오청시와 광명시의 이야기，"),
    ("foreign", ZH, "昌莱园", "しものせき"),
    ("foreign", EN, '<span lang="zh-Hans">昌莱园</span>', '<span lang="ko">しもの</span>'),
    ("soft-break", ZH, "悉尼西郊", "悉尼\n西郊"),
    ("soft-break", ZH, "</em>。", "</em>\n公园。"),
    ("sitemap", "sitemap.xml", "<urlset", "<urlse"),
    ("sitemap", "sitemap.xml", f"<loc>{sample.BASE}zh/garden/", f"<loc>{sample.BASE}zh/none/"),
    ("sitemap", "sitemap.xml", f"<loc>{sample.BASE}zh/garden/", f"<loc>{sample.BASE}zh/"),
    ("sitemap", "sitemap.xml", f"<loc>{sample.BASE}zh/garden/", f"<loc>{sample.BASE}zh/old/"),
    ("sitemap", "sitemap.xml", f'hreflang="en" href="{sample.BASE}en/garden/"', f'hreflang="en" href="{sample.BASE}en/"'),
    ("sitemap", STORY, "</head>", '<meta name="robots" content="noindex"></head>'),
    ("feed", "zh/feed.xml", "</entry>", ""),
    ("feed", "zh/feed.xml", "tag:example.org,2022:zh<", f"{sample.BASE}<"),
    ("feed", "zh/feed.xml", "2022:zh/garden", "2022:zh"),
    ("feed", "en/feed.xml", "2022:en<", "2022:zh<"),
    ("feed", "zh/feed.xml", "T00:00:00+08:00", ""),
    ("feed", "zh/feed.xml", "2022-08-26T", "2022-02-30T"),
    ("feed", "zh/feed.xml", "zh/garden/", "zh/none/"),
    ("feed", "zh/feed.xml", "zh/garden/", "en/garden/"),
    ("feed", "zh/feed.xml", "zh/feed.xml", "feed.xml"),
    ("feed", "zh/feed.xml", "<author><name>示例站</name></author>", ""),
]


def found(folder: Path, files: dict[str, str]) -> list[str]:
    sample.write(folder, files)
    return [fault.check for fault in audit(folder, sample.BASE)]


def test_the_good_site_has_no_fault(tmp_path: Path) -> None:
    assert found(tmp_path, sample.good()) == []


def test_a_name_in_its_own_script_is_no_fault(tmp_path: Path) -> None:
    files = sample.good()
    files[ZH] = files[ZH].replace("悉尼西郊", "랴오청即聊城，悉尼西郊")
    assert found(tmp_path, files) == []


def test_a_sample_site_that_hides_itself_everywhere_has_no_fault(tmp_path: Path) -> None:
    hidden = {
        path: text if "noindex" in text else text.replace("</head>", '<meta name="robots" content="noindex">\n</head>')
        for path, text in sample.good().items()
    }
    assert found(tmp_path, hidden) == []
    hidden["sitemap.xml"] = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>'
    assert found(tmp_path, hidden) == []


@pytest.mark.parametrize(("check", "path", "written", "instead"), FAULTS, ids=[f"{fault[0]}-{n}" for n, fault in enumerate(FAULTS)])
def test_each_fault_is_found(tmp_path: Path, check: str, path: str, written: str, instead: str) -> None:
    files = sample.good()
    assert written in files[path]
    files[path] = files[path].replace(written, instead)
    assert check in found(tmp_path, files)


@pytest.mark.parametrize(
    ("check", "path"), [("link", STORY), ("asset", "assets/site.css"), ("sitemap", "sitemap.xml"), ("robots", "robots.txt")]
)
def test_a_file_that_is_missing_is_found(tmp_path: Path, check: str, path: str) -> None:
    files = sample.good()
    del files[path]
    assert check in found(tmp_path, files)


def test_a_page_that_no_link_leads_to_is_found(tmp_path: Path) -> None:
    files = sample.good()
    files["zh/index.html"] = files["zh/index.html"].replace("garden/#top", "")
    files["en/index.html"] = files["en/index.html"].replace("garden/#top", "")
    assert found(tmp_path, files) == ["unreachable", "unreachable"]


def test_an_empty_folder_is_not_a_good_site(tmp_path: Path) -> None:
    assert found(tmp_path, {}) == ["empty"]


@pytest.mark.parametrize("name", ["real_site", "deep_site"])
def test_the_real_site_has_no_fault(name: str, request: pytest.FixtureRequest) -> None:
    site: Built = request.getfixturevalue(name)
    assert "\n".join(map(str, audit(site.folder, site.base_url))) == ""


def test_the_real_site_is_there_in_every_language(real_site: Built) -> None:
    site = Site(real_site.folder, real_site.base_url)
    pages = Counter(page.lang for page in site.pages.values() if page.real)
    assert set(site.languages) == {"zh-Hans", "en", "ko", "ja"}
    assert all(pages[tag] >= 30 for tag in site.languages), pages
