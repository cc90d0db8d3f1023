"""Reports on invented places: small standards, assessments written out, and the documents made of them.

`python -m tests.report_pages.examples` writes the expected pages anew; their difference is then read, not waved through.
"""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path
from typing import Any

from ctmm_dsl.assessment import Assessment, read_assessment
from ctmm_dsl.model import Model, Scheme
from ctmm_dsl.report.agreement import assessors
from ctmm_dsl.report.comparison import changes, comparison
from ctmm_dsl.report.comparison_values import Case
from ctmm_dsl.report.explain import explanation
from ctmm_dsl.report.explanation_values import Explanation
from ctmm_dsl.report.facts import facts
from ctmm_dsl.report.values import Facts
from generators.report.build import agreed, compared, report
from generators.report.markdown import markdown_bytes
from generators.report.page import Document
from tests.generators import filling
from tests.golden import FOLDER, edition_of

EXPECTED = Path(__file__).parent / "expected"

TOWN = {
    "R.1/1a": {"answer": "full", "evidence": ["《养护岗位表》", "工资单"]},
    "R.1/2a": {"answer": "half", "evidence": ["2025 年养护计划"], "note": "只有上半年的"},
    "R.1/3a": "none",
    "W.1/1a": "full",
    "W.1/1b": {"answer": "half", "note": "保护区还没有划定"},
    "W.1/2a": "half",
    "W.1/3a": "none",
    "W.1/3b": "none",
    "W.2/1a": {"answer": "full", "evidence": ["管网图（2024）"]},
    "W.2/2a": "none",
    "W.2/3a": "none",
    "W.2/3b": "none",
}
LATER = TOWN | {"R.1/2a": "full", "W.2/2a": "full", "W.1/1b": "full"}


def town(answers: dict[str, Any] | None = None, date: str = "2026-05-01", name: str = "某镇") -> dict[str, Any]:
    """An assessment of the small town; it reaches the first of three levels."""
    head = {"standard": "town", "edition": "1", "subject": {"name": name}, "date": date}
    return {**head, "answers": TOWN if answers is None else answers}


def harbour(scheme: str = "harbour") -> dict[str, Any]:
    """An assessment of the harbour, whose standard has every kind of leaf: three respondents."""
    data = filling.assessment(compiled("mixed", scheme)[1], 4, respondents=3)
    return data | {"subject": {"name": "某港"}, "date": "2026-05-01"}


@cache
def compiled(case: str, scheme: str) -> tuple[Model, Scheme]:
    edition = edition_of(FOLDER / case)
    return edition.model, next(one for one in edition.schemes if one.id == scheme)


def read(data: dict[str, Any], scheme: Scheme, *, partial: bool = False) -> Assessment:
    found = read_assessment(json.dumps(data, ensure_ascii=True), scheme, partial=partial)
    assert isinstance(found, Assessment), [problem.message("en") for problem in found]
    return found


def known(case: str, scheme: str, data: dict[str, Any], *, partial: bool = False) -> tuple[Facts, Explanation]:
    """What a report is made of."""
    model, chosen = compiled(case, scheme)
    assessment = read(data, chosen, partial=partial)
    found = facts(model, chosen, assessment)
    return found, explanation(found.result, assessment)


def page(case: str, scheme: str, data: dict[str, Any], language: str = "zh", *, partial: bool = False) -> Document:
    return report(*known(case, scheme, data, partial=partial), language)


def cases() -> tuple[Scheme, tuple[Case, ...]]:
    """The town in two years."""
    _, scheme = compiled("two-layers", "town")
    before, after = read(town(), scheme), read(town(LATER, "2027-05-01"), scheme)
    return scheme, (Case("2026", before), Case("2027", after))


def two_years(language: str = "zh") -> Document:
    scheme, (before, after) = cases()
    return compared(comparison(scheme, (before, after)), [changes(scheme, before, after)], language)


def two_assessors(language: str = "zh") -> Document:
    scheme, (one, other) = cases()
    return agreed(scheme, assessors(scheme, one, other), language)


def pages() -> dict[str, Document]:
    """The pages that are kept, by the names of their files."""
    return {
        "town.zh.md": page("two-layers", "town", town()),
        "town.en.md": page("two-layers", "town", town(), "en"),
        "town-partial.zh.md": page("two-layers", "town", town({"R.1/1a": "full", "W.1/1a": "full"}), partial=True),
        "harbour.zh.md": page("mixed", "harbour", harbour()),
        "harbour-strict.en.md": page("mixed", "harbour-strict", harbour("harbour-strict"), "en"),
        "two-years.zh.md": two_years(),
        "two-assessors.en.md": two_assessors("en"),
    }


if __name__ == "__main__":
    EXPECTED.mkdir(exist_ok=True)
    for name, document in pages().items():
        (EXPECTED / name).write_bytes(markdown_bytes(document))
        sys.stdout.write(f"{name}\n")
