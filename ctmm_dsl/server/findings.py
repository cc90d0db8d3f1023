"""Findings as an editor shows them.

In: a finding and a language. Out: its message with the hint, what it marks as left unused, where its page is.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from ctmm_dsl.catalogue import formulas, metrics, structure
from ctmm_dsl.explain import FOLDER
from ctmm_dsl.findings import Finding
from ctmm_dsl.fixes import Fix, offered
from ctmm_dsl.pipeline import Outcome
from ctmm_dsl.server.projects import Project

UNUSED = frozenset(
    entry.code for entry in (formulas.QUANTITY_UNUSED, formulas.PART_UNUSED, metrics.UNUSED, structure.ALLOW_UNUSED)
)
"""Codes of what could be left out: an editor may fade it."""


def by_file(outcome: Outcome) -> dict[str, list[Finding]]:
    """The findings of each file, in the order of their places."""
    found: dict[str, list[Finding]] = {}
    for finding in outcome.findings:
        found.setdefault(finding.span.source.path, []).append(finding)
    return found


def message(finding: Finding, project: Project, language: str) -> str:
    """What is found, and what to do about it; files are called as in the project's folder, where commands are run."""
    parts = (finding.message(language), finding.mark(language), finding.help(language))
    said = "\n".join(dict.fromkeys(filter(None, parts)))
    return said.replace(f"{project.folder.parent.as_posix()}/", "") if project.folder else said


def page_of(finding: Finding, project: Project) -> str:
    """Where the finding's page is: in the project's documents where they are there, else in this package."""
    name = f"{finding.code}.md"
    if project.folder and (written := project.folder.parent / FOLDER / name).is_file():
        return written.as_uri()
    return Path(str(files("ctmm_dsl").joinpath("pages", name))).as_uri()


class Mendings:
    """The repairs of findings, each tried once as long as what was found stands."""

    def __init__(self) -> None:
        self._outcome: Outcome | None = None
        self._known: dict[int, tuple[Fix, ...]] = {}

    def of(self, finding: Finding, project: Project) -> tuple[Fix, ...]:
        if project.outcome is not self._outcome:
            self._outcome, self._known = project.outcome, {}
        if id(finding) not in self._known:
            self._known[id(finding)] = offered(finding, project.workspace)
        return self._known[id(finding)]


def at(outcome: Outcome, path: str, first: int, last: int) -> list[Finding]:
    """The findings of a file that touch a stretch."""
    return [
        finding
        for finding in outcome.findings
        if finding.span.source.path == path and finding.span.start <= last and finding.span.end >= first
    ]
