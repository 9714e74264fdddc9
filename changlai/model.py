"""The records that walk through the house. Frozen, without behaviour beyond reading themselves.

Paths are POSIX and relative to the project; lines and columns count from 1; a language is its URL code (`zh`), never its tag, unless a
field is called `tag`.
"""

# No annotations from the future here: of each that is a string a named tuple makes a program, which takes longer than all else at import.
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from changlai.place import Place as Place

Typography = Literal["zh", "ja", "ko", "latin"]
Fallback = Literal["link", "stub", "mirror"]
Tie = Literal["sister_city", "friendly_cooperation", "exchange"]
Model = Literal["stories", "cities", "figures", "places", "pages"]
Counter = Literal["event", "issue"]
Behind = Literal["notice", "mark", "withdraw"]
Weight = Literal["hard", "light", "soft"]
Provenance = Literal["", "human", "machine_edited", "machine"]
SURE = 0.95  # how probable a pair of blocks must be for nobody to be asked to look at it
PICTURES = frozenset({"jpg", "jpeg", "png", "webp", "gif", "avif", "svg"})  # endings of files that a page can show
View = dict[str, Any]  # what one template may see: JSON values only, so that it can be hashed and compared


class Key(NamedTuple):
    """The name of an entry in all languages."""

    kind: str
    slug: str

    def __str__(self) -> str:
        return f"{self.kind}/{self.slug}"


class Language(NamedTuple):
    """One row of the table in `site.yaml`. Nothing in it is derived from anything else, save `typography` by default from the tag."""

    code: str  # in URLs and file names: zh
    tag: str  # BCP 47: zh-Hans
    locale: str  # Babel: zh_Hans_CN
    name: str  # in itself: 简体中文
    og: str  # Open Graph: zh_CN
    typography: Typography
    dir: Literal["ltr", "rtl"] = "ltr"


class Text(NamedTuple):
    """A text of `site.yaml`, `terms.yaml` or a profile: a map of languages fixed by hand, or a source string for the catalog."""

    place: Place
    words: Mapping[str, str]  # by language code; the source string stands under the source language
    context: str = ""  # msgctxt of a source string ("topic.title"); empty for a map, which never goes to the catalog


def texts(value: Any) -> Iterator[Text]:
    """The texts inside records and collections, however deep."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Mapping):
        yield from texts(list(value.values()))
    elif isinstance(value, list | tuple):
        for member in value:
            yield from texts(member)


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


class Source(NamedTuple):
    """Where a statement comes from, as printed. A page links to `url` only where it is the publisher's own host."""

    title: str
    publisher: str = ""
    url: str = ""
    date: Date | None = None
    lang: str = ""  # BCP 47 tag of title and publisher, where it is known


class Fact(NamedTuple):
    text: Text
    source: Source
    as_of: Date | None = None


class ForeignName(NamedTuple):
    """A text with its own language, which need not be one of the site's."""

    text: str
    tag: str


class Picture(NamedTuple):
    """The image of an entry: a file beside it. The alternative text belongs to each edition."""

    file: str  # name inside the entry's folder
    place: Place
    credit: str = ""
    licence: str = ""
    consent: str = ""  # of the people shown, and whether minors are among them


class Edition(NamedTuple):
    """One entry in one language, as its file says it."""

    lang: str
    place: Place  # of the file
    title: str
    summary: str = ""
    image_alt: str = ""
    translator: str = ""
    reviewer: str = ""
    translation: Provenance = ""  # how it was translated, where that is said
    translation_at: Place | None = None  # where that is said
    differs: str = ""  # why its title and summary do not agree with those of the source, where the translator says so
    updated: Date | None = None
    draft: bool = False
    body: str = ""  # Markdown, NFC, LF only; empty where the edition is remembered
    body_line: int = 1  # the line of the file on which `body` begins
    digest: str = ""  # of the body


class Profile(NamedTuple):
    """What `profile.yaml` says of a city, a figure or a place. Fields that a model does not have stay empty."""

    name: Text
    local_name: ForeignName | None = None
    reading: Mapping[str, str] = {}  # by language: how the name is read there
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


class Entry(NamedTuple):
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
    aliases: Mapping[str, tuple[str, ...]] = {}  # other names, by language; "" for every language
    redirect_from: tuple[Reference, ...] = ()
    order: int = 0  # of pages and profiles in lists; smaller first
    draft: bool = False  # of a profile; editions carry their own
    withdrawn: bool = False
    extra: Mapping[str, Any] = {}


class Term(NamedTuple):
    """One entry of a declared vocabulary."""

    vocabulary: str  # series | topics
    id: str
    place: Place
    title: Text
    summary: Text | None = None
    counter: Counter | None = None
    mark: str = ""  # series: the name of a drawing of the theme
    aliases: Mapping[str, tuple[str, ...]] = {}
    redirect_from: tuple[Reference, ...] = ()
    order: int = 0


# ---- glossary


class Rendering(NamedTuple):
    """How one language says a concept."""

    right: str
    accept: tuple[str, ...] = ()  # as good as the right one
    forbid: Mapping[str, str] = {}  # by word: what to write instead
    aliases: tuple[str, ...] = ()  # known as the same thing, but not what a translation writes
    gloss: str = ""  # how it may stand where a reader first meets it: 랴오청(聊城)


class Exemption(NamedTuple):
    """Where a concept is left alone."""

    entry: Reference  # stories/slug
    lang: str  # "" for every language
    reason: str
    until: Date  # the last day
    place: Place


class Concept(NamedTuple):
    """One row of `content/glossary.yaml`: a thing that each language calls by its own name."""

    id: str
    place: Place
    words: Mapping[str, Rendering]  # by language; those of the source language are looked for in the source
    tie: Tie | None = None  # it claims this tie of whatever partner it stands beside
    apart: tuple[Reference, ...] = ()  # ids of concepts that may not stand beside it
    once: bool = False  # when a translation has said it, later mentions may be left to pronouns
    gloss_required: bool = False
    note: str = ""
    source: str = ""
    exemptions: tuple[Exemption, ...] = ()


class Kind(NamedTuple):
    """One kind of entry, as the package knows it or `site.yaml` declares it."""

    name: str
    model: Model
    ref: str  # the scheme of references: city
    title: Text | None = None  # None: the theme's own word for it
    fallback: Fallback = "link"
    page_size: int = 20
    stale: Behind = "notice"  # what readers meet where a translation is behind its source: a notice and marks, marks, or no translation
    refuse: tuple[str, ...] = ()  # states of translations that are errors: stale, unverified …
    parallel: bool = False  # whether each translation has a page beside its source
    prevails: bool = False  # whether pages say that the source edition is the one that counts
    machine: bool = False  # whether machine translations may be published, labelled as such


class Redirect(NamedTuple):
    source: str  # site-relative: /zh/old/
    target: str  # the same, or an https URL
    place: Place


class MenuItem(NamedTuple):
    target: str  # a kind, `series`, `topics`, or an entry written `about` or `pages/about`
    place: Place
    title: Text | None = None


class Footer(NamedTuple):
    """What a Chinese government site prints at its foot. Configured and checked for its form, never invented."""

    host: Text | None = None  # 主办单位
    operator: Text | None = None  # 承办单位
    site_code: str = ""  # 政府网站标识码: ten digits
    icp: str = ""
    police: str = ""  # 公安备案号
    contact: Text | None = None
    note: Text | None = None


class Settings(NamedTuple):
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
    kinds: Mapping[str, Kind] = {}
    menu: tuple[MenuItem, ...] = ()
    featured: Reference | None = None  # the story that the home page shows large
    footer: Footer = Footer()
    redirects: tuple[Redirect, ...] = ()
    gone: tuple[Reference, ...] = ()
    as_of: Date | None = None  # of the lists of partners
    feed_id: str = ""  # authority of tag: URIs, "example.org,2022"; by default from base_url as written in the file
    extra: Mapping[str, Any] = {}


class Catalog(NamedTuple):
    """The translations of one domain for one language; `texts` by (context, msgid), one string per plural form."""

    lang: str
    locale: str
    texts: Mapping[tuple[str, str], tuple[str, ...]]
    plural: str = "nplurals=1; plural=0;"
    digest: str = ""


class File(NamedTuple):
    """A file of the project: its place, the digest under which the store gives its bytes, and what the operating system calls it."""

    path: str
    digest: str
    real: str = ""


class Media(NamedTuple):
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
    differs: str = ""  # why it does not agree with its source, where the translator says so
    start: int = -1  # where its HTML begins in that of the document, a hole counted as one character; of a footnote what is in its item;
    stop: int = -1  # where it ends; -1: it is not shown, being a note that nothing refers to


class Marked(NamedTuple):
    """A block with what of it a translation must keep as it is."""

    block: Block
    names: tuple[str, ...] = ()  # city:paks
    codes: tuple[str, ...] = ()  # `inside of a line`
    notes: tuple[str, ...] = ()  # labels of the footnotes that it points to


class Finding(NamedTuple):
    """A problem in a document that does not know its file yet; lines count from the body's first."""

    code: str
    line: int
    column: int
    params: tuple[tuple[str, str], ...] = ()
    path: str = ""  # where it is not in the text that was looked at


class Document(NamedTuple):
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
    said: str = ""  # the digest of its blocks: what a translation is compared by


# ---- compare


class Datum(NamedTuple):
    """One thing of a text that a translation may spell in its own way but must not change.

    hard   must be found on the other side
    light  may be dropped, but not turned into another: two schools, 两所学校
    soft   may stand for a hard one of the other side, and asks for nothing: idioms, approximations
    """

    kind: str  # number, ordinal, code, date, relative, dynasty, time, percent, money, measure, phone, url, email
    value: str  # the same for all spellings in all languages: 32000, 2021-12-08, --11-05, 15:30, 10%, 5 km; "|" between readings
    text: str  # as it is spelled
    start: int  # where, in characters of the text
    weight: Weight = "hard"


class Traits(NamedTuple):
    """What can be told of a block without understanding it: by this the blocks of two editions are known to be the same."""

    kind: str
    shape: str
    id: str
    length: float  # of its words that are seen, in Chinese characters that would say as much
    data: tuple[Datum, ...] = ()
    terms: tuple[str, ...] = ()  # ids of the concepts of the glossary that it names
    targets: tuple[str, ...] = ()  # of links and pictures, resolved as far as language goes
    text: str = ""  # looked at only where all this does not tell enough


class Pair(NamedTuple):
    """Blocks of the source edition and the blocks of its translation that say the same: 1-1, 1-2, 2-1, 1-0, 0-1; of a section that
    cannot be told apart, all of them."""

    source: tuple[int, ...]  # places in the edition, from 0
    target: tuple[int, ...]
    confidence: float  # 0 to 1: how probable it is that they are
    how: Literal["recorded", "anchor", "length", "section"] = "length"


class Unit(NamedTuple):
    """One thing that is translated by itself: a block of a text, or one of its fields."""

    name: str  # "title", "summary", "image_alt", a text of a profile; empty for a block
    digest: str  # of normalised content; behind a dot that of where its links lead
    exact: str  # digest of what is written
    text: str  # as it is written; empty where only digests are needed


class Change(NamedTuple):
    """What became of a unit of the source edition since the translation was made."""

    kind: Literal["same", "cosmetic", "changed", "new", "moved", "removed"]
    old: int  # its place among the units that the translation was made from; -1 where it is new
    new: int  # its place now; -1 where it was removed


class Bead(NamedTuple):
    """What is translated together: units of the source edition, as they were and as they are, and the blocks of the translation that say
    them. Most often one of each."""

    kind: Literal["same", "changed", "new", "moved", "removed", "unverified"]
    old: tuple[int, ...]  # places among the units that the translation was made from
    new: tuple[int, ...]  # places among the units of the source
    target: tuple[int, ...]  # places of blocks of the translation; empty for a field, and where nothing says it yet
    names: tuple[str, ...]  # what its changes are called on a command line
    clear: bool = True  # whether its blocks are known to say the same
    moves: bool = False  # whether it stands elsewhere among the others than it did


class Piece(NamedTuple):
    """A part of the difference between two versions of a text."""

    kind: Literal["kept", "removed", "added"]
    text: str


# ---- translate


State = Literal["source", "translated", "missing", "draft", "scheduled", "withdrawn", "behind"]  # behind: stale, and not shown
Freshness = Literal["missing", "fresh", "cosmetic", "stale", "orphan", "ahead", "unverified"]


class Origin(NamedTuple):
    """A unit of the source edition as it was, and what was made from it."""

    unit: Unit
    into: tuple[str, ...] = ()  # digests of the blocks of the translation; empty for a field, and for what was left out on purpose


class Record(NamedTuple):
    """What a translation was made from, as `translations/status/` keeps it."""

    source: str  # language
    made_from: str  # the date that the source edition gave itself then, as far as it was known
    accepted: str  # the day on which somebody said so
    origins: tuple[Origin, ...]
    added: tuple[str, ...] = ()  # digests of blocks of the translation that have no source, and were accepted so


class Tally(NamedTuple):
    """How a translation stands beside its source edition. Numbers are of blocks of the source; a changed field counts as a stale one."""

    state: Freshness
    blocks: int = 0
    stale: int = 0
    new: int = 0
    moved: int = 0
    removed: int = 0
    marks: tuple[int, ...] = ()  # places of blocks of the translation whose source is another now
    made_from: str = ""  # as in the record
    accepted: str = ""
    findings: tuple[Finding, ...] = ()  # what cannot be right beside the source, by lines of the translation's body


class Library(NamedTuple):
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
    gists: Mapping[tuple[Key, str], Gist] = {}  # of the same documents
    digests: Mapping[str, str] = {}  # of every file that was read, by path
    glossary: Mapping[str, Concept] = {}  # by id, in the order of the file
    faces: Mapping[Key, str] = {}  # digests of what was read of an entry but for its bodies
    records: Mapping[str, File] = {}  # files of translations/status/ by path
    tallies: Mapping[tuple[Key, str], Tally] = {}  # of every translation that is there
    pairs: Mapping[tuple[Key, str], tuple[Pair, ...]] = {}  # of its blocks with those of its source


class Standing(NamedTuple):
    """What state one edition is in."""

    entry: Key
    lang: str
    state: State
    blocks: int = 0
    tally: Tally | None = None  # of translations, and of those that are missing


# ---- what people are told of a translation


class Quote(NamedTuple):
    """A block or a field as it is written, and where."""

    text: str
    path: str
    line: int


class Passage(NamedTuple):
    """What became of a block or a field of a text, and what stands beside it."""

    name: str  # as `accept --blocks` takes it
    kind: Literal["changed", "links", "moved", "new", "removed"]  # links: nothing else differs
    block: str  # the kind of block: "paragraph", "h2"; empty for a field
    pieces: tuple[Piece, ...]
    now: Quote | None = None  # None where it was removed
    beside: tuple[Quote, ...] = ()  # what the translation says for it
    sure: bool = True  # False: `beside` is the whole section in which it must be
    edited: bool = False  # whether the translation of it is another than when it was looked through
    below: int = 0  # of what is not translated yet: the line of the translation's file behind which it belongs


class Match(NamedTuple):
    """Blocks that seem to say the same in two languages."""

    source: tuple[Quote, ...]
    target: tuple[Quote, ...]
    confidence: float
    section: bool = False  # what in it belongs together cannot be told

    @property
    def doubtful(self) -> bool:
        return self.section or self.confidence < SURE


class Explanation(NamedTuple):
    """Everything that has to be told of one translation."""

    entry: Key
    title: str
    source: str  # language
    lang: str
    tally: Tally
    passages: tuple[Passage, ...] = ()  # in the order of the source
    cosmetic: tuple[str, ...] = ()  # names of what only is set out in another way
    beyond: tuple[Quote, ...] = ()  # what the translation says and its source does not
    matches: tuple[Match, ...] = ()  # of a translation that nobody has looked through; the least certain first


class Request(NamedTuple):
    """One thing that a translator is asked for, as Markdown; a field in plain words."""

    id: str  # binds it to what the source says and to what the translation said; made of letters, digits and `:.-_`
    entry: str  # stories/a-garden
    title: str  # of the entry
    place: Place  # in the source, or where it would stand
    kind: Literal["same", "changed", "new", "moved", "removed", "unverified"]
    name: str  # of a field; empty for a part of the text
    source: str  # what is to be said; of what was removed, what was said
    old: str = ""  # what the translation was made from, where that is not what the source says now
    target: str = ""  # the translation as it is
    heading: str = ""  # of its section
    before: str = ""  # what stands before it and behind it in the source
    after: str = ""
    keep: tuple[str, ...] = ()  # what must stand in the translation as it stands in the source
    terms: tuple[tuple[str, str], ...] = ()  # names and terms in it, with their right renderings


class Packet(NamedTuple):
    """What one translator is asked for."""

    source: Language
    target: Language
    site: str  # its title
    day: str  # on which it was made
    requests: tuple[Request, ...]


class Answer(NamedTuple):
    """What came back for one request."""

    id: str
    text: str  # LF only
    done: bool  # whether whoever translated it says so
    place: Place  # in the file that was sent back


# ---- plan


Span = tuple[int, int]  # where a piece of a document's HTML begins and ends, a hole counted as one character


class Body(NamedTuple):
    """A document as one page shows it."""

    digest: str  # of the document in the store
    fills: tuple[str, ...] = ()  # what its holes are filled with, in their order
    marks: tuple[Span, ...] = ()  # of the blocks whose source is another now
    bare: tuple[Span, ...] = ()  # of the figures whose pictures stand elsewhere on the page
    lang: str = ""  # whose words of the theme it asks for, where that is not the page's language
    prefix: str = ""  # before its ids, where another document of the page may have the same


@dataclass(frozen=True, slots=True)
class Page:
    """One file to be written, with everything its template may see."""

    path: str  # under the output folder: zh/about/index.html
    url: str  # site-relative: /zh/about/
    template: str
    lang: str  # whose catalog and locale render it
    view: View
    bodies: tuple[Body, ...] = ()
    real: bool = True  # False: a redirect, a stub, a 404; never in urls.lock
    place: Place | None = None  # the source to name when something is wrong with it
    common: Mapping[int, Any] = field(default_factory=dict, compare=False, repr=False)  # parts of views of many pages, by identity


class Made(NamedTuple):
    """What a page says, as soon as somebody needs to know."""

    view: View
    bodies: tuple[Body, ...] = ()
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


class Asset(NamedTuple):
    """One file to be copied from the store."""

    path: str
    digest: str


class Plan(NamedTuple):
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
