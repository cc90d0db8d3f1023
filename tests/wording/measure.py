"""What the rules on wording find in sentences that were labelled by reading: precision and recall, exactly.

In: the labelled sets beside this file, a line a sentence (or a pair of neighbouring levels), with the codes that a careful editor would
give it. Out: for each rule how many of the sentences it is right about. Every line is a small standard of its own.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path

from ctmm_dsl.checks import check
from ctmm_dsl.pipeline import compile_sources
from ctmm_dsl.source import Source

HERE = Path(__file__).parent
SETS = {
    "sentences": ("CT8009", "CT8010", "CT8011", "CT8013"),
    "pairs": ("CT8006", "CT8012"),
    "names": ("CT8014", "CT8015", "CT8016", "CT8018"),
    "unused": ("CT8017",),
}
"""The sets, and the rules that each is labelled for."""
FRESH = ".fresh"
"""The sets with this in their names were labelled after the rules were done; no rule was mended for them."""
RULES = tuple(sorted(code for codes in SETS.values() for code in codes))

_LEVELS = "levels\n  1 基础级\n  2 发展级\n"
_NAMES = (HERE / "names.ctmm.txt").read_text("utf-8")


@dataclass(frozen=True)
class Line:
    """A labelled line: the small standard, the codes that it deserves, the codes that it is given."""

    where: str
    labels: frozenset[str]
    found: frozenset[str]


@dataclass(frozen=True)
class Measure:
    """Of a rule: how many lines it was tried on, how many deserve it, how many it found, and how many of these rightly."""

    code: str
    tried: int
    deserving: int
    found: int
    right: int

    @property
    def precision(self) -> Fraction:
        return Fraction(self.right, self.found) if self.found else Fraction(1)

    @property
    def recall(self) -> Fraction:
        return Fraction(self.right, self.deserving) if self.deserving else Fraction(1)


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _standard(number: int, name: str, row: dict[str, str]) -> str:
    head = f"standard s{number} 示例标准\n  edition  2026\n  layers   能力域\n"
    tree = "domain AR 适数化改革\n  level 1\n    - {}\n  level 2\n    - {}\n"
    name = name.removesuffix(FRESH)
    if name == "pairs":
        return head + _LEVELS + tree.format(row["lower"], row["higher"])
    if name == "unused":
        plain = row["declared"].isascii()
        declared = (
            f"abbreviation {row['declared']} 所声明的\nabbreviation DNS 域名系统\n"
            if plain
            else f"term 3.1 {row['declared']}\n  所声明的概念。\nterm 3.2 设施\n  另一概念。\n"
        )
        used = "建成DNS设施"
        return (
            head
            + declared
            + _LEVELS
            + "domain XX 一\n  level 1\n    - "
            + used
            + "\n  level 2\n    - "
            + row["text"]
            + "\n"
        )
    said = row["text"].split("‖")
    context = _NAMES if name == "names" else _LEVELS + tree.format("第一项", "第二项")
    if row["kind"] == "prose":
        return head + context + "section 9 总则\n" + "".join(f"  {paragraph}\n" for paragraph in said)
    return head + context + f"domain ZZ 其他\n  level 1\n    - {said[0]}\n  level 2\n    - 第二项\n"


@cache
def lines(name: str) -> tuple[Line, ...]:
    """The lines of a set, checked all at once."""
    told = rows(name)
    sources = [Source(f"{number}.ctmm", _standard(number, name, row)) for number, row in enumerate(told)]
    found: dict[str, set[str]] = {source.path: set() for source in sources}
    for finding in check(compile_sources(sources).model):  # before one finding silences another
        found[finding.span.source.path].add(finding.code)
    return tuple(
        Line(
            " | ".join(value for key, value in row.items() if key in ("text", "lower", "higher", "declared")),
            frozenset(row["labels"].split(",")) - {"-"},
            frozenset(found[source.path]),
        )
        for row, source in zip(told, sources, strict=True)
    )


def measures(kind: str = "") -> Iterator[Measure]:
    """Every rule's measure, by its code, on the sets of a kind."""
    for code in RULES:
        (name,) = [name for name, codes in SETS.items() if code in codes]
        tried = lines(name + kind)
        yield Measure(
            code,
            len(tried),
            sum(code in line.labels for line in tried),
            sum(code in line.found for line in tried),
            sum(code in line.labels & line.found for line in tried),
        )
