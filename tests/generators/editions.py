"""The editions that generators are tried on: the shipped spec, and every golden case."""

from __future__ import annotations

from functools import cache

from ctmm_dsl.pipeline import compile_sources
from ctmm_dsl.reading import find, read
from ctmm_dsl.scheme import schemes
from ctmm_dsl.source import decode
from generators.artefact import Artefact, Edition, Generator
from tests.conftest import ROOT
from tests.golden import CASES, edition_of

SHIPPED = "spec"
NAMES = (SHIPPED, *(case.name for case in CASES))


@cache
def edition(name: str) -> Edition:
    if name != SHIPPED:
        return edition_of(next(case for case in CASES if case.name == name))
    sources, unread = read(find([ROOT / "spec"]))
    outcome = compile_sources(sources)
    assert outcome.sound and not unread
    return Edition(outcome.model, schemes(outcome.model), outcome.allowed, "digest")


def edition_from(*texts: str) -> Edition:
    """A spec written in a test; it must be sound."""
    outcome = compile_sources(
        [decode(f"{count}.ctmm", text.encode()) for count, text in enumerate(texts)], wording=False
    )
    assert outcome.sound, [(finding.code, str(finding.span), finding.message("en")) for finding in outcome.findings]
    return Edition(outcome.model, schemes(outcome.model), outcome.allowed, "digest")


def made(generator: Generator, of: Edition) -> dict[str, Artefact]:
    """What a generator makes, by path."""
    artefacts = list(generator(of))
    by_path = {artefact.path: artefact for artefact in artefacts}
    assert len(by_path) == len(artefacts)
    return by_path
