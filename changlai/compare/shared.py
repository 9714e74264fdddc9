"""What two texts in different languages have in common that can be seen: numbers and names, characters, and everyday words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from changlai.compare.facts import values
from changlai.compare.lexicon import WORDS
from changlai.model import Traits, Typography

Things = Sequence[frozenset[str]]  # by block

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]+")
_HANGUL = re.compile("[\uac00-\ud7a3]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]{2,}")
_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ing", ""), ("ed", ""))
_LONGEST = 4  # characters of a Chinese word in the lexicon
# Japanese characters that look otherwise in simplified Chinese, each with what they look like there.
_FORMS = (
    "個个箇个著着説说裏里時时還还過过働动動动対对発发髪发様样義义後后産产為为進进現现従从開开種种児儿両两麺面隻只頭头戻回給给経经問问"
    "見见実实機机幾几戦战話话気气業业誌志間间罷罢辺边級级別别聴听無无車车階阶長长製制軍军電电員员関关喫吃変变菓果題题門门東东総总領领"
    "決决隊队論论許许幹干資资書书並并併并結结導导闘斗帯带敵敌農农線线認认毎每運运風风衆众師师愛爱歩步設设連连誰谁該该術术計计応应遠远"
    "満满覚觉観观親亲報报熱热済济強强講讲譲让組组統统飛飞塊块確确極极識识質质準准緊紧馬马団团剛刚記记軽轻労劳樹树細细紅红習习暦历歴历"
    "銭钱錯错拠据較较響响難难類类験验離离張张備备込入買买場场収收転转規规勝胜鉄铁須须織织晩晚係系況况際际伝传堅坚談谈黒黑処处扱处囲围"
    "撃击厳严広广圧压壊坏単单専专増增請请陣阵偉伟議议積积復复複复覆复達达飯饭約约訴诉橋桥挙举魚鱼則则節节鋼钢願愿歳岁証证陽阳顕显興兴"
    "図图続续層层権权売卖誤误務务査查護护紀纪紙纸漸渐頂顶勢势評评脳脑創创郷乡読读簡简価价養养県县沖冲衝冲驚惊採采維维鐘钟視视薬药継继"
    "僅仅礎础焼烧週周傷伤調调揺摇終终態态試试窓窗揮挥遊游責责嬢娘適适雑杂換换煙烟標标値值課课衛卫選选検检荘庄畑田営营闇暗滅灭貨货顧顾"
    "負负婦妇針针構构緻致弾弹筆笔費费葉叶減减絶绝環环優优鏡镜効效楽乐奮奋懐怀糧粮討讨殺杀築筑掛挂順顺豊丰鉱矿語语園园徹彻砕碎錬炼仏佛"
    "歓欢練练鶏鸡銀银館馆項项涙泪輸输測测漢汉蓋盖仮假輪轮険险預预緑绿臨临執执敗败鎮镇編编麗丽窮穷剝剥雲云戯戏頓顿陸陆範范剰剩黙默円圆"
    "奪夺昇升繊纤億亿徴征謝谢島岛斉齐鳥鸟寛宽砲炮罵骂鮮鲜貴贵揚扬縮缩紡纺傾倾職职帳帐挿插霊灵圏圈盤盘湧涌財财餓饿賛赞憤愤拡扩悪恶獲获"
    "穫获紹绍蔵藏緩缓嘆叹浄净穏稳詩诗協协紛纷陰阴栄荣異异慣惯穀谷汎泛粛肃録录補补撲扑癒愈躍跃溝沟嚇吓騎骑凍冻純纯聞闻績绩顔颜戸户夢梦"
    "涼凉銅铜損损摂摄尋寻藍蓝訂订側侧慮虑抜拔軟软貼贴劇剧釈释擁拥勧劝掃扫儀仪網网掲揭閉闭塗涂濃浓脈脉巻卷監监貧贫鍋锅違违噴喷廃废舗铺"
    "憶忆災灾縄绳隠隐額额畝亩遅迟乗乘犠牺託托遺遗輝辉訓训謀谋徳德貢贡暫暂詳详帰归毀毁稲稻緒绪庫库貫贯騰腾閑闲鍛锻膚肤跡迹輩辈潔洁陥陷"
    "獄狱療疗鈴铃霧雾飽饱払付暁晓綱纲逓递壌壤痩瘦腸肠歯齿載载剣剑剤剂競竞縁缘縫缝竜龙鉛铅宮宫彙汇窯窑訪访隷隶猟猎詞词軌轨釣钓択择塩盐"
    "訳译奨奖潤润糾纠鎖锁殻壳鋭锐鳴鸣懇恳鯨鲸煩烦捨舍舎舍捜搜臓脏啓启鍵键庁厅弔吊審审幣币賞赏傘伞喚唤渉涉猶犹憲宪頑顽脅胁脇胁塡填懸悬"
    "偵侦慶庆棄弃誠诚酔醉錦锦貝贝偽伪渇渴覧览閥阀頻频倉仓紋纹墳坟襲袭欄栏渦涡縦纵誇夸飲饮齢龄漁渔緯纬購购渓溪湯汤獣兽誕诞飾饰餅饼畳叠"
    "籠笼絵绘軸轴彫雕艶艳岡冈飢饥債债恥耻貿贸鋳铸飼饲隣邻縛缚遷迁鑑鉴駐驻診诊郵邮虜虏賊贼醜丑濁浊貪贪華华塁垒巣巢聖圣頼赖悩恼拝拜絡络"
    "覇霸訟讼駄驮亜亚罰罚謙谦頃顷傑杰羨羡腫肿諸诸賠赔陳陈憂忧唄呗喪丧擬拟閲阅冊册疎疏碁棋納纳艦舰頒颁穂穗謹谨孫孙薦荐謡谣濫滥絹绢綿绵"
    "蛍萤禍祸紳绅娯娱懲惩賀贺繭茧販贩鎌镰埼崎墜坠寧宁錠锭鬱郁締缔誘诱駆驱亀龟償偿呪咒帥帅塀屏墾垦姉姊潰溃賭赌醸酿頰颊駒驹倹俭賓宾遜逊"
    "侶侣倫伦僕仆勅敕勲勋呂吕呉吴喩喻壇坛壱壹妬妒姫姬嵐岚弐贰恵惠慄栗搾榨摯挚斎斋斬斩曇昙曖暧柵栅桜樱桟栈棟栋沢泽渋涩滝泷漬渍瀬濑瑠琉"
    "璽玺瘍疡矯矫箋笺篤笃粧妆紺绀絞绞綻绽繕缮繰缲羅罗腎肾薫薰訃讣詐诈詔诏詠咏詣诣詮诠詰诘諦谛諧谐諭谕諮谘諾诺謁谒謄誊謎谜譜谱貞贞貯贮"
    "貸贷賂赂賃赁賄贿賜赐賢贤賦赋贈赠軒轩轄辖遡溯鈍钝鉢钵銃铳銘铭錮锢閣阁阪坂韓韩韻韵顎颚餌饵駅驿騒骚髄髓鶴鹤"
)
_SIMPLE = str.maketrans(dict(zip(_FORMS[::2], _FORMS[1::2], strict=True)))


class Group(NamedTuple):
    """Things of one sort, of both editions, and what they count. One that two blocks have counts the logarithm of how rare it is, times
    `found`; one that only one of them has, though both editions have it, counts against them as often as it is rare, times `lost`.
    """

    source: Things
    target: Things
    found: float
    lost: float
    words: bool = False


# Fitted by logistic regression on pairs of labelled blocks, true and false ones.
_DATA, _LATIN_WORDS, _NEIGHBOURS, _CHARACTERS = (1.0, 1.2), (1.0, 1.0), (1.0, 0.6), (0.65, 0.25)
_MEANINGS: Mapping[Typography, tuple[float, float]] = {"latin": (1.2, 0.75), "ko": (1.1, 0.8), "ja": (0.8, 0.6)}


def data(source: Sequence[Traits], target: Sequence[Traits]) -> Group:
    """Numbers and the like, terms of the glossary, and where links lead."""
    return Group([things(block) for block in source], [things(block) for block in target], *_DATA)


def things(block: Traits) -> frozenset[str]:
    """What a translation must keep, however it spells it."""
    return values(block.data).union(block.terms, block.targets)


def words(source: Sequence[Traits], target: Sequence[Traits], languages: tuple[Typography, Typography]) -> Iterator[Group]:
    """What can be compared of the texts themselves, in these two languages."""
    ours, theirs = [block.text for block in source], [block.text for block in target]
    yield Group([latin(text) for text in ours], [latin(text) for text in theirs], *_LATIN_WORDS)
    if set(languages) <= {"zh", "ja"}:
        yield Group([characters(text) for text in ours], [characters(text) for text in theirs], *_CHARACTERS, words=True)
    elif "latin" not in languages:
        yield Group([neighbours(text) for text in ours], [neighbours(text) for text in theirs], *_NEIGHBOURS)
    if languages[0] != languages[1]:
        space = next(language for language in _MEANINGS if language in languages)
        meant = [[meanings(text, language, space) for text in texts] for language, texts in zip(languages, (ours, theirs), strict=True)]
        yield Group(meant[0], meant[1], *_MEANINGS[space], words=True)


def latin(text: str) -> frozenset[str]:
    """Names and words in Latin letters."""
    return frozenset(_LATIN.findall(text.lower()))


def characters(text: str) -> frozenset[str]:
    """Chinese characters, Japanese ones as they are written in Chinese."""
    return frozenset("".join(_HAN.findall(text.translate(_SIMPLE))))


def neighbours(text: str) -> frozenset[str]:
    """Chinese characters that stand side by side: most words are of two."""
    return frozenset(run[at : at + 2] for run in _HAN.findall(text.translate(_SIMPLE)) for at in range(len(run) - 1))


def meanings(text: str, language: Typography, space: Typography) -> frozenset[str]:
    """Everyday words of a text, as words of the language `space`."""
    table = _table(language, space)
    found = [word for word in _words(text, language) if word in table]
    return frozenset(found) if language == space else frozenset().union(*[table[word] for word in found])


@lru_cache(maxsize=1024)  # a source is compared with one translation after the other
def _words(text: str, language: Typography) -> frozenset[str]:
    """What the lexicon may have of a text."""
    if language == "latin":
        return frozenset(map(stem, _LATIN.findall(text)))
    if language == "ko":
        return _pieces(_HANGUL.findall(text), 2)
    if language == "ja":
        return _pieces(_HAN.findall(text.translate(_SIMPLE)), _LONGEST) | frozenset([word for word in _japanese() if word in text])
    return _pieces(_HAN.findall(text), _LONGEST)


def _pieces(runs: Sequence[str], longest: int) -> frozenset[str]:
    return frozenset([run[at : at + length] for run in runs for length in range(1, longest + 1) for at in range(len(run) - length + 1)])


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """An English word without its ending, as far as that can be told from its letters, and not more than six of them."""
    word = word.lower()
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            word = word.removesuffix(ending) + instead
            break
    return word.rstrip("e")[:6]


@cache
def _table(language: Typography, space: Typography) -> Mapping[str, frozenset[str]]:
    """From words of one language to those that stand for them in another, or in the same."""
    table: dict[str, set[str]] = {}
    for entry in _entries():
        for word in entry[language]:
            table.setdefault(word, set()).update(entry[space])
    return {word: frozenset(meant) for word, meant in table.items()}


@cache
def _entries() -> Sequence[Mapping[Typography, Sequence[str]]]:
    entries: list[Mapping[Typography, Sequence[str]]] = []
    for entry in WORDS.replace("\n", "|").strip("|").split("|"):
        chinese, english, korean, *japanese = entry.split(" ")
        entries.append(
            {
                "zh": [chinese],
                "latin": [stem(word) for word in english.split(",")],
                "ko": [word[:2] for word in korean.split(",")],
                "ja": [chinese, *(japanese[0].split(",") if japanese else ())],
            }
        )
    return entries


@cache
def _japanese() -> Sequence[str]:
    return [word for entry in _entries() for word in entry["ja"][1:]]
