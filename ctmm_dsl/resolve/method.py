"""The method block: the rules by which answers become a level.

In: a `method` block. Out: a `Method`, or a finding that names the rules it lacks.
"""

from __future__ import annotations

from ctmm_dsl import syntax
from ctmm_dsl.catalogue import structure, text
from ctmm_dsl.findings import both
from ctmm_dsl.model import Method
from ctmm_dsl.resolve.reader import Reader, number
from ctmm_dsl.syntax import Block, Line

RULES: tuple[tuple[type[Line], str], ...] = (
    (syntax.LeafRule, "leaf"),
    (syntax.ParentRule, "parent"),
    (syntax.ReachedRule, "reached"),
    (syntax.ClimbRule, "climb"),
)
"""The rules of a method, all of them, and their keywords."""


def read_method(reader: Reader, block: Block) -> Method | None:
    """The method of clause standards: key indicators, chapter 三 (A, C, D, N and the table of levels)."""
    reader.notes(block, block.heading, reader.file.extent(block))
    rules: dict[type[Line], Line] = {}
    for line in block.lines:
        reader.notes(block, line)
        if type(line) in rules:
            span = reader.span(block, line)
            reader.findings.append(text.LINE_REPEATED(span, word=span.text.split(maxsplit=1)[0]))
        rules.setdefault(type(line), line)
    span = reader.span(block, block.heading)
    if missing := [word for kind, word in RULES if kind not in rules]:
        words = both("、".join(missing), " and ".join(missing))
        reader.findings.append(structure.METHOD_INCOMPLETE(span, rules=words))
        return None
    leaf, reached, climb = rules[syntax.LeafRule], rules[syntax.ReachedRule], rules[syntax.ClimbRule]
    assert isinstance(leaf, syntax.LeafRule)
    assert isinstance(reached, syntax.ReachedRule)
    assert isinstance(climb, syntax.ClimbRule)
    if reached.operator.text not in (">", "＞", ">=", "≥"):
        word = reader.span(block, reached.operator)
        expected = both("> 或 >=", "> or >=")
        hint = both("得分越高等级越高", "a higher score is a higher level")
        reader.findings.append(text.NOT_UNDERSTOOD(word, found=word.text, expected=expected, hint=hint))
        return None
    return Method(
        cumulative=leaf.spread.text in ("cumulative", "累计"),
        strict=reached.operator.text in (">", "＞"),
        threshold=number(reached.threshold),
        one_by_one=climb.how.text[:1] in ("o", "逐"),
        span=reader.span(block, reached.threshold),
    )
