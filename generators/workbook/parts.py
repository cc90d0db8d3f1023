"""What each kind of leaf contributes to a workbook: the promise between the room that lays a workbook out and those that fill it.

- `clauses.add(book, table) -> Part`: the sheet of clauses.
- `quantities.add(book, table) -> Part`: the sheet of quantities (`layout.VALUES`), with validations and checks.
- `formulas.add(book, table) -> dict[str, Ref]`: the sheets of indicators; by the identifier of each formula leaf the cell of its points (of
  one that deducts, the points that it takes off, positive). `table` is the table of quantities. The cell holds a number; where a quantity
  is missing or wrong, the worst that the leaf can be worth (`Ranges`: low, or high where it deducts); where that has no bound, a text.
- `rubrics.add(book, table) -> Part`: the sheet of rubrics and whatever shows what they come to.

`book.scheme` is the scheme, `book.given` the assessment as JSON that is to be filled in (empty: blank workbook). The weighted tree, the
ladder, the total and the cover are made of this by rooms of their own.
"""

from __future__ import annotations

from dataclasses import dataclass

from ctmm_dsl.findings import Both
from generators.workbook.formula import Formula, Ref


@dataclass(frozen=True, slots=True)
class Part:
    """A table of answers. `what`: of which things; `asked`: how many there are; `unanswered` and `invalid`: the cells that count those
    without an answer, and those whose answer cannot be taken; `told`: lines for the cover, a label and what it says."""

    what: Both
    asked: int
    unanswered: Ref
    invalid: Ref
    told: tuple[tuple[Both, Formula], ...] = ()
