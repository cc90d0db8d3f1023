"""What a leaf asks, in words, for a terminal: clauses, a calculation with its quantities, descriptors.

In: a node and its standard. Out: lines. `brief` is for the other end of a crosswalk's row: the text, without what only matters at home.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from ctmm_dsl import grammar
from ctmm_dsl.evidence import helping, reported_by
from ctmm_dsl.expression.figures import stretch
from ctmm_dsl.expression.text import calculation
from ctmm_dsl.findings import both
from ctmm_dsl.model import Clauses, Concept, Descriptor, Formula, Node, Quantity, Rubric, Standard
from ctmm_dsl.render.paragraphs import Line
from ctmm_dsl.render.remarks import remarks

KINDS = {english: word for word, english in grammar.english("QUANTITY_KIND").items() if not word.isascii()}
BASES = {"point": both("时点", "at a point in time"), "period": both("时段", "over a period")}
MOST = 6
"""Of a branch with more leaves than this only the names are shown where it is the other end of a row."""


def text(standard: Standard, node: Node, indent: int, language: str, *, brief: bool) -> Iterator[Line]:
    """What a node asks by itself; of a branch, in brief, what its leaves ask."""
    leaf = node.leaf
    match leaf:
        case Clauses():
            yield from (Line(indent, clause.id, clause.text) for clause in leaf)
        case Formula():
            yield from _formula(leaf, indent, language, brief=brief)
        case Rubric():
            yield from _rubric(standard, node, leaf, indent, language, brief=brief)
        case Concept():
            pass
        case None:
            if brief and node.children:
                yield from _leaves_below(standard, node, indent, language)
        case _:
            assert_never(leaf)


def _leaves_below(standard: Standard, node: Node, indent: int, language: str) -> Iterator[Line]:
    leaves = [leaf for leaf in node.walk() if not leaf.children]
    for leaf in leaves:
        yield Line(indent, f"{leaf.id} {leaf.name}")
        if len(leaves) <= MOST:
            yield from text(standard, leaf, indent + 2, language, brief=True)


# ---- formulas --------------------------------------------------------------------------------------------------


def _formula(leaf: Formula, indent: int, language: str, *, brief: bool) -> Iterator[Line]:
    zh = language == "zh"
    if leaf.data:
        yield Line(indent, "数据要求" if zh else "data", leaf.data)
    yield from (Line(indent, "", line) for line in calculation(leaf.calculation, language))
    quantities = list(reported_by(leaf).values())
    if brief:
        separator = "；" if zh else "; "
        yield Line(
            indent, "数据项" if zh else "quantities", separator.join(_short(one, language) for one in quantities)
        )
        return
    for reading in leaf.readings:
        yield Line(indent, f"{'读法' if zh else 'reading'} {reading.name}", reading.label)
        own = calculation(leaf.calculation, language)
        yield from (
            Line(indent + 2, "", line) for line in calculation(reading.calculation, language) if line not in own
        )
    yield Line(indent, "数据项" if zh else "quantities")
    yield from (Line(indent + 2, one.name, described(one, language)) for one in quantities)


def _short(quantity: Quantity, language: str) -> str:
    """A quantity by its label, with its name where the label says nothing to whoever reads."""
    words = unit_or_kind(quantity, language)
    return f"{quantity.label}（{words}）" if language == "zh" else f"{quantity.name} {quantity.label} ({words})"


def described(quantity: Quantity, language: str) -> str:
    """A quantity's label, kind, unit, time basis, range, options, and what it is a part of."""
    zh = language == "zh"
    facts = [kind(quantity, language), BASES[quantity.basis][language]]
    if quantity.bounds:
        facts.append(stretch(quantity.interval, in_percent=False)[language])
    if quantity.options:
        facts.append(("：" if zh else ": ").join(("选项" if zh else "options", options(quantity))))
    if quantity.whole:
        facts.append(f"不超过 {quantity.whole.name}" if zh else f"never more than {quantity.whole.name}")
    return "，".join((quantity.label, *facts)) if zh else ", ".join((quantity.label, *facts))


def kind(quantity: Quantity, language: str) -> str:
    zh = language == "zh"
    word = KINDS[quantity.kind] if zh else quantity.kind
    if not quantity.unit:
        return word
    return f"{word}（{quantity.unit}）" if zh else f"{word} ({quantity.unit})"


def unit_or_kind(quantity: Quantity, language: str) -> str:
    return quantity.unit or kind(quantity, language)


def options(quantity: Quantity) -> str:
    return " / ".join(f"{option.code} {option.label}".strip() for option in quantity.options)


# ---- rubrics ---------------------------------------------------------------------------------------------------


def _rubric(standard: Standard, node: Node, leaf: Rubric, indent: int, language: str, *, brief: bool) -> Iterator[Line]:
    zh = language == "zh"
    names = {level.number: level.name for level in standard.levels}
    for row in leaf.descriptors:
        yield Line(indent, f"{row.level} {names.get(row.level, '')}".rstrip(), _descriptor(row, language))
        if not brief:
            yield from remarks(row.notes, indent + 2, language)
    if brief:
        return
    if leaf.column:
        yield Line(indent, f"{'等级通则' if zh else 'general levels'} {leaf.column.id}", leaf.column.name)
        yield from (Line(indent + 2, str(row.level), row.text) for row in leaf.column.rows)
    for one in helping(standard, node):
        word = "参考文件" if zh else "document"
        yield Line(indent, f"{word} {one.support.name}", f"{one.support.text}{_from_above(one.holder, node)}")


def _descriptor(row: Descriptor, language: str) -> str:
    if row.builds_on is None:
        return row.text
    return (
        f"{row.text}（连同 {row.builds_on} 级）"
        if language == "zh"
        else f"{row.text} (on top of level {row.builds_on})"
    )


def _from_above(holder: Node, node: Node) -> str:
    return "" if holder is node else f"（{holder.id} {holder.name}）"
