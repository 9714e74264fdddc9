"""`export` and `import`: from a source that changed to a translation that says the same again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

import pytest

from tests.cli.conftest import Changlai, Done, write
from tests.cli.packets import ENDINGS, FILL, Answer, Asked

ZH = """---
title: 一座园
summary: 两座城的一座园。
date: 2022-08-26
---
昌莱园在悉尼西郊，是两座城
一同建造的。

## 园中 {#sights}

园里有一座七孔石桥，见[桥](https://example.org/bridge)。[^a]

- 牌楼
- 石桥

光岳亭的名字取自光岳楼。

园门朝南，早上八点开。

[^a]: 见2012年的报道。
"""
KO = """---
title: 정원 하나  # 제목
summary: >
  두 도시의
  정원 하나.
translator: 아무개
---
창라이위안은 시드니 서쪽에 있으며 두 도시가 함께 만들었다.

## 정원 안 {#sights}

정원에는 아치가 일곱 개인 돌다리가 있다. [다리](https://example.org/bridge)를 보라.[^a]

* 패루
* 돌다리


광웨팅의 이름은 광웨러우에서 왔다.

정원의 문은 남쪽에 있고 아침 여덟 시에 연다.

[^a]: 2012년 보도를 보라.
"""
KO_PATH, ZH_PATH = "content/stories/garden/index.ko.md", "content/stories/garden/index.zh.md"
STATUS = "translations/status/stories/garden.ko.yaml"
GLOSSARY = "tower: {zh: 光岳楼, ko: {right: 광웨러우(光岳樓), accept: [광웨러우]}}\n"
FORMS = [*FILL]

Change = Callable[..., None]


@pytest.fixture
def garden(project: Path, cli: Changlai) -> Path:
    """A story with a translation that somebody has looked through."""
    write(project / ZH_PATH, ZH)
    write(project / KO_PATH, KO)
    assert cli("adopt", "--today", "2026-01-15").status == 0
    assert state(cli) == "fresh"
    return project


def state(cli: Changlai, entry: str = "stories/garden", lang: str = "ko") -> str:
    rows = json.loads(cli("status", "--format", "json").out)
    return next(row["state"] for row in rows if (row["entry"], row["lang"]) == (entry, lang))


def to_do(cli: Changlai) -> int:
    """Blocks of a draft that are not what their source is."""
    rows = json.loads(cli("status", "--format", "json").out)
    row = next(row for row in rows if (row["entry"], row["lang"]) == ("stories/garden", "ko"))
    return int(row["stale"] + row["new"] + row["moved"] + row["removed"])


def change(project: Path, *pairs: tuple[str, str]) -> None:
    text = (project / ZH_PATH).read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    write(project / ZH_PATH, text)


def exported(cli: Changlai, project: Path, form: str = "po", *more: object) -> bytes:
    done = cli("export", "--to", "ko", "--as", form, "--entries", "stories/garden", "--today", "2026-01-16", *more)
    assert done.status == 0, done.out
    path = project / f"packets/ko.{ENDINGS[form]}"
    assert f"packets/ko.{ENDINGS[form]}" in done.out
    return path.read_bytes()


def returned(cli: Changlai, project: Path, form: str, data: bytes, answer: Answer, *more: object) -> Done:
    path = project / f"back.{ENDINGS[form]}"
    path.write_bytes(FILL[form](data, answer))
    return cli("import", path, "--today", "2026-01-17", *more)


def said(**answers: str) -> Answer:
    """The answer whose key stands in the source; what was removed goes; anything else stays as it is and is done."""

    def answer(asked: Asked) -> str | None:
        if ":gone:" in asked.id:
            return "[delete]"
        return next((text for word, text in answers.items() if word in asked.source), asked.target or None)

    return answer


ALL = (
    ("七孔", "五孔"),
    ("是两座城\n一同", "是两座城一同"),
    ("园门朝南，早上八点开。\n", "园门朝南，早上八点开。\n\n茶室在园子东边。\n"),
    ("光岳亭的名字取自光岳楼。\n\n", ""),
    ("- 牌楼\n- 石桥\n\n", ""),
    ("## 园中", "- 牌楼\n- 石桥\n\n## 园中"),
    ("title: 一座园", "title: 一座园林"),
)
AFTER = (
    ("* 패루\n* 돌다리\n\n\n광웨팅의 이름은 광웨러우에서 왔다.\n\n", ""),
    ("## 정원 안", "* 패루\n* 돌다리\n\n## 정원 안"),
    ("일곱 개", "다섯 개"),
    ("시에 연다.\n", "시에 연다.\n\n찻집은 정원 동쪽에 있다.\n"),
    ("정원 하나  # 제목", "중국 정원 하나  # 제목"),
)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_kind_of_change_goes_round(cli: Changlai, garden: Path, form: str, newline: str, mark: str) -> None:
    write(garden / KO_PATH, mark + KO, newline)
    change(garden, *ALL)
    assert state(cli) == "stale"
    answer = said(
        五孔="정원에는 아치가 다섯 개인 돌다리가 있다. [다리](https://example.org/bridge)를 보라.[^a]",
        茶室="찻집은 정원 동쪽에 있다.",
        园林="중국 정원 하나",
    )
    done = returned(cli, garden, form, exported(cli, garden, form), answer)
    assert (done.status, "stories/garden → ko: parts imported: 5" in done.out) == (0, True), done.out
    expected = KO
    for old, new in AFTER:
        expected = expected.replace(old, new)
    assert (garden / KO_PATH).read_bytes() == (mark + expected).replace("\n", newline).encode()
    assert state(cli) == "fresh"
    assert cli("check").status == 0
    assert "There is nothing to translate" in cli("export", "--to", "ko", "--entries", "stories/garden").out
    again = returned(cli, garden, form, (garden / f"packets/ko.{ENDINGS[form]}").read_bytes(), answer)
    assert (again.status, "Nothing was imported" in again.out) == (0, True), "the same packet once more changes nothing"


@pytest.mark.parametrize("form", FORMS)
def test_a_missing_edition_begins_as_translate_begins_it(cli: Changlai, garden: Path, form: str) -> None:
    (garden / KO_PATH).unlink()
    (garden / STATUS).unlink()
    assert cli("translate", "stories/garden", "--to", "ko").status == 0
    begun = (garden / KO_PATH).read_text("utf-8")
    (garden / KO_PATH).unlink()
    half = said(一座园="정원 하나: 둘", 七孔="다리는 [여기](https://example.org/bridge).[^a]", 牌楼="- 패루\n- 돌다리")

    def answer(asked: Asked) -> str | None:
        return half(asked) if asked.source in ("一座园", "- 牌楼\n- 石桥") or "七孔" in asked.source else None

    done = returned(cli, garden, form, exported(cli, garden, form), answer)
    assert done.status == 0, done.out
    assert "not done yet, and left out: 6" in done.out
    expected = begun.replace('"一座园"', '"정원 하나: 둘"').replace("- 牌楼\n- 石桥", "- 패루\n- 돌다리")
    expected = expected.replace(
        "园里有一座七孔石桥，见[桥](https://example.org/bridge)。[^a]", "다리는 [여기](https://example.org/bridge).[^a]"
    )
    assert (garden / KO_PATH).read_text("utf-8") == expected
    assert to_do(cli) == 6
    done = returned(
        cli, garden, form, exported(cli, garden, form), lambda asked: asked.source.replace("园", "원").replace("早上八点", "아침 여덟 시")
    )
    assert (done.status, "parts imported: 6" in done.out) == (0, True), done.out
    assert to_do(cli) == 0
    assert "draft: true" in (garden / KO_PATH).read_text("utf-8"), "somebody looks at it before readers do"


def test_what_was_confirmed_as_it_stands_is_recorded_and_not_written(cli: Changlai, garden: Path) -> None:
    before = (garden / KO_PATH).read_bytes()
    change(garden, ("早上八点开。", "早上八点开！"))
    assert returned(cli, garden, "po", exported(cli, garden), said()).status == 0
    assert (garden / KO_PATH).read_bytes() == before
    assert state(cli) == "fresh"


def test_everything_is_exported_on_demand_and_verifies(cli: Changlai, garden: Path) -> None:
    (garden / STATUS).unlink()
    assert "There is nothing to translate" in cli("export", "--to", "ko", "--entries", "stories/garden").out
    assert state(cli) == "unverified"
    data = exported(cli, garden, "po", "--all")
    assert data.count(b"#, fuzzy") == 9
    assert returned(cli, garden, "po", data, said()).status == 0
    assert state(cli) == "fresh"
    assert (garden / KO_PATH).read_text("utf-8") == KO
    data = exported(cli, garden, "po", "--all")
    assert data.count(b"#, fuzzy") == 0
    done = returned(cli, garden, "po", data, lambda asked: "- 문\n- 다리" if "牌楼" in asked.source else None)
    assert (done.status, "parts imported: 1" in done.out) == (0, True)
    assert (garden / KO_PATH).read_text("utf-8") == KO.replace("* 패루\n* 돌다리", "- 문\n- 다리")


@pytest.mark.parametrize("form", FORMS)
def test_what_has_no_words_needs_no_translator(cli: Changlai, garden: Path, form: str) -> None:
    change(garden, ("## 园中", "---\n\n```\nx = 1\n```\n\n## 园中"))
    done = returned(cli, garden, form, exported(cli, garden, form), lambda _: None)
    assert (done.status, "parts imported: 2" in done.out) == (0, True), done.out
    assert (garden / KO_PATH).read_text("utf-8") == KO.replace("## 정원 안", "---\n\n```\nx = 1\n```\n\n## 정원 안")
    assert state(cli) == "fresh"


def test_what_was_merged_is_asked_together(cli: Changlai, garden: Path) -> None:
    both = "광웨팅의 이름은 광웨러우에서 왔다. 정원의 문은 남쪽에 있고 아침 여덟 시에 연다."
    merged = KO.replace("광웨팅의 이름은 광웨러우에서 왔다.\n\n정원의 문은 남쪽에 있고 아침 여덟 시에 연다.", both)
    write(garden / KO_PATH, merged)
    assert cli("accept", "stories/garden", "--to", "ko").status == 0
    change(garden, ("早上八点", "早上九点"))
    data = exported(cli, garden)
    assert '光岳亭的名字取自光岳楼。\\n"\n"\\n"\n"园门朝南，早上九点开。' in data.decode()
    new = both.replace("여덟", "아홉")
    assert returned(cli, garden, "po", data, said(九点=new)).status == 0
    assert (garden / KO_PATH).read_text("utf-8") == merged.replace(both, new)
    assert state(cli) == "fresh"


BRIDGE = "정원에는 아치가 다섯 개인 돌다리가 있다. [다리](https://example.org/bridge)를 보라.[^a]"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("text", "code"),
    [
        (BRIDGE.replace("[^a]", ""), "packet-lost"),
        (BRIDGE.replace("/bridge", "/tower"), "packet-invented"),
        (BRIDGE + " {city:paks}", "packet-invented"),
        ("## " + BRIDGE, "packet-form"),
        ("- " + BRIDGE, "packet-form"),
        (BRIDGE + "\n\n" + BRIDGE, "packet-form"),
        (BRIDGE + "\n\n[x]: https://example.org/evil", "packet-loose"),
        (BRIDGE.replace("돌", "\u202e돌"), "packet-character"),
        ("[delete]", "packet-delete"),
        (BRIDGE.replace("[다리]", "[다리](javascript:x)[다리]"), "link-scheme"),
    ],
)
def test_one_bad_answer_keeps_none_of_the_others_out(cli: Changlai, garden: Path, form: str, text: str, code: str) -> None:
    change(garden, ("七孔", "五孔"), ("光岳亭的名字", "亭子的名字"))
    data = exported(cli, garden, form)
    if form == "html" and text == "[delete]":
        return
    done = returned(cli, garden, form, data, said(五孔=text, 亭子="정자의 이름은 광웨러우에서 왔다."))
    assert done.status == 1
    assert f"[{code}]" in done.out
    assert f"back.{ENDINGS[form]}:" in done.out
    assert (garden / KO_PATH).read_text("utf-8") == KO.replace("광웨팅의", "정자의")
    assert state(cli) == "stale", "the one that was refused is still to be done"
    assert cli("check").status == 0


def test_numbers_must_be_those_of_the_source(cli: Changlai, garden: Path) -> None:
    change(garden, ("2012年", "2013年"), ("summary: 两座城的一座园。", "summary: 两座城2013年的一座园。"))
    data = exported(cli, garden)
    done = returned(cli, garden, "po", data, said(报道="[^a]: 2012년 보도를 보라.", 两座城="두 도시의 정원, 2014."))
    assert (done.status, done.out.count("[packet-numbers]")) == (1, 2), done.out
    assert "2013年 → 2012년" in done.out and "2013年 → 2014" in done.out
    assert (garden / KO_PATH).read_text("utf-8") == KO
    done = returned(cli, garden, "po", data, said(报道="[^a]: 2013년 보도를 보라.", 两座城="두 도시의 정원, 2013."))
    assert (done.status, state(cli)) == (0, "fresh"), done.out


def test_the_terms_of_the_glossary_are_told(cli: Changlai, garden: Path) -> None:
    write(garden / "content/glossary.yaml", GLOSSARY)
    change(garden, ("光岳亭的名字", "亭子的名字"))
    for form in FORMS:
        page = exported(cli, garden, form).decode()
        assert "光岳楼" in page and "광웨러우(光岳樓)" in page


@pytest.mark.parametrize("form", FORMS)
def test_a_source_that_has_moved_on_refuses_what_was_made_of_it(cli: Changlai, garden: Path, form: str) -> None:
    change(garden, ("七孔", "五孔"), ("光岳亭的名字", "亭子的名字"))
    data = exported(cli, garden, form)
    change(garden, ("五孔", "三孔"), ("两座城\n一同", "两座城一同"))
    done = returned(cli, garden, form, data, said(五孔=BRIDGE, 亭子="정자의 이름은 광웨러우에서 왔다."))
    assert (done.status, done.out.count("[packet-stale]")) == (1, 1)
    assert (garden / KO_PATH).read_text("utf-8") == KO.replace("광웨팅의", "정자의")


def test_what_was_written_here_meanwhile_is_not_overwritten(cli: Changlai, garden: Path) -> None:
    change(garden, ("七孔", "五孔"))
    data = exported(cli, garden)
    edited = KO.replace("돌다리가 있다", "돌다리가 하나 있다")
    write(garden / KO_PATH, edited)
    done = returned(cli, garden, "po", data, said(五孔=BRIDGE))
    assert (done.status, "[packet-edited]" in done.out) == (1, True)
    assert (garden / KO_PATH).read_text("utf-8") == edited


def test_a_removed_part_is_deleted_only_when_that_is_said(cli: Changlai, garden: Path) -> None:
    change(garden, ("光岳亭的名字取自光岳楼。\n\n", ""))
    data = exported(cli, garden)
    done = returned(cli, garden, "po", data, lambda asked: asked.target)
    assert (done.status, "[packet-gone]" in done.out) == (1, True)
    assert (garden / KO_PATH).read_text("utf-8") == KO
    assert returned(cli, garden, "po", data, lambda _: "[delete]").status == 0
    assert "광웨팅" not in (garden / KO_PATH).read_text("utf-8")
    assert state(cli) == "fresh"


def test_two_answers_for_one_part_are_not_both_taken(cli: Changlai, garden: Path) -> None:
    change(garden, ("七孔", "五孔"))
    data = exported(cli, garden)
    paths = [garden / "one.po", garden / "two.po"]
    for path, word in zip(paths, ("다섯", "5"), strict=True):
        path.write_bytes(FILL["po"](data, said(五孔=BRIDGE.replace("다섯", word))))
    done = cli("import", *paths)
    assert (done.status, "two.po" in done.out and "[packet-twice]" in done.out) == (1, True)
    assert BRIDGE in (garden / KO_PATH).read_text("utf-8")


def test_a_dry_run_says_all_and_writes_nothing(cli: Changlai, garden: Path) -> None:
    change(garden, ("七孔", "五孔"))
    before = {path: path.read_bytes() for path in garden.rglob("*") if path.is_file() and ".changlai" not in path.parts}
    done = returned(cli, garden, "po", exported(cli, garden), said(五孔=BRIDGE), "--dry-run")
    assert (done.status, f"would be written: {KO_PATH}" in done.out) == (0, True)
    assert {path: path.read_bytes() for path in before} == before


def test_a_text_that_would_run_together_with_its_neighbour_is_left_out(cli: Changlai, garden: Path) -> None:
    """In the source a sentence keeps two lists apart, which the translation leaves out."""
    head = "---\ntitle: 题\ndate: 2022-08-26\n---\n"
    write(garden / ZH_PATH, head + "- 牌楼\n- 石桥\n\n中间说一句话。\n\n## 末尾 {#end}\n\n光岳亭在园子的东边。\n")
    translated = "---\ntitle: 제목\n---\n- 패루\n- 돌다리\n\n## 끝 {#end}\n\n광웨팅은 정원 동쪽에 있다.\n"
    write(garden / KO_PATH, translated)
    assert cli("accept", "stories/garden", "--to", "ko").status == 0
    change(garden, ("一句话。\n", "一句话。\n\n- 亭子\n- 走廊\n"), ("光岳亭在", "光岳亭就在"))
    done = returned(cli, garden, "po", exported(cli, garden), said(亭子="- 정자\n- 회랑", 光岳亭="광웨팅은 바로 정원 동쪽에 있다."))
    assert (done.status, "[packet-beside]" in done.out, "parts imported: 1" in done.out) == (1, True, True), done.out
    assert (garden / KO_PATH).read_text("utf-8") == translated.replace("광웨팅은", "광웨팅은 바로")


PROFILE = """name: {zh: 帕克斯市, ko: 팍스시}
tie: exchange
summary:
  zh: 多瑙河边的城。  # 概要
  ko: 도나우강의 도시.
facts:
  - text:
      zh: 河边有塔。
      ko: 강가에 탑이 있다.
    source: {publisher: 报, title: 塔, date: 2022}
"""


def test_the_texts_of_a_profile_go_round_too(cli: Changlai, garden: Path) -> None:
    path = write(garden / "content/cities/paks/profile.yaml", PROFILE)
    assert cli("adopt").status == 0
    changed = PROFILE.replace("多瑙河边的城", "多瑙河边的小城").replace("河边有塔", "河边有高塔")
    write(path, changed)
    assert state(cli, "cities/paks") == "stale"
    assert cli("export", "--to", "ko", "--entries", "cities/paks").status == 0
    data = (garden / "packets/ko.po").read_bytes()
    done = returned(cli, garden, "po", data, said(小城="도나우강의 작은 도시: 팍스.", 高塔="강가에 높은 탑이 있다."))
    assert (done.status, "parts imported: 2" in done.out) == (0, True), done.out
    assert path.read_text("utf-8") == changed.replace("도나우강의 도시.", '"도나우강의 작은 도시: 팍스."').replace(
        "에 탑이", "에 높은 탑이"
    )
    assert state(cli, "cities/paks") == "fresh"
    assert cli("export", "--to", "en", "--entries", "cities/paks").status == 0
    data = (garden / "packets/en.po").read_bytes()
    answer = {"帕克斯市": "Paks", "多瑙河边的小城。": "A town.", "河边有高塔。": "A tower."}
    assert returned(cli, garden, "po", data, lambda asked: answer[asked.source]).status == 0
    assert "name: {zh: 帕克斯市, ko: 팍스시, en: Paks}" in path.read_text("utf-8")
    assert state(cli, "cities/paks", "en") == "fresh"


@pytest.mark.parametrize(
    "name",
    [
        "stories:../../../etc:block:0:0",
        "..:..:block:0:0",
        "stories:/etc/passwd:title:0:0",
        "stories:garden",
        "x",
        "stories:nowhere:title:0123456789abcdef:0",
        "stories:garden:title:0123456789abcdef:0",
        "stories:garden:block:0123456789abcdef:0" * 1000,
    ],
)
def test_a_made_up_id_reaches_no_file(cli: Changlai, garden: Path, name: str) -> None:
    before = sorted(path for path in garden.parent.rglob("*") if ".changlai" not in path.parts)
    write(garden / "evil.json", json.dumps({"lang": "ko", "answers": [{"id": name, "text": "x", "done": True}]}))
    done = cli("import", garden / "evil.json")
    assert (done.status, "[packet-" in done.out) == (1, True)
    assert sorted(path for path in garden.parent.rglob("*") if ".changlai" not in path.parts) == sorted([*before, garden / "evil.json"])
    assert (garden / KO_PATH).read_text("utf-8") == KO


def test_wrong_usage_is_answered(cli: Changlai, garden: Path) -> None:
    assert cli("export").status == 2
    assert cli("export", "--to", "xx").status == 2
    assert cli("export", "--to", "ko", "--entries", "stories/gardn").status == 2
    assert cli("export", "--to", "ko", "--as", "doc").status == 2
    assert cli("import").status == 2
    missing = cli("import", "nowhere.po")
    assert (missing.status, "nowhere.po" in missing.out) == (1, True)
    assert not (garden / "packets").exists()


def test_a_packet_may_be_printed_or_put_elsewhere(cli: Changlai, garden: Path, tmp_path: Path) -> None:
    change(garden, ("七孔", "五孔"))
    data = exported(cli, garden).decode()
    assert cli("export", "--to", "ko", "--entries", "stories/garden", "--today", "2026-01-16", "--output", "-").out == data
    there = tmp_path / "there/x.po"
    assert cli("export", "--to", "ko", "--entries", "stories/garden", "--today", "2026-01-16", "--output", there).status == 0
    assert there.read_text("utf-8") == data


def test_the_memory_holds_what_is_certain_in_plain_words(cli: Changlai, garden: Path) -> None:
    write(garden / "content/cities/paks/profile.yaml", PROFILE)
    for path, old, name in ((ZH_PATH, "光岳楼", "{city:paks}"), (KO_PATH, "광웨러우", "{city:paks|local}")):
        write(garden / path, (garden / path).read_text("utf-8").replace(old, name))
    assert cli("accept", "stories/garden", "--to", "ko").status == 0
    change(garden, ("七孔", "五孔"), ("title: 一座园", "title: 一座园林"))
    assert cli("export", "--as", "tmx").status == 0
    memory = (garden / "packets/site.tmx").read_text("utf-8")
    assert "<seg>昌莱园在悉尼西郊，是两座城一同建造的。</seg>" in memory
    assert '<tuv xml:lang="ko"><seg>광웨팅의 이름은 팍스시에서 왔다.</seg></tuv>' in memory
    assert "<seg>牌楼 石桥</seg>" in memory
    assert "石桥，见" not in memory and "일곱" not in memory, "its source has changed since"
    assert "一座园林" not in memory
    assert "정원 하나." in memory
    assert cli("export", "--as", "tmx", "--to", "en").status == 0
    assert "<seg>" not in (garden / "packets/en.tmx").read_text("utf-8")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_an_entry_whose_name_cannot_stay_is_no_work_for_a_translator_yet(cli: Changlai, garden: Path, form: str) -> None:
    change(garden, ("七孔", "五孔"))
    data = exported(cli, garden).replace(b"stories:garden:", "stories:café:".encode())
    (garden / ZH_PATH).parent.rename(garden / "content/stories" / normalize(form, "café"))
    assert "There is nothing to translate" in cli("export", "--to", "ko", "--entries", "stories/café").out
    done = returned(cli, garden, "po", data, said(五孔=BRIDGE))
    assert (done.status, "[packet-entry]" in done.out) == (1, True)
    assert len([*garden.glob("content/stories/*")]) == 2
