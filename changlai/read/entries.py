"""One folder → one entry with its editions."""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from typing import NamedTuple, TypeAlias, cast, get_args

from changlai.model import Date, Edition, Entry, Place, Provenance
from changlai.problems import Problem, problem
from changlai.read.fields import Fields
from changlai.read.frontmatter import Front, split
from changlai.read.mending import compose
from changlai.read.pictures import read_picture
from changlai.read.profiles import ALL_FIELDS, read_profile, read_sources
from changlai.read.text import decode
from changlai.read.tree import Folder, Found
from changlai.read.values import Tongues
from changlai.read.yamlnodes import Broken, Mapping
from changlai.store import digest

_PROSE = ("translator", "reviewer", "translation", "differs", "updated", "draft")
PROVENANCE = tuple(filter(None, get_args(Provenance)))
OWN = ("title", "summary", "image_alt", *_PROSE)
_SHARED = (
    "date", "publish_on", "cities", "figures", "places", "topics", "image", "authors", "sources", "aliases", "redirect_from",
    "order", "withdrawn", "extra",
)  # fmt: skip
SHARED = {"stories": (*_SHARED, "series", "number"), "pages": _SHARED}
_EMPTY = Mapping({}, {}, 1, 1)
_UNREAD = Mapping({"name": Broken(1, 1)}, {"name": (1, 1)}, 1, 1)  # what is wrong with the file has been said

Texts: TypeAlias = AnyMapping[str, "bytes | None"]  # of files by path; None for those that cannot be read


class Read(NamedTuple):
    entry: Entry
    problems: list[Problem]
    number: Place | None = None  # of the field, for the check that numbers are unique
    face: str = ""  # the digest of all that was read but the bodies


def read_entry(folder: Folder, texts: Texts, tongues: Tongues) -> Read:
    """The entry of a folder, as far as its files can be understood: pure, by the bytes of its files and the names of its pictures."""
    problems: list[Problem] = []
    if folder.kind.model in SHARED:
        return _read_texts(folder, texts, tongues, problems)
    found = folder.profile or Found(f"{folder.path}/profile.yaml", "")
    data = texts.get(found.path)
    node = (read_fields(data, found.path, problems) if data is not None else None) or _UNREAD
    editions: dict[str, Edition] = {}
    entry = read_profile(Fields(node, found.path, problems, tongues), folder, editions)
    for lang, file in folder.editions.items():
        editions[lang] = _prose(texts, file.path, lang, entry, tongues, problems)
    return Read(entry, problems)


def read_fields(data: bytes, path: str, problems: list[Problem]) -> Mapping | None:
    """The fields of a file that holds nothing else; None where there are none to be read."""
    text, found = decode(data, path)
    problems += found
    node, found = compose(text, path)
    problems += found
    if node is None:
        return _EMPTY
    if not isinstance(node, Mapping):
        problems.append(problem("yaml-not-fields", Place(path, node.line, node.column)))
        return None
    return node


def _front(texts: Texts, path: str, lang: str, problems: list[Problem]) -> Front | None:
    data = texts[path]
    if data is None:
        return None
    text, found = decode(data, path, lang)
    problems += found
    front, found = split(text, path)
    problems += found
    return front


def _prose(texts: Texts, path: str, lang: str, entry: Entry, tongues: Tongues, problems: list[Problem]) -> Edition:
    front = _front(texts, path, lang, problems) or Front(_EMPTY, "", 1, False)
    fields = Fields(front.node, path, problems, tongues)
    if "title" in front.node.fields:
        fields.report_key("name-elsewhere", "title", name="title", lang=lang)
    fields.only((*_PROSE, "title"), ALL_FIELDS, entry.place.path)
    name = entry.profile.name.words.get(lang, "") if entry.profile else ""
    return _edition(fields, front, lang, name)


def _read_texts(folder: Folder, texts: Texts, tongues: Tongues, problems: list[Problem]) -> Read:
    shared = SHARED[folder.kind.model]
    source = tongues.source if tongues.source in folder.editions else next(iter(folder.editions))
    home = folder.editions[source].path
    editions: dict[str, Edition] = {}
    read = Read(Entry(folder.key, Place(home), editions), problems)
    for lang, file in folder.editions.items():
        front = _front(texts, file.path, lang, problems)
        if front is None:
            editions[lang] = Edition(lang, Place(file.path), folder.key.slug)
            continue
        fields = Fields(front.node, file.path, problems, tongues)
        if lang == source:
            fields.only((*OWN, *shared))
        else:
            fields.only(OWN, shared, home)
        if front.present:
            fields.require("title")
        else:
            fields.report("no-front-matter", _EMPTY)
        editions[lang] = _edition(fields, front, lang, fields.text("title") or folder.key.slug)
        if lang == source:
            read = _shared(fields, folder, editions, editions[lang].updated)
    return read


def _edition(fields: Fields, front: Front, lang: str, title: str) -> Edition:
    return Edition(
        lang=lang,
        place=Place(fields.path),
        title=title,
        summary=fields.text("summary"),
        image_alt=fields.text("image_alt"),
        translator=fields.text("translator"),
        reviewer=fields.text("reviewer"),
        translation=cast(Provenance, fields.choice("translation", PROVENANCE) or ""),
        translation_at=fields.place("translation") if "translation" in fields.node.fields else None,
        differs=fields.text("differs"),
        updated=fields.date("updated"),
        draft=fields.flag("draft"),
        body=front.body,
        body_line=front.body_line,
        digest=digest(front.body.encode()),
    )


def _shared(fields: Fields, folder: Folder, editions: dict[str, Edition], updated: Date | None) -> Read:
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
        editions=editions,
        updated=updated,
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
    return Read(entry, fields.problems, fields.place("number") if number is not None else None)
