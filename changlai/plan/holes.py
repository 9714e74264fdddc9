"""What fills the holes of a document: addresses, names, sizes and heading ids, for one reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import escape
from typing import NamedTuple
from urllib.parse import unquote

from changlai.model import PICTURES, Hole, Key, Place
from changlai.plan import urls
from changlai.plan.site import Site, once
from changlai.problems import Problem, problem, suggestion

UNPUBLISHED = re.compile(r"\.(?:docx?|wps|et|dps|rtf|odt|xlsx?|pptx?|hwpx?|heic|mp[34]|mov|m4v|avi|wmv|zip|rar|7z|txt)$", re.IGNORECASE)
BRACKETS = {"zh": "（{}）", "ja": "（{}）", "ko": "({})", "latin": " ({})"}


class Goal(NamedTuple):
    """What a written target means: an entry, a term, a file beside the entry, or this very page; None in all four: nothing."""

    key: Key | None = None
    term: tuple[str, str] | None = None
    file: str = ""
    here: bool = False
    fragment: str = ""


def fill(site: Site, key: Key, edition: str, lang: str, around: str = "") -> tuple[tuple[str, ...], list[Problem]]:
    """The values for the holes of the edition in `edition`, read by somebody of `lang` (a mirror reads another's); on a page in `around`,
    where that is another language."""
    document = site.library.documents[key, edition]
    written = site.library.entries[key].editions[edition]
    ids = heading_ids(site, key, edition)
    problems: list[Problem] = []
    fills = []
    for hole in document.holes:
        place = Place(written.place.path, written.body_line + hole.line - 1, hole.column)
        value, found = fill_one(site, key, hole, ids, lang, place, edition, around or lang)
        fills.append(value)
        problems += found
    return tuple(fills), problems


def fill_one(
    site: Site, key: Key, hole: Hole, ids: Sequence[str], lang: str, place: Place, edition: str, around: str
) -> tuple[str, list[Problem]]:
    match hole.kind:
        case "id":
            return f'id="{escape(ids[int(hole.form)])}"', []
        case "string":
            return hole.target, []  # the theme's word: render knows the catalog
        case "image":
            return image(site, key, hole, place)
        case "name":
            return name(site, hole, lang, place)
        case "label":
            return label(site, key, hole, lang, place)
        case "link":
            return link(site, key, hole, lang, place, edition, around)


def image(site: Site, key: Key, hole: Hole, place: Place) -> tuple[str, list[Problem]]:
    folder = folder_of(site, key)
    path = resolve(folder, hole.target)
    media = site.library.media.get(path)
    if media is None and path.rpartition(".")[2].casefold() not in PICTURES:
        return "", [problem("image-type", place, value=hole.target)]
    if media is None:
        known = [name.removeprefix(f"{folder}/") for name in site.library.media if name.startswith(f"{folder}/")]
        return "", [problem("image-missing", place, target=hole.target, folder=folder, near=suggestion(hole.target, known))]
    owner = owner_of(site, path)
    if owner is None:
        return "", [problem("image-missing", place, target=hole.target, folder=folder)]
    source = site.href(urls.media(*owner))
    return f'src="{escape(source)}" width="{media.width}" height="{media.height}" decoding="async"', []


def name(site: Site, hole: Hole, lang: str, place: Place) -> tuple[str, list[Problem]]:
    goal = aim(site, Key("", ""), hole.target)
    if goal.term:
        words = site.say(site.library.terms[goal.term[0]][goal.term[1]].title, lang)
        return marked(words.text, "" if words.lang == lang else site.tag(words.lang)), []
    if goal.key is None:
        return "", [unknown(site, hole, place)]
    entry = site.library.entries[goal.key]
    said, own = site.named(goal.key, lang), entry.profile.local_name if entry.profile else None
    title = marked(said["text"], said["tag"])
    if not hole.form or own is None or own.text == said["text"]:
        return title, []
    mine = marked(own.text, own.tag)
    return (mine if hole.form == "local" else title + BRACKETS[site.languages[lang].typography].format(mine)), []


def label(site: Site, key: Key, hole: Hole, lang: str, place: Place) -> tuple[str, list[Problem]]:
    """The words of a link that was written without any."""
    goal = aim(site, key, hole.target)
    if goal.key or goal.term:
        named = f"{site.library.settings.kinds[goal.key.kind].ref}:{goal.key.slug}" if goal.key else ""
        target = named or ":".join(("topic" if goal.term and goal.term[0] == "topics" else "series", goal.term[1] if goal.term else ""))
        return name(site, hole._replace(target=target, form=""), lang, place)
    return escape(hole.target), []


def link(site: Site, key: Key, hole: Hole, lang: str, place: Place, edition: str, around: str) -> tuple[str, list[Problem]]:
    goal = aim(site, key, hole.target)
    if goal.here:
        problems = check_fragment(site, key, edition, goal.fragment, hole, place)
        return f'href="#{escape(goal.fragment)}"', problems
    suffix = f"#{goal.fragment}" if goal.fragment else ""
    if goal.file:
        owner = owner_of(site, goal.file)
        return (f'href="{escape(site.href(urls.media(*owner)) + suffix)}"', []) if owner else ("", [unknown(site, hole, place)])
    if goal.term:
        return f'href="{escape(site.href(urls.term(lang, *goal.term)))}"{leads(site, lang, around)}', []
    if goal.key is None:
        return "", [unknown(site, hole, place)]
    target = site.editions.target(goal.key, lang)
    if target is None:
        return to_stub(site, goal.key, hole, lang, place)
    if (goal.key, target.lang) in site.editions.stubs:
        suffix = ""  # a page without text has no part to lead to
    problems = check_fragment(site, goal.key, target.lang, goal.fragment, hole, place) if suffix else []
    return f'href="{escape(site.href(target.url) + suffix)}"{leads(site, target.lang, around)}', problems


def leads(site: Site, lang: str, around: str) -> str:
    """The language of what a link leads to, where it is not that of the page."""
    return "" if lang == around else f' hreflang="{escape(site.tag(lang))}"'


def to_stub(site: Site, key: Key, hole: Hole, lang: str, place: Place) -> tuple[str, list[Problem]]:
    """What was withdrawn still answers politely; what was never published cannot be linked to."""
    code = next((code for code in (lang, *site.editions.codes) if (key, code) in site.editions.stubs), None)
    if code is None:
        return "", [problem("link-hidden", place, target=hole.target, entry=key)]
    url = site.href(site.editions.own(key, code))
    return f'href="{escape(url)}"', [problem("link-withdrawn", place, target=hole.target, entry=key)]


def check_fragment(site: Site, key: Key, edition: str, fragment: str, hole: Hole, place: Place) -> list[Problem]:
    document = site.library.documents.get((key, edition))
    known = [*heading_ids(site, key, edition), *document.ids] if document else []
    if fragment in known:
        return []
    return [problem("fragment-missing", place, fragment=fragment, entry=key, lang=edition, near=suggestion(fragment, known))]


@once
def aim(site: Site, key: Key, target: str) -> Goal:
    """What a target written in the folder of `key` means. Bare paths are relative to that folder, as on the writer's disk."""
    path, _, fragment = target.partition("#")
    if not path:
        return Goal(here=True, fragment=fragment)
    scheme, colon, rest = path.partition(":")
    if colon:
        return aim_by_name(site, scheme, rest.strip("/"), fragment)
    if path.startswith("/"):
        return Goal()
    place = resolve(folder_of(site, key), path)
    if place in site.library.media:
        return Goal(file=place, fragment=fragment)
    parts = place.split("/")
    if len(parts) in (3, 4) and parts[0] == "content" and Key(parts[1], parts[2]) in site.library.entries:
        known = len(parts) == 3 or parts[3] == "profile.yaml" or parts[3].startswith("index.")
        return Goal(key=Key(parts[1], parts[2]), fragment=fragment) if known else Goal()
    return Goal()


def aim_by_name(site: Site, scheme: str, rest: str, fragment: str) -> Goal:
    vocabulary = {"series": "series", "topic": "topics"}.get(scheme)
    if vocabulary:
        return Goal(term=(vocabulary, rest), fragment=fragment) if rest in site.library.terms.get(vocabulary, {}) else Goal()
    kinds = [name for name, kind in site.library.settings.kinds.items() if kind.ref == scheme]
    return next((Goal(key=Key(name, rest), fragment=fragment) for name in kinds if Key(name, rest) in site.library.entries), Goal())


def unknown(site: Site, hole: Hole, place: Place) -> Problem:
    if hole.target.startswith("/"):
        return problem("link-absolute", place, target=hole.target)
    code = "link-file" if UNPUBLISHED.search(hole.target) else "link-dead"
    near = by_name(site, hole.target) or suggestion(hole.target, names(site))
    return problem(code, place, target=hole.target, near="" if code == "link-file" else near)


def by_name(site: Site, target: str) -> str:
    """The reference to the entry that the writer called by its name: city:布莱克城."""
    word = target.replace("：", ":").rpartition(":")[2].strip("/ ")
    kinds = site.library.settings.kinds
    called = (key for key in site.library.entries if any(site.named(key, lang)["text"] == word for lang in site.editions.codes))
    return next((f"{kinds[key.kind].ref}:{key.slug}" for key in called), "")


def names(site: Site) -> Iterator[str]:
    kinds = site.library.settings.kinds
    for key in site.library.entries:
        yield f"{kinds[key.kind].ref}:{key.slug}"
        yield f"../../{key.kind}/{key.slug}/"
        yield f"../{key.slug}/"


@once
def heading_ids(site: Site, key: Key, lang: str) -> list[str]:
    """Written ids; else, where the outlines have the same levels, the source's in that place; else their own. Each once."""
    document = site.library.documents.get((key, lang))
    if document is None:
        return []
    origin = site.library.documents.get((key, site.editions.sources[key])) or document
    same = [heading.level for heading in origin.outline] == [heading.level for heading in document.outline]
    taken: set[str] = {heading.id for heading in document.outline if heading.written}
    ids = []
    for own, other in zip(document.outline, origin.outline if same else document.outline, strict=True):
        wanted = own.id if own.written else unique(other.id, taken)
        taken.add(wanted)
        ids.append(wanted)
    return ids


def unique(wanted: str, taken: set[str]) -> str:
    number, name = 1, wanted
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name


def folder_of(site: Site, key: Key) -> str:
    return site.library.entries[key].place.path.rpartition("/")[0]


def owner_of(site: Site, path: str) -> tuple[Key, str] | None:
    """The entry whose folder holds a file, and the file's name in it."""
    parts = path.split("/", 3)
    key = Key(parts[1], parts[2]) if len(parts) > 3 else None
    return (key, parts[3]) if key and key in site.library.entries else None


@lru_cache(2**14)
def resolve(folder: str, target: str) -> str:
    """A path as written, from the folder of its file; steps above the project are kept and lead nowhere."""
    parts: list[str] = []
    for part in f"{folder}/{unquote(target)}".split("/"):
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def marked(text: str, tag: str) -> str:
    return f'<span lang="{escape(tag)}">{escape(text)}</span>' if tag else escape(text)


def shown_media(site: Site) -> set[str]:
    """The files beside entries that a published edition shows or links to."""
    return {path for key in site.library.entries if (real := site.editions.real[key]) for path in media_of(site, key, real)}


def awaited_media(site: Site) -> set[str]:
    """The same of all editions: what a draft shows waits with it, and is no mistake."""
    return {path for key in site.library.entries for path in media_of(site, key, site.editions.codes)}


@once
def media_of(site: Site, key: Key, langs: tuple[str, ...]) -> set[str]:
    picture, gists = site.media(site.library.entries[key].image), site.library.gists
    found = {picture.path} if picture else set()
    written = {target for lang in langs if (key, lang) in gists for target in gists[key, lang].targets}
    targets = {target.partition("#")[0] for target in written if ":" not in target}
    found.update(resolve(folder_of(site, key), target) for target in targets)
    return found & site.library.media.keys()


def named(site: Site) -> dict[Key, tuple[Key, ...]]:
    """For each entry those that any edition of it leads to, or takes a name or a file from; itself left out."""
    written: dict[Key, set[str]] = {}
    for (key, _), gist in site.library.gists.items():
        written.setdefault(key, set()).update(gist.targets)
    found: dict[Key, tuple[Key, ...]] = {}
    for key, targets in written.items():
        # A target without these, or % for one of them, is a file beside the text, or a part of it.
        goals = [aim(site, key, target) for target in targets if "/" in target or ":" in target or "%" in target]
        owners = {goal.key or (owner_of(site, goal.file) or (key,))[0] for goal in goals} - {key}
        if owners:
            found[key] = tuple(sorted(owners))
    return found
