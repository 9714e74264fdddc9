"""Addresses of before. A URL that was ever released is there, leads on, or says politely that the page was withdrawn."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from changlai.model import Key, Made, Place, Reference, Sheet, Term
from changlai.plan import machine, urls
from changlai.plan.chrome import Frame, canonical, chrome
from changlai.plan.entryviews import Notice
from changlai.plan.site import Site, spoken
from changlai.problems import Problem, problem, suggestion

FEW = 50  # lost addresses for which a new one is looked for


@dataclass(frozen=True, slots=True)
class Move:
    source: str  # site-relative
    target: str  # the same, or an https URL
    lang: str
    place: Place
    feed: Key | None = None  # a feed of this city: no page can stand in for it


def moves(site: Site) -> list[Move]:
    """Every redirect that the project asks for, one for each language that it speaks of."""
    found = [move for key in site.library.entries for move in entry_moves(site, key)]
    for terms in site.library.terms.values():
        found += [move for term in terms.values() for move in term_moves(site, term)]
    for row in site.library.settings.redirects:
        source = address([part for part in row.source.split("/") if part]) if row.source.strip("/") else row.source
        found.append(Move(source, row.target, lang_of(site, source), row.place))
    return found


def lang_of(site: Site, url: str) -> str:
    """The language that an address speaks of; the source language where it names none that the site has."""
    lang = url.split("/")[1]
    return lang if lang in site.languages else site.library.settings.source


def entry_moves(site: Site, key: Key) -> Iterator[Move]:
    entry, kind = site.library.entries[key], site.library.settings.kinds[key.kind]
    for old in entry.redirect_from:
        for lang, source in spread(site, old, "" if kind.model == "pages" else key.kind):
            target = site.editions.target(key, lang)
            url = site.editions.own(key, lang) if site.editions.stubs.get((key, lang)) else target.url if target else ""
            if url:
                yield Move(source, url, lang, old.place)
            if kind.model == "cities" and site.editions.exists(key, lang):
                yield Move(urls.feed(source), urls.feed(site.editions.own(key, lang)), lang, old.place, key)


def term_moves(site: Site, term: Term) -> Iterator[Move]:
    for old in term.redirect_from:
        for lang, source in spread(site, old, term.vocabulary):
            yield Move(source, urls.term(lang, term.vocabulary, term.id), lang, old.place)


def spread(site: Site, old: Reference, home: str) -> list[tuple[str, str]]:
    """An address of before in each language: `old`, `/stories/old/` are every language's, `/en/stories/old/` is of one."""
    parts = [part for part in old.name.split("/") if part]
    if not parts:
        return []
    # What was released may speak of a language that the site has no longer.
    if (len(parts) > 1 and parts[0] in site.languages) or address(parts) in site.library.released:
        return [(lang_of(site, address(parts)), address(parts))]
    if len(parts) == 1 and home:
        parts = [home, *parts]
    return [(lang, address([lang, *parts])) for lang in site.editions.codes]


def address(parts: Sequence[str]) -> str:
    return f"/{'/'.join(parts)}" + ("" if "." in parts[-1] else "/")


def sound(site: Site, wanted: Sequence[Move], made: Collection[str]) -> tuple[list[Move], list[Problem]]:
    """The redirects that lead somewhere in one step, and what is wrong with the others."""
    targets = {move.source: move.target for move in wanted if move.source not in made}
    kept, problems = [], []
    for move in wanted:
        if move.source in made:
            problems.append(problem("redirect-shadow", move.place, source=move.source))
        elif cyclic(move.source, targets):
            problems.append(problem("redirect-cycle", move.place, source=move.source, target=move.target))
        elif move.target in targets:
            problems.append(problem("redirect-chain", move.place, source=move.source, target=targets[move.target], through=move.target))
        elif not urlsplit(move.target).scheme and move.target.partition("#")[0] not in made:
            near = suggestion(move.target, made)
            problems.append(problem("redirect-dead", move.place, source=move.source, target=move.target, near=near))
        else:
            kept.append(move)
    return kept, problems


def cyclic(source: str, targets: Mapping[str, str]) -> bool:
    seen, at = {source}, targets[source]
    while at in targets and at not in seen:
        seen.add(at)
        at = targets[at]
    return at == source


def redirect_sheets(site: Site, kept: Iterable[Move]) -> Iterator[Sheet]:
    """A page that leads on without script; a feed answers at its address of before with what it says today."""
    for move in kept:
        if move.feed:
            keys = site.shelves[move.lang].by_name.get(("cities", move.feed.slug), ())
            yield machine.feed(site, site.editions.own(move.feed, move.lang), move.lang, move.feed, keys, url=move.source)
            continue
        yield Sheet(
            path=urls.output(move.source),
            url=move.source,
            template="redirect.html",
            lang=move.lang,
            make=make_redirect,
            args=(move.source, move.target, move.lang),
            canonical=canonical(site, move.target.partition("#")[0]),
            real=False,
            place=move.place,
        )


def make_redirect(site: Site, source: str, target: str, lang: str) -> Made:
    frame = Frame(
        lang=lang,
        url=source,
        title=site.word("moved", lang),
        indexed=False,
        canonical=target.partition("#")[0],
        nearest={code: urls.home(code) for code in site.editions.codes},
    )
    return Made({**chrome(site, frame), "target": target if urlsplit(target).scheme else site.href(target)})


def gone_urls(site: Site) -> list[tuple[str, Place]]:
    """The addresses that `site.yaml` lists as gone, in each language that they speak of; a lost language takes its own along."""
    found = [(url, old.place) for old in site.library.settings.gone for _, url in spread(site, old, "")]
    homes = {url: place for url, place in found if url.count("/") == 2 and url[1:-1] not in site.languages}
    found += [(url, homes[home]) for url in site.library.released if (home := f"/{url.split('/')[1]}/") in homes]
    return list(dict.fromkeys(found))


def gone_sheets(site: Site, gone: Iterable[str]) -> Iterator[Sheet]:
    for url in gone:
        lang = lang_of(site, url)
        if url.endswith("/feed.xml"):
            yield machine.gone_feed(site, url, lang)
        else:
            yield Sheet(urls.output(url), url, "stub.html", lang, make_gone, (url, lang), canonical=canonical(site, url), real=False)


def make_gone(site: Site, url: str, lang: str) -> Made:
    words = site.word("gone", lang)
    frame = Frame(lang=lang, url=url, title=words, description=site.word("gone-text", lang), indexed=False)
    return Made({**chrome(site, frame), "title": spoken(words), "notice": Notice(kind="withdrawn", languages=[])})


def lost(site: Site, made: Collection[str], public: Iterable[str]) -> list[Problem]:
    """Released URLs at which nothing is: each thing once, a language that was taken away once, with the line that mends it."""
    groups: dict[str, list[str]] = {}
    for url in site.library.released:
        if url not in made:
            code, path = url.split("/", 2)[1:] if url.count("/") > 1 else (url[1:], "")
            groups.setdefault(f"/{path}" if code in site.languages else f"/{code}/", []).append(url)
    found, lines = [], {url: number for number, url in enumerate(site.library.released, 1)}
    # Where hundreds are lost at once, to look for each among hundreds would take minutes, and tell nothing.
    fresh = [url for url in public if url not in lines] if len(groups) <= FEW else []
    for path, gone in groups.items():
        if path.endswith("/feed.xml") and path.removesuffix("feed.xml") in groups:
            continue  # mended together with the page that it belongs to
        code = gone[0].split("/")[1]
        whole = code not in site.languages or len(gone) == len(site.editions.codes)
        found.append(
            problem(
                "release-lost",
                Place("urls.lock", min(lines[url] for url in gone), 1),
                urls=" ".join(gone),
                redirect=f"redirect_from: [{path if code in site.languages else gone[-1]}]",
                gone=f"gone: [{path if whole else ', '.join(gone)}]",
                home=home_of(site, path, code, suggestion(gone[0], [url for url in fresh if url.split("/")[1] == code])),
            )
        )
    return found


def home_of(site: Site, path: str, lang: str, now: str) -> str:
    """The file in which the old address is to be written down: of the entry that is `now` at another one, as far as that is known."""
    kind = path.strip("/").split("/")[0]
    if kind in ("series", "topics"):
        return "content/terms.yaml"
    renamed = next((entry for key, entry in site.library.entries.items() if now and site.editions.own(key, lang) == now), None)
    if renamed:
        return renamed.place.path
    profiled = kind in site.library.settings.kinds and site.library.settings.kinds[kind].model in ("cities", "figures", "places")
    folder = kind if kind in site.library.settings.kinds else "pages"
    return f"content/{folder}/…/" + ("profile.yaml" if profiled else f"index.{site.library.settings.source}.md")
