"""What a node's block holds: one of the ways in which a leaf is assessed.

In: a block and the readers of every kind of leaf. Out: the leaf, or none; a finding where a block holds two kinds.
"""

from __future__ import annotations

from dataclasses import dataclass

from ctmm_dsl.catalogue import formulas as codes
from ctmm_dsl.findings import Both, both
from ctmm_dsl.model import Leaf
from ctmm_dsl.resolve.clauses import ClauseReader
from ctmm_dsl.resolve.formulas import FormulaReader
from ctmm_dsl.resolve.reader import Reader
from ctmm_dsl.resolve.rubrics import RubricReader
from ctmm_dsl.syntax import Block


@dataclass(frozen=True)
class LeafReader:
    """Reads the leaves of one standard."""

    reader: Reader
    clauses: ClauseReader
    formulas: FormulaReader
    rubrics: RubricReader

    def leaf(self, block: Block, node: str) -> Leaf | None:
        found: list[tuple[Leaf | None, Both]] = [
            (self.clauses.leaf(block, node), both("条款", "clauses")),
            (self.formulas.leaf(block, node), both("公式", "a formula")),
            (self.rubrics.leaf(block), both("量规", "a rubric")),
        ]
        kinds = [(leaf, words) for leaf, words in found if leaf is not None]
        if len(kinds) > 1:
            words = both("、".join(words["zh"] for _, words in kinds), " and ".join(words["en"] for _, words in kinds))
            span = self.reader.span(block, block.heading)
            self.reader.findings.append(codes.LEAF_MIXED(span, node=node, kinds=words))
        return kinds[0][0] if kinds else None
