"""What lies in `content/`, and what only seems to."""

from __future__ import annotations

import os
import time
import unicodedata
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from changlai.model import Entry, Place
from changlai.read import Mark, Memory, read_body, read_project, words_place
from changlai.store import Store, digest
from tests.read.conftest import CITY, EN, GOOD, ZH, Files, Read, Seen, parse_catalog, read, seen, write

GARDEN = "content/stories/garden"
STRAY = [
    ("index.md", "edition-without-language"),
    ("index.jp.md", "misspelt-language"),
    ("index.cn.md", "misspelt-language"),
    ("index.zh-cn.md", "misspelt-language"),
    ("index.zh-Hans.md", "misspelt-language"),
    ("index.kr.md", "misspelt-language"),
    ("index.hu.md", "unknown-language"),
    ("Index.ko.md", "edition-name"),
    ("index.ko.MD", "edition-name"),
    ("index.ko.md.txt", "edition-name"),
    ("index_ko.md", "edition-name"),
    ("index-ko.md", "edition-name"),
    ("index。ko.md", "edition-name"),
    ("index.ko.markdown", "edition-name"),
    ("ko.md", "edition-name"),
    ("index.ko (1).md", "copy-of-file"),
    ("index.ko - 副本.md", "copy-of-file"),
    ("index.ko - 副本 (2).md", "copy-of-file"),
    ("index.ko - Copy.md", "copy-of-file"),
    ("index.ko.md.bak", "copy-of-file"),
    ("index.ko.md.orig", "copy-of-file"),
    ("photo (1).jpg", "copy-of-file"),
    ("新建文本文档.txt", "stray-file"),
    ("notes.docx", "stray-document"),
    ("IMG_1.HEIC", "stray-heic"),
    ("talk.MP4", "stray-video"),
    ("plan.tif", "stray-picture"),
    ("README.md", "stray-file"),
    ("profile.yaml", "profile-not-here"),
    ("100%.jpg", "file-name"),
    ("a#b.jpg", "file-name"),
]


@pytest.mark.parametrize(("name", "code"), STRAY)
def test_a_file_that_is_not_read_is_told(project: Read, name: str, code: str) -> None:
    reading = project({f"{GARDEN}/{name}": "x"})
    assert [(found.path, found.code) for found in reading.problems] == [(f"{GARDEN}/{name}", code)]


IGNORED = [
    ".DS_Store",
    "Thumbs.db",
    "desktop.ini",
    "index.zh.md~",
    ".index.zh.md.swp",
    "#index.zh.md#",
    ".#index.zh.md",
    "~$草稿.docx",
    "._a.jpg",
]


@pytest.mark.parametrize("name", IGNORED)
def test_what_nobody_means_is_passed_over(project: Read, name: str) -> None:
    reading = project({f"{GARDEN}/{name}": b"\xff\0", f"content/{name}": b"\xff\0", f"content/stories/{name}": b"\xff\0"})
    assert reading.problems == ()


PLACES: list[tuple[Files, str, str]] = [
    ({"content/story/a/index.zh.md": "x"}, "content/story", "misspelt-kind"),
    ({"content/Stories/a/index.zh.md": "x"}, "content/Stories", "misspelt-kind"),
    ({"content/city/a/profile.yaml": "x"}, "content/city", "misspelt-kind"),
    ({"content/文章/a/index.zh.md": "x"}, "content/文章", "unknown-kind"),
    ({"content/stories/garden.zh.md": "x"}, "content/stories/garden.zh.md", "loose-entry"),
    ({"content/about.md": "x"}, "content/about.md", "loose-entry"),
    ({"content/terms.yml": "x"}, "content/terms.yml", "data-name"),
    ({"content/glossary.yml": "x"}, "content/glossary.yml", "data-name"),
    ({"content/stories/glossary.yaml": "x"}, "content/stories/glossary.yaml", "stray-file"),
    ({"content/photo.jpg": "x"}, "content/photo.jpg", "stray-file"),
    ({"content/cities/lyc/profile.yml": CITY}, "content/cities/lyc/profile.yml", "data-name"),
    ({f"{GARDEN}/images/a.jpg": "x"}, f"{GARDEN}/images", "stray-folder"),
    ({"content/cities/lyc/index.zh.md": "正文"}, "content/cities/lyc", "missing-profile"),
]


@pytest.mark.parametrize(("files", "path", "code"), PLACES)
def test_a_file_in_the_wrong_place_is_told(project: Read, files: Files, path: str, code: str) -> None:
    assert seen(project(files), path) == [(code, 1, 1)]


@pytest.mark.parametrize(
    ("slug", "code", "suggestion"),
    [
        ("My Garden", "bad-slug", "my-garden"),
        ("昌莱园", "bad-slug", "my-entry"),
        ("garden_2", "bad-slug", "garden-2"),
        ("Széchenyi", "bad-slug", "szechenyi"),
        ("-a", "bad-slug", "a"),
        ("a" * 81, "bad-slug", "a" * 80),
        ("page", "reserved-slug", ""),
        ("feed", "reserved-slug", ""),
        ("con", "reserved-slug", ""),
        ("series", "", ""),
        ("2022", "", ""),
    ],
)
def test_a_folder_is_an_address(project: Read, slug: str, code: str, suggestion: str) -> None:
    reading = project({f"content/stories/{slug}/index.zh.md": GOOD[ZH].replace("number: 18\n", "")})
    assert [found.code for found in reading.problems] == [code] * bool(code)
    assert [dict(found.params).get("suggestion", "") for found in reading.problems] == [suggestion] * bool(code)


@pytest.mark.parametrize("slug", ["series", "stories", "zh", "404", "media", "feed"])
def test_pages_leave_the_addresses_of_the_site_alone(project: Read, slug: str) -> None:
    reading = project({f"content/pages/{slug}/index.zh.md": "---\ntitle: x\n---\n"})
    assert [found.code for found in reading.problems] == ["reserved-slug"]


def test_an_empty_folder_is_told(tmp_path: Path, packaged: Path) -> None:
    root = tmp_path / "project"
    write(root, GOOD)
    (root / "content/stories/empty").mkdir()
    (root / "content/cities/empty").mkdir()
    (root / "content/places").mkdir()
    found = [(found.path, found.code, dict(found.params)["file"]) for found in read(root, packaged).problems]
    assert found == [
        ("content/cities/empty", "empty-entry", "profile.yaml"),
        ("content/stories/empty", "empty-entry", "index.zh.md"),
    ]


def test_names_that_differ_in_case_only_are_told(project: Read) -> None:
    reading = project({f"{GARDEN}/Photo.jpg": "a", f"{GARDEN}/photo.jpg": "b"})
    assert seen(reading, f"{GARDEN}/photo.jpg") == [("same-name", 1, 1)]


def test_two_spellings_of_one_name_are_told(project: Read) -> None:
    names = [unicodedata.normalize(form, "정원.jpg") for form in ("NFC", "NFD")]
    reading = project({f"{GARDEN}/{name}": "a" for name in names})
    assert seen(reading, f"{GARDEN}/정원.jpg") == [("same-name", 1, 1)]


@pytest.mark.parametrize("slip", ["NFC", "NFD"])
def test_two_spellings_of_one_folder_are_told_alike_with_and_without_memory(tmp_path: Path, packaged: Path, slip: str) -> None:
    root = tmp_path / "project"
    folders = {form: unicodedata.normalize(form, "content/stories/정원") for form in ("NFC", "NFD")}
    texts = {form: f"---\ntitle: {form}\ndate: 2022\n{'nonsense: 1' if form == slip else 'number: 2'}\n---\n" for form in folders}
    write(root, {**GOOD, **{f"{folder}/index.zh.md": texts[form] for form, folder in folders.items()}})
    clean = read(root, packaged)
    marks: Mapping[str, Mark] = {}
    for _ in range(3):
        with closing(Store(tmp_path / "memory")) as store:
            memory = Memory(store, "version", marks, time.time_ns() + 10**10)  # no file is so young that it gets no mark
            reading = read_project(root, parse_catalog, packaged, memory)
        marks = reading.marks
        assert reading.problems == clean.problems and reading.library and clean.library
        assert [*map(title, reading.library.entries.values())] == [*map(title, clean.library.entries.values())]


def title(entry: Entry) -> str:
    return entry.editions["zh"].title if entry.editions else ""


def test_a_text_is_found_again_where_its_folder_is_not_called_as_it_is_in_nfc(tmp_path: Path, packaged: Path) -> None:
    nfc, nfd = (unicodedata.normalize(form, "content/stories/café/정원/index.zh.md") for form in ("NFC", "NFD"))
    write(tmp_path / "project", {nfd: "---\ntitle: 园\n---\n正文\n"})
    assert read_body(tmp_path / "project", nfc, "zh") == "正文\n"
    data = (tmp_path / "project" / nfd).read_bytes()
    assert words_place(tmp_path / "project", Place(nfc, 2), "title", "园", digest(data)) == (2, 8)
    assert read_body(tmp_path / "project", "content/stories/没有/index.zh.md", "zh") == ""


def test_pictures_are_kept_under_composed_names(project: Read) -> None:
    name = unicodedata.normalize("NFD", "정원.jpg")
    reading = project({f"{GARDEN}/{name}": "a", ZH: GOOD[ZH].replace("---\n\n", "image: 정원.jpg\n---\n\n")})  # type: ignore[union-attr]
    assert reading.problems == ()
    assert list(reading.files) == [f"{GARDEN}/정원.jpg"]


@pytest.fixture
def linked(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    write(root, GOOD)
    write(tmp_path, {"outside/index.zh.md": "---\ntitle: secret\n---\n", "outside/a.jpg": "x"})
    return root


@pytest.mark.parametrize(
    ("link", "target", "expected"),
    [
        ("content/stories/out", "../../../outside", [("link-outside", 1, 1)]),
        ("content/stories/garden/a.jpg", "../../../../outside/a.jpg", [("link-outside", 1, 1)]),
        ("content/stories/garden/a.jpg", "/etc/hostname", [("link-outside", 1, 1)]),
        ("content/stories/garden/a.jpg", "a.jpg", [("link-broken", 1, 1)]),
        ("content/stories/garden/a.jpg", "nowhere.jpg", [("link-broken", 1, 1)]),
        ("content/stories/garden/again", ".", [("stray-folder", 1, 1)]),
        ("templates/again", "../templates", [("link-broken", 1, 1)]),
        ("content/stories/garden/index.ko.md", "index.en.md", []),
        ("urls.lock", "/etc/hostname", [("link-outside", 1, 1)]),
        ("translations/ko_KR/LC_MESSAGES/messages.po", "/etc/hostname", [("link-outside", 1, 1)]),
    ],
)
def test_links_stay_in_the_project(linked: Path, packaged: Path, link: str, target: str, expected: Seen) -> None:
    (linked / link).parent.mkdir(parents=True, exist_ok=True)
    (linked / link).symlink_to(target)
    reading = read(linked, packaged)
    assert seen(reading, link) == expected
    assert len(reading.problems) == len(expected)


@pytest.mark.parametrize("link", ["content/stories/garden/index.ko.md", "content/stories/garden/a.jpg", "templates/page.html"])
def test_nothing_is_read_from_where_a_build_would_remove_it(linked: Path, packaged: Path, link: str) -> None:
    write(linked, {"site/here": "---\ntitle: A\n---\n"})
    (linked / link).parent.mkdir(parents=True, exist_ok=True)
    (linked / link).symlink_to(linked / "site/here")
    assert seen(read(linked, packaged), link) == [("link-into-site", 1, 1)]
    (linked / "site").rename(linked / "shared")
    (linked / "site").symlink_to("shared")
    assert seen(read(linked, packaged), link) == [], "behind a link the folder is not ours, and nothing is removed"


def test_a_pipe_is_no_file(linked: Path, packaged: Path) -> None:
    os.mkfifo(linked / GARDEN / "index.ko.md")
    assert seen(read(linked, packaged), f"{GARDEN}/index.ko.md") == [("not-a-file", 1, 1)]


def test_a_file_that_is_too_large_is_not_read(project: Read) -> None:
    reading = project({EN: "---\ntitle: A\n---\n" + "x" * 2_000_001})
    assert seen(reading, EN) == [("too-large", 1, 1)]
    assert dict(reading.problems[0].params)["limit"] == "2"


def test_a_file_that_vanishes_or_may_not_be_read_is_told(linked: Path, packaged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    faults = {"index.zh.md": FileNotFoundError(2, "gone"), "index.en.md": PermissionError(13, "no")}
    really = os.open

    def stubborn(path: str, flags: int) -> int:
        if (name := Path(path).name) in faults:
            raise faults[name]
        return really(path, flags)

    monkeypatch.setattr(os, "open", stubborn)
    reading = read(linked, packaged)
    assert [(found.path, found.code) for found in reading.problems] == [(EN, "unreadable-file"), (ZH, "vanished-file")]
    assert reading.library is not None and len(reading.library.entries) == 2
