"""The strict reader: every fault at its line and column, and nothing lost without a word."""

from __future__ import annotations

import time

import pytest

from changlai.pofile import scan
from changlai.translate.po import parse_po

HEADER = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: en\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)
BELOW = HEADER.count("\n")  # lines of the header
THEME, SITE = "translations/en/LC_MESSAGES/theme.po", "translations/en/LC_MESSAGES/messages.po"


def read(body: str | bytes, path: str = THEME, header: str = HEADER):
    data = body if isinstance(body, bytes) else (header + body).encode()
    catalog, problems = parse_po(data, path, "en", "en_GB")
    return catalog, [(found.code, found.line, found.column) for found in problems]


def test_whole_catalog_is_read() -> None:
    catalog, problems = read(
        '# by hand\n#. note\n#: a.html\nmsgctxt "menu"\nmsgid "首页"\nmsgstr "Home"\n\n'
        'msgid ""\n"两行\\n"\n"\\"引\\"\\\\"\nmsgstr ""\n"two\\n"\n"\\"q\\"\\\\"\n'
        'msgid "%(num)s篇"\nmsgid_plural "%(num)s篇"\nmsgstr[1] "%(num)s stories"\nmsgstr[0] "one story"\n'
        'msgid "later"\nmsgstr ""\n#~ msgid "old"\n#~ msgstr "alt"\n'
    )
    assert problems == []
    assert catalog.texts == {
        ("menu", "首页"): ("Home",),
        ("", '两行\n"引"\\'): ('two\n"q"\\',),
        ("", "%(num)s篇"): ("one story", "%(num)s stories"),
    }
    assert (catalog.lang, catalog.locale, catalog.plural) == ("en", "en_GB", "nplurals=2; plural=(n != 1);")


FAULTS = [
    # what stands below the header, and the faults: code, line below the header, column
    ('msgid "a"\nmsgid "b"\nmsgstr "x"\n', [("catalog-torn", 1, 1)]),
    ('msgstr "x"\n', [("catalog-torn", 1, 1)]),
    ('msgid "a"\n', [("catalog-torn", 1, 1)]),
    ('msgctxt "c"\nmsgctxt "d"\nmsgid "a"\nmsgstr "x"\n', [("catalog-torn", 1, 1)]),
    ('msgid "a"\nmsgid_plural "as"\nmsgstr "x"\n', [("catalog-torn", 1, 1)]),
    ('msgid "a"\nmsgid_plural "as"\nmsgstr[0] "x"\nmsgstr[2] "y"\n', [("catalog-torn", 1, 1)]),
    ('msgid "a"\nmsgstr "x"\nmsgstr "y"\n', [("catalog-twice", 3, 1)]),
    ('msgid "a"\nmsgstr "x\n', [("catalog-unterminated", 2, 8)]),
    ('msgid "a"\nmsgstr "x\ny"\n', [("catalog-unterminated", 2, 8)]),
    ('msgid "a"\nmsgstr "he said "hi""\n', [("catalog-quote-inside", 2, 17)]),
    ("msgid “a”\nmsgstr “x”\n", [("catalog-quotes", 1, 7)]),
    ('msgid "a"\nmsgstr “x”\n', [("catalog-quotes", 2, 8)]),
    ('msgid "a"\nmsgstr "C:\\dir"\n', [("catalog-escape", 2, 11)]),
    ('msgid "a"\nmsgstr "x\x07"\n', [("catalog-control", 2, 10)]),
    ('  note without a sign\nmsgid "a"\nmsgstr "x"\n', [("catalog-line", 1, 3)]),
    ('msgid "a"\nmsgstr "x"\n// note\n', [("catalog-line", 3, 1)]),
    ('msgid "a"\nmsgstr "x"\n\nmsgid "a"\nmsgstr "y"\n', [("catalog-duplicate", 4, 1)]),
    (
        '<<<<<<< HEAD\nmsgid "a"\nmsgstr "x"\n=======\nmsgid "a"\nmsgstr "y"\n>>>>>>> other\nmsgid "b"\nmsgstr "z"\n',
        [("catalog-conflict", 1, 1)],
    ),
    ('msgid "a"\n<<<<<<< HEAD\nmsgstr "x"\n||||||| base\nmsgstr "o"\n=======\nmsgstr "y"\n>>>>>>> b\n', [("catalog-conflict", 2, 1)]),
    ('#, fuzzy\nmsgid "a"\nmsgstr "x"\n', [("catalog-fuzzy", 2, 1)]),
    ('#, fuzzy, python-format\nmsgid "a"\nmsgstr "x"\n', [("catalog-fuzzy", 2, 1)]),
    ('#, fuzzy\nmsgid "a"\nmsgstr ""\n', []),
    ('#, fuzzy\n#~ msgid "a"\n#~ msgstr "x"\n\nmsgid "b"\nmsgstr "y"\n', []),
    ('msgid "a"\nmsgid_plural "as"\nmsgstr[0] "x"\n', [("catalog-plural-count", 3, 1)]),
    ('msgid "a"\nmsgid_plural "as"\nmsgstr[0] ""\n', []),
    ('msgid "a"\nmsgid_plural "as"\nmsgstr[0] "x"\nmsgstr[1] ""\n', [("catalog-plural-empty", 4, 1)]),
    ('msgid "a\\n"\nmsgstr "x"\n', [("catalog-newline-end", 2, 9)]),
    ('msgid "a"\nmsgstr "\\nx"\n', [("catalog-newline-start", 2, 9)]),
    # placeholders
    ('msgid "%(name)s"\nmsgstr "x"\n', [("catalog-placeholder-lost", 2, 9)]),
    ('msgid "%(name)s"\nmsgstr "%（name）s"\n', [("catalog-placeholder-lost", 2, 9)]),
    ('msgid "%(name)s"\nmsgstr "%(nom)s"\n', [("catalog-placeholder-extra", 2, 9), ("catalog-placeholder-lost", 2, 9)]),
    ('msgid "%(name)s"\nmsgstr "%(name)s, %(name)s"\n', []),
    ('msgid "a"\nmsgstr ""\n"a \\"b\\"\\n"\n  "c %(no)s"\n', [("catalog-placeholder-extra", 4, 6)]),
    ('msgid "%s of %s"\nmsgstr "%s"\n', [("catalog-placeholder-lost", 2, 9)]),
    ('msgid "{count} left"\nmsgstr "left"\n', [("catalog-placeholder-lost", 2, 9)]),
    ('msgid "半"\nmsgstr "50%"\n', [("catalog-percent", 2, 11)]),
    ('msgid "半"\nmsgstr "100% sure"\n', [("catalog-percent", 2, 12)]),
    ('msgid "50%%"\nmsgstr "half %%"\n', []),
    ('msgid "100% sure"\nmsgstr "100% sicher"\n', []),  # the original is no format string either
    ('msgid "%(num)s %(a)s"\nmsgid_plural "%(num)s %(a)s"\nmsgstr[0] "%(a)s"\nmsgstr[1] "%(num)s %(a)s"\n', []),
    (
        'msgid "%(num)s %(a)s"\nmsgid_plural "%(num)s %(a)s"\nmsgstr[0] "x"\nmsgstr[1] "%(num)s %(a)s"\n',
        [("catalog-placeholder-lost", 3, 12)],
    ),
    ('msgid "%(num)s"\nmsgid_plural "%(num)s"\nmsgstr[0] "%(num)s"\nmsgstr[1] "many"\n', [("catalog-placeholder-lost", 4, 12)]),
]


@pytest.mark.parametrize(("body", "expected"), FAULTS)
def test_fault_has_its_place(body: str, expected: list[tuple[str, int, int]]) -> None:
    assert read(body)[1] == [(code, line + BELOW, column) for code, line, column in expected]


HEADERS = [
    ("", "catalog-header"),
    ('msgid "a"\nmsgstr "b"\n', "catalog-header"),
    ('#, fuzzy\nmsgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n', "catalog-header-fuzzy"),
    ('msgid ""\nmsgstr "Content-Type: text/plain; charset=GBK\\n"\n', "catalog-charset"),
    ('msgid ""\nmsgstr "Language: en\\n"\n', "catalog-charset"),
    ('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: ko\\n"\n', "catalog-language"),
    (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=n==1 ? 0 : 2;\\n"\n',
        "catalog-plural-rule",
    ),
    (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=__import__(1);\\n"\n',
        "catalog-plural-rule",
    ),
    (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\n',
        "catalog-plural-missing",
    ),
]


@pytest.mark.parametrize(("text", "code"), HEADERS)
def test_header(text: str, code: str) -> None:
    assert [found[0] for found in read(text.encode())[1]] == [code]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ((HEADER + 'msgid "首页"\nmsgstr "主页"\n').encode("gbk"), ("catalog-encoding", BELOW + 1, 8)),
        (HEADER.encode("utf-16"), ("catalog-encoding", 1, 1)),
    ],
)
def test_wrong_encoding_is_one_problem(data: bytes, place: tuple[str, int, int]) -> None:
    catalog, problems = read(data)
    assert problems == [place]
    assert catalog.texts == {}


def test_windows_bom_and_line_ends() -> None:
    data = b"\xef\xbb\xbf" + (HEADER + 'msgid "a"\nmsgstr "b"\n').replace("\n", "\r\n").encode()
    catalog, problems = read(data)
    assert problems == [("catalog-bom", 1, 1)]
    assert catalog.texts == {("", "a"): ("b",)}


def test_texts_of_the_site_are_no_format_strings() -> None:
    body = 'msgid "折扣50%"\nmsgstr "50% off %s"\n'
    assert read(body, SITE) == (read(body, SITE)[0], [])
    assert read(body, SITE)[0].texts == {("", "折扣50%"): ("50% off %s",)}


def test_what_is_wrong_is_not_used() -> None:
    catalog, _ = read('#, fuzzy\nmsgid "a"\nmsgstr "x"\nmsgid "%(n)s"\nmsgstr "y"\nmsgid "c"\nmsgstr "z"\n')
    assert set(catalog.texts) == {("", "c")}


def test_digest_follows_what_is_used() -> None:
    first = read('msgid "a"\nmsgstr "x"\nmsgid "b"\nmsgstr "y"\n')[0].digest
    assert first == read('# comment\nmsgid "b"\nmsgstr "y"\n\nmsgid "a"\nmsgstr ""\n"x"\n#~ msgid "c"\n#~ msgstr "z"\n')[0].digest
    assert first != read('msgid "a"\nmsgstr "x"\nmsgid "b"\nmsgstr "z"\n')[0].digest
    assert first != read('msgctxt "c"\nmsgid "a"\nmsgstr "x"\nmsgid "b"\nmsgstr "y"\n')[0].digest


def test_every_fault_has_words() -> None:
    for body, _ in FAULTS:
        for found in parse_po((HEADER + body).encode(), THEME, "en", "en")[1]:
            assert found.message(str)
            assert found.hint(str)


OBSOLETE = 'msgid "a"\nmsgstr "b"\n\n# note\n#, fuzzy\n#~| msgid "o"\n#~ msgctxt "c"\n#~ msgid "old"\n#~ msgstr "alt"\n#~ "er"\n'


def test_obsolete_entries_are_read_where_they_are_asked_for() -> None:
    data = (HEADER + OBSOLETE).encode()
    assert [message.id for message in scan(data)[0]] == ["", "a"]
    messages, faults = scan(data, obsolete=True)
    assert faults == []
    assert messages[:2] == scan(data)[0]
    old = messages[2]
    assert (old.obsolete, old.context, old.id, old.strings, old.fuzzy) == (True, "c", "old", ("alter",), True)
    assert old.comments == ("# note", "#, fuzzy", '#~| msgid "o"')
    assert [old.where(0, index) for index in (0, 3, 5)] == [(BELOW + 9, 12), (BELOW + 10, 5), (BELOW + 10, 7)]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ('#~ msgid "a\n#~ msgstr "b"\n', ("catalog-unterminated", 1, 10)),
        ('#~ msgid "a"\n', ("catalog-torn", 1, 1)),
        ('msgid "a"\n#~ msgstr "b"\n', ("catalog-torn", 1, 1)),
    ],
)
def test_torn_obsolete_entry_has_its_place(body: str, place: tuple[str, int, int]) -> None:
    found = parse_po((HEADER + body).encode(), THEME, "en", "en", obsolete=True)[1]
    code, line, column = place
    assert (found[0].code, found[0].line, found[0].column) == (code, line + BELOW, column)


def test_quick_enough_for_every_start() -> None:
    body = "".join(
        f'#: a.py\nmsgid "A text of usual length, with %(name)s, number {n}"\nmsgstr "译文%(name)s，{n}"\n\n' for n in range(400)
    )
    begun = time.perf_counter()
    catalog, problems = read(body)
    assert time.perf_counter() - begun < 0.5  # about 0.02 on a quiet machine
    assert (len(catalog.texts), problems) == (400, [])
