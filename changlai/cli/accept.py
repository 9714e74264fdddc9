"""`accept` and `adopt`: somebody says what a translation was made from."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from changlai import compare, messages, pipeline, record
from changlai.cli.build import options
from changlai.cli.entries import Translate, key_of, near, refuse
from changlai.cli.report import report
from changlai.cli.voice import say
from changlai.collate import heads, recorded_for
from changlai.model import Entry, Key, Library, Record
from changlai.weighing import units
from changlai.write import content


def run(args: Namespace, now: datetime) -> int:
    _ = messages.translator(args.ui)
    with pipeline.thinking(options(args, now), alone=True) as (draft, problems):
        return report(sorted(problems), args) if draft is None else accept(args, draft.library, now, _)


def accept(args: Namespace, library: Library, now: datetime, _: Translate) -> int:
    day = str(args.today or now.astimezone(ZoneInfo(library.settings.time_zone)).date())
    if args.to and args.to not in library.settings.languages:
        return refuse(
            _("site.yaml has no language “%(kind)s”. Did you mean: %(near)s") % near(args.to, [*library.settings.languages]), args
        )
    wanted: Key | None = None
    if args.entry:
        wanted, wrong = key_of(library, args.entry, _)
        if wrong:
            return refuse(wrong, args)
    parts = [part for part in library.tallies if wanted in (None, part[0]) and args.to in ("", part[1])]
    if wanted and not parts:
        return refuse(_("%(entry)s has no translation into %(lang)s yet.") % {"entry": wanted, "lang": args.to or "?"}, args, status=1)
    if args.command == "adopt":  # a draft is not yet a translation: `translate` lays the source's own words there
        parts = [part for part in parts if library.tallies[part].state == "unverified"]
        editions = {(key, lang): library.entries[key].editions.get(lang) for key, lang in parts}
        parts = [part for part, edition in editions.items() if edition is None or not edition.draft]
    return written(args, library, parts, day, _)


def written(args: Namespace, library: Library, parts: Iterable[tuple[Key, str]], day: str, _: Translate) -> int:
    chosen = frozenset(word.strip() for word in (args.blocks or "").split(",") if word.strip())
    if args.blocks is not None and not chosen:
        return refuse(_("--blocks names no block."), args)
    files: dict[str, bytes] = {}
    gone, unclear = [], 0
    for key, lang in parts:
        entry = library.entries[key]
        made, stray = remade(args, library, entry, lang, day, chosen)
        if isinstance(made, str):
            return refuse(_("There is no changed block “%(name)s” here; `explain` shows their numbers.") % {"name": made}, args)
        gone += [stray] if stray else []
        if made is None:
            gone.append(record.path_of(key, lang))
            continue
        files[record.path_of(key, lang)] = record.dump(made)
        sections = [pair for pair in library.pairs[key, lang] if pair.how == "section"]
        unclear += len(sections)
        for pair in sections:
            first = library.documents[key, lang].blocks[pair.target[0]].line if pair.target else 1
            place = f"{entry.editions[lang].place.path}:{entry.editions[lang].body_line + first - 1}:1"
            say(_("%(place)s: it is not clear which blocks of this section correspond; please look") % {"place": place}, args)
    done = content.amend(args.project, files)
    content.remove(args.project, [path for path in gone if path not in files])
    for path in done if len(done) <= 10 else ():
        say(_("written: %(path)s") % {"path": path}, args)
    plural = messages.plural(args.ui)
    say(plural("%(number)s translation recorded", "%(number)s translations recorded", len(files)) % {"number": len(files)}, args)
    return 0


def remade(args: Namespace, library: Library, entry: Entry, lang: str, day: str, chosen: frozenset[str]) -> tuple[Record | str | None, str]:
    """The new record of one translation, and the path of that which it replaces; a name among `chosen` that there is not; None where
    the edition translates none any more."""
    head, key = heads(library, entry, day), entry.key
    before, path = recorded_for(library, (key, lang))
    stray = path if path != record.path_of(key, lang) else ""
    if head.source == lang:
        return None, stray
    source = units(library.documents, entry, lang, head.source)
    target = library.documents[key, lang].blocks if (key, lang) in library.documents else ()
    pairs = library.pairs[key, lang]
    if args.command == "adopt":
        return compare.adopted(source, target, pairs, head), stray
    if chosen:
        old = [origin.unit for origin in before.origins] if before else []
        names = compare.numbered(compare.changes(old, source), source, old)
        for name in sorted(chosen - {*names}):
            return name, stray
    return compare.accepted(before, source, target, pairs, head, chosen), stray
