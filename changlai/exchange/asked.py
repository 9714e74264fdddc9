"""What a translator is asked for: the parts of a site that one of its languages does not say yet, or not any more as its source does."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from changlai import compare, translate
from changlai.exchange.task import Terms, no_terms, task
from changlai.model import Entry, Key, Library, Packet

OPEN = frozenset({"changed", "new", "moved", "removed"})  # the others are told only where everything is wanted


def terms_of(library: Library) -> Terms:
    """What the glossary knows."""
    if not library.glossary:
        return no_terms
    terms = compare.compiled(library, translate.Speaker(library))

    def found(text: str, source: str, target: str) -> Sequence[tuple[str, str]]:
        uses = (use for use in terms.matchers[source].find(text) if use.how not in ("forbidden", "unfit") and use.word[0] != "{")
        words = ((text[use.start : use.end], terms.concepts[use.concept].words.get(target)) for use in uses)
        return tuple({word: rendering.right for word, rendering in words if rendering}.items())

    return found


def packet(library: Library, lang: str, keys: Collection[Key], everything: bool, day: str, site: str) -> tuple[Packet, list[Key]]:
    """What a translator into `lang` is asked for: of the entries `keys`, or of all that are ready. A packet is from one language, the
    site's own where it can be; the entries that are translated from others are named beside it."""
    settings = library.settings
    chosen = keys or [key for key, entry in library.entries.items() if ready(library, entry)]
    tasks = [made for key in chosen if (made := task(library, key, lang))]
    sources = {made.source for made in tasks} or {settings.source}
    source = settings.source if settings.source in sources else min(sources)
    terms = terms_of(library)
    found = [ask.request for made in tasks if made.source == source for ask in made.asks(terms)]
    wanted = tuple(request for request in found if (everything or request.kind in OPEN) and request.source.strip())
    others = [made.entry.key for made in tasks if made.source != source]
    return Packet(settings.languages[source], settings.languages[lang], site, day, wanted), others


def ready(library: Library, entry: Entry) -> bool:
    """Whether what is to be translated is finished itself."""
    edition = entry.editions.get(translate.source_of(library, entry))
    return not entry.draft and not (edition and edition.draft)
