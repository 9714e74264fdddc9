"""MkDocs with static-i18n."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.corpus import BASE, stories
from benchmarks.peers.peer import Peer, front_matter, picture_link, pictures, story_link, write
from benchmarks.skeleton import extending, filled, jinja, static
from benchmarks.words import LANGS, NAMES, UI

CONFIG = """\
site_name: Letters
site_url: {base}/
theme: {{name: null, custom_dir: theme, locale: zh}}
nav: [index.md]
markdown_extensions: []
validation: {{nav: {{omitted_files: ignore}}, links: {{absolute_links: ignore, unrecognized_links: ignore, not_found: ignore}}}}
plugins:
  - i18n:
      docs_structure: folder
      reconfigure_material: false
      reconfigure_search: false
      languages:
{languages}
extra: {extra}
"""
PATH = "{{ '' if a == 'zh' else a ~ '/' }}{{ path }}"
SYNTAX = jinja(
    "config.extra.names",
    "page.meta.tags or []",
    "[]",
    {
        "content": "{{ page.content }}",
        "alternate.url": f"{BASE}/{PATH}",
        "alternate.path": f"/{PATH}",
        "alternate.name": "{{ config.extra.names[a] }}",
        "tag.path": "/{{ lang }}/tags/{{ t }}/",
        "tag.name": "{{ t }}",
    },
)
STORY = (
    "{% set lang = i18n_page_locale or 'zh' %}{% set u = config.extra.ui[lang] %}{% set title = page.meta.title or page.title %}"
    "{% set summary = page.meta.summary or u.tagline %}{% set date = page.meta.date %}{% set canonical = page.canonical_url %}"
    "{% set path = page.url if lang == 'zh' else page.url.split('/', 1)[1] %}"
)


def lay(folder: Path, count: int) -> None:
    for story in stories(count, story_link, picture_link):
        write(folder / source(story.lang, story.plan.slug), front_matter(story) + story.body)
    for lang in LANGS:
        write(folder / "docs" / lang / "index.md", f"# {UI[lang]['site']}\n\n{UI[lang]['tagline']}\n")
    table = [f"        - {{locale: {lang}, name: {NAMES[lang]}, build: true, default: {str(lang == 'zh').lower()}}}" for lang in LANGS]
    extra = json.dumps({"ui": UI, "names": NAMES}, ensure_ascii=False)
    write(folder / "mkdocs.yml", CONFIG.format(base=BASE, languages="\n".join(table), extra=extra))
    write(folder / "theme/base.html", filled("base", SYNTAX))
    write(folder / "theme/main.html", extending("base.html", "story", SYNTAX, STORY))
    static(folder / "theme/static")
    pictures(folder / "theme/images", count)


def source(lang: str, slug: str) -> str:
    return f"docs/{lang}/stories/{slug}.md"


def page(lang: str, slug: str) -> str:
    return f"{'' if lang == 'zh' else lang + '/'}stories/{slug}/index.html"


def command(tools: Path) -> list[str]:
    return [str(tools / "v-mkdocs/bin/mkdocs"), "build", "-q"]


MKDOCS = Peer(
    name="mkdocs",
    title="MkDocs, static-i18n",
    lay=lay,
    command=command,
    output="site",
    page=page,
    source=source,
    base="theme/base.html",
    python=("mkdocs==1.6.1", "mkdocs-static-i18n==1.3.1"),
    lists=False,
    remarks="no lists, tags or feeds",
)
