"""`explain`: what has become of the source of a translation since it was made."""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from changlai import messages, pipeline
from changlai.cli.build import options
from changlai.cli.columns import PLAIN, Styled, beside
from changlai.cli.entries import key_of, near, refuse
from changlai.cli.handout import hand_out
from changlai.cli.report import report
from changlai.explain import explained
from changlai.messages import Translate
from changlai.model import Explanation, Library, Match, Passage, Piece, Quote
from changlai.translate import reports

COLUMNS = 100  # where nothing says how wide the terminal is
BOLD, DIM, REMOVED, ADDED = "\x1b[1m", "\x1b[2m", "\x1b[31;9m", "\x1b[32;4m"
MARKS = {"kept": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
STYLES = {"kept": "", "removed": REMOVED, "added": ADDED}


def run(args: Namespace, now: datetime) -> int:
    _ = messages.translator(args.ui)
    with pipeline.thinking(options(args, now)) as (draft, problems):
        if draft is None:
            return report(sorted(problems), args)
        library = draft.library
        key, wrong = key_of(library, args.entry, _)
        if wrong:
            return refuse(wrong, args)
        if args.to and args.to not in library.settings.languages:
            return refuse(
                _("site.yaml has no language “%(kind)s”. Did you mean: %(near)s") % near(args.to, [*library.settings.languages]), args
            )
        parts = [part for part in library.tallies if part[0] == key and args.to in ("", part[1])]
        if not parts:
            return refuse(_("%(entry)s has no translation into %(lang)s yet.") % {"entry": key, "lang": args.to or "?"}, args, status=1)
        found = [explained(library, args.project, part) for part in parts]
    tell(args, library, found, _)
    return 0


def tell(args: Namespace, library: Library, found: Sequence[Explanation], _: Translate) -> None:
    languages = library.settings.languages
    if args.format == "json":
        hand_out(args, json.dumps([as_json(one) for one in found], ensure_ascii=False, indent=1) + "\n")
    elif args.format == "html":
        hand_out(args, reports.explain_html(found, languages, args.ui, _))
    elif args.format == "markdown":
        hand_out(args, reports.explain_markdown(found, languages, "", _))
    else:
        colours = args.output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
        hand_out(args, "\n".join("\n".join(as_text(one, _, Page(columns(), colours))) + "\n" for one in found))


def columns() -> int:
    """One less than there are: in the last one some terminals go on to the next line."""
    try:
        return max(40, os.get_terminal_size(sys.stdout.fileno()).columns - 1)
    except (OSError, ValueError):
        return COLUMNS


class Page:
    """How wide a text may be, and whether it may have colours; where it may not, signs stand around what was removed and added."""

    def __init__(self, columns: int, colours: bool) -> None:
        self.columns, self.colours = columns, colours

    def bold(self, text: str) -> str:
        return f"{BOLD}{text}{PLAIN}" if self.colours else text

    def quiet(self, text: str) -> Styled:
        return text, DIM if self.colours else ""

    def places(self, *quotes: Quote | None) -> str:
        """On one line, since they are there to be clicked at."""
        text = "  ".join(f"{quote.path}:{quote.line}" for quote in quotes if quote)
        return f"{DIM}{text}{PLAIN}" if self.colours else text

    def pieces(self, pieces: Sequence[Piece]) -> list[Styled]:
        if self.colours:
            return [(text, STYLES[kind]) for kind, text in pieces]
        return [("".join(MARKS[kind].format(text) for kind, text in pieces), "")]


def as_text(found: Explanation, _: Translate, page: Page) -> Iterator[str]:
    """Everything about one translation, line by line."""
    tally, wording = found.tally, reports.Wording(_)
    yield page.bold(f"{found.entry} → {found.lang}: {wording.tallied(tally)}")
    yield found.title
    if tally.accepted:
        words = _("Confirmed on %(day)s, from the source of %(date)s.") if tally.made_from else _("Confirmed on %(day)s.")
        yield words % {"day": tally.accepted, "date": tally.made_from}
    for passage in found.passages:
        yield ""
        yield page.bold(" · ".join(dict.fromkeys(filter(None, (passage.name, wording.called(passage), wording.change(passage))))))
        yield page.places(passage.now, *passage.beside)
        yield from beside(source_of(passage, page, _), target_of(passage, page, _), page.columns)
    if found.cosmetic:
        yield ""
        yield _("Only the layout has changed, nothing to translate: %(names)s") % {"names": ", ".join(found.cosmetic)}
    if found.beyond:
        yield ""
        yield _("The translation has more than its source:")
        yield from (f"{quote.path}:{quote.line}: {shortened(quote.text)}" for quote in found.beyond)
    yield from matched(found.matches, page, _)
    yield from ending(found, _)


def source_of(passage: Passage, page: Page, _: Translate) -> list[Styled]:
    gone = [page.quiet("\n" + _("not in the source any more"))] if passage.now is None else []
    return [*page.pieces(passage.pieces), *gone]


def target_of(passage: Passage, page: Page, _: Translate) -> list[Styled]:
    found: list[Styled] = [(written(passage.beside) if passage.beside else "", "")]
    if not passage.beside:
        where = _("it belongs after line %(line)s") % {"line": passage.below} if passage.below else ""
        found.append(page.quiet(" · ".join(filter(None, (_("not in the translation yet"), where)))))
    elif not passage.sure:
        found.append(page.quiet("\n" + _("Somewhere in this section; exactly which block is not clear.")))
    if passage.edited:
        found.append(page.quiet("\n" + _("The translation here has been edited since.")))
    return found


def matched(matches: Sequence[Match], page: Page, _: Translate) -> Iterator[str]:
    """How the blocks of a translation that nobody has looked through seem to belong together, the doubtful ones in full."""
    doubtful = [match for match in matches if match.doubtful]
    for match in doubtful:
        how = _("cannot be matched block by block") if match.section else f"{match.confidence:.0%}"
        yield ""
        yield page.bold(how)
        yield page.places(*match.source, *match.target)
        yield from beside([(written(match.source), "")], [(written(match.target), "")], page.columns)
    if matches:
        yield ""
        numbers = {"sure": len(matches) - len(doubtful), "all": len(matches)}
        yield _("%(sure)s of %(all)s pairs of blocks certainly correspond.") % numbers


def written(quotes: Sequence[Quote]) -> str:
    return "\n\n".join(quote.text for quote in quotes) or "–"


def ending(found: Explanation, _: Translate) -> Iterator[str]:
    """What there is to do."""
    state = found.tally.state
    yield ""
    if state == "orphan":
        yield _("The text that it was translated from is gone. If this edition is now the source of the others, confirm it:")
    elif state == "unverified":
        yield _("If the translation agrees with its source:")
    elif found.passages or found.beyond:
        yield _("Once the translation agrees with its source:")
    else:
        yield _("Nothing to translate.")
        return
    names = ",".join(passage.name for passage in found.passages)
    yield f"    {reports.accepting(found.entry, found.lang, state)}"
    if len(found.passages) > 1:
        yield f"    {reports.accepting(found.entry, found.lang, state, names)}"


def shortened(text: str, limit: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else text[:limit] + "…"


def as_json(found: Explanation) -> dict[str, Any]:
    """A translation as programs read it; numbers as in `status`."""
    tally = found.tally
    return {
        "entry": str(found.entry),
        "lang": found.lang,
        "source": found.source,
        "state": tally.state,
        **{name: getattr(tally, name) for name in ("blocks", "stale", "new", "moved", "removed", "made_from", "accepted")},
        "changes": [
            {
                "block": passage.name,
                "kind": "changed" if passage.kind == "links" else passage.kind,
                "links_only": passage.kind == "links",
                "old": "".join(text for kind, text in passage.pieces if kind != "added"),
                "new": "".join(text for kind, text in passage.pieces if kind != "removed"),
                "difference": [piece._asdict() for piece in passage.pieces],
                "source": {"path": passage.now.path, "line": passage.now.line} if passage.now else None,
                "translation": [quote._asdict() for quote in passage.beside],
                "sure": passage.sure,
                "edited": passage.edited,
                "below": passage.below or None,
            }
            for passage in found.passages
        ],
        "cosmetic": list(found.cosmetic),
        "beyond": [quote._asdict() for quote in found.beyond],
        "pairs": [
            {
                "source": [quote._asdict() for quote in match.source],
                "translation": [quote._asdict() for quote in match.target],
                "confidence": round(match.confidence, 3),
                "section": match.section,
            }
            for match in found.matches
        ],
    }
