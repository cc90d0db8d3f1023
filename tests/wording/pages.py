"""`docs/wording.md` and its Chinese twin: what each rule on wording was measured to catch.

Written anew by `python -m tests.wording.pages`.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from ctmm_dsl.catalogue import CATALOGUE
from ctmm_dsl.expression.figures import percent
from tests.wording.measure import FRESH, SETS, Measure, measures, rows

DOCS = Path(__file__).parents[2] / "docs"
FILES = {"en": "wording.md", "zh": "措辞.md"}

_ENTRIES = {entry.code: entry for entry in CATALOGUE}
_SAID = {
    "en": """# The rules on wording, measured

[中文](措辞.md)

Rules on wording read Chinese sentences by their words, not by their sense, so they are sometimes wrong, and they miss much.
How often was measured on sentences that were labelled by reading: {shipped} from the shipped standards, {written} written to try
the rules, hard cases among them. They are in [`tests/wording`](../tests/wording), with the reason for each label.

- **Precision**: of the sentences that a rule points out, how many deserve it.
- **Recall**: of the sentences that deserve it, how many the rule points out.

The rules were written and mended with these sentences in view, which flatters them. So {fresh} more were written and labelled when
the rules were done, and no rule was mended for them: the last two columns. They are few, so take them as a hint.

The figures guard against a rule's becoming worse without notice: a test fails where they are no longer what stands here. Where a
finding is wrong for your text, [`@allow`](language.md#6-notes) it with the reason.

| rule | finding | sentences | precision | recall | fresh sentences | precision | recall |
|---|---|---|---|---|---|---|---|
""",
    "zh": """# 措辞规则的测定

[English](wording.md)

措辞规则按字词读句子，不懂意思，所以有时会错，更常有漏。错漏多少，用逐句读过、标过的句子测定：
{shipped} 句取自所附标准，{written} 句为测试而写，其中有不少难例。句子和每句标注的理由在 [`tests/wording`](../tests/wording)。

- **查准率**：规则指出的句子里，该指出的占多少。
- **查全率**：该指出的句子里，规则指出了多少。

规则是对着这些句子写成和修改的，这样测出的数偏高。所以规则写定之后又写了 {fresh} 句，逐句标注，规则没有再为它们改过，结果在最后两栏；
句子不多，只可参考。

这些数用来防止规则在不知不觉中变差：测出的数与这里不符，测试就不通过。
对你的文本来说不对的，用 [`@allow`](语言.md#6-注记) 容许并写明理由。

| 规则 | 发现 | 句子 | 查准率 | 查全率 | 新句子 | 查准率 | 查全率 |
|---|---|---|---|---|---|---|---|
""",
}


def page(language: str) -> str:
    """The page in one language, as it should stand."""
    sources = [row.get("from", "written") for name in SETS for row in rows(name)]
    written = sources.count("written")
    fresh = sum(len(rows(name + FRESH)) for name in SETS)
    head = _SAID[language].format(shipped=len(sources) - written, written=written, fresh=fresh)
    return head + "".join(_row(one, other) for one, other in zip(measures(), measures(FRESH), strict=True))


def _row(one: Measure, fresh: Measure) -> str:
    cells = [f"[{one.code}](findings/{one.code}.md)", _ENTRIES[one.code].slug]
    for each in (one, fresh):
        cells += [str(each.tried), _share(each.right, each.found), _share(each.right, each.deserving)]
    return f"| {' | '.join(cells)} |\n"


def _share(part: int, whole: int) -> str:
    """An exact fraction, and its percentage to one place."""
    tenths = round(Fraction(part * 1000, whole))
    return f"{part}/{whole} ({percent(Fraction(tenths, 1000))})"


if __name__ == "__main__":
    for one, file in FILES.items():
        (DOCS / file).write_bytes(page(one).encode())
