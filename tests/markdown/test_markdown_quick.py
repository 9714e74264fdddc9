"""What is quick says what is slow: the same documents, and the same account of what a text has cost."""

import json
import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any, get_args

import pytest
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from changlai.markdown import breaks, chains, document, hints, runs, scripts, targets, tokens, words
from changlai.markdown.document import compose
from changlai.markdown.parser import parser
from changlai.markdown.work import Work
from changlai.model import Document, Typography
from tests.markdown.golden import REFS, read
from tests.markdown.splices import texts

HERE = Path(__file__).parent
EXAMPLES = [example["markdown"] for example in json.loads((HERE / "spec" / "commonmark-0.31.2.json").read_text(encoding="utf-8"))]
CASES = [case.text for path in sorted((HERE / "cases").glob("*.md")) for case in read(path)]
SPLICES = [*texts(2_500, 1, EXAMPLES + CASES)]
TYPOGRAPHIES: tuple[Typography, ...] = get_args(Typography)

Account = tuple[int, int, int]


@pytest.fixture
def account(monkeypatch: pytest.MonkeyPatch) -> Callable[[], Account]:
    """Of the text read last: steps, marks, cells."""
    last: list[Work] = []

    def work(*args: Any) -> Work:
        last[:] = [Work(*args)]
        return last[0]

    monkeypatch.setattr(document, "Work", work)
    return lambda: (last[0].steps, last[0].marks, last[0].cells)


def both(text: str, typography: Typography, account: Callable[[], Account], *, dialect: bool) -> Iterator[tuple[Document, Account]]:
    for quick in (True, False):
        yield compose(text, typography, REFS, dialect=dialect, page=True, quick=quick), account()


@pytest.mark.parametrize("dialect", [True, False])
@pytest.mark.parametrize("typography", TYPOGRAPHIES)
def test_examples_and_cases(typography: Typography, dialect: bool, account: Callable[[], Account]) -> None:
    for text in EXAMPLES + CASES:
        quick, slow = both(text, typography, account, dialect=dialect)
        assert quick == slow, text


@pytest.mark.parametrize("part", range(5))
def test_random_texts(part: int, account: Callable[[], Account]) -> None:
    for number, text in enumerate(SPLICES[part::5]):
        quick, slow = both(text, TYPOGRAPHIES[number % 4], account, dialect=number % 5 > 0)
        assert quick == slow, text


MARKS = [*"**_[a中。（”(. \n\\", "**", "**", "***", "~~", "](u)", '](u "t")', "![", "  \n", "://"]
LINES = """\
- a|- 中 |- b c|* a|+ a|- |-|- - a|- 1. a|- [ ] a|- # a|- a / b|a|中|1. a|1) a|2. a|> a|>|  a|\ta|    a|: a|~ a|:|===|---|***
a / b|- / -|-/-|# a|```|~~~|::: note|:::|{.lead}|[a]: u|[^1]: a|  - a|- a  |  """.replace("\n", "|").split("|")


@pytest.mark.parametrize("pieces", [MARKS, [line.replace("/", "|") + "\n" for line in LINES] + ["\n"] * 12], ids=["marks", "lines"])
def test_marks_and_lines_close_together(pieces: list[str], account: Callable[[], Account]) -> None:
    chance = random.Random(5)
    for number in range(4_000):
        text = "".join(chance.choices(pieces, k=chance.randrange(2, 14)))
        quick, slow = both(text, TYPOGRAPHIES[number % 4], account, dialect=number % 5 > 0)
        assert quick == slow, text


MUTANTS: dict[str, tuple[object, str, Any]] = {
    "an underline is plain text": (chains, "_UNDERLINING", frozenset()),
    "a definition is plain text": (chains, "_DOUBTS", frozenset()),
    "nothing interrupts a paragraph": (chains, "_MARKS", frozenset()),
    "a list ends at an empty line": (chains, "_ITEMS", re.compile(r"([-*+] )[^\W\d_][^\n]*(?:\n\1[^\W\d_][^\n]*)*(?=\n*\Z|\n\n)")),
    "a list has marks of all kinds": (chains, "_ITEMS", re.compile(r"([-*+] )[^-\s][^\n]*(?:\n[-*+] [^-\s][^\n]*)*(?=\n*\Z)")),
    "a line that begins with a number is plain": (chains, "_LINES", re.compile(r"(?:\n[^-:|=~>*#`<\[{_+\s][^\n]*)*")),
    "no list begins with a number": (chains, "_FIRST", {**chains._FIRST, "list": "*-+"}),
    "every break is plain": (runs, "_RUN", re.compile(r"[^\\`*_~\[!<&{:]+")),
    "a link may hold an entity": (runs, "_LINK", re.compile(r"\[([^\[\]]+)\]\(([^ \n()]+)\)()")),
    "a title may hold an escape": (runs, "_LINK", re.compile(r'\[([\w ]+)\]\(([\w.]+)(?: "([^"]*)")?\)')),
    "emphasis may hold markup": (runs, "_PAIR", re.compile(r"(\*\*?)(?!\*)([^*]+)(\1)(?!\*)")),
    "emphasis may stand in a longer run": (runs, "_PAIR", re.compile(r"(\*\*?)([^]\\`*_~[!<&{:]+)(\1)")),
    "a step for each link": (runs, "_STEP", re.compile(r".+")),
    "every break joins": (breaks, "_joining", lambda typography: re.compile("\0")),
}


@pytest.mark.parametrize("mutant", MUTANTS)
def test_what_is_wrong_is_found(mutant: str, account: Callable[[], Account], monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the two tests above: that they can fail."""
    monkeypatch.setattr(*MUTANTS[mutant])
    parser.cache_clear()
    pairs = (both(text, TYPOGRAPHIES[number % 4], account, dialect=True) for number, text in enumerate(EXAMPLES + CASES + SPLICES))
    different = any(quick != slow for quick, slow in pairs)
    parser.cache_clear()
    assert different


# ---- the parts, each held to what it stands for


SHARED = "“”‘’…⋯‥—―·"
DECIDING = ["中", "の", "ア", "한", "a", "é", "1", "。", "，", "）", "「", "・", "!", ")", "-", "〇", "я", "〜"]


@pytest.mark.parametrize("typography", TYPOGRAPHIES)
def test_breaks_inside_a_text(typography: Typography) -> None:
    tails = [*DECIDING, *(character + mark for character, mark in product(DECIDING, SHARED))]
    heads = [*DECIDING, *(mark + character for character, mark in product(DECIDING, SHARED)), "“‘中", "——a", "……시"]
    seen = set()
    for before, after in product(tails, heads):
        if runs._RUN.fullmatch(f"x{before}\n{after}x"):
            joined = "\0" not in breaks._joining(typography).sub("", f"x{before}\0{after}x")
            assert joined == scripts.joins(f"x{before}", f"{after}x", typography), (before, after)
            seen.add(joined)
    assert seen == {True, False}


def test_steady_characters_stand_for_themselves() -> None:
    steady = [character for character in map(chr, range(0x10000)) if re.match(f"[{scripts.STEADY}]", character)]
    assert len(steady) > 30_000
    assert not [character for character in steady if scripts._rides(character) or character in scripts.AMBIGUOUS]
    assert not [
        character for character in map(chr, (*range(33, 127), *range(0xC0, 0x250))) if unicodedata.category(character) in ("Mn", "Me", "Cf")
    ]


def test_a_piece_is_a_token() -> None:
    quick = tokens.piece("inline", "p", 0, 1, "words", "*", [0, 1], [], True, True)
    slow = Token("inline", "p", 0, level=1, content="words", markup="*", map=[0, 1], children=[], block=True, hidden=True)
    assert quick == slow
    assert tokens.piece("text", "", 0) == Token("text", "", 0)


def test_lines_are_those_of_the_library() -> None:
    chance, md = random.Random(2), parser(True)
    for _ in range(3_000):
        text = "".join(chance.choices(["a", "中", " ", "  ", "\t", "\n", "\n\n", "\n \t"], k=chance.randrange(1, 12)))
        ours, theirs = chains.Lines(text, md, {}, []), StateBlock(text, md, {}, [])
        assert vars(ours) == vars(theirs), repr(text)


def test_words_are_counted_as_they_are_found() -> None:
    chance, word = random.Random(3), re.compile(r"[^\W_]+(?:['’ʻʼ-][^\W_]+)*")
    for _ in range(5_000):
        text = "".join(chance.choices([*"ab1é한시 _'’-“”·…—,.\n中のʻ", "--", "-'"], k=chance.randrange(12)))
        assert words.count(text)[1] == len(word.findall(re.sub("[中の]", " ", text))), repr(text)


def test_addresses_are_normal_as_they_are() -> None:
    chance = random.Random(4)
    parts = ["http", "https", "://", "a", "b-c", ".", "1", "x.org", "/", "//", "..", "-", "_", "A", "~", ":", "8", "xn--a", "a" * 31]
    found = 0
    for _ in range(20_000):
        url = "https://" * chance.randrange(2) + "".join(chance.choices(parts, k=chance.randrange(1, 7)))
        if targets._NORMAL.fullmatch(url):
            found += 1
            assert normalizeLink(url) == url
    assert found > 500


def test_no_hint_is_lost_by_asking_the_whole_text_first(monkeypatch: pytest.MonkeyPatch) -> None:
    def findings() -> list[object]:
        return [
            compose(text, TYPOGRAPHIES[number % 4], REFS, dialect=True, page=True).findings
            for number, text in enumerate(CASES + SPLICES[::4])
        ]

    asked_first = findings()
    for gate, opened in (("_BY_HAND_SOMEWHERE", re.compile("")), ("_SIGN_SOMEWHERE", re.compile("")), ("_LINE_SOMEWHERE", [""])):
        monkeypatch.setattr(hints, gate, opened)
    monkeypatch.setattr(hints, "holds_any", lambda text, characters: True)
    assert findings() == asked_first
