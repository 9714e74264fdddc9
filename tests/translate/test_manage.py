"""extract, update, check: what is written, what survives, what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from changlai.model import Language
from changlai.pofile import scan
from changlai.translate.asked import IN_HOUSE, Packaged, catalog_paths
from changlai.translate.manage import check, extract, update
from changlai.translate.po import parse_po
from tests.translate.conftest import LANGUAGES, city, filled, fixed, library, source, topic

EN, KO = "translations/en_GB/LC_MESSAGES/messages.po", "translations/ko_KR/LC_MESSAGES/messages.po"
THEME = "translations/en_GB/LC_MESSAGES/theme.po"
PAGE = {"page.html": '{{ _("首页") }}\n{# TRANSLATORS: a button #}{{ pgettext("menu", "打开") }}'}


def site(*titles: str, templates: dict[str, str] | None = None, **parts):
    terms = {"topics": {str(number): topic(str(number), title) for number, title in enumerate(titles)}}
    return library(
        city("paks", source("保克什", "city.name", "content/cities/paks/profile.yaml", 3)), terms=terms, templates=templates, **parts
    )


def texts(data: bytes, path: str = EN) -> dict[str, str]:
    found, problems = parse_po(data, path, "en", "en_GB")
    assert problems == []
    return {key[1]: strings[0] for key, strings in found.texts.items()}


def test_only_source_strings_are_extracted() -> None:
    files, problems = extract(site("园林", "50% 折扣", title=fixed(zh="聊城", en="Liaocheng")), {}, IN_HOUSE)
    assert problems == []
    text = files["translations/messages.pot"].decode()
    assert list(files) == ["translations/messages.pot"]
    assert '#: content/terms.yaml\nmsgctxt "topic.title"\nmsgid "园林"\nmsgstr ""\n' in text
    assert "#. A name." in text
    assert 'msgctxt "city.name"\nmsgid "保克什"' in text
    assert 'msgid "聊城"' not in text
    assert "python-format" not in text


def test_update_makes_a_catalog_for_every_language_but_the_source() -> None:
    russian = Language("ru", "ru", "ru_RU", "Русский", "ru_RU", "latin")
    files, problems = update(site("园林", languages={**LANGUAGES, "ru": russian}), {}, IN_HOUSE)
    assert problems == []
    assert sorted(files) == sorted([EN, KO, "translations/messages.pot", "translations/ru_RU/LC_MESSAGES/messages.po"])
    assert b'"Plural-Forms: nplurals=3; plural=(' in files["translations/ru_RU/LC_MESSAGES/messages.po"]
    assert b'"Language: ru_RU\\n"' in files["translations/ru_RU/LC_MESSAGES/messages.po"]
    for path, data in files.items():
        if path.endswith(".po"):
            assert parse_po(data, path, "x", path.split("/")[1])[1] == []


def test_update_twice_changes_nothing() -> None:
    here = site("园林", "100% 手工", "运河", templates=PAGE)
    first, _ = update(here, {}, IN_HOUSE)
    first[EN] = filled(first[EN], 园林="Gardens", 运河="Canals")
    second, _ = update(here, first, IN_HOUSE)
    assert second[EN] == first[EN]
    assert update(here, second, IN_HOUSE)[0] == second


def test_what_translators_wrote_survives() -> None:
    files, _ = update(site("园林", "运河"), {}, IN_HOUSE)
    text = filled(files[EN], 园林="Gardens").decode()
    text = "# Translated by a teacher.\n" + text.replace('"Last-Translator: \\n"', '"Last-Translator: Li\\n"\n"X-Generator: Poedit 3\\n"')
    text = text.replace(
        '#: content/terms.yaml\nmsgctxt "topic.title"\nmsgid "园林"',
        '# as in the brochure\n#: content/terms.yaml\nmsgctxt "topic.title"\nmsgid "园林"',
    )
    after = update(site("园林", "运河", "茶"), {**files, EN: text.encode()}, IN_HOUSE)[0][EN].decode()
    assert after.startswith("# Translated by a teacher.\n")
    assert '"Last-Translator: Li\\n"\n"Language-Team: English\\n"\n' in after
    assert '"X-Generator: Poedit 3\\n"\n\n' in after
    assert '# as in the brochure\n#: content/terms.yaml\nmsgctxt "topic.title"\nmsgid "园林"\nmsgstr "Gardens"' in after
    assert 'msgid "茶"\nmsgstr ""' in after


def test_obsolete_entries_are_kept_and_come_back() -> None:
    files, _ = update(site("园林", "运河"), {}, IN_HOUSE)
    files[EN] = filled(files[EN], 园林="Gardens")
    without, _ = update(site("运河"), files, IN_HOUSE)
    assert b'#~ msgid "\xe5\x9b\xad\xe6\x9e\x97"\n#~ msgstr "Gardens"' in without[EN]
    assert "园林" not in texts(without[EN])
    assert update(site("运河"), without, IN_HOUSE)[0] == without
    again, _ = update(site("园林", "运河"), without, IN_HOUSE)
    assert texts(again[EN])["园林"] == "Gardens"
    assert b"#~" not in again[EN]


def test_similar_texts_are_not_guessed() -> None:
    files, _ = update(site("上一页"), {}, IN_HOUSE)
    files[EN] = filled(files[EN], 上一页="Previous page")
    after, _ = update(site("下一页"), files, IN_HOUSE)
    assert texts(after[EN]) == {}
    assert b"fuzzy" not in after[EN]


TORN = [
    b'msgid "a"\nmsgid "b"\nmsgstr "x"\n',
    b'msgid "a"\nmsgstr "x"\nmsgid "a"\nmsgstr "y"\n',
    b'msgid "a"\nmsgstr "x\n',
    "msgid “a”\nmsgstr “x”\n".encode(),
    b'<<<<<<< HEAD\nmsgid "a"\nmsgstr "x"\n=======\n>>>>>>> b\n',
    'msgid "a"\nmsgstr "译"\n'.encode("gbk"),
]


@pytest.mark.parametrize("body", TORN)
def test_torn_catalog_is_named_and_left_alone(body: bytes) -> None:
    files, _ = update(site("园林"), {}, IN_HOUSE)
    after, problems = update(site("园林"), {**files, EN: files[EN] + b"\n" + body}, IN_HOUSE)
    assert EN not in after
    assert KO in after
    assert problems
    assert {found.path for found in problems} == {EN}


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b'msgid "\xe5\x9b\xad\xe6\x9e\x97"\nmsgstr "Gardens"\n',
        '\ufeff#, fuzzy\nmsgid ""\nmsgstr "Content-Type: text/plain; charset=CHARSET\\n"\n\nmsgid "园林"\nmsgstr "Gardens"\n'.replace(
            "\n", "\r\n"
        ).encode(),
        b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[1] "y"\n',
    ],
)
def test_update_mends_what_it_can(broken: bytes) -> None:
    after, problems = update(site("园林"), {EN: broken}, IN_HOUSE)
    assert problems == []
    assert parse_po(after[EN], EN, "en", "en_GB")[1] == []
    assert "园林".encode() in after[EN]
    if b"Gardens" in broken and b"msgctxt" not in broken:
        assert b'msgstr "Gardens"' in after[EN]


def test_paths_of_catalogs() -> None:
    assert catalog_paths(site()) == [EN, KO, THEME, KO.replace("messages", "theme")]


def test_theme_is_extracted_where_the_project_has_templates() -> None:
    files, problems = extract(site(templates=PAGE), {}, IN_HOUSE)
    text = files["translations/theme.pot"].decode()
    assert problems == []
    assert '#: templates/page.html\nmsgid "首页"' in text
    assert '#. a button\n#: templates/page.html\nmsgctxt "menu"\nmsgid "打开"' in text
    assert THEME in update(site(templates=PAGE), {}, IN_HOUSE)[0]
    assert not any("zh" in path for path in update(site(templates=PAGE), {}, IN_HOUSE)[0])


def test_theme_of_the_package_is_not_written_into_a_project() -> None:
    assert all("theme" not in path for path in update(site(templates=PAGE), {}, Packaged(PAGE, ("en", "ko", "ja"), {}))[0])
    assert all(
        "theme" not in path
        for path in update(site(templates={"page.html": '{{ _("首页") }}'}), {}, Packaged(PAGE, ("en", "ko", "ja"), {}))[0]
    )
    files, _ = update(site(templates={"page.html": '{{ _("首页") }}{{ _("投稿") }}'}), {}, Packaged(PAGE, ("en", "ko", "ja"), {}))
    assert "投稿" in files[THEME].decode()
    assert "首页" not in files[THEME].decode()


def test_project_may_say_the_packages_strings_in_its_own_way() -> None:
    own = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "\xe9\xa6\x96\xe9\xa1\xb5"\nmsgstr "Start here"\n'
    after, _ = update(site(templates={**PAGE, "x.html": '{{ _("投稿") }}'}), {THEME: own}, Packaged(PAGE, ("en", "ko", "ja"), {}))
    assert texts(after[THEME], THEME) == {"首页": "Start here"}
    assert b"#~" not in after[THEME]


GERMAN = Language("de", "de", "de_DE", "Deutsch", "de_DE", "latin")
ALL = Packaged(PAGE, ("zh", "en", "ko"), {("", "首页"): ("Home",), ("menu", "打开"): ("Open",)})


def test_english_stands_beside_each_text() -> None:
    here = site("园林", "运河", languages={**LANGUAGES, "de": GERMAN}, templates=PAGE)
    files, _ = update(here, {}, ALL)
    files[EN] = filled(files[EN], 园林="Gardens")
    files, _ = update(here, files, ALL)
    german, theme = (files[f"translations/de_DE/LC_MESSAGES/{domain}.po"].decode() for domain in ("messages", "theme"))
    assert '#. en: Gardens\n#: content/terms.yaml\nmsgctxt "topic.title"\nmsgid "园林"\n' in german
    assert '\n\n#: content/terms.yaml\nmsgctxt "topic.title"\nmsgid "运河"\n' in german  # of which there is no English yet
    assert '#. a button\n#. en: Open\n#: templates/page.html\nmsgctxt "menu"\nmsgid "打开"\n' in theme
    assert "#. en: Gardens" in files["translations/messages.pot"].decode()
    assert "#. en: Home" in files["translations/theme.pot"].decode()
    assert "#. en:" not in files[EN].decode()


def test_english_of_the_site_comes_before_that_of_the_package() -> None:
    here = site(languages={**LANGUAGES, "de": GERMAN}, templates=PAGE)
    files = update(here, {THEME: b'msgid "\xe9\xa6\x96\xe9\xa1\xb5"\nmsgstr "Start here"\n'}, ALL)[0]
    assert "#. en: Start here\n" in files["translations/de_DE/LC_MESSAGES/theme.po"].decode()


def test_english_that_comes_back_stands_beside_its_text_at_once() -> None:
    both, one = site("园林", "运河"), site("园林")
    files, _ = update(both, {}, IN_HOUSE)
    files, _ = update(one, {**files, EN: filled(files[EN], 运河="Canal")}, IN_HOUSE)
    files, _ = update(both, files, IN_HOUSE)
    assert "#. en: Canal" in files[KO].decode()
    assert update(both, files, IN_HOUSE)[0] == files


def test_all_forms_of_a_plural_stand_beside_it() -> None:
    here = site(templates={"a.html": "{{ ngettext('%(num)s篇', '%(num)s篇', 2) }}"})
    files, _ = update(here, {}, IN_HOUSE)
    files[THEME] = files[THEME].replace(b'msgstr[0] ""\nmsgstr[1] ""', b'msgstr[0] "%(num)s story"\nmsgstr[1] "%(num)s stories"')
    files, _ = update(here, files, IN_HOUSE)
    assert "#. en: %(num)s story / %(num)s stories\n" in files[KO.replace("messages", "theme")].decode()


def test_a_language_of_its_own_leaves_the_others_alone() -> None:
    """What a German catalog says of the package's strings is no new text for Korean, which the package speaks."""
    here, path = site(languages={**LANGUAGES, "de": GERMAN}, templates=PAGE), "translations/de_DE/LC_MESSAGES/theme.po"
    files, _ = update(here, {}, ALL)
    files[path] = filled(files[path], 首页="Startseite")
    assert update(here, files, ALL)[0] == files
    assert [found.path for found in check(here, files, ALL) if "theme" in found.path] == [path]


def test_a_translation_without_context_moves_to_the_texts_that_it_serves() -> None:
    bare = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n# mine\nmsgid "\xe5\x9b\xad\xe6\x9e\x97"\nmsgstr "Gardens"\n'
    after = update(site("园林"), {EN: bare}, IN_HOUSE)[0][EN].decode()
    assert '# mine\n#: content/terms.yaml\nmsgctxt "topic.title"\nmsgid "园林"\nmsgstr "Gardens"\n' in after
    assert "#~" not in after


def test_a_doubtful_translation_stays_doubtful_while_it_is_put_aside() -> None:
    both, one = site("园林", "运河"), site("园林")
    files, _ = update(both, {}, IN_HOUSE)
    doubtful = (
        filled(files[EN], 运河="Canal").decode().replace('msgctxt "topic.title"\nmsgid "运', '#, fuzzy\nmsgctxt "topic.title"\nmsgid "运')
    )
    files, _ = update(one, {**files, EN: doubtful.encode()}, IN_HOUSE)
    assert '#, fuzzy\n#~ msgctxt "topic.title"\n#~ msgid "运河"\n#~ msgstr "Canal"\n' in files[EN].decode()
    assert update(both, files, IN_HOUSE)[0][EN].decode() == doubtful


def test_what_was_never_translated_is_not_kept() -> None:
    files, _ = update(site("园林", "运河"), {}, IN_HOUSE)
    assert b"#~" not in update(site("园林"), files, IN_HOUSE)[0][EN]


def test_remarks_and_marks_of_translators_keep_their_form() -> None:
    files, _ = update(site("园林"), {}, IN_HOUSE)
    words = "a remark that is longer than the seventy-nine columns at which others break the lines of remarks, anew each time"
    entry = 'msgctxt "topic.title"\nmsgid "园林"\nmsgstr "Gardens"'
    mine = f'# {words}\n#\n#   - indented\n#: content/terms.yaml\n#, fuzzy, max-length:30\n#| msgid "园"\n{entry}'
    text = files[EN].decode().replace('#: content/terms.yaml\nmsgctxt "topic.title"\nmsgid "园林"\nmsgstr ""', mine)
    assert update(site("园林"), {**files, EN: text.encode()}, IN_HOUSE)[0][EN].decode() == text


def test_a_torn_entry_that_was_put_aside_is_not_lost() -> None:
    files, _ = update(site("园林"), {}, IN_HOUSE)
    after, problems = update(site("园林"), {**files, EN: files[EN] + b'\n#~ msgid "a"\n#~ msgstr "b\n'}, IN_HOUSE)
    assert EN not in after
    assert [(found.code, found.path) for found in problems] == [("catalog-unterminated", EN)]


def test_the_header_of_a_new_catalog_is_whole() -> None:
    text = update(site(title=fixed(zh="聊城外事", en="Liaocheng"), languages={**LANGUAGES, "de": GERMAN}), {}, IN_HOUSE)[0]
    assert text["translations/de_DE/LC_MESSAGES/messages.po"].decode().split("\n\n")[0].split("\n") == [
        "# Deutsch (de_DE). Write each translation into msgstr; leave msgid as it is.",
        'msgid ""',
        'msgstr ""',
        '"Project-Id-Version: 聊城外事\\n"',
        '"POT-Creation-Date: 2000-01-01 00:00+0000\\n"',
        '"PO-Revision-Date: 2000-01-01 00:00+0000\\n"',
        '"Last-Translator: \\n"',
        '"Language-Team: Deutsch\\n"',
        '"Language: de_DE\\n"',
        '"MIME-Version: 1.0\\n"',
        '"Content-Type: text/plain; charset=UTF-8\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"',
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"',
    ]


def test_template_with_a_wrong_tag_is_a_problem() -> None:
    _, problems = extract(site(templates={"a.html": "ok\n{% if %}", "b.html": '{{ _("好") }}'}), {}, IN_HOUSE)
    assert [(found.code, found.path, found.line) for found in problems] == [("template-syntax", "templates/a.html", 2)]


def test_trans_blocks_are_read_as_they_are_rendered() -> None:
    block = "{% trans num=n %}\n  {{ num }}\n  篇\n{% pluralize %}\n  {{ num }}\n  篇\n{% endtrans %}"
    source_text = block + "{{ ngettext('%(num)s 人', '%(num)s 人', 2) }}"
    text = extract(site(templates={"a.html": source_text}), {}, IN_HOUSE)[0]["translations/theme.pot"].decode()
    assert 'msgid "%(num)s 篇"\nmsgid_plural "%(num)s 篇"' in text
    assert 'msgid "%(num)s 人"\nmsgid_plural "%(num)s 人"' in text


def codes(data: bytes | None, *titles: str) -> list[str]:
    existing = {} if data is None else {EN: data}
    return [found.code for found in check(site(*titles), existing, IN_HOUSE) if found.path == EN]


def test_check_names_what_a_translator_should_look_at() -> None:
    files, _ = update(site("园林", "运河"), {}, IN_HOUSE)
    done = filled(files[EN], 园林="Gardens", 运河="Canals", 保克什="Paks")
    assert codes(done, "园林", "运河") == []
    assert codes(None, "园林") == ["catalog-missing"]
    assert codes(files[EN], "园林", "运河") == ["catalog-untranslated"] * 3
    assert codes(done, "园林") == ["catalog-unused"]
    assert codes(done, "园林", "运河", "茶") == ["catalog-outdated"]
    assert codes(done.replace(b'"Canals"', b'" Canals"'), "园林", "运河") == ["catalog-space"]
    assert codes(done.replace(b'"Canals"', b'"<b>Canals"'), "园林", "运河") == ["catalog-tag-extra"]
    assert codes(done.replace(b"nplurals=2; plural=(n != 1)", b"nplurals=1; plural=0"), "园林", "运河") == ["catalog-plural-foreign"]


def test_check_takes_a_catalog_without_contexts() -> None:
    bare = (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "园林"\nmsgstr "Gardens"\n\nmsgid "保克什"\nmsgstr "Paks"\n'
    )
    assert codes(bare.encode(), "园林") == []


def test_a_language_that_the_package_does_not_speak_gets_the_whole_theme() -> None:
    german = Language("de", "de", "de_DE", "Deutsch", "de_DE", "latin")
    files, _ = update(site(languages={**LANGUAGES, "de": german}, templates=PAGE), {}, Packaged(PAGE, ("zh", "en", "ko", "ja"), {}))
    assert [path for path in files if "theme" in path] == ["translations/theme.pot", "translations/de_DE/LC_MESSAGES/theme.po"]
    assert 'msgid "首页"' in files["translations/de_DE/LC_MESSAGES/theme.po"].decode()


TITLES = st.lists(st.sampled_from(["园林", "运河", "大运河", "古运河", "茶", "水上人家", "水上的人家"]), unique=True, max_size=6)


@settings(deadline=None)
@given(
    st.lists(st.tuples(TITLES, st.dictionaries(st.sampled_from(["运河", "大运河", "茶", "水上人家"]), st.sampled_from("xyz"))), max_size=5)
)
def test_whatever_comes_and_goes_no_translation_is_lost_or_made(steps: list[tuple[list[str], dict[str, str]]]) -> None:
    files: dict[str, bytes] = {}
    written: dict[str, str] = {}
    for titles, words in steps:
        files, problems = update(site(*titles), files, IN_HOUSE)
        assert problems == []
        assert update(site(*titles), files, IN_HOUSE)[0] == files
        new = {title: word for title, word in words.items() if title in titles and title not in written}
        files[EN] = filled(files[EN], **new)
        written |= new
        messages, _ = scan(files[EN], obsolete=True)
        assert {
            message.id: message.strings[0] for message in messages if message.context == "topic.title" and any(message.strings)
        } == written
