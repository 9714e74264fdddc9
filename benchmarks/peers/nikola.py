"""Nikola with Jinja."""

from __future__ import annotations

from pathlib import Path

from benchmarks.corpus import BASE, Story, stories
from benchmarks.peers.peer import PAGING, Peer, picture_link, pictures, story_link, write
from benchmarks.skeleton import extending, filled, jinja, static
from benchmarks.words import NAMES, UI

CODES = {"zh": "zh_cn", "en": "en", "ko": "ko", "ja": "ja"}
OFF = [
    "render_archive",
    "classify_archive",
    "render_galleries",
    "render_listings",
    "classify_authors",
    "classify_page_index",
    "render_pages_index",
    "robots",
    "classify_categories",
    "classify_indexes_section",
    "post_list",
]
CONFIG = f"""\
BLOG_AUTHOR = "Office"
BLOG_TITLE = BLOG_DESCRIPTION = "Letters"
BLOG_EMAIL = "office@letters.example"
SITE_URL = "{BASE}/"
DEFAULT_LANG = "zh_cn"
TRANSLATIONS = {{"zh_cn": "", "en": "./en", "ko": "./ko", "ja": "./ja"}}
NAVIGATION_LINKS = NAVIGATION_ALT_LINKS = {{DEFAULT_LANG: ()}}
THEME = "race"
POSTS = (("posts/*.md", "stories", "post.tmpl"),)
PAGES = ()
TIMEZONE = "UTC"
COMPILERS = {{"markdown": (".md",)}}
MARKDOWN_EXTENSIONS = ["markdown.extensions.tables"]
INDEX_DISPLAY_POST_COUNT = FEED_LENGTH = {PAGING}
TAG_PAGES_ARE_INDEXES = PRETTY_URLS = STRIP_INDEXES = GENERATE_RSS = True
WRITE_TAG_CLOUD = SHOW_SOURCELINK = COPY_SOURCES = GZIP_FILES = GENERATE_ATOM = False
COMMENT_SYSTEM = ""
DISABLED_PLUGINS = {OFF!r}
GLOBAL_CONTEXT = {{"UI": { ({CODES[lang]: UI[lang] for lang in UI})!r}, "NAMES": { ({CODES[lang]: NAMES[lang] for lang in NAMES})!r}}}
"""
SYNTAX = jinja(
    "(translations | sort if post else [])",
    "post.tags",
    "posts",
    {
        "content": "{{ post.text() }}",
        "alternate.url": "{{ post.permalink(a, absolute=True) }}",
        "alternate.path": "{{ post.permalink(a) }}",
        "alternate.name": "{{ NAMES[a] }}",
        "tag.path": "{{ _link('tag', t) }}",
        "tag.name": "{{ t }}",
        "card.path": "{{ c.permalink() }}",
        "card.title": "{{ c.title() | e }}",
        "card.date": "{{ c.date.strftime('%Y-%m-%d') }}",
        "card.summary": "{{ c.description() | e }}",
        "pages": '{% if prevlink %}<a rel="prev" href="{{ prevlink }}">{{ u.prev }}</a>{% endif %}'
        '{% if nextlink %}<a rel="next" href="{{ nextlink }}">{{ u.next }}</a>{% endif %}',
    },
)
BOTH = "{{ set_locale(lang) }}{% set u = UI[lang] %}"
STORY = BOTH + (
    "{% set title = post.title() %}{% set summary = post.description() %}{% set date = post.date.strftime('%Y-%m-%d') %}"
    "{% set canonical = post.permalink(absolute=True) %}"
)
LIST = BOTH + "{% set summary = u.tagline %}{% set canonical = '" + BASE + "' ~ permalink %}"


def lay(folder: Path, count: int) -> None:
    for story in stories(count, story_link, picture_link):
        write(folder / source(story.lang, story.plan.slug), metadata(story) + story.body)
    write(folder / "conf.py", CONFIG)
    theme = folder / "themes/race"
    write(theme / "race.theme", "[Theme]\nengine = jinja\nparent = base-jinja\nauthor = race\nlicense = MIT\n")
    write(theme / "templates/race_base.tmpl", filled("base", SYNTAX))
    write(theme / "templates/post.tmpl", extending("race_base.tmpl", "story", SYNTAX, STORY))
    for name in ("index", "tagindex"):
        write(theme / f"templates/{name}.tmpl", extending("race_base.tmpl", "list", SYNTAX, LIST))
    static(folder / "files/static")
    pictures(folder / "files/images", count)


def metadata(story: Story) -> str:
    plan = story.plan
    fields = {
        "title": story.title,
        "slug": plan.slug,
        "date": f"{plan.day} 00:00:00 UTC",
        "tags": ", ".join(plan.topics),
        "description": story.summary,
        "series": plan.series,
        "city": plan.city,
    }
    return "<!--\n" + "".join(f".. {name}: {value}\n" for name, value in fields.items()) + "-->\n\n"


def source(lang: str, slug: str) -> str:
    return f"posts/{slug}{'' if lang == 'zh' else '.' + lang}.md"


def page(lang: str, slug: str) -> str:
    return f"{'' if lang == 'zh' else lang + '/'}stories/{slug}/index.html"


def command(tools: Path) -> list[str]:
    return [str(tools / "v-nikola/bin/nikola"), "build", "-v", "0"]


NIKOLA = Peer(
    name="nikola",
    title="Nikola",
    lay=lay,
    command=command,
    output="output",
    page=page,
    source=source,
    base="themes/race/templates/race_base.tmpl",
    caches=("cache", ".doit.db", ".doit.db.bak", ".doit.db.dat", ".doit.db.dir"),
    python=("nikola==8.3.3", "jinja2"),
    remarks="a feed of every tag in every language",
)
