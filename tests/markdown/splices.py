"""Random texts for tests: marks of the dialect, right and wrong, between words of four languages. The same seed gives the same texts."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

_LINES = """\
# 标题
## People {#people .lead}
---
===
***
- 甲
* 乙
+ c
1. 一
2) two
- [ ] 待办
> 引文
>> 又引
    code
\tcode
```
~~~ py
::: note 注意
:::
: 定义
~ 9월 30일까지
[^1]: 注释
[a]: /u "t"
[b]: <u v>
{.lead}
{#id lang=de}
| a | b |
|---|:-:|
| 甲 | 乙 |
a|b
-|-
<div>
<!-- c -->
![图](a.jpg "说明")
＃＃ 标题
1、手写
（一）手写
\u3000\u3000缩进
约翰·史密斯说：
"""
_PIECES = """\
[链接](../a/)
[official: page](https://example.com/x-y)
[词](city:paks)
[](city:paks)
[t](x "y")
[t](x "y&amp;z")
![t](x "")
[a]
[a][b]
[^1]
[span]{lang=de}
![图](a.jpg)
{city:paks}
{city:paks|both}
{聊城|りょうじょう}
{.lead}
**“强调”**
*em*
***all***
__x__
~~删~~
**停**
`code`
``
**
*
_
~~
[
](
]
(
)
!
![
<
>
<br>
</b>
<https://a.com>
https://example.com/a，
http://a.b/c(d)
://
&amp;
&#10;
&copy;
\\*
\\
{
}
|
＊＊
［a］（b）
“
”
‘
’
……
——
·
，
。
！
：
聊城
运河边
ひらがな
カタカナ
한국어
서울에서
와
Latin words
o'clock
Vavaʻu
e\u0301
\u0301
2022年
100%
\u3000
\u00a0
\u200b
🙂
don't-stop
well-known
"""
PIECES = (
    *_PIECES.split("\n")[:-1],
    " ",
    "  ",
    "\t",
    "\r\n",
    "\0",
    *(line + "\n" for line in _LINES.split("\n")[:-1]),
    *("\n",) * 20,
    *("\n\n",) * 8,
)


def texts(number: int, seed: int, whole: Sequence[str]) -> Iterator[str]:
    """`whole` are texts of which some are cut into the others."""
    chance = random.Random(seed)
    for _ in range(number):
        pieces = []
        for _ in range(chance.choice((2, 4, 8, 16, 30))):
            cut = chance.choice(whole) if chance.random() < 0.15 else ""
            start = chance.randrange(len(cut) + 1)
            pieces.append(cut[start : start + chance.choice((5, 30, 200))] or chance.choice(PIECES))
        yield "".join(pieces)
