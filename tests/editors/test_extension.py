"""The extension for VS Code: packaged with the real tool, loaded from what was packaged, talking to the real server."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from ctmm_dsl import __version__
from tests.editors.engines import EXTENSION, HERE, NODE, npm_module
from tests.editors.texts import ROOT

CONTENTS = {
    "[Content_Types].xml", "extension.vsixmanifest", "extension/LICENSE.txt", "extension/dist/THIRD-PARTY.txt",
    "extension/dist/extension.js", "extension/language-configuration.json", "extension/package.json",
    "extension/package.nls.json", "extension/package.nls.zh-cn.json", "extension/readme.md",
    "extension/syntaxes/ctmm.tmLanguage.json",
}  # fmt: skip
LOCAL = {
    "assert", "buffer", "child_process", "crypto", "events", "fs", "fs/promises", "net", "os", "path", "process", "stream",
    "string_decoder", "timers", "url", "util", "vscode",
}  # fmt: skip
"""What the bundle may ask for; `net` is the client library's, for servers behind a socket, and ours is none."""


def manifest() -> Any:
    return json.loads((EXTENSION / "package.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def packaged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The .vsix, made in a copy of the extension's folder."""
    npm_module("@vscode/vsce")
    npm_module("esbuild")
    npm_module("vscode-languageclient")
    return _package(tmp_path_factory.mktemp("extension") / "vscode")


def _package(copy: Path, **surroundings: str) -> Path:
    shutil.copytree(EXTENSION, copy, ignore=shutil.ignore_patterns("node_modules", "dist", "*.vsix"))
    (copy / "node_modules").symlink_to(EXTENSION / "node_modules", target_is_directory=True)
    assert NODE
    done = subprocess.run(
        [NODE, "scripts/package.mjs"], cwd=copy, capture_output=True, text=True, check=False, timeout=120,
        env={**os.environ, **surroundings},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return copy / f"ctmm-{__version__}.vsix"


def test_the_package_holds_what_it_needs_and_nothing_else(packaged: Path) -> None:
    with zipfile.ZipFile(packaged) as whole:
        assert set(whole.namelist()) == CONTENTS
        shipped = json.loads(whole.read("extension/package.json"))
        assert {**manifest(), **shipped} == manifest()
        assert set(manifest()) - set(shipped) == {"scripts", "devDependencies"}
        assert whole.read("extension/LICENSE.txt") == (ROOT / "LICENSE").read_bytes()
        bundled = whole.read("extension/dist/extension.js").decode()
        asked = {name.removeprefix("node:") for name in re.findall(r"\brequire\(\"([^\"]+)\"\)", bundled)}
        assert {"vscode", "child_process"} <= asked <= LOCAL
        assert not re.search(r"\bfetch\(|XMLHttpRequest|WebSocket", bundled)
        notices = whole.read("extension/dist/THIRD-PARTY.txt").decode()
        assert "vscode-languageclient 9.0.1 (MIT)" in notices
        assert len(re.findall(r"(?m)^\S+ [\d.]+ \(\S+\)$", notices)) >= 5


def test_the_same_sources_make_the_same_package(packaged: Path, tmp_path: Path) -> None:
    """Elsewhere, at another time of the day, with other rights of files."""
    before = os.umask(0o077)
    try:
        again = _package(tmp_path / "elsewhere", TZ="Asia/Shanghai")
    finally:
        os.umask(before)
    assert again.read_bytes() == packaged.read_bytes()


def test_the_manifest_is_whole() -> None:
    """Its version is the compiler's; every word that it leaves to a language is there in both."""
    made = manifest()
    assert made["version"] == __version__
    named = set(re.findall(r"\"%([^%]+)%\"", (EXTENSION / "package.json").read_text("utf-8")))
    for file in ("package.nls.json", "package.nls.zh-cn.json"):
        assert set(json.loads((EXTENSION / file).read_text("utf-8"))) == named, file
    assert (EXTENSION / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()
    for contribution in (*made["contributes"]["grammars"], *made["contributes"]["languages"]):
        path = contribution.get("path") or contribution["configuration"]
        assert (EXTENSION / path).is_file()


def test_what_is_installed_is_pinned() -> None:
    lock = json.loads((EXTENSION / "package-lock.json").read_text("utf-8"))
    assert lock["packages"][""]["devDependencies"] == manifest()["devDependencies"]
    assert all(re.fullmatch(r"[\d.]+", version) for version in manifest()["devDependencies"].values())
    assert "dependencies" not in manifest(), "what runs is bundled"
    for name, one in lock["packages"].items():
        assert "resolved" not in one, name
        assert name == "" or "integrity" in one, name


def test_a_word_is_an_identifier() -> None:
    """What a double click marks and what completion replaces."""
    word = json.loads((EXTENSION / "language-configuration.json").read_text("utf-8"))["wordPattern"]
    pattern = re.compile(word["pattern"])
    line = "      @from ctmm:AR.1.1/1a merged，适数化改革（AR.1）"
    assert pattern.findall(line) == ["@from", "ctmm:AR.1.1/1a", "merged", "适数化改革", "AR.1"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An open folder with an environment of its own, where the extension looks for the program first."""
    pytest.importorskip("pygls", reason="pygls is not installed: the server cannot run")
    (tmp_path / "spec").mkdir()
    text = (
        "standard city 城市\n  edition  2026\n  layers   能力域\n\ndomain AR 𠮷祥改革 40%\n\ndomain DF 城市底座 50%\n"
    )
    (tmp_path / "spec/city.ctmm").write_text(text, "utf-8")
    program = tmp_path / ".venv/bin/ctmm"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m ctmm_dsl "$@"\n')
    program.chmod(0o755)
    return tmp_path


def opened(packaged: Path, folder: Path, settings: dict[str, str], locale: str) -> Any:
    """What the packaged extension did in an editor that shows one file."""
    with zipfile.ZipFile(packaged) as whole:
        whole.extract("extension/dist/extension.js", folder)
    assert NODE
    arguments = [
        folder / "extension/dist/extension.js",
        folder,
        folder / "spec/city.ctmm",
        json.dumps(settings),
        locale,
    ]
    done = subprocess.run(
        [NODE, HERE / "pretend_vscode.cjs", *arguments], capture_output=True, text=True, encoding="utf-8", check=False,
        timeout=60, env={**os.environ, "LC_ALL": "C"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for the program is a shell script")
@pytest.mark.parametrize(
    ("settings", "locale", "said"),
    [
        ({"path": "", "language": "auto"}, "zh-cn", "各能力域的权重合计为 90%"),
        (
            {"path": "${workspaceFolder}/.venv/bin/ctmm", "language": "en"},
            "zh-cn",
            "the domains of city sum to 90%",
        ),
    ],
)
def test_findings_come_from_the_real_server(
    packaged: Path, folder: Path, settings: dict[str, str], locale: str, said: str
) -> None:
    told = opened(packaged, folder, settings, locale)
    assert told["errors"] == []
    codes = {finding["code"] for finding in told["findings"]}
    assert "CT3001" in codes
    weights = next(finding for finding in told["findings"] if finding["code"] == "CT3001")
    assert said in weights["message"]
    assert weights["line"] in (4, 6)
    row = (folder / "spec/city.ctmm").read_text("utf-8").split("\n")[weights["line"]]
    marked = row.encode("utf-16-le")[2 * weights["start"] : 2 * weights["end"]].decode("utf-16-le")
    assert marked in ("40%", "50%")
    assert told["page"].startswith("# CT3001")
    assert told["registered"] == [one["command"] for one in manifest()["contributes"]["commands"]]
    assert told["task"][1:] == ["build", "--lang", "en" if settings["language"] == "en" else "zh"]


@pytest.mark.parametrize(
    ("locale", "said"),
    [("zh-cn", "找不到 ctmm（试了 /nowhere/ctmm）"), ("de", "ctmm was not found (tried /nowhere/ctmm)")],
)
def test_a_missing_program_is_told(packaged: Path, folder: Path, locale: str, said: str) -> None:
    told = opened(packaged, folder, {"path": "/nowhere/ctmm", "language": "auto"}, locale)
    assert len(told["errors"]) == 1
    assert said in told["errors"][0]
    assert told["findings"] is None


def test_a_program_that_fails_is_told(packaged: Path, folder: Path) -> None:
    program = folder / ".venv/bin/ctmm"
    program.write_text("#!/bin/sh\necho broken installation >&2\nexit 3\n")
    told = opened(packaged, folder, {"path": "", "language": "en"}, "en")
    assert "broken installation" in told["errors"][0]
