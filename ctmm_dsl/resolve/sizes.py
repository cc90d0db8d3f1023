"""How big a calculation may be, so that whatever a file holds is read, checked and scored in a moment.

In: an expression of the model. Out: how deep it is nested and how many numbers stand in it, the parts and quantities that it builds on
included; and a word on it where that is more than any document has.
"""

from __future__ import annotations

from typing import NamedTuple

from ctmm_dsl.findings import Both, both
from ctmm_dsl.model import expression as model
from ctmm_dsl.model.expression import Expression, operands, read_by

DEEPEST, LONGEST, MOST = 100, 200, 1000
LEVELS = both(f"超过 {DEEPEST} 层", f"more than {DEEPEST} levels")
ROWS = both(f"超过 {LONGEST} 行", f"more than {LONGEST} rows")
NUMBERS = both(f"合起来超过 {MOST} 个数", f"more than {MOST} numbers in all")


class Size(NamedTuple):
    """How deep an expression is nested, and how many numbers are added and multiplied in it: its value has no more digits than these."""

    depth: int
    numbers: int


LEAST = Size(0, 1)


class Sizes:
    """The sizes of the expressions of a standard: those that others build on are kept, by `id`."""

    def __init__(self) -> None:
        self._known: dict[int, Size] = {}

    def fault(self, expression: Expression) -> Both | None:
        """Why an expression is too big, if it is."""
        size = self._known[id(expression)] = self._of(expression)
        if size.depth > DEEPEST:
            return LEVELS
        return NUMBERS if size.numbers > MOST else None

    def _of(self, expression: Expression) -> Size:
        if isinstance(expression, model.Named):
            below = [self._known.get(id(expression.part.body), LEAST)]
        elif parts := operands(expression):
            below = [self._of(part) for part in parts]
        else:
            below = [self._known.get(id(one.definition), LEAST) for one in read_by(expression)] or [LEAST]
        numbers = [size.numbers for size in below]
        together = sum(numbers) if isinstance(expression, model.Arithmetic) else max(numbers)
        return Size(1 + max(size.depth for size in below), together)
