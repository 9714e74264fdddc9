"""The small page at the address of an entry that has no text there."""

from __future__ import annotations

from changlai.model import Key, Made, Sheet
from changlai.plan import urls
from changlai.plan.chrome import Frame, canonical, chrome
from changlai.plan.entries import nearest, standing, trail
from changlai.plan.entryviews import Notice
from changlai.plan.site import Site, spoken


def stub_sheet(site: Site, key: Key, lang: str) -> Sheet:
    """The polite page at a permanent URL that has no text: which languages there are, or that it was withdrawn."""
    own = site.editions.own(key, lang)
    return Sheet(
        path=urls.output(own),
        url=own,
        template="stub.html",
        lang=lang,
        make=make_stub,
        args=(key, lang),
        shows=(key,),
        canonical=canonical(site, own),
        real=False,
        place=site.library.entries[key].place,
    )


def make_stub(site: Site, key: Key, lang: str) -> Made:
    withdrawn = site.editions.stubs[key, lang] == "withdrawn"
    shown = site.editions.nearest(key, lang)
    title = site.word("gone", lang) if withdrawn or shown is None else site.title(key, shown)
    said = spoken(title, "" if shown is None or withdrawn else site.tag(shown))
    frame = Frame(
        lang=lang,
        url=site.editions.own(key, lang),
        title=title,
        tag=said["tag"],
        description=site.word("stub-text" if shown and not withdrawn else "gone-text", lang),
        exists=standing(site, key)[0],
        nearest=nearest(site, key),
        trail=trail(site, key, lang),
        indexed=False,
    )
    notice = Notice(kind="withdrawn" if withdrawn or shown is None else "stub", languages=site.links(key, ""))
    return Made({**chrome(site, frame), "title": said, "notice": notice})
