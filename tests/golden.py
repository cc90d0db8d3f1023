"""The golden outputs: small specs and everything that is made of them, to be read as a reviewer reads.

Every folder of `tests/golden/` is a case: the `.ctmm` files in it are one spec, and `expected/` holds what all generators make of it that a
reviewer can read: not workbooks, nor forms, which are mostly the same program each time and have proofs of their own.
`python -m tests.golden` writes every `expected/` anew; its difference is then read, not waved through.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from ctmm_dsl.pipeline import compile_sources
from ctmm_dsl.scheme import schemes
from ctmm_dsl.source import decode
from generators.artefact import Edition
from generators.registry import GENERATORS
from generators.stamp import digest_of

FOLDER = Path(__file__).parent / "golden"
UNREAD = (".xlsx", "/form.html")
CASES = sorted(path for path in FOLDER.iterdir() if path.is_dir())


def edition_of(case: Path) -> Edition:
    """The spec of a case, compiled. Findings that stand, but for advice on wording, are a slip in the case."""
    inputs = [(path.name, path.read_bytes()) for path in sorted(case.glob("*.ctmm"))]
    outcome = compile_sources([decode(name, data) for name, data in inputs], wording=False)
    assert not outcome.findings, [(finding.span, finding.code, finding.message("en")) for finding in outcome.findings]
    return Edition(outcome.model, schemes(outcome.model), outcome.allowed, digest_of(inputs))


def made_from(case: Path) -> dict[str, bytes]:
    """What all generators make of a case, by path. The hand-written registry says which there are."""
    edition = edition_of(case)
    made = [artefact for _, generator in GENERATORS for artefact in generator(edition)]
    assert len({artefact.path for artefact in made}) == len(made), "two artefacts have one path"
    return {artefact.path: artefact.data for artefact in made if not artefact.path.endswith(UNREAD)}


def expected_of(case: Path) -> dict[str, bytes]:
    """What stands in `expected/`, by path."""
    root = case / "expected"
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def rewrite(case: Path) -> int:
    """Write what is made of a case in place of what was expected; how many files that changed."""
    made, expected = made_from(case), expected_of(case)
    if made != expected:
        shutil.rmtree(case / "expected", ignore_errors=True)
        for path, data in made.items():
            target = case / "expected" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
    return sum(made.get(path) != expected.get(path) for path in made.keys() | expected.keys())


if __name__ == "__main__":
    for folder in CASES:
        sys.stdout.write(f"{folder.name}: {rewrite(folder)} changed\n")
