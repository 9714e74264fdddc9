"""An entry in all its languages for whoever has to approve it, as one page that works without script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from changlai.model import Key, Language, Piece, Standing
from changlai.translate.reports.drawing import draw
from changlai.translate.reports.wording import Wording, behind

SHARED = b'<meta name="generator" content="changlai share">'  # by which such a page is known again; near its beginning
Translate = Callable[[str], str]


class Edit(NamedTuple):
    """What has changed in one block or field since the last release."""

    id: str  # of the place on the page
    number: int  # from 1
    kind: str  # changed, moved, new, removed
    block: str  # kind of block; empty for a field, and for what is gone
    name: str  # of a field
    pieces: tuple[Piece, ...]


class Part(NamedTuple):
    """A block or field as it is set."""

    html: Markup
    edit: Edit | None = None
    tracked: bool = False  # whether the difference can stand in its place
    element: str = "p"  # that then holds it


class Plate(NamedTuple):
    """The picture of an entry, as an address that holds it."""

    data: str
    width: int
    height: int
    alt: str
    credit: str
    licence: str


class Paper(NamedTuple):
    """One edition."""

    lang: str
    standing: Standing
    released: str  # the day on which it last said something new in public; empty where it never did
    title: Part
    fields: Sequence[tuple[str, Part]]  # by name: summary, facts …
    image: Plate | None
    parts: Sequence[Part]
    notes: Markup  # footnotes
    edits: Sequence[Edit]
    translator: str
    reviewer: str
    date: str
    updated: str
    sources: Sequence[Mapping[str, Any]]


class Proof(NamedTuple):
    entry: Key
    title: str
    summary: str
    source: str  # language
    day: str
    languages: Mapping[str, Language]
    missing: Sequence[str]  # languages without an edition
    papers: Sequence[Paper]  # the source first


def share_html(proof: Proof, site: str, ui: str, _: Translate) -> str:
    wording = Wording(_)
    states = {paper.lang: stands(paper.standing, wording, _) for paper in proof.papers}
    counts = {paper.lang: counted(paper, wording, _) for paper in proof.papers}
    return draw("share.html", ui, _, proof=proof, site=site, states=states, counts=counts)


def stands(standing: Standing, wording: Wording, _: Translate) -> str:
    """The state of an edition, in words for who has never seen the table."""
    tally = standing.tally
    if tally is None:
        return _("the original")
    if tally.state == "stale":
        return _("%(some)s of %(all)s parts are behind the original") % {"some": behind(tally), "all": tally.blocks}
    return wording.meaning(tally.state).rstrip(".。")


def counted(paper: Paper, wording: Wording, _: Translate) -> str:
    """How much has changed, in a few words."""
    if not paper.released:
        return _("never released")
    count = Counter(edit.kind for edit in paper.edits)
    return _(", ").join(f"{wording.edit(kind)} {count[kind]}" for kind in ("changed", "new", "moved", "removed") if count[kind]) or _(
        "unchanged"
    )
