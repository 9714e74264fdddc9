"""What came back from translators."""

from changlai.codes.code import N_, Code

_ANEW = N_("Make a new packet: python build.py export --to %(lang)s --entries %(entry)s. What was translated here can be copied into it.")
_AGAIN = N_("Mend it in this file and import it again; the other parts were not held up by it.")

CODES: dict[str, Code] = {
    "packet-unknown": Code(
        "error",
        N_("This is no packet that can be read."),
        N_("Packets are PO, XLIFF 2 and the form, as `export` makes them. Save a form with its own button, or as a whole web page."),
    ),
    "packet-large": Code("error", N_("This file is larger than %(limit)s MB: no packet is."), N_("Export fewer entries at a time.")),
    "packet-xml": Code(
        "error",
        N_("This file cannot be read from here on: %(reason)s."),
        N_("Save it again in the program that it was translated with, or mend this line."),
    ),
    "packet-doctype": Code(
        "error",
        N_("This file declares a document type, which a packet never does."),
        N_("Take the line that begins with <!DOCTYPE out, if you know where the file comes from; else throw it away."),
    ),
    "packet-version": Code(
        "error",
        N_("This is XLIFF %(version)s; packets are XLIFF 2."),
        N_("Have the program save it in the version that it was given."),
    ),
    "packet-language": Code(
        "error",
        N_("This packet is for the language “%(lang)s”, which site.yaml does not have."),
        N_("The language stands in the head of the file, as the locale, the tag or the code of a row of `languages` in site.yaml."),
    ),
    "packet-entry": Code(
        "error",
        N_("This site has nothing to translate into %(lang)s under the name “%(id)s”."),
        N_("The entry is gone or was renamed, or the packet belongs to another site. Make a new one: python build.py export"),
    ),
    "packet-stale": Code(
        "error", N_("The source of this part has changed since the packet was made; the translation was not taken."), _ANEW
    ),
    "packet-edited": Code(
        "error",
        N_("The translation of this part was changed here since the packet was made; that was not overwritten."),
        _ANEW,
    ),
    "packet-twice": Code(
        "error",
        N_("This part was translated in another way already, in %(path)s, line %(line)s; that was taken."),
        N_("Import only the file that holds the right one."),
    ),
    "packet-gone": Code(
        "error",
        N_("The source of this part is gone; nothing was done with its translation."),
        N_("To take the translation out too, let it be %(mark)s and nothing else. To keep it, run: python build.py accept"),
    ),
    "packet-delete": Code(
        "error",
        N_("The source of this part is still there: its translation cannot be taken out."),
        N_("Write the translation in place of %(mark)s."),
    ),
    "packet-empty": Code("error", N_("This translation holds no text."), _AGAIN),
    "packet-character": Code(
        "error",
        N_("This translation holds the invisible character %(character)s, which no text may hold."),
        N_("Delete it and type the place anew. It was most likely pasted from elsewhere."),
    ),
    "packet-form": Code(
        "error",
        N_("This translation has another form than its source: %(found)s instead of %(wanted)s."),
        N_("A heading stays a heading of the same level, a list keeps its items, a table its rows and columns, a paragraph stays one."),
    ),
    "packet-loose": Code(
        "error",
        N_("This translation holds a line that belongs to no paragraph, or code that does not end."),
        N_("Close what is open, and take definitions such as [name]: address out: they stay where they are."),
    ),
    "packet-lost": Code("error", N_("The translation lost what must stay as it is: %(what)s"), _AGAIN),
    "packet-invented": Code("error", N_("The translation holds what its source has not: %(what)s"), _AGAIN),
    "packet-numbers": Code("error", N_("A number, a date or an address of the translation is not that of its source: %(what)s"), _AGAIN),
    "packet-beside": Code(
        "error",
        N_("In its place this text would run together with what stands beside it."),
        N_("Put it into the file of the translation by hand, and run: python build.py accept %(entry)s --to %(lang)s"),
    ),
    "packet-field": Code(
        "error",
        N_("This text could not be put into the fields of %(path)s without touching others."),
        N_("Write it there by hand (%(text)s), and run: python build.py accept %(entry)s --to %(lang)s"),
    ),
    "packet-unsound": Code(
        "error",
        N_("%(path)s holds characters that are in the way, or was changed just now; nothing in it was touched."),
        N_("Run `check`, mend what it says about this file, and import again."),
    ),
}
