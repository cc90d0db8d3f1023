"""An invented pair of standards with all kinds of leaves, and crosswalks between them: for the tests of pins, staleness and evidence."""

from __future__ import annotations

from ctmm_dsl.pipeline import Outcome, compile_sources
from ctmm_dsl.source import decode

CITY = """standard city 城市
  edition 1
  layers 域 / 子域
levels
  1 基础
  2 发展
scale 程度
  full 满足 100
  none 不满足 0
method
  leaf mean of clauses, cumulative
  parent weighted sum
  reached score > 70
  climb one by one
domain A 甲 40%
  level 1
    a) 制定计划
    b) 建立机构
  level 2
    a) 定期评价（每年）
domain B 乙 60%
subdomain B.1 乙一 100%
  level 1
    a) 开放数据
  level 2
    a) 共享数据
"""

SMART = """standard smart 指标
  edition 2
  layers 维 / 项
method
  leaf formula
  parent weighted sum, less deductions
domain L1 服务 100%
quantity items_total 事项总数 count 项 at point
  range 1..
quantity items_online 网办事项数 count 项 at point
  @within items_total
quantity body 领导机构 choice over period
  option none 未设
  option set_up 已设
quantity site 网站可用 flag at point
quantity apps 应用数 count 个 at point
quantity done_rate 完成率 share at point
subdomain L1-A 网办率 60%
  data 全程网办
  let b1 线上 = 100 * items_online / items_total
  let b2 机构 = choose body
    none 0
    set_up 20
  score = 0.8 * b1 + b2
subdomain L1-B 渠道 40%
  let b1 清单 = checklist up to 60
    gate site 20
    per apps each 10 up to 40
  let b2 档次 = tier done_rate
    >= 60% 40
    else 0
  score = b1 + b2
  reading strict 从严
    score = 100 * done_rate
domain L2 安全
quantity leaks 泄密起数 count 起 over period
subdomain L2-A 泄密
  deduct = per leaks each 0.3 up to 1.5
"""

MODEL = """standard model 量规
  edition 3
  layers 维 / 项
levels
  1 初始
  2 改善
method
  leaf rubric
  respondents low median
  summary low median
  reached minimum
document "GB/T 1" 怎样做
document "GB/T 2" 怎样评
domain 1 战略
  support "GB/T 1" 用于愿景
subdomain 1.1 愿景
  support "GB/T 2" 第5章
  rubric
    1 没有公布
    2 已经公布
subdomain 1.2 治理
  rubric
    1 没有分工
    2 分工明确
      @builds-on 1
"""

STANDARDS = {"city": CITY, "smart": SMART, "model": MODEL}

TO_SMART = """crosswalk city -> smart
  A    broad    L1-A  都问机构
  A    related  L2    都涉安全
  B.1  close    L1    都讲服务
"""
TO_MODEL = """crosswalk city -> model
  A    close    1.1   都问规划
  B.1  none           没有对应
"""
FROM_SMART = """crosswalk smart -> city
  L1-A  narrow   A    一面
  L1-B  none          没有对应
  L2-A  none          没有对应
"""


def compiled(*edits: tuple[str, str, str], **walks: str) -> Outcome:
    """The standards, each edited in one place (file, old, new), with crosswalks by their names."""
    texts = dict(STANDARDS)
    for name, old, new in edits:
        assert texts[name].count(old) == 1, old
        texts[name] = texts[name].replace(old, new)
    return compile_sources([decode(f"{name}.ctmm", text.encode()) for name, text in (texts | walks).items()])
