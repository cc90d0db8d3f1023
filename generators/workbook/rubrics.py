"""The sheet of characteristics: what each level is like beside the answers of up to eight respondents, and what these come to.

In: a book and the layout's table of rubrics. Out: the sheet, those of the results, and the cells that count what is missing and wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ctmm_dsl.assessment.strict_json import Numeral
from ctmm_dsl.findings import both
from ctmm_dsl.model import LAYERS, Descriptor, Node, Rubric
from ctmm_dsl.sheets.layout import GROUP_ROW, HEADER_ROW, IDENTITY_ROW, NAME_ROW, RESPONDENTS, TITLE_ROW, Table
from generators.workbook import rubric_groups, rubric_results, weak_spots
from generators.workbook.book import Book
from generators.workbook.formula import Formula, Ref, both_hold, call, choose, joined, lift
from generators.workbook.looks import (
    ACCENT_LIGHT,
    ANSWER,
    ANSWER_NUMBER,
    ANSWER_TEXT,
    CELL,
    CENTER,
    HEADER,
    IDENTITY,
    POOR,
    POOR_LIGHT,
    QUIET,
    STRONG,
    SUBHEADER,
)  # fmt: skip
from generators.workbook.parts import Part
from generators.workbook.rubric_steps import NO_LEVEL, NOW, NUMBERS, PLANNED, WHENS, Steps
from generators.workbook.sheet import Sheet

ABOVE_WIDTHS, LEVEL_WIDTH, ANSWER_WIDTH, FIGURE_WIDTH = {"domain": 12, "subdomain": 13, "item": 18}, 23, 5, 6
PRINT_SCALE = 62
GUIDE = (
    "只填黄色单元格。每位受访者占两列：现状是眼下的等级，规划是两年后要达到的等级，各从下拉列表选一个数；逐级往上看，整段描述都做到才算这一级。"
    "只有一位受访者时填第 1 组；姓名可填部门或代号，群体（如 政府、企业、居民）用来比较看法。各列的现状、规划、差距自动计算。"
)
Answers = dict[str, list[dict[str, Any]]]
"""For each leaf what each respondent answers."""
TOLD = {NOW: both("总体现状", "Now"), PLANNED: both("总体规划", "Planned")}
UNFINISHED = "全部特征评完才有"
BUILDS_ON = "（在第 {level} 级之上）"


def add(book: Book, table: Table) -> Part:
    if len(book.given.get("respondents") or ()) > RESPONDENTS:
        raise ValueError(f"a workbook has room for {RESPONDENTS} respondents")
    steps = Steps(book, table)
    sheet = book.sheet(table.sheet["zh"])
    _columns(book, sheet, table)
    sheet.heading(f"{book.scheme.standard.name}：{table.sheet['zh']}", GUIDE, table.column(f"now{1}") - 1)
    for column in table.columns:
        look = HEADER.but(size=8) if _narrow(column.key) else HEADER
        sheet.text(HEADER_ROW, table.column(column.key), column.header["zh"], look)
    sheet.height(HEADER_ROW, 52)
    answers = _answers_given(book)
    _respondents(book, sheet, table)
    for path in book.scheme.standard.leaf_paths():
        if isinstance(path[-1].leaf, Rubric):
            _row(book, sheet, table, path, answers)
            _summary(sheet, table, path[-1].id, steps)
    _told(sheet, table, steps)
    sheet.frozen(table.first_row, table.column(f"level{book.scheme.standard.levels[0].number}"))
    _printed(sheet, table)
    results = rubric_results.add(book, table)
    weak_spots.add(book, table)
    rubric_groups.add(book, table, steps)
    steps.add()
    answered = joined(len(table.ids) - steps.unanswered, f" / {len(table.ids)}")
    told = [(TOLD[when], _named(table, cell, steps.levels)) for when, cell in results.items()]
    told.append((both("已评特征", "Answered"), answered))
    return Part(both("特征", "characteristics"), len(table.ids), steps.unanswered, steps.invalid, tuple(told))


def _named(table: Table, figure: Ref, levels: list[int]) -> Formula:
    """A level with its name, as it heads its column."""
    found: Formula = lift(UNFINISHED)
    for level in levels:
        header = Ref(table.sheet["zh"], HEADER_ROW, table.column(f"level{level}"))
        found = choose(figure.eq(level), joined("", header), found)
    return choose(call("ISNUMBER", figure), found, UNFINISHED)


# ---- lay-out ---------------------------------------------------------------------------------------------------


def _columns(book: Book, sheet: Sheet, table: Table) -> None:
    widths = {"id": 8, "evidence": 24, "note": 20, "spread": 8}
    widths |= ABOVE_WIDTHS | dict.fromkeys(("now", "planned", "gap"), FIGURE_WIDTH)
    widths |= {f"level{level.number}": LEVEL_WIDTH for level in book.scheme.standard.levels}
    sheet.columns([widths.get(column.key, ANSWER_WIDTH) for column in table.columns])


def _narrow(key: str) -> bool:
    """Whether it is a column of a respondent."""
    return any(key.startswith(when) and key != when for when in WHENS)


def _printed(sheet: Sheet, table: Table) -> None:
    """Three pages beside each other: the levels, the answers with what they come to, the evidence."""
    last = table.column("note")
    sheet.printed(landscape=True, repeat=(HEADER_ROW, GROUP_ROW), area=(0, 0, table.last_row, last))
    sheet.worksheet.fit_page = False
    sheet.worksheet.set_print_scale(PRINT_SCALE)
    sheet.worksheet.repeat_columns(0, table.column("item") if "item" in _keys(table) else 0)
    sheet.worksheet.set_v_pagebreaks([table.column("now1"), table.column("evidence")])
    sheet.worksheet.print_across()


def _keys(table: Table) -> list[str]:
    return [column.key for column in table.columns]


def _told(sheet: Sheet, table: Table, steps: Steps) -> None:
    """How many are not answered, or wrongly, beside the title."""
    column = table.column("now1")
    for row, words, count in ((TITLE_ROW, "未评特征", steps.unanswered), (IDENTITY_ROW, "有误的格", steps.invalid)):
        sheet.text(row, column, words, IDENTITY)
        sheet.formula(row, column + 3, choose(count.eq(0), "无", joined(count, " 个")), IDENTITY.but(bold=True))
    place = (table.first_row, table.column("now"), table.last_row, table.column("planned"))
    rule = {"type": "cell", "criteria": "==", "value": f'"{NO_LEVEL}"'}
    look = sheet.book.file.add_format({"font_color": POOR, "bg_color": POOR_LIGHT, "bold": True})
    sheet.worksheet.conditional_format(*place, {**rule, "format": look})


# ---- rows ------------------------------------------------------------------------------------------------------


def _respondents(book: Book, sheet: Sheet, table: Table) -> None:
    """Who the respondents are, above their columns."""
    given = list(book.given.get("respondents") or ())
    first = table.column("now1")
    for row, key, words in (
        (NAME_ROW, "name", "受访者（姓名、部门或代号）"),
        (GROUP_ROW, "group", "群体（如 政府、企业、居民）"),
    ):
        sheet.merged(row, 0, row, first - 1, words, SUBHEADER.but(align="right"))
        for number in NUMBERS:
            column = table.column(f"now{number}")
            said = given[number - 1].get(key) if number <= len(given) else None
            look = ANSWER.but(size=9)
            sheet.worksheet.merge_range(row, column, row, column + 1, "", book.format(look))
            sheet.answer(row, column, said, look)
        for key_ in _keys(table)[table.column("now") :]:
            sheet.blank(row, table.column(key_), SUBHEADER)
        sheet.height(row, 30)


def _row(book: Book, sheet: Sheet, table: Table, path: tuple[Node, ...], answers: Answers) -> None:
    node, row = path[-1], table.row(path[-1].id)
    texts = _texts(table, path)
    for key, words in texts.items():
        look = QUIET if key == "id" else STRONG if key == LAYERS[node.layer] else CELL.but(size=9)
        sheet.text(row, table.column(key), words, look.but(valign="top") if key.startswith("level") else look)
    levels = [str(level.number) for level in book.scheme.standard.levels]
    for number in NUMBERS:
        said = answers[node.id][number - 1] if number <= len(answers[node.id]) else {}
        for when in WHENS:
            look = ANSWER_NUMBER.but(align="center", bold=when == PLANNED)
            sheet.answer(row, table.column(f"{when}{number}"), _level(said.get(when)), look)
    cells = sheet.block(row, table.column("now1"), row, table.column(f"planned{RESPONDENTS}"))
    sheet.validated(cells, {"validate": "list", "source": levels}, node.name, f"填等级：{'、'.join(levels)}")
    for key in ("evidence", "note"):
        texts[key] = "\n".join(_lines(answers[node.id], key))
        sheet.answer(row, table.column(key), texts[key], ANSWER_TEXT)
    sheet.fitted(row, {table.column(key): words for key, words in texts.items()})


def _texts(table: Table, path: tuple[Node, ...]) -> dict[str, str]:
    """What stands before the answers: the nodes, and what each level is like."""
    leaf = path[-1].leaf
    assert isinstance(leaf, Rubric)
    texts = dict.fromkeys(_keys(table)[: table.column("now1")], "")
    texts |= {"id": path[-1].id} | {LAYERS[node.layer]: node.name for node in path}
    return texts | {f"level{one.level}": _description(one) for one in leaf.descriptors}


def _description(one: Descriptor) -> str:
    return one.text + (BUILDS_ON.format(level=one.builds_on) if one.builds_on else "")


def _summary(sheet: Sheet, table: Table, node: str, steps: Steps) -> None:
    """What the respondents say together, how far the plan goes, how far they differ."""
    row, look = table.row(node), CENTER.but(bold=True, fill=ACCENT_LIGHT)
    now, planned = (sheet.formula(row, table.column(when), steps.middle(node, when), look) for when in WHENS)
    both_there = both_hold(*(call("ISNUMBER", cell) for cell in (now, planned)))
    known = choose(both_there, planned - now, "")
    sheet.formula(row, table.column("gap"), known, look.but(form="+0;−0;0"))
    told = joined(steps.spread(node, NOW), " / ", steps.spread(node, PLANNED))
    sheet.formula(row, table.column("spread"), told, CENTER)


# ---- what is already given -------------------------------------------------------------------------------------


def _answers_given(book: Book) -> Answers:
    """For each leaf what each respondent answers; without respondents the assessment's answers are those of the first."""
    given, rubrics = book.given, book.scheme.standard.rubrics
    if "respondents" in given:
        rows = [respondent.get("answers") or {} for respondent in given["respondents"] or ()]
    else:
        rows = [given.get("answers") or {}]
    return {node: [row.get(node) or {} for row in rows] for node in rubrics}


def _level(value: Any) -> int | str | None:
    if value is None or isinstance(value, int):
        return value
    text = value.text if isinstance(value, Numeral) else str(value)
    return int(text) if text.isdecimal() and text.isascii() else text


def _lines(answers: list[dict[str, Any]], key: str) -> Iterator[str]:
    for answer in answers:
        found = answer.get(key)
        yield from [found] if isinstance(found, str) else (str(one) for one in found or ())
