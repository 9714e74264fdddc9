"""Each judgement says what it should, once, and keeps silent over a good site."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from changlai import pipeline
from changlai.gather import packaged_root
from tests import history

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


def found(root: Path, *codes: str) -> list[tuple[str, int, str]]:
    """Path, line and code of the problems that `check` finds; with `codes` only these."""
    outcome = pipeline.judge(pipeline.Options(root, history.NOW, today=date(2026, 1, 15)))
    return [(each.path, each.line, each.code) for each in outcome.problems if not codes or each.code in codes]


def said(root: Path, code: str) -> list[dict[str, str]]:
    outcome = pipeline.judge(pipeline.Options(root, history.NOW, today=date(2026, 1, 15)))
    return [dict(each.params) for each in outcome.problems if each.code == code]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    history.make(tmp_path)
    return tmp_path


def own_template(root: Path, addition: str, name: str = "story.html") -> None:
    """The package's template with something of the site's own after the text."""
    source = (packaged_root() / "templates" / name).read_text("utf-8")
    history.write(root / "templates" / name, source.replace("{% block story_foot %}", addition + "{% block story_foot %}"))


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ('<a href="{{ site.home }}">', None),
        ('<a href="{{ site.home }}stories/">', None),
        ('<a href="{{ site.home }}nowhere/">', "output-link-dead"),
        ("<a class='x' href='{{ site.home }}nowhere.html'>", "output-link-dead"),
        ('<img alt="" src="/base/media/none.png">', "output-link-dead"),
        ('<a href="#main">', None),
        ('<a href="#nowhere">', "output-fragment-dead"),
        ('<a href="{{ site.home }}#main">', None),
        ('<a href="{{ site.home }}#nowhere">', "output-fragment-dead"),
        ('<a href="../">', None),
        ('<a href="../../nowhere/">', "output-link-dead"),
        ('<a href="?page=2">', None),
        ('<a href="/zh/">', "output-link-dead"),
        ('<a href="/portal/">', None),
        ('<a href="https://example.org/base/zh/">', None),
        ('<a href="https://example.org/base/xx/">', "output-link-dead"),
        ('<a href="https://example.org/other/">', None),
        ('<a href="https://example.com/zh/nowhere/">', None),
        ('<a href="http://[broken/">', None),
        ('<a href="mailto:a@example.org">', None),
        ('<a href="{{ site.root }}">', None),
        ('<a href="{{ site.root }}sitemap.xml">', None),
    ],
)
def test_links_of_a_template_lead_somewhere(project: Path, link: str, code: str | None) -> None:
    own_template(project, f"<p>{link}x</p>" if link.startswith("<a") else link)
    codes = {each[2] for each in found(project, "output-link-dead", "output-fragment-dead")}
    assert codes == ({code} if code else set())


def test_a_picture_needs_words_in_each_language_in_which_it_is_shown(project: Path) -> None:
    path = project / "content/stories/s1/index.zh.md"
    history.write(path, path.read_text("utf-8").replace("title:", "image: p.svg\nimage_alt: 一幅画\ntitle:"))
    history.write(
        project / "content/stories/s1/p.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    )
    assert found(project, "image-alt-missing") == [("content/stories/s1/index.en.md", 1, "image-alt-missing")]
    path = project / "content/stories/s1/index.en.md"
    history.write(path, path.read_text("utf-8").replace("title:", "image_alt: A drawing\ntitle:"))
    assert found(project, "image-alt-missing") == []


def test_a_list_is_empty_only_where_no_language_has_a_story(project: Path) -> None:
    assert {params["name"] for params in said(project, "list-empty")} == {"series/eyes", "topics/rivers"}
    history.write(project / "content/stories/n/index.en.md", "---\ntitle: N\nsummary: N.\ndate: 2022-01-01\ntopics: [rivers]\n---\nText\n")
    assert {params["name"] for params in said(project, "list-empty")} == {"series/eyes"}


def test_a_text_without_translation_is_told_once_with_its_languages(project: Path) -> None:
    assert {(params["text"], params["langs"]) for params in said(project, "text-untranslated")} == {
        ("河流", "en"),
        ("简介paks", "en"),
        ("简介vavau", "en"),
    }
    history.write(project / "content/cities/paks/profile.yaml", "name: {zh: 城}\ntie: exchange\nsummary: 简介paks\n")
    assert "简介paks" not in {params["text"] for params in said(project, "text-untranslated")}, "there is no English page to show it on"


def test_what_no_page_shows_is_named(project: Path) -> None:
    history.write(
        project / "content/stories/s1/p.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    )
    assert found(project, "file-unused") == [("content/stories/s1/p.svg", 1, "file-unused")]


def body(root: Path, text: str) -> None:
    history.write(root / "content/stories/s1/index.zh.md", f"---\ntitle: 甲\nsummary: 甲。\ndate: 2022-08-26\n---\n\n{text}\n")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda root: body(root, "[x](https://[bad/)"), None),
        (lambda root: body(root, "[x](#nowhere)"), "fragment-missing"),
        (lambda root: body(root, "[x](../none/)"), "link-dead"),
        (lambda root: body(root, "![x](none.png)"), "image-missing"),
        (lambda root: history.write(root / "templates/story.html", "{% if %}"), "template-syntax"),
        (lambda root: history.write(root / "templates/story.html", "{{ storee.title }}"), "template-error"),
        (lambda root: history.write(root / "templates/story.html", "{% include 'none.html' %}"), "template-error"),
        (lambda root: history.write(root / "templates/story.html", "{{ 1 / 0 }}"), "template-error"),
    ],
)
def test_build_and_check_agree_on_what_is_an_error(project: Path, change: Callable[[Path], None], code: str | None) -> None:
    change(project)
    built = pipeline.build(pipeline.Options(project, history.NOW))
    checked = pipeline.judge(pipeline.Options(project, history.NOW))
    errors = [{each.code for each in outcome.problems if each.severity == "error"} for outcome in (built, checked)]
    if code:
        assert errors == [{code}, {code}]
        assert not (project / "site").exists()
    else:
        assert errors[0] <= errors[1] and not (errors[0] - {"link-scheme", "bad-link"})


def test_a_fault_of_a_template_is_told_at_its_line(project: Path) -> None:
    history.write(project / "templates/story.html", "{% extends 'base.html' %}\n{% block main %}\n{{ story.nothing }}\n{% endblock %}\n")
    assert set(found(project, "template-error")) == {("templates/story.html", 3, "template-error")}
    history.write(project / "templates/story.html", "fine\n{% for x in %}\n")
    assert found(project, "template-syntax") == [("templates/story.html", 2, "template-syntax")]
