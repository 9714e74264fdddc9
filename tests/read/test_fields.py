"""What a field may hold: each fault at its line and column, once, and in that file only."""

from __future__ import annotations

import pytest

from tests.read.conftest import CITY, EN, SITE, STORY, TERMS, ZH, Files, Read, Seen, elsewhere, seen

PAKS = "content/cities/paks/profile.yaml"


def story(**fields: str) -> str:
    """The good story with fields in place of its own; an empty text leaves one out."""
    lines = {line.split(":")[0]: line for line in STORY.split("---\n")[1].splitlines()}
    lines.update({name: f"{name}: {value}" for name, value in fields.items()})
    return "---\n" + "".join(f"{line}\n" for name, line in lines.items() if fields.get(name, "-")) + "---\n\n正文。\n"


STORIES: list[tuple[str, Seen]] = [
    (story(date="2022/08/26"), [("bad-date", 4, 7)]),
    (story(date="2022年8月26日"), [("bad-date", 4, 7)]),
    (story(date="26.8.2022"), [("bad-date", 4, 7)]),
    (story(date="2022-8-26"), [("bad-date", 4, 7)]),
    (story(date="2022-08-26 10:00"), [("bad-date", 4, 7)]),
    (story(date="２０２２-08-26"), [("bad-date", 4, 7)]),
    (story(date="2022-02-30"), [("impossible-day", 4, 7)]),
    (story(date="2022-13-01"), [("impossible-date", 4, 7)]),
    (story(date="2022-00"), [("impossible-date", 4, 7)]),
    (story(date="2022-08-00"), [("impossible-day", 4, 7)]),
    (story(date="22022-08-26"), [("bad-date", 4, 7)]),
    (story(date="2922-08-26"), [("impossible-date", 4, 7)]),
    (story(date="[2022]"), [("text-expected", 4, 7)]),
    (story(date="“2022”"), [("smart-quotes", 4, 7)]),
    (story(date=""), [("missing-date", 2, 1)]),
    (story(date="2022"), []),
    (story(date="2022-08"), []),
    (story(date='"2022-08-26"'), []),
    (story(publish_on="2022-08"), [("whole-date", 9, 13)]),
    (story(number="第18期"), [("number-expected", 6, 9)]),
    (story(number="１８"), [("number-expected", 6, 9)]),
    (story(number="18.0"), [("number-expected", 6, 9)]),
    (story(number="0"), [("number-range", 6, 9)]),
    (story(series=""), [("number-without-series", 5, 1)]),
    (story(title=""), [("missing-field", 2, 1)]),
    (story(title=" "), [("empty-field", 2, 1)]),
    (story(title="2022"), []),
    (story(title="no"), []),
    (story(title="“外眼看聊城”"), []),
    (story(title="[昌莱园]"), [("text-expected", 2, 8)]),
    (story(title="{zh: 昌莱园}"), [("text-expected", 2, 8)]),
    (story(draft="yes"), [("flag-expected", 9, 8)]),
    (story(draft="是"), [("flag-expected", 9, 8)]),
    (story(draft="maybe"), [("flag-expected", 9, 8)]),
    (story(draft="True"), []),
    (story(cities="paks"), []),
    (story(cities="[paks, paks]"), [("twice-in-list", 7, 16)]),
    (story(cities="[paks，pasks]"), [("yaml-fullwidth-comma", 7, 10)]),
    (story(cities="paks, betio"), [("list-unbracketed", 7, 9)]),
    (story(cities="【paks、betio】"), [("yaml-fullwidth-comma", 7, 9)]),
    (story(cities="[“paks”]"), [("smart-quotes", 7, 10)]),
    (story(cities="[pask]"), [("misspelt-reference", 7, 10)]),
    (story(cities="[保克什]"), [("misspelt-reference", 7, 10)]),
    (story(cities="[city:paks]"), [("misspelt-reference", 7, 10)]),
    (story(cities="[qqq]"), [("unknown-reference", 7, 10)]),
    (story(cities="{paks: 1}"), [("list-expected", 7, 9)]),
    (story(cities="[[paks]]"), [("text-expected", 7, 10)]),
    (story(cities="\n－ paks\n－ betio"), [("yaml-fullwidth-dash", 8, 1), ("yaml-fullwidth-dash", 9, 1)]),
    (story(cities="\n-paks"), [("yaml-dash-space", 8, 1)]),
    (story(cities="\n　- paks"), [("yaml-odd-space", 8, 1)]),
    (story(topics="[花园]"), [("misspelt-reference", 8, 10)]),
    (story(topics="[garden]"), [("misspelt-reference", 8, 10)]),
    (story(series="foreign-eye"), [("misspelt-reference", 5, 9)]),
    (story(figures="[nobody]"), [("unknown-reference", 9, 11)]),
    (story(标题="x"), [("misspelt-field", 9, 1)]),
    (story(日期="x"), [("misspelt-field", 9, 1)]),
    (story(tags="x"), [("misspelt-field", 9, 1)]),
    (story(Title="x"), [("misspelt-field", 9, 1)]),
    (story(sumary="x"), [("misspelt-field", 9, 1)]),
    (story(zzz="x"), [("unknown-field", 9, 1)]),
    (story(tie="x"), [("misspelt-field", 9, 1)]),
    ("---\n　title: x\ntitle: y\ndate: 2022\n---\n", [("yaml-odd-space", 2, 1)]),
    (story(image="photo.jpg"), [("missing-image", 9, 8)]),
    (story(image="../photo.jpg"), [("image-elsewhere", 9, 8)]),
    (story(image="photo.heic"), [("image-type", 9, 8)]),
    (story(image="{credit: 张三}"), [("missing-field", 9, 8)]),
    (story(image="{file: a.jpg, 版权: 张三}"), [("unknown-field", 9, 22), ("missing-image", 9, 15)][::-1]),
    (story(sources="https://example.org/"), [("map-expected", 9, 10)]),
    (story(sources="[{url: https://example.org/}]"), [("missing-field", 9, 11)]),
    (story(sources="[{title: 甲, url: www.example.org}]"), [("bad-url", 9, 27)]),
    (story(sources="[{title: 甲, url: 'https://example.org/甲，乙'}]"), [("bad-url", 9, 27)]),
    (story(sources="[{title: 甲, url: 'https://a:b@example.org/'}]"), [("bad-url", 9, 27)]),
    (story(sources="[{title: 甲, url: 'javascript:alert(1)'}]"), [("bad-url", 9, 27)]),
    (story(sources="[{title: 甲, date: 2022.8}]"), [("bad-date", 9, 28)]),
    (story(sources="[{title: 甲, lang: zh_CN}]"), [("bad-tag", 9, 28)]),
    (story(sources="[{title: 甲, 乙}]"), [("yaml-comma-in-value", 9, 22)]),
    (story(redirect_from="old"), [("bad-address", 9, 16)]),
    (story(redirect_from="[https://example.org/zh/old/]"), [("bad-address", 9, 17)]),
    (story(redirect_from="[/zh/a/../b/]"), [("bad-address", 9, 17)]),
    (story(redirect_from="[/zh/old/, /zh/old.html]"), []),
    (story(extra="{a: [1, {b: true}]}"), []),
    (story(extra="[a]"), [("map-expected", 9, 8)]),
    (story(authors="[王小明, 'Lee, Ann']"), []),
    (story(authors="王小明、李红"), [("yaml-fullwidth-comma", 9, 10)]),
    (story(image="{file: a.jpg, credit: 外办，licence：CC0}"), [("missing-image", 9, 15), ("yaml-flow-comma", 9, 32)]),
    (story(image="{file: a.jpg, credit: 外办，感谢：某人}"), [("missing-image", 9, 15)]),
    (story(sources="[{publisher: 日报，title：外眼}]"), [("yaml-flow-comma", 9, 25)]),
    (story(extra="｛a: 1｝"), [("yaml-fullwidth-bracket", 9, 8)]),
    ("---\n标题: 园\n日期: 2022\nsummary: 园\n---\n", [("misspelt-field", 2, 1), ("misspelt-field", 3, 1)]),
    ("---\ntitle: 园\n\tdate: 2022\nsummary: 园\n---\n", [("yaml-tab", 3, 1)]),
]


@pytest.mark.parametrize(("text", "expected"), STORIES)
def test_stories(project: Read, text: str, expected: Seen) -> None:
    reading = project({ZH: text})
    assert seen(reading, ZH) == sorted(expected, key=lambda found: (found[1], found[2]))
    assert elsewhere(reading, ZH) == []
    assert reading.library is not None and len(reading.library.entries) == 2


TRANSLATIONS: list[tuple[str, Seen]] = [
    ("---\ntitle: A\ndate: 2022\n---\n", [("field-elsewhere", 3, 1)]),
    ("---\ntitle: A\ncities: [paks]\nseries: x\n---\n", [("field-elsewhere", 3, 1), ("field-elsewhere", 4, 1)]),
    ("---\ntitle: A\ntranslater: B\n---\n", [("misspelt-field", 3, 1)]),
    ("---\ntitle: A\ntranslator: B\nreviewer: C\nupdated: 2022-09\nsummary: D\nimage_alt: E\ndraft: true\n---\n", []),
]


@pytest.mark.parametrize(("text", "expected"), TRANSLATIONS)
def test_translations_carry_their_own_words_only(project: Read, text: str, expected: Seen) -> None:
    reading = project({EN: text})
    assert seen(reading, EN) == expected
    assert all(dict(found.params).get("home", ZH) == ZH for found in reading.problems)


CITIES: list[tuple[str, Seen]] = [
    (CITY.replace("name: {zh: 保克什, en: Paks}\n", ""), [("missing-field", 1, 1)]),
    (CITY.replace("zh: 保克什", "cn: 保克什"), [("misspelt-language", 1, 8)]),
    (CITY.replace("zh: 保克什", "zh-Hans: 保克什"), [("misspelt-language", 1, 8)]),
    (CITY.replace("zh: 保克什", "hu: Paks"), [("unknown-language", 1, 8)]),
    (CITY.replace("zh: 保克什, en", "zh：保克什, en"), [("yaml-fullwidth-colon", 1, 8)]),
    (CITY.replace("en: Paks", "en：Paks"), [("yaml-fullwidth-colon", 1, 17)]),
    (CITY.replace("zh: 保克什", "zh: 保克什, 匈牙利"), [("yaml-comma-in-value", 1, 17)]),
    (CITY.replace("friendly_cooperation", "friendly-cooperation"), [("misspelt-value", 3, 6)]),
    (CITY.replace("friendly_cooperation", "友好城市"), [("unknown-value", 3, 6)]),
    (CITY.replace(", lang: hu", ""), [("missing-field", 2, 13)]),
    (CITY.replace("{text: Paks, lang: hu}", "Paks"), [("map-expected", 2, 13)]),
    (CITY + "time_zone: Europe/Budapset\n", [("unknown-time-zone", 5, 12)]),
    (CITY + "time_zone: ../../etc/passwd\n", [("unknown-time-zone", 5, 12)]),
    (CITY + "time_zone: UTC+1\n", [("unknown-time-zone", 5, 12)]),
    (CITY + "time_zone: Europe/Budapest\n", []),
    (CITY + "site: paks.hu\n", [("bad-url", 5, 7)]),
    (CITY + "born: 1917\n", [("unknown-field", 5, 1)]),
    (CITY + "facts:\n  - text: 一\n", [("missing-field", 6, 5)]),
    (CITY + "facts:\n  - {text: 一, source: {title: 二}, as_of: 2022/8}\n", [("bad-date", 6, 42)]),
    (CITY + "facts: 一\n", [("map-expected", 5, 8)]),
    (CITY + "reading: {ja: パクシュ, jp: x}\n", [("misspelt-language", 5, 21)]),
    (CITY + "aliases: {zh: [鲍克什], en: Pacs}\n", []),
    (CITY + "aliases: [鲍克什, Pacs]\n", []),
    ("- 保克什\n", [("yaml-not-fields", 1, 1)]),
    ("", [("missing-field", 1, 1)]),
    ("# 待写\n", [("missing-field", 1, 1)]),
]


@pytest.mark.parametrize(("text", "expected"), CITIES)
def test_profiles(project: Read, text: str, expected: Seen) -> None:
    reading = project({PAKS: text})
    assert seen(reading, PAKS) == expected
    assert elsewhere(reading, PAKS) == []


TERMS_FILES: list[tuple[str, Seen]] = [
    (TERMS + "tags: {}\n", [("misspelt-field", 5, 1)]),
    (TERMS + "people: {}\n", [("unknown-field", 5, 1)]),
    (TERMS.replace("counter: event", "counter: events"), [("misspelt-value", 2, 78)]),
    (TERMS + "  trade: 经贸\n", [("term-as-text", 5, 10)]),
    (TERMS + "  trade:\n", [("empty-field", 5, 3)]),
    (TERMS + "  trade: {}\n", [("missing-field", 5, 10)]),
    (TERMS + "  经贸: {title: 经贸}\n", [("bad-slug", 5, 3)]),
    (TERMS + "  page: {title: 经贸}\n", [("reserved-slug", 5, 3)]),
    (TERMS + "  trade: {title: 经贸, counter: issue}\n", [("unknown-field", 5, 22)]),
    (TERMS + "  gardens: {title: 园}\n", [("yaml-duplicate", 5, 3)]),
    (TERMS + "  trade: {title: 经贸，summary: 贸易，order: 1}\n", [("yaml-flow-comma", 5, 20), ("yaml-flow-comma", 5, 32)]),
]


@pytest.mark.parametrize(("text", "expected"), TERMS_FILES)
def test_terms(project: Read, text: str, expected: Seen) -> None:
    reading = project({"content/terms.yaml": text})
    assert seen(reading, "content/terms.yaml") == expected


ROW = "zh: {tag: zh-Hans, locale: zh_Hans_CN, name: 简体中文, og: zh_CN}"
SITES: list[tuple[str, Seen]] = [
    (SITE.replace("title: 聊城外事\n", ""), [("missing-field", 1, 1)]),
    (SITE.replace("https://example.org/waishi/", "/waishi/"), [("bad-base-url", 2, 11)]),
    (SITE.replace("https://example.org/waishi/", "www.example.org"), [("bad-base-url", 2, 11)]),
    (SITE.replace("https://example.org/waishi/", "ftp://example.org/"), [("bad-base-url", 2, 11)]),
    (SITE.replace("https://example.org/waishi/", "https://example.org/?a=1"), [("bad-base-url", 2, 11)]),
    (SITE.replace("https://example.org/waishi/", "https：//example.org/"), [("bad-base-url", 2, 11)]),
    (SITE.replace("source: zh", "source: cn"), [("misspelt-value", 3, 9)]),
    (SITE.replace("source: zh", "source: fr"), [("unknown-value", 3, 9)]),
    (SITE.replace("tag: zh-Hans", "tag: zh_Hans"), [("bad-tag", 5, 13)]),
    (SITE.replace("locale: zh_Hans_CN", "locale: zh-Hans-CN"), [("bad-locale", 5, 30)]),
    (SITE.replace("locale: en_GB", "locale: xx_GB"), [("unknown-locale", 6, 25)]),
    (SITE.replace("og: en_GB", "og: en"), [("bad-locale", 6, 51)]),
    (SITE.replace(", og: en_GB", ""), [("missing-field", 6, 7)]),
    (SITE.replace("  en: {", "  EN: {"), [("bad-language-code", 6, 3)]),
    (SITE.replace("tag: ko,", "tag: en,"), [("same-tag", 7, 13)]),
    (SITE + "time_zone: Beijing\n", [("unknown-time-zone", 9, 12)]),
    (SITE + "noindex: on\n", [("flag-expected", 9, 10)]),
    (SITE + "titel: x\n", [("misspelt-field", 9, 1)]),
    (SITE + "theme: x\n", [("unknown-field", 9, 1)]),
    (SITE + "menu: [stories, citys]\n", [("misspelt-menu", 9, 17)]),
    (SITE + "menu: [stories, about]\n", [("unknown-menu", 9, 17)]),
    (SITE + "menu: [stories, series, topics, cities/paks, {to: /cities/, title: 友城}]\n", []),
    (SITE + "menu: [{title: 友城}]\n", [("missing-field", 9, 8)]),
    (SITE + "featured: gardens\n", [("misspelt-reference", 9, 11)]),
    (SITE + "featured: garden\n", []),
    (SITE + "footer: {site_code: 123}\n", [("bad-form", 9, 21)]),
    (SITE + "footer: {icp: 鲁ICP备1号}\n", [("bad-form", 9, 15)]),
    (SITE + "footer: {police: 37150002000001}\n", [("bad-form", 9, 18)]),
    (SITE + "footer: {主办单位: 聊城市}\n", [("misspelt-field", 9, 10)]),
    (SITE + "footer: {site_code: 3715000001, icp: 鲁ICP备12345678号-1, police: 鲁公网安备 37150002000001号}\n", []),
    (SITE + "redirects: {/zh/old/: /zh/new/, /zh/b.html: https://example.org/}\n", []),
    (SITE + "redirects: [{from: /zh/old/, to: /zh/new/}]\n", []),
    (SITE + "redirects: {zh/old: /zh/new/}\n", [("bad-address", 9, 13)]),
    (SITE + "redirects: {/zh/old/: 'http://example.org/'}\n", [("bad-address", 9, 23)]),
    (SITE + "gone: [/zh/old/, old]\n", [("bad-address", 9, 18)]),
    (SITE + "as_of: 2022-08\nfeed_id: example.org,2022\nextra: {a: b}\n", []),
    (SITE + "feed_id: example.org\n", [("bad-form", 9, 10)]),
    (SITE + "kinds: {garden: {like: places, ref: garden, title: 园林}}\n", []),
    (SITE + "kinds: {garden: {ref: garden}}\n", [("missing-field", 9, 17)]),
    (SITE + "kinds: {garden: {like: place}}\n", [("misspelt-value", 9, 24)]),
    (SITE + "kinds: {garden: {like: places, ref: city}}\n", [("same-ref", 9, 9)]),
    (SITE + "kinds: {garden: {like: places, ref: http}}\n", [("bad-ref", 9, 37)]),
    (SITE + "kinds: {series: {like: places}}\n", [("bad-kind", 9, 9)]),
    (SITE + "kinds: {ko: {like: places}}\n", [("bad-kind", 9, 9)]),
    (SITE + "kinds: {cities: {like: places}}\n", [("built-in-kind", 9, 24)]),
    (SITE + "kinds: {cities: {page_size: 0}}\n", [("number-range", 9, 29)]),
    (SITE + "kinds: {cities: {fallback: mirrors}}\n", [("misspelt-value", 9, 28)]),
]


@pytest.mark.parametrize(("text", "expected"), SITES)
def test_settings(project: Read, text: str, expected: Seen) -> None:
    reading = project({"site.yaml": text})
    assert seen(reading, "site.yaml") == expected
    assert reading.library is not None


def test_the_hint_says_what_to_type(project: Read) -> None:
    faulty: Files = {ZH: story(date="2022年8月26日"), PAKS: CITY + "time_zone: europe/budapest\n", "site.yaml": SITE + "titel: x\n"}
    hints = {found.code: found.hint(str) for found in project(faulty).problems}
    assert "date: 2022-08-26" in hints["bad-date"]
    assert "Europe/Budapest" in hints["unknown-time-zone"]
    assert "title: …" in hints["misspelt-field"]
