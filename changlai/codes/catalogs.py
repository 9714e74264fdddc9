"""PO catalogs and texts without translation."""

from changlai.codes.code import N_, Code

CODES: dict[str, Code] = {
    "catalog-encoding": Code(
        "error",
        N_("This catalog is not saved as UTF-8; it looks like %(found)s."),
        N_("Open the file in your editor, choose “Save as”, pick the encoding “UTF-8”, and save."),
    ),
    "catalog-bom": Code(
        "warning",
        N_("This catalog begins with an invisible mark (BOM) that other gettext tools refuse."),
        N_("Save the file as “UTF-8” instead of “UTF-8 with BOM”, or run: python build.py messages update"),
    ),
    "catalog-conflict": Code(
        "error",
        N_("Two versions of this catalog were merged here and nobody chose between them."),
        N_("Keep the translation that is right, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>."),
    ),
    "catalog-line": Code(
        "error",
        N_("This line is no part of a catalog: %(text)s"),
        N_('Begin a note with # and a space. A text stands between straight quotation marks, like this: msgstr "text"'),
    ),
    "catalog-quotes": Code(
        "error",
        N_("The text stands between %(quote)s marks, but a catalog needs straight quotation marks."),
        N_('Switch the keyboard to English and type " at the beginning and the end of the text. Inside the text, “ ” may stay.'),
    ),
    "catalog-quote-inside": Code(
        "error",
        N_("The text ends here, but the line goes on."),
        N_('A straight quotation mark inside a text is written \\". Curved ones, “ ”, need nothing.'),
    ),
    "catalog-unterminated": Code(
        "error",
        N_("The text that begins here has no end."),
        N_('Put a straight quotation mark, ", at the end of the line. A text of several lines has marks around each line.'),
    ),
    "catalog-escape": Code(
        "error",
        N_("%(escape)s means nothing in a catalog."),
        N_("A backslash itself is written \\\\; a new line is \\n."),
    ),
    "catalog-control": Code(
        "error",
        N_("An invisible control character (%(character)s) stands in this text."),
        N_("Delete it: put the cursor behind it and press Backspace, or type the text again."),
    ),
    "catalog-torn": Code(
        "error",
        N_("This entry is incomplete: its line %(missing)s is missing."),
        N_('Each entry has a line msgid "…" with the original and, below it, a line msgstr "…" with the translation. Add what is missing.'),
    ),
    "catalog-twice": Code(
        "error",
        N_("%(keyword)s stands twice in the same entry."),
        N_("Keep one of the two lines, or put the second into an entry of its own with its msgid."),
    ),
    "catalog-duplicate": Code(
        "error",
        N_("“%(text)s” is translated a second time here; the first time is in line %(first)s."),
        N_("Keep the entry that is right and delete the other."),
    ),
    "catalog-header": Code(
        "error",
        N_("This catalog has no header."),
        N_("Run: python build.py messages update. It writes the header."),
    ),
    "catalog-header-fuzzy": Code(
        "warning",
        N_("The header of this catalog is marked “fuzzy”; other gettext tools then skip the whole file."),
        N_("Delete the word fuzzy above the first msgid, or run: python build.py messages update"),
    ),
    "catalog-charset": Code(
        "error",
        N_("The header of this catalog does not say UTF-8 (found: %(found)s)."),
        N_("Run: python build.py messages update. It writes UTF-8 into the header."),
    ),
    "catalog-language": Code(
        "warning",
        N_("The header says that this catalog is in “%(found)s”, but it lies in the folder of “%(expected)s”."),
        N_("If the translations are in the right language, write in the header: Language: %(expected)s. Else move the file."),
    ),
    "catalog-plural-rule": Code(
        "error",
        N_("The rule for plurals in the header cannot be used: %(found)s"),
        N_("Delete the line Plural-Forms from the header and run: python build.py messages update"),
    ),
    "catalog-plural-missing": Code(
        "error",
        N_("“%(text)s” has plural forms, but the header has no rule for them."),
        N_("Run: python build.py messages update. It writes the line Plural-Forms into the header."),
    ),
    "catalog-plural-count": Code(
        "error",
        N_("This entry has %(found)s plural forms; the header says %(expected)s."),
        N_("Write as many lines as the header says, counted from msgstr[0]."),
    ),
    "catalog-plural-empty": Code(
        "warning",
        N_("One plural form of this entry is empty, so none of them is used."),
        N_("Fill in every msgstr[…] of the entry."),
    ),
    "catalog-fuzzy": Code(
        "warning",
        N_("The translation of “%(text)s” is marked “fuzzy” and is not used."),
        N_("Compare it with the original. When it is right, delete the word fuzzy from the line above the entry."),
    ),
    "catalog-placeholder-lost": Code(
        "error",
        N_("The translation has lost %(placeholder)s, where a number or a name is to appear."),
        N_("Put %(placeholder)s into the translation, letter by letter, where it belongs in the sentence."),
    ),
    "catalog-placeholder-extra": Code(
        "error",
        N_("The translation has %(placeholder)s, which the original does not have."),
        N_("Delete %(placeholder)s, or write it exactly as the original does. What is inside the brackets is never translated."),
    ),
    "catalog-percent": Code(
        "error",
        N_("A per cent sign in this translation would be taken for a placeholder."),
        N_("Write %%%% for a per cent sign: 50%%%%."),
    ),
    "catalog-newline-start": Code(
        "warning",
        N_("The original and the translation do not both begin with a new line."),
        N_("Begin the translation as the original does, with or without \\n."),
    ),
    "catalog-newline-end": Code(
        "warning",
        N_("The original and the translation do not both end with a new line."),
        N_("End the translation as the original does, with or without \\n."),
    ),
    "catalog-plural-foreign": Code(
        "warning",
        N_("The rule for plurals in the header is not that of %(language)s, which is: %(expected)s"),
        N_("Delete the line Plural-Forms from the header and run: python build.py messages update"),
    ),
    "catalog-missing": Code(
        "warning",
        N_("%(language)s has no catalog yet (texts to translate: %(count)s)."),
        N_("Run: python build.py messages update. It makes the file."),
    ),
    "catalog-outdated": Code(
        "warning",
        N_("Texts that are not in this catalog yet: %(count)s, for example “%(text)s”."),
        N_("Run: python build.py messages update. Then translate what is new."),
    ),
    "catalog-untranslated": Code(
        "warning",
        N_("“%(text)s” is not translated yet."),
        N_("Write the translation between the quotation marks of msgstr."),
    ),
    "catalog-unused": Code(
        "warning",
        N_("“%(text)s” is no longer used by the site."),
        N_("Run: python build.py messages update. It puts the entry aside and brings it back if it is needed again."),
    ),
    "catalog-space": Code(
        "warning",
        N_("The translation begins or ends with a space where the original does not, or the other way round."),
        N_("Add or remove the space next to the quotation mark, as in the original."),
    ),
    "catalog-gap": Code(
        "warning",
        N_("The gap here is wider than one space."),
        N_("Leave one ordinary space."),
    ),
    "catalog-mark": Code(
        "warning",
        N_("%(language)s does not write %(mark)s here."),
        N_("Write %(right)s"),
    ),
    "catalog-end-lost": Code(
        "warning",
        N_("The original ends with %(mark)s, the translation does not."),
        N_("End it with %(right)s or with the mark that says the same in this language."),
    ),
    "catalog-end-extra": Code(
        "warning",
        N_("The translation ends with %(mark)s, the original without a mark."),
        N_("Delete it: a heading, a label or a name ends without."),
    ),
    "catalog-two-ways": Code(
        "warning",
        N_("“%(text)s” is “%(here)s” here and “%(there)s” in line %(first)s, in the same field."),
        N_("Choose one of the two for both."),
    ),
    "catalog-figures": Code(
        "warning",
        N_("A number, a date or an amount differs: %(source)s in the original, %(translation)s here."),
        N_("Correct the translation, or the original. Each language may spell it in its own way, but the value is the same."),
    ),
    "catalog-tag-lost": Code(
        "error",
        N_("The translation has lost %(tag)s."),
        N_("Copy %(tag)s from the original to the place in the translation where it belongs."),
    ),
    "catalog-tag-extra": Code(
        "error",
        N_("The translation has %(tag)s, which the original does not have."),
        N_("Delete %(tag)s, or write it exactly as the original does."),
    ),
}
