"""What everything in `model.json` has, as parts of a JSON Schema: notes, allowances, numbers, names, lines.

In: nothing. Out: definitions, which stand beside `notes_json` field by field.
"""

from __future__ import annotations

from generators.json_schema import EXACT, NAME, TEXT, Schema, closed, listing, one_of, or_null, ref, told, whole

NOTED: dict[str, Schema] = {
    "remarks": ref("remarks"),
    "errata": ref("errata"),
    "line": ref("line"),
}
"""What stands at the end of everything that can have notes."""


def note_definitions() -> dict[str, Schema]:
    return {**_notes(), **_values()}


def _notes() -> dict[str, Schema]:
    remark = closed(
        "备注 a note in words",
        {
            "kind": one_of(("en", "source", "note", "see"), "英文、出处、说明或参见"),
            "text": TEXT,
            "target": or_null(ref("id"), "参见的对象 what a `see` points to"),
            "line": ref("line"),
        },
    )
    erratum = closed(
        "勘误：这里的文字是更正 an erratum: the text here is the correction",
        {"printed": told(TEXT, "原文印作 what the source prints"), "reason": TEXT, "line": ref("line")},
    )
    allow = closed(
        "容许的检查发现 a finding that is known and stays",
        {
            "code": {"type": "string", "pattern": "^CT[0-9]{4}$"},
            "reason": TEXT,
            "first_line": told(ref("line"), "它所及的范围 the stretch that it covers"),
            "last_line": ref("line"),
            "line": ref("line"),
        },
    )
    return {"remarks": listing(remark), "errata": listing(erratum), "allows": listing(allow)}


def _values() -> dict[str, Schema]:
    return {
        "id": told(NAME, "标识符 an identifier"),
        "number": whole(0, "等级 a level's number"),
        "line": whole(1, "行号 1-based"),
        "exact": {"description": "精确数：整数或 p/q an exact number", "type": "string", "pattern": EXACT},
        "share": {"description": "占比，1/5 即 20% a part of one", "type": "string", "pattern": EXACT},
    }
