"""What each page follows from, told without making it: a page whose sign is what it was need not be looked at again.

A sign may differ where the page is the same: then the page is made, and its key says so. It must never be the same where the page differs.
"""

from __future__ import annotations

import json

from changlai.model import Entry, Key, Plan, Sheet
from changlai.plan.chrome import menu_key
from changlai.plan.facts import offset
from changlai.plan.site import Site
from changlai.record import FOLDER, owner_of
from changlai.render import Renderer
from changlai.store import digest, fingerprint

_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False)


def sign(site: Site, plan: Plan, renderer: Renderer) -> dict[str, str]:
    """By path: from the template, from what the sheet says, from the entry that it tells with those that its text leads to, from the cards
    that it shows; and from all that may stand on any page: what is no story's, and every card that is no story's either."""
    library, kinds = site.library, site.library.settings.kinds
    files, rest = sorted_out(site)
    whole = {key: hashed("\n".join([*standing(site, key), *sorted(found)])) for key, found in files.items()}
    wholes = {key: whole[key] + "".join(whole[other] for other in plan.named.get(key, ())) for key in files}
    cards = {key: card(site, entry, files[key]) or wholes[key] for key, entry in library.entries.items()}
    # A menu may name a story, and stands on every page.
    rest += [cards[key] for item in library.settings.menu if (key := menu_key(site, item.target))]
    rest += [cards[key] for key in library.entries if kinds[key.kind].model != "stories"]
    zones = {profile.time_zone for entry in library.entries.values() if (profile := entry.profile)}
    clocks = {zone: offset(zone, site.today) for zone in zones}  # their data are the system's, and may change
    base = fingerprint(sorted(rest), library.settings.base_url, [*site.held], clocks)
    bases: dict[tuple[str, str], str] = {}

    def signed(sheet: Sheet) -> str:
        kind = sheet.template, sheet.lang
        if kind not in bases:
            bases[kind] = hashed(base + renderer.base(*kind))
        told = wholes[sheet.tells] if sheet.tells else ""
        return hashed("\n".join([bases[kind], said(sheet), told, *(cards[key] for key in sheet.shows)]))

    return {sheet.path: signed(sheet) for sheet in plan.sheets}


def sorted_out(site: Site) -> tuple[dict[Key, list[str]], list[str]]:
    """The files of each entry, and those that are no entry's, each with its digest; templates are left to the renderer."""
    entries = {f"content/{key.kind}/{key.slug}": key for key in site.library.entries}
    files: dict[Key, list[str]] = {key: [] for key in entries.values()}
    rest = []
    for path, found in site.library.digests.items():
        owner = owner_of(path) if path.startswith(FOLDER) else None
        key = entries.get(f"content/{owner[0]}" if owner else "/".join(path.split("/", 3)[:3]))
        if key:
            files[key].append(f"{path} {found}")
        elif not path.startswith("templates/") or path.startswith("templates/assets/"):
            rest.append(f"{path} {found}")
    return files, rest


def card(site: Site, entry: Entry, files: list[str]) -> str:
    """What the card of an entry follows from; empty where that is its text too, since it begins with it for want of a summary."""
    summed = entry.profile.summary if entry.profile else all(edition.summary for edition in entry.editions.values())
    face = site.library.faces.get(entry.key, "")
    if not (summed and face):
        return ""
    pictures = sorted(file for file in files if not file.rpartition(" ")[0].endswith((".md", ".yaml")))
    return hashed("\n".join([face, *standing(site, entry.key), *pictures]))


def standing(site: Site, key: Key) -> list[str]:
    """In which languages an entry is shown, and which of its texts are there: drafts and days decide that, not its files alone."""
    editions = site.editions
    there = [f"{code} {editions.stubs.get((key, code), '')} {(key, code) in site.library.documents}" for code in editions.codes]
    return [f"{key} {' '.join(editions.real[key])}", *there]


def said(sheet: Sheet) -> str:
    return _JSON.encode([sheet.path, sheet.url, sheet.make.__qualname__, sheet.real, *sheet.args])


def hashed(text: str) -> str:
    return digest(text.encode("utf-8", "surrogatepass"))
