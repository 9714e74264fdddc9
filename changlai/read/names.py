"""Names of folders, terms and fields: what they may be, what is reserved, and what a slip probably meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from urllib.parse import unquote, urlsplit

from changlai.model import Kind, Language, Settings
from changlai.problems import suggestion

ODD = "\u3000\u00a0\u200b\u202f\u2060"  # spaces of input methods, Word and web pages

TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-[A-Za-z0-9]{5,8})*", re.ASCII)
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
LONGEST_SLUG = 80
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
RESERVED = frozenset({"page", "feed", "index", *_DEVICES})
# What stands beside a page whose kind drops its segment: /zh/<slug>/.
RESERVED_PAGES = frozenset({"404", "assets", "media", "series", "topics", "search", "pagefind", "sitemap", "robots"})
RESERVED_KINDS = RESERVED | RESERVED_PAGES

ADDRESS = re.compile(r"/(?:[^\s?#/]+/)*[^\s?#/]*")
UNFIT = frozenset('"*<>\\^`{|}')  # in an address: ends a string, stands for any name, or is nothing that a disk holds

# What writers call a field in their own language or in another generator.
_FIELDS = {
    "title": "标题 題目 题目 標題 題名 タイトル 제목 headline",
    "summary": "摘要 简介 簡介 概要 要約 要旨 요약 개요 description abstract excerpt intro 导语",
    "date": "日期 时间 日付 날짜 datum published pubdate",
    "updated": "更新 更新日期 更新日 수정일 lastmod modified last_modified",
    "publish_on": "发布日期 发布 公開日 게시일 publishdate publish_date publish",
    "series": "系列 栏目 专栏 シリーズ 시리즈 column",
    "number": "期号 期数 第几期 号 番号 번호 issue no",
    "cities": "城市 友城 都市 도시 city",
    "figures": "人物 人名 인물 figure people person",
    "places": "地点 场所 場所 장소 place location",
    "topics": "主题 话题 标签 分类 タグ テーマ 주제 태그 tags tag categories category topic keywords",
    "image": "图片 封面 配图 头图 画像 写真 이미지 사진 cover picture photo thumbnail thumb banner",
    "image_alt": "图片说明 替代文字 代替テキスト 대체텍스트 alt caption imagealt",
    "authors": "作者 撰稿 著者 作成者 글쓴이 저자 author by byline writer",
    "translator": "译者 翻译 訳者 翻訳 번역 역자 translators",
    "reviewer": "审校 审核 校对 校閲 감수 reviewers editor",
    "sources": "来源 出处 出典 출처 source references",
    "draft": "草稿 下書き 초안",
    "withdrawn": "撤回 撤稿 取り下げ 철회 deleted removed",
    "aliases": "别名 又名 別名 별명 alias",
    "redirect_from": "旧地址 redirects redirect",
    "order": "顺序 排序 順番 순서 weight position",
    "name": "名称 姓名 名前 名称 이름",
    "since": "结好时间 建立时间 締結年 결연 established founded",
    "country": "国家 国 국가 나라",
    "region": "地区 省 州 地域 지역 province state",
    "address": "地址 住所 주소",
    "born": "出生 生年 출생 birth",
    "died": "逝世 去世 没年 사망 death",
    "facts": "事实 資料 사실 fact",
    "tie": "关系 関係 관계 relation relationship",
    "site": "官网 网站 公式サイト 홈페이지 website homepage url",
    "time_zone": "时区 時間帯 시간대 timezone tz",
    "base_url": "网址 baseurl url site_url",
    "languages": "语言 言語 언어 locales langs",
    "source": "默认语言 default_language lang language",
    "menu": "菜单 导航 メニュー 메뉴 nav navigation",
    "footer": "页脚 フッター 바닥글",
    "host": "主办单位 主办",
    "operator": "承办单位 承办",
    "site_code": "标识码 政府网站标识码",
    "icp": "备案号 ICP备案号 icp备案",
    "police": "公安备案号 公安备案",
    "text": "内容 文字 正文 本文 내용",
    "publisher": "出版者 发布者 发布单位 媒体 発行者 발행처",
    "url": "链接 网址 リンク 링크 link href",
    "right": "译名 标准译名 正确 定訳 訳語 표준 preferred",
    "accept": "也可 可用 許容 허용 accepted allow also",
    "forbid": "禁用 不用 禁止 금지 forbidden avoid never",
    "note": "说明 备注 注 備考 비고 comment notes",
    "reason": "理由 原因 이유 why",
    "until": "截止 到期 期限 기한 expires end",
    "except": "例外 예외 exceptions exempt",
}
_MEANT_OF: dict[str, list[str]] = {}
for _field, _words in _FIELDS.items():
    for _word in _words.split():
        _MEANT_OF.setdefault(_word.casefold(), []).append(_field)


def similar_field(name: str, known: Iterable[str]) -> str:
    """The field that was probably meant, or an empty string."""
    fields = set(known)
    plain = re.sub(r"[\s-]+", "_", unicodedata.normalize("NFKC", name).strip(" \u200b*_:\"'“”").casefold())
    if plain in fields:
        return plain
    meant = [field for field in _MEANT_OF.get(plain, ()) if field in fields]
    return meant[0] if meant else suggestion(plain, fields)


def is_slug(name: str) -> bool:
    return len(name) <= LONGEST_SLUG and bool(SLUG.fullmatch(name))


def is_free(slug: str, kind: Kind, settings: Settings) -> bool:
    """Whether nothing else stands at the address that a folder of this name would have."""
    taken = slug in RESERVED_PAGES or slug in settings.kinds or slug in settings.languages
    return slug not in RESERVED and not (kind.model == "pages" and taken)


def slug_of(name: str) -> str:
    """An address as near to `name` as the rules allow; `my-entry` where nothing of it may stay."""
    latin = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    words = re.sub(r"[^a-z0-9]+", "-", latin).strip("-")[:LONGEST_SLUG].strip("-")
    return words or "my-entry"


def is_url(text: str) -> bool:
    """Whether `text` is an absolute address of the web, without a password in it."""
    if not re.fullmatch(r"https?://[^\s\"<>\\^`{|}，。；：！？“”（）]+", text):
        return False
    try:
        parts = urlsplit(text)
        return bool(parts.hostname) and "@" not in parts.netloc and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


def is_path(text: str) -> bool:
    """Whether `text` is an address inside of the site, one that disks and the files of hosts can carry as it is."""
    plain = unquote(text)
    steps = plain.split("/")
    inside = not {".", ".."} & set(steps) and not any(step.startswith(":") for step in steps)  # :x is any name in `_redirects`
    return inside and plain.isprintable() and not UNFIT & set(plain) and bool(ADDRESS.fullmatch(text))


_COUNTRIES = dict(
    pair.split(":")
    for pair in [
        "jp:ja",
        "cn:zh",
        "kr:ko",
        "tw:zh",
        "hk:zh",
        "gb:en",
        "uk:en",
        "us:en",
        "chs:zh",
        "cht:zh",
        "eng:en",
        "kor:ko",
        "jpn:ja",
        "chi:zh",
        "zho:zh",
        "ger:de",
        "deu:de",
    ]
)


def similar_language(name: str, languages: Mapping[str, Language]) -> str:
    """The code of the language that was probably meant by a country, a tag, a locale or its name, or an empty string."""
    word = name.strip(ODD + " ").casefold().replace("_", "-")
    for code, row in languages.items():
        if word in (
            code,
            row.tag.casefold(),
            row.locale.casefold().replace("_", "-"),
            row.og.casefold().replace("_", "-"),
            row.name.casefold(),
        ):
            return code
    meant = _COUNTRIES.get(word, word.partition("-")[0])
    near: Iterable[str] = [code for code in languages if code == meant or code.partition("-")[0] == meant]
    return next(iter(near), "")
