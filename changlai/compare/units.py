"""What may follow a number and say of what: units of measure, currencies, percents, ages, words for counting."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from changlai.compare.grammar import any_of, beginning
from changlai.model import Typography


class Tail(NamedTuple):
    """`endings` are what the value of a number gets: " km"; several where a word serves for several things, as ポンド does."""

    kind: str
    endings: tuple[str, ...]


# Kind and ending, of measures dimension and size: Chinese and Japanese / Korean / Latin words / symbols of all languages.
# "_" is a blank, "(s)" an ending that may be missing. 里, 亩 and 斤 are those of Chinese law since 1929: 500 m, 1/15 ha, 500 g.
_TABLE = """
measure km2 area 1e6: 平方公里 平方千米 平方キロメートル 平方キロ / 제곱킬로미터 평방킬로미터
 / square_kilometre(s) square_kilometer(s) quadratkilometer(n) / km² km2 ㎢ sq_km
measure m2 area 1: 平方米 平米 平方メートル / 제곱미터 평방미터 / square_metre(s) square_meter(s) quadratmeter(n) / m² m2 ㎡ sq_m
measure ha area 1e4: 公顷 公頃 ヘクタール / 헥타르 / hectare(s) hektar / ha
measure mu area 666.667: 亩 畝 ムー / 무 / mu /
measure acre area 4046.86: 英亩 エーカー / 에이커 / acre(s) /
measure mi2 area 2.59e6: 平方英里 平方マイル / 제곱마일 / square_mile(s) / sq_mi
measure m3 volume 1e3: 立方米 立方メートル / 세제곱미터 입방미터 / cubic_metre(s) cubic_meter(s) kubikmeter(n) / m³ m3
measure l volume 1: 升 公升 リットル / 리터 / litre(s) liter(s) liter(n) / L l
measure ml volume 1e-3: 毫升 ミリリットル / 밀리리터 / millilitre(s) milliliter(s) / ml mL
measure km length 1e3: 公里 千米 キロメートル キロ / 킬로미터 킬로 / kilometre(s) kilometer(s) kilometer(n) / km
measure m length 1: 米 メートル / 미터 / metre(s) meter(s) meter(n) / m
measure cm length 0.01: 厘米 公分 センチメートル センチ / 센티미터 센티 / centimetre(s) centimeter(s) zentimeter(n) / cm
measure mm length 1e-3: 毫米 ミリメートル ミリ / 밀리미터 / millimetre(s) millimeter(s) / mm
measure li length 500: 华里 里 / 리 / li /
measure mi length 1609.344: 英里 マイル / 마일 / mile(s) meile(n) /
measure nmi length 1852: 海里 / 해리 / nautical_mile(s) /
measure ft length 0.3048: 英尺 フィート / 피트 / feet foot / ft
measure in length 0.0254: 英寸 インチ / 인치 / inch inches /
measure t mass 1e6: 吨 噸 トン / 톤 / tonne(s) ton(s) tonne(n) / t
measure kg mass 1e3: 公斤 千克 キログラム キロ / 킬로그램 킬로 / kilogram(s) kilo(s) kilogramm / kg
measure g mass 1: 克 グラム / 그램 / gram(s) gramme(s) gramm / g
measure mg mass 1e-3: 毫克 ミリグラム / 밀리그램 / milligram(s) / mg
measure jin mass 500: 斤 / 근 / jin catty catties /
measure kw power 1: 千瓦 キロワット / 킬로와트 / kilowatt(s) / kW
measure mw power 1e3: 兆瓦 メガワット / 메가와트 / megawatt(s) / MW
measure kwh energy 1: 千瓦时 キロワット時 / 킬로와트시 / kilowatt_hour(s) / kWh
measure celsius heat 1: 摄氏度 / / degrees_celsius degree_celsius grad_celsius / °C ℃
measure fahrenheit warmth 1: 华氏度 / / degrees_fahrenheit / °F ℉
measure degree angle 1: 度 / 도 / degree(s) grad / °
measure celsius heat 1: 度 / 도 / degree(s) grad / °
measure s time 1: 秒 秒钟 秒間 / 초 / second(s) sekunde(n) /
measure min time 60: 分钟 分鐘 分間 分 / 분간 분 / minute(s) min(s) minute(n) /
measure h time 3600: 小时 小時 个小时 個小時 个多小时 時間 钟头 个钟头 / 시간 / hour(s) hr(s) stunde(n) / h
measure day time 86400: 天 日 日間 日间 昼夜 / 일 일간 일째 / day(s) tag tage(n) /
measure week time 604800: 周 个星期 星期 週間 週 个礼拜 个多星期 / 주간 주일 주 / week(s) woche(n) /
measure month time 2629746: 个月 個月 个多月 か月 カ月 ヶ月 ヵ月 ケ月 か月間 カ月間 ヶ月間 / 개월 개월간 달 / month(s) monat monate(n) /
measure year time 31556952: 年 年間 年间 / 년 년간 해 / year(s) yr(s) jahr jahre(n) /
measure decade time 315569520: / / decade(s) jahrzehnt jahrzehnte(n) /
measure century time 3155695200: 个世纪 個世紀 / / century centuries jahrhundert jahrhunderte(n) /
money CNY: 元 人民元 人民币 圆 / 위안 위안화 / yuan renminbi / RMB CNY
money JPY: 円 日元 日圆 / 엔 엔화 / yen / JPY
money USD: 美元 美金 ドル 米ドル / 달러 미국_달러 미_달러 / dollar(s) us_dollar(s) / USD
money HKD: 港元 港币 ドル 香港ドル / 달러 홍콩_달러 / dollar(s) / HKD Hong_Kong_dollar(s)
money AUD: 澳元 ドル 豪ドル / 달러 호주_달러 / dollar(s) / AUD Australian_dollar(s)
money CAD: 加元 ドル カナダドル / 달러 캐나다_달러 / dollar(s) / CAD Canadian_dollar(s)
money EUR: 欧元 歐元 ユーロ / 유로 / euro(s) / EUR €
money GBP: 英镑 英鎊 ポンド 英ポンド / 파운드 / pound(s) pound(s)_sterling / GBP
measure lb mass 453.592: 磅 ポンド / 파운드 / pound(s) pfund / lb lbs
money KRW: 韩元 韓元 ウォン / 원 / won / KRW
money RUB: 卢布 ルーブル / 루블 / rouble(s) ruble(s) / RUB
percent %: ％ パーセント 个百分点 個百分點 ポイント / 퍼센트 프로 퍼센트포인트 / per_cent percent prozent percentage_point(s)
 prozentpunkte(n) / %
percent 0%: 成 割 / 할 / /
number: 岁 歳 歲 才 周岁 周年 週年 分 ポイント / 세 살 주년 분 / year-old(s) years_old years_of_age jahre_alt won /
times: 倍 / 배 / times fold mal /
base: 进制 进位 進数 進法 進 / 진수 진법 / /
loose: つ 番目 種 種類 通り 种 种类 人用 / 번째 가지 인용 인 / /
floor: 楼 階 层 / 층 / /
fold: 重 / 차 중 / /
count: 个 個 名 位 人 座 所 家 条 項 项 次 回 届 屆 期 号 件 份 张 張 只 隻 支 本 册 冊 部 篇 首 幅 棵 株 头 頭 匹 辆 架 艘 台 套 间
 栋 幢 户 村 类 類 门 場 场 段 句 字 页 頁 章 节 節 卷 巻 版 集 批 班 组 組 队 枚 块 片 颗 根 双 对 副 杯 瓶 碗 盘 桌 省 市 县 区 镇 乡 科
 级 孔 轮 站 点 处 口 声 封 代 か国 カ国 ヶ国 个国家 か所 カ所 ヶ所 箇所 個所 校 町 番 社 団体 文字 曲 編 基 棟 両 室 席 票 段階 軒
 羽 間 开间 都市 学校 言語 / 명 개 번 곳 사람 도시 나라 개국 권 장 대 마리 그루 채 편 쌍 팀 줄 칸 언어 글자 점 척 병 잔 송이 켤레 벌 갈래
 차례 학교 기관 회 호 건 국 군데 종 동 모금 단계 마을 / /
"""

# A word, and the characters with which it is part of another: 五年级, 三天王, 五分之一.
_LONGER_WORDS = """
天 王堂下文然气気空主皇津, 米 国國軍军兵粉饭飯酒ド, 周 年岁末边围报公, 週 年末刊, 里 山湾屯塚面头頭程约弄河巷, 元 旦代朝年月首素宵始帅曲,
成 为為立员員就功果都长長本人语品熟, 割 り, 分 之の校野布别別析类類公店, 年 代级級生轮, 日 月酔市本报報记記程, 度 假过量, 升 级学, 克 拉服,
キロ グワ, 人 民口间間, 点 评, 本 书質地土人, 部 分门門, 家 族具, 次 元会資资利创加, 進 行, 주 년기민요택변, 무 료, 리 더그, 도 시로움,
세 기계대, 원 칙래, 배 우, 분 의야기, 달 러, 엔 진, 해 외양, 점 심, 대 회학상, 년 대생, 회 사의원, 국 가제민, 종 류교, 번 호,
개 수, 동 안시네, 호 텔, 장 소, 일 본보, 프로 그젝세필듀모토급로팀, 차 이량, 중 국앙학심요간
"""
_NOT_BEFORE = dict(map(str.split, _LONGER_WORDS.split(",")))

_COLUMNS: dict[Typography, int] = {"zh": 0, "ja": 0, "ko": 1, "latin": 2}
_SYMBOLS = 3


class _Row(NamedTuple):
    kind: str
    ending: str
    spellings: list[list[str]]


def _read() -> tuple[list[_Row], dict[str, tuple[str, float]]]:
    rows, sizes = [], {}
    for line in _TABLE.replace("\n ", " ").strip().splitlines():
        head, _, cells = line.partition(":")
        kind, ending, dimension, size = (*head.split(), "", "", "")[:4]
        ending = f" {ending}" if kind in ("measure", "money") else ending
        rows.append(_Row(kind, ending, [_spellings(cell) for cell in f"{cells} ".split(" /")]))
        if size:
            sizes[ending.strip()] = dimension, float(size)
    return rows, sizes


def _spellings(cell: str) -> list[str]:
    """With and without the ending in parentheses."""
    words = [*re.sub(r"[()]", "", cell).split(), *re.sub(r"\(.*?\)", "", cell).split()]
    return [word.replace("_", " ") for word in dict.fromkeys(words)]


_ROWS, SIZES = _read()


class Tails(NamedTuple):
    """What is looked for behind a number in one typography. Groups: `word`, `symbol`; in the East `more`, for 多 or 여 between: 20多年."""

    pattern: str
    words: dict[str, Tail]

    def of(self, match: re.Match[str]) -> Tail | None:
        word = match["symbol"] or (match["word"] or "").lower().replace("-", " ")
        return self.words.get(word)


@cache
def tails(typography: Typography) -> Tails:
    words: dict[str, Tail] = {}
    spelled: dict[int, set[str]] = {column: set() for column in (_COLUMNS[typography], _SYMBOLS)}
    for kind, ending, spellings in _ROWS:
        for column, found in spelled.items():
            found.update(spellings[column])
            for word in spellings[column]:
                known = words.get(word.replace("-", " "), Tail(kind, ()))
                words[word.replace("-", " ")] = Tail(known.kind, (*known.endings, ending))
    latin = typography == "latin"
    between, end = (r"[ \u00a0\u202f-]?", "(?![A-Za-zÄÖÜäöüß])") if latin else ("(?P<more>[多余餘来來]|여|[个個]半(?!天))?[ ]?", "")
    one, other = spelled[_COLUMNS[typography]], any_of(spelled[_SYMBOLS])
    word = beginning(one).replace(r"\ ", "[ -]") if latin else _eastern(one)
    return Tails(rf"{between}(?:(?P<word>(?:{word}){end})|(?P<symbol>{other})(?![A-Za-z²³]))", words)


def _eastern(words: Iterable[str]) -> str:
    """The longest first, and none that begins a longer word."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) + (f"(?![{_NOT_BEFORE[word]}])" if word in _NOT_BEFORE else "") for word in ordered)
