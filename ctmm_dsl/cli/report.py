"""`ctmm report`: a report on one assessment, on several side by side, or on how far two assessors agree."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from ctmm_dsl.assessment import Assessment
from ctmm_dsl.cli.assessments import read_file, scheme_of, sound_model
from ctmm_dsl.cli.delivery import deliver, page_writer
from ctmm_dsl.model import Model, Scheme
from ctmm_dsl.reading import Trouble
from ctmm_dsl.report.agreement import assessors
from ctmm_dsl.report.comparison import changes, comparison
from ctmm_dsl.report.comparison_values import Case
from ctmm_dsl.report.explain import explanation
from ctmm_dsl.report.facts import facts
from generators.report.build import agreed, compared, report
from generators.report.page import Document


def run(arguments: Namespace) -> int:
    files, out = arguments.assessments, arguments.output
    write = page_writer(out)
    if arguments.agreement and len(files) != 2:
        raise Trouble(
            f"--agreement 比较两位评估人，要正好两份评估；给了 {len(files)} 份",
            f"--agreement compares two assessors and takes exactly two assessments; there are {len(files)}",
        )
    model = sound_model(arguments.spec, arguments.lang)
    if model is None:
        return 1
    scheme = scheme_of(model, arguments.standard, arguments.profile)
    read = [read_file(file, scheme, arguments.lang, partial=arguments.partial) for file in files]
    assessments = [assessment for assessment in read if assessment is not None]
    if len(assessments) < len(files):
        return 1
    document = _document(model, scheme, files, assessments, arguments)
    deliver(write(document), out)
    return 0


def _document(
    model: Model, scheme: Scheme, files: Sequence[Path], assessments: Sequence[Assessment], arguments: Namespace
) -> Document:
    """One assessment is reported, several are compared."""
    if len(assessments) == 1:
        found = facts(model, scheme, assessments[0])
        return report(found, explanation(found.result, assessments[0]), arguments.lang)
    cases = _cases(files, assessments, by_file=arguments.agreement)
    if arguments.agreement:
        return agreed(scheme, assessors(scheme, *cases), arguments.lang)
    told = [changes(scheme, *pair) for pair in pairwise(cases) if len(cases) == 2 or _same_city(*pair)]
    return compared(comparison(scheme, cases), told, arguments.lang)


def _cases(files: Sequence[Path], assessments: Sequence[Assessment], *, by_file: bool) -> tuple[Case, ...]:
    """Each assessment with a name that tells it from the others: its city; with its date, where a city stands twice; else the file's name.
    Two assessors of one city go by their files."""
    cities = [(one.subject or {}).get("name", "").strip() for one in assessments]
    dated = [f"{city} {one.date}" if one.date else "" for city, one in zip(cities, assessments, strict=True)]
    stems = [file.stem for file in files]
    for names in () if by_file else (cities, dated):
        if all(names) and max(Counter(names).values()) == 1:
            return tuple(map(Case, names, assessments))
    names = stems if max(Counter(stems).values()) == 1 else [file.as_posix() for file in files]
    if max(Counter(names).values()) > 1:
        names = [f"{name} ({at})" for at, name in enumerate(names, 1)]
    return tuple(map(Case, names, assessments))


def _same_city(one: Case, other: Case) -> bool:
    """Whether two neighbours are one city at two times: what changed between two cities says nothing."""
    names = [(case.assessment.subject or {}).get("name", "").strip() for case in (one, other)]
    return bool(names[0]) and names[0] == names[1]
