"""`ctmm score`: what an assessment is worth, or all that is wrong with it."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from typing import Any

from ctmm_dsl.cli.assessments import read_given, scheme_of, sound_model
from ctmm_dsl.cli.filled import Given
from ctmm_dsl.cli.saying import warn
from ctmm_dsl.cli.surroundings import width
from ctmm_dsl.render import explanation as explained
from ctmm_dsl.render import results
from ctmm_dsl.render.paragraphs import laid_out
from ctmm_dsl.report import explanation_json
from ctmm_dsl.report.explain import explanation
from ctmm_dsl.report.explanation_values import Explanation
from ctmm_dsl.score import bounds, score
from ctmm_dsl.score.as_json import as_json, bounds_as_json
from ctmm_dsl.sheets.workbook import Workbook
from generators.workbook.stored import differences


def run(arguments: Namespace) -> int:
    model = sound_model(arguments.spec, arguments.lang)
    if model is None:
        return 1
    scheme = scheme_of(model, arguments.standard, arguments.profile)
    given = Given(arguments.assessment)
    assessment = read_given(given, scheme, arguments.lang, partial=arguments.partial)
    if assessment is None:
        return 1
    if arguments.partial:
        lower, upper = bounds(scheme, assessment)
        of = [lower, upper]
        told = bounds_as_json(lower, upper, assessment)
        spoken = results.bounds(lower, upper, assessment, arguments.lang)
    else:
        of = [score(scheme, assessment)]
        told = as_json(of[0], assessment)
        spoken = results.result(of[0], assessment, arguments.lang)
    if arguments.explain:
        steps = [explanation(result, assessment) for result in of]
        told["explanation"] = _as_json(steps)
        spoken += "".join("\n" + laid_out(explained.lines(one, arguments.lang), width()) for one in steps)
    if given.workbook:
        _tell_what_else_it_shows(given.workbook, told.get("lower", told), arguments)
    sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n" if arguments.format == "json" else spoken)
    return 0


def _tell_what_else_it_shows(book: Workbook, told: dict[str, Any], arguments: Namespace) -> None:
    """The answers are what is scored; a sheet that shows another result was altered, or not recalculated."""
    for found in differences(book, told):
        zh = f"{arguments.assessment}：{found.place} 显示 {found.shown}，按答案应为 {found.computed}：公式被改动，或者没有重新计算"
        en = (
            f"{arguments.assessment}: {found.place} shows {found.shown}, but the answers come to {found.computed}: its formulas were "
            "altered, or not recalculated"
        )
        warn(arguments.lang, zh, en)


def _as_json(steps: list[Explanation]) -> dict[str, Any]:
    """The explanation of a result; of an incomplete one, of both bounds."""
    if len(steps) == 1:
        return explanation_json.as_json(steps[0])
    return {str(one.side): explanation_json.as_json(one) for one in steps}
