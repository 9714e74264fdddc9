"""`export`: what there is to translate, as files for those who translate it; and the translation memory of the site."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import changlai
from changlai import compare, messages, pipeline, render, translate
from changlai.cli.build import options
from changlai.cli.entries import Translate, key_of, near, refuse
from changlai.cli.report import report
from changlai.cli.voice import put, say
from changlai.exchange.asked import packet
from changlai.exchange.memory import variants
from changlai.exchange.spent import spent
from changlai.model import Key, Library, Packet, Page, Piece
from changlai.translate import packets
from changlai.write import content

ENDINGS = {"po": "po", "xliff": "xlf", "html": "html", "tmx": "tmx"}
FOLDER = "packets"
TEMPLATE = "packet.html"
STDOUT = "-"


def run(args: Namespace, now: datetime) -> int:
    _ = messages.translator(args.ui)
    args.drafts = True  # what waits to be published is translated before
    with pipeline.thinking(options(args, now)) as (draft, problems):
        if draft is None:
            return report(sorted(problems), args)
        return export(args, draft.library, today(args, draft.library, now), _)


def today(args: Namespace, library: Library, now: datetime) -> str:
    day: date = args.today or now.astimezone(ZoneInfo(library.settings.time_zone)).date()
    return day.isoformat()


def export(args: Namespace, library: Library, day: str, _: Translate) -> int:
    codes = library.settings.languages
    if args.to and args.to not in codes:
        return refuse(_("site.yaml has no language “%(kind)s”. Did you mean: %(near)s") % near(args.to, [*codes]), args)
    keys = []
    for name in filter(None, (word.strip() for word in args.entries.split(","))):
        key, wrong = key_of(library, name, _)
        if wrong:
            return refuse(wrong, args)
        keys.append(key)
    if args.form == "tmx":
        languages = [args.to] if args.to else [*codes]
        source = codes[library.settings.source].tag
        data = packets.write_tmx(variants(library, languages, frozenset(keys)), source, changlai.__version__)
        return written(args, place(args, args.to or "site"), data, _)
    if not args.to:
        return refuse(_("Say for which language: --to %(languages)s") % {"languages": "|".join(codes)}, args)
    return exported(args, library, keys, day, _)


def exported(args: Namespace, library: Library, keys: Collection[Key], day: str, _: Translate) -> int:
    site = translate.say(library.settings.title, args.to, library).text
    made, others = packet(library, args.to, keys, args.all, day, site)
    for key in others:
        say(_("left out, since its source is in another language: %(entry)s") % {"entry": key}, args)
    if not made.requests:
        say(_("There is nothing to translate into %(lang)s.") % {"lang": args.to}, args)
        return 0
    path = place(args, args.to)
    there = None if args.output else content.beginning(args.project, path, packets.LARGEST + 1)
    if there is not None and not spent(library, args.to, there):
        words = _(
            "%(path)s is there already and may hold a translator’s work that is not in the site yet; it was not overwritten. "
            "Import it first, write to another file with --output, or delete it if nobody needs it."
        )
        return refuse(words % {"path": path}, args, status=1)
    status = written(args, path, drawn(library, made, args.form), _)
    parts, entries = len(made.requests), len({request.entry for request in made.requests})
    if not status and str(args.output) != STDOUT:
        say(_("parts: %(parts)s, entries: %(entries)s") % {"parts": parts, "entries": entries}, args)
    return status


def drawn(library: Library, made: Packet, form: str) -> bytes:
    """The packet in one of its forms, in the words of whoever translates it."""
    words = translate.translations(library, made.target.code)
    if form == "po":
        return packets.write_po(made, words.gettext)
    if form == "xliff":
        return packets.write_xliff(made, words.gettext)
    name = f"{FOLDER}-{made.target.code}-{made.day}.html"
    view = packets.view(made, words.gettext, difference(made), name)
    source = library.templates[TEMPLATE]
    analyses = {TEMPLATE: render.load(render.analyse(TEMPLATE, source))}
    languages = {made.target.code: made.target}
    renderer = render.Renderer({TEMPLATE: source}, analyses, {made.target.code: words}, languages, {}, changlai.__version__)
    data, problems = renderer.draw(Page(name, name, TEMPLATE, made.target.code, view))
    assert not problems, problems
    return data


def difference(made: Packet) -> Callable[[str, str], Sequence[Piece]]:
    return lambda old, new: compare.difference(old, new, made.source.typography)


def place(args: Namespace, name: str) -> str:
    """The file that was asked for; else one of its own in the project."""
    return str(args.output or f"{FOLDER}/{name}.{ENDINGS[args.form]}")


def written(args: Namespace, path: str, data: bytes, _: Translate) -> int:
    if path == STDOUT:
        put(data.decode(), end="")
        return 0
    content.amend(Path() if args.output else args.project, {path: data})
    say(_("written: %(path)s") % {"path": path}, args)
    return 0
