"""Small libraries made by hand."""

from __future__ import annotations

from typing import Any

from changlai.model import Catalog, Edition, Entry, Key, Language, Library, Place, Profile, Settings, Term, Text

LANGUAGES = {
    "zh": Language("zh", "zh-Hans", "zh_Hans_CN", "简体中文", "zh_CN", "zh"),
    "en": Language("en", "en", "en_GB", "English", "en_GB", "latin"),
    "ko": Language("ko", "ko", "ko_KR", "한국어", "ko_KR", "ko"),
}


def source(words: str, context: str, path: str = "site.yaml", line: int = 1) -> Text:
    return Text(Place(path, line), {"zh": words}, context)


def fixed(**words: str) -> Text:
    return Text(Place("site.yaml"), words)


def topic(name: str, title: str, line: int = 1) -> Term:
    return Term("topics", name, Place("content/terms.yaml"), source(title, "topic.title", "content/terms.yaml", line))


def filled(data: bytes, **words: str) -> bytes:
    """A catalog with translations for msgids."""
    text = data.decode()
    for original, word in words.items():
        text = text.replace(f'msgid "{original}"\nmsgstr ""', f'msgid "{original}"\nmsgstr "{word}"')
    return text.encode()


def catalog(lang: str, texts: dict[tuple[str, str], tuple[str, ...]], plural: str = "nplurals=1; plural=0;") -> Catalog:
    return Catalog(lang, LANGUAGES[lang].locale, texts, plural, repr(texts))


def story(slug: str, *langs: str, drafts: tuple[str, ...] = (), **fields: Any) -> Entry:
    editions = {lang: Edition(lang, Place(f"content/stories/{slug}/index.{lang}.md"), slug, draft=lang in drafts) for lang in langs}
    return Entry(Key("stories", slug), Place(f"content/stories/{slug}"), editions, **fields)


def city(slug: str, name: Text, summary: Text | None = None, **fields: Any) -> Entry:
    place = Place(f"content/cities/{slug}/profile.yaml")
    return Entry(Key("cities", slug), place, {}, profile=Profile(name, summary=summary), **fields)


def library(
    *entries: Entry,
    title: Text | None = None,
    messages: dict[str, Catalog] | None = None,
    theme: dict[str, Catalog] | None = None,
    terms: dict[str, dict[str, Term]] | None = None,
    languages: dict[str, Language] | None = None,
    templates: dict[str, str] | None = None,
) -> Library:
    settings = Settings(title or fixed(zh="聊城"), "https://example.org/", "zh", languages or LANGUAGES)
    held = {entry.key: entry for entry in entries}
    return Library(settings, held, terms or {}, messages or {}, theme or {}, {}, {}, templates or {}, {})
