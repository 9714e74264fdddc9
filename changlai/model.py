"""The records that walk through the house. Frozen, without behaviour beyond reading themselves.

Paths are POSIX and relative to the project; lines and columns count from 1; a language is its URL code (`zh`), never its tag, unless a
field is called `tag`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from changlai.place import Place as Place

Typography = Literal["zh", "ja", "ko", "latin"]
Fallback = Literal["link", "stub", "mirror"]
Tie = Literal["sister_city", "friendly_cooperation", "exchange"]
Model = Literal["stories", "cities", "figures", "places", "pages"]
Counter = Literal["event", "issue"]
PICTURES = frozenset({"jpg", "jpeg", "png", "webp", "gif", "avif", "svg"})  # endings of files that a page can show
View = dict[str, Any]  # what one template may see: JSON values only, so that it can be hashed and compared


class Key(NamedTuple):
    """The name of an entry in all languages."""

    kind: str
    slug: str

    def __str__(self) -> str:
        return f"{self.kind}/{self.slug}"


@dataclass(frozen=True, slots=True)
class Language:
    """One row of the table in `site.yaml`. Nothing in it is derived from anything else, save `typography` by default from the tag."""

    code: str  # in URLs and file names: zh
    tag: str  # BCP 47: zh-Hans
    locale: str  # Babel: zh_Hans_CN
    name: str  # in itself: 简体中文
    og: str  # Open Graph: zh_CN
    typography: Typography
    dir: Literal["ltr", "rtl"] = "ltr"


@dataclass(frozen=True, slots=True)
class Text:
    """A text of `site.yaml`, `terms.yaml` or a profile: a map of languages fixed by hand, or a source string for the catalog."""

    place: Place
    words: Mapping[str, str]  # by language code; the source string stands under the source language
    context: str = ""  # msgctxt of a source string ("topic.title"); empty for a map, which never goes to the catalog


class Words(NamedTuple):
    """A text as one reader gets it, with the language it is really in."""

    text: str
    lang: str


class Date(NamedTuple):
    """A year, a month or a day; `month` and `day` are 0 where they are not known."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        return "-".join([f"{self.year:04}"] + [f"{part:02}" for part in self[1:] if part])


class Reference(NamedTuple):
    """A slug or an id that another file must hold."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement comes from, as printed. A page links to `url` only where it is the publisher's own host."""

    title: str
    publisher: str = ""
    url: str = ""
    date: Date | None = None
    lang: str = ""  # BCP 47 tag of title and publisher, where it is known


@dataclass(frozen=True, slots=True)
class Fact:
    text: Text
    source: Source
    as_of: Date | None = None


@dataclass(frozen=True, slots=True)
class ForeignName:
    """A text with its own language, which need not be one of the site's."""

    text: str
    tag: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The image of an entry: a file beside it. The alternative text belongs to each edition."""

    file: str  # name inside the entry's folder
    place: Place
    credit: str = ""
    licence: str = ""
    consent: str = ""  # of the people shown, and whether minors are among them


@dataclass(frozen=True, slots=True)
class Edition:
    """One entry in one language, as its file says it."""

    lang: str
    place: Place  # of the file
    title: str
    summary: str = ""
    image_alt: str = ""
    translator: str = ""
    reviewer: str = ""
    updated: Date | None = None
    draft: bool = False
    body: str = ""  # Markdown, NFC, LF only; empty where the edition is remembered
    body_line: int = 1  # the line of the file on which `body` begins
    digest: str = ""  # of the body


@dataclass(frozen=True, slots=True)
class Profile:
    """What `profile.yaml` says of a city, a figure or a place. Fields that a model does not have stay empty."""

    name: Text
    local_name: ForeignName | None = None
    reading: Mapping[str, str] = field(default_factory=dict)  # by language: how the name is read there
    summary: Text | None = None
    image_alt: Text | None = None
    facts: tuple[Fact, ...] = ()
    site: str = ""  # official site
    # cities
    tie: Tie | None = None
    partner_term: ForeignName | None = None
    since: Date | None = None
    country: Text | None = None
    region: Text | None = None
    time_zone: str = ""  # IANA
    # figures
    born: Date | None = None
    died: Date | None = None
    # places
    address: Text | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that has a page: everything that is true of it in every language, and its editions."""

    key: Key
    place: Place  # of the file that holds the shared fields
    editions: Mapping[str, Edition]  # files that exist, drafts too; in the order of `site.yaml`
    profile: Profile | None = None
    date: Date | None = None
    publish_on: Date | None = None
    updated: Date | None = None
    series: Reference | None = None
    number: int | None = None
    cities: tuple[Reference, ...] = ()
    figures: tuple[Reference, ...] = ()
    places: tuple[Reference, ...] = ()
    topics: tuple[Reference, ...] = ()
    image: Picture | None = None
    authors: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # other names, by language; "" for every language
    redirect_from: tuple[Reference, ...] = ()
    order: int = 0  # of pages and profiles in lists; smaller first
    draft: bool = False  # of a profile; editions carry their own
    withdrawn: bool = False
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a declared vocabulary."""

    vocabulary: str  # series | topics
    id: str
    place: Place
    title: Text
    summary: Text | None = None
    counter: Counter | None = None
    mark: str = ""  # series: the name of a drawing of the theme
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    redirect_from: tuple[Reference, ...] = ()
    order: int = 0


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of entry, as the package knows it or `site.yaml` declares it."""

    name: str
    model: Model
    ref: str  # the scheme of references: city
    title: Text | None = None  # None: the theme's own word for it
    fallback: Fallback = "link"
    page_size: int = 20


@dataclass(frozen=True, slots=True)
class Redirect:
    source: str  # site-relative: /zh/old/
    target: str  # the same, or an https URL
    place: Place


@dataclass(frozen=True, slots=True)
class MenuItem:
    target: str  # a kind, `series`, `topics`, or an entry written `about` or `pages/about`
    place: Place
    title: Text | None = None


@dataclass(frozen=True, slots=True)
class Footer:
    """What a Chinese government site prints at its foot. Configured and checked for its form, never invented."""

    host: Text | None = None  # 主办单位
    operator: Text | None = None  # 承办单位
    site_code: str = ""  # 政府网站标识码: ten digits
    icp: str = ""
    police: str = ""  # 公安备案号
    contact: Text | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """`site.yaml`, read."""

    title: Text
    base_url: str  # ends in /
    source: str
    languages: Mapping[str, Language]  # in the order of the file
    tagline: Text | None = None
    description: Text | None = None
    canonical_url: str = ""  # ends in /; where another host is the original of this one
    time_zone: str = "Asia/Shanghai"
    noindex: bool = False
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    menu: tuple[MenuItem, ...] = ()
    featured: Reference | None = None  # the story that the home page shows large
    footer: Footer = field(default_factory=Footer)
    redirects: tuple[Redirect, ...] = ()
    gone: tuple[Reference, ...] = ()
    as_of: Date | None = None  # of the lists of partners
    feed_id: str = ""  # authority of tag: URIs, "example.org,2022"; by default from base_url as written in the file
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Catalog:
    """The translations of one domain for one language; `texts` by (context, msgid), one string per plural form."""

    lang: str
    locale: str
    texts: Mapping[tuple[str, str], tuple[str, ...]]
    plural: str = "nplurals=1; plural=0;"
    digest: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """A file of the project: its place, the digest under which the store gives its bytes, and what the operating system calls it."""

    path: str
    digest: str
    real: str = ""


@dataclass(frozen=True, slots=True)
class Media:
    """An image or PDF, cleaned and ready to be published; the bytes are in the store under `digest`."""

    path: str
    digest: str
    width: int = 0  # pixels after orientation; 0 for a PDF
    height: int = 0


# ---- Markdown


class Hole(NamedTuple):
    """A place in the HTML of a document that only the plan can fill. What fills it is HTML, put in as it is.

    link    target as written → attributes: href="…", perhaps hreflang="…"
    name    target `city:paks`; `form` "" | "local" | "both" → text with `<span lang>` where needed
    label   target of a link that was written without text → the title of what it leads to
    image   target as written → attributes: src="…" width="…" height="…"
    id      the written id or ""; `form` is the index in the outline → attribute: id="…"
    string  target is a msgid of the theme → the words, escaped for text and attributes
    """

    kind: Literal["link", "name", "label", "image", "id", "string"]
    target: str
    form: str = ""
    line: int = 1  # of the body
    column: int = 1


class Heading(NamedTuple):
    level: int  # as written, 1 to 6
    id: str  # written, or made of its own words where they are Latin, or its position: h-2-1
    written: bool
    text: str
    line: int


class Block(NamedTuple):
    """A top-level unit of Markdown: the grain of translation status."""

    kind: str
    line: int  # first line of the body
    end: int  # line after the last
    digest: str  # of normalised content, targets left out
    text: str
    exact: str = ""  # digest of its lines as they are written
    id: str = ""  # written by the author
    shape: str = ""  # what any edition must share: "h2", "image bridge.svg", "table 5x2", "list 4", "rule", the digest of code
    targets: tuple[str, ...] = ()  # of its links and pictures, as written


class Finding(NamedTuple):
    """A problem in a document that does not know its file yet; lines count from the body's first."""

    code: str
    line: int
    column: int
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One body, rendered as far as it goes without any other file. `parts` alternate: HTML, hole, HTML, …, HTML."""

    parts: tuple[str, ...]  # len(holes) + 1
    holes: tuple[Hole, ...]
    outline: tuple[Heading, ...]
    blocks: tuple[Block, ...]
    ids: tuple[str, ...]  # written ids and footnotes: what a fragment may name beside headings
    characters: int  # Han, kana and Hangul-free count for reading time: ideographs and kana
    words: int  # of scripts with spaces, Hangul included
    findings: tuple[Finding, ...]
    digest: str = ""

    @property
    def text(self) -> str:
        """Plain words."""
        return "\n".join(block.text for block in self.blocks if block.kind != "footnote" and block.text)


class Gist(NamedTuple):
    """What others must know of a document without holding it."""

    digest: str  # of the document
    blocks: int
    targets: tuple[str, ...]  # of its holes that lead to other files, as written, each once
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that was read, before anything is decided."""

    settings: Settings
    entries: Mapping[Key, Entry]
    terms: Mapping[str, Mapping[str, Term]]  # vocabulary → id → term, in the order of the file
    messages: Mapping[str, Catalog]  # by language: this site's own texts
    theme: Mapping[str, Catalog]  # by language: the templates' strings
    documents: Mapping[tuple[Key, str], Document]  # by entry and language; fetched one by one, as they are asked for
    media: Mapping[str, Media]  # by path of the original
    templates: Mapping[str, str]  # name → source text
    assets: Mapping[str, File]  # name under templates/assets → file
    released: tuple[str, ...] = ()  # lines of urls.lock
    gists: Mapping[tuple[Key, str], Gist] = field(default_factory=dict)  # of the same documents
    digests: Mapping[str, str] = field(default_factory=dict)  # of every file that was read, by path
    faces: Mapping[Key, str] = field(default_factory=dict)  # digests of what was read of an entry but for its bodies


# ---- compare


Weight = Literal["hard", "light", "soft"]


class Datum(NamedTuple):
    """One thing of a text that a translation may spell in its own way but must not change.

    hard   must be found on the other side
    light  may be dropped, but not turned into another: two schools, 两所学校
    soft   may stand for a hard one of the other side, and asks for nothing: idioms, approximations
    """

    kind: str  # number, ordinal, code, date, relative, time, percent, money, measure, phone, url, email
    value: str  # the same for all spellings in all languages: 32000, 2021-12-08, --11-05, 15:30, 10%, 5 km; "|" between readings
    text: str  # as it is spelled
    start: int  # where, in characters of the text
    weight: Weight = "hard"


class Traits(NamedTuple):
    """What can be told of a block without understanding it: by this the blocks of two editions are known to be the same."""

    kind: str
    shape: str
    id: str
    length: int  # characters of its words that are seen, spaces left out
    data: tuple[Datum, ...] = ()
    terms: tuple[str, ...] = ()  # ids of the concepts of the glossary that it names
    targets: tuple[str, ...] = ()  # of links and pictures, resolved as far as language goes


class Pair(NamedTuple):
    """Blocks of the source edition and the blocks of its translation that say the same: 1-1, 1-2, 2-1, 1-0, 0-1; of a section that
    cannot be told apart, all of them."""

    source: tuple[int, ...]  # places in the edition, from 0
    target: tuple[int, ...]
    confidence: float  # 0 to 1: how probable it is that they are
    how: Literal["recorded", "anchor", "length", "section"] = "length"


# ---- translate


State = Literal["source", "translated", "missing", "draft", "scheduled", "withdrawn"]


class Standing(NamedTuple):
    """What state one edition is in."""

    entry: Key
    lang: str
    state: State
    blocks: int = 0


# ---- plan


@dataclass(frozen=True, slots=True)
class Page:
    """One file to be written, with everything its template may see."""

    path: str  # under the output folder: zh/about/index.html
    url: str  # site-relative: /zh/about/
    template: str
    lang: str  # whose catalog and locale render it
    view: View
    body: str = ""  # digest of the document in the store
    fills: tuple[str, ...] = ()  # what its holes are filled with, in their order
    real: bool = True  # False: a redirect, a stub, a 404; never in urls.lock
    place: Place | None = None  # the source to name when something is wrong with it
    common: Mapping[int, Any] = field(default_factory=dict, compare=False, repr=False)  # parts of views of many pages, by identity


class Made(NamedTuple):
    """What a page says, as soon as somebody needs to know."""

    view: View
    body: str = ""
    fills: tuple[str, ...] = ()
    problems: tuple[Any, ...] = ()


class Sheet(NamedTuple):
    """A page before it is made: where it goes, and what it is made from. Its view follows from `make`, `args`, the entry that it `tells`,
    the cards of those that it `shows`, and from nothing else that an edit of a story can change: on that rests which pages a build need
    not make again."""

    path: str
    url: str
    template: str
    lang: str
    make: Callable[..., Made]  # of the plan: called with its Site and `args`
    args: tuple[Any, ...] = ()
    tells: Key | None = None  # whose text stands on the page
    shows: tuple[Key, ...] = ()
    alternates: tuple[tuple[str, str], ...] = ()  # tag and absolute URL, as in the head of the page
    canonical: str = ""  # the same; empty for files without a head
    real: bool = True
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Asset:
    """One file to be copied from the store."""

    path: str
    digest: str


@dataclass(frozen=True, slots=True)
class Plan:
    sheets: tuple[Sheet, ...]
    assets: tuple[Asset, ...]
    public: tuple[str, ...]  # the URLs that `release` promises, sorted
    origin: str  # the canonical address of the site, without the closing slash
    told: Mapping[str, int]  # `topics/gardens` → its stories in all languages
    named: Mapping[Key, tuple[Key, ...]]  # the entries that each entry leads to, or takes a name or a file from
    unused: tuple[str, ...] = ()  # files beside entries that nothing shows, and that are not published

    @property
    def paths(self) -> list[str]:
        """Every file that the site is to have."""
        return [*(sheet.path for sheet in self.sheets), *(asset.path for asset in self.assets)]
