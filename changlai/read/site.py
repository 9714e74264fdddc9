"""`site.yaml` → Settings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast, get_args
from zoneinfo import ZoneInfo, available_timezones

from changlai.model import Behind, Footer, Kind, Language, MenuItem, Model, Redirect, Settings, Text
from changlai.problems import Problem, suggestion
from changlai.read.fields import Fields
from changlai.read.languages import read_languages
from changlai.read.names import RESERVED_KINDS, is_slug, is_url, similar_language
from changlai.read.values import Tongues
from changlai.read.yamlnodes import Mapping as Node
from changlai.read.yamlnodes import Scalar

PATH = "site.yaml"
MODELS: tuple[Model, ...] = ("stories", "cities", "figures", "places", "pages")
_REFS = dict(zip(MODELS, ("story", "city", "figure", "place", "page"), strict=True))
BUILT_IN: Mapping[str, Kind] = {name: Kind(name, name, _REFS[name]) for name in MODELS}
FIELDS = (
    "title", "tagline", "description", "base_url", "canonical_url", "source", "languages", "time_zone", "noindex", "kinds",
    "menu", "featured", "footer", "redirects", "gone", "as_of", "feed_id", "extra",
)  # fmt: skip
_KIND_FIELDS = ("ref", "fallback", "page_size", "title", "like", "stale", "refuse", "parallel", "prevails", "machine")
_REFUSED = ("stale", "unverified", "ahead", "cosmetic")
_FOOTER_FIELDS = ("host", "operator", "site_code", "icp", "police", "contact", "note")
_PROVINCE = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼港澳"
_ICP = re.compile(rf"[{_PROVINCE}]ICP备\d{{7,12}}号(?:-\d{{1,3}}[A-Z]?)?")
_POLICE = re.compile(rf"[{_PROVINCE}]公网安备\s?\d{{14}}号")
_SCHEMES = {"http", "https", "mailto", "tel", "data", "file", "javascript", "ftp", "urn", "tag"}
_FEED_ID = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*,\d{4}(?:-\d\d){0,2}")


def read_site(node: Node, problems: list[Problem]) -> Settings | None:
    """Settings, as far as they can be understood; None where not one language can."""
    site = Fields(node, PATH, problems, Tongues("", {}))
    site.only(FIELDS)
    site.require("title", "base_url", "source", "languages")
    languages = read_languages(site)
    if not languages:
        return None
    site.tongues = Tongues(_source(site, languages), languages)
    return Settings(
        title=site.said("title", "site.title") or Text(site.place("title"), {}, "site.title"),
        tagline=site.said("tagline", "site.tagline"),
        description=site.said("description", "site.description"),
        base_url=_base_url(site, "base_url") or "https://example.invalid/",
        canonical_url=_base_url(site, "canonical_url"),
        source=site.tongues.source,
        languages=languages,
        time_zone=time_zone(site) or "Asia/Shanghai",
        noindex=site.flag("noindex"),
        kinds=_kinds(site),
        menu=_menu(site),
        featured=site.reference("featured"),
        footer=_footer(site),
        redirects=_redirects(site),
        gone=site.addresses("gone"),
        as_of=site.date("as_of"),
        feed_id=_formed(site, "feed_id", _FEED_ID, "example.org,2022"),
        extra=site.data("extra"),
    )


def _source(site: Fields, languages: Mapping[str, Language]) -> str:
    node = site.bare("source")
    if node and node.text not in languages:
        similar = similar_language(node.text, languages)
        code = "misspelt-value" if similar else "unknown-value"
        site.report(code, node, name="source", value=node.text, suggestion=similar, known=", ".join(languages))
    return node.text if node and node.text in languages else next(iter(languages))


def _base_url(site: Fields, name: str) -> str:
    node = site.bare(name)
    if node is None:
        return ""
    if not is_url(node.text) or "?" in node.text or "#" in node.text:
        rest = node.text.partition("://")[2] or node.text
        plain = re.split(r"[?#]", rest)[0].strip("/ ")
        right = f"https://{plain}/" if "." in plain and is_url(f"https://{plain}/") else "https://example.org/"
        site.report("bad-base-url", node, name=name, value=node.text, suggestion=right)
        return ""
    return node.text.rstrip("/") + "/"


def time_zone(fields: Fields) -> str:
    """The field `time_zone`, if the zone exists."""
    node = fields.bare("time_zone")
    if node is None:
        return ""
    try:
        ZoneInfo(node.text)
    except (OSError, ValueError, KeyError):
        zones = {zone.casefold(): zone for zone in available_timezones()}
        cities = {zone.rpartition("/")[2].casefold(): zone for zone in sorted(zones.values())}
        word = node.text.casefold().replace(" ", "_")
        near = zones.get(word) or cities.get(word) or zones.get(suggestion(word, zones)) or "Asia/Shanghai"
        fields.report("unknown-time-zone", node, value=node.text, suggestion=near)
        return ""
    return node.text


def _formed(fields: Fields, name: str, pattern: re.Pattern[str], example: str) -> str:
    node = fields.bare(name)
    if node is None:
        return ""
    if not pattern.fullmatch(node.text):
        fields.report("bad-form", node, name=name, value=node.text, example=example)
        return ""
    return node.text


def _kinds(site: Fields) -> dict[str, Kind]:
    kinds = dict(BUILT_IN)
    table = site.mapping("kinds")
    for name in table.node.fields if table else ():
        assert table is not None
        row = table.mapping(name)
        if not is_slug(name) or (name in RESERVED_KINDS or name in site.tongues.languages):
            table.report_key("bad-kind", name, name=name)
        elif row:
            kinds[name] = _kind(row, name)
    refs: dict[str, str] = {}
    for kind in kinds.values():
        other = refs.setdefault(kind.ref, kind.name)
        if other != kind.name and table and kind.name in table.node.fields:
            table.report_key("same-ref", kind.name, ref=kind.ref, other=other)
    return kinds


def _kind(row: Fields, name: str) -> Kind:
    row.only(_KIND_FIELDS)
    built_in = BUILT_IN.get(name)
    like = row.choice("like", MODELS)
    if built_in and like and like != name:
        row.report("built-in-kind", row.node.fields["like"], name=name)
    elif not built_in:
        row.require("like")
    ref = row.bare("ref")
    if ref and (not is_slug(ref.text) or ref.text in _SCHEMES):
        row.report("bad-ref", ref, value=ref.text)
        ref = None
    model: Model = built_in.model if built_in else next((known for known in MODELS if known == like), "pages")
    fallback = row.choice("fallback", ("link", "stub", "mirror"))
    return Kind(
        name=name,
        model=model,
        ref=ref.text if ref else built_in.ref if built_in else name,
        title=row.said("title", "kind.title"),
        fallback="stub" if fallback == "stub" else "mirror" if fallback == "mirror" else "link",
        page_size=row.number("page_size", least=1, most=1000) or 20,
        stale=cast(Behind, row.choice("stale", get_args(Behind)) or "notice"),
        refuse=_refused(row),
        parallel=row.flag("parallel"),
        prevails=row.flag("prevails"),
        machine=row.flag("machine"),
    )


def _refused(row: Fields) -> tuple[str, ...]:
    found = []
    for word in row.words("refuse"):
        if word.text in _REFUSED:
            found.append(word.text)
        else:
            row.report(
                "unknown-value", word, name="refuse", value=word.text, suggestion=suggestion(word.text, _REFUSED), known=", ".join(_REFUSED)
            )
    return tuple(found)


def _menu(site: Fields) -> tuple[MenuItem, ...]:
    found = []
    for item in site.items("menu"):
        if isinstance(item, Scalar):
            item = site.bare_node(item)
            found.append(MenuItem(item.text.strip("/"), site.place_of(item)))
        elif isinstance(item, Node):
            row = site.below(item)
            row.only(("to", "title"))
            row.require("to")
            target = row.text("to").strip("/")
            if target:
                found.append(MenuItem(target, row.place("to"), row.said("title", "menu.title")))
        else:
            site.report("text-expected", item, name="menu")
    return tuple(found)


def _footer(site: Fields) -> Footer:
    row = site.mapping("footer")
    if row is None:
        return Footer()
    row.only(_FOOTER_FIELDS)
    return Footer(
        host=row.said("host", "footer.host"),
        operator=row.said("operator", "footer.operator"),
        site_code=_formed(row, "site_code", re.compile(r"\d{10}"), "0123456789"),
        icp=_formed(row, "icp", _ICP, "鲁ICP备12345678号-1"),
        police=_formed(row, "police", _POLICE, "鲁公网安备 37150002000001号"),
        contact=row.said("contact", "footer.contact"),
        note=row.said("note", "footer.note"),
    )


def _redirects(site: Fields) -> tuple[Redirect, ...]:
    """Written as a map of old to new, or as a list of {from, to}."""
    found = []
    node = site.get("redirects")
    if isinstance(node, Node) and not {"from", "to"} & set(node.fields):
        table = site.below(node)
        for old, place in node.keys.items():
            target = table.bare(old)
            source = Scalar(old, *place)
            if site.is_address(source) and target and site.is_target(target):
                found.append(Redirect(old, target.text, site.place_of(source)))
        return tuple(found)
    for row in site.records("redirects"):
        row.only(("from", "to"))
        row.require("from", "to")
        old_node, target = row.bare("from"), row.bare("to")
        if old_node and row.is_address(old_node) and target and row.is_target(target):
            found.append(Redirect(old_node.text, target.text, row.place("from")))
    return tuple(found)
