"""Our own generator, from this checkout, with its own theme and everything that it does by default."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.corpus import BASE, CITIES, SERIES, TOPICS, Story, plans, png, stories
from benchmarks.peers.peer import Peer, quoted, story_page, write
from benchmarks.words import LANGS, NAMES, TAGS, UI, WORDS

ROOT = Path(__file__).resolve().parents[2]
LOCALES = {"zh": "zh_Hans_CN", "en": "en_GB", "ko": "ko_KR", "ja": "ja_JP"}
PO = """\
msgid ""
msgstr ""
"Language: {locale}\\n"
"Plural-Forms: {plural}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""
BASE_TEMPLATE = "templates/base.html"
BEFORE = '  <meta name="viewport"'


def lay(folder: Path, count: int) -> None:
    for story in stories(count, lambda _, target: f"../{target}/", lambda name: f"{name}.png"):
        write(folder / source(story.lang, story.plan.slug), front_matter(story) + story.body)
    for plan in plans(count):
        (folder / f"content/stories/{plan.slug}/{plan.slug}.png").write_bytes(png(plan.slug))
    write(folder / "site.yaml", settings())
    write(folder / "content/terms.yaml", terms())
    for number, city in enumerate(CITIES):
        write(folder / f"content/cities/{city}/profile.yaml", profile(number))
    for lang in LANGS[1:]:
        write(folder / f"translations/{LOCALES[lang]}/LC_MESSAGES/messages.po", catalog(lang))
    # One template of its own, as of a site that has touched the theme, so that there is a base to edit.
    base = (ROOT / BASE_TEMPLATE).read_text("utf-8")
    write(folder / BASE_TEMPLATE, base.replace(BEFORE, f'  <meta name="edition" content="mark-0">\n{BEFORE}', 1))


def front_matter(story: Story) -> str:
    plan = story.plan
    lines = [f"title: {quoted(story.title)}", f"summary: {quoted(story.summary)}"]
    if story.lang == LANGS[0]:
        lines += [f"date: {plan.day}", f"series: {plan.series}", f"topics: [{', '.join(plan.topics)}]", f"cities: [{plan.city}]"]
    return "\n".join(["---", *lines, "---", "", ""])


def settings() -> str:
    rows = [f"  {lang}: {{tag: {TAGS[lang]}, locale: {LOCALES[lang]}, name: {NAMES[lang]}, og: {og(lang)}}}\n" for lang in LANGS]
    return f"title: {said('site')}\ntagline: {said('tagline')}\nbase_url: {BASE}/\nsource: zh\nlanguages:\n{''.join(rows)}"


def og(lang: str) -> str:
    return "zh_CN" if lang == "zh" else LOCALES[lang]


def said(key: str) -> str:
    return f"{{{', '.join(f'{lang}: {quoted(UI[lang][key])}' for lang in LANGS)}}}"


def terms() -> str:
    """Series carry their words in all languages; topics are Chinese, and the catalogs have the rest."""
    lines = ["series:"]
    for number, name in enumerate(SERIES):
        titles = ", ".join(f"{lang}: {quoted(WORDS[lang].series[number])}" for lang in LANGS)
        lines.append(f"  {name}: {{title: {{{titles}}}}}")
    lines += ["topics:", *(f"  {name}: {{title: {WORDS['zh'].topics[number]}}}" for number, name in enumerate(TOPICS))]
    return "\n".join(lines) + "\n"


def profile(number: int) -> str:
    names = ", ".join(f"{lang}: {quoted(WORDS[lang].cities[number])}" for lang in LANGS)
    return f"name: {{{names}}}\ntie: sister_city\ncountry: {WORDS['zh'].country}\nsummary: {partner('zh', number)}\n"


def partner(lang: str, number: int) -> str:
    return WORDS[lang].partner.format(city=WORDS[lang].cities[number])


def catalog(lang: str) -> str:
    """The strings of terms and profiles, translated."""
    source, target = WORDS["zh"], WORDS[lang]
    messages = [("topic.title", *pair) for pair in zip(source.topics, target.topics, strict=True)]
    messages += [("city.summary", partner("zh", number), partner(lang, number)) for number in range(len(CITIES))]
    messages.append(("city.country", source.country, target.country))
    plural = "nplurals=2; plural=(n != 1);" if lang == "en" else "nplurals=1; plural=0;"
    entries = [f'\nmsgctxt "{context}"\nmsgid {quoted(before)}\nmsgstr {quoted(after)}\n' for context, before, after in messages]
    return PO.format(locale=LOCALES[lang], plural=plural) + "".join(entries)


def source(lang: str, name: str) -> str:
    return f"content/stories/{name}/index.{lang}.md"


def command(tools: Path) -> list[str]:
    del tools
    return [sys.executable, str(ROOT / "build.py"), "build"]


CHANGLAI = Peer(
    name="changlai",
    title="Changlai",
    lay=lay,
    command=command,
    output="site",
    page=story_page,
    source=source,
    base=BASE_TEMPLATE,
    caches=(".changlai",),
    remarks="checks links, pictures and translations; cleans pictures; pages of cities, series and topics; structured data",
)
