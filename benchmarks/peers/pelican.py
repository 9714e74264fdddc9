"""Pelican."""

from __future__ import annotations

from pathlib import Path

from benchmarks.corpus import BASE, Story, stories
from benchmarks.peers.peer import PAGING, Peer, picture_link, pictures, story_link, story_page, write
from benchmarks.skeleton import extending, filled, jinja, static
from benchmarks.words import NAMES, UI

CONFIG = f"""\
import os

SITENAME = "Letters"
SITEURL = "{BASE}"
PATH = "content"
ARTICLE_PATHS = ["zh", "en", "ko", "ja"]
STATIC_PATHS = ["images"]
THEME = "theme"
THEME_STATIC_DIR = "static"
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh"
SLUGIFY_SOURCE = "basename"
ARTICLE_URL = ARTICLE_LANG_URL = "{{lang}}/stories/{{slug}}/"
ARTICLE_SAVE_AS = ARTICLE_LANG_SAVE_AS = "{{lang}}/stories/{{slug}}/index.html"
TAG_URL = "tags/{{slug}}/"
TAG_SAVE_AS = "tags/{{slug}}/index.html"
CATEGORY_SAVE_AS = CATEGORIES_SAVE_AS = AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = ARCHIVES_SAVE_AS = TAGS_SAVE_AS = ""
DEFAULT_PAGINATION = {PAGING}
FEED_MAX_ITEMS = {PAGING}
FEED_ALL_ATOM = "feeds/all.atom.xml"
TRANSLATION_FEED_ATOM = "feeds/all-{{lang}}.atom.xml"
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
MARKDOWN = {{"extension_configs": {{"markdown.extensions.meta": {{}}, "markdown.extensions.tables": {{}}}}, "output_format": "html5"}}
TYPOGRIFY = False
CACHE_CONTENT = LOAD_CONTENT_CACHE = bool(os.environ.get("RACE_CACHE"))
CONTENT_CACHING_LAYER = "reader"
CHECK_MODIFIED_METHOD = "mtime"
CACHE_PATH = "cache"
UI = {UI!r}
NAMES = {NAMES!r}
"""
SYNTAX = jinja(
    "(article.translations + [article] if article else [])",
    "article.tags",
    "articles_page.object_list",
    {
        "content": "{{ article.content }}",
        "alternate.tag": "{{ a.lang }}",
        "alternate.url": "{{ SITEURL }}/{{ a.url }}",
        "alternate.path": "/{{ a.url }}",
        "alternate.name": "{{ NAMES[a.lang] }}",
        "tag.path": "/{{ t.url }}",
        "tag.name": "{{ t }}",
        "card.path": "/{{ c.url }}",
        "card.title": "{{ c.title | e }}",
        "card.date": "{{ c.date.strftime('%Y-%m-%d') }}",
        "card.summary": "{{ c.metadata.summary | striptags | e }}",
        "pages": '{% if articles_page.has_previous() %}<a rel="prev" href="/{{ articles_previous_page.url }}">{{ u.prev }}</a>{% endif %}'
        '{% if articles_page.has_next() %}<a rel="next" href="/{{ articles_next_page.url }}">{{ u.next }}</a>{% endif %}',
    },
)
STORY = (
    "{% set lang = article.lang %}{% set u = UI[lang] %}{% set title = article.title %}{% set date = article.date.strftime('%Y-%m-%d') %}"
    "{% set summary = article.metadata.summary | striptags %}{% set canonical = SITEURL ~ '/' ~ article.url %}"
)
LIST = (
    "{% set lang = 'zh' %}{% set u = UI.zh %}{% set title = tag or u.stories %}{% set summary = u.tagline %}"
    "{% set canonical = SITEURL ~ '/' ~ articles_page.url %}"
)
UNUSED = ["page", "category", "author", "archives", "categories", "authors", "tags", "period_archives"]


def lay(folder: Path, count: int) -> None:
    for story in stories(count, story_link, picture_link):
        write(folder / source(story.lang, story.plan.slug), metadata(story) + story.body)
    write(folder / "pelicanconf.py", CONFIG)
    templates = folder / "theme/templates"
    write(templates / "base.html", filled("base", SYNTAX))
    write(templates / "article.html", extending("base.html", "story", SYNTAX, STORY))
    for name in ("index", "tag"):
        write(templates / f"{name}.html", extending("base.html", "list", SYNTAX, LIST))
    for name in UNUSED:
        write(templates / f"{name}.html", "")
    static(folder / "theme/static")
    pictures(folder / "content/images", count)


def metadata(story: Story) -> str:
    plan = story.plan
    fields = {
        "Title": story.title,
        "Date": plan.day,
        "Summary": story.summary,
        "Tags": ", ".join(plan.topics),
        "Category": plan.series,
        "City": plan.city,
        "Lang": story.lang,
        "Slug": plan.slug,
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items()) + "\n"


def source(lang: str, slug: str) -> str:
    return f"content/{lang}/{slug}.md"


def command(tools: Path) -> list[str]:
    return [str(tools / "v-pelican/bin/pelican"), "-q", "content", "-s", "pelicanconf.py", "-o", "output"]


PELICAN = Peer(
    name="pelican",
    title="Pelican",
    lay=lay,
    command=command,
    output="output",
    page=story_page,
    source=source,
    base="theme/templates/base.html",
    caches=("cache",),
    python=("pelican==4.12.0", "markdown"),
    remarks="lists and tags hold the Chinese editions only; no sitemap",
)
