"""One slip, one finding, at its place: a small standard of formulas and one of rubrics, broken in every way that a hand breaks them.

In: `calculated/`: a standard of formulas with a profile that chooses its readings, and a standard of rubrics. Every slip is told once: on
its line (the finding itself, or a place that it points to), in its block, or, where a name has gone, at what goes by that name.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ctmm_dsl.findings import Finding
from ctmm_dsl.pipeline import compile_sources
from ctmm_dsl.source import Source
from tests.language.hands import Broken, Slip, deleting, doubling, next_digit, replacing, swapping

FOLDER = Path(__file__).parent / "calculated"
FILES = {path.name: path.read_text("utf-8") for path in sorted(FOLDER.iterdir())}
TOGETHER = (("points.ctmm", "other-reading.ctmm"), ("steps.ctmm",))
"""The files that are compiled together: a profile has a standard."""

LINE, BLOCK, NAME = "on the line", "in the block", "where the name is missed"
"""How near to the slip the finding is."""

QUANTITY = r"(?:items_\w+|platform|realtime|warning|apps|reports\w*|area\w*|renewal|satisfaction|open_share|breaches|judged|leadership)"
USED = rf"(?<=[ (])(?:{QUANTITY}|b\d)(?=[ )]|$)"
READ = (
    r"(?:(?<=[*/+=] )|(?<=[*/+(] )|(?<=\()|(?<=tier )|(?<=choose )|(?<=if )|(?<=per )|(?<=gate )|(?<=@within ))"
    rf"(?:{QUANTITY}|b\d)"
)
DECLARED = rf"(?<=^quantity ){QUANTITY}|(?<=let )b\d"
KIND = r"count|amount|share|flag|choice|score|points"
ROW = r"    (?:>= .*|else|gate \w+|\w+)"


def _twice_its_end(match: re.Match[str]) -> str:
    return match[0] + match[0][-1]


def _turned(match: re.Match[str]) -> str:
    """The first two letters of a keyword changed round."""
    return match[0][1] + match[0][0] + match[0][2:]


def _wide(match: re.Match[str]) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) if sign.isalnum() else sign for sign in match[0])


def _other_kind(match: re.Match[str]) -> str:
    other = {"count": "share", "amount": "count", "share": "flag", "choice": "flag"}
    return f"{match[1]} {other[match[2]]}"


LINE_WORDS = (
    "let|data|score|deduct|range|option|reading|clause|table|gate|per|leaf|parent|weights|layers|edition|column|rubric|support|relates"
    "|respondents|summary|reached"
)
INNER_WORDS = (
    "tier|checklist|choose|up to|each|empty|if|then|else|min|at point|over period|of total|formula|weighted sum|less deductions"
    "|low median|minimum"
)
BEGINNING = rf"(?<=^  )(?:{LINE_WORDS})(?= )|(?<=^    )(?:gate|per|score)(?= )"

CALCULATED: dict[str, tuple[Slip, str]] = {
    "a quantity deleted": (deleting(r"quantity "), NAME),
    "a quantity without its heading": (deleting(r"quantity ", alone=True), NAME),
    "a range deleted": (deleting(r"  range (1|>|0)"), BLOCK),
    "a whole deleted": (deleting(r"  @within (?!items_total$)"), NAME),
    "an option deleted": (deleting(r"  option "), NAME),
    "an option's points deleted": (deleting(r"    (none|set_up|working) "), BLOCK),
    "a part deleted": (deleting(r"  let "), BLOCK),
    "a score deleted": (deleting(r" +(score|deduct) "), BLOCK),
    "a gate deleted": (deleting(r"    gate "), BLOCK),
    "an entry deleted": (deleting(r"    (realtime|per) "), BLOCK),
    "the best step deleted": (deleting(r"    >= 90%  "), BLOCK),
    "the rest of a tier deleted": (deleting(r"    else "), BLOCK),
    "a rule of the method deleted": (deleting(r"  (leaf|parent) "), BLOCK),
    "no deductions in the method": (replacing(r", less deductions$", ""), BLOCK),
    "the whole of the weights deleted": (deleting(r"  weights "), NAME),
    "an edition deleted": (deleting(r"  edition"), BLOCK),
    "layers deleted": (deleting(r"  layers"), NAME),
    "the heading of an item deleted": (deleting(r"item ", alone=True), NAME),
    "the heading of a sub-domain deleted": (deleting(r"subdomain ", alone=True), NAME),
    "the heading of a domain deleted": (deleting(r"domain ", alone=True), NAME),
    "an allowance deleted": (deleting(r"  @allow "), BLOCK),
    "a reading deleted": (deleting(r"  reading "), NAME),
    "a weight of a profile deleted": (deleting(r"  L\S+ +50%"), BLOCK),
    "a quantity doubled": (doubling(r"quantity "), LINE),
    "an item doubled": (doubling(r"item "), LINE),
    "a heading doubled": (doubling(r"(subdomain|domain) "), LINE),
    "a row doubled": (doubling(r"    (?!score)\S"), LINE),
    "a part doubled": (doubling(r"  let "), LINE),
    "a score doubled": (doubling(r" +(score|deduct) "), LINE),
    "a line of a quantity doubled": (doubling(r"  (range|option|@within)"), LINE),
    "a reading doubled": (doubling(r"  reading "), LINE),
    "a data line doubled": (doubling(r"  data "), LINE),
    "a row of a profile doubled": (doubling(r"  L\d"), LINE),
    "a block of a profile doubled": (doubling(r"(readings|weights)$"), LINE),
    "a rule of the method doubled": (doubling(r"  (leaf|parent) "), LINE),
    "a name misspelt where it is read": (replacing(READ, _twice_its_end), LINE),
    "a name misspelt where it is declared": (replacing(DECLARED, _twice_its_end), NAME),
    "a part by the name of the one before": (replacing(r"(?<=let b)([23])", lambda match: str(int(match[1]) - 1)), LINE),
    "a quantity by the name of another": (replacing(r"^quantity (?!items_total)\w+", "quantity items_total"), LINE),
    "a part twice in a sum": (replacing(r"b1 \+ b2$", "b1 + b1"), BLOCK),
    "a part left out of a sum": (replacing(r" \+ b[23]$", ""), BLOCK),
    "a name with a capital": (replacing(READ, lambda match: match[0].capitalize()), LINE),
    "a name in full-width letters": (replacing(USED, _wide), LINE),
    "a keyword at the start of a line misspelt": (replacing(BEGINNING, _turned), LINE),
    "a keyword misspelt": (replacing(rf"(?<= )(?:{INNER_WORDS})(?= |$|\()", _turned), LINE),
    "a heading misspelt": (replacing(r"^([a-z])([a-z])([a-z]+)(?= |$)", r"\2\1\3"), LINE),
    "a kind misspelt": (replacing(rf"(?<= )(?:{KIND})(?= \S+ (?:at|over)| (?:at|over))", _turned), LINE),
    "no equals sign": (replacing(r" = ", " "), LINE),
    "a bracket missing": (replacing(r"[()]", ""), LINE),
    "a bracket doubled": (replacing(r"(?<!（)[()]", lambda match: match[0] * 2), LINE),
    "an operator missing": (replacing(r"(?<=[a-z0-9)]) [*/+] (?=[a-z0-9(])", " "), LINE),
    "an operator doubled": (replacing(r"(?<=[a-z0-9)]) ([*/+]) (?=[a-z0-9(])", r" \1 \1 "), LINE),
    "an operand missing": (replacing(r"(?<= [*/+] )[a-z0-9_]+(?:\.\d+)?(?![\w(])", ""), LINE),
    "a comma for a decimal point": (replacing(r"(?<=[ (]\d)\.(?=\d[ ,)])", ","), LINE),
    "a thousand with its comma": (replacing(r"(?<= )100(?= \*)", "1,000"), LINE),
    "a kind left out": (replacing(rf"^(quantity \S+ \S+) (?:{KIND})(?= )", r"\1"), LINE),
    "a unit left out": (replacing(r"^(quantity \S+ \S+ amount) \S+", r"\1"), LINE),
    "another unit": (replacing(r"^(quantity (?:items|reports|area)\S* \S+ (?:count|amount)) \S+(?= (?:at|over))", r"\1 里"), BLOCK),
    "another kind": (replacing(r"^(quantity (?!renewal)\S+ \S+) (count|amount|share|choice)(?= )", _other_kind), BLOCK),
    "a flag that counts": (replacing(r"^(quantity \S+ \S+) flag", r"\1 count"), LINE),
    "no time": (replacing(r" (?:at point|over period)$", ""), LINE),
    "no label": (replacing(rf"^(quantity \S+) \S+(?= (?:{KIND}))", r"\1"), LINE),
    "a label with a blank": (replacing(r"^(quantity \S+ .)", r"\1 "), LINE),
    "no per-cent sign in a weight": (replacing(r"(?<=\d)%$", ""), LINE),
    "a row without points": (replacing(rf"^({ROW}) +\d+$", r"\1"), LINE),
    "points in per cent": (replacing(rf"^({ROW} +\d+)$", r"\1%"), LINE),
    "points in words": (replacing(rf"^({ROW} +)\d+$", r"\1十分"), LINE),
    "a step without its comparison": (replacing(r"^    >= ", "    "), LINE),
    "a division turned round": (replacing(r"(items\w+|reports\w+) / (\w+)", r"\2 / \1"), NAME),
    "another whole": (replacing(r"@within \w+", "@within apps"), LINE),
    "a quantity within itself": (replacing(r"@within reports", "@within reports_done"), BLOCK),
    "a range without its dots": (replacing(r"range 1\.\.", "range 1"), LINE),
    "a range turned round": (replacing(r"range 0\.\.2", "range 2..0"), LINE),
    "a range below zero": (replacing(r"range 1\.\.", "range -1..5"), LINE),
    "another reading": (replacing(r"^(  L\S+  (?:whole|capped))$", r"\1x"), LINE),
    "a node that is not there": (replacing(r"^  (L\d\S+)", r"  \1x"), LINE),
    "a wrong digit in a weight": (replacing(r"( )(\d)(?=0%$)", next_digit), NAME),
    "a wrong digit in a clause number": (replacing(r"(clause )(\d)", next_digit), NAME),
    "a wrong digit in a cap": (replacing(r"(checklist up to )(\d)", next_digit), LINE),
    "a wrong digit in a factor": (replacing(r"()(\d)(?= (?:/ renewal|\* satisfaction))", next_digit), BLOCK),
    "a wrong digit in an expectation": (replacing(r"^(  (?:domains|subdomains|items|quantities) +)(\d)", next_digit), LINE),
    "a wrong digit in a threshold": (replacing(r"^(    >= )(9)", next_digit), BLOCK),
    "a wrong digit in an identifier": (replacing(r"^(item L[12]A-)([12])(?= )", next_digit), NAME),
    "a score that should deduct": (replacing(r"^  deduct", "  score"), NAME),
    "a deduction that should score": (replacing(r"^  score", "  deduct"), BLOCK),
    "a reading that deducts": (replacing(r"^    score", "    deduct"), BLOCK),
    "a weight of what is deducted": (replacing(r"^((?:domain L3|subdomain L3A|item L3A-1).*)$", r"\1 10%"), LINE),
    "a weight left out": (replacing(r"(?<!100)(?<!境 40)(?<= \d\d)%$|(?<!境) \d\d%$", ""), LINE),
    "a line in column one": (replacing(r"^ +(?=\S)(?!@)", ""), LINE),
    "a row as far left as its table": (replacing(r"^    (?!score)(?=\S)", "  "), LINE),
    "a comment after one blank": (replacing(r"^(  (?:score|let|range|leaf|parent|clause).*|    (?!score).*)$", r"\1 # 核对"), LINE),
}  # fmt: skip
"""Each kind of slip in the standard of formulas and its profile, and how near to it the finding is."""

DESCRIBED: dict[str, tuple[Slip, str]] = {
    "a row of a rubric deleted": (deleting(r"    \d "), BLOCK),
    "a row of a column deleted": (deleting(r"  [123] (?!初始|实现|改善)"), BLOCK),
    "a row of levels deleted": (deleting(r"  [123] (初始|实现|改善)"), NAME),
    "a rubric without its head": (deleting(r"  rubric", alone=True), BLOCK),
    "a rubric deleted": (deleting(r"  rubric"), BLOCK),
    "a rule of the method deleted": (deleting(r"  (leaf|respondents|summary|reached) "), BLOCK),
    "a column deleted": (deleting(r"column "), NAME),
    "a column without its heading": (deleting(r"column ", alone=True), NAME),
    "a document deleted": (deleting(r"document "), NAME),
    "the heading of an item deleted": (deleting(r"item ", alone=True), NAME),
    "the heading of a sub-domain deleted": (deleting(r"subdomain ", alone=True), NAME),
    "the heading of a domain deleted": (deleting(r"domain ", alone=True), NAME),
    "a rubric doubled": (doubling(r"  rubric"), BLOCK),
    "a row doubled": (doubling(r"  (  )?\d "), LINE),
    "a heading doubled": (doubling(r"(column|document|domain|subdomain|item) "), LINE),
    "a support doubled": (doubling(r"  (support|relates) "), LINE),
    "a column's line doubled": (doubling(r"  column "), LINE),
    "@builds-on doubled": (doubling(r"      @builds-on"), LINE),
    "two rows swapped": (swapping(r"    \d "), BLOCK),
    "two rows of a column swapped": (swapping(r"  \d "), BLOCK),
    "a keyword at the start of a line misspelt": (replacing(rf"(?<=^  )(?:{LINE_WORDS})(?= |$)", _turned), LINE),
    "a keyword misspelt": (replacing(rf"(?<= )(?:{INNER_WORDS})(?= |$)", _turned), LINE),
    "a heading misspelt": (replacing(r"^([a-z])([a-z])([a-z]+)(?= |$)", r"\2\1\3"), LINE),
    "a note misspelt": (replacing(r"@(.)(.)", r"@\2\1"), LINE),
    "another column": (replacing(r"^  column \w", "  column x"), LINE),
    "another document": (replacing(r'(support|relates) "(\w)', r'\1 "X\2'), LINE),
    "another level": (replacing(r"^()    (\d) ", lambda match: f"    {int(match[2]) % 3 + 1} "), BLOCK),
    "a level too many": (replacing(r"^    3 ", "    4 "), LINE),
    "a level without its number": (replacing(r"^    \d (?=\S)", "    "), BLOCK),
    "a level without its text": (replacing(r"^(    \d) .*", r"\1"), LINE),
    "a level that builds on itself": (replacing(r"@builds-on \d", "@builds-on 3"), LINE),
    "a level that skips one": (replacing(r"@builds-on \d", "@builds-on 1"), LINE),
    "@builds-on where a text follows": (replacing(r"@builds-on \d", "@builds-on 第二级"), LINE),
    "quotation marks that do not close": (replacing(r'(?<=\S)"(?= )', ""), LINE),
    "a weight": (replacing(r"^((?:domain|subdomain|item) .*)$", r"\1 50%"), LINE),
    "a line in column one": (replacing(r"^ +(?=\S)(?!@)", ""), LINE),
    "a comment after one blank": (replacing(r"^(  (?:rubric|column|leaf|reached).*)$", r"\1 # 核对"), LINE),
}  # fmt: skip
"""Each kind of slip in the standard of rubrics."""


def _found(name: str, text: str) -> list[Finding]:
    group = next(group for group in TOGETHER if name in group)
    sources = [Source(other, text if other == name else FILES[other]) for other in group]
    return list(compile_sources(sources).findings)


def test_the_files_are_sound() -> None:
    assert [_found(name, text) for name, text in FILES.items()] == [[]] * len(FILES)


CASES = [(kind, CALCULATED[kind], TOGETHER[0]) for kind in CALCULATED]
CASES += [(f"{kind}, in rubrics", DESCRIBED[kind], TOGETHER[1]) for kind in DESCRIBED]


@pytest.mark.parametrize(("slip", "files"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_slip_is_one_finding_at_its_place(slip: tuple[Slip, str], files: tuple[str, ...]) -> None:
    make, nearness = slip
    tried = 0
    wrong = []
    for name in files:
        lines = FILES[name].split("\n")
        for broken in make(lines):
            tried += 1
            found = _found(name, "\n".join(broken.lines))
            if len(found) != 1 or not _is_near(found[0], name, broken, nearness):
                said = [f"{finding.code} {finding.span}" for finding in found]
                wrong.append(f"{name}:{broken.at + 1} {lines[min(broken.at, len(lines) - 1)]!r} gives {said}")
    assert tried, "the slip is made somewhere"
    assert not wrong, "\n".join(wrong)


def _is_near(finding: Finding, name: str, broken: Broken, nearness: str) -> bool:
    spans = [finding.span, *(related.span for related in finding.related)]
    places = [span.source.text.count("\n", 0, span.start) for span in spans if span.source.path == name]
    if nearness == LINE:
        return broken.at in places
    if nearness == BLOCK:
        here = {_block(broken.lines, at) for at in (broken.at, broken.at - 1)}
        return any(_block(broken.lines, place) in here for place in places)
    return True


def _block(lines: list[str], at: int) -> int:
    """The line of the heading that a line stands under."""
    above = [place for place, line in enumerate(lines[: at + 1]) if line[:1].strip()]
    return above[-1] if above else 0
