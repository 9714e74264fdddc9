"""The project that is edited: small, with something of everything that one page can know of another."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

LANGUAGES = {
    "zh": "{tag: zh-Hans, locale: zh_Hans_CN, name: 简体中文, og: zh_CN}",
    "en": "{tag: en, locale: en_GB, name: English, og: en_GB}",
    "ko": "{tag: ko, locale: ko_KR, name: 한국어, og: ko_KR}",
}
SITE = {
    "title": "{zh: 示例, en: Sample, ko: 예시}",
    "tagline": "一句话",
    "base_url": "https://example.org/base/",
    "source": "zh",
    "languages": "{" + ", ".join(f"{code}: {row}" for code, row in LANGUAGES.items()) + "}",
    "kinds": "{stories: {page_size: 3}, notes: {like: stories, ref: note, title: {zh: 短讯, en: Notes}, fallback: stub, page_size: 2}, "
    "pages: {fallback: mirror}, figures: {fallback: stub}}",
    "menu": "[stories, series, topics, {to: pages/about, title: {zh: 关于本站, en: About us}}]",
    "featured": "s1",
    "footer": "{note: {zh: 脚注, en: Foot}}",
    "redirects": "{/zh/old/: /zh/stories/s1/}",
    "as_of": "2022-08",
}
TERMS = """\
series:
  eyes: {title: {zh: 外眼, en: Eyes}, counter: event, mark: bridge}
  paper: {title: 简报, summary: 一份报纸。}
topics:
  gardens: {title: 园林}
  rivers: {title: 河流, summary: 水边的事。}
"""
CATALOG = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
WORDS = {
    "en": {"一句话": "A line", "园林": "Gardens", "河流": "Rivers", "简报": "Paper"},
    "ko": {"一句话": "한 줄", "园林": "정원"},
}
NAMES = {
    "stories": {"zh": "故事", "en": "Story", "ko": "이야기"},
    "notes": {"zh": "短讯", "en": "Note", "ko": "소식"},
    "pages": {"zh": "页", "en": "Page", "ko": "쪽"},
}
OVERRIDE = '{% extends "base.html" %}\n{% block main %}<h1>{{ story.title }}</h1>{{ body() }}{% include "own-note.html" %}{% endblock %}\n'
HOME = '{% extends "base.html" %}\n{% block main %}{% for city in cities %}{{ city }}{% endfor %}{% endblock %}\n'


def make(root: Path) -> None:
    write(root / "site.yaml", settings(SITE))
    write(root / "content/terms.yaml", TERMS)
    for lang, locale in (("en", "en_GB"), ("ko", "ko_KR")):
        write(root / f"translations/{locale}/LC_MESSAGES/messages.po", catalog(WORDS[lang]))
    for number, (name, country) in enumerate({"paks": "匈牙利", "vavau": "汤加"}.items()):
        picture = f"image: {name}.svg\nimage_alt: {{zh: 河, en: A river}}\n" if number == 0 else ""
        profile(root, "cities", name, f"tie: exchange\ncountry: {{zh: {country}}}\nsummary: 简介{name}\n{picture}")
    write(root / "content/cities/paks/paks.svg", svg(20, 10, "red"))
    write(root / "content/cities/paks/index.en.md", "---\nreviewer: Two\n---\nA town, see [there](story:s0).\n")
    profile(root, "figures", "eunice", "born: 1917\ncities: [paks]\n")
    profile(root, "places", "yuan", "address: {zh: 公园路, en: Park Road}\ncities: [vavau]\n")
    for number in range(4):
        story(root, "stories", f"s{number}", number, ("zh", "en", "ko")[: 3 - number % 3])
    for number in range(2):
        story(root, "notes", f"n{number}", number, ("zh", "en")[: 2 - number % 2])
    for slug in ("about", "sources"):
        story(root, "pages", slug, 1, ("zh", "en") if slug == "about" else ("zh",))


def settings(values: dict[str, str]) -> str:
    return "".join(f"{name}: {value}\n" for name, value in values.items())


def catalog(words: dict[str, str]) -> str:
    return CATALOG + "".join(f'\nmsgid "{source}"\nmsgstr "{text}"\n' for source, text in words.items())


def profile(root: Path, kind: str, slug: str, more: str) -> None:
    write(
        root / f"content/{kind}/{slug}/profile.yaml",
        f"name: {{zh: 名{slug}, en: {slug.title()}, ko: 이름{slug}}}\nlocal_name: {{text: {slug.upper()}, lang: hu}}\n{more}"
        f"facts:\n  - {{text: {{zh: 事{slug}}}, source: {{publisher: 报, title: 题{slug}, date: 2021-12}}}}\n",
    )


def story(root: Path, kind: str, slug: str, number: int, languages: tuple[str, ...]) -> None:
    folder = root / f"content/{kind}/{slug}"
    for lang in languages:
        write(folder / f"index.{lang}.md", edition(kind, slug, number, lang))
    if kind == "stories" and number % 2:
        write(folder / "bridge.svg", svg(30, 20, "blue"))
        write(folder / "photo.png", png(4, 3, number))


def edition(kind: str, slug: str, number: int, lang: str) -> str:
    fields = {"title": f"{NAMES[kind][lang]} {slug}", "summary": f"{NAMES[kind][lang]}。"}
    pictured = kind == "stories" and number % 2
    if pictured:
        fields["image_alt"] = "桥"
    if lang == "zh" and kind != "pages":
        fields["date"] = f"2022-08-{number + 1:02}"
        fields["topics"] = "[gardens, rivers]" if number % 2 else "[gardens]"
        fields["cities"] = "[paks, vavau]" if number % 2 else "[paks]"
        if kind == "stories":
            fields |= {"series": "eyes", "number": str(number + 1), "figures": "[eunice]"}
    if lang == "zh" and pictured:
        fields["image"] = "bridge.svg"
    picture = '\n![桥](photo.png "图注")\n' if pictured else ""
    goal = "[另一篇](story:s0#see)" if slug != "s0" else "[下文](#see)"
    head = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"---\n{head}---\n\n## 看 {number} {{#see}}\n\n见 [城](city:paks) 与 {{city:vavau|both}}，{goal}。\n{picture}\n## 结尾\n\n完。\n"


def write(path: Path, data: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)


def svg(width: int, height: int, colour: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'<path d="M0 0h{width}v{height}z" fill="{colour}"/></svg>\n'
    )


def png(width: int, height: int, shade: int) -> bytes:
    rows = b"".join(b"\0" + bytes([shade * 40 % 256] * width) for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 0)) + chunk(b"IEND", b"")


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
