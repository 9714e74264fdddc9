"""The table of languages in `site.yaml`."""

from __future__ import annotations

import re

from babel import Locale, UnknownLocaleError

from changlai.model import Language, Typography
from changlai.read.fields import Fields
from changlai.read.names import RESERVED_KINDS

CODE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.ASCII)
_LOCALE = re.compile(r"[a-z]{2,3}(?:_[A-Z][a-z]{3})?(?:_(?:[A-Z]{2}|\d{3}))?", re.ASCII)
_OG = re.compile(r"[a-z]{2,3}_[A-Z]{2}", re.ASCII)
_FIELDS = ("tag", "locale", "name", "og", "dir", "typography")
_TYPOGRAPHY: dict[str, Typography] = {"zh": "zh", "yue": "zh", "lzh": "zh", "wuu": "zh", "nan": "zh", "hak": "zh", "ja": "ja", "ko": "ko"}


def read_languages(site: Fields) -> dict[str, Language]:
    """The rows that can be used, in the order of the file."""
    table = site.mapping("languages")
    found: dict[str, Language] = {}
    for code in table.node.fields if table else ():
        assert table is not None
        if not CODE.fullmatch(code) or code in RESERVED_KINDS:
            table.report_key("bad-language-code", code, name=code, suggestion=code.replace("_", "-").casefold())
            continue
        row = table.mapping(code)
        if row:
            found[code] = _row(row, code)
            _refuse_twins(row, found)
        elif code in table.node.fields and not table.get(code):
            table.require(code)
    return found


def _refuse_twins(row: Fields, found: dict[str, Language]) -> None:
    """Two rows with one tag would be one language to browsers and search engines."""
    *others, last = found.values()
    twin = next((other for other in others if other.tag.casefold() == last.tag.casefold()), None)
    node = row.get("tag")
    if twin and node:
        row.report("same-tag", node, tag=last.tag, other=twin.code)


def _row(row: Fields, code: str) -> Language:
    row.only(_FIELDS)
    row.require("tag", "locale", "name", "og")
    tag = row.tag("tag")
    direction = row.choice("dir", ("ltr", "rtl"))
    typography = row.choice("typography", ("zh", "ja", "ko", "latin")) or _TYPOGRAPHY.get(
        (tag or code).partition("-")[0].casefold(), "latin"
    )
    return Language(
        code=code,
        tag=tag or code,
        locale=_locale(row, code),
        name=row.text("name") or code,
        og=_og(row),
        typography=typography,  # type: ignore[arg-type]  # one of the four words
        dir="rtl" if direction == "rtl" else "ltr",
    )


def _locale(row: Fields, code: str) -> str:
    node = row.bare("locale")
    if node is None:
        return code.partition("-")[0]
    right = node.text.replace("-", "_")
    if not _LOCALE.fullmatch(node.text):
        row.report("bad-locale", node, value=node.text, suggestion=right if _LOCALE.fullmatch(right) else "zh_Hans_CN")
    else:
        try:
            Locale.parse(node.text)
        except (UnknownLocaleError, ValueError):
            row.report("unknown-locale", node, value=node.text)
        else:
            return node.text
    return code.partition("-")[0]


def _og(row: Fields) -> str:
    node = row.bare("og")
    if node and not _OG.fullmatch(node.text):
        right = node.text.replace("-", "_")
        row.report("bad-locale", node, value=node.text, suggestion=right if _OG.fullmatch(right) else "zh_CN")
    return node.text if node else ""
