"""The shapes of what templates see. Plain dictionaries of JSON values: hashed to decide what is drawn again, printed by `--why`.

Dates are ISO texts, as precise as they are known (`2022`, `2022-08`, `2022-08-26`), or empty; templates print them with the filter `date`.
URLs that templates print are ready to print: they begin with the path of `base_url`. Those called `absolute`, `canonical` or in
`alternates` carry scheme and host. A `tag` is a BCP 47 tag, empty where it is the page's own.
"""

from __future__ import annotations

from typing import Literal, TypedDict


class Said(TypedDict):
    """Words with the language they are in."""

    text: str
    tag: str


class Link(TypedDict):
    title: Said
    url: str


class MenuLink(TypedDict):
    title: str
    url: str
    here: bool  # the page is this one or below it


class LanguageLink(TypedDict):
    """One language of the switcher, or of the list of languages of an item."""

    code: str
    tag: str
    name: str  # in itself
    url: str
    state: Literal["here", "there", "absent"]  # absent: this page is not available in it; url leads to the nearest page that is


class Alternate(TypedDict):
    tag: str  # or x-default
    url: str


class Image(TypedDict):
    url: str
    absolute: str
    width: int
    height: int
    alt: str
    credit: str
    licence: str


class Head(TypedDict):
    title: str  # of the page alone; templates add the site's
    description: str
    url: str
    canonical: str
    robots: str  # empty, or the content of the meta element
    alternates: list[Alternate]
    og_type: str
    og_locale: str
    og_alternates: list[str]
    image: Image | None
    jsonld: str  # JSON, safe inside a script element
    feeds: list[Link]


class Footer(TypedDict):
    host: Said | None
    operator: Said | None
    contact: Said | None
    note: Said | None
    site_code: str
    icp: str
    police: str
    police_url: str
    pages: list[Link]  # pages that the menu does not name


class Site(TypedDict):
    """What every page of one language shares."""

    title: Said
    tagline: Said | None
    home: str
    sample: bool  # noindex: the page says that it is a sample
    assets: dict[str, str]  # name → URL with a fingerprint
    footer: Footer
    root: str  # URL of the chooser


class Chrome(TypedDict):
    """What the base template sees; every HTML view holds these and its own."""

    lang: str  # code
    tag: str
    dir: str
    typography: str  # zh ja ko latin
    head: Head
    site: Site
    menu: list[MenuLink]
    switcher: list[LanguageLink]
    breadcrumbs: list[Link]  # home first, the page itself last with an empty url


class SeriesMark(TypedDict):
    title: Said
    url: str
    mark: str
    counter: Literal["event", "issue", ""]
    number: int  # 0: none


class Card(TypedDict):
    """What one page may know of another."""

    kind: str
    slug: str
    url: str
    title: Said
    summary: Said | None
    date: str
    image: Image | None
    series: SeriesMark | None
    languages: list[LanguageLink]  # real editions only
    machine: bool  # title and summary are a machine's translation
    absent: bool  # not in the reader's language: the URL leads to another edition, and the card says so
    # profiles
    local_name: Said | None
    tie: str  # sister_city | friendly_cooperation | exchange | ""
    country: Said | None
    region: Said | None
    years: str  # of a figure: 1917-2013; templates set the dash


class Section(TypedDict):
    """A titled list on a page of lists. `key` names a tie, a year, a country: templates have words for ties, else `title` is printed."""

    key: str
    title: Said | None
    items: list[Card]


class Pager(TypedDict):
    page: int
    pages: int
    newer: str  # URL or ""
    older: str
    links: list[str]  # of every page, in order


class TermCard(TypedDict):
    id: str
    url: str
    title: Said
    summary: Said | None
    mark: str
    count: int  # stories in the reader's language


# What each template sees beside Chrome. `body` is not in the view: the template prints it with `{{ body() }}`.
#
#   home.html      featured: Card | None   latest: list[Card]   series: list[TermCard]   cities: list[Section]   figures, places: list[Card]
#                  as_of: str   description: Said | None
#                  lists: dict[str, str] (optional: "stories", "cities" → URL of the list, for "more")
#   list.html      title: Said   sections: list[Section] (one unless grouped)   pager: Pager | None   kind: str   intro: Said | None
#                  absent: list[Card]   as_of: str
#                  (stories, figures, places, one series, one topic, kinds of the site's own)
#   cities.html    sections by tie, by_country: list[Section], as_of: str, absent: list[Card]
#   terms.html     title, vocabulary: "series" | "topics", terms: list[TermCard]
#   story.html     story: StoryView
#   city.html      city: ProfileView
#   profile.html   profile: ProfileView (figures, places)
#   page.html      entry: PageView
#   sources.html   entry: PageView, sources: list[SourceLine] of the whole site
#   stub.html      notice: Notice, title: Said         (an edition that does not exist, was withdrawn; a released address)
#   404.html       latest: list[Card], languages: every home as list[LanguageLink]
#   chooser.html   languages: list[LanguageLink]   titles: dict[str, str] (optional: language code → the site's title in it)
#                  (at the root, in every language at once; no menu, switcher or breadcrumbs)
#   redirect.html  target: str                         (one page, no chrome but lang, tag, dir, head)
#   feed.xml, sitemap.xml, robots.txt, _headers, _redirects, .htaccess: see plan/machine.py
