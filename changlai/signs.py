"""What each page follows from, told without making it: a page whose sign is what it was need not be looked at again.

A sign may differ where the page is the same: then the page is made, and its key says so. It must never be the same where the page differs.
"""

from __future__ import annotations

import json

from changlai.model import Key, Plan, Sheet
from changlai.plan.chrome import menu_key
from changlai.plan.site import Site
from changlai.render import Renderer
from changlai.store import digest, fingerprint


def sign(site: Site, plan: Plan, renderer: Renderer) -> dict[str, str]:
    """By path: from the template, from what the sheet says, from the stories that it shows, file by file, with those that its entries name;
    and from every file that is no story's, whatever it is about."""
    library, kinds = site.library, site.library.settings.kinds
    stories = {f"content/{key.kind}/{key.slug}": key for key in library.entries if kinds[key.kind].model == "stories"}
    files: dict[Key, list[str]] = {key: standing(site, key) for key in stories.values()}
    rest = [part for key in library.entries if key not in files for part in standing(site, key)]
    for path, found in library.digests.items():
        story = stories.get("/".join(path.split("/", 3)[:3]))
        if story:
            files[story].append(f"{path} {found}")
        elif not path.startswith("templates/") or path.startswith("templates/assets/"):
            rest.append(f"{path} {found}")
    own = {key: hashed("\n".join(sorted(found))) for key, found in files.items()}
    named = {key: "".join(own[other] for other in others if other in own) for key, others in plan.named.items()}
    heads = {key: own.get(key, "") + named.get(key, "") for key in library.entries}
    # A menu may name a story, and stands on every page.
    rest += [own[key] for item in library.settings.menu if (key := menu_key(site, item.target)) in own]
    # The card of a profile without a summary begins with its prose, wherever it is shown.
    rest += [head for key, head in named.items() if (profile := library.entries[key].profile) and not profile.summary]
    base = fingerprint(sorted(rest), str(site.today), library.settings.base_url, [*site.held])
    return {
        sheet.path: hashed("\n".join([base, renderer.base(sheet.template, sheet.lang), said(sheet), *(heads[key] for key in sheet.shows)]))
        for sheet in plan.sheets
    }


def standing(site: Site, key: Key) -> list[str]:
    """In which languages an entry is shown, and which of its texts are there: drafts and days decide that, not its files alone."""
    editions = site.editions
    there = [f"{code} {editions.stubs.get((key, code), '')} {(key, code) in site.library.documents}" for code in editions.codes]
    return [f"{key} {' '.join(editions.real[key])}", *there]


def said(sheet: Sheet) -> str:
    return json.dumps([sheet.path, sheet.url, sheet.make.__qualname__, sheet.real, *sheet.args], ensure_ascii=False)


def hashed(text: str) -> str:
    return digest(text.encode("utf-8", "surrogatepass"))
