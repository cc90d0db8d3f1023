"""A workbook held against the one that is generated for its scheme: every formula, every constant, what may be entered where, protection.

In: a workbook as it was handed in, filled in or not, and the generated one. Out: what there is, counted, and each cell that differs. How a
program writes a formula when it saves the file again (blanks, capitals, quotation marks around a sheet's name, the digits of a number) does
not count; what stands in answer cells is the city's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ctmm_dsl.findings import Both, both
from ctmm_dsl.sheets.grid import Cell, Grid
from ctmm_dsl.sheets.layout import cell_name
from ctmm_dsl.sheets.workbook import Workbook
from generators.workbook.functions import FUNCTIONS
from generators.workbook.respelled import constant, formula, functions_in
from generators.workbook.rules_of_entry import Entries, Rule

LONGEST = 120


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs, and where: a cell (`结果!L16`), a sheet, or the workbook (empty)."""

    place: str
    words: Both


@dataclass(frozen=True)
class Audit:
    """What a workbook holds, beside what it should, and every difference. `rules`: what each answer cell may hold, in words of its own."""

    sheets: int
    formulas: tuple[int, int]
    constants: tuple[int, int]
    functions: tuple[str, ...]
    protected: tuple[int, int]
    rules: tuple[tuple[str, str], ...]
    differences: tuple[Difference, ...]


def audit(found: Workbook, made: Workbook) -> Audit:
    """Both are read whole."""
    pairs = [(made.grid(name) or Grid(name, {}), found.grid(name)) for name in made.names]
    grids = [grid for _, grid in pairs if grid]
    wholes = [whole for whole, _ in pairs]
    used = sorted({name for grid in grids for cell in grid.cells.values() for name in functions_in(cell.formula or "")})
    return Audit(
        sheets=len(grids),
        formulas=(_formulas(grids), _formulas(wholes)),
        constants=(_constants(grids, wholes), _constants(wholes, wholes)),
        functions=tuple(used),
        protected=(sum(grid.protected for grid in grids), sum(whole.protected for whole in wholes)),
        rules=tuple(rule for whole, grid in pairs if grid for rule in _rules(whole, grid)),
        differences=tuple(_differences(found, made, pairs, used)),
    )


def _formulas(grids: list[Grid]) -> int:
    return sum(cell.formula is not None for grid in grids for cell in grid.cells.values())


def _constants(grids: list[Grid], wholes: list[Grid]) -> int:
    """Texts and numbers outside the answer cells."""
    open_ = {whole.name: whole.unlocked for whole in wholes}
    return sum(cell.formula is None and at not in open_[grid.name] for grid in grids for at, cell in grid.cells.items())


def _rules(made: Grid, found: Grid) -> Iterator[tuple[str, str]]:
    entries = Entries(found.validations)
    for at in sorted(made.unlocked):
        yield found.place(*at), str(entries.at(*at) or "—")


# ---- what differs ----------------------------------------------------------------------------------------------


def _differences(
    found: Workbook, made: Workbook, pairs: list[tuple[Grid, Grid | None]], used: list[str]
) -> Iterator[Difference]:
    yield from _of_book(found, made)
    for name in used:
        if name not in FUNCTIONS:
            yield Difference("", both(f"用了名单之外的函数 {name}", f"uses {name}, a function that is not on the list"))
    for whole, grid in pairs:
        if grid is None:
            yield Difference(whole.name, both("缺少这张工作表", "the sheet is missing"))
        else:
            yield from _of_sheet(whole, grid)


def _of_book(found: Workbook, made: Workbook) -> Iterator[Difference]:
    for name in found.names:
        if name not in made.names:
            yield Difference(name, both("多出的工作表", "a sheet that is not generated"))
    for name in made.defined:
        if formula(found.defined.get(name, "")) != formula(made.defined[name]):
            told = found.defined.get(name) or "—"
            yield Difference("", both(f"名称 {name} 指向 {told}", f"the name {name} stands for {told}"))
    for part in found.parts:
        if "vbaproject" in part or "externallink" in part:
            yield Difference(
                "", both(f"含有 {part}：不应有宏或外部链接", f"holds {part}: macros or links to other files")
            )


def _of_sheet(made: Grid, found: Grid) -> Iterator[Difference]:
    if made.protected and not found.protected:
        yield Difference(found.name, both("工作表保护被取消", "the sheet is no longer protected"))
    for at in sorted({*made.cells, *found.cells}):
        if at in made.unlocked:
            cell = found.cells.get(at)
            if cell and cell.formula is not None:
                said = _cut("=" + cell.formula)
                yield Difference(
                    found.place(*at), both(f"填报单元格里是公式 {said}", f"an answer cell holds a formula, {said}")
                )
        elif words := _of_cell(made.cells.get(at), found.cells.get(at)):
            yield Difference(found.place(*at), words)
    for at in sorted(found.unlocked - made.unlocked):
        yield Difference(found.place(*at), both("单元格的保护被取消", "the cell is no longer protected"))
    yield from _of_rules(made, found)


def _of_cell(made: Cell | None, found: Cell | None) -> Both | None:
    """What is the matter with a cell that nobody fills in; None where nothing is."""
    if made and made.formula is not None:
        return _of_formula(made.formula, found)
    expected = constant(made.value) if made else ""
    stands = found.formula is not None if found else False
    said = _cut(("=" + (found.formula or "")) if stands and found else constant(found.value) if found else "") or "—"
    if not stands and expected == (constant(found.value) if found else ""):
        return None
    if not made:
        return both(f"多出内容：{said}", f"something that is not generated: {said}")
    told = _cut(expected)
    return both(f"应为 {told}，现在是 {said}", f"should be {told}, but is {said}")


def _of_formula(made: str, found: Cell | None) -> Both | None:
    told = _cut("=" + made)
    if found is None or found.formula is None:
        left = f"，只剩 {_cut(constant(found.value))}" if found else ""
        left_en = f", only {_cut(constant(found.value))} is left" if found else ""
        return both(f"公式被删除{left}；应为 {told}", f"the formula was deleted{left_en}; it should be {told}")
    if formula(found.formula) == formula(made):
        return None
    said = _cut("=" + found.formula)
    return both(
        f"公式被改动：应为 {told}，现在是 {said}", f"the formula was altered: it should be {told}, but is {said}"
    )


def _of_rules(made: Grid, found: Grid) -> Iterator[Difference]:
    """Answer cells that let other things in than they should."""
    expected, there = Entries(made.validations), Entries(found.validations)
    for at in sorted(made.unlocked):
        rule, other = expected.at(*at), there.at(*at)
        if rule != other and (rule or Rule()).kind != "none":
            words = both(
                f"校验应为 {rule}，现在是 {other or '—'}", f"its validation should be {rule}, but is {other or '—'}"
            )
            yield Difference(f"{found.name}!{cell_name(*at)}", words)


def _cut(said: Any) -> str:
    words = str(said)
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
