"""How neighbouring levels hang together: whether one is reached whenever the one below is, whether one can fail while the next passes.

In: a field. Out: a `Step` for each pair of neighbours, with a city that shows it, or the proof that there is none.
"""

from __future__ import annotations

from itertools import pairwise

from ctmm_dsl.analysis.examples import Examples
from ctmm_dsl.analysis.forms import Field
from ctmm_dsl.analysis.least import needed
from ctmm_dsl.analysis.questions import Answer, City, Undecided, ask, lowered, wishes
from ctmm_dsl.analysis.values import Finding, Step


def steps(field: Field, examples: Examples) -> tuple[Step, ...]:
    found = []
    for lower, upper in pairwise(field.scheme.standard.levels):
        ladder, price = field.ladder, lowered(field)
        reached = wishes(field, ladder, needed(field, lower.number), passes=True)
        stops = ask(field, [*reached, *wishes(field, ladder, (upper.number,), passes=False)], price)
        fails = wishes(field, ladder, (lower.number,), passes=False)
        skips = ask(field, [*fails, *wishes(field, ladder, (upper.number,), passes=True)], price)
        found.append(
            Step(
                lower,
                upper,
                finding(stops, f"level-{lower.number}-not-{upper.number}", examples),
                finding(skips, f"level-{upper.number}-without-{lower.number}", examples),
            )
        )
    return tuple(found)


def finding(answer: Answer, key: str, examples: Examples) -> Finding:
    if isinstance(answer, City):
        return Finding(True, examples.make(key, answer.points), answer.cost, answer.bound)
    return Finding(None, bound=answer.bound) if isinstance(answer, Undecided) else Finding(False)
