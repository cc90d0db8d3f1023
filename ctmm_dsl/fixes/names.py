"""Names that lead nowhere: the nearest name that is there.

In: a finding about a name that is not known, and the model. Out: the place with the name that was probably meant.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ctmm_dsl import grammar
from ctmm_dsl.catalogue import formulas, references, structure, weights, wording
from ctmm_dsl.checks.wording import declared
from ctmm_dsl.findings import Finding
from ctmm_dsl.fixes.fix import Fix, change
from ctmm_dsl.fixes.found import nodes_at, profile_at, standard_at
from ctmm_dsl.model import Formula
from ctmm_dsl.model.expression import Choose, all_within
from ctmm_dsl.pipeline import Outcome
from ctmm_dsl.resolve.names import likeliest_of
from ctmm_dsl.source import Span


def _nearest(span: Span, names: Collection[str]) -> Iterator[Fix]:
    return (change(span, name) for name in likeliest_of(span.text, [name for name in names if name != span.text]))


def standard(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    own = standard_at(finding.span, outcome)
    return _nearest(finding.span, [one.id for one in outcome.model.standards if one is not own])


def document(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    own = standard_at(finding.span, outcome)
    names = [one.name for one in own.documents] if own else []
    name = str(finding.words["name"])
    quoted = finding.span.text != name
    for near in likeliest_of(name, names):
        yield change(finding.span, grammar.quoted(near) if quoted or " " in near else near)


def column(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    own = standard_at(finding.span, outcome)
    return _nearest(finding.span, [one.id for one in own.columns] if own else [])


def quantity(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """A quantity, or a part of the calculation that the name stands in."""
    own = standard_at(finding.span, outcome)
    names = [one.name for one in own.quantities] if own else []
    for node in nodes_at(finding.span, outcome):
        if isinstance(node.leaf, Formula):
            names += [part.name for one in node.leaf.calculations for part in one.parts]
            break
    return _nearest(finding.span, names)


def option(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """An option of the choice, of those that have no row yet."""
    own = standard_at(finding.span, outcome)
    options = (
        [one.code for held in own.quantities for one in held.options if held.name == finding.words["name"]]
        if own
        else []
    )
    given = {
        code for node in nodes_at(finding.span, outcome) for code in _chosen(node.leaf, str(finding.words["name"]))
    }
    return _nearest(finding.span, [code for code in options if code not in given])


def _chosen(leaf: object, name: str) -> Iterator[str]:
    for calculation in leaf.calculations if isinstance(leaf, Formula) else ():
        for body in calculation.expressions():
            for one in all_within(body):
                if isinstance(one, Choose) and one.quantity.name == name:
                    yield from one.points


def reading(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    profile = profile_at(finding.span, outcome)
    for row in profile.readings if profile else ():
        if profile and row.reading_span == finding.span:
            leaf = profile.standard.formulas.get(row.node)
            yield from _nearest(finding.span, [one.name for one in leaf.readings] if leaf else [])


def node_of_reading(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """The nearest formula that has the reading."""
    profile = profile_at(finding.span, outcome)
    for row in profile.readings if profile else ():
        if profile and row.node_span == finding.span:
            formulas_ = profile.standard.formulas.items()
            having = [name for name, leaf in formulas_ if any(one.name == row.reading for one in leaf.readings)]
            yield from _nearest(finding.span, having)


def abbreviation(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """A declared abbreviation that is nearly the same."""
    own = standard_at(finding.span, outcome)
    known = [short for holder in own.with_supersets() for short in declared(holder)] if own else []
    return _nearest(finding.span, known)


FIXES = (
    (references.STANDARD_UNKNOWN, standard),
    (references.DOCUMENT_UNKNOWN, document),
    (structure.COLUMN_UNKNOWN, column),
    (formulas.NAME_UNKNOWN, quantity),
    (formulas.OPTIONS_DIFFER, option),
    (formulas.READING_UNKNOWN, reading),
    (weights.NODE_UNKNOWN, node_of_reading),
    (wording.ABBREVIATION_UNDECLARED, abbreviation),
)
