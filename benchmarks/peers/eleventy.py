"""Eleventy with Nunjucks."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.corpus import BASE, stories
from benchmarks.peers.peer import PAGING, Peer, front_matter, picture_link, pictures, quoted, story_link, story_page, write
from benchmarks.skeleton import extending, filled, jinja, static
from benchmarks.words import LANGS, NAMES, UI

SYNTAX = jinja(
    "(page.url | editions)",
    "tags",
    "(group.items if group else items)",
    {
        "content": "{{ content | safe }}",
        "canonical": BASE + "{{ page.url }}",
        "date": "{{ date | day }}",
        "description": "{{ (summary or u.tagline) | e }}",
        "alternate.tag": "{{ a.lang }}",
        "alternate.url": BASE + "{{ a.url }}",
        "alternate.path": "{{ a.url }}",
        "alternate.name": "{{ a.name }}",
        "tag.path": "/{{ lang }}/tags/{{ t }}/",
        "tag.name": "{{ t }}",
        "card.path": "{{ c.url }}",
        "card.title": "{{ c.data.title | e }}",
        "card.date": "{{ c.date | day }}",
        "card.summary": "{{ c.data.summary | e }}",
        "pages": '{% if pagination.href.previous %}<a rel="prev" href="{{ pagination.href.previous }}">{{ u.prev }}</a>{% endif %}'
        '{% if pagination.href.next %}<a rel="next" href="{{ pagination.href.next }}">{{ u.next }}</a>{% endif %}',
    },
)
WORDS = "{% set u = ui[lang] %}"
CONFIG = (Path(__file__).parent / "eleventy.config.js").read_text("utf-8")
PERMALINK = "{% if pagination.pageNumber %}page/{{ pagination.pageNumber + 1 }}/{% endif %}"
LIST = """\
---
layout: list.njk
title: {title}
permalink: "/{lang}/{permalink}"
pagination: {{data: collections.stories_{lang}, size: {size}, alias: items}}
---
"""
TAGS = """\
---
layout: list.njk
permalink: "/{lang}/tags/{{{{ group.tag }}}}/{{% if group.page %}}page/{{{{ group.page + 1 }}}}/{{% endif %}}"
pagination: {{data: collections.tags_{lang}, size: 1, alias: group}}
eleventyComputed: {{title: "{{{{ group.tag }}}}"}}
---
"""
FEED = """\
---
permalink: /{lang}/feed.xml
---
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>{title}</title><id>{base}/{lang}/</id>
{{% for c in collections.stories_{lang} | newest %}}<entry><title>{{{{ c.data.title }}}}</title><id>{base}{{{{ c.url }}}}</id>
<updated>{{{{ c.date | day }}}}T00:00:00Z</updated><content type="html">{{{{ c.templateContent }}}}</content></entry>
{{% endfor %}}</feed>
"""
SITEMAP = """\
---
permalink: /sitemap.xml
eleventyExcludeFromCollections: true
---
<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{% for c in collections.all %}<url><loc>BASE{{ c.url }}</loc></url>
{% endfor %}</urlset>
""".replace("BASE", BASE)


def lay(folder: Path, count: int) -> None:
    content = folder / "content"
    for story in stories(count, story_link, picture_link):
        write(folder / source(story.lang, story.plan.slug), front_matter(story) + story.body)
    for lang in LANGS:
        title = UI[lang]["stories"]
        write(content / lang / f"{lang}.json", json.dumps({"lang": lang}))
        write(content / lang / "stories/stories.json", json.dumps({"layout": "story.njk"}))
        write(content / lang / "index.njk", LIST.format(title=quoted(title), lang=lang, permalink=PERMALINK, size=PAGING))
        write(content / lang / "tags.njk", TAGS.format(lang=lang))
        write(content / lang / "feed.njk", FEED.format(lang=lang, title=title, base=BASE))
    write(content / "sitemap.njk", SITEMAP)
    write(content / "_data/ui.json", json.dumps(UI, ensure_ascii=False))
    write(content / "_includes/base.njk", filled("base", SYNTAX))
    for name in ("story", "list"):
        write(content / f"_includes/{name}.njk", extending("base.njk", name, SYNTAX, WORDS))
    names = f"const NAMES = {json.dumps(NAMES, ensure_ascii=False)};\nconst PAGING = {PAGING};\n"
    write(folder / "eleventy.config.js", names + CONFIG)
    write(folder / "package.json", json.dumps({"private": True, "type": "module"}))
    static(folder / "static")
    pictures(folder / "images", count)


def source(lang: str, slug: str) -> str:
    return f"content/{lang}/stories/{slug}.md"


def command(tools: Path) -> list[str]:
    return [str(tools / "node"), "node_modules/@11ty/eleventy/cmd.cjs", "--quiet"]


ELEVENTY = Peer(
    name="eleventy",
    title="Eleventy",
    lay=lay,
    command=command,
    output="_site",
    page=story_page,
    source=source,
    base="content/_includes/base.njk",
    node=("@11ty/eleventy@3.1.8",),
    remarks="renders everything again outside its watcher",
)
