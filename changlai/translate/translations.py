"""A chain of catalogs as gettext functions: what the templates' `_` and `ngettext` ask."""

from __future__ import annotations

from changlai.model import Catalog, Library
from changlai.store import fingerprint
from changlai.translate.header import plural_rule


class Translations:
    """Each word from the first catalog that has it, with its context before without; else the msgid itself."""

    def __init__(self, *chain: Catalog) -> None:
        self.digest = fingerprint([catalog.digest for catalog in chain])
        self._catalogs = chain
        self._chain = [(catalog.texts, plural_rule(catalog.plural)) for catalog in chain]

    def __reduce__(self) -> tuple[type[Translations], tuple[Catalog, ...]]:
        """To another process go the catalogs: a plural rule is code made here."""
        return Translations, self._catalogs

    def gettext(self, message: str) -> str:
        return self.pgettext("", message)

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        return self.npgettext("", singular, plural, number)

    def pgettext(self, context: str, message: str) -> str:
        for texts, _ in self._chain:
            found = texts.get((context, message)) or texts.get(("", message))
            if found:
                return found[0]
        return message

    def npgettext(self, context: str, singular: str, plural: str, number: int) -> str:
        for texts, rule in self._chain:
            found = texts.get((context, singular)) or texts.get(("", singular))
            form = rule(number) if found else 0
            if found and form < len(found):
                return found[form]
        return singular if number == 1 else plural


def translations(library: Library, lang: str) -> Translations:
    """The theme's words for readers of `lang`. Where its own catalog has a gap, English fills it: a msgid, being Chinese, would not do."""
    own = library.theme.get(lang)
    chain = [own] if own else []
    language = library.settings.languages[lang]
    if not language.tag.lower().startswith("zh"):
        chain += [catalog for catalog in library.theme.values() if catalog.locale.split("_")[0] == "en" and catalog is not own]
    return Translations(*chain)
