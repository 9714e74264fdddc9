"""Bytes as writers' machines save them."""

from __future__ import annotations

import unicodedata

import pytest

from changlai.read.encodings import guess
from changlai.read.text import decode

SPEECH = {
    "zh": "---\ntitle: 昌莱园\n---\n\n八月的一天，我们在聊城见到了来自布莱克城的客人。他说，这座园林是两座城市共同的作品，也是友谊的见证。",
    "zh-hant": "---\ntitle: 昌萊園\n---\n\n八月的一天，我們在聊城見到了來自布萊克城的客人。他說，這座園林是兩座城市共同的作品。",
    "ja": "---\ntitle: 昌莱園\n---\n\n八月のある日、聊城で客人に会いました。この庭園は二つの都市が共に作ったものです。",
    "ko": "---\ntitle: 창라이위안\n---\n\n8월의 어느 날, 랴오청에서 손님을 만났습니다. 이 정원은 두 도시가 함께 만든 작품입니다.",
    "en": "---\ntitle: Chang Lai Yuan\n---\n\nThe garden – “a work of two cities” – stands in Blacktown’s park.",
}
ENCODINGS = [
    ("zh", "gbk", "GBK (GB18030)"),
    ("zh", "gb18030", "GBK (GB18030)"),
    ("zh-hant", "big5", "Big5"),
    ("ja", "shift_jis", "Shift_JIS"),
    ("ja", "euc_jp", "EUC-JP"),
    ("ko", "euc_kr", "EUC-KR"),
    ("ko", "cp949", "EUC-KR"),
    ("en", "cp1252", "Windows-1252"),
    *((lang, codec, codec.upper()[:6]) for lang in SPEECH for codec in ("utf-16", "utf-32")),
    *((lang, codec, codec.upper()[:6]) for lang in SPEECH for codec in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")),
]


@pytest.mark.parametrize(("lang", "codec", "name"), ENCODINGS)
@pytest.mark.parametrize("told", [True, False])
def test_a_wrong_encoding_is_named_and_read_on(lang: str, codec: str, name: str, told: bool) -> None:
    text, problems = decode(SPEECH[lang].encode(codec), "f", lang if told else "")
    assert [(found.code, dict(found.params)["encoding"]) for found in problems] == [("wrong-encoding", name)]
    assert text == SPEECH[lang]


@pytest.mark.parametrize("lang", ["zh", "ja", "ko"])
def test_one_short_title_is_judged_by_the_language_of_the_file(lang: str) -> None:
    title = {"zh": "title: 昌莱园", "ja": "title: 聊城の庭", "ko": "title: 랴오청"}[lang]
    codec = {"zh": "gbk", "ja": "shift_jis", "ko": "euc_kr"}[lang]
    assert decode(title.encode(codec), "f", lang)[0] == title


@pytest.mark.parametrize("data", ["标题".encode(), b"\xef\xbb\xbf" + "标题".encode(), unicodedata.normalize("NFC", "é가").encode()])
def test_utf8_is_read_in_silence_with_or_without_a_mark(data: bytes) -> None:
    assert decode(data, "f") == (data.decode("utf-8-sig"), [])


@pytest.mark.parametrize("written", ["a\nb\n", "a\r\nb\r\n", "a\rb\r", "a\r\nb\r"])
def test_line_ends_are_one(written: str) -> None:
    assert decode(written.encode(), "f") == ("a\nb\n", [])


def test_text_is_composed() -> None:
    assert decode(unicodedata.normalize("NFD", "랴오청 Székesfehérvár が").encode(), "f")[0] == "랴오청 Székesfehérvár が"


CHARACTERS = [
    ("一\n二\0三", "control-character", 2, 2, "U+0000", "一\n二 三"),
    ("a\vb", "control-character", 1, 2, "U+000B", "a b"),
    ("a\u0085b", "control-character", 1, 2, "U+0085", "a b"),
    ("a\u2028b\u2028", "control-character", 1, 2, "U+2028", "a b "),
    ("\x1b[31m", "control-character", 1, 1, "U+001B", " [31m"),
    ("a\n\u202etxt.exe", "bidi-character", 2, 1, "U+202E", "a\ntxt.exe"),
    ("a\u2066b", "bidi-character", 1, 2, "U+2066", "ab"),
    ("聊\ufffd城", "lost-character", 1, 2, "U+FFFD", "聊\ufffd城"),
    ("\ue000", "private-character", 1, 1, "U+E000", "\ue000"),
    ("\U000f0001", "private-character", 1, 1, "U+F0001", "\U000f0001"),
    ("a\n<<<<<<< HEAD\nb", "merge-conflict", 2, 1, "U+003C", "a\n<<<<<<< HEAD\nb"),
]


@pytest.mark.parametrize(("written", "code", "line", "column", "name", "text"), CHARACTERS)
def test_what_nobody_sees_is_reported_at_its_place(written: str, code: str, line: int, column: int, name: str, text: str) -> None:
    read, problems = decode(written.encode(), "f")
    assert [(found.code, found.line, found.column, dict(found.params)["character"]) for found in problems] == [(code, line, column, name)]
    assert read == text


@pytest.mark.parametrize("text", ["　　段落", "a\u00a0b", "👩‍👩‍👧", "Vavaʻu", "مرحبا\u200e", "𠮷野家", "क्षि", "\t- a"])
def test_honest_text_is_left_alone(text: str) -> None:
    assert decode(text.encode(), "f") == (text, [])


def test_a_mark_inside_of_the_text_is_dropped() -> None:
    assert decode("a\ufeffb".encode(), "f") == ("ab", [])


@pytest.mark.parametrize("count", [1, 3])
def test_one_report_counts_all_of_a_kind(count: int) -> None:
    [found] = decode(("a\x07" * count).encode(), "f")[1]
    assert dict(found.params)["count"] == str(count)


def test_a_torn_character_is_found_at_its_place() -> None:
    data = SPEECH["zh"].encode()
    at = data.index("聊".encode())
    _, problems = decode(data[: at + 1] + data[at + 2 :], "f", "zh")
    assert [(found.code, found.line, found.column) for found in problems] == [("torn-utf8", 5, SPEECH["zh"].split("\n")[4].index("聊") + 1)]


def test_a_word_document_is_no_text() -> None:
    assert [found.code for found in decode(b"PK\x03\x04\x14\x00\x06\x00\x08\x00" + bytes(range(128, 256)) * 40, "f")[1]] == ["not-text"]


@pytest.mark.parametrize("data", [b"", b"\xff", b"\xfe\xff", b"\xff\xfe\x00", b"\x80\x81", b"\x00"])
def test_scraps_are_judged_without_a_fault(data: bytes) -> None:
    decode(data, "f")
    guess(data)
