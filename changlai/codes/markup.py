"""What stands in a Markdown body."""

from changlai.codes.code import N_, Code

_TOO_LONG = N_("Split the text into several entries.")

CODES: dict[str, Code] = {
    # ---- names and attributes
    "reference-unknown": Code(
        "warning",
        N_("“%(scheme)s:” is no kind of entry of this site: the braces print as they are."),
        N_("Did you mean {%(suggestion)s:…}? If the braces are meant to be read, put a backslash before them: \\{"),
    ),
    "reference-form": Code(
        "error",
        N_("A name cannot be printed in the form “%(form)s”."),
        N_("Type {city:paks} for the name in this language, {city:paks|local} for the name in its own, {city:paks|both} for both."),
    ),
    "attribute-reason": Code(
        "warning",
        N_("`differs` gives no reason."),
        N_('Say in a few words why this block may say something else than its source: {differs="the local way of counting"}'),
    ),
    "attribute-name": Code(
        "warning",
        N_("The attribute “%(name)s” is not allowed and was left out."),
        N_("Between braces there may be an id, classes and a language: {#visit .lead lang=de}. Take the rest out."),
    ),
    "attribute-class": Code(
        "warning",
        N_("There is no class “%(name)s”: it was left out."),
        N_("Choose one of these: %(classes)s."),
    ),
    "attribute-lang": Code(
        "warning",
        N_("“%(lang)s” is no language tag: it was left out."),
        N_("Type the tag with hyphens and half-width letters, as in lang=de, lang=ja or lang=zh-Hans."),
    ),
    "attribute-id": Code(
        "warning",
        N_("“%(id)s” cannot be an id: it was left out."),
        N_(
            "Begin with a Latin letter and go on with letters, digits and hyphens: {#visit}. Names that begin with fn- belong to footnotes."
        ),
    ),
    "attribute-id-twice": Code(
        "error",
        N_("The id “%(id)s” is already that of line %(first)s."),
        N_("Give this one another name, for a link can lead to one place only."),
    ),
    "attribute-lost": Code(
        "warning",
        N_("These attributes belong to nothing."),
        N_(
            "Put them right behind a link, an image or [words in brackets], at the end of a heading, or on a line of their own above a "
            "paragraph. If the braces are meant to be read, put a backslash before them: \\{"
        ),
    ),
    "ruby-parts": Code(
        "warning",
        N_("“%(text)s” is no pair of words and reading: it prints as it is."),
        N_("Type pairs, as in {聊城|りょうじょう} or {聊|りょう|城|じょう}."),
    ),
    # ---- links and images
    "link-scheme": Code(
        "error",
        N_("A link may not begin with “%(scheme)s:” (%(target)s)."),
        N_(
            "Links lead to https, http, mailto or tel addresses, to entries such as city:paks, or to files of this site such as "
            "../../cities/paks/. Copy files of your own computer into the entry's folder first."
        ),
    ),
    "link-control": Code(
        "error",
        N_("The address of the link holds a character that cannot be seen."),
        N_("Delete the address and type it again, or paste it from the browser's address bar."),
    ),
    "link-empty": Code(
        "error", N_("The link has no address."), N_("Type the address between the round brackets: [words](https://example.org/).")
    ),
    "link-wide": Code(
        "error",
        N_("The address “%(target)s” is typed with a full-width colon."),
        N_("Type the colon and the slashes with half-width marks: https://"),
    ),
    "link-no-scheme": Code(
        "error",
        N_("“%(target)s” would be looked for on this site."),
        N_("Type https:// before an address of the web, mailto: before a mail address."),
    ),
    "link-host": Code(
        "error",
        N_("“%(target)s” leads to another host without saying how."),
        N_("Type https: before the two slashes; for a page of this site, begin with one slash or with ../"),
    ),
    "link-host-missing": Code("error", N_("“%(target)s” names no host."), N_("Type the whole address, as in https://example.org/page.")),
    "link-backslash": Code("warning", N_("“%(target)s” was typed with backslashes."), N_("Type slashes: /")),
    "link-unread": Code(
        "warning",
        N_("This link is not read, and prints as it is: %(text)s"),
        N_(
            "The round bracket must touch the square one. An address with spaces stands between < and >: [words](<my file.pdf>). "
            'A title stands between straight quotation marks: ![words](photo.jpg "title").'
        ),
    ),
    "link-text-missing": Code(
        "warning",
        N_("The link to %(url)s has no words: the address itself is shown."),
        N_("Type what the reader will find there: [the city's site](%(url)s)."),
    ),
    "bare-url": Code(
        "warning",
        N_("The bare address %(url)s is read aloud letter by letter."),
        N_("Give it words: [the city's site](%(url)s). To show the address on purpose, type <%(url)s>."),
    ),
    "image-remote": Code(
        "error",
        N_("The image %(target)s lies on another host."),
        N_("Save it, if its licence allows, into the folder of this entry and type its file name: ![what it shows](photo.jpg)."),
    ),
    "image-reference": Code(
        "error",
        N_("“%(target)s” is an entry, not an image."),
        N_("Type the name of an image file: ![what it shows](photo.jpg). To link to the entry, leave out the exclamation mark."),
    ),
    "alt-missing": Code(
        "warning",
        N_("The image %(target)s has no alternative text."),
        N_(
            "Type between the square brackets what it shows: ![children in the garden](%(target)s). "
            "If it says nothing, add {.decorative} behind it."
        ),
    ),
    "alt-name": Code(
        "error",
        N_("A name between braces cannot be filled in in an alternative text."),
        N_("Type the name as it is read: ![the town hall of Paks](photo.jpg)."),
    ),
    "reference-undefined": Code(
        "warning",
        N_("Nothing defines “%(label)s”: the brackets print as they are."),
        N_("Add a line [%(label)s]: https://… or put a backslash before the first bracket."),
    ),
    "reference-unused": Code(
        "warning", N_("Nothing uses the address of “%(label)s”."), N_("Delete the line, or link to it: [words][%(label)s].")
    ),
    "reference-twice": Code(
        "warning",
        N_("“%(label)s” already has an address in line %(first)s, which counts."),
        N_("Delete one of the two lines, or choose another name for one."),
    ),
    # ---- footnotes and notes
    "footnote-undefined": Code(
        "warning",
        N_("The footnote [^%(label)s] has no text: the brackets print as they are."),
        N_("Add, after an empty line: [^%(label)s]: the words of the note."),
    ),
    "footnote-unused": Code(
        "warning",
        N_("Nothing refers to the footnote “%(label)s”: its text is not shown."),
        N_("Type [^%(label)s] where it belongs, or delete it."),
    ),
    "footnote-twice": Code(
        "warning",
        N_("The footnote “%(label)s” is already written in line %(first)s: this text is not shown."),
        N_("Choose another name for one of the two."),
    ),
    "note-kind": Code(
        "warning",
        N_("There is no note of the kind “%(kind)s”: the line prints as it is."),
        N_("Choose one of these: %(kinds)s. Begin with “::: note” on a line of its own."),
    ),
    "note-stray": Code(
        "warning",
        N_("These colons close no note: they print as they are."),
        N_("A note begins with “::: note” on a line of its own and ends with “:::”."),
    ),
    "note-open": Code(
        "warning", N_("The note does not end: it reaches to the end of the text."), N_("Type ::: on a line of its own where it ends.")
    ),
    # ---- headings and tables
    "heading-one": Code(
        "warning",
        N_("The title of the page is its only heading of level one: all headings here were moved down by one level."),
        N_("Begin the headings of the text with ##, and their parts with ###."),
    ),
    "indented-text": Code(
        "warning",
        N_("This paragraph begins with four spaces or a tab and is printed as program code."),
        N_("Take the spaces out: the first line of a paragraph needs none. If it is code, put a line of ``` before and after it."),
    ),
    "heading-skips": Code(
        "warning",
        N_("A heading of level %(level)s follows one of level %(before)s."),
        N_("Go down by one level at a time: ## for a section, ### for its parts."),
    ),
    "heading-empty": Code("warning", N_("The heading has no words."), N_("Type words behind the #, or delete the line.")),
    "heading-space": Code(
        "warning", N_("The # print as they are: a space is missing behind them."), N_("Type a half-width space between ## and the words.")
    ),
    "table-cells": Code(
        "warning",
        N_("The row has %(cells)s cells, the header %(columns)s: those beyond it are not shown."),
        N_("Give the header as many cells as the longest row; type \\| for a bar that is part of the text."),
    ),
    "table-bar": Code(
        "warning",
        N_("In a table the bar in %(text)s ends the cell."),
        N_("Put a backslash before it: %(instead)s"),
    ),
    # ---- what was meant to be Markdown, and what came along with it
    "literal-emphasis": Code(
        "warning",
        N_("These %(marks)s print as they are."),
        N_("Both pairs must touch the words: **words**, without a space inside. To print the marks, put a backslash before each: \\*"),
    ),
    "fullwidth-markup": Code(
        "warning",
        N_("“%(found)s” is not read as a mark: it is typed full width, or with a full-width space."),
        N_("Switch the keyboard to English and type: %(instead)s"),
    ),
    "list-by-hand": Code(
        "warning",
        N_("Lines that begin with “%(found)s” are no list: they run together, or are read without their order."),
        N_("Begin each line with “1. ” (a number, a dot, a space) or with “- ”; for a title of a section type ##."),
    ),
    "indent": Code(
        "warning",
        N_("%(number)s lines begin with full-width or no-break spaces, which were taken away: the page sets its own indents."),
        N_("Delete these spaces."),
    ),
    "indent-joined": Code(
        "warning",
        N_("%(number)s indented lines run on from the line above, as one paragraph."),
        N_("Leave an empty line between paragraphs."),
    ),
    "invisible-characters": Code(
        "warning",
        N_("%(number)s characters that cannot be seen came along from Word or the web, and were taken away."),
        N_("Paste the text once more without its formatting, or delete the characters around this place and type them again."),
    ),
    "no-break-space": Code(
        "warning",
        N_("A no-break space stands beside a Chinese or Japanese character; it came along from Word or the web."),
        N_("Delete it: the page sets its own distance."),
    ),
    "raw-html": Code(
        "warning",
        N_("HTML is not read here: %(html)s prints as it is."),
        N_("Use Markdown instead: **bold**, [words](https://example.org/) for a link, ![words](photo.jpg) for an image. Delete comments."),
    ),
    "raw-html-break": Code(
        "warning",
        N_("HTML is not read here: %(html)s prints as it is."),
        N_("Delete it. For a new paragraph leave an empty line; for a new line within one, put a backslash \\ at the end of the line."),
    ),
    "raw-html-style": Code(
        "warning",
        N_("HTML is not read here: %(html)s prints as it is."),
        N_("Delete it and the tag that ends it: colours, sizes, indents and centring are the work of the page. For bold, write **words**."),
    ),
    "raw-html-video": Code(
        "warning",
        N_("Players are not put into a page: %(html)s prints as it is."),
        N_("Delete it, write a link to the video, [what it shows](https://…), and say in words what is to be seen in it."),
    ),
    # ---- limits
    "too-complex-length": Code("error", N_("The text is too long: %(number)s characters of at most %(limit)s."), _TOO_LONG),
    "too-complex-lines": Code("error", N_("The text is too long: %(number)s lines of at most %(limit)s."), _TOO_LONG),
    "too-complex-marks": Code("error", N_("The text holds more than %(limit)s marks and pieces of text."), _TOO_LONG),
    "too-complex-nesting": Code(
        "error",
        N_("Quotations, lists, brackets or emphasis stand within one another, deeper than %(limit)s levels."),
        N_("Close the brackets that are open, or put a backslash before each bracket that is only text: \\["),
    ),
    "too-complex-brackets": Code(
        "error",
        N_("The paragraph holds too many brackets that nothing closes."),
        N_("Put a backslash before each bracket that is only text: \\["),
    ),
    "too-complex-table": Code(
        "error",
        N_("The tables hold %(number)s cells, more than %(limit)s."),
        N_("Split the table, or offer it as a file to download."),
    ),
}
