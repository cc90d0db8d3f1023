"""What the cross-reference tests need: the shipped crosswalks, and an invented pair whose every text is hostile to some target."""

from __future__ import annotations

import pytest

from ctmm_dsl.model import Crosswalk, Model, Standard
from ctmm_dsl.pipeline import Outcome, compile_sources
from ctmm_dsl.scheme import schemes
from ctmm_dsl.source import decode
from generators import coverage, crosswalk_tables, skos, sssom
from generators.artefact import Artefact, Edition

EMITTING = (crosswalk_tables.emit, sssom.emit, skos.emit, coverage.emit)

LEFT = """
standard skos "标准 ""甲"" | <b>粗</b> \\ *星* _线_ `码` ~~删~~ [x](http://x)"
  edition 2026 (草案)/a:b@c#d%20
  number GB/T 1 "二" \\u0041
  layers 域 / 子域 / 项
  @en =1+1 "quoted" \\ left

domain A =HYPERLINK("http://x","点")
subdomain A.1 "-1 | {{ 7 * 7 }} {% raw %} ${x}"
item A.1.1 "<script>alert('x')</script> &amp; &lt;"
  @en "English" \\" \\n @zh .
item A.1.2. 三引号\"\"\"与反斜线\\
item A.1.3 #井号
subdomain A.2 "1. 一"
domain B-1 "+1\u2028行二\x0b行三\x85行四\u200b"
item B-1.x_a @和%与|
domain C 无下级
"""

RIGHT = """
standard 9.b_ "乙 标准"
  edition 二〇二六
  layers 维 / 子维

domain 1 一
subdomain 1.1 一之一
subdomain 1.2 "一之二 # 井 | 竖"
subdomain 1.3 一之三
domain 2 二
domain 3 三
subdomain 3.1 三之一
domain 4 四
"""

WALK = """
crosswalk skos -> 9.b_
  @note 备注 | 有竖线，*有星*，<i>有标签</i>，"有引号"，\\ 有反斜线
  A        exact    1        =cmd|' /C calc'!A0
  A.1      related  2        -减号开头，"双引号" 与 '单引号'
  A.1.1    close    3.1      <img src=x onerror=alert(1)> | 竖线 \\| 反斜线加竖线 \\
  A.1.1    narrow   1.2      {{ config }} {% for x in y %} ${{ x }}
  A.1.2.   broad    1.2      \"\"\"三引号\"\"\" . @prefix x: <y> .
  A.1.3    related  1.2      +加\t制表\u2028行
  A.1.3    related  1.3      1. 序号
  A.2      none              | none | 理由 |
  B-1      none              %百分 \x85 换行 \x1b 控制
  C        related  2        #井号 `码` [链接](http://x) https://example.org
"""

EMPTY = """
crosswalk 9.b_ -> skos
  1  none  没有 "一行" 对到
  2  none  a
  3  none  a
  4  none  a
"""


WHOLE = """
standard whole 整
  edition 1
  layers 部
domain X 全部
"""

FULL = """
crosswalk whole -> 9.b_
  X  related  1  a
  X  related  2  a
  X  related  3  a
  X  related  4  a
"""


@pytest.fixture(scope="session")
def invented() -> Outcome:
    """Two ragged standards with a crosswalk each way, one of them without any mapping; and a crosswalk that leaves nothing out."""
    texts = {"left": LEFT, "right": RIGHT, "walk": WALK, "empty": EMPTY, "whole": WHOLE, "full": FULL}
    outcome = compile_sources([decode(f"{name}.ctmm", text.encode()) for name, text in texts.items()], wording=False)
    assert outcome.sound, [f"{finding.span!r} {finding.message('en')}" for finding in outcome.findings]
    return outcome


@pytest.fixture(scope="session", params=["shipped", "invented"])
def edition(request: pytest.FixtureRequest) -> Edition:
    outcome: Outcome = request.getfixturevalue(request.param)
    return Edition(outcome.model, schemes(outcome.model), outcome.allowed, "digest")


@pytest.fixture(scope="session")
def artefacts(edition: Edition) -> dict[str, Artefact]:
    """Everything that the four generators make, by path."""
    made = [artefact for emit in EMITTING for artefact in emit(edition)]
    found = {artefact.path: artefact for artefact in made}
    assert len(found) == len(made)
    return found


def name_of(crosswalk: Crosswalk) -> str:
    return f"{crosswalk.source.id}--{crosswalk.target.id}"


def trails(standard: Standard) -> dict[str, tuple[str, ...]]:
    """Every node's identifier with those of the nodes above it and its own, outermost first: found by going down once a node."""
    found: dict[str, tuple[str, ...]] = {}
    for domain in standard.domains:
        found[domain.id] = (domain.id,)
        for node in domain.walk():
            for child in node.children:
                found[child.id] = (*found[node.id], child.id)
    return found


def leaves(standard: Standard) -> list[str]:
    return [node.id for node in standard.walk() if not node.children]


def sides(model: Model) -> list[Standard]:
    """The standards that take part in a crosswalk."""
    found = {side.id: side for crosswalk in model.crosswalks for side in (crosswalk.source, crosswalk.target)}
    return list(found.values())
