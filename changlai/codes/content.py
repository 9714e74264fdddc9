"""Fields, values and references of entries, terms and settings."""

from changlai.codes.code import N_, Code

CODES: dict[str, Code] = {
    # ---- fields
    "missing-field": Code("error", N_("The field “%(name)s” is missing."), N_("Add a line %(name)s: …")),
    "empty-field": Code("error", N_("The field “%(name)s” is empty."), N_("Write its value after the colon and a space.")),
    "misspelt-field": Code(
        "error",
        N_("There is no field “%(name)s” here; did you mean “%(suggestion)s”?"),
        N_("Write %(suggestion)s: …"),
    ),
    "unknown-field": Code(
        "error",
        N_("There is no field “%(name)s” here."),
        N_("Use one of these, or delete the line: %(known)s. What only your own templates need goes below extra:"),
    ),
    "field-elsewhere": Code(
        "error",
        N_("“%(name)s” is written once for all languages; its home is %(home)s."),
        N_("Delete the line here, and write it in %(home)s if it is not there yet."),
    ),
    "name-elsewhere": Code(
        "error",
        N_("“%(name)s” does not stand here: the name of this entry comes from the field “name” of profile.yaml."),
        N_("Delete the line here, and write the name in profile.yaml: name: {%(lang)s: …}"),
    ),
    "text-expected": Code(
        "error",
        N_("“%(name)s” must be a text, and is a list or a map here."),
        N_("Write it in one line. A text that begins with [ or { or holds a colon goes into straight quotes: %(name)s: '…'"),
    ),
    "list-expected": Code("error", N_("“%(name)s” must be a list."), N_("Write %(name)s: [one, two], with English commas and brackets.")),
    "map-expected": Code(
        "error",
        N_("“%(name)s” must have fields of its own."),
        N_("Write them below it, each two spaces further right, with a name, a colon, a space and a value."),
    ),
    "flag-expected": Code("error", N_("“%(name)s” is either true or false, not “%(value)s”."), N_("Write %(name)s: %(suggestion)s")),
    "number-expected": Code(
        "error", N_("“%(name)s” must be a number, not “%(value)s”."), N_("Write it in digits only, for example %(name)s: 18")
    ),
    "number-range": Code(
        "error",
        N_("“%(name)s” cannot be %(value)s."),
        N_("Write a number from %(least)s to %(most)s."),
    ),
    "smart-quotes": Code(
        "error",
        N_("Quotes of a Chinese or Japanese keyboard stand around “%(value)s”."),
        N_("Delete the quotes; none are needed here: %(value)s"),
    ),
    "misspelt-value": Code(
        "error",
        N_("“%(name)s” cannot be “%(value)s”; did you mean “%(suggestion)s”?"),
        N_("Write %(name)s: %(suggestion)s"),
    ),
    "unknown-value": Code("error", N_("“%(name)s” cannot be “%(value)s”."), N_("Write one of these: %(known)s")),
    "bad-date": Code(
        "error",
        N_("“%(value)s” is not how a date is written here."),
        N_("Write year, month and day with hyphens, as many of them as are known: %(name)s: %(suggestion)s"),
    ),
    "impossible-day": Code(
        "error",
        N_("The calendar has no %(value)s; that month ends on %(suggestion)s."),
        N_("Look up the day and write it again, for example %(name)s: %(suggestion)s"),
    ),
    "impossible-date": Code(
        "error",
        N_("The calendar has no %(value)s."),
        N_("Write year, month and day in this order: %(name)s: %(suggestion)s"),
    ),
    "whole-date": Code("error", N_("“%(name)s” needs a whole date, with month and day."), N_("Write it like this: %(name)s: 2022-08-26")),
    "bad-url": Code(
        "error",
        N_("“%(value)s” is no complete web address."),
        N_("Copy it from the address bar of the browser, with https:// in front: %(name)s: %(suggestion)s"),
    ),
    "bad-tag": Code(
        "error",
        N_("“%(value)s” is no language tag."),
        N_("Write a tag such as zh-Hans, en, ko, ja, hu or de: %(name)s: %(suggestion)s"),
    ),
    "bad-address": Code(
        "error",
        N_("“%(value)s” is no address inside of this site."),
        N_("Write it from the language on, beginning with /: %(suggestion)s"),
    ),
    "twice-in-list": Code("warning", N_("“%(value)s” stands twice in “%(name)s”."), N_("Delete one of the two.")),
    # ---- entries
    "missing-date": Code(
        "warning",
        N_("This story has no date, so it stands last in every list."),
        N_("Add the day on which it was first told: date: 2022-08-26"),
    ),
    "number-without-series": Code(
        "error",
        N_("A number counts within a series, and this story names none."),
        N_("Add a line series: … with the series, or delete the number."),
    ),
    "same-number": Code(
        "warning",
        N_("%(other)s has the number %(number)s of the series “%(series)s” too."),
        N_("Correct one of the two numbers."),
    ),
    "missing-image": Code(
        "error",
        N_("There is no picture “%(value)s” beside this entry."),
        N_("Put the picture into the folder %(folder)s, or correct its name."),
    ),
    "misspelt-image": Code(
        "error",
        N_("There is no picture “%(value)s” beside this entry; did you mean “%(suggestion)s”?"),
        N_("Write “%(suggestion)s”; capital and small letters differ."),
    ),
    "image-elsewhere": Code(
        "error",
        N_("“%(value)s” does not lie in the folder of this entry."),
        N_("Copy the picture into %(folder)s and write its name alone, for example image: photo.jpg"),
    ),
    "image-type": Code(
        "error",
        N_("“%(value)s” is no picture that can be shown."),
        N_("Save a picture as jpg, png, webp, gif, avif or svg. Put a video on a video platform and link to it."),
    ),
    # ---- references
    "misspelt-reference": Code(
        "error",
        N_("“%(name)s” is not in %(vocabulary)s; did you mean “%(suggestion)s”?"),
        N_("Write %(suggestion)s"),
    ),
    "unknown-reference": Code(
        "error",
        N_("“%(name)s” is not in %(vocabulary)s."),
        N_("Correct the name, delete it here, or add it: %(home)s"),
    ),
    "misspelt-menu": Code(
        "error",
        N_("The menu leads to “%(name)s”, which does not exist; did you mean “%(suggestion)s”?"),
        N_("Write %(suggestion)s"),
    ),
    "unknown-menu": Code(
        "error",
        N_("The menu leads to “%(name)s”, which does not exist."),
        N_("Name one of these, or an entry like stories/its-folder: %(known)s"),
    ),
    # ---- terms
    "term-as-text": Code(
        "error",
        N_("The term “%(name)s” needs fields of its own."),
        N_("Write %(name)s: {title: '%(value)s'}"),
    ),
    # ---- settings
    "bad-language-code": Code(
        "error",
        N_("“%(name)s” cannot stand for a language in addresses."),
        N_("Use two or three small letters, for example zh, en, ko or ja; with a hyphen where you need more: zh-hant"),
    ),
    "same-tag": Code(
        "error",
        N_("The language “%(other)s” has the tag “%(tag)s” already."),
        N_("Give each language its own tag, for example zh-Hans and zh-Hant."),
    ),
    "bad-locale": Code(
        "error",
        N_("“%(value)s” is not how this is written."),
        N_("Write it with an underscore: %(suggestion)s"),
    ),
    "unknown-locale": Code(
        "error",
        N_("Babel, which prints dates and numbers, does not know the locale “%(value)s”."),
        N_("Write a locale such as zh_Hans_CN, zh_Hant_TW, en_GB, ko_KR, ja_JP or de_DE."),
    ),
    "theme-language": Code(
        "warning",
        N_("The templates have no words in %(name)s (%(locale)s); their English ones are shown."),
        N_("Translate them in translations/%(locale)s/LC_MESSAGES/theme.po; the command “messages update” makes the file."),
    ),
    "bad-base-url": Code(
        "error",
        N_("“%(value)s” is no address at which a site can stand."),
        N_("Write the whole address of its first page: %(name)s: %(suggestion)s"),
    ),
    "unknown-time-zone": Code(
        "error",
        N_("There is no time zone “%(value)s”."),
        N_("Write its name in the IANA list, for example time_zone: %(suggestion)s"),
    ),
    "bad-form": Code(
        "error",
        N_("“%(value)s” does not have the form of “%(name)s”."),
        N_("It looks like this: %(example)s. Leave the line out as long as you have none; it is never invented."),
    ),
    "bad-kind": Code(
        "error",
        N_("A kind of entry cannot be called “%(name)s”."),
        N_("Use small letters a to z and hyphens, and no word that the site needs itself, such as series, topics, media or a language."),
    ),
    "built-in-kind": Code("error", N_("The kind “%(name)s” is built in and cannot be like another."), N_("Delete the line like: …")),
    "bad-ref": Code(
        "error",
        N_("“%(value)s” cannot be used to refer to entries."),
        N_("Use a short word of small letters, for example city; not http or mailto."),
    ),
    "same-ref": Code("error", N_("“%(ref)s” refers to the kind “%(other)s” already."), N_("Give this kind another word: ref: …")),
    # ---- names and addresses
    "missing-site": Code(
        "error",
        N_("There is no site.yaml here, so this folder is no site."),
        N_("Go to the folder of the site, or name it with --project."),
    ),
    "no-entries": Code(
        "warning",
        N_("There is no entry yet: every page but the home pages will be missing."),
        N_("Write the first story with the command: new stories/my-first-story"),
    ),
    "misspelt-kind": Code(
        "error",
        N_("There is no kind of entry called “%(name)s”; did you mean “%(suggestion)s”?"),
        N_("Rename the folder to “%(suggestion)s”, or declare the kind in site.yaml under “kinds:”."),
    ),
    "unknown-kind": Code(
        "error",
        N_("There is no kind of entry called “%(name)s”."),
        N_("Move the folder into one of %(known)s, or declare the kind in site.yaml under “kinds:”."),
    ),
    "misspelt-language": Code(
        "error",
        N_("There is no language “%(name)s” in site.yaml; did you mean “%(suggestion)s”?"),
        N_("Write “%(suggestion)s” in place of “%(name)s”."),
    ),
    "unknown-language": Code(
        "error",
        N_("There is no language “%(name)s” in site.yaml."),
        N_("Use one of %(known)s, or add a row for “%(name)s” to “languages:” in site.yaml."),
    ),
    "bad-slug": Code(
        "error",
        N_("“%(name)s” cannot be an address: only the letters a to z in small, digits and single hyphens can."),
        N_("Rename it in English or pinyin, for example to “%(suggestion)s”. One name serves all languages; the title stays as it is."),
    ),
    "reserved-slug": Code(
        "error",
        N_("The address “%(name)s” is needed by the site itself."),
        N_("Choose another name, for example “%(name)s-1” or a longer one."),
    ),
    "lock-line": Code(
        "error",
        N_("This line of urls.lock is no address: %(line)s"),
        N_("Take the file as it was at the last release; it is written by the command “release”, never by hand."),
    ),
}
