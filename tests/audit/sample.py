"""A small good site made by hand, in Chinese and English, on which each fault of the audit is tried."""

from __future__ import annotations

from pathlib import Path

BASE = "https://example.org/a/b/"
LANGUAGES = {"zh": ("zh-Hans", "简体中文", "zh_CN"), "en": ("en", "English", "en_GB")}
WORDS = {
    "zh": ("示例站", "一座园，两座城。", "故事", "悉尼西郊有一座园，叫<em>昌莱园</em>。\n<b>Blacktown</b> 出了力。"),
    "en": ("Sample", "One garden, two cities.", "Story", 'A garden called <span lang="zh-Hans">昌莱园</span>.\nIt is open.'),
}

HEAD = """<!doctype html>
<html lang="{tag}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="description" content="{text}">
<link rel="canonical" href="{base}{code}/{path}">
{alternates}
<link rel="alternate" type="application/atom+xml" href="/a/b/{code}/feed.xml">
<meta property="og:title" content="{title}">
<meta property="og:url" content="{base}{code}/{path}">
<meta property="og:locale" content="{og}">
<meta property="og:locale:alternate" content="{other_og}">
<meta property="og:image" content="{base}media/bridge.webp">
<link rel="stylesheet" href="/a/b/assets/site.css">
<script src="/a/b/assets/site.js" defer></script>
<script type="application/ld+json">{{"@type": "Article", "inLanguage": "{tag}", "url": "{base}{code}/{path}"}}</script>
</head>
"""

PAGE = (
    HEAD
    + """<body>
<a href="#main">↓</a>
<nav><ul>
<li><span aria-current="true" lang="{tag}">{name}</span></li>
<li><a href="/a/b/{other}/{path}" hreflang="{other_tag}" lang="{other_tag}">{other_name}</a></li>
</ul></nav>
<main id="main">
<h1 id="top">{title}</h1>
<article>
<p>{body}</p>
<h2 aria-describedby="top">{title} 2</h2>
<img src="/a/b/media/bridge.webp" width="4" height="3" alt="{title}">
<p><a href="/a/b/{code}/garden/#top">{title}</a> <a href="/a/b/{code}/">↑</a> <a href="https://example.com/">example.com</a></p>
</article>
</main>
</body>
</html>
"""
)

CHOOSER = """<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>示例站 Sample</title>
<meta name="description" content="简体中文 English">
<link rel="canonical" href="https://example.org/a/b/">
</head>
<body><main><h1>示例站 <span lang="en">Sample</span></h1>
<a href="/a/b/zh/" hreflang="zh-Hans">简体中文</a> <a href="/a/b/en/" hreflang="en" lang="en">English</a></main></body>
</html>
"""

REDIRECT = """<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<title>示例站</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=/a/b/zh/garden/">
<link rel="canonical" href="https://example.org/a/b/zh/garden/">
</head>
<body><p><a href="/a/b/zh/garden/">昌莱园</a></p></body>
</html>
"""

BESIDE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Story · 故事</title>
<meta name="description" content="One garden, two cities.">
<meta name="robots" content="noindex">
<link rel="canonical" href="https://example.org/a/b/en/garden/">
</head>
<body>
<nav><span aria-current="true" lang="en">English</span> <a href="/a/b/zh/garden/" hreflang="zh-Hans" lang="zh-Hans">简体中文</a></nav>
<main><h1>Story</h1>
<article><div lang="zh-Hans"><p>悉尼西郊有一座园。</p></div><div lang="en"><p>A garden.</p></div></article></main>
</body>
</html>
"""

FEED = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{tag}">
<id>tag:example.org,2022:{code}</id><title>{title}</title><updated>2022-08-26T00:00:00+08:00</updated><author><name>{title}</name></author>
<link rel="self" href="{base}{code}/feed.xml"/><link href="{base}{code}/"/>
<entry><id>tag:example.org,2022:{code}/garden</id><title>{title}</title><updated>2022-08-26T00:00:00+08:00</updated>
<link href="{base}{code}/garden/"/></entry>
</feed>
"""


def _alternates(path: str, element: str) -> str:
    urls = {tag: f"{BASE}{code}/{path}" for code, (tag, _, _) in LANGUAGES.items()}
    urls["x-default"] = f"{BASE}zh/{path}" if path else BASE
    return "\n".join(element.format(tag=tag, url=url) for tag, url in urls.items())


def good() -> dict[str, str]:
    """The files of the site, by path."""
    files = {"index.html": CHOOSER, "zh/old/index.html": REDIRECT, "media/bridge.webp": "", "assets/site.js": "", "assets/paper.svg": ""}
    files["assets/site.css"] = "body { background: url(paper.svg) }"
    files["robots.txt"] = f"User-agent: *\nAllow: /\nSitemap: {BASE}sitemap.xml\n"
    entries = []
    for code, (tag, name, og) in LANGUAGES.items():
        other = "en" if code == "zh" else "zh"
        other_tag, other_name, other_og = LANGUAGES[other]
        title, text, story, body = WORDS[code]
        shared = {"base": BASE, "code": code, "tag": tag, "name": name, "og": og, "text": text, "body": body, "other": other}
        shared |= {"other_tag": other_tag, "other_name": other_name, "other_og": other_og}
        for path, heading in (("", title), ("garden/", story)):
            alternates = _alternates(path, '<link rel="alternate" hreflang="{tag}" href="{url}">')
            files[f"{code}/{path}index.html"] = PAGE.format(title=heading, path=path, alternates=alternates, **shared)
            links = _alternates(path, '<xhtml:link rel="alternate" hreflang="{tag}" href="{url}"/>')
            entries.append(f"<url><loc>{BASE}{code}/{path}</loc>\n{links}</url>")
        files[f"{code}/feed.xml"] = FEED.format(title=title, **shared)
    files["en/garden/index.html"] = files["en/garden/index.html"].replace(
        "</article>", '<a href="/a/b/en/garden/with/zh/">both</a></article>'
    )
    files["en/garden/with/zh/index.html"] = BESIDE
    spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    files["sitemap.xml"] = f"<urlset {spaces}>" + "\n".join(entries) + "</urlset>"
    return files


def write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
