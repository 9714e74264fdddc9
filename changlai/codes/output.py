"""The output folder, releases, templates."""

from changlai.codes.code import N_, Code

CODES: dict[str, Code] = {
    "output-foreign": Code(
        "error",
        N_("The folder %(folder)s is not empty, and not one that we have written."),
        N_("Choose an empty folder with --output, or empty this one by hand if nothing in it is needed."),
    ),
    "output-inside": Code(
        "error",
        N_("The folder %(folder)s lies among what the site is made from, or holds some of it: one would spoil the other."),
        N_("Choose a folder with --output that is apart from content/, templates/ and translations/, or move these out of it."),
    ),
    "link-into-site": Code(
        "error",
        N_("This link leads to %(target)s, in the folder of the finished site: a build would remove what lies there."),
        N_("Move the file out of site/, to where this link stands."),
    ),
    "output-occupied": Code(
        "error",
        N_("A page is to be written here, but something stands here that is not one of our pages. It was left as it is."),
        N_("Move it elsewhere, or delete it if it is not needed, and build again."),
    ),
    "output-unwritable": Code(
        "error",
        N_("The site could not be written: %(reason)s"),
        N_("Check the space on the disk and the permissions of the folder, close programs that hold its files, and build again."),
    ),
    "output-partly": Code(
        "error",
        N_("The last step, putting the new files in place, was interrupted: %(reason)s"),
        N_("No file is half written. Mend the cause (space, permissions, a file held open), and build again: that completes it."),
    ),
    "output-strange": Code(
        "warning",
        N_("This file stood in the output folder, though we did not make it. It was removed."),
        N_("The output folder is made anew by every build: keep your own files elsewhere."),
    ),
    "output-left": Code(
        "warning",
        N_("This file is none of the site's. It was left where it is."),
        N_("Whoever publishes the folder publishes it too. If that is not meant, take it away."),
    ),
    "template-syntax": Code(
        "error",
        N_("The template cannot be read: %(reason)s"),
        N_("Correct the template at this line; compare it with the one of the package."),
    ),
    "template-error": Code(
        "error",
        N_("The template could not draw %(page)s: %(reason)s"),
        N_("Correct the template at this line: what a template may use is listed in the documentation for operators."),
    ),
    "image-alt-missing": Code(
        "warning",
        N_("The image %(image)s has no alternative text in %(lang)s."),
        N_("Add a line image_alt: … and write what somebody sees who looks at the picture; in a profile.yaml once for each language."),
    ),
    "list-empty": Code(
        "warning",
        N_("No published story belongs to %(name)s: its page says that there is nothing yet."),
        N_("Leave it if stories are to come; else take it out of content/terms.yaml."),
    ),
    "file-unused": Code(
        "warning",
        N_("No page shows the file %(name)s; it is not published."),
        N_("Write in the text %(use)s (a picture may also stand in the field image:), or take the file out of the folder."),
    ),
    "text-untranslated": Code(
        "warning",
        N_("“%(text)s” is not translated into: %(langs)s. Readers there get it in the source language."),
        N_("Run `messages update` and fill in the catalogs in translations/."),
    ),
    "text-language-missing": Code(
        "warning",
        N_("“%(text)s” has no words for: %(langs)s. Readers there get it in another language."),
        N_("Add the missing languages to this map."),
    ),
    "canonical-dead": Code(
        "error",
        N_("%(page)s names %(target)s as its canonical address, where there is nothing."),
        N_("This is a fault of the program: please report it with the entry."),
    ),
    "alternate-dead": Code(
        "error",
        N_("%(page)s names %(target)s as another language of itself, where there is nothing."),
        N_("This is a fault of the program: please report it with the entry."),
    ),
    "alternate-one-way": Code(
        "error",
        N_("%(page)s names %(target)s as another language of itself, which does not name it back."),
        N_("This is a fault of the program: please report it with the entry."),
    ),
    "output-link-dead": Code(
        "error",
        N_("The finished page %(page)s links to %(target)s, where there is nothing."),
        N_("Correct the link in the template that draws this page."),
    ),
    "output-fragment-dead": Code(
        "error",
        N_("The finished page %(page)s links to %(target)s, but nothing there has that id."),
        N_("Correct the link, or give its target the id."),
    ),
}
