"""What differs between two versions of a text. `[-…-]` was removed, `{+…+}` was added: the marked text holds both versions."""

from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changlai.compare import difference
from changlai.model import Piece, Typography

MARKS = {"kept": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}


def marked(pieces: tuple[Piece, ...]) -> str:
    return "".join(MARKS[kind].format(text) for kind, text in pieces)


def versions(text: str) -> tuple[str, str]:
    return re.sub(r"\[-(.*?)-\]|\{\+.*?\+\}", r"\1", text), re.sub(r"\[-.*?-\]|\{\+(.*?)\+\}", r"\1", text)


@pytest.mark.parametrize(
    ("typography", "text"),
    [
        # Chinese
        ("zh", "表达[-两-]{+三+}座友好城市的情谊"),
        ("zh", "[-2012年8月26日-]{+2012年8月27日+}，园子揭幕"),
        ("zh", "[-一九四七-]{+一九四八+}年一月十日"),
        ("zh", "终年[-五十九-]{+六十六+}岁，一生中最好的[-年华献给-]{+岁月留在+}了中国。"),
        ("zh", "[-2007年8月3日-]{+2007年8月30日+}结为友好{+合作关系+}城市"),
        ("zh", "全市人口[-3.2万-]{+3.5万+}人"),
        ("zh", "现年[-十八-]{+十九+}岁"),
        ("zh", "我们[-参观了学校-]{+参加了学习+}"),
        ("zh", "友好[-合作关系-]城市"),
        ("zh", "书法、{+绘画、+}音乐、美食"),
        ("zh", "甲说好。{+丙没有说话。+}乙说不好。"),
        ("zh", "图纸出自聊城[-的-]{+市+}规划{+设计+}院；2007年3月，规划人员前往布莱克城。[^qlwb]"),
        ("zh", "昌莱园[-是-]{+由+}聊城[-与-]{+和+}布莱克城[-共同建设的-]{+共建+}。"),
        ("zh", "见[《两座城，各取一字》[-](../a-name-of-two-cities/)-]{+](../a-name/)+}。"),
        ("zh", "[-**-]“光岳亭”[-**-]与聊城的“光岳楼”同用“光岳”二字。"),
        ("zh", "| 牌[-楼-]{+坊+} | [gateway]{lang=en} |"),
        ("zh", "[-据《齐鲁晚报》报道，-]图纸出自聊城的规划院{+，《齐鲁晚报》当时作了报道+}"),
        ("zh", "[-光岳楼始建于明洪武七年，即1374年-]{+这座楼是全城最老的建筑，六百多年来一直立在城的正中+}。"),
        ("zh", "她在聊城[-住了十年，种下了一院子的-]{+一住就是十年，院子里种满了+}花。"),
        # Japanese
        ("ja", "[-2012年8月26日-]{+2012年8月27日+}に披露され、命名され{+まし+}た。"),
        ("ja", "聊城市とブラックタウン市が[-共同で-]{+一緒に+}つくった中国{+式+}庭園。"),
        ("ja", "[-友好-]{+姉妹+}都市の情を表す。"),
        ("ja", "庭園[-を訪れた-]{+に行った+}"),
        ("ja", "昌莱園は聊城市[-の-]{+を代表する+}園林[-です-]{+である+}。"),
        ("ja", "[-軒先の反り上がった、間口三間の牌楼-]{+この町でいちばん古い建物です+}。"),
        # Korean
        ("ko", "랴오청시[-는-]{+가+} 블랙타운시와 함께 정원을 만들었다."),
        ("ko", "블랙타운시와 랴오청시가 {+공동으로 설계하고 +}함께 만든 중국식 정원."),
        ("ko", "[-2012년 8월 26일-]{+2012년 8월 27일+} 공개와 함께 이름이 정해졌다."),
        ("ko", "두 [-자매도시의 우의를-]{+도시의 우정을+} 담아 함께 설계하고 [-조성했다-]{+만들었다+}."),
        ("ko", "정원에는 돌다리{+와 정자+}가 있다."),
        ("ko", "[-정원은 아름답다-]{+이 다리는 도시에서 가장 오래된 건축물이다+}."),
        # English
        ("latin", "the [-two-]{+three+} sister cities"),
        ("latin", "An area of [-3.2-]{+3.5+} million people"),
        ("latin", "designed and built [-jointly -]by Blacktown and Liaocheng{+ together+}."),
        ("latin", "The [-city's garden is-]{+city’s gardens are+} old. It has a bridge."),
        ("latin", "See [the {+old +}garden[-](../a/)-]{+](../b/)+} for more."),
        ("latin", "[-He was born in Canada in 1881 and died in China in 1947-]{+The doctor's grave is in a cemetery near Jinan+}."),
        # One side only
        ("zh", "{+新的一段。+}"),
        ("zh", "[-旧的一段。-]"),
        ("zh", ""),
    ],
)
def test_differences_read_well(typography: Typography, text: str) -> None:
    old, new = versions(text)
    assert marked(difference(old, new, typography)) == text


def test_equal_texts_are_one_piece() -> None:
    assert difference("一样。两样。", "一样。两样。", "zh") == (Piece("kept", "一样。两样。"),)


@given(
    st.text("聊城市一二，。ab c가나다 のはカ12年*[](\n", max_size=40),
    st.text("聊城市一二，。ab c가나다 のはカ12年*[](\n", max_size=40),
    st.sampled_from(["zh", "ja", "ko", "latin"]),
)
def test_both_versions_can_be_read_off(old: str, new: str, typography: Typography) -> None:
    pieces = difference(old, new, typography)
    assert "".join(text for kind, text in pieces if kind != "added") == old
    assert "".join(text for kind, text in pieces if kind != "removed") == new
    assert all(text for _, text in pieces)
    assert all(one.kind != other.kind for one, other in pairwise(pieces))


@pytest.mark.parametrize("text", ["的" * 20_000, "园子。" * 8_000, "a b " * 8_000, "".join(f"第{n}座桥，" for n in range(8_000))])
def test_long_texts_take_no_long_time(text: str) -> None:
    began = time.perf_counter()
    difference(text, text[1:] + "完。" + text[: len(text) // 3], "zh")
    assert time.perf_counter() - began < 5
