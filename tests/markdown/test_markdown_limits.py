"""Hostile text: each case ends within seconds and a few hundred megabytes, drawn whole or refused with a problem."""

import json
import subprocess
import sys
from typing import NamedTuple

import pytest

from changlai.markdown import parse
from changlai.markdown.limits import MAX_CELLS, MAX_LENGTH, MAX_LINES, MAX_NESTING

SECONDS, MEGABYTES = 6, 300  # of processor time: three on a machine of its own

# Each is a Python expression, so that the child process builds the text and no command line has to hold it.
REFUSED = {
    "'[' * 50_000": "nesting",
    "'![' * 20_000": "nesting",
    "'[' * 10_000 + 'a' + ']' * 10_000": "nesting",
    "'[^' * 20_000": "nesting",
    "'>' * 5_000 + 'a'": "nesting",
    "'- ' * 3_000 + 'a'": "nesting",
    "'> - ' * 1_000 + 'a'": "nesting",
    "''.join('  ' * i + '- a\\n' for i in range(500))": "nesting",
    "'::: note\\n' * 14_000": "nesting",
    "''.join(f'[^{i}]: ' for i in range(3_000))": "nesting",
    "'**a ' * 10_000 + 'b' + ' a**' * 10_000": "nesting",
    "'a*' * 70_000": "marks",
    "'|' * 401 + '\\n' + '|-' * 400 + '|\\n' + '|\\n' * 400": "table",
    "'|a' * 400 + '\\n' + '-|' * 400 + '\\n' + 'a\\n' * 400": "table",
    "('|a' * 60 + '\\n' + '|-' * 60 + '\\n' + 'a\\n' * 60 + '\\n') * 20": "table",
    "'a' * 1_000_000": "length",
    "'a\\n' * 50_000": "lines",
}
DRAWN = [
    "'*a_ ' * 20_000",
    "'*' * 100_000",
    "'*a **b ' * 2_000 + 'c' + ' ** *' * 2_000",
    "''.join(f'[a{i}]: /u{i}\\n' for i in range(3_000)) + '\\n' + ''.join(f'[a{i}] ' for i in range(3_000))",
    "''.join(f'[a{i}\\n' for i in range(60))",
    "''.join('e' + '`' * i for i in range(1, 600))",
    "''.join(f'[^{i}] ' for i in range(5_000)) + '\\n\\n' + ''.join(f'[^{i}]: x [^{i + 1}]\\n' for i in range(5_000))",
    "'[^1]' * 15_000 + '\\n\\n[^1]: [^1]\\n'",
    "'[^1]: x\\n' * 14_000",
    "'<' * 50_000",
    "'<!--' * 20_000",
    "'<a href=\"' * 10_000",
    "'&' * 50_000",
    "'\\\\' * 50_000",
    "'[a](b' * 10_000",
    "'[a](<b' * 10_000",
    "'[a](b \"' * 5_000",
    "'[a](' + '(' * 50_000",
    "'[](' * 8_000",
    "'{' * 50_000",
    "'{a|' * 20_000",
    "'[a]{' * 20_000",
    "'[a]{.lead}' * 8_000",
    "'{聊|a}' * 10_000",
    "'{.lead}\\n' * 14_000",
    "'中**' * 14_000",
    "'“**' * 14_000",
    "'**' + '“' * 50_000 + '**'",
    "'a' + '\\u0301' * 100_000 + '**b**'",
    "'中\\n' * 14_000",
    "'*中*\\n' * 10_000",
    "'https://a.com ' * 8_000",
    "'http://a' + ')' * 100_000",
    "'://' * 30_000",
    "'\\u200b' * 100_000",
    "'　' * 100_000",
    "'　a\\n' * 14_000",
    "'［a］（' * 20_000",
    "'[a][b] ' * 8_000",
    "'# a\\n' * 14_000",
    "'1) a\\n' * 14_000",
    "'- [ ] a\\n' * 14_000",
    "'a\\n: b\\n' * 5_000",
    "'```\\n' * 10_001",
    "'> a\\n' + 'a\\n' * 10_000",
    "'|a' * 50 + '\\n' + '|-' * 50 + '\\n' + ('|a' * 50 + '\\n') * 350",
    "'a|b\\n-|\\n' * 5_000",
    "'<div>\\n' * 10_000",
    "'![a](b.jpg)' * 8_000",
]
_CHILD = """
import json, pathlib, re, resource, sys, time
from changlai.markdown import dump, parse

def most():
    # Linux hands the most that a parent needed down to its child as if it were the child's own; in `status` it does not.
    status = pathlib.Path("/proc/self/status")
    if status.exists():
        return int(re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

results = {}
for expression in json.load(sys.stdin):
    text, start = eval(expression), time.process_time()
    document = parse(text, "zh", frozenset({"city"}))
    dump(document)
    seconds, memory = time.process_time() - start, most()
    results[expression] = (seconds, memory, len("".join(document.parts)), [found.code for found in document.findings])
print(json.dumps(results))
"""


class Result(NamedTuple):
    seconds: float
    megabytes: float  # the most that the process has needed so far
    length: int
    codes: list[str]


@pytest.fixture(scope="module")
def results() -> dict[str, Result]:
    """One process for all: starting one for each would take longer than the texts do."""
    command, env = [sys.executable, "-c", _CHILD], {"PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run(command, input=json.dumps([*REFUSED, *DRAWN]), capture_output=True, text=True, check=True, env=env, timeout=500)
    return {expression: Result(*result) for expression, result in json.loads(done.stdout).items()}


@pytest.mark.parametrize("expression", [*REFUSED, *DRAWN])
def test_time_and_memory(results: dict[str, Result], expression: str) -> None:
    assert results[expression].seconds < SECONDS
    assert results[expression].megabytes < MEGABYTES


@pytest.mark.parametrize("expression", REFUSED)
def test_refused(results: dict[str, Result], expression: str) -> None:
    assert results[expression].codes == [f"too-complex-{REFUSED[expression]}"]
    assert results[expression].length == 0


@pytest.mark.parametrize("expression", DRAWN)
def test_drawn_whole(results: dict[str, Result], expression: str) -> None:
    drawn = results[expression]
    assert not [code for code in drawn.codes if code.startswith("too-complex-")]
    assert drawn.length or {"footnote-unused", "attribute-lost", "indent", "invisible-characters"} & set(drawn.codes)


@pytest.mark.parametrize("mark", ["> ", "- ", "1. "])
def test_nesting_is_drawn_up_to_the_limit(mark: str) -> None:
    deep = MAX_NESTING if mark == "> " else MAX_NESTING // 2  # a list is two levels: itself and its item
    whole, refused = parse(mark * (deep - 1) + "聊城", "zh"), parse(mark * (deep + 1) + "聊城", "zh")
    assert "聊城" in "".join(whole.parts)
    assert [found.code for found in whole.findings] == []
    assert [found.code for found in refused.findings] == ["too-complex-nesting"]


def test_brackets_are_read_up_to_the_limit() -> None:
    assert "[" * 50 + "聊城" in "".join(parse("[" * 50 + "聊城", "zh").parts)


def test_an_honest_table_and_a_long_text_pass() -> None:
    table = "|a" * 20 + "\n" + "|-" * 20 + "\n" + ("|聊城" * 20 + "\n") * 200
    assert MAX_CELLS > 20 * 200
    assert "".join(parse(table, "zh").parts).count("<td>") == 20 * 200
    text = "在**“昌莱园”**里，[聊城](city:paks)的朋友说：好。\n\n" * 3_000
    assert len(text) < MAX_LENGTH
    assert text.count("\n") < MAX_LINES
    assert "".join(parse(text, "zh", frozenset({"city"})).parts).count("<strong>") == 3_000


def test_a_refusal_says_where() -> None:
    (found,) = parse("甲\n\n乙\n\n" + "[" * 500, "zh").findings
    assert (found.code, found.line) == ("too-complex-nesting", 5)
