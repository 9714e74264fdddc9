"""What took the place of what: told beside the new text, with its translation, and never used as one."""

from __future__ import annotations

import pytest

from changlai.model import Library
from changlai.translate.asked import IN_HOUSE
from changlai.translate.manage import check, update
from changlai.translate.reworded import earlier, reworded
from changlai.translate.units import Unit
from tests.translate.conftest import city, filled, library, source, topic

EN = "translations/en_GB/LC_MESSAGES/messages.po"


def site(*titles: str, templates: dict[str, str] | None = None) -> Library:
    terms = {"topics": {title: topic(title, title, line) for line, title in enumerate(titles)}}
    return library(city("paks", source("保克什", "city.name", "content/cities/paks/profile.yaml", 3)), terms=terms, templates=templates)


def after(before: Library, now: Library, **words: str) -> str:
    files, _ = update(before, {}, IN_HOUSE)
    files[EN] = filled(files[EN], **words)
    once = update(now, files, IN_HOUSE)[0]
    assert update(now, once, IN_HOUSE)[0] == once
    return once[EN].decode()


def test_a_text_in_the_place_of_another_shows_it_with_its_translation() -> None:
    text = after(site("园林", "运河", "茶"), site("园林", "水上人家", "茶"), 园林="Gardens", 运河="Canal", 茶="Tea")
    assert (
        '# Earlier text: 运河\n# Earlier translation: Canal\n#: content/terms.yaml\nmsgctxt "topic.title"\nmsgid "水上人家"\nmsgstr ""'
        in text
    )
    assert '#~ msgctxt "topic.title"\n#~ msgid "运河"\n#~ msgstr "Canal"\n' in text


def test_a_text_much_like_another_shows_it_wherever_it_stands() -> None:
    text = after(site("运河边的古城", "园林", "茶"), site("园林", "茶", "运河边的一座古城"), 运河边的古城="Old town")
    assert "# Earlier text: 运河边的古城\n# Earlier translation: Old town\n#: content/terms.yaml" in text


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (("园林", "运河", "茶"), ("园林", "茶", "面塑")),  # one gone, another come elsewhere
        (("园林", "运河", "茶"), ("园林", "面塑", "葫芦", "茶")),  # two in the place of one
    ],
)
def test_where_it_cannot_be_told_nothing_is(before: tuple[str, ...], now: tuple[str, ...]) -> None:
    assert "Earlier" not in after(site(*before), site(*now), 运河="Canal")


def test_a_context_is_never_left() -> None:
    old, new = Unit("city.name", "运河", strings=("Canal",)), Unit("topic.title", "运河畔")
    assert reworded([old], [new]) == {}
    assert reworded([old], [new._replace(context="city.name")]) == {("city.name", "运河畔"): old}


def test_each_text_is_told_beside_one_other() -> None:
    old = Unit("c", "运河边的古城", strings=("Town",))
    come = [Unit("c", "甲"), Unit("c", "运河边的古城楼"), Unit("c", "运河边的古城墙"), Unit("c", "乙")]
    assert list(reworded([come[0], old, come[3]], come).values()) == [old]


def test_what_was_never_translated_tells_what_was_before() -> None:
    first, second, third = site("园林", "运河", "茶"), site("园林", "大运河", "茶"), site("园林", "水上人家", "茶")
    files = update(first, {}, IN_HOUSE)[0]
    files[EN] = filled(files[EN], 运河="Canal")
    text = update(third, update(second, files, IN_HOUSE)[0], IN_HOUSE)[0][EN].decode()
    assert '# Earlier text: 运河\n# Earlier translation: Canal\n#: content/terms.yaml\nmsgctxt "topic.title"\nmsgid "水上人家"' in text
    assert "大运河" not in text


def test_the_remark_goes_when_there_is_a_translation() -> None:
    now = site("园林", "大运河")
    files = update(site("园林", "运河"), {}, IN_HOUSE)[0]
    files[EN] = filled(files[EN], 运河="Canal")
    files = update(now, files, IN_HOUSE)[0]
    doubtful = files[EN].replace('msgctxt "topic.title"\nmsgid "大运河"\nmsgstr ""'.encode(), b"")
    assert doubtful != files[EN]
    for flag, kept in (("#, fuzzy\n", True), ("", False)):
        entry = f'# mine\n# Earlier text: 运河\n{flag}msgctxt "topic.title"\nmsgid "大运河"\nmsgstr "Grand Canal"\n'
        text = update(now, {**files, EN: doubtful + entry.encode()}, IN_HOUSE)[0][EN].decode()
        assert ("# mine\n# Earlier text: 运河\n" in text) == kept
        assert "# mine\n" in text
    assert 'msgid "大运河"\nmsgstr "Grand Canal"' in text


def test_a_text_that_gets_a_plural_is_a_new_text() -> None:
    one, many = {"a.html": "{{ _('%(num)s篇', num=1) }}"}, {"a.html": "{{ ngettext('%(num)s篇', '%(num)s篇', 2) }}"}
    path = EN.replace("messages", "theme")
    files = update(site(templates=one), {}, IN_HOUSE)[0]
    files[path] = filled(files[path], **{"%(num)s篇": "%(num)s stories"})
    text = update(site(templates=many), files, IN_HOUSE)[0][path].decode()
    assert "# Earlier text: %(num)s篇\n# Earlier translation: %(num)s stories\n" in text
    assert 'msgstr[0] ""\nmsgstr[1] ""\n' in text
    assert "#~" not in text


def test_where_very_much_changes_at_once_nothing_is_told() -> None:
    """Comparing each with each would take its time, and find chance likenesses."""
    old = [Unit("c", f"多瑙河边的第{number}座城市", strings=("Town",)) for number in range(60)]
    new = [Unit("c", f"黑海边的第{number}座城市") for number in range(61)]
    assert reworded(old, new) == {}
    assert len(reworded(old[:20], new[:21])) == 20


def test_lines_of_a_text_are_told_in_one() -> None:
    old = Unit("c", "第一行\n第二行", strings=("one\ntwo\\",))
    assert earlier(old) == ("# Earlier text: 第一行\\n第二行", "# Earlier translation: one\\ntwo\\\\")


def test_check_says_that_it_waits() -> None:
    now = site("园林", "大运河")
    files = update(site("园林", "运河"), {}, IN_HOUSE)[0]
    files[EN] = filled(files[EN], 运河="Canal", 园林="Gardens", 保克什="Paks")
    after_update = update(now, files, IN_HOUSE)[0]
    assert [found.code for found in check(now, after_update, IN_HOUSE) if found.path == EN] == ["catalog-untranslated"]
