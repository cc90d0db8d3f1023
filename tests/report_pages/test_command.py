"""`ctmm report` as a user calls it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.commands.calling import ROOT, ctmm, no_trace
from tests.report_pages.examples import EXPECTED, LATER, TOWN, town


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A project with the small town, and its assessment of two years."""
    (tmp_path / "spec").mkdir()
    shutil.copy(ROOT / "tests/golden/two-layers/town.ctmm", tmp_path / "spec")
    _write(tmp_path / "one.json", town())
    _write(tmp_path / "two.json", town(LATER, "2027-05-01"))
    return tmp_path


def _write(file: Path, data: dict[str, Any]) -> None:
    file.write_text(json.dumps(data, ensure_ascii=False), "utf-8")


def test_standard_output_is_markdown(place: Path) -> None:
    plain = ctmm("report", "town", "one.json", cwd=place)
    assert plain.returncode == 0, plain.stderr
    assert plain.stdout.startswith("# Assessment report: 某镇\n")
    assert plain.stdout == ctmm("report", "town", "one.json", "-o", "-", cwd=place).stdout
    chinese = ctmm("report", "town", "one.json", "--lang", "zh", cwd=place).stdout
    assert chinese.replace("spec/", "").encode("utf-8") == (EXPECTED / "town.zh.md").read_bytes()
    assert ctmm("report", "town", "one.json", cwd=place, LC_ALL="zh_CN.UTF-8").stdout == chinese


@pytest.mark.parametrize(
    ("name", "start"), [("r.html", b"<!DOCTYPE html>"), ("r.HTML", b"<!"), ("in/r.md", b"# "), ("r.docx", b"PK")]
)
def test_the_suffix_says_the_format(place: Path, name: str, start: bytes) -> None:
    if name.endswith("docx"):
        pytest.importorskip("docx", reason="python-docx is not installed: Word reports cannot be written here")
    done = ctmm("report", "town", "one.json", "-o", name, cwd=place)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    made = (place / name).read_bytes()
    assert made.startswith(start)
    ctmm("report", "town", "one.json", "-o", name, cwd=place)
    assert (place / name).read_bytes() == made
    assert {path.name for path in (place / name).parent.iterdir() if path.suffix == ".part"} == set()


@pytest.mark.parametrize("name", ["r.pdf", "r", "r.json", "r.htm"])
def test_an_unknown_format_is_refused_before_anything_is_read(place: Path, name: str) -> None:
    done = ctmm("report", "town", "no.json", "-o", name, cwd=place)
    assert done.returncode == 2
    assert ".html, .md, .docx" in done.stderr
    assert not (place / name).exists()
    assert "结尾" in ctmm("report", "town", "one.json", "-o", name, "--lang", "zh", cwd=place).stderr


def test_several_are_compared(place: Path) -> None:
    done = ctmm("report", "town", "one.json", "two.json", "--lang", "zh", cwd=place)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("# 2 份评估的比较\n")
    assert "某镇 2026-05-01" in done.stdout
    assert "的变化" in done.stdout
    _write(place / "three.json", town(name="别镇"))
    done = ctmm("report", "town", "one.json", "three.json", "two.json", "--lang", "zh", cwd=place)
    assert "3 份评估的比较" in done.stdout
    assert "的变化" not in done.stdout, "two cities are no change of one"


def test_agreement_takes_two(place: Path) -> None:
    done = ctmm("report", "town", "one.json", "two.json", "--agreement", cwd=place)
    assert done.returncode == 0, done.stderr
    assert "Agreement of two assessors: one and two" in done.stdout
    for files in (["one.json"], ["one.json", "two.json", "one.json"]):
        done = ctmm("report", "town", *files, "--agreement", cwd=place)
        assert done.returncode == 2
        assert "exactly two" in done.stderr


def test_what_is_wrong_is_told_of_every_file_and_nothing_is_written(place: Path) -> None:
    _write(place / "bad.json", town(TOWN | {"X": "full"}))
    _write(place / "worse.json", town({"R.1/1a": "full"}))
    done = ctmm("report", "town", "bad.json", "one.json", "worse.json", "-o", "r.html", cwd=place)
    assert done.returncode == 1
    assert "bad.json" in done.stderr
    assert "worse.json" in done.stderr
    assert not (place / "r.html").exists()
    no_trace(done)


@pytest.mark.parametrize(("standard", "file", "told"), [("town", "no.json", "no.json"), ("city", "one.json", "town")])
def test_what_is_not_there_is_said(place: Path, standard: str, file: str, told: str) -> None:
    done = ctmm("report", standard, file, cwd=place)
    assert done.returncode == 2
    assert told in done.stderr
    no_trace(done)


def test_a_folder_in_the_place_of_the_report(place: Path) -> None:
    (place / "r.html").mkdir()
    done = ctmm("report", "town", "one.json", "-o", "r.html", cwd=place)
    assert done.returncode == 2
    assert "r.html" in done.stderr
    no_trace(done)


def test_partial(place: Path) -> None:
    _write(place / "some.json", town({"R.1/1a": "full", "W.1/1a": "full"}))
    assert ctmm("report", "town", "some.json", cwd=place).returncode == 1
    done = ctmm("report", "town", "some.json", "--partial", "--lang", "zh", cwd=place)
    assert done.stdout.replace("spec/", "").encode("utf-8") == (EXPECTED / "town-partial.zh.md").read_bytes()


def test_without_python_docx_the_others_work(place: Path) -> None:
    """A folder that hides python-docx stands for a machine without it."""
    hiding = place / "hiding"
    hiding.mkdir()
    (hiding / "docx.py").write_text("raise ModuleNotFoundError('no', name='docx')\n", "utf-8")
    path = f"{hiding}:{ROOT}"
    done = ctmm("report", "town", "one.json", "-o", "r.docx", cwd=place, PYTHONPATH=path)
    assert done.returncode == 2
    assert "pip install 'ctmm-dsl[office]'" in done.stderr
    assert ctmm("report", "town", "one.json", "-o", "r.html", cwd=place, PYTHONPATH=path).returncode == 0


def test_a_workbook_is_read_as_well(place: Path) -> None:
    """What the build makes and a city fills in is reported as its JSON is."""
    done = ctmm("build", "--only", "workbook", cwd=place)
    assert done.returncode == 0, done.stdout + done.stderr
    shutil.copy(place / "build/town/workbook.xlsx", place / "filled.xlsx")
    done = ctmm("answers", "one.json", "-o", "filled.xlsx", cwd=place)
    assert done.returncode == 0, done.stderr
    made = ctmm("report", "town", "filled.xlsx", "--lang", "zh", cwd=place)
    assert made.stdout.replace("spec/", "").encode("utf-8") == (EXPECTED / "town.zh.md").read_bytes()
