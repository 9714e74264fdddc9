"""The walk through `content/`: which folders are entries, and what lies in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from changlai.model import PICTURES, Key, Kind, Settings
from changlai.problems import suggestion
from changlai.read.disk import Disk
from changlai.read.names import is_free, is_slug, similar_language, slug_of

COPIED = PICTURES | {"pdf"}
TABLES = ("terms.yaml", "glossary.yaml")  # in `content/` itself
_MISNAMED = dict.fromkeys(("terms.yml", "term.yaml", "term.yml"), "terms.yaml") | dict.fromkeys(
    ("glossary.yml", "glossaries.yaml", "glossaries.yml"), "glossary.yaml"
)
_EDITION = re.compile(r"index\.([a-z0-9-]+)\.md")
_TEXT = re.compile(r"(?:index|(?P<bare>[a-z]{2}(?:-[a-z0-9]+)*))(?P<rest>[._。-].*)?", re.IGNORECASE)
_TEXT_ENDINGS = (".md", ".markdown", ".mdown", ".md.txt", ".markdown.txt", ".mdx")
_IGNORED = re.compile(
    r"\..*|.*~|~\$.*|#.*#|.*\.(?:swp|swo|swx|tmp|part|crdownload)|thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r", re.IGNORECASE
)
_COPY = re.compile(
    r".*(?: \(\d+\)| - (?:副本|Copy|コピー|복사본)(?: ?\(\d+\))?|的副本|のコピー|\.(?:bak|orig|old|rej|backup))(?:\.\w+)*", re.IGNORECASE
)
_STRAYS = {
    **dict.fromkeys(["heic", "heif", "hif"], "stray-heic"),
    **dict.fromkeys(["3gp", "avi", "flv", "m4v", "mkv", "mov", "mp3", "mp4", "mpg", "m4a", "wav", "webm", "wmv"], "stray-video"),
    **dict.fromkeys(
        ["doc", "docx", "wps", "et", "dps", "odp", "ods", "odt", "pages", "ppt", "pptx", "rtf", "xls", "xlsx", "hwp", "hwpx"],
        "stray-document",
    ),
    **dict.fromkeys(
        ["ai", "bmp", "cr2", "dng", "eps", "ico", "jp2", "jxl", "nef", "psd", "raw", "svgz", "tif", "tiff", "wmf", "emf"], "stray-picture"
    ),
}
_UNSAFE = re.compile(r"[?#%\\\"*:<>|\x00-\x1f\x7f]")


class Found(NamedTuple):
    path: str  # of the project, in NFC
    real: str  # of the operating system


@dataclass(slots=True)
class Folder:
    """One entry on the disk."""

    key: Key
    kind: Kind
    path: str
    editions: dict[str, Found] = field(default_factory=dict)  # by language, in the order of the site
    profile: Found | None = None
    files: dict[str, Found] = field(default_factory=dict)  # pictures and PDF by name

    def texts(self) -> list[Found]:
        return [*filter(None, (self.profile,)), *self.editions.values()]


def walk(disk: Disk, settings: Settings) -> tuple[list[Folder], dict[str, Found]]:
    """Every entry of the project, and by name the tables beside them."""
    folders: list[Folder] = []
    tables: dict[str, Found] = {}
    for name, entry in disk.list("content") if disk.exists("content") else ():
        path = f"content/{name}"
        if is_ignored(name):
            continue
        kind = disk.kind_of(path, entry)
        if kind == "file":
            if name in TABLES:
                tables[name] = Found(path, entry.path)
            else:
                _loose_file(disk, path, name, "content/pages", settings)
        elif kind == "folder" and _is_kind(disk, path, name, settings.kinds):
            folders += _entries(disk, path, settings.kinds[name], settings)
    return folders, tables


def is_ignored(name: str) -> bool:
    """What editors and operating systems leave behind, and nobody means."""
    return bool(_IGNORED.fullmatch(name))


def ending(name: str) -> str:
    return name.rpartition(".")[2].casefold()


def _is_kind(disk: Disk, path: str, name: str, kinds: Mapping[str, Kind]) -> bool:
    if name in kinds:
        return True
    refs = {kind.ref: kind.name for kind in kinds.values()}
    similar = refs.get(name.casefold()) or suggestion(name, kinds)
    if similar:
        disk.report("misspelt-kind", path, name=name, suggestion=similar)
    else:
        disk.report("unknown-kind", path, name=name, known=", ".join(kinds))
    return False


def _entries(disk: Disk, parent: str, kind: Kind, settings: Settings) -> list[Folder]:
    found = []
    for name, entry in disk.list(parent):
        path = f"{parent}/{name}"
        if is_ignored(name):
            continue
        what = disk.kind_of(path, entry)
        if what == "file":
            _loose_file(disk, path, name, parent, settings)
        elif what == "folder" and _is_entry(disk, path, name, kind, settings):
            folder = _entry(disk, Folder(Key(kind.name, name), kind, path), entry.path, settings)
            if folder.editions or folder.profile:
                found.append(folder)
    return found


def _loose_file(disk: Disk, path: str, name: str, parent: str, settings: Settings) -> None:
    lowered = name.casefold()
    if _COPY.fullmatch(name):
        disk.report("copy-of-file", path, name=name)
    elif lowered.endswith(_TEXT_ENDINGS):
        slug, _, lang = name[: lowered.index(".m")].partition(".")
        lang = lang if lang in settings.languages else settings.source
        disk.report("loose-entry", path, folder=f"{parent}/{slug_of(slug)}", file=f"index.{lang}.md")
    elif lowered in _MISNAMED:
        disk.report("data-name", path, name=name, file=_MISNAMED[lowered])
    else:
        disk.report("stray-file", path, name=name, lang=settings.source)


def _is_entry(disk: Disk, path: str, name: str, kind: Kind, settings: Settings) -> bool:
    if not is_slug(name):
        disk.report("bad-slug", path, name=name, suggestion=slug_of(name))
    elif not is_free(name, kind, settings):
        disk.report("reserved-slug", path, name=name)
    return True


def _entry(disk: Disk, folder: Folder, real: str, settings: Settings) -> Folder:
    editions: dict[str, Found] = {}
    before = len(disk.problems)
    listed = disk.list(folder.path, real)
    for name, entry in listed:
        path = f"{folder.path}/{name}"
        if is_ignored(name):
            continue
        kind = disk.kind_of(path, entry)
        if kind == "folder":
            disk.report("stray-folder", path, name=name)
        elif kind == "file":
            _file(disk, folder, editions, Found(path, entry.path), name, settings)
    folder.editions = {lang: editions[lang] for lang in settings.languages if lang in editions}
    profiled = folder.kind.model in ("cities", "figures", "places")
    if not editions and not folder.profile and len(disk.problems) == before:
        file = "profile.yaml" if profiled else f"index.{settings.source}.md"
        disk.report("empty-entry", folder.path, file=file)
    elif profiled and not folder.profile and editions:
        disk.report("missing-profile", folder.path, kind=folder.key.kind)
    return folder


def _file(disk: Disk, folder: Folder, editions: dict[str, Found], file: Found, name: str, settings: Settings) -> None:
    edition = _EDITION.fullmatch(name)
    if edition and edition[1] in settings.languages:
        editions[edition[1]] = file
    elif name == "profile.yaml" and folder.kind.model in ("cities", "figures", "places"):
        folder.profile = file
    elif name == "profile.yaml":
        disk.report("profile-not-here", file.path, kind=folder.key.kind, lang=settings.source)
    elif ending(name) in COPIED and not _COPY.fullmatch(name):
        unsafe = _UNSAFE.search(name)
        if unsafe:
            disk.report("file-name", file.path, character=unsafe.group())
        folder.files[name] = file
    else:
        _misnamed(disk, file.path, name, settings)


def _misnamed(disk: Disk, path: str, name: str, settings: Settings) -> None:
    lowered = name.casefold()
    edition = _EDITION.fullmatch(lowered)
    if _COPY.fullmatch(name):
        disk.report("copy-of-file", path, name=name)
    elif lowered in ("index.md", "index.markdown", "index.md.txt"):
        disk.report("edition-without-language", path, file=f"index.{settings.source}.md", lang=settings.source)
    elif edition and edition[1] not in settings.languages:
        _unknown_language(disk, path, edition[1], settings)
    elif lowered.endswith(_TEXT_ENDINGS) and (text := _TEXT.fullmatch(lowered)) and (text["rest"] or text["bare"]):
        lang = next((code for code in settings.languages if re.search(rf"(?<![a-z]){code}(?![a-z])", lowered)), settings.source)
        disk.report("edition-name", path, name=name, file=f"index.{lang}.md")
    elif lowered in ("profile.yml", "profile.yaml", "profile.yaml.txt", "profile.yml.txt", "profil.yaml", "profiles.yaml"):
        disk.report("data-name", path, name=name, file="profile.yaml")
    else:
        disk.report(_STRAYS.get(ending(name), "stray-file"), path, name=name, lang=settings.source)


def _unknown_language(disk: Disk, path: str, code: str, settings: Settings) -> None:
    similar = similar_language(code, settings.languages)
    if similar:
        disk.report("misspelt-language", path, name=code, suggestion=similar)
    else:
        disk.report("unknown-language", path, name=code, known=", ".join(settings.languages))
