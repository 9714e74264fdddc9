"""Translations beside their source, and the files that say what they were made from."""

from changlai.codes.code import N_, Code

CODES: dict[str, Code] = {
    "status-form": Code(
        "warning",
        N_("This file does not say what the translation was made from, as `accept` writes it."),
        N_("Restore it from an earlier version, or look through the translation and run: python build.py accept KIND/SLUG --to LANG"),
    ),
    "status-name": Code(
        "warning",
        N_("This file belongs to no edition."),
        N_("Here lie only files of the name KIND/SLUG.LANG.yaml, which `accept` writes. Delete it, or move it elsewhere."),
    ),
    "status-stray": Code(
        "warning",
        N_("This file tells of a translation of %(entry)s, which is no longer there."),
        N_("If the entry was renamed and rewritten, look through the translation and run `accept`; else delete this file."),
    ),
    "translation-stale": Code(
        "error",
        N_("The source has changed since this translation was made: %(stale)s of %(blocks)s blocks."),
        N_("What changed is shown by: python build.py explain %(entry)s --to %(lang)s. This site refuses such translations (site.yaml)."),
    ),
    "translation-unverified": Code(
        "error",
        N_("Nobody has said yet that this translation was made from the present source."),
        N_("Look through it and run: python build.py accept %(entry)s --to %(lang)s. This site refuses others (refuse: in site.yaml)."),
    ),
    "translation-ahead": Code(
        "error",
        N_("This translation says more than its source."),
        N_("Say it in the source too, or run: python build.py accept %(entry)s --to %(lang)s. This site refuses others (site.yaml)."),
    ),
    "translation-cosmetic": Code(
        "error",
        N_("The source was set out anew since this translation was made, with the same words."),
        N_("Run: python build.py accept %(entry)s --to %(lang)s. This site refuses others (refuse: in site.yaml)."),
    ),
    "translation-machine": Code(
        "error",
        N_("A machine translated this text, and this site does not publish such translations."),
        N_(
            "Have somebody read and correct it, and write translation: machine_edited; or let it out, labelled as it is, "
            "with machine: true for the kind %(kind)s in site.yaml."
        ),
    ),
    "translation-orphan": Code(
        "warning",
        N_("The source edition of this translation is gone."),
        N_("Bring it back, or make this text a source of its own: python build.py accept %(entry)s --to %(lang)s"),
    ),
    "fact-differs": Code(
        "warning",
        N_("The source says “%(source)s”; here stands “%(here)s”."),
        N_('Write what the source says. If it is meant so, say why in a line of its own above the block: {differs="…"}'),
    ),
    "fact-missing": Code(
        "warning",
        N_("The source says “%(source)s”; nothing here says it."),
        N_('Write what the source says. If it is meant so, say why in a line of its own above the block: {differs="…"}'),
    ),
    "fact-extra": Code(
        "warning",
        N_("“%(here)s” stands here and not in the source."),
        N_('Write what the source says. If it is meant so, say why in a line of its own above the block: {differs="…"}'),
    ),
    "link-lost": Code(
        "warning",
        N_("The source leads its readers to %(target)s; this block does not."),
        N_('Put the link or the picture back. If it is meant so, say why in a line of its own above the block: {differs="…"}'),
    ),
}
