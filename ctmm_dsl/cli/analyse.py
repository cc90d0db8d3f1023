"""`ctmm analyse`: what the method of a standard does, proved by exact computation; with an assessment, how far things may move."""

from __future__ import annotations

from argparse import Namespace

from ctmm_dsl.analysis.analyse import analyse
from ctmm_dsl.analysis.as_json import as_json
from ctmm_dsl.analysis.extremes import NothingFoundError
from ctmm_dsl.cli.assessments import read_file, scheme_of, sound_model
from ctmm_dsl.cli.delivery import Forms, deliver, writer
from ctmm_dsl.reading import Trouble
from ctmm_dsl.render.analysis import analysis
from generators.analysis.build import document


def run(arguments: Namespace) -> int:
    write = writer(arguments.output, arguments.format)
    model = sound_model(arguments.spec, arguments.lang)
    if model is None:
        return 1
    scheme = scheme_of(model, arguments.standard, arguments.profile)
    assessment = None
    if arguments.assessment:
        assessment = read_file(arguments.assessment, scheme, arguments.lang)
        if assessment is None:
            return 1
    try:
        found = analyse(model, scheme, assessment)
    except NothingFoundError as error:
        raise Trouble(
            f"{scheme.id}：没有找到各数据项的取值范围同时允许的一组数，无从分析；请核对 range、@within 和由别项算出的数据项",
            f"{scheme.id}: no values were found that the bounds of all quantities allow together; look at range, @within and computed "
            "quantities",
        ) from error
    forms = Forms(
        lambda: analysis(found, arguments.lang), lambda: as_json(found), lambda: document(found, arguments.lang)
    )
    deliver(write(forms), arguments.output)
    return 0
