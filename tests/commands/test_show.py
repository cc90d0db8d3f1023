"""`ctmm show`: from a node of one standard to what the others ask, with text, and back; quantities; both languages; any width."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from ctmm_dsl.expression.text import calculation
from ctmm_dsl.pinning import pinned
from ctmm_dsl.render.paragraphs import Line, laid_out
from ctmm_dsl.source import cells
from tests.commands.calling import ROOT, ctmm, no_trace
from tests.crosswalks.pinned import STANDARDS, TO_MODEL, TO_SMART, compiled


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented standards and their crosswalks, pinned."""
    project = tmp_path_factory.mktemp("show")
    folder = project / "spec"
    folder.mkdir()
    for name, text in STANDARDS.items():
        (folder / f"{name}.ctmm").write_text(text, "utf-8")
    for name, text in (("to_smart", TO_SMART), ("to_model", TO_MODEL)):
        (walk,) = compiled(walk=text).model.crosswalks
        (folder / f"{name}.ctmm").write_bytes(pinned(text.encode(), walk.rows))
    return project


def shown(project: Path, name: str, language: str = "zh") -> list[str]:
    done = ctmm("show", name, "--lang", language, cwd=project)
    assert done.returncode == 0, done.stderr
    no_trace(done)
    return done.stdout.splitlines()


def under(lines: list[str], head: str) -> list[str]:
    """The lines that stand deeper than the one that begins so, up to the next that does not."""
    at = next(at for at, line in enumerate(lines) if line.strip().startswith(head))
    depth = len(lines[at]) - len(lines[at].lstrip())
    found = []
    for line in lines[at + 1 :]:
        if len(line) - len(line.lstrip()) <= depth:
            break
        found.append(line.strip())
    return found


def spoken(node: str, reading: str | None = None, language: str = "zh") -> list[str]:
    """A calculation of the invented indicators, in words."""
    smart = compiled().model.standard("smart")
    assert smart
    return calculation(smart.formulas[node].read_as(reading), language)


def test_clauses_and_what_they_map_to_with_text(invented: Path) -> None:
    lines = shown(invented, "city:A")
    assert lines[0] == "A 甲"
    assert "  A/1a  制定计划" in lines and "  A/2a  定期评价（每年）" in lines
    formula = under(lines, "→ smart:L1-A 网办率  对方更宽")
    assert formula == [
        "理由  都问机构",
        "数据要求  全程网办",
        *spoken("L1-A"),
        "数据项  网办事项数（项）；事项总数（项）；领导机构（选择）",
    ]
    assert under(lines, "→ smart:L2 安全  相关")[:2] == ["理由  都涉安全", "L2-A 泄密"]
    assert under(lines, "→ smart:L2 安全")[2:3] == spoken("L2-A")
    assert under(lines, "→ model:1.1 愿景  相近") == ["理由  都问规划", "1 初始  没有公布", "2 改善  已经公布"]
    assert "没有对应" in "\n".join(shown(invented, "city:B.1"))


def test_back_from_an_indicator_through_what_is_above_it(invented: Path) -> None:
    lines = shown(invented, "smart:L1-A")
    assert under(lines, "← city:A 甲  对方更窄") == [
        "理由  都问机构",
        "A/1a  制定计划",
        "A/1b  建立机构",
        "A/2a  定期评价（每年）",
    ]
    assert under(lines, "← city:B.1 乙一  相近")[:2] == ["经上级  L1 服务", "理由  都讲服务"]
    assert under(lines, "数据项") == [
        "items_online  网办事项数，数量（项），时点，不超过 items_total",
        "items_total  事项总数，数量（项），时点，1 以上",
        "body  领导机构，选择，时段，选项：none 未设 / set_up 已设",
    ]


def test_readings_of_an_indicator(invented: Path) -> None:
    lines = shown(invented, "smart:L1-B")
    assert under(lines, "读法 strict  从严") == spoken("L1-B", "strict")
    assert [line.strip() for line in lines if " = " in line][: len(spoken("L1-B"))] == spoken("L1-B")


def test_descriptors_and_the_documents_that_help(invented: Path) -> None:
    lines = shown(invented, "model:1.1")
    assert "  2 改善  已经公布" in lines
    assert "  参考文件 GB/T 1  用于愿景（1 战略）" in lines and "  参考文件 GB/T 2  第5章" in lines
    assert under(lines, "← city:A 甲  相近")[0] == "理由  都问规划"
    assert any("（连同 1 级）" in line for line in shown(invented, "model:1.2"))


def test_a_branch_lists_what_is_below_it(invented: Path) -> None:
    lines = shown(invented, "smart:L1")
    assert "  L1-A 网办率" in lines
    assert under(lines, "下级各项的对应") == ["L1-A ← city:A 甲  对方更窄  都问机构"]
    assert under(lines, "← city:B.1 乙一  相近")[1:] == ["B.1/1a  开放数据", "B.1/2a  共享数据"]


def test_a_quantity_its_readers_and_what_it_is_evidence_for(invented: Path) -> None:
    lines = shown(invented, "smart:items_total")
    assert lines[0] == "items_total 事项总数"
    assert "  类别  数量（项），时点" in lines and "  范围  1 以上，整数" in lines
    assert under(lines, "用到它的指标") == ["L1-A 网办率"]
    assert under(lines, "← city:A 甲  对方更窄") == [
        "经  L1-A 网办率",
        "A/1a  制定计划",
        "A/1b  建立机构",
        "A/2a  定期评价（每年）",
    ]
    assert under(lines, "← city:B.1 乙一  相近")[0] == "经  L1 服务"
    assert under(shown(invented, "done_rate"), "用到它的指标") == ["L1-B 渠道"], "a quantity that a reading rests on"
    assert "  选项 set_up  已设" in shown(invented, "smart:body")


def test_in_english(invented: Path) -> None:
    lines = shown(invented, "city:A", "en")
    assert under(lines, "→ smart:L1-A 网办率  broader")[0] == "reason  都问机构"
    assert spoken("L1-A", language="en")[-1] in [line.strip() for line in lines]
    text = "\n".join(shown(invented, "smart:items_total", "en"))
    for words in (
        "kind  count (项), at a point in time",
        "range  1 and above, whole",
        "through crosswalks, evidence for",
    ):
        assert words in text


def test_what_is_found_in_the_rows_is_told_as_well(invented: Path, tmp_path: Path) -> None:
    (tmp_path / "spec").mkdir()
    for file in (invented / "spec").iterdir():
        text = file.read_text("utf-8").replace("2 已经公布", "2 已经向社会公布")
        (tmp_path / "spec" / file.name).write_text(text, "utf-8")
    assert "CT7007" in "\n".join(shown(tmp_path, "city:A"))
    assert "CT7007" in "\n".join(shown(tmp_path, "model:1.1"))
    assert "CT7007" not in "\n".join(shown(tmp_path, "model:1.2"))


def test_names_that_lead_nowhere(invented: Path) -> None:
    for name, words in (
        ("smart:items_totl", "did you mean `items_total`?"),
        ("smrt:L1", "there is no standard smrt; there are: city, model, smart"),
        ("city:L1-A", "there is no city:L1-A"),
    ):
        done = ctmm("show", name, cwd=invented)
        assert (done.returncode, done.stdout) == (2, "")
        assert words in done.stderr


def test_every_place_of_the_shipped_spec_can_be_shown(project: Path) -> None:
    for name in (
        "ctmm:AR.1.1",
        "ctmm:AR.1.1/2a",
        "gbt33356-city:L1P1-A1",
        "iso37107:1.1.1",
        "gbt33356-city:gov_items_total",
    ):
        for language in ("zh", "en"):
            assert len(shown(project, name, language)) > 5
    lines = shown(project, "ctmm:AR.1.1")
    assert any(line.startswith("  AR.1.1/3a  ") for line in lines)
    assert under(lines, "→ gbt33356-city:L8P1-A1")[-1].startswith("数据项  ")
    assert len(under(lines, "→ iso37107:1.1.2")) == 6
    lines = shown(project, "gbt33356-city:gov_items_total")
    assert len(under(lines, "用到它的指标")) == 3
    assert any("ctmm:PS.1.1" in line for line in lines) and any(
        line.strip().startswith("PS.1.1/1a  ") for line in lines
    )


# ---- width ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [40, 60, 100])
def test_lines_are_broken_under_themselves_and_lose_nothing(width: int) -> None:
    text = (
        "提供政务服务（含自助、移动端），对接 GB/T 33356—2022 的“一网通办”；100% 在线。Latin words stay whole, 汉字可断。"
        * 3
    )
    rows = laid_out([Line(4, "AR.1.1/1a", text)], width).splitlines()
    assert len(rows) > 2
    assert all(cells(row) <= width + 2 for row in rows), "a closing sign may hang out"
    assert rows[0].startswith("    AR.1.1/1a  ")
    assert all(row.startswith(" " * 15) and row[15] not in "，。；）”" for row in rows[1:])
    assert all(row[-1] not in "（“" for row in rows)
    joined = "".join(row.strip() for row in rows).removeprefix("AR.1.1/1a")
    assert joined.replace(" ", "") == text.replace(" ", "")
    assert laid_out([Line(4, "AR.1.1/1a", text)]).splitlines() == [f"    AR.1.1/1a  {text}"], (
        "in a pipe a line is a line"
    )


def test_a_long_head_stands_on_a_line_of_its_own() -> None:
    rows = laid_out([Line(2, "某" * 15, "文字" * 30)], 40).splitlines()
    assert rows[0] == "  " + "某" * 15
    assert all(row.startswith("      ") and cells(row) <= 40 for row in rows[1:])


def test_a_terminal_is_not_overrun(invented: Path) -> None:
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "50", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "ctmm_dsl", "show", "city:A", "--lang", "zh"]
    with subprocess.Popen(command, cwd=invented, env=environment, stdout=theirs) as running:
        os.close(theirs)
        data = b""
        while chunk := _read(ours):
            data += chunk
        assert running.wait() == 0
    rows = data.decode().splitlines()
    assert len(rows) > 20
    assert all(cells(row) <= 52 for row in rows if row.strip())


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end is closed
        return b""
