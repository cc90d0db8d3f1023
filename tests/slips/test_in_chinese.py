"""A file whose keywords are Chinese is mended in Chinese."""

from __future__ import annotations

import pytest

from ctmm_dsl.fixes import tried
from ctmm_dsl.fixes.trial import changed
from ctmm_dsl.source import Source
from ctmm_dsl.workspace import Workspace

WHOLE = """标准 w 整体
  版本 1
  层次 域
成熟度等级
  1 基础
  2 发展
能力域 A 甲
  一级
    a) 提出数字化转型目标及方向
    b) 明确牵头机构和各方职责
  二级
    a) 建立跨部门协同推进机制
"""
PART = """标准 p 部分
  版本 1
  层次 域
  子集于 w
成熟度等级
  1 基础
  2 发展
能力域 A 甲
  一级
    - 提出数字化转型目标及方向
      @来自 A/1a 逐字
  二级
    - 建立协同推进机制
      @来自 A/2a 节选
"""


@pytest.mark.parametrize(
    ("sound", "slipped"),
    [
        ("@来自 A/1a 逐字", "@来自 A/1a 节选"),
        ("@来自 A/1a 逐字", "@来自 A/1b 逐字"),
        ("@来自 A/1a 逐字", "@来自 A/1a"),
        ("@来自 A/2a 节选", "@来自 A/2a 逐字"),
        ("@来自 A/2a 节选", "@来自 A/2a 移级"),
        ("@来自 A/2a 节选", "@来目 A/2a 节选"),
        ("  一级\n", "  第一级：\n"),
        ("  二级\n", "  一级\n"),
        ("  二级\n", "  三级\n"),
        ("能力域 A 甲", "能力城 A 甲"),
    ],
)
def test_the_words_are_chinese(sound: str, slipped: str) -> None:
    spec = Workspace([Source("p.ctmm", PART.replace(sound, slipped)), Source("w.ctmm", WHOLE)])
    (finding,) = spec.outcome.findings
    mended = [source.text for fix, _ in tried(finding, spec) for source in changed(fix.edits)]
    assert PART in mended


def test_it_is_sound() -> None:
    assert Workspace([Source("p.ctmm", PART), Source("w.ctmm", WHOLE)]).outcome.findings == ()
