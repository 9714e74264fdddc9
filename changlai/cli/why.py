"""What --why says."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from changlai import messages
from changlai.cli.voice import answer
from changlai.messages import Translate
from changlai.why import Cause, Reason


def tell(reasons: Sequence[Reason], args: Namespace) -> None:
    """A line for each page."""
    _ = messages.translator(args.ui)
    if not args.why and all(reason.causes == (Cause("first"),) for reason in reasons) and reasons:
        answer(_("Every page was drawn: nothing is remembered of an earlier build."), args)
    elif not reasons:
        none = (
            _("There is no page %(path)s.") % {"path": args.why}
            if args.why
            else _("No page was drawn: nothing that one follows from changed.")
        )
        answer(none, args)
    else:
        for reason in reasons:
            answer(f"{reason.path}{_(': ')}{_('; ').join(said(cause, _) for cause in reason.causes)}", args)


def said(cause: Cause, _: Translate) -> str:
    words = {
        "kept": _("as it was: nothing that it follows from changed"),
        "first": _("nothing is remembered of an earlier build"),
        "new": _("new"),
        "missing": _("its file was gone"),
        "edited": _("its file was not as it had been written"),
        "program": _("another version of the program or of a library"),
        "template": _("template %(name)s"),
        "included": _("template %(name)s, which %(before)s needs"),
        "another": _("another template: %(before)s → %(after)s"),
        "words": _("the theme's words in %(name)s"),
        "body": _("the text of its body"),
        "fills": _("links, names or pictures in its body"),
        "shown": _("which blocks of its body are marked"),
        "value": _("the value %(name)s"),
        "view": _("other values for its template"),
        "changed": "%(name)s: %(before)s → %(after)s",
        "length": _("%(name)s: entries: %(before)s → %(after)s"),
        "more": _("and %(name)s more"),
        "unknown": _("what changed is not remembered"),
    }
    return words[cause.code] % cause._asdict()
