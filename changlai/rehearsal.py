"""Before the first save in a preview: what every save needs is made ready while the writer still writes."""

from __future__ import annotations

from collections import Counter
from contextlib import closing

from changlai import translate
from changlai.collate import compile_terms, terms_of
from changlai.executor import executor
from changlai.garbage import undistracted
from changlai.model import Date, Key
from changlai.pipeline import Draft, Options, drawer, open_store, prepare, this_version
from changlai.problems import has_errors
from changlai.store import Store
from changlai.weighing import Beside, Weighing

TRIED = 4  # entries whose editions are compared: what is not met in these is seldom met in others


def rehearse(options: Options) -> None:
    """Compare some texts and draw a page of each kind, so that their patterns, words and templates are compiled, and held where the
    options say so. Nothing is written and nothing said. Raises Stopped where something is saved meanwhile."""
    with undistracted(), closing(open_store(options)) as store:
        version = this_version()
        draft, problems = prepare(options, store, version, executor(1))
        if draft is None or has_errors(problems):
            return
        compare_some(options, draft, store, version)
        drawing, found = drawer(draft, store, version, {}, None)
        kinds = {(sheet.template, sheet.lang): sheet for sheet in draft.plan.sheets}
        for sheet in () if found else kinds.values():
            drawing(sheet)


def compare_some(options: Options, draft: Draft, store: Store, version: str) -> None:
    """The longest texts: most is met in them."""
    library, say, today = draft.library, draft.site.say, draft.site.today
    day = Date(today.year, today.month, today.day)
    terms = compile_terms(library, say, store, terms_of(library, say, day, version))
    weigh = Weighing(options.project, library.documents, library.settings.languages, terms, day, library.digests)
    lengths: Counter[Key] = Counter()
    for (key, _), gist in library.gists.items():
        lengths[key] += gist.blocks
    for key, _ in lengths.most_common(TRIED):
        entry = library.entries[key]
        source = translate.source_of(library, entry)
        weigh([(Beside(entry, source, lang, None), b"") for lang in entry.editions])
