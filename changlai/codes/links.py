"""Where things lead, and what a URL may be."""

from changlai.codes.code import N_, Code

CODES: dict[str, Code] = {
    "link-dead": Code(
        "error",
        N_("The link “%(target)s” leads nowhere: there is no such entry or file."),
        N_("Write it to an entry (city:paks, story:some-story) or to its folder (../../cities/paks/)."),
    ),
    "link-file": Code(
        "error",
        N_("The link leads to “%(target)s”, and files of this type are not published."),
        N_(
            "Save a document as PDF, put it into the folder of this entry and link to it: [its title](file.pdf). "
            "Put a video on a video platform and link to its address there."
        ),
    ),
    "link-absolute": Code(
        "error",
        N_("The link “%(target)s” is an address of the published site, which cannot follow the reader's language."),
        N_("Write it to the entry instead: its folder (../../cities/paks/) or its name (city:paks)."),
    ),
    "link-hidden": Code(
        "error",
        N_("The link “%(target)s” leads to %(entry)s, which is not published in any language."),
        N_("Publish %(entry)s (remove draft, publish_on or withdrawn), or take the link out."),
    ),
    "link-withdrawn": Code(
        "warning",
        N_("The link “%(target)s” leads to %(entry)s, which is no longer published; readers are told so there."),
        N_("Take the link out, or let it lead elsewhere."),
    ),
    "fragment-missing": Code(
        "error",
        N_("There is no “#%(fragment)s” in %(entry)s (%(lang)s)."),
        N_("Give the heading that you mean an id of its own: ## Heading {#%(fragment)s}."),
    ),
    "image-missing": Code(
        "error",
        N_("The image “%(target)s” is not in %(folder)s."),
        N_("Put the file into that folder, or correct its name."),
    ),
    "redirect-shadow": Code(
        "error",
        N_("%(source)s is to lead elsewhere, but a page stands at that address."),
        N_("Take the redirect out, or rename the page."),
    ),
    "redirect-cycle": Code(
        "error",
        N_("The redirect from %(source)s to %(target)s leads back to itself."),
        N_("Take one of the redirects of the circle out."),
    ),
    "redirect-chain": Code(
        "error",
        N_("The redirect from %(source)s goes through %(through)s, which leads on itself."),
        N_("Let %(source)s lead to %(target)s directly."),
    ),
    "redirect-dead": Code(
        "error",
        N_("The redirect from %(source)s leads to %(target)s, where there is nothing."),
        N_("Correct the target."),
    ),
    "gone-shadow": Code(
        "error",
        N_("%(url)s is listed as gone, but a page stands at that address."),
        N_("Take it out of `gone:` in site.yaml, or withdraw the page."),
    ),
    "release-lost": Code(
        "error",
        N_("Released addresses lead nowhere now: %(urls)s"),
        N_("If the page was renamed, write in %(home)s: %(redirect)s. If it is gone for good, write in site.yaml: %(gone)s"),
    ),
    "url-collision": Code(
        "error",
        N_("Two pages want the address %(url)s; the other comes from %(other)s."),
        N_("Rename one of the two."),
    ),
}
