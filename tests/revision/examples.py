"""A revision of the harbour, an invented standard with every kind of leaf, in which every kind of change happens; and what is made of it.

`python -m tests.revision.examples` writes the expected outputs anew; their difference is then read, not waved through.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from ctmm_dsl.model import Model
from ctmm_dsl.pipeline import compile_sources
from ctmm_dsl.revision import revision
from ctmm_dsl.revision.waivers import judged, waivers
from ctmm_dsl.source import Source, decode
from generators.quoting import json_bytes
from generators.report.html import html_bytes
from generators.report.markdown import markdown_bytes
from generators.revision.as_json import told_json
from generators.revision.changes import changes_document
from generators.revision.comparison import comparison_document
from generators.revision.log import log_document
from generators.revision.telling import Told, nodes, titles
from generators.revision.text import text

EXPECTED = Path(__file__).parent / "expected"
MIXED = Path(__file__).parents[1] / "golden/mixed"
CROSSWALK = """crosswalk harbour -> pier

  C  broad    P.1  都讲组织
  F  related  P.1  泊位也在其中
  D  none          名录不问安全
  R  none          名录不问协作
"""
PIER = """standard pier 码头名录
  edition 1
  layers 组 / 项

domain P 码头

subdomain P.1 组织
"""

Edits = Sequence[tuple[str, str]]

BEFORE: Edits = (
    ("    - 有专项规划\n", "    - 有专项规划，明确责任分工，并且按季度公布进度安排\n"),
    (
        "    - 有专人负责\n    - 有固定经费\n",
        "    - 有专人负责安全工作\n    - 有固定经费\n    - 每年清点一次设备\n    - 每年保养一次设备\n    - 有值班制度\n",
    ),
    ("clauses     7 = 3 + 2 + 2", "clauses     10 = 6 + 2 + 2"),
)
"""What makes the old edition of the golden case: texts that can be split and merged."""

EDITS: Edits = (
    ("edition  1", "edition  2"),
    ("  2 成形级", "  2 成型级"),
    ("half  部分满足  50", "half  部分满足  40"),
    ("score > 60", "score > 65"),
    ("domain C 制度 30%", "domain C 制度与组织 40%"),
    ("domain F 设施 70%", "domain F 设施 60%"),
    ("    - 有专人负责安全工作\n", "    - 应有专人负责安全工作，每 2 年培训 1 次\n"),
    ("    - 每年清点一次设备\n    - 每年保养一次设备\n", "    - 每年清点一次、保养一次设备\n"),
    (
        "    - 有专项规划，明确责任分工，并且按季度公布进度安排\n",
        "    - 有专项规划，明确责任分工\n    - 按季度公布进度安排\n",
    ),
    ("    - 按年度评估并改进\n", "    - 按年度评估，并改进\n    - 向社会公开评估结果\n"),
    ("    - 规划逐年更新\n", "    - 规划逐年修订\n"),
    ("    - 有值班制度\n", ""),
    ("    - 有跨部门机制\n", "    - 有跨部门机制\n    - 有值班制度\n"),
    ("clauses     10 = 6 + 2 + 2", "clauses     11 = 4 + 4 + 3"),
    ("item C.2 规划 37.5%", "item C.3 规划 37.5%"),
    ("range 0..30", "range 0..31"),
    ("  let b2 通告 = per portal_notes each 2 up to 40\n", "  let b2 通告 = per portal_notes each 2.5 up to 40\n"),
    (
        "  option set_up   已设立\n  option working  已设立，并且开展工作\n",
        "  option working  已设立，并且开展工作\n  option set_up   已经设立\n",
    ),
    ("    2 有约定\n", "    2 有书面约定\n"),
    ("    1 有事才联系\n    2 定期会商\n", "    1 有事才联系，*没有* [约定](x)\n    2 定期会商\n"),
    ("\nitem R.2.2 居民\n  rubric\n    1 没有渠道\n    2 有渠道，也有答复\n    3 参与决定\n", ""),
    ("items       16", "items       15"),
    ("  F.1.1  10%\n  F.1.2  10%\n", "  F.1.1  5%\n  F.1.2  15%\n"),
    ("F.2.3  rate", "F.1.5  valued"),
    ("  C  broad ", "  C  close "),
)
"""What the revision does, one change of a kind."""

WAIVERS = """# 起草组会议纪要
waive scoring harbour F
  reason 与领域 C 的权重一并调整，起草组 5 月会议同意
同意 措辞 harbour R.9
  理由 已经不在标准里的一处
"""


def edited(texts: dict[str, str], edits: Edits) -> dict[str, str]:
    """Texts after edits, each of which finds its place exactly once."""
    found = dict(texts)
    for old, new in edits:
        places = [name for name, text in found.items() if text.count(old) == 1]
        assert len(places) == 1, (old, places)
        found[places[0]] = found[places[0]].replace(old, new)
    return found


@cache
def old_texts() -> dict[str, str]:
    texts = {file.name: file.read_text("utf-8") for file in sorted(MIXED.glob("*.ctmm"))}
    return edited(texts | {"pier.ctmm": PIER, "harbour--pier.ctmm": CROSSWALK}, BEFORE)


def new_texts() -> dict[str, str]:
    return edited(old_texts(), EDITS)


def compiled(texts: dict[str, str]) -> Model:
    sources = [decode(name, text.encode()) for name, text in texts.items()]
    assert all(isinstance(source, Source) for source in sources)
    outcome = compile_sources(sources, wording=False)
    assert outcome.sound, [(finding.span, finding.message("en")) for finding in outcome.findings]
    return outcome.model


def told_of(old: Model, new: Model, agreed: str = "") -> Told:
    found, slips = waivers(agreed)
    assert not slips
    made = revision(old, new)
    return Told(
        "v1", "spec", titles(old, new), nodes(old, new), made, judged(made, found), "waivers.txt" if found else ""
    )


@cache
def told() -> Told:
    return told_of(compiled(old_texts()), compiled(new_texts()), WAIVERS)


@cache
def made() -> dict[str, bytes]:
    """Every output of the revision, by the name of its file."""
    found = {"changes.json": json_bytes(told_json(told()))}
    for language in ("zh", "en"):
        found[f"changes.{language}.txt"] = text(told(), language).encode()
        found[f"changes.{language}.html"] = html_bytes(changes_document(told(), language))
        found[f"comparison.{language}.html"] = html_bytes(comparison_document(told(), language))
        for name, document in (
            ("changes", changes_document),
            ("log", log_document),
            ("comparison", comparison_document),
        ):
            found[f"{name}.{language}.md"] = markdown_bytes(document(told(), language))
    return found


def word_xml(data: bytes) -> bytes:
    """The text of a Word file as XML, a line for each paragraph."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("word/document.xml").replace(b"<w:p>", b"\n<w:p>").replace(b"<w:tr>", b"\n<w:tr>")


def made_in_word() -> dict[str, bytes]:
    from generators.report.docx import docx_bytes

    return {"comparison.zh.docx.xml": word_xml(docx_bytes(comparison_document(told(), "zh")))}


if __name__ == "__main__":
    EXPECTED.mkdir(exist_ok=True)
    for name, data in (made() | made_in_word()).items():
        file = EXPECTED / name
        if not file.exists() or file.read_bytes() != data:
            file.write_bytes(data)
            sys.stdout.write(f"{name}\n")
