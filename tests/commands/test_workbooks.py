"""`ctmm score` on workbooks and tables, `ctmm answers`, `ctmm audit`: as a city calls them."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.commands.calling import ctmm, edit, no_trace


@pytest.fixture
def workbook(project: Path, filled: Path) -> Path:
    """The assessment of the other tests, filled into a workbook."""
    edit(filled, '"subject": {"name": ""}', '"subject": {"name": "某市"}')
    done = ctmm("answers", filled, "-o", "city.xlsx", cwd=project)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return project / "city.xlsx"


def test_a_workbook_scores_as_the_json_does(project: Path, filled: Path, workbook: Path) -> None:
    for form in ("json", "text"):
        by_json = ctmm("score", "ctmm-key", filled, "--format", form, cwd=project)
        by_workbook = ctmm("score", "ctmm-key", workbook, "--format", form, cwd=project)
        assert by_workbook.returncode == 0
        assert by_workbook.stderr == ""
        assert by_workbook.stdout == by_json.stdout


def test_the_kind_of_a_file_is_what_is_in_it(project: Path, filled: Path, workbook: Path) -> None:
    expected = ctmm("score", "ctmm-key", filled, cwd=project).stdout
    for file, name in ((workbook, "a.json"), (workbook, "b"), (filled, "c.xlsx"), (filled, "d.csv")):
        shutil.copy(file, project / name)
        assert ctmm("score", "ctmm-key", name, cwd=project).stdout == expected, name


def test_answers_come_out_as_json(project: Path, workbook: Path) -> None:
    shown = ctmm("answers", workbook, cwd=project)
    assert shown.returncode == 0
    done = ctmm("answers", workbook, "-o", "out/answers.json", cwd=project)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    text = (project / "out/answers.json").read_text("utf-8")
    assert text == shown.stdout
    data = json.loads(text)
    assert data["standard"] == "ctmm-key"
    assert set(data["answers"].values()) == {"大部分满足"}
    assert ctmm("score", "ctmm-key", "out/answers.json", cwd=project).returncode == 0


def test_answers_go_on_to_a_fresh_workbook(project: Path, workbook: Path) -> None:
    assert ctmm("answers", workbook, "-o", "again.xlsx", cwd=project).returncode == 0
    assert (project / "again.xlsx").read_bytes() == workbook.read_bytes()


def test_what_has_no_room_in_a_workbook_is_told(project: Path, filled: Path) -> None:
    data = json.loads(filled.read_text("utf-8"))
    data["answers"]["AR.1/1a"]["note"] = "字" * 40_000
    data["subject"] = {"name": "某市", "code": "000000"}
    filled.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    done = ctmm("answers", filled, "-o", "city.xlsx", cwd=project)
    assert done.returncode == 0
    assert done.stderr == "city.json: not all of this has room in a workbook: AR.1/1a, subject.code\n".replace(
        "city.json", str(filled)
    )


def test_what_is_wrong_is_told_by_its_cell_and_nothing_is_written(project: Path, workbook: Path) -> None:
    book = load_workbook(workbook)
    book["条款评估"]["F5"] = "好"
    book["条款评估"]["F6"] = "=1+1"
    book.save(workbook)
    for command in (("score", "ctmm-key", workbook), ("answers", workbook, "-o", "x.json")):
        done = ctmm(*command, "--lang", "zh", cwd=project)
        assert (done.returncode, done.stdout) == (1, "")
        choices = "（完全满足、大部分满足、部分满足、不满足）"
        assert done.stderr == (
            f'{workbook}：CT9008 条款评估!F5（answers["AR.1/1a"]）：“好”不是可选的答案{choices}\n'
            f'{workbook}：CT9008 条款评估!F6（answers["AR.1/2a"]）：“=1+1”不是可选的答案{choices}\n'
        )
    assert not (project / "x.json").exists()


def test_a_workbook_for_another_standard(project: Path, workbook: Path) -> None:
    done = ctmm("score", "iso37107", workbook, cwd=project)
    assert done.returncode == 1
    assert "CT9005 ctmm!B2 (standard): this is an assessment by ctmm-key, not by iso37107" in done.stderr


def test_files_that_cannot_be_read_at_all(project: Path) -> None:
    (project / "half.xlsx").write_bytes(b"PK\x03\x04 and no more")
    (project / "large.xlsx").write_bytes(b"\0" * (21 << 20))
    for command in (("score", "ctmm-key"), ("answers",), ("audit",)):
        done = ctmm(*command, "half.xlsx", cwd=project)
        assert done.returncode == 2
        assert done.stderr == "ctmm: half.xlsx: this is no whole .xlsx file: not fully downloaded, or damaged\n"
        done = ctmm(*command, "large.xlsx", cwd=project)
        assert done.returncode == 2
        assert "large.xlsx has 21 MB, more than 20 MB, and is not read" in done.stderr


def test_json_to_json_makes_no_sense(project: Path, filled: Path) -> None:
    done = ctmm("answers", filled, cwd=project)
    assert done.returncode == 2
    assert "is JSON already; to fill a workbook in, add -o NAME.xlsx" in done.stderr


def test_a_standard_that_there_is_not(project: Path, filled: Path, workbook: Path) -> None:
    done = ctmm("answers", workbook, "--standard", "nothing", cwd=project)
    assert done.returncode == 2
    assert "nothing cannot be scored" in done.stderr
    filled.write_text("{}", "utf-8")
    done = ctmm("answers", filled, "-o", "x.xlsx", cwd=project)
    assert done.returncode == 2
    assert "does not say by which standard it is; add --standard" in done.stderr


def test_a_place_that_cannot_be_written(project: Path, workbook: Path) -> None:
    (project / "file").write_text("x")
    done = ctmm("answers", workbook, "-o", "file/x.json", cwd=project)
    assert done.returncode == 2
    assert "cannot write file/x.json" in done.stderr
    no_trace(done)


def test_a_sheet_that_shows_something_else_is_warned_of(project: Path, filled: Path, workbook: Path) -> None:
    """The answers are changed and the stored results are not, as by a program that does not calculate."""
    with zipfile.ZipFile(workbook) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    texts = parts["xl/sharedStrings.xml"]
    parts["xl/sharedStrings.xml"] = texts.replace("<t>大部分满足</t>".encode(), "<t>完全满足</t>".encode())
    assert parts["xl/sharedStrings.xml"] != texts
    with zipfile.ZipFile(workbook, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    done = ctmm("score", "ctmm-key", workbook, cwd=project)
    assert done.returncode == 0
    assert "level: 5" in done.stdout
    assert re.search(
        r"city.xlsx: 结果!\w+ shows 0, but the answers come to 5: its formulas were altered, or not recalculated",
        done.stderr,
    )


def test_an_audit(project: Path, workbook: Path) -> None:
    done = ctmm("audit", workbook, cwd=project)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("as it was generated, but for the answers\n")
    listed = ctmm("audit", workbook, "--list", cwd=project)
    assert "  条款评估!F5  list 计分规则!" in listed.stdout
    book = load_workbook(workbook)
    book["结果"]["A5"] = "5 级"
    book.save(workbook)
    done = ctmm("audit", workbook, "--lang", "zh", cwd=project)
    assert done.returncode == 1
    assert "结果!A5：公式被删除，只剩 5 级；应为 =" in done.stdout
    assert done.stdout.endswith("与生成的工作簿有 1 处不同\n")


def test_an_audit_of_what_cannot_be_compared(project: Path, filled: Path, workbook: Path) -> None:
    done = ctmm("audit", filled, cwd=project)
    assert done.returncode == 2
    assert "is no workbook" in done.stderr
    done = ctmm("audit", workbook, "--standard", "iso37107", cwd=project)
    assert done.returncode == 2
    assert "was made for ctmm-key 2026-draft, but the standard is iso37107 2019" in done.stderr
