"""An entry in all its languages, beside what it said when it was last released: what somebody needs who has to approve it."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from pathlib import PurePosixPath

from markupsafe import Markup

from changlai import compare, markdown, translate
from changlai.collate import likest, share
from changlai.media import raster
from changlai.model import Block, Entry, Key, Media, Piece, Standing, Unit
from changlai.plan import facts, holes
from changlai.plan.site import Site, iso
from changlai.record import Wrong, dump_released, load_released, owner_of, released_path
from changlai.translate.reports import Edit, Paper, Part, Plate, Proof
from changlai.weighing import fields, units

FOOTNOTES = '<section class="footnotes"'
WIDTH = 880  # pixels of a picture that is sent along
HEAVY = 150_000  # bytes, beyond which a picture is made smaller
TYPES = {"jpg": "jpeg", "svg": "svg+xml"}  # of pictures, where they are not called as the file ends
INLINE = ("paragraph", "heading")  # blocks in whose place the difference itself can stand
_TAG = re.compile(r"<[a-z][^<>]*>")
_ANCHOR = re.compile(r'(?<= )(id="|href="#)')
_NOTE = re.compile(r"\[\^[^\s\[\]^]{1,60}\]")
Fetch = Callable[[str], bytes]


def said(site: Site, key: Key, lang: str) -> tuple[Unit, ...]:
    """Everything that an edition says to its readers: fields, then blocks."""
    library, entry = site.library, site.library.entries[key]
    found = units(library.documents, entry, lang, lang)
    if not entry.profile:
        return found
    words = ((name, site.say(text, lang)) for name, text in translate.profile_texts(entry))
    spoken = [compare.field_of(name, text) for name, (text, own) in words if own == lang and text]
    return (*spoken, *found[len(fields(entry, lang, lang)) :])


def released(site: Site, day: str, before: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files that say what each public edition says, by path; those of `before` stay where nothing of it has changed."""
    public = [(key, lang) for key, langs in site.editions.real.items() for lang in langs]
    paths = {released_path(key, lang): said(site, key, lang) for key, lang in public}
    return {path: dump_released(found, day, before.get(path, b"")) for path, found in paths.items()}


def proof(site: Site, fetch: Fetch, key: Key, standings: Sequence[Standing], before: Mapping[str, bytes], day: str) -> Proof:
    """The whole of it; `fetch` gives the bytes of a cleaned picture by its digest, `before` are the files of the last release."""
    library, entry = site.library, site.library.entries[key]
    source = translate.source_of(library, entry)
    rows = {row.lang: row for row in standings if row.entry == key}
    present = translate.languages(library, entry)
    called = former(site, key, before)
    papers = [Setting(site, fetch, entry, lang).paper(rows[lang], before.get(released_path(called, lang))) for lang in present]
    return Proof(
        entry=key,
        title=site.title(key, source),
        summary=site.summary(key, source),
        source=source,
        day=day,
        languages=library.settings.languages,
        missing=tuple(code for code in library.settings.languages if code not in present),
        papers=tuple(sorted(papers, key=lambda paper: paper.lang != source)),
    )


def former(site: Site, key: Key, before: Mapping[str, bytes]) -> Key:
    """The name that an entry had when it was released: another, where that entry is gone and most of what it said stands in this one."""
    library = site.library
    there: dict[Key, list[tuple[str, str]]] = {}
    if any(released_path(key, lang) in before for lang in library.settings.languages):
        return key
    for path, data in before.items():
        owner = owner_of(path)
        if owner and owner[0] not in library.entries:
            there.setdefault(owner[0], []).extend((owner[1], unit.digest) for unit in was(data)[1])
    here = {(lang, unit.digest) for lang in translate.languages(library, library.entries[key]) for unit in said(site, key, lang)}
    return likest({name: share(digests, here) for name, digests in there.items()}, key)


class Setting:
    """One edition as it is set."""

    def __init__(self, site: Site, fetch: Fetch, entry: Entry, lang: str) -> None:
        self._site, self._fetch, self._entry, self._lang = site, fetch, entry, lang
        self._typography = site.languages[lang].typography
        self._document = site.library.documents.get((entry.key, lang))
        kinds = site.library.settings.kinds.values()
        self._refs = frozenset({kind.ref for kind in kinds} | {"series", "topic"})

    def paper(self, standing: Standing, before: bytes | None) -> Paper:
        site, entry, lang = self._site, self._entry, self._lang
        day, old = was(before)
        now = said(site, entry.key, lang)
        blocks = self._document.blocks if self._document else ()
        edits = self._edits(old, now, blocks) if day else {}
        edition = entry.editions.get(lang)
        html, notes = self._slices(blocks)
        return Paper(
            lang=lang,
            standing=standing,
            released=day,
            title=self._field("title" if edition and not entry.profile else "name", site.title(entry.key, lang), now, edits),
            fields=tuple(self._fields(now, edits)),
            image=self._plate(),
            parts=tuple(self._parts(blocks, html, len(now) - len(blocks), edits)),
            notes=notes,
            edits=tuple(edit for some in edits.values() for edit in some),
            translator=edition.translator if edition else "",
            reviewer=edition.reviewer if edition else "",
            date=iso(entry.date),
            updated=iso((edition.updated if edition else None) or entry.updated),
            sources=tuple(facts.facts(site, entry, lang)[1]),
        )

    def _edits(self, old: Sequence[Unit], now: Sequence[Unit], blocks: Sequence[Block]) -> dict[int, list[Edit]]:
        """What has changed, by the place of the unit that has it or, of what is gone, of the one that stood before it."""
        first = len(now) - len(blocks)
        found: dict[int, list[Edit]] = {}
        at, number = -1, 0
        for change in compare.changes(old, now):
            at = max(at, change.new)
            if change.kind in ("same", "cosmetic"):
                continue
            number += 1
            one, other = (old[change.old] if change.old >= 0 else None), (now[change.new] if change.new >= 0 else None)
            name = (other or one or Unit("", "", "", "")).name
            block = blocks[change.new - first] if other and not name else None
            pieces = self._difference(one.text if one else "", other.text if other else "", plain=not name)
            found.setdefault(at, []).append(
                Edit(f"edit-{self._lang}-{number}", number, change.kind, block.kind if block else "", name, pieces)
            )
        return found

    def _difference(self, old: str, new: str, plain: bool) -> tuple[Piece, ...]:
        """In the words that readers see; where these are the same, in what is written."""
        one, other = (self._words(text) if plain else text for text in (old, new))
        if one == other and old != new:
            one, other = old, new
        return compare.difference(one, other, self._typography)

    def _words(self, text: str) -> str:
        document = markdown.parse(_NOTE.sub("", text), self._typography, self._refs)
        return self._site.spelled("\n".join(block.text for block in document.blocks), self._lang)

    def _field(self, name: str, text: str, now: Sequence[Unit], edits: Mapping[int, Sequence[Edit]]) -> Part:
        """A field; what was removed before or behind it is told in the list alone."""
        at = next((place for place, unit in enumerate(now) if unit.name == name), -1)
        edit = next((edit for edit in edits.get(at, ()) if edit.kind != "removed"), None)
        return Part(Markup(escape(text)), edit, tracked=edit is not None)

    def _fields(self, now: Sequence[Unit], edits: Mapping[int, Sequence[Edit]]) -> Iterator[tuple[str, Part]]:
        for unit in now:
            if unit.name and unit.name not in ("title", "name", "image_alt"):
                yield unit.name, self._field(unit.name, unit.text, now, edits)

    def _parts(self, blocks: Sequence[Block], html: Sequence[str], first: int, edits: Mapping[int, Sequence[Edit]]) -> Iterator[Part]:
        if blocks:
            yield from (Part(Markup(), edit, tracked=True) for edit in edits.get(-1, ()) if not edit.name)
        for place, block in enumerate(blocks):
            own = [edit for edit in edits.get(place + first, ()) if edit.kind != "removed"]
            edit = own[0] if own else None
            element = f"h{min(int(block.shape[1:]) + 1, 6)}" if block.kind == "heading" else "p"
            if block.start >= 0:
                yield Part(Markup(html[place]), edit, tracked=edit is not None and block.kind in INLINE, element=element)
            yield from (Part(Markup(), gone, tracked=True) for gone in edits.get(place + first, ()) if gone.kind == "removed")

    def _slices(self, blocks: Sequence[Block]) -> tuple[list[str], Markup]:
        """The HTML of each block, and the footnotes."""
        if self._document is None:
            return [], Markup()
        document, fills = self._document, self._fills()
        pieces = [document.parts[0]]
        for fill, after in zip(fills, document.parts[1:], strict=True):
            pieces += [fill, after]
        ends = sorted({block.start for block in blocks if block.start >= 0})[1:]
        texts = [*cut(pieces, ends)]
        texts[-1], mark, notes = texts[-1].partition(FOOTNOTES)
        texts = [self._anchored(text) for text in texts]
        given = iter(texts)
        return [next(given) if block.start >= 0 else "" for block in blocks], Markup(self._anchored(mark + notes))

    def _anchored(self, html: str) -> str:
        """With ids that no other language on the page has."""
        return _TAG.sub(lambda tag: _ANCHOR.sub(rf"\g<1>{self._lang}-", tag[0]), html)

    def _fills(self) -> list[str]:
        """What fills the holes: pictures as data, links to what is public already, and to nothing else of this site."""
        site, key = self._site, self._entry.key
        gettext = translate.translations(site.library, self._lang).gettext
        fills, _ = holes.fill(site, key, self._lang, self._lang)
        found = []
        for hole, fill in zip(self._document.holes if self._document else (), fills, strict=True):
            if hole.kind == "string":
                found.append(escape(gettext(fill)))
            elif hole.kind == "image":
                media = site.library.media.get(holes.resolve(holes.folder_of(site, key), hole.target))
                found.append(re.sub(r'src="[^"]*"', f'src="{self._data(media)}"', fill) if media else "")
            else:
                found.append(self._led(fill) if hole.kind == "link" else fill)
        return found

    def _led(self, fill: str) -> str:
        href = re.search(r'href="([^"]*)"', fill)
        if href is None or not href[1].startswith("/"):
            return fill
        url, mark, fragment = href[1].removeprefix(self._site.base).partition("#")
        return f'href="{self._site.absolute(url)}{mark}{fragment}"' if url in self._site.library.released else ""

    def _plate(self) -> Plate | None:
        shown, media = self._site.image(self._entry.key, self._lang), self._site.media(self._entry.image)
        if shown is None or media is None:
            return None
        return Plate(self._data(media), media.width, media.height, shown["alt"], shown["credit"], shown["licence"])

    def _data(self, media: Media) -> str:
        """A picture as an address that holds it."""
        data, ending = self._fetch(media.digest), PurePosixPath(media.path).suffix[1:].lower()
        if ending != "svg" and len(data) > HEAVY:
            data, ending = raster.smaller(data, WIDTH), "webp"
        return f"data:image/{TYPES.get(ending, ending)};base64,{b64encode(data).decode()}"


def was(before: bytes | None) -> tuple[str, Sequence[Unit]]:
    """When an edition was released, and what it said; nothing where that is not known."""
    try:
        return load_released(before) if before is not None else ("", ())
    except Wrong:
        return "", ()


def cut(pieces: Sequence[str], ends: Sequence[int]) -> Iterator[str]:
    """Parts and fills in turn, as texts that end where the parts alone, with one character for each fill, have those lengths."""
    text, at, waiting = "", 0, [*ends]
    for place, piece in enumerate(pieces):
        if place % 2:
            text, at = text + piece, at + 1
            continue
        start = 0
        while waiting and waiting[0] <= at + len(piece) - start:
            stop = start + waiting.pop(0) - at
            yield text + piece[start:stop]
            text, at, start = "", at + stop - start, stop
        text, at = text + piece[start:], at + len(piece) - start
    yield text
