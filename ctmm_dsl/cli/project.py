"""A spec, read and compiled for a command."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ctmm_dsl.findings import Finding
from ctmm_dsl.pipeline import Outcome, compile_sources
from ctmm_dsl.reading import find, home, read
from ctmm_dsl.source import Source


def read_spec(paths: Sequence[Path]) -> tuple[list[Source], list[Finding], set[Path]]:
    """The texts of what paths name and of all that belongs with it, what cannot be read, and the files that were named."""
    named = find(paths)
    sources, unread = read(find(dict.fromkeys([*paths, *(home(path) for path in paths if path.is_file())])))
    return sources, unread, {path.resolve() for path in named}


def compile_spec(paths: Sequence[Path], *, wording: bool = True) -> tuple[Outcome, list[Finding]]:
    """Compile what paths name, and what that refers to; the findings are those of the named files.

    A file is read with its neighbours: a part of a standard means nothing without the whole.
    """
    sources, unread, named = read_spec(paths)
    outcome = compile_sources(sources, unread, wording=wording)
    findings = [finding for finding in outcome.findings if Path(finding.span.source.path).resolve() in named]
    return outcome, findings
