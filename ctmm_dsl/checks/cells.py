"""CT2…, levels: the ladder itself, the cells of each leaf, labels, mottos, classes, scale, method."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ctmm_dsl.catalogue import structure as codes
from ctmm_dsl.checks.spoken import decimal, named
from ctmm_dsl.findings import ABOVE, Both, Finding, Related, both, listed
from ctmm_dsl.model import Cell, Clause, Clauses, Formula, Leaf, Method, Model, Node, Rubric, Scale, Standard
from ctmm_dsl.resolve.clauses import letter_at
from ctmm_dsl.source import Span


def levels_count_up(model: Model) -> Iterator[Finding]:
    """Levels are numbered 1, 2, 3 …"""
    for standard in model.standards:
        for expected, level in enumerate(standard.levels, 1):
            if level.number != expected:
                yield codes.LEVELS_OUT_OF_ORDER(
                    level.span, extent=standard.extent, level=level.number, expected=expected
                )
                break


def cells_complete(model: Model) -> Iterator[Finding]:
    """Every leaf has each level once, in order, with at least one clause."""
    for standard in model.standards:
        numbers = [level.number for level in standard.levels]
        for node in standard.walk():
            if isinstance(node.leaf, Clauses) and numbers:
                yield from _levels_of(node, node.leaf, numbers)
                for cell in node.leaf.cells:
                    if not cell.clauses:
                        yield codes.EMPTY_CELL(cell.span, node=named(node), level=cell.level)


def _levels_of(node: Node, leaf: Clauses, numbers: list[int]) -> Iterator[Finding]:
    seen: dict[int, Cell] = {}
    repeated: Cell | None = None
    for cell in leaf.cells:
        if seen.setdefault(cell.level, cell) is not cell:
            repeated = repeated or cell
    if repeated:  # told once: where a heading is lost, all levels come again
        first = Related(seen[repeated.level].span, ABOVE)
        yield codes.LEVEL_REPEATED(repeated.span, first, node=named(node), level=repeated.level)
    for level, expected in zip(seen, sorted(seen), strict=True):
        if level != expected:
            yield codes.LEVELS_OUT_OF_ORDER(seen[level].span, level=level, expected=expected)
            break
    missing = [number for number in numbers if number not in seen]
    if missing and not repeated and seen.keys() <= set(numbers):
        yield codes.LEVEL_MISSING(node.span, extent=node.extent, node=named(node), levels=listed(missing))


def method_has_its_leaves(model: Model) -> Iterator[Finding]:
    """A method has the rules of every kind of leaf that its standard has, and of no other."""
    for standard in model.standards:
        method = standard.method
        if method is None:
            continue
        kinds = {type(node.leaf) for node in standard.walk()}
        deducts = any(formula.deducts for formula in standard.formulas.values())
        missing = [rule for rule, kind, has in _rules_of(method) if kind in kinds and not has]
        missing += [LESS] * (deducts and not method.less_deductions)
        if missing:
            words = both("、".join(missing), " and ".join(missing))
            yield codes.METHOD_INCOMPLETE(method.span, rules=words)
        if method.less_deductions and not deducts:
            why = both("标准里没有扣分的单元", "nothing in the standard deducts")
            yield codes.RULE_OUT_OF_PLACE(method.span, extent=standard.extent, rule=LESS, why=why)
        for rule, kind, has in _rules_of(method):
            if has and kind not in kinds and not (kind is Clauses and _lent(model, standard)):
                why = both("标准里没有这样评估的单元", "the standard has no leaf that is assessed so")
                yield codes.RULE_OUT_OF_PLACE(method.span, extent=standard.extent, rule=rule, why=why)


LESS = "less deductions"


def _rules_of(method: Method) -> tuple[tuple[str, type[Leaf], bool], ...]:
    return (
        ("leaf mean of clauses", Clauses, method.ladder is not None),
        ("leaf formula", Formula, method.formulas),
        ("leaf rubric", Rubric, method.summary is not None),
    )


def _lent(model: Model, standard: Standard) -> bool:
    """Whether profiles score other standards by this one's method."""
    return any(profile.scoring is standard for profile in model.profiles) or not standard.domains


def levels_known(model: Model) -> Iterator[Finding]:
    """Every level that is written under a node is one of `levels`; a level that is not is told once."""
    for standard in model.standards:
        numbers = [level.number for level in standard.levels]
        told = set(numbers)
        for level, span in _levels_written(standard) if numbers else ():
            if level not in told:
                told.add(level)
                yield codes.LEVEL_UNKNOWN(span, extent=standard.extent, level=level, levels=listed(numbers))


def _levels_written(standard: Standard) -> Iterator[tuple[int, Span]]:
    for column in standard.columns:
        yield from ((row.level, row.span) for row in column.rows)
    for node in standard.walk():
        yield from ((motto.level, motto.span) for motto in node.mottos)
        match node.leaf:
            case Clauses():
                yield from ((cell.level, cell.span) for cell in node.leaf.cells)
            case Rubric():
                yield from ((row.level, row.span) for row in node.leaf.descriptors)


def labels_in_order(model: Model) -> Iterator[Finding]:
    """Within a cell, clauses are lettered a, b, c … or all unlettered."""
    for standard in model.standards:
        for node in standard.walk():
            for cell in node.leaf.cells if isinstance(node.leaf, Clauses) else ():
                yield from _labels(node, cell)


def _labels(node: Node, cell: Cell) -> Iterator[Finding]:
    lettered = [clause.lettered for clause in cell.clauses]
    if len(set(lettered)) > 1:
        odd = next(clause for clause in cell.clauses if clause.lettered != lettered[0])
        yield codes.LABELS_MIXED(odd.span)
        return
    first: dict[str, Clause] = {}
    for clause in cell.clauses:
        if clause.id in first:
            related = Related(first[clause.id].span, ABOVE)
            yield codes.DUPLICATE_IDENTIFIER(
                clause.span, related, extent=node.extent, id=clause.id, kind=both("条款", "clause")
            )
            return
        first[clause.id] = clause
    for position, clause in enumerate(cell.clauses):
        expected = f"{letter_at(position)})"
        if clause.lettered and clause.label != expected:
            rest = listed(f"{letter_at(place)})" for place in range(position, len(cell.clauses)))
            yield codes.LABEL_OUT_OF_ORDER(clause.span, extent=node.extent, label=clause.label, expected=rest)
            return


def mottos_complete(model: Model) -> Iterator[Finding]:
    """A node with mottos has one for each level."""
    for standard in model.standards:
        numbers = [level.number for level in standard.levels]
        for node in standard.walk():
            given = [motto.level for motto in node.mottos]
            repeated = [motto for at, motto in enumerate(node.mottos) if motto.level in given[:at]]
            for motto in repeated:
                yield codes.MOTTO_REPEATED(motto.span, node=named(node), level=motto.level)
            missing = [number for number in numbers if number not in given]
            if given and missing and not repeated and set(given) <= set(numbers):
                yield codes.MOTTO_MISSING(node.span, node=named(node), levels=listed(missing))


def classes_cover(model: Model) -> Iterator[Finding]:
    """Every level belongs to exactly one class of cities."""
    for standard in model.standards:
        if standard.classes and standard.levels:
            for span, level, how in _uncovered(standard):
                yield codes.CLASSES_DO_NOT_COVER(span, extent=standard.extent, level=level, how=how)


def _uncovered(standard: Standard) -> Iterator[tuple[Span, int | Both, Both]]:
    numbers = {level.number for level in standard.levels}
    held: dict[int, int] = {}
    for row in standard.classes:
        if row.first > row.last:
            yield row.span, row.last, both("写在了范围起点之后", "stands after the first level of its range")
        for number in range(row.first, min(row.last, row.first + len(numbers)) + 1):
            held[number] = held.get(number, 0) + 1
            if number not in numbers:
                yield row.span, number, both("并不存在", "does not exist")
            elif held[number] > 1:
                yield row.span, number, both("属于两个类别", "belongs to two classes")
    if left_out := sorted(numbers - held.keys()):
        yield standard.classes[-1].span, listed(left_out), both("不属于任何类别", "belongs to no class")


def scale_sound(model: Model) -> Iterator[Finding]:
    """A scale has two answers or more, each code and label once, points that fall from row to row within 0 and 100."""
    for standard in model.standards:
        if standard.scale:
            for what, at in _scale_faults(standard.scale):
                span = standard.scale.answers[at].span if at is not None else standard.scale.span
                yield codes.SCALE_NOT_SOUND(span, what=what)


def _scale_faults(scale: Scale) -> Iterator[tuple[Both, int | None]]:
    if len(scale.answers) < 2:
        yield both("至少要有两个答案", "it needs two answers or more"), None
        return
    words = [word for answer in scale.answers for word in {answer.code, answer.label}]
    for at, answer in enumerate(scale.answers):
        if words.count(answer.code) > 1 or words.count(answer.label) > 1:
            yield both(f"“{answer.label}”重复", f"`{answer.code} {answer.label}` is not told apart"), at
            return
    points = [answer.points for answer in scale.answers]
    for at, answer in enumerate(scale.answers):
        if not 0 <= answer.points <= 100:
            yield both(f"{decimal(answer.points)} 不在 0 到 100 之间", f"{decimal(answer.points)} is not 0 to 100"), at
        elif at and points[at] >= points[at - 1]:
            yield both("分值应逐行降低", "points fall from row to row"), at


def method_decides(model: Model) -> Iterator[Finding]:
    """The threshold lies where scores lie, so that it can be passed and can be missed."""
    held = [(standard.method, standard.scale) for standard in model.standards]
    held += [(profile.method, (profile.scoring or profile.standard).scale) for profile in model.profiles]
    for method, scale in held:
        ladder = method.ladder if method else None
        if method and ladder and scale and scale.answers:
            least, most = (extreme(answer.points for answer in scale.answers) for extreme in (min, max))
            threshold = ladder.threshold
            passed_by_all = least > threshold or (least == threshold and not ladder.strict)
            passed_by_none = most < threshold or (most == threshold and ladder.strict)
            if passed_by_all or passed_by_none:
                who = both("谁都达得到", "everybody passes") if passed_by_all else both("谁也达不到", "nobody can pass")
                yield codes.THRESHOLD_OUT_OF_RANGE(
                    method.span, threshold=decimal(threshold), who=who, least=decimal(least), most=decimal(most)
                )


def blocks_present(model: Model) -> Iterator[Finding]:
    """What a standard needs in order to mean something."""
    for standard in model.standards:
        for block, why in _missing(standard):
            extent = standard.extent if block == "method" else None
            yield codes.BLOCK_MISSING(standard.span, extent=extent, block=block, why=why)


def _missing(standard: Standard) -> Iterable[tuple[str, Both]]:
    kinds = {type(node.leaf) for node in standard.walk()}
    if not standard.edition:
        yield "edition", both("评估文件要写明标准的版本", "an assessment names the edition that it is made by")
    if Clauses in kinds and not standard.levels:
        yield "levels", both("条款分等级书写", "clauses stand under levels")
    if Rubric in kinds and not standard.levels:
        yield "levels", both("量规分等级书写", "a rubric has levels")
    if standard.method and standard.method.ladder and not standard.scale:
        yield "scale", both("有计算方法就要有评分尺度", "a method needs a scale")
    if standard.method is None and (standard.scale or kinds & {Formula, Rubric}):
        why = both("有评分尺度就要有计算方法", "a scale needs a method")
        if kinds & {Formula, Rubric}:
            why = both("公式和量规要有计算方法才有结果", "formulas and rubrics come to a result by a method")
        yield "method", why
