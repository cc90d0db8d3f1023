"""The table of values that are refused, `bad_values.md`, as data.

In: the document. Out: of each row the scheme, the text of the assessment, and what is to be said. `BASE` is what a row is put into: an
assessment with nothing wrong, as the head of the document describes it.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from ctmm_dsl.model import Quantity, Scheme
from ctmm_dsl.model.expression import reported_for
from tests import golden, strategies
from tests.referee import proof

DOCUMENT = Path(__file__).parent / "bad_values.md"
SCHEMES: dict[str, Scheme] = {
    scheme.id: scheme
    for scheme in (*strategies.shipped(), *golden.edition_of(golden.FOLDER / "mixed").schemes)
    if scheme.id in ("gbt33356-city", "harbour", "iso37107")
}


class Row(NamedTuple):
    scheme: str
    where: str
    written: str
    said: list[str]


def rows() -> list[Row]:
    """The rows of all tables."""
    found: list[Row] = []
    scheme = where = ""
    for line in DOCUMENT.read_text("utf-8").splitlines():
        if head := re.match(r"`([\w-]+)`(?:，写在 `(\w+)` 里)?$", line):
            scheme, where = head[1], head[2] or ""
        elif row := re.match(r"\| `(.*?)` \| (.*) \|$", line):
            found.append(Row(scheme, where, row[1], row[2].split("<br>")))
    return found


def text(scheme: str, where: str, written: str) -> str:
    """The file in which a row is written: its members take the place of those of the same names."""
    base = json.loads(json.dumps(BASE[scheme]))
    holder = base[where] if where else base
    for key in re.findall(r'(?:^|, )"([^"]*)": ', written):
        holder.pop(key, None)
    rest = json.dumps(base, ensure_ascii=False)
    opened = f'"{where}": {{' if where else "{"
    return rest.replace(opened, f"{opened}{written}, ", 1)


def said(scheme: str, assessment: str) -> proof.Said:
    return proof.by_referee(SCHEMES[scheme], assessment)


def _base(scheme: Scheme) -> dict[str, Any]:
    standard = scheme.standard
    data: dict[str, Any] = {"standard": standard.id, "edition": standard.edition}
    if standard.clauses or standard.rubrics:
        data["answers"] = dict.fromkeys(standard.clauses, "full")
    if standard.rubrics and standard.clauses:
        answers = {node: {"now": 1, "planned": 2} for node in standard.rubrics}
        data["respondents"] = [{"name": "甲", "group": "政府", "answers": answers}]
    elif standard.rubrics:
        data["answers"] = {node: {"now": 1, "planned": 2} for node in standard.rubrics}
    parts = {one.name for quantity in standard.quantities if quantity.whole for one in reported_for(quantity)}
    if standard.reported:
        data["values"] = {name: _value(one, 1 if name in parts else 100) for name, one in standard.reported.items()}
    return data


def _value(quantity: Quantity, usual: int) -> Any:
    if quantity.kind == "flag":
        return True
    if quantity.kind == "choice":
        return quantity.options[-1].code
    if quantity.kind == "share":
        return "50%"
    high = quantity.interval.high
    return usual if high is None or high >= usual else str(high.numerator / Decimal(high.denominator))


BASE = {name: _base(scheme) for name, scheme in SCHEMES.items()}
