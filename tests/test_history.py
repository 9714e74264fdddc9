"""An incremental build is byte for byte the clean build. `tests/mutants.py` asks whether this test would see if it were not."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from unicodedata import normalize

import pytest

from changlai import gather
from changlai.cli import main
from changlai.model import Finding
from changlai.weighing import Beside, Weighing
from tests import history
from tests.history import ROOT, histories, told

EDITED = 300
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{0}"/>\n'
STORY = "---\ntitle: {}\nsummary: 摘要。\ndate: {}\n{}---\n\n{}\n"


def told_by_a_card(root: Path) -> Callable[[], object]:
    """A picture with a name like a text's, which other pages show beside the summary."""
    history.write(root / "content/stories/s9/index.zh.md", STORY.format("题", "2024-01-02", "image: a.md b.svg\nimage_alt: 甲\n", "文。"))
    picture = root / "content/stories/s9/a.md b.svg"
    history.write(picture, DRAWING.format(7))
    return lambda: history.write(picture, DRAWING.format(9))


def named_by_an_escape(root: Path) -> Callable[[], object]:
    """A link to another entry whose slash is written as %2F; nothing else brings the two together."""
    history.write(root / "content/stories/s8/index.zh.md", STORY.format("题", "2024-01-02", "", "见[](..%2Fs9)。"))
    aim = root / "content/stories/s9/index.zh.md"
    history.write(aim, STORY.format("旧题", "2000-01-02", "", "文。"))
    return lambda: history.write(aim, STORY.format("新题", "2000-01-02", "", "文。"))


def assets_behind_a_link(root: Path) -> Callable[[], object]:
    """Somebody moves the folder of assets elsewhere and leaves a link; then something is to be built."""

    def move() -> None:
        (root / "site/assets").rename(root / "moved")
        (root / "site/assets").symlink_to(root / "moved")
        history.story(root, "s9", "zh", 9)

    return move


def record_that_another_gets(root: Path) -> Callable[[], object]:
    """Two copies of a story that is gone: the first has its record, until its text is another."""
    stories = root / "content/stories"
    history.write(stories / "gone/index.zh.md", STORY.format("题", "2022-08-26", "", "第一段文字。\n\n第二段文字。"))
    history.write(stories / "gone/index.en.md", "---\ntitle: Title\nsummary: Summary.\n---\n\nOne paragraph.\n\nAnother paragraph.\n")
    assert main(["adopt", "--project", str(root), "--today", "2026-01-02", "--lang", "en"]) == 0
    history.write(stories / "gone/index.zh.md", STORY.format("题", "2022-08-26", "", "第一段文字。\n\n第二段不同的文字。"))
    shutil.copytree(stories / "gone", stories / "copy-a")
    (stories / "gone").rename(stories / "copy-b")

    def reword() -> None:
        history.write(stories / "copy-a/index.zh.md", STORY.format("题", "2022-08-26", "", "全然两样。"))
        history.write(stories / "copy-a/index.en.md", "---\ntitle: Title\nsummary: Summary.\n---\n\nQuite another.\n")

    return reword


def dates_of_another_country(root: Path) -> Callable[[], object]:
    """The language stays, with its words; only how its dates are written changes."""
    settings = root / "site.yaml"
    shutil.copytree(root / "translations/en_GB", root / "translations/en_US")
    return lambda: history.write(settings, settings.read_text("utf-8").replace("locale: en_GB", "locale: en_US"))


@pytest.mark.parametrize(
    "begin", [told_by_a_card, named_by_an_escape, assets_behind_a_link, record_that_another_gets, dates_of_another_country]
)
def test_what_chance_seldom_tries(begin: Callable[[Path], Callable[[], object]], tmp_path: Path) -> None:
    root = tmp_path / "project"
    history.make(root)
    change = begin(root)
    assert history.run(root)[0] == 0
    change()
    assert history.run(root)[0] == 0
    assert history.snapshot(root / "site") == history.clean(root, tmp_path / "clean")


def test_a_text_is_judged_anew_when_a_city_has_another_tie(tmp_path: Path) -> None:
    history.make(tmp_path)
    history.write(tmp_path / "content/glossary.yaml", "sister-city: {zh: 友好城市, en: sister city, tie: sister_city}\n")
    profile = tmp_path / "content/cities/paks/profile.yaml"
    tied = profile.read_text("utf-8")
    history.write(profile, tied.replace("tie: exchange", "tie: sister_city"))
    history.write(tmp_path / "content/stories/s9/index.zh.md", STORY.format("题", "2024-01-02", "", "城paks是友好城市。"))
    assert history.run(tmp_path)[0] == 0
    history.write(profile, tied)
    status, words = history.run(tmp_path)
    assert status == 1
    assert "[term-tie]" in words


def test_a_text_is_judged_anew_when_its_language_is_called_otherwise(tmp_path: Path) -> None:
    """In English, and in no other language here, the plural of a word that is forbidden is forbidden too."""
    history.make(tmp_path)
    settings, english = tmp_path / "site.yaml", tmp_path / "content/stories/s0/index.en.md"
    history.write(tmp_path / "content/glossary.yaml", "sister: {zh: 姊妹城, en: {right: sister city, forbid: [twin town]}}\n")
    history.write(english, english.read_text("utf-8") + "\nTwin towns.\n")
    assert "[term-forbidden]" in history.run(tmp_path)[1]
    history.write(settings, settings.read_text("utf-8").replace("tag: en,", "tag: fr,"))
    assert "[term-forbidden]" not in history.run(tmp_path)[1]


def test_a_text_is_read_again_in_a_folder_with_the_name_that_macos_writes(tmp_path: Path) -> None:
    """Every body is parsed anew, as links to cities are written otherwise: also one whose folder is not called so in NFC."""
    history.make(tmp_path)
    settings = tmp_path / "site.yaml"
    history.write(tmp_path / "content/stories" / normalize("NFD", "café") / "index.zh.md", STORY.format("题", "2024-01-02", "", "文。"))
    assert "[bad-slug]" in history.run(tmp_path)[1]
    history.write(settings, settings.read_text("utf-8") + "kinds: {cities: {ref: town}}\n")
    remembered = history.run(tmp_path)
    shutil.rmtree(tmp_path / ".changlai")
    assert remembered == history.run(tmp_path)


def test_a_place_is_never_told_of_bytes_that_were_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A title that disagrees is judged while somebody saves its file, with another line before it, and takes that back."""
    history.make(tmp_path)
    source, english = (tmp_path / f"content/stories/s0/index.{lang}.md" for lang in ("zh", "en"))
    history.write(source, source.read_text("utf-8").replace("title: ", "title: 十三座园林 "))
    read = english.read_text("utf-8").replace("title: ", "title: The 12 gardens ")
    history.write(english, read)
    judged = Weighing.judged_fields

    def saved_meanwhile(self: Weighing, beside: Beside) -> Iterator[Finding]:
        history.write(english, read.replace("---\n", "---\nreviewer: One\n", 1))
        yield from judged(self, beside)

    with monkeypatch.context() as patch:
        patch.setattr(Weighing, "judged_fields", saved_meanwhile)
        assert "[changed-meanwhile]" in history.run(tmp_path)[1]
    history.write(english, read)
    assert "content/stories/s0/index.en.md:2:" in history.run(tmp_path)[1]


def test_words_of_the_theme_in_a_second_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An English page that has its Korean source beside it asks the theme for Korean words too."""
    root, theme, catalog = tmp_path / "project", tmp_path / "theme", "translations/ko_KR/LC_MESSAGES/theme.po"
    for name in ("templates", "translations"):
        shutil.copytree(ROOT / name, theme / name)
    monkeypatch.setattr(gather, "packaged_root", lambda: theme)
    history.make(root)
    korean = "  ko: {tag: ko, locale: ko_KR, name: 한국어, og: ko_KR}\n"
    settings = history.SITE.replace("  en: ", f"{korean}  en: ") + "kinds: {stories: {parallel: true}}\n"
    history.write(root / "site.yaml", settings)
    for lang, date in (("ko", "date: 2022-08-26\n"), ("en", "")):
        text = f"---\ntitle: {lang}\nsummary: {lang}.\n{date}---\n\n{lang}[^n]\n\n[^n]: {lang}\n"
        history.write(root / f"content/stories/note/index.{lang}.md", text)
    assert history.run(root)[0] == 0
    words = (theme / catalog).read_text("utf-8")
    history.write(theme / catalog, words.replace('msgid "注释"\nmsgstr "각주"', 'msgid "注释"\nmsgstr "주석"'))
    history.story(root, "s9", "zh", 9)
    assert history.run(root)[0] == 0
    assert "주석 1" in (root / "site/en/stories/note/with/ko/index.html").read_text("utf-8")
    assert history.snapshot(root / "site") == history.clean(root, tmp_path / "clean")


def test_three_hundred_random_edits_give_the_bytes_and_the_report_of_clean_builds() -> None:
    rows = histories(EDITED, seed=301, jobs=2, length=EDITED // 2)
    assert [told(row) for row in rows if row["wrong"]] == []
    assert sum(sum(row["edits"].values()) for row in rows) == EDITED
    assert sum(row["early"] for row in rows) > 5, "builds with nothing to do do not end early"
