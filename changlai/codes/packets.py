"""What came back from translators."""

from changlai.codes.code import N_, Code

_ANEW = N_("Make a new packet: python build.py export --to %(lang)s --entries %(entry)s. What was translated here can be copied into it.")
_AGAIN = N_("Mend it in this file and import it again; the other parts are not affected.")

CODES: dict[str, Code] = {
    "packet-unknown": Code(
        "error",
        N_("This file cannot be read as a packet."),
        N_("A packet is PO, XLIFF 2 or a form, as `export` makes it. Save a form with its own button, or as a complete web page."),
    ),
    "packet-large": Code(
        "error", N_("This file is larger than %(limit)s MB, and no packet is that large."), N_("Export fewer entries at a time.")
    ),
    "packet-xml": Code(
        "error",
        N_("This file cannot be read from here on: %(reason)s."),
        N_("Save it again in the program that it was translated with, or mend this line."),
    ),
    "packet-doctype": Code(
        "error",
        N_("This file declares a document type, which a packet never does."),
        N_("If you know where the file comes from, delete the line that begins with <!DOCTYPE; otherwise discard the file."),
    ),
    "packet-version": Code(
        "error",
        N_("This is XLIFF %(version)s; packets are XLIFF 2."),
        N_("Have the program save it in the version that it was given."),
    ),
    "packet-language": Code(
        "error",
        N_("This packet is for the language “%(lang)s”, which site.yaml does not have."),
        N_("The head of the file names the language; it has to be the locale, the tag or the code of a row of `languages` in site.yaml."),
    ),
    "packet-entry": Code(
        "error",
        N_("This site has nothing to translate into %(lang)s under the name “%(id)s”."),
        N_("The entry is gone or was renamed, or the packet belongs to another site. Make a new one: python build.py export"),
    ),
    "packet-stale": Code(
        "error", N_("The source of this part has changed since the packet was made; the translation was not imported."), _ANEW
    ),
    "packet-edited": Code(
        "error",
        N_("The translation of this part has been changed on the site since the packet was made; it was not overwritten."),
        _ANEW,
    ),
    "packet-twice": Code(
        "error",
        N_("This part is translated differently in %(path)s, line %(line)s; that translation was imported."),
        N_("Import only the file that holds the right one."),
    ),
    "packet-gone": Code(
        "error",
        N_("The source of this part is gone; its translation was left as it is."),
        N_("To delete the translation too, replace it with %(mark)s and nothing else. To keep it, run: python build.py accept"),
    ),
    "packet-delete": Code(
        "error",
        N_("The source of this part is still there: its translation cannot be deleted."),
        N_("Write the translation in place of %(mark)s."),
    ),
    "packet-empty": Code("error", N_("This translation has no text."), _AGAIN),
    "packet-character": Code(
        "error",
        N_("This translation contains the invisible character %(character)s, which no text may contain."),
        N_("Delete it and type that part again. It was most likely pasted from elsewhere."),
    ),
    "packet-form": Code(
        "error",
        N_("This translation does not have the form of its source: %(found)s instead of %(wanted)s."),
        N_(
            "A heading stays a heading of the same level, a list keeps its items, a table its rows and columns, a note its line :::. "
            "A paragraph stays one."
        ),
    ),
    "packet-loose": Code(
        "error",
        N_("This translation contains a line that belongs to no paragraph, or code that does not end."),
        N_("Close what is open, and leave out definitions such as [name]: address; they stay where they are."),
    ),
    "packet-lost": Code("error", N_("The translation has lost what must stay as it is: %(what)s"), _AGAIN),
    "packet-invented": Code("error", N_("The translation contains what its source does not: %(what)s"), _AGAIN),
    "packet-numbers": Code("error", N_("A number, a date or an address in the translation differs from the source: %(what)s"), _AGAIN),
    "packet-beside": Code(
        "error",
        N_("In its place this text would run into the text next to it."),
        N_("Put it into the file of the translation by hand, and run: python build.py accept %(entry)s --to %(lang)s"),
    ),
    "packet-field": Code(
        "error",
        N_("This text could not be put into its field in %(path)s without touching others."),
        N_("Write it there by hand (%(text)s), and run: python build.py accept %(entry)s --to %(lang)s"),
    ),
    "packet-unsound": Code(
        "error",
        N_("%(path)s contains stray characters, or was changed just now; nothing in it was touched."),
        N_("Run `check`, mend what it says about this file, and import again."),
    ),
}
