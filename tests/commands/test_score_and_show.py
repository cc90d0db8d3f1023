"""`ctmm score`, `show`, `explain`, `list`: results, refusals, what stands where."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.calling import ROOT, break_a_weight, ctmm, no_trace


def test_exactly_seventy_is_not_enough(filled: Path) -> None:
    done = ctmm("score", "ctmm-key", filled, cwd=filled.parent)
    assert done.returncode == 0, done.stderr
    assert "below level 1" in done.stdout
    result = json.loads(ctmm("score", "ctmm-key", filled, "--format", "json", cwd=filled.parent).stdout)
    assert (result["level"], result["level_name"], result["class"]) == (0, None, None)
    assert [level["score"] for level in result["levels"]] == [{"exact": "70", "shown": "70.00"}] * 5


def test_missing_answers_and_partial(filled: Path) -> None:
    assessment = json.loads(filled.read_text("utf-8"))
    del assessment["answers"]["AR.1/1a"]
    filled.write_text(json.dumps(assessment, ensure_ascii=False), "utf-8")
    done = ctmm("score", "ctmm-key", filled, cwd=filled.parent)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "CT9009" in done.stderr
    assert "AR.1/1a" in done.stderr
    done = ctmm("score", "ctmm-key", filled, "--partial", "--format", "json", cwd=filled.parent)
    bounds = json.loads(done.stdout)
    assert bounds["missing"] == ["AR.1/1a"]
    assert bounds["level"] == {"lower": 0, "upper": 5}
    assert "below level 1 … 5" in ctmm("score", "ctmm-key", filled, "--partial", cwd=filled.parent).stdout


def test_the_full_standard_is_scored_through_a_profile(project: Path) -> None:
    ctmm("build", "--only", "assessments", cwd=project)
    blank = json.loads((project / "build/ctmm-equal/assessment.blank.json").read_text("utf-8"))
    for answer in blank["answers"].values():
        answer["answer"] = "完全满足"
    (project / "full.json").write_text(json.dumps(blank, ensure_ascii=False), "utf-8")
    done = ctmm("score", "ctmm", "full.json", cwd=project)
    assert done.returncode == 2
    assert "--profile ctmm-equal" in done.stderr
    for arguments in (["ctmm", "full.json", "--profile", "ctmm-equal"], ["ctmm-equal", "full.json"]):
        result = json.loads(ctmm("score", *arguments, "--format", "json", cwd=project).stdout)
        assert (result["level"], result["class"], result["profile"]) == (5, "创新引领类", "ctmm-equal")
    assert ctmm("score", "ctmm-key", "full.json", "--profile", "ctmm-equal", cwd=project).returncode == 2
    assert ctmm("score", "ctmm-key", "full.json", cwd=project).returncode == 1


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b'{"standard": NaN}'])
def test_an_assessment_that_is_none(project: Path, content: bytes) -> None:
    (project / "x.json").write_bytes(content)
    done = ctmm("score", "ctmm-key", "x.json", cwd=project)
    assert done.returncode in (1, 2)
    assert done.stdout == ""
    no_trace(done)


def test_show_a_clause_and_a_node(project: Path) -> None:
    done = ctmm("show", "ctmm-key:AR.1/2a", "--lang", "zh", cwd=project)
    assert "来自 AR.1.1/2a（改写）" in done.stdout
    assert "[-" in done.stdout
    done = ctmm("show", "ctmm:AR.1.1/1a", "--lang", "zh", cwd=project)
    assert "用于 ctmm-key:AR.1/1a（逐字）" in done.stdout
    done = ctmm("show", "AR.1.1", cwd=project)
    assert "gbt33356-city:L8P1-A1" in done.stdout
    done = ctmm("show", "gbt33356-city:L8P1-A1", cwd=project)
    assert "← ctmm:AR.1.1" in done.stdout
    done = ctmm("show", "AR.1.9", cwd=project)
    assert done.returncode == 2
    assert "did you mean" in done.stderr
    break_a_weight(project)
    assert "CT3001" in ctmm("show", "ctmm-key:AR", cwd=project).stdout


def test_explain_by_code_and_by_name(project: Path) -> None:
    for name in ("CT3001", "ct3001", "weights-do-not-sum"):
        done = ctmm("explain", name, "--lang", "zh", cwd=project)
        assert done.returncode == 0
        assert "100%" in done.stdout
    done = ctmm("explain", "CT3999", cwd=project)
    assert done.returncode == 2
    no_trace(done)


def test_list(project: Path) -> None:
    standards = ctmm("list", "standards", cwd=project).stdout
    assert "193 clauses" in standards
    assert "62 formulas" in standards
    assert "32 rubrics" in standards
    assert "scorer" in ctmm("list", "generators", cwd=project).stdout
    assert "CT3001" in ctmm("list", "codes", cwd=project).stdout


def test_version_loads_nothing_heavy(project: Path) -> None:
    code = "import sys; from ctmm_dsl.cli.arguments import parse\ntry: parse(['--version'], 'en')\nexcept SystemExit: pass\n"
    code += "print([m for m in ('lark', 'jinja2', 'generators') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[1] == "[]"


def test_check_loads_no_template_library(project: Path) -> None:
    code = "import sys; from ctmm_dsl.cli import main; main(['check']); print('jinja2' in sys.modules, 'generators' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=project, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert done.stdout.strip().endswith("False False")


def test_a_file_from_before_a_revision_is_pointed_out(filled: Path) -> None:
    assessment = json.loads(filled.read_text("utf-8"))
    assessment["answers"]["AR.1/1a"]["text"] = "修订之前的文字"
    filled.write_text(json.dumps(assessment, ensure_ascii=False), "utf-8")
    done = ctmm("score", "ctmm-key", filled, cwd=filled.parent)
    assert done.returncode == 0
    assert "other texts than the standard's: AR.1/1a" in done.stderr
    assert ctmm("score", "ctmm-key", filled, "--lang", "zh", cwd=filled.parent).stderr.endswith("：AR.1/1a\n")
