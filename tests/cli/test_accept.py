"""What a translation was made from: `status`, `accept` and `adopt` on the life of one story."""

from __future__ import annotations

import json
import shutil
import threading
from pathlib import Path

import pytest

from changlai.write import turn as write_turn
from tests.cli.conftest import Changlai, write

DAY = ("--today", "2026-01-15")
ZH = ["昌莱园里有一座七孔石桥。", "光岳亭的名字取自光岳楼。", "园门是一座牌楼。", "2012年8月26日，园子揭幕。"]
KO = [
    "일곱 아치 돌다리가 있다.",
    "광웨팅이라는 이름은 광웨러우에서 왔다.",
    "정원 문은 패루이다.",
    "2012년 8월 26일 공개되었다.",
]
RECORD = "translations/status/stories/a.ko.yaml"


def edition(project: Path, lang: str, blocks: list[str], head: str = "") -> Path:
    shared = "date: 2022-08-26\n" if lang == "zh" else ""
    head = head or f"title: {lang}\nsummary: {lang}.\n"
    return write(project / f"content/stories/a/index.{lang}.md", f"---\n{head}{shared}---\n" + "\n\n".join(blocks) + "\n")


@pytest.fixture
def told(cli: Changlai, project: Path) -> Path:
    """A story and its Korean translation, looked through."""
    edition(project, "zh", ZH)
    edition(project, "ko", KO)
    assert cli("accept", "stories/a", "--to", "ko", *DAY).status == 0
    return project


def row(cli: Changlai, lang: str = "ko", entry: str = "stories/a") -> list[object]:
    done = cli("status", "--format", "json", *DAY)
    assert done.status == 0, done.out
    found = next(row for row in json.loads(done.out) if (row["entry"], row["lang"]) == (entry, lang))
    return [*found.values()][2:]


def changed(blocks: list[str], place: int, *instead: str) -> list[str]:
    return [*blocks[:place], *instead, *blocks[place + 1 :]]


def test_nobody_has_said_anything_of_a_translation_that_was_only_found(cli: Changlai, project: Path) -> None:
    edition(project, "zh", ZH)
    edition(project, "ko", KO)
    assert row(cli) == ["unverified", 4, 0, 0, 0, 0]
    assert row(cli, "ja") == ["missing", 4, 0, 4, 0, 0]


def test_how_many_were_recorded_is_said_in_the_language_of_the_messages(cli: Changlai, told: Path) -> None:
    assert "已记下 1 篇译文" in cli("accept", "stories/a", "--to", "ko", "--lang", "zh", *DAY).out
    assert "1 translation recorded" in cli("accept", "stories/a", "--to", "ko", "--lang", "en", *DAY).out


def test_what_was_accepted_is_fresh(cli: Changlai, told: Path) -> None:
    assert row(cli) == ["fresh", 4, 0, 0, 0, 0]
    text = (told / RECORD).read_text("utf-8")
    assert 'made_from: "2022-08-26"\naccepted: "2026-01-15"\n' in text
    assert all(block in text for block in ZH)


@pytest.mark.parametrize(
    ("blocks", "state"),
    [
        (changed(ZH, 0, "昌莱园里有一座\n七孔石桥。  "), ["cosmetic", 4, 0, 0, 0, 0]),
        (changed(ZH, 0, "　　昌莱园里有一座七孔石桥。"), ["cosmetic", 4, 0, 0, 0, 0]),
        (changed(ZH, 0, "昌莱园里有一座五孔石桥。"), ["stale", 4, 1, 0, 0, 0]),
        (changed(ZH, 0, ZH[0], "新的一段。"), ["stale", 5, 0, 1, 0, 0]),
        ([ZH[1], ZH[0], *ZH[2:]], ["stale", 4, 0, 0, 1, 0]),
        (ZH[1:], ["stale", 3, 0, 0, 0, 1]),
        (changed(changed(ZH, 3), 0, "昌莱园里有一座五孔石桥。", "新的一段。"), ["stale", 4, 1, 1, 0, 1]),
    ],
)
def test_changes_of_the_source(cli: Changlai, told: Path, blocks: list[str], state: list[object]) -> None:
    edition(told, "zh", blocks)
    assert row(cli) == state


def test_a_changed_title_counts_as_stale(cli: Changlai, told: Path) -> None:
    edition(told, "zh", ZH, "title: 新题\nsummary: zh.\n")
    assert row(cli) == ["stale", 4, 1, 0, 0, 0]


def test_blank_lines_and_fields_of_the_entry_change_nothing(cli: Changlai, told: Path) -> None:
    path = edition(told, "zh", ZH, "title: zh\nsummary: zh.\ntopics: []\n")
    path.write_text(path.read_text("utf-8").replace("\n\n", "\n\n\n"), "utf-8")
    assert row(cli) == ["fresh", 4, 0, 0, 0, 0]


def test_times_and_copies_change_nothing(cli: Changlai, told: Path, tmp_path: Path) -> None:
    for path in sorted((told / "content").rglob("*.md")):
        path.touch()
    assert row(cli) == ["fresh", 4, 0, 0, 0, 0]
    shutil.rmtree(told / ".changlai")
    shutil.copytree(told, tmp_path / "copy")
    assert json.loads(cli("status", "--format", "json", "--project", tmp_path / "copy").out)[1]["state"] == "fresh"


def test_a_better_translation_of_the_same_is_fresh_and_one_that_says_more_is_ahead(cli: Changlai, told: Path) -> None:
    edition(told, "ko", changed(KO, 2, "정원의 문은 패루다."))
    assert row(cli) == ["fresh", 4, 0, 0, 0, 0]
    edition(told, "ko", changed(KO, 0, KO[0], "![다리](bridge.svg)"))
    write(told / "content/stories/a/bridge.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')
    assert row(cli)[0] == "ahead"
    assert cli("accept", "stories/a", "--to", "ko", *DAY).status == 0
    assert row(cli)[0] == "fresh"


def test_what_a_translation_has_lost_is_to_be_translated_anew(cli: Changlai, told: Path) -> None:
    edition(told, "ko", changed(KO, 1))
    assert row(cli) == ["stale", 4, 0, 1, 0, 0]
    assert ZH[1] in cli("explain", "stories/a", "--to", "ko").out
    assert cli("export", "--to", "ko", "--output", "ko.po", *DAY).status == 0
    packet = (told / "ko.po").read_text("utf-8")
    assert packet.count("msgctxt") == 1
    write(told / "ko.po", packet.replace('msgstr ""\n', f'msgstr "{KO[1]}"\n').replace(f'msgstr "{KO[1]}"\n', 'msgstr ""\n', 1))
    assert cli("import", "ko.po", *DAY).status == 0
    assert (told / "content/stories/a/index.ko.md").read_text("utf-8").split("---\n")[2] == "\n\n".join(KO) + "\n"
    assert row(cli) == ["fresh", 4, 0, 0, 0, 0]
    edition(told, "ko", changed(KO, 1))
    assert cli("accept", "stories/a", "--to", "ko", *DAY).status == 0
    assert row(cli) == ["fresh", 4, 0, 0, 0, 0], "somebody has left it out on purpose"


def test_a_field_that_only_the_translation_has_lost_is_not_told_as_removed_from_the_source(cli: Changlai, told: Path) -> None:
    edition(told, "ko", KO, "title: ko\n")
    assert row(cli)[5] == 0
    assert "not in the source any more" not in cli("explain", "stories/a", "--to", "ko").out
    assert "parts: 1, entries: 1" in cli("export", "--to", "ko", *DAY).out
    edition(told, "zh", ZH, "title: zh\n")
    assert row(cli) == ["fresh", 4, 0, 0, 0, 0]
    edition(told, "ko", KO)
    assert row(cli) == ["stale", 4, 0, 0, 0, 1]


def test_a_profile_whose_translated_text_was_deleted_has_none(cli: Changlai, told: Path) -> None:
    write(told / "content/cities/paks/profile.yaml", "name: {zh: 帕克斯市, ko: 퍽시}\ntie: exchange\n")
    for lang, blocks in (("zh", ZH), ("ko", KO)):
        write(told / f"content/cities/paks/index.{lang}.md", "\n\n".join(blocks) + "\n")
    assert cli("accept", "cities/paks", "--to", "ko", *DAY).status == 0
    assert row(cli, entry="cities/paks") == ["fresh", 5, 0, 0, 0, 0]
    (told / "content/cities/paks/index.ko.md").unlink()
    assert row(cli, entry="cities/paks") == ["stale", 5, 0, 4, 0, 0]
    assert "parts: 4, entries: 1" in cli("export", "--to", "ko", *DAY).out


def test_what_was_said_in_other_words_or_in_another_place_is_not_lost(cli: Changlai, told: Path) -> None:
    for blocks in (changed(KO, 1, "광웨팅은 광웨러우에서 이름을 따왔다."), [f"{KO[0]} {KO[1]}", *KO[2:]], [KO[3], *KO[:3]]):
        edition(told, "ko", blocks)
        assert row(cli) == ["fresh", 4, 0, 0, 0, 0], blocks


def test_some_blocks_are_accepted_and_the_others_stay_as_they_were(cli: Changlai, told: Path) -> None:
    edition(told, "zh", changed(changed(ZH, 3), 0, "昌莱园里有一座五孔石桥。", "新的一段。"))
    for blocks, left in (("1", [0, 1, 0, 1]), ("2", [0, 0, 0, 1]), ("x5", [0, 0, 0, 0])):
        assert cli("accept", "stories/a", "--to", "ko", "--blocks", blocks, *DAY).status == 0
        assert row(cli)[2:] == left
    assert row(cli)[0] == "fresh"


def test_a_moved_block_and_a_title_are_accepted_by_themselves(cli: Changlai, told: Path) -> None:
    edition(told, "zh", [ZH[3], *ZH[:3]], "title: 新题\nsummary: zh.\n")
    assert row(cli) == ["stale", 4, 1, 0, 1, 0]
    assert cli("accept", "stories/a", "--to", "ko", "--blocks", "title", *DAY).status == 0
    assert row(cli) == ["stale", 4, 0, 0, 1, 0]
    assert cli("accept", "stories/a", "--to", "ko", "--blocks", "1", *DAY).status == 0
    assert row(cli) == ["fresh", 4, 0, 0, 0, 0]


def test_a_number_that_there_is_not_is_refused(cli: Changlai, told: Path) -> None:
    before = (told / RECORD).read_bytes()
    done = cli("accept", "stories/a", "--to", "ko", "--blocks", "1,9", *DAY)
    assert done.status == 2
    assert "9" in done.out
    assert (told / RECORD).read_bytes() == before


@pytest.mark.parametrize("blocks", ["", " ", ","])
def test_no_block_is_not_every_block(cli: Changlai, told: Path, blocks: str) -> None:
    edition(told, "zh", changed(ZH, 0, "昌莱园里有一座五孔石桥。"))
    assert cli("accept", "stories/a", "--to", "ko", "--blocks", blocks, *DAY).status == 2
    assert row(cli)[0] == "stale"


def test_who_writes_waits_until_nobody_else_works_in_the_project(cli: Changlai, told: Path) -> None:
    edition(told, "zh", changed(ZH, 0, "昌莱园里有一座五孔石桥。"))
    with write_turn(told / ".changlai"):
        waiting = threading.Thread(target=cli, args=("accept", "stories/a", "--to", "ko", *DAY))
        waiting.start()
        waiting.join(1.5)
        assert waiting.is_alive()
        assert "五孔" not in (told / RECORD).read_text("utf-8")
    waiting.join(60)
    assert "五孔" in (told / RECORD).read_text("utf-8")


@pytest.mark.parametrize(
    ("given", "status"),
    [
        (("accept", "stories/a"), 2),
        (("accept", "stories/b", "--to", "ko"), 2),
        (("accept", "a", "--to", "ko"), 2),
        (("accept", "stories/a", "--to", "kr"), 2),
        (("accept", "stories/a", "--to", "ja"), 1),
    ],
)
def test_what_is_not_there_is_not_accepted(cli: Changlai, told: Path, given: tuple[str, ...], status: int) -> None:
    assert cli(*given).status == status
    assert [path.name for path in (told / "translations").rglob("*.yaml")] == ["a.ko.yaml"]


def test_a_renamed_entry_keeps_its_status(cli: Changlai, told: Path) -> None:
    (told / "content/stories/a").rename(told / "content/stories/b")
    assert row(cli, entry="stories/b") == ["fresh", 4, 0, 0, 0, 0]
    assert "status-" not in cli("check", *DAY).out
    path = told / "content/stories/b/index.zh.md"
    path.write_text(path.read_text("utf-8").replace("七孔", "五孔"), "utf-8")
    assert row(cli, entry="stories/b") == ["stale", 4, 1, 0, 0, 0]
    assert cli("accept", "stories/b", "--to", "ko", *DAY).status == 0
    assert [path.name for path in (told / "translations").rglob("*.yaml")] == ["b.ko.yaml"]
    assert row(cli, entry="stories/b")[0] == "fresh"


def test_a_renamed_entry_whose_source_was_rewritten_is_known_by_its_translation(cli: Changlai, told: Path) -> None:
    (told / "content/stories/a").rename(told / "content/stories/b")
    path = told / "content/stories/b/index.zh.md"
    path.write_text(path.read_text("utf-8").replace("七孔", "五孔").replace("光岳亭", "亭").replace("牌楼", "门楼"), "utf-8")
    assert row(cli, entry="stories/b") == ["stale", 4, 3, 0, 0, 0]


def test_the_record_of_an_entry_that_is_gone_is_told(cli: Changlai, told: Path) -> None:
    shutil.rmtree(told / "content/stories/a")
    write(told / "content/stories/other/index.zh.md", "---\ntitle: 别的\nsummary: 别的。\ndate: 2022-08-26\n---\n别的\n")
    write(told / "content/stories/other/index.ko.md", "---\ntitle: 다른\nsummary: 다른.\n---\n다른 글\n")
    assert row(cli, entry="stories/other")[0] == "unverified"
    assert f"{RECORD}:1:1: warning: " in cli("check", *DAY).out


def test_a_translation_whose_source_is_gone_is_an_orphan(cli: Changlai, told: Path) -> None:
    edition(told, "en", ["One.", "Two."])
    (told / "content/stories/a/index.zh.md").unlink()
    path = told / "content/stories/a/index.en.md"
    path.write_text(path.read_text("utf-8").replace("title:", "date: 2022-08-26\ntitle:"), "utf-8")
    assert row(cli)[0] == "orphan"
    (told / "content/stories/a/index.en.md").unlink()
    path = told / "content/stories/a/index.ko.md"
    path.write_text(path.read_text("utf-8").replace("title:", "date: 2022-08-26\ntitle:"), "utf-8")
    assert row(cli)[0] == "orphan"
    assert "[translation-orphan]" in cli("check", *DAY).out
    assert cli("accept", "stories/a", "--to", "ko", *DAY).status == 0
    assert not (told / RECORD).exists()
    assert "translation-orphan" not in cli("check", *DAY).out


@pytest.mark.parametrize("damage", [b"", b"<<<<<<< HEAD\n", b"\xff", b"units: []\n"])
def test_a_damaged_record_is_told_and_stands_for_none(cli: Changlai, told: Path, damage: bytes) -> None:
    (told / RECORD).write_bytes(damage)
    assert row(cli)[0] == "unverified"
    done = cli("check", *DAY)
    assert f"{RECORD}:" in done.out
    assert "[status-form]" in done.out


def test_a_stray_file_among_the_records_is_told(cli: Changlai, told: Path) -> None:
    write(told / "translations/status/note.txt", "x")
    assert "translations/status/note.txt:1:1: warning: " in cli("check", *DAY).out


def test_adopt_takes_all_that_nobody_has_looked_at(cli: Changlai, told: Path) -> None:
    edition(told, "zh", changed(ZH, 0, "昌莱园里有一座五孔石桥。"))
    edition(told, "en", ["One.", "Two.", "Three.", "On 26 August 2012."])
    write(
        told / "content/cities/paks/profile.yaml",
        "name: {zh: 帕克斯市, en: Paks}\nsummary: {zh: 匈牙利城市。, en: A town.}\ntie: exchange\n",
    )
    assert cli("adopt", *DAY).status == 0
    assert row(cli, "en") == ["fresh", 4, 0, 0, 0, 0]
    assert row(cli, "en", "cities/paks") == ["fresh", 2, 0, 0, 0, 0]
    assert row(cli)[0] == "stale", "what was recorded already is nobody's first import"


def test_adopt_leaves_drafts_out(cli: Changlai, project: Path) -> None:
    edition(project, "zh", ZH)
    assert cli("translate", "stories/a", "--to", "ko").status == 0
    assert cli("adopt", *DAY).status == 0
    assert not (project / RECORD).exists()


def test_adopt_leaves_out_what_stands_on_one_side_only(cli: Changlai, project: Path) -> None:
    edition(project, "zh", [*ZH, "![桥](bridge.svg)"])
    edition(project, "ko", KO)
    write(project / "content/stories/a/bridge.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')
    assert cli("adopt", "stories/a", "--to", "ko", *DAY).status == 0
    assert row(cli) == ["stale", 5, 0, 1, 0, 0]


def test_texts_of_a_profile_that_are_fixed_by_hand_do_not_drift(cli: Changlai, told: Path) -> None:
    text = "name: {zh: 帕克斯市, en: Paks}\nsummary: {zh: 匈牙利城市。, en: A town.}\ntie: exchange\n"
    path = write(told / "content/cities/paks/profile.yaml", text)
    assert cli("adopt", *DAY).status == 0
    path.write_text(text.replace("匈牙利城市。", "匈牙利的城市，2021年结好。"), "utf-8")
    assert row(cli, "en", "cities/paks") == ["stale", 2, 1, 0, 0, 0]


@pytest.mark.parametrize(("refuse", "state"), [("stale", "stale"), ("unverified", "unverified"), ("cosmetic", "cosmetic")])
def test_a_kind_can_refuse_translations(cli: Changlai, told: Path, refuse: str, state: str) -> None:
    site = told / "site.yaml"
    site.write_text(site.read_text("utf-8") + f"kinds: {{stories: {{refuse: [{refuse}]}}}}\n", "utf-8")
    assert cli("check", *DAY).status == 0
    if state == "unverified":
        (told / RECORD).unlink()
    else:
        edition(told, "zh", changed(ZH, 0, ZH[0].replace("七孔", "五孔") if state == "stale" else ZH[0].replace("一座", "一座\n")))
    done = cli("check", *DAY)
    assert done.status == 1
    assert "content/stories/a/index.ko.md:1:1: error: " in done.out
    assert f"[translation-{state}]" in done.out


def test_an_unknown_state_is_not_refused_in_silence(cli: Changlai, told: Path) -> None:
    site = told / "site.yaml"
    site.write_text(site.read_text("utf-8") + "kinds: {stories: {refuse: [stal]}}\n", "utf-8")
    assert "[unknown-value]" in cli("check", *DAY).out


def test_texts_of_a_profile_that_the_catalog_translates_are_counted(cli: Changlai, told: Path) -> None:
    write(told / "content/cities/paks/profile.yaml", "name: {zh: 帕克斯市, en: Paks}\nsummary: 匈牙利城市。\ntie: exchange\n")
    assert cli("adopt", *DAY).status == 0
    assert row(cli, "en", "cities/paks") == ["stale", 2, 0, 1, 0, 0]
    catalog = told / "translations/en_GB/LC_MESSAGES/messages.po"
    assert cli("messages", "update", *DAY).status == 0
    catalog.write_text(
        catalog.read_text("utf-8").replace('msgid "匈牙利城市。"\nmsgstr ""', 'msgid "匈牙利城市。"\nmsgstr "A town."'), "utf-8"
    )
    assert row(cli, "en", "cities/paks") == ["fresh", 2, 0, 0, 0, 0]


def test_a_link_may_be_written_in_another_way_in_each_language(cli: Changlai, told: Path) -> None:
    write(told / "content/cities/paks/profile.yaml", "name: {zh: 帕克斯市, en: Paks, ko: 퍽시}\ntie: exchange\n")
    edition(told, "zh", changed(ZH, 0, "见[帕克斯](../../cities/paks/)。"))
    for words, lost in (("[퍽시](city:paks) 보기.", 0), ("[퍽시](../../cities/paks/profile.yaml) 보기.", 0), ("퍽시 보기.", 1)):
        edition(told, "ko", changed(KO, 0, words))
        assert cli("check", *DAY).out.count("[link-lost]") == lost, words


def test_a_link_keeps_its_section_where_the_translation_has_sections(cli: Changlai, told: Path) -> None:
    other = told / "content/stories/b"
    write(other / "index.zh.md", "---\ntitle: 湖\ndate: 2021-12-10\n---\n\n## 东昌湖 {#lake}\n\n湖水。\n")
    write(other / "index.ko.md", "---\ntitle: 호수\ndate: 2021-12-10\n---\n\n## 둥창호 {#ho}\n\n물.\n")
    edition(told, "zh", changed(ZH, 0, "见[东昌湖](../b/#lake)。"))
    for words, lost in (("[둥창호](../b/#ho) 보기.", 0), ("[둥창호](../b/) 보기.", 1)):
        edition(told, "ko", changed(KO, 0, words))
        assert cli("check", *DAY).out.count("[link-lost]") == lost, words
    write(other / "index.ko.md", "---\ntitle: 호수\ndate: 2021-12-10\n---\n\n물.\n")
    assert "[link-lost]" not in cli("check", *DAY).out


def test_a_lost_link_is_told_where_the_name_of_its_goal_stands(cli: Changlai, told: Path) -> None:
    write(told / "content/cities/paks/profile.yaml", "name: {zh: 帕克斯市, en: Paks, ko: 퍽시}\ntie: exchange\n")
    edition(told, "zh", changed(ZH, 0, "见[帕克斯](../../cities/paks/)。"))
    edition(told, "ko", changed(changed(KO, 0, "보기."), 1, "퍽시."))
    at = next(line for line in cli("check", *DAY).out.splitlines() if "[link-lost]" in line).split(":")[1]
    lines = (told / "content/stories/a/index.ko.md").read_text("utf-8").splitlines()
    assert lines[int(at) - 1] == "퍽시."
