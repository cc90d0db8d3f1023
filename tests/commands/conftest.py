"""A project of one's own for each test: a copy of the shipped spec."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.commands.calling import ROOT, ctmm


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the shipped spec in a folder of its own."""
    shutil.copytree(ROOT / "spec", tmp_path / "spec")
    return tmp_path


@pytest.fixture
def filled(project: Path) -> Path:
    """The blank assessment of the key indicators with every answer `mostly`."""
    ctmm("build", "--only", "assessments", cwd=project)
    blank = json.loads((project / "build/ctmm-key/assessment.blank.json").read_text("utf-8"))
    for answer in blank["answers"].values():
        answer["answer"] = "mostly"
    file = project / "city.json"
    file.write_text(json.dumps(blank, ensure_ascii=False), "utf-8")
    return file
