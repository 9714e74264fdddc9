"""How states, changes and kinds of blocks are called, wherever people are told of translations."""

from __future__ import annotations

from collections.abc import Callable

from changlai.model import Key, Passage, Tally

Translate = Callable[[str], str]


class Wording:
    """The words of one language of the tool."""

    def __init__(self, _: Translate) -> None:
        self._ = _

    def state(self, name: str) -> str:
        """The state of an edition in a word."""
        _ = self._
        words = {
            "source": _("source"),
            "missing": _("missing"),
            "fresh": _("fresh"),
            "cosmetic": _("cosmetic"),
            "stale": _("stale"),
            "orphan": _("orphan"),
            "ahead": _("ahead"),
            "unverified": _("unverified"),
            "draft": _("draft"),
            "scheduled": _("scheduled"),
            "withdrawn": _("withdrawn"),
        }
        return words.get(name, words["source"])

    @property
    def translated(self) -> str:
        _ = self._
        return _("translated")

    def meaning(self, name: str) -> str:
        """The same in a sentence, for who meets the word for the first time."""
        _ = self._
        words = {
            "source": _("The text that the others are translated from."),
            "missing": _("There is no translation yet."),
            "fresh": _("The translation agrees with its source."),
            "cosmetic": _("Only the layout of the source has changed: nothing to translate."),
            "stale": _("The source has changed since this was translated. The figures: blocks changed, and blocks in all."),
            "orphan": _("The text that it was translated from is gone."),
            "ahead": _("The translation has something that its source does not."),
            "unverified": _("Nobody has confirmed yet which source it was made from."),
            "draft": _("Marked as a draft: readers do not see it."),
            "scheduled": _("Readers will see it from its date on."),
            "withdrawn": _("Taken off the site."),
        }
        return words.get(name, "")

    def tallied(self, tally: Tally) -> str:
        """The state of a translation; of a stale one how much of it is behind."""
        _ = self._
        name = self.state(tally.state)
        if tally.state != "stale":
            return name
        return _("%(state)s %(some)s/%(all)s") % {"state": name, "some": behind(tally), "all": tally.blocks}

    def change(self, passage: Passage) -> str:
        _ = self._
        words = {
            "changed": _("changed"),
            "links": _("only its links changed"),
            "moved": _("moved"),
            "new": _("added"),
            "removed": _("removed"),
        }
        return words[passage.kind]

    def edit(self, kind: str) -> str:
        """What was done to a part of a text."""
        _ = self._
        words = {"changed": _("edited"), "new": _("added"), "moved": _("moved"), "removed": _("taken out")}
        return words[kind]

    def block(self, kind: str) -> str:
        """What sort of block it is; empty for a field."""
        _ = self._
        words = {
            "heading": _("heading"),
            "paragraph": _("paragraph"),
            "list": _("list"),
            "definitions": _("list"),
            "table": _("table"),
            "quote": _("quotation"),
            "code": _("code"),
            "figure": _("picture"),
            "note": _("note"),
            "footnote": _("footnote"),
            "rule": _("rule"),
        }
        return words.get("heading" if kind[:1] == "h" and kind[1:].isdigit() else kind, "")

    def field(self, name: str) -> str:
        """A field of a text or a profile; facts are counted from 1."""
        _ = self._
        words = {
            "title": _("title"),
            "name": _("name"),
            "summary": _("summary"),
            "image_alt": _("description of the picture"),
            "country": _("country"),
            "region": _("region"),
            "address": _("address"),
        }
        base, _dot, number = name.partition(".")
        return _("fact %(number)s") % {"number": int(number) + 1} if base == "facts" and number.isdigit() else words.get(name, name)

    def called(self, passage: Passage) -> str:
        """Which part of a text a passage is: `title`, `heading`; of a removed block nothing is known but its number."""
        number = passage.name.removeprefix("x")
        return self.block(passage.block) if number.isdigit() else self.field(passage.name)

    def kind(self, name: str) -> str:
        """The kinds that every site has; empty for its own."""
        _ = self._
        words = {
            "stories": _("stories"),
            "cities": _("cities"),
            "figures": _("people"),
            "places": _("places"),
            "pages": _("pages"),
            "nowhere": _("texts outside entries"),
            "terms": _("series and topics"),
            "site": _("the site's own words"),
        }
        return words.get(name, "")


def behind(tally: Tally) -> int:
    """How many blocks of the source are not what they were."""
    return tally.stale + tally.new + tally.moved + tally.removed


def accepting(entry: Key, lang: str, state: str, blocks: str = "") -> str:
    """The command that says that a translation says what its source says."""
    command = f"python build.py {'adopt' if state == 'unverified' else 'accept'} {entry} --to {lang}"
    return f"{command} --blocks {blocks}" if blocks else command
