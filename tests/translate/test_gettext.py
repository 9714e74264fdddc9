"""Round trips through the real tools: GNU gettext, and files as Poedit and Weblate save them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from changlai.model import Language, Library
from changlai.pofile import scan
from changlai.translate.asked import IN_HOUSE
from changlai.translate.manage import check, update
from changlai.translate.units import CREATED, MIME, Unit, dump, unit
from tests.conftest import ROOT
from tests.translate.conftest import LANGUAGES, city, filled, library, source, topic

KO = "translations/ko_KR/LC_MESSAGES/messages.po"
POT = "translations/messages.pot"
MORE = {
    "ru": Language("ru", "ru", "ru_RU", "Русский", "ru_RU", "latin"),
    "lv": Language("lv", "lv", "lv_LV", "Latviešu", "lv_LV", "latin"),
    "de": Language("de", "de", "de_DE", "Deutsch", "de_DE", "latin"),
}
PAGE = {
    "page.html": "{{ _('首页') }}{{ pgettext('menu', '打开') }}{# TRANSLATORS: how many #}{{ ngettext('%(num)s篇', '%(num)s篇', 2) }}",
    "a template.html": "{{ _('首页') }}{{ _('第一行\\n第二行') }}",
    **{f"a-template-with-a-rather-long-name-{number}.html": "{{ _('首页') }}" for number in range(5)},
}
DOUBTFUL = 'msgctxt "topic.title"\nmsgid "运河"'
Tool = Callable[..., bytes]


@pytest.fixture(scope="session")
def tool() -> Tool:
    """Runs a tool of gettext on bytes and returns what it writes. It must have nothing to complain of."""
    found = subprocess.run(["sh", ".ci/gettext"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr

    def run(*command: str, given: bytes = b"") -> bytes:
        done = subprocess.run(command, input=given, capture_output=True, check=False)
        said = re.sub(r"\.+ done\.", "", done.stderr.decode()).strip()
        assert (done.returncode, said) == (0, ""), said
        return done.stdout

    return run


def site(*titles: str, summary: str = "多瑙河边的城市。") -> Library:
    path = "content/cities/paks/profile.yaml"
    paks = city("paks", source("保克什", "city.name", path, 3), summary=source(summary, "city.summary", path, 4))
    terms = {"topics": {title: topic(title, title, line) for line, title in enumerate(titles)}}
    return library(paks, terms=terms, templates=PAGE, languages={**LANGUAGES, **MORE}, title=source("聊城外事", "title"))


NEW = site("园林", "运河", "茶")
NOW = site("园林", "运河", summary="多瑙河畔的城市。")


def working() -> dict[str, bytes]:
    """Catalogs in the midst of work: entries translated, doubtful, reworded, put aside and new."""
    files, _ = update(NEW, {}, IN_HOUSE)
    files[KO] = filled(files[KO], 园林="정원", 运河="운하", 茶="차", 保克什="퍽시", **{"多瑙河边的城市。": "다뉴브강 가의 도시."})
    files[KO] = files[KO].replace(DOUBTFUL.encode(), f'#, fuzzy\n#| msgid "大运河"\n{DOUBTFUL}'.encode())
    return update(NOW, files, IN_HOUSE)[0]


WORKING = working()
CATALOGS = sorted(path for path in WORKING if path.endswith(".po"))
SOME = [KO, KO.replace("messages", "theme"), "translations/en_GB/LC_MESSAGES/theme.po", "translations/lv_LV/LC_MESSAGES/theme.po"]


def test_the_work_holds_every_state() -> None:
    text = WORKING[KO].decode()
    for line in ("#, fuzzy", '#| msgid "大运河"', "# Earlier text: 多瑙河边的城市。", '#~ msgstr "차"', 'msgstr "정원"', 'msgstr ""'):
        assert f"{line}\n" in text


@pytest.mark.parametrize("path", CATALOGS)
@pytest.mark.parametrize("files", [WORKING, update(NEW, {}, IN_HOUSE)[0]], ids=["working", "new"])
def test_gettext_finds_no_fault_and_would_write_the_same(tool: Tool, files: dict[str, bytes], path: str) -> None:
    tool("msgfmt", "-c", "-o", "/dev/null", "-", given=files[path])
    assert tool("msgcat", "--no-wrap", "-", given=files[path]) == files[path]


@pytest.mark.parametrize("path", sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("translations/**/*.po*")))
def test_gettext_would_write_the_catalogs_of_this_repository_the_same(tool: Tool, path: str) -> None:
    data = (ROOT / path).read_bytes()
    assert tool("msgcat", "--no-wrap", "-", given=data) == data


@pytest.mark.parametrize("path", SOME)
@pytest.mark.parametrize(
    "command",
    [
        ("msgcat",),
        ("msgcat", "--no-wrap"),
        ("msgcat", "--width=40"),
        ("msgcat", "--sort-output"),
        ("msgcat", "--no-location"),
        ("msgattrib", "--no-wrap"),
    ],
    ids=" ".join,
)
def test_update_brings_back_what_a_tool_has_laid_out_anew(tool: Tool, command: tuple[str, ...], path: str) -> None:
    data = tool(*command, "-", given=WORKING[path])
    assert update(NOW, {**WORKING, path: data}, IN_HOUSE)[0] == WORKING


@pytest.mark.parametrize("options", [(), ("--no-wrap",), ("--no-location",)], ids=" ".join)
@pytest.mark.parametrize("path", SOME)
def test_update_brings_back_what_msgmerge_has_merged(tool: Tool, tmp_path: Path, path: str, options: tuple[str, ...]) -> None:
    pot = f"translations/{Path(path).stem}.pot"
    (tmp_path / "a.po").write_bytes(WORKING[path])
    (tmp_path / "a.pot").write_bytes(WORKING[pot])
    data = tool("msgmerge", "--no-fuzzy-matching", "--previous", *options, str(tmp_path / "a.po"), str(tmp_path / "a.pot"))
    assert update(NOW, {**WORKING, path: data}, IN_HOUSE)[0] == WORKING


def test_msgmerge_changes_nothing_but_the_place_of_a_line_of_files(tool: Tool, tmp_path: Path) -> None:
    """What a server that merges does to a catalog is no change at all."""
    (tmp_path / "a.po").write_bytes(WORKING[KO])
    (tmp_path / "a.pot").write_bytes(WORKING[POT])
    assert (
        tool("msgmerge", "--no-fuzzy-matching", "--previous", "--no-wrap", str(tmp_path / "a.po"), str(tmp_path / "a.pot")) == WORKING[KO]
    )


def test_a_merge_of_new_texts_by_msgmerge_is_that_of_update(tool: Tool, tmp_path: Path) -> None:
    later = site("园林", "运河", "面塑", summary="多瑙河畔的城市。")
    files, _ = update(later, WORKING, IN_HOUSE)
    (tmp_path / "a.po").write_bytes(WORKING[KO])
    (tmp_path / "a.pot").write_bytes(files[POT])
    data = tool("msgmerge", "--no-fuzzy-matching", "--previous", str(tmp_path / "a.po"), str(tmp_path / "a.pot"))
    assert update(later, {**WORKING, KO: data}, IN_HOUSE)[0] == files


def test_a_guess_of_msgmerge_is_never_used(tool: Tool, tmp_path: Path) -> None:
    files, _ = update(site("上一页"), {}, IN_HOUSE)
    (tmp_path / "a.po").write_bytes(filled(files[KO], 上一页="이전 페이지"))
    (tmp_path / "a.pot").write_bytes(update(site("下一页"), {}, IN_HOUSE)[0][POT])
    guessed = tool("msgmerge", str(tmp_path / "a.po"), str(tmp_path / "a.pot"))
    assert "#, fuzzy" in guessed.decode()
    after = update(site("下一页"), {**files, KO: guessed}, IN_HOUSE)[0]
    assert [found.code for found in check(site("下一页"), after, IN_HOUSE) if "下一页" in str(found.params) and found.path == KO] == [
        "catalog-fuzzy"
    ]


# ---- as other programs have saved the same catalog

POEDIT = (
    '"PO-Revision-Date: 2026-01-02 11:59+0800\\n"',
    '"Last-Translator: Kim Minji <kim@example.org>\\n"',
    '"X-Generator: Poedit 3.2.2\\n"',
    '"X-Poedit-Bookmarks: 1,-1,-1,-1,-1,-1,-1,-1,-1,-1\\n"',
)


def test_what_poedit_saves_is_kept(tool: Tool) -> None:
    """Poedit writes through msgcat, in the width of the file or at 79, stamps the header and adds fields of its own behind it."""
    ours = WORKING[KO].decode()
    stamped = ours.replace('"PO-Revision-Date: 2000-01-01 00:00+0000\\n"', POEDIT[0]).replace('"Last-Translator: \\n"', POEDIT[1])
    stamped = stamped.replace('plural=0;\\n"\n', 'plural=0;\\n"\n' + "".join(f"{line}\n" for line in POEDIT[2:]), 1)
    for options in ((), ("--no-wrap",)):
        saved = tool("msgcat", *options, "-", given=stamped.encode())
        assert update(NOW, {**WORKING, KO: saved}, IN_HOUSE)[0][KO] == stamped.encode()


def test_what_weblate_saves_is_kept() -> None:
    """Weblate writes a header without wrapping into one line, and names a team with its address."""
    ours = WORKING[KO].decode()
    fields = {
        "PO-Revision-Date: 2000-01-01 00:00+0000": "PO-Revision-Date: 2026-01-02 03:04+0000",
        "Last-Translator: ": "Last-Translator: Kim Minji <kim@example.org>",
        "Language-Team: 한국어": "Language-Team: Korean <https://translate.example.org/projects/liaocheng/site/ko/>",
        "plural=0;": 'plural=0;\\n"\n"X-Generator: Weblate 5.14',
    }
    stamped = ours
    for before, after in fields.items():
        stamped = stamped.replace(f"{before}\\n", f"{after}\\n", 1)
    head, rest = stamped.split("\n\n", 1)
    one_line = head.replace('msgstr ""\n"', 'msgstr "').replace('\\n"\n"', "\\n")
    assert one_line != head
    assert update(NOW, {**WORKING, KO: f"{one_line}\n\n{rest}".encode()}, IN_HOUSE)[0][KO] == stamped.encode()


# ---- any catalog

HEADER = {"Project-Id-Version": "x", "POT-Creation-Date": CREATED, "PO-Revision-Date": CREATED, **MIME}
WORDS = st.text("ab 聊城한か“”\"'\\\n\t%{}#~.😀", min_size=1, max_size=12)
LINES = st.text('ab 聊城:,.|~"\\', min_size=1, max_size=100)
REMARK = LINES.map(lambda line: f"# {line.strip()}".rstrip())
NOTE = LINES.map(str.strip).filter(bool)
FILE = st.text("ab/聊", min_size=1, max_size=30).map(lambda name: f"content/{name}.yaml")


@st.composite
def units(draw: st.DrawFn) -> list[Unit]:
    texts = draw(st.lists(st.tuples(st.sampled_from(["", "a.b", "c"]), WORDS), max_size=8, unique=True))
    found = []
    for context, text in texts:
        plural = draw(st.sampled_from(["", text]))
        strings = tuple(draw(WORDS) for _ in range(2 if plural else 1))
        old, fuzzy = draw(st.booleans()), draw(st.booleans())
        remarks, notes, files = (tuple(draw(st.lists(each, max_size=3, unique=True))) for each in (REMARK, NOTE, FILE))
        one = Unit(context, text, plural, strings, remarks, notes, files, ("fuzzy",) * fuzzy, ('#| msgid "x"',) * fuzzy)
        found.append(one._replace(notes=(), files=(), obsolete=True) if old else one)
    return sorted(found, key=lambda unit: unit.obsolete)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(units())
def test_any_catalog_is_written_as_gettext_would(tool: Tool, found: list[Unit]) -> None:
    data = dump(found, HEADER, ["# head"])
    assert tool("msgcat", "--no-wrap", "--force-po", "-", given=data) == data
    messages, faults = scan(data, obsolete=True)
    assert faults == []
    assert [unit(message) for message in messages[1:]] == [one._replace(notes=(), files=()) for one in found]
