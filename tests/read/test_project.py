"""A whole project: what a reading holds, and that one fault hides no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from changlai.codes import CODES
from changlai.model import Date, Key, Language, Place
from changlai.read import read_project
from tests.read.conftest import CITY, EN, GOOD, SITE, STORY, TERMS, ZH, Files, Read, parse_catalog, read, seen, write

GARDEN, PAKS = Key("stories", "garden"), Key("cities", "paks")


def test_a_good_project_has_no_problems_and_says_what_was_read(project: Read) -> None:
    reading = project({"content/stories/garden/a.jpg": b"\xff\xd8", "content/cities/paks/index.en.md": "Prose only.\n"})
    assert reading.problems == () and reading.library is not None
    story = reading.library.entries[GARDEN]
    assert list(story.editions) == ["zh", "en"]
    assert (story.date, story.number, story.series and story.series.name) == (Date(2022, 8, 26), 18, "foreign-eyes")
    assert story.cities[0].place == Place(ZH, 7, 10)
    assert (story.editions["zh"].body, story.editions["zh"].body_line) == ("\n正文。\n", 10)
    city = reading.library.entries[PAKS]
    assert city.profile and city.profile.name.words == {"zh": "保克什", "en": "Paks"}
    assert city.editions["en"].body == "Prose only.\n" and city.editions["en"].title == "Paks"
    assert reading.library.terms["topics"]["gardens"].title.words == {"zh": "园林"}
    assert reading.library.terms["topics"]["gardens"].title.context == "topic.title"
    assert reading.library.terms["series"]["foreign-eyes"].title.context == ""
    assert reading.files["content/stories/garden/a.jpg"].path == "content/stories/garden/a.jpg"
    assert {"site.yaml", ZH, EN, "content/stories/garden/a.jpg"} < reading.library.digests.keys()


def test_a_site_and_one_story_are_a_project(tmp_path: Path, packaged: Path) -> None:
    root = tmp_path / "project"
    write(root, {"site.yaml": SITE, EN: "---\ntitle: A\ndate: 2022\n---\n"})
    reading = read(root, packaged)
    assert reading.problems == () and reading.library is not None
    assert reading.library.terms == {"series": {}, "topics": {}}


def test_a_site_without_an_entry_is_told(tmp_path: Path, packaged: Path) -> None:
    write(tmp_path / "project", {"site.yaml": SITE})
    assert [found.code for found in read(tmp_path / "project", packaged).problems] == ["no-entries"]


def test_the_source_edition_is_the_first_that_exists(project: Read) -> None:
    ko, ja = (ZH.replace("zh", lang) for lang in ("ko", "ja"))
    reading = project({ZH: None, EN: None, ja: "---\ntitle: 庭\ndate: 2022\n---\n", ko: "---\ntitle: 뜰\ndate: 2021\n---\n"})
    assert reading.library is not None
    assert reading.library.entries[GARDEN].date == Date(2021)
    assert [(found.code, found.path, dict(found.params)["home"]) for found in reading.problems] == [("field-elsewhere", ja, ko)]


def test_prose_beside_a_profile_carries_no_fields_of_it(project: Read) -> None:
    path = "content/cities/paks/index.en.md"
    reading = project({path: "---\ntitle: Paks\nsince: 2016\nreviewer: A\n---\nText\n"})
    assert seen(reading, path) == [("name-elsewhere", 2, 1), ("field-elsewhere", 3, 1)]


def test_numbers_of_a_series_are_told_apart(project: Read) -> None:
    reading = project({"content/stories/second/index.zh.md": STORY})
    [found] = reading.problems
    assert (found.code, found.line, found.column) == ("same-number", 6, 9)
    assert dict(found.params)["other"] == "stories/garden"


TWENTY: Files = {
    "site.yaml": SITE + "titel: x\n",
    "content/terms.yaml": TERMS + "  trade: 经贸\n",
    "content/cities/paks/profile.yaml": CITY + "since: 2017\n",
    "content/cities/lyc/profile.yaml": "name：利物浦\n",
    "content/figures/brock/profile.yaml": "name: 牧琳爱\nborn: 1917年\n",
    "content/places/garden/profile.yaml": b"\xff\xfe" + "name: 园".encode("utf-16-le"),
    "content/pages/about/index.zh.md": "没有字段\n",
    "content/stories/s01/index.zh.md": "---\ntitle: a: b\ndate: 2022\n---\n",
    "content/stories/s02/index.zh.md": "---\ntitle: 园\ndate: 2022-02-30\n---\n",
    "content/stories/s03/index.zh.md": "---\ntitle: 园\ndate: 2022\n",
    "content/stories/s04/index.zh.md": "---\ntitle: '园\ndate: 2022\n---\n",
    "content/stories/s05/index.zh.md": "---\ntitle: 园\ndate: 2022\ncities: [pask]\n---\n",
    "content/stories/s06/index.zh.md": "---\ntitle: 园\ndate: 2022\n---\n正文\u202e\n",
    "content/stories/s07/index.zh.md": "---\n标题: 园\ntitle: 园\ndate: 2022\n---\n".encode(),
    "content/stories/s08/index.zh.md": "---\ntitle: 我们的城市和园林\ndate: 2022\n---\n这是一个关于中国城市的故事。".encode("gbk"),
    "content/stories/s09/index.zh.md": "---\ntitle: 园\ntitle: 城\ndate: 2022\n---\n",
    "content/stories/s10/index.zh.md": "---\ntitle: 园\ndate: 2022\nextra:\n\ta: 1\n---\n",
    "content/stories/s11/index.jp.md": "---\ntitle: 園\n---\n",
    "content/stories/s12.md": "---\ntitle: 园\n---\n",
    "content/story/s13/index.zh.md": "---\ntitle: 园\n---\n",
    "content/stories/s14/index.zh.md": "---\ntitle: 园\ndate: 2022\na: &a [1]\nb: *a\n---\n",
    "content/stories/s15/index.zh.md": "---\ntitle: 园\ndate: 2022\nimage: no.jpg\n---\n",
    "content/stories/s16/index.zh.md": "---\ntitle: 园\ndate: 2022\ndraft: no\n---\n",
    "urls.lock": "/zh/\n<<<<<<< HEAD\n",
}


def test_each_of_many_faulty_files_is_reported(project: Read) -> None:
    reading = project(TWENTY)
    reported = {found.path for found in reading.problems}
    expected = set(TWENTY) - {"content/story/s13/index.zh.md"} | {"content/story"}
    assert reported == expected
    assert reading.library is not None and len(reading.library.entries) == 19
    assert reading.problems == tuple(sorted(reading.problems))


UNREADABLE = ["", "- a\n", "title: x\n", "languages: zh\n", "languages: {}\n", "[[[", "languages: {ZH: {}}\n"]


@pytest.mark.parametrize("text", UNREADABLE)
def test_a_site_that_cannot_be_understood_hides_nothing(project: Read, text: str) -> None:
    reading = project({**TWENTY, "site.yaml": text})
    assert reading.library is None
    assert "content/stories/s04/index.zh.md" in {found.path for found in reading.problems}
    assert seen(reading, "site.yaml")


@pytest.mark.parametrize(("name", "code"), [("x.txt", "missing-site"), ("site.yml", "data-name"), ("site.yaml.txt", "data-name")])
def test_a_folder_without_a_site_is_told(tmp_path: Path, packaged: Path, name: str, code: str) -> None:
    write(tmp_path / "project", {name: SITE})
    reading = read(tmp_path / "project", packaged)
    assert reading.library is None and [found.code for found in reading.problems] == [code]


LOCK_LINES = [
    ("/zh/", True),
    ("/zh/about.html", True),
    ("/", True),
    ("zh/", False),
    ("/zh /", False),
    ("https://example.org/", False),
    ("//", False),
]


@pytest.mark.parametrize(("line", "good"), LOCK_LINES)
def test_released_addresses(project: Read, line: str, good: bool) -> None:
    reading = project({"urls.lock": f"/en/\n{line}\r\n"})
    assert reading.library is not None
    assert reading.library.released == (("/en/", line) if good else ("/en/",))
    assert [(found.code, found.line) for found in reading.problems] == ([] if good else [("lock-line", 2)])


# ---- templates, assets, catalogs


def test_the_theme_of_the_project_comes_before_the_packaged_one(project: Read, packaged: Path) -> None:
    reading = project(
        {"templates/story.html": "project", "templates/assets/site.css": "project", "templates/.htaccess": "x", "templates/a.html~": "x"}
    )
    assert reading.library is not None
    assert reading.library.templates == {".htaccess": "x", "base.html": "package", "story.html": "project"}
    assert reading.library.assets["site.css"].path == "templates/assets/site.css"
    ours = reading.library.assets["site.css"].digest
    theirs = project({"templates/assets/site.css": "package"}).library
    assert theirs is not None and theirs.assets["site.css"].digest != ours
    assert (packaged / "templates/base.html").as_posix() in reading.library.digests


def test_catalogs_are_found_by_language_and_script(project: Read) -> None:
    reading = project({"translations/ko_KR/LC_MESSAGES/messages.po": "园林=정원", "translations/en_GB/LC_MESSAGES/theme.po": "园=garden"})
    assert reading.problems == () and reading.library is not None
    assert {lang: dict(catalog.texts) for lang, catalog in reading.library.messages.items()} == {"ko": {("", "园林"): ("정원",)}}
    assert reading.library.theme["en"].texts == {("", "园"): ("garden",), ("", "主页"): ("en_GB",)}
    assert reading.library.theme["zh"].texts == {}


@pytest.mark.parametrize(
    ("locale", "tag", "packed", "taken", "warned"),
    [
        ("en_AU", "en-AU", "en_GB", "en_GB", False),
        ("ja", "ja", "ja_JP", "ja_JP", False),
        ("zh_Hant_TW", "zh-Hant", "zh_Hans_CN", "en_GB", True),
        ("zh_TW", "zh-TW", "zh_Hant_HK", "zh_Hant_HK", False),
        ("zh_CN", "zh-CN", "ja_JP", "", False),
        ("sr_Latn_RS", "sr-Latn", "sr_RS", "en_GB", True),
        ("de_DE", "de", "ko_KR", "en_GB", True),
    ],
)
def test_a_language_without_a_catalog_takes_a_near_one(
    project: Read, packaged: Path, locale: str, tag: str, packed: str, taken: str, warned: bool
) -> None:
    write(packaged, {f"translations/{packed}/LC_MESSAGES/theme.po": f"主页={packed}"})
    row = f"  xx: {{tag: {tag}, locale: {locale}, name: X, og: xx_XX}}\n"
    languages = "".join(line for line in SITE.splitlines(keepends=True) if not line.startswith("  "))
    reading = project({"site.yaml": languages.replace("source: zh", "source: xx") + row, ZH: None, EN: None})
    assert reading.library is not None
    assert reading.library.theme["xx"].texts == ({("", "主页"): (taken,)} if taken else {})
    assert [found.code for found in reading.problems if found.path == "site.yaml"] == ["theme-language"] * warned


def test_the_package_itself_is_read_once(packaged: Path) -> None:
    write(packaged, GOOD)
    languages: list[str] = []

    def parse(data: bytes, lang: str, language: Language, path: str):  # type: ignore[no-untyped-def]
        languages.append(path)
        return parse_catalog(data, lang, language, path)

    reading = read_project(packaged, parse, packaged)
    assert len(languages) == 4 and len(set(languages)) == 3  # the packaged English, for whoever has no catalog, twice
    assert reading.problems == ()


def test_every_code_of_this_room_has_words() -> None:
    assert all(code.message.strip() and code.hint.strip() and code.severity in ("error", "warning") for code in CODES.values())


def test_languages_that_share_one_catalog_keep_their_names(project: Read) -> None:
    rows = "".join(f"  {code}: {{tag: {code}, locale: {code}, name: {code}, og: {code}_XX}}\n" for code in ("hu", "fi"))
    reading = project({"site.yaml": SITE + rows})
    assert reading.library is not None
    theme = reading.library.theme
    assert {code: (theme[code].lang, dict(theme[code].texts)) for code in ("hu", "fi")} == {
        code: (code, {("", "主页"): ("en_GB",)}) for code in ("hu", "fi")
    }
