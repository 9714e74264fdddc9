"""Skeletons of new entries and editions: they pass `check`, stay drafts until somebody says otherwise, and explain themselves."""

from __future__ import annotations

import json
from collections.abc import Callable

from changlai.model import Edition, Entry, Key, Kind, Settings

Translate = Callable[[str], str]
PROFILES = ("cities", "figures", "places")


def new(key: Key, kind: Kind, title: str, day: str, settings: Settings, _: Translate) -> dict[str, bytes]:
    """The files of a new entry, by path."""
    folder = f"content/{key.kind}/{key.slug}"
    title = title or key.slug
    if kind.model in PROFILES:
        return {f"{folder}/profile.yaml": profile(kind.model, title, settings, _).encode()}
    return {f"{folder}/index.{settings.source}.md": story(kind.model, title, day, _).encode()}


def story(model: str, title: str, day: str, _: Translate) -> str:
    lines = [
        "---",
        f"title: {quoted(title)}",
        *([f"date: {day}"] if model == "stories" else []),
        "draft: true  # " + _("take this line out when the text may be published"),
        "# summary: " + _("one sentence for lists and search engines"),
    ]
    if model == "stories":
        lines += [
            "# series: foreign-eyes",
            "# cities: [blacktown]",
            "# topics: [gardens]",
            "# image: photo.jpg  # " + _("a file in this folder"),
            "# image_alt: " + _("what somebody sees who looks at the picture"),
            "# sources:",
            "#   - {publisher: " + _("who published it") + ", title: " + _("its title") + ", date: 2022-08-26}",
        ]
    return "\n".join([*lines, "---", "", _("Write the text here."), ""])


def profile(model: str, title: str, settings: Settings, _: Translate) -> str:
    lines = [f"name: {{{settings.source}: {quoted(title)}}}", "draft: true  # " + _("take this line out when the page may be published")]
    if model == "cities":
        lines += [
            "tie: exchange  # sister_city | friendly_cooperation | exchange",
            "# partner_term: {text: Sister City, lang: en}  # " + _("what the other side calls the tie"),
            "# since: 2002-08-26",
            f"# country: {{{settings.source}: …}}",
            "# time_zone: Europe/Budapest",
        ]
    if model == "figures":
        lines += ["# born: 1917", "# died: 2013"]
    lines += [
        f"# summary: {{{settings.source}: …}}",
        "# facts:",
        "#   - text: …",
        "#     source: {publisher: …, title: …, date: 2022-08}",
        "",
    ]
    return "\n".join(lines)


def edition(entry: Entry, source: Edition, lang: str, _: Translate) -> dict[str, bytes]:
    """An edition to be written over: the source's words stand in it until the translator has replaced them."""
    lines = ["---"]
    if entry.profile is None:
        lines += [f"title: {quoted(source.title)}", *([f"summary: {quoted(source.summary)}"] if source.summary else [])]
    if source.image_alt:
        lines.append(f"image_alt: {quoted(source.image_alt)}")
    lines += ["draft: true  # " + _("take this line out when the translation is ready"), "---", ""]
    path = f"{source.place.path.rpartition('/')[0]}/index.{lang}.md"
    return {path: ("\n".join(lines) + source.body).encode()}


def quoted(text: str) -> str:
    """A text that YAML reads back as it is, whatever stands in it."""
    return json.dumps(text, ensure_ascii=False)
