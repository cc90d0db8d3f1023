"""A revision as JSON: what `ctmm_dsl.revision` writes, the names of the sides, and what was agreed to.

In: what is told. Out: plain data. The changes are written there; here only numbers point to them, by their order.
"""

from __future__ import annotations

from typing import Any

from ctmm_dsl.revision import as_json
from ctmm_dsl.revision.waivers import Waiver
from generators.quoting import printable
from generators.revision.telling import Told


def told_json(told: Told) -> dict[str, Any]:
    numbers = {id(change): at for at, change in enumerate(told.changes)}
    made = as_json(told.revision)
    for place in (place for change in made["changes"] for place in (*change["old"], *change["new"]) if "file" in place):
        place["file"] = printable(place["file"])  # the name of a file may be no text at all
    return {
        **made,
        "old": told.old,
        "new": told.new,
        "waived": [{"change": numbers[id(change)], **_plain(waiver)} for change, waiver in told.judged.waived],
        "idle_waivers": [_plain(waiver) for waiver in told.judged.idle],
    }


def _plain(waiver: Waiver) -> dict[str, Any]:
    return {
        "class": waiver.grade,
        "document": waiver.document,
        "place": waiver.place,
        "reason": waiver.reason,
        "line": waiver.line,
    }
