"""A small spec for the tests of the server, with characters beyond the BMP where places count; places in it as an editor counts them."""

from __future__ import annotations

CITY = """\
standard city 𠮷城成熟度模型
  edition  2026-draft
  layers   能力域

levels
  1 基础级
  2 发展级

scale 条款满足程度
  full    完全满足    100
  mostly  大部分满足  70
  none    不满足      0

method
  leaf     mean of clauses, cumulative
  parent   weighted sum
  reached  score > 70
  climb    one by one

metric classified_share 🏙️业务数据分类分级的比例 share

domain AR 适数化改革 40%
  level 1
    a) 在𠮷城相关规划文件中提出数字化转型目标
  level 2
    a) 明确𠮷城牵头机构
    b) 建立跨部门协同机制

domain DF 城市数字底座 60%
  level 1
    - 建立𠮷𠮷数据资源目录
  level 2
    - 🏙️有序实施，50%及以上业务数据实现分类分级管理
      @metric classified_share >= 50%
"""

KEY = """\
standard key 𠮷城重点指标
  edition    2026-draft
  layers     能力域
  subset-of  city

levels
  1 基础级
  2 发展级

domain K 数字化转型
  level 1
    - 在𠮷城规划文件中提出数字化转型目标
      @from AR/1a abridged
  level 2
    - 明确𠮷城牵头机构，建立跨部门协同机制
      @from AR/2a merged
      @from AR/2b merged
      @see city:DF/1a 数据目录
"""

RATES = """\
standard rates 示例评价指标
  edition  2022
  layers   一级指标

method
  leaf    formula
  parent  weighted sum

quantity homes 𠮷户数 count 户 at point
  range 1..
quantity lit 有路灯的户数 count 户 at point
  @within homes

domain L1 照明 100%
  let b1 𠮷照明率 = lit / homes
  score = 100 * b1
"""

CROSSWALK = """\
crosswalk city -> rates
  AR  none       𠮷没有规划的指标
  DF  close  L1  都管数据
"""

PROFILE = """\
profile key-equal of key 等权剖面
  scoring  city

weights
  K  100%
"""

FILES = {
    "city.ctmm": CITY,
    "key.ctmm": KEY,
    "rates.ctmm": RATES,
    "city--rates.ctmm": CROSSWALK,
    "key-equal.ctmm": PROFILE,
}


def utf16(text: str) -> int:
    """How many UTF-16 units a text takes, counted the long way."""
    return sum(2 if ord(character) > 0xFFFF else 1 for character in text)


def place(text: str, needle: str, add: int = 0, nth: int = 0) -> tuple[int, int]:
    """Line and UTF-16 column of the nth place where something stands, and so many characters further."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(needle, at + 1)
    before = text[: at + add]
    return before.count("\n"), utf16(before.rpartition("\n")[2])


def stretch(text: str, needle: str, nth: int = 0) -> tuple[tuple[int, int], tuple[int, int]]:
    return place(text, needle, 0, nth), place(text, needle, len(needle), nth)
