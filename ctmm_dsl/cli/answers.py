"""`ctmm answers`: what was filled in, from one kind of file to another: a workbook or CSV to JSON, any of them to a workbook filled in.

Answers may be missing; what is wrong with those that are there is told, and nothing is written.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ctmm_dsl.assessment import Assessment, Problem, read_assessment
from ctmm_dsl.assessment.strict_json import read_object
from ctmm_dsl.cli.assessments import read_given, scheme_of, sound_model
from ctmm_dsl.cli.delivery import deliver
from ctmm_dsl.cli.digest import spec_digest
from ctmm_dsl.cli.filled import Given
from ctmm_dsl.cli.saying import warn
from ctmm_dsl.model import Scheme
from ctmm_dsl.reading import Trouble
from ctmm_dsl.sheets.opening import opened
from ctmm_dsl.sheets.tables import filled
from generators.workbooks import workbook


def run(arguments: Namespace) -> int:
    out: Path | None = arguments.output
    given = Given(arguments.file)
    to_workbook = out is not None and out.suffix.lower() == ".xlsx"
    if given.is_json and not to_workbook:
        raise Trouble(
            f"{given.file} 已经是 JSON；要填进工作簿，请加 -o 文件名.xlsx",
            f"{given.file} is JSON already; to fill a workbook in, add -o NAME.xlsx",
        )
    model = sound_model(arguments.spec, arguments.lang)
    if model is None:
        return 1
    scheme = scheme_of(model, arguments.standard or _meant(given), None)
    assessment = read_given(given, scheme, arguments.lang, partial=True)
    if assessment is None:
        return 1
    text = given.text if given.is_json else given.filled(scheme).text
    if to_workbook:
        data = workbook(scheme, spec_digest(arguments.spec), read_object(text))  # type: ignore[arg-type]
        _tell_what_has_no_room(scheme, assessment, data, arguments)
    else:
        data = text.encode("utf-8")
    deliver(data, out)
    return 0


def _meant(given: Given) -> str:
    """The standard or profile that a file says it is for."""
    if given.identity:
        return given.identity.scheme
    data: Any = read_object(given.text)
    found = None if isinstance(data, Problem) else data.get("profile") or data.get("standard")
    if not isinstance(found, str):
        raise Trouble(
            f"{given.file} 没有写明标准；请加 --standard",
            f"{given.file} does not say by which standard it is; add --standard",
        )
    return found


def _tell_what_has_no_room(scheme: Scheme, before: Assessment, data: bytes, arguments: Namespace) -> None:
    """A workbook asks for what is scored and holds texts up to a length: what did not fit into it is told."""
    read = filled(opened(data), scheme)
    after = read_assessment(read.text, scheme, partial=True)
    lost = [*_lost(before, after)] if isinstance(after, Assessment) else [arguments.file.name]
    if lost:
        zh = f"{arguments.file}：工作簿里放不下，没有全部填入：{'、'.join(lost)}"
        en = f"{arguments.file}: not all of this has room in a workbook: {', '.join(lost)}"
        warn(arguments.lang, zh, en)


def _lost(before: Assessment, after: Assessment) -> Iterator[str]:
    yield from (id_ for id_, points in before.points.items() if after.points.get(id_) != points)
    yield from (name for name, value in before.values.items() if after.values.get(name) != value)
    yield from (id_ for id_, standings in before.standings.items() if after.standings.get(id_) != standings)
    kept = {(one.id, one.evidence, one.note) for one in after.remarks}
    yield from dict.fromkeys(one.id for one in before.remarks if (one.id, one.evidence, one.note) not in kept)
    subject, held = before.subject or {}, after.subject or {}
    yield from (f"subject.{key}" for key, words in subject.items() if words.strip() and held.get(key) != words.strip())
    if (before.date or "").strip() != (after.date or ""):
        yield "date"
