"""Bytes, names and YAML: what a writer's machine produces."""

from changlai.codes.code import N_, Code

CODES: dict[str, Code] = {
    # ---- bytes
    "wrong-encoding": Code(
        "error",
        N_("This file is not saved as UTF-8; it seems to be %(encoding)s."),
        N_(
            "Open it and save it as UTF-8. Notepad: File, Save As, Encoding: UTF-8. VS Code: click the encoding at the bottom right, "
            "“Reopen with Encoding” %(encoding)s, then “Save with Encoding” UTF-8. WPS and Word: Save As, Plain Text, then choose UTF-8."
        ),
    ),
    "torn-utf8": Code(
        "error",
        N_("Some bytes here are no characters; the file was damaged or put together from two encodings."),
        N_("Open the file, type the words at this place again, and save it as UTF-8."),
    ),
    "not-text": Code(
        "error",
        N_("This file is not text."),
        N_("Save the words as plain text in UTF-8. A Word or WPS document cannot be renamed to .md: copy its words into a new text file."),
    ),
    "control-character": Code(
        "error",
        N_("An invisible control character (%(character)s) stands here; %(count)s in this file."),
        N_("Delete the invisible character: remove the characters on both sides of this place and type them again."),
    ),
    "bidi-character": Code(
        "error",
        N_("An invisible character that turns the direction of the text (%(character)s) stands here; %(count)s in this file."),
        N_("Delete the invisible character: remove the characters on both sides of this place and type them again."),
    ),
    "lost-character": Code(
        "warning",
        N_("A character was lost here in a conversion and shows as �; %(count)s in this file."),
        N_("Type the lost character again."),
    ),
    "private-character": Code(
        "warning",
        N_("The character %(character)s exists only in one font; readers will see an empty box. %(count)s in this file."),
        N_("Type the character that is meant. Rare characters of names have a code in Unicode today; an input method by strokes finds it."),
    ),
    "merge-conflict": Code(
        "error",
        N_("Two versions of this file were joined and nobody has chosen between them (<<<<<<<)."),
        N_("Keep the right words and delete the lines that begin with <<<<<<<, ======= and >>>>>>>."),
    ),
    # ---- files and folders
    "unreadable-file": Code(
        "error",
        N_("This file or folder cannot be read: %(reason)s."),
        N_("Check that you may read it, that no other program holds it, and that the disk is connected."),
    ),
    "vanished-file": Code(
        "error",
        N_("This file was there a moment ago and is gone."),
        N_("Run the command again. If a synchronising program moves files, wait until it has finished."),
    ),
    "too-large": Code(
        "error",
        N_("This file is %(size)s MB large; at most %(limit)s MB are read."),
        N_("Split a long text into several entries; save a picture smaller, 4000 pixels wide at most."),
    ),
    "not-a-file": Code("error", N_("This is neither a file nor a folder."), N_("Delete it, or put an ordinary file in its place.")),
    "link-outside": Code(
        "error",
        N_("This link leads out of the project, to %(target)s."),
        N_("Copy the file into the folder instead of linking to it."),
    ),
    "link-broken": Code(
        "error",
        N_("This link leads nowhere, or back to itself."),
        N_("Delete the link, or copy the file that it should lead to into the folder."),
    ),
    "same-name": Code(
        "error",
        N_("“%(name)s” and “%(other)s” are one name on Windows and macOS."),
        N_("Rename one of them. Use small letters only."),
    ),
    "loose-entry": Code(
        "error",
        N_("An entry needs a folder of its own; this file stands outside of any."),
        N_("Make the folder %(folder)s/ and move this file there as %(file)s."),
    ),
    "empty-entry": Code(
        "warning",
        N_("This folder holds no entry."),
        N_("Put %(file)s into it, or delete the folder."),
    ),
    "edition-without-language": Code(
        "error",
        N_("The name of this file does not say its language."),
        N_("Rename it to %(file)s, or with another language in place of “%(lang)s”."),
    ),
    "edition-name": Code(
        "error",
        N_("“%(name)s” is not read: the file of a text is called %(file)s."),
        N_("Rename it to %(file)s. On Windows let Explorer show file name extensions, else .txt is added unseen."),
    ),
    "data-name": Code(
        "error",
        N_("“%(name)s” is not read: the file is called %(file)s."),
        N_("Rename it to %(file)s."),
    ),
    "profile-not-here": Code(
        "error",
        N_("Entries in %(kind)s have no profile.yaml."),
        N_("Write the fields at the top of index.%(lang)s.md and delete profile.yaml."),
    ),
    "missing-profile": Code(
        "error",
        N_("An entry in %(kind)s needs a file profile.yaml with its name."),
        N_("Make the file profile.yaml in this folder and write in it: name: …"),
    ),
    "copy-of-file": Code(
        "warning",
        N_("“%(name)s” looks like a copy of another file and is not read."),
        N_("Delete the copy, or give it its right name if it is the one you want."),
    ),
    "stray-file": Code(
        "warning",
        N_("“%(name)s” is not used."),
        N_(
            "A folder of an entry holds texts (index.%(lang)s.md), profile.yaml, pictures (jpg, png, webp, gif, avif, svg) and PDF."
            " Move other files elsewhere."
        ),
    ),
    "stray-folder": Code(
        "warning",
        N_("The folder “%(name)s” inside of an entry is not read."),
        N_("Move its pictures up, beside the text."),
    ),
    "file-name": Code(
        "error",
        N_("The name of this file holds a character that cannot stand in an address: %(character)s"),
        N_("Rename the file; use letters, digits and hyphens."),
    ),
    # ---- front matter
    "no-front-matter": Code(
        "error",
        N_("The file does not begin with its fields."),
        N_("Begin the file with a line ---, then title: …, then another line ---, then the text."),
    ),
    "front-matter-open": Code(
        "error",
        N_("The fields at the top have no end."),
        N_("Write a line of three hyphens --- after the last field, here."),
    ),
    "front-matter-fence": Code(
        "error",
        N_("This line should be three hyphens, and is “%(found)s”."),
        N_("Type three hyphens --- with the English keyboard, alone in the line."),
    ),
    # ---- YAML
    "yaml-fullwidth-colon": Code(
        "error",
        N_("A full-width colon “：” stands after “%(key)s”."),
        N_("Switch to the English keyboard and type a colon and a space: %(key)s: …"),
    ),
    "yaml-colon-space": Code(
        "error",
        N_("There is no space after “%(key)s:”."),
        N_("Type a space after the colon: %(key)s: …"),
    ),
    "yaml-colon-in-value": Code(
        "error",
        N_("The value of “%(key)s” holds a colon followed by a space, which would begin another field."),
        N_("Put the value in straight quotes: %(key)s: '%(value)s'"),
    ),
    "yaml-comma-in-value": Code(
        "error",
        N_("The comma before “%(name)s” ends the value."),
        N_("Put a value that holds a comma in straight quotes, for example '%(example)s'."),
    ),
    "yaml-fullwidth-comma": Code(
        "error",
        N_("“%(value)s” is one word here: “%(comma)s” does not part the words of a list."),
        N_("Use the English comma and a space: [%(suggestion)s]"),
    ),
    "list-unbracketed": Code(
        "error",
        N_("“%(name)s” holds several words without brackets around them: %(value)s"),
        N_("Write %(name)s: [%(suggestion)s]"),
    ),
    "yaml-flow-comma": Code(
        "error",
        N_("A “%(comma)s” stands between two fields."),
        N_("Switch to the English keyboard and type a comma and a space; after the name of a field, a colon and a space."),
    ),
    "yaml-fullwidth-dash": Code(
        "error",
        N_("“%(dash)s” does not begin an item of a list."),
        N_("Begin each item with an English hyphen and a space: - …"),
    ),
    "yaml-dash-space": Code(
        "error",
        N_("There is no space after the hyphen that begins an item of a list."),
        N_("Type a space after the hyphen: - …"),
    ),
    "yaml-odd-space": Code(
        "error",
        N_("A space here is not an ordinary one (%(character)s); it came from a Chinese or Japanese keyboard, Word or a web page."),
        N_("Delete it and type ordinary spaces with the English keyboard."),
    ),
    "yaml-tab": Code(
        "error",
        N_("A tab stands at the beginning of this line."),
        N_("Delete it. Where the line belongs to the field above it, type two spaces instead."),
    ),
    "yaml-fullwidth-bracket": Code(
        "error",
        N_("The bracket “%(character)s” is typed full width."),
        N_("Switch to the English keyboard and type the brackets on both sides again: { } around fields, [ ] around a list."),
    ),
    "yaml-must-quote": Code(
        "error",
        N_("A value cannot begin with %(character)s."),
        N_("Put the whole value in straight quotes: '%(value)s'"),
    ),
    "yaml-after-quote": Code(
        "error",
        N_("Words stand after the closing quote or bracket of the value."),
        N_("Put the whole value in straight quotes: '%(value)s'"),
    ),
    "yaml-backslash": Code(
        "error",
        N_("A backslash \\ in double quotes begins a special character, and not this one."),
        N_("Use single straight quotes in place of the double ones: '…'"),
    ),
    "yaml-open-quote": Code(
        "error",
        N_("A quote is opened here and not closed with the same mark."),
        N_("Close it with the same straight quote %(quote)s as it was opened with."),
    ),
    "yaml-open-bracket": Code(
        "error",
        N_("The bracket %(bracket)s is opened here and not closed."),
        N_("Close it with %(closing)s, typed with the English keyboard."),
    ),
    "yaml-comment": Code(
        "warning",
        N_("What stands after # is taken for a remark and left out: %(words)s"),
        N_("If it belongs to the value, put the whole value in straight quotes; if it is a remark, write a space after the #."),
    ),
    "yaml-indent": Code(
        "error",
        N_("This line stands too far to the right or to the left."),
        N_("Let fields of the same level begin in the same column, and what belongs to a field two spaces further right."),
    ),
    "yaml-no-colon": Code(
        "error",
        N_("This line is no field: %(line)s"),
        N_(
            "Write each field as a name, a colon, a space and the value, for example title: …"
            "; the text of the page stands below the second line ---."
        ),
    ),
    "yaml-syntax": Code(
        "error",
        N_("This cannot be read as YAML."),
        N_("Compare with the line above: a name, a colon, a space, the value. If in doubt, put the value in straight quotes."),
    ),
    "yaml-duplicate": Code(
        "error",
        N_("The field “%(name)s” stands here twice; the first time in line %(first)s."),
        N_("Keep one of the two."),
    ),
    "yaml-alias": Code(
        "error",
        N_("Anchors and references of YAML (%(name)s) are not used here."),
        N_("Write the value out. If it is a text that begins with & or *, put it in straight quotes."),
    ),
    "yaml-tag": Code(
        "error",
        N_("A value cannot begin with an exclamation mark (%(name)s)."),
        N_("Put the whole value in straight quotes."),
    ),
    "yaml-key": Code(
        "error",
        N_("The name of a field is not a word here."),
        N_("Put a value that begins with { or [ in straight quotes."),
    ),
    "yaml-too-deep": Code(
        "error",
        N_("Lists or maps are nested deeper than %(limit)s levels."),
        N_("Write it flatter; no field needs so many levels."),
    ),
    "yaml-documents": Code(
        "error",
        N_("A line --- begins a second part of this file, which is not read."),
        N_("Delete the line --- and what follows it, or move it to a file of its own."),
    ),
    "yaml-not-fields": Code(
        "error",
        N_("This file must hold fields, each with a name, a colon, a space and a value."),
        N_("Begin it like this: title: …"),
    ),
}
