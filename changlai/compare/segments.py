"""A text cut into the pieces that a difference may mark: words, numbers with their units, what is linked to, single marks.

Chinese and Japanese write no spaces. Without a dictionary a Chinese character stands for itself, save in the most common words, which are
read whole: 参观 that becomes 参加 is then one word for another. In Japanese the change of script does most of that work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from changlai.model import Typography

_HAN = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_HIRAGANA, _KATAKANA, _HANGUL = "\u3041-\u309f", "\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9f", "\u1100-\u11ff\u3131-\u318f\uac00-\ud7a3"
_EASTERN = f"{_HAN}{_HIRAGANA}{_KATAKANA}{_HANGUL}"
_UNIT = "(?:[万亿千百億만억천年月日号時时分秒点岁歳届期个個年代世紀纪]|년대?|월|일|시|분|세|세기|[%％‰]|km²?|m²?|cm|kg)"
_NUMBER = r"\d+(?:[.,:]\d+)*"
_NUMERAL = "[〇零一二三四五六七八九十百千万亿億]{2,}"
_TOKEN = re.compile(
    rf"""
      (?P<target>\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)|\{{[\#.:][^{{}}\n]*\}}|https?://[^\s<>()（），。、；：]+)
    | (?P<number>{_NUMBER}{_UNIT}*(?:[ ]?{_NUMBER}{_UNIT}+)*)
    | (?P<numeral>{_NUMERAL})
    | (?P<hangul>[{_HANGUL}]+)
    | (?P<katakana>[{_KATAKANA}]+)
    | (?P<hiragana>[{_HIRAGANA}]+)
    | (?P<han>(?:(?!{_NUMERAL})[{_HAN}])+)
    | (?P<latin>(?:[^\W\d_{_EASTERN}]|(?<=\w)['’ʻ-](?=[^\W\d_]))+)
    | (?P<space>\s+)
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
_PARTICLES = re.compile("(?:から|まで|より|では|には|とは|への|での|との|にも|で(?![すしあ])|[がをはにとのもへや])")
_SENTENCE = re.compile(r"[^。！？!?\n]*?(?:[。！？][”’」』）]*|[.!?][\"'”’)]*(?=\s|$)|\n+|$)\s*")
PARTICLE = re.compile(
    "(?:은|는|이|가|을|를|의|에|에서|에게|께서|와|과|도|로|으로|만|부터|까지|라고|이라고|이다|입니다|이며|라는|이라는|이나|나|마다|처럼|보다|에는|에도|와의|과의|에서는|으로는|로는|들|들이|들은|들을|들의)?"
)
EASTERN = "\u1100"  # from here on, characters of scripts that may be cut inside a run
_LONGEST = 4
_LIST = """
一个 一些 一起 一样 一直 一定 一切 一次 这个 这些 这里 这样 那个 那些 那里 哪里 什么 怎么 怎样 我们 你们 他们 她们 它们 大家 自己
因为 所以 但是 可是 不过 而且 并且 或者 如果 虽然 然而 因此 于是 以及 以后 以前 以来 以外 之后 之前 之间 之一 之内 其中 其他 其它
已经 正在 曾经 刚刚 常常 经常 可以 可能 能够 应该 必须 需要 愿意 希望 觉得 认为 知道 看到 听到 见到 来到 得到 成为 作为 称为 由于
关于 对于 根据 按照 通过 为了 除了 随着 从此 后来 当时 现在 今天 昨天 明天 今年 去年 明年 时候 时间 时代 年代 世纪 上午 下午 晚上
城市 乡村 农村 县城 古城 小城 街道 社区 公园 花园 园林 庭园 景区 广场 学校 大学 中学 小学 医院 图书馆 博物馆 展览 展馆 机场 车站
政府 市长 议会 代表 代表团 部门 协会 组织 机构 公司 企业 工厂 市场 产品 产业 经济 贸易 投资 合作 友好 友谊 情谊 交流 交往 往来
访问 参观 参加 参与 考察 访谈 座谈 会见 会谈 接待 欢迎 介绍 说明 表示 指出 强调 签署 签订 缔结 结好 协议 协定 备忘录 活动 仪式
举办 举行 开展 开始 开放 开幕 闭幕 结束 完成 进行 继续 支持 帮助 推动 促进 加强 扩大 发展 提高 提升 建设 建造 建立 建成 修建 设计
共同 联合 双方 国家 地区 国际 世界 中国 外国 海外 国内 外国人 外国友人 朋友 客人 居民 市民 人民 人们 老人 孩子 儿童
青年 学生 教师 老师 校长 医生 护士 记者 作者 专家 学者 艺术家 志愿者 历史 文化 传统 艺术 音乐 美术 书法 绘画 舞蹈 戏曲 电影 节目
故事 文章 报道 新闻 消息 图片 照片 视频 网站 网络 语言 汉语 中文 英语 英文 韩语 日语 翻译 教育 学习 研究 科学 技术 体育 比赛 旅游
旅行 游客 饮食 美食 味道 食物 茶馆 生活 工作 学院 课程 作品 作家 名字 名称 意思 意义 内容 方式 方法 问题 情况 条件 机会 经验 计划
项目 工程 活力 风景 风光 景色 建筑 石桥 大桥 运河 湖水 河流 湖泊 水城 春天 夏天 秋天 冬天 天气 土地 农业 工业 交通 道路 铁路 公路
重要 主要 著名 美丽 漂亮 古老 现代 传承 保护 保存 保留 恢复 展示 展现 展出 体验 感受 了解 认识 发现 感谢 感动 纪念 庆祝 祝贺
非常 特别 十分 更加 越来越 许多 很多 不少 大量 部分 全部 所有 每个 每年 多次 首次 再次 第一次 最后 同时 同样 不同 没有 不是 就是 还是
"""
_COMMON = frozenset(_LIST.split())


def tokens(text: str, typography: Typography) -> list[str]:
    """Joined again they are the text."""
    found: list[str] = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        if match.lastgroup == "han":
            found += _compounds(word) if typography == "ja" else _words(word)
        elif match.lastgroup == "hiragana":
            found += _grammar(word)
        else:
            found.append(word)
    return found


def sentences(text: str) -> list[str]:
    return [match[0] for match in _SENTENCE.finditer(text) if match[0]]


def _words(run: str) -> Iterator[str]:
    """The longest common word that begins here, else one character."""
    place = 0
    while place < len(run):
        size = next((size for size in range(_LONGEST, 1, -1) if run[place : place + size] in _COMMON), 1)
        yield run[place : place + size]
        place += size


def _compounds(run: str) -> Iterator[str]:
    """Two characters between kana are one word; a longer run can be cut anywhere."""
    return iter([run]) if len(run) == 2 else iter(run)


def _grammar(run: str) -> Iterator[str]:
    """A particle in front stands by itself, whatever follows it."""
    particle = _PARTICLES.match(run)
    cut = particle.end() if particle else 0
    yield from filter(None, (run[:cut], run[cut:]))


@lru_cache(4096)
def weight(token: str) -> float:
    """How much of a text a token is to whoever reads it, in Chinese characters."""
    return sum(_weigh(sign) for sign in token)


def _weigh(sign: str) -> float:
    if not sign.isalnum():
        return 0.0
    if "\u3041" <= sign <= "\u30ff":
        return 0.5
    return 0.3 if sign < EASTERN else 1.0
