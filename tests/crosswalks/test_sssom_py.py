"""The SSSOM files as the reference implementation reads them: sssom-py parses and validates every one.

sssom-py brings a hundred packages with it, so it lives in an environment of its own: SSSOM_PYTHON names that environment's Python, which
`.ci/run` makes; where sssom can be imported here, this Python will do. Elsewhere the test is skipped.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from generators.artefact import Artefact, Edition
from tests.crosswalks.conftest import name_of
from tests.crosswalks.test_sssom import read as read_by_hand

PYTHON = os.environ.get("SSSOM_PYTHON") or (sys.executable if find_spec("sssom") else "")

pytestmark = pytest.mark.skipif(
    not PYTHON, reason="sssom-py is not here: set SSSOM_PYTHON to a Python that can import sssom"
)

SCRIPT = """
import json, logging, sys
from importlib.metadata import version
logging.disable(logging.CRITICAL)
from sssom.parsers import parse_sssom_table
from sssom.validators import validate
said = {}
for file in sys.argv[1:]:
    try:
        read = parse_sssom_table(file)
        reports = validate(read, fail_on_error=False)
    except Exception as error:
        said[file] = {"error": repr(error)}
        continue
    said[file] = {
        "checks": sorted(kind.value for kind in reports),
        "messages": [result.message for report in reports.values() for result in report.results],
        "license": read.metadata["license"],
        "set": read.metadata["mapping_set_id"],
        "prefixes": dict(read.converter.bimap),
        "rows": read.df.fillna("").astype(str).to_dict("records"),
    }
print(json.dumps({"version": version("sssom"), "files": said}, ensure_ascii=True))
"""


def as_read(*files: Path) -> dict[str, Any]:
    """What sssom-py makes of files, by their names."""
    done = subprocess.run([PYTHON, "-c", SCRIPT, *map(str, files)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout.splitlines()[-1])
    assert said["version"]
    return {Path(file).name: what for file, what in said["files"].items()}


@pytest.fixture(scope="module")
def read(edition: Edition, artefacts: dict[str, Artefact], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("sssom")
    files = []
    for walk in edition.model.crosswalks:
        file = folder / f"{name_of(walk)}.sssom.tsv"
        file.write_bytes(artefacts[f"crosswalk/{file.name}"].data)
        files.append(file)
    return as_read(*files)


def test_every_file_is_valid(edition: Edition, read: dict[str, Any]) -> None:
    assert len(read) == len(edition.model.crosswalks) > 0
    for name, said in read.items():
        assert "error" not in said, (name, said)
        assert said["messages"] == [], name
        assert {"JsonSchema", "PrefixMapCompleteness", "StrictCurieFormat"} <= set(said["checks"])


def test_it_reads_what_we_read(edition: Edition, artefacts: dict[str, Artefact], read: dict[str, Any]) -> None:
    for walk in edition.model.crosswalks:
        said = read[f"{name_of(walk)}.sssom.tsv"]
        own = read_by_hand(artefacts[f"crosswalk/{name_of(walk)}.sssom.tsv"].data)
        assert said["license"] == own.metadata["license"]
        assert said["set"] == own.metadata["mapping_set_id"]
        assert own.prefixes.items() <= said["prefixes"].items()
        found = Counter(tuple(row[column] for column in own.columns) for row in said["rows"])
        assert found == Counter(tuple(row[column] for column in own.columns) for row in own.mappings)
        for side, standard in (("subject", walk.source), ("object", walk.target)):
            assert {row[f"{side}_source"] for row in said["rows"]} == {own.metadata[f"{side}_source"]}
            assert {row[f"{side}_source_version"] for row in said["rows"]} == {standard.edition}


def test_what_is_wrong_is_told(artefacts: dict[str, Artefact], tmp_path: Path) -> None:
    """The tool does look: a name with a prefix that is not declared, and metadata that is no YAML, are refused."""
    text = next(artefact.data for path, artefact in artefacts.items() if path.endswith(".sssom.tsv")).decode("utf-8")
    undeclared = tmp_path / "undeclared.sssom.tsv"
    undeclared.write_text(text.replace("\tsemapv:", "\tnowhere:"), "utf-8")
    unquoted = tmp_path / "unquoted.sssom.tsv"
    unquoted.write_text(re.sub(r'(?m)^(#  \S+: )"(urn:\S+:)"$', r"\1\2", text), "utf-8")
    assert text not in (undeclared.read_text("utf-8"), unquoted.read_text("utf-8"))
    for name, said in as_read(undeclared, unquoted).items():
        assert said.get("error") or said["messages"], name
