"""What the summary of rubrics does: how few answers put the overall figure at a level.

In: a scheme with rubrics. Out: `Rubrics`. The middle of n levels in rising order is the one at place ⌊(n − 1)/2⌋ (low) or ⌊n/2⌋ (high),
counted from 0. It is at a level or above just where all from this place on are: n − ⌊(n − 1)/2⌋ of them, or n − ⌊n/2⌋. Of an odd
number both are the same place, so that the two medians never differ; of an even number one more is needed for the low one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ctmm_dsl.analysis.examples import Examples
from ctmm_dsl.analysis.formula_values import Middle, Rubrics
from ctmm_dsl.assessment import Assessment, Standing
from ctmm_dsl.model import Node, Rubric, Scheme
from ctmm_dsl.score import score

MOST_RESPONDENTS = 9


def rubrics(scheme: Scheme, examples: Examples, given: Assessment | None) -> Rubrics:
    assert scheme.summary
    low, low_respondents = scheme.summary.leaves == "low", scheme.summary.respondents == "low"
    leaves = list(scheme.standard.rubrics)
    whole = _middle(None, len(leaves), low=low)
    top, bottom = _ends(scheme)
    example = examples.make("rubrics-fewest", standings=_standing(leaves, whole.needed, top, bottom))
    differs = None
    if whole.needed != whole.other and top != bottom:
        fewer = min(whole.needed, whole.other)
        differs = examples.make("rubrics-other-median", standings=_standing(leaves, fewer, top, bottom))
    return Rubrics(
        low=low,
        low_respondents=low_respondents,
        whole=whole,
        nodes=tuple(_nodes(scheme, low=low)),
        respondents=tuple(_middle(None, count, low=low_respondents) for count in range(2, MOST_RESPONDENTS + 1)),
        example=example,
        differs=differs,
        given=_given(scheme, given) if given else None,
    )


def _middle(node: Node | None, leaves: int, *, low: bool) -> Middle:
    by = {True: leaves - (leaves - 1) // 2, False: leaves - leaves // 2}
    return Middle(node, leaves, by[low], by[not low])


def _nodes(scheme: Scheme, *, low: bool) -> Iterator[Middle]:
    for node in scheme.standard.walk():
        leaves = sum(isinstance(one.leaf, Rubric) for one in node.walk())
        if leaves and node.children:
            yield _middle(node, leaves, low=low)


def _ends(scheme: Scheme) -> tuple[int, int]:
    numbers = [level.number for level in scheme.standard.levels]
    return max(numbers), min(numbers)


def _standing(leaves: Sequence[str], count: int, top: int, bottom: int) -> dict[str, tuple[Standing, ...]]:
    """The first leaves at the top, the others at the bottom; nothing else is planned."""
    levels = [top] * count + [bottom] * (len(leaves) - count)
    return {leaf: (Standing(level, level),) for leaf, level in zip(leaves, levels, strict=True)}


def _given(scheme: Scheme, given: Assessment) -> tuple[int, int]:
    """The figure now, and by the other median of leaves."""
    return _figure(scheme, given), _figure(other_median(scheme), given)


def other_median(scheme: Scheme) -> Scheme:
    """The scheme with the other of the two medians for leaves."""
    assert scheme.summary
    return replace(scheme, summary=replace(scheme.summary, leaves="high" if scheme.summary.leaves == "low" else "low"))


def _figure(scheme: Scheme, given: Assessment) -> int:
    found = score(scheme, given).rubric
    assert found
    return found.figure.now
