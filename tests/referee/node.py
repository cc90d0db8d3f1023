"""Generated JavaScript scorers, asked in node: many files in one process, so that asking is quick.

In: the texts of scorers and of assessments. Out: what each scorer says of each assessment, as `proof` has it to the letter.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from ctmm_dsl.model import Scheme
from generators.scorer_js_text import module_text
from tests.referee import proof

NODE = shutil.which("node")
ASK = Path(__file__).parent / "ask.mjs"
needed = pytest.mark.skipif(NODE is None, reason="node is not installed: generated JavaScript cannot be run here")

File = tuple[str, bool]
"""The text of an assessment, and whether it may be incomplete."""


def run(
    *arguments: str, data: bytes = b"", surroundings: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    assert NODE
    command = [NODE, *arguments]
    return subprocess.run(command, input=data, capture_output=True, check=False, timeout=300, env=surroundings)


def text(scheme: Scheme) -> str:
    return module_text(scheme, "digest")


def said(module: str, files: Sequence[File]) -> list[str]:
    """What a scorer says of each file, to the letter."""
    (answers,) = _asked([module], files)
    assert isinstance(answers, list), answers
    return answers


def differing(modules: Sequence[str], files: Sequence[File], expected: Sequence[str]) -> list[int]:
    """For each scorer the first file of which it says something else than is expected; -1 where there is none."""
    return _asked(modules, files, expected=[*expected])


def expected(scheme: Scheme, files: Sequence[File]) -> list[str]:
    """What the referee says of each file, to the letter."""
    return [to_the_letter(proof.by_referee(scheme, text, partial=partial)) for text, partial in files]


def to_the_letter(told: proof.Said) -> str:
    """As JavaScript writes JSON: half a character by its number; problems on one line."""
    if isinstance(told, dict):
        text = json.dumps(told, ensure_ascii=False, indent=2)
    else:
        text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return re.sub("[\ud800-\udfff]", lambda half: f"\\u{ord(half.group()):04x}", text)


def agreed(scheme: Scheme, files: Sequence[File]) -> list[str]:
    """What both say of each file. Raises `AssertionError` where they differ."""
    by_referee, by_scorer = expected(scheme, files), said(text(scheme), files)
    assert len(by_scorer) == len(files)
    for file, one, other in zip(files, by_referee, by_scorer, strict=True):
        assert other == one, file
    return by_referee


def _asked(modules: Sequence[str], files: Sequence[File], **more: Any) -> list[Any]:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"scorer{at}.mjs" for at in range(len(modules))]
        for path, module in zip(paths, modules, strict=True):
            path.write_text(module, "utf-8")
        request = Path(folder) / "request.json"
        request.write_text(json.dumps({"modules": [str(path) for path in paths], "files": files, **more}), "ascii")
        done = run(str(ASK), str(request))
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return [json.loads(line) for line in done.stdout.splitlines()]
