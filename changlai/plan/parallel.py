"""The page that has a translation beside its source, block by block."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from typing import Literal

from changlai.model import Block, Body, Document, Entry, Key, Made, Pair, Sheet, Span
from changlai.plan import holes, urls
from changlai.plan.chrome import Frame, canonical, chrome
from changlai.plan.entries import nearest, standing, trail
from changlai.plan.entryviews import NoteRow, ParallelView, Row, Side
from changlai.plan.site import Site, spoken
from changlai.plan.translated import marks, paired, parallel, translation


def parallel_sheet(site: Site, key: Key, lang: str) -> Sheet:
    """At an address below that of the translation. No list, feed or program is told of it: what is there to be found is the plain page."""
    entry, source, url = site.library.entries[key], site.editions.sources[key], parallel(site, key, lang)
    return Sheet(
        path=urls.output(url),
        url=url,
        template="parallel.html",
        lang=lang,
        make=make_parallel,
        args=(key, lang, source),
        tells=key,
        canonical=canonical(site, site.editions.own(key, lang)),
        real=False,
        place=entry.editions[lang].place if lang in entry.editions else entry.place,
    )


def make_parallel(site: Site, key: Key, lang: str, source: str) -> Made:
    """What is wrong in either text is told of its own page."""
    entry, documents = site.library.entries[key], site.library.documents
    here, there, pairs = documents[key, source], documents[key, lang], site.library.pairs[key, lang]
    twins = [twin for pair in pairs for twin in same_pictures(site, key, chosen(here, pair.source), chosen(there, pair.target))]
    bodies = (
        Body(here.digest, holes.fill(site, key, source, source, lang)[0], (), tuple(one for one, _ in twins), source, prefix(source)),
        Body(there.digest, holes.fill(site, key, lang, lang)[0], marks(site, key, lang, lang), tuple(other for _, other in twins)),
    )
    view = parallel_view(site, entry, lang, source, rows(here, there, pairs, bodies[1].bare), notes(here, there, pairs))
    return Made({**chrome(site, frame(site, entry, lang, source)), "parallel": view, "extra": dict(entry.extra)}, bodies)


def frame(site: Site, entry: Entry, lang: str, source: str) -> Frame:
    key, own = entry.key, site.editions.own(entry.key, lang)
    title = site.title(key, lang)
    return Frame(
        lang=lang,
        url=parallel(site, key, lang),
        title=site.word("parallel", lang),
        heading=f"{title} · {site.title(key, source)}",
        description=site.summary(key, lang),
        exists={**standing(site, key)[0], **{code: parallel(site, key, code) for code in paired(site, key)}},
        nearest=nearest(site, key),
        trail=[*trail(site, key, lang), (spoken(title), own)],
        indexed=False,
        canonical=own,
    )


def parallel_view(site: Site, entry: Entry, lang: str, source: str, text: list[Row], foot: list[NoteRow]) -> ParallelView:
    key, edition, said = entry.key, entry.editions[lang], translation(site, entry, lang, lang)
    assert said is not None
    return ParallelView(
        title=site.title(key, lang),
        original=spoken(site.title(key, source), site.tag(source)),
        url=site.href(site.editions.own(key, lang)),
        sides=[side(site, entry, source, "source"), side(site, entry, lang, "translation")],
        rows=text,
        notes=foot,
        translator=edition.translator,
        reviewer=edition.reviewer,
        translation=said,
    )


def side(site: Site, entry: Entry, lang: str, role: Literal["source", "translation"]) -> Side:
    language, profile = site.languages[lang], entry.profile
    words = site.say(profile.summary, lang) if profile and profile.summary else None
    return Side(
        role=role,
        tag=language.tag,
        dir=language.dir,
        name=language.name,
        summary=entry.editions[lang].summary or (words.text if words and words.lang == lang else ""),
        prefix=prefix(lang) if role == "source" else "",
    )


def prefix(lang: str) -> str:
    """Before the ids of the source's text: one with a dot is nobody else's, since no written id holds any."""
    return f"{lang}."


def chosen(document: Document, places: Sequence[int]) -> list[Block]:
    """The blocks at `places` that are shown in the text itself."""
    blocks = [document.blocks[place] for place in places]
    return [block for block in blocks if block.start >= 0 and block.kind != "footnote"]


def same_pictures(site: Site, key: Key, ones: Sequence[Block], others: Sequence[Block]) -> Iterator[tuple[Span, Span]]:
    """The figures of one row that show the same file in both editions."""
    waiting = {file: block for block in ones if (file := pictured(site, key, block))}
    for block in others:
        twin = waiting.pop(pictured(site, key, block), None)
        if twin:
            yield (twin.start, twin.stop), (block.start, block.stop)


def pictured(site: Site, key: Key, block: Block) -> str:
    return holes.aim(site, key, block.targets[0]).file if block.kind == "figure" and block.targets else ""


def rows(here: Document, there: Document, pairs: Sequence[Pair], once: Collection[Span]) -> list[Row]:
    """`once`: the figures of the translation whose pictures stand above both columns."""
    found = []
    for pair in in_order(pairs):
        cells = [[[block.start, block.stop] for block in blocks] for blocks in (chosen(here, pair.source), chosen(there, pair.target))]
        if any(cells):
            found.append(Row(cells=cells, pictures=[span for span in cells[1] if tuple(span) in once]))
    return found


def in_order(pairs: Sequence[Pair]) -> list[Pair]:
    """As the source is read; what it does not have stands behind what comes before it in the translation."""
    beside = sorted((place, pair.source[0]) for pair in pairs if pair.source for place in pair.target)

    def rank(pair: Pair) -> tuple[int, int]:
        if pair.source:
            return pair.source[0], -1
        before = bisect_left(beside, (pair.target[0], -1))
        return beside[before - 1][1] if before else -1, pair.target[0]

    return sorted(pairs, key=rank)


def notes(here: Document, there: Document, pairs: Sequence[Pair]) -> list[NoteRow]:
    """In the order of the source's numbers."""
    known = [numbered(document) for document in (here, there)]
    found = []
    for pair in pairs:
        cells = [[known[at][place] for place in places if place in known[at]] for at, places in enumerate((pair.source, pair.target))]
        if any(cells):
            found.append(NoteRow(cells=cells))
    return sorted(found, key=lambda row: (row["cells"][0] or row["cells"][1])[0])


def numbered(document: Document) -> dict[int, list[int]]:
    """By place: the number of each footnote that is shown, and where its words begin and end."""
    blocks = document.blocks
    places = [place for place, block in enumerate(blocks) if block.kind == "footnote" and block.start >= 0]
    ordered = sorted(places, key=lambda place: blocks[place].start)
    return {place: [number, blocks[place].start, blocks[place].stop] for number, place in enumerate(ordered, 1)}
