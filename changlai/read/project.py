"""A project on the disk → a Library and everything that is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from changlai.codec import Codec
from changlai.model import Concept, File, Key, Language, Library, Place, Settings, Term, Text
from changlai.problems import Problem, Stopped, problem
from changlai.progress import Progress
from changlai.read.disk import Disk, Mark
from changlai.read.entries import Read, Texts, read_entry, read_fields
from changlai.read.frontmatter import split
from changlai.read.glossary import check_exemptions, read_glossary
from changlai.read.names import is_path
from changlai.read.records import read_records
from changlai.read.references import check_references
from changlai.read.site import BUILT_IN, PATH, read_site
from changlai.read.terms import VOCABULARIES, read_terms
from changlai.read.text import decode
from changlai.read.theme import ParseCatalog, read_messages, read_templates, read_theme
from changlai.read.tree import Folder, Found, walk
from changlai.read.values import Tongues
from changlai.store import Store, digest, fingerprint

ENTRIES: Codec[Read] = Codec(Read)
FIRST, NEAR = 16, 40  # characters by which folded words are known again in their file, and lines in which they are looked for


@dataclass(frozen=True, slots=True)
class Reading:
    """What one look at the disk gave."""

    library: Library | None  # documents and media still empty; None where site.yaml cannot be understood
    files: Mapping[str, File]  # pictures and PDF beside the entries, by path
    problems: tuple[Problem, ...]
    marks: Mapping[str, Mark] = field(default_factory=dict)  # how the files of the project stood, for the next look


class Memory(NamedTuple):
    """What an earlier look at the same project left."""

    store: Store
    version: str  # of the program
    marks: Mapping[str, Mark]
    now: int = 0  # nanoseconds
    watch: Progress = Progress()
    read: Callable[[Settings, Sequence[Unread]], Iterator[Read]] = lambda settings, unread: map(read_unread, unread)  # in their order


def read_project(root: Path, parse_catalog: ParseCatalog, packaged: Path, memory: Memory | None = None) -> Reading:
    """Read a whole project. `packaged` holds the package's templates and translations."""
    memory = memory or Memory(Store(None), "", {})
    disk = Disk(root, marks=memory.marks, now=memory.now)
    settings = _settings(disk)
    known = settings or _assumed(disk)
    folders, tables = walk(disk, known)
    tongues = Tongues(known.source, known.languages)
    terms = _terms(disk, tables.get("terms.yaml"), tongues)
    read = _read_all(disk, folders, known, memory)
    files = _files(disk, folders)
    package = None if os.path.realpath(packaged) == disk.root else Disk(packaged, bounded=False)
    templates, assets = read_templates(disk, package)
    library = Library(
        settings=known,
        entries={key: found.entry for key, found in read.items()},
        terms=terms,
        messages=read_messages(disk, known.languages, parse_catalog),
        theme=read_theme(disk, package, known.languages, parse_catalog) if settings else {},
        documents={},
        media={},
        templates=templates,
        assets=assets,
        released=_released(disk),
        records=read_records(disk) if settings else {},
        faces={key: found.face for key, found in read.items()},
        glossary=_glossary(disk, tables.get("glossary.yaml"), tongues, memory),
        digests=disk.digests | ({package.real(path): found for path, found in package.digests.items()} if package else {}),
    )
    if settings and not folders and not disk.problems:
        disk.report("no-entries", "content")
    problems = [*disk.problems, *(package.problems if package else ())]
    if settings is None:
        return Reading(None, files, tuple(sorted(set(problems))))
    problems += check_references(library, {key: found.number for key, found in read.items() if found.number})
    problems += check_exemptions(library.glossary.values(), library.entries)
    return Reading(library, files, tuple(sorted(set(problems))), disk.marks)


def _settings(disk: Disk) -> Settings | None:
    if not disk.exists(PATH):
        misnamed = next((name for name in ("site.yml", "Site.yaml", "site.yaml.txt", "config.yaml") if disk.exists(name)), "")
        if misnamed:
            disk.report("data-name", misnamed, name=misnamed, file=PATH)
        else:
            disk.report("missing-site", PATH)
        return None
    data = disk.read(PATH)
    node = read_fields(data, PATH, disk.problems) if data is not None else None
    return read_site(node, disk.problems) if node else None


def _assumed(disk: Disk) -> Settings:
    """Settings to read on with where site.yaml cannot be understood, so that it does not hide what is wrong elsewhere."""
    files = Path(disk.root).glob("content/*/*/index.*.md")
    codes = dict.fromkeys(["zh", "en", "ko", "ja", *sorted(file.name.split(".")[1] for file in files)])
    languages = {code: Language(code, code, code, code, "", "latin") for code in codes}
    return Settings(Text(Place(PATH), {}), "https://example.invalid/", "zh", languages, kinds=BUILT_IN)


def _read_all(disk: Disk, folders: list[Folder], settings: Settings, memory: Memory) -> dict[Key, Read]:
    """The entries of all folders, each read anew only where its files are not what they were."""
    tongues = Tongues(settings.source, settings.languages)
    base = fingerprint("entry", memory.version, repr(tongues))
    keys = {folder.key: _key(base, folder, [disk.stamp(text.path, text.real) for text in folder.texts()]) for folder in folders}
    known = memory.store.load_all("entries", keys.values(), ENTRIES.load_all)
    unread = [
        Unread(folder, tongues, {text.path: disk.read(text.path, text.real) for text in folder.texts()})
        for folder in folders
        if keys[folder.key] not in known
    ]
    fresh = memory.read(settings, unread)
    read: dict[Key, Read] = {}
    for folder in memory.watch.each(folders, len(folders)):
        key = keys[folder.key]
        found = read[folder.key] = known.get(key) or next(fresh)
        disk.problems += found.problems
        # What was read is what the key says, unless somebody was writing.
        if key and key not in known and key == _key(base, folder, [disk.digests[text.path] for text in folder.texts()]):
            memory.store.keep(key, ENTRIES.dump(bare(found)))
    return read


def _key(base: str, folder: Folder, stamps: list[str]) -> str:
    """What the entry of a folder follows from; empty where a file of it cannot be read."""
    if not all(stamps):
        return ""
    return fingerprint(base, folder.path, folder.kind.model, [text.path for text in folder.texts()], stamps, sorted(folder.files))


class Unread(NamedTuple):
    """One entry whose files were not met before."""

    folder: Folder
    tongues: Tongues
    texts: Texts


def read_unread(unread: Unread) -> Read:
    """Pure, and the same in every process."""
    found = read_entry(unread.folder, unread.texts, unread.tongues)
    return found._replace(face=digest(ENTRIES.dump(bare(found, told=False))))


def bare(read: Read, told: bool = True) -> Read:
    """What was read of an entry without its bodies, which the files have; nor, unless they are `told`, with the digests of those."""
    editions = {lang: text._replace(body="", digest=text.digest if told else "") for lang, text in read.entry.editions.items()}
    return read._replace(entry=read.entry._replace(editions=editions))


def words_place(root: Path, place: Place, name: str, words: str, known: str) -> tuple[int, int]:
    """Line and column at which `words` begin in a file: in the field `name`, or behind `place`; of that itself where they are not to be
    seen, since they may be set out in any way that YAML knows. Raises Stopped where the digest of the file is not `known` any more."""
    disk = Disk(root)
    data = disk.read(place.path, disk.spelled(place.path))
    if data is None or digest(data) != known:
        raise Stopped(problem("changed-meanwhile", place))
    lines = decode(data, place.path)[0].split("\n")
    start = next((number for number, line in enumerate(lines) if line.startswith(name + ":")), 0) if name else place.line - 1
    for head in (words, words[:FIRST]):
        for number in range(start, min(len(lines), start + NEAR)):
            column = lines[number].find(head, len(name) + 1 if number == start and name else 0)
            if column >= 0:
                return number + 1, column + 1
    return start + 1, place.column


def read_body(root: Path, path: str, lang: str) -> str:
    """The body of one edition, as it is on the disk now; empty where it cannot be had."""
    disk = Disk(root)
    data = disk.read(path, disk.spelled(path))
    return split(decode(data, path, lang)[0], path)[0].body if data is not None else ""


def _terms(disk: Disk, file: Found | None, tongues: Tongues) -> dict[str, dict[str, Term]]:
    data = disk.read(*file) if file else None
    node = read_fields(data, file.path, disk.problems) if file and data is not None else None
    return read_terms(node, file.path, disk.problems, tongues) if file and node else {vocabulary: {} for vocabulary in VOCABULARIES}


def _glossary(disk: Disk, file: Found | None, tongues: Tongues, memory: Memory) -> dict[str, Concept]:
    data = disk.read(*file) if file else None
    if file is None or data is None:
        return {}

    def read() -> tuple[dict[str, Concept], list[Problem]]:
        problems: list[Problem] = []
        node = read_fields(data, file.path, problems)
        return read_glossary(node, file.path, problems, tongues) if node else {}, problems

    # The longest of all tables, and one that an edit seldom changes.
    key = fingerprint("glossary", memory.version, file.path, disk.digests[file.path], repr(tongues))
    found, problems = memory.store.hold("glossary", key, read)
    disk.problems += problems
    return found


def _files(disk: Disk, folders: list[Folder]) -> dict[str, File]:
    kept = (disk.keep(found.path, found.real) for folder in folders for found in folder.files.values())
    return {file.path: file for file in kept if file}


def _released(disk: Disk) -> tuple[str, ...]:
    path = "urls.lock"
    data = disk.read(path) if disk.exists(path) else None
    if data is None:
        return ()
    text, problems = decode(data, path)
    disk.problems += problems
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if is_path(line):
            found.append(line)
        elif line.strip():
            disk.problems.append(problem("lock-line", Place(path, number, 1), line=line.strip()[:80]))
    return tuple(found)
