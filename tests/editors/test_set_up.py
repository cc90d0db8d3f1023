"""Editors set up as docs/editors.md says: Vim finds by `:make`, Neovim gets findings from the server; Enter indents, blocks fold."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ctmm_dsl import __version__
from tests.editors.engines import EDITORS, program
from tests.editors.texts import ROOT

TEXT = "standard city 城市\n  edition  2026\n  layers   能力域\n\ndomain AR 𠮷祥改革 40%\n\ndomain DF 城市底座 50%\n"
DOCUMENTS = ("editors.md", "编辑器.md")

ASK = """
vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 50)
local said = { filetype = vim.bo.filetype, jumps = vim.fn.mapcheck('gd', 'n') ~= '', found = vim.diagnostic.get(0) }
for _, one in ipairs(said.found) do one.user_data = nil end
vim.fn.writefile({ vim.json.encode(said) }, 'said')
for _, one in ipairs(vim.lsp.get_active_clients()) do one.stop(true) end
vim.cmd('qall!')
"""


def snippets(document: str, language: str) -> list[str]:
    text = (ROOT / "docs" / document).read_text("utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.S)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a faulty standard, and `ctmm` in it."""
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec/city.ctmm").write_text(TEXT, "utf-8")
    (tmp_path / "ctmm").write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m ctmm_dsl "$@"\n')
    (tmp_path / "ctmm").chmod(0o755)
    return tmp_path


def run(command: list[str], desk: Path) -> None:
    surroundings = {
        "PATH": f"{desk}:/usr/local/bin:/usr/bin:/bin",
        "LC_ALL": "C.UTF-8",
        "HOME": str(desk),
        "XDG_CONFIG_HOME": str(desk),
    }
    done = subprocess.run(
        command,
        cwd=desk,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def vim(desk: Path, *lines: str) -> str:
    """Vim with the vimrc of the document; what the lines write to `said`."""
    setup = snippets("editors.md", "vim")[0].replace("/path/to/editors/vim", str(EDITORS / "vim"))
    (desk / "vimrc").write_text(
        "set nocompatible\n" + setup + "edit spec/city.ctmm\n" + "\n".join(lines) + "\nqall!\n", "utf-8"
    )
    run([program("vim"), "-es", "-u", "vimrc", "-i", "NONE", "-n"], desk)
    return (desk / "said").read_text("utf-8")


def test_make_lists_the_findings(desk: Path) -> None:
    said = vim(
        desk,
        "silent make",
        "let g:found = filter(getqflist(), 'v:val.valid')",
        "call writefile(map(g:found, 'bufname(v:val.bufnr) . \":\" . v:val.lnum . \" \" . v:val.text'), 'said')",
    )
    assert re.search(r"(?m)^spec/city\.ctmm:7 CT3001 weights-do-not-sum::", said), said


def test_enter_indents_under_headings_and_levels(desk: Path) -> None:
    typed = [
        "domain X 名",
        "level 1",
        "a) 条款",
        "b) 条款",
        r"\<C-D>二级",
        "a) 条款",
        r"0\<C-D>能力域 Y 名",
        "量规",
        "1 没有",
    ]
    keys = r"Go\<CR>0\<C-D>" + r"\<CR>".join(typed)
    said = vim(desk, f'execute "normal {keys}"', "call writefile(getline(9, '$'), 'said')")
    assert said.split("\n") == [
        "domain X 名", "  level 1", "    a) 条款", "    b) 条款", "  二级", "    a) 条款", "能力域 Y 名", "  量规", "    1 没有", "",
    ]  # fmt: skip


def test_blocks_of_several_lines_fold(desk: Path) -> None:
    said = vim(
        desk,
        "let g:levels = map(range(1, line('$')), 'foldlevel(v:val)')",
        "call writefile([string(g:levels)], 'said')",
    )
    assert json.loads(said) == [1, 1, 1, 0, 0, 0, 0]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_neovim_gets_findings_from_the_server(document: str, desk: Path) -> None:
    pytest.importorskip("pygls", reason="pygls is not installed: the server cannot run")
    neovim = program("nvim")
    setup = snippets(document, "lua")[1]
    assert "start_client" in setup
    (desk / "init.lua").write_text(setup.replace("/path/to/editors/vim", str(EDITORS / "vim")), "utf-8")
    (desk / "ask.lua").write_text(ASK, "utf-8")
    run([neovim, "--headless", "-n", "-i", "NONE", "-u", "init.lua", "spec/city.ctmm", "-c", "luafile ask.lua"], desk)
    said = json.loads((desk / "said").read_text("utf-8"))
    assert (said["filetype"], said["jumps"]) == ("ctmm", True)
    weights = next(one for one in said["found"] if one["code"] == "CT3001")
    assert weights["lnum"] in (4, 6)
    line = TEXT.split("\n")[weights["lnum"]].encode()
    assert line[weights["col"] : weights["end_col"]] in (b"40%", b"50%"), "columns count bytes in Neovim"


def test_both_documents_show_the_same_settings() -> None:
    english, chinese = DOCUMENTS
    for language in ("lua", "vim", "elisp", "json", "toml", "sh"):
        assert snippets(english, language) == snippets(chinese, language), language
    for document in DOCUMENTS:
        assert f"ctmm-{__version__}.vsix" in (ROOT / "docs" / document).read_text("utf-8")
    for block in snippets(english, "json"):
        json.loads(block)
