"""The dialect by itself, without a site: `changlai.render_markdown`."""

from __future__ import annotations

from html import escape

from markdown_it.common.normalize_url import normalizeLink

from changlai.markdown.document import compose
from changlai.model import Document, Finding, Hole, Place, Typography
from changlai.problems import Problem

REFS = frozenset({"city", "story", "figure", "place", "page"})  # of the kinds that every site has
_TYPOGRAPHY: dict[str, Typography] = {"zh": "zh", "ja": "ja", "ko": "ko"}
_STRINGS = {
    "zh": {},
    "ja": {"注释": "注", "返回正文": "本文に戻る", "已完成": "完了", "未完成": "未完了"},
    "ko": {"注释": "각주", "返回正文": "본문으로 돌아가기", "已完成": "완료", "未完成": "미완료"},
    "latin": {"注释": "Note", "返回正文": "Back to text", "已完成": "Done", "未完成": "Not done"},
}


class MarkdownRefused(ValueError):
    """The text holds what no page may show. `problems` says what and where, lines counted from the text's first."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{found.line}:{found.column}: {found.message(str)}" for found in problems))
        self.problems = problems


def render_markdown(text: str, lang: str) -> str:
    """HTML of the dialect; `lang` is a BCP 47 tag. Names and links to entries print their own text, for there is no site to ask.

    Raises MarkdownRefused for what would be an error in a site; warnings are not told.
    """
    typography = typography_of(lang)
    document = compose(text, typography, REFS, dialect=True, page=False)
    problems = tuple(found for found in map(_problem, document.findings) if found.severity == "error")
    if problems:
        raise MarkdownRefused(problems)
    return _filled(document, typography)


def typography_of(tag: str) -> Typography:
    return _TYPOGRAPHY.get(tag.replace("_", "-").partition("-")[0].lower(), "latin")


def _problem(found: Finding) -> Problem:
    return Problem(*Place("", found.line, found.column), found.code, found.params)


def _filled(document: Document, typography: Typography) -> str:
    ids = [heading.id for heading in document.outline]
    fills = (_fill(hole, ids, typography) for hole in document.holes)
    return document.parts[0] + "".join(fill + part for fill, part in zip(fills, document.parts[1:], strict=True))


def _fill(hole: Hole, ids: list[str], typography: Typography) -> str:
    match hole.kind:
        case "id":
            return f'id="{ids[int(hole.form)]}"'
        case "name":
            return escape("{" + hole.target + (f"|{hole.form}" if hole.form else "") + "}")
        case "label":
            return escape(hole.target)
        case "string":
            return _STRINGS[typography].get(hole.target, hole.target)
        case "image":
            return f'src="{escape(normalizeLink(hole.target))}"'
    return f'href="{escape(normalizeLink(hole.target))}"'
