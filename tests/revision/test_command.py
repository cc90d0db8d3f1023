"""`ctmm diff` as a user calls it."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from ctmm_dsl.cli import diff as command
from ctmm_dsl.cli import editing_arguments
from ctmm_dsl.cli.arguments import parse
from ctmm_dsl.reading import Trouble
from ctmm_dsl.revision.values import CLASSES
from tests.commands.calling import ctmm, edit, no_trace
from tests.commands.repositories import begun
from tests.revision.examples import EXPECTED, WAIVERS, new_texts, old_texts

TOWN = Path(__file__).parents[1] / "golden/two-layers/town.ctmm"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Two folders with the two editions of the harbour, and what was agreed to."""
    for name, texts in (("v1", old_texts()), ("spec", new_texts())):
        (tmp_path / name).mkdir()
        for file, text in texts.items():
            (tmp_path / name / file).write_text(text, "utf-8")
    (tmp_path / "waivers.txt").write_text(WAIVERS, "utf-8")
    return tmp_path


class Called(NamedTuple):
    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def diff(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Called]:
    """`ctmm diff` within this process: the same command, but for the start of a program."""

    def call(*arguments: str, cwd: Path) -> Called:
        monkeypatch.chdir(cwd)
        capsys.readouterr()
        try:
            status = command.run(parse(["diff", *arguments], "en"))
        except Trouble as trouble:
            status = 2
            print(trouble.words["en"], file=sys.stderr)
        except SystemExit as ended:
            status = int(str(ended.code))
        return Called(status, *capsys.readouterr())

    return call


def test_the_formats_on_standard_output(place: Path, diff: Callable[..., Called]) -> None:
    agreed = ("--waivers", "waivers.txt")
    for arguments, name in (
        (("--lang", "zh"), "changes.zh.txt"),
        ((), "changes.en.txt"),
        (("--format", "markdown"), "changes.en.md"),
        (("--format", "html", "--lang", "zh"), "changes.zh.html"),
        (("--table", "log", "--lang", "zh"), "log.zh.md"),
        (("--table", "comparison", "--format", "html"), "comparison.en.html"),
    ):
        done = diff("v1", *agreed, *arguments, cwd=place)
        assert done.returncode == 0, done.stderr
        assert not done.stderr
        assert done.stdout.encode("utf-8") == (EXPECTED / name).read_bytes(), name
    data = json.loads(diff("v1", "spec", *agreed, "--format", "json", cwd=place).stdout)
    expected = json.loads((EXPECTED / "changes.json").read_text("utf-8"))
    assert [one["steps"] for one in data["changes"]] == [one["steps"] for one in expected["changes"]]
    assert data["waived"] == expected["waived"]


@pytest.mark.parametrize(
    ("name", "start"),
    [("c.html", b"<!DOCTYPE html>"), ("in/c.MD", b"# "), ("c.json", b"{"), ("c.txt", b"harbour"), ("c.docx", b"PK")],
)
def test_the_suffix_says_the_format(place: Path, diff: Callable[..., Called], name: str, start: bytes) -> None:
    if name.endswith("docx"):
        pytest.importorskip("docx", reason="python-docx is not installed: Word files cannot be written here")
    done = diff("v1", "-o", name, cwd=place)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    first = (place / name).read_bytes()
    assert first.startswith(start)
    diff("v1", "-o", name, cwd=place)
    assert (place / name).read_bytes() == first


def test_an_unknown_suffix_and_a_place_that_cannot_be_written(place: Path) -> None:
    done = ctmm("diff", "v1", "-o", "c.pdf", cwd=place)
    assert done.returncode == 2
    assert "must end in .html" in done.stderr
    (place / "file").write_text("")
    done = ctmm("diff", "v1", "-o", "file/c.md", cwd=place)
    assert done.returncode == 2
    assert "cannot write" in done.stderr
    no_trace(done)


def test_nothing_changed(place: Path) -> None:
    for words, language in (("没有改动\n", "zh"), ("nothing changed\n", "en")):
        done = ctmm("diff", "spec", "--lang", language, "--fail-on", "editorial", cwd=place)
        assert (done.returncode, done.stdout) == (0, words)


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A small town in a repository: committed, then another weight and another word."""
    (tmp_path / "spec").mkdir()
    shutil.copy(TOWN, tmp_path / "spec")
    begun(tmp_path)
    return tmp_path


def test_the_classes_on_the_command_line_are_those_of_changes() -> None:
    """Written twice so that a command starts without loading what compares."""
    assert editing_arguments.CLASSES == CLASSES


def _statuses(diff: Callable[..., Called], folder: Path, *more: str) -> list[int]:
    return [diff("HEAD", "--fail-on", grade, *more, cwd=folder).returncode for grade in CLASSES]


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
def test_fail_on_and_waivers(town: Path, diff: Callable[..., Called]) -> None:
    file = town / "spec/town.ctmm"
    edit(file, "standard town 小镇成熟度", "standard town 小镇成熟度评价")
    assert _statuses(diff, town) == [1, 1, 0, 0, 0]
    done = diff("HEAD", "--fail-on", "editorial", cwd=town)
    assert "editorial or graver" in done.stderr and ": 1" in done.stderr
    agreed = town / "agreed.txt"
    agreed.write_text("waive editorial town town\n  reason another class\n", "utf-8")
    assert _statuses(diff, town, "--waivers", "agreed.txt") == [1, 1, 0, 0, 0]
    assert "agreed.txt, line 1" in diff("HEAD", "--waivers", "agreed.txt", cwd=town).stdout
    agreed.write_text("同意 措辞 town town\n  理由 会议同意\n", "utf-8")
    assert _statuses(diff, town, "--waivers", "agreed.txt") == [0, 0, 0, 0, 0]
    assert "会议同意" in diff("HEAD", "--waivers", "agreed.txt", cwd=town).stdout


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
def test_misuse_is_told_and_nothing_is_written(town: Path, diff: Callable[..., Called]) -> None:
    (town / "bad.txt").write_text("waive wording town\nnothing\n  by me\n", "utf-8")
    (town / "gb.txt").write_bytes("同意".encode("gb18030"))
    before = sorted(path.name for path in town.iterdir())
    for arguments, words in (
        (("HEAD", "--waivers", "bad.txt"), "bad.txt:1: takes a class"),
        (("HEAD", "--waivers", "bad.txt"), "bad.txt:3: unknown word"),
        (("HEAD", "--waivers", "gb.txt"), "gb.txt"),
        (("HEAD", "--waivers", "none.txt"), "cannot read none.txt"),
        (("v9",), "there is no v9"),
        (("HEAD", "--table", "all"), "invalid choice"),
        (("HEAD", "--fail-on", "all"), "invalid choice"),
    ):
        done = diff(*arguments, "-o", "c.md", cwd=town)
        assert done.returncode == 2, arguments
        assert words in done.stderr
        assert not done.stdout
    assert sorted(path.name for path in town.iterdir()) == before


def test_an_edition_with_errors_is_refused(place: Path) -> None:
    edit(place / "v1/harbour.ctmm", "domain C 制度 30%", "domain C 制度 35%")
    done = ctmm("diff", "v1", cwd=place)
    assert done.returncode == 2
    assert "v1 has 1 error and was not compared" in done.stderr and "v1/harbour.ctmm:" in done.stderr
    zh = ctmm("diff", "v1", "--lang", "zh", cwd=place).stderr
    assert "v1 有 1 处错误，没有比较" in zh


def test_a_file_against_a_file(place: Path) -> None:
    done = ctmm("diff", "v1/harbour-strict.ctmm", "spec/harbour-strict.ctmm", "--format", "json", cwd=place)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)["changes"]
    assert found and {one["document"] for change in found for one in (*change["old"], *change["new"])} == {
        "harbour-strict"
    }


def test_hashing_does_not_show(place: Path) -> None:
    one, other = (ctmm("diff", "v1", "--format", "html", cwd=place, PYTHONHASHSEED=seed).stdout for seed in "17")
    assert one == other
