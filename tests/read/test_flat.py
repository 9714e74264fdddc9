"""The short way through plain YAML is the parser's own answer, or none."""

from __future__ import annotations

import random

import pytest
import yaml

from changlai.problems import Problem
from changlai.read import yamlnodes
from changlai.read.flat import flat
from changlai.read.yamlnodes import Builder, Node, remarks

LOADERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if hasattr(yaml, "CSafeLoader") else [])]
PLAIN = [
    "title: 两座城，各取一字\nsummary: “昌”出自聊城的古称东昌。\ndate: 2012-09-05\ncities: [blacktown, 聊城]\n",
    'title: "A: \'b\' [c]"\nsummary: \'a "b" \'\nimage: {file: a.svg, credit: Changlai 昌莱, licence: "CC: BY"}\nnumber: 18',
    'time: 12:30\nsite: https://example.org/a?b=c\nempty: ""\nname: 𠮷野家 a:b   \nlist: [ a b ,c]  \nnull: null\nyes: no\n',
    'sources:\n  - {publisher: Kreis, url: "http://a/?b,c", lang: de}\n  - 聊城日报\n  - [a, b]\ntitle: 说：话，词\n',
    "title: It's a \"day\" | of & 50% * [rain] {x}!\nauthors:  \n    -   “甲”\n    - 'b'\n",
]
LEFT = [
    "", "\n", "a:\n", "a: b\n\nc: d\n", "a: b # c\n", "a: #b\n", "a: b\n  c\n", "a: b\nc\n", "a: b\na: c\n", "- a\n",
    "a b: c\n", "a:b\n", "a: b: c\n", "a: b:\n", "a: 'b''c'\n", 'a: "b\\n"\n', 'a: "b" c\n', "a: 'b\n", "a: *b\n",
    "a: &b c\n", "a: !b c\n", "a: |\n  b\n", "a: >\n", "a: -b\n", "a: ?b\n", "a: @b\n", "a: `b`\n", "a: %b\n",
    "a: ,b\n", "a: ]\n", "a: []\n", "a: {}\n", "a: [b, ]\n", "a: [b,,c]\n", "a: [b, [c]]\n", "a: [b: c]\n", "a: {b}\n",
    "a: {b: c, b: d}\n", "a: {b: c\n", "a: [b}\n", "a: [b]]\n", "a: [b] c\n", "a: {b:c}\n", "a: {b: }\n", "a: [b\n",
    "a: [\n", "a:\tb\n", "a: b\tc\n", "a: b\u3000c\n", "a: \ufeffb\n", "a: b\x85c: d\n", "a: b\u2028c\n",
    'a: "b\u202ec"\n', "a: b\x07\n", "a：b\n", "a:\xa0b\n", "a:\n- b\n", "a:\n  - b\n - c\n", "a:\n  - b\n    - c\n",
    "a:\n  - b: c\n", "a:\n  - b\n    c\n", "a:\n  b: c\n", "a:\n  - - b\n", "a:\n  -b\n", "a:\n  -\n", " a: b\n",
    "? a\n", "a: b\n---\n", "a: b\n...\n", "%YAML 1.1\n", "<<: a\n", '"a": b\n', "a: b\r\n", "{a: b}\n",
    "a: {b: c}, d: e\n",
    f"{'a' * 2000}: b\n",
]  # fmt: skip
PIECES = [
    "a", "title", "聊城", "B c", "2022-08-26", "0x1f", "null", "𠮷", "한국", "é", "é", "“甲”", "：", "，", "（", "、", "-", "- ",
    "--", "---", ":", ": ", "::", "#", " #", "'", "''", '"', '\\"', "\\", "[", "]", "{", "}", ",", ", ", "&", "*", "!",
    "|", ">", "%", "@", "`", "?", "? ", "~", "=", "<<", "...", " ", "  ", ".", "\t", "\u3000", "\xa0", "\u200b",
    "\ufeff", "\x85", "\u2028", "\u202e", "\x00", "\ue000", "🏮", "\n", "\n  ", "\n\n", "\n- ",
]  # fmt: skip


def parsed(text: str, line: int) -> tuple[Node | None, list[Problem]] | None:
    builder = Builder(text, "f", line)
    try:
        return builder.root(), builder.problems + remarks(text, "f", line)
    except yaml.YAMLError:
        return None


def value(rng: random.Random) -> str:
    words = "".join(rng.choices(PIECES, k=rng.randint(1, 3)))
    form = rng.random()
    if form < 0.5:
        words = rng.choice(["a", "聊城", "B c", "2022", "“甲”", ""]) + (words if form < 0.3 else "")
    inner = rng.choice(["b", "b c", "城", words])
    lists = [f"[{words}]", f"[{inner}, {words}]", f"[a,{inner} ]", f"\n  - {inner}\n  - {words}", f"\n - {{a: {inner}, c-d: {words}}}"]
    maps = [f"{{a: {inner}}}", f"{{a: {inner}, b: {words}}}", f'{{a: "{words}",b: {inner} }}']
    return rng.choice([words, words, f'"{words}"', f"'{words}'", *lists, *maps])


def front(rng: random.Random) -> str:
    names = rng.sample(["title", "summary", "date", "a-b", "_x", "Y1", "null", "城"], k=rng.randint(1, 3))
    names += [names[0]] * (rng.random() < 0.03)
    lines = [f"{name}:{rng.choice([' ', ' ', ' ', '  ', ''])}{value(rng)}{rng.choice(['', '', '', ' ', '   '])}" for name in names]
    return "\n".join(lines) + rng.choice(["\n", "\n", ""])


@pytest.fixture(params=LOADERS, ids=lambda loader: str(loader.__name__))
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yamlnodes, "_Loader", request.param)


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("text", PLAIN)
def test_plain_fields_take_the_short_way(text: str) -> None:
    node = flat(text, 2)
    assert node is not None
    assert repr((node, [])) == repr(parsed(text, 2))


@pytest.mark.parametrize("text", LEFT)
def test_the_rest_is_left_to_the_parser(text: str) -> None:
    assert flat(text) is None


@pytest.mark.usefixtures("loader")
def test_any_fields_read_as_by_the_parser() -> None:
    rng = random.Random(3)
    texts = [front(rng) for _ in range(3_000)]
    short = {text: node for text in texts if (node := flat(text, 2)) is not None}
    assert len(short) > 500
    different = [text for text, node in short.items() if repr((node, [])) != repr(parsed(text, 2))]
    assert different == []
