"""The errors that can be planted: slips from a table, wrong dates, lost links. Each makes wrong what the source says in the same place."""

from __future__ import annotations

import posixpath
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from tests.planted.passages import Passage, passages

KINDS = ("number", "date", "term", "forbidden", "link")
SLIPS = Path(__file__).with_name("slips.txt")
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
DATES = {
    "en": re.compile(rf"\b(?:(?P<d>\d{{1,2}}) )?(?P<m>{'|'.join(MONTHS)})\b(?: (?P<y>\d{{4}}))?|\b(?P<w>1\d{{3}}|20\d\d)\b"),
    "ko": re.compile(r"(?:(?P<y>\d{4})년 )?(?P<m>\d{1,2})월(?: (?P<d>\d{1,2})일)?|(?P<w>\d{4})년"),
    "ja": re.compile(r"(?:(?P<y>\d{4})年)?(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?|(?P<w>\d{4})年"),
}
SIGNS = {"d": "日", "m": "月", "y": "年", "w": "年"}
LINK = re.compile(r"(?<!!)\[(?P<words>[^\[\]]+)\]\((?P<target>[^)\s#]+)(?P<part>#[\w-]+)?\)")
PICTURE = re.compile(r"!\[[^\]]*\]\((?P<file>[\w.-]+)[^)]*\)")


class Error(NamedTuple):
    kind: str
    rule: str  # what sort of error of its kind, so that those chosen differ
    path: str  # from the project
    start: int  # in characters of the file
    before: str
    after: str
    first: int  # lines of the block in which it stands, once it is planted
    last: int

    def planted(self, text: str) -> str:
        end = self.start + len(self.before)
        assert text[self.start : end] == self.before, self
        return text[: self.start] + self.after + text[end:]


def chosen(project: Path, number: int, seed: int) -> list[Error]:
    """As many of each kind; of each kind as many sorts as there are before any comes twice."""
    pool, dice = candidates(project), random.Random(seed)
    found: list[Error] = []
    for place, kind in enumerate(KINDS):
        some = [error for error in pool if error.kind == kind]
        dice.shuffle(some)
        seen: Counter[str] = Counter()
        ranked = []
        for error in some:
            ranked.append((seen[error.rule], error))
            seen[error.rule] += 1
        ranked.sort(key=lambda pair: pair[0])
        found += [error for _, error in ranked[: number // len(KINDS) + (place < number % len(KINDS))]]
    return found


def candidates(project: Path) -> list[Error]:
    """Every error that can be planted, in the order of files."""
    found: list[Error] = []
    table, there = slips(), passages(project)
    for place, passage in enumerate(there):
        found += [*slipped(passage, table), *misdated(passage, there), *unlinked(passage, project)]
        found += pictureless(there[max(0, place - 1) : place + 2], passage, project)
    return found


def error(passage: Passage, kind: str, rule: str, start: int, before: str, after: str) -> Error:
    return Error(kind, f"{rule} {passage.lang}", passage.path, passage.start + start, before, after, passage.first, passage.last)


# ---- slips


class Slip(NamedTuple):
    kind: str
    lang: str
    said: str
    stands: re.Pattern[str]
    wrong: str


def slips() -> list[Slip]:
    found: list[Slip] = []
    kind = lang = ""
    for line in SLIPS.read_text("utf-8").splitlines():
        if line.startswith("-- "):
            _, kind, lang, _ = line.split()
        elif line and line[0] != "#":
            said, right, wrong = (part.strip().replace(r"\|", "|") for part in re.split(r"(?<!\\)\|", line))
            # An ASCII letter or digit at an edge stands at the edge of its word or number.
            edges = [r"(?<![A-Za-z\d])(?<!\d[.,])" if right[0].isascii() else "", r"(?![A-Za-z\d]|[.,]\d)" if right[-1].isascii() else ""]
            pattern = re.compile(edges[0] + re.escape(right) + edges[1])
            found += [Slip(kind, lang, said, pattern, form) for form in wrong.split("; ")]
    return found


def unread(passage: Passage) -> list[tuple[int, int]]:
    """Where stands what no reader sees: targets, marks, ids of headings; and code."""
    return [found.span() for found in re.finditer(r"\]\([^)]*\)|\]\{[^}]*\}|\{#[^}]*\}|`[^`]*`", passage.text)]


def slipped(passage: Passage, table: Sequence[Slip]) -> Iterator[Error]:
    """Targets of links and pictures are left alone."""
    kept = unread(passage)
    for slip in table:
        if slip.lang == passage.lang and slip.said in passage.said:
            for found in slip.stands.finditer(passage.text):
                if not any(start <= found.start() < end for start, end in kept):
                    yield error(passage, slip.kind, f"{slip.said} → {slip.wrong}", found.start(), found[0], slip.wrong)


# ---- dates


def misdated(passage: Passage, there: Sequence[Passage]) -> Iterator[Error]:
    """Days, months and years that are off; a day and a month, or two years, that changed places; a year that is lost."""
    kept = unread(passage)
    dates = [date for date in DATES[passage.lang].finditer(passage.text) if not any(start <= date.start() < end for start, end in kept)]
    held = {part: {value(date, part) for date in dates} for part in "dmy"}
    held["w"] = held["y"] = held["y"] | {value(date, "w") for date in dates}
    edition = "".join(other.text for other in there if other.path == passage.path)
    for date in dates:
        for part in "dmyw":
            old = value(date, part)
            if old and says(passage, old, part):
                for rule, new in off(old, part):
                    if new not in held[part]:
                        yield error(passage, "date", rule, date.start(), date[0], written(date, {part: new}, passage.lang))
        day, month, year = (value(date, part) for part in "dmy")
        if day and month and day != month and day <= 12 and f"{month}月{day}日" in passage.said:
            swapped = written(date, {"d": month, "m": day}, passage.lang)
            yield error(passage, "date", "day and month", date.start(), date[0], swapped)
        if day and year and says(passage, year, "y") and edition.count(str(year)) == 1:
            bare = date[0].replace(f" {year}", "") if passage.lang == "en" else re.sub(r"^\d{4}[年년] ?", "", date[0])
            yield error(passage, "date", "year lost", date.start(), date[0], bare)
    for one, other in pairwise(re.finditer(r"(?<!\d)(?:1\d{3}|20\d\d)(?!\d)", passage.text)):
        if one[0] != other[0] and all(f"{year[0]}年" in passage.said for year in (one, other)):
            between = passage.text[one.end() : other.start()]
            swapped = other[0] + between + one[0]
            yield error(passage, "date", "years swapped", one.start(), one[0] + between + other[0], swapped)


def value(date: re.Match[str], part: str) -> int:
    """0 where the date does not say it."""
    word = date[part]
    return 0 if not word else MONTHS.index(word) + 1 if word in MONTHS else int(word)


def says(passage: Passage, old: int, part: str) -> bool:
    return bool(re.search(rf"(?<!\d){old}{SIGNS[part]}", passage.said))


def off(old: int, part: str) -> Iterator[tuple[str, int]]:
    """The sort of the error, and what stands instead."""
    if part == "d":
        wrong = {"day by one": old + 1, "day by ten": old + 10 if old < 11 else old - 10, "day rounded": old // 10 * 10}
        yield from ((rule, new) for rule, new in wrong.items() if 0 < new <= 28 and new != old)
    elif part == "m":
        wrong = {"month before": old - 1, "month after": old + 1, "month without its one": old - 10}
        yield from ((rule, new) for rule, new in wrong.items() if 0 < new <= 12)
    else:
        word = str(old)
        wrong = {"year by one": old + 1, "year by ten": old - 10, "digits of a year": int(word[:2] + word[3] + word[2])}
        yield from ((rule, new) for rule, new in wrong.items() if new not in (old, 0) and new <= 2030)


def written(date: re.Match[str], parts: dict[str, int], lang: str) -> str:
    """The date with other parts."""
    text = date[0]
    for part in sorted(parts, key=date.start, reverse=True):
        word = MONTHS[parts[part] - 1] if part == "m" and lang == "en" else str(parts[part])
        start, end = (place - date.start() for place in date.span(part))
        text = text[:start] + word + text[end:]
    return text


# ---- links


def unlinked(passage: Passage, project: Path) -> Iterator[Error]:
    """Links to what the source leads to, too: gone with the words kept, or leading to another entry or section."""
    for link in LINK.finditer(passage.text):
        path = posixpath.normpath(posixpath.join(posixpath.dirname(passage.path), link["target"]))
        slug = posixpath.basename(path)
        if f"/{slug}/" not in passage.said or passage.text.count(f"/{slug}/") > 1:
            continue
        yield error(passage, "link", "lost", link.start(), link[0], link["words"])
        others = sorted(other.name for other in (project / path).parent.iterdir() if other.name == slug or is_free(other, passage))
        instead = others[(others.index(slug) + 1) % len(others)]
        if instead != slug:
            turned = f"[{link['words']}]({link['target'].replace(f'/{slug}/', f'/{instead}/')})"
            yield error(passage, "link", "elsewhere", link.start(), link[0], turned)
        if link["part"] and link["part"] in passage.said:
            yield error(passage, "link", "section", link.start(), link[0], link[0].replace(link["part"], ""))


def is_free(folder: Path, passage: Passage) -> bool:
    """Whether it is an entry in this language that the source does not lead to here."""
    there = any((folder / name).exists() for name in (f"index.{passage.lang}.md", "profile.yaml"))
    return there and folder.name not in passage.path and f"/{folder.name}/" not in passage.said


def pictureless(around: Sequence[Passage], passage: Passage, project: Path) -> Iterator[Error]:
    """A picture that was left out, block and all; or one that shows something else."""
    picture = PICTURE.fullmatch(passage.text)
    if picture and picture["file"] in passage.said:
        lost = error(passage, "link", "picture lost", 0, passage.text + "\n\n", "")
        before, after = around[0], around[-1]
        yield lost._replace(first=before.first, last=after.last - (passage.last - passage.first + 2))
        folder, file = (project / passage.path).parent, picture["file"]
        for other in sorted(path.name for path in folder.glob(f"*{Path(file).suffix}") if path.name != file):
            yield error(passage, "link", "other picture", 0, passage.text, passage.text.replace(file, other))
