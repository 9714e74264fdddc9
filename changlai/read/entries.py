"""One folder → one entry with its editions."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from changlai.model import Edition, Entry, Place
from changlai.problems import problem
from changlai.read.disk import Disk
from changlai.read.fields import Fields
from changlai.read.frontmatter import Front, split
from changlai.read.mending import compose
from changlai.read.pictures import read_picture
from changlai.read.profiles import ALL_FIELDS, read_profile, read_sources
from changlai.read.text import decode
from changlai.read.tree import Folder, Found
from changlai.read.values import Tongues
from changlai.read.yamlnodes import Broken, Mapping

_PROSE = ("translator", "reviewer", "updated", "draft")
OWN = ("title", "summary", "image_alt", *_PROSE)
_SHARED = (
    "date", "publish_on", "cities", "figures", "places", "topics", "image", "authors", "sources", "aliases", "redirect_from",
    "order", "withdrawn", "extra",
)  # fmt: skip
SHARED = {"stories": (*_SHARED, "series", "number"), "pages": _SHARED}
_EMPTY = Mapping({}, {}, 1, 1)
_UNREAD = Mapping({"name": Broken(1, 1)}, {"name": (1, 1)}, 1, 1)  # what is wrong with the file has been said


class Read(NamedTuple):
    entry: Entry
    number: Place | None = None  # of the field, for the check that numbers are unique


def read_entry(disk: Disk, folder: Folder, tongues: Tongues) -> Read:
    """The entry of a folder, as far as its files can be understood."""
    if folder.kind.model in SHARED:
        return _read_texts(disk, folder, tongues)
    found = folder.profile or Found(f"{folder.path}/profile.yaml", "")
    node = (read_data(disk, found) if folder.profile else None) or _UNREAD
    entry = read_profile(Fields(node, found.path, disk.problems, tongues), folder)
    return Read(replace(entry, editions={lang: _prose(disk, file, lang, entry, tongues) for lang, file in folder.editions.items()}))


def read_data(disk: Disk, file: Found) -> Mapping | None:
    data = disk.read(file.path, file.real)
    if data is None:
        return None
    text, problems = decode(data, file.path)
    node, found = compose(text, file.path)
    disk.problems += problems + found
    if node is None:
        return _EMPTY
    if not isinstance(node, Mapping):
        disk.problems.append(problem("yaml-not-fields", Place(file.path, node.line, node.column)))
        return None
    return node


def _read_front(disk: Disk, file: Found, lang: str) -> Front | None:
    data = disk.read(file.path, file.real)
    if data is None:
        return None
    text, problems = decode(data, file.path, lang)
    front, found = split(text, file.path)
    disk.problems += problems
    disk.problems += found
    return front


def _prose(disk: Disk, file: Found, lang: str, entry: Entry, tongues: Tongues) -> Edition:
    home = entry.place.path
    front = _read_front(disk, file, lang) or Front(_EMPTY, "", 1, False)
    fields = Fields(front.node, file.path, disk.problems, tongues)
    if "title" in front.node.fields:
        fields.report_key("name-elsewhere", "title", name="title", lang=lang)
    fields.only((*_PROSE, "title"), ALL_FIELDS, home)
    name = entry.profile.name.words.get(lang, "") if entry.profile else ""
    return _edition(fields, front, lang, name)


def _read_texts(disk: Disk, folder: Folder, tongues: Tongues) -> Read:
    shared = SHARED[folder.kind.model]
    source = tongues.source if tongues.source in folder.editions else next(iter(folder.editions))
    home = folder.editions[source].path
    editions: dict[str, Edition] = {}
    read = Read(Entry(folder.key, Place(home), {}))
    for lang, file in folder.editions.items():
        front = _read_front(disk, file, lang)
        if front is None:
            editions[lang] = Edition(lang, Place(file.path), folder.key.slug)
            continue
        fields = Fields(front.node, file.path, disk.problems, tongues)
        if lang == source:
            fields.only((*OWN, *shared))
            read = _shared(fields, folder)
        else:
            fields.only(OWN, shared, home)
        if not front.present:
            disk.report("no-front-matter", file.path)
        else:
            fields.require("title")
        editions[lang] = _edition(fields, front, lang, fields.text("title") or folder.key.slug)
    return Read(replace(read.entry, editions=editions, updated=editions[source].updated), read.number)


def _edition(fields: Fields, front: Front, lang: str, title: str) -> Edition:
    return Edition(
        lang=lang,
        place=Place(fields.path),
        title=title,
        summary=fields.text("summary"),
        image_alt=fields.text("image_alt"),
        translator=fields.text("translator"),
        reviewer=fields.text("reviewer"),
        updated=fields.date("updated"),
        draft=fields.flag("draft"),
        body=front.body,
        body_line=front.body_line,
    )


def _shared(fields: Fields, folder: Folder) -> Read:
    """What the source edition says for all languages."""
    series, number = fields.reference("series"), fields.number("number", least=1)
    present = fields.node.fields
    if "number" in present and "series" not in present:
        fields.report_key("number-without-series", "number")
    if folder.kind.model == "stories" and present and not {"date"} & {*present, *fields.meant}:
        fields.report("missing-date", fields.node)
    entry = Entry(
        key=folder.key,
        place=fields.top(),
        editions={},
        date=fields.date("date"),
        publish_on=fields.date("publish_on", whole=True),
        series=series,
        number=number,
        cities=fields.references("cities"),
        figures=fields.references("figures"),
        places=fields.references("places"),
        topics=fields.references("topics"),
        image=read_picture(fields, folder),
        authors=tuple(item.text for item in fields.words("authors")),
        sources=read_sources(fields),
        aliases=fields.names("aliases"),
        redirect_from=fields.addresses("redirect_from"),
        order=fields.number("order", least=-9999) or 0,
        withdrawn=fields.flag("withdrawn"),
        extra=fields.data("extra"),
    )
    return Read(entry, fields.place("number") if number is not None else None)
