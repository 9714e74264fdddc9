"""The glossary, and what it says of texts."""

from changlai.codes.code import N_, Code

CODES: dict[str, Code] = {
    # ---- content/glossary.yaml
    "glossary-flat": Code(
        "error",
        N_("The concept “%(name)s” needs a line for each language."),
        N_("Write %(name)s: {%(lang)s: '%(value)s', en: …}"),
    ),
    "glossary-word": Code(
        "error",
        N_("“%(word)s” cannot be looked for in texts."),
        N_("Write a word or a name: at most %(most)s characters, at least one of them a letter."),
    ),
    "glossary-both": Code(
        "error",
        N_("“%(word)s” is both right and forbidden here."),
        N_("Take it out of one of the two lists."),
    ),
    "glossary-twice": Code(
        "warning",
        N_("“%(word)s” stands twice in this language."),
        N_("Delete one of the two."),
    ),
    "glossary-shared": Code(
        "error",
        N_("“%(word)s” names two concepts, this one and “%(other)s”, so nobody can tell which one a text means."),
        N_("Take it out of one of them, or make the two into one."),
    ),
    "glossary-ended": Code(
        "warning",
        N_("This exception ended on %(until)s and no longer holds."),
        N_("Mend the text and delete the exception; or, where its reason still holds, give it a new date: until: …"),
    ),
    # ---- texts
    "term-forbidden": Code(
        "error",
        N_("“%(word)s” is forbidden by the glossary."),
        N_("Write “%(right)s” (content/glossary.yaml, %(id)s). The words of others may stay as they are between quotation marks."),
    ),
    "term-missing": Code(
        "warning",
        N_("The source has “%(word)s”; the translation does not render it."),
        N_(
            "Write “%(right)s”. "
            "If the translation says it in another way that is right too, add that to content/glossary.yaml: %(id)s, accept."
        ),
    ),
    "term-other": Code(
        "warning",
        N_("“%(found)s” is used here for “%(word)s” but is not in the glossary."),
        N_("Write “%(right)s”. If both are right, add this one to content/glossary.yaml: %(id)s, accept."),
    ),
    "term-unlike": Code(
        "warning",
        N_("The foreign words here are “%(found)s”; the source has “%(word)s”."),
        N_("Write them letter for letter as in the source, or correct the source."),
    ),
    "term-tie": Code(
        "error",
        N_("“%(word)s” is said of %(partner)s, whose tie is %(tie)s."),
        N_("Write “%(right)s”. The partner’s own word for the tie may stand in quotation marks."),
    ),
    "term-apart": Code(
        "error",
        N_("“%(word)s” is said of “%(name)s”, which has no such tie."),
        N_("Name the one that is meant (content/glossary.yaml, %(id)s). %(note)s"),
    ),
    "term-gloss": Code(
        "warning",
        N_("The text mentions “%(word)s” but never gives its readers “%(gloss)s”."),
        N_("Write “%(gloss)s” at the first mention."),
    ),
}
