"""`export` where an earlier packet lies: what somebody did in it is not written over."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Changlai
from tests.cli.packets import ENDINGS, FILL
from tests.cli.test_packets import ALL, BRIDGE, FORMS, change, exported, garden, returned, said

__all__ = ["garden"]
KEPT = "may hold a translator’s work that is not in the site yet; it was not overwritten"


def kept(cli: Changlai, project: Path, form: str, data: bytes) -> bool:
    """Whether `data`, lying in its place, is left there by the next export."""
    path = project / f"packets/ko.{ENDINGS[form]}"
    path.write_bytes(data)
    done = cli("export", "--to", "ko", "--as", form, "--today", "2026-02-01")
    left = path.read_bytes() == data
    assert ((done.status, KEPT in done.out, "written:" in done.out) == (1, True, False)) is left, done.out
    assert left or (done.status, f"written: packets/ko.{ENDINGS[form]}" in done.out) == (0, True), done.out
    return left


@pytest.mark.parametrize("form", FORMS)
def test_what_was_filled_in_is_not_written_over(cli: Changlai, garden: Path, form: str) -> None:
    change(garden, ("七孔", "五孔"))
    filled = FILL[form](exported(cli, garden, form), said(五孔=BRIDGE))
    assert kept(cli, garden, form, filled)
    change(garden, ("园门朝南", "园门朝北"))
    assert kept(cli, garden, form, filled)
    change(garden, ("五孔", "九孔"))
    assert kept(cli, garden, form, filled), "it cannot be imported any more, but copied"
    assert cli("export", "--to", "ko", "--as", form, "--output", f"packets/ko.{ENDINGS[form]}").status == 0, "as it was asked"
    assert (garden / f"packets/ko.{ENDINGS[form]}").read_bytes() != filled


@pytest.mark.parametrize("form", FORMS)
def test_a_word_that_a_translation_may_stay_is_work_too(cli: Changlai, garden: Path, form: str) -> None:
    change(garden, ("早上八点开。", "早上八点开！"))
    packet = exported(cli, garden, form)
    filled = FILL[form](packet, said())
    assert filled != packet and kept(cli, garden, form, filled)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("more", [(), ("--all",)])
def test_a_packet_that_nobody_touched_gives_way(cli: Changlai, garden: Path, form: str, more: tuple[str, ...]) -> None:
    change(garden, *ALL, ("## 园中", "---\n\n```\nx = 1\n```\n\n## 园中"))
    packet = exported(cli, garden, form, *more)
    assert not kept(cli, garden, form, FILL[form](packet, lambda _: None))
    change(garden, ("五孔", "九孔"), ("园门朝南，早上八点开。\n\n", ""))
    assert not kept(cli, garden, form, packet)
    with (garden / "content/stories/garden/index.ko.md").open("a", encoding="utf-8") as file:
        file.write("\n하나 더.\n")
    assert not kept(cli, garden, form, packet)


@pytest.mark.parametrize("form", FORMS)
def test_a_packet_that_was_imported_gives_way(cli: Changlai, garden: Path, form: str) -> None:
    change(garden, *ALL)
    answer = said(五孔=BRIDGE, 茶室="찻집은 정원 동쪽에 있다.", 园林="중국 정원 하나")
    filled = FILL[form](exported(cli, garden, form), answer)
    assert kept(cli, garden, form, filled)
    assert returned(cli, garden, form, exported(cli, garden, form, "--output", f"packets/ko.{ENDINGS[form]}"), answer).status == 0
    change(garden, ("园门朝南", "园门朝北"))
    assert not kept(cli, garden, form, filled)
    change(garden, ("五孔", "九孔"))
    assert not kept(cli, garden, form, filled), "what was brought in stands in the translation, whatever its source says now"


@pytest.mark.parametrize(
    ("form", "old", "new"),
    [
        ("po", "#, fuzzy", "# 다시 볼 것\n#, fuzzy"),
        ("po", "\n\n#. ", '\n\n#~ msgctxt "a"\n#~ msgid "b"\n#~ msgstr "c"\n\n#. '),
        ("po", "Language: ko_KR", "Language: ja_JP"),
        ("po", 'msgid "', "msgid "),
        ("xliff", "</notes>", '<note id="n1">다시 볼 것</note></notes>'),
        ("html", "data-lang", "data-tongue"),
    ],
)
def test_remarks_and_what_is_no_packet_are_kept(cli: Changlai, garden: Path, form: str, old: str, new: str) -> None:
    change(garden, ("七孔", "五孔"))
    packet = exported(cli, garden, form).decode()
    assert old in packet and kept(cli, garden, form, packet.replace(old, new).encode())


def test_a_translation_memory_is_made_anew(cli: Changlai, garden: Path) -> None:
    assert cli("export", "--as", "tmx").status == 0
    (garden / "packets/site.tmx").write_text("old", "utf-8")
    assert cli("export", "--as", "tmx").status == 0
    assert (garden / "packets/site.tmx").read_text("utf-8") != "old"
