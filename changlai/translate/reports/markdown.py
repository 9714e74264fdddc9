"""Reports as Markdown, for the conversation of a forge: a change of the content shows what it leaves to translate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape

from changlai.model import Explanation, Language, Passage, Piece, Quote
from changlai.translate.reports.table import STATES, Cell, Overview, Row, counted, rows
from changlai.translate.reports.wording import Wording, accepting

Translate = Callable[[str], str]
ELEMENTS = {"kept": "{}", "removed": "<del>{}</del>", "added": "<ins>{}</ins>"}
WANTED = frozenset({"stale", "orphan", "ahead", "unverified"})  # states of translations that are there and want work
LISTED = 50  # entries; a comment has an end


def status_markdown(overview: Overview, base: str, _: Translate) -> str:
    """How all translations stand; `base` stands before the paths of files, where the forge has them."""
    wording = Wording(_)
    found = rows(overview, wording)
    counts = counted(found, [*overview.languages])
    behind = [line for line in found if any(cell.state in WANTED for cell in line.cells.values())]
    title = _("State of the translations")
    lines = [f"### {title}", "", *numbers(counts, overview.languages, wording, _), ""]
    lines += [*listed(behind, [*counts], overview.languages, _)] if behind else [_("Nothing to translate."), ""]
    told: dict[str, list[Explanation]] = {}
    for one in overview.explanations:
        if one.passages or one.beyond:
            told.setdefault(str(one.entry), []).append(one)
    for some in [*told.values()][:LISTED]:
        lines += [f"<details><summary>{escape(some[0].title)} <code>{some[0].entry}</code></summary>", ""]
        lines += [*together(some, overview.languages, base, _), "</details>", ""]
    return "\n".join(lines)


def numbers(counts: Mapping[str, Counter[str]], languages: Mapping[str, Language], wording: Wording, _: Translate) -> Iterator[str]:
    states = [state for state in STATES if any(count[state] for count in counts.values())]
    yield row([_("language"), *map(wording.state, states)])
    yield row(["---", *["---:"] * len(states)])
    for lang, count in counts.items():
        yield row([languages[lang].name, *[str(count[state] or "") for state in states]])


def listed(behind: Sequence[Row], codes: Sequence[str], languages: Mapping[str, Language], _: Translate) -> Iterator[str]:
    """Which translations want work; of stale ones how many blocks of how many."""
    yield row([_("entry"), *(languages[code].name for code in codes)])
    yield row(["---"] * (len(codes) + 1))
    for line in behind[:LISTED]:
        cells = [line.cells.get(code) for code in codes]
        yield row([f"{escape(line.title)} <code>{line.name}</code>", *(worded(cell) if cell else "" for cell in cells)])
    yield ""
    if len(behind) > LISTED:
        yield _("… and %(number)s more") % {"number": len(behind) - LISTED}
        yield ""


def worded(cell: Cell) -> str:
    if cell.state in ("fresh", "cosmetic", "source"):
        return ""
    return f"{cell.word} {cell.share}".rstrip()


def explain_markdown(found: Sequence[Explanation], languages: Mapping[str, Language], base: str, _: Translate) -> str:
    lines = [f"### {escape(found[0].title)} <code>{found[0].entry}</code>", ""]
    for one in found:
        lines += [f"- {languages[one.lang].name}: {Wording(_).tallied(one.tally)}"]
    return "\n".join([*lines, "", *together(found, languages, base, _)])


def together(found: Sequence[Explanation], languages: Mapping[str, Language], base: str, _: Translate) -> Iterator[str]:
    """What became of the source of some translations, each change once, with what they say for it."""
    changes: dict[tuple[str, tuple[Piece, ...]], list[tuple[str, Passage]]] = {}
    for one in found:
        for passage in one.passages:
            changes.setdefault((passage.name, passage.pieces), []).append((one.lang, passage))
    wording, tag = Wording(_), languages[found[0].source].tag
    for (_name, pieces), some in changes.items():
        passage = some[0][1]
        parts = (passage.name, wording.called(passage), wording.change(passage))
        yield f"**{' · '.join(dict.fromkeys(filter(None, parts)))}** {place(passage.now, base)}".rstrip()
        yield ""
        yield quoted(pieces, tag)
        yield ""
        yield from (f"- {languages[lang].name}: {beside(passage, base, _)}" for lang, passage in some)
        yield ""
    more = _("The translation has more than its source:")
    for one in found:
        for quote in one.beyond:
            yield f"{more} {place(quote, base)}"
            yield ""
    yield "```"
    yield from (accepting(one.entry, one.lang, one.tally.state) for one in found if one.passages or one.beyond)
    yield from ("```", "")


def beside(passage: Passage, base: str, _: Translate) -> str:
    if not passage.beside:
        return _("not in the translation yet")
    found = ", ".join(place(quote, base) for quote in passage.beside)
    return f"{found} – " + _("The translation here has been edited since.") if passage.edited else found


def place(quote: Quote | None, base: str) -> str:
    """A link to the line."""
    return f"[{quote.path}:{quote.line}]({base}{quote.path}#L{quote.line})" if quote else ""


def quoted(pieces: Sequence[Piece], tag: str) -> str:
    """As a block of HTML, in which nothing is read as Markdown."""
    text = "".join(ELEMENTS[kind].format(escape(text)) for kind, text in pieces)
    return f'<blockquote lang="{tag}">{"<br>".join(line for line in text.splitlines() if line.strip())}</blockquote>'


def row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
