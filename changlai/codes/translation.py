"""Translations beside their source, and the files that say what they were made from."""

from changlai.codes.code import N_, Code

CODES: dict[str, Code] = {
    "status-form": Code(
        "warning",
        N_("This is not a record as `accept` writes it: it does not say what the translation was made from."),
        N_("Restore it from an earlier version, or check the translation and run: python build.py accept KIND/SLUG --to LANG"),
    ),
    "status-name": Code(
        "warning",
        N_("This file belongs to no edition."),
        N_("Only files named KIND/SLUG.LANG.yaml, which `accept` writes, belong here. Delete it, or move it elsewhere."),
    ),
    "status-stray": Code(
        "warning",
        N_("This file is the record of a translation of %(entry)s, which no longer exists."),
        N_("If the entry was renamed and rewritten, check the translation and run `accept`; otherwise delete this file."),
    ),
    "translation-stale": Code(
        "error",
        N_("The source has changed since this translation was made: %(stale)s of %(blocks)s blocks."),
        N_(
            "To see what changed, run: python build.py explain %(entry)s --to %(lang)s. "
            "This site refuses such translations (refuse: in site.yaml)."
        ),
    ),
    "translation-unverified": Code(
        "error",
        N_("Nobody has confirmed yet that this translation was made from the present source."),
        N_(
            "Check it and run: python build.py accept %(entry)s --to %(lang)s. "
            "This site refuses unconfirmed translations (refuse: in site.yaml)."
        ),
    ),
    "translation-ahead": Code(
        "error",
        N_("This translation has more than its source."),
        N_(
            "Add it to the source too, or run: python build.py accept %(entry)s --to %(lang)s. "
            "This site refuses such translations (refuse: in site.yaml)."
        ),
    ),
    "translation-cosmetic": Code(
        "error",
        N_("The layout of the source has changed since this translation was made; its words have not."),
        N_("Run: python build.py accept %(entry)s --to %(lang)s. This site refuses such translations (refuse: in site.yaml)."),
    ),
    "translation-machine": Code(
        "error",
        N_("A machine translated this text, and this site does not publish such translations."),
        N_(
            "Have somebody read and correct it, and write translation: machine_edited; or, to publish it labelled as machine translation, "
            "write machine: true for the kind %(kind)s in site.yaml."
        ),
    ),
    "translation-orphan": Code(
        "warning",
        N_("The source edition of this translation is gone."),
        N_("Bring it back, or make this text a source of its own: python build.py accept %(entry)s --to %(lang)s"),
    ),
    "fact-differs": Code(
        "warning",
        N_("The source has “%(source)s”; the translation has “%(here)s”."),
        N_('Follow the source. If the difference is intended, give the reason on a line of its own above the block: {differs="…"}'),
    ),
    "fact-missing": Code(
        "warning",
        N_("The source has “%(source)s”; the translation does not."),
        N_('Follow the source. If the difference is intended, give the reason on a line of its own above the block: {differs="…"}'),
    ),
    "fact-extra": Code(
        "warning",
        N_("The translation has “%(here)s”; the source does not."),
        N_('Follow the source. If the difference is intended, give the reason on a line of its own above the block: {differs="…"}'),
    ),
    "link-lost": Code(
        "warning",
        N_("The source has a link or a picture here, %(target)s; the translation does not."),
        N_('Put it back. If the difference is intended, give the reason on a line of its own above the block: {differs="…"}'),
    ),
}
