"""Specs to revise: a standard assessed by clauses with all that may stand in one, a part of it, a profile and a crosswalk.

In: texts, and replacements in them. Out: models.
"""

from __future__ import annotations

from collections.abc import Sequence

from ctmm_dsl.model import Model
from ctmm_dsl.pipeline import compile_sources
from ctmm_dsl.revision import Change, Revision, revision
from ctmm_dsl.source import decode

WHOLE = """standard garden 园林数字化
  edition 1
  number T/X 001-2020
  layers 领域 / 事项
  @en Garden
  @source 为测试而写

section 前言
  本文件由园林会提出。
  @note 原文没有标题

section 1 范围
  本文件规定了园林的要求，如图1所示。
  figure 1 园林
  a) 苗圃；
  b) 道路。

references
  - T/Y 002 苗木

term 3.1 苗圃 "nursery"
  培育苗木的地方。
  @source T/Y 002

term 3.2 园路 "path"
  园林内供人行走的道路。

abbreviation IOT 物联网 "internet of things"

levels
  1 起步级
    motto 有人管
    有人管理园林
    @note 原文如此
  2 成形级
    motto 有章法
    有章法地管理园林
  3 示范级
    motto 有成效
    管理园林有成效

classes
  培育类  1..2
  示范类  3

scale 满足程度
  full  满足      100
    有直接证据
  half  部分满足  50
    证据不足
  none  不满足    0

method
  leaf     mean of clauses, cumulative
  parent   weighted sum
  reached  score > 60
  climb    one by one

metric tagged 挂牌的比例 share
  @note 按株计
metric routes 巡查路线数 count

expect
  domains    2
  clauses    14 = 5 + 5 + 4
  clauses P  6 = 2 + 2 + 2

domain P 苗木 40%
  clause 4.1
  motto 1 有苗
  motto 2 有谱
  motto 3 有数
  table 1 苗木各级的特征

subdomain P.1 档案 50%
  level 1
    a) 有苗木的登记台账
  level 2
    a) 苗木挂牌的比例达到60%
      @metric tagged >= 60%
  level 3
    a) 苗木挂牌的比例达到90%，并与养护记录相连
      @metric tagged >= 90%
      @see P.1/2a

subdomain P.2 养护 50%
  level 1
    a) 有养护人员名单
  level 2
    a) 按季节制定养护计划
  level 3
    a) 用传感数据安排浇水施肥
      @erratum "传惑" 应为“传感”

domain Q 园路 60%

subdomain Q.1 巡查 30%
  level 1
    a) 每月巡查一次
    b) 巡查有纸质记录
  level 2
    a) 固定3条巡查路线
      @metric routes >= 3
  level 3
    a) 巡查发现的问题当日处置

subdomain Q.2 标识 70%
  level 1
    a) 主要路口设有路牌
  level 2
    a) 路牌统一样式，并且定期清洗
    b) 路牌损坏后及时更换
  level 3
    a) 全部路牌可以扫码查看园内导览
      @allow CT8009 "原文如此"
"""

PART = """standard bed 园林重点
  edition 1
  layers 领域 / 事项
  subset-of garden

levels
  1 起步级
  2 成形级
  3 示范级

expect
  clauses 3 = 1 + 1 + 1

domain P 苗木 100%

subdomain P.1 档案 100%
  level 1
    a) 有苗木的登记台账
      @from P.1/1a verbatim
  level 2
    a) 苗木挂牌的比例达到60%
      @from P.1/2a verbatim
      @metric tagged >= 60%
  level 3
    a) 每年核对一次台账
      @from none "原文没有"
"""

LAID = """profile even of bed 园林均权
  status informative
  scoring garden
  @note 试用

weights
  P 100%
  within domain equal
"""

CROSS = """crosswalk garden -> bed
  @note 两份比着看

  P.1  exact    P.1  [0123abcd 4567ef89]  原文相同
  P.2  related  P.1  都讲苗木
  Q.1  none          重点里没有巡查
  Q.2  none          重点里没有标识
"""

SPEC = (WHOLE, PART, LAID, CROSS)

Edit = tuple[str, str]


def model(*texts: str) -> Model:
    """The model of a spec; it need not be sound."""
    return compile_sources([decode(f"{at}.ctmm", text.encode()) for at, text in enumerate(texts)]).model


def edited(*edits: Edit, texts: Sequence[str] = SPEC) -> list[str]:
    """The texts with each of these replaced; what is to be replaced is there."""
    made = list(texts)
    for old, new in edits:
        assert any(old in text for text in made), old
        made = [text.replace(old, new) for text in made]
    return made


def revised(*edits: Edit, texts: Sequence[str] = SPEC) -> Revision:
    return revision(model(*texts), model(*edited(*edits, texts=texts)))


def told(change: Change) -> tuple[str, str, str, str, tuple[str, ...], tuple[str, ...]]:
    """A change in short."""
    ends = (tuple(place.id for place in places) for places in (change.old, change.new))
    old, new = ends
    return change.kind, change.thing, change.aspect, change.grade, old, new


def all_told(
    *edits: Edit, texts: Sequence[str] = SPEC
) -> list[tuple[str, str, str, str, tuple[str, ...], tuple[str, ...]]]:
    return [told(change) for change in revised(*edits, texts=texts).changes]
