"""A file that came back, whatever its form."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from email import message_from_bytes

from changlai.model import Answer, Language, Place
from changlai.problems import Problem, problem
from changlai.translate.packets import form, po, xliff

LARGEST = 20_000_000  # bytes; a thousand stories in one packet have fewer
_HEAD = 4_096  # bytes in which a file says what it is
_XLIFF = re.compile(rb"<(?:[\w.-]+:)?xliff[\s>]")
_FOREIGN = re.compile(rb"<(?:[\w.-]+:)?note(?! category=\"\w+\">)[\s>]")  # a note that is none of ours


def read(data: bytes, path: str, languages: Iterable[Language]) -> tuple[str, list[Answer], list[Problem]]:
    """The code of its language, empty where the site has none such; what was answered; what is wrong with the file."""
    if len(data) > LARGEST:
        return "", [], [problem("packet-large", Place(path), limit=LARGEST // 1_000_000)]
    named, answers, problems = _read(data, path)
    if problems and not answers:
        return "", [], problems
    lang = _known(named, languages)
    if not lang:
        return "", [], [*problems, problem("packet-language", Place(path), lang=named or "?")]
    return lang, [answer._replace(text=_even(answer.text)) for answer in answers], problems


def remarked(data: bytes) -> bool:
    """Whether somebody wrote something beside the answers, where the form has a place for it."""
    if data.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip().startswith(b"<"):
        return bool(_FOREIGN.search(data.replace(b"\0", b"")))
    return po.remarked(data)


def _read(data: bytes, path: str) -> tuple[str, list[Answer], list[Problem]]:
    head = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:_HEAD]
    if _XLIFF.search(head.replace(b"\0", b"")):  # in UTF-16 too
        return xliff.read(data, path)
    if head.startswith(b"{"):
        return _read_copied(data, path)
    if b"multipart/related" in head:
        part = next((part for part in message_from_bytes(data).walk() if part.get_content_type() == "text/html"), None)
        page = part.get_payload(decode=True) if part else None
        return form.read(page if isinstance(page, bytes) else b"", path)
    if head.startswith(b"<"):
        return form.read(data, path)
    if b"msgid" in data:
        return po.read(data, path)
    return "", [], [problem("packet-unknown", Place(path))]


def _read_copied(data: bytes, path: str) -> tuple[str, list[Answer], list[Problem]]:
    """What the form puts on the clipboard where it cannot save a file."""
    try:
        found = json.loads(data)
        rows = [(row["id"], row["text"], row["done"]) for row in found["answers"]]
        if not all(isinstance(name, str) and isinstance(text, str) and isinstance(done, bool) for name, text, done in rows):
            raise TypeError
        answers = [Answer(name, text, done and bool(text.strip()), Place(path)) for name, text, done in rows]
        return str(found["lang"]), answers, []
    except (ValueError, KeyError, TypeError, RecursionError):
        return "", [], [problem("packet-unknown", Place(path))]


def _known(named: str, languages: Iterable[Language]) -> str:
    """The language that a file means: by locale, tag or code; else the only one of the same name in ISO 639."""
    wanted = named.replace("_", "-").lower()
    short = wanted.partition("-")[0]
    known = [(language.code, [language.locale.replace("_", "-").lower(), language.tag.lower(), language.code]) for language in languages]
    same = [code for code, names in known if wanted in names]
    near = [code for code, names in known if short in (name.partition("-")[0] for name in names)]
    return (same or (near if len(near) == 1 else []) or [""])[0] if wanted else ""


def _even(text: str) -> str:
    """As texts are read here: without the line ends and spaces that editors add around them, in letters that are put together."""
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").strip("\n").rstrip()
