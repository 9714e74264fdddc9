"""Packets in each of their forms, written and read back; and what nobody should send."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po
from lxml import etree

from changlai.model import Answer, Language, Packet, Piece, Place, Request
from changlai.translate import packets
from changlai.translate.packets.words import FIELDS, GUIDE, KINDS, LABELS
from tests.test_theme import template
from tests.translate.conftest import LANGUAGES

SITE = [*LANGUAGES.values(), Language("pt", "pt-BR", "pt_BR", "Português", "pt_BR", "latin")]
HARD = 'a "b" \\ <i>&amp; ]]> {city:paks}\n\tzweite Zeile\n\n| 甲 | 乙 |'
NAMESPACE = {"x": "urn:oasis:names:tc:xliff:document:2.0"}


def request(number: int, kind: str = "changed", **fields: object) -> Request:
    given = {"source": f"原文{number}", "target": f"번역 {number}", **fields}
    name = f"stories:a-garden:block:{number:016x}.{number:016x}:{number:08x}"
    return Request(name, "stories/a-garden", "一座园", Place("content/stories/a-garden/index.zh.md", number), kind, "", **given)  # type: ignore[arg-type]


REQUESTS = (
    request(1, old="旧的\n原文", before="上\n文", after="下文", heading="章节", terms=(("昌莱园", "창라이위안"),)),
    request(2, "new", target=""),
    request(3, "removed"),
    request(4, "moved", source=HARD, target=HARD),
    request(5, "same"),
    request(6, "unverified")._replace(name="title"),
)
PACKET = Packet(LANGUAGES["zh"], LANGUAGES["ko"], "示例站\n二", "2026-01-15", REQUESTS)


def said(text: str) -> str:
    return text


def read(data: bytes, path: str = "ko.po") -> tuple[str, list[Answer], list[str]]:
    lang, answers, problems = packets.read(data, path, SITE)
    return lang, answers, [found.code for found in problems]


def written(form: str) -> bytes:
    return packets.write_po(PACKET, said) if form == "po" else packets.write_xliff(PACKET, said)


@pytest.mark.parametrize("form", ["po", "xliff"])
def test_what_was_not_touched_comes_back_as_it_was(form: str) -> None:
    lang, answers, problems = read(written(form))
    assert (lang, problems) == ("ko", [])
    assert [answer.id for answer in answers] == [request.id for request in REQUESTS]
    assert [answer.text for answer in answers] == [request.target for request in REQUESTS]
    assert [answer.done for answer in answers] == [False, False, False, False, True, False]
    assert written(form) == written(form)


@pytest.mark.parametrize("form", ["po", "xliff"])
def test_each_answer_knows_its_line(form: str) -> None:
    data = written(form)
    lines = data.decode().split("\n")
    for answer, wanted in zip(read(data)[1], REQUESTS, strict=True):
        if wanted.target and "\n" not in wanted.target:
            assert wanted.target in lines[answer.place.line - 1]


def test_gettext_finds_nothing_to_say(tmp_path: Path) -> None:
    path = tmp_path / "ko.po"
    path.write_bytes(packets.write_po(PACKET, said))
    for command in (["msgfmt", "-c", "-o", "/dev/null", str(path)], ["msgcat", "--no-wrap", "-o", str(tmp_path / "again.po"), str(path)]):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
    assert [answer[:3] for answer in read((tmp_path / "again.po").read_bytes())[1]] == [answer[:3] for answer in read(path.read_bytes())[1]]


def test_a_po_file_says_what_editors_know_how_to_show() -> None:
    catalog = read_po(BytesIO(packets.write_po(PACKET, said)), locale="ko_KR")
    assert str(catalog.locale) == "ko_KR"
    assert catalog.num_plurals == 1
    first = catalog.get("原文1", REQUESTS[0].id)
    assert first is not None
    assert (first.string, first.fuzzy) == ("번역 1", True)
    assert '#| msgid ""\n#| "旧的\\n"\n#| "原文"\nmsgctxt' in packets.write_po(PACKET, said).decode()
    assert any("昌莱园 → 창라이위안" in comment for comment in first.auto_comments)
    assert first.locations == [("content/stories/a-garden/index.zh.md", 1)]
    assert [catalog.get(each.source, each.id).fuzzy for each in REQUESTS] == [True, False, True, True, False, True]  # type: ignore[union-attr]


def test_another_program_fills_in_the_po_file() -> None:
    catalog = read_po(BytesIO(packets.write_po(PACKET, said)), locale="ko_KR")
    for message in catalog:
        if message.id:
            message.string, message.flags = f"새 {message.id}\n\n끝\\n", {"no-wrap"}
    data = BytesIO()
    write_po(data, catalog, width=20)
    lang, answers, problems = read(data.getvalue())
    assert (lang, problems) == ("ko", [])
    assert {answer.id: (answer.text, answer.done) for answer in answers} == {
        each.id: (f"새 {each.source}\n\n끝\\n", True) for each in REQUESTS
    }


def filled(**states: str) -> bytes:
    """The XLIFF with every target written anew, as a program does it that knows XML and nothing of us."""
    tree = etree.fromstring(written("xliff"))
    for segment in tree.iterfind(".//x:segment", NAMESPACE):
        target = segment.find("x:target", NAMESPACE)
        if target is None:
            target = etree.SubElement(segment, f"{{{NAMESPACE['x']}}}target")
        target.text = "새 번역"
        if states:
            segment.set("state", states["state"])
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-16" if states.get("state") == "final" else "UTF-8")


@pytest.mark.parametrize(("state", "done"), [("initial", False), ("translated", True), ("reviewed", True), ("final", True)])
def test_the_states_of_xliff_are_honoured(state: str, done: bool) -> None:
    data = filled(state=state)
    if state == "final":
        data = data.decode("utf-16").replace("UTF-16", "UTF-8").encode()
    lang, answers, problems = read(data)
    assert (lang, problems) == ("ko", [])
    assert {(answer.text, answer.done) for answer in answers} == {("새 번역", done)}


def test_a_tool_without_states_may_translate_what_had_no_translation() -> None:
    assert [answer.done for answer in read(filled())[1]] == [False, True, False, False, True, False]


def test_xliff_is_what_its_specification_asks_for() -> None:
    """Ids are NMTOKENs and unique in their file, spaces are kept, notes come before segments."""
    tree = etree.fromstring(written("xliff"))
    assert (tree.get("version"), tree.get("srcLang"), tree.get("trgLang")) == ("2.1", "zh-Hans", "ko")
    for file in tree.iterfind("x:file", NAMESPACE):
        ids = [unit.get("id") for unit in file.iterfind("x:unit", NAMESPACE)]
        assert len(ids) == len(set(ids))
        assert all(re.fullmatch(r"[\w:.-]+", name, re.ASCII) for name in ids if name)
    for unit in tree.iterfind(".//x:unit", NAMESPACE):
        assert unit.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
        assert [etree.QName(child).localname for child in unit] == ["notes", "segment"]


def test_what_tools_do_to_xliff_is_read() -> None:
    body = (
        '<unit id="stories:a:block:1:0"><mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><mtc:match ref="#1">'
        "<source>误</source><target>오해</target></mtc:match></mtc:matches>"
        '<segment state="final"><source>一。</source><target>하나<cp hex="0021"/> </target></segment>'
        "<ignorable><source> </source></ignorable>"
        '<segment state="translated"><source>二</source>'
        '<target>둘<mrk id="m1" type="term">셋</mrk><pc id="1">넷</pc></target></segment></unit>'
    )
    data = f'<xliff xmlns="{NAMESPACE["x"]}" version="2.0" srcLang="zh" trgLang="ko-KR"><file id="f">{body}</file></xliff>'
    assert [answer[:3] for answer in read(data.encode())[1]] == [("stories:a:block:1:0", "하나!  둘셋넷", True)]


def test_xliff_is_known_by_its_namespace_and_in_any_encoding_of_xml() -> None:
    text = written("xliff").decode()
    renamed = re.sub(r"<(/?)(?=[a-z])", r"<\1ns0:", text).replace("xmlns=", "xmlns:ns0=")
    assert "<ns0:xliff xmlns:ns0=" in renamed
    for data in (renamed.encode(), text.replace("UTF-8", "UTF-16").encode("utf-16")):
        assert [answer.text for answer in read(data)[1]] == [answer.text for answer in read(text.encode())[1]]


@pytest.mark.parametrize("form", ["po", "xliff"])
def test_letters_that_came_back_in_parts_are_put_together(form: str) -> None:
    data = unicodedata.normalize("NFD", written(form).decode().replace(REQUESTS[0].target, "다리")).encode()
    assert "다리" not in data.decode()
    assert "다리" in [answer.text for answer in read(data)[1]]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "packet-unknown"),
        (b"\x89PNG\r\n\x1a\n\0\0", "packet-unknown"),
        (b"PK\x03\x04word/document.xml", "packet-unknown"),
        (b"<html><body>msgid</body></html>", "packet-unknown"),
        (b"{}", "packet-unknown"),
        (b'{"answers": [{"id": 1, "text": "", "done": true}], "lang": "ko"}', "packet-unknown"),
        (b'{"answers": ' + b"[" * 100_000, "packet-unknown"),
        (b"<form data-packet='1' data-lang='ko'>\xff\xfe", "packet-unknown"),
        (b'<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file/></xliff>', "packet-version"),
        (b"<xliff><file></xliff>", "packet-xml"),
        (b'<!DOCTYPE xliff [<!ENTITY x SYSTEM "file:///etc/passwd">]><xliff version="2.1">&x;</xliff>', "packet-doctype"),
        (b'<?xml version="1.0"?><!DOCTYPE xliff SYSTEM "http://example.org/x.dtd"><xliff version="2.1"/>', "packet-doctype"),
        (b"<!DOCTYPE l [<!ENTITY a 'x'><!ENTITY b '&a;&a;&a;'>]><xliff version='2.1'>&b;</xliff>", "packet-doctype"),
        (written("po").replace(b"Language: ko_KR", b"Language: tlh"), "packet-language"),
        (written("po").replace(b'msgstr "', b"msgstr \xe2\x80\x9c", 3), "catalog-quotes"),
        (b" " * (packets.LARGEST + 1), "packet-large"),
    ],
)
def test_what_is_no_packet_is_refused_with_a_reason(data: bytes, code: str) -> None:
    lang, answers, problems = read(data)
    assert code in problems
    if code != "catalog-quotes":
        assert (lang, answers) == ("", [])


@pytest.mark.parametrize(
    "unit", ["<", "<!--", "<a ", '<input "', '<input a="', "<input a ", " ", '<textarea name="text-a">', "&#", "<textarea name='text-"]
)
def test_no_torn_form_is_read_twice(unit: str) -> None:
    """These would take hours if the time grew with the square of the length."""
    read(b"<form data-packet='1' data-lang='ko'><input" + unit.encode() * 400_000)


@pytest.mark.parametrize("number", ["zz", "", "110000", "99999999999999999999", "D800"])
def test_a_code_point_that_is_none_is_seen(number: str) -> None:
    body = f'<unit id="a:b:c"><segment state="final"><source>一</source><target>가<cp hex="{number}"/></target></segment></unit>'
    data = f'<xliff xmlns="{NAMESPACE["x"]}" version="2.1" srcLang="zh" trgLang="ko"><file id="f">{body}</file></xliff>'
    text = read(data.encode())[1][0].text
    assert text in ("가\ufffd", "가\ud800")


@pytest.mark.parametrize(
    ("named", "code"), [("ko_KR", "ko"), ("ko", "ko"), ("ko-Kore-KR", "ko"), ("zh_CN", "zh"), ("en_US", "en"), ("pt", "pt"), ("", "")]
)
def test_a_language_is_known_by_any_of_its_names(named: str, code: str) -> None:
    assert read(written("po").replace(b"Language: ko_KR", f"Language: {named}".encode()))[0] == code


def form(values: str) -> bytes:
    page = f"<!DOCTYPE html><html><form data-packet='1' data-lang='ko'>{values}</form></html>"
    return f"<!-- saved from url=(0014)about:internet -->\n{page}".encode()


CONTROLS = (
    '<textarea name="text-a:1">\n첫째 &lt;b&gt; &amp;amp;\n둘째\n</textarea><input type="checkbox" name="done-a:1" checked="">'
    '<textarea name="text-a:2">남음</textarea><input type="checkbox" name="done-a:2">'
    '<textarea name="text-a:3" readonly="">가는 것</textarea><input type="checkbox" name="gone-a:3" checked>'
    '<textarea name="text-a:4"></textarea><input type="checkbox" name="done-a:4" checked>'
)
FILLED = [
    ("a:1", "첫째 <b> &amp;\n둘째", True),
    ("a:2", "남음", False),
    ("a:3", packets.DELETE, True),
    ("a:4", "", False),
]


def test_a_form_is_read_however_it_was_saved() -> None:
    page = form(CONTROLS)
    mime = b'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
    mime += b"Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(page) + b"\r\n--b--\r\n"
    copied = json.dumps({"lang": "ko", "answers": [dict(zip(("id", "text", "done"), row, strict=True)) for row in FILLED]}).encode()
    for data in (page, b"\xef\xbb\xbf" + page, mime, copied):
        lang, answers, problems = read(data)
        assert (lang, problems) == ("ko", [])
        assert [answer[:3] for answer in answers] == FILLED


@pytest.mark.parametrize(
    "page",
    [
        CONTROLS.replace("<textarea ", '<textarea data-gramm_editor="false" data-1p-ignore wfd:id=id0 '),
        CONTROLS.replace("<input ", "<input @x=y data-a.b='1' "),
        CONTROLS.replace("textarea", "TEXTAREA").replace("<input", "<INPUT").replace("checked", "CHECKED"),
    ],
)
def test_what_browsers_and_their_extensions_write_into_a_form_is_passed_over(page: str) -> None:
    assert [answer[:3] for answer in read(form(page))[1]] == FILLED


def test_a_form_shows_what_changed_and_what_must_stay() -> None:
    view = packets.view(PACKET, said, lambda old, new: [Piece("removed", old), Piece("added", new)], "ko.html")
    parts = view["entries"][0]["requests"]
    assert parts[0]["pieces"] == [["removed", "旧的\n原文"], ["added", "原文1"]]
    assert parts[1]["pieces"] == []
    kept = PACKET._replace(requests=(request(1, source="见{city:paks}", keep=("{city:paks}", "(../x/)")),))
    assert packets.view(kept, said, lambda *_: [], "x")["entries"][0]["requests"][0]["keep"] == ["{city:paks}"]


@pytest.mark.parametrize("word", [*KINDS.values(), *FIELDS.values(), *LABELS.values(), GUIDE])
def test_the_words_of_packets_are_words_of_the_theme(word: str) -> None:
    assert word in template("theme"), "write it into templates/_words.html and run `messages update`"


DTD = """
<!ELEMENT tmx (header, body)> <!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header (note | prop | ude)*>
<!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED segtype (block | paragraph | sentence | phrase) #REQUIRED
  o-tmf CDATA #REQUIRED adminlang CDATA #REQUIRED srclang CDATA #REQUIRED datatype CDATA #REQUIRED o-encoding CDATA #IMPLIED
  creationdate CDATA #IMPLIED creationid CDATA #IMPLIED changedate CDATA #IMPLIED changeid CDATA #IMPLIED>
<!ELEMENT body (tu*)>
<!ELEMENT tu ((note | prop)*, tuv+)>
<!ATTLIST tu tuid CDATA #IMPLIED o-encoding CDATA #IMPLIED datatype CDATA #IMPLIED usagecount CDATA #IMPLIED lastusagedate CDATA #IMPLIED
  creationtool CDATA #IMPLIED creationtoolversion CDATA #IMPLIED creationdate CDATA #IMPLIED creationid CDATA #IMPLIED
  changedate CDATA #IMPLIED segtype (block | paragraph | sentence | phrase) #IMPLIED changeid CDATA #IMPLIED o-tmf CDATA #IMPLIED
  srclang CDATA #IMPLIED>
<!ELEMENT tuv ((note | prop)*, seg)>
<!ATTLIST tuv xml:lang CDATA #REQUIRED o-encoding CDATA #IMPLIED datatype CDATA #IMPLIED usagecount CDATA #IMPLIED
  lastusagedate CDATA #IMPLIED creationtool CDATA #IMPLIED creationtoolversion CDATA #IMPLIED creationdate CDATA #IMPLIED
  creationid CDATA #IMPLIED changedate CDATA #IMPLIED changeid CDATA #IMPLIED o-tmf CDATA #IMPLIED>
<!ELEMENT seg (#PCDATA)>
<!ELEMENT note (#PCDATA)> <!ATTLIST note o-encoding CDATA #IMPLIED xml:lang CDATA #IMPLIED>
<!ELEMENT prop (#PCDATA)> <!ATTLIST prop type CDATA #REQUIRED xml:lang CDATA #IMPLIED o-encoding CDATA #IMPLIED>
<!ELEMENT ude (map+)> <!ATTLIST ude name CDATA #REQUIRED base CDATA #IMPLIED>
<!ELEMENT map EMPTY> <!ATTLIST map unicode CDATA #REQUIRED code CDATA #IMPLIED ent CDATA #IMPLIED subst CDATA #IMPLIED>
"""  # what section 2 of the specification says of elements and attributes, save inline codes, of which we write none


def test_a_memory_is_what_its_specification_asks_for() -> None:
    found = [packets.Variants("stories/a&b", "zh-Hans", (("zh-Hans", "甲 <i>"), ("ko", "가 & 나")))]
    data = packets.write_tmx(found, "zh-Hans", '1"2')
    tree = etree.fromstring(data)
    assert etree.DTD(BytesIO(DTD.encode())).validate(tree)
    assert [seg.text for seg in tree.iterfind(".//seg")] == ["甲 <i>", "가 & 나"]
    assert b'<!DOCTYPE tmx SYSTEM "tmx14.dtd">' in data
