"""Neovim, headless, as an editor's user has it: what it shows, and what its buffers hold after the server's edits."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.server.conftest import written
from tests.server.texts import CITY, KEY

pytest.importorskip("pygls", reason="pygls is not installed: pip install 'ctmm-dsl[lsp]'")

ROOT = Path(__file__).parents[2]
NEOVIM = shutil.which("nvim")
SLIP = CITY.replace("60%", "55%").replace("a) 在𠮷城", "a) 在元城").replace("  mostly  大", "  mostly 大")
"""The small standard with a wrong weight, a character to be typed over, and a row that is not aligned."""

pytestmark = pytest.mark.skipif(NEOVIM is None, reason="Neovim is not installed: apt-get install neovim")


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("neovim")
    (written(folder) / "city.ctmm").write_text(SLIP, "utf-8")
    out = folder / "said.json"
    where = {"CTMM_FOLDER": str(folder), "CTMM_PYTHON": sys.executable, "CTMM_OUT": str(out), "PYTHONPATH": str(ROOT)}
    own = {
        name: str(folder / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    }
    command = [
        str(NEOVIM),
        "--headless",
        "-u",
        "NONE",
        "-n",
        "-i",
        "NONE",
        "-S",
        str(Path(__file__).with_name("editor.lua")),
    ]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **where, **own}, capture_output=True, timeout=120)
    assert out.is_file(), done.stderr.decode("utf-8", "replace")
    answers: dict[str, Any] = json.loads(out.read_text("utf-8"))
    assert "error" not in answers, answers["error"]
    return answers


def bytes_before(line: str, needle: str) -> int:
    return len(line[: line.index(needle)].encode("utf-8"))


def line_of(text: str, needle: str) -> tuple[int, str]:
    return next((row, line) for row, line in enumerate(text.split("\n")) if needle in line)


def test_a_finding_stands_at_its_place(said: dict[str, Any]) -> None:
    row, line = line_of(SLIP, "55%")
    column = bytes_before(line, "55%")
    assert said["finding"][:3] == [row, column, column + 3]
    assert said["finding"][3].startswith("city 各能力域的权重合计为 95%，不是 100%")


def test_the_repair_mends_it(said: dict[str, Any]) -> None:
    title, kind, preferred = said["action"]
    assert "60%" in title
    assert (kind, preferred) == ("quickfix", True)
    assert "domain DF 城市数字底座 60%" in said["laid_out"][1]


def test_what_is_typed_behind_such_characters_is_found_there(said: dict[str, Any]) -> None:
    row, line = line_of(SLIP, "🏙️有序实施")
    assert said["typed"] == [row, len(f"{line}🏙️𠮷".encode())]


def test_a_hover(said: dict[str, Any]) -> None:
    assert said["hover"].startswith("**AR 适数化改革**\n")
    assert "- 占总分  40%" in said["hover"]


def test_renaming_and_layout_leave_the_texts_as_they_should_be(said: dict[str, Any]) -> None:
    expected = CITY.replace("a) 在𠮷城", "a) 在𠮷𠮷城").replace("domain AR", "domain AX")
    expected = expected.replace("实现分类分级管理", "实现分类分级管理🏙️𠮷(线上)推进")
    changed, text = said["laid_out"]
    assert changed
    assert text == expected.rstrip("\n")
    assert said["other"] == KEY.replace("AR/", "AX/").rstrip("\n")


def test_the_definition_is_in_the_other_file(said: dict[str, Any]) -> None:
    assert said["definition"] == ["city.ctmm", "    b) 建立跨部门协同机制"]
