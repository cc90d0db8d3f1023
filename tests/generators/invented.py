"""Invented standards with what the shipped ones do not have together: every shape of a calculation, quantities of every kind
with every kind of range, scores and deductions without bound, rubrics beside formulas.

`LADDER` also has clauses, so that its results have levels; `TOTAL` has none: a total and a profile. `LAID` is a profile
of `TOTAL` that chooses readings and weights, and `BESIDE` a crosswalk with pins.
"""

from __future__ import annotations

from functools import cache

from ctmm_dsl.model import Scheme
from generators.artefact import Edition
from tests.generators.editions import NAMES, edition, edition_from

QUANTITIES = """
quantity homes 住户数 count 户 at point
  range 1..
  @note 含空户

quantity lit 有路灯的住户数 count 户 at point
  @within homes

quantity lamps 路灯数 count 盏 at point
  range 3..40

quantity length 道路长度 amount km at point
  range > 0

quantity mended 当年修缮的道路长度 amount km over period

quantity swept "当年清扫的 道路长度" amount km over period
  range 0.5..12.25

quantity upkept 养护的道路长度 amount km over period
  = mended + swept
  range 0.5..100

quantity leak 漏损率 share over period
  range ..80%

quantity metered 装表率 share at point

quantity dry 停水次数 count over period

quantity survey 问卷得分 score over period

quantity judged 专家扣分 points over period
  range 0..1.5

quantity plan 已有规划 flag at point

quantity map 已有图册 flag at point

quantity role 组织方式 choice at point
  option none 没有
  option some 有人，兼职
  option full 专职
    @note 须有文件
"""

FORMULAS = """
item W.1.1 路灯 50%
  table 1 路灯评价
  data 路灯以能亮的计
  let b1 亮灯 = 100 * lit / homes
  let b2 "盏数，封顶" = per lamps each 4 up to 100
  score = if plan and not (map or lamps < 5) then max(0.5 * b1 + 0.5 * b2, 40% * b1) else b2 / 2
  @erratum "原印作六成" 应为百分之六十
  reading plain 不看规划
    score = 0.5 * b1 + 0.5 * b2
    @note 由括号中的话来

item W.1.2 养护 30%
  let grade = tier upkept / length
    >= 90%        30
    >= 60% < 90%  20
    else          0
  let list = checklist up to 50
    gate plan  20
    map        15
    per dry each 5 up to 30
  let who = choose role
    none  0
    some  10
    full  20
  let free = 100 * mended / length
  score = min(100, grade + list + who + 0.1 * survey + 0 * free + 10 * mended / length empty 0)

item W.1.3 修缮 10%
  @allow CT6013 "修缮一年可不止一遍"
  score = 100 * mended / length

item W.1.4 漏损 10%
  score = survey * 0.5 + 50 * (1 - leak) * metered
"""

LEVELS = """
levels
  1 起步
  2 成形
  3 示范
"""

RUBRICS = """
column a 一般定义
  1 没有
  2 有一些
  3 都有
    @builds-on 2

document "某文件—2020" 说养护的
document "某职能表" 说职责的

subdomain V.1 共识{weight}
  support "某文件—2020" 第3章，怎样谈
  relates "某职能表" 表1

item V.1.1 邻里
  column a
  rubric
    1 不相识
    2 相识
    3 相助
      @builds-on 2
      @erratum "相肋" 应为“相助”

item V.1.2 议事
  rubric
    1 不议
    2 有人议
    3 都议

item V.1.3 记录
  rubric
    1 不记
    2 记一些
    3 都记
"""

LOSSES = """
domain X 事故

item X.1 停水
  deduct = per dry each 0.2

item X.2 评议
  let judge = judged + 0
  deduct = judge
  reading twice 加倍
    deduct = 2 * judge
"""

METHOD = """
method
  leaf         formula
  parent       weighted sum, less deductions
  leaf         rubric
  respondents  low median
  summary      high median
  reached      minimum
"""

LADDER = (
    """
standard ladder "混合 标准"
  edition 1
  layers 域 / 子域 / 项

classes
  后进类  1
  先进类  2..3

scale 程度
  yes 满足 100
  no 不满足 0
"""
    + LEVELS
    + METHOD
    + """  leaf         mean of clauses, cumulative
  reached      score > 70
  climb        one by one
"""
    + QUANTITIES
    + """
domain W 水路 70%

subdomain W.1 公式 50%
"""
    + FORMULAS
    + """
subdomain W.2 条款 50%
  level 1
    a) 有人管
    b) 有钱管
  level 2
    a) 有章法
  level 3
    a) 有成效

domain V 人情 30%

subdomain V.2 公约 100%
  level 1
    - 有公约
  level 2
    - 公约上墙
  level 3
    - 公约入心
"""
    + RUBRICS.format(weight="")
    + LOSSES
)

TOTAL = (
    """
standard total 无条款标准
  edition 2
  layers 域 / 子域 / 项
  weights of total

expect
  quantities 15
"""
    + LEVELS
    + METHOD
    + QUANTITIES
    + """
domain W 水路 80%

subdomain W.1 公式 80%
"""
    + FORMULAS
    + """
domain V 人情 20%

subdomain V.2 问卷 20%

item V.2.1 满意
  score = survey
"""
    + RUBRICS.format(weight="")
    + LOSSES
)

LAID = """
profile laid of total 另读
  status informative

readings
  W.1.1  plain
  X.2    twice

weights
  W    50%
  W.1  50%
  V    50%
  V.2  50%
"""


BESIDE = """
crosswalk total -> ladder
  W  close  W    [0123abcd 4567ef89]  同一些算式
  V  broad  V.1  无摘要
  X  none        [0123abcd]  看过
"""

INVENTED = "invented"


@cache
def edition_named(name: str) -> Edition:
    """The invented standards, or another edition that generators are tried on."""
    return edition_from(LADDER, TOTAL, LAID, BESIDE) if name == INVENTED else edition(name)


def scheme_named(name: str, scheme: str) -> Scheme:
    return next(one for one in edition_named(name).schemes if one.id == scheme)


EDITIONS = (*NAMES, INVENTED)
SCHEMES = [(name, scheme.id) for name in EDITIONS for scheme in edition_named(name).schemes]
