"""`python -m tests.alignment`: the alignment measured on the labelled documents, and on public ones.

--public FOLDER   on these too (tests/alignment/public.py says how they are laid out)
--site FOLDER     on the `content` of a site too, whose editions are made to disagree (tests/alignment/site.py)
--doubts          print every pair that was wrong or not asserted
--report          write tests/alignment/RESULTS.md
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.alignment.cases import TYPOGRAPHIES, case, names
from tests.alignment.measure import Document, Doubt, Score, measure
from tests.alignment.public import documents as public_documents
from tests.alignment.site import documents as site_documents

RESULTS = Path(__file__).parent / "RESULTS.md"
_LANGS = ("en", "ko", "ja")


def labelled(lang: str, half: int | None = None) -> list[Document]:
    """The labelled documents in Chinese and `lang`; priors and thresholds were searched on half 0."""
    found = []
    for place, name in enumerate(names()):
        editions = case(name)
        if "zh" in editions and lang in editions and half in (None, place % 2):
            found.append(Document(f"{name} {lang}", editions["zh"], editions[lang], ("zh", TYPOGRAPHIES[lang])))
    return found


def table(scores: Mapping[str, Score]) -> Iterator[str]:
    yield "| | documents | pairs | asserted | **precision** | **recall** | odd | recall | blocks alone | precision | recall | sections |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
    for name, (documents, linked, odd, alone, _, sections, _) in scores.items():
        cells = [f"{documents:,}", f"{linked.true:,}", f"{linked.asserted:,}", f"{linked.precision:.2%}", f"{linked.recall:.2%}"]
        cells += [
            f"{odd.true:,}",
            f"{odd.recall:.1%}",
            f"{alone.true:,}",
            f"{alone.precision:.1%}",
            f"{alone.recall:.1%}",
            str(len(sections)),
        ]
        yield f"| {name} | " + " | ".join(cells) + " |"


def reliability(scores: Sequence[Score]) -> Iterator[str]:
    yield "| confidence from | pairs | right |"
    yield "|--:|--:|--:|"
    for least in sorted({least for score in scores for least, *_ in score.bins}):
        rows = [(count, right) for score in scores for start, count, right in score.bins if start == least]
        count, right = sum(count for count, _ in rows), sum(right for _, right in rows)
        yield f"| {least or 'the threshold'} | {count:,} | {right / count:.2%} |"


def doubts(score: Score) -> Iterator[str]:
    for title, found in (("wrong", score.wrong), ("section", score.sections)):
        yield from (_doubt(title, doubt) for doubt in found)


def _doubt(title: str, doubt: Doubt) -> str:
    true = ", ".join(_blocks(*fact) for fact in doubt.true)
    return f"{doubt.document}: {title} {_blocks(doubt.pair.source, doubt.pair.target)} ({doubt.pair.confidence:.2f}); true: {true}"


def _blocks(ours: Sequence[int], theirs: Sequence[int]) -> str:
    return " = ".join("+".join(str(place + 1) for place in side) or "–" for side in (ours, theirs))


def report(sets: Mapping[str, Mapping[str, Score]]) -> Iterator[str]:
    yield "# How often the alignment is right"
    yield ""
    yield "Written by `python -m tests.alignment --report`. Pairs are blocks that say the same; precision: of those that were asserted, the"
    yield "share that is exactly right; recall: of the true ones, the share that was asserted. Odd are the pairs that are not one block"
    yield "for one, in order: merged, split, moved, and all that a moved block crosses. Blocks alone were dropped or added. A section was"
    yield "not asserted, but listed."
    for title, scores in sets.items():
        yield from ("", f"## {title}", "", *table(scores))
        yield from ("", "How far the confidence can be believed:", "", *reliability(list(scores.values())))
    yield from ("", "## What was wrong or not asserted in the labelled documents", "", "Blocks count from 1.", "")
    for score in sets["Labelled documents"].values():
        yield from (f"- {line}" for line in doubts(score))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.alignment")
    parser.add_argument("--public", type=Path, metavar="FOLDER")
    parser.add_argument("--site", type=Path, metavar="FOLDER")
    parser.add_argument("--doubts", action="store_true")
    parser.add_argument("--report", action="store_true")
    options = parser.parse_args()
    sets: dict[str, dict[str, Score]] = {
        "Labelled documents": {f"zh–{lang}": measure(labelled(lang)) for lang in _LANGS},
        "The half that priors and thresholds were searched on": {f"zh–{lang}": measure(labelled(lang, 0)) for lang in _LANGS},
        "The other half": {f"zh–{lang}": measure(labelled(lang, 1)) for lang in _LANGS},
    }
    if options.public:
        changed = public_documents(options.public)
        sets["Public manuals, changed in one block of twelve"] = {f"zh–{lang}": measure(found) for lang, found in changed.items()}
    if options.site:
        made = site_documents(options.site)
        sets["The sample site, changed in one block of six"] = {f"zh–{lang}": measure(found) for lang, found in made.items()}
    lines = [line for title, scores in sets.items() for line in (f"\n{title}\n", *table(scores))]
    first = sets["Labelled documents"].values()
    lines += ["", f"{sum(len(score.wrong) for score in first)} wrong, {sum(len(score.sections) for score in first)} sections"]
    if options.doubts:
        lines += [line for score in first for line in doubts(score)]
    sys.stdout.write("\n".join(lines) + "\n")
    if options.report:
        RESULTS.write_text("\n".join(report(sets)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
