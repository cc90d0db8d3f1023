"""`ctmm drift`: how far a part has drifted from the standard that it comes from; with an old edition, what to look at again."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace

from ctmm_dsl.cli.delivery import Forms, deliver, writer
from ctmm_dsl.cli.project import compile_spec
from ctmm_dsl.cli.saying import tell_errors
from ctmm_dsl.cli.sides import one_side
from ctmm_dsl.drift import Drift, drift, looked_again, parts
from ctmm_dsl.model import Model, Standard
from ctmm_dsl.reading import Trouble
from ctmm_dsl.render.drift import data, text
from generators.drift.build import document


def run(arguments: Namespace) -> int:
    write = writer(arguments.output, arguments.format)
    model = _model(arguments)
    if model is None:
        return 1
    found = tuple(drift(part) for part in _asked(model, arguments.standard))
    if arguments.old:
        old = one_side(arguments.old, arguments.spec).model
        found = tuple(_since(one, old, arguments.old) for one in found)
    forms = Forms(lambda: text(found, arguments.lang), lambda: data(found), lambda: document(found, arguments.lang))
    deliver(write(forms), arguments.output)
    return 0


def _model(arguments: Namespace) -> Model | None:
    """The compiled spec; None where it has errors, which are told. Beside an old edition only lines that could not be read stop it: in the
    midst of a revision labels, counts and sources are not yet right, and which of them is what it is asked for."""
    outcome, findings = compile_spec([arguments.spec], wording=False)
    grave = [finding for finding in findings if finding.entry.damages or not arguments.old]
    return None if tell_errors(grave, arguments.lang) else outcome.model


def _asked(model: Model, name: str) -> tuple[Standard, ...]:
    """The part that is named, or all of them."""
    found = parts(model)
    known = "、".join(standard.id for standard in found)
    if not found:
        raise Trouble(
            "没有哪个标准是另一个的部分；在部分的标题下写 subset-of 整体的标识符",
            "no standard is a part of another; write subset-of and the whole's identifier under the part's heading",
        )
    if not name:
        return found
    standard = model.standard(name)
    if standard is None:
        raise Trouble(f"没有标准 {name}；部分有：{known}", f"there is no standard {name}; the parts are: {known}")
    if standard.superset is None:
        raise Trouble(
            f"{name} 不是另一标准的部分（没有 subset-of），无从比较；部分有：{known}",
            f"{name} is no part of another standard (it has no subset-of): nothing to compare; the parts are: {known}",
        )
    return (standard,)


def _since(found: Drift, old: Model, name: str) -> Drift:
    """The same with what changed since the old edition."""
    before = old.standard(found.part.id)
    if before is None or before.superset is None:
        known = "、".join(standard.id for standard in old.standards if standard.superset) or "—"
        raise Trouble(
            f"{name} 里没有作为另一标准部分的 {found.part.id}；那里的部分有：{known}",
            f"there is no {found.part.id} in {name} that is a part of another standard; the parts there are: {known}",
        )
    return replace(found, again=looked_again(before, found.part))
