"""Assessments, read for a command: by which scheme, and from which file.

In: names and paths as the user gives them. Out: a scheme, an assessment, or what is wrong, told in the user's language. Shared by every
command that takes an assessment.
"""

from __future__ import annotations

import sys
from pathlib import Path

from ctmm_dsl.assessment import Assessment
from ctmm_dsl.cli.filled import Given
from ctmm_dsl.cli.project import compile_spec
from ctmm_dsl.cli.saying import tell_errors, warn
from ctmm_dsl.findings import listed
from ctmm_dsl.model import Model, Scheme
from ctmm_dsl.reading import Trouble
from ctmm_dsl.scheme import schemes


def sound_model(spec: Path, language: str) -> Model | None:
    """The compiled spec; None where it has errors, which are told: what is not sound scores nothing."""
    outcome, findings = compile_spec([spec])
    return None if tell_errors(findings, language) else outcome.model


def scheme_of(model: Model, name: str, profile: str | None) -> Scheme:
    """The scheme that is meant: a profile's or a standard's own."""
    known = {scheme.id: scheme for scheme in schemes(model)}
    chosen = known.get(profile or name)
    if chosen and (not profile or name in (chosen.standard.id, chosen.id)):
        return chosen
    laid = listed(scheme.id for scheme in known.values() if scheme.profile and scheme.standard.id == name)
    if not profile and laid["en"]:
        raise Trouble(
            f"{name} 本身没有权重和计算方法；请加 --profile {laid['zh']}",
            f"{name} has no weights and no method of its own; add --profile {laid['en']}",
        )
    names = listed(known)
    if chosen:
        of = chosen.standard.id
        raise Trouble(f"{profile} 是 {of} 的剖面，不是 {name} 的", f"{profile} is a profile of {of}, not of {name}")
    meant = profile or name
    raise Trouble(f"没有可以打分的 {meant}；可选：{names['zh']}", f"{meant} cannot be scored; what can: {names['en']}")


def read_file(file: Path, scheme: Scheme, language: str, *, partial: bool = False) -> Assessment | None:
    """The assessment that a file of any kind holds; None where something is wrong with it, which is told."""
    return read_given(Given(file), scheme, language, partial=partial)


def read_given(given: Given, scheme: Scheme, language: str, *, partial: bool = False) -> Assessment | None:
    """The same of a file that is open already."""
    assessment = given.assessment(scheme, language, partial=partial)
    if isinstance(assessment, list):
        print("\n".join(assessment), file=sys.stderr)
        return None
    if assessment.other_texts:
        _warn(assessment.other_texts, given.file, language)
    return assessment


def _warn(clauses: tuple[str, ...], file: Path, language: str) -> None:
    """A file filled in before a revision may answer other questions than the standard asks now."""
    named = listed(clauses)[language]
    warn(
        language,
        f"{file}：这些条款的文字与标准现在的不同，可能是修订之前填的：{named}",
        f"{file}: filled in before a revision? other texts than the standard's: {named}",
    )
