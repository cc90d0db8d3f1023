"""What stands at an identifier, for a terminal: text, source, where it comes from, what it maps to.

In: a model and a node or clause of it. Out: text. Used by `ctmm show`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ctmm_dsl.checks.spoken import percent
from ctmm_dsl.model import Clause, Model, Node, Notes, Requirement, Standard
from ctmm_dsl.source import Span
from ctmm_dsl.wording import difference

RELATIONS = {
    "verbatim": "逐字", "abridged": "节选", "reworded": "改写", "merged": "合并", "moved": "移级", "none": "无来源",
    "exact": "相同", "close": "相近", "broad": "对方更宽", "narrow": "对方更窄", "related": "相关",
}  # fmt: skip
KINDS = {"en": "英文", "source": "出处", "note": "备注", "see": "参见"}


def node(model: Model, standard: Standard, shown: Node, language: str) -> Iterator[str]:
    """A node: its path, weight, mottos, clauses, notes, and both ends of the crosswalks."""
    zh = language == "zh"
    yield " / ".join(f"{above.id} {above.name}" for above in _path(standard, shown))
    yield f"  {standard.id} {standard.edition}  {_place(shown.span)}"
    if shown.weight is not None:
        yield f"  {'权重' if zh else 'weight'} {percent(shown.weight)}"
    if shown.place:
        yield f"  {'章条' if zh else 'clause'} {shown.place}"
    yield from _notes(shown.notes, language, "  ")
    for motto in shown.mottos:
        yield f"  {'特征语' if zh else 'motto'} {motto.level}  {motto.text}"
    for child in shown.children:
        yield f"  {child.id} {child.name}"
    for clause in shown.own_clauses:
        yield f"  {clause.id}  {clause.text}"
    yield from mappings(model, standard, shown, language)


def clause(model: Model, standard: Standard, holder: Node, shown: Clause, language: str) -> Iterator[str]:
    """A clause: its text, its figures, its sources with the difference shown, the clauses made of it, its node's mappings."""
    zh = language == "zh"
    yield f"{shown.id}  {shown.text}"
    path = " / ".join(above.name for above in _path(standard, holder))
    level = next((level.name for level in standard.levels if level.number == shown.level), "")
    words = f"等级 {shown.level} {level}" if zh else f"level {shown.level} {level}"
    yield f"  {standard.id} {standard.edition}  {path}  {words}  {_place(shown.span)}"
    for requirement in shown.requirements:
        yield f"  {'指标' if zh else 'metric'}  {figure(requirement)}"
    yield from _notes(shown.notes, language, "  ")
    for origin in shown.origins:
        relation = RELATIONS[origin.relation] if zh else origin.relation
        yield f"  {'来自' if zh else 'from'} {origin.target}（{relation}）{origin.reason}".rstrip()
        if origin.clause and origin.relation != "verbatim":
            yield f"    {origin.clause.text}"
            yield f"    {difference(origin.clause.text, shown.text)}"
    for other, user, relation in _made_of(model, shown):
        said = RELATIONS[relation] if zh else relation
        yield f"  {'用于' if zh else 'used by'} {other.id}:{user.id}（{said}） {user.text}"
    yield from mappings(model, standard, holder, language)


def figure(requirement: Requirement) -> str:
    label = requirement.metric.label if requirement.metric else requirement.name
    sign = "%" if requirement.percent else ""
    return f"{label} {requirement.operator} {'..'.join(requirement.figures)}{sign}"


def mappings(model: Model, standard: Standard, shown: Node, language: str) -> Iterator[str]:
    """Every crosswalk row that has the node at either end."""
    for crosswalk in model.crosswalks:
        for row in crosswalk.rows:
            relation = RELATIONS[row.relation] if language == "zh" else row.relation
            if crosswalk.source is standard and row.subject == shown.id:
                end = crosswalk.target.nodes.get(row.target)
                name = f"{crosswalk.target.id}:{end.id} {end.name}" if end else crosswalk.target.id
                if row.relation == "none":
                    relation = "没有对应" if language == "zh" else "nothing"
                yield f"  → {name}  {relation}  {row.reason}"
            if crosswalk.target is standard and row.target == shown.id:
                start = crosswalk.source.nodes.get(row.subject)
                if start:
                    yield f"  ← {crosswalk.source.id}:{start.id} {start.name}  {relation}  {row.reason}"


def _made_of(model: Model, shown: Clause) -> Iterable[tuple[Standard, Clause, str]]:
    for standard in model.standards:
        for user in standard.clauses.values():
            for origin in user.origins:
                if origin.clause is shown:
                    yield standard, user, origin.relation


def _notes(notes: Notes, language: str, indent: str) -> Iterator[str]:
    zh = language == "zh"
    for remark in notes.remarks:
        kind = KINDS[remark.kind] if zh else remark.kind
        yield f"{indent}{kind}  {' '.join(filter(None, (remark.target, remark.text)))}"
    for erratum in notes.errata:
        yield f"{indent}{'原文作' if zh else 'printed'}“{erratum.printed}”  {erratum.reason}"


def _path(standard: Standard, shown: Node) -> tuple[Node, ...]:
    return next(path for path in standard.paths() if path[-1] is shown)


def _place(span: Span) -> str:
    return f"{span.source.path}:{span.source.position(span.start).line}"
