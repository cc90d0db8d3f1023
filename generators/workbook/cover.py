"""The cover: what this workbook is, how to fill it in, whose it is, and how it stands.

In: the lines of the result. Out: cells. The city's name and the date stand where `ctmm_dsl/sheets/layout.py` says.
"""

from __future__ import annotations

from collections.abc import Sequence

from ctmm_dsl.sheets.layout import DATE_CELL, SUBJECT_CELL, Table, cell_name
from generators.workbook.formula import Formula
from generators.workbook.looks import (
    ACCENT,
    ACCENT_LIGHT,
    ANSWER_TEXT,
    CELL,
    IDENTITY,
    MUTED,
    QUIET,
    STRONG,
    TITLE,
    Look,
)
from generators.workbook.sheet import LINE_HEIGHT, PADDING, Sheet
from generators.workbook.texts import lines

WIDTHS = (3, 24, 62, 3)
LABEL, FIELD = 1, 2
SUBJECT_ROW, DATE_ROW = 4, 5
RESULT_ROW = 12
LABELS: Look = CELL.but(bold=True, fill=ACCENT_LIGHT)


def add(sheet: Sheet, told: Sequence[tuple[str, Formula]], tables: Sequence[Table]) -> None:
    sheet.columns(WIDTHS)
    _title(sheet)
    _fields(sheet)
    row = RESULT_ROW
    if told:
        sheet.section(row - 1, LABEL, "当前结果 Result so far")
        for at, (label, formula) in enumerate(told):
            sheet.text(row, LABEL, label, LABELS)
            sheet.formula(
                row, FIELD, formula, STRONG.but(size=14 if at == 0 else 10, color=ACCENT if at == 0 else STRONG.color)
            )
            sheet.height(row, 34 if at == 0 else 26)
            row += 1
        row += 2
    last = _steps(sheet, row, tables)
    sheet.printed(landscape=False, area=(0, 0, last, len(WIDTHS) - 1), one_page=True)


def _title(sheet: Sheet) -> None:
    standard, profile = sheet.book.scheme.standard, sheet.book.scheme.profile
    sheet.merged(0, 0, 0, len(WIDTHS) - 1, "", Look(fill=ACCENT))
    sheet.height(0, 8)
    name = standard.name
    sheet.merged(1, LABEL, 1, FIELD, name, TITLE.but(size=18, wrap=True))
    sheet.height(1, lines(name, sum(WIDTHS[1:3]) * 5 // 9) * 28 + PADDING)
    words = f"自评工作簿 · {profile.name}" if profile else "自评工作簿 · Self-assessment workbook"
    sheet.merged(2, LABEL, 2, FIELD, words, Look(size=11, color=MUTED, wrap=True, valign="top"))
    sheet.height(2, lines(words, sum(WIDTHS[1:3])) * LINE_HEIGHT + PADDING)


def _fields(sheet: Sheet) -> None:
    standard, profile, given = sheet.book.scheme.standard, sheet.book.scheme.profile, sheet.book.given
    assert cell_name(SUBJECT_ROW, FIELD) == SUBJECT_CELL and cell_name(DATE_ROW, FIELD) == DATE_CELL
    sheet.text(SUBJECT_ROW, LABEL, "城市 City", LABELS)
    sheet.answer(SUBJECT_ROW, FIELD, str((given.get("subject") or {}).get("name") or ""), ANSWER_TEXT.but(bold=True))
    sheet.text(DATE_ROW, LABEL, "评估日期 Date", LABELS)
    sheet.answer(DATE_ROW, FIELD, str(given.get("date") or ""), ANSWER_TEXT)
    sheet.validated(sheet.block(DATE_ROW, FIELD, DATE_ROW, FIELD), {"validate": "any"}, "评估日期", "如 2026-05-01")
    about = [("标准 Standard", f"{standard.name}（{standard.id}）"), ("版本 Edition", standard.edition)]
    about += [("评估方案 Profile", f"{profile.name}（{profile.id}）")] if profile else []
    about += [("规范摘要 Digest", sheet.book.digest)]
    for row, (label, words) in enumerate(about, DATE_ROW + 1):
        sheet.text(row, LABEL, label, LABELS)
        sheet.text(row, FIELD, words, QUIET.but(size=8, wrap=False) if label.startswith("规范") else CELL)
        sheet.fitted(row, {FIELD: "" if label.startswith("规范") else words})
    for row in (SUBJECT_ROW, DATE_ROW):
        sheet.height(row, 26)


def _steps(sheet: Sheet, row: int, tables: Sequence[Table]) -> int:
    sheet.section(row - 1, LABEL, "填写步骤 How to fill in")
    filled = "、".join(f"“{table.sheet['zh']}”" for table in tables)
    filled_en = ", ".join(table.sheet["en"] for table in tables)
    steps = (
        ("填写城市和日期。", "Enter city and date above."),
        (
            f"在{filled}表的黄色单元格中作答；其余单元格受保护。",
            f"Answer in the yellow cells of {filled_en}; all else is protected.",
        ),
        ("证明材料每行一项，备注可不填。", "One piece of evidence a line; remarks are optional."),
        (
            "结果随填随算，见“结果”等各表；“无效”或检查列有字处须改正。",
            "Results follow at once; mend whatever is marked.",
        ),
        (
            "保存后可用 ctmm score 复核，结果应与本表一致。",
            "ctmm score reads this file back and gives the same result.",
        ),
    )
    for number, (zh, en) in enumerate(steps, 1):
        sheet.text(row, LABEL, f"第 {number} 步", Look(bold=True, color=ACCENT, align="right", indent=1, valign="top"))
        words = f"{zh}\n{en}"
        sheet.text(row, FIELD, words, Look(wrap=True, valign="top"))
        sheet.fitted(row, {FIELD: words})
        row += 1
    note = (
        "本工作簿由标准文本自动生成；各表公式可逐格查看，隐藏的“计算”表可取消隐藏。Generated from the standard's text."
    )
    sheet.merged(row + 1, LABEL, row + 1, FIELD, note, IDENTITY.but(wrap=True))
    sheet.height(row + 1, 34)
    return row + 2
