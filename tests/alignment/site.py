"""The sample site's own editions, made to disagree: texts of the kind that the tool is for.

Entries whose editions have the same blocks in the same order are joined, in an order drawn by lot, into documents of about 25
blocks. In one place of six, in either edition, a block is dropped, added, merged, split or moved; what is added comes from an entry
outside the document. Each round draws anew. Nothing was tuned on these documents.

The truth is known by position only where editions were translated block for block. Entries that were written anew for their readers in one
of the languages, with as many blocks by chance, were found by reading and are left out.

    python -m tests.alignment --site content
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

from tests.alignment.cases import TYPOGRAPHIES
from tests.alignment.corrupt import Piece, corrupt, joined, pieces
from tests.alignment.measure import Document

ANEW = frozenset(
    {
        "a-name-of-two-cities",
        "blacktown",
        "eighth-of-december",
        "friends-first",
        "gwangmyeong",
        "online-with-shimonoseki",
        "tillson-harrison",
        "uiryeong",
    }
)
STRETCH, CHANGED, ROUNDS = 25, 6, 5
Entry = tuple[str, Sequence[Piece], Sequence[Piece]]  # its name, the source and the translation


def documents(folder: Path) -> dict[str, list[Document]]:
    """Changed documents, by language; `folder` is the `content` of a site."""
    found: dict[str, list[Document]] = {}
    for lang in TYPOGRAPHIES:
        entries = [] if lang == "zh" else list(_entries(folder, lang))
        for number in range(ROUNDS if entries else 0):
            found.setdefault(lang, []).extend(_round(lang, entries, Random(f"site {lang} {number}")))
    return found


def _entries(folder: Path, lang: str) -> Iterator[Entry]:
    for path in sorted(folder.rglob("index.zh.md")):
        other = path.with_name(f"index.{lang}.md")
        if other.exists() and path.parent.name not in ANEW:
            source, target = pieces(_body(path), "zh"), pieces(_body(other), TYPOGRAPHIES[lang])
            if [piece.kind for piece in source] == [piece.kind for piece in target]:
                yield path.parent.name, source, target


def _body(path: Path) -> str:
    return path.read_text("utf-8").split("\n---\n", 1)[-1]


def _round(lang: str, entries: Sequence[Entry], random: Random) -> Iterator[Document]:
    waiting, document = random.sample(entries, len(entries)), list[Entry]()
    while waiting:
        document.append(waiting.pop())
        if not waiting or sum(len(source) for _, source, _ in document) >= STRETCH:
            if made := _changed(lang, document, [entry for entry in entries if entry not in document], random):
                yield made
            document = []


def _changed(lang: str, entries: Sequence[Entry], others: Sequence[Entry], random: Random) -> Document | None:
    sides: Mapping[int, str] = {1: "zh", 2: lang}
    many = sum(len(source) for _, source, _ in entries) // CHANGED
    here = sum(random.random() < 0.5 for _ in range(many))
    made = []
    for (side, written), changes in zip(sides.items(), (here, many - here), strict=True):
        blocks = [piece for entry in entries for piece in _of(entry, side)]
        numbered = [piece._replace(labels=frozenset({n})) for n, piece in enumerate(blocks)]
        strangers = [piece for entry in others for piece in _of(entry, side) if piece.kind == "paragraph"]
        made.append(joined(corrupt(numbered, strangers, TYPOGRAPHIES[written], changes, random), TYPOGRAPHIES[written]))
    name = "+".join(name for name, *_ in entries)
    return Document(f"{name} {lang}", made[0], made[1], ("zh", TYPOGRAPHIES[lang])) if made[0] and made[1] else None


def _of(entry: Entry, side: int) -> Sequence[Piece]:
    return entry[1] if side == 1 else entry[2]
