"""The completion scripts, in the shells themselves: what is offered where. A shell that is not installed is skipped."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ctmm_dsl.catalogue import CATALOGUE
from ctmm_dsl.cli.arguments import COMMANDS
from ctmm_dsl.cli.editing_arguments import CLASSES, SHELLS
from generators.registry import GENERATORS
from tests.commands.calling import ROOT, ctmm

OFFERED: tuple[tuple[str, set[str]], ...] = (
    ("", {*COMMANDS, "--help", "-h", "--version"}),
    ("che", {"check"}),
    ("check --format ", {"text", "json", "sarif", "github"}),
    ("check --format json --st", {"--strict"}),
    ("diff a.ctmm --fail-on ", set(CLASSES)),
    ("completion ", set(SHELLS)),
    ("list co", {"codes"}),
    ("score mo", {"model"}),
    ("score --lang zh model sp", {"spec"}),
    ("explain CT30", {entry.code for entry in CATALOGUE if entry.code.startswith("CT30")}),
    ("build --only mo", {"model-json"}),
    ("fmt spec/mo", {"spec/model.ctmm"}),
    ("fmt --keywords ", {"en", "zh"}),
)
"""What is typed after `ctmm`, and what is offered."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a standard, the scripts, and a `ctmm` to be found."""
    where = tmp_path_factory.mktemp("completed")
    (where / "spec").mkdir()
    (where / "spec/model.ctmm").write_text("standard model 示例\n  edition  1\n  layers   域\n\ndomain A 甲\n", "utf-8")
    (where / "bin").mkdir()
    command = where / "bin/ctmm"
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m ctmm_dsl "$@"\n')
    command.chmod(0o755)
    for shell in SHELLS:
        done = ctmm("completion", shell, cwd=where)
        assert done.returncode == 0, done.stderr
        (where / f"script.{shell}").write_text(done.stdout, "utf-8")
    return where


def surroundings(folder: Path) -> dict[str, str]:
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return {"PATH": path, "HOME": str(folder), "LC_ALL": "C.UTF-8", "TERM": "xterm", "XDG_CONFIG_HOME": str(folder)}


def in_shell(shell: str, text: str, folder: Path) -> str:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    plain = {"bash": ["--norc", "--noprofile"], "fish": ["--no-config"], "zsh": ["-f"]}[shell]
    done = subprocess.run(
        [shell, *plain, "-c", text],
        cwd=folder,
        env=surroundings(folder),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert not done.stderr, done.stderr
    return done.stdout


def test_bash_offers_what_the_parser_takes(folder: Path) -> None:
    calls = []
    for typed, _ in OFFERED:
        words = ["ctmm", *typed.split(" ")]
        listed = " ".join(f'"{word}"' for word in words)
        calls.append(f'COMP_WORDS=({listed}); COMP_CWORD={len(words) - 1}; _ctmm; echo "${{COMPREPLY[*]}}"')
    said = in_shell("bash", "source script.bash\n" + "\n".join(calls), folder).splitlines()
    assert [set(line.split()) for line in said] == [offered for _, offered in OFFERED]


def test_fish_offers_what_the_parser_takes(folder: Path) -> None:
    calls = [f"complete -C 'ctmm {typed}' | string replace -r '\\t.*' ''; echo =" for typed, _ in OFFERED]
    said = in_shell("fish", "source script.fish\n" + "\n".join(calls), folder)
    offers = [set(part.split()) for part in said.split("=\n")[:-1]]
    for (typed, offered), found in zip(OFFERED, offers, strict=True):
        options = {"--help", "-h", "--version"} if typed == "" else set()  # fish offers options once a dash is typed
        extra = {"spec/", "bin/"} if typed.startswith("score") else set()
        assert offered - options <= {one.rstrip("/") if one == "spec/" else one for one in found} | extra, typed
        if not typed.startswith("score"):  # there it offers files beside the standards
            assert found <= offered | {one + "/" for one in offered}, typed


def test_zsh_completes_at_the_prompt(folder: Path) -> None:
    if not shutil.which("zsh"):
        pytest.skip("zsh is not installed")
    typed = {"ctmm analy\t": "ctmm analyse ", "ctmm check --format sa\t": "ctmm check --format sarif ",
             "ctmm score mo\t": "ctmm score model ", "ctmm explain CT300\t": "ctmm explain CT300",
             "ctmm fmt spec/mo\t": "ctmm fmt spec/model.ctmm "}  # fmt: skip
    ours, theirs = pty.openpty()
    shell = subprocess.Popen(
        ["zsh", "-f", "-i"],
        cwd=folder,
        env=surroundings(folder),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    try:
        _say(ours, "PS1='$ '; autoload -Uz compinit; compinit -u -D; source script.zsh; echo rea''dy\n", "ready\r")
        for keys, line in typed.items():
            assert line in _say(ours, keys, line), keys
            _say(ours, "\x15", "")
    finally:
        shell.kill()
        shell.wait()
        os.close(ours)
        os.close(theirs)


def _say(terminal: int, keys: str, until: str) -> str:
    """Type, and read what comes until a text has come (or nothing comes any more)."""
    os.write(terminal, keys.encode())
    said = ""
    while select.select([terminal], [], [], 20 if until else 1 / 2)[0]:
        said += os.read(terminal, 4096).decode("utf-8", "replace")
        plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]|.\x08", "", said)
        if until and until in plain:
            return plain
    return said


def test_zsh_and_powershell_know_every_command_and_option(folder: Path) -> None:
    for shell in ("zsh", "powershell"):
        script = (folder / f"script.{shell}").read_text("utf-8")
        for word in (*COMMANDS, "--fail-on", "--keywords", "--no-build", *CLASSES):
            assert word in script, (shell, word)
        assert script.count("{") == script.count("}")


def test_the_help_is_in_the_language_of_the_output(folder: Path) -> None:
    chinese = ctmm("completion", "fish", "--lang", "zh", cwd=folder).stdout
    assert "分析计分方法" in chinese
    assert "分析计分方法" not in (folder / "script.fish").read_text("utf-8")


def test_generators_are_listed_by_their_names() -> None:
    assert all(" " not in name for name, _ in GENERATORS)
