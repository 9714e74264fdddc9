"""Two numbers that changed places: “19 cities in 35 countries” for 35 cities in 19 countries.

Languages set numbers in different orders, so that order says nothing. What is counted says it, where both texts name it with words that
are known here and it stands by the one number in the source and by the other in the translation.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations

from changlai.compare.grammar import any_of
from changlai.model import Datum

Spelled = Sequence[tuple[str, Sequence[Datum]]]  # texts, each with its data
Place = tuple[str, Sequence[Datum], int]  # a text, its data, and which of them

# What is counted most often on the pages of a town: in Chinese and Japanese / Korean / English and German.
_COUNTED = """
国 国家 か国 カ国 ヶ国 / 개국 국가 나라 / country countries nation nations länder ländern
城市 都市 市 / 도시 시 / city cities town towns städte städten
人 名 位 / 명 사람 인 / people persons person participants personen menschen
学生 生徒 / 학생 / student students pupil pupils schüler
教师 老师 教師 教員 先生 / 교사 선생 교원 / teacher teachers lehrer
孩子 儿童 子ども 子供 / 아이 어린이 / child children kinder
志愿者 ボランティア / 자원봉사자 / volunteer volunteers freiwillige
学校 校 / 학교 / school schools schulen
大学 / 대학 대학교 / university universities universitäten
企业 公司 企業 会社 社 / 기업 회사 / company companies firm firms firmen
县 県 / 현 / county counties kreise
村 / 마을 촌 / village villages dörfer
户 世帯 戸 / 가구 세대 / household households families haushalte
书 册 冊 图书 図書 / 권 책 / book books volume volumes bücher
页 頁 ページ / 쪽 페이지 / page pages seiten
字 / 글자 자 / character characters zeichen
次 场 届 回 / 번 차례 회 / time times mal
作品 件 幅 点 / 작품 점 / work works painting paintings werke
照片 写真 / 사진 / photo photos photograph photographs bilder
电影 影片 映画 / 영화 / film films
间 房间 室 部屋 / 방 칸 객실 / room rooms zimmer
座位 席 / 좌석 자리 석 / seat seats plätze
栋 幢 棟 / 채 동 / building buildings gebäude
棵 株 树 / 그루 나무 / tree trees bäume
队 队伍 チーム / 팀 / team teams mannschaften
车 辆 台 / 대 차 / car cars vehicle vehicles bus buses
船 艘 隻 / 척 배 / boat boats ship ships
桥 橋 / 다리 / bridge bridges brücken
语言 言語 / 언어 / language languages sprachen
课 节 コマ / 수업 강 / lesson lessons class classes
星期 周 週 / 주 / week weeks wochen
天 日 / 일 / day days tage
小时 時間 / 시간 / hour hours stunden
分钟 分 / 분 / minute minutes minuten
"""
_NEAR = 7  # characters before or behind a number
_STOP = re.compile(r"[，,。.;；:：、・·\n（）()“”「」]")
_JOINS = ("", " ", "的", "の")
_MOST = 12  # numbers of one side


def exchanged(source: Spelled, target: Spelled) -> list[tuple[Datum, Datum]]:
    """The first two numbers that are counted otherwise here: the one of the source, and that which stands where it should."""
    ours, theirs = _numbers(source), _numbers(target)
    both = [value for value in ours if value in theirs]
    if not 1 < len(both) <= _MOST:
        return []
    here, there = ({value: _near(*numbers[value]) for value in both} for numbers in (ours, theirs))
    for one, other in combinations(both, 2):
        crossed = here[one] & there[other] and here[other] & there[one]
        if crossed and not here[one] & there[one] and not here[other] & there[other]:
            return [(_datum(*ours[one]), _datum(*theirs[other]))]
    return []


def _numbers(texts: Spelled) -> Mapping[str, Place]:
    """Those that are said once, by value."""
    found = [
        (text, data, at)
        for text, data in texts
        for at, datum in enumerate(data)
        if datum.kind == "number" and datum.weight != "soft" and "|" not in datum.value
    ]
    often = Counter(_datum(*place).value for place in found)
    return {value: place for place in found if often[value := _datum(*place).value] == 1}


def _datum(text: str, data: Sequence[Datum], at: int) -> Datum:
    return data[at]


def _near(text: str, data: Sequence[Datum], at: int) -> frozenset[int]:
    """What is counted, by its row in the table: the word at the number, behind it or before; else the next behind, the last before."""
    datum = data[at]
    end, first = datum.start + len(datum.text), data[at - 1].start + len(data[at - 1].text) if at else 0
    near = _NEAR if not text[end : end + 4].isascii() else 3 * _NEAR  # words of letters take more room than characters
    last = data[at + 1].start if at + 1 < len(data) else len(text)
    after = _STOP.split(text[end : min(last, end + near)], maxsplit=1)[0]
    before = _STOP.split(text[max(first, datum.start - near) : datum.start])[-1]
    behind, ahead = _counted(after), _counted(before)
    if behind and after[: behind[0].start()] in _JOINS:
        return _rows()[behind[0][0].lower()]
    if ahead and not before[ahead[-1].end() :].strip():
        return _rows()[ahead[-1][0].lower()]
    found = [*_counted(datum.text), *behind, *reversed(ahead)]
    return _rows()[found[0][0].lower()] if found else frozenset()


def _counted(words: str) -> list[re.Match[str]]:
    return [*_pattern().finditer(words)]


@cache
def _rows() -> Mapping[str, frozenset[int]]:
    rows: dict[str, set[int]] = {}
    for row, line in enumerate(_COUNTED.strip().splitlines()):
        for word in line.replace("/", " ").split():
            rows.setdefault(word, set()).add(row)
    return {word: frozenset(found) for word, found in rows.items()}


@cache
def _pattern() -> re.Pattern[str]:
    latin, east = _parted(_rows())
    return re.compile(rf"(?<![A-Za-z])(?:{any_of(latin)})(?![a-zäöüß])|{any_of(east)}", re.IGNORECASE)


def _parted(words: Iterable[str]) -> tuple[list[str], list[str]]:
    words = [*words]
    return [word for word in words if word < "\u0250"], [word for word in words if word >= "\u0250"]
