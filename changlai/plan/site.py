"""What every step of the plan needs at hand: the library, the answer of `editions`, and how words and addresses are printed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, wraps
from typing import Any, TypeVar, TypeVarTuple

from changlai.model import Date, Document, Key, Language, Library, Media, Picture, Text, Words
from changlai.plan import urls
from changlai.plan.editions import Editions
from changlai.plan.views import Alternate, Image, LanguageLink, Said
from changlai.plan.words import WORDS, word

REFERENCE = re.compile(r"\{([a-z][a-z0-9_-]*):([^\s{}|]+)\}")
Say = Callable[[Text, str], Words]
Given = TypeVarTuple("Given")
Answer = TypeVar("Answer")
DAYS = 4096  # that are kept as they are written
Named = tuple[str, str]  # a field and a name in it: ("cities", "paks")


@dataclass(frozen=True, slots=True)
class Shelf:
    """The stories that a reader of one language is shown, those in other languages included."""

    stories: tuple[Key, ...]  # newest first, of every kind modelled on stories
    by_name: Mapping[Named, tuple[Key, ...]]  # newest first
    previous: Mapping[Key, Key]
    next: Mapping[Key, Key]
    related: Mapping[Key, tuple[Key, ...]]


@dataclass(slots=True)
class Memo:
    """Answers that many pages of one run ask for; nobody changes any of them."""

    lists: dict[str, dict[str, list[Key]]] = field(default_factory=dict)
    answers: defaultdict[Any, dict[Any, Any]] = field(default_factory=lambda: defaultdict(dict))  # to functions that are asked `once`
    alternates: dict[tuple[str, ...], list[Alternate]] = field(default_factory=dict)
    common: dict[int, Any] = field(default_factory=dict)  # what is worth being drawn once for all pages, by identity

    def __reduce__(self) -> tuple[type[Memo], tuple[()]]:
        """Identity ends with the process: another one begins anew."""
        return Memo, ()


def once(answer: Callable[[Site, *Given], Answer]) -> Callable[[Site, *Given], Answer]:
    """A function that for one site and what it is given answers with the same object each time."""

    @wraps(answer)
    def ask(site: Site, *given: *Given) -> Answer:
        known: dict[Any, Answer] = site.memo.answers[answer]
        if given not in known:
            known[given] = answer(site, *given)
        return known[given]

    return ask


@dataclass(frozen=True, slots=True)
class Site:
    library: Library
    editions: Editions
    say: Say
    today: date
    assets: Mapping[str, str]  # name → site-relative URL
    held: Mapping[str, tuple[Key, ...]]  # kind → its entries, by `order`, then by slug; kinds without any are not in it
    base: str  # the path of the site on its host, without the closing slash
    origin: str  # the canonical address of the site, without the closing slash
    shelves: Mapping[str, Shelf] = field(default_factory=dict)
    memo: Memo = field(default_factory=Memo)

    @property
    def languages(self) -> Mapping[str, Language]:
        return self.library.settings.languages

    def tag(self, lang: str) -> str:
        return self.languages[lang].tag

    def href(self, url: str) -> str:
        """A site-relative URL as pages of this host print it."""
        return self.base + url

    def absolute(self, url: str) -> str:
        """The one address of record: on the canonical host, where another host serves copies."""
        return self.origin + url

    def said(self, text: Text, lang: str) -> Said:
        words = self.say(text, lang)
        return spoken(words.text, "" if words.lang == lang else self.tag(words.lang))

    def maybe(self, text: Text | None, lang: str) -> Said | None:
        return self.said(text, lang) if text else None

    def word(self, name: str, lang: str, /, **params: str) -> str:
        return word(name, self.library.theme.get(lang), **params)

    @once
    def kind_title(self, name: str, lang: str) -> Said:
        """The title of a kind's lists: the site's own, else the theme's, else the word that `site.yaml` has for it."""
        kind = self.library.settings.kinds.get(name)
        if kind and kind.title:
            return self.said(kind.title, lang)
        return spoken(self.word(name, lang) if name in WORDS else name)

    def title(self, key: Key, lang: str) -> str:
        """The title of an entry in a language in which it exists."""
        entry = self.library.entries[key]
        if entry.profile:
            return self.say(entry.profile.name, lang).text
        return entry.editions[lang].title if lang in entry.editions else key.slug

    def summary(self, key: Key, lang: str) -> str:
        """The summary of an edition as written, else the beginning of its text."""
        entry = self.library.entries[key]
        if lang in entry.editions and entry.editions[lang].summary:
            return entry.editions[lang].summary
        if entry.profile and entry.profile.summary:
            words = self.say(entry.profile.summary, lang)
            return words.text if words.lang == lang else ""
        document = self.library.documents.get((key, lang))
        return excerpt(self.plain(document, lang)) if document else ""

    def plain(self, document: Document, lang: str) -> str:
        """The paragraphs of a document as words alone, names spelled out."""
        text = " ".join(block.text for block in document.blocks if block.kind == "paragraph")
        return self.spelled(text, lang)

    def spelled(self, text: str, lang: str) -> str:
        """A text with the names spelled out that a document keeps as references."""
        return REFERENCE.sub(lambda match: self.called(match[1], match[2], lang) or match[0], text) if "{" in text else text

    def called(self, scheme: str, slug: str, lang: str) -> str:
        """What `{scheme:slug}` is called in a language, in its nearest one where it has no name there."""
        names = [Key(name, slug) for name, kind in self.library.settings.kinds.items() if kind.ref == scheme]
        key = next((key for key in names if key in self.library.entries), None)
        return self.named(key, lang)["text"] if key else ""

    def named(self, key: Key, lang: str) -> Said:
        """The name of an entry for a reader of `lang`: in that language; its own, where that is theirs; else in its nearest edition's."""
        if self.editions.exists(key, lang):
            return spoken(self.title(key, lang))
        profile = self.library.entries[key].profile
        own = profile.local_name if profile else None
        if own and own.tag.split("-")[0] == self.tag(lang).split("-")[0]:
            return spoken(own.text)
        shown = self.editions.nearest(key, lang) or self.editions.sources[key]
        return spoken(self.title(key, shown), "" if shown == lang else self.tag(shown))

    def media(self, picture: Picture | None) -> Media | None:
        return self.library.media.get(f"{picture.place.path.rpartition('/')[0]}/{picture.file}") if picture else None

    def image(self, key: Key, lang: str) -> Image | None:
        """The picture of an entry, with the alternative text of one language."""
        entry = self.library.entries[key]
        found = self.media(entry.image)
        if entry.image is None or found is None:
            return None
        alt = entry.editions[lang].image_alt if lang in entry.editions else ""
        if not alt and entry.profile and entry.profile.image_alt:
            alt = self.say(entry.profile.image_alt, lang).text
        url, picture = urls.media(key, entry.image.file), entry.image
        return Image(
            url=self.href(url),
            absolute=self.absolute(url),
            width=found.width,
            height=found.height,
            alt=alt,
            credit=picture.credit,
            licence=picture.licence,
        )

    @once
    def links(self, key: Key, here: str) -> list[LanguageLink]:
        """The real editions of an entry, `here` marked."""
        return [
            LanguageLink(
                code=code,
                tag=self.tag(code),
                name=self.languages[code].name,
                url=self.href(self.editions.own(key, code)),
                state="here" if code == here else "there",
            )
            for code in self.editions.real[key]
        ]


def spoken(text: str, tag: str = "") -> Said:
    return Said(text=text, tag=tag)


@lru_cache(DAYS)
def iso(day: Date | None) -> str:
    return str(day) if day else ""


def excerpt(text: str, limit: int = 120) -> str:
    """The beginning of a text, ended at a sentence or a word, never inside one."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    head = text[:limit]
    stop = max(head.rfind(mark) for mark in "。！？")
    if stop >= limit // 3:
        return head[: stop + 1]
    stop = max(head.rfind(mark) for mark in (". ", "! ", "? "))
    if stop >= limit // 3:
        return head[: stop + 1]
    space = head.rfind(" ")
    if space >= limit // 2:
        return head[:space].rstrip(",;:，、") + "…"
    return head.rstrip("，、；：") + "……"
