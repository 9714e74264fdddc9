"""`new`, `translate`, `withdraw`: small changes to content/ that a writer would else make by hand."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from changlai import messages, pipeline, read
from changlai.cli.build import options
from changlai.cli.report import report
from changlai.cli.voice import answer, say
from changlai.model import Entry, Key, Library
from changlai.problems import suggestion
from changlai.write import content, skeleton

Translate = Callable[[str], str]
MISUSED = 2


def run(args: Namespace, now: datetime) -> int:
    _ = messages.translator(args.ui)
    library, problems = pipeline.look(options(args, now))
    if library is None:
        return report(sorted(problems), args)
    key, wrong = key_of(library, args.entry, _, new=args.command == "new")
    if wrong:
        return refuse(wrong, args)
    if not read.is_slug(key.slug):
        return unfit(args, key, _)  # and its files might not be found under it
    if args.command == "new":
        return create(args, library, key, now, _)
    return (translate if args.command == "translate" else withdraw)(args, library, library.entries[key], _)


def key_of(library: Library, name: str, _: Translate, new: bool = False) -> tuple[Key, str]:
    """The entry that somebody named, and what is wrong with the name; one that is `new` need not be there."""
    kind, _slash, slug = name.strip("/").removeprefix("content/").partition("/")
    key = Key(kind, slug)
    if not slug:
        return key, _("“%(name)s” names no kind. Write it in front: %(right)s") % {"name": kind, "right": whole(library, kind)}
    if kind not in library.settings.kinds:
        return key, _("There is no kind “%(kind)s”. Did you mean: %(near)s") % near(kind, [*library.settings.kinds])
    if not new and key not in library.entries:
        known = [str(other) for other in library.entries]
        return key, _("There is no entry “%(kind)s”. Did you mean: %(near)s") % near(str(key), known)
    return key, ""


def unfit(args: Namespace, key: Key, _: Translate) -> int:
    words = _("“%(slug)s” cannot be the name of a folder here: use lower-case letters a–z, digits and hyphens, and no reserved word.")
    return refuse(words % {"slug": key.slug}, args)


def create(args: Namespace, library: Library, key: Key, now: datetime, _: Translate) -> int:
    if not read.is_free(key.slug, library.settings.kinds[key.kind], library.settings):
        return unfit(args, key, _)
    day = args.today or now.astimezone(ZoneInfo(library.settings.time_zone)).date()
    files = skeleton.new(key, library.settings.kinds[key.kind], args.title, day.isoformat(), library.settings, _)
    return made(args, files, _)


def translate(args: Namespace, library: Library, entry: Entry, _: Translate) -> int:
    if args.to not in library.settings.languages:
        return refuse(
            _("site.yaml has no language “%(kind)s”. Did you mean: %(near)s") % near(args.to, [*library.settings.languages]), args
        )
    source = library.settings.source
    text = entry.editions.get(source) or next(iter(entry.editions.values()), None)
    if entry.profile and args.to not in entry.profile.name.words:
        answer(
            _("The name of %(entry)s has no %(lang)s yet: add it to name: in %(path)s.")
            % {"entry": entry.key, "lang": args.to, "path": entry.place.path},
            args,
        )
    if text is None:
        return 0 if entry.profile else refuse(_("%(entry)s has no text to translate.") % {"entry": entry.key}, args)
    body = text.body or read.read_body(args.project, text.place.path, text.lang)  # a remembered edition has none
    return made(args, skeleton.edition(entry, text._replace(body=body), args.to, _), _)


def withdraw(args: Namespace, library: Library, entry: Entry, _: Translate) -> int:
    if entry.withdrawn:
        say(_("%(entry)s is withdrawn already.") % {"entry": entry.key}, args)
        return 0
    path = entry.place.path
    data = content.contents(args.project, [path])[path]
    content.amend(args.project, {path: content.insert_field(data, "withdrawn: true")})
    say(
        _("%(path)s: withdrawn. The next build takes it out of every list and leaves a polite page at its addresses.") % {"path": path},
        args,
    )
    return 0


def made(args: Namespace, files: dict[str, bytes], _: Translate) -> int:
    taken = content.create(args.project, files)
    if taken:
        return refuse(_("%(path)s is there already; nothing was changed.") % {"path": taken}, args, status=1)
    for path in files:
        say(_("made: %(path)s") % {"path": path}, args)
    return 0


def whole(library: Library, slug: str) -> str:
    """The entry that was probably meant by its slug alone; else one that could be."""
    slug = slug if read.is_slug(slug) else "my-entry"
    return str(next((key for key in library.entries if key.slug == slug), Key("stories", slug)))


def near(word: str, known: list[str]) -> dict[str, str]:
    return {"kind": word, "near": suggestion(word, known) or ", ".join(known[:12])}


def refuse(text: str, args: Namespace, status: int = MISUSED) -> int:
    answer(text, args)
    return status
