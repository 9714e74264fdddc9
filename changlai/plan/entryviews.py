"""The shapes of what templates see of entries; as plain as those of `views.py`."""

from __future__ import annotations

from typing import Literal, TypedDict

from changlai.plan.views import Card, Image, LanguageLink, Link, Said, SeriesMark


class SourceLine(TypedDict):
    title: Said
    publisher: Said | None
    url: str
    date: str


class FactLine(TypedDict):
    text: Said
    as_of: str
    source: int  # position in the list of sources, from 1


class OutlineItem(TypedDict):
    level: int
    id: str
    text: str


class Notice(TypedDict):
    """Said above the text: `mirror` (the text is in `language`), `stub`, `withdrawn`."""

    kind: Literal["mirror", "stub", "withdrawn"]
    languages: list[LanguageLink]


class Translation(TypedDict):
    """How a text was translated, and from what."""

    how: Literal["human", "machine_edited", "machine", ""]
    source: LanguageLink | None  # the source edition, without an address where it has no page; None: it is none of the site's
    made_from: str  # the date that it gave itself then; empty where nobody has said
    updated: str  # the date that it gives itself now, where the text is behind and that date is later
    changed: Literal["notice", "mark", "withdraw", ""]  # the source is another now: what readers are shown of that
    marked: bool  # blocks are marked whose source is another now
    beside: str  # URL of the page that has both side by side, or ""
    prevails: bool  # where the two differ, the source edition counts


class Reading(TypedDict):
    """Counts for "reading time": templates turn them into minutes with the filter `minutes`."""

    characters: int
    words: int


class StoryView(TypedDict):
    title: str
    summary: str
    date: str
    updated: str  # empty where it equals the date
    translated: bool  # a translation that says when it was made: that is `updated`
    reading: Reading
    series: SeriesMark | None
    image: Image | None
    authors: list[str]
    translator: str
    reviewer: str
    topics: list[Link]
    cities: list[Card]
    figures: list[Card]
    places: list[Card]
    sources: list[SourceLine]
    previous: Card | None
    next: Card | None
    related: list[Card]
    outline: list[OutlineItem]
    notice: Notice | None
    translation: Translation | None
    beside: list[LanguageLink]  # of a source edition: the pages that have a translation beside it, in the language of each
    tag: str  # of the text in <article>, empty where it is the page's own


class PartnerBox(TypedDict):
    """The box "for your website": about sixty words in the page's language, the permanent link and the feed."""

    text: str
    absolute: str
    feed: str  # absolute


class ProfileView(TypedDict):
    kind: str
    title: str
    local_name: Said | None
    reading: str
    aliases: list[str]
    summary: Said | None
    image: Image | None
    tie: str
    partner_term: Said | None
    since: str
    country: Said | None
    region: Said | None
    time_zone: str
    offset: str  # of the zone on the day of the build: UTC+9; empty where it changes with the season
    site: str
    born: str
    died: str
    address: Said | None
    facts: list[FactLine]
    sources: list[SourceLine]
    stories: list[Card]
    absent: list[Card]  # stories told in other languages only
    feed: str
    box: PartnerBox | None
    as_of: str
    outline: list[OutlineItem]
    notice: Notice | None
    translation: Translation | None
    beside: list[LanguageLink]  # of a source edition: the pages that have a translation beside it, in the language of each
    translator: str
    reviewer: str
    has_body: bool
    tag: str


class PageView(TypedDict):
    title: str
    summary: str
    updated: str
    translator: str
    reviewer: str
    outline: list[OutlineItem]
    has_body: bool
    notice: Notice | None
    translation: Translation | None
    beside: list[LanguageLink]  # of a source edition: the pages that have a translation beside it, in the language of each
    tag: str


class Side(TypedDict):
    """One of two editions that stand side by side."""

    role: Literal["source", "translation"]
    tag: str
    dir: str
    name: str  # of the language, in itself
    summary: str
    prefix: str  # before the ids of its footnotes


class Row(TypedDict):
    """What stands side by side. A span is [start, stop], in the HTML of its text."""

    cells: list[
        list[list[int]]
    ]  # of the source, of the translation: the spans of blocks, for `passage(0, start, stop)` and `passage(1, …)`
    pictures: list[list[int]]  # the spans of figures of the translation whose pictures both show: for `picture(1, start, stop)`


class NoteRow(TypedDict):
    """Footnotes side by side."""

    cells: list[list[list[int]]]  # the same, with the number of each before its span


class ParallelView(TypedDict):
    title: str
    original: Said  # the title of the source edition
    url: str  # of the translation by itself
    sides: list[Side]  # source, translation
    rows: list[Row]
    notes: list[NoteRow]
    translator: str
    reviewer: str
    translation: Translation
