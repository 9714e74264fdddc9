"""The first years of the eras by which China and Japan have counted, and Korea has counted theirs."""

from __future__ import annotations

# Ming and Qing whole; of earlier dynasties what a guide to a Chinese town names most.
_FIRST_YEARS = """
贞观 貞観 627, 开元 開元 713, 天宝 742, 建隆 960, 开宝 968, 雍熙 984, 淳化 990, 景德 1004, 熙宁 1068, 元丰 1078, 元祐 1086, 崇宁 1102,
宣和 1119, 中统 1260, 至元 1264, 元贞 1295, 大德 1297, 至大 1308, 皇庆 1312, 延祐 1314, 至治 1321, 泰定 1324, 天历 1328, 至顺 1330,
至正 1341, 洪武 홍무 Hongwu 1368, 建文 1399, 永乐 永楽 永樂 영락 Yongle 1403, 洪熙 1425, 宣德 宣徳 1426, 正统 正統 1436, 景泰 1450,
天顺 天順 1457, 成化 1465, 弘治 1488, 正德 正徳 1506, 嘉靖 Jiajing 1522, 隆庆 隆慶 1567, 万历 万暦 萬曆 만력 Wanli 1573, 泰昌 1620,
天启 天啓 1621, 崇祯 崇禎 1628, 顺治 順治 Shunzhi 1644, 康熙 강희 Kangxi 1662, 雍正 옹정 Yongzheng 1723, 乾隆 건륭 Qianlong 1736,
嘉庆 嘉慶 Jiaqing 1796, 道光 1821, 咸丰 咸豊 1851, 同治 1862, 光绪 光緒 광서 Guangxu 1875, 宣统 宣統 1909, 民国 民國 1912,
明治 메이지 Meiji 1868, 大正 다이쇼 Taisho 1912, 昭和 쇼와 Showa 1926, 平成 헤이세이 Heisei 1989, 令和 레이와 Reiwa 2019
"""

ERAS = {name: int(row[-1]) for row in map(str.split, _FIRST_YEARS.split(",")) for name in row[:-1]}
