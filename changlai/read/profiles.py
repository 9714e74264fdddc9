"""`profile.yaml` → what is true of a city, a figure or a place."""

from __future__ import annotations

from collections.abc import Mapping

from changlai.model import Edition, Entry, Fact, Profile, Source, Text, Tie
from changlai.read.fields import Fields
from changlai.read.pictures import read_picture
from changlai.read.site import time_zone
from changlai.read.tree import Folder

_COMMON = (
    "name", "local_name", "reading", "aliases", "summary", "image", "image_alt", "facts", "sources", "site", "date", "updated",
    "topics", "draft", "publish_on", "withdrawn", "redirect_from", "order", "extra",
)  # fmt: skip
FIELDS = {
    "cities": (*_COMMON, "tie", "partner_term", "since", "country", "region", "time_zone"),
    "figures": (*_COMMON, "born", "died", "cities"),
    "places": (*_COMMON, "address", "cities", "country", "region", "since"),
}
ALL_FIELDS = tuple(dict.fromkeys(name for names in FIELDS.values() for name in names))
_TIES: tuple[Tie, ...] = ("sister_city", "friendly_cooperation", "exchange")
_SOURCE = ("title", "publisher", "url", "date", "lang")


def read_profile(fields: Fields, folder: Folder, editions: Mapping[str, Edition]) -> Entry:
    """The entry of a profile, with the prose beside it."""
    fields.only(FIELDS[folder.kind.model])
    fields.require("name")
    return Entry(
        key=folder.key,
        place=fields.top(),
        editions=editions,
        profile=_profile(fields, folder.kind.ref),
        date=fields.date("date"),
        publish_on=fields.date("publish_on", whole=True),
        updated=fields.date("updated"),
        cities=fields.references("cities"),
        topics=fields.references("topics"),
        image=read_picture(fields, folder),
        sources=read_sources(fields),
        aliases=fields.names("aliases"),
        redirect_from=fields.addresses("redirect_from"),
        order=fields.number("order", least=-9999) or 0,
        draft=fields.flag("draft"),
        withdrawn=fields.flag("withdrawn"),
        extra=fields.data("extra"),
    )


def _profile(fields: Fields, ref: str) -> Profile:
    tie = fields.choice("tie", _TIES)
    return Profile(
        name=fields.said("name", f"{ref}.name") or Text(fields.place("name"), {}, f"{ref}.name"),
        local_name=fields.foreign("local_name"),
        reading=_reading(fields),
        summary=fields.said("summary", f"{ref}.summary"),
        image_alt=fields.said("image_alt", f"{ref}.image_alt"),
        facts=tuple(fact for row in fields.records("facts") if (fact := _fact(row, ref))),
        site=fields.url("site"),
        tie=next((known for known in _TIES if known == tie), None),
        partner_term=fields.foreign("partner_term"),
        since=fields.date("since"),
        country=fields.said("country", f"{ref}.country"),
        region=fields.said("region", f"{ref}.region"),
        time_zone=time_zone(fields),
        born=fields.date("born"),
        died=fields.date("died"),
        address=fields.said("address", f"{ref}.address"),
    )


def _reading(fields: Fields) -> dict[str, str]:
    below = fields.mapping("reading")
    return {code: text for code in below.by_language() if (text := below.text(code))} if below else {}


def _fact(row: Fields, ref: str) -> Fact | None:
    row.only(("text", "source", "as_of"))
    row.require("text", "source")
    text = row.said("text", f"{ref}.fact")
    below = row.mapping("source")
    source = read_source(below) if below else None
    as_of = row.date("as_of")
    return Fact(text, source, as_of) if text and source else None


def read_sources(fields: Fields) -> tuple[Source, ...]:
    """The field `sources`: a list of {publisher, title, url, date, lang}."""
    return tuple(source for row in fields.records("sources") if (source := read_source(row)))


def read_source(row: Fields) -> Source | None:
    row.only(_SOURCE)
    row.require("title")
    source = Source(row.text("title"), row.text("publisher"), row.url("url"), row.date("date"), row.tag("lang"))
    return source if source.title else None
