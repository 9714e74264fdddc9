"""The tool's own words: every text of the code has its Chinese, and the right language is chosen."""

from __future__ import annotations

import argparse
import ast
import subprocess
import sys
from collections.abc import Iterator

import pytest

from changlai import messages
from changlai.codes import CODES
from changlai.translate.placeholders import is_format
from tests.conftest import ROOT
from tools import own_messages


def test_every_text_has_its_chinese() -> None:
    assert own_messages.untranslated() == []


def test_no_placeholder_is_lost() -> None:
    assert [f"{found.line}: {found.message(str)}" for found in own_messages.problems()] == []


def test_template_and_catalog_are_in_step_with_the_code() -> None:
    stale = [str(path) for path, data in own_messages.files().items() if (ROOT / path).read_bytes() != data]
    assert stale == [], "run: python tools/own_messages.py"


@pytest.mark.parametrize("code", CODES)
def test_words_of_codes_can_be_filled_in(code: str) -> None:
    chinese = messages.translator("zh")
    for text in CODES[code][1:]:
        assert is_format(text)
        assert is_format(chinese(text))


def test_english_is_its_own_translation() -> None:
    assert messages.translator("en")("treat warnings as errors") == "treat warnings as errors"
    assert messages.translator("zh")("treat warnings as errors") != "treat warnings as errors"
    assert messages.translator("zh")("never said") == "never said"


def test_plurals() -> None:
    english, chinese = messages.plural("en"), messages.plural("zh")
    one, many = own_messages.ARGPARSE_PLURAL[0]
    assert [english(one, many, number) for number in (0, 1, 2)] == [many, one, many]
    assert chinese(one, many, 1) == chinese(one, many, 2) != one


CHOICES = [
    ([], {}, "zh"),
    ([], {"LANG": "C"}, "zh"),
    ([], {"LANG": "POSIX"}, "zh"),
    ([], {"LANG": "C.UTF-8"}, "zh"),
    ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
    ([], {"LANG": "zh"}, "zh"),
    ([], {"LANG": "zh_TW.Big5"}, "zh"),
    ([], {"LANG": "ko_KR.UTF-8"}, "en"),
    ([], {"LANG": "ja_JP.eucJP"}, "en"),
    ([], {"LANG": "de_DE@euro"}, "en"),
    ([], {"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "ko_KR.UTF-8"}, "en"),
    ([], {"LANG": "ko_KR.UTF-8", "LC_ALL": "C.UTF-8"}, "zh"),
    ([], {"LC_ALL": "/usr/share/locale"}, "zh"),
    ([], {"LANG": "en_US.UTF-8"}, "en"),
    ([], {"LANG": "en"}, "en"),
    ([], {"LANG": "en-GB"}, "en"),
    ([], {"LANG": "enm"}, "en"),
    ([], {"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh"),
    ([], {"LANG": "zh_CN", "LC_MESSAGES": "zh_CN", "LC_ALL": "en_GB"}, "en"),
    ([], {"LANG": "en_US", "LC_ALL": ""}, "en"),
    (["--lang", "zh"], {"LANG": "en_US"}, "zh"),
    (["build", "--lang=en", "--drafts"], {}, "en"),
    (["--lang", "fr"], {"LANG": "en_US"}, "en"),
    (["--lang"], {}, "zh"),
    (["new", "--", "--lang=en"], {}, "zh"),
]


@pytest.mark.parametrize(("argv", "environ", "expected"), CHOICES)
def test_choice_of_language(argv: list[str], environ: dict[str, str], expected: str) -> None:
    assert messages.choose(argv, environ) == expected


@pytest.fixture
def restored() -> Iterator[None]:
    kept = {name: vars(argparse)[name] for name in ("_", "ngettext")}
    yield
    vars(argparse).update(kept)


@pytest.mark.usefixtures("restored")
def test_argparse_speaks_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    messages.install_argparse("zh")
    parser = argparse.ArgumentParser("x")
    parser.add_argument("--day", type=int, nargs=2)
    parser.add_argument("--way", choices=["a", "b"])
    parser.add_argument("name")
    assert not any(word in parser.format_help() for word in ("usage", "options", "positional", "show this"))
    for argv in (["n", "--day", "1"], ["n", "--day", "a", "b"], ["n", "--way", "c"], [], ["n", "m"]):
        with pytest.raises(SystemExit) as left:
            parser.parse_args(argv)
        said = capsys.readouterr().err
        assert left.value.code == 2
        assert not any(word in said for word in ("error", "expected", "invalid", "required", "unrecognized", "choose"))
        assert "错误" in said


def test_start_stays_quick() -> None:
    program = "import sys, changlai.messages as m; m.translator('zh')('x'); print({'babel', 'changlai.model', 'jinja2'} & set(sys.modules))"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True)
    assert result.stdout.strip() == "set()"


def test_every_word_can_be_collected() -> None:
    """Babel sees neither a call inside an f-string, before Python 3.12, nor one of a translator without the name `_` or `plural`."""
    hidden = []
    for path in sorted((ROOT / "changlai").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                inside = [call.func for call in ast.walk(node) if isinstance(call, ast.Call) and texts(call)]
                hidden += [f"{path.name}:{node.lineno}" for func in inside if isinstance(func, ast.Name) and func.id in ("_", "N_")]
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Call):
                nameless = ast.unparse(node.func.func).endswith(("translator", "plural")) and texts(node)
                hidden += [f"{path.name}:{node.lineno}"] if nameless else []
    assert hidden == []


def texts(call: ast.Call) -> bool:
    """Whether a letter to translate stands in the call: `_(": ")` has none."""
    return any(isinstance(word, ast.Constant) and any(sign.isalpha() for sign in str(word.value)) for word in call.args)
