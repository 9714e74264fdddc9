"""Drawings: what draws stays, what acts or leads outside is refused at its place."""

from __future__ import annotations

import base64
from io import BytesIO

import pytest
from PIL import Image

from changlai.media import clean

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 20">\n'


def faults(body: str, head: str = HEAD) -> list[tuple[str, int, int]]:
    cleaned, problems = clean(f"{head}{body}</svg>".encode(), "a.svg")
    assert (cleaned is None) == any(found.severity == "error" for found in problems)
    assert all(found.message(str) and found.hint(str) for found in problems)
    return [(found.code, found.line, found.column) for found in problems]


def drawn(text: str) -> str:
    cleaned, problems = clean(text.encode(), "a.svg")
    assert problems == []
    assert cleaned is not None
    assert clean(cleaned.data, "a.svg")[0] == cleaned
    return cleaned.data.decode()


REFUSED = [
    ("<script>alert(1)</script>", "asset-svg-element"),
    ('<x:script xmlns:x="http://www.w3.org/2000/svg"/>', "asset-svg-element"),
    ('<x:script xmlns:x="http://www.w3.org/1999/xhtml"/>', "asset-svg-element"),
    ('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>', "asset-svg-element"),
    ('<iframe xmlns="http://www.w3.org/1999/xhtml" src="x"/>', "asset-svg-element"),
    ('<rect onclick="x()"/>', "asset-svg-event"),
    ('<rect OnLoad="x()"/>', "asset-svg-event"),
    ('<image href="https://example.org/a.png"/>', "asset-svg-outside"),
    ('<image xlink:href="//example.org/a.png"/>', "asset-svg-outside"),
    ('<image href="a.png"/>', "asset-svg-outside"),
    ('<use href="other.svg#a"/>', "asset-svg-outside"),
    ('<a href="javascript:alert(1)"><g/></a>', "asset-svg-outside"),
    ('<a href=" java&#10;script:alert(1)"><g/></a>', "asset-svg-outside"),
    ('<a href="https://example.org/"><g/></a>', "asset-svg-outside"),
    ('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>', "asset-svg-outside"),
    ('<image href="data:text/html,x"/>', "asset-svg-outside"),
    ('<use href="data:image/png;base64,AAAA"/>', "asset-svg-outside"),
    ('<image href="data:image/png;base64,AAAA"/>', "asset-svg-picture"),
    ('<rect fill="url(https://example.org/#a)"/>', "asset-svg-outside"),
    ("<rect style=\"fill:url( '//example.org/a' )\"/>", "asset-svg-outside"),
    ('<rect style="fill:u\\72l(//example.org)"/>', "asset-svg-outside"),
    ('<rect style="background:ur/**/l(//example.org)"/>', "asset-svg-outside"),
    ("<style>@import 'https://example.org/a.css';</style>", "asset-svg-outside"),
    ("<style>@im\\70ort '//example.org/a.css';</style>", "asset-svg-outside"),
    ("<style><![CDATA[g{fill:url(data:image/svg+xml,x)}]]></style>", "asset-svg-outside"),
    ("<style>@font-face{src:local(x)}</style>", "asset-svg-outside"),
    ('<style>g{background:image-set("//example.org/a" 1x)}</style>', "asset-svg-outside"),
    ('<a href="#a"><animate attributeName="href" values="javascript:x"/></a>', "asset-svg-element"),
    ('<a href="#a"><set attributeName="xlink:href" to="https://example.org"/></a>', "asset-svg-element"),
    ('<set attributeName="onclick" to="x"/>', "asset-svg-element"),
]


@pytest.mark.parametrize(("body", "code"), REFUSED)
def test_refused(body: str, code: str) -> None:
    assert code in [found[0] for found in faults(body)]


def test_every_place_is_named() -> None:
    assert faults('<g>\n  <script/>\n  <rect\n onclick="x"/></g><image href="b.png"/>') == [
        ("asset-svg-element", 3, 3),
        ("asset-svg-event", 4, 3),
        ("asset-svg-outside", 5, 19),
    ]


LAUGHS = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + HEAD
READS = '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + HEAD
PARAMETER = '<!DOCTYPE svg [<!ENTITY % a SYSTEM "https://example.org/x"> %a;]>' + HEAD


@pytest.mark.parametrize("head", [LAUGHS, READS, PARAMETER])
def test_entities_are_refused(head: str) -> None:
    assert [found[0] for found in faults("<text>&b;</text>", head)] == ["asset-svg-entity"]


def test_broken_drawing_has_its_place() -> None:
    assert faults("<g>\n") == [("asset-svg-broken", 3, 3)]
    assert [found.code for found in clean(b"<html/>", "a.svg")[1]] == ["asset-svg-broken"]
    assert [found.code for found in clean(b"no drawing", "a.svg")[1]] == ["asset-svg-broken"]
    assert [found.code for found in clean('<?xml version="1.0" encoding="gbk"?><svg/>'.encode("gbk"), "a.svg")[1]] == ["asset-svg-broken"]


def test_copies_of_copies_are_counted() -> None:
    body = '<g id="a0"><rect/></g>' + "".join(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 9))
    assert [found[0] for found in faults(body)] == ["asset-svg-large"]
    assert faults('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>') == []
    assert [found[0] for found in faults("<g>" * 200 + "</g>" * 200)] == ["asset-svg-large"]


def test_what_draws_stays_and_the_rest_goes() -> None:
    text = (
        '\ufeff<?xml version="1.0" encoding="utf-8" standalone="no"?>\n<!-- Created with X -->\n<?xml-stylesheet href="a.css"?>\n'
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
        '<svg:svg xmlns:svg="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:ink="http://ink.org/" '
        'width="100" height="50" viewBox="0 0 10 5" ink:version="1" xml:space="preserve" xml:base="http://x.org/">'
        '<svg:metadata><rdf xmlns="x">who</rdf></svg:metadata><ink:view a="b"><svg:g/></ink:view><svg:title>门 &amp; 桥</svg:title>'
        '<svg:style>.a{fill:url(#g)}</svg:style><svg:use xlink:href="#g" ink:label="secret"/><svg:path d="M0 0" class="a"/></svg:svg>'
    )
    assert drawn(text) == (
        '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" viewBox="0 0 10 5" xml:space="preserve">'
        '<title>门 &amp; 桥</title><style>.a{fill:url(#g)}</style><use href="#g"/><path d="M0 0" class="a"/></svg>\n'
    )


SIZES = [
    ('width="100" height="50"', (100, 50)),
    ('width="100px" height="1in"', (100, 96)),
    ('viewBox="0 0 24 12.4"', (24, 12)),
    ('viewBox="-5,-5,30,60" width="100%"', (30, 60)),
    ('viewBox="0 0 30 60" width="60"', (60, 120)),
    ('viewBox="0 0 30 60" height="60"', (30, 60)),
    ('viewBox="0 0 30 60" width="20mm" height="40mm"', (76, 151)),
    ('viewBox="0 0 0.5 0.2"', (1, 1)),
]


@pytest.mark.parametrize(("attributes", "size"), SIZES)
def test_size(attributes: str, size: tuple[int, int]) -> None:
    cleaned, problems = clean(f"<svg {attributes}><g/></svg>".encode(), "a.svg")
    assert problems == []
    assert cleaned is not None
    assert (cleaned.width, cleaned.height) == size
    assert b"viewBox=" in cleaned.data


@pytest.mark.parametrize("attributes", ["", 'width="100"', 'width="100%" height="100%"', 'viewBox="0 0 0 0"', 'viewBox="none"'])
def test_no_size_is_remarked(attributes: str) -> None:
    cleaned, problems = clean(f"<svg {attributes}><g/></svg>".encode(), "a.svg")
    assert [found.code for found in problems] == ["asset-svg-size"]
    assert cleaned is not None
    assert cleaned.width > 0 < cleaned.height


def test_pictures_inside_are_cleaned_too() -> None:
    out, exif = BytesIO(), Image.Exif()
    exif[0x010E] = "SECRET-GPS"
    Image.new("RGB", (8, 8), "red").save(out, "JPEG", exif=exif)
    text = drawn(f'{HEAD}<image xlink:href="data:image/jpg;base64,{base64.b64encode(out.getvalue()).decode()}"/></svg>')
    inside = base64.b64decode(text.partition("data:image/jpeg;base64,")[2].partition('"')[0])
    assert b"SECRET" in out.getvalue()
    assert b"SECRET" not in inside
    assert Image.open(BytesIO(inside)).size == (8, 8)
