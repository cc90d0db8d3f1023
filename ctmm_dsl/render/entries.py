"""What stands at an identifier, for a terminal: text, source, where it comes from, what it maps to.

In: a model and a node, clause or quantity of it. Out: lines. Used by `ctmm show`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ctmm_dsl.expression.figures import percent
from ctmm_dsl.model import Clause, Model, Node, Requirement, Standard
from ctmm_dsl.render import leaf_text
from ctmm_dsl.render.mapped import mappings
from ctmm_dsl.render.paragraphs import Line
from ctmm_dsl.render.remarks import remarks
from ctmm_dsl.source import Span
from ctmm_dsl.wording import difference

ORIGINS = {
    "verbatim": "逐字",
    "abridged": "节选",
    "reworded": "改写",
    "merged": "合并",
    "moved": "移级",
    "none": "无来源",
}

Path = tuple[Node, ...]
"""A node after all nodes above it, outermost first."""


def node(model: Model, standard: Standard, path: Path, language: str) -> Iterator[Line]:
    """A node: its path, weight, mottos, what it asks, its notes, and what it maps to."""
    zh = language == "zh"
    shown = path[-1]
    yield Line(0, " / ".join(f"{above.id} {above.name}" for above in path))
    yield Line(2, f"{standard.id} {standard.edition}  {place(shown.span)}")
    if shown.weight is not None:
        yield Line(2, "权重" if zh else "weight", percent(shown.weight))
    if shown.place:
        yield Line(2, "章条" if zh else "clause", shown.place)
    yield from remarks(shown.notes, 2, language)
    for motto in shown.mottos:
        yield Line(2, f"{'特征语' if zh else 'motto'} {motto.level}", motto.text)
    yield from (Line(2, f"{child.id} {child.name}") for child in shown.children)
    yield from leaf_text.text(standard, shown, 2, language, brief=False)
    for support in shown.supports:
        if support.kind == "relates" or shown.children:
            word = ("参考文件" if zh else "document") if support.kind == "support" else "相关" if zh else "relates"
            yield Line(2, f"{word} {support.name}", support.text)
    yield from mappings(model, standard, path, language)


def clause(model: Model, standard: Standard, path: Path, shown: Clause, language: str) -> Iterator[Line]:
    """A clause: its text, its figures, its sources with the difference shown, the clauses made of it, its node's mappings."""
    zh = language == "zh"
    yield Line(0, shown.id, shown.text)
    names = " / ".join(above.name for above in path)
    level = next((level.name for level in standard.levels if level.number == shown.level), "")
    words = f"等级 {shown.level} {level}" if zh else f"level {shown.level} {level}"
    yield Line(2, f"{standard.id} {standard.edition}  {names}  {words}  {place(shown.span)}")
    for requirement in shown.requirements:
        yield Line(2, "指标" if zh else "metric", figure(requirement))
    yield from remarks(shown.notes, 2, language)
    for origin in shown.origins:
        relation = ORIGINS[origin.relation] if zh else origin.relation
        yield Line(2, f"{'来自' if zh else 'from'} {origin.target}（{relation}）", origin.reason)
        if origin.clause and origin.relation != "verbatim":
            yield Line(4, "", origin.clause.text)
            yield Line(4, "", difference(origin.clause.text, shown.text))
    for other, user, relation in _made_of(model, shown):
        said = ORIGINS[relation] if zh else relation
        yield Line(2, f"{'用于' if zh else 'used by'} {other.id}:{user.id}（{said}）", user.text)
    yield from mappings(model, standard, path, language)


def figure(requirement: Requirement) -> str:
    label = requirement.metric.label if requirement.metric else requirement.name
    sign = "%" if requirement.percent else ""
    return f"{label} {requirement.operator} {'..'.join(requirement.figures)}{sign}"


def _made_of(model: Model, shown: Clause) -> Iterable[tuple[Standard, Clause, str]]:
    for standard in model.standards:
        for user in standard.clauses.values():
            for origin in user.origins:
                if origin.clause is shown:
                    yield standard, user, origin.relation


def place(span: Span) -> str:
    return f"{span.source.path}:{span.source.position(span.start).line}"
