"""Where each answer stands in the workbook of a scheme: one table for each kind of leaf.

In: a scheme. Out: tables with their columns and rows. The workbook is written by it and read back by it, so that the two cannot differ.
Rows and columns count from 0; cells are named as spreadsheets name them, from `A1`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ctmm_dsl.findings import Both, both
from ctmm_dsl.model import Clause, Node, Scheme

FORMAT = "ctmm-workbook 1"
"""The first line of what a workbook says about itself; another number means another layout."""

COVER = both("封面", "Cover")
CLAUSES = both("条款评估", "Clauses")
VALUES = both("数据填报", "Data")
RUBRICS = both("特征评估", "Characteristics")
META = "ctmm"
"""The sheet on which the workbook says what it is for: a key and a text in each row. Nobody needs to see it."""

TITLE_ROW, IDENTITY_ROW, HEADER_ROW = 0, 1, 3
"""Every table: its title; then what it is for, in columns A to F (`standard`, its identifier, `edition`, its text, `profile`, its
identifier), so that a table saved as CSV still says it; a line of guidance; then the header of the columns."""
RESPONDENTS = 8
"""For so many respondents there is room."""
NAME_ROW, GROUP_ROW = 4, 5
"""Of the table of rubrics, above its first row: who each respondent is, and to which group he belongs."""

SUBJECT_CELL, DATE_CELL = "C5", "C6"
"""On the cover: the city's name, and the date of the assessment."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its key, with its heading. `asked`: the city fills it in."""

    key: str
    header: Both
    asked: bool = False


@dataclass(frozen=True)
class Table:
    """A sheet with a row for each thing that is answered. `ids` are in the document's order, from `first_row` on."""

    kind: str
    sheet: Both
    columns: tuple[Column, ...]
    ids: tuple[str, ...]
    first_row: int

    @cached_property
    def _columns(self) -> dict[str, int]:
        return {column.key: at for at, column in enumerate(self.columns)}

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {id_: self.first_row + at for at, id_ in enumerate(self.ids)}

    def column(self, key: str) -> int:
        return self._columns[key]

    def row(self, id_: str) -> int:
        return self._rows[id_]

    def __contains__(self, id_: str) -> bool:
        return id_ in self._rows

    def cell(self, id_: str, key: str) -> str:
        return cell_name(self.row(id_), self.column(key))

    @property
    def last_row(self) -> int:
        return self.first_row + len(self.ids) - 1


def cell_name(row: int, column: int) -> str:
    """`C5` for row 4, column 2."""
    letters = ""
    at = column + 1
    while at:
        at, letter = divmod(at - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def tables(scheme: Scheme) -> tuple[Table, ...]:
    """The tables of a scheme, one for each kind of leaf that it has."""
    made = (_clauses(scheme), _values(scheme), _rubrics(scheme))
    return tuple(table for table in made if table.ids)


ID = Column("id", both("编号", "ID"))
TEXT = Column("text", both("条款内容", "Requirement"))
EVIDENCE = Column("evidence", both("证明材料（每行一项）", "Evidence (one a line)"), asked=True)
NOTE = Column("note", both("备注", "Remark"), asked=True)


def _above(scheme: Scheme) -> tuple[Column, ...]:
    """A column for each layer of the tree above and at the leaf, by the standard's own names."""
    keys = ("domain", "subdomain", "item")
    return tuple(Column(key, both(name, name)) for key, name in zip(keys, scheme.standard.layers, strict=False))


def _clauses(scheme: Scheme) -> Table:
    columns = (
        ID,
        *_above(scheme),
        Column("level", both("等级", "Level")),
        TEXT,
        Column("answer", both("条款满足程度", "How far it is met"), asked=True),
        Column("points", both("条款得分", "Points")),
        EVIDENCE,
        NOTE,
    )
    return Table("clauses", CLAUSES, columns, tuple(clause.id for _, clause in clauses_of(scheme)), HEADER_ROW + 1)


def _values(scheme: Scheme) -> Table:
    columns = (
        ID,
        Column("label", both("数据项", "Quantity")),
        Column("unit", both("单位", "Unit")),
        Column("basis", both("时间口径", "Time basis")),
        Column("rule", both("填报要求", "Constraint")),
        Column("serves", both("用于指标", "Indicators")),
        Column("value", both("填报值", "Value"), asked=True),
        Column("state", both("检查", "Check")),
        EVIDENCE,
        NOTE,
    )
    return Table("values", VALUES, columns, tuple(scheme.asked), HEADER_ROW + 1)


def _rubrics(scheme: Scheme) -> Table:
    levels = tuple(
        Column(f"level{level.number}", both(f"{level.number} {level.name}", f"{level.number} {level.name}"))
        for level in scheme.standard.levels
    )
    answers = tuple(
        column
        for number in range(1, RESPONDENTS + 1)
        for column in (
            Column(f"now{number}", both(f"受访者 {number} 现状", f"Respondent {number} now"), asked=True),
            Column(f"planned{number}", both(f"受访者 {number} 规划", f"Respondent {number} planned"), asked=True),
        )
    )
    columns = (
        ID,
        *_above(scheme),
        *levels,
        *answers,
        Column("now", both("现状", "Now")),
        Column("planned", both("规划", "Planned")),
        Column("gap", both("差距", "Gap")),
        Column("spread", both("认识差异", "Spread")),
        EVIDENCE,
        NOTE,
    )
    return Table("rubrics", RUBRICS, columns, tuple(scheme.standard.rubrics), GROUP_ROW + 1)


def clauses_of(scheme: Scheme) -> Iterator[tuple[tuple[Node, ...], Clause]]:
    """The clauses with the nodes above them, in the order of the rows: the document's, level by level within a leaf."""
    for path in scheme.standard.leaf_paths():
        for clause in path[-1].own_clauses:
            yield path, clause
