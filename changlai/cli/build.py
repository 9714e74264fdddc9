"""`build`."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime

from changlai import messages, pipeline, write
from changlai.cli import again, why
from changlai.cli.report import report
from changlai.cli.voice import say
from changlai.problems import has_errors
from changlai.unchanged import Said, record


def options(args: Namespace, now: datetime) -> pipeline.Options:
    return pipeline.Options(
        project=args.project,
        now=now,
        output=args.output,
        base_url=args.base_url,
        drafts=args.drafts,
        today=args.today,
        cache=args.cache,
        jobs=args.jobs,
        certain=args.certain,
        executor=args.executor,
        why=args.why,
        watch=args.watch,
    )


def run(args: Namespace, now: datetime) -> int:
    _ = messages.translator(args.ui)
    outcome = pipeline.build(options(args, now))
    status = report(outcome.problems, args)
    if args.why is not None and outcome.folder:
        why.tell(outcome.reasons, args)
    if has_errors(outcome.problems) or outcome.folder is None:
        if not any(found.code == "output-partly" for found in outcome.problems):
            say(_("Nothing was written: mend the errors above and build again."), args)
        return 1
    change = outcome.change
    numbers = {"written": len(change.written), "deleted": len(change.deleted), "kept": change.kept}
    # A stray file was removed and named; the next run has nothing more to say of it.
    lasting = tuple(found for found in outcome.problems if found.code != "output-strange")
    held_back = () if args.drafts else waiting(outcome.draft)
    said = Said(lasting, str(outcome.folder), outcome.pages, len(change.written) + change.kept, held_back)
    again.finished(said, numbers, args)
    if args.before and outcome.draft:
        left = {f"{outcome.folder}/{path}": (row.size, row.modified, row.changed, row.inode) for path, row in outcome.left.items()}
        book = str(write.manifest_path(outcome.folder, args.project / pipeline.MEMORY))
        zone = outcome.draft.library.settings.time_zone
        record(args, now, args.before, zone, said, again.told(said, args), book, left)
    return status


def waiting(draft: pipeline.Draft | None) -> tuple[str, ...]:
    """The entries of which at least one edition is a draft or has its day before it."""
    rows = draft.standings if draft else ()
    return tuple(dict.fromkeys(str(row.entry) for row in rows if row.state in ("draft", "scheduled")))
