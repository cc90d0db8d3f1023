"""`ctmm score`: what an assessment is worth, or all that is wrong with it."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path

from ctmm_dsl.assessment import Problem, read_assessment
from ctmm_dsl.cli.project import compile_spec
from ctmm_dsl.cli.surroundings import colour
from ctmm_dsl.findings import ERROR, listed
from ctmm_dsl.model import Model, Scheme
from ctmm_dsl.reading import Trouble, read_bytes
from ctmm_dsl.render import results, terminal
from ctmm_dsl.scheme import schemes
from ctmm_dsl.score import bounds, score
from ctmm_dsl.score.as_json import as_json, bounds_as_json


def run(arguments: Namespace) -> int:
    outcome, findings = compile_spec([arguments.spec])
    if errors := [finding for finding in findings if finding.entry.severity == ERROR]:
        sys.stderr.write(terminal.render(errors, arguments.lang, colour=colour(sys.stderr)))
        return 1
    scheme = _scheme(outcome.model, arguments.standard, arguments.profile)
    try:
        text = read_bytes(arguments.assessment).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        file = arguments.assessment
        raise Trouble(f"{file} 不是 UTF-8 编码", f"{file} is not UTF-8") from error
    assessment = read_assessment(text, scheme, partial=arguments.partial)
    if isinstance(assessment, list):
        _complain(assessment, arguments.assessment, arguments.lang)
        return 1
    if assessment.other_texts:
        _warn(assessment.other_texts, arguments.assessment, arguments.lang)
    if arguments.partial:
        lower, upper = bounds(scheme, assessment)
        told = bounds_as_json(lower, upper, assessment)
        spoken = results.bounds(lower, upper, assessment, arguments.lang)
    else:
        result = score(scheme, assessment)
        told = as_json(result, assessment)
        spoken = results.result(result, assessment, arguments.lang)
    sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n" if arguments.format == "json" else spoken)
    return 0


def _scheme(model: Model, name: str, profile: str | None) -> Scheme:
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


def _warn(clauses: tuple[str, ...], file: Path, language: str) -> None:
    """A file filled in before a revision may answer other questions than the standard asks now."""
    named = listed(clauses)[language]
    zh = f"{file}：这些条款的文字与标准现在的不同，可能是修订之前填的：{named}"
    print(
        zh if language == "zh" else f"{file}: filled in before a revision? other texts than the standard's: {named}",
        file=sys.stderr,
    )


def _complain(problems: list[Problem], file: Path, language: str) -> None:
    colon = "：" if language == "zh" else ": "
    for problem in problems:
        print(f"{file}{colon}{problem.message(language)}", file=sys.stderr)
