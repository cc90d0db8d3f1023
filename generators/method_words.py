"""How a standard comes to its result, in words: of clauses a level, of formulas a total, of rubrics a profile.

In: a standard with a method. Out: a section. Sources: the key indicators, chapter 三 (二) to (五) with table 9; GB/T 33356-2022,
chapter 7; for rubrics what the standard's own `method` declares, since ISO/TS 37107 leaves it open.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl.checks.spoken import decimal, layer_name
from ctmm_dsl.model import Formula, Ladder, Node, Rubric, Scale, Standard, Summary
from ctmm_dsl.scheme import ALL, sibling_groups, whole_of
from generators.formula_tables import most_deducted
from generators.layout import CORNER
from generators.markdown_page import Section, Table
from generators.naming import layer_names, layers_in_use, level_number, level_title


def method_section(standard: Standard) -> Section | None:
    """The method of a standard as far as its leaves need it; none where there is none."""
    method = standard.method
    if method is None:
        return None
    by_clauses = method.ladder if standard.scale else None
    by_formulas, by_rubrics = standard.formulas and method.formulas, method.summary if standard.rubrics else None
    words: list[str] = []
    if by_clauses:
        words += _of_clauses(standard, by_clauses)
    if by_formulas:
        words += _of_formulas(standard)
    if by_clauses or by_formulas:
        words += _of_branches(standard, by_clauses)
    if by_rubrics:
        words += _of_rubrics(standard, by_rubrics)
    table = _ladder(standard, by_clauses, standard.scale) if by_clauses and standard.scale else None
    return Section("计算方法", paragraphs=tuple(words), table=table) if words else None


# ---- clauses ---------------------------------------------------------------------------------------------------


def _ladder(standard: Standard, ladder: Ladder, scale: Scale) -> Table | None:
    """How answers become a level, as table 9."""
    most = decimal(max(answer.points for answer in scale.answers))
    sign = "<" if ladder.strict else "≤"
    span = f"{decimal(ladder.threshold)} {sign} N ≤ {most}"
    rows = tuple(
        (level_title(level), span, _condition(ladder, level.number, first=at == 0))
        for at, level in enumerate(standard.levels)
    )
    return Table((CORNER, "对应得分区间", "前置条件"), rows) if rows else None


def _condition(ladder: Ladder, number: int, *, first: bool) -> str:
    if first or not ladder.one_by_one:
        return "无"
    return f"达到{level_number(number - 1)}水平后再进行{level_number(number)}评估"


def _of_clauses(standard: Standard, ladder: Ladder) -> Iterator[str]:
    """The formula C in words, with the standard's own names of its layers."""
    leaves = layer_names(
        standard, (node.layer for node in standard.leaves() if not isinstance(node.leaf, Formula | Rubric))
    )
    spread = "该等级及以下各等级的全部条款数量" if ladder.cumulative else "该等级自身的条款数量"
    yield f"{leaves}得分 C = Σ 各条款得分 A ÷ 条款数量 M，其中 M 是{spread}。"


# ---- formulas --------------------------------------------------------------------------------------------------


def _of_formulas(standard: Standard) -> Iterator[str]:
    leaves = [node for node in standard.leaves() if isinstance(node.leaf, Formula)]
    names = layer_names(standard, (node.layer for node in leaves if node.weighs))
    if names:
        yield f"{names}的得分按各自的计算方法算出，以 100 分计；分项分数是得分乘以权重。"
    if standard.of_total:
        outer = layer_names(
            standard, (node.layer for node in standard.walk() if node.layer < max(layers_in_use(leaves)))
        )
        inner = layer_name(standard, max(layers_in_use(leaves)))
        yield f"{outer}的权重是占总分的百分比，{inner}的权重是占其上一层的百分比。"


def _deductions(standard: Standard) -> str:
    """The outermost nodes that only deduct, and how much at most."""
    found: list[Node] = []
    for path in standard.paths():
        if path[-1].deducts and not path[-1].weighs and not any(above in found for above in path[:-1]):
            found.append(path[-1])
    return "、".join(f"{node.name}（{node.id}，{most_deducted(node)}）" for node in found)


# ---- branches --------------------------------------------------------------------------------------------------


def _of_branches(standard: Standard, ladder: Ladder | None) -> Iterator[str]:
    """The weighted sums D and N in words; what is deducted; the way up the ladder."""
    inner = layers_in_use(node for node in standard.walk() if node.children and node.weighs)
    symbol = " D" if ladder and len(inner) == 1 else ""
    for layer in reversed(inner):
        nodes = [node for node in standard.walk() if node.layer == layer]
        below = layer_names(standard, (child.layer for node in nodes for child in node.children if child.weighs))
        whole = f"÷ {layer_name(standard, layer)}权重" if _parts_of_total(standard, nodes) else ""
        yield f"{layer_name(standard, layer)}得分{symbol} = Σ（{below}得分 × {below}权重）{whole}。"
    if standard.domains:
        outermost = layer_name(standard, 0)
        deducted = "− Σ 扣分" if any(node.deducts for node in standard.domains) else ""
        total = "成熟度等级得分 N" if ladder else "总分"
        yield f"{total} = Σ（{outermost}得分 × {outermost}权重）{deducted}。"
        if deducted:
            yield f"只扣分、没有权重的有：{_deductions(standard)}。"
    if ladder and not ladder.one_by_one:
        yield "所达到的等级是得分符合的最高等级，不要求逐级达到。"


def _parts_of_total(standard: Standard, nodes: list[Node]) -> bool:
    """Whether the weights below some nodes are parts of the total, and not of the node."""
    return standard.of_total and any(
        parent in nodes and whole_of(standard, parent, group) != ALL for parent, group in sibling_groups(standard)
    )


# ---- rubrics ---------------------------------------------------------------------------------------------------

MIDDLE = {
    "low": "低中位数（从低到高排列，取正中的一个；正中有两个的，取较低的一个）",
    "high": "高中位数（从低到高排列，取正中的一个；正中有两个的，取较高的一个）",
}


def _of_rubrics(standard: Standard, summary: Summary) -> Iterator[str]:
    leaves = layer_names(standard, (node.layer for node in standard.leaves() if isinstance(node.leaf, Rubric)))
    yield f"每个{leaves}评两次：现在的级别和计划的级别。结果首先是各级别上各有几个{leaves}，然后才是下面的数。"
    if summary.respondents == summary.leaves:
        yield f"几个人评同一个{leaves}的，和几个{leaves}合为一个数的，都取{MIDDLE[summary.leaves]}。"
    else:
        yield f"几个人评同一个{leaves}的，取{MIDDLE[summary.respondents]}。"
        yield f"几个{leaves}合为一个数的，取{MIDDLE[summary.leaves]}。"
    yield f"已经达到的级别，是各{leaves}中最低的级别。"
