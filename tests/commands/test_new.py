"""`ctmm new`: what it makes checks, builds and is laid out as it stands, in both languages and with any name; it writes over nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ctmm_dsl.cli.new import NAMES
from ctmm_dsl.format import formatted
from ctmm_dsl.model import Clauses, Formula, Rubric
from ctmm_dsl.pipeline import compile_sources
from ctmm_dsl.reading import Trouble
from ctmm_dsl.source import decode
from generators.starting import files
from tests.commands.calling import ctmm, no_trace

HOSTILE = (
    "城市 数字化", 'a "b" c', '"甲"', "“一网通办”", "“半个引号", '"半个', "# 井号", "＃", "@note x", "甲  # 乙", "甲　乙",
    "{{ 7 * 7 }}", "{% raw %}", "$(touch x) `id`", "'; DROP TABLE", "<script>alert(1)</script>", "=1+1", "-", "a|b [c](d) *e*",
    "%n", "\\", "𠮷祥", "100%", "权重：40%", "40% ",
)  # fmt: skip
WRONG_IDS = ("", "城市", "a b", "-a", ".a", "a--b", "a/b", "../a", "crosswalk", "ＡＲ", "a\nb", "a.", "x" * 300)
WRONG_NAMES = (" ", "甲\n乙", "甲\u200b乙", "\u202e甲", "甲\x00", "字" * 201)


@pytest.mark.parametrize(("language", "keywords"), [("en", "en"), ("zh", "zh")])
def test_it_checks_builds_and_is_in_the_style(language: str, keywords: str, tmp_path: Path) -> None:
    done = ctmm("new", "town", "--lang", language, "--keywords", keywords, "--name", "Harbour 港湾", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    folder = tmp_path / "town"
    made = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    assert made == sorted(files("town", "x", keywords, language))
    assert done.stdout.splitlines()[:-1] == [f"town/{path}" for path in made]
    text = (folder / "spec/town.ctmm").read_text("utf-8")
    assert ("\n能力域 A" in text) == (keywords == "zh")
    assert bool(re.search("(?m)^# .*[\u4e00-\u9fff]", text.replace("港湾", ""))) == (language == "zh")

    check = ctmm("check", "--strict", cwd=folder)
    assert check.returncode == 0, check.stdout
    assert "nothing found" in check.stdout
    style = ctmm("fmt", "--check", cwd=folder)
    assert style.returncode == 0, style.stdout + style.stderr
    build = ctmm("build", cwd=folder)
    assert (build.returncode, build.stderr) == (0, "")
    there = {path.name for path in (folder / "build/town").iterdir()}
    assert {
        "form.html",
        "workbook.xlsx",
        "scorer.py",
        "scorer.mjs",
        "tables.md",
        "clauses.csv",
        "quantities.csv",
        "formulas.html",
    } <= there
    assert ctmm("build", "--check", cwd=folder).returncode == 0


def test_every_kind_of_leaf_is_there_and_is_scored(tmp_path: Path) -> None:
    assert ctmm("new", "town", cwd=tmp_path).returncode == 0
    file = tmp_path / "town/spec/town.ctmm"
    outcome = compile_sources([decode(file.name, file.read_bytes())])
    leaves = [leaf for standard in outcome.model.standards for node in standard.nodes.values() if (leaf := node.leaf)]
    assert {type(leaf) for leaf in leaves} == {Clauses, Formula, Rubric}
    ctmm("build", "--only", "assessments", cwd=tmp_path / "town")
    scored = ctmm("score", "town", "build/town/assessment.blank.json", "--partial", cwd=tmp_path / "town")
    assert scored.returncode == 0, scored.stderr


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_is_a_name(name: str) -> None:
    """Read back, it is the very name; nothing of it is taken for anything else."""
    made = files("town", name, "zh", "zh")
    outcome = compile_sources([decode("town.ctmm", made["spec/town.ctmm"])])
    assert outcome.sound, [finding.message("en") for finding in outcome.findings]
    assert [standard.name for standard in outcome.model.standards] == [name.strip()]
    assert len(made["README.md"].decode().splitlines()) == len(
        files("town", "x", "zh", "zh")["README.md"].decode().splitlines()
    )


@pytest.mark.parametrize(("language", "keywords"), [("en", "zh"), ("zh", "en")])
def test_keywords_need_not_be_of_the_same_language(language: str, keywords: str) -> None:
    source = decode("town.ctmm", files("town", "港湾", keywords, language)["spec/town.ctmm"])
    assert ("\n能力域 A" in source.text) == (keywords == "zh")
    outcome = compile_sources([source])
    assert outcome.sound
    assert not outcome.findings
    assert formatted(source) == source.text


@pytest.mark.parametrize("identifier", WRONG_IDS)
def test_what_is_no_identifier(identifier: str) -> None:
    with pytest.raises(Trouble, match="--id"):
        files(identifier, "x", "en", "en")


@pytest.mark.parametrize("name", WRONG_NAMES)
def test_what_is_no_name(name: str) -> None:
    with pytest.raises(Trouble, match="--name"):
        files("town", name, "en", "en")


def test_a_refusal_writes_nothing(tmp_path: Path) -> None:
    for argument, value in (("--id", "a/b"), ("--name", "甲\n乙")):
        done = ctmm("new", "town", argument, value, cwd=tmp_path)
        assert done.returncode == 2
        assert argument in done.stderr
        no_trace(done)
    assert not (tmp_path / "town").exists()


def test_a_folder_whose_name_is_no_identifier(tmp_path: Path) -> None:
    done = ctmm("new", "城市标准", "--lang", "zh", cwd=tmp_path)
    assert done.returncode == 2
    assert "“城市标准”不能作标识符" in done.stderr
    assert ctmm("new", "城市标准", "--id", "city", cwd=tmp_path).returncode == 0
    assert (tmp_path / "城市标准/spec/city.ctmm").is_file()


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full/notes.txt").write_text("mine", "utf-8")
    (tmp_path / "file").write_text("mine", "utf-8")
    for target, said in (("full", "not empty (it holds notes.txt)"), ("file", "is a file")):
        done = ctmm("new", target, cwd=tmp_path)
        assert done.returncode == 2
        assert said in done.stderr
        no_trace(done)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "full", "notes.txt"]


def test_an_empty_folder_and_a_fresh_repository_will_do(tmp_path: Path) -> None:
    (tmp_path / "here/.git").mkdir(parents=True)
    assert ctmm("new", ".", "--id", "city", cwd=tmp_path / "here").returncode == 0
    assert ctmm("new", "a/b/town", cwd=tmp_path).returncode == 0
    assert (tmp_path / "a/b/town/spec/town.ctmm").read_bytes() == files("town", NAMES["en"], "en", "en")[
        "spec/town.ctmm"
    ]
