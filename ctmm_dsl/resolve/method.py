"""The method block: the rules by which answers become a result.

In: a `method` block. Out: a `Method`, or a finding that names the rules it lacks. Each kind of leaf has rules of its own; the rule
`parent weighted sum` is that of clauses and formulas alike.
"""

from __future__ import annotations

from typing import TypeVar

from ctmm_dsl import syntax
from ctmm_dsl.catalogue import structure, text
from ctmm_dsl.findings import both
from ctmm_dsl.model import Ladder, Method, Summary
from ctmm_dsl.resolve.reader import Reader, number, plain
from ctmm_dsl.syntax import Block, Line

KINDS = {"formula": "formula", "公式": "formula", "rubric": "rubric", "量规": "rubric"}
NEEDED: dict[str, tuple[tuple[type[Line], str], ...]] = {
    "clauses": (
        (syntax.LeafRule, "leaf"),
        (syntax.ParentRule, "parent"),
        (syntax.ReachedRule, "reached"),
        (syntax.ClimbRule, "climb"),
    ),
    "formula": ((syntax.ParentRule, "parent"),),
    "rubric": (
        (syntax.RespondentsRule, "respondents"),
        (syntax.SummaryRule, "summary"),
        (syntax.ReachedLeast, "reached"),
    ),
}
"""The rules that each kind of leaf needs, and their keywords."""

L = TypeVar("L", bound=Line)


def read_method(reader: Reader, block: Block) -> Method | None:
    """The method of a standard: for clauses, key indicators chapter 三 (A, C, D, N and the table of levels); for formulas, GB/T 33356
    chapter 7 (a weighted sum, less what is deducted)."""
    reader.notes(block, block.heading, reader.file.extent(block))
    rules: dict[tuple[type[Line], str], Line] = {}
    for line in block.lines:
        reader.notes(block, line)
        kind = KINDS[line.kind.text] if isinstance(line, syntax.LeafKind) else ""
        if (type(line), kind) in rules:
            span = reader.span(block, line)
            reader.findings.append(text.LINE_REPEATED(span, word=span.text.split(maxsplit=1)[0]))
        rules.setdefault((type(line), kind), line)
    given = {kind: line for (kind, _), line in rules.items()}
    kinds = {kind for _, kind in rules if kind} | ({"clauses"} if _of_clauses(given) else set())
    span = reader.span(block, block.heading)
    needed = dict.fromkeys(rule for kind in NEEDED if kind in kinds for rule in NEEDED[kind])
    missing = [word for kind, word in needed if kind not in given] if kinds else ["leaf"]
    if missing:
        words = both("、".join(missing), " and ".join(missing))
        reader.findings.append(structure.METHOD_INCOMPLETE(span, rules=words))
        return None
    reached = given.get(syntax.ReachedRule)
    if isinstance(reached, syntax.ReachedRule) and not _rises(reader, block, reached):
        return None
    return Method(
        ladder=_ladder(given) if "clauses" in kinds else None,
        formulas="formula" in kinds,
        less_deductions=_less(given),
        summary=_summary(given) if "rubric" in kinds else None,
        span=reader.span(block, reached.threshold) if isinstance(reached, syntax.ReachedRule) else span,
        threshold_span=reader.span(block, reached.threshold) if isinstance(reached, syntax.ReachedRule) else None,
    )


def _of_clauses(given: dict[type[Line], Line]) -> bool:
    """Whether any rule is there that only clauses have."""
    return any(
        kind in given for kind in (syntax.LeafRule, syntax.ReachedRule, syntax.ClimbRule)
    ) or not given.keys() & {syntax.LeafKind}


def _rises(reader: Reader, block: Block, reached: syntax.ReachedRule) -> bool:
    if plain(reached.operator.text) in (">", ">=", "≥"):
        return True
    word = reader.span(block, reached.operator)
    expected = both("> 或 >=", "> or >=")
    hint = both("得分越高等级越高", "a higher score is a higher level")
    reader.findings.append(text.NOT_UNDERSTOOD(word, found=word.text, expected=expected, hint=hint))
    return False


def _rule(given: dict[type[Line], Line], kind: type[L]) -> L:
    line = given[kind]
    assert isinstance(line, kind)
    return line


def _ladder(given: dict[type[Line], Line]) -> Ladder:
    reached = _rule(given, syntax.ReachedRule)
    return Ladder(
        cumulative=_rule(given, syntax.LeafRule).spread.text in ("cumulative", "累计"),
        strict=plain(reached.operator.text) == ">",
        threshold=number(reached.threshold),
        one_by_one=_rule(given, syntax.ClimbRule).how.text[:1] in ("o", "逐"),
    )


def _less(given: dict[type[Line], Line]) -> bool:
    parent = given.get(syntax.ParentRule)
    return isinstance(parent, syntax.ParentRule) and parent.less is not None


def _summary(given: dict[type[Line], Line]) -> Summary:
    return Summary(
        respondents=_middle(_rule(given, syntax.RespondentsRule).middle.text),
        leaves=_middle(_rule(given, syntax.SummaryRule).middle.text),
    )


def _middle(words: str) -> str:
    return "low" if words.startswith(("low", "低")) else "high"
