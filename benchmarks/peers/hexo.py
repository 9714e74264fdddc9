"""Hexo with markdown-it and Nunjucks."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.corpus import BASE, stories
from benchmarks.peers.peer import PAGING, Peer, front_matter, picture_link, pictures, quoted, story_link, story_page, write
from benchmarks.skeleton import filled, jinja, static
from benchmarks.words import NAMES, UI

PACKAGES = (
    "hexo@8.1.2",
    "hexo-renderer-markdown-it@7.1.1",
    "hexo-renderer-nunjucks@2.0.0",
    "hexo-generator-feed@3.0.0",
    "hexo-generator-sitemap@3.0.1",
    "hexo-generator-index@4.0.0",
    "hexo-generator-tag@2.0.0",
)
CONFIG = f"""\
title: Letters
url: {BASE}
root: /
theme: race
language: [zh, en, ko, ja]
i18n_dir: :lang
permalink: :lang/stories/:file/
permalink_defaults: {{lang: zh}}
tag_dir: tags
pagination_dir: page
per_page: {PAGING}
index_generator: {{path: '', per_page: {PAGING}, order_by: -date}}
tag_generator: {{per_page: {PAGING}}}
feed: {{type: atom, path: atom.xml, limit: {PAGING}, content: true}}
sitemap: {{path: sitemap.xml, rel: false, tags: true, categories: false}}
markdown:
  {{preset: commonmark, render: {{html: true, linkify: false, typographer: false}}, enable_rules: [table], anchors: false, plugins: []}}
syntax_highlighter: ''
highlight: {{enable: false}}
prismjs: {{enable: false}}
meta_generator: false
"""
HELPER = """\
hexo.extend.helper.register("editions", (page) =>
  page.file ? Object.entries(NAMES).map(([lang, name]) => ({ lang, name, path: `/${lang}/stories/${page.file}/` })) : [],
);
"""
SYNTAX = jinja(
    "editions(page)",
    "page.tags.toArray()",
    "page.posts.toArray()",
    {
        "lang": "{{ page.lang or 'zh' }}",
        "title": "{{ (page.title or page.tag or __('stories')) | e }}",
        "description": "{{ (page.summary or __('tagline')) | e }}",
        "canonical": BASE + "/{{ path | replace('index.html', '') }}",
        "date": "{{ date(page.date, 'YYYY-MM-DD') }}",
        "content": "{{ page.content | safe }}",
        "main": "{{ body | safe }}",
        "alternate.tag": "{{ a.lang }}",
        "alternate.url": BASE + "{{ a.path }}",
        "alternate.path": "{{ a.path }}",
        "alternate.name": "{{ a.name }}",
        "tag.path": "/{{ t.path }}",
        "tag.name": "{{ t.name }}",
        "card.path": "/{{ c.path }}",
        "card.title": "{{ c.title | e }}",
        "card.date": "{{ date(c.date, 'YYYY-MM-DD') }}",
        "card.summary": "{{ c.summary | e }}",
        "pages": '{% if page.prev %}<a rel="prev" href="/{{ page.prev_link }}">{{ __("prev") }}</a>{% endif %}'
        '{% if page.next %}<a rel="next" href="/{{ page.next_link }}">{{ __("next") }}</a>{% endif %}',
    },
    word="{{ __('%s') }}",
)


def lay(folder: Path, count: int) -> None:
    for story in stories(count, story_link, picture_link):
        more = (f"lang: {story.lang}", f"file: {story.plan.slug}")
        write(folder / source(story.lang, story.plan.slug), front_matter(story, *more) + story.body)
    write(folder / "_config.yml", CONFIG)
    needed = {package.rpartition("@")[0]: "*" for package in PACKAGES}
    write(folder / "package.json", json.dumps({"private": True, "hexo": {"version": "8"}, "dependencies": needed}))
    theme = folder / "themes/race"
    write(theme / "layout/layout.njk", filled("base", SYNTAX))
    for layout, name in (("post", "story"), ("index", "list"), ("tag", "list")):
        write(theme / f"layout/{layout}.njk", filled(name, SYNTAX))
    for lang, strings in UI.items():
        write(theme / f"languages/{lang}.yml", "".join(f"{key}: {quoted(text)}\n" for key, text in strings.items()))
    write(theme / "_config.yml", "")
    write(folder / "scripts/editions.js", f"const NAMES = {json.dumps(NAMES, ensure_ascii=False)};\n{HELPER}")
    static(theme / "source/static")
    pictures(folder / "source/images", count)


def source(lang: str, slug: str) -> str:
    return f"source/_posts/{lang}/{slug}.md"


def command(tools: Path) -> list[str]:
    return [str(tools / "node"), "node_modules/hexo/bin/hexo", "generate", "--silent"]


HEXO = Peer(
    name="hexo",
    title="Hexo",
    lay=lay,
    command=command,
    output="public",
    page=story_page,
    source=source,
    base="themes/race/layout/layout.njk",
    caches=("db.json",),
    node=PACKAGES,
    remarks="one list, one feed and one page of a tag for all languages together",
)
